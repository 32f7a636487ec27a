"""Words that are looked for before a pattern is searched: wherever the pattern matches, one of them stands."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ingest.engine.rules import meetings
from ingest.engine.rules.meetings import clause, manner
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.scenes import words_of

WORDS = st.text("abciost -,.’", max_size=12)
FILTERED = [HealthCheck.filter_too_much, HealthCheck.too_slow]  # what looks around itself matches few of the texts made for it
ANY = settings(max_examples=25, deadline=None, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=FILTERED)


def _surrounded(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Texts in which the pattern matches, other words and hyphens around it; it ends with a word."""
    again = re.compile(pattern.pattern, pattern.flags)
    match = st.from_regex(again, fullmatch=True, alphabet=st.characters(codec="ascii"))
    return st.tuples(WORDS, match, WORDS.map(" ".__add__) | st.just("")).map("".join).filter(lambda text: again.search(text) is not None)


def _cued() -> Iterator[tuple[str, Cued]]:
    """All patterns of the rules that have words of their own, by name."""
    for module in pkgutil.iter_modules(meetings.__path__):
        held = vars(import_module(f"{meetings.__name__}.{module.name}"))
        yield from ((f"{module.name}{name.lower()}", each) for name, each in held.items() if isinstance(each, Cued))


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        pytest.param(lambda: lexicon().background, lambda: lexicon().background_stems, id="another meeting is told of"),
        pytest.param(lambda: lexicon().absent, lambda: lexicon().absent_stems, id="somebody stands for another"),
        pytest.param(lambda: lexicon().rosters["heads"], lambda: lexicon().heads_stems, id="heads meet"),
        pytest.param(lambda: clause.ANOTHER_DAY, lambda: clause.OF_ANOTHER_DAY, id="another day is told of"),
        *(
            pytest.param(lambda each=each: each.words.plain, lambda each=each: each.also, id=each.rule)
            for each in lexicon().triggers
            if each.also
        ),
        *(pytest.param(lambda cued=cued: cued.pattern, lambda cued=cued: cued.words, id=name) for name, cued in _cued()),
    ],
)
def test_a_word_stands_wherever_the_pattern_matches(pattern, stems):
    @ANY
    @given(_surrounded(pattern()))
    def holds(text):
        _, parts = words_of(text.casefold())
        assert not stems().isdisjoint(parts)

    holds()


def test_a_part_of_a_word_stands_wherever_a_telephone_is_told_of():
    @ANY
    @given(_surrounded(lexicon().phone))
    def holds(text):
        assert any(part in text.casefold() for part in manner.PHONE)

    holds()
