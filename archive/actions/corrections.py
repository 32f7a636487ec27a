"""Setting right what the machine read. A correction is laid over every extraction to come, and is never overwritten by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from archive import edtf
from archive.actions import linked
from archive.actions.judgements import AlreadyWithdrawn
from archive.actions.refused import Refused as Refused
from archive.actions.tables import tables
from archive.models import Agreement, Appointment, Article, Correction, Country, FormerKey, Meeting, Organization, Person, Quote

CONTEXT = 60  # characters kept before and after the words of an anchor
MODELS: dict[str, type[Any]] = {
    "person": Person,
    "organization": Organization,
    "meeting": Meeting,
    "appointment": Appointment,
    "agreement": Agreement,
    "quote": Quote,
}
SETTABLE = {  # the columns that people set; all others follow from these, or are of the archive's own keeping
    "person": ("name", "sort_name", "country"),
    "appointment": ("rank", "position", "organization", "level"),
    "organization": ("name", "acronyms", "other_names", "country", "international", "kind"),
    "meeting": ("title", "kind", "mode", "state", "date", "end_date", "basis", "place", "country", "host", "level", "topics"),
    "agreement": ("title", "action", "countries"),
    "quote": ("speaker", "speaker_name"),
}
OF_KEYS: dict[Any, type[Any]] = {Person: Person, Organization: Organization}  # what a correction names by its key
OF_AN_ARTICLE = (Agreement, Quote)  # what one release alone tells; a correction of it rests on the words there
LEAD_ON = ("meeting", "appointment")  # of these what was decided under a former key holds too
HOLDS = (Correction.Operation.SET, Correction.Operation.CONFIRM)
Kind = Correction.Kind
TOLD_BY_ONE = frozenset(
    {Kind.ARTICLE, Kind.MENTION, Kind.REPORT, Kind.OFFICIAL, Kind.BODY, Kind.AGREEMENT, Kind.QUOTE}
)  # of one release alone
DATES = ("date", "end_date")


class Changed(Refused):
    """Somebody changed the field meanwhile: `seen` is what the page showed, `now` what holds."""

    def __init__(self, *, seen: Any, now: Any) -> None:
        super().__init__(
            f"The value changed while you looked at it: your page showed “{shown(seen)}”, and now it is “{shown(now)}”. Look at it again."
        )
        self.seen, self.now = seen, now


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a correction rests on, with what stands around them: found again in a text that was cleaned anew."""

    article_key: str
    text: str
    before: str = ""
    after: str = ""


def anchor(*, article: Article, start: int, end: int) -> Anchor:
    """The anchor of these characters of the article's body."""
    body = article.body
    return Anchor(article.key, body[start:end], body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT])


@transaction.atomic
def correct(
    *, kind: str, key: str, field: str, new: Any, seen: Any, by: AbstractBaseUser, reason: str = "", at: Anchor | None = None
) -> Correction:
    """The field has the new value; where it is the one that holds already, it is confirmed.

    `seen` is the value that whoever corrects has before them. Raises `Changed` where another holds by now, and `Refused` for a value
    that the field cannot have.
    """
    tables().lock()
    row = MODELS[kind].objects.filter(key=key).first()
    if row is None:
        raise Refused("It is not in the archive any more: it was joined to another, or no release tells of it. Go back and look for it.")
    is_link = linked.is_link(field)
    if not is_link:
        _settable(kind, field)
    now = value_of(row, field)
    if not _alike(now, seen):
        raise Changed(seen=seen, now=now)
    value = linked.check(kind, key, field, new) if is_link else check(kind=kind, field=field, value=new)
    if field in DATES and value:
        refuse_backwards(**{"date": row.date, "end_date": row.end_date} | {field: value})
    operation = Correction.Operation.CONFIRM if _alike(value, now) else Correction.Operation.SET
    machine = machine_value(kind=kind, key=key, field=field, now=now)
    made = record(
        kind=kind, key=key, field=field, operation=operation, old=machine, new=value, by=by, reason=reason, at=at or _words_of(row)
    )
    _follow(made)
    return made


def _words_of(row: models.Model) -> Anchor | None:
    """The words of an agreement or a quotation in its release; None for what several releases may tell of."""
    if not isinstance(row, OF_AN_ARTICLE):
        return None
    span: Any = row.evidence.get("title") if isinstance(row, Agreement) else {"where": row.where, "start": row.start, "end": row.end}
    if not span or span["where"] != "body":
        return Anchor(row.article.key, "")
    return anchor(article=row.article, start=span["start"], end=span["end"])


