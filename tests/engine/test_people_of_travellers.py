"""Whose the unmarked officials are where ministers travel and talk of wars elsewhere: made-up passages, near misses beside hits."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Person, Release


def read(body: str, *, title: str | None = None, dateline: str | None = None) -> dict[str, Person]:
    release = Release(title=title, body=body, dateline=dateline)
    both = passages.of(release)
    return {person.name: person for person in people.find(both, release, organizations.find(both, release))}


def case(prose: str, body: str, name: str, **fields: Any) -> Any:
    return pytest.param(body, name, fields, id=prose)


OFFICIALS = [
    # ---- countries that are only spoken of ----
    case(
        "a minister who talks of a war elsewhere",
        "Minister for Defence Arvo Lind met Minister of Defence of Estonia Jaan Tamm. They discussed the war of"
        " aggression against Ukraine, aid"
        " to Ukraine and the situation in Ukraine. Ukraine will get more help.",
        "Arvo Lind", country=None,
    ),
    case(
        "near miss: a minister of the country at war, which is named otherwise too",
        "Minister of Defence Taras Shev met with the Minister of Defence of Denmark Mads Lund. The war in Ukraine goes"
        " on. Ukraine needs boats."
        " The Armed Forces of Ukraine received boats. Factories will open in Ukraine.",
        "Taras Shev", country="UA",
    ),
    case(
        "near miss: aid to a state where there is no war",
        "The Minister of Labour, Bo Ray, met the Ambassador of Peru, Al Poe. Support to Larria by Peru goes on in"
        " Kenya. Aid to Kenya grows.",
        "Bo Ray", country="KE",
    ),
    # ---- where somebody comes to ----
    case(
        "a minister who will take part in a meeting abroad",
        "On 4-5 March, Minister for Defence Nils Holm will take part in a meeting in Copenhagen with other defence ministers.",
        "Nils Holm", country=None,
    ),
    case(
        "near miss: a minister who met somebody in a town",
        "On 4 March, Minister for Defence Nils Holm held a meeting in Copenhagen with other defence ministers.",
        "Nils Holm", country="DK",
    ),
    case(
        "a king at the seat of an alliance, and his envoy",
        "King Alonso visited the Supreme Headquarters Allied Powers Europe in Mons (Belgium). The King was accompanied by the Minister of"
        " Defence, Marta Rivas, and the Spanish Ambassador to Belgium, Luis Prado.",
        "Marta Rivas", country=None,
    ),
    case(
        "near miss: an envoy whom the ministry receives",
        "The Minister of Defence, Marta Rivas, received the Spanish Ambassador to Belgium, Luis Prado.",
        "Marta Rivas", country="BE",
    ),
    case(
        "a minister who is in the country of the troops that he visits",
        "Owen Byrne, Minister for Defence, is in Lebanon today to visit troops. The Minister is accompanied by General Liam Kelly.",
        "Owen Byrne", country=None,
    ),
    case(
        "who hosts others, and does not come",
        "Federal Councillor Reto Huber is hosting the meeting, for which the Austrian and German ministers of defence, Karl Egger and Anna"
        " Brandt, have travelled to Bern. The war in Ukraine was discussed.",
        "Reto Huber", country="CH",
    ),
    case(
        "whom somebody visits who was invited",
        "At the invitation of Maj. Gen. Peter Nagy, Commander, Joint Force Command, Lt. Gen. Martin Braun, Chief of the German Joint Staff,"
        " paid a visit to Hungary. Gen. Tamas Szabo, Chief of Defence, received the delegation.",
        "Tamas Szabo", country="HU",
    ),
    case(
        "who received a briefing, and so hosts nobody",
        "COAS General Tariq Malik began a visit to the Republic of Chile. COAS Tariq Malik received detailed briefings"
        " on training. The role of"
        " the Pakistan Army in Pakistan was praised.",
        "Tariq Malik", country="PK",
    ),
    case(
        "hosts in a row, the first with an office that names another",
        "COAS General Tariq Malik began a visit to the Republic of Chile. Meetings were held with dignitaries including"
        " Jan Roca, Advisor to the"
        " Federal Chancellor, and Luis Vega, Minister of State for Foreign Affairs. The Pakistan Army was praised in Pakistan.",
        "Luis Vega", country="CL",
    ),
    # ---- who acts at home ----
    case(
        "a nameless minister with whose state the text opens",
        "Poland's defence minister has discussed the war in Ukraine with the head of a union. The talks of Deputy Prime"
        " Minister Marek Kowal"
        " were held in Warsaw. Ukraine was thankful.",
        "Marek Kowal", country="PL",
    ),
    # ---- forces of a state in small letters ----
    case(
        "the head of forces that a state owns",
        "The new inspector general of Germany's armed forces, Karl Lang, has met Chief of Staff Jean Petit in Paris.",
        "Karl Lang", position="inspector general", organization="Germany's armed forces", country="DE",
    ),
    case(
        "the head of an air force with a rank",
        "The head of Sweden's air force, Major General Nils Berg, visited Lisbon on Monday.",
        "Nils Berg", position="head", organization="Sweden's air force", country="SE",
    ),
    # ---- offices in the tongue of the state ----
    case(
        "a counterpart whose office is told in French",
        "UK Chief of the Defence Staff, Admiral John Reed, hosted his French counterpart, Chef d'État-Major des Armées (CEMA) General Marc"
        " Petit, in London.",
        "Marc Petit", position="Chef d'État-Major des Armées", country="FR",
    ),
    case(
        "a counterpart whose office is told in Italian",
        "Chief of Defence General Ole Dahl met his Italian counterpart, Capo di Stato Maggiore della Difesa, General Marco Riva in Oslo.",
        "Marco Riva", position="Capo di Stato Maggiore della Difesa", country="IT",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "fields"), OFFICIALS)
def test_an_official(body: str, name: str, fields: dict[str, Any]) -> None:
    found = read(body)
    assert name in found
    assert {field: getattr(found[name], field) for field in fields} == fields


JOURNEYS = [
    pytest.param("At the close of his tour of Peru Defence Minister Ole Dahl met Admiral Luis Prado.", "NO", id="a tour"),
    pytest.param("During her visit to Peru Minister of Defence Ole Dahl met Admiral Luis Prado.", "NO", id="a visit"),
    pytest.param("Upon arrival in Peru Defence Minister Ole Dahl met Admiral Luis Prado.", "NO", id="an arrival"),
    pytest.param("Following the talks in Peru Deputy Minister Ole Dahl met Admiral Luis Prado.", "NO", id="talks in the state"),
    pytest.param("At the meeting with Peru Defence Minister Ole Dahl, Admiral Luis Prado spoke.", "PE", id="near miss: whom one met"),
    pytest.param("On a courtesy visit to Peru Navy Commander Ole Dahl, the envoy spoke.", "PE", id="near miss: on whom one called"),
    pytest.param("During the visit Peru Defence Minister Ole Dahl met the crew.", "PE", id="near miss: no state gone to"),
    pytest.param("During the visit to Peru’s Defence Minister Ole Dahl, the envoy spoke.", "PE", id="near miss: the possessive"),
]


@pytest.mark.parametrize(("body", "country"), JOURNEYS)
def test_the_state_that_is_gone_to_is_not_that_of_the_office_behind_it(body: str, country: str) -> None:
    release = Release(title=None, body=body, publisher="Norwegian Ministry of Defence")
    both = passages.of(release)
    found = {person.name: person for person in people.find(both, release, organizations.find(both, release))}
    assert found["Ole Dahl"].country == country


def test_forces_of_a_state_are_no_committee() -> None:
    assert "Luis Prado" not in read("The head of Peru's budget committee, Luis Prado, met the Minister in Lima.")
