"""Where a name begins and an office ends, and whose an office is: made-up lines, near misses beside hits."""

from __future__ import annotations

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Release

Told = tuple[str, str | None, str | None]


def read(body: str) -> list[Told]:
    """Name, position and country of each whom the text names."""
    release = Release(title=None, body=body)
    both = passages.of(release)
    return [(each.name, each.position, each.country) for each in people.find(both, release, organizations.find(both, release))]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            "Throughout his meetings with senior Kenyan officials, Jon Ruiz spoke of peace.",
            ("Jon Ruiz", None, None), id="officials of an opening phrase",
        ),
        pytest.param(
            "After talks with the Norwegian ministers, Vice President Jon Ruiz of Peru spoke of peace.",
            ("Jon Ruiz", "Vice President", "PE"), id="ministers, and an office of his own",
        ),
        pytest.param(
            "At the event attended by Chilean officers, General Bo Ray of Peru, Commander of the Navy, spoke.",
            ("Bo Ray", "Commander of the Navy", "PE"), id="officers, and an office behind",
        ),
        pytest.param(
            "In a call with his Kenyan counterpart, Jon Ruiz discussed the harbour.", ("Jon Ruiz", None, None), id="one counterpart",
        ),
        pytest.param(
            "During her meetings with Kenyan counterparts, Deputy Minister Ana Lind of Norway spoke.",
            ("Ana Lind", "Deputy Minister", "NO"), id="counterparts, and an office of her own",
        ),
    ],
)  # fmt: skip
def test_who_stands_behind_an_opening_phrase_holds_no_office_of_it(body: str, wanted: Told) -> None:
    assert read(body) == [wanted] or (wanted[2] is None and [each[:2] for each in read(body)] == [wanted[:2]])


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            "In Lima he met his Kenyan counterpart, Jon Ruiz, and two deputies.", [("Jon Ruiz", None, "KE")], id="the counterpart by name",
        ),
        pytest.param(
            "They asked their climate envoys, Ana Lind and Jon Ruiz, to go to Lima.",
            [("Ana Lind", "climate envoy", None), ("Jon Ruiz", "climate envoy", None)], id="two envoys",
        ),
        pytest.param(
            "The Minister of Defence, Jon Ruiz said that all is well.", [("Jon Ruiz", "Minister of Defence", None)], id="no phrase opens",
        ),
    ],
)  # fmt: skip
def test_who_is_named_behind_his_office_holds_it(body: str, wanted: list[Told]) -> None:
    assert [(name, position) for name, position, _ in read(body)] == [(name, position) for name, position, _ in wanted]


@pytest.mark.parametrize(
    "body",
    [
        "He spoke with the Governors of Louisiana, Alabama, and Mississippi about the storm.",
        "She met Attorneys General from Ohio, Michigan, and Nevada.",
        "They met the governors of Nambiri, Mombrane and Kisule.",
        "Today they met members of the Congressional Harbour Caucus and of the Larch Caucus.",
        "The 50 members of the International Counter Ransomware Initiative met.",
        "The Under Secretary for Minority Business Development spoke.",
        "Participating Governors and Industry Stakeholders issued statements.",
        "A Sri Lanka-Thailand Business Forum was held in Colombo.",
        "Pathfinder Shipping, a member of the Larch Group, took part.",
        "They met prominent Indian officials at the ITC Maurya Hotel in Delhi.",
        "He gave 20,000 crowns to the Special Envoy to Monitor and Combat Antisemitism.",
        pytest.param("They thanked the Council of the White Rose, the Minister of Trade and others.", id="a body behind an article"),
    ],
)
def test_places_bodies_and_fields_of_work_are_nobody(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param("Ambassador Ana Lind, comprising officials from Peru's Navy, came.", ("Ana Lind", "Ambassador"), id="comprising"),
        pytest.param(
            "The Chief of Protocol of the Ministry of Foreign Affairs of the Kingdom of Saudi Arabia Majeed Samary spoke.",
            ("Majeed Samary", "Chief of Protocol"),
            id="a kingdom before a name",
        ),
        pytest.param("President Xi Wenhao spoke.", ("Xi Wenhao", "President"), id="a name that is a letter of Greek"),
        pytest.param(
            "Foreign Secretary Harsh V. Varmala spoke.", ("Harsh V. Varmala", "Foreign Secretary"), id="an adjective before an initial"
        ),
        pytest.param(
            "Deputy Attorney General Lisa O. Monaco, who came late, spoke.", ("Lisa O. Monaco", "Deputy Attorney General"), id="a state"
        ),
        pytest.param("He asked Prime Minister Ruiz U.S. questions.", ("Ruiz", "Prime Minister"), id="a state behind a name"),
        pytest.param("Jan Beck, President Emeritus of the Roads Fund, spoke.", ("Jan Beck", "President Emeritus"), id="emeritus"),
        pytest.param("Rosa Brock, Chair Emerita, Roads Fund, spoke.", ("Rosa Brock", "Chair Emerita"), id="emerita"),
        pytest.param(
            "Small Business Administrator Ana Lind spoke.", ("Ana Lind", "Small Business Administrator"), id="an adjective that is a name"
        ),
        pytest.param("Mayor of Tucson, Arizona, Rosa Lind spoke.", ("Rosa Lind", "Mayor of Tucson"), id="a state of a federation"),
        pytest.param("Commissioner of Lee County, Florida Ana Lind spoke.", ("Ana Lind", "Commissioner"), id="a state without a comma"),
        pytest.param("Virginia Lind, Minister of Roads, spoke.", ("Virginia Lind", "Minister of Roads"), id="a given name"),
        pytest.param("The senators from Ohio, Ana Lind and Jon Ruiz, spoke.", ("Ana Lind", "senator from Ohio"), id="two behind a place"),
        pytest.param("Chair of the Congressional Harbour Caucus, Ana Lind, spoke.", ("Ana Lind", "Chair"), id="a caucus"),
        pytest.param("Chief Medical Officer Doctor Ana Lind spoke.", ("Ana Lind", "Chief Medical Officer"), id="doctor in full"),
        pytest.param(
            "Deputy Secretary for Business Growth Ana Lind spoke.", ("Ana Lind", "Deputy Secretary for Business Growth"), id="business"
        ),
    ],
)
def test_a_name_begins_where_its_office_ends(body: str, wanted: tuple[str, str]) -> None:
    assert [(name, position) for name, position, _ in read(body)][:1] == [wanted]


