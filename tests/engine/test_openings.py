"""Patterns that know with which letters their matches open find what the plain ones find."""

import gc
import re
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.engine import patterns, programs
from ingest.engine.rules import catalogue
from ingest.engine.rules.meetings.lexicon import lexicon

SEED = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[0]
SOURCES = [
    pytest.param(r"\b(?:Fort|Camp)\b", 0, id="words behind the edge of a word"),
    pytest.param(r"\b(?:kick|stage|\d{1,2}(?:st|nd))", re.IGNORECASE, id="words and figures in any case"),
    pytest.param(r"\s*[|·•]\s*|\s{3,}|(?:é|Ş)+", 0, id="something that may be missing first"),
    pytest.param(r"[^\W\d_]{2,}|[^.;a]-", 0, id="classes that are turned round"),
    pytest.param(r"[^k]s|[µ-ÿ]\d", re.IGNORECASE, id="the same in any case"),
    pytest.param(r"(?<=[ ])(?P<first>[A-ZÀ-Ž][\w-]*+)(?=,)|(?i:ı|ẞ|K)(?P=first)?", 0, id="parts in any case, and a name told again"),
    pytest.param(r"(?a:\Wa)|\ba", 0, id="a part in which é is no letter"),
    pytest.param(r"(?:x?|-)(?>st|n)?+\b", 0, id="nothing at all"),
    pytest.param(r"^\d|\Z-|(?!n).", re.MULTILINE, id="beginnings of lines"),
]  # fmt: skip
SIGNS = "KkKsSſiıİ µμßẞéÉşŞŸÿ-–.,|·• 1\na_xnF"
PIECES = [*SIGNS, "Fort", "Camp", "stage", "kick", "2nd", "st"]


@pytest.mark.parametrize(("source", "flags"), SOURCES)
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(text=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_it_finds_what_the_plain_pattern_finds(source, flags, text):
    assert _found(programs.compile(source, flags), text) == _found(re.compile(source, flags), text)


@pytest.mark.parametrize("change", [str, str.lower, str.upper], ids=["as printed", "in small letters", "in capitals"])
def test_each_pattern_of_the_engine_finds_in_a_release_what_the_plain_one_finds(change):
    catalogue()
    lexicon()
    text = change(SEED.read_text(encoding="utf-8"))[:1500]
    gc.unfreeze()  # what a test before set apart from garbage would not be listed
    # the type, for to ask a dead proxy of some other module whether it is an instance is an error
    all_of_the_engine = [each for each in gc.get_objects() if type(each) is patterns._Uncompiled]
    assert len(all_of_the_engine) > 300
    for each in all_of_the_engine:
        plain = re.compile(*each._written)
        assert _found(each, text) == _found(plain, text), each._written


@pytest.mark.parametrize(("source", "is_told"), [(r"\b(?:Fort|Camp)", True), (r"(?i)fort", True), (r"\bx?", False)])
def test_this_python_has_a_place_for_the_letters(source, is_told):
    parsed = import_module("re._parser").parse(source)
    program = import_module("re._compiler")._code(parsed, 0)
    assert (programs._with_letters(program, parsed, parsed.state.flags) != program) == is_told


def _found(pattern, text):
    return [(match.regs, match.lastgroup) for match in pattern.finditer(text)]
