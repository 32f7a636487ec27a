"""What must hold after any sequence of ingesting, correcting, joining, parting, undoing and reading anew."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.actions import corrections, judgements, meetings, organizations, people
from archive.models import Correction, Judgement, Meeting, Organization, Person, Quote
from ingest import projection
from tests.ingest.made_up import any_record
from tests.ingest.snapshot import snapshot
from tests.ledger.conftest import put

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FEW = settings(max_examples=12, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
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
    "join meetings",
    "part meetings",
    "quote",
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


OF_OTHERS = {"join bodies", "join meetings", "part meetings", "quote"}


def _decide_on_others(act: str, one: int, other: int, by: User) -> None:
    """The same of organizations, meetings and quotations."""
    rows = list({"join bodies": Organization, "quote": Quote}.get(act, Meeting).objects.order_by("key"))  # type: ignore[attr-defined]
    if not rows:
        return
    first, second = rows[one % len(rows)], rows[other % len(rows)]
    if act == "join bodies":
        organizations.merge(source=first, into=second, by=by)
    elif act == "join meetings":
        meetings.merge(source=first, into=second, by=by)
    elif act == "part meetings":
        meetings.split(meeting=first, report=first.reports.order_by("key")[0], by=by)
    else:
        corrections.correct(kind="quote", key=first.key, field="speaker_name", new="Somebody", seen=first.speaker_name, by=by)


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
def test_no_decision_is_lost_and_undoing_all_restores_what_was(sequence: list[tuple[str, int, int]]) -> None:
    decisions = [act for act in sequence if act[0] not in {"ingest", "again", "compare"}]

    def example(by: User) -> None:
        before, made = _told(), 0
        for act in decisions:
            do(*act, by)
            count = Judgement.objects.count() + Correction.objects.count()
            assert count >= made
            made = count
        while Judgement.objects.in_force().exists() or Correction.objects.in_force().exists():
            _undo(0, by)
        assert _told() == before

    in_an_empty_archive(example)


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
