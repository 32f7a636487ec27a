"""The forms by which people add to a release what the machine missed there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive.actions.additions import TELLS
from archive.actions.refused import Refused, to_blame
from archive.filters.countries import Countries
from archive.models import Agreement, Meeting

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A field to fill in. One with `choices` is chosen, one with `rows` has room for so many lines.

    Where the form was refused, `typed` is what stood in it, and `fault` why that cannot be.
    """

    name: str
    label: str
    note: str = ""
    choices: Choices = ()
    rows: int = 0
    required: bool = False
    typed: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What is added, as the address and `archive.actions.additions` call it; what the form promises; and what it asks.

    One that was `refused` stands open; `fault` is why, where no field of it is to blame.
    """

    what: str
    title: str
    blanks: tuple[Blank, ...]
    refused: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A form that was sent and refused."""

    what: str
    typed: Mapping[str, str]
    why: Refused

    def forms(self) -> tuple[Form, ...]:
        """All forms; this one with what was typed, and the fault beside its field."""
        return tuple(self._filled(form) if form.what == self.what else form for form in FORMS)

    def _filled(self, form: Form) -> Form:
        at = self.why.field if any(blank.name == self.why.field for blank in form.blanks) else ""
        blanks = tuple(
            replace(blank, typed=self.typed.get(blank.name, "")[:LONGEST], fault=str(self.why) if blank.name == at else "")
            for blank in form.blanks
        )
        return replace(form, blanks=blanks, refused=True, fault="" if at else str(self.why))


def _words(label: str, *, rows: int = 0) -> Blank:
    return Blank(name="words", label=f"{label}, as they stand in the text", rows=rows, required=True)


# Where what was added stands on the page of the release.
SECTIONS = {"person": "people", "organization": "organizations", "meeting": "meetings", "agreement": "agreements", "quote": "quotes"}

NAME = Blank(name="name", label="Name, if it is not just those words")
COUNTRY = Blank(name="country", label="Country")
REASON = Blank(name="reason", label="Reason")
COMMAS = "Names or codes, with commas between them"
SEMICOLONS = "With semicolons between them"
NOT_TOLD = ("", "not told")

FORMS = (
    Form(
        "person",
        "Add an official whom the machine missed",
        (
            _words("The words that name the official"),
            NAME,
            Blank(name="rank", label="Rank"),
            Blank(name="position", label="Position"),
            Blank(name="organization", label="Organization"),
            COUNTRY,
            REASON,
        ),
    ),
    Form("organization", "Add an organization that the machine missed", (_words("The words that name it"), NAME, COUNTRY, REASON)),
    Form(
        "meeting",
        "Add a meeting that the machine missed",
        (
            _words("The words that tell of it", rows=3),
            Blank(name="kind", label="Kind", choices=Meeting.Kind.choices),
            Blank(name="state", label="Held or planned", choices=Meeting.State.choices),
            Blank(name="countries", label="Countries", note=COMMAS),
            Blank(name="people", label="Officials who took part, as the release names them", note=SEMICOLONS),
            Blank(name="organizations", label="Organizations as such that took part", note=SEMICOLONS),
            Blank(name="date", label="Day", note="2024-09-10, 2024-09-XX, XXXX-09-23"),
            Blank(name="end_date", label="Until"),
            Blank(name="place", label="Place"),
            Blank(name="country", label="Country of the place"),
            Blank(name="host", label="Host"),
            Blank(name="mode", label="In person or not", choices=(NOT_TOLD, *Meeting.Mode.choices)),
            Blank(name="title", label="Proper name, if it has one"),
            REASON,
        ),
    ),
    Form(
        "agreement",
        "Add an agreement that the machine missed",
        (
            _words("The words that name it"),
            Blank(name="title", label="Title, if it is not just those words"),
            Blank(name="action", label="What was done with it", choices=Agreement.Action.choices),
            Blank(name="countries", label="Parties", note=COMMAS),
            REASON,
        ),
    ),
    Form(
        "quote",
        "Add a quotation that the machine missed",
        (
            _words("The words that were said", rows=3),
            Blank(name="speaker", label="Who said it, as the release names the official", required=True),
            REASON,
        ),
    ),
)


def told_by(typed: Mapping[str, str], *, what: str) -> dict[str, Any]:
    """The fields as `archive.actions.additions.add` takes them: countries by their codes, a list of what stands between semicolons.

    Raises `Refused` where a country is none.
    """
    told: dict[str, Any] = {name: typed[name].strip()[:LONGEST] for name in TELLS[what] if name in typed}
    for name in set(told) & {"country", "host"}:
        with to_blame(name):
            told[name] = code_of(told[name]) if told[name] else ""
    for name in set(told) & {"people", "organizations", "topics"}:
        told[name] = _parts(told[name], ";")
    if "countries" in told:
        with to_blame("countries"):
            told["countries"] = sorted(map(code_of, _parts(told["countries"], "[;,]")))
    return told


LONGEST = 1000  # characters of a field


def code_of(typed: str) -> str:
    """The ISO 3166 code of the country. Raises `Refused` where none is called so."""
    code = Countries.load().code(typed)
    if code is None:
        raise Refused(f"No country is called “{typed}”. Give its name, or the two letters of ISO 3166, as RO for Romania.")
    return code


def _parts(typed: str, between: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(between, typed) if part.strip()]
