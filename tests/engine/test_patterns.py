"""Ways to write patterns: they find what the plain way finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.engine import patterns, programs

WORDINGS = ["action plan", "arrangement", "kick", "initial", "statement", "stage", "Minutes"]
PIECES = [*WORDINGS, *map(str.upper, WORDINGS), "ſtage", "Kick", "İnitial", "ınıtıal", "act", " ", "-", "s", "é"]


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_wordings_parted_by_their_first_letters_are_found_as_in_one_alternation(text):
    parted = re.compile(rf"\b(?:{patterns.either(WORDINGS)})s?\b")
    plain = re.compile(rf"\b(?i:{'|'.join(WORDINGS)})s?\b")
    assert [found.span() for found in parted.finditer(text)] == [found.span() for found in plain.finditer(text)]


IN_ANY_CASE = [
    r"\b(?P<Kind>NATO|SCO)\s+(?:\w+\s+){0,2}(?:Ministers?|kings)\b",
    r"(?=[A-Z]\W\s?[À-Ö])\S+",
    r"(?<!Is )visit(?:s|ed)?\b(?!\s(?-i:[A-Z]))",
    r"(?<!Is )visits?\s(?=(?-i:[A-Z])|is\b)|(?-i:King)s?",
    r"(?:Is|nato)\s(?!visits|(?:[^\W]+\s(?!(?-i:[A-Z]))))",
]


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    st.sampled_from(IN_ANY_CASE),
    st.lists(st.sampled_from(["nato", "SCO", "Ministers", "visits", "is", "king", "Kings", "ıs", "İ", "ſ", "é", "À", " ", " ", "-", "\n"])),
)
def test_a_text_in_small_letters_shows_what_the_text_itself_does(source, words):
    text = "".join(words)
    found = patterns.AnyCase(source).finditer(text, patterns.small(text))
    assert [match.regs for match in found] == [match.regs for match in re.finditer(source, text, re.IGNORECASE)]


def test_a_letter_without_one_small_letter_leaves_no_text_in_small_letters():
    assert [patterns.small(text) for text in ("ÉTAT-MAJOR", "İzmir", "Kırca", "ſ")] == ["état-major", "", "", ""]


@pytest.mark.parametrize("name", [name for name in dir(re.Pattern) if not name.startswith("_")])
def test_a_pattern_is_compiled_once_whatever_is_asked_of_it(name, monkeypatch):
    compiled: list[str] = []
    monkeypatch.setattr(programs, "compile", lambda source, flags: compiled.append(source) or re.compile(source, flags))
    pattern = patterns.compile("Popa")
    assert getattr(pattern, name) == getattr(pattern, name)
    assert compiled == ["Popa"]
