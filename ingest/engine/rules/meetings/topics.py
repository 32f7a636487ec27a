"""What a meeting was about, from a short list of the fields of defense diplomacy."""

from __future__ import annotations

from functools import cache

from ingest.engine import patterns, tables

_MOST = 6  # topics of one meeting; a long joint statement touches on everything


def of(text: str) -> tuple[str, ...]:
    """The topics whose words stand in the text, those with the most different words first, at most six."""
    words = " " + _NO_WORD.sub(" ", text.casefold())
    found = {topic: sum(word in words for word in listed) for topic, listed in _lists().items()}
    told = sorted((topic for topic, count in found.items() if count), key=lambda topic: -found[topic])
    return tuple(told[:_MOST])


_NO_WORD = patterns.compile(r"[\s“”\"(),.;:]+")


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    data = tables.read("topics.yaml")
    return {topic: tuple(f" {word}" for word in words) for topic, words in data.items()}
