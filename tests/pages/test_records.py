"""What a page gathers: accounts compared, silences told from what was not read, and nothing of unpublished releases."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User

from archive.actions import corrections
from archive.keys import key_of
from archive.models import Appointment, Country, Meeting, Organization, Participation, Person, Publisher
from archive.prose.marking import FOR_THE_EYE
from archive.records.meeting import MeetingRecord
from archive.records.pair import PairRecord
from archive.records.person import PersonRecord
from archive.records.slips import At, Mark, excerpt, paragraphs, spans_of
from archive.records.years import bars, silent_months
from tests.conftest import SmallArchive, make_article, make_meeting, make_mention, make_report

TODAY = datetime.date(2026, 11, 21)


def record_of(meeting: Meeting) -> MeetingRecord:
    return MeetingRecord(Meeting.objects.for_page().get(pk=meeting.pk))


class TestAccounts:
    def test_what_one_tells_and_another_does_not_differs(self, small_archive: SmallArchive) -> None:
        first, second = small_archive.talks.reports.order_by("id")
        first.values = {"place": "Tallinn", "countries": ["EE", "PT"], "host": "EE"}
        second.values = {"place": "Tallinn", "countries": ["PT", "EE"]}
        first.save()
        second.save()
        rows = {row.label: row for row in record_of(small_archive.talks).accounts}
        assert not rows["Place"].differ
        assert not rows["Countries"].differ
        assert rows["Countries"].values == ["Estonia, Portugal"] * 2
        assert rows["Host"].differ

    def test_a_meeting_held_after_its_only_release_is_flagged(self, small_archive: SmallArchive) -> None:
        late = make_meeting("Late", date="2023-12-01")
        make_report(late, small_archive.release, position=7)
        assert record_of(late).after_release
        assert not record_of(small_archive.talks).after_release

    def test_two_spans_of_one_fact_have_two_anchors_and_one_number(self, small_archive: SmallArchive) -> None:
        record = record_of(small_archive.talks)
        number = next(fact.number for fact in record.facts if fact.field == "date")
        texts = "".join(str(paragraph.text) for slip in record.slips for paragraph in slip.shown)
        assert f'id="s{number}"' in texts
        assert f'id="s{number}-2"' in texts


class TestCorrections:
    def state(self, meeting: Meeting, field: str) -> tuple[str, str]:
        state = next(fact.state for fact in record_of(meeting).facts if fact.field == field)
        return state.name, state.words

    def test_a_fact_that_somebody_confirmed_says_who(self, small_archive: SmallArchive, editor: User) -> None:
        corrections.confirm(kind="meeting", key=small_archive.talks.key, field="date", value="2023-10-03", by=editor)
        name, words = self.state(small_archive.talks, "date")
        assert name == "confirmed"
        assert words.startswith("Confirmed by editor, ")

    def test_a_corrected_fact_says_who_and_what_the_machine_read(self, small_archive: SmallArchive, editor: User) -> None:
        corrections.set_field(kind="meeting", key=small_archive.talks.key, field="place", old="Tartu", new="Tallinn", by=editor)
        fact = next(fact for fact in record_of(small_archive.talks).facts if fact.field == "place")
        assert (fact.state.name, fact.state.machine) == ("corrected", "Tartu")

    def test_a_correction_that_is_not_yet_in_the_archive_is_not_said_to_be(self, small_archive: SmallArchive, editor: User) -> None:
        corrections.set_field(kind="meeting", key=small_archive.talks.key, field="place", old="Tallinn", new="Tartu", by=editor)
        name, words = self.state(small_archive.talks, "place")
        assert name == "lost"
        assert "to “Tartu”; the archive has not been rebuilt since" in words


class TestSlips:
    BODY = "First paragraph.\n\nSecond one.\n\nThird with Tallinn in it.\n\nFourth."

    def test_paragraphs_without_a_fact_are_left_out_and_counted(self) -> None:
        start = self.BODY.index("Tallinn")
        shown = paragraphs("", self.BODY, [(At(start, start + 7), Mark(1, "s1", "Place"))])
        assert [(one.number, one.gap) for one in shown] == [(3, 2)]
        assert '<mark class="ev" id="s1" data-n="1">Tallinn' in shown[0].text
        assert 'aria-label="Fact 1: Place"' in shown[0].text, "a link that says only its number tells nothing in a list of links"

    def test_a_span_over_two_paragraphs_is_marked_in_both(self) -> None:
        shown = paragraphs("", self.BODY, [(At(0, self.BODY.index("one.")), Mark(1, "s1", "Place"))])
        assert [one.number for one in shown] == [1, 2]
        assert "".join(one.text for one in shown).count('id="s1"') == 1

    def test_the_headline_is_shown_where_something_was_read_from_it(self) -> None:
        shown = paragraphs("Talks in Tallinn", self.BODY, [(At(9, 16, "title"), Mark(1, "s1", "Place"))])
        assert [one.number for one in shown] == [0]

    @pytest.mark.parametrize(
        "evidence",
        [
            pytest.param({"date": {"start": 1, "end": 5, "rule": "r", "where": "body"}}, id="one span a field"),
            pytest.param({"date": [{"start": 1, "end": 5, "rule": "r", "where": "body"}]}, id="several spans a field"),
            pytest.param([{"field": "date", "start": 1, "end": 5, "rule": "r", "where": "body"}], id="as in the record"),
        ],
    )
    def test_spans_are_read_in_each_form(self, evidence: object) -> None:
        assert spans_of(evidence, "date") == [At(1, 5, "body", "r")]
        assert spans_of(evidence, "place") == []

    def test_an_excerpt_begins_with_its_sentence(self) -> None:
        body = "An opening of some length that says little. " * 6 + "They met in Tallinn on Monday. " + "More words follow. " * 30
        start = body.index("Tallinn")
        assert str(excerpt(body, start, start + 7)).startswith("They met in <mark>Tallinn</mark> on Monday.")

    def test_an_excerpt_with_several_marks_has_them_for_the_eye_alone(self) -> None:
        shown = excerpt("They met in Tallinn on Monday.", 5, 8, also=[At(12, 19, "body")])
        assert shown == f"They {FOR_THE_EYE}met</mark> in {FOR_THE_EYE}Tallinn</mark> on Monday."

    def test_an_excerpt_of_a_very_long_word_ends(self) -> None:
        assert "<mark>" in excerpt("x" * 5000, 2000, 2010)


class TestPair:
    @pytest.fixture
    def archive(self, small_archive: SmallArchive) -> SmallArchive:
        publishers = {
            code: Publisher.objects.create(key=key_of("publisher", code), name=f"Ministry of {code}", country_id=code)
            for code in ("EE", "PT")
        }
        for code, year in (("EE", 2020), ("PT", 2020), ("EE", 2021), ("PT", 2021), ("EE", 2022)):
            make_article(f"{code} {year}", "Text.", published=f"{year}-05-01", publisher=publishers[code])
        return small_archive

    def history(self) -> list[tuple[str, str, int]]:
        one, other = Country.objects.get(code="EE"), Country.objects.get(code="PT")
        return [(stretch.label, stretch.blind, len(stretch.events)) for stretch in PairRecord(one, other, today=TODAY).history]

    def test_a_silence_is_told_from_a_time_in_which_a_side_was_not_read(self, archive: SmallArchive) -> None:
        assert self.history() == [("2023", "b", 1), ("2022", "b", 0), ("2020–2021", "", 0)]

    def test_the_longest_silence_counts_only_years_in_which_both_were_read(self, archive: SmallArchive) -> None:
        pair = PairRecord(Country.objects.get(code="EE"), Country.objects.get(code="PT"), today=TODAY)
        assert pair.longest_silence is not None
        assert pair.longest_silence.label == "2020–2021"

    def test_a_meeting_without_a_year_stands_before_all(self, archive: SmallArchive) -> None:
        undated = make_meeting("Undated", date="XXXX-05-01")
        make_report(undated, archive.release, position=8)
        for code in ("EE", "PT"):
            Participation.objects.create(meeting=undated, country_id=code)
        assert self.history()[0] == ("No year", "", 1)


class TestUnpublished:
    def test_what_only_a_draft_names_is_not_shown(self, small_archive: SmallArchive) -> None:
        make_mention(small_archive.note, "person", "Ülo Tamm", person=small_archive.tamm)
        small_archive.release.status = "draft"
        small_archive.release.save()
        shown = set(Person.objects.public())
        assert small_archive.tamm in shown, "another article names him"
        assert small_archive.costa not in shown, "only the draft does"

    def test_a_body_that_only_a_withdrawn_release_names_is_not_shown(self, small_archive: SmallArchive) -> None:
        make_mention(small_archive.release, "organization", "Minister of Defence", organization=small_archive.ministry)
        assert small_archive.ministry in Organization.objects.public()
        small_archive.release.status = "withdrawn"
        small_archive.release.save()
        assert small_archive.ministry not in Organization.objects.public()


def test_a_year_with_one_meeting_is_never_invisible() -> None:
    assert bars({2020: 1, 2021: 10_000}, [2019, 2020, 2021])[1].height == 2.0


def test_months_to_come_are_not_silent() -> None:
    assert silent_months({}, 2026, today=TODAY)[-1] == datetime.date(2026, 11, 1)
    assert silent_months({}, 2027, today=TODAY) == []


class TestCareer:
    def test_the_office_seen_last_stands_first_on_the_page_and_in_the_list(self, small_archive: SmallArchive) -> None:
        draft = make_article("Appointed", "She was appointed.", published="2025-01-01", status="draft")
        for position, day, article in (
            ("Deputy Minister", "2021-02-01", small_archive.release),
            ("Prime Minister", "2024-04-01", small_archive.release),
            ("Prime Minister", "2024-05-01", small_archive.release),
            ("President", "2025-01-01", draft),
        ):
            seen = datetime.date.fromisoformat(day)
            held = {"person": small_archive.tamm, "position": position, "first_seen": seen, "last_seen": seen}
            Appointment.objects.create(key=key_of("appointment", position, day), **held).articles.add(article)
        record = PersonRecord(small_archive.tamm)
        listed = Person.objects.for_list().get(pk=small_archive.tamm.pk)
        assert [post.title for post in record.posts] == ["Prime Minister", "Minister of Defence", "Deputy Minister"]
        now = record.posts[0]
        assert (str(now.appointment.first_seen), str(now.appointment.last_seen), now.articles) == ("2024-04-01", "2024-05-01", 1), (
            "told twice"
        )
        assert [office.position for office in listed.appointments.all()] == ["Prime Minister", *(post.title for post in record.posts)]
        assert record.lede == "Prime Minister, as last read on 1 May 2024."