LEAD = "Ministers of Kenya and Peru met in Lima.\n\n"


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        pytest.param("Ana Lind, Founder and President, Voto Larch", ("Ana Lind", "Founder", "Voto Larch"), id="a body of two names"),
        pytest.param("KS Choi, President and CEO, Larchtronic", ("KS Choi", "President", "Larchtronic"), id="initials, a firm of one word"),
        pytest.param("Jon Ruiz, Larchmont Fund President", ("Jon Ruiz", "President", "Larchmont Fund"), id="the office behind the body"),
        pytest.param("Cliff Poe, Co-Founder, Roads Matter", ("Cliff Poe", "Co-Founder", "Roads Matter"), id="an English given name"),
        pytest.param("Chad Sniffel, Network of Roads", ("Chad Sniffel", None, "Network of Roads"), id="a given name that is a state"),
        pytest.param("Hope Novak, Actor and Singer", ("Hope Novak", "Actor and Singer", None), id="a trade is no body"),
        pytest.param("Ada Moss, Mayor, Larkfield", ("Ada Moss", "Mayor", None), id="a town is no body"),
        pytest.param("Rev. Kai Larkin, Founder, Sister Larch", ("Kai Larkin", "Founder", "Sister Larch"), id="a courtesy in a body"),
        pytest.param(
            "Mia Brandt, EVP for Public Policy and Digital Equity, Comtrast",
            ("Mia Brandt", "EVP for Public Policy and Digital Equity", "Comtrast"), id="a vice president",
        ),
    ],
)  # fmt: skip
def test_a_line_of_a_list_of_participants_is_name_office_and_body(row: str, wanted: tuple[str, str | None, str | None]) -> None:
    body = f"{LEAD}Attendees at the meeting included:\n\n{row}\n\nBo Ray, Director, Roads Institute"
    release = Release(title=None, body=body)
    both = passages.of(release)
    found = people.find(both, release, organizations.find(both, release))

    assert [(each.name, each.position, each.organization) for each in found] == [wanted, ("Bo Ray", "Director", "Roads Institute")]


@pytest.mark.parametrize(
    "text",
    [
        "Attendees came from:\n\nLos Angeles, CA\n\nLarch County, FL\n\nKenya Airways, Nairobi",
        "Representatives of several firms attended:\n\nEmergent Harbours, Inc.\n\nLarch Industries, LTD",
        "The ministers spoke of:\n\nVihiga Town, which lies on the coast\n\nLarkmont, a harbour",
    ],
)
def test_a_list_of_towns_and_firms_names_nobody(text: str) -> None:
    assert read(LEAD + text) == []


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            "Greeting the cadets on behalf of the President of the Republic, the Minister of Defence, Colonel Jon Ruiz, spoke of peace.",
            ("Jon Ruiz", "Minister of Defence", None), id="for a head of state",
        ),
        pytest.param(
            "The harbour was opened in the name of H.E. the President, the Minister of Transport of Peru, Mr Jon Ruiz.",
            ("Jon Ruiz", "Minister of Transport", "PE"), id="in the name of His Excellency",
        ),
        pytest.param(
            "Representing the Prime Minister, the Chief of Defence Staff, General Jon Ruiz, spoke of peace.",
            ("Jon Ruiz", "Chief of Defence Staff", None), id="representing",
        ),
        pytest.param(
            "The letter is signed on behalf of the President of the Republic, Supreme Commander of the Armed Forces, General Jon Ruiz.",
            ("Jon Ruiz", "President of the Republic", None), id="near miss: one who holds both",
        ),
        pytest.param(
            "The harbour was opened by the President of the Republic, the Supreme Commander of the Armed Forces, General Jon Ruiz.",
            ("Jon Ruiz", "President of the Republic", None), id="near miss: nobody acts for him",
        ),
    ],
)  # fmt: skip
def test_who_acts_for_another_holds_the_second_office(body: str, wanted: Told) -> None:
    assert read(body) == [wanted]
