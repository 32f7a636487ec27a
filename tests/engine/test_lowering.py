"""Paragraphs in capitals: who and what is told in them is read, and every letter stays in its place. All names are invented."""

from __future__ import annotations

import pytest

from bench import promises
from ingest.engine import lowering, pipeline
from ingest.engine.types import Release

NOTE = (
    "THE HONOURABLE MINISTER OF DEFENCE, H.E. MUSA BELLO, RECEIVED IN ABUJA ON 20TH JUNE 2024 A DELEGATION OF THE HUNGARIAN ARMED FORCES, "
    "LED BY LIEUTENANT GENERAL ISTVÁN SZŐKE, DEPUTY CHIEF OF THE GENERAL STAFF. GHANA'S MINISTRY OF DEFENCE AND NATO (PFP) AGREED."
)


def read(body: str) -> Release:
    return Release(title="", body=body, publisher="Ministry of Defence of Nigeria", language="en", published="2024-06-21")


def test_a_paragraph_in_capitals_is_set_as_prose() -> None:
    assert lowering.as_prose(read(NOTE)).body == (
        "The Honourable Minister of Defence, H.E. Musa Bello, received in Abuja on 20th June 2024 a delegation of the Hungarian Armed "
        "Forces, led by Lieutenant General István Szőke, Deputy Chief of the General Staff. Ghana's Ministry of Defence and NATO (PFP) "
        "agreed."
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("COLOMBIA\n\nMinister Musa Bello met Minister Ana Ruiz on the sidelines of the conference in Lima.", id="heading"),
        pytest.param("Lt. Gen. MUSA BELLO, Chief of the DEFENCE STAFF, met General ANA RUIZ and the NATO delegation in LIMA.", id="names"),
        pytest.param("RSVP: MUSA BELLO, PRESS OFFICE, ABUJA, TEL. 555-0100", id="too short to tell anything"),
    ],
)
def test_what_is_printed_as_prose_stays_as_it_is(body: str) -> None:
    assert lowering.as_prose(read(body)).body == body


@pytest.mark.parametrize("odd", ["İ", "ŉ", "ß", "ﬁ", "Ω", "Ⅳ", "'", "(", "-", "20TH", "H.E."])
def test_every_letter_stays_in_its_place(odd: str) -> None:
    body = f"{odd} {NOTE} {odd}{odd} {NOTE}{odd}"
    lowered = lowering.as_prose(read(body)).body
    assert len(lowered) == len(body)
    assert all(small in (letter, letter.lower()) for small, letter in zip(lowered, body, strict=True))


def test_people_and_meetings_in_capitals_are_read() -> None:
    record = pipeline.read(read(NOTE))
    assert record.release.body == NOTE
    assert [(each.name, each.position, each.country) for each in record.people] == [
        ("Musa Bello", "Minister of Defence", "NG"),
        ("István Szőke", "Deputy Chief of the General Staff", "HU"),
    ]
    (meeting,) = record.meetings
    assert (meeting.date, meeting.place, meeting.countries) == ("2024-06-20", "Abuja", ("HU", "NG"))
    assert list(promises.broken(record)) == []


def test_a_quotation_in_capitals_is_kept_as_printed() -> None:
    said = "WE HAVE TWO BOATS AND TWO MILLION SQUARE MILES OF WATER"
    record = pipeline.read(read(f'{NOTE}\n\n"{said}," SAID MINISTER MUSA BELLO TO THE GUESTS WHO HAD COME TO ABUJA FROM BUDAPEST.'))
    assert [(quote.text.rstrip(","), quote.speaker) for quote in record.quotes] == [(said, "Musa Bello")]
    assert list(promises.broken(record)) == []
