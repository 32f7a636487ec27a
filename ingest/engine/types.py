"""What travels between the stages of the engine: frozen values, no behaviour beyond what their names promise.

A release is read in this order: bytes become a `Document` (text and format), a source module turns it into a `Release` (clean
running text, headline, publisher, what was cut), the release is split into two `Passage`s (headline and body, with tokens,
sentences and gazetteer terms), and the rules read findings from the passages. The findings make up the `Record`.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal, NamedTuple

from ingest.engine.values import frozen

Where = Literal["title", "body"]
Format = Literal["text", "markdown", "html"]
MentionKind = Literal["person", "organization", "country", "place", "date"]
MeetingKind = Literal["meeting", "call", "visit", "conference", "ceremony", "exercise"]
Mode = Literal["in_person", "phone", "video"]
State = Literal["held", "planned", "postponed", "cancelled"]
Prominence = Literal["primary", "mentioned"]
Basis = Literal["stated", "relative", "publication"]
Side = Literal["host", "guest", "participant"]
Action = Literal["signed", "amended", "renewed", "planned", "discussed"]


# ---- the way to clean text ----


@frozen
class Document:
    """One file after decoding: its text as it stands in the file, and in which form; of a mail, who sent it and on which day."""

    text: str
    format: Format = "text"
    path: str = ""
    url: str | None = None
    sender: str | None = None
    sent: str | None = None


@frozen
class Dropped:
    """A piece of the document that is not running text, and why it was cut (a short phrase for a reader)."""

    text: str
    reason: str


@frozen
class Release:
    """One release after cleaning. `body` never changes from here on: every offset of the engine counts its characters.

    Paragraphs of `body` stand apart by an empty line; items of a list are paragraphs of their own. `published` is EDTF with `X` for
    what is not stated (`XXXX-09-23`). `language` is ISO 639-1; when it is not "en" no rule is run.
    """

    title: str | None
    body: str
    subtitle: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    written: str | None = None  # the day of the dateline, where the page was published in the days behind it: "today" is that day
    source_url: str | None = None
    language: str = "en"
    source: str = "plain"  # the name of the source module that read the page
    dropped: tuple[Dropped, ...] = ()


# ---- text made ready for rules ----


class Token(NamedTuple):
    """A word, number or sign of a passage; `text == passage.text[start:end]`. A tuple, since a release has hundreds."""

    start: int
    end: int
    text: str


@frozen
class Sentence:
    """A sentence of a passage; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


@frozen
class Term:
    """A gazetteer entry found in a passage: its kind ("country", "demonym", "city", "rank", …) and value (ISO code, canonical form, …)."""

    start: int
    end: int
    kind: str
    value: str


@frozen
class Passage:
    """Headline or body, with its tokens, sentences and terms in order of position. Terms of different kinds may overlap."""

    where: Where
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    terms: tuple[Term, ...]
    texts: tuple[str, ...]  # of the tokens
    words: frozenset[str]  # these texts, each once, and the parts of hyphened ones: what is not among them is not searched for


@frozen
class Evidence:
    """The span a value was read from, and the rule that read it. `start` and `end` count characters of the body (or of the title)."""

    start: int
    end: int
    rule: str
    where: Where = "body"


# ---- findings ----


@frozen
class Mention:
    """A span that names a person, organization, country, place or date; `value` is the name (or ISO code, or EDTF) of what it names."""

    kind: MentionKind
    value: str
    evidence: Evidence


Fields = tuple[tuple[str, Evidence], ...]  # which span each field was read from: (("rank", Evidence(…)), …)


@frozen
class Organization:
    """A named body. `country` is ISO 3166 alpha-2, "INT" for an international organization, None where not told."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    evidence: Fields = ()
    mentions: tuple[Evidence, ...] = ()


@frozen
class Person:
    """A named natural person and the office held that day. `level` runs from 1 (head of state) to 6 (working level); None where unknown."""

    name: str
    aliases: tuple[str, ...] = ()
    rank: str | None = None
    honorific: str | None = None
    position: str | None = None
    organization: str | None = None
    country: str | None = None
    level: int | None = None
    acting: bool = False
    former: bool = False
    on_behalf_of: str | None = None  # the office or person stood in for
    evidence: Fields = ()
    mentions: tuple[Evidence, ...] = ()


@frozen
class Place:
    """A named place and the country it lies in, where the text or the gazetteer tells."""

    name: str
    country: str | None
    evidence: Evidence


@frozen
class Date:
    """A date or span of dates as EDTF (`2024-09-12`, `XXXX-09-23`, `2024-09-XX`); `end` is None for a single date."""

    start: str
    end: str | None
    basis: Basis
    evidence: Evidence


@frozen
class Quote:
    """A direct quotation whose speaker is named; the span covers what stands inside the marks (the first piece, if it goes on)."""

    speaker: str
    text: str
    evidence: Evidence


@frozen
class Participant:
    """Who took part on which side: a person, or a side of its own (`person` None) such as a country or an organization."""

    person: str | None
    organization: str | None
    country: str | None
    side: Side


@frozen
class Meeting:
    """An occasion on which officials of at least two states or international organizations met."""

    title: str | None
    kind: MeetingKind
    status: Prominence
    date: str | None
    end_date: str | None
    place: str | None
    country: str | None
    countries: tuple[str, ...]
    organizations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    date_basis: Basis | None = None
    mode: Mode | None = None
    state: State = "held"
    host: str | None = None
    participants: tuple[Participant, ...] = ()
    topics: tuple[str, ...] = ()
    evidence: Fields = ()


@frozen
class Agreement:
    """A document signed, amended, renewed, planned or discussed."""

    title: str
    action: Action
    countries: tuple[str, ...]
    evidence: Fields = ()


@frozen
class Record:
    """All that was read from one release. `engine` is the version that read it."""

    release: Release
    engine: str
    countries: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = field(default=())
