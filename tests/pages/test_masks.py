"""What masks count is what the database counts, for any question."""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Count
from django.http import QueryDict

from archive import masks, standing
from archive.filters.countries import Countries
from archive.filters.question import Question
from archive.filters.rooms import QUESTIONS, question_to
from archive.models import Country, Person
from archive.records import pictures
from archive.records.country import CountryRecord
from archive.records.home import Figures
from archive.records.pair import PairRecord
from archive.records.person import PersonRecord
from bench.archive import TABLES, Size, fill

TODAY = datetime.date(2025, 6, 1)
ASKED = {
    "of": ("US", "FR", "RO", "nato-members", "asean-members"),
    "with": ("DE", "CN", "US", "eu-members"),
    "kind": ("meeting", "call", "visit"),
    "state": ("held", "planned"),
    "level": ("2", "3", "unknown"),
    "mode": ("phone", "not-stated"),
    "among": ("two", "more"),
    "venue": ("US", "FR"),
    "host": ("DE", "CN"),
    "side": ("US", "DE"),
    "topic": ("maritime security", "peacekeeping"),
    "agreement": ("yes", "signed"),
    "sure": ("90", "unknown"),
    "since": ("2012", "March 2019"),
    "until": ("2016", "June 2021"),
    "dated": ("only", "month"),
    "office": ("minister", "chief of defense"),
    "q": ("cyber", '"joint training"'),
    "lead": ("first", "both-sides", "unreported"),
    "parity": ("equal", "unequal"),
}
OTHERS = {
    "articles": {
        "of": ("US", "FR", "DE"),
        "publisher": (),
        "since": ("2012",),
        "until": ("2019",),
        "dated": ("only",),
        "q": ("cyber",),
        "sure": ("90",),
    },
    "people": {"of": ("US", "FR"), "level": ("2", "3"), "sure": ("95", "unknown"), "office": ("minister",), "q": ("Ta",)},
    "agreements": {
        "of": ("US", "CN"),
        "with": ("FR",),
        "action": ("signed", "planned"),
        "lead": ("promised",),
        "since": ("2015",),
        "sure": ("95", "80"),
    },
    "organizations": {"of": ("US",), "kind": ("ministry", "not-stated"), "q": ("command",), "sure": ("below", "unknown")},
    "quotes": {"of": ("US",), "since": ("2015",), "until": ("2020",), "q": ("cyber",)},
}


