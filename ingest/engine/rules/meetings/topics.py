"""What a meeting was about, from a short list of the fields of defense diplomacy."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick

from ingest.engine import tables
from ingest.engine.values import frozen

_MOST = 6  # topics of one meeting; a long joint statement touches on everything


def of(text: str) -> tuple[str, ...]:
    """The topics whose words stand in the text, those with the most different words first, at most six."""
    words = text.casefold()
    for sign in _SIGNS:
        words = words.replace(sign, " ")
    words = f" {' '.join(words.split())} "
    known = _known()
    found: dict[str, int] = {}
    for number in {hit[0] for hit in known.words.find_matches_as_indexes(words, overlapping=True)}:
        found[known.topics[number]] = found.get(known.topics[number], 0) + 1
    told = sorted(found, key=lambda topic: (-found[topic], known.order[topic]))
    return tuple(told[:_MOST])


_SIGNS = '“”"(),.;:'  # those that may stand beside a word; to put a blank for each is quicker than a pattern


@frozen
class _Known:
    """All words in one automaton; `topics` are the topics of the words by number, `order` is that of the topics in the table."""

    words: AhoCorasick
    topics: tuple[str, ...]
    order: dict[str, int]


@cache
def _known() -> _Known:
    listed = [(topic, f" {word}") for topic, words in tables.read("topics.yaml").items() for word in words]
    topics = tuple(topic for topic, _ in listed)
    order = {topic: number for number, topic in enumerate(dict.fromkeys(topics))}
    return _Known(AhoCorasick([word for _, word in listed]), topics, order)
