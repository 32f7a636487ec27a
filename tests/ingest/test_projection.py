"""People, organizations and meetings as a function of what all articles tell, whatever the order in which they came."""

from __future__ import annotations

import random

import pytest

from archive.actions import corrections, people
from archive.models import Appointment, Article, FormerKey, Meeting, MeetingReport, Mention, Organization, Participation, Person, Quote
from ingest import projection
from ingest.engine.types import Agreement, Record
from ingest.engine.types import Mention as MentionRead
from ingest.engine.types import Quote as QuoteRead
from ingest.loading import Loaded, Outcome, load, load_all
from tests.ingest.made_up import any_record, at, body_named, extracted, meeting, official, record
from tests.ingest.snapshot import snapshot

pytestmark = pytest.mark.django_db


def put(read: Record, *, path: str | None = None) -> Loaded:
    loaded = load(extracted(read, path=path or f"{read.release.title}.txt"))
    assert loaded.outcome is not Outcome.FAILED, loaded.reason
    return loaded


TALKS = "Minister of Defense Ana Popa received Major General Ilir Hoxha in Tirana. Popa was pleased."


def talks(body: str = TALKS, *, title: str = "Talks in Tirana", **fields: object) -> Record:
    """A release on talks of Ana Popa (RO) and Ilir Hoxha (AL)."""
    popa = official("Ana Popa", "RO", body, position="Minister of Defense", level=2)
    hoxha = official("Ilir Hoxha", "AL", body, rank="Major General", level=5)
    return record(title=title, body=body, people=(popa, hoxha), meetings=(meeting(body, people=(popa, hoxha), **fields),))


# ---- one article ----


def test_officials_come_with_name_sort_name_other_names_and_office() -> None:
    put(talks())
    popa = Person.objects.get(name="Ana Popa")
    assert (popa.sort_name, popa.country_id, [alias.name for alias in popa.aliases.all()]) == ("Popa, Ana", "RO", ["Popa"])
    office = popa.appointments.get()
    assert (office.position, office.level, str(office.first_seen)) == ("Minister of Defense", 2, "2024-09-12")
    assert [article.title for article in office.articles.all()] == ["Talks in Tirana"]


def test_a_meeting_comes_with_its_sides_its_level_and_the_office_of_that_day() -> None:
    put(talks())
    occasion = Meeting.objects.get()
    assert (occasion.date, occasion.place, occasion.countries, occasion.level) == ("2024-09-10", "Tirana", ["AL", "RO"], 2)
    part = occasion.participations.get(person__name="Ana Popa")
    assert (part.country_id, part.appointment.position) == ("RO", "Minister of Defense")


def test_a_country_for_which_nobody_is_named_takes_part_as_such() -> None:
    put(talks(countries=("AL", "MD", "RO")))
    assert [part.country_id for part in Participation.objects.filter(person=None)] == ["MD"]


def test_a_country_that_the_archive_does_not_know_costs_nothing_else() -> None:
    put(talks(countries=("AL", "RO", "ZZ"), country="ZZ"))
    assert Meeting.objects.get().countries == ["AL", "RO"]


def test_a_report_keeps_its_own_values_and_the_span_of_each() -> None:
    put(talks())
    report = MeetingReport.objects.get()
    assert report.values["people"] == ["Ana Popa", "Ilir Hoxha"]
    assert report.evidence["kind"] == {"start": 0, "end": 10, "where": "body", "rule": "test.rule"}


def test_mentions_carry_their_words_and_lead_to_whom_they_name() -> None:
    put(talks())
    mention = Mention.objects.get(kind="person", value="Ana Popa")
    assert (mention.text, mention.person.name) == ("Ana Popa", "Ana Popa")


def test_quotes_have_speakers_and_agreements_the_meeting_at_which_they_were_made() -> None:
    body = "Ana Popa met Ilir Hoxha. “We will work together on this,” Popa said. They signed a letter of intent."
    popa, hoxha = official("Ana Popa", "RO", body), official("Ilir Hoxha", "AL", body)
    said = "We will work together on this,"
    put(
        record(
            body=body,
            people=(popa, hoxha),
            meetings=(meeting(body, people=(popa, hoxha)),),
            quotes=(QuoteRead("Ana Popa", said, at(body, said)),),
            agreements=(Agreement("letter of intent", "signed", ("AL", "RO"), (("title", at(body, "letter of intent")),)),),
        )
    )
    assert Quote.objects.get().speaker.name == "Ana Popa"
    assert Meeting.objects.get().agreements.get().title == "letter of intent"


def test_the_body_of_an_office_that_no_mention_names_is_made() -> None:
    body = "Ana Popa of the General Staff spoke."
    put(record(body=body, people=(official("Ana Popa", "RO", body, organization="General Staff"),)))
    assert Appointment.objects.get().organization.name == "General Staff"


def test_a_span_that_lies_outside_of_the_text_is_left_out() -> None:
    put(record(body="Short.", mentions=(MentionRead("place", "Tirana", at("far behind the end of the text Tirana", "Tirana")),)))
    assert not Mention.objects.exists()


