"""The code book has every field, and none that is not there."""

import pytest

from archive.api.views import ROOMS
from archive.views.exports import TABLES
from ingest.codebook import KINDS, answers, codebook, fact_of, facts
from ingest.engine.pipeline import extract
from ingest.engine.record import as_json
from ingest.engine.types import Document

RELEASE = "\n\n".join(
    [
        "Minister Popa receives General Kim",
        "BUCHAREST, 12 September 2024 – Minister of National Defense Ana Popa met General Kim Min-ho, Chief of the Joint Chiefs of "
        "Staff of the Republic of Korea, in Bucharest on 10 September 2024. They signed a memorandum of understanding on cyber defense "
        "between Romania and the Republic of Korea.",
        "“Our partnership is built on trust and on years of work together,” said Minister Popa.",
    ]
)


@pytest.fixture(scope="module")
def record() -> dict:
    return as_json(extract(Document(text=RELEASE)), path="release.txt")


def test_every_field_of_an_article_is_told(record: dict) -> None:
    assert list(facts()["article"]) == list(record)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "article"])
def test_every_field_of_a_fact_is_told(record: dict, kind: str) -> None:
    assert record[kind], f"the release of this test tells of no {kind} any more"
    assert set(facts()[kind]) == set(record[kind][0])


@pytest.mark.parametrize("room", TABLES)
def test_a_column_names_a_fact_that_there_is(room: str) -> None:
    for column in TABLES[room].columns:
        if fact := fact_of(room, column.name):
            kind, _, field = fact.partition(".")
            assert field in facts()[kind]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.room)
def test_every_field_of_an_answer_is_told(room) -> None:
    assert all(answers(room).values())


def test_every_column_stands_on_the_page() -> None:
    page = codebook()
    assert all(f"| `{column.name}` | " in page for table in TABLES.values() for column in table.columns)
