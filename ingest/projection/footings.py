"""What facts go on speaking of, because people decided something on it, whatever a newer engine reads in the same words.

The key of an official is made of name and country. Where an engine comes to read another country in the same mention, its fact would be
of another official, and what people set right on the first would hang in the air. So before an article's facts are replaced, those that
speak of something on which a decision is in force leave a footing: the mention, and what it spoke of. While the decision holds, the next
reading of that mention speaks of the same thing, and what the machine reads now stands beside the decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from archive.actions import linked
from archive.keys import key_of
from archive.models import Appointment, Article, Correction, FormerKey, Judgement, MeetingReport, Mention, Organization
from ingest.engine.record import Json
from ingest.models import Footing, OrganizationSighting, PersonSighting
from ingest.projection.decided import chiefs
from ingest.projection.held import NOTHING_HELD, Held, HeldOffice, HeldOfficial, HeldReport
from ingest.resolution.linking import Official, fold, official, organization_key, person_keys

OF_ONE_FACT = 3  # mentions of an official in one article that leave a footing
PRINT = ("title", "date", "countries", "people", "place")  # by what a report is known again
Kind = Footing.Kind


def of(articles: Collection[Article]) -> dict[str, Held]:
    """What is held in each of the articles, by their keys: as footings tell whose decision is in force."""
    footings: dict[str, list[Footing]] = defaultdict(list)
    rows = list(Footing.objects.filter(article__among=[article.key for article in articles]).order_by("pk"))
    if rows:
        decided = _decided({row.decided for row in rows})
        for row in rows:
            if (row.kind, row.decided) in decided:
                footings[row.article].append(row)
    return {article.key: _held(footings[article.key]) if article.key in footings else NOTHING_HELD for article in articles}


def keep(articles: Collection[Article]) -> None:
    """The facts of the articles that speak of something on which people decided leave footings. To be called before they are replaced."""
    decided = _decided()
    if decided:
        found = chain(_of_people(articles, decided), _of_bodies(articles, decided), _of_reports(articles, decided))
        Footing.objects.bulk_create(found, ignore_conflicts=True)


def holders(offices: Collection[str]) -> dict[str, str]:
    """Of offices that no release tells of any more, the key of whoever their words speak of by now."""
    rows = Footing.objects.filter(kind=Kind.APPOINTMENT, decided__in=list(offices)).values_list("decided", "mention") if offices else ()
    mentions = dict(rows)
    named = Mention.objects.filter(key__in=mentions.values(), person__isnull=False).values_list("key", "person__key")
    now = dict(named) if mentions else {}
    return {office: now[mention] for office, mention in mentions.items() if mention in now}


def heirs(offices: Collection[str]) -> dict[str, str]:
    """Of offices on which people decided and that are read in no release any more, the office in which the same words are read now."""
    there = Appointment.objects.filter(key__in=offices).values_list("key", flat=True)
    gone = set(_keys(_decided(set(offices) - set(there)), Kind.APPOINTMENT)) if offices else set()
    footings = list(Footing.objects.filter(kind=Kind.APPOINTMENT, decided__in=gone).values_list("decided", "mention")) if gone else []
    now: dict[str, str] = {}
    sighted = PersonSighting.objects.filter(mentions__overlap=[mention for _, mention in footings], appointment__isnull=False)
    for mentions, office in sighted.values_list("mentions", "appointment__key") if footings else ():
        now |= dict.fromkeys(mentions, office)
    found: dict[str, str] = {}
    for office, mention in footings:
        if mention in now:
            found[office] = min(now[mention], found.get(office, now[mention]))
    return found


def offices_of(articles: Collection[Article]) -> set[str]:
    """The offices on which people decided by words of these articles, and those that came to be read again since they were handed on."""
    back = FormerKey.objects.filter(kind=FormerKey.Kind.APPOINTMENT, key__in=Appointment.objects.values("key"))
    told = Footing.objects.filter(kind=Kind.APPOINTMENT, article__in=[article.key for article in articles])
    return {*told.values_list("decided", flat=True), *back.values_list("key", flat=True)}


def strayed(*, people: Collection[str] = (), organizations: Collection[str] = (), appointments: Collection[str] = ()) -> set[int]:
    """The articles whose facts speak of one of these keys only because they were held to it, and nobody decides on it any more."""
    decided = _decided({*people, *organizations, *appointments})
    people = [key for key in people if (Kind.PERSON, key) not in decided]
    organizations = [key for key in organizations if (Kind.ORGANIZATION, key) not in decided]
    appointments = [key for key in appointments if (Kind.APPOINTMENT, key) not in decided]
    found = _with_strayed_officials(people)
    for body in OrganizationSighting.objects.filter(
        organization_key__in=organizations, article__key__in=_articles(Kind.ORGANIZATION, organizations)
    ):
        own = organization_key(body.names[0], aliases=body.names[1:], country=body.country or None, alone=body.key)
        if own != body.organization_key:
            found.add(body.article_id)
    return found | _with_strayed_offices(appointments)


def _with_strayed_officials(keys: Collection[str]) -> set[int]:
    """Of those that are held to a key of which they would speak by themselves too, the hold is let go."""
    found: set[int] = set()
    near: set[int] = set()
    for one in PersonSighting.objects.filter(held__in=keys) if keys else ():
        natural = official(one.names[0], country=one.country or None, honorific=None, level=None, alone=one.key)
        (near if natural.block == one.block else found).add(one.pk)
    blocks = set(PersonSighting.objects.filter(pk__in=near).values_list("block", flat=True))
    PersonSighting.objects.filter(pk__in=near).update(held="")
    told = PersonSighting.objects.filter(block__in=blocks).exclude(pk__in=found)
    rows = [(one, Official(one.block, one.gender, one.standing, one.held)) for one in told]
    by_block: dict[str, set[Official]] = defaultdict(set)
    for _, sight in rows:
        by_block[sight.block].add(sight)
    of = {sight: key for block in by_block.values() for sight, key in person_keys(block).items()}
    wrong = {one.pk for one, sight in rows if of[sight] != one.person_key}
    return set(PersonSighting.objects.filter(pk__in=found | wrong).values_list("article", flat=True))


def _with_strayed_offices(keys: Collection[str]) -> set[int]:
    footings = {row.decided: row for row in Footing.objects.filter(kind=Kind.APPOINTMENT, decided__in=keys)}
    told = PersonSighting.objects.filter(appointment__key__in=footings.keys())
    found = set()
    for key, person, rank, position, article in told.values_list("appointment__key", "person_key", "rank", "position", "article"):
        if office_key(person, rank, position, footings[key].told["rest"]) != key:
            found.add(article)
    return found


def office_key(person: str, rank: str, position: str, rest: Collection[str | int | None]) -> str:
    """The key of an office; `rest` is its body's key, its country, whether its holder is acting, and whether it was held before."""
    return key_of("appointment", person, " ".join(fold(rank)), " ".join(fold(position)), *rest)


