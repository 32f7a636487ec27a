"""Officials of two states in one release, of whom little or nothing is marked: made-up passages, near misses beside hits."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Person, Release


def read(body: str, *, publisher: str | None = None, title: str | None = None) -> dict[str, Person]:
    release = Release(title=title, body=body, publisher=publisher)
    both = passages.of(release)
    return {person.name: person for person in people.find(both, release, organizations.find(both, release))}


def case(prose: str, body: str, name: str, *, publisher: str | None = None, **fields: Any) -> Any:
    return pytest.param(body, name, publisher, fields, id=prose)


OFFICIALS = [
    # ---- states in brackets and letters behind a name ----
    case(
        "an adviser with the state in brackets behind the office",
        "Captain Bo Ray, Defence Adviser (Ghana), and Colonel Al Poe, Naval Attaché, (Peru) were present.",
        "Bo Ray", publisher="Sri Lanka Army", country="GH", position="Defence Adviser",
    ),
    case(
        "an attaché with the state in brackets behind a comma",
        "Captain Bo Ray, Defence Adviser (Ghana), and Colonel Al Poe, Naval Attaché, (Peru) were present.",
        "Al Poe", publisher="Sri Lanka Army", country="PE",
    ),
    case(
        "brackets that hold no state",
        "Captain Bo Ray, Director (Plans), was present.", "Bo Ray", publisher="Sri Lanka Army", country="LK",
    ),
    case(
        "an office behind letters that no list holds",
        "He called on General Al Poe WWV RSP VKT ndc MPhil, the Chief of Defence Staff (CDS) at his office.",
        "Al Poe", publisher="Sri Lanka Army", position="Chief of Defence Staff",
    ),
    case(
        "capitals behind a name that are a body",
        "General Al Poe RSP, NATO Commander, came.", "Al Poe", position="Commander", organization="NATO",
    ),
    case(
        "nobody is at home where the gathering is beside which two met",
        "The Minister of Defence, Al Poe, met her Somali counterpart, Bo Ray, on the sidelines of the Forum in Kampala, Uganda.",
        "Al Poe", country=None,
    ),
    case(
        "a host of talks without a gathering is at home there",
        "The Minister of Defence, Al Poe, held talks with her Somali counterpart, Bo Ray, in Kampala, Uganda.",
        "Al Poe", country="UG",
    ),
    # ---- offices ----
    case(
        "a chargé whose title is set with blanks",
        "Charge D' Affaires of the US Embassy in Belize, Bo Ray, came.", "Bo Ray", position="Charge D' Affaires", country="US",
    ),
    case(
        "a defence secretary who is a general",
        "He met Defence Secretary General Bo Ray.", "Bo Ray", rank="General", position="Defence Secretary",
    ),
    case(
        "a secretary general of the ministry of defence",
        "He met the Ministry of Defence Secretary General Bo Ray.", "Bo Ray", rank=None, position="Secretary General",
    ),
    case(
        "the head of a navy by another name",
        "They called on the Flag Officer in Command of the Philippine Navy, Vice Admiral Bo Ray.",
        "Bo Ray", position="Flag Officer in Command", organization="Philippine Navy",
    ),
    case(
        "the second of a general staff",
        "He called on the Vice Chief of Staff of the Armed Forces of the Philippines, Lieutenant General Bo Ray.",
        "Bo Ray", position="Vice Chief of Staff", organization="Armed Forces of the Philippines",
    ),
    case(
        "an office in small letters behind the subject",
        "Admiral Bo Ray, the chief of Naval Staff of the Indian Navy yesterday called on President Al Poe.",
        "Bo Ray", publisher="State House, Seychelles", position="chief of Naval Staff", country="IN",
    ),
    case(
        "an office in small letters that begins a clause",
        "After talks with Admiral Bo Ray, the commander of the Indian Navy left.", "Bo Ray", position=None,
    ),
    case(
        "a service with its state between office and rank",
        "The King received Chief of the Defence Force, Australia Army General Bo Ray.",
        "Bo Ray", publisher="Government of Tonga", country="AU",
    ),
    # ---- journeys ----
    case(
        "whom somebody will meet in the country for which he left",
        "Admiral Bo Ray left here today for Peru. There he will meet Navy Chief Admiral Al Poe.",
        "Al Poe", publisher="Bangladesh Navy", country="PE",
    ),
    case(
        "one of a row of those who will be met abroad",
        "Admiral Bo Ray left for Peru. He will meet Peruvian Defence Minister Al Poe, the Army Chief, General Ed Ule, and others.",
        "Ed Ule", publisher="Bangladesh Navy", country="PE",
    ),
    case(
        "what somebody left undone is no journey",
        "Admiral Bo Ray left nothing for Peru to wish. He met Navy Chief Admiral Al Poe.",
        "Al Poe", publisher="Bangladesh Navy", country="BD",
    ),
    # ---- ships, delegates, counterparts ----
    case(
        "who leads the ships of a navy",
        "Rear Admiral Bo Ray led the three warships of the Japanese Training Squadron.",
        "Bo Ray", publisher="Philippine Navy", country="JP",
    ),
    case(
        "the captain of a ship with the prefix of a navy",
        "Captain Bo Ray was the skipper of JS Larkmoor.", "Bo Ray", publisher="Philippine Navy", country="JP",
    ),
    case(
        "who was on a ship of another navy",
        "Captain Bo Ray was shown JS Larkmoor.", "Bo Ray", publisher="Philippine Navy", country="PH",
    ),
    case(
        "delegates of a body",
        "The Peruvian Navy (MGP) came to Manila. MGP delegates headed by Commander Bo Ray rendered honours.",
        "Bo Ray", publisher="Philippine Navy", country="PE",
    ),
    case(
        "one of several counterparts",
        "She spoke with several of her counterparts, including Chile's Tomislav Rojas.",
        "Tomislav Rojas", publisher="Ministry of Defence of Serbia", country="CL",
    ),
    # ---- told in the sentence before, or by whom somebody accompanies ----
    case(
        "a guest whose office the sentence before tells",
        "SINGAPORE - The Chief of the Peruvian Navy is in Singapore for a two-day visit. Vice Admiral Bo Ray called on Minister Al Poe.",
        "Bo Ray", publisher="Ministry of Defence of Singapore", country="PE", position="Chief", organization="Peruvian Navy",
    ),
    case(
        "a host behind a sentence that tells of a guest’s office",
        "The Chief of the Peruvian Navy is in Singapore for a two-day visit. Vice Admiral Bo Ray welcomed him.",
        "Bo Ray", publisher="Ministry of Defence of Singapore", country="SG", position=None,
    ),
    case(
        "an office of the release’s own that somebody else than the next holds",
        "The Chief of Navy is in Lima for a visit. Vice Admiral Bo Ray called on Minister Al Poe.",
        "Bo Ray", publisher="Ministry of Defence of Singapore", position=None,
    ),
    case(
        "companions of an ambassador told by the surname",
        "The Ambassador of Peru, Mr. Al Ruiz, came. During the visit Ambassador Ruiz was accompanied by Deputy Chief of Mission Bo Ray"
        " and Defense Attaché Colonel Ed Ule.",
        "Ed Ule", publisher="Ministry of Defense of Indonesia", country="PE",
    ),
    case(
        "a deputy ambassador",
        "He was accompanied by the Deputy Ambassador of Saudi Arabia Bo Ray.", "Bo Ray", position="Deputy Ambassador", country="SA",
    ),
    case(
        "who leads the delegation of an organization of states",
        "On taking up his duties, Major General Bo Ray came to Juba for three days, leading a UNISFA delegation for talks.",
        "Bo Ray", country="INT",
    ),
    case(
        "who leads the delegation of a state, told behind the journey",
        "Major General Bo Ray came to Oslo for three days, heading a Kenyan delegation.",
        "Bo Ray", publisher="Ministry of Defence of Norway", country="KE",
    ),
    case(
        "a host who is named before a delegation is led",
        "They were met by Colonel Al Poe, and Major General Bo Ray came, leading a Kenyan delegation.",
        "Al Poe", publisher="Ministry of Defence of Norway", country="NO",
    ),
    case(
        "whom somebody of an organization meets where no publisher is known",
        "Major General Bo Ray of UNISFA was in Juba for talks. In Juba, Major General Bo Ray met Deputy Minister Al Poe.",
        "Al Poe", country="SS",
    ),
    case(
        "whom the delegation of a state accompanies",
        "Zambia's delegation accompanying the Honorable Bo Ray included Air Force Commander Lt. Gen. Al Poe.", "Bo Ray", country="ZM",
    ),
    case(
        "whom the commander meets at the next stop of the visits",
        "During visits to Lima and Cuzco Ambassador Vera Lund met with various people. She met the Commandant, Brigadier General Bo Ray.",
        "Bo Ray", publisher="U.S. Southern Command", country="PE",
    ),
    # ---- several with one rank, and bodies in brackets ----
    case(
        "the first of several with one rank, whose body closes the list",
        "Colonels Bo Ray (Director of Plans) and Al Poe (Director of Training) of the Kenya Defence Forces received them.",
        "Bo Ray", rank="Colonel", position="Director of Plans", country="KE",
    ),
    case(
        "a body in brackets behind an officer",
        "He received Lieutenant Colonels Bo Ray (British Army) and Al Poe (Defence Adviser, Australian High Commission).",
        "Bo Ray", publisher="Kenya Defence Forces", organization="British Army", country="GB",
    ),
    case(
        "an office in brackets behind the second of several officers",
        "He received Lieutenant Colonels Bo Ray (British Army) and Al Poe (Defence Adviser, Australian High Commission).",
        "Al Poe", publisher="Kenya Defence Forces", rank="Lieutenant Colonel", position="Defence Adviser", country="AU",
    ),
    case(
        "a surname in capitals that might be an acronym", "Minister KIM Dong-su spoke.",
        "KIM Dong-su", position="Minister", organization=None,
    ),
    # ---- whence a release comes ----
    case(
        "who leaves by an aircraft for another country",
        "Chief of Army Staff General Bo Ray left Dhaka by a special aircraft for New Delhi.", "Bo Ray", country="BD",
    ),
    # ---- organizations of states ----
    case(
        "a representative of the Secretary-General in a state",
        "The Special Representative of the Secretary-General to Timor-Leste Ms. Ameena Bo came.",
        "Ameena Bo", publisher="Government of Timor-Leste", country="INT",
    ),
    case(
        "the envoy of the European Union by another name",
        "The European Ambassador to Somalia, H.E. Bo Ray, came.", "Bo Ray", publisher="Somali National Army", country="INT",
    ),
    case(
        "the head of a mission with a letter behind its acronym",
        "He met the EUCAP-S Head of Mission, Mr. Bo Ray.", "Bo Ray", position="Head of Mission", organization="EUCAP-S", country="INT",
    ),
    case(
        "an officer of a mission with the letters of a state behind the rank",
        "He was welcomed by the EUTM-S Mission Force Commander, Brig. Gen. (ITA) Bo Ray and the Chief of Staff, Col. (ESP) Al Poe.",
        "Bo Ray", position="Mission Force Commander", organization="EUTM-S", country="INT",
    ),
    case(
        "a deputy for fields of work cut short",
        "He met the AMISOM Deputy Force Commander Ops and Plan, Lt. Gen. Bo Ray.", "Bo Ray", organization="AMISOM", country="INT",
    ),
    # ---- words of offices ----
    case(
        "the chief of a navy behind a dateline in capitals",
        "SINGAPORE - Malaysian Navy Chief Tan Sri Bo Ray called on the Minister.",
        "Bo Ray", publisher="Ministry of Defence of Singapore", position="Chief", country="MY",
    ),
    case(
        "the director of a headquarters behind a body that is known without it",
        "The side was headed by Director General Joint Staff Headquarters Lieutenant General Bo Ray.",
        "Bo Ray", position="Director General", organization="Joint Staff Headquarters",
    ),
    case(
        "an ambassador in small letters who holds another office",
        "With him was the Director General of National Security, ambassador Bo Ray.",
        "Bo Ray", position="Director General of National Security",
    ),
    case(
        "a rank in small letters between office and name",
        "Cambodian army commander lieutenant general Sok Vibol paid a call.", "Sok Vibol", rank="Lieutenant General", country="KH",
    ),
    case(
        "a rank right behind the name of a body",
        "He met the Chief of Staff of the Bahrain Defense Force Lt-Gen. Staff Saqr Al Poe.",
        "Saqr Al Poe", rank="Lieutenant General", organization="Bahrain Defense Force",
    ),
    case(
        "an attaché of a service to a state",
        "The Royal Thai Army (RTA) sent somebody. Military Attaché of the RTA to Myanmar Senior Colonel Bo Ray came.",
        "Bo Ray", publisher="Myanmar Armed Forces", position="Military Attaché to Myanmar", organization="Royal Thai Army", country="TH",
    ),
    case(
        "a chief in a friendly state",
        "He received Air Chief Marshal Bo Ray, Chief of the Air Staff in the friendly United Kingdom (UK), and his delegation.",
        "Bo Ray", publisher="Oman News Agency", country="GB",
    ),
    case(
        "a field that begins as a body does",
        "Commodore Bo Ray, Assistant Chief of Staff for Administration and Supply, came.",
        "Bo Ray", position="Assistant Chief of Staff for Administration and Supply", organization=None,
    ),
    case(
        "an agency that reports what it tells",
        "He was received by Brigadier Bo Ray, Head of Protocol at the Command of the Armed Forces, Oman News Agency (ONA) reported.",
        "Bo Ray", organization="Command of the Armed Forces",
    ),
    case(
        "a body behind the section of a staff",
        "Brig. Gen. Bo Ray, Assistant Deputy Chief of Staff for Plans, AJ5, Armed Forces of the Philippines, led the talks.",
        "Bo Ray", organization="Armed Forces of the Philippines", country="PH",
    ),
    case(
        "a rank behind the section of a staff",
        "AFP Deputy Chief of Staff for Plans, AJ5 Brig. Gen. Bo Ray spoke.", "Bo Ray", position="Deputy Chief of Staff for Plans",
    ),
    case(
        "a general of Myanmar",
        "The Commander-in-Chief of Defence Services Senior General Min Aung Bo spoke.",
        "Min Aung Bo", rank="Senior General", position="Commander-in-Chief of Defence Services",
    ),
    case(
        "a captain of a ship whose kind is spelled out before a prefix of another navy",
        "The Chilean Navy Ship Larkmoor (BNS Larkmoor) called at Tema. The Commanding Officer, Commander Bo Ray, came.",
        "Bo Ray", publisher="Ghana Armed Forces", country="CL",
    ),
    # ---- envoys and missions ----
    case(
        "an adviser who was appointed recently",
        "The Defence Advisor who is appointed recently at the High Commission of Pakistan to Sri Lanka, Colonel Bo Ray called on him.",
        "Bo Ray", publisher="Sri Lanka Army", country="PK",
    ),
    case(
        "the host of a mission called by its town",
        "Colonel Bo Ray, the Defence Adviser of the Colombo-based British High Commission, called on Army Commander General Al Poe.",
        "Al Poe", country="LK",
    ),
    case(
        "a company called by its town tells no host",
        "Colonel Bo Ray of the British Army and engineers of a Colombo-based yard called on the Commander of the Army, General Al Poe.",
        "Al Poe", country=None,
    ),
    case(
        "hosts of whom only the town of their headquarters tells the state",
        "The United States Africa Command Commander General Bo Ray visited the Defence Headquarters, Nairobi. He was received by Chief of"
        " the Defence Forces General Al Poe. Cabinet Secretary for Defence Hon. Ed Ule was present.",
        "Ed Ule", country="KE",
    ),
    case(
        "a stop of a tour told as a label, town and day",
        "General Ari Lind left.\n\nTirana, 4 March. He met Defence Minister Al Poe.\n\nSkopje, 5 March. He met Chief of Staff Ed Ule.",
        "Ed Ule", publisher="Finnish Defence Forces", country="MK",
    ),
    case(
        "a stop told as a label, the day before the town",
        "General Ari Lind left.\n\n4 March – Tirana: He met Defence Minister Al Poe.\n\n5 March – Skopje: He met Chief of Staff Ed Ule.",
        "Ed Ule", publisher="Finnish Defence Forces", country="MK",
    ),
    case(
        "near miss: a town that opens a sentence",
        "Skopje and Tirana agreed. General Ari Lind met Chief of Staff Ed Ule.",
        "Ed Ule", publisher="Finnish Defence Forces", country="FI",
    ),
    case(
        "a consul is of the state for which he serves",
        "Ambassador Ana Lund of Peru came, and the Honorary Consul General for Norway in Chad Ivo Ray was there.",
        "Ivo Ray", country="NO",
    ),
    # ---- where a clause plays, and where only others had met ----
    case(
        "who receives guests in the yard of a town is of its state, wherever the ministers had met",
        "Colonel Ivo Ray talked today in Zagreb with a Danish delegation. The ministers had agreed on it at their meeting in Aarhus."
        " Tomorrow, the delegation will visit the yard in Split, where it will be received by Commander Ante Poe.",
        "Ante Poe", country="HR",
    ),
    case(
        "a stop told a sentence before is not where the clause plays",
        "Minister Ana Popa arrived in Chile. Last week she had gone to the yard in Callao, where she was met by Captain Luis Poe.",
        "Luis Poe", publisher="Ministry of National Defence of Romania", country="PE",
    ),
    case(
        "an organization of states has its own people wherever it sits",
        "Minister Ana Popa of Peru visited the Board in Washington, where she was received by the Director of the Secretariat, Al Poe.",
        "Al Poe", publisher="Inter-American Defense Board", country="INT",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "publisher", "fields"), OFFICIALS)
def test_an_official(body: str, name: str, publisher: str | None, fields: dict[str, Any]) -> None:
    found = read(body, publisher=publisher)
    assert name in found
    assert {field: getattr(found[name], field) for field in fields} == fields


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param("Attachés of Sri Lanka-based missions came.", set(), id="a state by which missions are called"),
        pytest.param("The Commandant of the Infantería de Marina Colombiana came.", set(), id="a corps in another language"),
        pytest.param("They toured the Gen Jonas Petraitis Lithuanian Military Academy.", set(), id="who gave an academy its name"),
        pytest.param("He saw the General Dabagan Training Centre.", set(), id="who gave a centre its name"),
        pytest.param("General Ari Tapani Lind came. Gen A.T. Lind spoke.", {"Ari Tapani Lind"}, id="two initials in one word"),
        pytest.param("It is a lieutenant general Class.", set(), id="a rank in small letters before a word that is no name"),
        pytest.param("Ambassador de la Rocha came.", {"de la Rocha"}, id="a particle behind an office"),
        pytest.param("Major General Bo Ray came. KFOR commander General Major Bo Ray spoke.", {"Bo Ray"}, id="one rank in two orders"),
    ],
)
def test_who_is_named(body: str, names: set[str]) -> None:
    assert set(read(body)) == names
