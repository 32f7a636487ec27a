"""Machine facts ⊕ human judgements → the tables that readers see.

`project` brings the archive in line with what one article tells now; `rebuild` derives everything anew. Both arrive at the same
archive: each table is a function of the extractions in force and of what people decided, whatever was loaded in whatever order. Rows
keep their keys, and where its key stays so does the row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from archive.models import Appointment, Article, Extraction
from ingest.engine.record import Json
from ingest.models import MeetingSighting
from ingest.projection import decided, facts, joins, meetings, officials, organizations, spans
from ingest.projection.by_hand import ByHand
from ingest.projection.decided import Corrections
from ingest.projection.facts import Facts
from ingest.projection.joins import chain, parting, spoken_of
from ingest.projection.likenesses import compare_all
from ingest.projection.lookups import Lookups, lock

__all__ = ["chain", "compare", "decide", "follow", "lock", "parting", "project", "rebuild", "spoken_of", "withdraw"]

NOTHING = Facts((), (), (), (), (), ())
READ_AT_ONCE = 200


def project(article: Article, form: Json, *, lookups: Lookups | None = None, new: bool = False) -> None:
    """People, organizations and meetings are those that all articles tell of, with `article` telling `form`.

    `new` says that nothing of the article is in the tables yet. Where the article makes another's reading of a name doubtful (two
    bearers of it are now told apart), that one is brought in line too. To be called in a transaction that holds the `lock`.

    A release that is not published tells nothing: what readers see never rests on a draft.
    """
    if article.status == Article.Status.PUBLISHED or not new:
        _project(article, _told(article, form), lookups or Lookups(), new=new)


@transaction.atomic
def follow(article: Article) -> None:
    """The tables tell what the article tells if it is published now, and nothing of it if it is not."""
    lock()
    extraction = Extraction.objects.filter(article=article, in_force=True).first()
    if extraction is not None:
        project(article, extraction.record)


@transaction.atomic
def withdraw(article: Article) -> None:
    """Nothing in the tables rests on the article any more."""
    lock()
    _project(article, NOTHING, Lookups(), new=False)


@transaction.atomic
def rebuild(*, progress: Callable[[int], None] = lambda done: None) -> int:
    """Every derived row anew from the extractions in force and what people decided, in one transaction; the number of articles."""
    lock()
    lookups, done = Lookups(), 0
    extractions = Extraction.objects.filter(in_force=True).select_related("article").order_by("article_id")
    for extraction in extractions.iterator(READ_AT_ONCE):
        project(extraction.article, extraction.record, lookups=lookups)
        done += 1
        progress(done)
    compare()
    for kind in joins.KINDS:
        _settle(kind, set(kind.sightings.values_list(kind.column, flat=True)), lookups)
    organizations.sweep()
    officials.sweep()
    meetings.sweep()
    return done


@transaction.atomic
def compare() -> int:
    """Officials are joined across articles where a rule says that they are one; the number of keys that joined or parted so."""
    changed = compare_all()
    _settle(joins.PEOPLE, changed, Lookups())
    return len(changed)


@transaction.atomic
def decide(
    *,
    mentions: Iterable[str] = (),
    people: Collection[str] = (),
    organizations: Collection[str] = (),
    meetings: Collection[str] = (),
    appointments: Collection[str] = (),
    articles: Collection[str] = (),
) -> None:
    """The tables follow what people decided on these things, each named by its key, just now."""
    lock()
    lookups = Lookups()
    _read_again(Article.objects.filter(key__in=articles), lookups)
    of_meetings = MeetingSighting.objects.filter(report__meeting__key__in=meetings).values("report__article")
    _read_again(Article.objects.filter(pk__in=of_meetings), lookups)
    officials.refresh_offices(list(Appointment.objects.filter(key__in=appointments).values_list("pk", flat=True)), Corrections())
    spoken = set(joins.spoken_of(mentions).values())
    for kind, keys in ((joins.PEOPLE, set(people)), (joins.BODIES, set(organizations))):
        _settle(kind, keys | spoken, lookups)
        keys = joins.told_of(kind, keys)
        _bring_back_or_take_away(kind, keys, lookups)
        _refresh(kind, keys)


# ---- one article ----


@dataclass(frozen=True, slots=True)
class Replaced:
    """What putting an article in anew touched: articles made doubtful, keys of people and bodies and of mentions, before and now."""

    doubtful: frozenset[int]
    people: frozenset[str]
    bodies: frozenset[str]


def _told(article: Article, form: Json) -> Facts:
    if article.status != Article.Status.PUBLISHED:
        return NOTHING
    hand = ByHand.of(article)
    told = facts.read(hand.completed(form), article=article.key, moved=hand.moved)
    hand.note_lost(told, form["body"])
    return told


def _project(article: Article, told: Facts, lookups: Lookups, *, new: bool) -> None:
    judged = set() if new else joins.judged_in(article)
    replaced = [_replace(article, told, lookups, new=new)]
    for extraction in Extraction.objects.filter(article__in=replaced[0].doubtful, in_force=True).select_related("article"):
        replaced.append(_replace(extraction.article, _told(extraction.article, extraction.record), lookups, new=False))
    judged |= joins.judged_among([mention.key for mention in told.mentions])
    for kind in joins.KINDS:
        keys = frozenset[str]().union(*(one.people if kind is joins.PEOPLE else one.bodies for one in replaced))
        if judged or joins.concerned(kind, keys):
            _settle(kind, keys | set(joins.spoken_of(judged).values()), lookups)


def _replace(article: Article, told: Facts, lookups: Lookups, *, new: bool) -> Replaced:
    """Take out what the article told before, put in what it tells now."""
    people_before = officials.Before()
    bodies_before: set[str] = set()
    meetings_before: set[tuple[str, int]] = set()
    if not new:
        spans.take_out(article)
        meetings_before = meetings.take_out(article)
        people_before = officials.take_out(article)
        bodies_before = organizations.take_out(article)
    corrections = Corrections()
    bodies = organizations.put_in(article, told, lookups, corrections, before=bodies_before)
    people = officials.put_in(article, told, bodies, lookups, corrections, before=people_before)
    reports = meetings.put_in(article, told, people, bodies, lookups, corrections, before=meetings_before)
    spans.put_in(article, told, people, bodies, reports, lookups)
    return Replaced(people.doubtful, people_before.people.union(people.keys), frozenset(bodies_before).union(bodies.keys))


# ---- what was decided ----


def _settle(kind: joins.Kind, keys: Collection[str], lookups: Lookups) -> None:
    """Rows are joined and apart as people and rules say for all who are, or were, in a group with one of the keys."""
    changed = joins.settle(kind, keys)
    if not changed:
        return
    given_up = [key for key, (_, now) in changed.items() if now]
    kind.model.objects.filter(key__in=given_up).delete()
    _read_again(_articles(kind, changed), lookups)
    _refresh(kind, changed.keys() | {key for leads in changed.values() for key in leads if key})


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
    if kind is joins.PEOPLE:
        officials.refresh(keys, Corrections())
    else:
        organizations.refresh(keys, Corrections())


def _articles(kind: joins.Kind, keys: Collection[str]) -> QuerySet[Article]:
    told = kind.sightings.filter(**{f"{kind.column}__in": list(keys)}).values("article")
    found: QuerySet[Article] = Article.objects.filter(pk__in=told)
    return found


def _read_again(articles: QuerySet[Article], lookups: Lookups) -> None:
    wanted = Extraction.objects.filter(article__in=articles.order_by().values("pk"), in_force=True).select_related("article")
    for extraction in wanted.order_by("article_id"):
        _project(extraction.article, _told(extraction.article, extraction.record), lookups, new=False)