@pytest.fixture(scope="module")
def archive(django_db_setup: None, django_db_blocker: Any) -> Any:
    """A made archive of 700 meetings, in a transaction that is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        fill(Size(articles=300, meetings=700))
        with connection.cursor() as cursor:
            # What the planner knows of the tables is what the tests before left there. Those alone: the catalog is shared with other tests.
            cursor.execute(f"ANALYZE {', '.join(f'archive_{table}' for table in TABLES)}")
        # In a transaction that has written there is no state that other questions could share: this one is for the test.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(standing, "now", lambda: standing.Standing("made", "nobody acted", growing=False))
            assert masks.make()
        yield
        transaction.set_rollback(True)
    masks._made.clear()
    standing._held.clear()


def _question(chance: random.Random, asked: Mapping[str, Sequence[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name in chance.sample(sorted(asked), k=chance.randint(0, 3)):
        data.setlist(name, chance.sample(asked[name], k=min(chance.randint(1, 2), len(asked[name]))))
    return data


def _asked_both_ways(room: str, data: QueryDict, monkeypatch: pytest.MonkeyPatch) -> Question:
    """The question, asked of masks, of which the answer was found to be that of the database."""
    monkeypatch.setattr(masks, "state", lambda: None)
    by_database = question_to(room, data, today=TODAY)
    counted = by_database.count(), by_database.facets()
    monkeypatch.setattr(masks, "state", lambda: "made")
    by_masks = question_to(room, data, today=TODAY)
    assert (by_database.in_masks is None, by_masks.in_masks is None) == (True, False)
    assert (by_masks.count(), by_masks.facets()) == counted
    rows = list(by_database.answer().values_list("pk", flat=True))
    assert counted[0] == len(rows)
    assert [thing.pk for thing in by_masks.part(20, 100)] == rows[20:100]
    return by_masks


@pytest.mark.parametrize("seed", range(40))
def test_both_ways_count_the_same_meetings(seed: int, archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    _asked_both_ways("meetings", _question(random.Random(seed), ASKED), monkeypatch)


@pytest.mark.parametrize("room", sorted(OTHERS))
def test_both_ways_count_the_same_in_other_rooms(room: str, archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(6):
        _asked_both_ways(room, _question(random.Random(seed), OTHERS[room]), monkeypatch)


ORDERS = [(room, sort) for room, question in sorted(QUESTIONS.items()) if question.masked for sort in question.sorts]


@pytest.mark.parametrize(("room", "sort"), ORDERS, ids=[" by ".join(order) for order in ORDERS])
@pytest.mark.parametrize("asked", ["", "of=US", "q=cyber"])
def test_both_ways_put_in_the_same_order(
    room: str, sort: str, asked: str, archive: None, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    _asked_both_ways(room, QueryDict(f"{asked}&sort={sort}"), monkeypatch)


def test_what_is_weighed_stands_before_what_is_not(archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.filters.articles.WEIGHED", 7)
    monkeypatch.setattr("archive.models.article.WEIGHED", 7)
    _asked_both_ways("articles", QueryDict("q=minister&sort=fit"), monkeypatch)


@pytest.mark.parametrize(("room", "sort"), ORDERS, ids=[" by ".join(order) for order in ORDERS])
def test_a_large_archive_without_masks_puts_ids_in_the_same_order(
    room: str, sort: str, archive: None, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(masks, "state", lambda: None)
    by_things = [thing.pk for thing in question_to(room, QueryDict(f"q=ministry&sort={sort}"), today=TODAY).part(0, 30)]
    monkeypatch.setattr("archive.filters.question.is_large", lambda: True)
    assert [thing.pk for thing in question_to(room, QueryDict(f"q=ministry&sort={sort}"), today=TODAY).part(0, 30)] == by_things


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(["nato-members"], ["eu-members"], id="groups with members in common"),
        pytest.param(["nato-members"], ["nato-members"], id="a group with itself"),
        pytest.param(["nato-members", "CN"], ["US", "asean-members"], id="countries and groups on both sides"),
        pytest.param(["US"], ["US", "FR"], id="a country on both sides"),
        pytest.param(["asean-members"], ["CN"], id="a group with a country outside"),
    ],
)
def test_two_sides_are_two(one: list[str], other: list[str], archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    data = QueryDict(mutable=True)
    data.setlist("of", one)
    data.setlist("with", other)
    _asked_both_ways("meetings", data, monkeypatch)


@pytest.mark.parametrize("code", ["US", "FR", "TV"])
def test_both_ways_give_the_same_profile(code: str, archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    countries = Countries.load()

    def profile(state: str | None) -> tuple[object, ...]:
        monkeypatch.setattr(masks, "state", lambda: state)
        record = CountryRecord(countries[code], countries, today=TODAY)
        return (
            record.figures,
            record.by_year,
            record.levels,
            record.counterparts,
            record.silent,
            record.last_contact,
            record.articles_naming,
        )

    assert profile("made") == profile(None)


def test_both_ways_give_the_same_front_page(archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masks, "state", lambda: "made")
    by_masks = Figures.count(TODAY)
    monkeypatch.setattr(masks, "state", lambda: None)
    assert Figures.count(TODAY) == by_masks


def test_masks_of_another_state_are_not_used(archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masks, "state", lambda: "another")
    assert masks.ready("meetings") is None


def test_both_ways_give_the_same_history_of_a_pair(archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (Country.objects.get(code=code) for code in ("FR", "US"))

    def history(state: str | None) -> tuple[object, ...]:
        monkeypatch.setattr(masks, "state", lambda: state)
        record = PairRecord(one, other, today=TODAY)
        return (
            record.figures,
            record.levels,
            record.officials,
            record.unplaced,
            record.table,
            [stretch.more for stretch in record.history],
        )

    assert history("made") == history(None)


def test_both_ways_give_the_same_page_of_a_person(archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person.objects.annotate(n=Count("participations")).order_by("-n", "pk")[0]

    def page(state: str | None) -> tuple[object, ...]:
        monkeypatch.setattr(masks, "state", lambda: state)
        record = PersonRecord(person)
        return record.meetings, record.attended, record.counterparts, record.names, record.articles

    assert page("made") == page(None)
    assert page("made")[0]


@pytest.mark.parametrize("kind", ["matrix", "network", "officials", "timeline", "map"])
@pytest.mark.parametrize("asked", ["", "of=US&since=2012", "kind=visit&of=nato-members"])
def test_both_ways_give_the_same_picture(kind: str, asked: str, archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def picture(state: str | None) -> object:
        monkeypatch.setattr(masks, "state", lambda: state)
        return pictures.of(kind, question_to("meetings", QueryDict(asked), today=TODAY))

    by_masks, by_database = picture("made"), picture(None)
    if kind == "map":
        by_masks, by_database = by_masks.rows, by_database.rows  # type: ignore[attr-defined]
    assert by_masks == by_database
