"""Who is joined with whom across articles: precision before reach."""

import random

import pytest

from ingest.resolution.linking import clusters, fold, likeness, organization_block, person_block


def people(*facts: tuple[str, str | None, int | None]) -> list[list[int]]:
    """Which of the facts (name, honorific, level) of one country end as one person: their numbers, person by person."""
    blocks: dict[str, dict[object, list[int]]] = {}
    for number, (name, honorific, level) in enumerate(facts):
        block = person_block(name, "RO", alone=str(number))
        blocks.setdefault(block, {}).setdefault(likeness(name, honorific=honorific, level=level), []).append(number)
    joins = [(facts_of, join) for facts_of in blocks.values() for join in clusters(facts_of)]
    return sorted(sorted(n for member in join.members for n in facts_of[member]) for facts_of, join in joins)


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


def test_the_order_of_arrival_changes_nothing() -> None:
    facts = [likeness("Kim Min", honorific=honorific, level=level) for honorific in (None, "Mr.", "Ms.") for level in (None, 2, 5, 6)]
    settled = clusters(facts)
    for seed in range(20):
        random.Random(seed).shuffle(facts)
        assert clusters(facts) == settled


def test_people_of_two_countries_or_of_none_are_never_in_one_block() -> None:
    blocks = [person_block("Ana Popa", country, alone=alone) for country, alone in (("RO", "1"), ("MD", "2"), (None, "3"), (None, "4"))]
    assert len(set(blocks)) == 4


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        pytest.param(("Ministry of Defence", "GB"), ("the Ministry of Defense", "GB"), True, id="spelling and article"),
        pytest.param(("Ministry of Defense", "RO"), ("Ministry of Defense", "MD"), False, id="two countries"),
        pytest.param(("General Staff", None), ("General Staff", None), False, id="country not told"),
        pytest.param(("1st Brigade", "RO"), ("2nd Brigade", "RO"), False, id="another number"),
    ],
)
def test_organizations(one: tuple[str, str | None], other: tuple[str, str | None], joined: bool) -> None:
    assert (organization_block(*one, alone="1") == organization_block(*other, alone="2")) is joined


def test_folding_keeps_words() -> None:
    assert fold("Lee Jong-sup, Jr.") == ("lee", "jongsup", "jr")