@pytest.mark.parametrize(
    ("published", "seen"),
    [
        pytest.param("2023-03-14", ("2023-03-14", "2023-03-14"), id="on the day of the release"),
        pytest.param("2023-03", ("2023-03-01", "2023-03-31"), id="on any day of a month"),
        pytest.param("2023", ("2023-01-01", "2023-12-31"), id="on any day of a year"),
    ],
)
def test_an_office_is_seen_on_every_day_that_its_release_may_be_of(published: str, seen: tuple[str, str]) -> None:
    put(record(body="Ana Popa spoke.", published=published, people=(official("Ana Popa", "RO", "Ana Popa spoke.", position="Minister"),)))
    office = Appointment.objects.get()
    assert (str(office.first_seen), str(office.last_seen)) == seen


# ---- several articles ----


def test_one_official_in_two_articles_is_one_person_shown_with_accents() -> None:
    for title, name in (("One", "Vasile Dincu"), ("Two", "DÎNCU Vasile"), ("Three", "Vasile Dîncu")):
        put(record(title=title, body=f"{name} spoke.", people=(official(name, "RO", f"{name} spoke."),)))
    person = Person.objects.get()
    assert (person.name, sorted(alias.name for alias in person.aliases.all())) == ("Vasile Dîncu", ["DÎNCU Vasile", "Vasile Dincu"])


def test_an_office_is_seen_from_the_first_to_the_last_article() -> None:
    for title, day in (("One", "2024-05-01"), ("Two", "2023-02-01"), ("Three", None)):
        body = f"Ana Popa spoke on {day}."
        put(record(title=title, body=body, published=day, people=(official("Ana Popa", "RO", body, position="Minister"),)))
    office = Appointment.objects.get()
    assert (str(office.first_seen), str(office.last_seen), office.articles.count()) == ("2023-02-01", "2024-05-01", 3)


def test_an_organization_has_all_the_names_that_articles_give_it() -> None:
    for title, name in (("One", "NATO"), ("Two", "North Atlantic Treaty Organization")):
        body = f"{name} acted."
        put(record(title=title, body=body, organizations=(body_named(name, "INT", body),)))
    nato = Organization.objects.get()
    assert (nato.name, nato.acronyms, nato.international, nato.kind) == ("North Atlantic Treaty Organization", ["NATO"], True, "alliance")


def test_two_ministries_reports_hang_on_one_meeting() -> None:
    put(talks(title="By one side"))
    put(talks(f"Today, {TALKS}", title="By the other side"))
    assert Meeting.objects.get().reports.count() == 2


def test_every_address_that_a_meeting_had_leads_to_it() -> None:
    addresses = set()
    for number in range(4):
        put(talks(f"Report {number}: {TALKS}", title=f"Number {number}"))
        addresses.add(Meeting.objects.get().key)
    now = Meeting.objects.get().key
    assert set(FormerKey.objects.filter(now=now).values_list("key", flat=True)) >= addresses - {now}


def test_whoever_releases_name_for_short_stands_under_the_full_name() -> None:
    """Releases of “Minister of Defense Popa” alone, and one that has the given name too: the page is called by that one."""
    for number in range(4):
        body = f"Minister of Defense Popa spoke of plan {number} in Bucharest."
        popa = official("Popa", "RO", body, position="Minister of Defense", level=2)
        put(record(title=f"Plan {number}", body=body, people=(popa,)))
    put(talks())
    projection.compare()
    assert [person.name for person in Person.objects.filter(country="RO")] == ["Ana Popa"]


def test_a_second_bearer_of_a_name_parts_what_was_joined() -> None:
    for title, honorific in (("One", None), ("Two", "Mr."), ("Three", "Ms.")):
        body = f"{title}: Kim Min spoke."
        put(record(title=title, body=body, people=(official("Kim Min", "KR", body, honorific=honorific),)))
    assert Person.objects.count() == 3
    assert all(mention.person is not None for mention in Mention.objects.filter(kind="person"))


# ---- what is told no more ----


def test_what_an_article_tells_no_more_is_gone() -> None:
    first = put(talks())
    article = Article.objects.get(pk=first.article)
    projection.withdraw(article)
    left = {name: rows for name, rows in snapshot().items() if rows}
    assert set(left) == {"articles"}


def test_what_another_article_tells_too_stays() -> None:
    first = put(talks(title="By one side"))
    put(talks(f"Today, {TALKS}", title="By the other side"))
    projection.withdraw(Article.objects.get(pk=first.article))
    assert (Meeting.objects.get().reports.count(), Person.objects.count(), Appointment.objects.count()) == (1, 2, 2)


# ---- the order of things ----


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_loading_gives_the_same_archive(seed: int) -> None:
    records = [any_record(seed * 100 + number) for number in range(12)]
    for read in records:
        put(read)
    settled = snapshot()
    for article in Article.objects.all():
        article.delete()
    projection.rebuild()
    random.Random(seed).shuffle(records)
    for read in records:
        put(read)
    assert snapshot() == settled


