"""Releases as agencies and papers print them at home, where nobody says of which state the own officials are. All is invented.

Also what such texts word in their own way: an office behind a dash, who holds one "ad interim", a first sentence without a stop.
"""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import clean, pipeline
from ingest.engine.types import Document, Person, Record, Release


def read(body: str, *, title: str | None = None) -> Record:
    return pipeline.read(Release(title=title, body=body, published="2024-05-15"))


def people(body: str) -> dict[str, Person]:
    return {person.name: person for person in read(body).people}


def told(body: str, *, at: str = "LISBON, May 14 – ") -> list[tuple[str, str, str | None, str | None, str | None, tuple[str, ...]]]:
    return [(each.status, each.kind, each.title, each.place, each.country, each.people) for each in read(at + body).meetings]


# ---- whose the unmarked are ----

CALL = "A seven-member delegation led by the Commander of the Peruvian Africa Command, General Luis Roca, paid a courtesy call on the {}, earlier this month. "


@pytest.mark.parametrize(
    ("body", "country"),
    [
        pytest.param(CALL.format("Chief of the Defence Staff, Vice Admiral Kofi Adu") + "Vice Admiral Adu spoke of the help that the Ghana Armed Forces had received.", "GH", id="the forces that he leads"),
        pytest.param(CALL.format("Commander of the Navy, Vice Admiral Kofi Adu") + "The Ghana Navy was founded in 1959.", "GH", id="his navy"),
        pytest.param(CALL.format("Minister of Defence, Kofi Adu") + "He told of reforms in the Ghanaian army.", "GH", id="a minister, and his army"),
        pytest.param("Commander of the Navy, Vice Admiral Kofi Adu, called on the State Minister, Ama Osei. He is now the ninth Commander of the Ghana Navy.", "GH", id="no guest: his office is told with the state"),
        pytest.param("The naval attaché of the Peruvian Embassy in Ghana and Togo, Commander Luis Roca, met the Commander of the Navy, Vice Admiral Kofi Adu, who gave him a book on the sea law of Ghana.", "GH", id="one of two states of an embassy"),
        pytest.param(CALL.format("Commander of the Navy, Vice Admiral Kofi Adu") + "The Ghana Navy and the Togo Navy were founded in 1959.", None, id="near miss: two navies"),
        pytest.param("Commander of the Navy, Vice Admiral Kofi Adu, spoke of the Ghana Navy.", None, id="near miss: no guest, and no office with the state"),
    ],
)  # fmt: skip
def test_the_own_force_tells_whose_an_unmarked_official_is(body: str, country: str | None) -> None:
    assert people(body)["Kofi Adu"].country == country


@pytest.mark.parametrize(
    ("body", "country"),
    [
        pytest.param("Earlier, Popa, who began her visit to Spain yesterday, met her counterpart Rosa Vega in Madrid. Defence Minister Ana Popa then left.", "ES", id="abroad"),
        pytest.param("Defence Minister Ana Popa received her counterpart Rosa Vega. They spoke about relations of Portugal and Spain.", "ES", id="a guest"),
        pytest.param("Raksha Mantri Ana Popa held talks with her counterpart Rosa Vega. Minister of Defence of Spain, Rosa Vega, briefed her.", "ES", id="an office of one state alone"),
        pytest.param("Spanish Defence Minister Luis Roca held talks with his counterpart Rosa Vega.", "PT", id="the counterpart of the guest"),
        pytest.param("The Spanish Defence Minister, Luis Roca, came to Lisbon. He was received by his counterpart Rosa Vega.", "PT", id="of the guest who was told before"),
    ],
)  # fmt: skip
def test_a_counterpart_is_of_the_other_side(body: str, country: str) -> None:
    found = people("LISBON, May 14 – The conference of commanders ended today.\n\n" + body)
    assert found["Rosa Vega"].country == country


# ---- offices ----


