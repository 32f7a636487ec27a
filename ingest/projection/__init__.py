"""Machine facts ⊕ human judgements → the tables that readers see.

`project` brings the archive in line with what some articles tell now; `rebuild` derives everything anew. Both arrive at the same
archive: each table is a function of the extractions in force and of what people decided, whatever was loaded in whatever order. Rows
keep their keys, and where its key stays so does the row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet

from archive.models import Appointment, Article, Correction, Extraction, FormerKey, Judgement, Meeting, Participation, Person
from ingest.engine.record import Json
from ingest.models import MeetingSighting, PersonSighting
from ingest.projection import decided, footings, joins, meetings, officials, organizations, releases, spans, ties
from ingest.projection.body_likenesses import compare_bodies
from ingest.projection.by_hand import ByHand
from ingest.projection.decided import Corrections
from ingest.projection.facts import Facts, Telling, read
from ingest.projection.footings import holders
from ingest.projection.handover import hand_over
from ingest.projection.joins import keys_split_off, spoken_of
from ingest.projection.likenesses import compare_all
from ingest.projection.lookups import Lookups, lock
from ingest.projection.meeting_likenesses import compare_meetings

__all__ = [
    "chain",
    "compare",
    "decide",
    "follow",
    "holders",
    "keys_split_off",
    "lock",
    "parting",
    "project",
    "rebuild",
    "spoken_of",
    "withdraw",
]

NOTHING = Facts((), (), (), (), (), ())
AT_ONCE = 100  # articles that are put in together: few questions for each, little memory


def project(told: Collection[tuple[Article, Json]], *, lookups: Lookups | None = None, new: bool = False) -> None:
    """People, organizations and meetings are those that all articles tell of, with each of these articles telling this form.

    `new` says that nothing of the articles is in the tables yet. Where they make another's reading of a name doubtful (two bearers of it
    are now told apart), that one is brought in line too. To be called in a transaction that holds the `lock`.

    A release that is not published tells nothing: what readers see never rests on a draft.
    """
    concerned = [(article, form) for article, form in told if article.status == Article.Status.PUBLISHED or not new]
    _project(_tellings(concerned, new=new), lookups or Lookups())


@transaction.atomic
def follow(articles: Collection[Article]) -> None:
    """The tables tell what each of the articles tells if it is published now, and nothing of it if it is not."""
    lock()
    _read_again(Article.objects.filter(pk__in=[article.pk for article in articles]), Lookups())


@transaction.atomic
def withdraw(article: Article) -> None:
    """Nothing in the tables rests on the article any more."""
    lock()
    footings.keep([article])
    _project([Telling(article, NOTHING)], Lookups())


@transaction.atomic
def rebuild(*, progress: Callable[[int], None] = lambda done: None) -> int:
    """Every derived row anew from the extractions in force and what people decided, in one transaction; the number of articles."""
    lock()
    lookups, done = Lookups(), 0
    for told in _in_force(Article.objects.all()):
        project(told, lookups=lookups)
        done += len(told)
        progress(done)
    compare_all()
    compare_bodies()
    for kind in joins.KINDS:
        _settle(kind, set(kind.sightings.values_list(kind.column, flat=True)), lookups)
    _settle_meetings(compare_meetings(), lookups)
    organizations.sweep()
    officials.sweep()
    meetings.sweep()
    return done


@transaction.atomic
def compare() -> int:
    """Officials, organizations and meetings are joined across articles where a rule says that they are one; how many keys changed so."""
    lookups = Lookups()
    people, bodies = compare_all(), compare_bodies()
    _settle(joins.PEOPLE, people, lookups)
    _settle(joins.BODIES, bodies, lookups)
    reports = compare_meetings()  # by officials as they are joined now
    _settle_meetings(reports, lookups)
    return len(people) + len(bodies) + len(reports)


def chain(one: str, other: str, *, without: Judgement | None = None) -> list[Judgement]:
    """The judgements by which people made one of two keys, be they of officials, organizations or reports of a meeting."""
    return joins.chain(one, other, without=without) or ties.chain(one, other, without=without)


def parting(one: str, other: str, *, without: Judgement | None = None) -> list[Judgement]:
    """The judgements from which it follows that two keys are not one."""
    return joins.parting(one, other, without=without) or ties.parting(one, other, without=without)


@transaction.atomic
def decide(
    *,
    mentions: Iterable[str] = (),
    people: Collection[str] = (),
    organizations: Collection[str] = (),
    meetings: Collection[str] = (),
    appointments: Collection[str] = (),
    articles: Collection[str] = (),
    reports: Collection[str] = (),
) -> None:
    """The tables follow what people decided on these things, each named by its key, just now."""
    lock()
    lookups = Lookups()
    releases.restate(articles)
    _read_again(Article.objects.filter(key__in=articles), lookups)
    _let_go(people, organizations, appointments, lookups)
    of_meetings = MeetingSighting.objects.filter(report__meeting__key__in=_led(meetings)).values("report__article")
    _read_again(Article.objects.filter(pk__in=of_meetings), lookups)
    _hand_on_offices(appointments, lookups)
    appointments = {*appointments, *decided.heirs_of(appointments).values()}
    _read_offices_again(appointments, lookups)
    _settle_meetings(reports, lookups)
    spoken = set(joins.spoken_of(mentions).values())
    for kind, keys in ((joins.PEOPLE, set(people)), (joins.BODIES, set(organizations))):
        _settle(kind, keys | spoken, lookups)
        keys = joins.told_of(kind, keys)
        _bring_back_or_take_away(kind, keys, lookups)
        _refresh(kind, keys)
        _follow_links(kind, keys, lookups)
    _offices_follow(people, appointments, lookups)


# ---- what articles tell ----


@dataclass(frozen=True, slots=True)
class Replaced:
    """What putting articles in anew touched: articles made doubtful, keys of people and bodies, before and now."""

    doubtful: Collection[int]
    people: frozenset[str]
    bodies: frozenset[str]


def _tellings(told: Collection[tuple[Article, Json]], *, new: bool) -> list[Telling]:
    if not new:
        footings.keep([article for article, _ in told])
    hands = ByHand.of([article for article, _ in told])
    return [Telling(article, _facts(article, form, hands[article.key]), new) for article, form in told]


def _facts(article: Article, form: Json, hand: ByHand) -> Facts:
    if article.status != Article.Status.PUBLISHED:
        return NOTHING
    facts = read(hand.completed(form), article=article.key, moved=hand.moved, held=hand.held(form["body"]))
    hand.note_lost(facts, form["body"])
    return hand.set_right(facts)


def _project(tellings: Sequence[Telling], lookups: Lookups) -> None:
    if not tellings:
        return
    judged = joins.judged_in([telling.article for telling in tellings if not telling.new])
    replaced = [_replace(tellings, lookups)]
    for told in _in_force(Article.objects.filter(pk__in=replaced[0].doubtful)) if replaced[0].doubtful else ():
        replaced.append(_replace(_tellings(told, new=False), lookups))
    judged |= joins.judged_among([mention.key for telling in tellings for mention in telling.facts.mentions])
    spoken = set(joins.spoken_of(judged).values())
    for kind in joins.KINDS:
        keys = frozenset[str]().union(*(one.people if kind is joins.PEOPLE else one.bodies for one in replaced))
        _settle(kind, joins.concerned(kind, keys) | spoken, lookups)
        _follow_links(kind, keys, lookups)
    _hand_on_offices(footings.offices_of([telling.article for telling in tellings if not telling.new]), lookups)


def _replace(tellings: Sequence[Telling], lookups: Lookups) -> Replaced:
    """Take out what the articles told before, put in what they tell now."""
    people_before = officials.Before()
    bodies_before: set[str] = set()
    meetings_before: set[tuple[str, int]] = set()
    if there := [telling.article for telling in tellings if not telling.new]:
        spans.take_out(there)
        meetings_before = meetings.take_out(there)
        people_before = officials.take_out(there)
        bodies_before = organizations.take_out(there)
    corrections = Corrections()
    bodies = organizations.put_in(tellings, lookups, corrections, before=bodies_before)
    people, doubtful = officials.put_in(tellings, bodies, lookups, corrections, before=people_before)
    reports = meetings.put_in(tellings, people, bodies, lookups, corrections, before=meetings_before)
    spans.put_in(tellings, people, bodies, reports, lookups, corrections)
    return Replaced(
        doubtful,
        people_before.people.union(*(one.keys for one in people.values())),
        frozenset(bodies_before).union(*(one.keys for one in bodies.values())),
    )


# ---- what was decided ----


def _settle(kind: joins.Kind, keys: Collection[str], lookups: Lookups) -> None:
    """Rows are joined and apart as people and rules say for all who are, or were, in a group with one of the keys."""
    changed = joins.settle(kind, keys)
    if not changed:
        return
    done = hand_over(kind, changed)
    given_up = [key for key, (_, now) in changed.items() if now]
    kind.model.objects.filter(key__in=given_up).delete()
    _read_again(_articles(kind, changed.keys() - done), lookups)
    concerned = changed.keys() | {key for leads in changed.values() for key in leads if key}
    _refresh(kind, concerned)
    _follow_links(kind, concerned, lookups)


def _offices_follow(people: Collection[str], appointments: Collection[str], lookups: Lookups) -> None:
    """Offices, and the meetings of those who hold them, are as was decided on the offices and on the countries of the officials."""
    holders = [row.pk for row in decided.rows(Person, people).values()] if people else []
    offices = Appointment.objects.filter(Q(key__in=appointments) | Q(person__in=holders))
    concerned = list(offices.values_list("pk", flat=True))
    officials.refresh_offices(concerned, Corrections())
    there = Participation.objects.filter(Q(person__in=holders) | Q(appointment__in=concerned))
    meetings.derive(set(there.values_list("meeting", flat=True)), lookups)


def _follow_links(kind: joins.Kind, keys: Collection[str], lookups: Lookups) -> None:
    """What people linked with one of these things, though its own releases do not, is linked with what the keys speak of now."""
    decided_on = Correction.objects.in_force().filter(kind__in=[Correction.Kind.MEETING, Correction.Kind.APPOINTMENT])
    if not keys or not decided_on.exists():
        return
    made = decided_on.filter(kind=Correction.Kind.MEETING, field__among=[f"{kind.corrected}:{key}" for key in keys])
    if linked := set(made.values_list("key", flat=True)):
        meetings.derive(set(Meeting.objects.filter(key__in=_led(linked)).values_list("pk", flat=True)), lookups)
    if kind is joins.BODIES:
        in_office = decided_on.filter(kind=Correction.Kind.APPOINTMENT, field="organization", new__in=list(keys))
        _read_offices_again(list(in_office.values_list("key", flat=True)), lookups)


def _led(meetings_told: Collection[str]) -> set[str]:
    """The keys, and those of the meetings that they lead to by now."""
    led = FormerKey.objects.filter(kind=FormerKey.Kind.MEETING, key__in=meetings_told)
    return {*meetings_told, *led.values_list("now", flat=True)}


def _read_offices_again(appointments: Collection[str], lookups: Lookups) -> None:
    """Offices of which people ever told the organization are in the one that they tell now, or in the one that the machine reads.

    A release may name that organization itself, so that reading it again leads back here: what is in hand is not begun anew.
    """
    told = Correction.objects.filter(kind=Correction.Kind.APPOINTMENT, field="organization", key__in=appointments)
    if not appointments or not (keys := set(told.values_list("key", flat=True)) - lookups.offices_in_hand):
        return
    lookups.offices_in_hand |= keys
    try:
        now = {*keys, *decided.heirs_of(keys).values()}  # what was told of an office holds of the one that is read in its words by now
        of_offices = PersonSighting.objects.filter(appointment__key__in=now).values("article")
        _read_again(Article.objects.filter(pk__in=of_offices), lookups)
    finally:
        lookups.offices_in_hand -= keys


def _hand_on_offices(offices: Collection[str], lookups: Lookups) -> None:
    """What people decided on an office that is read otherwise by now holds of the office in which the same words are read."""
    former = FormerKey.objects.filter(kind=FormerKey.Kind.APPOINTMENT)
    there = dict(former.filter(key__in=offices).values_list("key", "now")) if offices else {}
    wanted = footings.heirs(offices)
    changed = {key for key in offices if there.get(key) != wanted.get(key)}
    if not changed:
        return
    former.filter(key__in=changed).delete()
    FormerKey.objects.bulk_create(
        FormerKey(kind=FormerKey.Kind.APPOINTMENT, key=key, now=wanted[key]) for key in sorted(changed) if key in wanted
    )
    concerned = changed | {leads[key] for key in changed for leads in (there, wanted) if key in leads}
    of_offices = PersonSighting.objects.filter(appointment__key__in=concerned).values("article")
    _read_again(Article.objects.filter(pk__in=of_offices), lookups)


def _let_go(people: Collection[str], organizations: Collection[str], appointments: Collection[str], lookups: Lookups) -> None:
    """Facts that speak of one of these only because somebody decided on it speak of what the machine reads, where nobody does any more."""
    held = footings.strayed(people=people, organizations=organizations, appointments=appointments)
    _read_again(Article.objects.filter(pk__in=held), lookups)


def _settle_meetings(reports: Collection[str], lookups: Lookups) -> None:
    """The meetings of these reports are those that people and rules make of them now."""
    if reports:
        _read_again(Article.objects.filter(reports__key__in=list(reports)).distinct(), lookups)


def _bring_back_or_take_away(kind: joins.Kind, keys: Collection[str], lookups: Lookups) -> None:
    """Things that somebody found to be none have no row; those of which that was taken back have theirs again."""
    gone = Corrections().suppressed(kind.model, keys)
    there = set(kind.model.objects.filter(key__in=keys).values_list("key", flat=True))
    led = set(joins.given_up(kind, keys))
    wrong = (gone & there) | (set(keys) - gone - there - led)
    if wrong:
        kind.model.objects.filter(key__in=gone & there).delete()
        _read_again(_articles(kind, decided.leading_to(kind.model, wrong)), lookups)


def _refresh(kind: joins.Kind, keys: Collection[str]) -> None:
    corrections = Corrections()
    if kind is joins.BODIES:
        organizations.refresh(keys, corrections)
        return
    officials.refresh(keys, corrections)
    if moved := corrections.moved(keys):
        holders = [row.pk for row in decided.rows(Person, moved).values()]
        officials.refresh_offices(list(Appointment.objects.filter(person__in=holders).values_list("pk", flat=True)), corrections)


def _articles(kind: joins.Kind, keys: Collection[str]) -> QuerySet[Article]:
    told = kind.sightings.filter(**{f"{kind.column}__in": list(keys)}).values("article")
    found: QuerySet[Article] = Article.objects.filter(pk__in=told)
    return found


def _read_again(articles: QuerySet[Article], lookups: Lookups) -> None:
    for told in _in_force(articles):
        _project(_tellings(told, new=False), lookups)


def _in_force(articles: QuerySet[Article]) -> Iterator[list[tuple[Article, Json]]]:
    """The articles with what was read from them, some at once; which ones they are is asked once, before anything changes."""
    numbers = list(articles.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        extractions = Extraction.objects.filter(article__in=some, in_force=True).select_related("article").order_by("article_id")
        yield [(extraction.article, extraction.record) for extraction in extractions]
