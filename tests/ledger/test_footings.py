"""What people decided is found again when a newer engine reads another name, country, office or kind in the same words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User

from archive.actions import corrections, meetings, people
from archive.models import Agreement, Appointment, Correction, FormerKey, Meeting, MeetingReport, Organization, Person, Quote
from archive.records.review import Desk
from ingest import projection
from ingest.engine.types import Agreement as ReadAgreement
from ingest.engine.types import Quote as ReadQuote
from ingest.engine.types import Record
from ingest.models import Footing
from tests.ingest.made_up import at
from tests.ingest.snapshot import snapshot
from tests.ledger.conftest import names_in, put

WORDS = {"One": "", "Two": " They spoke of ships."}


def reads(title: str, **fields: Any) -> Record:
    """The release of that title, with other values in Popa's fact."""
    return _with(names_in(title, "Mihai Popa", more=WORDS[title]), **fields)


def _with(read: Record, **fields: Any) -> Record:
    popa, *others = read.people
    return replace(read, people=(replace(popa, **fields), *others))


def anew(*read: Record, engine: str = "test-2") -> None:
    for one in read:
        put(one, engine=engine)


def test_a_corrected_country_holds_when_the_machine_reads_a_third(popa: Person, administrator: User) -> None:
    made = people.set_country(person=popa, country="MD", by=administrator)
    anew(reads("One", country="UA"), reads("Two", country="UA"))
    popa.refresh_from_db()
    made.refresh_from_db()
    assert (popa.country_id, made.old, made.reads_now) == ("MD", "RO", "UA")
    assert Person.objects.filter(name="Mihai Popa").count() == 1
    assert not Desk(administrator, queue="orphans").orphans


def test_the_machine_s_reading_counts_again_when_the_correction_is_taken_back(popa: Person, administrator: User) -> None:
    anew(reads("One", country="UA"), reads("Two", country="UA"))
    machine = snapshot()
    anew(reads("One"), reads("Two"), engine="test-1")
    made = people.set_country(person=Person.objects.get(name="Mihai Popa"), country="MD", by=administrator)
    anew(reads("One", country="UA"), reads("Two", country="UA"))
    corrections.withdraw(correction=made, by=administrator)
    assert snapshot() == machine


def test_where_one_release_of_two_is_read_otherwise_both_stay_of_one_official(popa: Person, administrator: User) -> None:
    people.set_country(person=popa, country="MD", by=administrator)
    anew(reads("One", country="UA"))
    assert Person.objects.get(name="Mihai Popa").mentions.values("article").distinct().count() == 2
    settled = snapshot()
    projection.rebuild()
    assert snapshot() == settled


def test_a_fuller_name_is_the_same_official_and_another_name_is_another(popa: Person, administrator: User) -> None:
    people.set_country(person=popa, country="MD", by=administrator)
    anew(reads("One", name="Mihai Ion Popa"), reads("Two", name="Elena Popa"))
    assert {(one.name, one.country_id) for one in Person.objects.exclude(name="Ilir Hoxha")} == {
        ("Mihai Ion Popa", "MD"),
        ("Elena Popa", "RO"),
    }


def test_what_is_nobody_stays_away_under_another_country(popa: Person, administrator: User) -> None:
    people.suppress(person=popa, by=administrator)
    anew(reads("One", country="UA"), reads("Two", country=None))
    assert not Person.objects.filter(name="Mihai Popa").exists()


def test_those_whom_people_joined_stay_one(popa: Person, twin: Person, administrator: User) -> None:
    people.merge(source=twin, into=popa, by=administrator)
    anew(reads("One", country="UA"), reads("Two", country="UA"), _with(names_in("Three", "Mihai-Ion Popa"), country="UA"))
    assert Person.objects.get(name="Mihai Popa").mentions.values("article").distinct().count() == 3


def test_a_split_taken_back_leaves_nobody_held_to_what_was_split_off(popa: Person, administrator: User) -> None:
    before = snapshot()
    mention = popa.mentions.filter(article__title="One")[:1]
    other = Person.objects.get(key=people.split(person=popa, mentions=list(mention), by=administrator))
    made = people.set_country(person=other, country="MD", by=administrator)
    anew(reads("One"), engine="test-1")
    people.undo_split(person=other, by=administrator)
    corrections.withdraw(correction=made, by=administrator)
    assert snapshot() == before


def test_a_corrected_rank_holds_when_the_office_is_read_in_other_words(popa: Person, administrator: User) -> None:
    office = Appointment.objects.get(person=popa)
    made = corrections.correct(kind="appointment", key=office.key, field="rank", new="General", seen="", by=administrator)
    anew(reads("One", position="chief of staff", rank="Col."), reads("Two", position="chief of staff", rank="Col."))
    made.refresh_from_db()
    office = Appointment.objects.get(person=popa)
    assert (office.rank, office.position, made.reads_now) == ("General", "chief of staff", "Col.")
    corrections.withdraw(correction=made, by=administrator)
    held = Appointment.objects.get(person=popa)
    assert (held.rank, held.key == office.key) == ("Col.", False)


