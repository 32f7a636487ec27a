"""Ways to write patterns: they find what the plain way finds."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.engine import patterns

WORDINGS = ["action plan", "arrangement", "kick", "initial", "statement", "stage", "Minutes"]
PIECES = [*WORDINGS, *map(str.upper, WORDINGS), "ſtage", "Kick", "İnitial", "ınıtıal", "act", " ", "-", "s", "é"]


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_wordings_parted_by_their_first_letters_are_found_as_in_one_alternation(text):
    parted = re.compile(rf"\b(?:{patterns.either(WORDINGS)})s?\b")
    plain = re.compile(rf"\b(?i:{'|'.join(WORDINGS)})s?\b")
    assert [found.span() for found in parted.finditer(text)] == [found.span() for found in plain.finditer(text)]
