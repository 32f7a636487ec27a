"""Offices that the summary above a release tells of people whom its body only names: "Defence Secretary N has signed …"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.engine import passages
from ingest.engine.rules.people import sightings, view
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import View
from ingest.engine.types import Organization, Release
from ingest.engine.values import replace


def read(release: Release, body: View, bodies: tuple[Organization, ...]) -> Iterator[Sighting]:
    """The people whom the summary introduces by full name, each where the body first prints that name; their evidence is that name."""
    if not release.subtitle:
        return
    passage = passages.of(Release(title=None, body=release.subtitle))[1]
    for seen in sightings.find(view.of(passage, tuple(replace(each, mentions=()) for each in bodies))):
        words = seen.view.folds[seen.start : seen.end]
        at = _first(body, words) if len(words) > 1 and (seen.office or seen.rank) else None
        if at is None:
            continue
        span = (at, at + len(words))
        office = replace(seen.office, start=span[0], end=span[1]) if seen.office is not None else None
        yield replace(
            seen, view=body, start=span[0], end=span[1], begin=span[0], close=span[1], rule="people.summary", office=office,
            rank_at=span if seen.rank else None, honorific=None, honorific_at=None, organization_at=span if seen.organization else None,
            country_at=span if seen.country else None,
        )  # fmt: skip


def _first(body: View, words: list[str]) -> int | None:
    """Where the body first prints the words."""
    ends = range(len(body.folds) - len(words) + 1)
    return next((at for at in ends if body.folds[at] == words[0] and body.folds[at : at + len(words)] == words), None)
