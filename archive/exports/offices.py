"""Offices as a table: one line for each official in each office, with when that was seen and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.exports.evidence import NOTHING, first_in_office
from archive.exports.sources import SOURCE, permalink
from archive.exports.table import Column, Line, Table, country_name
from archive.filters.countries import Countries
from archive.models import Appointment
from archive.prose.levels import LEVELS


def _lines(offices: Sequence[Appointment], countries: Countries, site: str) -> Iterator[Line[Appointment]]:
    told = first_in_office([one.pk for one in offices]) if offices else {}
    for one in offices:
        yield Line(one, countries, site, told.get(one.pk, NOTHING))


TABLE: Table[Appointment] = Table(
    columns=(
        Column(
            "id", "Key of the office held, as it was seen last; the same after every rebuild of the archive.", lambda line: line.thing.key
        ),
        Column("permalink", "Address of the page of who held it.", lambda line: permalink(line, "person", line.thing.person.public_id)),
        Column("person", "Who held it.", lambda line: line.thing.person.name),
        Column("rank", "Rank; empty: not stated.", lambda line: line.thing.rank),
        Column("position", "What the office is called; empty: not stated.", lambda line: line.thing.position),
        Column("organization", "Where it is held; empty: not stated.", lambda line: str(line.thing.organization or "")),
        Column("country", "For which country, ISO 3166 alpha-2; empty: not stated.", lambda line: line.thing.country_id or ""),
        Column("country_name", "The same by name.", lambda line: country_name(line, line.thing.country_id)),
        Column("level", f"{'; '.join(f'{n} {words}' for n, words in LEVELS.items())}; empty: not stated.", lambda line: line.thing.level),
        Column("acting", "yes: held for the time being.", lambda line: "yes" if line.thing.acting else ""),
        Column("former", "yes: told of as no longer held.", lambda line: "yes" if line.thing.former else ""),
        Column("first_seen", "First day on which it was seen to be held.", lambda line: line.thing.first_seen),
        Column(
            "last_seen",
            "Last day, that of a month for a release dated by its month; when it began or ended is not told by this.",
            lambda line: line.thing.last_seen,
        ),
        Column("articles", "In how many articles.", lambda line: getattr(line.thing, "told", None)),
        Column("meetings", "In how many meetings.", lambda line: getattr(line.thing, "meetings", None)),
        *SOURCE,
    ),
    lines=_lines,
)
