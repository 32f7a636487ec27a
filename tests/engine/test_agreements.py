"""Which documents are read, what was done with them and between whom. All lines are made up."""

from __future__ import annotations

import pytest

from ingest.engine.rules import agreements
from ingest.engine.types import Meeting, Participant, Release
from tests.engine.made_up import both_of

TALKS = Meeting(
    title=None,
    kind="meeting",
    status="primary",
    date="2024-05-06",
    end_date=None,
    place="Lima",
    country="PE",
    countries=("CL", "EC", "PE"),
    participants=(
        Participant("Ana Popa", None, "CL", "guest"),
        Participant("Luis Roca", None, "PE", "host"),
        Participant("Eva Lind", None, "EC", "guest"),
    ),
)


def read(body: str, published: str = "2024-05-06") -> list[tuple[str, str]]:
    release = Release("", body, published=published)
    return [(found.title, found.action) for found in agreements.find(both_of(body), release, (TALKS,))]


@pytest.mark.parametrize(
    ("line", "title", "action"),
    [
        pytest.param(
            "The ministers signed a Memorandum of Understanding on Hydrography.",
            "Memorandum of Understanding on Hydrography",
            "signed",
            id="signed",
        ),
        pytest.param(
            "A Letter of Intent on Mine Clearance was signed in the hall.", "Letter of Intent on Mine Clearance", "signed", id="was signed"
        ),
        pytest.param(
            "They signed a technical arrangement on diving medicine, and left.",
            "technical arrangement on diving medicine",
            "signed",
            id="small letters",
        ),
        pytest.param("They signed the ‘Roadmap for Naval Ties 2030’ today.", "Roadmap for Naval Ties 2030", "signed", id="in marks"),
        pytest.param(
            "They signed the Protocol on Joint Patrols in Lima on Friday.",
            "Protocol on Joint Patrols",
            "signed",
            id="place and day are not the title",
        ),
        pytest.param(
            "They signed an amendment to the Agreement on Air Transit.",
            "Agreement on Air Transit",
            "amended",
            id="an amendment names what it amends",
        ),
        pytest.param("The two sides renewed the Defense Cooperation Agreement.", "Defense Cooperation Agreement", "renewed", id="renewed"),
        pytest.param(
            "They agreed to conclude an Agreement on the Exchange of Cadets.",
            "Agreement on the Exchange of Cadets",
            "planned",
            id="agreed to conclude",
        ),
        pytest.param(
            "An Action Plan on Cyber Training will be signed in June.", "Action Plan on Cyber Training", "planned", id="will be signed"
        ),
        pytest.param(
            "The ministers aim at signing a Protocol on Salvage at Sea.", "Protocol on Salvage at Sea", "planned", id="a signing aimed at"
        ),
        pytest.param(
            "They signed an addendum to their salvage agreement.", "addendum to their salvage agreement", "signed", id="an addendum"
        ),
        pytest.param(
            "They signed a Technical Agreement on Cooperation in the Field of Salvage.",
            "Technical Agreement on Cooperation in the Field of Salvage",
            "signed",
            id="a field in capitals",
        ),
        pytest.param(
            "A Memorandum on Salvage at Sea, which is due to be signed in June, was ready.",
            "Memorandum on Salvage at Sea",
            "planned",
            id="due to be signed",
        ),
        pytest.param(
            "The two signed a joint Mine Clearance Cooperation Plan between the ministries.",
            "joint Mine Clearance Cooperation Plan between the ministries",
            "signed",
            id="a small adjective belongs to the name",
        ),
        pytest.param(
            "They signed the Memorandum of Understanding on Cooperation in the Fields of Naval History, Archives and Music.",
            "Memorandum of Understanding on Cooperation in the Fields of Naval History, Archives and Music",
            "signed",
            id="a list of fields",
        ),
        pytest.param(
            "The ministers put their names to a Letter of Intent on Salvage.", "Letter of Intent on Salvage", "signed", id="names put to it"
        ),
        pytest.param("They discussed a draft Agreement on Salvage at Sea.", "Agreement on Salvage at Sea", "discussed", id="discussed"),
        pytest.param(
            "The Bilateral Engagement Plan for 2025 was signed by both.",
            "Bilateral Engagement Plan for 2025",
            "signed",
            id="a plan with a proper name",
        ),
        pytest.param(
            "They signed an MoU on cooperation in the field of meteorology.",
            "MoU on cooperation in the field of meteorology",
            "signed",
            id="an acronym",
        ),
    ],
)
def test_a_document_is_read_with_what_was_done(line: str, title: str, action: str) -> None:
    assert read(line) == [(title, action)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Cooperation under the Treaty on Good Neighbours goes on.", id="background of cooperation"),
        pytest.param("They reaffirmed their commitment to the Strategic Framework Agreement.", id="a commitment renewed in words"),
        pytest.param("The ministers reached agreement on every point.", id="agreement without a document"),
        pytest.param("They talked about the Regional Defence Industrial Programme.", id="a policy talked about"),
        pytest.param("Ties have grown since 1994 through the signing of a Protocol on Diving.", id="signed long since"),
        pytest.param("They recalled the Protocol on Joint Patrols signed in 2008.", id="signed in an earlier year"),
        pytest.param("The navies signed a Protocol on Diving in December 2019.", id="signed years before the release"),
        pytest.param("The guest signed the Book of Honor.", id="a guest book"),
        pytest.param("The plan was signed off by the office.", id="a plan without a name"),
    ],
)
def test_what_is_no_document_of_the_day_is_left_out(line: str) -> None:
    assert read(line) == []


def test_two_documents_of_one_sentence_are_two() -> None:
    line = "They signed a Letter of Intent on Mine Clearance and a Protocol on Joint Patrols."
    assert read(line) == [("Letter of Intent on Mine Clearance", "signed"), ("Protocol on Joint Patrols", "signed")]


def test_a_document_told_twice_is_one_under_its_fuller_name() -> None:
    body = (
        "An arrangement was signed in Lima.\n\nThey signed a Technical Arrangement on Diving Medicine. The arrangement was signed by both."
    )
    assert read(body) == [("Technical Arrangement on Diving Medicine", "signed")]


@pytest.mark.parametrize(
    ("line", "parties"),
    [
        pytest.param("They signed the Chile-Peru Agreement on Salvage.", ("CL", "PE"), id="the title names them"),
        pytest.param("Popa and Roca signed a Protocol on Joint Patrols.", ("CL", "PE"), id="the signers"),
        pytest.param("The three signed a Protocol on Joint Patrols.", ("CL", "EC", "PE"), id="all who met"),
    ],
)
def test_the_parties_are_those_who_sign(line: str, parties: tuple[str, ...]) -> None:
    (found,) = agreements.find(both_of(line), Release("", line, published="2024-05-06"), (TALKS,))
    assert found.countries == parties


def test_the_evidence_is_the_title_and_the_verb() -> None:
    line = "The ministers signed a Letter of Intent on Mine Clearance."
    (found,) = agreements.find(both_of(line), Release("", line), (TALKS,))
    assert {field: line[at.start : at.end] for field, at in found.evidence} == {
        "title": "Letter of Intent on Mine Clearance",
        "action": "signed",
    }


@pytest.mark.parametrize("text", ["signed an agreement " * 3000, "Agreement on " * 5000, "Protocol " * 5000, "‘Plan " * 4000, ""])
def test_any_text_is_read_without_fault(text: str) -> None:
    read(text)
