"""Releases that tell of several stops, days and hosts: each meeting once, with its people, place and kind. All of them are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release

TWO = (
    "LUSAKA, 14 March 2024 – Major General Kagiso Molefe, Commander of the Botswana Ground Force, called on the Minister of Defence of Zambia,"
    " Chanda Mulubwa, today.\n\nIn the afternoon he visited the Zambia Army headquarters and called on Lieutenant General Dennis Phiri, Army"
    " Commander.\n\n"
)


def told(text: str, published: str = "2024-03-14") -> list[str]:
    """Each meeting that is reported as "kind day place: last names"."""
    found = pipeline.read(Release(title=None, body=text, published=published)).meetings
    return [
        f"{each.kind} {each.date} {each.place}: {' '.join(name.split()[-1] for name in each.people)}"
        for each in found
        if each.status == "primary"
    ]


@pytest.mark.parametrize(
    ("line", "at"),
    [
        pytest.param("The High Commissioner of Botswana to Zambia, Ms. Lorato Seretse, was present during both calls.", (0, 1), id="both"),
        pytest.param("The High Commissioner of Botswana, Ms. Lorato Seretse, attended the two meetings.", (0, 1), id="the two"),
        pytest.param("The High Commissioner of Botswana, Ms. Lorato Seretse, was in attendance on both occasions.", (0, 1), id="occasions"),
        pytest.param("He was accompanied in the meetings by the High Commissioner of Botswana, Ms. Lorato Seretse.", (0, 1), id="in the"),
        pytest.param(
            "The High Commissioner, Ms. Lorato Seretse, was present during the meeting with Minister Mulubwa.", (0,), id="the one"
        ),
        pytest.param("The High Commissioner of Botswana, Ms. Lorato Seretse, was also present.", (1,), id="near miss: of the last"),
    ],
)
def test_who_was_at_two_meetings_was_at_both(line: str, at: tuple[int, ...]) -> None:
    met = ["meeting 2024-03-14 Lusaka: Molefe Mulubwa", "meeting 2024-03-14 Lusaka: Molefe Phiri"]
    assert told(TWO + line) == [f"{each} Seretse" if number in at else each for number, each in enumerate(met)]


def test_what_was_only_seen_is_none_of_two_meetings() -> None:
    found = told(
        TWO + "He also visited the National Museum.\n\nMs. Lorato Seretse, High Commissioner of Botswana, attended the two meetings."
    )
    assert [each for each in found if "Seretse" in each] == [
        "meeting 2024-03-14 Lusaka: Molefe Mulubwa Seretse",
        "meeting 2024-03-14 Lusaka: Molefe Phiri Seretse",
    ]


RECEIVED = (
    "LUSAKA, 14 March 2024 – The Minister of Defence of Zambia, Chanda Mulubwa, received Major General Kagiso Molefe, Commander of the Botswana"
    " Ground Force, on Thursday.\n\n"
)


@pytest.mark.parametrize(
    ("line", "others"),
    [
        pytest.param("During this meeting, which was attended by Colonel Dennis Phiri, the two spoke of cadets.", " Phiri", id="this"),
        pytest.param("Colonel Dennis Phiri was also part of the reception team.", " Phiri", id="part of the team"),
        pytest.param("They recalled the meeting in Maun, which was attended by Colonel Dennis Phiri.", "", id="near miss: recalled"),
    ],
)
def test_who_was_there_is_told_in_a_clause(line: str, others: str) -> None:
    assert told(RECEIVED + line) == [f"meeting 2024-03-14 Lusaka: Mulubwa Molefe{others}"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "On Friday, General Molefe flew to Ndola, where Colonel Dennis Phiri showed him the air base.",
            "visit 2024-03-15 Ndola: Molefe Phiri", id="showed him",
        ),
        pytest.param(
            "On Friday, Minister Mulubwa and the Botswana delegation moved to Ndola, where Colonel Dennis Phiri showed them the air base.",
            "visit 2024-03-15 Ndola: Mulubwa Molefe Phiri", id="a delegation moved to",
        ),
        pytest.param(
            "On Friday, General Molefe visited Ndola, where Colonel Dennis Phiri hosted him for a demonstration of drones.",
            "visit 2024-03-15 Ndola: Molefe Phiri", id="hosted him for a demonstration",
        ),
    ],
)  # fmt: skip
def test_the_hosts_of_a_stop_are_told_in_a_clause(line: str, expected: str) -> None:
    assert told(RECEIVED + line, "2024-03-16")[1:] == [expected]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("On Friday, the boats moved to Ndola, where Colonel Dennis Phiri showed them.", id="things"),
        pytest.param("Talks moved to the question of Ndola, where Colonel Dennis Phiri commands.", id="talks"),
    ],
)
def test_what_moves_without_guests_is_no_stop(line: str) -> None:
    assert len(told(RECEIVED + line, "2024-03-16")) == 1


def test_a_tour_ends_with_a_meeting() -> None:
    body = (
        "Minister of Defence of Zambia Chanda Mulubwa visited Botswana and Angola from 11 to 14 March. On 11 March, the minister met the"
        " Minister of Defence of Botswana, Kagiso Molefe, in Gaborone. The tour ended in Luanda on 14 March with a meeting with the Angolan"
        " Minister of Defence, Rui Falcato."
    )
    assert told(body) == ["meeting 2024-03-11 Gaborone: Mulubwa Molefe", "meeting 2024-03-14 Luanda: Mulubwa Falcato"]


def test_the_day_before_is_counted_from_the_talks_and_not_from_the_visit() -> None:
    body = (
        "NDOLA, 14 March 2024 – General Dennis Phiri, Chief of the Zambian General Staff, received on Thursday Major General Kagiso Molefe of the"
        " Botswana Ground Force, who is on a visit to Zambia from 12 to 16 March.\n\nThe day before, General Molefe had been received by the"
        " Minister of Defence of Zambia, Chanda Mulubwa."
    )
    assert [each[:18] for each in told(body)] == ["meeting 2024-03-14", "meeting 2024-03-13"]


def test_the_guest_and_no_host_is_on_a_visit() -> None:
    body = (
        "LUSAKA, 14 March 2024 – Minister of Defence Chanda Mulubwa met on Thursday with Botswana’s Minister of Defence Kagiso Molefe and his"
        " accompanying delegation, who are currently on an official visit to Zambia that lasts for several days."
    )
    release = Release(title="Zambia, Botswana hold talks", body=body, published="2024-03-14", publisher="Ministry of Defence of Zambia")
    found = pipeline.read(release).meetings
    assert [(each.countries, each.people) for each in found] == [(("BW", "ZM"), ("Chanda Mulubwa", "Kagiso Molefe"))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "The meeting of the senior officials was led by Permanent Secretary Ed Ule of Zambia and by Ambassador Lorato Seretse of Botswana.",
            ["Mulubwa Molefe Ule Seretse"], id="of the same session",
        ),
        pytest.param(
            "On 8 March, the meeting of experts was led in Maun by Permanent Secretary Ed Ule of Zambia and by Ambassador Lorato Seretse of Botswana.",
            ["Mulubwa Molefe", "Ule Seretse"], id="near miss: on another day",
        ),
    ],
)  # fmt: skip
def test_senior_officials_meet_in_the_session_that_they_prepare(line: str, expected: list[str]) -> None:
    body = (
        "The 9th Session of the Joint Permanent Commission on Defence between Zambia and Botswana took place in Livingstone from 11 to 13 March"
        " 2024. The session was co-chaired by the Minister of Defence of Zambia, Chanda Mulubwa, and the Minister of Defence of Botswana, Kagiso"
        f" Molefe. {line}"
    )
    assert [each.partition(": ")[2] for each in told(body)] == expected


COMMAND = (
    "The commander of the multinational battalion, Lieutenant Colonel Pierre Lachance of Canada, handed over command to Lieutenant Colonel Anne"
    " Gagnon of Canada on 14 March at a ceremony at Camp Valmiera in Latvia."
)


def test_guests_of_a_handover_are_at_the_ceremony_and_had_met_before() -> None:
    body = (
        f"{COMMAND} Brigadier General Juris Ozols, Commander of the Latvian Land Forces, presided. The Ambassador of Canada to Latvia, Henry"
        " Walsh, was guest of honour.\n\nBefore the ceremony General Ozols and Ambassador Walsh had met in Riga, where they spoke of barracks and"
        " signed the Technical Arrangement on Barracks."
    )
    assert told(body) == ["ceremony 2024-03-14 Camp Valmiera: Lachance Gagnon Ozols Walsh", "meeting 2024-03-14 Riga: Ozols Walsh"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "On Friday the general went to Ndola. There he was received by Colonel Dennis Phiri of Zambia.",
            "meeting 2024-03-15 Ndola: Molefe Phiri", id="there, at the head",
        ),
        pytest.param(
            "On Friday, General Molefe called on General Ed Ule of Zambia before heading to the Staff College in Ndola. He was shown around there"
            " by its commandant, Colonel Dennis Phiri of Zambia.",
            "meeting 2024-03-15 Ndola: Molefe Phiri", id="there, behind the verb",
        ),
        pytest.param(
            "On Friday, General Molefe spoke of a school in Ndola. There is much to do, he told Colonel Dennis Phiri of Zambia, whom he met.",
            None, id="near miss: there is",
        ),
    ],
)  # fmt: skip
def test_there_is_where_the_guest_had_gone(line: str, expected: str | None) -> None:
    found = [each for each in told(RECEIVED + line, "2024-03-16") if "Ndola" in each]
    assert found == ([expected] if expected else [])


def test_a_stop_to_come_has_its_hosts() -> None:
    line = (
        "The delegation will go on Friday to Ndola, to visit the 3rd Air Base, where it will be welcomed by its commander, Colonel Dennis Phiri of"
        " Zambia."
    )
    assert told(RECEIVED + line)[1:] == ["visit 2024-03-15 3rd Air Base: Molefe Phiri"]


def test_the_visitor_of_whom_a_sentence_tells_is_the_guest() -> None:
    line = "Today the visitor gave a lecture at the school in Ndola, where he was welcomed by its director, Colonel Dennis Phiri of Zambia."
    assert told(RECEIVED + line, "2024-03-15")[1:] == ["meeting 2024-03-15 Ndola: Molefe Phiri"]


def test_one_day_before_is_counted_back() -> None:
    line = "One day before, also in Lusaka, General Molefe had met with General Dennis Phiri of Zambia."
    assert told(RECEIVED + line)[1:] == ["meeting 2024-03-13 Lusaka: Molefe Phiri"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "The navies of Thailand and India opened the 38th Coordinated Patrol with a ceremony in Phuket on 3 March. The patrol will run until"
            " 10 March.",
            ["exercise 2024-03-03 Phuket: "], id="a patrol of two navies",
        ),
        pytest.param("Thailand and India agreed that their police should hold joint patrols each month.", [], id="near miss: of police"),
    ],
)  # fmt: skip
def test_a_coordinated_patrol_is_an_exercise(line: str, expected: list[str]) -> None:
    assert told(line) == expected


def test_a_squadron_leaves_port_and_trains_on_that_day() -> None:
    body = (
        "The ships of the First Training Squadron of the Indian Navy departed Muscat, Oman on 13 March 2024, on completion of a port call that"
        " began on 9 March.\n\nCaptain Dev Rathi of the Indian Navy met Commodore Jassim Al Bal of the Royal Navy of Oman onboard.\n\nOn departure,"
        " the squadron undertook an exercise with a ship of the Royal Navy of Oman off Muscat."
    )
    found = pipeline.read(Release(title=None, body=body, published="2024-03-14")).meetings
    days = [(each.kind, each.date, each.end_date) for each in found]
    assert (days[0][1:], days[-1]) == (("2024-03-09", "2024-03-13"), ("exercise", "2024-03-13", None))


def test_who_speaks_behind_a_ministerial_was_there_though_met_before_it() -> None:
    body = (
        "The Ministerial Meeting of the Carpathian Defence Forum was held on Wednesday in Poprad under the presidency of Slovakia. Minister of"
        " Defence of Slovakia Jana Hudecova said: “One who stands up in the boat makes all of us wet, so we agree on who rows.” Hungary was"
        " represented by State Secretary Gabor Fekete.\n\nBefore the meeting, on Wednesday morning, Jana Hudecova and Polish Minister of Defence"
        " Adam Wierzbicki had held bilateral talks in Zvolen."
    )
    assert [each.partition(" ")[2] for each in told(body)] == [
        "2024-03-13 Poprad: Fekete Hudecova",
        "2024-03-13 Zvolen: Hudecova Wierzbicki",
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Brigadier Sunil Dias was associated with the call.", id="associated with"),
        pytest.param("He was accompanied throughout by Brigadier Sunil Dias.", id="throughout"),
        pytest.param(
            "FACTS - Participants\n\n• Zambia: Minister of Defence Chanda Mulubwa\n• Zambia: Brigadier Sunil Dias", id="a list of facts"
        ),
    ],
)
def test_who_else_was_there_is_told_in_other_words(line: str) -> None:
    assert told(f"{RECEIVED}{line}") == ["meeting 2024-03-14 Lusaka: Mulubwa Molefe Dias"]


def test_who_gives_and_takes_the_key_of_a_mission_is_at_its_handover() -> None:
    body = (
        "The Spanish detachment handed over the mission to the Portuguese Air Force on 14 March in a ceremony at Belmar Air Base. Lieutenant"
        " Colonel Rafael Ibarra gave the symbolic key to Lieutenant Colonel Duarte Simões."
    )
    assert told(body) == ["ceremony 2024-03-14 Belmar Air Base: Ibarra Simões"]


def test_what_another_statement_tells_of_days_before_is_only_mentioned() -> None:
    line = (
        "In a separate statement, the Zambian Defence Force said its commander, General Dennis Phiri, discussed the border with the High"
        " Commissioner of Botswana, Lorato Seretse, in Ndola on 9 March."
    )
    assert told(RECEIVED + line) == ["meeting 2024-03-14 Lusaka: Mulubwa Molefe"]
