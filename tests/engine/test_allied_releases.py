"""Releases of alliances and their members: nameless guests, houses visited, what is told twice or only provided for. All is invented."""

from __future__ import annotations

import pytest

from ingest.engine import clean, pipeline
from ingest.engine.types import Document, Record
from tests.engine.around_a_release import release


def read(body: str) -> Record:
    """What is read from a release of 3 May 2024."""
    return pipeline.read(clean.release(Document(f"A headline\n\n3 May 2024\n\n{body}", "text")))


def told(body: str) -> list[tuple[str, str, str, str]]:
    """The meetings: status and kind, day, sides, people."""
    return [
        (
            f"{each.status} {each.kind}",
            each.date or "-",
            " ".join([*each.countries, *each.organizations]),
            " ".join(sorted(member.person.rpartition(" ")[2] for member in each.participants if member.person)),
        )
        for each in read(body).meetings
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "NATO Secretary General arrived in Athens on Thursday (2 May 2024) for talks with Prime Minister Petros Roussos of Greece.",
            [("primary meeting", "2024-05-02", "GR NATO", "Roussos")],
            id="a nameless guest who arrived for talks",
        ),
        pytest.param(
            "The Estonian Minister of Defence travelled to Warsaw on 2 May 2024 to meet with Prime Minister Jan Kowal of Poland.",
            [("primary meeting", "2024-05-02", "EE PL", "Kowal")],
            id="a nameless guest who travelled to meet",
        ),
        pytest.param(
            "The NATO Secretary General visited Poland on 2 May 2024 and met Prime Minister Jan Kowal of Poland.",
            [("primary meeting", "2024-05-02", "PL NATO", "Kowal")],
            id="a nameless guest who visited and met",
        ),
        pytest.param(
            "The NATO Secretary General visited Poland on 2 May 2024.",
            [("primary visit", "2024-05-02", "PL NATO", "")],
            id="near miss: a visit on which nobody is met",
        ),
        pytest.param(
            "On 1-2 May 2024 the Lithuanian Defence Staff was visited by a delegation of the Latvian Armed Forces led by Colonel Andris"
            " Balodis.",
            [("primary visit", "2024-05-01", "LT LV", "Balodis")],
            id="a house that was visited by a delegation",
        ),
        pytest.param(
            "The Peruvian Naval Academy in Callao was visited on 2 May 2024 by Colonel Luis Roca of the Chilean Army.",
            [("primary visit", "2024-05-02", "CL PE", "Roca")],
            id="a house that was visited by somebody",
        ),
        pytest.param(
            "The exhibition was visited by thousands of people, said General Arben Hoxha of Albania on 2 May 2024 in Oslo.",
            [],
            id="near miss: a show that many visited",
        ),
        pytest.param(
            "Marek Kowal and Robert Huber met in Warsaw on 2 May 2024. The Polish defence ministry said that the conversation between"
            " Defence Minister Marek Kowal and the EU's General Robert Huber also focused on the Baltic.",
            [("primary meeting", "2024-05-02", "PL EU", "Huber Kowal")],
            id="one meeting told twice",
        ),
        pytest.param(
            "A programme was signed by the delegations of Cyprus and Greece in Nicosia on 2 May 2024. The programme includes joint"
            " exercises and cooperation between the Academy of Cyprus and the Defence School of Greece.",
            [("primary ceremony", "2024-05-02", "CY GR", "")],
            id="exercises that a programme provides for",
        ),
        pytest.param(
            "Exercises between the Cypriot and Greek navies were held on 2 May 2024 off Larnaca.",
            [("primary exercise", "2024-05-02", "CY GR", "")],
            id="near miss: exercises that were held",
        ),
        pytest.param(
            "The Finnish Defence Forces and the Swedish Armed Forces are training together in Sweden from 1 to 3 May 2024.",
            [("primary exercise", "2024-05-01", "FI SE", "")],
            id="forces that are training together",
        ),
        pytest.param(
            "The NATO Military Committee Chair Admiral Rob Hill met with President Jaan Tamm of Estonia in Tallinn on 2 May 2024.",
            [("primary meeting", "2024-05-02", "EE NATO Military Committee", "Hill Tamm")],
            id="no occasion, but who chairs a body",
        ),
    ],
)
def test_what_is_told_of_meetings(body: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param(
            "On March 12 Defence Academy cadets of Peru hosted General Bo Poe of Peru.",
            {"Defence Academy"},
            id="a month and a day before the name",
        ),
        pytest.param(
            "On Feb 20-21 National Defence Academy hosted General Bo Poe of Peru.", {"National Defence Academy"}, id="days before the name"
        ),
        pytest.param(
            "General Bo Poe of Peru came. On 12 March National Defence College hosted him.",
            {"National Defence College"},
            id="a day and a month before the name",
        ),
        pytest.param("The 10 Infantry Brigade came.", {"10 Infantry Brigade"}, id="near miss: the number of a unit"),
        pytest.param("It is a part of NATO Air Command and Control system.", {"NATO"}, id="a work and no command"),
        pytest.param("He saw the HDF Air Command and Control Centre.", {"HDF Air Command and Control Centre"}, id="a centre for that work"),
        pytest.param("Troops serve in EUTM Mali and EUTM Somalia.", {"EUTM Mali", "EUTM Somalia"}, id="two missions of one kind"),
    ],
)
def test_which_bodies_are_named(body: str, names: set[str]) -> None:
    assert {each.name for each in read(body).organizations} == names


