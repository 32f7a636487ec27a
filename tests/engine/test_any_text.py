"""What holds for any text at all: nothing raises, every span lies in its text, and the record keeps what `bench.promises` asks of it."""

from __future__ import annotations

import random

import pytest

from bench import promises
from bench.plausible import Writer
from ingest.engine import pipeline
from ingest.engine.types import Document, Record

SEED = 7


def read(text: str) -> Record:
    return pipeline.extract(Document(text))


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
    pytest.param("The Minister, Neto, met General Bo Ray", id="a surname that is a suffix of other names"),
    pytest.param(
        "Al Roca (Peru), Bo Ray (Kenya) together with Colonel Lind of Fiji. Talks between Generals Will Poe and Ng and Captains Al and Bo",
        id="talks open a sentence that leaves out who held them",
    ),
    pytest.param("31 Nov, Sunday:\n\nThe talks in Lima were long.", id="a day above a release that no calendar has"),
]


@pytest.mark.parametrize("text", BROKE)
def test_a_line_on_which_a_rule_once_broke_is_read(text: str) -> None:
    assert list(promises.broken(read(text))) == []


@pytest.mark.parametrize("end", ["General", "Colonel of", "the Peruvian Army, Navy", "Ministers A and", "on 3", "“We", "Gen. (", "Peru’s"])
def test_a_text_may_end_anywhere(end: str) -> None:
    text = f"General Bo Ray met the Minister of Defence of Kenya, Al Poe, in Lima on 3 May 2024 with {end}"
    assert [each.name for each in read(text).people][:2] == ["Bo Ray", "Al Poe"]


@pytest.mark.parametrize(("name", "found"), [("Neto", ["Neto"]), ("Jr.", []), ("II", [])])
def test_a_suffix_alone_is_a_name_where_it_is_a_surname(name: str, found: list[str]) -> None:
    assert [each.name for each in read(f"The Defence Minister, {name}, arrived in Lima, the ministry said.").people] == found
