"""Several meetings announced together and told one by one, who else was on a call, why guests had come, and what a handover is.

Near misses stand beside hits. All names are invented.
"""

from __future__ import annotations

import pytest

from tests.engine.test_meetings_on_tour import told

SERIES = (
    "The Kenyan Defence Minister Al Poe held talks with representatives of Peru, Chile and Fiji in Nairobi on 19 and 20 March. "
    "On the 19th, Minister Poe met Luis Roca, Peruvian Vice Minister of Defence, and signed a memorandum of understanding on salvage. "
)


@pytest.mark.parametrize(
    ("line", "last"),
    [
        pytest.param(
            "Colonel Ana Vega of Peru sat in on the talks.", "meeting 2024-03-19 Nairobi: Poe Roca Vega", id="at the talks told last"
        ),
        pytest.param("The two were content.", "meeting 2024-03-19 Nairobi: Poe Roca", id="near miss: nobody else"),
    ],
)
def test_each_of_several_has_its_own_day(line: str, last: str) -> None:
    assert told(SERIES + line)[0] == last


def test_who_met_one_after_the_other_meets_the_next() -> None:
    body = (
        f"{SERIES}On the 20th, he held talks with General Cy Lim, Chief of Defence of Chile. General Lim thanked him."
        " He then met with Bo Ray, Minister of Defence of Fiji."
    )
    assert told(body) == [
        "meeting 2024-03-19 Nairobi: Poe Roca",
        "meeting 2024-03-20 Nairobi: Poe Lim",
        "meeting 2024-03-20 Nairobi: Poe Ray",
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("General Bo Ray, Fijian Chief of Defence, was also on the call.", "Poe Lim Ray", id="on the call"),
        pytest.param("General Bo Ray, Fijian Chief of Defence, was on the line as well.", "Poe Lim Ray", id="on the line"),
        pytest.param("General Bo Ray, Fijian Chief of Defence, was praised for the call.", "Poe Lim", id="near miss: spoken of"),
    ],
)
def test_who_was_on_a_call(line: str, names: str) -> None:
    body = f"The Minister of Defence of Kenya, Al Poe, spoke by telephone with the Minister of Defence of Fiji, Cy Lim, on 14 March. {line}"
    assert told(body) == [f"call 2024-03-14 None: {names}"]


def test_those_who_attended_the_meetings_told_together() -> None:
    body = (
        "General Al Poe of Kenya met separately in Nairobi on 14 March with the Chief of the Fijian Navy, Admiral Bo Ray, "
        "and the Inspector of the Chilean Navy, Admiral Cy Lim, who are visiting the country to take part in a Salvage Conference."
        " The meetings reviewed relations. They were attended by the Commander of the Kenya Navy, Major General Di Fox."
    )
    assert told(body) == ["meeting 2024-03-14 Nairobi: Poe Ray Fox", "meeting 2024-03-14 Nairobi: Poe Lim Fox"]


def test_a_visit_of_several_days_gives_way_to_its_meetings() -> None:
    body = (
        "General Al Poe, Chief of Defence of Fiji, visited the Chilean Navy on 14-15 March to mark ten years of exchanges. Admiral Cy Lim, "
        "Commander of the Chilean Navy, received Poe at Fort Larvik on the first day. On 15 March in Santiago, Poe met with the Governor of"
        " Santiago, Bo Ray."
    )
    assert [line.split(":")[0] for line in told(body)] == ["meeting 2024-03-14 Fort Larvik", "meeting 2024-03-15 Santiago"]


def test_a_support_activity_of_a_navy_is_a_site() -> None:
    body = "Captain Al Poe of Fiji relieved Captain Bo Ray of Peru in a ceremony at Naval Support Activity Larvik on 14 March."
    assert told(body) == ["ceremony 2024-03-14 Naval Support Activity Larvik: Poe Ray"]


CALLED = "NAIROBI, 14 March 2024 - General Al Poe of Fiji paid a courtesy call on the Minister of Defence of Kenya, Cy Lim, today. "


@pytest.mark.parametrize(
    ("line", "second"),
    [
        pytest.param(
            "General Poe, who arrived on Tuesday for a five-day visit, is scheduled to meet Defence Secretary Di Fox of Kenya tomorrow.",
            ["meeting 2024-03-15 None: Poe Fox"],
            id="on the next day of his stay",
        ),
        pytest.param("Minister Lim is scheduled to meet General Di Fox of Chile in Santiago in May.", [], id="near miss: another journey"),
    ],
)
def test_whom_a_guest_is_to_see_on_the_days_of_his_stay(line: str, second: list[str]) -> None:
    assert told(CALLED + line)[1:] == second


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Yesterday, the team observed the training of the battalion bound for Lebanon.", id="bound for"),
        pytest.param("Yesterday, the team inspected the contingent heading for Cyprus.", id="heading for"),
    ],
)
def test_where_others_are_bound_was_nobody(line: str) -> None:
    assert told(CALLED + line) == told(CALLED)


def test_a_conference_has_the_days_with_which_the_release_opens() -> None:
    body = (
        "The Chiefs of Defence of the Larrian Group were discussing the lessons of the storm in Lima on 12-13 March. The Larrian Chiefs of"
        " Defence Conference was hosted by General Al Poe of Peru. His guests were General Bo Ray of Chile and General Cy Lim of Bolivia."
    )
    assert told(body) == ["conference 2024-03-12 Lima: Poe Ray Lim"]
