"""What must hold after any sequence of ingesting, correcting, joining, parting, undoing and reading anew."""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import example as such_as
from hypothesis import strategies as st

from archive.actions import additions, corrections, judgements, meetings, organizations, people
from archive.models import Appointment, Article, Correction, FormerKey, Judgement, Meeting, Organization, Person, Quote
from archive.records.review import Desk
from ingest import projection
from ingest.engine.types import Record
from tests.ingest.made_up import COUNTRIES, HONORIFICS, any_record
from tests.ingest.snapshot import snapshot
from tests.ledger.conftest import put

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
EXAMPLES = int(os.environ.get("PARLEY_EXAMPLES", "4"))  # a sequence takes a second; before a change of the ledger more are worth the time
# With PARLEY_EXAMPLES each run tries others, or those of --hypothesis-seed.
ALIKE = "PARLEY_EXAMPLES" not in os.environ
FEW = settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=ALIKE, suppress_health_check=list(HealthCheck))
ACTS = (
    "ingest",
    "again",
    "rename",
    "country",
    "merge",
    "split",
    "suppress",
    "undo",
    "compare",
    "join bodies",
    "split body",
    "join meetings",
    "part meetings",
    "quote",
    "attend",
    "office",
    "add",
    "engine",
)
acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 40), st.integers(0, 40)), min_size=3, max_size=9)


class RolledBack(Exception):
    """Ends an example, so that the next finds the archive empty."""


def in_an_empty_archive(example) -> None:  # type: ignore[no-untyped-def]
    """Run the example in a transaction of its own that leaves nothing behind."""
    try:
        with transaction.atomic():
            for number in range(4):
                put(any_record(number), path=f"{number}.txt")
            example(User.objects.create_user("somebody"))
            raise RolledBack
    except RolledBack:
        pass


def do(act: str, one: int, other: int, by: User) -> None:
    """The act on somebody or something chosen by the numbers; what is refused changes nothing."""
    everybody = list(Person.objects.order_by("key"))
    person = everybody[one % len(everybody)] if everybody else None
    try:
        if act in {"ingest", "again"}:
            put(any_record(one), path=f"{other % 6 if act == 'again' else one}.txt")
        elif act == "engine":
            put(_read_otherwise(any_record(one % 4), other), path=f"{one % 4}.txt", engine=f"engine {other}")
        elif act == "compare":
            projection.compare()
        elif act == "undo":
            _undo(one, by)
        elif act in OF_OTHERS:
            _decide_on_others(act, one, other, by)
        elif person is not None:
            _decide(act, person, everybody[other % len(everybody)], by)
    except ValueError:
        pass


def _read_otherwise(read: Record, seed: int) -> Record:
    """The same words, as an engine reads them that finds other countries, honorifics, levels and kinds of meeting."""
    chance = random.Random(seed)
    people = tuple(
        replace(one, country=chance.choice(COUNTRIES), honorific=chance.choice(HONORIFICS), level=chance.choice((None, 2, 6)))
        for one in read.people
    )
    occasions = tuple(replace(one, kind=chance.choice(("visit", "conference", "call"))) for one in read.meetings)
    bodies = tuple(replace(one, country=chance.choice((one.country, "EE"))) for one in read.organizations)
    return replace(read, people=people, meetings=occasions, organizations=bodies)


def _decide(act: str, person: Person, another: Person, by: User) -> None:
    if act == "rename":
        people.rename(person=person, name=f"{person.name} the Elder"[:60], by=by)
    elif act == "country":
        people.set_country(person=person, country="MD", by=by)
    elif act == "merge":
        people.merge(source=person, into=another, by=by)
    elif act == "split":
        people.split(person=person, mentions=list(person.mentions.order_by("key")[:1]), by=by)
    else:
        people.suppress(person=person, by=by)


OF_OTHERS = {"join bodies", "split body", "join meetings", "part meetings", "quote", "attend", "office", "add"}
ROWS = {"join bodies": Organization, "split body": Organization, "quote": Quote, "office": Appointment, "add": Article}


def _decide_on_others(act: str, one: int, other: int, by: User) -> None:
    """The same of organizations, meetings and quotations."""
    rows = list(ROWS.get(act, Meeting).objects.order_by("key"))  # type: ignore[attr-defined]
    if not rows:
        return
    first, second = rows[one % len(rows)], rows[other % len(rows)]
    if act == "join bodies":
        organizations.merge(source=first, into=second, by=by)
    elif act == "split body":
        organizations.split(organization=first, mentions=list(first.mentions.order_by("key")[:1]), by=by)
    elif act == "join meetings":
        meetings.merge(source=first, into=second, by=by)
    elif act == "part meetings":
        meetings.split(meeting=first, report=first.reports.order_by("key")[0], by=by)
    elif act == "add":
        additions.add(what="agreement", article=first, start=other % 9, end=other % 9 + 12, by=by, title="A Treaty")
    else:
        kind, field, new = _link(act, other)
        corrections.correct(kind=kind, key=first.key, field=field, new=new, seen=corrections.value_of(first, field), by=by)


