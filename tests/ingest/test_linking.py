"""Who is joined with whom across articles: precision before reach."""

import random

import pytest

from ingest.resolution.linking import Account, fold, meeting_block, meetings, official, organization_key, person_keys


def people(*facts: tuple[str, str | None, int | None], country: str | None = "RO") -> list[list[int]]:
    """Which of the facts (name, honorific, level) of one country are one person: their numbers, person by person."""
    found = [
        official(name, country=country, honorific=honorific, level=level, alone=str(number))
        for number, (name, honorific, level) in enumerate(facts)
    ]
    same: dict[str, list[int]] = {}
    for number, one in enumerate(found):
        person = person_keys(other for other in found if other.block == one.block)[one]
        same.setdefault(person, []).append(number)
    return sorted(same.values())


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("Vasile Dîncu", "Vasile Dincu"), id="an accent"),
        pytest.param(("KIHARA Minoru", "Minoru Kihara"), id="family name first, in capitals"),
        pytest.param(("Lee Jong-sup", "Jong-sup Lee"), id="family name first, with a hyphen"),
        pytest.param(("Lloyd J. Austin III", "Lloyd J Austin III"), id="a full stop"),
        pytest.param(("Vazgen O'Brien", "Vazgen O’Brien"), id="another apostrophe"),
        pytest.param(("Łukasz Żak", "Lukasz Zak"), id="letters that are no accents"),
    ],
)
def test_joined(names: tuple[str, str]) -> None:
    assert people(*((name, None, None) for name in names)) == [[0, 1]]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("Kim Jong-un", "Kim Jong-il"), id="given names that differ in a letter"),
        pytest.param(("Anna Thompson", "Anna Thomson"), id="family names that differ in a letter"),
        pytest.param(("John Smith Jr.", "John Smith"), id="father and son"),
        pytest.param(("Iancu", "Iancu"), id="one word, twice"),
        pytest.param(("Liviu Iancu", "Liviu-Mihail Iancu"), id="a given name more"),
        pytest.param(("Ana Maria Popa", "Maria Ana Popa"), id="given names the other way round"),
    ],
)
def test_kept_apart(names: tuple[str, str]) -> None:
    assert people(*((name, None, None) for name in names)) == [[0], [1]]


def test_a_mr_and_a_ms_of_one_name_are_two_people_and_what_tells_neither_is_a_third() -> None:
    assert people(("Kim Min", "Mr.", None), ("Kim Min", "Ms.", None), ("Kim Min", None, None)) == [[0], [1], [2]]


def test_an_honorific_that_is_not_told_speaks_against_nobody() -> None:
    assert people(("Kim Min", "Mr.", None), ("Kim Min", None, None), ("Kim Min", "H.E.", None)) == [[0, 1, 2]]


def test_a_minister_and_a_sergeant_of_one_name_are_two_people() -> None:
    assert people(("John Smith", None, 2), ("John Smith", None, 6)) == [[0], [1]]


def test_people_whose_country_is_not_told_are_joined_with_nobody() -> None:
    assert people(("Ana Popa", None, None), ("Ana Popa", None, None), country=None) == [[0], [1]]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        pytest.param(("Ministry of Defence", "GB"), ("the Ministry of Defense", "GB"), True, id="spelling and article"),
        pytest.param(("North Atlantic Treaty Organization", "INT"), ("NATO", "INT"), True, id="an acronym that is known"),
        pytest.param(("Ministry of Defense", "RO"), ("Ministry of Defense", "MD"), False, id="two countries"),
        pytest.param(("General Staff", None), ("General Staff", None), False, id="country not told"),
        pytest.param(("1st Brigade", "RO"), ("2nd Brigade", "RO"), False, id="another number"),
        pytest.param(("NATO", "INT"), ("EU", "INT"), False, id="two acronyms"),
    ],
)
def test_organizations(one: tuple[str, str | None], other: tuple[str, str | None], joined: bool) -> None:
    keys = {organization_key(name, country=country, alone=str(n)) for n, (name, country) in enumerate((one, other))}
    assert (len(keys) == 1) is joined


def test_an_acronym_in_brackets_joins_too() -> None:
    named = organization_key("North Atlantic Alliance", aliases=["NATO"], country="INT", alone="1")
    assert named == organization_key("NATO", country="INT", alone="2")


def account(key: str, *, article: str | None = None, title: str = "", people: str = "", by_call: bool = False) -> Account:
    return Account(key, article or key, fold(title), frozenset(people.split()), by_call)


@pytest.mark.parametrize(
    "accounts",
    [
        pytest.param((account("a", people="iancu quadri"), account("b", people="quadri")), id="a person in common"),
        pytest.param((account("a", title="Staff Talks"), account("b", title="STAFF TALKS")), id="a title in common"),
    ],
)
def test_two_reports_are_one_meeting(accounts: tuple[Account, ...]) -> None:
    assert len(meetings(accounts)) == 1


@pytest.mark.parametrize(
    "accounts",
    [
        pytest.param((account("a"), account("b")), id="nothing but day and sides in common"),
        pytest.param((account("a", people="x"), account("b", people="y")), id="other people"),
        pytest.param((account("a", article="1", people="x"), account("b", article="1", people="x")), id="told apart by one article"),
        pytest.param((account("a", people="x"), account("b", people="x", by_call=True)), id="a call and talks in one room"),
    ],
)
def test_two_reports_are_two_meetings(accounts: tuple[Account, ...]) -> None:
    assert len(meetings(accounts)) == 2


def test_the_order_of_arrival_changes_nothing() -> None:
    accounts = [account(f"{n}", article=f"{n % 5}", people=f"p{n % 3} p{n % 4}") for n in range(12)]
    settled = meetings(accounts)
    for seed in range(20):
        random.Random(seed).shuffle(accounts)
        assert meetings(accounts) == settled


def block(date: str | None = "2024-09-10", end_date: str | None = None, countries: str = "RO US", alone: str = "1") -> str:
    return meeting_block(date=date, end_date=end_date, countries=countries.split(), organizations=(), alone=alone)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"date": "2024-09-11"}, id="another day"),
        pytest.param({"end_date": "2024-09-12"}, id="another span"),
        pytest.param({"countries": "MD RO US"}, id="another side"),
    ],
)
def test_reports_of_two_blocks(other: dict[str, str]) -> None:
    assert block() != block(**other)


@pytest.mark.parametrize("date", ["XXXX-09-23", "2024-09-XX", None])
def test_a_day_that_is_not_wholly_known_joins_nothing(date: str | None) -> None:
    assert block(date=date, alone="1") != block(date=date, alone="2")


def test_folding_keeps_words() -> None:
    assert fold("Lee Jong-sup, Jr.") == ("lee", "jongsup", "jr")
