"""Who took part because the release quotes him or reports what he said. All names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release
from tests.engine.growth import is_steady
from tests.engine.test_meeting_places import reported

TALKS = "Peru and Sweden held talks on submarine rescue in Lima on 14 May."


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Rear Admiral Eva Lind said the two navies would train together.", id="words reported"),
        pytest.param("“We train as one,” said the Chief of Staff, Rear Admiral Eva Lind.", id="words quoted"),
        pytest.param("Rear Admiral Eva Lind, Chief of Staff of the Navy, presented the new vessel.", id="an office before the verb"),
        pytest.param(
            "The Swedish Chief of Staff, Rear Admiral Eva Lind, told the guests that much was done.", id="an office before the name"
        ),
        pytest.param("According to Rear Admiral Eva Lind, the rescue vessel is ready.", id="according to"),
        pytest.param("Rear Admiral Eva Lind explained that two ships have returned since January.", id="a day in what was said"),
        pytest.param("Rear Admiral Eva Lind told the press conference that the vessel would come.", id="at the press conference"),
        pytest.param("Rear Admiral Eva Lind and General Paul Reed told the guests of the vessel.", id="one of two"),
    ],
)
def test_an_official_of_a_side_who_speaks_took_part(sentence: str) -> None:
    (meeting,) = reported(f"{TALKS} {sentence}")
    assert meeting.people == ("Eva Lind",)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("General Paul Reed said the two navies would train together.", id="of no side"),
        pytest.param("“We thank Rear Admiral Eva Lind for the vessel,” the sailors said.", id="named in the words of another"),
        pytest.param("Rear Admiral Eva Lind commands the fleet.", id="says nothing"),
        pytest.param("Rear Admiral Eva Lind said on 3 March that the vessel would come.", id="said on another day"),
        pytest.param("Rear Admiral Eva Lind said last year that the vessel would come.", id="said in another year"),
        pytest.param("The sailors told Rear Admiral Eva Lind that they were ready.", id="was told"),
        pytest.param("Rear Admiral Eva Lind announced a new vessel.", id="announced something, which needs no talks"),
        pytest.param("Rear Admiral Eva Lind told reporters that the vessel would come.", id="told reporters"),
        pytest.param("Rear Admiral Eva Lind told the Harbour Press. Rear Admiral Eva Lind said more.", id="told an agency, and said more"),
    ],
)
def test_others_whom_the_release_names_did_not(sentence: str) -> None:
    (meeting,) = reported(f"{TALKS} {sentence}")
    assert meeting.people == ()


@pytest.mark.parametrize(
    ("office", "people"),
    [
        pytest.param("the Swedish ambassador to Peru", ("Eva Lind",), id="an official"),
        pytest.param("a former Swedish ambassador to Peru", (), id="holds the office no more"),
        pytest.param("an analyst at the Swedish Ministry of Defence", (), id="looks on"),
    ],
)
def test_who_holds_no_office_was_not_there_for_speaking(office: str, people: tuple[str, ...]) -> None:
    read = pipeline.read(
        Release(None, f"{TALKS} “Both navies gain by it, and will go on,” said Eva Lind, {office}.", published="2024-05-15")
    )
    assert [meeting.people for meeting in read.meetings] == [people]


@pytest.mark.parametrize(
    ("first", "people"),
    [
        pytest.param("Minister of Defence Mart Tamm", ("Luis Roca", "Jane Doe", "Eva Lind"), id="the one at which the side was"),
        pytest.param(
            "Minister of Defence Mart Tamm and a Swedish delegation", ("Luis Roca", "Jane Doe"), id="neither, where it was at both"
        ),
    ],
)
def test_one_who_speaks_in_a_release_of_two_occasions_was_at(first: str, people: tuple[str, ...]) -> None:
    found = reported(
        f"Colonel Luis Roca met {first} in Lima on 14 May. On 15 May, Colonel Luis Roca met Secretary of Defense Jane Doe and a Swedish"
        " delegation in Lima. “All went well,” said Rear Admiral Eva Lind."
    )
    assert [meeting.people for meeting in found] == [("Luis Roca", "Mart Tamm"), people]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("Rear Admiral Eva Lind, Chief of Staff of the Navy, presented the vessel. ", id="people who speak"),
        pytest.param("Rear Admiral Eva Lind accompanied Colonel Luis Roca to all his meetings. ", id="who was at all meetings"),
        pytest.param("“More,” said the Chief of the Staff of the Navy, Rear Admiral Eva Lind. ", id="words quoted"),
        pytest.param(
            "Colonel Luis Roca met Rear Admiral Eva Lind in Lima on Monday 13 and at the same venue. ", id="occasions in one town"
        ),
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert is_steady(lambda text: reported(f"{TALKS} {text}"), piece, signs=4_000)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Rear Admiral Eva Lind met Colonel Luis Roca in Lima on 14 May, the spokesman, General Ion Rusu, told reporters.",
            id="closes the sentence",
        ),
        pytest.param("Rear Admiral Eva Lind met Colonel Luis Roca in Lima on 14 May, General Ion Rusu said.", id="said last"),
    ],
)
def test_who_only_tells_of_it_was_not_there(text: str) -> None:
    (meeting,) = reported(text)
    assert meeting.people == ("Eva Lind", "Luis Roca")


def test_who_leads_to_what_a_title_alone_did_was_not_there() -> None:
    (meeting,) = reported("Minister Ana Popa left. General Ion Rusu said the minister met Colonel Luis Roca in Lima on 14 May.")
    assert meeting.people == ("Ana Popa", "Luis Roca")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rear Admiral Eva Lind said she met Colonel Luis Roca in Lima on 14 May.", id="tells of himself or herself"),
        pytest.param(
            "Rear Admiral Eva Lind met Colonel Luis Roca in Lima on 14 May. “Come again,” Colonel Roca told the guests.", id="quoted"
        ),
    ],
)
def test_who_tells_of_it_and_was_there_stays(text: str) -> None:
    (meeting,) = reported(text)
    assert meeting.people == ("Eva Lind", "Luis Roca")
