"""Pages of committees, port calls and handovers: delegations listed by name, days told in passing, documents of a session."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.cleaning import issued
from ingest.engine.types import Record, Release


def read(body: str, published: str | None = "2024-05-03", publisher: str | None = None) -> Record:
    return pipeline.read(Release(title=None, body=body, published=published, publisher=publisher))


def met(record: Record, at: int = 0) -> set[str]:
    return set(record.meetings[at].people)


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Lima, 17 March 22 : The squadron", ["2022-03-17"]),
        ("Lima, 2 Nov 21: The Chief", ["2021-11-02"]),
        ("on 12 June 20 : 30 sailors", ["XXXX-06-12"]),
        ("on 12 June 20 sailors", ["XXXX-06-12"]),
    ],
)
def test_two_figures_before_the_colon_of_a_dateline_are_its_year(line: str, dates: list[str]) -> None:
    assert [each.date for each in issued.find(line)] == dates


SESSION = (
    "The third session of the Joint Committee between Peru and Bolivia was held in Puno on 2 May 2024. The delegations were headed by the "
    "Vice Minister of Defense of Peru, Ana Vega, and by the Vice Minister of Defense of Bolivia, Juan Roca. "
)


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("The Bolivian delegation was integrated by General Rea Paz and Colonel Leo Mora.", {"Rea Paz", "Leo Mora"}),
        ("Also participating were General Rea Paz of the Peruvian Army and Colonel Leo Mora.", {"Rea Paz", "Leo Mora"}),
        ("As observer was present the Defense Attaché of Chile, Colonel Rea Paz.", {"Rea Paz"}),
        ("Attending as an observer was the Defense Attaché of Chile, Colonel Rea Paz.", {"Rea Paz"}),
        ("The new barracks were designed by Colonel Rea Paz of the Peruvian Army.", set()),
    ],
)
def test_who_made_up_a_delegation_was_at_the_session(line: str, more: set[str]) -> None:
    assert met(read(SESSION + line)) == {"Ana Vega", "Juan Roca"} | more


def test_the_one_of_the_other_side_heads_a_list() -> None:
    body = (
        f"{SESSION}\n\nThe Peruvian delegation was integrated by:\n\n- Major General FAP Rea Paz, Chief of the Joint Staff;\n\n"
        "And the Bolivian one by:\n\n- Colonel DAEN Leo Mora, director of Planning."
    )
    record = read(body)
    assert met(record) == {"Ana Vega", "Juan Roca", "Rea Paz", "Leo Mora"}
    assert {each.name: each.country for each in record.people}["Leo Mora"] == "BO"


CALLS = (
    "The Minister of Defence of Peru, Ana Vega, received today in Lima the Minister of Defence of Norway, Bo Lind. Later Minister Lind met "
    "the Chief of the Peruvian Navy, Admiral Juan Roca. "
)


@pytest.mark.parametrize(
    "line",
    [
        "Present at both meetings was the Ambassador of Norway to Peru, with residence in Quito, Rea Holm.",
        "Norway’s Ambassador, Rea Holm, was at both meetings.",
    ],
)
def test_an_envoy_was_at_both_meetings(line: str) -> None:
    record = read(CALLS + line)
    assert ["Rea Holm" in each.people for each in record.meetings] == [True, True]


def test_a_call_is_told_by_its_noun_behind_talks() -> None:
    record = read(
        "Admiral Bo Lind of the Norwegian Navy paid a courtesy call on the Minister of Defence of Peru, Ana Vega, in Lima this morning. He "
        "is here for the 3rd Staff Talks, which was held yesterday in Callao. The talks was co-chaired by him and Admiral Juan Roca of the "
        "Peruvian Navy. The courtesy call was also attended by Colonel Rea Paz of the Peruvian Army."
    )
    assert ["Rea Paz" in each.people for each in record.meetings] == [True, False]


@pytest.mark.parametrize("words", ["call, likewise in Lima, on", "call on"])
def test_words_between_commas_stand_in_a_courtesy_call(words: str) -> None:
    record = read(f"Admiral Bo Lind of the Norwegian Navy paid a courtesy {words} the Minister of Defence of Peru, Ana Vega.")
    assert met(record) == {"Bo Lind", "Ana Vega"}


@pytest.mark.parametrize(("behind", "meetings"), [(" in two separate meetings", 2), (" at the same table", 1)])
def test_two_are_called_on_in_separate_meetings(behind: str, meetings: int) -> None:
    line = "On 2 May Admiral Bo Lind of Norway called on General Ana Vega and Admiral Juan Roca of the Peruvian Navy"
    record = read(f"{line}{behind} in Lima.")
    assert len(record.meetings) == meetings


HANDOVER = "Captain Bo Lind of the Norwegian Navy today took over {} of Task Group 9 from Captain Ana Vega of the Peruvian Navy."


@pytest.mark.parametrize("what", ["the command", "command", "the presidency"])
def test_a_command_taken_over_is_a_ceremony(what: str) -> None:
    record = read(f"{HANDOVER.format(what)} The ceremony was held on board a frigate in the port of Bergen.")
    assert [(each.kind, each.place, met(record)) for each in record.meetings] == [("ceremony", "Bergen", {"Bo Lind", "Ana Vega"})]


def test_a_command_taken_over_in_passing_is_none() -> None:
    assert read(HANDOVER.format("command").replace(" today", "")).meetings == ()


@pytest.mark.parametrize(
    ("line", "days"),
    [
        (
            "The third session of the Joint Committee of Peru and Chile, held in this city since Wednesday, ended on Thursday.",
            ("05-01", "05-02"),
        ),
        ("The third session of the Joint Committee of Peru and Chile ended on Thursday in Lima. It lasted three days.", ("04-30", "05-02")),
        (
            "The third session of the Joint Committee of Peru and Chile was held on Thursday in Lima, the first since May 2019.",
            ("05-02", None),
        ),
    ],
)
def test_a_session_lasted_since_the_day_told(line: str, days: tuple[str, str | None]) -> None:
    first = read(f"{line} Minister Ana Vega of Peru met Minister Juan Roca of Chile there.").meetings[0]
    assert (first.date, first.end_date) == (f"2024-{days[0]}", days[1] and f"2024-{days[1]}")


MINISTERS = "The Ministers of Defence of Chile, Ana Vega, and Peru, Juan Roca, met in Lima on 2 May. "


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The session closed with the signing of the Final Act.", [("signed", "Final Act")]),
        (
            "Both signed an amendment to the Mechanism for the Notification of Dives.",
            [("amended", "Mechanism for the Notification of Dives")],
        ),
        ("They approved the amendment to the Regulations of the Joint Force.", [("amended", "Regulations of the Joint Force")]),
        ("A draft Protocol on Salvage was also deliberated.", [("discussed", "Protocol on Salvage")]),
        ("They praised the Final Act of the conference of old, and the Mechanism for Notification.", []),
        ("The minister signed the Final Act Implementation Bill.", []),
        ("They approved the Regulations of the Joint Force.", []),
    ],
)
def test_documents_of_a_session(line: str, told: list[tuple[str, str]]) -> None:
    assert [(each.action, each.title) for each in read(MINISTERS + line).agreements] == told


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("at Dar Salwa, Doha", "Dar Salwa"),
        ("at Belmar Kadash, Doha", "Belmar Kadash"),
        ("at Annual Talks, Doha", "Doha"),
        ("in Doha", "Doha"),
    ],
)
def test_a_house_stands_before_its_town(where: str, place: str) -> None:
    record = read(f"The Minister of Defence of Qatar, Ali Kabi, met the Minister of Defence of Peru, Juan Roca, {where} this morning.")
    assert [each.place for each in record.meetings] == [place]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("The 2nd Coast Guard to Coast Guard Staff Talks were held.", []),
        ("They met at the SBDF Coast Guard Headquarters with Colonel Ali of the SBDF Coast Guard.", ["SBDF Coast Guard"]),
        ("Standing NATO Maritime Group Two (SNMG2) left. SNMG2 is afloat.", ["Standing NATO Maritime Group Two"]),
        ("He joined the Falintil-Forças de Defesa de Timor-Leste (F-FDTL).", ["Falintil-Forças de Defesa de Timor-Leste"]),
    ],
)
def test_bodies_between_which_talks_are_and_in_which_they_sit(body: str, names: list[str]) -> None:
    assert [each.name for each in read(body).organizations] == names


def test_a_town_named_like_a_state_is_none() -> None:
    record = read("General Ana Vega of Guatemala met General Juan Roca of Peru in Antigua Guatemala on 2 May.")
    assert record.countries == ("GT", "PE")
    assert record.meetings[0].place == "Antigua Guatemala"
