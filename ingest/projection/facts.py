"""What one extraction tells, with a key for each fact that stays the same when the same words are read again.

Keys are made of the article's key, the words themselves, the paragraph they stand in, and which of several the same it is; never of
row numbers or of offsets, so they outlive a text that was cleaned anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from archive.keys import key_of
from archive.models import Article
from ingest.engine.record import Json
from ingest.engine.values import frozen, replace
from ingest.projection.added import BY_HAND, OWN
from ingest.projection.held import NOTHING_HELD, Held, HeldOffice
from ingest.resolution.linking import Official, fold, meeting_block, official, organization_key

WRITTEN_BY_HAND = {"person": BY_HAND, "organization": "organizations.by-hand"}  # kinds of keys that shift no number of the machine's
NONE_MOVED: Mapping[str, str] = MappingProxyType({})


@frozen
class MentionFact:
    """A span that names something; `official` and `body` number the fact that it names."""

    key: str
    kind: str
    value: str
    where: str
    start: int
    end: int
    text: str
    rule: str
    official: int | None = None
    body: int | None = None


@frozen
class OfficialFact:
    """An official as one article tells of him or her; `body` numbers the organization of the office."""

    key: str
    sight: Official
    names: tuple[str, ...]
    rank: str
    position: str
    country: str | None
    level: int | None
    acting: bool
    former: bool
    body: int | None
    mentions: tuple[str, ...] = ()
    office: HeldOffice | None = None


@frozen
class BodyFact:
    """An organization as one article names it; `organization` is the key of the one it is."""

    key: str
    organization: str
    names: tuple[str, ...]
    country: str | None
    mentions: tuple[str, ...] = ()


@frozen
class ReportFact:
    """What one article says of a meeting. `form` is the meeting as it stands in the extraction."""

    key: str
    block: str
    form: Json


@frozen
class Facts:
    """All that one extraction tells of its article."""

    mentions: tuple[MentionFact, ...]
    officials: tuple[OfficialFact, ...]
    bodies: tuple[BodyFact, ...]
    reports: tuple[ReportFact, ...]
    agreements: tuple[tuple[str, Json], ...]
    quotes: tuple[tuple[str, Json], ...]

    def official_named(self, name: str | None) -> int | None:
        """The number of the first official of that name."""
        words = fold(name or "")
        return next((n for n, fact in enumerate(self.officials) if words and fold(fact.names[0]) == words), None)

    def body_named(self, name: str | None) -> int | None:
        """The number of the first organization of that name or acronym."""
        return _numbers(self.bodies).get(fold(name or ""))


@frozen
class Telling:
    """An article and what it tells; `new` says that nothing of it is in the tables yet."""

    article: Article
    facts: Facts
    new: bool = False


def read(form: Json, *, article: str, moved: Mapping[str, str] = NONE_MOVED, held: Held = NOTHING_HELD) -> Facts:
    """The facts of one extraction record; `article` is the article's key.

    `moved` are mentions (by key) that somebody took away from the official, or the organization, that the machine took them for, each with
    the block, or the key, of its own that it is in since. `held` are facts that go on speaking of what people decided on, whatever is
    read now.
    """
    keys = _Keys(article, form["title"] or "", form["body"])
    mentions = tuple(_mentions(form, keys))
    bodies = _bodies_as_decided(tuple(_bodies(form, mentions, keys)), moved, held)
    return Facts(
        mentions=mentions,
        officials=tuple(_officials(form, mentions, bodies, keys, moved, held)),
        bodies=bodies,
        reports=tuple(_reports(form, keys, held)),
        agreements=tuple(_agreements(form, keys, held)),
        quotes=tuple(_quotes(form, keys, held)),
    )


# ---- kinds of facts ----


def _mentions(form: Json, keys: _Keys) -> Iterator[MentionFact]:
    spans = [
        *(("person", one["name"], span, n, None) for n, one in enumerate(form["people"]) for span in one["mentions"]),
        *(("organization", one["name"], span, None, n) for n, one in enumerate(form["organizations"]) for span in one["mentions"]),
        *((one["kind"], one["value"], one, None, None) for one in form["mentions"] if one["kind"] in {"country", "place", "date"}),
    ]
    spans.sort(key=lambda item: (item[0], item[2]["where"], item[2]["start"], item[2]["end"]))
    for kind, value, span, official_number, body_number in spans:
        if keys.holds(span):
            yield MentionFact(
                key=keys.of_span(
                    kind if span["rule"] != BY_HAND else WRITTEN_BY_HAND[kind], span
                ),  # what is added shifts no number of the machine's
                kind=kind,
                value=value,
                where=span["where"],
                start=span["start"],
                end=span["end"],
                text=keys.text(span),
                rule=span["rule"],
                official=official_number,
                body=body_number,
            )


def _officials(
    form: Json, mentions: Iterable[MentionFact], bodies: tuple[BodyFact, ...], keys: _Keys, moved: Mapping[str, str], held: Held
) -> Iterator[OfficialFact]:
    named = _mentions_of((mention.official, mention.key) for mention in mentions)
    numbers = _numbers(bodies)
    read = _sights(form, named, keys, moved)
    stays = held.officials(
        [(person["name"], sight.block, named.get(n, ())) for n, (person, (_, sight)) in enumerate(zip(form["people"], read, strict=True))]
    )
    for number, (person, (own, sight)) in enumerate(zip(form["people"], read, strict=True)):
        if number in stays and moved.keys().isdisjoint(named.get(number, ())):
            sight = replace(sight, block=stays[number].block, held=stays[number].key)
        yield OfficialFact(
            key=own,
            sight=sight,
            names=(person["name"], *person["aliases"]),
            rank=person["rank"] or "",
            position=person["position"] or "",
            country=person["country"],
            level=person["level"],
            acting=person["acting"],
            former=person["former"],
            body=numbers.get(fold(person["organization"] or "")),
            mentions=tuple(named.get(number, ())),
            office=held.office(named.get(number, ())),
        )


def _sights(form: Json, named: Mapping[int, list[str]], keys: _Keys, moved: Mapping[str, str]) -> list[tuple[str, Official]]:
    """Of each official the key of the fact, and whom it speaks of as the machine reads it, or since it was moved."""
    found: list[tuple[str, Official]] = []
    seen: set[str] = set()
    for number, person in enumerate(form["people"]):
        first = next(iter(named.get(number, ())), None)
        own = keys.unique("official", first, " ".join(fold(person["name"])))
        about = {"country": person["country"], "honorific": person["honorific"], "level": person["level"], "alone": own}
        sight = official(person["name"], **about)
        elsewhere = next((moved[key] for key in named.get(number, ()) if key in moved), None)
        if elsewhere is not None:
            sight = Official(elsewhere)
        elif sight.block in seen:  # two of one name in one release are two people, and nothing tells which of them is known
            sight = official("", **about)
        seen.add(sight.block)
        found.append((own, sight))
    return found


def _bodies_as_decided(bodies: tuple[BodyFact, ...], moved: Mapping[str, str], held: Held) -> tuple[BodyFact, ...]:
    stays = held.organizations([(fact.organization, fact.mentions) for fact in bodies])
    elsewhere = (next((moved[key] for key in fact.mentions if key in moved), None) for fact in bodies)
    now = (own or stays.get(number) for number, own in enumerate(elsewhere))
    return tuple(replace(fact, organization=key) if key else fact for fact, key in zip(bodies, now, strict=True))


def _bodies(form: Json, mentions: Iterable[MentionFact], keys: _Keys) -> Iterator[BodyFact]:
    """The organizations of the record, then those that only an office names."""
    mentioned = _mentions_of((mention.body, mention.key) for mention in mentions)
    found: list[BodyFact] = []
    there: set[tuple[str, ...]] = set()
    named = [(one["name"], tuple(one["aliases"]), one["country"]) for one in form["organizations"]]
    of_offices = [(person["organization"], (), person["country"]) for person in form["people"] if person["organization"]]
    for number, (name, aliases, country) in enumerate(named + of_offices):
        if number >= len(named) and fold(name) in there:
            continue
        spans = tuple(mentioned.get(number, ())) if number < len(named) else ()
        own = keys.unique("body", spans[0] if spans else None, " ".join(fold(name)))
        key = organization_key(name, aliases=aliases, country=country, alone=own)
        found.append(BodyFact(own, key, (name, *aliases), country, spans))
        there |= _numbers(found[-1:]).keys()
    yield from found


def _reports(form: Json, keys: _Keys, held: Held) -> Iterator[ReportFact]:
    read = [(_own_key(meeting) or keys.of_fact("report", meeting, meeting["kind"]), meeting) for meeting in form["meetings"]]
    stays = held.of_reports(read)
    for number, (natural, meeting) in enumerate(read):
        own = stays.get(number, natural)
        block = meeting_block(
            date=meeting["date"],
            end_date=meeting["end_date"],
            countries=meeting["countries"],
            organizations=meeting["organizations"],
            alone=own,
        )
        yield ReportFact(own, block, meeting)


def _agreements(form: Json, keys: _Keys, held: Held) -> Iterator[tuple[str, Json]]:
    read = [(_own_key(one) or keys.of_fact("agreement", one, one["title"], one["action"]), one) for one in form["agreements"]]
    titles = [next((span for span in one["evidence"] if span["field"] == "title"), None) for _, one in read]
    stays = held.of_places("agreement", [(key, span) for (key, _), span in zip(read, titles, strict=True)])
    return ((stays.get(number, key), one) for number, (key, one) in enumerate(read))


def _quotes(form: Json, keys: _Keys, held: Held) -> Iterator[tuple[str, Json]]:
    told = [one for one in form["quotes"] if keys.holds(one["evidence"][0])]
    read = [(_own_key(one) or keys.of_fact("quote", one, one["starts"]), one) for one in told]
    stays = held.of_places("quote", [(key, one["evidence"][0]) for key, one in read])
    return ((stays.get(number, key), one) for number, (key, one) in enumerate(read))


def _own_key(fact: Json) -> str | None:
    """The key of what people added: such a fact takes none of the machine's."""
    key: str | None = fact.get(OWN)
    return key


