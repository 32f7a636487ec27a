"""Officials and the offices they held, from all articles that name them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from archive.models import Alias, Appointment, Article, Person
from ingest.engine.values import frozen
from ingest.models import PersonSighting
from ingest.projection import decided
from ingest.projection.decided import Corrections
from ingest.projection.facts import OfficialFact, Telling
from ingest.projection.footings import office_key
from ingest.projection.lookups import Lookups, longest
from ingest.projection.names import full, shown, sort_name
from ingest.projection.organizations import Bodies
from ingest.projection.rows import copy, insert, listed, update
from ingest.resolution.linking import Official, person_keys

Proofs = Appointment.articles.through
SEEN = ("rank", "position", "level", "first_seen", "last_seen")
MOVES = ("person_id", "organization_id", "country_id")
_seen, _moves = attrgetter(*SEEN), attrgetter(*MOVES)
PROOF = ("appointment_id", "article_id")
SIGHTING = (
    "key",
    "article_id",
    "block",
    "gender",
    "standing",
    "held",
    "person_key",
    "appointment_id",
    "names",
    "rank",
    "position",
    "level",
    "country",
    "mentions",
)  # columns of a sighting
CORRECTABLE = ("rank", "position", "level")
SIGHT = ("block", "gender", "standing", "held")  # columns of a sighting that tell whom it speaks of


@dataclass(frozen=True, slots=True)
class Before:
    """What one article told of before: blocks, people and appointments that may have to change."""

    blocks: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    appointments: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class People:
    """The officials of one article: key and rows of each fact, by its number. What somebody found to be nobody has no row."""

    keys: tuple[str, ...] = ()
    rows: tuple[Person | None, ...] = ()
    offices: tuple[Appointment | None, ...] = ()

    def row(self, number: int | None) -> Person | None:
        return None if number is None else self.rows[number]


@frozen
class Told:
    """What an article tells of one official, and the key of whom it speaks."""

    article: Article
    fact: OfficialFact
    key: str


@dataclass(slots=True)
class Office:
    """An office as one article tells of it: the columns of its row. Most of them have their row, so that none is made of this one."""

    key: str
    person_id: int
    rank: str
    position: str
    organization_id: int | None
    country_id: str | None
    level: int | None
    acting: bool
    former: bool
    first_seen: datetime.date | None
    last_seen: datetime.date | None

    @property
    def row(self) -> Appointment:
        return Appointment(**{column: getattr(self, column) for column in self.__slots__})


def take_out(articles: Collection[Article]) -> Before:
    """Remove what rests on the articles, and tell what it was."""
    own = PersonSighting.objects.filter(article__in=articles)
    told = list(own.values_list("block", "person_key", "appointment"))
    own.delete()
    Proofs.objects.filter(article__in=articles).delete()
    return Before(
        frozenset(block for block, _, _ in told),
        frozenset(person for _, person, _ in told),
        frozenset(appointment for _, _, appointment in told if appointment),
    )


def put_in(
    tellings: Sequence[Telling], bodies: Mapping[int, Bodies], lookups: Lookups, corrections: Corrections, *, before: Before
) -> tuple[dict[int, People], set[int]]:
    """The officials whom each article names, in the offices that it gives them; and other articles, whose officials may now be others."""
    told, doubtful = _who(tellings, before)
    rows, renamed = _people(told, lookups, corrections)
    offices = _offices(told, rows, bodies, lookups, corrections)
    copy(PersonSighting, SIGHTING, (_sighting(one, office, lookups) for one, office in zip(told, offices, strict=True)))
    copy(Proofs, PROOF, sorted({(office.pk, one.article.pk) for one, office in zip(told, offices, strict=True) if office}))
    refresh_offices(before.appointments, corrections)
    refresh(renamed | before.people, corrections)
    return _by_article(tellings, told, rows, offices), doubtful


def _sighting(told: Told, office: Appointment | None, lookups: Lookups) -> tuple[object, ...]:
    """The columns of a sighting, as `SIGHTING` names them."""
    fact = told.fact
    return (
        fact.key,
        told.article.pk,
        fact.sight.block,
        fact.sight.gender,
        fact.sight.standing,
        fact.sight.held,
        told.key,
        office.pk if office else None,
        listed(_cut(fact.names)),
        fact.rank[: longest(Appointment, "rank")],
        fact.position[: longest(Appointment, "position")],
        fact.level,
        lookups.country(fact.country) or "",
        listed(fact.mentions),
    )


def _by_article(
    tellings: Sequence[Telling], told: Sequence[Told], rows: Mapping[str, Person], offices: Sequence[Appointment | None]
) -> dict[int, People]:
    found: dict[int, People] = {}
    start = 0
    for telling in tellings:
        end = start + len(telling.facts.officials)
        keys = tuple(one.key for one in told[start:end])
        found[telling.article.pk] = People(keys, tuple(rows.get(key) for key in keys), tuple(offices[start:end]))
        start = end
    return found


# ---- who it is ----


def _who(tellings: Sequence[Telling], before: Before) -> tuple[list[Told], set[int]]:
    """Whom each fact speaks of, and the other articles that what is known now has made doubtful."""
    facts = [(telling.article, fact) for telling in tellings for fact in telling.facts.officials]
    sights: dict[str, set[Official]] = defaultdict(set)
    for _, fact in facts:
        sights[fact.sight.block].add(fact.sight)
    blocks = before.blocks | sights.keys()
    known = list(PersonSighting.objects.filter(block__among=blocks).values_list(*SIGHT, "person_key").distinct())
    for *sight, _ in known:
        sights[sight[0]].add(Official(*sight))
    keys = {sight: key for block in sights.values() for sight, key in person_keys(block).items()}
    doubtful: set[int] = set()
    for *sight, key in known:
        if keys[Official(*sight)] != key:
            same = PersonSighting.objects.filter(**dict(zip(SIGHT, sight, strict=True)))
            doubtful.update(same.values_list("article", flat=True))
    return [Told(article, fact, keys[fact.sight]) for article, fact in facts], doubtful - {telling.article.pk for telling in tellings}


# ---- people ----


def _people(told: Sequence[Told], lookups: Lookups, corrections: Corrections) -> tuple[dict[str, Person], set[str]]:
    """The row that each key speaks of, made where there is none; and the keys of those who are given a name that is new."""
    forms: dict[str, set[str]] = defaultdict(set)
    facts: dict[str, OfficialFact] = {}
    for one in told:
        forms[one.key].update(_cut(one.fact.names))
        if one.key not in facts or one.fact.names < facts[one.key].names:
            facts[one.key] = one.fact
    rows = decided.rows(Person, forms)
    known: dict[int, set[str]] = {row.pk: {row.name} for row in rows.values()}
    for person, name in Alias.objects.filter(person__among=known.keys()).values_list("person", "name") if known else ():
        known[person].add(name)
    renamed = {key for key, row in rows.items() if not forms[key] <= known[row.pk]}
    gone = corrections.suppressed(Person, facts.keys() - rows.keys())
    chiefs = decided.chiefs(Person, facts.keys() - rows.keys() - gone)
    called = {chief: forms[key] for key, chief in chiefs.items()}
    made = _made({chief: facts[key] for key, chief in chiefs.items()}, called, lookups, corrections)
    led = {key for key, chief in chiefs.items() if key != chief}
    return rows | {key: made[chief] for key, chief in chiefs.items()}, renamed | led


def _made(
    facts: Mapping[str, OfficialFact], forms: Mapping[str, set[str]], lookups: Lookups, corrections: Corrections
) -> dict[str, Person]:
    held = corrections.of(Person, facts)
    read = {key: _read(forms[key], lookups.country(fact.country), like=fact.names[0]) for key, fact in facts.items()}
    corrections.note(Person, read)
    rows = insert(Person, (Person(key=key, **_laid(read[key], held[key], forms[key])) for key in facts))
    insert(Alias, (Alias(person_id=row.pk, name=name) for row in rows for name in sorted(forms[row.key] - {row.name})))
    return {row.key: row for row in rows}


def _read(forms: Collection[str], country: str | None, *, like: str) -> dict[str, Any]:
    """The columns of a person as the machine reads them: the name is the best of the forms that have all the words of `like`."""
    name = shown(full(forms, like))
    return {"name": name, "sort_name": _sorted_by(name, forms, country), "country_id": country}


def _laid(read: Mapping[str, Any], held: Mapping[str, Any], forms: Collection[str]) -> dict[str, Any]:
    """The columns with what people decided over them. Whoever is given another name, or country, is sorted by it."""
    columns = {**read, **held}
    if held.keys() & {"name", "country_id"} and "sort_name" not in held:
        columns["sort_name"] = _sorted_by(columns["name"], forms, columns["country_id"])
    return columns


def _sorted_by(name: str, forms: Collection[str], country: str | None) -> str:
    return sort_name(name, forms=forms, country=country)[: longest(Person, "sort_name")]


def refresh(keys: Collection[str], corrections: Corrections) -> None:
    """The people that the keys speak of are called what articles call them; those whom none names are gone."""
    if not keys:
        return
    there = set(decided.rows(Person, keys).values())
    owner = decided.owners(Person, there)
    forms: dict[Person, set[str]] = defaultdict(set)
    own: dict[Person, set[str]] = defaultdict(set)
    fullest: dict[Person, tuple[str, str]] = {}
    sightings = PersonSighting.objects.filter(person_key__in=owner).order_by("person_key", "names", "country")
    for key, names, country in sightings.values_list("person_key", "names", "country").distinct():
        row = owner[key]
        forms[row].update(names)
        if key == row.key:  # somebody merged into another adds names, and leaves the other's as it is
            own[row].update(names)
            fullest.setdefault(row, (names[0], country))
    read = {row.key: _read(own[row], country or None, like=name) for row, (name, country) in fullest.items()}
    corrections.note(Person, read)
    held = corrections.of(Person, (row.key for row in forms))
    _rename({row: _laid(read[row.key], held[row.key], told) if row.key in read else {} for row, told in forms.items()}, forms)
    gone = corrections.suppressed(Person, (row.key for row in there))
    Person.objects.filter(pk__in=[row.pk for row in there if row not in forms or row.key in gone]).delete()


def sweep() -> None:
    """No person or appointment is left of which no article tells. What people decided on them stands, and is shown as lost."""
    Person.objects.exclude(key__in=PersonSighting.objects.values("person_key")).delete()
    proven = PersonSighting.objects.filter(appointment__isnull=False).values("appointment")
    Appointment.objects.exclude(pk__in=proven).delete()


def _rename(columns: Mapping[Person, Mapping[str, Any]], forms: Mapping[Person, Collection[str]]) -> None:
    """Each of the people has these columns, and the forms that are not the name for other names."""
    for row, wanted in columns.items():
        if any(getattr(row, column) != value for column, value in wanted.items()):
            for column, value in wanted.items():
                setattr(row, column, value)
            row.save(update_fields=wanted.keys())
    right = {(row.pk, name) for row, told in forms.items() for name in told if name != row.name}
    aliases = Alias.objects.filter(person__among={row.pk for row in forms}).values_list("pk", "person", "name")
    there = {(person, name): pk for pk, person, name in aliases}
    Alias.objects.filter(pk__in=[pk for alias, pk in there.items() if alias not in right]).delete()
    insert(Alias, (Alias(person_id=person, name=name) for person, name in sorted(right - there.keys())))


# ---- offices ----


def _offices(
    told: Sequence[Told], people: Mapping[str, Person], bodies: Mapping[int, Bodies], lookups: Lookups, corrections: Corrections
) -> list[Appointment | None]:
    """The appointment of each fact, made where there is none; None where the article tells no office."""
    wanted = [_office(one, people.get(one.key), bodies[one.article.pk], lookups) for one in told]
    rows = {row.key: row for row in Appointment.objects.filter(key__among={office.key for office in wanted if office})}
    held = corrections.of(Appointment, {office.key for office in wanted if office})
    moved = corrections.moved({one.key for one in told})
    made: dict[str, Appointment] = {}
    changed: dict[str, Appointment] = {}
    for one, office in zip(told, wanted, strict=True):
        if office is None:
            continue
        if one.key in moved:
            office.country_id = moved[one.key].instead_of(office.country_id)
        row = rows.get(office.key)
        if row is None and office.key not in made:
            made[office.key] = office.row
        elif row is None:
            _take_in(made[office.key], office)
        elif _take_in(row, office) | _move(row, office):
            changed[office.key] = row
    for key, row in (made | changed).items():
        _set(row, held[key])
    update(changed.values(), [*SEEN, *MOVES])
    rows |= {row.key: row for row in insert(Appointment, made.values())}
    return [rows[office.key] if office else None for office in wanted]


def refresh_offices(appointments: Collection[int], corrections: Corrections) -> None:
    """These appointments are what articles tell of them; those that none tells of are gone."""
    if not appointments:
        return
    told: dict[int, list[Appointment]] = defaultdict(list)
    sightings = PersonSighting.objects.filter(appointment__in=appointments)
    days = ("article__published_earliest", "article__published_latest")
    columns = ("appointment", "person_key", "country", "rank", "position", "level", *days)
    seen_so = list(sightings.values_list(*columns).distinct())
    moved = corrections.moved({key for _, key, *_ in seen_so})
    for office, key, country, rank, position, level, first, last in seen_so:
        acts_for = moved[key].instead_of(country or None) if key in moved else country or None
        told[office].append(
            Appointment(rank=rank, position=position, level=level, country_id=acts_for, first_seen=first, last_seen=last or first)
        )
    rows = list(Appointment.objects.filter(pk__in=told))
    held = corrections.of(Appointment, (row.key for row in rows))
    together = {row.key: _together(told[row.pk]) for row in rows}
    corrections.note(Appointment, {key: {column: getattr(one, column) for column in CORRECTABLE} for key, one in together.items()})
    for row in rows:
        now = together[row.key]
        _set(now, held[row.key])
        told_body = ("organization_id",) if "organization_id" in held[row.key] else ()  # else it stays as it was read
        shown = (*SEEN, "country_id", *told_body)
        if any(getattr(row, column) != getattr(now, column) for column in shown):
            for column in shown:
                setattr(row, column, getattr(now, column))
            row.save(update_fields=shown)
    Appointment.objects.filter(pk__in=set(appointments) - told.keys()).delete()


def _office(one: Told, person: Person | None, bodies: Bodies, lookups: Lookups) -> Office | None:
    fact = one.fact
    if person is None or not (fact.rank or fact.position or fact.body is not None):
        return None
    country = lookups.country(fact.country)
    body = None if fact.body is None else bodies.keys[fact.body]
    organization = bodies.row(fact.body)
    rest = (country, int(fact.acting), int(fact.former))
    held = fact.office if fact.office and fact.office.rest == (organization.key if organization else None, *rest) else None
    return Office(
        key=held.key if held else office_key(one.key, fact.rank, fact.position, (body, *rest)),
        person_id=person.pk,
        rank=fact.rank[: longest(Appointment, "rank")],
        position=fact.position[: longest(Appointment, "position")],
        organization_id=organization.pk if organization else None,
        country_id=country,
        level=fact.level,
        acting=fact.acting,
        former=fact.former,
        first_seen=one.article.published_earliest,
        last_seen=one.article.published_latest or one.article.published_earliest,  # of a month alone it may be the last day
    )


def _set(row: Appointment, columns: Mapping[str, Any]) -> None:
    for column, value in columns.items():
        setattr(row, column, value)


def _together(told: list[Appointment]) -> Appointment:
    first, *others = told
    for other in others:
        _take_in(first, other)
    return first


def _move(row: Appointment, office: Office) -> bool:
    """Let whoever the office is told of now hold it, in the body that is told of now, for the country; whether that changes it."""
    before, told = _moves(row), _moves(office)
    if before == told:
        return False
    _set(row, dict(zip(MOVES, told, strict=True)))
    return True


def _take_in(row: Appointment, other: Office | Appointment) -> bool:
    """Let one appointment stand for what two articles tell of it; whether that changes it. The order of articles does not matter."""
    before, told = _seen(row), _seen(other)
    if before == told:
        return False
    row.rank, row.position = (min(pair, key=_as_title) for pair in ((row.rank, other.rank), (row.position, other.position)))
    row.level = min((level for level in (row.level, other.level) if level), default=None)
    row.first_seen = min((day for day in (row.first_seen, other.first_seen) if day), default=None)
    row.last_seen = max((day for day in (row.last_seen, other.last_seen) if day), default=None)
    return before != _seen(row)


def _as_title(text: str) -> tuple[bool, str]:
    return not text[:1].isupper(), text


def _cut(names: Iterable[str]) -> list[str]:
    return [name[: longest(Person, "name")] for name in names]
