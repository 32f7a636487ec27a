"""Where somebody serves whose office is told without its body: "visited the Logistics Command, where the commander, Colonel N, …"."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.engine import patterns
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import Found, View

_MODIFIERS = r"(?:(?:deputy|vice|acting|senior|assistant|executive|force|command|regional)[ -])*"
_COMMAND = patterns.compile(rf"{_MODIFIERS}(?:commander|commandant|superintendent|chief of staff|enlisted leader|chief)", re.IGNORECASE)
_DIRECTION = patterns.compile(rf"{_MODIFIERS}(?:director|head|director general|president|rector|administrator)", re.IGNORECASE)
_COMMANDED = patterns.compile(
    r"\b(?:commands?|forces?|corps|brigade|division|regiment|battalion|wing|squadron|fleet|flotilla|navy|army|guard|police|headquarters|base|region"
    r"|cent(?:re|er)|school|academy|college|area|garrison|sector|staff)\b",
    re.IGNORECASE,
)
_DIRECTED = patterns.compile(
    r"\b(?:cent(?:re|er)|institute|school|academy|agency|office|bureau|college|university|directorate|hospital|authority|laborator(?:y|ies)|secretariat)\b",
    re.IGNORECASE,
)


def serve(sightings: list[Sighting], publisher: str | None) -> list[Sighting]:
    """The sightings, each bare office with the body that the words before it name; of those in lists the body stands by itself already."""
    settled: list[Sighting] = []
    for sighting in sightings:
        office = sighting.office
        if office is not None and office.organization is None and sighting.organization is None and sighting.view.passage.where == "body":
            sighting = _serving(sighting, settled, publisher)
        settled.append(sighting)
    return settled


def _serving(sighting: Sighting, before: list[Sighting], publisher: str | None) -> Sighting:
    office, view = sighting.office, sighting.view
    if office is None or office.country is not None:
        return sighting
    kind = _COMMANDED if _COMMAND.fullmatch(office.position) else _DIRECTED if _DIRECTION.fullmatch(office.position) else None
    if kind is None:
        if not re.fullmatch(r"deputy", office.position, re.IGNORECASE):
            return sighting
        kind = _COMMANDED
    lead = view.fold(office.start - 1)
    if lead in {"his", "her"} and before:  # "General N, and his deputy, Colonel M"
        model = before[-1]
        name = model.organization or (model.office.organization if model.office else None)
        near = model.view is view and office.start - model.close < 10
        return replace(sighting, organization=name, organization_at=(model.begin, model.close)) if name and near else sighting
    if lead not in {"the", "its", "their", "whose", "'s"}:
        return sighting
    body = _last_body(view, office.start, _ANY if lead == "whose" else kind) or _of_publisher(view, kind, publisher)
    return sighting if body is None else replace(sighting, organization=body.value, organization_at=(body.start, body.end))


_ANY = patterns.compile("")


def _of_publisher(view: View, kind: re.Pattern[str], publisher: str | None) -> Found | None:
    """The service that issued the release, for "the Commander" and "the Chief of Staff" of whom it says no more."""
    if publisher is None or kind is not _COMMANDED or not _SERVICE.search(publisher):
        return None
    return next((found for found in view.bodies.values() if found.value == publisher), None)


_SERVICE = patterns.compile(r"\b(?:Army|Navy|Air Force|Coast Guard|Armed Forces|Defen[cs]e Force)$")


def _last_body(view: View, at: int, kind: re.Pattern[str]) -> Found | None:
    """The last body of a kind that is named before `at`, in its sentence or the one before in the same paragraph."""
    number = view.sentence_number(at)
    start, _ = view.sentences[number]
    if number > 0 and view.paragraph(number - 1) == view.paragraph(number):
        start = view.sentences[number - 1][0]
    for word in range(at - 1, start - 1, -1):
        found = view.bodies.get(word)
        if found is not None and found.end <= at and kind.search(found.value):
            return found
    return None