@pytest.mark.parametrize(
    ("body", "people"),
    [
        pytest.param(
            "Ms. Ana Lind gave General Nils Berg the Commander Grand Cross of the Order and the Commander's Cross.",
            {"Ana Lind": None, "Nils Berg": "General"},
            id="classes of an order",
        ),
        pytest.param("Commander Bo Cross of the Royal Navy came.", {"Bo Cross": "Commander"}, id="near miss: a commander of that name"),
        pytest.param("Gen. Maj. Bo Ray and Gen. Lt. Al Poe came.", {"Bo Ray": "General Major", "Al Poe": "General Lieutenant"}, id="ranks"),
    ],
)
def test_who_is_named_with_which_rank(body: str, people: dict[str, str | None]) -> None:
    assert {each.name: each.rank for each in read(body).people} == people


def test_a_chief_of_defence_of_forces() -> None:
    (chief,) = read("The Chief of Defence of the Latvian National Armed Forces, Major General Andris Balodis, came.").people
    assert (chief.position, chief.organization) == ("Chief of Defence", "Latvian National Armed Forces")


def test_a_given_name_is_no_state() -> None:
    assert read("Ms. Marie-France Petit met Admiral Luigi Riva of Italy.").countries == ("IT",)


@pytest.mark.parametrize(
    ("line", "published", "publisher"),
    [
        pytest.param(
            "By Staff Sgt. Jane Ray, U.S. Army Europe Public AffairsJune 10, 2013", "2013-06-10", "U.S. Army Europe Public Affairs",
            id="the day run on behind the unit",
        ),
        pytest.param(
            "By Al Lind (7th Army Training Command)March 4, 2019", "2019-03-04", "7th Army Training Command", id="the unit in brackets"
        ),
        pytest.param("Szöveg: TDA | 2016. október 12. 9:00", "2016-10-12", None, id="year first, with stops and in Hungarian"),
    ],
)  # fmt: skip
def test_a_line_with_the_day(line: str, published: str, publisher: str | None) -> None:
    found = release(f"HEADLINE\n{line}\n\nFIRST\n\nLAST")
    assert (found.published, found.publisher) == (published, publisher)


def test_days_that_open_the_text_are_no_day_of_writing() -> None:
    assert release("HEADLINE\n\nMarch 1-2, Chief of Defence of Finland General Ari Lind will pay a visit to Lithuania.").published is None


def test_a_comma_may_stand_behind_the_month() -> None:
    assert [
        each.date for each in read("On Tuesday, September, 4, 2018, General Jim Roe of Peru met Ana Lind, Minister of Chile.").meetings
    ] == ["2018-09-04"]
