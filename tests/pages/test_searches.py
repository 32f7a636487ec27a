"""A kept search tells what is new since the last look, and is mailed to its owner alone, until one click ends it."""

from __future__ import annotations

import datetime
import re

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from archive.actions import articles
from archive.models import Article, Meeting, SavedSearch
from archive.records.searches import SearchRecord
from tests.conftest import SmallArchive, make_article, make_meeting, make_report

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def reader(client: Client, analyst: User) -> Client:
    client.force_login(analyst)
    return client


@pytest.fixture
def search(small_archive: SmallArchive, analyst: User) -> SavedSearch:
    return SavedSearch.objects.create(owner=analyst, name="Estonia abroad", page="meetings", query="of=EE", alert="daily")


def new_meeting(title: str = "New talks", country: str = "EE", **fields: object) -> Meeting:
    article = make_article(f"Release on {title}", f"{title} took place.", **fields)
    meeting = make_meeting(title, date="2024-05-05")
    meeting.participations.create(country_id=country)
    make_report(meeting, article)
    return meeting


def names(search: SavedSearch) -> list[str]:
    search.refresh_from_db()
    return [name for name, _, _ in SearchRecord(search).newest]


class TestKeeping:
    def test_a_list_leads_to_keeping_its_question(self, small_archive: SmallArchive, reader: Client) -> None:
        address = re.search(r'href="(/searches/new/[^"]+)"', reader.get("/meetings/?of=Estonia").content.decode())
        assert address
        form = reader.get(address[1].replace("&amp;", "&")).content.decode()
        assert 'value="Meetings of Estonia"' in form
        assert 'name="query" value="of=EE"' in form

    def test_it_is_kept_in_one_way_of_writing(self, small_archive: SmallArchive, reader: Client) -> None:
        asked = {"name": "Mine", "page": "meetings", "query": "of=estonia&page=3&utm=x", "alert": "weekly"}
        assert reader.post("/searches/new/", asked).status_code == 302
        kept = SavedSearch.objects.get()
        assert (kept.query, kept.alert, kept.owner.username) == ("of=EE", "weekly", "analyst")
        assert "Meetings of Estonia" in reader.get("/searches/").content.decode()

    @pytest.mark.parametrize(
        ("asked", "fault"),
        [
            pytest.param({"name": ""}, "Give it a name", id="no name"),
            pytest.param({"name": "Estonia abroad"}, "already", id="a name that is taken"),
            pytest.param({"query": "of=Nowhere"}, "not understood any more", id="a question that is not understood"),
            pytest.param({"page": "secrets"}, "no question to keep", id="a list that there is not"),
        ],
    )
    def test_what_cannot_be_kept_is_told(self, asked: dict[str, str], fault: str, search: SavedSearch, reader: Client) -> None:
        response = reader.post("/searches/new/", {"name": "Mine", "page": "meetings", "query": "of=EE", "alert": "never"} | asked)
        assert response.status_code == 200
        assert fault in response.content.decode()
        assert SavedSearch.objects.count() == 1

    @pytest.mark.parametrize("address", ["/searches/", "/searches/new/?page=meetings&query=of%3DEE", "/searches/1/"])
    def test_nobody_keeps_anything_without_signing_in(self, address: str, small_archive: SmallArchive, client: Client) -> None:
        assert client.get(address)["Location"].startswith("/sign-in/")

    @pytest.mark.parametrize("query", ["page=x&query=%00", "page=meetings&query=%00", "query=" + "x" * 5000, ""])
    def test_any_address_of_the_form_is_answered(self, query: str, small_archive: SmallArchive, reader: Client) -> None:
        assert reader.get(f"/searches/new/?{query}").status_code == 200

    def test_searches_of_others_are_not_there(self, search: SavedSearch, editor: User, client: Client) -> None:
        client.force_login(editor)
        assert client.get(f"/searches/{search.pk}/").status_code == 404
        for act in ("look", "alert", "delete"):
            assert client.post(f"/searches/{search.pk}/{act}/", {"alert": "never"}).status_code == 404
        assert SavedSearch.objects.get().alert == "daily"
        assert "Estonia abroad" not in client.get("/searches/").content.decode()

    def test_it_is_changed_and_let_go(self, search: SavedSearch, reader: Client) -> None:
        reader.post(f"/searches/{search.pk}/alert/", {"alert": "weekly"})
        reader.post(f"/searches/{search.pk}/alert/", {"alert": "hourly"})
        assert SavedSearch.objects.get().alert == "weekly"
        reader.post(f"/searches/{search.pk}/delete/")
        assert not SavedSearch.objects.exists()

    def test_the_question_and_how_much_it_would_have_told_stand_on_the_form(self, small_archive: SmallArchive, reader: Client) -> None:
        html = reader.get("/searches/new/?page=meetings&query=of%3DEE").content.decode()
        assert "Meetings of Estonia</p>" in html
        assert re.search(r"In the last seven days it would have told you of \d+\.", html)

    def test_a_name_that_is_the_question_is_not_said_twice(self, search: SavedSearch, reader: Client) -> None:
        search.name = "Meetings of Estonia"
        search.save()
        for address in ("/searches/", f"/searches/{search.pk}/"):
            main = reader.get(address).content.decode().partition("<main")[2].partition("</main>")[0]
            seen = re.sub(r'<[^>]*class="vh"[^<]*<', "<", main)
            assert seen.count("Meetings of Estonia") == 1


