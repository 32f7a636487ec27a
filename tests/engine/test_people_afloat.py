"""Who commands a ship: no ship is taken for a person. All names are invented, as are the ships."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.test_people_world import case, read

OFFICIALS = [
    case(
        "a ship behind its kind", "They met the Commanding Officer of the French frigate Larkspur, Commander Luc Morel.",
        "Luc Morel", rank="Commander", position="Commanding Officer", country="FR",
    ),
    case(
        "a ship in quotation marks", "They met the commanding officer of the patrol vessel “La Garza”, Lieutenant Commander Luc Morel.",
        "Luc Morel", position="commanding officer",
    ),
    case(
        "a captain in small letters", "They met the captain of the Spanish corvette Garza (P77), Commander Ana Ruiz.",
        "Ana Ruiz", position="captain", country="ES",
    ),
    case("a prefix right behind the office", "They met Commanding Officer HMAS Larkspur, Commander Tom Reid.", "Tom Reid", country="AU"),
    case(
        "a ship of two that are named",
        "They met Commanding Officer HMAS Larkspur, Commander Tom Reid, and the commanding officer of USS Fitzmoor, Cmdr. Al Poe.",
        "Al Poe", country="US",
    ),
    case(
        "a prefix of several navies", "They met the Commanding Officer of HMS Larkspur, Commander Tom Reid, in Suva.",
        "Tom Reid", position="Commanding Officer", country="GB",
    ),
    case(
        "one of them is named",
        "The Swedish Navy came. They met the Commanding Officer of HMS Larkspur, Commander Eva Lund.",
        "Eva Lund", country="SE",
    ),
    case(
        "a ship without the prefix that it had before",
        "HMAS Larkspur sailed for Suva. Commanding Officer Larkspur Commander Tom Reid was glad.",
        "Tom Reid", rank="Commander", position="Commanding Officer", country="AU",
    ),
    case("near miss: the captain of a team", "They met the captain of the Spanish team, Ms. Ana Ruiz.", "Ana Ruiz", position=None),
    case(
        "near miss: a commander of no ship", "They met the Commander of the French Larkspur Brigade, Colonel Luc Morel.",
        "Luc Morel", position="Commander", organization="French Larkspur Brigade",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "publisher", "dateline", "fields"), OFFICIALS)
def test_who_commands_a_ship(body: str, name: str, publisher: str | None, dateline: str | None, fields: dict[str, Any]) -> None:
    people = read(body, publisher=publisher, dateline=dateline)
    assert {field: getattr(people[name], field) for field in fields} == fields


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("The Commanding Officer of the French frigate Larkspur, Commander Luc Morel, came.", id="of a kind"),
        pytest.param("The Commanding Officer of the Indian Naval Ship Larkspur, Captain Ravi Nair, came.", id="of a navy"),
        pytest.param("Commanding Officer HMAS Larkspur, Commander Tom Reid, came.", id="behind a prefix"),
    ],
)
def test_a_ship_is_nobody(body: str) -> None:
    assert not [name for name in read(body) if "Larkspur" in name]
