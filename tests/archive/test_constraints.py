"""What must never be false: each named constraint and trigger refuses what it is there to refuse, and lets the near miss pass."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from archive.keys import key_of
from archive.models import (
    Alias,
    Appointment,
    Article,
    Correction,
    Country,
    Extraction,
    FormerKey,
    GroupMembership,
    ImportAct,
    ImportBatch,
    ImportFile,
    ImportPart,
    Judgement,
    Likeness,
    Meeting,
    MeetingReport,
    Mention,
    Participation,
    Person,
    Publisher,
    Quote,
    ReaderReport,
    RuleWithdrawal,
    SavedSearch,
)
from tests.conftest import SmallArchive, make_article, make_mention, make_person

NOON = timezone.make_aware(datetime.datetime(2024, 5, 1, 12))


def refused(name: str, change: Callable[[], object]) -> bool:
    """True if the database refuses the change because of the constraint of this name."""
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change()
    return True


def change(row: object, **fields: object) -> Callable[[], object]:
    return lambda: type(row).objects.filter(pk=row.pk).update(**fields)


# ---- one field at a time ----

WRONG = [
    pytest.param("release", "article_sha256_is_hex", {"sha256": "x" * 64}, id="an article's hash is hexadecimal"),
    pytest.param("release", "article_published_is_edtf", {"published": "23 Sept"}, id="published is EDTF"),
    pytest.param(
        "release",
        "article_published_in_order",
        {"published_earliest": "2024-01-02", "published_latest": "2024-01-01"},
        id="published in order",
    ),
    pytest.param("release", "article_status_known", {"status": "hidden"}, id="an article's status is known"),
    pytest.param("release", "article_format_known", {"format": "docx"}, id="an article's format is known"),
    pytest.param("talks", "meeting_kind_known", {"kind": "party"}, id="a meeting's kind is known"),
    pytest.param("talks", "meeting_mode_known", {"mode": "letter"}, id="a meeting's mode is known"),
    pytest.param("talks", "meeting_state_known", {"state": "maybe"}, id="a meeting's state is known"),
    pytest.param("talks", "meeting_basis_known", {"basis": "guess"}, id="the basis of a meeting's date is known"),
    pytest.param("talks", "meeting_date_is_edtf", {"date": "tomorrow"}, id="a meeting's date is EDTF"),
    pytest.param("talks", "meeting_end_date_is_edtf", {"end_date": "tomorrow"}, id="a meeting's last day is EDTF"),
    pytest.param("talks", "meeting_dates_in_order", {"earliest": "2024-01-02", "latest": "2024-01-01"}, id="a meeting's dates in order"),
    pytest.param("talks", "meeting_level_known", {"level": 7}, id="a meeting's level is 1 to 6"),
    pytest.param("ministry", "organization_kind_known", {"kind": "club"}, id="an organization's kind is known"),
    pytest.param("ministry", "organization_of_one_or_of_many", {"international": True}, id="an international body has no country"),
    pytest.param("agreement", "agreement_action_known", {"action": "torn up"}, id="an agreement's action is known"),
]


@pytest.mark.parametrize(("thing", "name", "fields"), WRONG)
def test_a_wrong_value_is_refused(small_archive: SmallArchive, thing: str, name: str, fields: dict[str, object]) -> None:
    assert refused(name, change(getattr(small_archive, thing), **fields))


RIGHT = [
    pytest.param("release", {"published": "XXXX-09-23"}, id="the year of publication is not stated"),
    pytest.param("release", {"published": "2025-40"}, id="published in the first half of a year"),
    pytest.param("talks", {"date": "2024-XX-XX"}, id="month and day of a meeting are not stated"),
    pytest.param("talks", {"earliest": "2024-01-01", "latest": "2024-01-01"}, id="a meeting of one day"),
    pytest.param("talks", {"earliest": None, "latest": "2024-01-01"}, id="a meeting of which only the end is known"),
    pytest.param("talks", {"mode": "", "basis": "", "level": None}, id="mode, basis and level are not told"),
    pytest.param("ministry", {"international": True, "country": None}, id="an international body"),
]


@pytest.mark.parametrize(("thing", "fields"), RIGHT)
def test_what_is_not_stated_is_no_wrong_value(small_archive: SmallArchive, thing: str, fields: dict[str, object]) -> None:
    assert change(getattr(small_archive, thing), **fields)() == 1


# ---- the same twice ----


def test_the_same_file_is_stored_once(small_archive: SmallArchive) -> None:
    assert refused("article_sha256_unique", change(small_archive.note, sha256=small_archive.release.sha256))


def test_one_extraction_of_an_article_is_in_force(small_archive: SmallArchive) -> None:
    assert refused("extraction_one_in_force", lambda: Extraction.objects.create(article=small_archive.release, engine="2", record={}))
    Extraction.objects.create(article=small_archive.release, engine="0", record={}, in_force=False)


def test_a_person_takes_part_in_a_meeting_once(small_archive: SmallArchive) -> None:
    again = Participation(meeting=small_archive.talks, person=small_archive.tamm, country_id="EE", side="participant")
    assert refused("participation_person_once", again.save)


def test_a_country_as_such_takes_part_once_and_beside_its_officials(small_archive: SmallArchive) -> None:
    assert refused("participation_country_once", Participation(meeting=small_archive.call, country_id="JP").save)
    Participation.objects.create(meeting=small_archive.call, country_id="EE")


def test_a_body_as_such_takes_part_once(small_archive: SmallArchive) -> None:
    Participation.objects.create(meeting=small_archive.call, organization=small_archive.ministry, country_id="EE")
    again = Participation(meeting=small_archive.call, organization=small_archive.ministry, country_id="EE")
    assert refused("participation_organization_once", again.save)


def test_a_participation_is_somebodys(small_archive: SmallArchive) -> None:
    assert refused("participation_of_somebody", Participation(meeting=small_archive.call).save)


def test_the_side_of_a_participation_is_known(small_archive: SmallArchive) -> None:
    assert refused("participation_side_known", change(small_archive.talks.participations.first(), side="enemy"))


def test_a_name_is_an_alias_of_a_person_once(small_archive: SmallArchive) -> None:
    assert refused("alias_once_a_person", lambda: Alias.objects.create(person=small_archive.tamm, name="Tamm"))
    Alias.objects.create(person=small_archive.costa, name="Tamm")


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        ("release", "article_public_id_unique"),
        ("tamm", "person_public_id_unique"),
        ("ministry", "organization_public_id_unique"),
        ("talks", "meeting_public_id_unique"),
        ("agreement", "agreement_public_id_unique"),
    ],
)
def test_an_address_leads_to_one_thing(small_archive: SmallArchive, thing: str, name: str) -> None:
    row = getattr(small_archive, thing)
    copy = type(row).objects.get(pk=row.pk)
    copy.pk, copy.key = None, row.public_id + "another"
    if thing == "release":
        copy.sha256 = "0" * 64
    assert refused(name, lambda: copy.save(force_insert=True))


def test_addresses_of_publishers_and_reports_lead_to_one_too(small_archive: SmallArchive) -> None:
    publisher = Publisher.objects.get()
    assert refused("publisher_public_id_unique", lambda: Publisher.objects.create(key=publisher.public_id + "x", name="Another"))
    report = MeetingReport.objects.first()
    assert report is not None
    again = MeetingReport(key=report.public_id + "x", meeting=report.meeting, article=report.article, prominence="mentioned")
    assert refused("report_public_id_unique", again.save)


# ---- spans, shares, choices of machine facts ----


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        pytest.param("mention_span_in_order", {"start": 5, "end": 5}, id="a span of nothing"),
        pytest.param("mention_span_in_order", {"start": 6, "end": 5}, id="a span that ends before it starts"),
        pytest.param("mention_kind_known", {"kind": "ship"}, id="a kind nobody knows"),
        pytest.param("mention_where_known", {"where": "edge"}, id="a place nobody knows"),
        pytest.param("mention_confidence_is_share", {"confidence": 1.01}, id="more than certain"),
    ],
)
def test_a_mention_is_a_span_of_a_known_kind(small_archive: SmallArchive, name: str, fields: dict[str, object]) -> None:
    mention = Mention.objects.first()
    assert refused(name, change(mention, **fields))
    assert change(mention, start=5, end=6, confidence=1.0)() == 1


@pytest.mark.parametrize(("name", "fields"), [("quote_span_in_order", {"start": 9, "end": 9}), ("quote_where_known", {"where": "edge"})])
def test_a_quote_is_a_span_of_title_or_body(small_archive: SmallArchive, name: str, fields: dict[str, object]) -> None:
    assert refused(name, change(Quote.objects.get(), **fields))


@pytest.mark.parametrize(
    ("name", "fields"), [("report_prominence_known", {"prominence": "hidden"}), ("report_confidence_is_share", {"confidence": -0.1})]
)
def test_a_report_tells_how_prominent_and_how_sure(small_archive: SmallArchive, name: str, fields: dict[str, object]) -> None:
    assert refused(name, change(MeetingReport.objects.first(), **fields))


@pytest.mark.parametrize(
    ("name", "fields"),
    [("appointment_level_known", {"level": 0}), ("appointment_seen_in_order", {"first_seen": "2024-02-01", "last_seen": "2024-01-01"})],
)
def test_an_office_has_a_level_and_a_span_of_time(small_archive: SmallArchive, name: str, fields: dict[str, object]) -> None:
    assert refused(name, change(Appointment.objects.get(), **fields))


# ---- countries, groups, bodies ----


@pytest.mark.parametrize("code", ["ro", "R1", "R"])
def test_a_country_has_a_code_of_two_capitals(db: None, code: str) -> None:
    assert refused("country_code_is_alpha2", lambda: Country.objects.create(code=code, name="Nowhere", region="Nowhere"))


def test_a_membership_begins_before_it_ends(db: None) -> None:
    brexit = GroupMembership.objects.get(group="eu", country="GB")
    assert refused("membership_since_before_until", change(brexit, until=brexit.since))


def test_a_country_is_in_a_group_once_at_a_time(db: None) -> None:
    membership = GroupMembership.objects.get(group="nato", country="FI")
    again = GroupMembership(group_id="nato", country_id="FI", since="2024-01-01")
    assert refused("membership_lasts_once", again.save)
    again.since, again.until = membership.since, "2030-01-01"
    assert refused("membership_begins_once_a_day", again.save)


def test_a_body_is_not_its_own_parent(small_archive: SmallArchive) -> None:
    assert refused("organization_not_its_own_parent", change(small_archive.ministry, parent=small_archive.ministry))


def test_a_former_key_leads_on_to_one(db: None) -> None:
    former = FormerKey.objects.create(kind="person", key="old", now="new")
    assert refused("former_key_leads_to_one", lambda: FormerKey.objects.create(kind="person", key="old", now="newer"))
    assert refused("former_key_leads_on", change(former, now="old"))
    assert refused("former_key_kind_known", change(former, kind="ship"))


# ---- what people keep ----


def test_a_saved_search_has_a_name_of_its_own_and_a_known_alert(analyst: User) -> None:
    search = SavedSearch.objects.create(owner=analyst, name="Romania", page="meetings", query="country=RO")
    assert refused("saved_search_name_once", lambda: SavedSearch.objects.create(owner=analyst, name="Romania", page="articles"))
    assert refused("saved_search_alert_known", change(search, alert="hourly"))


def test_an_import_tells_each_file_once_and_every_failure_with_a_reason(db: None) -> None:
    batch = ImportBatch.objects.create(name="folder")
    file = ImportFile.objects.create(batch=batch, path="a.txt")
    assert refused("import_file_once_a_batch", lambda: ImportFile.objects.create(batch=batch, path="a.txt"))
    assert refused("import_file_state_known", change(file, state="lost"))
    assert refused("import_file_failure_has_reason", change(file, state="failed"))
    assert change(file, state="failed", reason="The file is empty.")() == 1
    ImportPart.objects.create(file=file, number=0, content=b"They met.")
    assert refused("import_part_once_a_file", lambda: ImportPart.objects.create(file=file, number=0, content=b"They met."))
    act = ImportAct.objects.create(batch=batch, what="sent", files=1, by=User.objects.create_user("somebody"))
    assert refused("import_act_known", change(act, what="lost"))
    assert refused("batch_times_in_order", change(batch, finished=NOON - datetime.timedelta(days=9000)))


# ---- what people decided is never changed and never lost ----


def judgement(by: User, **fields: object) -> Judgement:
    return Judgement.objects.create(**({"kind": "mention", "left": "aaa", "right": "bbb", "verdict": "same", "by": by} | fields))


def correction(by: User, **fields: object) -> Correction:
    values = {"kind": "person", "key": "aaa", "field": "country", "operation": "set", "old": "PT", "new": "BR", "by": by}
    return Correction.objects.create(**(values | fields))


def test_a_judgement_is_on_a_pair_in_order(editor: User) -> None:
    assert refused("judgement_pair_in_order", lambda: judgement(editor, left="bbb", right="aaa"))
    assert refused("judgement_pair_in_order", lambda: judgement(editor, left="aaa", right="aaa"))


def test_a_judgement_has_known_words(editor: User) -> None:
    assert refused("judgement_kind_known", lambda: judgement(editor, kind="ship"))
    assert refused("judgement_verdict_known", lambda: judgement(editor, verdict="perhaps"))


def test_one_judgement_on_a_pair_is_in_force(editor: User) -> None:
    first = judgement(editor)
    assert refused("judgement_one_in_force", lambda: judgement(editor, verdict="different"))
    change(first, withdrawn_at=NOON, withdrawn_by=editor)()
    judgement(editor, verdict="different")


def test_a_correction_has_known_words_and_a_field_where_it_sets_one(editor: User) -> None:
    assert refused("correction_kind_known", lambda: correction(editor, kind="ship"))
    assert refused("correction_operation_known", lambda: correction(editor, operation="guess"))
    assert refused("correction_sets_a_field", lambda: correction(editor, field=""))
    correction(editor, field="", operation="suppress", new=None)


def test_one_value_of_a_field_is_in_force(editor: User) -> None:
    correction(editor)
    assert refused("correction_one_in_force", lambda: correction(editor, operation="confirm"))
    correction(editor, field="name")


@pytest.mark.parametrize("make", [judgement, correction])
def test_whoever_withdraws_is_named(editor: User, make: Callable[..., Judgement | Correction]) -> None:
    assert refused("withdrawn_by_somebody", change(make(editor), withdrawn_at=NOON))


@pytest.mark.parametrize("make", [judgement, correction])
def test_a_decision_is_never_deleted(editor: User, make: Callable[..., Judgement | Correction]) -> None:
    row = make(editor)
    with pytest.raises(DatabaseError, match="annot delete"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).delete()
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("make", [judgement, correction])
def test_a_decision_is_never_changed(editor: User, make: Callable[..., Judgement | Correction]) -> None:
    assert refused("never changed: withdraw it and add another", change(make(editor), reason="I never said that"))


@pytest.mark.parametrize("make", [judgement, correction])
def test_a_decision_is_withdrawn_once(editor: User, administrator: User, make: Callable[..., Judgement | Correction]) -> None:
    row = make(editor)
    assert change(row, withdrawn_at=NOON, withdrawn_by=editor)() == 1
    assert refused("withdrawn once", change(row, withdrawn_at=None, withdrawn_by=None))
    assert refused("withdrawn once", change(row, withdrawn_by=administrator))


def test_that_an_anchor_was_lost_may_be_noted_and_taken_back(editor: User) -> None:
    row = correction(editor)
    assert change(row, lost_since=NOON)() == 1
    assert list(Correction.objects.lost()) == [row]
    assert change(row, lost_since=None)() == 1


def test_of_two_that_are_one_one_of_the_two_stays(editor: User) -> None:
    assert refused("judgement_stays_one_of_the_two", lambda: judgement(editor, stays="somebody else"))


def test_two_are_compared_once_in_order_with_a_known_verdict(db: None) -> None:
    def likeness(left: str = "a", right: str = "b", verdict: str = "same") -> Likeness:
        return Likeness.objects.create(left=left, right=right, verdict=verdict, rule="r", version="1")

    likeness()
    assert refused("likeness_once_a_pair", likeness)
    assert refused("likeness_pair_in_order", lambda: likeness("d", "c"))
    assert refused("likeness_verdict_known", lambda: likeness("c", "d", "perhaps"))
    assert refused("likeness_kind_known", lambda: Likeness.objects.update(kind="ship"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "fields"),
    [
        pytest.param("reader_report_kind_known", {"kind": "ship"}, id="a report is of a known kind of thing"),
        pytest.param("reader_report_says_something", {"says": ""}, id="a report says something"),
        pytest.param("reader_report_answered_by_somebody", {"answer": "right"}, id="an answer has its author and time"),
    ],
)
def test_a_report_of_a_reader_is_whole(name: str, fields: dict[str, str]) -> None:
    report = ReaderReport.objects.create(kind="person", key=key_of("person", "a"), says="His rank is wrong.")
    assert refused(name, change(report, **fields))


def test_a_rule_is_taken_back_once_by_somebody(editor: User) -> None:
    def taken_back(**fields: object) -> RuleWithdrawal:
        return RuleWithdrawal.objects.create(rule="r", version="1", by=editor, **fields)

    assert refused("rule_withdrawal_withdrawn_by_somebody", lambda: taken_back(withdrawn_at=NOON))
    taken_back()
    assert refused("rule_withdrawal_one_in_force", taken_back)


# ---- kept true by the database ----


def test_the_countries_of_a_meeting_follow_its_participations(small_archive: SmallArchive) -> None:
    talks = small_archive.talks
    added = Participation.objects.create(meeting=talks, country_id="LV")
    assert countries_of(talks) == ["EE", "LV", "PT"]
    Participation.objects.filter(pk=added.pk).update(country_id="LT")
    assert countries_of(talks) == ["EE", "LT", "PT"]
    Participation.objects.filter(pk=added.pk).update(meeting=small_archive.call)
    assert countries_of(talks) == ["EE", "PT"]
    assert countries_of(small_archive.call) == ["EE", "JP", "LT"]
    added.delete()
    assert countries_of(small_archive.call) == ["EE", "JP"]


def countries_of(meeting: Meeting) -> list[str]:
    return Meeting.objects.values_list("countries", flat=True).get(pk=meeting.pk)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("Joao", True, id="without its accent"),
        pytest.param("COSTA", True, id="in capitals"),
        pytest.param("minister", True, id="by its stem"),
        pytest.param("coast", False, id="a word that is not there"),
    ],
)
def test_the_search_vector_follows_the_text(small_archive: SmallArchive, words: str, found: bool) -> None:
    assert Article.objects.saying(words).filter(pk=small_archive.release.pk).exists() is found


def test_a_text_of_any_length_can_be_stored(db: None) -> None:
    # A text search vector holds a megabyte at most, and three million different words make more.
    article = make_article("Long", " ".join(f"wörd{number}" for number in range(300_000)))
    assert Article.objects.saying("wörd7").get() == article


def test_a_path_and_an_address_of_any_length_can_be_looked_up(db: None) -> None:
    # Hangul does not compress, and three bytes a letter are more than an entry of an ordinary index may have.
    path = "".join(chr(0xAC00 + (number * 7919) % 11000) for number in range(1000))
    url = "https://example.org/" + path + path[:900]
    article = make_article("Long names", "Text.", source_url=url)
    change(article, path=path)()
    assert Article.objects.get(path=path, source_url=url) == article
    batch = ImportBatch.objects.create(name="long")
    ImportFile.objects.create(batch=batch, path=path)


def test_names_are_folded_by_the_database(db: None) -> None:
    person = make_person("Łukasz DÎNCU", "Dîncu, Łukasz")
    assert Person.objects.values_list("folded", flat=True).get(pk=person.pk) == "lukasz dincu"


def test_what_people_change_in_a_release_is_on_record(small_archive: SmallArchive) -> None:
    from django.apps import apps

    events = apps.get_model("archive", "ArticleEvent").objects.filter(pgh_obj_id=small_archive.note.pk)
    change(small_archive.note, title="Another headline")()
    assert [event.title for event in events] == ["A call with Tokyo"]


def test_a_mention_goes_with_its_article_and_an_official_stays(small_archive: SmallArchive) -> None:
    extra = make_article("Extra", "Ülo Tamm again.")
    make_mention(extra, "person", "Ülo Tamm", person=small_archive.tamm)
    extra.delete()
    assert Person.objects.filter(pk=small_archive.tamm.pk).exists()
    assert not Mention.objects.filter(article_id=extra.pk).exists()


def test_every_named_constraint_is_tested_here() -> None:
    from pathlib import Path

    from django.apps import apps

    told = Path(__file__).read_text()
    named = {
        constraint.name
        for model in apps.get_app_config("archive").get_models()
        for constraint in model._meta.constraints
        if not model.__name__.endswith("Event")
    }
    missing = {name for name in named if name not in told} - {"judgement_withdrawn_by_somebody", "correction_withdrawn_by_somebody"}
    assert not missing
