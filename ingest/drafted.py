"""Facts of a draft that its editor accepts, corrects or takes away, before any table that readers see holds them.

A decision is made on the key that the fact has once the release is published, in the ledger that all decisions are in; the projection
lays it over what is read, then and with every later engine. It is of this release alone, whatever others tell: of a meeting its account is
set right or taken away, of an official and an organization what it tells of them (docs/decisions/0021-one-release.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from archive.actions import additions, corrections
from archive.filters.countries import INTERNATIONAL, Countries
from archive.models import Article, Correction
from archive.models.correction import CorrectionQuerySet
from archive.records import wording
from ingest.engine.record import Json
from ingest.projection import footings
from ingest.projection.accounts import key_of_meeting
from ingest.projection.by_hand import ByHand
from ingest.projection.facts import read

FIELDS = {
    "meeting": ("kind", "date", "end_date", "place", "country", "host", "state", "mode"),
    "agreement": ("title", "action"),
    "quote": ("speaker_name",),
    "official": ("name", "rank", "position", "organization", "country"),
    "body": ("name", "country"),
}
COLUMNS = {  # kind and field: the column that takes the value, where it is not that of the kind's own table
    **{("official", name): (Correction.Kind.PERSON, name) for name in ("name", "country")},
    **{("official", name): (Correction.Kind.APPOINTMENT, name) for name in ("rank", "position")},
    ("official", "organization"): (Correction.Kind.ORGANIZATION, "name"),
    **{("body", name): (Correction.Kind.ORGANIZATION, name) for name in ("name", "country")},
}
MAY_BE_EMPTY = {("official", "organization")}
LABELS = {
    "end_date": "Until",
    "country": "Held in",
    "official country": "Country",
    "body country": "Country",
    "state": "Held or planned",
    "mode": "In person or not",
    "speaker_name": "Speaker",
    "action": "What was done",
}
READ_AS = {"speaker_name": "speaker"}  # columns that the record calls by another name
COUNTRIES = ("country", "host")


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as the record has it: by which kind and key it is asked for, and `account` (of a meeting), on which is decided."""

    kind: str
    key: str
    form: Json
    account: str = ""  # the key of the report, where the fact is a meeting

    @property
    def on(self) -> tuple[str, str]:
        """The kind and key that decisions are recorded under."""
        return (Correction.Kind.REPORT, self.account) if self.account else (self.kind, self.key)

    @property
    def known_by(self) -> tuple[tuple[str, str], ...]:
        """All kinds and keys that decisions on it may have: before accounts were decided on, it was on the meeting itself."""
        return tuple(dict.fromkeys([(self.kind, self.key), self.on]))

    @property
    def words(self) -> tuple[int, int] | None:
        return next(((span["start"], span["end"]) for span in self.form["evidence"] if span["where"] == "body"), None)


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a fact with the value that holds, as a form shows it."""

    name: str
    label: str
    value: str
    holds: Any = None
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
    told: Told
    slots: tuple[Slot, ...]
    state: str = ""
    by: str = ""
    machine: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """Which fact it is, for those who hear the page: "official Ana Popa"."""
        name = next((slot.value for slot in self.slots if slot.name in {"name", "title", "speaker_name"}), "")
        return f"{'organization' if self.kind == 'body' else self.kind} {name}".strip()


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
    def told(self) -> list[Told]:
        """In the order of the record."""
        if not self.record:
            return []
        hand = ByHand.of([self.article])[self.article.key]
        facts = read(self.record, article=self.article.key, moved=hand.moved, held=hand.held(self.record["body"]))
        officials = zip(facts.officials, self.record["people"], strict=True)
        bodies = zip(facts.bodies, self.record["organizations"], strict=False)  # behind them stand those that only an office names
        return [
            *(Told("meeting", key_of_meeting(fact.key), fact.form, fact.key) for fact in facts.reports),
            *(Told("agreement", key, form) for key, form in facts.agreements),
            *(Told("quote", key, form) for key, form in facts.quotes),
            *(Told("official", fact.key, form) for fact, form in officials),
            *(Told("body", fact.key, form) for fact, form in bodies),
        ]

    @cached_property
    def _by_form(self) -> dict[int, Decided]:
        return {id(one.form): self._decided(one) for one in self.told}

    @cached_property
    def _made(self) -> dict[tuple[str, str], list[Correction]]:
        found: dict[tuple[str, str], list[Correction]] = {}
        for made in _in_force(self.article).select_related("by"):
            found.setdefault((made.kind, made.key), []).append(made)
        return found

    def _decided(self, told: Told) -> Decided:
        made = [one for on in told.known_by for one in self._made.get(on, ())]
        held = {one.field: one.new for one in made}
        machine = {name: told.form.get(READ_AS.get(name, name)) or "" for name in FIELDS[told.kind]}
        slots = tuple(self._slot(told.kind, name, held.get(name, machine[name]), machine[name]) for name in FIELDS[told.kind])
        return Decided(told.kind, told.key, told, slots, _state(made), made[0].by.get_username() if made else "", machine)

    def _slot(self, kind: str, name: str, value: Any, machine: Any) -> Slot:
        of_kind, field_name = COLUMNS.get((kind, name), (kind, name))
        column = corrections.MODELS[of_kind]._meta.get_field(field_name)
        shown = self._country(value) if name in COUNTRIES and value else str(value or "")
        label = LABELS.get(f"{kind} {name}") or LABELS.get(name, name.replace("_", " ").capitalize())
        return Slot(name, label, shown, value or None, _choices(of_kind, column), corrected=(value or "") != (machine or ""))

    def _country(self, code: str) -> str:
        return "international" if code == INTERNATIONAL else self._countries.name(code)

    @cached_property
    def _countries(self) -> Countries:
        return Countries.load()


@transaction.atomic
def keep(*, draft: Drafted, fact: Decided, told: Mapping[str, str], by: User) -> int:
    """The fields say what was told; what was left as it was is accepted. How many were changed. Raises `Refused`."""
    return sum(_keep_slot(draft, fact, slot, told.get(slot.name, slot.value), by) for slot in fact.slots)


def _keep_slot(draft: Drafted, fact: Decided, slot: Slot, typed: str, by: User) -> bool:
    """Whether the field says something else now than what was read."""
    machine = fact.machine[slot.name]
    new = _value(fact, slot, " ".join(typed.split()))
    for made in _made_on(draft, fact).filter(field=slot.name):
        if (made.kind, made.key) != fact.told.on or not (new or machine):
            corrections.withdraw(correction=made, by=by)
    if not (new or machine):  # nothing was read, and nothing is told
        return False
    kind, key = fact.told.on
    act: dict[str, Any] = {"kind": kind, "key": key, "field": slot.name, "by": by, "at": _anchor(draft.article, fact)}
    if (new or "") == (machine or ""):
        corrections.confirm(value=new, **act)
        return False
    corrections.set_field(old=machine or None, new=new, **act)
    return True


def _value(fact: Decided, slot: Slot, typed: str) -> Any:
    """The value that was typed, as a correction keeps it. Raises `Refused`."""
    if typed == slot.value:
        return slot.holds
    value: Any = typed
    if typed and slot.name in COUNTRIES:
        value = INTERNATIONAL if typed.casefold() == "international" else Countries.load().code(typed)
        if value is None:
            raise corrections.Refused(f"No country is called “{typed}”. Give its name or its two letters.")
    if not typed and (fact.kind, slot.name) in MAY_BE_EMPTY:
        return None
    if value == INTERNATIONAL and fact.kind == "body":
        return value
    kind, name = COLUMNS.get((fact.kind, slot.name), (fact.kind, slot.name))
    return corrections.check(kind=kind, field=name, value=value)


@transaction.atomic
def take_away(*, draft: Drafted, fact: Decided, by: User) -> None:
    """The machine saw what is not in the text: the release will not tell of it once it is published."""
    kind, key = fact.told.on
    old = {name: fact.told.form.get(name) for name in footings.PRINT} if fact.told.account else dict(fact.machine)
    corrections.suppress(kind=kind, key=key, old=old, by=by, at=_anchor(draft.article, fact))


@transaction.atomic
def undo(*, draft: Drafted, fact: Decided, by: User) -> None:
    """What the machine read counts again."""
    for made in _made_on(draft, fact):
        corrections.withdraw(correction=made, by=by)


def _made_on(draft: Drafted, fact: Decided) -> CorrectionQuerySet:
    """The decisions in force on the fact."""
    either = Q()
    for kind, key in fact.told.known_by:
        either |= Q(kind=kind, key=key)
    return _in_force(draft.article).filter(either)


def carry_over(*, former: Article, update: Article, record: Json) -> None:
    """What people decided on facts of the update holds of the release whose place it takes, and so do the officials whom they added."""
    footings.keep([former])  # facts go on speaking of what was decided on before
    form = ByHand.of([update])[update.key].as_read(record)
    now = dict(_leads(Drafted(update, form).told, Drafted(former, form).told))
    added = Correction.objects.in_force().filter(operation=Correction.Operation.ADD, article_key=update.key)
    for made in (_in_force(update) | added).select_related("by").order_by("pk"):
        at = corrections.Anchor(former.key, made.anchor_text, made.anchor_before, made.anchor_after)
        own = additions.key_of_added(made.kind, former.key, at) if made.operation == Correction.Operation.ADD else ""
        corrections.take_back(made, by=made.by)
        if key := own or now.get((made.kind, made.key)):
            same = {"kind": made.kind, "field": made.field, "operation": made.operation, "reason": made.reason}
            corrections.record(key=key, old=made.old, new=made.new, by=made.by, at=at, **same)


def _leads(before: list[Told], after: list[Told]) -> Iterator[tuple[tuple[str, str], str]]:
    """For the kind and key of each fact the key that it has in the other article."""
    for one, other in zip(before, after, strict=True):
        yield from ((was, now[1]) for was, now in zip(one.known_by, other.known_by, strict=True))


def _in_force(article: Article) -> CorrectionQuerySet:
    """The decisions that rest on this release."""
    return Correction.objects.in_force().filter(kind__in=[*FIELDS, Correction.Kind.REPORT], article_key=article.key)


def _state(made: list[Correction]) -> str:
    operations = {one.operation for one in made}
    if Correction.Operation.SUPPRESS in operations:
        return "taken away"
    if Correction.Operation.SET in operations:
        return "corrected"
    return "accepted" if operations else ""


def _anchor(article: Article, fact: Decided) -> corrections.Anchor:
    if fact.told.words is None:
        return corrections.Anchor(article.key, "")
    start, end = fact.told.words
    return corrections.anchor(article=article, start=start, end=end)


def _choices(kind: str, column: Any) -> tuple[tuple[str, str], ...]:
    told = tuple((str(value), words) for value, words in wording.choices(kind, column.name))
    return (("", "not told"), *told) if told and column.blank else told
