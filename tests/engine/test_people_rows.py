"""Who holds an office that is told for several, or goes over from one to the next: made-up lines, near misses beside hits."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Person, Release


def read(body: str, publisher: str | None = None) -> dict[str, Person]:
    release = Release(title=None, body=body, publisher=publisher)
    both = passages.of(release)
    return {person.name: person for person in people.find(both, release, organizations.find(both, release))}


def case(prose: str, body: str, *wanted: tuple[str | None, ...], publisher: str | None = None) -> Any:
    return pytest.param(body, publisher, wanted, id=prose)


# name, position, country
ROWS = [
    case(
        "chiefs of several states behind words that lead over to them",
        "Also present were chiefs of defence of various countries, in particular General Bo Ray (Kenya) and Colonel Al Poe (Togo).",
        ("Bo Ray", "chief of defence", "KE"), ("Al Poe", "chief of defence", "TG"),
    ),
    case(
        "deputy ministers behind a dash, each with the state's possessive",
        "It was signed by the deputy defence ministers of the two countries - Latvia's Janis Rey and Estonia's Tarmo Poe.",
        ("Janis Rey", "deputy defence minister", "LV"), ("Tarmo Poe", "deputy defence minister", "EE"),
    ),
    case(
        "a force behind the holders of one rank, whose state is a part of its name",
        "The boats were brought by Lieutenants Bo Ray and Al Poe of the Royal Norwegian Navy.",
        ("Bo Ray", None, "NO"), ("Al Poe", None, "NO"),
    ),
    case(
        "chiefs of a part of the world",
        "The talks brought together the Chiefs of Defence of the Nordic countries: General Bo Ray of Norway and General Al Poe of Sweden.",
        ("Bo Ray", "Chief of Defence", "NO"), ("Al Poe", "Chief of Defence", "SE"),
    ),
    case(
        "offices told state by state",
        "The chiefs of defence staff of Ghana, General Bo Ray, and of Trinidad and Tobago, Admiral Al Poe, took part online.",
        ("Bo Ray", "chief of defence staff", "GH"), ("Al Poe", "chief of defence staff", "TT"),
    ),
    case(
        "states before names without a comma between",
        "The defence ministers of Norway Bjorn Rey, Sweden Lars Poe and Finland Antti Kurvi signed it.",
        ("Bjorn Rey", "defence minister", "NO"), ("Lars Poe", "defence minister", "SE"), ("Antti Kurvi", "defence minister", "FI"),
    ),
    case(
        "states in a row parted by semicolons",
        "The ambassadors of Brazil, Ana Prado; Chile, Pedro Lagos; and Mexico, Luis Vera, were there.",
        ("Pedro Lagos", "ambassador", "CL"), ("Luis Vera", "ambassador", "MX"),
    ),
    case(
        "three states before three names",
        "On Tuesday the defence ministers of Estonia, Latvia and Lithuania, Tarmo Rey, Janis Poe and Darius Kamin, met.",
        ("Tarmo Rey", "defence minister", "EE"), ("Darius Kamin", "defence minister", "LT"),
    ),
    case(
        "three names before three states",
        "Defence ministers Bjorn Rey, Lars Poe and Antti Kurvi of Norway, Sweden and Finland respectively signed the deal.",
        ("Bjorn Rey", "Defence minister", "NO"), ("Lars Poe", "Defence minister", "SE"), ("Antti Kurvi", "Defence minister", "FI"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "publisher", "wanted"), ROWS)
def test_an_office_told_once_goes_over_to_each_of_a_row(body: str, publisher: str | None, wanted: tuple[tuple[str, str, str], ...]) -> None:
    found = read(body, publisher)
    assert [(name, found[name].position, found[name].country) for name, _, _ in wanted] == list(wanted)


NOT_SHARED = [
    case("members hold no office together", "Members of both delegations, including General Bo Ray, took part.", ("Bo Ray", None)),
    case("chiefs of nothing", "All chiefs, including General Bo Ray, were present.", ("Bo Ray", None)),
    case(
        "who has an office keeps it",
        "The defence ministers of several countries, including Chief of Staff General Bo Ray, met.", ("Bo Ray", "Chief of Staff"),
    ),
    case(
        "a sentence goes on before the names",
        "The ministers of several countries came, and at noon General Bo Ray and General Al Poe spoke.", ("Bo Ray", None), ("Al Poe", None),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "publisher", "wanted"), NOT_SHARED)
def test_an_office_does_not_go_over_to_others(body: str, publisher: str | None, wanted: tuple[tuple[str, str | None], ...]) -> None:
    found = read(body, publisher)
    assert [(name, found[name].position) for name, _ in wanted] == list(wanted)


# name, position, organization, country
HANDED = [
    case(
        "a mission's command is handed over to a compatriot",
        "The European Union Training Mission in Chad (EUTM Chad) held a ceremony. The Mission Force Commander, Colonel Bo Ray from Spain, "
        "handed over the command of EUTM Chad to Colonel Al Poe, also from Spain.",
        ("Bo Ray", "Mission Force Commander", "European Union Training Mission in Chad", "INT"),
        ("Al Poe", "Mission Force Commander", "European Union Training Mission in Chad", "INT"),
    ),
    case(
        "who was told with a state took the command of all",
        "The outgoing KFOR Commander, General Bo Ray of Hungary, passed the command of KFOR to General Al Poe of Italy.",
        ("Al Poe", "Commander", "KFOR", "INT"),
    ),
    case(
        "a letter is handed over and no command",
        "The Commander of the Larch Brigade, Colonel Bo Ray, handed over a letter about the command post to Colonel Al Poe.",
        ("Al Poe", None, None, None),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "publisher", "wanted"), HANDED)
def test_who_is_given_a_command_holds_its_office(body: str, publisher: str | None, wanted: tuple[tuple[str | None, ...], ...]) -> None:
    found = read(body, publisher)
    told = [found[str(name)] for name, *_ in wanted]
    assert [(each.name, each.position, each.organization, each.country) for each in told] == list(wanted)


SERVING = [
    case(
        "a numbered brigade behind its commander",
        "Colonel Bo Ray, commander 3rd Larch Brigade; and Major Al Poe spoke.", ("Bo Ray", "commander", "3rd Larch Brigade", None),
    ),
    case(
        "a battalion and its regiment",
        "Colonel Bo Ray, commander 5th Battalion, 20th Infantry Regiment, spoke.",
        ("Bo Ray", "commander", "5th Battalion, 20th Infantry Regiment", None),
    ),
    case(
        "a general in small letters behind his office",
        "They met the commander of the Royal Cambodian Army, general Hun Rattan, at noon.",
        ("Hun Rattan", "commander", "Royal Cambodian Army", "KH"),
    ),
    case(
        "an attaché's uniform is no body of the office",
        "Colonel Bo Ray, Royal Marines, the United Kingdom’s defence attaché to Ghana, spoke.",
        ("Bo Ray", "defence attaché to Ghana", None, "GB"),
    ),
    case(
        "an envoy to the country",
        "Turkish Ambassador to the country Aylin Tuncer spoke.", ("Aylin Tuncer", "Ambassador", None, "TR"),
    ),
    case(
        "guests' college is not their host's",
        "The students of the Kenyan Staff College were received by the Commander, General Bo Ray.",
        ("Bo Ray", "Commander", None, "TZ"), publisher="Ministry of Defence of Tanzania",
    ),
    case(
        "a guest's army is not of the chief of staff on whom he called",
        "The Commander of the Kenyan Army, General Ali Otieno, called on the Chief of Staff, Brigadier Bo Ray.",
        ("Bo Ray", "Chief of Staff", None, "TZ"), publisher="Ministry of Defence of Tanzania",
    ),
    case(
        "a guest's navy is not of the commander whom he met",
        "Captain Ali Otieno of the Kenyan Navy met the Commander, Brigadier Bo Ray.",
        ("Bo Ray", "Commander", None, "TZ"), publisher="Ministry of Defence of Tanzania",
    ),
    case(
        "a college that was visited is its commandant's",
        "They visited the Larch Staff College and were received by the Commandant, General Bo Ray.",
        ("Bo Ray", "Commandant", "Larch Staff College", "TZ"), publisher="Ministry of Defence of Tanzania",
    ),
    case(
        "the head of a college's class",
        "The Kenyan Staff College class led by the Deputy Commandant, General Bo Ray, came to Dodoma.",
        ("Bo Ray", "Deputy Commandant", "Kenyan Staff College", "KE"), publisher="Ministry of Defence of Tanzania",
    ),
    case(
        "a ship between a navy and a commanding officer",
        "The Philippine Navy said KDB Daru was under its commanding officer, Captain Azrin bin Poe.",
        ("Azrin bin Poe", "commanding officer", None, "BN"), publisher="Philippine Navy",
    ),
    case(
        "a staff of forces told by their acronym",
        "The Kenya Larch Defence Forces (KLDF) wrote. The Director met the Chief of the General Staff of the KLDF, General Bo Ray.",
        ("Bo Ray", "Chief of the General Staff", "Kenya Larch Defence Forces", "KE"), publisher="NATO",
    ),
    case(
        "the state behind an apposition",
        "Kyrgyzstan, the host country, is represented by Chief of the General Staff General Bo Ray.",
        ("Bo Ray", "Chief of the General Staff", None, "KG"), publisher="Ministry of Defence of Tajikistan",
    ),
    case(
        "greetings to somebody else",
        "He brought greetings from the Indian Minister of Defence to minister Bo Ray.",
        ("Bo Ray", "minister", None, "TL"), publisher="Ministry of Defence of Timor-Leste",
    ),
    case(
        "an aide serves where his chief does",
        "The Commander of the Kenya Defence Forces, Admiral Bo Ray, came. He was accompanied by his aide, Lieutenant Al Poe.",
        ("Al Poe", "aide", "Kenya Defence Forces", "KE"),
    ),
    case(
        "the office in the first sentence, the name in the next",
        "LIMA, Peru -- The commander of U.S. Larch Command ended a trip to Peru.\n\nAdmiral Bo Ray began her tour with a stop in Lima.",
        ("Bo Ray", "commander", "U.S. Larch Command", "US"),
    ),
    case(
        "a briefer is not the chief of the sentence before",
        "The Chief of the Kenya Navy visited the base.\n\nAdmiral Bo Ray briefed him on the works.", ("Bo Ray", None, None, None),
    ),
    case(
        "the neighbours of a row are of one state",
        "Those present were Admiral Bo Ray, Chief of the Defence Staff, United Kingdom; Brigadier Al Poe, commander 3rd Larch Brigade; and "
        "Colonel Ed Fox, the United Kingdom’s defence attaché.",
        ("Al Poe", "commander", "3rd Larch Brigade", "GB"), publisher="Ministry of Defence of Belize",
    ),
    case(
        "the forces of a king",
        "It was praised by General Bo Ray, Chief of Defence Staff of His Majesty’s Armed Forces in Tonga.",
        ("Bo Ray", "Chief of Defence Staff", "His Majesty’s Armed Forces in Tonga", "TO"), publisher="Australian Defence Force",
    ),
    case("commander of a force in capitals", "COM EUFOR General Bo Ray spoke.", ("Bo Ray", "COM", "EUFOR", "INT")),
    case(
        "two offices in two bodies",
        "Bo Ray, Head of the EU Delegation and EU Special Representative in Chad, spoke.", ("Bo Ray", "Head", "EU Delegation", "INT"),
    ),
    case(
        "the state at the end of two offices",
        "There was Bo Ray, Deputy Prime Minister and Minister of State for Defence Affairs in the State of Kuwait.",
        ("Bo Ray", "Deputy Prime Minister", None, "KW"), publisher="Oman Observer",
    ),
    case(
        "an office once more in short",
        "He met the commander-in-chief of the navy, Commander Admiral Bo Ray.", ("Bo Ray", "commander-in-chief of the navy", None, None),
    ),
    case(
        "a minister who comes to the place of the dateline",
        "OSLO, Oct. 9 -- Defence Minister Bo Ray arrived in Oslo on a visit to Norway. He met Minister Al Poe.",
        ("Bo Ray", "Defence Minister", None, None), ("Al Poe", "Minister", None, "NO"),
    ),
    case(
        "a minister who goes from the place of the dateline",
        "OSLO, Oct. 9 -- Defence Minister Bo Ray arrived in Lima on a visit to Peru. He met Minister Al Poe.",
        ("Bo Ray", "Defence Minister", None, "NO"), ("Al Poe", "Minister", None, "PE"),
    ),
    case(
        "a tour of somebody whose state nothing tells",
        "The minister was abroad. In Chile, Mr Bo Ray met Defence Minister Al Poe. In Peru, he met General Ed Fox.",
        ("Bo Ray", None, None, None), ("Al Poe", "Defence Minister", None, "CL"), ("Ed Fox", None, None, "PE"),
    ),
    case(
        "the one state that is named beside an organization's officers",
        "General Bo Ray, KFOR Commander, gave the Minister of Defence Al Poe a medal of the Moldova Army.",
        ("Al Poe", "Minister of Defence", None, "MD"),
    ),
    case(
        "a command is handed over without a word of which",
        "The parade of the European Union Training Mission in Chad (EUTM Chad) was today. General Bo Ray handed over the command to "
        "Colonel Al Poe.",
        ("Bo Ray", None, "European Union Training Mission in Chad", "INT"),
        ("Al Poe", None, "European Union Training Mission in Chad", "INT"),
    ),
    case(
        "a commandant, the college's letters and a dash",
        "The Kenya Larch Staff College (KLSC) was visited. They called on the Commandant, KLSC – Major General Bo Ray.",
        ("Bo Ray", "Commandant", "Kenya Larch Staff College", "KE"),
    ),
    case(
        "a college in brackets and its state",
        "The Commandant Larch Defence College (LDC) Nigeria, Rear Admiral Bo Ray spoke.",
        ("Bo Ray", "Commandant", "Larch Defence College", "NG"),
    ),
    case(
        "several skippers of ships",
        "Commander Bo Ray and Commander Al Poe were the skippers of JS Larch and JS Alder respectively.",
        ("Bo Ray", None, None, "JP"), ("Al Poe", None, None, "JP"), publisher="Philippine Navy",
    ),
    case(
        "several skippers of a club",
        "Commander Bo Ray and Commander Al Poe were the skippers of two yachts.",
        ("Bo Ray", None, None, "PH"), publisher="Philippine Navy",
    ),
    case(
        "commanding officers with the numbers of their hulls",
        "They came with the commanding officers, Captain Bo Ray (DDH-84), Commander Al Poe (DD-5), and Commander Ed Fox (DD-17).",
        ("Bo Ray", "commanding officer", None, None), ("Ed Fox", "commanding officer", None, None),
    ),
    case(
        "an attaché and representatives of others",
        "There were Colonel Bo Ray, the Japanese military attache and representatives of the Larch Business Association.",
        ("Bo Ray", "military attache", None, "JP"),
    ),
    case(
        "whom a navy's spokesman tells of",
        "Captain Bo Ray, Philippine Navy spokesman, said the Kenyan ships were welcomed by Commodore Al Poe.",
        ("Al Poe", None, None, "PH"),
    ),
    case(
        "a task force in a sector of a mission",
        "UNIFIL was visited. Brigadier General Bo Ray, Commander of the Sector West Joint Task Force Lebanon, spoke.",
        ("Bo Ray", "Commander", "Sector West Joint Task Force Lebanon", "INT"),
    ),
    case(
        "a captain who comes with an officer of a navy",
        "Admiral Bo Ray of the Kenya Navy and Commander Al Poe, commanding officer of Larkspur will call on the Mayor.",
        ("Al Poe", "commanding officer of Larkspur", None, "KE"), publisher="Philippine Navy",
    ),
    case(
        "a general of medical service",
        "Chief of the Main Medical Department, Major General of Medical Service Ivan Poe spoke.",
        ("Ivan Poe", "Chief", "Main Medical Department", None),
    ),
    case(
        "a side is no delegation that is taken up later",
        "He was received by General Bo Ray, Chairperson of the Kenyan side. The talks went on.\n\nThe delegation included the Chief of "
        "Staff, Colonel Al Poe.",
        ("Al Poe", "Chief of Staff", None, "INT"), publisher="UNISFA",
    ),
    case(
        "a coast guard's commander serves no organization of states",
        "From 4 to 9 November Ms. Ida Ek visited Somalia. She was received by the Commander of the Coast Guard, Admiral Bo Ray.",
        ("Bo Ray", "Commander", "Coast Guard", "SO"), publisher="EUCAP Somalia",
    ),
    case(
        "from whom an attaché takes over",
        "The German Defence Attaché, Colonel Bo Ray, called. Colonel Ray, who takes over from Major Al Poe, thanked him.",
        ("Al Poe", None, None, "DE"), publisher="Ghana Armed Forces",
    ),
    case(
        "from whom an organization's chief took a map",
        "The German Defence Attaché, Colonel Bo Ray, took a map from Major Al Poe.",
        ("Al Poe", None, None, "GH"), publisher="Ghana Armed Forces",
    ),
    case(
        "a guard of the capital",
        "The Commanding General of the D.C. National Guard, Major General Bo Ray spoke.",
        ("Bo Ray", "Commanding General", "D.C. National Guard", "US"), publisher="Jamaica Information Service",
    ),
    case(
        "a second minister in his ministry",
        "Ms. Ida Ek called on the Minister of Defence II, Bo Ray, at the Ministry of Defence.",
        ("Bo Ray", "Minister of Defence II", "Ministry of Defence", "BN"), publisher="Ministry of Defence of Brunei",
    ),
    case(
        "those abroad, in a minister's field",
        "He met the Minister of Foreign Affairs, Cooperation and Mauritanians Abroad, Ms. Ida Ek, there.",
        ("Ida Ek", "Minister of Foreign Affairs, Cooperation and Mauritanians Abroad", None, None),
    ),
    case(
        "a minister in his state",
        "The envoy called on the State Minister of Defence in Kenya Bo Ray.", ("Bo Ray", "State Minister of Defence", None, "KE"),
    ),
    case(
        "the office in the first sentence, the journey in the next",
        "U.S. Larch Command's commander traveled to Chile.\n\nAdmiral Bo Ray traveled to Arica, where he met General Al Poe.",
        ("Bo Ray", "commander", "U.S. Larch Command", "US"),
    ),
    case(
        "an adviser of an embassy in two states",
        "The Defence Adviser of the Kenyan Embassy accredited to New Delhi and Sri Lanka, Colonel Bo Ray made a call.",
        ("Bo Ray", "Defence Adviser", "Kenyan Embassy", "KE"), publisher="Ministry of Defence of Sri Lanka",
    ),
    case(
        "who invites to a place",
        "The Indian delegation, led by Mr. Bo Ray, took part in talks at the invitation of the Defence Secretary Al Poe in Colombo.",
        ("Al Poe", "Defence Secretary", None, "LK"),
    ),
    case(
        "letters between a comma and a rank",
        "The Chief of the Defence Forces, (CDF) General Bo Ray spoke.", ("Bo Ray", "Chief of the Defence Forces", None, None),
    ),
    case(
        "the head of the guests",
        "Colonel Bo Ray, the Head of the Delegation, thanked them.", ("Bo Ray", "Head of the Delegation", None, None),
    ),
    case(
        "who signs for the forces of a state",
        "Colonel Bo Ray signed for Kenya Defence Forces.", ("Bo Ray", None, None, "KE"), publisher="Uganda Peoples' Defence Forces",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "publisher", "wanted"), SERVING)
def test_office_body_and_state(body: str, publisher: str | None, wanted: tuple[tuple[str | None, ...], ...]) -> None:
    found = read(body, publisher)
    told = [found[str(name)] for name, *_ in wanted]
    assert [(each.name, each.position, each.organization, each.country) for each in told] == list(wanted)


RANKS = {
    "Sub Lieutenant Bo Ray spoke.": "Sub Lieutenant",
    "He came with Sub-Lieutenant Bo Ray.": "Sub Lieutenant",
    "It was led by Petty Officer First Class Bo Ray.": "Petty Officer First Class",
    "It was led by Petty Officer 2nd Class Bo Ray.": "Petty Officer Second Class",
    "It was led by Petty Officer Bo Ray.": "Petty Officer",
    "He met Air Vice Marshall Bo Ray.": "Air Vice Marshal",
}


@pytest.mark.parametrize(("line", "rank"), RANKS.items())
def test_ranks_at_sea_are_whole(line: str, rank: str) -> None:
    assert read(line)["Bo Ray"].rank == rank


def test_a_course_for_sub_lieutenants_is_nobody() -> None:
    assert not read("The Sub Lieutenant Technical Course began on Monday.")


def test_a_month_is_nobody() -> None:
    assert "May" not in read("On 25 May, the Ambassador of Kenya and Captain Bo Ray called on him.")