@pytest.mark.parametrize(
    ("office", "position", "honorific", "acting"),
    [
        pytest.param("Spanish Ambassador to Portugal – Her Excellency", "Ambassador to Portugal", "Her Excellency", False, id="a dash and a courtesy"),
        pytest.param("Spanish Chargé d’Affaires ad interim", "Chargé d’Affaires ad interim", None, True, id="ad interim"),
        pytest.param("Spanish Chargé d’Affaires, a.i.,", "Chargé d’Affaires, a.i.", None, True, id="a.i. between commas"),
        pytest.param("Spanish Charge d' Affairs to Portugal Ms", "Charge d' Affairs to Portugal", "Ms", False, id="misspelt, with a blank"),
        pytest.param("Spanish Minister of Defence ad interim", "Minister of Defence ad interim", None, True, id="a minister"),
    ],
)  # fmt: skip
def test_offices_as_they_are_worded(office: str, position: str, honorific: str | None, *, acting: bool) -> None:
    found = people(f"LISBON, May 14 – Defence Minister Ana Popa met the {office} Rosa Vega today.")["Rosa Vega"]
    assert (found.position, found.honorific, found.acting, found.country) == (position, honorific, acting, "ES")


@pytest.mark.parametrize(
    ("told", "position", "organization"),
    [
        pytest.param("Colonel Luis Roca, Air and Military Attaché to the Embassy of Peru,", "Air and Military Attaché", "Embassy of Peru", id="to the embassy"),
        pytest.param("the Defence Adviser to the Peruvian High Commission in Accra, Colonel Luis Roca,", "Defence Adviser", "Peruvian High Commission in Accra", id="to the high commission"),
        pytest.param("Colonel Luis Roca, Defence Attaché to Ghana,", "Defence Attaché to Ghana", None, id="near miss: to a state"),
        pytest.param("Chief of Staff & Secretary Department of Military Works General Luis Roca", "Chief of Staff", "Department of Military Works", id="the body of a second office"),
    ],
)  # fmt: skip
def test_where_an_office_is_held(told: str, position: str, organization: str | None) -> None:
    found = people(f"On Monday {told} called on Commodore Kofi Adu.")["Luis Roca"]
    assert (found.position, found.organization) == (position, organization)


# ---- places ----


@pytest.mark.parametrize(
    ("where", "place"),
    [
        pytest.param("in Georgia’s Zelovo", ("Zelovo", "GE"), id="a town of a state"),
        pytest.param("in Spain's Kovlare region", ("Kovlare", "ES"), id="a region"),
        pytest.param("in Spain’s southern city of Kovlare", ("Kovlare", "ES"), id="a city of"),
        pytest.param("in Spain’s Ministry of Defence", ("Lisbon", "PT"), id="near miss: a body"),
    ],
)
def test_a_town_may_be_told_with_its_state(where: str, place: tuple[str, str]) -> None:
    ((_, _, _, *found, _),) = told(f"Portuguese Defence Minister Ana Popa met with Spanish Defence Minister Rosa Vega {where} today.")
    assert tuple(found) == place


# ---- meetings ----

TALKS = "The President of Portugal, Rui Melo, met with Spanish Ambassador Rosa Vega and General Luis Roca, Commander of the Spanish Navy, on 14 May. "
BOTH = ("Rui Melo", "Rosa Vega", "Luis Roca")


def test_a_gathering_that_goes_on_does_not_name_the_talks_before_it() -> None:
    (talks, *_) = told(TALKS + "The Spanish Navy is participating in the African Maritime Forces Summit.")
    assert (talks[2], talks[5]) == (None, BOTH)


@pytest.mark.parametrize(
    "line",
    [
        "During the meeting he praised the joint training that raises the readiness of Spain and Portugal.",
        "They noted that joint training between Spain and Portugal helps both.",
    ],
)
def test_training_that_is_only_praised_is_no_occasion(line: str) -> None:
    assert [each[1] for each in told(TALKS + line)] == ["meeting"]


def test_training_of_a_day_or_place_is_one() -> None:
    assert [each[1] for each in told(TALKS + "Joint training of Spain and Portugal was held in Évora in March 2024.")] == ["meeting", "exercise"]  # fmt: skip


