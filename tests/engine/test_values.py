"""Values that are made by the hundred: as frozen dataclasses for whoever compares or copies them."""

from dataclasses import replace as copied

import pytest

from ingest.engine.types import Evidence
from ingest.engine.values import replace


def test_equal_fields_make_equal_values_that_can_stand_in_a_set():
    assert {Evidence(3, 7, "people.rank-name"), Evidence(3, 7, "people.rank-name", "body")} == {Evidence(3, 7, "people.rank-name")}


def test_a_copy_with_changes_is_the_one_that_dataclasses_make():
    at = Evidence(3, 7, "people.rank-name", "title")
    assert replace(at, end=9) == copied(at, end=9) == Evidence(3, 9, "people.rank-name", "title")
    assert at.end == 7


def test_a_field_that_is_not_there_is_refused():
    with pytest.raises(TypeError):
        replace(Evidence(3, 7, "people.rank-name"), stop=9)


def test_a_value_shows_its_fields_as_it_would_be_written():
    at = Evidence(3, 7, "people.rank-name", "title")
    assert repr(at) == "Evidence(start=3, end=7, rule='people.rank-name', where='title')"
    assert at != (3, 7, "people.rank-name", "title")
