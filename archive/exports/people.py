"""People as a table: one line an official, with the office last seen and the sentence that named him or her last."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from archive.exports.evidence import NOTHING, first_named
from archive.exports.sources import SOURCE, permalink
from archive.exports.table import Column, Line, Table, country_name
from archive.filters.countries import Countries
from archive.models import Appointment, Person
from archive.prose.levels import LEVELS


def _lines(people: Sequence[Person], countries: Countries, site: str) -> Iterator[Line[Person]]:
    told = first_named("person", [person.pk for person in people]) if people else {}
    for person in people:
        yield Line(person, countries, site, told.get(person.pk, NOTHING))


def _office(line: Line[Person]) -> Appointment | None:
    """The office last seen."""
    return next(iter(line.thing.appointments.all()), None)


def _seen(line: Line[Person], end: str) -> datetime.date | None:
    return getattr(_office(line), end, None)


def _of_office(line: Line[Person], name: str) -> str:
    return str(getattr(_office(line), name, None) or "")


TABLE: Table[Person] = Table(
    columns=(
        Column("id", "Key of the person; the same after every rebuild of the archive.", lambda line: line.thing.key),
        Column("permalink", "Address of the page, which never changes.", lambda line: permalink(line, "person", line.thing.public_id)),
        Column("name", "Name in the order in which it is written.", lambda line: line.thing.name),
        Column("sort_name", "Family name first.", lambda line: line.thing.sort_name),
        Column("other_names", "Other forms of the name in the articles.", lambda line: [alias.name for alias in line.thing.aliases.all()]),
        Column(
            "country", "Country of the person's offices, ISO 3166 alpha-2; empty: not stated.", lambda line: line.thing.country_id or ""
        ),
        Column("country_name", "The same by name.", lambda line: country_name(line, line.thing.country_id)),
        Column("rank", "Rank last seen; empty: not stated.", lambda line: _of_office(line, "rank")),
        Column("position", "Position last seen; empty: not stated.", lambda line: _of_office(line, "position")),
        Column("organization", "Organization of that position.", lambda line: _of_office(line, "organization")),
        Column(
            "level",
            f"Level of that position: {'; '.join(f'{n} {words}' for n, words in LEVELS.items())}; empty: not stated.",
            lambda line: office.level if (office := _office(line)) else None,
        ),
        Column(
            "first_seen",
            "First day on which that position was seen.",
            lambda line: _seen(line, "first_seen"),
        ),
        Column("last_seen", "Last day on which that position was seen.", lambda line: _seen(line, "last_seen")),
        Column("meetings", "In how many meetings the person took part.", lambda line: getattr(line.thing, "meetings", None)),
        Column(
            "confidence",
            "Measured precision of the best of the rules that named the person, 0 to 1; empty: not measured.",
            lambda line: getattr(line.thing, "confidence", None),
        ),
        *SOURCE,
    ),
    lines=_lines,
)