def test_what_a_press_unit_says_is_what_the_release_reports() -> None:
    line = "The Spanish attaché, Colonel Luis Roca, visited the Naval Headquarters today. The Navy media unit said that the attaché held talks with Vice Admiral Rui Melo."
    assert [(each[0], each[5]) for each in told(line)] == [("primary", ("Luis Roca", "Rui Melo"))]


# ---- pages ----

TEXT = "Welcoming the guests, Minister Popa spoke of the friendship of the two states and of their plans.\n\nThe Spanish minister thanked her for the welcome that his delegation was given."
OPEN = "Portuguese Defence Minister Ana Popa met with a delegation led by Spanish Minister of Defence Luis Roca in Lisbon"


def cleaned(page: str) -> Release:
    return clean.release(Document(page))


def test_a_first_sentence_without_a_stop_below_the_day_is_text() -> None:
    found = cleaned(f"Portuguese, Spanish ministers hold meeting\n\n12 June 2019\n\n{OPEN}\n\n{TEXT}")
    assert found.body.startswith(OPEN)
    assert found.title == "Portuguese, Spanish ministers hold meeting"


@pytest.mark.parametrize(
    "line", ["Press and Information", "Ministers Meet In Lisbon For Talks On The Defence Of The Atlantic And Of All Its Islands Today"]
)
def test_a_kicker_below_the_day_is_none(line: str) -> None:
    assert cleaned(f"Portuguese, Spanish ministers hold meeting\n\n12 June 2019\n\n{line}\n\n{TEXT}").body.startswith("Welcoming")


@pytest.mark.parametrize("label", ["(Press Release)", " (Press Release)", " [News Release]", " (Media Statement)"])
def test_a_label_behind_the_headline_is_no_credit_and_goes(label: str) -> None:
    assert (
        cleaned(f"Telephone Talks of the Ministers of Defence{label}\n\n12 June 2019\n\n{TEXT}").title
        == "Telephone Talks of the Ministers of Defence"
    )


# ---- missions, agencies and transcripts ----


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        pytest.param("Minister of Defence Ana Popa discussed her journey with Ambassador of Spain in Portugal Luis Roca, the ministry reports.", "Ana Popa", "PT", id="whoever meets an envoy who serves in the state"),
        pytest.param("The Commander of EUFOR, General Luis Roca, met the Minister of Defence, Ana Popa. General Rui Melo, the Chief of Joint Staff of the Armed Forces of Portugal, attended. Portugal hosts EUFOR. The laws of Portugal say so, and the forces of Portugal train there. Portugal is grateful. It has served in Peru.", "Ana Popa", "PT", id="beside an organization, the state that is named throughout"),
        pytest.param("LISBON, May 14 – Minister Ana Popa met Spanish Defence Minister Rosa Vega, ministry spokesman Luis Roca said.", "Luis Roca", "PT", id="a spokesman who says it"),
        pytest.param("LISBON, May 14 – Minister Ana Popa met Spanish Defence Minister Rosa Vega, General Jan Gil and spokesman Luis Roca.", "Luis Roca", "ES", id="near miss: one of those who were met"),
        pytest.param("LISBON, May 14 – Ohio Gov. Luis Roca met Minister Ana Popa.", "Luis Roca", "US", id="the governor of an American state"),
        pytest.param("LISBON, May 14 – Maj. Gen. Luis Roca, Ohio adjutant general, met Minister Ana Popa.", "Luis Roca", "US", id="the adjutant general of one"),
        pytest.param("LISBON, May 14 – Minister Ana Popa met Luis Roca, the First Secretary at Spain’s Embassy in Portugal.", "Luis Roca", "ES", id="an embassy told with its owner"),
        pytest.param("LISBON, May 14 – Minister Ana Popa met the Chief of Spanish Defence, Admiral Luis Roca.", "Luis Roca", "ES", id="a chief of a people’s defence"),
    ],
)  # fmt: skip
def test_whose_they_are(body: str, name: str, country: str) -> None:
    assert people(body)[name].country == country


