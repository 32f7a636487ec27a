"""The part of a page where people set right what the machine read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django import template

from archive.actions.corrections import HOLDS
from archive.models import Correction, ReaderReport
from archive.records import adding, wording
from archive.records.corrections import KINDS, CorrectionRecord, Thing
from archive.records.refusals import Refusal

register = template.Library()


@register.inclusion_tag("_components/corrections.html", takes_context=True)
def corrections_of(context: template.Context, thing: Thing) -> dict[str, Any]:
    """Fields with their states and forms, and the history of what people decided, for those who may correct; nothing for others."""
    user, record = context.get("user"), CorrectionRecord(thing)
    refusal: Refusal | None = getattr(context.get("request"), "refusal", None)
    return {
        "record": record,
        "may_correct": bool(user and user.is_authenticated and user.has_perm("archive.add_correction")),
        "csrf_token": context.get("csrf_token"),
        "messages": context.get("messages"),
        "refusal": refusal,
        "is_in_place": refusal is not None and any(map(refusal.is_of_any, [record, *record.offices])),
    }


@register.simple_tag(takes_context=True)
def refused(context: template.Context, act: str, thing: Thing, field: str = "") -> Refusal | None:
    """The refusal of this form, where it was sent and refused just now."""
    refusal: Refusal | None = context.get("refusal")
    return refusal if refusal and refusal.is_of(act, thing, field) else None


@register.simple_tag
def forms_to_add(attempt: adding.Attempt | None) -> tuple[adding.Form, ...]:
    """The forms for what the machine missed in a release, that of a refused attempt as it was sent."""
    return attempt.forms() if attempt else adding.FORMS


@register.simple_tag
def name_of(thing: Any) -> str:
    """What the page of the thing calls it."""
    return wording.name(thing)


@register.simple_tag
def field_name(about: Correction | ReaderReport) -> str:
    """What the field of a correction, or of a report, is called."""
    return wording.label(about.kind, about.field)


@register.simple_tag
def value_in_words(made: Correction, which: str) -> str:
    """The value of a correction in words: "old", "new", or what it "reads_now"."""
    return wording.value(made.kind, made.field, getattr(made, which))


@dataclass(frozen=True, slots=True)
class Decided:
    """A field on which people decided: what it is called, how, by whom and when."""

    label: str
    state: str
    by: str
    day: datetime.datetime


@register.simple_tag
def decided_on(thing: Thing) -> list[Decided]:
    """The fields of the thing that people confirmed or set right, in force."""
    made = Correction.objects.in_force().filter(kind=KINDS[type(thing)], key=thing.key, operation__in=HOLDS).select_related("by")
    return [
        Decided(
            wording.label(one.kind, one.field),
            "confirmed" if one.operation == Correction.Operation.CONFIRM else "corrected",
            one.by.get_username(),
            one.made_at,
        )
        for one in made.order_by("field")
    ]
