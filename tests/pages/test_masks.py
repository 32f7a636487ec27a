"""What masks count is what the database counts, for any question."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pytest
from django.db import transaction
from django.http import QueryDict

from archive import masks
from archive.filters.meetings import MeetingQuestion
from archive.filters.rooms import question_to
from bench.archive import Size, fill

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
    "dated": ("only",),
    "office": ("minister", "chief of defense"),
    "q": ("cyber", '"joint training"'),
    "lead": ("first", "both-sides"),
}


@pytest.fixture(scope="module")
def archive(django_db_setup: None, django_db_blocker: Any) -> Any:
    """A made archive of 700 meetings, in a transaction that is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        fill(Size(articles=300, meetings=700))
        # In a transaction that has written there is no state that other questions could share: this one is for the test.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(masks, "state", lambda: "made")
            assert masks.make()
        yield
        transaction.set_rollback(True)
    masks._made.clear()


def _question(chance: random.Random) -> QueryDict:
    data = QueryDict(mutable=True)
    for name in chance.sample(sorted(ASKED), k=chance.randint(0, 3)):
        data.setlist(name, chance.sample(ASKED[name], k=min(chance.randint(1, 2), len(ASKED[name]))))
    return data


def _counted(data: QueryDict) -> tuple[int, dict[str, Any], MeetingQuestion]:
    question = question_to("meetings", data, today=datetime.date(2025, 6, 1))
    assert isinstance(question, MeetingQuestion)
    return question.count(), question.facets(), question


@pytest.mark.parametrize("seed", range(40))
def test_both_ways_count_the_same(seed: int, archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _question(random.Random(seed))
    monkeypatch.setattr(masks, "state", lambda: None)
    by_database = _counted(data)
    monkeypatch.setattr(masks, "state", lambda: "made")
    by_masks = _counted(data)
    assert by_masks[2]._masked is not None
    assert by_database[2]._masked is None
    assert by_masks[:2] == by_database[:2]
    rows = list(by_masks[2].answer().values_list("pk", flat=True))
    assert by_masks[0] == len(rows)
    assert [meeting.pk for meeting in by_masks[2].part(20, 100)] == rows[20:100]


def test_masks_of_another_state_are_not_used(archive: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masks, "state", lambda: "another")
    assert masks.ready() is None
