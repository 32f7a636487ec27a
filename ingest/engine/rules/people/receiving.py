"""Host and guest are of different states: "the Minister, N, received the Defence Attaché of Peru, M" tells that N is no Peruvian."""

from __future__ import annotations

from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.line import Sighting
from ingest.engine.values import replace


def part(sightings: list[Sighting], home: str | None) -> list[Sighting]:
    """The sightings, a host whom only the text around made a countryman of the guest with the state of the publisher instead, or none.

    So for a guest of a host whose state is told: "the Chilean Minister, N, welcomed | General M" in a release from Peru.
    """
    settled = list(sightings)
    for number in range(1, len(settled)):
        host, guest = settled[number - 1], settled[number]
        if guest.country not in (None, host.country) or host.country in (None, INTERNATIONAL) or not _receives(host, guest):
            continue
        own = home if home not in (host.country, INTERNATIONAL) else None
        by_guest, by_host = guest.country is not None and _is_told(guest), _is_told(host)
        if by_host and not by_guest and own is not None:
            settled[number] = replace(guest, country=own, country_at=(guest.begin, guest.close))
        elif by_guest and not by_host:
            settled[number - 1] = replace(host, country=own, country_at=(host.begin, host.close) if own is not None else None)
    return settled


def _receives(host: Sighting, guest: Sighting) -> bool:
    """Whether a verb of receiving, and what may stand behind it, is all between the two: "N | today received the | Attaché, M"."""
    if host.view is not guest.view or not host.close < guest.begin <= host.close + _APART:
        return False
    between = host.view.folds[host.close : guest.begin]
    return not _RECEIVING.isdisjoint(between) and all(word in _RECEIVING or word in _PASSED for word in between)


_APART = 8  # words between host and guest
_RECEIVING = frozenset({"received", "receives", "welcomed", "welcomes", "hosted", "hosts", "greeted", "welcoming"})
_PASSED = frozenset(
    {
        "the",
        "a",
        "also",
        "today",
        "yesterday",
        "later",
        "then",
        "has",
        "here",
        "in",
        "at",
        "his",
        "her",
        "office",
        "visiting",
        "held",
        "ceremony",
        "for",
        "ceremonially",
    }
)


def _is_told(sighting: Sighting) -> bool:
    """Whether the state stands in the words of the person’s own office or name."""
    at = sighting.country_at
    if sighting.office is not None and sighting.office.country not in (None, INTERNATIONAL):
        return True
    return at is not None and sighting.begin <= at[0] < sighting.close and at != (sighting.begin, sighting.close)