@pytest.mark.parametrize("size", [3, 12])
@pytest.mark.parametrize("seed", range(3))
def test_releases_loaded_together_make_the_archive_that_they_make_one_by_one(seed: int, size: int) -> None:
    records = [any_record(seed * 100 + number) for number in range(12)]
    for read in records:
        put(read)
    settled = snapshot()
    for article in Article.objects.all():
        article.delete()
    projection.rebuild()
    files = [extracted(read, path=f"{read.release.title}.txt") for read in records]
    for start in range(0, len(files), size):
        loaded = load_all(files[start : start + size])
        assert {one.outcome for one in loaded} == {Outcome.NEW}
    assert snapshot() == settled


@pytest.mark.parametrize("seed", range(6))
def test_rebuild_changes_nothing(seed: int) -> None:
    for number in range(12):
        put(any_record(seed * 100 + number))
    settled = snapshot()
    projection.rebuild()
    assert snapshot() == settled


def test_rebuild_mends_what_was_spoilt() -> None:
    for number in range(5):
        put(any_record(number))
    settled = snapshot()
    Person.objects.update(name="Somebody", sort_name="Somebody")
    Participation.objects.all().delete()
    Meeting.objects.update(title="Something", level=6)
    Mention.objects.all().delete()
    Organization.objects.update(kind="other")
    Appointment.objects.update(level=1)
    projection.rebuild()
    assert snapshot() == settled


@pytest.mark.parametrize("seed", range(4))
def test_articles_read_anew_leave_the_archive_as_if_read_so_at_once(seed: int) -> None:
    chance = random.Random(seed)
    for number in range(8):
        path = f"{number}.txt"
        put(any_record(seed * 100 + number), path=path)
        if chance.random() < 0.5:
            put(any_record(seed * 100 + 50 + number), path=path)
    changed = snapshot()
    projection.rebuild()
    assert snapshot() == changed


# ---- what people decided ----


@pytest.fixture
def two_forms() -> tuple[Person, Person]:
    """One official whom two articles write so differently that nothing joins them."""
    for title, name in (("One", "Mihai Popa"), ("Two", "Mihai-Ion Popa")):
        body = f"{name} of the General Staff met Ilir Hoxha."
        people = (official(name, "RO", body, organization="General Staff", position="chief"), official("Ilir Hoxha", "AL", body))
        put(record(title=title, body=body, people=people, meetings=(meeting(body, people=people),)))
    return Person.objects.get(name="Mihai Popa"), Person.objects.get(name="Mihai-Ion Popa")


def test_a_merge_outlives_rebuild(two_forms, administrator) -> None:
    source, into = two_forms
    people.merge(source=source, into=into, by=administrator)
    decided = snapshot()
    projection.rebuild()
    assert snapshot() == decided
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Ilir Hoxha", "Mihai-Ion Popa"]


def test_a_merge_outlives_articles_that_come_later_and_are_read_anew(two_forms, administrator) -> None:
    source, into = two_forms
    people.merge(source=source, into=into, by=administrator)
    body = "Mihai Popa spoke."
    put(record(title="Three", body=body, people=(official("Mihai Popa", "RO", body),)), path="Three.txt")
    put(record(title="One", body=body + " Again.", people=(official("Mihai Popa", "RO", body),)), path="One.txt")
    assert not Person.objects.filter(name="Mihai Popa").exists()
    assert {mention.person.name for mention in Mention.objects.filter(text="Mihai Popa")} == {"Mihai-Ion Popa"}


def test_a_correction_outlives_rebuild_and_articles_that_say_otherwise(administrator) -> None:
    put(talks())
    for thing, kind, field, new in (
        (Person.objects.get(name="Ana Popa"), "person", "name", "Ana-Maria Popa"),
        (Person.objects.get(name="Ilir Hoxha"), "person", "country", "XK"),
        (Meeting.objects.get(), "meeting", "date", "2024-09-11"),
        (Appointment.objects.get(level=5), "appointment", "level", 4),
    ):
        corrections.set_field(kind=kind, key=thing.key, field=field, old=None, new=new, by=administrator)
        setattr(thing, thing._meta.get_field(field).attname, new)
        thing.save()
    put(talks(f"Today, {TALKS}", title="By the other side"))
    for _ in range(2):
        assert Person.objects.filter(name="Ana-Maria Popa").exists()
        assert [str(one.earliest) for one in Meeting.objects.all() if one.date == "2024-09-11"] == ["2024-09-11"]
        assert Appointment.objects.filter(rank="Major General").get().level == 4
        projection.rebuild()


def test_a_correction_that_was_withdrawn_holds_no_more(administrator) -> None:
    put(talks())
    popa = Person.objects.get(name="Ana Popa")
    made = corrections.set_field(kind="person", key=popa.key, field="name", old="Ana Popa", new="Somebody", by=administrator)
    projection.rebuild()
    corrections.withdraw(correction=made, by=administrator)
    projection.rebuild()
    assert Person.objects.get(pk=popa.pk).name == "Ana Popa"