@pytest.mark.parametrize(
    ("told", "position", "organization"),
    [
        pytest.param("Chief of Staff of Peru H E Staff Lieutenant-General (Pilot) Luis Roca", "Chief of Staff", None, id="His Excellency in letters"),
        pytest.param("DEFENSE MINISTER Luis Roca", "DEFENSE MINISTER", None, id="a field in capitals"),
        pytest.param("Commander NATO Forces Pristina, Brigadier General Luis Roca,", "Commander", "NATO Forces", id="the seat of a body"),
        pytest.param("Dr. Luis Roca (The High Representative)", "High Representative", None, id="in brackets, with an article"),
        pytest.param("the Counselor General from Peru’s Embassy in Ghana, Mr. Luis Roca,", "Counselor General", "Peru’s Embassy in Ghana", id="a counselor general"),
    ],
)  # fmt: skip
def test_offices_at_their_seats(told: str, position: str, organization: str | None) -> None:
    found = people(f"On Monday {told} met Commodore Kofi Adu.")
    assert set(found) == {"Luis Roca", "Kofi Adu"}
    assert (found["Luis Roca"].position, found["Luis Roca"].organization) == (position, organization)


@pytest.mark.parametrize(
    "line",
    [
        "SENIOR OFFICIAL: Yeah, thank you. That is what we think.",
        "THE PRESIDENT: Jane, please stand up.",
        "VICE PRESIDENT: Oh, there you are.",
        "The company of General Atomics built it.",
    ],
)
def test_what_is_said_behind_a_label_is_no_name(line: str) -> None:
    assert people(line) == {}


def test_a_name_behind_a_label_is_one() -> None:
    assert set(people("MINISTER OF DEFENCE: Ana Popa\n\nCHIEF OF STAFF: General Rui Melo")) == {"Ana Popa", "Rui Melo"}


def test_the_headline_of_a_call_on_somebody_names_both() -> None:
    found = read("She stayed for an hour.", title="Farewell Call of a Deputy Foreign Minister of Peru, Rosa Vega, on Foreign Secretary Adu")
    assert "Deputy Foreign Minister of Peru, Rosa Vega, on" not in {person.position for person in found.people}
    assert all(" on " not in (person.position or "") for person in found.people)


@pytest.mark.parametrize(
    ("noun", "kind", "mode"),
    [("video call", "call", "video"), ("call", "call", "phone"), ("video talks", "call", "video"), ("meeting", "meeting", "in_person")],
)
def test_a_call_between_two_was_no_meeting_in_one_room(noun: str, kind: str, mode: str) -> None:
    line = f"LISBON, May 14 – The {noun} between Portuguese Minister Ana Popa and Spanish Minister Rosa Vega on 13 May was useful."
    assert [(each.kind, each.mode) for each in read(line).meetings] == [(kind, mode)]


def test_a_letter_of_a_name_opens_no_quotation() -> None:
    line = "His Majesty Sultan Omar ‘Ali Sa’ad, Sultan of Brunei, received Admiral Luis Roca of Peru on 13 May."
    assert [set(each.people) for each in read(line + "\n\nThey spoke of the Ministers’ Meeting.").meetings] == [
        {"Omar ‘Ali Sa’ad", "Luis Roca"}
    ]


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        pytest.param("On behalf of the Minister of Defence, the Deputy Minister", ("Ana Popa", "Rosa Vega"), id="who stands in"),
        pytest.param("On behalf of the Chief of Defence, Vice Admiral", ("Rosa Vega",), id="near miss: for whom somebody stands in"),
    ],
)
def test_whoever_stands_in_takes_part(lead: str, who: tuple[str, ...]) -> None:
    found = told(f"{lead} Ana Popa met with Spanish Minister Rosa Vega today.")
    assert ("Ana Popa" in {name for each in found for name in each[5]}) is ("Ana Popa" in who)


def test_those_who_will_chair_the_talks_named_before_chair_those() -> None:
    line = (
        "Portugal and Spain will hold the 15th Defence Consultative Talks in June in Madrid. "
        "Deputy Chief of Staff Rui Melo will co-chair the talks with Spanish Under Secretary of Defence Rosa Vega."
    )
    assert [(each[2], each[5]) for each in told(line)] == [("15th Defence Consultative Talks", ("Rui Melo", "Rosa Vega"))]


