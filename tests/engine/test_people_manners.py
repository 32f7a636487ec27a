"""How ministries the world over print their officials: one made-up line each, near misses beside hits."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Dropped, Person, Release


def read(
    body: str,
    *,
    publisher: str | None = None,
    subtitle: str | None = None,
    dateline: str | None = None,
    dropped: tuple[Dropped, ...] = (),
) -> dict[str, Person]:
    release = Release(title=None, body=body, subtitle=subtitle, publisher=publisher, dateline=dateline, dropped=dropped)
    both = passages.of(release)
    return {person.name: person for person in people.find(both, release, organizations.find(both, release))}


def case(prose: str, body: str, name: str, *, publisher: str | None = None, **fields: Any) -> Any:
    return pytest.param(body, name, publisher, fields, id=prose)


# fmt: off
NAMES = [
    case("a Samoan title", "Prime Minister Afioga Leota Sapolu spoke.", "Leota Sapolu", honorific="Afioga"),
    case("a Khmer title", "The Minister of Defence, Samdech Kong Sarath, spoke.", "Kong Sarath", honorific="Samdech"),
    case("a Malay title of two words", "The Ambassador, Dato’ Wira Zaini bin Mohd Ali, spoke.", "Zaini bin Mohd Ali"),
    case("a title that is also a given name", "Deputy Secretary Don Reed spoke.", "Don Reed", honorific=None),
    case("two initials without stops, behind an office", "Prime Minister KP Sharma Oli spoke.", "KP Sharma Oli", organization=None),
    case(
        "an office held for a time, in brackets", "Commissioner of Police (Ag), Al Poe, spoke.",
        "Al Poe", position="Commissioner of Police", acting=True,
    ),
    case(
        "a courtesy right behind a field", "Minister of Defence Sheikh Hamad bin Isa spoke.",
        "Hamad bin Isa", position="Minister of Defence",
    ),
    case(
        "a given name behind an office in a body", "Director General of the Office of the Minister of Defense Hamad bin Isa spoke.",
        "Hamad bin Isa", organization="Office of the Minister of Defense",
    ),
    case(
        "a given name that is a title", "Prince Sultan bin Fahd, Ambassador to Oman, spoke.",
        "Sultan bin Fahd", position="Ambassador to Oman",
    ),
    case("a given name that is a town", "Princess Haifa bint Fahd, Ambassador to Oman, spoke.", "Haifa bint Fahd"),
    case(
        "the name of an operation", "General Al Poe, the Commander of EUFOR Operation Althea, spoke.",
        "Al Poe", position="Commander", organization="EUFOR Operation Althea",
    ),
    case(
        "a region before a name", "The Governor of Central Upper Nile, Al Poe, spoke.",
        "Al Poe", position="Governor of Central Upper Nile",
    ),
    case("a Kalenjin particle", "Colonel Kip Cherono arap Sang spoke.", "Kip Cherono arap Sang"),
    case("Irish particles", "Captain Seán Mac an Iomaire spoke.", "Seán Mac an Iomaire"),
    case("a soldier without a grade", "We remember Private Seán Rea, who fell there.", "Seán Rea", rank="Private"),
    case("a sector that is private", "General Ada Reed thanked the Private Sector Alliance.", "Ada Reed", rank="General"),
    case(
        "a general officer commanding", "The General Officer Commanding 1 Brigade, Brigadier General Al Poe, spoke.",
        "Al Poe", position="General Officer Commanding", organization="1 Brigade",
    ),
    case(
        "a defence attaché in two letters", "The Dean of the Association and DA of the Republic of Peru, Col Ana Vera, spoke.",
        "Ana Vera", position="Dean", country="PE",
    ),
    case("an Arabic surname in small letters", "Commodore Saif bin Nasser al-Harthy spoke.", "Saif bin Nasser al-Harthy", rank="Commodore"),
    case("a patronymic at the end", "Lt Gen Karim Tofig oglu spoke.", "Karim Tofig oglu"),
    case("particles of the Brunei court", "General Haji Omar ibni Salleh spoke.", "Omar ibni Salleh"),
    case("a French particle", "General Luc Bellot des Prés spoke.", "Luc Bellot des Prés"),
    case("an initial that is also a pronoun", "Rear Admiral I. Bello spoke.", "I. Bello", rank="Rear Admiral"),
    case(
        "a given name that is short for a rank", "Mr. NAKADA Gen, Minister of Defense, spoke.",
        "NAKADA Gen", position="Minister of Defense",
    ),
    case("a Sheikh who is always called so", "Prime Minister Sheikh Halima spoke.", "Sheikh Halima", honorific=None),
    case("spaced letters of courtesy", "Minister of Defence H E Pedro Sanz Luna spoke.", "Pedro Sanz Luna", honorific="H E"),
    case(
        "the class of a decoration", "General Tariq Awan, HI(M), Chief of Army Staff, spoke.",
        "Tariq Awan", position="Chief of Army Staff",
    ),
    case(
        "a class after a blank", "General Asif Awan, NI (M) (HJ), Chief of Army Staff, spoke.",
        "Asif Awan", position="Chief of Army Staff",
    ),
    case("an armed force between rank and name", "Major General TNI Agus Wibawa, M.Sc., spoke.", "Agus Wibawa", rank="Major General"),
    case("a corps between rank and name", "Colonel Laut (P) Hendra Wijaya spoke.", "Hendra Wijaya", rank="Colonel"),
    case("an Arab pilot", "Brigadier Pilot Rashid Al Kaabi spoke.", "Rashid Al Kaabi", rank="Brigadier"),
]

RANKS = [
    case("a staff is no rank", "Chairman of the Joint Chiefs of Staff Maj. Gen. Yousef Hadid spoke.", "Yousef Hadid", rank="Major General"),
    case(
        "a staff rank behind forces",
        "Chief of Staff of the Omani Armed Forces Staff Lieutenant General Salem Al Nabi spoke.",
        "Salem Al Nabi", rank="Staff Lieutenant General",
    ),
    case("both halves of a rank cut short", "Col. Maj. Nadia Ouadi spoke.", "Nadia Ouadi", rank="Colonel-Major"),
    case("a rank in apposition", "“It will,” said Peter Mondale, a colonel of the Norwegian Army.", "Peter Mondale", rank="Colonel"),
    case(
        "a surname with the first word of the rank",
        "Major General Mokhtar Bola Chaalan spoke. Maj. Chaalan agreed.",
        "Mokhtar Bola Chaalan", aliases=("Chaalan",),
    ),
    case(
        "a commander by office is the general of before",
        "Major General Franco Fedel came. Commander Fedel thanked them.",
        "Franco Fedel", rank="Major General", aliases=("Fedel",),
    ),
]

OFFICES = [
    case(
        "an office in a relative clause",
        "Andrew Cole, who has been the British Ambassador in Muscat since 2021, spoke.",
        "Andrew Cole", position="Ambassador in Muscat", country="GB",
    ),
    case("an office since an oath", "Rear Adm. Ann Gorm took her oath as the first woman to be Chief of Naval Staff.", "Ann Gorm",
         position="Chief of Naval Staff"),
    case(
        "a membership gives way",
        "General Phan Van Long, Politburo member, Secretary of the Military Commission, Minister of National Defence, spoke.",
        "Phan Van Long", position="Minister of National Defence",
    ),
    case(
        "a membership joined to an office",
        "General Dang Quoc Long, member of the Party Central Committee and Deputy Minister of National Defence, spoke.",
        "Dang Quoc Long", position="Deputy Minister of National Defence", organization=None,
    ),
    case("letters of a field of work", "R&T Director Jens Mattson spoke.", "Jens Mattson", position="R&T Director"),
    case(
        "a body in small letters",
        "The inspector of the Moroccan military health service, Colonel Nadia Ouadi, spoke.",
        "Nadia Ouadi", position="inspector", organization="Moroccan military health service", country="MA",
    ),
    case(
        "an acronym that begins with a state",
        "Commander of the United States Indo-Pacific Command (US INDOPAC) Admiral John Quill spoke.",
        "John Quill", position="Commander", country="US",
    ),
    case(
        "an acronym that says what the words mean",
        "General Ali Fedel, the Commander of the peacekeeping forces in Kosovo (KFOR), spoke.",
        "Ali Fedel", position="Commander", organization="KFOR", country="INT",
    ),
    case(
        "a service between office and rank",
        "The Commander of U.S. Southern Command, U.S. Army Gen. Laura Reach, spoke.",
        "Laura Reach", position="Commander", organization="U.S. Southern Command", country="US",
    ),
    case("a body before a rank at once", "Commander, US Indo-Pacific Command ADM Sam Quill spoke.", "Sam Quill", position="Commander"),
    case("the owner of a general", "They met SHAPE's Lt. Gen. Carlo Batori.", "Carlo Batori", organization="SHAPE", country="INT"),
    case(
        "the adviser of somebody who is named",
        "Major General Tarique Siddiq, Security Adviser to Bangladesh Prime Minister Sheikh Halima, spoke.",
        "Tarique Siddiq", position="Security Adviser", country="BD",
    ),
    case(
        "holders told body by body",
        "The commanders of the Army, General César Valde; of the Navy, Admiral Luis Figar; and of the Air Force, General C. Cate, came.",
        "Luis Figar", position="commander", organization="Navy",
    ),
    case("a police rank that is an office", "The Commissioner of Police, Major General Tony Anders, spoke.", "Tony Anders",
         position="Commissioner of Police", rank="Major General"),
    case("an under officer", "The medal went to Junior Under Officer Bikram Thap.", "Bikram Thap", position="Junior Under Officer"),
    case(
        "somebody’s predecessor", "He replaces Peter Hatim, the previous Ambassador of Slovakia.",
        "Peter Hatim", former=True, country="SK",
    ),
    case("a name that speaks", "Gavin Wilkop and his German counterpart Ulrike Lahn met.", "Gavin Wilkop", position=None),
]

SIDES = [
    case(
        "a state that closes an office", "The Hon. Wayne Mallard, Minister of Defence, New Zealand; spoke.",
        "Wayne Mallard", country="NZ",
    ),
    case("an office for a field", "Deputy Assistant Secretary of Defense for South Asia Laura Jenner spoke.", "Laura Jenner", country="US"),
    case(
        "a secretary of state of Poland", "Secretary of State Cezary Tom spoke.", "Cezary Tom",
        publisher="Ministry of National Defence of Poland", country="PL",
    ),
    case(
        "the guests’ side of a meeting",
        "On the British side, it was attended by the Senior Advisor, Air Marshal Martin Seft.",
        "Martin Seft", publisher="Ministry of Defence of Oman", country="GB",
    ),
    case(
        "the second delegation without its verb",
        "The British delegation was led by Air Commodore Hugh Crosby, and the Georgian delegation by Colonel Zurab Maisur.",
        "Zurab Maisur", publisher="British Embassy Tbilisi", country="GE",
    ),
    case(
        "the host of a delegation is none of it",
        "The Danish delegation were received at the base by Commodore Saif Nasser.",
        "Saif Nasser", publisher="Ministry of Defence of Oman", country="OM",
    ),
    case("members of an organization’s delegation", "The NATO delegation also included John Manz, Deputy Assistant Secretary General.",
         "John Manz", publisher="Ministry of Defence of Montenegro", country="INT"),
    case(
        "names in a row for a state",
        "Captain Sergio Guev took part for Chile, Major Andrés Broch and Ms. Rosa Acosta for Colombia.",
        "Rosa Acosta", publisher="Ministry of Defence of Chile", country="CO",
    ),
    case(
        "a colleague whose office follows",
        "She met her Bulgarian colleague, Minister of Defence Krasimira Dobrev.",
        "Krasimira Dobrev", publisher="Ministry of Defence of Finland", country="BG",
    ),
    case(
        "an ambassador of the publisher’s own",
        "Her Majesty’s Ambassador to Georgia, Rosemary Kettle, spoke.",
        "Rosemary Kettle", publisher="British Embassy Tbilisi", country="GB",
    ),
    case(
        "a second minister of defence",
        "Minister of Defense Anatol Nosat met the envoy of Romania. Minister Nosat recalled his talks in Romania with the Minister of "
        "National Defence, Angel Tilvan. Nosat thanked Romania.",
        "Angel Tilvan", publisher="Ministry of Defense of Moldova", country="RO",
    ),
    case(
        "officials of the state that an organization visits",
        "In talks with the Swedish authorities, Minister of Defence Peter Hult received him, together with State Secretary Jan Lind.",
        "Jan Lind", publisher="European Defence Agency", country="SE",
    ),
    case(
        "the commander of a corps of two states",
        "The Commander of the 7 (Danish/Polish) Corps, Lieutenant General Alf Meyer, spoke.",
        "Alf Meyer", publisher="Ministry of Defence of Denmark", country="INT", organization="7 (Danish/Polish) Corps",
    ),
    case(
        "a guest’s companion",
        "The Minister met Norwegian Minister of Defence Boris Pist, who was accompanied by Colonel Chris Hub.",
        "Chris Hub", publisher="Ministry of Defence of Denmark", country="NO",
    ),
    case("an officer of several states", "NATO’s Deputy Supreme Allied Commander Europe, General James Ever (UK), spoke.", "James Ever",
         country="INT"),
]
# fmt: on


@pytest.mark.parametrize(("body", "name", "publisher", "fields"), [*NAMES, *RANKS, *OFFICES, *SIDES])
def test_an_official_is_read_whole(body: str, name: str, publisher: str | None, fields: dict[str, Any]) -> None:
    found = read(body, publisher=publisher)
    assert name in found
    assert {field: getattr(found[name], field) for field in fields} == fields


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("They boarded the corvette KRI Sultan Hasanuddin.", id="a ship"),
        pytest.param("They trained with the corvette BGS Bodrin (14).", id="a ship whose prefix is like a rank"),
        pytest.param("He visited the Bangabandhu Sheikh Mujib Rahman Memorial Museum.", id="a museum"),
        pytest.param("He spoke of the General Secretariat of the Council.", id="a secretariat"),
    ],
)
def test_what_bears_a_name_is_nobody(body: str) -> None:
    assert read(body) == {}


@pytest.mark.parametrize(
    ("reason", "text", "country"),
    [
        pytest.param("related stories", "Further information: tel. +358 295 555 010", "FI", id="a calling code"),
        pytest.param("page foot", "Ministry of Defence, 8 Harbour Street, Helsinki", "FI", id="the city of an office in the page’s foot"),
        pytest.param("kicker or section", "Cairo - MENA", "EG", id="a news agency in its own city"),
        pytest.param("page foot", "See https://www.dvidshub.net/about", "US", id="a host whose ending tells no state"),
        pytest.param("related stories", "Minister to visit the Ministry of Defence of Peru", None, id="another story"),
    ],
)
def test_the_page_tells_whose_official_it_is(reason: str, text: str, country: str | None) -> None:
    found = read("Colonel Outi Saarin spoke.", dropped=(Dropped(text, reason),))
    assert found["Outi Saarin"].country == country


def test_a_destination_is_not_the_publisher() -> None:
    assert read("Chief of Army Staff General Purna Thap left for India on a visit to India. India is near.")["Purna Thap"].country is None


def test_the_summary_tells_the_office_of_a_bare_name() -> None:
    found = read("Gavin Wilkop and his guests saw the ship.", subtitle="Defence Secretary Gavin Wilkop has opened the yard.")[
        "Gavin Wilkop"
    ]
    assert (found.position, dict(found.evidence)["position"].rule) == ("Defence Secretary", "people.summary")


def test_one_of_two_states_holds_an_office_that_the_other_lacks() -> None:
    found = read("The U.S. admiral was received by Deputy Minister of Defence Razak Kadir. Brunei and the U.S. cooperate.")
    assert found["Razak Kadir"].country == "BN"


def test_spellings_of_one_name_are_one_person() -> None:
    found = read("Mohammed bin Ahmed Al Bawardy, Minister of State, spoke. H.E. Mohammed bin Ahmed Al Bowardy thanked them.")
    assert len(found) == 1


@pytest.mark.parametrize("force", ["Defence Force", "Defense Force", "Defence Forces", "Defense Forces"])
def test_the_forces_of_a_chief_are_read_in_either_spelling(force: str) -> None:
    found = read("The Vice Chief of the " + force + " of Kenya, Lieutenant General Peter Mutiso, inspected the school in Nairobi.")
    assert [person.position for person in found.values()] == ["Vice Chief of the " + force]
