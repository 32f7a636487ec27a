"""Fields of a thing that name another: who took part in a meeting, and on which side; which organization followed one, and when.

Such a field is called “person:KEY”, “organization:KEY”, “country:RO” or “followed_by:KEY”. Whoever was not there has None for a side,
and what did not follow has None for a succession.
"""

from __future__ import annotations

import re
from typing import Any

from archive import edtf
from archive.actions.refused import Refused
from archive.models import Correction, Country, FormerKey, Meeting, Organization, Participation, Person
from archive.models.organization import SuccessionKind

MARK = ":"  # no column has it in its name
WRITTEN = re.compile(r"(?P<link>person|organization|followed_by):(?P<key>[a-z2-7]{26})|(?P<country>country):(?P<code>[A-Z]{2})")
LINKS = {"meeting": ("person", "organization", "country"), "organization": ("followed_by",)}
OTHERS: dict[str, type[Any]] = {"person": Person, "organization": Organization, "followed_by": Organization}


def is_link(field: str) -> bool:
    return MARK in field


def field_of(one: Participation) -> str:
    """The field of the meeting in which this participation stands."""
    if one.person is not None:
        return f"person:{one.person.key}"
    return f"organization:{one.organization.key}" if one.organization is not None else f"country:{one.country_id}"


def parted(field: str) -> tuple[str, str]:
    """How the other is linked, and its key. Raises `Refused` where the field is written otherwise."""
    found = WRITTEN.fullmatch(field)
    if found is None:
        raise Refused(f"“{field:.60}” names nobody. Write person:KEY, organization:KEY, country:RO or followed_by:KEY with the whole key.")
    return found["link"] or found["country"], found["key"] or found["code"]


def other(field: str) -> Any:
    """The official, organization or country of the field as it is now; None where none is told of any more."""
    link, key = parted(field)
    if link == "country":
        return Country.objects.filter(code=key).first()
    return OTHERS[link].objects.filter(key=_leads_to(OTHERS[link], key)).first()


def value_of(thing: Any, field: str) -> Any:
    """The side on which the other took part, or how it followed; None where it did not."""
    link, _ = parted(field)
    if link == "followed_by":
        made = Correction.objects.in_force().filter(kind="organization", key=thing.key, field=field).first()
        return made.new if made else None
    there = other(field)
    return _side(thing, link, there) if there is not None else None


def check(kind: str, key: str, field: str, value: Any) -> Any:
    """The value as it is kept. Raises `Refused`, with what to do."""
    link, named = parted(field)
    if link not in LINKS.get(kind, ()):
        raise Refused(f"No {kind} has a field “{field}”.")
    if other(field) is None:
        raise Refused("That one is not in the archive any more. Load the page again.")
    if value in (None, ""):
        return None
    if link == "country":
        _refuse_spoken_for(key, named)
    return _succession(key, named, value) if link == "followed_by" else _known_side(value)


def _refuse_spoken_for(meeting: str, code: str) -> None:
    """Raises `Refused` where somebody stands for the country: it is not listed beside them, so nobody would see that it was told."""
    there = Participation.objects.filter(meeting__key=meeting, country=code).select_related("person", "organization", "country")
    standing = there.exclude(person__isnull=True, organization__isnull=True).order_by("pk").first()
    if standing is not None:
        who = standing.person or standing.organization
        raise Refused(f"{standing.country} takes part already: {who} stands for it. Correct the side of {who} instead.")


def _known_side(value: Any) -> str:
    if value not in Participation.Side.values:
        raise Refused(f"Nobody takes part as {value!r:.40}. Give one of: {', '.join(Participation.Side.values)}.")
    return str(value)


def _succession(key: str, named: str, value: Any) -> dict[str, str]:
    told = value if isinstance(value, dict) else {}
    kind, date = str(told.get("kind", "")), str(told.get("date") or "").strip()
    if kind not in SuccessionKind.values:
        raise Refused(f"Say how it followed: one of {', '.join(SuccessionKind.values)}.")
    if date and not edtf.is_date(date):
        raise Refused(f"“{date}” is no day of the calendar. {edtf.HOW_TO_WRITE}")
    if _leads_to(Organization, key) == _leads_to(Organization, named):
        raise Refused("An organization does not follow itself. Choose another.")
    if Correction.objects.in_force().filter(kind="organization", key=named, field=f"followed_by:{key}", new__isnull=False).exists():
        raise Refused("It is told already that the other came first. Take that back first.")
    return {"kind": kind, "date": date}


def _side(meeting: Meeting, link: str, there: Any) -> str | None:
    rows = Participation.objects.filter(meeting=meeting, **{link: there})
    if link != "person":
        rows = rows.filter(person__isnull=True)
    if link == "country":
        rows = rows.filter(organization__isnull=True)
    return rows.values_list("side", flat=True).first()


def _leads_to(model: type[Any], key: str) -> str:
    kind = FormerKey.Kind.PERSON if model is Person else FormerKey.Kind.ORGANIZATION
    return FormerKey.objects.filter(kind=kind, key=key).values_list("now", flat=True).first() or key
