"""Patterns whose choices were parted by their letters find what the plain ones find, in the same order of trying."""

import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.engine import choices, programs

WORDS = "ab|abc|ad(?:e|f)?|(?:a|b|c)d|(?:b)?ed|c|[bc]a|bed|be|cab|dab|da"
SOURCES = [
    pytest.param(rf"\b(?:{WORDS})", 0, id="words that open alike"),
    pytest.param(rf"(?:{WORDS})+d", 0, id="words of which another may be tried"),
    pytest.param(rf"(?:ab|(?P<one>a)|{WORDS})(?P<two>b)?", 0, id="choices with names"),
    pytest.param(rf"(?:a|\bab|{WORDS}|(?<=d)a|ba)d?", 0, id="choices that cannot be parted between others"),
    pytest.param(rf"(?:|{WORDS})b|(?:{WORDS}|)c", 0, id="nothing among the choices"),
    pytest.param(rf"(?:{WORDS}|(?:[a-d]e)|\w\w)$", 0, id="classes among the choices"),
    pytest.param(rf"(?>{WORDS})b|(?={WORDS})\w(?!{WORDS})|(?<=abc|abd|abe|bcd|bce|cde|ace|bde|ade|dab)\w", 0, id="parts that look around"),
    pytest.param(r"(?:ka|si|ks|(?-i:[K-S])a|in|ik|sk|ki|ſi|(?-i:Ki|ſ)|is|ska)i?", re.IGNORECASE, id="letters for which others are taken"),
    pytest.param(rf"\b(?:(?<=b\ )a|(?<!c\ )(?<!d\ )(?:ab|b[ae])|(?<![b-d])e|{WORDS})c?", re.VERBOSE, id="what stands before a choice"),
    pytest.param(r"(?:(?<!s)k|(?<=ſ)i|(?<!K )si|ks|in|is|ik|sk|ki|ska)i?", re.IGNORECASE, id="what stands before, in any case"),
    pytest.param(r"(?a:ka|si|ks|in|ik|sk|ki|is|ska|kk|ss|ii)", re.IGNORECASE, id="letters for which in ASCII none are"),
    pytest.param(r"(?i:ka|si|ks|in|ik|sk|ki|is|ska|kk|ss|ii)a|K(?:ka|si|ks|in|ik|sk|ki|is|ska|kk|ss|ii)", 0, id="parts in any case"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "flags"), SOURCES)
@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(text=st.text("abcde", max_size=12) | st.text("abcde ", max_size=12) | st.text("aiksAIKSſıİ\u212a", max_size=8))
def test_it_finds_what_the_plain_pattern_finds(source, flags, text):
    assert _found(programs.compile(source, flags), text) == _found(re.compile(source, flags), text)


@pytest.mark.parametrize(
    ("source", "parted"),
    [
        (rf"(?:{WORDS})", True),
        (r"(?:led|(?:was|were)\s+led|acted|wrote|said|spoke|met|saw|came|went|held)", True),
        (r"(?:led|acted|wrote)", False),
        (r"(?:\d1|\d2|\d3|\d4|\d5|\d6|\d7|\d8|\d9|\w1)", False),
    ],
    ids=["words that open alike", "choices that open with choices", "few", "none that opens with a letter"],
)
def test_choices_are_parted_where_that_gains_something(source, parted):
    parser = import_module("re._parser")
    told, plain = parser.parse(source), parser.parse(source)
    choices.part(told, told.state.flags)
    assert (repr(told) != repr(plain)) == parted


def _found(pattern, text):
    return [(match.regs, match.lastgroup) for match in pattern.finditer(text)]