def _numbers(bodies: Sequence[BodyFact]) -> dict[tuple[str, ...], int]:
    """The number of the first body of each name, by the words of the name; a name without words is of none."""
    numbers: dict[tuple[str, ...], int] = {}
    for number, fact in enumerate(bodies):
        for words in map(fold, fact.names):
            numbers.setdefault(words, number)
    numbers.pop((), None)
    return numbers


def _mentions_of(pairs: Iterable[tuple[int | None, str]]) -> dict[int, list[str]]:
    """The keys of the mentions of each fact, in the order of the text."""
    found: dict[int, list[str]] = {}
    for number, key in pairs:
        if number is not None:
            found.setdefault(number, []).append(key)
    return found


class _Keys:
    """Gives out the keys of one article's facts, counting those that would be the same."""

    def __init__(self, article: str, title: str, body: str) -> None:
        self.article = article
        self.texts = {"title": title, "body": body}
        self.paragraphs = _paragraphs(body)
        self.starts = [start for start, _ in self.paragraphs]
        self.given: dict[tuple[str | None, ...], int] = {}

    def holds(self, span: Json) -> bool:
        """Whether the span lies in the text; a fault of the engine must not cost the article."""
        start, end = int(span["start"]), int(span["end"])
        return 0 <= start < end <= len(self.texts[span["where"]])

    def text(self, span: Json) -> str:
        return self.texts[span["where"]][span["start"] : span["end"]]

    def of_span(self, kind: str, span: Json, *more: str) -> str:
        return self.unique(kind, " ".join(fold(self.text(span))), self._paragraph(span), *more)

    def of_fact(self, kind: str, fact: Json, *more: str) -> str:
        """The key of a fact by the first of its evidence that lies in the text; by what it says where there is none."""
        span = next((item for item in fact["evidence"] if self.holds(item)), None)
        return self.unique(kind, *more) if span is None else self.of_span(kind, span, *more)

    def unique(self, kind: str, *parts: str | None) -> str:
        self.given[kind, *parts] = which = self.given.get((kind, *parts), 0) + 1
        return key_of(kind, self.article, *parts, which)

    def _paragraph(self, span: Json) -> str:
        if span["where"] == "title":
            return "title"
        return self.paragraphs[bisect_right(self.starts, span["start"]) - 1][1]


def _paragraphs(body: str) -> list[tuple[int, str]]:
    """Where each paragraph starts, and its words without regard to case and blanks."""
    paragraphs, start = [], 0
    for paragraph in body.split("\n\n"):
        paragraphs.append((start, " ".join(paragraph.casefold().split())))
        start += len(paragraph) + 2
    return paragraphs
