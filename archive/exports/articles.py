"""Articles as a table: one line an article, with whom and what it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.exports.evidence import named_in
from archive.exports.sources import permalink
from archive.exports.table import Column, Line, Table, country_name
from archive.filters.countries import Countries
from archive.models import Article
from archive.models.article import HIT, HIT_END


def _lines(articles: Sequence[Article], countries: Countries, site: str) -> Iterator[Line[Article]]:
    named = named_in(articles)
    for article in articles:
        yield Line(article, countries, site, named=named.get(article.pk, {}))


def _excerpt(line: Line[Article]) -> str:
    found = getattr(line.thing, "excerpt", "") or getattr(line.thing, "opening", "")
    return " ".join(found.replace(HIT, "").replace(HIT_END, "").split())


TABLE: Table[Article] = Table(
    columns=(
        Column("id", "Key of the article; the same after every rebuild of the archive.", lambda line: line.thing.key),
        Column(
            "permalink",
            "Address of its page, which never changes.",
            lambda line: permalink(line, "article", line.thing.public_id),
        ),
        Column("title", "Headline.", lambda line: line.thing.title),
        Column("subtitle", "Line below the headline.", lambda line: line.thing.subtitle),
        Column("publisher", "Who issued it; empty: not stated.", lambda line: line.thing.publisher.name if line.thing.publisher else ""),
        Column("authors", "Names of those who wrote it.", lambda line: list(line.thing.authors)),
        Column(
            "published",
            "When it was issued, as EDTF (ISO 8601-2): XX stands for what it does not state; empty: not stated.",
            lambda line: line.thing.published,
        ),
        Column("earliest", "First day that this may be; empty where the year is not stated.", lambda line: line.thing.published_earliest),
        Column("latest", "Last day that this may be; empty where the year is not stated.", lambda line: line.thing.published_latest),
        Column("dateline", "Place at the head of the text.", lambda line: line.thing.dateline),
        Column("language", "ISO 639-1.", lambda line: line.thing.language),
        Column("countries", "Countries that it names, ISO 3166 alpha-2.", lambda line: line.named.get("country", [])),
        Column("country_names", "The same by name.", lambda line: [country_name(line, code) for code in line.named.get("country", [])]),
        Column("people", "Officials whom it names.", lambda line: line.named.get("person", [])),
        Column("organizations", "Organizations that it names.", lambda line: line.named.get("organization", [])),
        Column("meetings", "How many meetings it tells of.", lambda line: getattr(line.thing, "meetings", None)),
        Column(
            "confidence",
            "Measured precision of the rule that read the least sure of its meetings, 0 to 1; empty: not measured, or it tells of none.",
            lambda line: getattr(line.thing, "confidence", None),
        ),
        Column("excerpt", "The places that have the words asked for; or the beginning of the text.", _excerpt),
        Column("source_url", "Where it was first published; empty: not stated.", lambda line: line.thing.source_url),
        Column("sha256", "SHA-256 of the file it came in.", lambda line: line.thing.sha256),
    ),
    lines=_lines,
)