@transaction.atomic
def set_field(
    *, kind: str, key: str, field: str, old: Any, new: Any, by: AbstractBaseUser, reason: str = "", at: Anchor | None = None
) -> Correction:
    """The field of the thing with this key has the new value from now on; an earlier correction of it is withdrawn."""
    made = record(kind=kind, key=key, field=field, operation=Correction.Operation.SET, old=old, new=new, by=by, reason=reason, at=at)
    _follow(made)
    return made


@transaction.atomic
def confirm(*, kind: str, key: str, field: str, value: Any, by: AbstractBaseUser, reason: str = "", at: Anchor | None = None) -> Correction:
    """Somebody looked at the field and found it right: it keeps this value whatever the machine reads next."""
    operation = Correction.Operation.CONFIRM
    made = record(kind=kind, key=key, field=field, operation=operation, old=value, new=value, by=by, reason=reason, at=at)
    _follow(made)
    return made


@transaction.atomic
def suppress(*, kind: str, key: str, old: Any, by: AbstractBaseUser, reason: str = "", at: Anchor | None = None) -> Correction:
    """The thing with this key is not there: the machine saw what is not in the text."""
    model = MODELS.get(kind)  # mentions have no page of their own, and so no words to be found again by
    if at is None and model is not None and (row := model.objects.filter(key=key).first()) is not None:
        at = _words_of(row)
    made = record(kind=kind, key=key, field="", operation=Correction.Operation.SUPPRESS, old=old, new=None, by=by, reason=reason, at=at)
    _follow(made)
    return made


@transaction.atomic
def add(*, kind: str, key: str, new: Any, by: AbstractBaseUser, reason: str = "", at: Anchor | None = None) -> Correction:
    """A thing that the machine missed is there, with these values."""
    made = record(kind=kind, key=key, field="", operation=Correction.Operation.ADD, old=None, new=new, by=by, reason=reason, at=at)
    _follow(made)
    return made


@transaction.atomic
def withdraw(*, correction: Correction, by: AbstractBaseUser) -> None:
    """What the machine read counts again; that the correction was made stays on record. Raises `AlreadyWithdrawn` the second time."""
    tables().lock()
    correction.refresh_from_db()
    if correction.withdrawn_at is not None:
        raise AlreadyWithdrawn(correction)
    take_back(correction, by=by)
    _follow(correction)


@transaction.atomic
def keep(*, correction: Correction, by: AbstractBaseUser) -> Correction:
    """The correction holds, and what the machine reads now is known: it is asked about again only when it reads something else."""
    tables().lock()
    correction.refresh_from_db()
    if correction.withdrawn_at is not None:
        raise AlreadyWithdrawn(correction)
    if correction.reads_since is None:
        raise Refused("The machine reads nothing new there: the correction holds as it is.")
    at = Anchor(correction.article_key, correction.anchor_text, correction.anchor_before, correction.anchor_after)
    told = {"kind": correction.kind, "key": correction.key, "field": correction.field, "reason": correction.reason}
    return set_field(old=correction.reads_now, new=correction.new, by=by, at=at if at.article_key else None, **told)


