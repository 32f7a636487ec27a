"""Countries, groups and roles as the migrations load them."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import Group, Permission

from archive import reference
from archive.models import Country, CountryGroup, GroupMembership

pytestmark = pytest.mark.django_db


def members(group: str, day: str) -> set[str]:
    on = GroupMembership.objects.on(datetime.date.fromisoformat(day))
    return set(on.filter(group=group).values_list("country", flat=True))


def test_every_state_and_territory_is_there() -> None:
    assert Country.objects.count() == 250
    assert Country.objects.get(code="XK").name == "Kosovo"


def test_international_is_no_country() -> None:
    assert not Country.objects.filter(code__in=["INT", "EU", "UN"]).exists()


@pytest.mark.parametrize(
    ("group", "day", "number"),
    [
        ("nato", "1949-08-24", 12),
        ("nato", "1999-03-11", 16),
        ("nato", "2023-04-04", 31),
        ("nato", "2024-03-07", 32),
        ("eu", "2013-07-01", 28),
        ("eu", "2020-01-31", 28),
        ("eu", "2020-02-01", 27),
        ("asean", "1999-04-30", 10),
        ("asean", "2025-10-26", 11),
        ("au", "2017-01-31", 55),
        ("gcc", "2024-01-01", 6),
        ("quad", "2024-01-01", 4),
        ("aukus", "2021-09-14", 0),
        ("aukus", "2021-09-15", 3),
        ("b9", "2024-01-01", 9),
        ("five-eyes", "2024-01-01", 5),
        ("g7", "2024-01-01", 7),
    ],
)
def test_groups_have_as_many_members_as_on_that_day(group: str, day: str, number: int) -> None:
    assert len(members(group, day)) == number


def test_a_member_that_left_is_a_member_until_then() -> None:
    assert "GB" in members("eu", "2020-01-31")
    assert "GB" not in members("eu", "2020-02-01")


def test_loading_again_changes_nothing_and_keeps_what_people_edited() -> None:
    Country.objects.filter(code="TR").update(name="Turkey")
    before = list(GroupMembership.objects.order_by("pk").values())
    reference.load_countries(Country)
    reference.load_groups(CountryGroup, GroupMembership)
    assert Country.objects.get(code="TR").name == "Turkey"
    assert list(GroupMembership.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("role", reference.ROLES)
def test_a_role_has_every_permission_it_names(role: str) -> None:
    named = {f"{verb}_{model}" for model, verbs in reference.ROLES[role].items() for verb in verbs}
    assert set(Group.objects.get(name=role).permissions.values_list("codename", flat=True)) == named


def test_nobody_may_edit_what_the_machine_read_or_delete_what_people_decided() -> None:
    facts = ["mention", "extraction", "meetingreport", "quote", "agreement", "participation", "alias", "appointment"]
    given = Permission.objects.filter(group__name__in=reference.ROLES)
    assert not given.filter(content_type__model__in=facts).exclude(codename__startswith="view").exists()
    assert not given.filter(codename__in=["delete_judgement", "delete_correction"]).exists()
