"""Facts of a draft that its editor accepts, corrects or takes away, before any table that readers see holds them.

A decision is made on the key that the fact has once the release is published, in the ledger that all decisions are in; the projection
lays it over what is read, then and with every later engine.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from archive.actions import corrections
from archive.filters.countries import Countries
from archive.models import Article, Correction
from ingest.engine.record import Json
from ingest.projection.by_hand import ByHand
from ingest.projection.facts import Facts, read
from ingest.projection.meetings import key_of_meeting

FIELDS = {
    "meeting": ("kind", "date", "end_date", "place", "country", "host", "state", "mode"),
    "agreement": ("title", "action"),
    "quote": ("speaker_name",),
}
LABELS = {"end_date": "Until", "country": "Held in", "state": "Held or planned", "speaker_name": "Speaker", "action": "What was done"}
READ_AS = {"speaker_name": "speaker"}  # columns that the record calls by another name
COUNTRIES = ("country", "host")


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a fact with the value that holds, as a form shows it."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    corrected: bool = False

    @property
    def shown(self) -> str:
        """The value in words."""
        return dict(self.choices).get(self.value, self.value) if self.value else ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What can be decided on a fact, and what was: "accepted", "corrected", "taken away", or "" where nobody looked at it."""

    kind: str
    key: str
    words: tuple[int, int] | None
    slots: tuple[Slot, ...]
    state: str = ""
    by: str = ""
    machine: Mapping[str, Any] = field(default_factory=dict)


class Drafted:
    """The facts of an article that can be decided on: those that it alone tells, whoever the officials in it are taken for."""

    def __init__(self, article: Article, record: Json) -> None:
        self.article, self.record = article, record

    def of(self, form: Json) -> Decided | None:
        """The fact that the record has in this form, if it can be decided on."""
        return self._by_form.get(id(form))

    def find(self, kind: str, key: str) -> Decided | None:
        """The fact of this kind and key, if the draft has it."""
        return next((fact for fact in self.facts if (fact.kind, fact.key) == (kind, key)), None)

    @property
    def facts(self) -> Collection[Decided]:
        return self._by_form.values()

    @cached_property
    def _by_form(self) -> dict[int, Decided]:
        if not self.record:
            return {}
        told = [("meeting", key_of_meeting(fact.key), fact.form) for fact in self._facts.reports]
        told += [("agreement", key, form) for key, form in self._facts.agreements]
        told += [("quote", key, form) for key, form in self._facts.quotes]
        return {id(form): self._decided(kind, key, form) for kind, key, form in told}

    @cached_property
    def _facts(self) -> Facts:
        hand = ByHand.of([self.article])[self.article.key]
        return read(self.record, article=self.article.key, moved=hand.moved, held=hand.held(self.article.body))

    @cached_property
    def _made(self) -> dict[str, list[Correction]]:
        found: dict[str, list[Correction]] = {}
        for made in Correction.objects.in_force().filter(kind__in=FIELDS, article_key=self.article.key).select_related("by"):
            found.setdefault(made.key, []).append(made)
        return found

    def _decided(self, kind: str, key: str, form: Json) -> Decided:
        made = self._made.get(key, [])
        held = {one.field: one.new for one in made}
        machine = {name: form.get(READ_AS.get(name, name)) or "" for name in FIELDS[kind]}
        slots = tuple(self._slot(kind, name, held.get(name, machine[name]), machine[name]) for name in FIELDS[kind])
        return Decided(kind, key, _words(form), slots, _state(made), made[0].by.get_username() if made else "", machine)

    def _slot(self, kind: str, name: str, value: Any, machine: Any) -> Slot:
        column = corrections.MODELS[kind]._meta.get_field(name)
        shown = self._countries.name(value) if name in COUNTRIES and value else str(value or "")
        label = LABELS.get(name, name.replace("_", " ").capitalize())
        return Slot(name, label, shown, _choices(column), corrected=(value or "") != (machine or ""))

    @cached_property
    def _countries(self) -> Countries:
        return Countries.load()


@transaction.atomic
def keep(*, draft: Drafted, fact: Decided, told: Mapping[str, str], by: User) -> int:
    """The fields say what was told; what was left as it was is accepted. How many were changed. Raises `Refused`."""
    changed = 0
    for slot in fact.slots:
        value: Any = " ".join(told.get(slot.name, slot.value).split())
        if value and slot.name in COUNTRIES:
            code = Countries.load().code(value)
            if code is None:
                raise corrections.Refused(f"No country is called “{value}”. Give its name or its two letters.")
            value = code
        machine = fact.machine[slot.name]
        new = corrections.check(kind=fact.kind, field=slot.name, value=value)
        same = (new or "") == (machine or "")
        if same and not machine:
            continue  # nothing was read, and nothing is told
        act: dict[str, Any] = {"kind": fact.kind, "key": fact.key, "field": slot.name, "by": by, "at": _anchor(draft.article, fact)}
        if same:
            corrections.confirm(value=new, **act)
        else:
            corrections.set_field(old=machine or None, new=new, **act)
            changed += 1
    return changed


@transaction.atomic
def take_away(*, draft: Drafted, fact: Decided, by: User) -> None:
    """The machine saw what is not in the text: there will be no such thing once the release is published."""
    at = _anchor(draft.article, fact)
    corrections.suppress(kind=fact.kind, key=fact.key, old=dict(fact.machine), by=by, at=at)


@transaction.atomic
def undo(*, draft: Drafted, fact: Decided, by: User) -> None:
    """What the machine read counts again."""
    for made in Correction.objects.in_force().filter(kind=fact.kind, key=fact.key, article_key=draft.article.key):
        corrections.withdraw(correction=made, by=by)


def _state(made: list[Correction]) -> str:
    operations = {one.operation for one in made}
    if Correction.Operation.SUPPRESS in operations:
        return "taken away"
    if Correction.Operation.SET in operations:
        return "corrected"
    return "accepted" if operations else ""


def _words(form: Json) -> tuple[int, int] | None:
    return next(((span["start"], span["end"]) for span in form["evidence"] if span["where"] == "body"), None)


def _anchor(article: Article, fact: Decided) -> corrections.Anchor:
    if fact.words is None:
        return corrections.Anchor(article.key, "")
    return corrections.anchor(article=article, start=fact.words[0], end=fact.words[1])


def _choices(column: Any) -> tuple[tuple[str, str], ...]:
    told = tuple((str(value), str(label)) for value, label in column.choices or ())
    return (("", "not told"), *told) if told and column.blank else told
