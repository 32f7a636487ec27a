"""What people added to a release, laid over what was read from it: whatever the machine missed there.

Where the machine reads the same by now, it is not told a second time: what people told of it goes over what is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from archive.actions.additions import KEYS
from archive.keys import key_of
from archive.models import Correction
from ingest.engine import levels
from ingest.engine.record import STARTS, Json
from ingest.projection.anchors import place
from ingest.projection.held import KNOWN_AGAIN, HeldReport
from ingest.resolution.linking import fold

BY_HAND = "people.by-hand"  # the rule of words in which somebody saw something that the machine did not
OWN = "added"  # in the form of a fact that people added: its key
Kind = Correction.Kind


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a release in which people saw something, and the key of what they added."""

    start: int
    end: int
    body: str
    key: str

    @property
    def span(self) -> Json:
        return {"start": self.start, "end": self.end, "where": "body", "rule": BY_HAND}

    @property
    def text(self) -> str:
        return " ".join(self.body[self.start : self.end].split())

    def hold(self, fact: Json) -> bool:
        """Whether any of the words that the fact was read from lie in these."""
        return any(at["where"] == "body" and at["start"] < self.end and self.start < at["end"] for at in fact["evidence"])


@dataclass(frozen=True, slots=True)
class Laid:
    """Where facts of a kind stand in the record, how one that people added is written, and how one that is read is known for it."""

    several: str
    written: Callable[[Json, Words], Json]
    same: Callable[[Json, Json, Words], bool]


def completed(form: Json, made: Collection[Correction]) -> Json:
    """The record with what people added to it."""
    added = [one for one in made if one.operation == Correction.Operation.ADD]
    for kind, laid in LAID.items():
        placed = [(one, place(one, form["body"])) for one in added if one.kind == kind]
        found = [(one, _words(one, start, form["body"])) for one, start in placed if start is not None]
        if found:
            form = {**form, laid.several: _together(laid, form[laid.several], found)}
    return form


def _words(one: Correction, start: int, body: str) -> Words:
    own = key_of(KEYS.get(one.kind, f"added {one.kind}"), one.article_key, one.anchor_text, one.anchor_before, one.anchor_after)
    return Words(start, start + len(one.anchor_text), body, own)


def _together(laid: Laid, read: list[Json], found: list[tuple[Correction, Words]]) -> list[Json]:
    facts = list(read)
    for one, words in found:
        told: Json = one.new or {}
        new = laid.written(told, words)
        number = next((number for number, fact in enumerate(read) if laid.same(fact, new, words)), None)
        if number is None:
            facts.append(new)
        else:
            facts[number] = facts[number] | {name: new[name] for name in (*told, OWN) if new.get(name)}
    return facts


# ---- officials and organizations ----


def _person(told: Json, words: Words) -> Json:
    office = {name: told.get(name) for name in ("rank", "position", "organization")}
    level = told.get("level") or levels.level(office["rank"], office["position"], organization=office["organization"])
    fixed: Json = {"aliases": [], "honorific": None, "acting": False, "former": False, "on_behalf_of": None, "confidence": None}
    named = {"name": told["name"], "country": told.get("country"), "level": level}
    return {**named, **office, **fixed, "evidence": [{"field": "name", **words.span}], "mentions": [words.span]}


def _organization(told: Json, words: Words) -> Json:
    named: Json = {"name": told["name"], "aliases": [], "country": told.get("country"), "confidence": None}
    return {**named, "evidence": [{"field": "name", **words.span}], "mentions": [words.span]}


def _of_one_name(fact: Json, new: Json, words: Words) -> bool:
    return bool(fold(fact["name"]) == fold(new["name"]))


# ---- meetings ----


def _meeting(told: Json, words: Words) -> Json:
    one: Json = {name: told.get(name) for name in ("title", "kind", "state", "mode", "date", "end_date", "place", "country", "host")}
    many: Json = {name: list(told.get(name) or ()) for name in ("countries", "organizations", "people", "topics")}
    named = [f"{field}:{name}" for field in ("countries", "organizations", "people") for name in many[field]]
    fields = ["kind", *(name for name, value in one.items() if value and name != "kind"), *named]
    fixed: Json = {"status": "primary", "participants": [], "confidence": None, OWN: words.key}
    basis = "stated" if told.get("date") else None
    return {**one, **many, **fixed, "date_basis": basis, "evidence": [{"field": field, **words.span} for field in fields]}


def _same_meeting(fact: Json, new: Json, words: Words) -> bool:
    return words.hold(fact) and HeldReport(words.key, new).likeness(fact) >= KNOWN_AGAIN


# ---- agreements and quotations ----


def _agreement(told: Json, words: Words) -> Json:
    about: Json = {"title": told["title"], "action": told["action"], "countries": list(told.get("countries") or ())}
    return {**about, "confidence": None, "evidence": [{"field": "title", **words.span}], OWN: words.key}


def _same_agreement(fact: Json, new: Json, words: Words) -> bool:
    return words.hold(fact) and bool(fact["action"] == new["action"])


def _quote(told: Json, words: Words) -> Json:
    about: Json = {"speaker": told["speaker"], "starts": " ".join(words.text.split()[:STARTS]), "text": words.text}
    return {**about, "confidence": None, "evidence": [{"field": "text", **words.span}], OWN: words.key}


def _in_the_same_words(fact: Json, new: Json, words: Words) -> bool:
    return words.hold(fact)


LAID: dict[Any, Laid] = {
    Kind.PERSON: Laid("people", _person, _of_one_name),
    Kind.ORGANIZATION: Laid("organizations", _organization, _of_one_name),
    Kind.MEETING: Laid("meetings", _meeting, _same_meeting),
    Kind.AGREEMENT: Laid("agreements", _agreement, _same_agreement),
    Kind.QUOTE: Laid("quotes", _quote, _in_the_same_words),
}