# ---- which decisions ----


def _decided(among: Collection[str] | None = None) -> set[tuple[str, str]]:
    """The things on which a decision is in force, each as its kind and key; of the keys in `among`, if that is given."""
    made = Correction.objects.in_force().filter(kind__in=[*Kind.values, Correction.Kind.MEETING])
    made = made.exclude(operation=Correction.Operation.ADD)
    judged = Judgement.objects.in_force().exclude(verdict=Judgement.Verdict.UNSURE)
    if among is not None:
        made = made.filter(key__among=among)
    found = set(made.values_list("kind", "key")) | _named(among)
    for kind, left, right, left_was, right_was in judged.values_list("kind", "left", "right", "left_was", "right_was"):
        if kind == Judgement.Kind.REPORT:
            found |= {(Kind.REPORT, left), (Kind.REPORT, right)}
        else:
            found |= {(kind, key) for kind in (Kind.PERSON, Kind.ORGANIZATION) for key in (left_was, right_was) if key}
    return {(Kind.REPORT if kind == Correction.Kind.MEETING else kind, key) for kind, key in found}


def _named(among: Collection[str] | None) -> set[tuple[str, str]]:
    """Whom, and what, people named in decisions on others: speakers, those at a meeting, bodies of offices. All are still told of."""
    told = Correction.objects.in_force()
    found = {(Kind.PERSON, key) for key in told.filter(kind=Correction.Kind.QUOTE, field="speaker").values_list("new", flat=True)}
    in_office = told.filter(kind=Correction.Kind.APPOINTMENT, field="organization")
    found |= {(Kind.ORGANIZATION, key) for key in in_office.values_list("new", flat=True)}
    for field in told.filter(field__contains=linked.MARK, new__isnull=False).values_list("field", flat=True):
        link, key = linked.parted(field)
        found.add((Kind.PERSON if link == "person" else Kind.ORGANIZATION, key))
    return {(kind, key) for kind, key in found if key and (among is None or key in among)}


def _keys(decided: Iterable[tuple[str, str]], kind: str) -> list[str]:
    return [key for of_kind, key in decided if of_kind == kind]


def _articles(kind: str, keys: Collection[str]) -> list[str]:
    return list(Footing.objects.filter(kind=kind, decided__in=keys).values_list("article", flat=True).distinct()) if keys else []


# ---- what is held ----


def _held(rows: Iterable[Footing]) -> Held:
    """Of several footings of one mention the latest counts."""
    people: dict[str, HeldOfficial] = {}
    bodies: dict[str, str] = {}
    offices: dict[str, HeldOffice] = {}
    reports: dict[str, HeldReport] = {}
    for row in rows:
        if row.kind == Kind.PERSON:
            people[row.mention] = HeldOfficial(row.decided, row.told["block"], row.told["name"])
        elif row.kind == Kind.ORGANIZATION:
            bodies[row.mention] = row.decided
        elif row.kind == Kind.APPOINTMENT:
            offices[row.mention] = HeldOffice(row.decided, tuple(row.told["rest"]))
        else:
            reports[row.mention] = HeldReport(row.mention, row.told)
    return Held(people, bodies, offices, tuple(reports.values()))


