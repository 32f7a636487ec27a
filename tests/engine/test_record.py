"""The JSON form of the record: what `extract` prints, what the archive keeps, what `score.py` scores."""

import json

from ingest.engine.record import as_json, from_json
from ingest.engine.types import (
    Agreement,
    Dropped,
    Evidence,
    Meeting,
    Mention,
    Organization,
    Participant,
    Person,
    Quote,
    Record,
    Release,
)

AT = Evidence(10, 18, "people.rank-before-name")
IN_TITLE = Evidence(0, 7, "meetings.title", where="title")

FULL = Record(
    release=Release(
        title="Talks in Tirana",
        body="On Monday Ana Popa met Ilir Hoxha.",
        subtitle="A first",
        published="2024-09-XX",
        publisher="Ministry of Defense",
        authors=("Jo Writer",),
        dateline="TIRANA, Albania",
        source_url="https://example.org/1",
        source="front-matter",
        dropped=(Dropped("Share this", "share button"),),
    ),
    engine="7",
    countries=("AL", "RO"),
    people=(
        Person(
            "Ana Popa",
            aliases=("Popa",),
            rank="Major General",
            honorific="H.E.",
            position="Chief",
            organization="General Staff",
            country="RO",
            level=3,
            acting=True,
            former=False,
            on_behalf_of="the Minister",
            evidence=(("name", AT), ("rank", IN_TITLE)),
            mentions=(AT, IN_TITLE),
        ),
    ),
    organizations=(Organization("General Staff", ("GS",), "RO", (("name", AT),), (AT,)),),
    meetings=(
        Meeting(
            title="Staff Talks",
            kind="meeting",
            status="primary",
            date="2024-09-09",
            end_date=None,
            place="Tirana",
            country="AL",
            countries=("AL", "RO"),
            organizations=("NATO",),
            people=("Ana Popa",),
            date_basis="relative",
            mode="in_person",
            state="planned",
            host="AL",
            participants=(Participant("Ana Popa", None, "RO", "guest"), Participant(None, "NATO", "INT", "participant")),
            topics=("cyber",),
            evidence=(("title", IN_TITLE),),
        ),
    ),
    agreements=(Agreement("Letter of Intent", "signed", ("AL", "RO"), (("title", AT),)),),
    quotes=(Quote("Ana Popa", "We are glad to be here in this town today.", AT),),
    mentions=(Mention("person", "Ana Popa", AT), Mention("country", "RO", IN_TITLE)),
)
EMPTY = Record(release=Release(title=None, body=""), engine="7")


def test_a_full_record_comes_back_from_json_unchanged() -> None:
    assert from_json(json.loads(json.dumps(as_json(FULL)))) == FULL


def test_an_empty_record_comes_back_from_json_unchanged() -> None:
    assert from_json(json.loads(json.dumps(as_json(EMPTY)))) == EMPTY


def test_every_field_of_the_full_record_differs_from_the_empty_one() -> None:
    """Else the round trip of a forgotten field would go unseen."""
    full, empty = as_json(FULL, path="a.txt"), as_json(EMPTY)
    assert [key for key in full if full[key] == empty[key]] == ["language", "engine"]


def test_path_comes_first() -> None:
    assert next(iter(as_json(FULL, path="a.txt").items())) == ("path", "a.txt")


def test_the_form_has_every_key_of_the_gold_form() -> None:
    gold = {"title", "published", "publisher", "authors", "countries", "people", "organizations", "meetings", "agreements", "quotes"}
    assert gold <= as_json(FULL).keys()
    assert {"name", "aliases", "rank", "honorific", "position", "organization", "country"} <= as_json(FULL)["people"][0].keys()
    assert as_json(FULL)["quotes"][0]["starts"] == "We are glad to be here in this"


def test_evidence_says_field_place_and_rule() -> None:
    assert as_json(FULL)["people"][0]["evidence"][1] == {"field": "rank", "start": 0, "end": 7, "where": "title", "rule": "meetings.title"}


def test_confidence_is_that_of_the_rule_that_found_the_fact() -> None:
    form = as_json(FULL, confidence={"people.rank-before-name": 0.97})
    assert form["people"][0]["confidence"] == 0.97


def test_a_rule_that_was_not_measured_gives_no_confidence() -> None:
    assert as_json(FULL, confidence={})["people"][0]["confidence"] is None