class TestWhatIsNew:
    def test_what_was_there_before_is_not(self, search: SavedSearch) -> None:
        assert names(search) == []

    def test_what_fits_and_came_since_is(self, search: SavedSearch) -> None:
        new_meeting()
        new_meeting("Elsewhere", country="FR")
        assert names(search) == ["New talks"]

    def test_another_account_of_a_meeting_makes_it_no_new_one(self, search: SavedSearch, small_archive: SmallArchive) -> None:
        make_report(small_archive.talks, make_article("A third account", "They met."), position=9)
        assert names(search) == []

    def test_a_draft_is_new_when_it_is_published(self, search: SavedSearch, administrator: User) -> None:
        meeting = new_meeting(status="draft")
        Article.objects.update(created=timezone.now() - 9 * HOUR)
        assert names(search) == []
        SavedSearch.objects.update(last_looked=timezone.now() - HOUR)
        Article.objects.filter(reports__meeting=meeting).update(status="published")
        assert names(search) == ["New talks"]

    @pytest.mark.parametrize(
        ("page", "query"), [("articles", "q=took"), ("meetings", "of=EE"), ("people", ""), ("organizations", ""), ("agreements", "")]
    )
    def test_every_list_can_tell(self, page: str, query: str, search: SavedSearch, reader: Client) -> None:
        SavedSearch.objects.update(page=page, query=query, last_looked=timezone.now() - 9 * HOUR)
        new = reader.get(f"/searches/{search.pk}/").content.decode().split('<h2 id="new">')
        assert SearchRecord(SavedSearch.objects.get()).new == (new[1].split("</section>")[0].count("<li>") if len(new) > 1 else 0)

    def test_it_stays_new_until_the_reader_says_so(self, search: SavedSearch, reader: Client) -> None:
        new_meeting()
        page = reader.get(f"/searches/{search.pk}/").content.decode()
        assert names(search) == ["New talks"]
        shown = re.search(r'name="shown" value="([^"]+)"', page)
        assert shown
        new_meeting("Later talks")
        reader.post(f"/searches/{search.pk}/look/", {"shown": shown[1]})
        assert names(search) == ["Later talks"]

    @pytest.mark.parametrize("shown", ["", "x", "2999-01-01T00:00:00+00:00", "2024-99-99T00:00:00", "2024-01-01T00:00:00"])
    def test_a_moment_that_is_none_or_to_come_counts_as_now(self, shown: str, search: SavedSearch, reader: Client) -> None:
        reader.post(f"/searches/{search.pk}/look/", {"shown": shown})
        search.refresh_from_db()
        assert abs(search.last_looked - timezone.now()) < HOUR

    def test_one_more_search_takes_two_more_queries_at_most(  # type: ignore[no-untyped-def]
        self, search: SavedSearch, reader: Client, django_assert_max_num_queries
    ) -> None:
        with django_assert_max_num_queries(8):
            reader.get("/searches/")


