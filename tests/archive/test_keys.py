"""Keys: the same for the same, on every machine and after every rebuild."""

from __future__ import annotations

import re

import pytest

from archive.keys import LENGTH, key_of
from archive.models import Person
from tests.conftest import SmallArchive


def test_a_key_is_the_same_on_every_machine() -> None:
    # Written down once: were it to change, every address that was ever cited would break.
    assert key_of("person", "Ülo Tamm", "EE") == "wo4f5f3tcwutnaox2m2tl5cgf2"
    assert re.fullmatch(r"[a-z2-7]{26}", key_of("person", "x"))
    assert len(key_of("x")) == LENGTH


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("mention", "a"), ("report", "a"), id="of another kind"),
        pytest.param(("mention", "ab", "c"), ("mention", "a", "bc"), id="parted elsewhere"),
        pytest.param(("mention", None), ("mention", ""), id="not told, and told as nothing"),
        pytest.param(("mention", "a"), ("mention", "a", ""), id="with one part more"),
        pytest.param(("mention", "Dîncu"), ("mention", "Dincu"), id="with an accent"),
    ],
)
def test_what_differs_has_another_key(one: tuple[str | None, ...], other: tuple[str | None, ...]) -> None:
    assert key_of(*one) != key_of(*other)  # type: ignore[arg-type]


def test_a_thing_is_found_by_the_id_of_its_address(small_archive: SmallArchive) -> None:
    tamm = small_archive.tamm
    assert list(Person.objects.with_public_id(tamm.public_id)) == [tamm]


@pytest.mark.parametrize("public_id", ["", "%", "__________", "x" * 11, "' OR 1=1 --"])
def test_any_other_id_finds_nothing(small_archive: SmallArchive, public_id: str) -> None:
    assert not Person.objects.with_public_id(public_id).exists()
