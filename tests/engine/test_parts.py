"""Who is meant by the part that he or she plays: "the new Commander", "the visiting Minister", "the diplomat". All names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Record, Release
from tests.engine.growth import is_steady

HANDOVER = (
    "LIMA, 12 May 2023 – On Tuesday, Rear Admiral Luis Roca of Chile handed over command of the fleet to Rear Admiral Hugo Paz of Peru."
)
TALKS = (
    "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, received the Minister of Defence of Chile, Luis Roca,"
    " and the Ambassador of Japan, Haruto Ono, on Friday."
)


def read(text: str) -> Record:
    return pipeline.read(Release(title="Officials meet", body=text, published="2023-05-12"))


def speaker(text: str) -> str | None:
    said = read(text).quotes
    return said[-1].speaker if said else None


@pytest.mark.parametrize(
    ("told", "words", "who"),
    [
        pytest.param(HANDOVER, "said the outgoing commander", "Luis Roca", id="who leaves"),
        pytest.param(HANDOVER, "the departing Commander said", "Luis Roca", id="who departs"),
        pytest.param(HANDOVER, "said the new commander", "Hugo Paz", id="who comes"),
        pytest.param(HANDOVER, "the incoming Admiral said", "Hugo Paz", id="who comes, by rank"),
        pytest.param(
            "LIMA, 12 May – Colonel Hugo Paz succeeds Colonel Luis Roca as attaché in Lima.",
            "said the new attaché",
            "Hugo Paz",
            id="who succeeds",
        ),
        pytest.param(
            "LIMA, 12 May – Colonel Hugo Paz took over command of the wing from Colonel Luis Roca.",
            "said the outgoing chief",
            "Luis Roca",
            id="from whom a command was taken over",
        ),
        pytest.param(
            "LIMA, 12 May – Brig. Gen. (CHL) Luis Roca handed over command of the wing to Brig. Gen. (PER) Hugo Paz.",
            "said the new Commander",
            "Hugo Paz",
            id="ranks with their nation in brackets",
        ),
        pytest.param(TALKS, "said the visiting minister", "Luis Roca", id="who was received"),
        pytest.param(TALKS, "said the diplomat", "Haruto Ono", id="the diplomat"),
        pytest.param(TALKS, "the Japanese diplomat replied", "Haruto Ono", id="the diplomat of a nation"),
        pytest.param(TALKS, "said the head of the Chilean delegation", "Luis Roca", id="who heads a delegation"),
    ],
)
def test_who_plays_a_part_is_the_one_that_the_release_gives_it(told: str, words: str, who: str) -> None:
    assert speaker(f"{told} “We are the sum of all our crews,” {words}.") == who


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("said the new spokesman", id="another office"),
        pytest.param("said the new Commander of the Air Base", id="the commander of something else"),
        pytest.param("said a diplomat", id="some diplomat"),
        pytest.param("said the head of the Bolivian delegation", id="of a state of which nobody is named"),
    ],
)
def test_a_part_that_the_release_gives_to_nobody_is_nobodys(words: str) -> None:
    assert speaker(f"{HANDOVER} “We are the sum of all our crews,” {words}.") is None


def test_two_who_speak_one_after_the_other_are_told_apart_by_their_titles() -> None:
    said = read(f"{TALKS} “Japan is a friend of ours,” the minister said. “Our friendship is old,” the ambassador replied.").quotes
    assert [quote.speaker for quote in said] == ["Ana Popa", "Haruto Ono"]


def test_an_office_is_that_of_its_holder_and_not_that_of_the_deputy_named_behind() -> None:
    (first, second) = read(
        "The Head of Mission and Force Commander of EUFOR, Major General Luis Roca, met Minister Ana Popa of Bosnia and Herzegovina"
        " on 3 May 2023.\n\nOn 5 May the Force Commander met the Minister of Defence of Bosnia and Herzegovina, Zoran Babić, in Sarajevo."
        " The Deputy Force Commander, Brigadier General Hugo Paz, also took part."
    ).meetings
    assert (first.people, second.people) == (("Luis Roca", "Ana Popa"), ("Luis Roca", "Zoran Babić", "Hugo Paz"))


@pytest.mark.parametrize(
    "piece", ["The new Commander spoke. ", "The diplomat of the head of the Chilean side and the visiting minister met. "]
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert is_steady(lambda text: read(f"{TALKS} {HANDOVER} {text}"), piece, signs=4_000)
