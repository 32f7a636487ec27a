"""From a document to its record: the stages in their order, each a pure function of what came before."""

from __future__ import annotations

from ingest.engine import clean, lowering, passages
from ingest.engine.rules import agreements, countries, dates, meetings, organizations, people, places, quotes, references
from ingest.engine.types import Document, Evidence, Mention, Passage, Quote, Record, Release
from ingest.engine.values import replace

VERSION = "1"


def extract(document: Document) -> Record:
    """Return all that can be read from one document. Never raises for any text; the same document gives the same record.

    A release that is not in English is cleaned and kept, and nothing more is read from it.
    """
    release = clean.release(document)
    if release.language != "en":
        return Record(release=release, engine=VERSION)
    return read(release)


def read(release: Release) -> Record:
    """Return the record of a clean release in English."""
    printed, release = release, lowering.as_prose(release)
    both = passages.of(release)  # (title passage, body passage)
    states = countries.states(both)
    named_countries = countries.find(both, states)
    found_places = places.find(both)
    found_dates = dates.find(both, release)
    bodies = organizations.find(both, release, states)
    officials = people.find(both, release, bodies)
    bodies = organizations.complete(bodies, officials, both, release)
    cast = references.Cast(both[1], officials)  # who "he" and "the Minister" are: asked by quotes and by meetings
    sayings = quotes.find(both, officials, cast=cast)
    occasions = meetings.find(both, release, officials, bodies, found_places, found_dates, cast=cast)
    bodies = organizations.seated(bodies, occasions, officials, both[1])
    documents = agreements.find(both, release, occasions)
    return Record(
        release=printed,
        engine=VERSION,
        countries=tuple(sorted({mention.value for mention in named_countries})),
        people=officials,
        organizations=bodies,
        meetings=occasions,
        agreements=documents,
        quotes=tuple(_as_printed(saying, printed) for saying in sayings),
        mentions=_in_order(
            [
                *named_countries,
                *(Mention("place", place.name, place.evidence) for place in found_places),
                *(Mention("date", date.start, date.evidence) for date in found_dates),
                *(Mention("organization", body.name, at) for body in bodies for at in body.mentions),
                *(Mention("person", official.name, at) for official in officials for at in official.mentions),
            ]
        ),
    )


def _as_printed(quote: Quote, release: Release) -> Quote:
    """The quotation as its span says, in capitals where it is printed so."""
    said = release.body[quote.evidence.start : quote.evidence.end]
    return quote if said == quote.text else replace(quote, text=said)


def _in_order(mentions: list[Mention]) -> tuple[Mention, ...]:
    def position(mention: Mention) -> tuple[bool, int, int]:
        at: Evidence = mention.evidence
        return at.where == "body", at.start, -at.end

    return tuple(sorted(mentions, key=position))


Passages = tuple[Passage, Passage]
