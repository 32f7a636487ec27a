"""When offices were seen to be held, as bars on one line of time, and how an office is followed, whoever holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from archive.filters.question import Question
from archive.models import Appointment
from archive.prose.countries import in_a_sentence

SHORTEST = 1.2  # of a hundred: a day among years is still seen


@dataclass(frozen=True, slots=True)
class Span:
    """An office with where its bar begins and how long it is, of a hundred; both None where no day is known."""

    office: Appointment
    start: float | None
    length: float | None


class Spans:
    """Offices on one line of time, which goes from the first day of all to the last."""

    def __init__(self, offices: Iterable[Any]) -> None:
        self.offices: list[Appointment] = list(offices)
        known = [day for one in self.offices for day in (one.first_seen, one.last_seen) if day]
        self.first, self.last = min(known, default=None), max(known, default=None)

    def __iter__(self) -> Iterator[Span]:
        return (self._span(one) for one in self.offices)

    def _span(self, office: Appointment) -> Span:
        first, last = office.first_seen or office.last_seen, office.last_seen or office.first_seen
        if not (first and last and self.first and self.last):
            return Span(office, None, None)
        whole = max((self.last - self.first).days, 1)
        length = max(100 * (last - first).days / whole, SHORTEST)
        return Span(office, round(min(100 * (first - self.first).days / whole, 100 - length), 2), round(length, 2))


@dataclass(frozen=True, slots=True)
class Following:
    """The meetings of whoever holds an office: their list, the feed of them, and where they can be kept and mailed."""

    words: str
    meetings: str
    feed: str
    keeping: str


def following(question: Question) -> Following | None:
    """How the office that a question names is followed; None where it names none."""
    words, codes = question.asked.get("q"), question.asked.get("of", ())
    if not words or len(codes) > 1:
        return None
    office = f"{words} of {in_a_sentence(question.countries.name(codes[0]))}" if codes else words
    asked = urlencode({"office": office})
    keeping = urlencode({"page": "meetings", "query": asked})
    return Following(
        office,
        f"{reverse('meetings')}?{asked}",
        f"{reverse('export', args=['meetings', 'atom'])}?{asked}",
        f"{reverse('search-new')}?{keeping}",
    )
