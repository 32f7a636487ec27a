"""What holds for any text at all: nothing raises, every span lies in its text, and the record keeps what `bench.promises` asks of it."""

from __future__ import annotations

import random

import pytest

from bench import promises
from bench.plausible import Writer
from ingest.engine import pipeline
from ingest.engine.types import Document, Record, Release
from tests.engine.growth import is_steady

RELEASES, SEED = 25, 7


def read(text: str) -> Record:
    return pipeline.extract(Document(text))


def test_plausible_releases_are_read_and_their_records_keep_their_promises() -> None:
    writer = Writer(random.Random(SEED))
    for _ in range(RELEASES):
        text = writer.release()
        record = read(text)
        assert (list(promises.broken(record)), text) == ([], text)


def test_the_same_bytes_give_the_same_record() -> None:
    text = Writer(random.Random(SEED)).release()
    assert read(text) == read(text)


def test_one_seed_writes_the_same_releases() -> None:
    one, other = (Writer(random.Random(SEED)) for _ in range(2))
    assert [one.release() for _ in range(3)] == [other.release() for _ in range(3)]


BROKE = [
    pytest.param("The minister, General", id="a rank is the last word of a text"),
    pytest.param("COMLANDCOM OF PERU, GENERAL", id="a rank is the last word behind an office and a state"),
    pytest.param("Fiji met the Peruvian Army, Navy", id="a service of one word is the last of a row and of a text"),
    pytest.param("Minister, NETO, General Luis", id="a surname that is a suffix of other names"),
    pytest.param(
        "Luis Siverskodonetsk (Isle of Man), Abdul Berbera (Republic of Kenya) together with Marsekal of Cambodia. Talks between Army "
        "Generals Will Kowalczyk and Ng and Slts Luis “Marshal” Marshal and Al",
        id="talks open a sentence that leaves out who held them",
    ),
    pytest.param(
        "Defence ministers from the African countries meeting in Lima on 14 May agreed to buy ships together. Colonel Luis Roca",
        id="a name is the last word, behind a sentence that an office opens",
    ),
    pytest.param(
        "Koramiral Sin met B. The Fijian guest meet Lind. Lind Peru the Peruvian party Kenyan Assistant of Police (at Daesh, "
        "Peru’s and Republic of Kenya’s Council Members Al-Bo Lind and Bo",
        id="the state of one who met is named nowhere beside the words",
    ),
    pytest.param("5-31 March, the last day", id="the last day of those whose year is not known"),
    pytest.param("Talks of Peru and Kenya were held at Usfk Esee- on Friday.", id="a site whose name breaks off behind a dash"),
    pytest.param("31 Nov, Sunday:\n\nThe talks in Lima were long.", id="a day above a release that no calendar has"),
]


@pytest.mark.parametrize("text", BROKE)
def test_a_line_on_which_a_rule_once_broke_is_read(text: str) -> None:
    assert list(promises.broken(read(text))) == []


@pytest.mark.parametrize("end", ["General", "Colonel of", "the Peruvian Army, Navy", "Ministers A and", "on 3", "“We", "Gen. (", "Peru’s"])
def test_a_text_may_end_anywhere(end: str) -> None:
    text = f"General Bo Ray met the Minister of Defence of Kenya, Al Poe, in Lima on 3 May 2024 with {end}"
    assert [each.name for each in read(text).people][:2] == ["Bo Ray", "Al Poe"]


BROKEN_OFF = (
    "Chief of General Staff (CGS) UK Army, General Luis Roca and Ambassador Ana Lund, Chair of the Committee on Ports of Peru, met"
    " President Ivo Kolev (CGS), his counterpart, Defence Secretary Goro Takeo (left), on behalf of the Minister of Defence of the"
    " Republic of Chile"
)


@pytest.mark.parametrize("end", ["", " (", ",", " of", ", the", " (A", " –"])
def test_a_text_may_break_off_at_any_word(end: str) -> None:
    words = BROKEN_OFF.split()
    for first in range(0, len(words), 4):
        for last in range(first + 1, len(words) + 1):
            pipeline.read(Release(None, " ".join(words[first:last]) + end, published="2024-05-15"))  # as it is: no page is cleaned


def test_an_address_that_is_none_tells_nothing() -> None:
    text = "General Bo Ray met Colonel Al Poe in Lima on Friday, and both spoke of rescue at sea."
    page = f"<html><head><link rel=canonical href='http://[mod.gov.pe'></head><body><p>{text}</p></body></html>"
    assert [each.name for each in pipeline.extract(Document(page, "html", url="https://[x")).people] == ["Bo Ray", "Al Poe"]


@pytest.mark.parametrize(("name", "found"), [("Neto", ["Neto"]), ("Jr.", []), ("II", [])])
def test_a_suffix_alone_is_a_name_where_it_is_a_surname(name: str, found: list[str]) -> None:
    assert [each.name for each in read(f"The Defence Minister, {name}, arrived in Lima, the ministry said.").people] == found


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("the talks of November. ", id="months in a sentence that does not end"),
        pytest.param("Source: United Nations Secretariat ", id="international organizations"),
        pytest.param("the Ministers of Peru and Kenya, Bo Ray and Al Poe, and ", id="holders of one office"),
    ],
)
def test_one_construction_over_and_over_takes_time_by_its_length(piece: str) -> None:
    assert is_steady(read, piece, signs=12_000)


@pytest.mark.parametrize("body", ["AU", "UN", "EU", "EC"])
def test_a_body_whose_letters_are_those_of_a_state_is_none(body: str) -> None:
    told = f"The {body} Force Commander, General Ana Roca, received the Minister of Defence of Peru, Luis Vera."
    found = pipeline.extract(Document(f"3 March 2024 - {told}")).meetings
    assert [(meeting.country, meeting.host) for meeting in found] == [(None, None)] * len(found)