def place_of(words: str, *, article: Article) -> tuple[int, int]:
    """Where the words stand in the text, however their blanks are set. Raises `Refused` where they do not."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), article.body) if words.strip() else None
    if found is None:
        raise Refused("Those words do not stand in the text. Copy them from it as they are written there.", field="words")
    return found.start(), found.end()


def machine_value(*, kind: str, key: str, field: str, now: Any) -> Any:
    """What the machine reads for the field, whatever people decided; `now` is what holds."""
    keys = [key, *FormerKey.objects.filter(kind=kind, now=key).values_list("key", flat=True)] if kind in LEAD_ON else [key]
    told = Correction.objects.in_force().filter(kind=kind, key__in=keys, field=field, operation__in=HOLDS)
    held = min(told, key=lambda one: (one.key != key, one.pk), default=None)
    if held is None:
        return now
    return held.reads_now if held.reads_since else held.old


def value_of(row: models.Model, field: str) -> Any:
    """The value as a correction keeps it: a key for what is a thing of its own."""
    if linked.is_link(field):
        return linked.value_of(row, field)
    column = row._meta.get_field(field)
    if isinstance(column, models.ForeignKey) and column.related_model in OF_KEYS:
        other = getattr(row, field)
        return other.key if other else None
    value = column.value_from_object(row)  # type: ignore[union-attr]
    return list(value) if isinstance(value, list | tuple) else value


def check(*, kind: str, field: str, value: Any) -> Any:
    """The value as the column takes it. Raises `Refused`, with what to do, where the column takes it not."""
    column = _settable(kind, field)
    if not _fits(column, value):
        raise Refused(f"{str(column.verbose_name).capitalize()} cannot be {value!r:.60}: it is of another type. Send it as it is shown.")
    if isinstance(value, str):
        value = " ".join(value.replace("\x00", "").split())
    if field in DATES and value and not edtf.is_date(value):
        raise Refused(f"“{value}” is no day of the calendar. {edtf.HOW_TO_WRITE}")
    if field == "countries" and (unknown := set(value or ()) - set(Country.objects.values_list("code", flat=True))):
        raise Refused(f"No country has the code “{sorted(unknown)[0]}”. Give the two letters of ISO 3166, as RO for Romania.")
    if isinstance(column, models.ForeignKey) and column.related_model in OF_KEYS:
        if value and not OF_KEYS[column.related_model].objects.filter(key=value).exists():
            raise Refused(f"That {column.related_model._meta.verbose_name} is not in the archive any more. Load the page again.")
        return value or None
    if isinstance(column, models.ForeignKey):
        if value and not Country.objects.filter(code=value).exists():
            raise Refused(f"No country has the code “{value}”. Give the two letters of ISO 3166, as RO for Romania.")
        return value or None
    if value in (None, "") and not column.blank:
        raise Refused(
            f"{str(column.verbose_name).capitalize()} cannot be empty. Give one; or, if there is no such thing, take the whole away."
        )
    try:
        return column.clean(value if value != "" or not column.null else None, None)
    except ValidationError as wrong:
        raise Refused(" ".join(wrong.messages)) from wrong


def _settable(kind: str, field: str) -> Any:
    """The column. Raises `Refused` where people do not set it."""
    if field not in SETTABLE[kind]:
        raise Refused(f"A {kind} has no field “{field}” to set. Its fields are: {', '.join(SETTABLE[kind])}.")
    return MODELS[kind]._meta.get_field(field)


def _fits(column: Any, value: Any) -> bool:
    """Whether the value is of the type that the column keeps; nothing is, everywhere."""
    if value is None:
        return True
    if isinstance(column, ArrayField):
        return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
    if isinstance(column, models.BooleanField):
        return isinstance(value, bool)
    if isinstance(column, models.IntegerField):
        return value == "" or (isinstance(value, int | str) and not isinstance(value, bool))
    return isinstance(value, str)


def refuse_backwards(*, date: str, end_date: str) -> None:
    """Raises `Refused` where a meeting would end before it begins."""
    (begins, _), (_, ends) = edtf.bounds(date), edtf.bounds(end_date)
    if begins and ends and ends < begins:
        raise Refused(f"The meeting would end ({end_date}) before it begins ({date}). Clear or correct the other of the two days first.")


def shown(value: Any) -> str:
    """A value for people."""
    if value in (None, "", []):
        return "not stated"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def record(
    *,
    kind: str,
    key: str,
    field: str,
    operation: str,
    old: Any,
    new: Any,
    by: AbstractBaseUser,
    reason: str = "",
    at: Anchor | None = None,
) -> Correction:
    """The correction on record and in force; one that it replaces is withdrawn. The tables do not follow yet."""
    tables().lock()
    for earlier in Correction.objects.in_force().select_for_update().filter(kind=kind, key=key, field=field):
        if _replaces(operation, earlier.operation):
            take_back(earlier, by=by)
    return Correction.objects.create(
        kind=kind,
        key=key,
        field=field,
        operation=operation,
        old=old,
        new=new,
        reason=reason,
        by_id=by.pk,
        article_key=at.article_key if at else "",
        anchor_text=at.text if at else "",
        anchor_before=at.before if at else "",
        anchor_after=at.after if at else "",
    )


def _replaces(operation: str, earlier: str) -> bool:
    """What people added they can take away, and bring back: the two decisions stand beside each other."""
    return operation == earlier or Correction.Operation.ADD not in {operation, earlier}


def take_back(correction: Correction, *, by: AbstractBaseUser) -> None:
    """The correction is withdrawn on record. The tables do not follow yet."""
    Correction.objects.in_force().filter(pk=correction.pk).update(withdrawn_at=timezone.now(), withdrawn_by=by.pk)


def _follow(made: Correction) -> None:
    named = {"person": "people", "organization": "organizations", "meeting": "meetings", "appointment": "appointments"}
    if (made.kind, made.field) == (Kind.QUOTE, "speaker") and made.new:
        tables().decide(articles=[made.article_key], people=[made.new])
    elif made.operation == Correction.Operation.ADD or made.kind in TOLD_BY_ONE:
        tables().decide(articles=[made.article_key])
    elif made.kind in named:
        tables().decide(**{named[made.kind]: [made.key]})


def _alike(one: Any, other: Any) -> bool:
    return (one or None) == (other or None) or str(one) == str(other)