def test_a_renamed_organization_holds_when_the_machine_reads_another_country(popa: Person, administrator: User) -> None:
    staff = Organization.objects.get(name="General Staff")
    corrections.correct(kind="organization", key=staff.key, field="name", new="The Staff", seen="General Staff", by=administrator)
    for title in WORDS:
        read = reads(title)
        put(replace(read, organizations=tuple(replace(one, country="MD") for one in read.organizations)), engine="test-2")
    assert list(Organization.objects.filter(pk=staff.pk).values_list("name", flat=True)) == ["The Staff"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"kind": "visit"}, id="another kind"),
        pytest.param({"evidence": ()}, id="other words for it"),
        pytest.param({"kind": "visit", "countries": ("AL", "MD", "RO")}, id="a third country and another kind"),
    ],
)
def test_a_corrected_meeting_is_found_again_under(changed: dict[str, Any], popa: Person, administrator: User) -> None:
    occasion = Meeting.objects.get()
    corrections.correct(kind="meeting", key=occasion.key, field="place", new="Durrës", seen="Tirana", by=administrator)
    for title in WORDS:
        read = reads(title)
        put(replace(read, meetings=tuple(replace(one, **changed) for one in read.meetings)), engine="test-2")
    assert Meeting.objects.get().place == "Durrës"
    leads = dict(FormerKey.objects.values_list("key", "now"))
    assert leads.get(occasion.key, occasion.key) == Meeting.objects.get().key
    assert not Desk(administrator, queue="orphans").orphans


def test_accounts_that_people_parted_stay_apart_when_read_as_another_kind(popa: Person, administrator: User) -> None:
    occasion = Meeting.objects.get()
    meetings.split(meeting=occasion, report=MeetingReport.objects.get(article__title="Two"), by=administrator)
    for title in WORDS:
        read = reads(title)
        put(replace(read, meetings=tuple(replace(one, kind="visit") for one in read.meetings)), engine="test-2")
    assert Meeting.objects.count() == 2
    assert not Desk(administrator, queue="orphans").lost_judgements


def test_an_agreement_and_a_quotation_are_found_again_by_their_words(db: None, administrator: User) -> None:
    def read(*, action: str, quoted: str) -> Record:
        one = names_in("One", "Mihai Popa", more=" A letter of intent was signed. “We are glad to be here today,” he said.")
        body = one.release.body
        letter = ReadAgreement("Letter of Intent", action, ("AL", "RO"), (("title", at(body, "letter of intent")),))
        return replace(one, agreements=(letter,), quotes=(ReadQuote("Mihai Popa", quoted, at(body, quoted)),))

    put(read(action="signed", quoted="We are glad to be here"))
    letter, said = Agreement.objects.get(), Quote.objects.get()
    corrections.correct(kind="agreement", key=letter.key, field="title", new="LOI", seen="Letter of Intent", by=administrator)
    corrections.correct(kind="quote", key=said.key, field="speaker_name", new="M. Popa", seen="Mihai Popa", by=administrator)
    put(read(action="planned", quoted="glad to be here today"), engine="test-2")
    assert (Agreement.objects.get().title, Quote.objects.get().speaker_name) == ("LOI", "M. Popa")


def test_nothing_is_kept_where_nobody_decided(popa: Person) -> None:
    anew(reads("One", country="UA"), reads("Two"))
    assert not Footing.objects.exists()


def test_a_correction_that_nothing_speaks_of_any_more_is_on_the_desk(popa: Person, administrator: User) -> None:
    office = Appointment.objects.get(person=popa)
    corrections.correct(kind="appointment", key=office.key, field="rank", new="General", seen="", by=administrator)
    anew(reads("One", position=None, organization=None), reads("Two", position=None, organization=None))
    assert [made for made, _ in Desk(administrator, queue="orphans").orphans] == list(Correction.objects.all())


def test_what_the_machine_reads_in_an_office_leads_to_its_holder(popa: Person, administrator: User) -> None:
    office = Appointment.objects.get(person=popa)
    corrections.correct(kind="appointment", key=office.key, field="rank", new="General", seen="", by=administrator)
    anew(reads("One", rank="Col."), reads("Two", rank="Col."))
    [(made, subject)] = Desk(administrator, queue="reads").reads
    assert (made.reads_now, subject and subject.url) == ("Col.", f"/people/{popa.public_id}/")


def test_whose_country_is_set_right_is_compared_as_of_that_country(db: None, administrator: User) -> None:
    put(names_in("One", "Mihai Popa", country="MD"))
    put(names_in("Two", "Mihai Popa", country="RO"))
    wrong = Person.objects.get(name="Mihai Popa", country="MD")
    projection.compare()
    assert Person.objects.filter(name="Mihai Popa").count() == 2
    made = people.set_country(person=wrong, country="RO", by=administrator)
    projection.compare()
    assert Person.objects.filter(name="Mihai Popa").count() == 1
    corrections.withdraw(correction=made, by=administrator)
    projection.compare()
    assert Person.objects.filter(name="Mihai Popa").count() == 2