def test_a_calendar_tells_what_is_to_come() -> None:
    (found,) = read(
        "LISBON, May 14 – Some visits are due.\n\nDEFENCE MINISTER Ana Popa to meet with Spanish Ambassador Rosa Vega at 10 a.m."
    ).meetings
    assert (found.state, found.people) == ("planned", ("Ana Popa", "Rosa Vega"))


def test_a_writer_behind_the_day_is_told_without_the_label() -> None:
    assert cleaned(f"Commander visits the Harbour\n\n2024-01-25 By: Kenya Defence Forces\n\n{TEXT}").publisher == "Kenya Defence Forces"


def test_a_sentence_behind_a_dateline_is_no_headline() -> None:
    found = cleaned(f"LISBON, May 4 – The following visits are due this week.\n\n{TEXT}")
    assert found.title is None


# ---- days, sites and datelines ----


@pytest.mark.parametrize(
    ("told", "names"),
    [
        pytest.param("Ambassador Luis Roca May 22 in Lima", {"Luis Roca"}, id="a month and its day"),
        pytest.param("Ambassador Luis Roca March 3", {"Luis Roca"}, id="another"),
        pytest.param("Prime Minister Rosa May on 22 June", {"Rosa May"}, id="near miss: a family name"),
    ],
)
def test_a_month_before_a_number_is_no_name(told: str, names: set[str]) -> None:
    found = people(f"General Kofi Adu of Ghana met {told}.")
    assert set(found) - {"Kofi Adu"} == names


def test_a_camp_is_nobody() -> None:
    found = people("General Kofi Adu was briefed by the Officer Commanding Larkrock Camp, Major Luis Roca.")
    assert {name: each.position for name, each in found.items()} == {"Kofi Adu": None, "Luis Roca": "Officer Commanding Larkrock Camp"}


@pytest.mark.parametrize(
    ("line", "place"),
    [
        pytest.param("The ministers of defence of Peru and Chile, Ana Popa and Luis Roca, met on Monday.", None, id="of two other states"),
        pytest.param("Portuguese Minister Ana Popa met Chilean Minister Luis Roca on Monday.", "Lisbon", id="near miss: of the state"),
        pytest.param("The ministers of defence of Peru and Chile, Ana Popa and Luis Roca, met here on Monday.", "Lisbon", id="near miss: here"),
        pytest.param("Portuguese Minister Ana Popa will meet Chilean Minister Luis Roca on 20 May.", None, id="to come"),
    ],
)  # fmt: skip
def test_a_dateline_is_where_it_was_written(line: str, place: str | None) -> None:
    assert [each[3] for each in told(line)] == [place]


def test_what_somebody_also_joined_is_not_the_name_of_talks() -> None:
    line = "General Rui Melo met Spanish Minister Rosa Vega on 13 May. He came to meet with leaders and join others for the Iberian Forum."
    assert told(line)[0][2] is None


@pytest.mark.parametrize("noun", ["meeting", "discussion", "talks"])
def test_whose_discussion_it_was(noun: str) -> None:
    (found,) = told(f"Defence Minister Ana Popa’s {noun} with Spanish Minister Rosa Vega dealt with training.")
    assert found[5] == ("Ana Popa", "Rosa Vega")


def test_a_stay_for_a_visit_is_one() -> None:
    assert [each[1:2] + each[4:] for each in told("General Rui Melo is in Spain for a three-day visit.")] == [
        ("visit", "ES", ("Rui Melo",))
    ]


def test_letters_that_two_states_share() -> None:
    found = read("The Minister of Defence of Kazakhstan met Colonel Ali Bek of Uzbekistan. The RoK Minister spoke of training.")
    assert "KR" not in found.countries
    assert "KR" in read("The RoK Minister met Colonel Ali Bek of Kazakhstan. South Korea trains there.").countries


# ---- agencies that write of others ----


