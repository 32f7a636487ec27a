"""Organizations as a table: one line a body, with the sentence that named it last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.exports.evidence import NOTHING, first_named
from archive.exports.sources import SOURCE, permalink
from archive.exports.table import Column, Line, Table, country_name
from archive.filters.countries import Countries
from archive.models import Organization


def _lines(organizations: Sequence[Organization], countries: Countries, site: str) -> Iterator[Line[Organization]]:
    told = first_named("organization", [one.pk for one in organizations]) if organizations else {}
    for one in organizations:
        yield Line(one, countries, site, told.get(one.pk, NOTHING))


TABLE: Table[Organization] = Table(
    columns=(
        Column("id", "Key of the organization; the same after every rebuild of the archive.", lambda line: line.thing.key),
        Column(
            "permalink",
            "Address of the organization's page, which never changes.",
            lambda line: permalink(line, "organization", line.thing.public_id),
        ),
        Column("name", "Name.", lambda line: line.thing.name),
        Column("acronyms", "Acronyms.", lambda line: list(line.thing.acronyms)),
        Column("other_names", "Other forms of the name in the articles.", lambda line: list(line.thing.other_names)),
        Column("country", "Country, ISO 3166 alpha-2; empty: international, or not stated.", lambda line: line.thing.country_id or ""),
        Column("country_name", "The same by name.", lambda line: country_name(line, line.thing.country_id)),
        Column("international", "yes or no.", lambda line: "yes" if line.thing.international else "no"),
        Column("kind", f"{', '.join(Organization.Kind.values)}; empty: not told.", lambda line: line.thing.kind),
        Column("part_of", "Organization that it is a part of.", lambda line: line.thing.parent.name if line.thing.parent else ""),
        Column("articles", "How many articles name it.", lambda line: getattr(line.thing, "articles", None)),
        Column("meetings", "In how many meetings it took part as a side.", lambda line: getattr(line.thing, "meetings", None)),
        Column(
            "confidence",
            "Measured precision of the best of the rules that named it, 0 to 1; empty: not measured.",
            lambda line: getattr(line.thing, "confidence", None),
        ),
        *SOURCE,
    ),
    lines=_lines,
)