# ---- what leaves a footing ----


def _of_people(articles: Collection[Article], decided: set[tuple[str, str]]) -> Iterator[Footing]:
    people, offices = _keys(decided, Kind.PERSON), set(_keys(decided, Kind.APPOINTMENT))
    split_off = _split_off(articles) if people else set()
    rests = _rests(offices)
    sightings = PersonSighting.objects.filter(article__in=articles).select_related("article", "appointment")
    of_people = sightings.filter(person_key__among=people)
    for sighting in of_people if people else ():
        told = {"block": sighting.block, "name": sighting.names[0]}
        if split_off.isdisjoint((mention, sighting.block) for mention in sighting.mentions):
            yield from _footings(Kind.PERSON, sighting.person_key, sighting.article.key, sighting.mentions, told)
    for sighting in sightings.filter(appointment__key__in=offices) if offices else ():
        key = sighting.appointment.key  # type: ignore[union-attr]
        body, *others = rests[key]
        rest = [body, sighting.country or None, *others]  # the country as it was read: people may have told another
        yield from _footings(Kind.APPOINTMENT, key, sighting.article.key, sighting.mentions, {"rest": rest})


def _split_off(articles: Collection[Article]) -> set[tuple[str, str]]:
    """The mentions that people took out of another, each with where it went: a split holds what was split off, and takes it back with it.

    Splits that were just taken back count too: the facts at hand still speak of what was split off.
    """
    keys = [article.key for article in articles]
    moved = Correction.objects.filter(kind=Correction.Kind.MENTION, article_key__in=keys)
    return {(mention, str(where)) for mention, where in moved.values_list("key", "new")}


def _rests(offices: Collection[str]) -> dict[str, list[str | int | None]]:
    """What tells an office from others beside its holder, its words and its country, by its key."""
    rows = Appointment.objects.filter(key__in=offices).select_related("organization") if offices else ()
    read = {row.key: row.organization.key if row.organization else None for row in rows} | _read_bodies(offices)
    return {row.key: [read[row.key], int(row.acting), int(row.former)] for row in rows}


def _read_bodies(offices: Collection[str]) -> dict[str, str | None]:
    """The organizations that the machine reads in offices of which people ever told another; one that was joined is the other's by now."""
    made = Correction.objects.filter(kind=Correction.Kind.APPOINTMENT, field="organization", key__in=offices).order_by("pk")
    read: dict[str, str | None] = dict(made.values_list("key", "old")) if offices else {}
    chief = chiefs(Organization, [key for key in read.values() if key])
    return {office: chief[key] if key else None for office, key in read.items()}


def _of_bodies(articles: Collection[Article], decided: set[tuple[str, str]]) -> Iterator[Footing]:
    keys = _keys(decided, Kind.ORGANIZATION)
    sightings = OrganizationSighting.objects.filter(article__in=articles, organization_key__among=keys).select_related("article")
    split_off = _split_off(articles) if keys else set()
    for sighting in sightings if keys else ():
        if split_off.isdisjoint((mention, sighting.organization_key) for mention in sighting.mentions):
            yield from _footings(Kind.ORGANIZATION, sighting.organization_key, sighting.article.key, sighting.mentions, {})


def _of_reports(articles: Collection[Article], decided: set[tuple[str, str]]) -> Iterator[Footing]:
    """A report is decided on where it was judged, and where the meeting that it would be by itself was corrected."""
    keys = set(_keys(decided, Kind.REPORT))
    reports = MeetingReport.objects.filter(article__in=articles).select_related("article") if keys else ()
    read = _read_of(keys)
    for report in reports:
        told = {name: report.values.get(name) for name in PRINT} | read[report.key]
        for key in {report.key, key_of("meeting", report.key)} & keys:
            yield from _footings(Kind.REPORT, key, report.article.key, [report.key], told)


def _read_of(reports: Collection[str]) -> dict[str, Json]:
    """What the machine read of the fields of accounts that people set right, by the key of the account: by that it is known again."""
    found: dict[str, Json] = defaultdict(dict)
    set_right = Correction.objects.in_force().filter(kind=Correction.Kind.REPORT, key__in=reports, field__in=PRINT)
    for key, field, old in set_right.values_list("key", "field", "old") if reports else ():
        found[key][field] = old
    return found


def _footings(kind: str, key: str, article: str, mentions: Iterable[str], told: Json) -> Iterator[Footing]:
    for mention in list(mentions)[:OF_ONE_FACT]:
        yield Footing(kind=kind, decided=key, article=article, mention=mention, told=told)
