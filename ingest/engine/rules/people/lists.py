"""Several people in a row: those who hold one office or rank together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.engine.rules.people import after, names
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people.line import Line, Sighting


def others(line: Line, first: Sighting) -> Iterator[Sighting]:
    """Further holders of a plural office or rank: "Ministers X and Y", "Presidents N of C and M of D"."""
    plural = (first.office is not None and first.office.plural) or (first.rank is not None and first.rank.plural)
    view, at = line.view, first.close
    while plural and at < line.stop and view.fold(at) in {",", "and", "&"}:
        at += 1 + (view.fold(at) == "," and view.fold(at + 1) == "and")
        begin, at = at, lines.past_honorifics(line, at)
        end = names.read(view, at, line.stop, introduced=True, strongly=at > begin)
        if end is None:
            return
        other = replace(
            first,
            start=at,
            end=end,
            begin=begin,
            close=after.past_letters(line, end),
            honorific=view.text(begin, at) or None,
            honorific_at=(begin, at) if at > begin else None,
            country=None,
            country_at=None,
            organization=None,
            organization_at=None,
            rule="people.plural-head",
        )
        if first.country is not None and first.country_at is not None and first.country_at[0] < first.start:
            other = replace(other, country=first.country, country_at=first.country_at)
        other = after.body(line, after.country(line, other))
        yield other
        at = other.close
