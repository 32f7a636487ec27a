"""How commands, missions and state bodies word their own pages: made-up lines, near misses beside hits."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Dropped, Person, Record, Release


def read(body: str, title: str | None = None, published: str | None = "2024-05-03", publisher: str | None = None) -> Record:
    return pipeline.read(Release(title=title, body=body, published=published, publisher=publisher))


def named(record: Record, name: str) -> Person:
    return next(person for person in record.people if person.name == name)


# ---- words that two states share ----


@pytest.mark.parametrize(
    ("title", "body", "code"),
    [
        ("Talks in the Republic of the Congo", "The Chief of Staff of the Congolese Navy, Captain Albert Moukala, spoke.", "CG"),
        ("Talks", "In Pointe-Noire, the Chief of Staff of the Congolese Navy, Captain Albert Moukala, spoke.", "CG"),
        ("Talks", "In Goma, the Chief of Staff of the Congolese Navy, Captain Albert Moukala, spoke.", "CD"),
        ("Talks", "In Brazzaville and in Goma, the Chief of Staff of the Congolese Navy, Captain Albert Moukala, spoke.", "CD"),
        ("Talks", "The Chief of Staff of the Congolese Navy, Captain Albert Moukala, spoke.", "CD"),
    ],
)
def test_a_shared_word_is_the_same_state_for_all_rules(title: str, body: str, code: str) -> None:
    record = read(body, title)
    assert record.countries == (code,)
    assert named(record, "Albert Moukala").country == code
    assert [each.country for each in record.organizations] == [code]


# ---- ranks ----


@pytest.mark.parametrize(
    ("line", "name", "rank"),
    [
        ("Lt/Gen. Ada Kollie spoke.", "Ada Kollie", "Lieutenant General"),
        ("Maj/Gen Ada Kollie spoke.", "Ada Kollie", "Major General"),
        ("Lt./Col. Ada Kollie spoke.", "Ada Kollie", "Lieutenant Colonel"),
        ("Gen. / Minister Ada Kollie spoke.", "Ada Kollie", None),
    ],
)
def test_a_stroke_joins_the_parts_of_a_rank(line: str, name: str, rank: str | None) -> None:
    assert named(read(line), name).rank == rank


# ---- letters of bodies ----

COUNCIL = "The Secretary of the National Ports and Dunes Council of Peru, Ana Ruiz, met the Danish delegation. "


@pytest.mark.parametrize(
    ("line", "name", "position", "organization"),
    [
        ("Head of the Office of the NPDC Ola Kravetz took part.", "Ola Kravetz", "Head", "Office of the NPDC"),
        (
            "The Deputy Secretary of the NPDC of Peru, Colonel Luis Soto, took part.",
            "Luis Soto",
            "Deputy Secretary",
            "National Ports and Dunes Council of Peru",
        ),
        ("The Deputy Secretary of the XQZV, Colonel Luis Soto, took part.", "Luis Soto", "Deputy Secretary of the XQZV", None),
    ],
)
def test_letters_that_the_initials_of_a_body_spell_are_its_own(line: str, name: str, position: str, organization: str) -> None:
    person = named(read(COUNCIL + line), name)
    assert (person.position, person.organization) == (position, organization)


@pytest.mark.parametrize(
    ("body", "aliases"),
    [
        (COUNCIL + "The NPDC agreed.", ["NPDC"]),
        (COUNCIL + "The NDC agreed.", []),
        ("The US Salt Department paid 12,000 USD.", []),
    ],
)
def test_only_the_whole_initials_count(body: str, aliases: list[str]) -> None:
    assert [alias for each in read(body).organizations for alias in each.aliases if alias.isupper()] == aliases


def test_a_rank_ends_the_name_of_a_body() -> None:
    record = read("She met Chief of the Joint Staff of the Honduran Armed Forces Rear Adm. Oscar Mejia.")
    assert [each.name for each in record.organizations] == ["Joint Staff of the Honduran Armed Forces"]
    assert [each.name for each in read("The Rear Area Command of Peru trained.").organizations] == ["Rear Area Command of Peru"]


# ---- who serves in an organization of states ----


@pytest.mark.parametrize(
    ("line", "name", "country"),
    [
        ("The UNMISS Force Commander, General Mohan Rao of India, met the press.", "Mohan Rao", "INT"),
        ("General Kofi Adu handed over the command of UNDOF to Major General Hari Thapa of Nepal.", "Hari Thapa", "NP"),
        ("The Chief of the Defence Staff, General Kofi Adu of Ghana, visited UNDOF.", "Kofi Adu", "GH"),
        ("The Commander of the Nepali contingent in UNDOF, Colonel Hari Thapa of Nepal, spoke.", "Hari Thapa", "NP"),
        ("At UNDOF she met the Head of the Liaison Unit, Colonel Ole Berg of the Norwegian Army.", "Ole Berg", "NO"),
    ],
)
def test_whose_uniform_an_officer_of_an_organization_wears_does_not_count(line: str, name: str, country: str) -> None:
    assert named(read(line), name).country == country


def test_a_force_commander_serves_in_the_mission_that_publishes_in_full() -> None:
    record = read("UNDOF said that Force Commander General Kofi Adu met NATO.", publisher="United Nations Disengagement Observer Force")
    assert named(record, "Kofi Adu").organization == "UNDOF"


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Minister Luis Soto received today the UNFICYP Force Commander, General Bo Rao, accompanied by Senior Adviser Clara Vial.", "INT"),
        ("Minister Luis Soto received the envoy of Peru, then the Chilean Minister Bo Rey, accompanied by Director Clara Vial.", "CL"),
        ("Minister Luis Soto was received by the Chilean Minister Bo Rey, accompanied by Director Clara Vial.", "RO"),
        ("Minister Luis Soto, accompanied by Director Clara Vial, received the Chilean Minister Bo Rey.", "RO"),
    ],
)
def test_whoever_accompanies_a_guest_is_of_the_guests_side(line: str, country: str) -> None:
    assert named(read(line, publisher="Romanian Ministry of Ports"), "Clara Vial").country == country


@pytest.mark.parametrize(
    ("line", "countries"),
    [
        ("Minister Luis Soto hosted in Lima EUTM Mali Commander General Ola Berg.", ("PE",)),
        ("Minister Luis Soto hosted in Lima Mali Commander General Ola Berg.", ("ML", "PE")),
    ],
)
def test_the_seat_of_a_mission_is_no_side(line: str, countries: tuple[str, ...]) -> None:
    assert read(line, publisher="Peruvian Ministry of Ports").meetings[0].countries == countries


@pytest.mark.parametrize(
    ("behind", "people"),
    [
        ("The ceremony was presided over by the Chief of Staff of UNTSO, General Ole Berg.", {"Kofi Adu", "Hari Thapa", "Ole Berg"}),
        ("On Friday Minister Ana Popa of Peru and Minister Luis Roca of Chile held a wreath ceremony.", {"Ana Popa", "Luis Roca"}),
    ],
)
def test_the_ceremony_told_behind_a_change_of_command_is_of_those_two(behind: str, people: set[str]) -> None:
    record = read(f"The Force Commander of UNDOF, General Kofi Adu, handed over the command of UNDOF to General Hari Thapa. {behind}")
    assert set(record.meetings[0].people) == people


# ---- who met whom, one after the other ----

TALKS = "On 27 April, General Luis Soto of Peru and the Peruvian Ambassador Ana Vial met in Oslo with the Norwegian Minister Ola Berg. "
CALL = "On Friday General Ousmane Bah of Senegal paid a courtesy call on Vice President Ada Sey of The Gambia in Banjul. "
ATTENDED = CALL + "The meeting was attended by the Gambian Minister of Defence, General Lamin Coly. "


def people(record: Record) -> list[set[str]]:
    return [set(each.people) for each in record.meetings if each.status == "primary"]


def test_he_is_the_first_of_two_who_acted() -> None:
    record = read(TALKS + "The same day, he exchanged views in Bergen with the Norwegian Chief of Defence, Admiral Tor Lind.")
    assert people(record)[-1] == {"Luis Soto", "Tor Lind"}


@pytest.mark.parametrize(
    ("who", "host"), [("His Excellency", "Salman Harbi"), ("He", "Khamis Balushi")], ids=["the one who receives", "near miss: he"]
)
def test_his_excellency_is_not_who_only_attended(who: str, host: str) -> None:
    record = read(
        "His Excellency Dr. Salman Harbi, Minister of Defence of Oman, received in Muscat the Chilean Minister, Ana Popa. The meeting was "
        f"attended by His Excellency General Khamis Balushi of Oman. {who} also received the Ambassador of Romania, Mr. Radu Pop."
    )
    assert host in people(record)[-1]


@pytest.mark.parametrize(
    ("line", "meetings"),
    [
        ("Earlier same day, General Bah had a closed-door session at Fajara Barracks with General Coly.", 2),
        ("Later, General Bah held talks with General Coly at Fajara Barracks.", 2),
        ("At the meeting, General Bah held talks with General Coly.", 1),
    ],
)
def test_two_of_a_larger_meeting_meet_again_elsewhere(line: str, meetings: int) -> None:
    assert len(people(read(ATTENDED + line))) == meetings


def test_the_chief_executive_of_an_agency_of_states_acts_for_it() -> None:
    record = read(
        "On 30 April Minister Ana Popa of Romania had a meeting with the Chief Executive of the European Defence Agency, Ole Berg, "
        "on shells, then with the Deputy Secretary General of NATO, Rosa Vial."
    )
    assert [each.organizations for each in record.meetings] == [("European Defence Agency",), ("NATO",)]
    assert all(each.countries == ("RO",) for each in record.meetings)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Minister Ana Popa of Romania met the Chilean Minister, Juan Rey, to speak of the preparation of the Ports Summit in July.", None),
        ("Minister Ana Popa of Romania met the Chilean Minister, Juan Rey, on the preparation of the Ports Summit in Lima in July.", None),
        ("Minister Ana Popa of Romania met the Chilean Minister, Juan Rey, in Lima on 2 May.", "2024-05-02"),
    ],
)
def test_the_day_of_what_is_prepared_is_not_that_of_the_talks(line: str, date: str | None) -> None:
    assert read(line).meetings[0].date == date


VISIT = "From 2 to 4 May 2024 General Leo Wurz of the Austrian Army pays an official visit to Switzerland. "


@pytest.mark.parametrize(
    ("line", "people_met"),
    [
        ("He will be received by Lieutenant General Rea Zwahl of the Swiss Army.", [{"Leo Wurz", "Rea Zwahl"}]),
        ("He will travel to Oslo next month to meet General Tor Lind of the Norwegian Army.", [{"Leo Wurz"}]),
    ],
)
def test_what_is_to_come_on_a_visit_under_way_is_reported(line: str, people_met: list[set[str]]) -> None:
    assert people(read(VISIT + line)) == people_met


def test_a_visit_on_which_two_will_exchange_views_is_a_meeting() -> None:
    line = "He will be received by General Rea Zwahl of the Swiss Army. General Wurz and General Zwahl will exchange views on training."
    assert read(VISIT + line).meetings[0].kind == "meeting"


@pytest.mark.parametrize(
    ("words", "present"), [("at the meetings", [False, True, True]), ("throughout the visit", [True, True, True])], ids=["talks", "all"]
)
def test_who_was_at_the_meetings_was_not_at_the_conference(words: str, present: list[bool]) -> None:
    record = read(
        "Defence Minister Ivo Horvat of Croatia takes part in the meeting of NATO Defence Ministers in Brussels on 2 and 3 May. "
        "On the margins of the first day, he held bilateral meetings with the Minister of Defence of Norway, Marit Berg, "
        f"and the Minister of Defence of Bulgaria, Petar Petrov. "
        f"Minister Horvat was accompanied {words} by Admiral Frane Babic of the Croatian Navy."
    )
    assert ["Frane Babic" in each.people for each in record.meetings] == present


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("On 2 May Minister Ana Popa of Peru and Colonel Luis Roca of Chile signed a Memorandum in Military Education.", None),
        ("On 2 May Minister Ana Popa of Peru and Colonel Luis Roca of Chile signed a Memorandum in Haapsarv.", "Haapsarv"),
    ],
)
def test_the_field_of_a_paper_is_no_place(line: str, place: str | None) -> None:
    assert read(line).meetings[0].place == place


@pytest.mark.parametrize(
    ("line", "sides"),
    [
        ("The Peruvian Navy’s training ship Larch wrapped up its four-day friendly visit to Indonesia on Friday.", ("ID", "PE")),
        ("The Peruvian ministry wrapped up its annual review of the visit to Indonesia.", None),
    ],
)
def test_a_ship_ends_its_visit(line: str, sides: tuple[str, ...] | None) -> None:
    record = read(line)
    assert [each.countries for each in record.meetings] == ([sides] if sides else [])


def test_the_state_in_its_own_language_tells_whose_page_it_is() -> None:
    masthead = Dropped("REPÚBLICA DEMOCRÁTICA DE TIMOR-LESTE", "masthead")
    body = "The Minister of Defence, Commodore Rui Belo, met the Ambassador of Korea, Mr. Song Ho."
    record = pipeline.read(Release(title=None, body=body, published="2024-05-03", dropped=(masthead,)))
    assert named(record, "Rui Belo").country == "TL"


# ---- bodies and words ----


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Cadets train at Major General Tesfa Bekele Military Academy.", ["Major General Tesfa Bekele Military Academy"]),
        ("She spoke at King Faisal Air College.", ["King Faisal Air College"]),
        ("He met the Director of the Academy, General Tesfa Bekele, and the Military Academy of Peru.", ["Military Academy of Peru"]),
        ("The Minister of the Armed Forces of the Republic of Senegal spoke.", []),
        ("The Armed Forces of the Republic of Senegal sent a team.", ["Armed Forces of the Republic of Senegal"]),
        ("He was received at the Head Office of the Ministry of Ports.", ["Ministry of Ports"]),
        ("State House, Lima - General Bo Rey of Chile spoke.", []),
        ("State House hosted General Bo Rey of Chile.", ["State House"]),
    ],
)
def test_where_a_body_begins_and_what_is_none(body: str, names: list[str]) -> None:
    assert [each.name for each in read(body).organizations] == names


def test_a_verb_of_a_headline_ends_the_name_of_a_body() -> None:
    record = read("General Bo Rey spoke.", "General Staff of the Chilean Armed Forces Pays Courtesy Call on President Popa")
    assert [each.name for each in record.organizations] == ["General Staff of the Chilean Armed Forces"]


@pytest.mark.parametrize("said", ["she sustained", "intimated the Special Representative", "was pleased to say Ms. Popa"])
def test_words_of_saying_in_translation(said: str) -> None:
    record = read(f"The Special Representative of the President, Ms. Ana Popa, spoke. “We train as one crew every year”, {said}.")
    assert [each.speaker for each in record.quotes] == ["Ana Popa"]


def test_a_representative_of_another_kind_is_not_the_special_one() -> None:
    record = read(
        "The Special Representative of the President, Ms. Ana Popa, spoke. “We train as one crew”, said the union representative."
    )
    assert record.quotes == ()


# ---- who leads a delegation ----

ROUND = "The 4th Peruvian-Italian Staff Talks were held in Lima between the navies of Peru and Italy on 2 May. "


@pytest.mark.parametrize(
    ("line", "people_met"),
    [
        ("The Leader of the Italian delegation, Rear Admiral Gino Sorano, thanked the hosts.", {"Gino Sorano"}),
        ("The Chief of the Peruvian Navy, Admiral Ana Vega, represented by Captain Rea Paz, said that it was good.", {"Rea Paz"}),
    ],
)
def test_the_head_of_a_delegation_was_at_its_talks(line: str, people_met: set[str]) -> None:
    assert set(read(ROUND + line).meetings[0].people) == people_met


def test_the_delegation_stands_for_its_head() -> None:
    line = (
        "The Leader of the Italian delegation, Admiral Gino Sorano, thanked the hosts. The delegation also called on the Peruvian Minister "
    )
    assert people(read(f"{ROUND}{line}Ana Vega on 3 May."))[-1] == {"Gino Sorano", "Ana Vega"}


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("Admiral Vega said that “no coast is too small for these networks of theirs. We shall come back with a ship.”", True),
        ("Admiral Vega said that “no coast is too small for these networks of theirs.”", False),
    ],
)
def test_words_behind_that_are_a_quotation_where_a_sentence_follows(line: str, quoted: bool) -> None:
    record = read(f"Admiral Juan Vega of Chile came. {line}")
    assert [each.speaker for each in record.quotes] == (["Juan Vega"] if quoted else [])


def test_a_workplan_is_a_document() -> None:
    record = read("On 2 May General Ana Ruiz of Peru met General Bo Lind of Norway, and the two signed the 2025 Bilateral Workplan.")
    assert [(each.action, each.title) for each in record.agreements] == [("signed", "2025 Bilateral Workplan")]
    assert read("On 2 May General Ana Ruiz of Peru showed General Bo Lind of Norway the workplan of the yard.").agreements == ()
