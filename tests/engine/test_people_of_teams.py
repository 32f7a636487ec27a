"""Who leads a delegation, stands for a body or heads a house named before: where they serve. All names are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.test_people_world import case, read

LEADERS = [
    case(
        "a delegation with its body before it",
        "The Danish Navy delegation was headed by Commander Lars Holm.", "Lars Holm", organization="Danish Navy", country="DK",
    ),
    case(
        "an acronym between body and delegation",
        "The Ghana Armed Forces (GAF) team was led by Commodore Kofi Annor.", "Kofi Annor", organization="Ghana Armed Forces", country="GH",
    ),
    case(
        "the verb stands with the other side",
        "The Danish Navy side was chaired by Commander Lars Holm and the Polish Navy side by Captain Jan Lis.",
        "Jan Lis", organization="Polish Navy", country="PL",
    ),
    case(
        "under somebody's command",
        "A team of the Estonian Defence Forces under the command of Colonel Tarmo Kask arrived.",
        "Tarmo Kask", organization="Estonian Defence Forces",
    ),
    case(
        "the body itself is represented",
        "The Peruvian Army was represented by Colonel Luis Soto.", "Luis Soto", organization="Peruvian Army",
    ),
    case(
        "words that describe the team",
        "The Danish Navy's five-member training team was led by Commander Lars Holm.", "Lars Holm", organization="Danish Navy",
    ),
    case(
        "near miss: who is received by somebody",
        "The Danish Navy delegation was received by Colonel Jan Lis.", "Jan Lis", organization=None,
    ),
    case("near miss: a group of nobody", "The Danish visit to a group led by Colonel Jan Lis began.", "Jan Lis", organization=None),
    case(
        "near miss: an organization that is told",
        "The Danish Navy delegation was led by Commander Lars Holm of the Danish Defence Academy.",
        "Lars Holm", organization="Danish Defence Academy",
    ),
]  # fmt: skip

HOUSES = [
    case(
        "the university named before",
        "They visited the Peruvian Defence University, where the rector of the university, Colonel Luis Soto, spoke.",
        "Luis Soto", position="rector", organization="Peruvian Defence University",
    ),
    case(
        "the noun before the head", "They visited the 120th Mechanized Brigade. The brigade commander, Colonel Luis Soto, spoke.",
        "Luis Soto", position="brigade commander", organization="120th Mechanized Brigade",
    ),
    case(
        "the noun as an owner", "The European Defence Agency came. The agency's chief executive, Jiri Novak, spoke.",
        "Jiri Novak", organization="European Defence Agency", country="INT",
    ),
    case(
        "near miss: a house of another kind",
        "They visited the 120th Mechanized Brigade. The head of the academy, Colonel Luis Soto, spoke.",
        "Luis Soto", organization=None,
    ),
    case(
        "near miss: a department of state",
        "They visited the U.S. Department of Defense. The head of the department, Luis Soto, spoke.",
        "Luis Soto", organization=None,
    ),
]  # fmt: skip

SIDES = [
    case(
        "a row that led a delegation",
        "Admiral Luis Soto, chief of staff, and Captain Ana Ruiz, director of plans, led the Uruguayan delegation.",
        "Luis Soto", country="UY",
    ),
    case(
        "members of a delegation", "Major Luis Soto and Captain Ana Ruiz were also members of the Uruguayan delegation.",
        "Ana Ruiz", country="UY",
    ),
    case(
        "near miss: who received a delegation",
        "Admiral Luis Soto, chief of staff, received Captain Ana Ruiz, who led the Uruguayan delegation.", "Luis Soto", country=None,
    ),
    case(
        "on behalf of a side",
        "It was signed on behalf of the Polish side by Colonel Jan Lis and on behalf of the Georgian side by Colonel Davit Beri.",
        "Davit Beri", country="GE",
    ),
    case(
        "letters and a state behind the body",
        "A delegation of 20 faculty members of the National Defence College (NDC) of Nigeria, headed by Commodore Joel Chika, came.",
        "Joel Chika", organization="National Defence College", country="NG",
    ),
    case(
        "two offices of one owner",
        "They met the Barbados Defence Force’s Chief of Staff Carl Best and Head of Training Ann Hope.",
        "Ann Hope", organization="Barbados Defence Force",
    ),
    case(
        "near miss: a second office of somebody else",
        "They met the Barbados Defence Force’s Chief of Staff Carl Best and the Head of Training Ann Hope.",
        "Ann Hope", organization=None,
    ),
    case(
        "its army chief", "He will leave for Myanmar and meet its army chief, Vice Senior General Soe Lin.", "Soe Lin", country="MM",
        publisher="Bangladesh Army",
    ),
    case(
        "near miss: a body between the state and its chief",
        "He left Peru for the African Union and met its head, Ana Lind.", "Ana Lind", country="INT",
    ),
    case(
        "a state between the body and its minister",
        "The Danish Navy told of Peru and its Defence Minister, Luis Soto.", "Luis Soto", country="PE", organization=None,
    ),
    case(
        "a delegation that is counted",
        "Delegates of the Staff College of Kenya came. The 19-member delegation is headed by Brigadier Joel Chika.",
        "Joel Chika", country="KE", publisher="Philippine Army",
    ),
    case(
        "a mission of states and where it is",
        "The Force Commander of the EU Naval Force (EU NAVFOR) Somalia, Rear Admiral Luis Soto, came.", "Luis Soto", country="INT",
    ),
    case(
        "near miss: a contingent of a state in a mission",
        "The Commander of the Irish contingent in UNIFIL, Colonel Tom Reid, came.", "Tom Reid", country="IE",
    ),
    case(
        "a part of a navy is not the navy",
        "The Chief of the Naval Staff, Admiral Luis Soto, came, the Directorate of Public Relations of the Peruvian Navy said.",
        "Luis Soto", organization=None, publisher="Peruvian Navy",
    ),
    case("the minister of a ministry behind its state", "The Minister of Defence, Rauf Ali, came, the Azerbaijan Defence Ministry said.",
        "Rauf Ali", organization="Azerbaijan Defence Ministry", dateline="Baku"),
]  # fmt: skip

RANKS = [
    case("a rank said twice", "They met Major General (Maj. Gen.) Julia North of Peru.", "Julia North", rank="Major General"),
    case(
        "a list of what an attaché stands for", "They met Major Ravi Sood, Assistant Military, Naval and Air Attaché.",
        "Ravi Sood", position="Assistant Military, Naval and Air Attaché",
    ),
    case("a service in brackets behind a short rank", "They met Capt. (Navy) Luis Soto of Peru.", "Luis Soto", rank="Captain"),
    case("a branch in brackets behind a short rank", "They met Maj. Gen. (Pilot) Luis Soto of Peru.", "Luis Soto", rank="Major General"),
    case(
        "a rank of the coast guard of Korea", "They met Senior Superintendent General Park Jin-su.",
        "Park Jin-su", rank="Senior Superintendent General",
    ),
    case("a rank of police", "They met Police Lieutenant Colonel Rex Diaz.", "Rex Diaz", rank="Police Lieutenant Colonel"),
    case(
        "a general of an air arm",
        "They met Air Squadron General Luca Fonti.", "Luca Fonti", rank="Air Squadron General", organization=None,
    ),
    case("near miss: an office of schools", "They met Vice-Chancellor Anna Berg.", "Anna Berg", rank=None, position="Vice-Chancellor"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "publisher", "dateline", "fields"), [*LEADERS, *HOUSES, *SIDES, *RANKS])
def test_where_a_leader_serves(body: str, name: str, publisher: str | None, dateline: str | None, fields: dict[str, Any]) -> None:
    person = read(body, publisher=publisher, dateline=dateline)[name]
    assert {field: getattr(person, field) for field in fields} == fields