def _link(act: str, number: int) -> tuple[str, str, str | None]:
    """A field that is set to what another thing is by now: who spoke, who was there or was not, in which body an office is."""
    people_, bodies = (list(model.objects.order_by("key").values_list("key", flat=True)) for model in (Person, Organization))
    if act == "quote" or not people_ or not bodies:
        return "quote", "speaker_name", "Somebody"
    if act == "office":
        return "appointment", "organization", bodies[number % len(bodies)]
    return "meeting", f"person:{people_[number % len(people_)]}", ("guest", "host", None)[number % 3]


def _undo(number: int, by: User) -> None:
    made = [*Judgement.objects.in_force().order_by("pk"), *Correction.objects.in_force().order_by("pk")]
    if made:
        decision = made[number % len(made)]
        if isinstance(decision, Judgement):
            judgements.withdraw(judgement=decision, by=by)
        else:
            corrections.withdraw(correction=decision, by=by)


@FEW
@given(acts)
def test_rebuild_changes_nothing(sequence: list[tuple[str, int, int]]) -> None:
    def example(by: User) -> None:
        for act in sequence:
            do(*act, by)
        projection.compare()
        settled = _told()
        projection.rebuild()
        assert _told() == settled

    in_an_empty_archive(example)


@FEW
@given(acts)
def test_no_decision_is_lost_and_undoing_all_is_as_if_nobody_had_decided(sequence: list[tuple[str, int, int]]) -> None:
    found = []
    of_machines = [act for act in sequence if act[0] in {"ingest", "again", "compare", "engine"}]
    for acts_of_one in (of_machines, sequence):

        def example(by: User, acts_of_one=acts_of_one) -> None:  # type: ignore[no-untyped-def]
            made = 0
            for act in acts_of_one:
                do(*act, by)
                count = Judgement.objects.count() + Correction.objects.count()
                assert count >= made
                made = count
            while Judgement.objects.in_force().exists() or Correction.objects.in_force().exists():
                _undo(0, by)
            projection.compare()
            found.append(_told())

        in_an_empty_archive(example)
    assert found[0] == found[1]


@FEW
@given(acts, st.integers(0, 40))
@such_as([("office", 35, 17), ("office", 6, 9), ("attend", 32, 16), ("rename", 14, 35), ("merge", 14, 34)], 19)
def test_no_correction_is_lost_when_an_engine_reads_other_values_in_the_same_words(sequence: list[tuple[str, int, int]], seed: int) -> None:
    decisions = [
        act
        for act in sequence
        if act[0] in {"rename", "country", "suppress", "merge", "split", "join bodies", "quote", "attend", "office", "undo"}
    ]

    def example(by: User) -> None:
        for act in decisions:
            do(*act, by)
        before = _decided_values()
        for number in range(4):
            do("engine", number, seed + number, by)
        assert _decided_values() == before
        assert not Desk(by, queue="orphans").orphans
        projection.compare()
        settled = _told()
        projection.rebuild()
        assert _told() == settled

    in_an_empty_archive(example)


def _decided_values() -> list[tuple[str, object]]:
    """What is shown of each thing on which a correction is in force; whoever gave way to another is shown as that one."""
    shown: list[tuple[str, object]] = []
    for made in Correction.objects.in_force().filter(operation__in=["set", "confirm"]).order_by("pk"):
        if made.kind in corrections.MODELS:
            now = FormerKey.objects.filter(kind=made.kind, key=made.key).values_list("now", flat=True).first() or made.key
            row = corrections.MODELS[made.kind].objects.filter(key=now).first()
            same = now == made.key or made.kind == Correction.Kind.APPOINTMENT  # an office that is read otherwise by now
            shown.append((made.key, corrections.value_of(row, made.field) if row is not None and same else now))
    return shown


@FEW
@given(st.permutations(range(5)), st.integers(0, 30))
def test_the_order_of_releases_and_comparing_changes_nothing(order: list[int], seed: int) -> None:
    found = []
    for numbers in (range(5), order):

        def example(by: User, numbers=numbers) -> None:  # type: ignore[no-untyped-def]
            for number in numbers:
                put(any_record(100 + seed + number), path=f"later {number}.txt")
            projection.compare()
            found.append(_told())

        in_an_empty_archive(example)
    assert found[0] == found[1]


@FEW
@given(st.permutations(range(3)), st.integers(0, 20), st.integers(0, 20))
def test_the_order_of_independent_acts_does_not_matter(order: list[int], one: int, other: int) -> None:
    found = []
    for numbers in (range(3), order):

        def example(by: User, numbers=numbers) -> None:  # type: ignore[no-untyped-def]
            keys = list(Person.objects.order_by("key").values_list("key", flat=True))
            first, second = keys[one % len(keys)], keys[other % len(keys)]
            steps = (
                lambda: people.rename(person=Person.objects.get(key=first), name="Somebody Else", by=by),
                lambda: people.set_country(person=Person.objects.get(key=second), country="MD", by=by),
                lambda: put(any_record(7), path="7.txt"),
            )
            for number in numbers:
                steps[number]()
            found.append(_told())

        in_an_empty_archive(example)
    assert found[0] == found[1]


def _told() -> dict[str, list[tuple[object, ...]]]:
    """All that readers see. Addresses of meetings whose reports are gone may lead on or not; nobody's record rests on them."""
    rows = snapshot()
    rows["former keys"] = [row for row in rows["former keys"] if row[0] != "meeting"]
    return rows
