"""Quotes as a table: one line for each thing that an article has an official say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.exports.evidence import Evidence
from archive.exports.sources import SOURCE, permalink
from archive.exports.table import Column, Line, Table
from archive.filters.countries import Countries
from archive.models import Quote


def _lines(quotes: Sequence[Quote], countries: Countries, site: str) -> Iterator[Line[Quote]]:
    for one in quotes:
        yield Line(one, countries, site, Evidence(one.article, one.text, one.rule))


TABLE: Table[Quote] = Table(
    columns=(
        Column("id", "Key of the quote; the same after every rebuild of the archive.", lambda line: line.thing.key),
        Column("permalink", "Address of its page, which never changes.", lambda line: permalink(line, "quote", line.thing.public_id)),
        Column("speaker", "Who said it, as the article names him or her.", lambda line: line.thing.speaker_name),
        Column("person", "The official whom that was taken for; empty: nobody.", lambda line: str(line.thing.speaker or "")),
        Column(
            "person_permalink",
            "Address of that official's page.",
            lambda line: permalink(line, "person", line.thing.speaker.public_id) if line.thing.speaker else "",
        ),
        Column(
            "country",
            "Country of that official, ISO 3166 alpha-2; empty: not stated.",
            lambda line: (line.thing.speaker.country_id or "") if line.thing.speaker else "",
        ),
        Column("text", "What stands inside the marks, letter for letter.", lambda line: line.thing.text),
        Column("where", "title or body of the article.", lambda line: line.thing.where),
        Column("start", "Where it begins, in characters of that, from 0.", lambda line: line.thing.start),
        Column("end", "Where it ends.", lambda line: line.thing.end),
        *SOURCE,
    ),
    lines=_lines,
)
