"""Agreements as a table: one line for each document that an article tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.exports.evidence import read_from
from archive.exports.sources import SOURCE, permalink
from archive.exports.table import Column, Line, Table, country_name
from archive.filters.countries import Countries
from archive.models import Agreement
from archive.prose.levels import ACTIONS


def _lines(agreements: Sequence[Agreement], countries: Countries, site: str) -> Iterator[Line[Agreement]]:
    for one in agreements:
        yield Line(one, countries, site, read_from(one.article, one.evidence, "title", "action"))


TABLE: Table[Agreement] = Table(
    columns=(
        Column("id", "Key of the agreement; the same after every rebuild of the archive.", lambda line: line.thing.key),
        Column("permalink", "Address of its page, which never changes.", lambda line: permalink(line, "agreement", line.thing.public_id)),
        Column("title", "What the article calls it.", lambda line: line.thing.title),
        Column("action", f"One of: {', '.join(ACTIONS)}.", lambda line: line.thing.action),
        Column("countries", "Parties, ISO 3166 alpha-2.", lambda line: list(line.thing.countries)),
        Column("country_names", "The same by name.", lambda line: [country_name(line, code) for code in line.thing.countries]),
        Column(
            "meeting_permalink",
            "Address of the meeting at which this was done; empty: none is told.",
            lambda line: permalink(line, "meeting", line.thing.told_at.public_id) if line.thing.told_at else "",
        ),
        Column("meeting_date", "Its first day as EDTF.", lambda line: line.thing.told_at.date if line.thing.told_at else ""),
        Column("earliest", "First day that this may be.", lambda line: line.thing.told_at.earliest if line.thing.told_at else None),
        Column("latest", "Last day that this may be.", lambda line: line.thing.told_at.latest if line.thing.told_at else None),
        Column(
            "confidence",
            "Measured precision of the best of the rules that read it, 0 to 1; empty: not measured.",
            lambda line: getattr(line.thing, "confidence", None),
        ),
        *SOURCE,
    ),
    lines=_lines,
)
