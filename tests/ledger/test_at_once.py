"""Two at once end as if one after the other, or one is refused with the reason."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.db import connection

from archive.actions import corrections, people
from archive.models import Correction, Judgement, Person
from tests.ledger.conftest import names_in, put


@pytest.mark.django_db(transaction=True)
def test_two_merges_of_the_same_two_the_other_way_round_end_as_one(transactional_db: None) -> None:
    put(names_in("One", "Mihai Popa"))
    put(names_in("Two", "Mihai-Ion Popa"))
    one, other = Person.objects.filter(country="RO").order_by("name")
    by = User.objects.create_user("somebody")
    found = at_once(lambda: people.merge(source=one, into=other, by=by), lambda: people.merge(source=other, into=one, by=by))
    assert sorted(found) == ["", "CannotMerge"]
    assert Judgement.objects.in_force().count() == 1
    assert Person.objects.filter(country="RO").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_correct_one_field_at_once_the_second_sees_what_the_first_set(transactional_db: None) -> None:
    put(names_in("One", "Mihai Popa"))
    popa = Person.objects.get(country="RO")
    by = User.objects.create_user("somebody")

    def rename(name: str) -> None:
        corrections.correct(kind="person", key=popa.key, field="name", new=name, seen="Mihai Popa", by=by)

    assert sorted(at_once(lambda: rename("Mihai Popescu"), lambda: rename("Mihai Poppa"))) == ["", "Changed"]
    assert Correction.objects.count() == 1


def at_once(*acts) -> list[str]:  # type: ignore[no-untyped-def]
    """What each act was refused with, by name; "" where it was done."""

    def run(act) -> str:  # type: ignore[no-untyped-def]
        try:
            act()
        except ValueError as refused:
            return type(refused).__name__
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))