@pytest.mark.parametrize(
    ("told", "position"),
    [
        pytest.param("The Portuguese minister met his colleague General Luis Roca, Portuguese defence ministry spokesman said Tuesday.", None, id="who says it"),
        pytest.param("Minister Ana Popa met General Luis Roca of Spain, a senior official told reporters.", None, id="an official who tells it"),
        pytest.param("General Luis Roca, a ministry spokesman said on Tuesday.", "ministry spokesman", id="near miss: the subject of the sentence"),
    ],
)  # fmt: skip
def test_who_says_it_is_not_the_one_named_before(told: str, position: str | None) -> None:
    found = people("LISBON, May 14 – The conference of commanders ended today.\n\n" + told)["Luis Roca"]
    assert (found.position or "").removeprefix("a ") in {position or "", "minister"}


def test_a_counterpart_of_a_visitor_is_of_the_state_gone_to() -> None:
    body = (
        "Thailand’s Defence Minister Somchai Wong would visit Cambodia at the invitation of his counterpart Luis Roca, Thai spokesman said."
    )
    record = pipeline.read(Release(title=None, body="BEIJING, May 14 (Xinhua) -- " + body, publisher="Xinhua", published="2024-05-15"))
    assert {person.name: person.country for person in record.people}["Luis Roca"] == "KH"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        pytest.param("paid a visit to Portugal and received by Prime Minister Rui Melo.", {"Rosa Vega", "Rui Melo"}, id="received by, without a verb"),
        pytest.param("attended an official lunch, hosted by Prime Minister Rui Melo.", {"Rosa Vega", "Rui Melo"}, id="a lunch hosted by"),
    ],
)  # fmt: skip
def test_the_one_behind_by_was_the_host(line: str, who: set[str]) -> None:
    (found,) = read(f"LISBON, May 14 – Spanish Defence Minister Rosa Vega {line}").meetings
    assert (found.host, set(found.people)) == ("PT", who)


def test_advice_that_is_received_is_no_meeting() -> None:
    assert told("General Luis Roca of Spain received advice from Prime Minister Rui Melo.") == []


def test_a_courtesy_may_be_a_given_name() -> None:
    assert {name: each.honorific for name, each in people("Minister Ng Eng Hen met Eng. Luis Roca.").items()} == {
        "Ng Eng Hen": None,
        "Luis Roca": "Eng.",
    }


def test_a_town_lies_where_its_dateline_says() -> None:
    body = "PORT ROYAL, Jamaica – Minister Ana Popa of Jamaica met U.S. Ambassador Luis Roca in Port Royal."
    (found,) = read(body).meetings
    assert (found.place, found.country) == ("Port Royal", "JM")


def test_two_states_may_stand_in_a_name_without_a_sign() -> None:
    line = "The 7th Session of the Chilean Peru Standing Commission on Works opened in Victoria Falls on 13 May."
    (found,) = read(line).meetings
    assert set(found.countries) == {"CL", "PE"}


# ---- around the text ----


@pytest.mark.parametrize("line", ["Skip Ribbon Commands", "📰 Get Latest News Updates", "Supervisor Elena Ruiz", "Join our Telegram group"])
def test_furniture_above_a_headline_publishes_nothing(line: str) -> None:
    assert cleaned(f"{line}\n\nCommander visits the Harbour\n\n25 January 2024\n\n{TEXT}").publisher is None


def test_a_journalist_with_an_address_is_the_author_and_no_subtitle() -> None:
    page = f"Commander visits the Harbour\n\nAna Ruiz Senior Multimedia Journalist ana@harbour.example | @anaruiz\nMarch 22, 2022 8:47 am\n\n{TEXT}"
    assert (cleaned(page).authors, cleaned(page).subtitle) == (("Ana Ruiz",), None)


def test_the_day_before_a_headline_is_no_part_of_it() -> None:
    found = cleaned(f"31.01.19 Deputy Chief calls on the Minister\n\n{TEXT}")
    assert (found.title, found.published) == ("Deputy Chief calls on the Minister", "2019-01-31")


def test_where_an_attache_is_to_serve_is_not_where_it_was() -> None:
    line = "Defence Minister Ana Popa met Luis Roca, Ambassador of Peru to Portugal, on 13 May."
    (found,) = read(line, title="Portugal to appoint military attaché in Peru").meetings
    assert found.country == "PT"
