"""Whose those are who stand in the list of a side, come with the visitors or serve aboard: made-up lines, near misses beside hits."""

from __future__ import annotations

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Release
from tests.engine.test_people_rows import read

PERU = "Ministry of Defence of Peru"

LISTS = {
    "the last line of a list, which is a sentence": (
        "Peru and Chile held talks.\n\nFor Chile:\n\n- the Head of Plans, Ada Moss;\n\n- the Director of Training, Captain Bo Ray.",
        ("Ada Moss", "Head of Plans", "CL"), ("Bo Ray", "Director of Training", "CL"),
    ),
    "a list that is announced by who took part": (
        "Participated for Chile:\n\n- the Undersecretary for Plans, Ada Moss;\n\n- the Director of Training, Captain Bo Ray.",
        ("Ada Moss", "Undersecretary for Plans", "CL"), ("Bo Ray", "Director of Training", "CL"),
    ),
    "two lists, the first of which ends with a state": (
        "The members of the Chilean side were:\n\n1. Captain Ada Moss, Attaché, Embassy of Chile\n\nThe participants of the Peruvian side"
        " were as follows:\n\n1. General Bo Ray, Director of Plans",
        ("Ada Moss", "Attaché", "CL"), ("Bo Ray", "Director of Plans", "PE"),
    ),
    "experts who are led": (
        "Experts of Peru and Chile met. The Chilean experts were headed by Colonel Bo Ray.", ("Bo Ray", None, "CL"),
    ),
    "sailors who are commanded": ("The Chilean sailors, who were commanded by Captain Bo Ray, left.", ("Bo Ray", None, "CL")),
    "the visiting side before the names": (
        "Officers of Chile came. From the visiting side, Colonel Bo Ray and Major Al Poe took part.", ("Bo Ray", None, "CL"),
        ("Al Poe", None, "CL"),
    ),
    "the visiting side behind the name": (
        "A team of Chile came. Major Al Poe of the visiting delegation spoke.", ("Al Poe", None, "CL"),
    ),
    "a member of the delegation": (
        "He received General Bo Ray of Chile and Major Al Poe, a member of the delegation.", ("Bo Ray", None, "CL"),
        ("Al Poe", "member of the delegation", "CL"),
    ),
    "whoever the visitors met": (
        "A team of Chile came. On behalf of the visiting side it was signed; Major Al Poe met the guests.", ("Al Poe", None, "PE"),
    ),
    "the captain of a ship that has a name": (
        "To music of the Peruvian Navy, the frigate “Larkspur” of the Chilean Navy was received in Callao. Its commanding officer,"
        " Captain Bo Ray, spoke.", ("Bo Ray", "commanding officer", "CL"),
    ),
    "the second in command aboard": (
        "The Chilean frigate Larkspur came to Callao. The executive officer, Commander Al Poe, showed them the ship.",
        ("Al Poe", "executive officer", "CL"),
    ),
    "an executive officer ashore": (
        "The Chilean frigate Larkspur came to Callao. The executive officer, Commander Al Poe, showed them the school.",
        ("Al Poe", "executive officer", "PE"),
    ),
    "a deputy chief behind the chief of another army": (
        "He met the Vice Chief of the Chilean Army, General Bo Ray, in Lima. The Deputy Chief, General Al Poe, took part.",
        ("Bo Ray", "Vice Chief", "CL"), ("Al Poe", "Deputy Chief", "PE"),
    ),
    "who comes along with one told by an acronym": (
        "The Chief of Defence Staff, General Bo Ray, met General Ed Fay, who heads the Staff College of Chile, in Santiago. The CDS, who"
        " was accompanied by the Director of Training, Colonel Al Poe, then went to Arica.",
        ("Al Poe", "Director of Training", "PE"),
    ),
    "who comes along with a visitor told by the office": (
        "The Commander of the Chilean Navy, Admiral Bo Ray, came. The commander, accompanied by Captain Al Poe, saw the yard.",
        ("Al Poe", None, "CL"),
    ),
    "a deputy of the chief who is called on abroad": (
        "Admiral Bo Ray called on the Commander of the Royal Oman Navy, Admiral Ed Fay, in Muscat. The Deputy Commander, Captain Al Poe,"
        " was there.",
        ("Ed Fay", "Commander", "OM"), ("Al Poe", "Deputy Commander", "OM"),
    ),
    "whose delegation included somebody": (
        "He met in Lima the Chief of Staff of Chile, General Bo Ray, whose delegation included the head of plans, Colonel Al Poe.",
        ("Bo Ray", "Chief of Staff", "CL"), ("Al Poe", "head of plans", "CL"),
    ),
    "from a service, between commas": ("Lieutenant Ada Moss, from the Chilean Navy, spoke.", ("Ada Moss", None, "CL")),
    "a region and a rank": (
        "Commander of Naval Region East Commodore Bo Larmont came.", ("Bo Larmont", "Commander", "PE"),
    ),
    "a delegation that comprises somebody": (
        "The Chilean delegation comprises General Bo Ray, Colonel Al Poe and Major Ed Fay.", ("Bo Ray", None, "CL"),
        ("Al Poe", None, "CL"),
    ),
    "companions told behind those who were met": (
        "Admiral Bo Ray was in Santiago. During his stay he met the Commander of the Chilean Navy, Admiral Ed Fay. He was accompanied by"
        " the Director of Plans, Captain (N) Al Poe.",
        ("Ed Fay", "Commander", "CL"), ("Al Poe", "Director of Plans", "PE"),
    ),
    "whence an officer comes, behind the office": (
        "Captain Bo Ray, the team leader, from Cuba, spoke. Major Al Poe left.", ("Bo Ray", "team leader", "CU"),
        ("Al Poe", None, "PE"),
    ),
    "what the people of a row are called": (
        "He praised Major Bo Ray and Captain Al Poe, the two Chilean graduates.", ("Bo Ray", None, "CL"), ("Al Poe", None, "CL"),
    ),
    "what one is called": (
        "Major Bo Ray, a Chilean graduate of the course, spoke. Captain Al Poe left.", ("Bo Ray", None, "CL"), ("Al Poe", None, "PE"),
    ),
    "others of a people": ("Major Bo Ray, the Chilean officers and Captain Al Poe won.", ("Bo Ray", None, "PE")),
    "of the contingent": ("Major Bo Ray of the Chilean contingent spoke.", ("Bo Ray", None, "CL")),
    "an envoy behind a host": (
        "The ambassador of Cuba came. There were Vice Chief of Staff General Bo Ray, the High Commissioner of Ghana to Peru, H.E. Ms."
        " Ada Moss, and others.",
        ("Bo Ray", "Vice Chief of Staff", "PE"), ("Ada Moss", "High Commissioner to Peru", "GH"),
    ),
    "who meets a visitor that has another journey before him": (
        "Minister Ada Moss of Chile, who will hold talks in Quito, Ecuador tomorrow, came. It was seen by the Permanent Secretary, Mr Bo"
        " Ray.",
        ("Bo Ray", "Permanent Secretary", "PE"),
    ),
    "a ship whose prefix is that of another navy": (
        "The Chilean Navy frigate BNS Larkspur came. The commanding officer, Captain Bo Ray, spoke.",
        ("Bo Ray", "commanding officer", "CL"),
    ),
    "the committee of the alliance": (
        "Representatives of NATO came. The Chair of the Military Committee, Admiral Bo Ray, spoke.", ("Bo Ray", "Chair", "INT"),
    ),
    "on behalf of one service and for another": (
        "Present, on behalf of the Chilean Navy, were the Head of Plans, Admiral Bo Ray, and Captain Al Poe; and for the Peruvian Army,"
        " General Ada Moss.",
        ("Bo Ray", "Head of Plans", "CL"), ("Al Poe", None, "CL"), ("Ada Moss", None, "PE"),
    ),
    "who flew for a service": ("A boat for the Chilean Navy, built by General Bo Ray, left.", ("Bo Ray", None, "PE")),
    "two who preside, one of each side": (
        "It was co-chaired by State Secretary Al Poe and the Director General of the Ministry of Defence of Chile, Dr Bo Ray.",
        ("Al Poe", "State Secretary", "PE"), ("Bo Ray", "Director General", "CL"),
    ),
    "a grade behind the office of a diplomat": (
        "The Deputy Chief of Mission of the Embassy of Chile in Peru, Minister Ada Moss, came.",
        ("Ada Moss", "Deputy Chief of Mission", "CL"),
    ),
    "a grade before the office of a diplomat": (
        "Minister and Deputy Chief of Mission Ada Moss of the Embassy of Chile came.", ("Ada Moss", "Deputy Chief of Mission", "CL"),
    ),
    "an attaché for several states": (
        "The Chilean Defence Attaché for Peru, Cuba and Guyana, Captain Bo Ray, came.",
        ("Bo Ray", "Defence Attaché for Peru, Cuba and Guyana", "CL"),
    ),
    "an ambassador before a minister": (
        "He met the Ambassador of Chile, Minister Ada Moss of Cuba and others.", ("Ada Moss", "Minister", "CU"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), [(text, wanted) for text, *wanted in LISTS.values()], ids=list(LISTS))
def test_side(body: str, wanted: list[tuple[str, str | None, str]]) -> None:
    found = read(body, PERU)
    assert [(name, found[name].position, found[name].country) for name, *_ in wanted] == wanted


HEADED = {
    "two works around and": (
        "The head of the Education and Training Task Force, Colonel Bo Ray, spoke.", "head", "Education and Training Task Force",
    ),
    "two works around and, with whose they are": (
        "He met the Head of the Intelligence and Security Service of the Chilean Army (EC), General Bo Ray.", "Head",
        "Intelligence and Security Service of the Chilean Army",
    ),
    "an acronym behind a title": ("The Chief of Defence Staff of HMAL, General Bo Ray, spoke.", "Chief of Defence Staff", "HMAL"),
    "an acronym behind a chief of staff": ("The Chief of Staff of the SBDF, General Bo Ray, spoke.", "Chief of Staff", "SBDF"),
    "a field cut short": ("The Director of ICT, Colonel Bo Ray, spoke.", "Director of ICT", None),
    "a body in capitals before whose": (
        "She saw the Coast Guard of Chile at the Naval Force of the Coast, whose commander, Admiral Bo Ray, spoke.", "commander",
        "Naval Force of the Coast",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "position", "organization"), HEADED.values(), ids=list(HEADED))
def test_body_that_is_headed(body: str, position: str | None, organization: str | None) -> None:
    person = read(body)["Bo Ray"]
    assert (person.position, person.organization) == (position, organization)


def test_a_rank_cut_short_ends_no_sentence() -> None:
    found = read("Staff Sgt. Ada Moss, of the battalion, and Spc. Bo Ray taught masons with Pfc. Al Poe and Pte. Eva Lund.")
    assert [found[name].rank for name in ("Ada Moss", "Bo Ray", "Al Poe")] == ["Staff Sergeant", "Specialist", "Private First Class"]


@pytest.mark.parametrize(
    ("dateline", "body", "country"),
    [
        ("CAMP LARKSPUR, Kosovo", "U.S. soldiers came. Major Bo Ray spoke.", "US"),
        ("LIMA", "U.S. soldiers came. Major Bo Ray spoke.", "PE"),
    ],
)
def test_a_dateline_that_is_spelled_out_is_read_elsewhere(dateline: str, body: str, country: str) -> None:
    release = Release(title=None, body=body, publisher=None, dateline=dateline)
    both = passages.of(release)
    found = {each.name: each for each in people.find(both, release, organizations.find(both, release))}
    assert found["Bo Ray"].country == country


@pytest.mark.parametrize(
    ("line", "name", "rank"),
    [
        ("The Vice Minister, Brigadier General (S.P.) Bo Ray, spoke.", "Bo Ray", "Brigadier General"),
        ("The Vice Minister, Colonel (R.) Bo Ray, spoke.", "Bo Ray", "Colonel"),
        ("Hospital Corpsman 3rd Class Bo Ray taught nurses.", "Bo Ray", "Hospital Corpsman Third Class"),
        ("He met Boatswain’s Mate Second Class Bo Ray.", "Bo Ray", "Boatswain's Mate Second Class"),
    ],
)
def test_ranks_with_what_stands_behind_them(line: str, name: str, rank: str) -> None:
    assert read(line)[name].rank == rank


def test_the_line_of_a_list_ends_with_its_state() -> None:
    found = read("Attending were:\n\n1. General Bo Ray, Chief of Air Force, Peru\n\n2. General Al Poe, Chief of Air Force, the Philippines")
    assert [found[name].country for name in ("Bo Ray", "Al Poe")] == ["PE", "PH"]


def test_a_prefect_governs_no_town_of_the_same_name() -> None:
    assert read("The Prefect of Golfe, Bo Ray, spoke.")["Bo Ray"].country is None


@pytest.mark.parametrize(
    ("body", "position", "organization"),
    [
        (
            "A boat of the Peruvian Navy came. The Commander General of the Navy, Admiral Bo Ray, spoke.",
            "Commander General",
            "Peruvian Navy",
        ),
        ("A boat of the Peruvian Navy came. The Chief of Staff of the Navy, Admiral Bo Ray, spoke.", "Chief of Staff", "Peruvian Navy"),
        ("A boat came. The Commander General of the Navy, Admiral Bo Ray, spoke.", "Commander General of the Navy", None),
        ("A boat of the Peruvian Navy came. The Commander of the Army, General Bo Ray, spoke.", "Commander of the Army", "Army"),
    ],
)
def test_who_commands_a_service_that_is_named_by_its_state(body: str, position: str, organization: str | None) -> None:
    person = read(body, PERU)["Bo Ray"]
    assert (person.position, person.organization) == (position, organization)


@pytest.mark.parametrize(
    ("body", "name", "told"),
    [
        (
            "The Chief of Staff of the Peruvian Navy (Larkasal), Admiral Dr. Bo Ray, spoke.", "Bo Ray",
            ("Admiral", "Chief of Staff", "Peruvian Navy"),
        ),
        ("The Minister of Defence (Larmen), Bo Ray, spoke.", "Bo Ray", (None, "Minister of Defence", None)),
        (
            "The Commander of the Peruvian Armed Forces (Larlima TNI), General Bo Ray, spoke.", "Bo Ray",
            ("General", "Commander", "Peruvian Armed Forces"),
        ),
        ("The Head of the CLFF, General Bo Ray, spoke.", "Bo Ray", ("General", "Head", "CLFF")),
        (
            "Sergeant Major Bo Ray, Senior Enlisted Leader of the CLFF, spoke.", "Bo Ray",
            ("Sergeant Major", "Senior Enlisted Leader", "CLFF"),
        ),
        ("Colonel I Wayan Larta spoke.", "I Wayan Larta", ("Colonel", None, None)),
        ("Rear Admiral TNI I Gusti Ketut Larta spoke.", "I Gusti Ketut Larta", ("Rear Admiral", None, None)),
    ],
)  # fmt: skip
def test_short_titles_in_brackets_and_what_an_officer_leads(body: str, name: str, told: tuple[str | None, ...]) -> None:
    person = read(body)[name]
    assert (person.rank, person.position, person.organization) == told


def test_who_speaks_for_the_company_of_a_people() -> None:
    assert read("Captain Bo Ray spoke for the Chilean company.", PERU)["Bo Ray"].country == "CL"
    assert read("Captain Bo Ray spoke for the Chilean minister.", PERU)["Bo Ray"].country == "PE"
