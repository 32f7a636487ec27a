"""Fields, values and things of decisions as people read them: “Country”, “Romania”, “Talks of …” instead of columns, codes and keys."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.text import capfirst

from archive.actions import corrections, linked
from archive.filters.countries import Countries
from archive.models import Appointment, Correction, Meeting, Organization, Participation, Person
from archive.models.organization import SuccessionKind
from archive.prose.dates import in_words
from archive.prose.levels import KINDS, LEVELS
from archive.prose.meetings import name_of

LABELS = {
    "speaker_name": "Named in the text as",
    "countries": "Parties",
    "sort_name": "Sorted by",
    "country": "Country",
    "end_date": "Until",
    "state": "Held or planned",
    "mode": "In person or not",
    "topics": "Subject",
}
OF_MEETINGS = {"title": "Occasion", "level": "Highest level", "country": "Held in"}
OF_ONE_RELEASE: dict[str, tuple[type[models.Model], ...]] = {  # where the columns are of what drafts and releases have
    Correction.Kind.REPORT: (Meeting,),
    Correction.Kind.OFFICIAL: (Person, Appointment),
    Correction.Kind.BODY: (Organization,),
}


def label(kind: str, field: str) -> str:
    """What the field is called, as the page of the thing calls it; only a meeting's title is an occasion."""
    if linked.is_link(field):
        return f"{'Followed by' if field.startswith('followed_by') else 'Took part'}: {called(field)}"
    called_so = (LABELS | OF_MEETINGS if kind in {"meeting", "report"} else LABELS).get(field)
    if called_so:
        return called_so
    column = _column(kind, field)
    return capfirst(str(column.verbose_name) if column is not None else field.replace("_", " "))


def value(kind: str, field: str, told: Any) -> str:
    """The value of a correction in words."""
    if linked.is_link(field):
        return _linked(field, told)
    column = _column(kind, field)
    if told in (None, "", []):
        return corrections.shown(told)
    if isinstance(told, dict):
        return name_in(told)
    if field == "countries":
        return ", ".join(sorted(map(Countries.load().name, told)))
    if isinstance(told, list):
        return corrections.shown(told)
    if isinstance(column, models.ForeignKey):
        return _called(column.related_model, told)
    return str(dict(choices(kind, field)).get(told) or corrections.shown(told))


def choices(kind: str, field: str) -> list[tuple[Any, str]]:
    """The values that a field can have, each in the words of lists and pages; none where anything can be typed."""
    if field == "level":
        return list(LEVELS.items())
    if field == "kind" and kind in {"meeting", "report"}:
        return list(KINDS.items())
    return [(one, str(said)) for one, said in getattr(_column(kind, field), "choices", None) or ()]


def name_in(told: dict[str, Any]) -> str:
    """The name in what was added or taken away; of a meeting without one who met, of a quotation who spoke."""
    named = next((str(told[field]) for field in ("name", "title", "speaker") if told.get(field)), "")
    return named or ", ".join([*map(Countries.load().name, told.get("countries", ())), *told.get("people", ())])


def called(field: str) -> str:
    """The name of the one that a field links a thing with."""
    there = linked.other(field)
    return str(there) if there is not None else "one no longer told of"


def _linked(field: str, told: Any) -> str:
    """The side on which somebody took part, or how an organization followed another, in words."""
    if isinstance(told, dict):
        return ", ".join(filter(None, [SuccessionKind(told["kind"]).label, str(in_words(told["date"])) if told["date"] else ""]))
    if told:
        return Participation.Side(told).label
    return "did not follow" if field.startswith("followed_by") else "was not there"


def name(thing: Any) -> str:
    """What the page of the thing calls it."""
    return str(name_of(thing)) if isinstance(thing, Meeting) else str(thing)


def _called(model: Any, key: str) -> str:
    if model in (Person, Organization):
        return model.objects.filter(key=key).values_list("name", flat=True).first() or "one no longer told of"
    return Countries.load().name(key)


def _column(kind: str, field: str) -> Any:
    """The column of that name, where decisions of this kind are on one; None for the thing as a whole."""
    of_page = (corrections.MODELS[kind],) if kind in corrections.MODELS else ()
    for model in (*of_page, *OF_ONE_RELEASE.get(kind, ())):
        found = next((one for one in model._meta.concrete_fields if one.name == field), None)
        if found is not None:
            return found
    return None