class TestDigests:
    def test_what_is_new_is_mailed_once(self, search: SavedSearch) -> None:
        new_meeting()
        call_command("send-digests")
        call_command("send-digests")
        (sent,) = mail.outbox
        assert (sent.to, sent.subject) == (["analyst@example.org"], "1 new: Estonia abroad")
        assert "- New talks, 5 May 2024" in sent.body
        assert f"http://127.0.0.1:8000/meetings/{Meeting.objects.get(title='New talks').public_id}/" in sent.body

    def test_what_came_after_a_mail_is_in_the_next(self, search: SavedSearch) -> None:
        new_meeting()
        call_command("send-digests")
        SavedSearch.objects.update(last_sent=timezone.now() - 24 * HOUR)
        Article.objects.update(created=timezone.now() - 25 * HOUR)
        new_meeting("Later talks")
        call_command("send-digests")
        assert "Later talks" in mail.outbox[1].body
        assert "New talks" not in mail.outbox[1].body

    @pytest.mark.parametrize(
        ("alert", "hours", "mails"),
        [
            pytest.param("daily", 22, 0, id="daily, not yet a day"),
            pytest.param("daily", 24, 1, id="daily, a day"),
            pytest.param("weekly", 24, 0, id="weekly, a day"),
            pytest.param("weekly", 168, 1, id="weekly, a week"),
            pytest.param("never", 999, 0, id="never"),
        ],
    )
    def test_each_when_it_is_due(self, alert: str, hours: int, mails: int, search: SavedSearch) -> None:
        SavedSearch.objects.update(alert=alert, last_sent=timezone.now() - hours * HOUR)
        new_meeting()
        call_command("send-digests")
        assert len(mail.outbox) == mails

    @pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
    def test_who_left_or_has_no_address_gets_none(self, change: dict[str, object], search: SavedSearch) -> None:
        User.objects.update(**change)
        new_meeting()
        call_command("send-digests")
        assert mail.outbox == []

    def test_nothing_new_is_no_mail(self, search: SavedSearch) -> None:
        call_command("send-digests")
        assert mail.outbox == []

    def test_a_mail_that_is_refused_is_tried_again(self, search: SavedSearch, settings) -> None:  # type: ignore[no-untyped-def]
        new_meeting()
        settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1", 1
        with pytest.raises(CommandError, match="next start tries again"):
            call_command("send-digests")
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        call_command("send-digests")
        assert len(mail.outbox) == 1

    def test_a_name_over_two_lines_is_no_header_of_its_own(self, search: SavedSearch) -> None:
        SavedSearch.objects.update(name="A\nBcc: x@example.org")
        new_meeting()
        call_command("send-digests")
        assert mail.outbox[0].subject == "1 new: A Bcc: x@example.org"


class TestUnsubscribing:
    def test_one_click_of_the_mail_program_ends_it_without_signing_in(self, search: SavedSearch) -> None:
        new_meeting()
        call_command("send-digests")
        headers = mail.outbox[0].extra_headers
        assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        path = headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
        program = Client(enforce_csrf_checks=True)
        assert program.get(path).status_code == 200
        assert SavedSearch.objects.get().alert == "daily"
        assert program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
        assert SavedSearch.objects.get().alert == "never"

    def test_a_token_that_is_none_ends_nothing(self, search: SavedSearch, client: Client) -> None:
        assert client.post("/unsubscribe/abc/").status_code == 404
        assert SavedSearch.objects.get().alert == "daily"


def test_publishing_by_the_action_makes_it_new(search: SavedSearch, administrator: User) -> None:
    article = make_article("Held back", "Nothing in it.", status="draft")
    Article.objects.filter(pk=article.pk).update(created=timezone.now() - 9 * HOUR)
    SavedSearch.objects.update(page="articles", query="", last_looked=timezone.now() - HOUR)
    Article.objects.filter(status="published").update(created=timezone.now() - 9 * HOUR)
    articles.publish(articles=[article], by=administrator)
    assert names(search) == ["Held back"]
