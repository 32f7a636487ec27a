"""Letters behind a name, courtesies of senators, envoys with several posts, chiefs of services: made-up lines, near misses beside hits."""

from __future__ import annotations

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Release

Told = tuple[str, str | None, str | None, str | None]


def read(body: str) -> list[Told]:
    """Name, position, organization and country of each whom the text names."""
    release = Release(title=None, body=body)
    both = passages.of(release)
    found = people.find(both, release, organizations.find(both, release))
    return [(each.name, each.position, each.organization, each.country) for each in found]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            "Senator the Hon. Ana Lind, Minister for Foreign Affairs of Australia, spoke in Lima.",
            [("Ana Lind", "Minister for Foreign Affairs", None, "AU")], id="a senator who is a minister",
        ),
        pytest.param(
            "The Hon. Jon Ruiz MP, Deputy Prime Minister and Minister for Defence of Australia and Senator the Hon. Ana Lind, Minister for"
            " Foreign Affairs of Australia, spoke in Lima.",
            [("Jon Ruiz", "Deputy Prime Minister", None, "AU"), ("Ana Lind", "Minister for Foreign Affairs", None, "AU")],
            id="a member of parliament, and a senator joined to him",
        ),
        pytest.param(
            "Minister of Trade Rt Hon Jon Ruiz MP and Minister of Defence Hon Ana Lind KC MP of New Zealand spoke of peace.",
            [("Jon Ruiz", "Minister of Trade", None, None), ("Ana Lind", "Minister of Defence", None, "NZ")], id="letters before “and”",
        ),
        pytest.param(
            "Senator Jon Ruiz, Chairman of the Peruvian Senate, spoke in Lima.",
            [("Jon Ruiz", "Chairman", "Peruvian Senate", "PE")], id="a senator without a courtesy",
        ),
        pytest.param(
            "Admiral Jon Ruiz AC RAN, Chief of the Australian Defence Force, spoke in Lima.",
            [("Jon Ruiz", "Chief", "Australian Defence Force", "AU")], id="decoration and service",
        ),
    ],
)  # fmt: skip
def test_letters_and_courtesies_hide_no_office(body: str, wanted: list[Told]) -> None:
    assert read(body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param("Peru Navy commander Admiral Jon Ruiz spoke.", ("Jon Ruiz", "commander", "Peru Navy", "PE"), id="a navy"),
        pytest.param("Indian Army Chief General Jon Ruiz spoke.", ("Jon Ruiz", "Chief", "Indian Army", "IN"), id="an army, by its people"),
        pytest.param(
            "PNG Defence Force Commander Major General Jon Ruiz spoke.", ("Jon Ruiz", "Commander", "PNG Defence Force", "PG"), id="a force",
        ),
        pytest.param("Army Commander General Jon Ruiz of Peru spoke.", ("Jon Ruiz", "Army Commander", None, "PE"), id="a service alone"),
        pytest.param("French Armed Forces Minister Jon Ruiz spoke.", ("Jon Ruiz", "Armed Forces Minister", None, "FR"), id="a minister"),
        pytest.param("Peru Navy Attaché Captain Jon Ruiz spoke.", ("Jon Ruiz", "Navy Attaché", None, "PE"), id="an attaché"),
    ],
)  # fmt: skip
def test_whoever_leads_the_service_of_a_state_serves_in_it(body: str, wanted: Told) -> None:
    assert read(body) == [wanted]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            "Ana Lind, Ambassador to Kenya and Somalia, met Minister of Defence Jon Ruiz in Nairobi.",
            ("Ana Lind", "Ambassador to Kenya and Somalia", None, None), id="two",
        ),
        pytest.param(
            "Ana Lind, Ambassador to South Korea and Tonga, met Minister of Defence Jon Ruiz in Seoul.",
            ("Ana Lind", "Ambassador to South Korea and Tonga", None, None), id="the first of two words",
        ),
        pytest.param(
            "Ana Lind, Ambassador of Sweden to Fiji, Tonga and Tuvalu, met Minister of Defence Jon Ruiz in Suva.",
            ("Ana Lind", "Ambassador to Fiji, Tonga and Tuvalu", None, "SE"), id="three",
        ),
        pytest.param(
            "Ana Lind, Swedish Ambassador to Georgia, and Armenia's Minister of Defence Jon Ruiz met in Tbilisi.",
            ("Ana Lind", "Ambassador to Georgia", None, "SE"), id="one, and a minister of another state",
        ),
    ],
)  # fmt: skip
def test_an_envoy_is_of_none_of_the_states_it_is_sent_to(body: str, wanted: Told) -> None:
    assert read(body)[0] == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            "The Chief of Army, Brigadier General, Musa Kone, met Colonel Ana Lind of Sweden in Bamako.",
            [("Musa Kone", "Chief of Army"), ("Ana Lind", None)], id="a comma behind the rank",
        ),
        pytest.param(
            "Present were the Commander of the Fleet, Rear Admiral, Musa Kone, Director of Plans, and Colonel Ana Lind of Sweden.",
            [("Musa Kone", "Director of Plans"), ("Ana Lind", None)], id="a name with an office of its own",
        ),
        pytest.param(
            "Colonel Ana Lind met Defence Secretary, Jon Ruiz and Chief of the Fijian Army, Major General Musa Kone in Suva.",
            [("Ana Lind", None), ("Jon Ruiz", "Defence Secretary"), ("Musa Kone", "Chief")], id="offices before commas, joined by “and”",
        ),
    ],
)  # fmt: skip
def test_commas_between_office_rank_and_name(body: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [each[:2] for each in read(body)] == wanted
