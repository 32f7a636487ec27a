"""Every meeting is found once, with those who took part in it, and none that was not. All names are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings import read, told
from tests.engine.test_meetings_of_ministries import CAST

OTHERS = [
    "Aino Salo|Salo||Vice Minister of Defence||",  # whose state no words tell
    "Olav Vik|Vik|Colonel|Commander|3rd Regiment|",
    "Rosa Pardo|Pardo||Ambassador||PE",
    "Jens Berg|Berg||Ambassador||SE",
    "Nils Holm|Holm|Captain|||SE",
    "Rosa Tapia|Tapia||Minister of Defence||PE",
    "Juan Mora|Mora|Commodore|Deputy Commander of the Navy||CL",
]


def found(body: str, title: str = "", bodies: list[str] | None = None) -> list[tuple[object, ...]]:
    """Kind, first day, country, sides and family names of what the release reports."""
    named = [row for row in (*CAST, *OTHERS) if row.split("|")[0].split()[-1] in body]
    meetings = read("2024-05-15", title, body, named, bodies or [])
    return [(kind, day, country, sides, people) for kind, day, _, country, sides, people in map(told, meetings_reported(meetings))]


def meetings_reported(meetings):  # type: ignore[no-untyped-def]
    return [meeting for meeting in meetings if meeting.status == "primary"]


VISIT = "On 13 and 14 May, Vice Minister of Defence Aino Salo was on a working visit to Norway."


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        pytest.param(
            "Finland and Norway discuss training",
            f"{VISIT} On Monday she met with Colonel Olav Vik, commander of the 3rd Regiment, in Oslo.",
            [("meeting", "2024-05-13", "NO", "FI NO", "Salo Vik")],
            id="the guest is of the other state in the headline, the host of the one gone to",
        ),
        pytest.param(
            "Norway shows its drones",
            f"{VISIT} On Monday she met with Colonel Olav Vik, commander of the 3rd Regiment, in Stockholm.",
            [],
            id="a headline of one state, and a town elsewhere, tell nobody's side",
        ),
    ],
)
def test_who_acts_for_whom_is_told_by_a_journey(title: str, body: str, expected: list[tuple[object, ...]]) -> None:
    assert [each for each in found(body, title) if "Vik" in str(each[-1])] == expected


@pytest.mark.parametrize(
    ("body", "people"),
    [
        pytest.param(
            "Minister Ana Popa met Minister Mart Tamm in Tallinn on 13 May. The same day Minister of National Defence also visited the naval base, where she was welcomed by Rear Admiral Eva Lind.",
            ["Popa Tamm", "Lind Popa"],
            id="a title that acts without an article",
        ),
        pytest.param(
            "Minister Ana Popa met Minister Mart Tamm in Tallinn on 13 May. The same day Minister of Health also visited the naval base, where she was welcomed by Rear Admiral Eva Lind.",
            ["Popa Tamm"],
            id="a title of somebody who is not named",
        ),
    ],
)
def test_titles_without_an_article(body: str, people: list[str]) -> None:
    assert [each[-1] for each in found(body)] == people


def test_guests_who_went_somewhere_are_those_who_were_welcomed_there() -> None:
    body = "A Chilean delegation led by Commodore Juan Mora paid a visit to the Peruvian Navy in Callao on Monday. Later the Chilean cadets visited the Naval School in Lima and were welcomed by Colonel Luis Roca."
    assert ("CL PE", "Roca") in [(sides, people) for *_, sides, people in found(body)]


def test_a_delegation_that_went_on_calls_with_its_leader() -> None:
    body = "The 6th Staff Talks between the Peruvian Navy and the Swedish Navy were conducted in Lima from 6 to 7 May. Rear Admiral Eva Lind led the Swedish delegation. The delegation also visited the shipyard and called on Colonel Luis Roca, Commander of the Navy."
    assert [(day, sides, people) for _, day, _, sides, people in found(body)] == [
        ("2024-05-06", "PE SE", "Lind"),
        ("2024-05-06", "PE SE", "Lind Roca"),
    ]


@pytest.mark.parametrize(
    ("opening", "count"),
    [
        pytest.param("A day before the signing, Popa and Tamm held a bilateral meeting in Bucharest.", 2, id="a day before"),
        pytest.param("The previous evening, Popa and Tamm had a working dinner in Bucharest.", 2, id="the previous evening"),
        pytest.param("In the discussions before the signing, Popa and Tamm reviewed training.", 1, id="right before"),
    ],
)
def test_what_was_on_another_day_is_another_meeting(opening: str, count: int) -> None:
    body = (
        f"A Letter of Intent was signed in Constanța on 14 May by Minister Ana Popa, Minister Mart Tamm and Minister Marta Silva. {opening}"
    )
    assert len(found(body)) == count


@pytest.mark.parametrize(
    ("body", "people"),
    [
        pytest.param("On behalf of the government, the guests were received by Colonel Luis Roca.", "Lind Roca", id="who acts on behalf"),
        pytest.param("On behalf of Colonel Luis Roca, the guests were received by officers.", "Lind", id="on whose behalf others act"),
    ],
)
def test_who_acts_on_behalf_of_others_is_there(body: str, people: str) -> None:
    first = "Rear Admiral Eva Lind visited the Peruvian Navy in Lima on 14 May. "
    assert [each[-1] for each in found(first + body)] == [people]


@pytest.mark.parametrize(
    ("words", "is_reported"),
    [
        pytest.param("Later that day she met with Colonel Luis Roca in Lima.", True, id="later that day"),
        pytest.param("The dialogue that she held with Colonel Luis Roca in 2021 was recalled.", False, id="that she held"),
    ],
)
def test_that_day_opens_no_relative_clause(words: str, is_reported: bool) -> None:
    body = f"On 13 May, Rear Admiral Eva Lind met Ambassador Rosa Pardo in Lima. {words}"
    assert any("Roca" in str(each[-1]) for each in found(body)) == is_reported


def test_a_trip_of_engagement_is_no_engagement() -> None:
    body = "The Swedish Navy concluded an eight-day trip of engagement in South America on 12 May. Rear Admiral Eva Lind met Colonel Luis Roca in Lima on 8 May."
    assert [each[-1] for each in found(body)] == ["Lind Roca"]


COMMAND = "The Andean Mission hosted Rear Admiral Eva Lind in the change of command ceremony in Lima on 14 May."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            f"{COMMAND} Colonel Luis Roca handed over the command of the mission to Commodore Juan Mora.",
            [("ceremony", "Lind Mora Roca")],
            id="between whom the command passed",
        ),
        pytest.param(
            f"{COMMAND} Colonel Luis Roca took over command of the mission on 24 October 2022 from Commodore Juan Mora.",
            [],
            id="an earlier change of command",
        ),
    ],
)
def test_those_between_whom_a_command_passes_are_at_the_ceremony(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(each[0], each[-1]) for each in found(body, bodies=["Andean Mission"])] == expected


@pytest.mark.parametrize(
    ("later", "count"),
    [
        pytest.param(
            "\n\nRear Admiral Eva Lind met Colonel Luis Roca and recalled the mandate.", 2, id="talks in a paragraph of their own"
        ),
        pytest.param(" Rear Admiral Eva Lind met Colonel Luis Roca and recalled the mandate.", 1, id="those of the ceremony met at it"),
    ],
)
def test_talks_of_two_behind_a_ceremony_of_more(later: str, count: int) -> None:
    body = (
        f"The handover ceremony was attended by Rear Admiral Eva Lind, Colonel Luis Roca and Commodore Juan Mora in Lima on 14 May.{later}"
    )
    assert len(found(body)) == count


def test_a_ceremony_attended_also_by_others_was_attended_by_those_told_before() -> None:
    body = (
        "Minister Ana Popa travelled with General Ion Rusu. The ceremony was also attended by Minister Mart Tamm and Minister Marta Silva."
    )
    assert [each[-1] for each in found(body)] == ["Popa Rusu Silva Tamm"]


HANDED = "handed over by US military representatives to the government of Peru"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param(f"On 14 May, the United States donated ten trucks. They were {HANDED} in Callao.", 1, id="a day and a place"),
        pytest.param(f"The United States said that trucks were {HANDED} this year.", 0, id="neither day nor place"),
        pytest.param("The United States has donated a hundred trucks to the government of Peru since 2019.", 0, id="gifts of years"),
    ],
)
def test_gifts_that_were_handed_over_somewhere_on_a_day(body: str, count: int) -> None:
    assert len(found(body)) == count


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "The 8th round of staff talks took place in Lima from 7 to 9 May. The Peruvian delegation was headed by Colonel Luis Roca. The Chilean delegation was led by Commodore Juan Mora.",
            [("meeting", "CL PE", "Mora Roca")],
            id="delegations in the sentences behind",
        ),
        pytest.param(
            "The 8th round of staff talks took place in Lima from 7 to 9 May. The Peruvian delegation was headed by Colonel Luis Roca.",
            [],
            id="one delegation alone",
        ),
        pytest.param(
            "The defence ministers of Chile, Peru and Ecuador held a 3+3 format meeting in Quito on 14 May.",
            [("conference", "CL EC PE", "")],
            id="a format of three and three",
        ),
        pytest.param(
            "The 43rd Meeting of the Andean Committee of Chiefs of Staff opens in Quito today. Delegations from Ecuador, Chile and Peru take part.",
            [("conference", "CL EC PE", "")],
            id="a gathering that opens",
        ),
        pytest.param("The Andean Staff College opens in Quito today with guests from Peru.", [], id="a college that opens"),
    ],
)
def test_gatherings_are_told_in_many_words(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(kind, sides, people) for kind, _, _, sides, people in found(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Rear Admiral Eva Lind arrived in Lima on Monday. On Tuesday she was received by the Minister of Defence. In the afternoon, she met the Commander of the Navy, Colonel Luis Roca, in Callao.",
            [("PE SE", "Lind"), ("PE SE", "Lind Roca")],
            id="a minister without a name, and then another host",
        ),
        pytest.param(
            "Rear Admiral Eva Lind arrived in Lima on Monday. On Tuesday she was received by the Commander of the Navy. In the afternoon, she met the Commander, Colonel Luis Roca, again.",
            [("PE SE", "Lind Roca")],
            id="the same host, named afterwards",
        ),
    ],
)
def test_hosts_told_by_their_office_are_hosts(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(sides, people) for *_, sides, people in found(body)] == expected


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param(
            "Colonel Luis Roca, Rear Admiral Eva Lind and Commodore Juan Mora held talks in Lima on 14 May. On 10 May in Callao, Roca had met with Rear Admiral Eva Lind.",
            1,
            id="days before, elsewhere",
        ),
        pytest.param(
            "Rear Admiral Eva Lind visited Peru from 9 to 14 May. She held talks with Colonel Luis Roca in Lima on 14 May. On 10 May in Callao, she had met with Ambassador Rosa Pardo.",
            2,
            id="on the same journey",
        ),
    ],
)
def test_what_had_been_before_is_reported_of_a_journey_alone(body: str, count: int) -> None:
    assert len(found(body)) == count


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Rear Admiral Eva Lind visited Peru Jan. 20-22. According to a press release from the embassy, Lind met with Colonel Luis Roca to discuss rescue at sea.",
            [("PE SE", "Lind Roca")],
            id="according to a press release, with a short month behind the country",
        ),
        pytest.param(
            "According to Rear Admiral Eva Lind, Colonel Luis Roca met with Commodore Juan Mora in Lima on 13 May.",
            [("CL PE", "Mora Roca")],
            id="according to somebody who was elsewhere",
        ),
        pytest.param(
            "The Commander of the Chilean Navy, Commodore Juan Mora, is in Lima. He called on Colonel Luis Roca and Ambassador Rosa Pardo in separate meetings.",
            [("CL PE", "Mora Roca"), ("CL PE", "Mora Pardo")],
            id="in separate meetings",
        ),
        pytest.param(
            "The Commander of the Chilean Navy, Commodore Juan Mora, is in Lima. He called on Colonel Luis Roca and Ambassador Rosa Pardo.",
            [("CL PE", "Mora Pardo Roca")],
            id="called on two",
        ),
        pytest.param(
            "The defence ministers of Chile, Peru and Ecuador met in Quito on 14 May. Earlier, Chile and Peru held a separate meeting in Quito.",
            [("CL EC PE", ""), ("CL PE", "")],
            id="a separate meeting of fewer states",
        ),
        pytest.param(
            "The defence ministers of Chile, Peru and Ecuador met in Quito on 14 May. Chile and Peru held the chair of the meeting.",
            [("CL EC PE", "")],
            id="fewer states in the chair",
        ),
        pytest.param(
            "Rear Admiral Eva Lind attended the Peruvian Navy (MGP) change-of-command in Lima on 14 May, at which she met Colonel Luis Roca.",
            [("PE SE", "Lind Roca")],
            id="a change-of-command with the name of a force",
        ),
        pytest.param(
            "Colonel Luis Roca led a delegation to attend the 26th Andean Ministerial Committee of the Organ on Defence Cooperation in Quito on 14 May.",
            [("PE", "Roca")],
            id="a numbered committee that is attended",
        ),
        pytest.param(
            "Peru has delivered to the Kingdom of Sweden its second training boat at a ceremony in Callao on 14 May.",
            [("PE SE", "")],
            id="delivered to a state at a ceremony",
        ),
        pytest.param(
            "Peru has delivered to the Kingdom of Sweden its second training boat this year.", [], id="delivered without a ceremony"
        ),
    ],
)
def test_what_releases_tell_in_other_words(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(sides, people) for *_, sides, people in found(body)] == expected


def test_a_thing_received_by_somebody_at_a_ceremony_is_given_in_a_ceremony() -> None:
    body = "The Chilean boat Andes was received by Colonel Luis Roca of Peru at a ceremony in Callao on 14 May. Commodore Juan Mora represented Chile at the ceremony."
    assert {kind for kind, *_ in found(body)} == {"ceremony"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "On 14 May in Lima, Colonel Luis Roca met with Rear Admiral Eva Lind. In a separate engagement, Colonel Roca and Commodore Juan Mora expressed interest in training.",
            [("PE SE", "Lind Roca"), ("CL PE", "Mora Roca")],
            id="in a separate engagement",
        ),
        pytest.param(
            "On 14 May in Lima, Colonel Luis Roca met with Rear Admiral Eva Lind. In a separate statement, Colonel Roca and Commodore Juan Mora expressed interest in training.",
            [("PE SE", "Lind Roca")],
            id="in a separate statement",
        ),
        pytest.param(
            "On 14 May in Lima, Rear Admiral Eva Lind met Colonel Luis Roca. Colonel Roca warmly received the visiting delegation accompanied by Ambassador Jens Berg.",
            [("PE SE", "Berg Lind Roca")],
            id="who met them received the visiting delegation",
        ),
        pytest.param(
            "A Chilean delegation led by Commodore Juan Mora visited the Naval School in Lima on 14 May. Colonel Luis Roca received the delegation.",
            [("CL PE", "Mora Roca")],
            id="the delegation that visits is received",
        ),
        pytest.param(
            "A Chilean delegation led by Commodore Juan Mora visited the Naval School in Lima on 14 May. Colonel Luis Roca received the Swedish delegation.",
            [("CL PE", "Mora"), ("PE SE", "Roca")],
            id="another delegation is received",
        ),
        pytest.param(
            "Rear Admiral Eva Lind visited Peru on 14 May and was received by Minister Rosa Tapia. She then visited the naval base, where she was welcomed by Colonel Luis Roca.",
            [("PE SE", "Lind Tapia"), ("PE SE", "Lind Roca")],
            id="a base visited after talks, with its own host",
        ),
        pytest.param(
            "The meeting of the Committee of Chiefs of Staff of ECOWAS opened in Accra on 14 May. General Kofi Mensah of Ghana gave the welcome address.",
            [("ECOWAS GH", "Mensah")],
            id="the organization whose committee met",
        ),
        pytest.param(
            "Thirty military attachés accredited to Peru were received at the ministry in Lima on 14 May. The participants represented three countries: Chile, the Netherlands and Sweden.",
            [("CL NL SE", "")],
            id="attachés who were received",
        ),
        pytest.param("Thirty military attachés accredited to Peru have been trained in first aid.", [], id="attachés who were trained"),
    ],
)
def test_what_is_told_of_guests_once_more(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(sides, people) for *_, sides, people in found(body, bodies=["ECOWAS"] if "ECOWAS" in body else None)] == expected


def test_a_dialogue_named_after_two_states_is_not_of_one() -> None:
    body = "Rear Admiral Eva Lind took part at the third Peru-Sweden Defence Dialogue at the invitation of Captain Nils Holm in Lima on 14 May."
    assert [sides for *_, sides, _ in found(body)] == ["PE SE"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Training and rescue were the main issues discussed by Colonel Luis Roca and Rear Admiral Eva Lind in Lima on 14 May.",
            [("PE SE", "Lind Roca")],
            id="issues discussed by two",
        ),
        pytest.param(
            "Training and rescue were the main issues discussed by Colonel Luis Roca in his book.", [], id="issues discussed by one"
        ),
    ],
)
def test_issues_that_two_discussed(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(sides, people) for *_, sides, people in found(body)] == expected


@pytest.mark.parametrize(
    ("talks", "title"),
    [
        ("The Seventh Round of Staff Talks was held in Lima on 5 May 2024.", "Seventh Round of Staff Talks"),
        ("Regular staff talks were held in Lima on 5 May 2024.", None),
    ],
)
def test_rounds_of_talks_keep_their_name(talks: str, title: str | None) -> None:
    body = f"{talks} The Peruvian delegation was headed by Colonel Luis Roca. The Chilean delegation was led by Commodore Juan Mora."
    assert [meeting.title for meeting in meetings_reported(read("2024-05-15", "", body, [*CAST, *OTHERS], []))] == [title]
