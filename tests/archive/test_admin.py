"""Administration: every table has its page with search and filters; machine facts are not edited, corrections are made."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.models import (
    ApiToken,
    Article,
    Correction,
    GroupMembership,
    Judgement,
    Meeting,
    MeetingReport,
    Mention,
    Person,
    Quote,
    RuleWithdrawal,
)
from tests.conftest import SmallArchive, make_person

TABLES = [model for model in apps.get_app_config("archive").get_models() if not hasattr(model, "pgh_tracked_model")]


@pytest.fixture
def desk(administrator: User, small_archive: SmallArchive) -> Client:
    client = Client()
    administrator.is_superuser = True
    administrator.save()
    client.force_login(administrator)
    return client


@pytest.fixture
def admins_desk(administrator: User, small_archive: SmallArchive) -> Client:
    client = Client()
    client.force_login(administrator)
    return client


def page_of(model: type[models.Model], what: str, *arguments: object) -> str:
    return reverse(f"admin:archive_{model._meta.model_name}_{what}", args=arguments)


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_table_can_be_listed_and_searched(desk: Client, model: type[models.Model]) -> None:
    assert admin.site.is_registered(model)
    assert desk.get(page_of(model, "changelist")).status_code == 200
    assert desk.get(page_of(model, "changelist"), {"q": 'Tamm "x'}).status_code == 200


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_row_has_its_page(desk: Client, model: type[models.Model]) -> None:
    row = model._default_manager.first()
    if row is not None:
        assert desk.get(page_of(model, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_a_list_asks_as_often_for_many_rows_as_for_few(desk: Client, model: type[models.Model]) -> None:
    with CaptureQueriesContext(connection) as queries:
        desk.get(page_of(model, "changelist"))
    # Session, user, savepoint, filters and counts; never one more for each row.
    assert len(queries) < 14


@pytest.mark.parametrize("model", [Mention, Article], ids=["mentions", "releases"])
def test_what_the_machine_read_is_not_added_by_hand(desk: Client, model: type[models.Model]) -> None:
    assert desk.get(page_of(model, "add")).status_code == 403


def test_a_mention_cannot_be_changed(desk: Client) -> None:
    mention = Mention.objects.first()
    assert mention is not None
    assert desk.post(page_of(Mention, "change", mention.pk), {"text": "x"}).status_code == 403


def test_a_changed_official_is_a_correction(admins_desk: Client, small_archive: SmallArchive, administrator: User) -> None:
    costa = small_archive.costa
    values = {"name": "João Costa", "sort_name": costa.sort_name, "country": "BR"} | formsets()
    assert admins_desk.post(page_of(Person, "change", costa.pk), values).status_code == 302
    costa.refresh_from_db()
    assert (costa.name, costa.country_id) == ("João Costa", "BR")
    made = {row.field: (row.old, row.new, row.by) for row in Correction.objects.filter(kind="person", key=costa.key)}
    assert made == {"name": ("João da Costa", "João Costa", administrator), "country": ("PT", "BR", administrator)}


def test_a_second_change_keeps_what_the_machine_read(admins_desk: Client, small_archive: SmallArchive) -> None:
    costa = small_archive.costa
    for name in ("João Costa", "J. Costa"):
        admins_desk.post(page_of(Person, "change", costa.pk), {"name": name, "sort_name": costa.sort_name, "country": "PT"} | formsets())
    assert [row.old for row in Correction.objects.order_by("pk")] == ["João da Costa", "João da Costa"]


def test_a_day_that_cannot_be_is_refused_in_words(admins_desk: Client) -> None:
    meeting = Meeting.objects.first()
    assert meeting is not None
    page = page_of(Meeting, "change", meeting.pk)
    form = admins_desk.get(page).context["adminform"].form
    told = {bound.html_name: bound.value() or "" for bound in form} | {
        f"{name}-{what}_FORMS": 0 for name in ("reports", "participations") for what in ("TOTAL", "INITIAL")
    }
    answer = admins_desk.post(page, told | {"topics": "", "date": "2024-02-30"}).content.decode()
    assert "no day of the calendar" in answer
    assert "Constraint" not in answer


def test_the_start_page_has_sections_that_need_no_knowledge_of_what_it_is_built_from(desk: Client) -> None:
    page = desk.get("/admin/").content.decode()
    assert "Decisions, and what waits for one" in page
    assert not [word for word in ("Axes", "Procrastinate", "procrastinate jobs", "Others") if word in page.partition("content-main")[2]]


def test_saving_without_a_change_corrects_nothing(admins_desk: Client, small_archive: SmallArchive) -> None:
    costa = small_archive.costa
    admins_desk.post(page_of(Person, "change", costa.pk), {"name": costa.name, "sort_name": costa.sort_name, "country": "PT"} | formsets())
    assert not Correction.objects.exists()


def test_an_official_is_found_without_accents(admins_desk: Client) -> None:
    make_person("Someone Else", "Else, Someone")
    page = admins_desk.get(page_of(Person, "changelist"), {"q": "joao"}).content.decode()
    assert "João da Costa" in page
    assert "Someone Else" not in page


def test_a_release_is_found_by_the_words_of_its_text(admins_desk: Client) -> None:
    page = admins_desk.get(page_of(Article, "changelist"), {"q": "memorandum"}).content.decode()
    assert "Ministers of Estonia and Portugal meet" in page
    assert "A call with Tokyo" not in page


def test_countries_complete_themselves(admins_desk: Client) -> None:
    asked = {"app_label": "archive", "model_name": "person", "field_name": "country", "term": "Türk"}
    answer = admins_desk.get(reverse("admin:autocomplete"), asked).json()
    assert [row["id"] for row in answer["results"]] == ["TR"]


def test_releases_are_withdrawn_and_published_again(admins_desk: Client, small_archive: SmallArchive) -> None:
    chosen = {"_selected_action": [small_archive.note.pk]}
    admins_desk.post(page_of(Article, "changelist"), chosen | {"action": "withdraw"})
    small_archive.note.refresh_from_db()
    assert small_archive.note.status == "withdrawn"
    admins_desk.post(page_of(Article, "changelist"), chosen | {"action": "publish"})
    small_archive.note.refresh_from_db()
    assert small_archive.note.status == "published"


def test_a_judgement_is_made_in_the_name_of_whoever_is_signed_in(admins_desk: Client, administrator: User) -> None:
    left, right = Mention.objects.order_by("key").values_list("key", flat=True)[:2]
    values = {"kind": "mention", "left": right, "right": left, "verdict": "same", "reason": ""}
    assert admins_desk.post(page_of(Judgement, "add"), values).status_code == 302
    made = Judgement.objects.get()
    assert (made.left, made.right, made.by) == (left, right, administrator)
    admins_desk.post(page_of(Judgement, "changelist"), {"_selected_action": [made.pk], "action": "withdraw"})
    made.refresh_from_db()
    assert made.withdrawn_by == administrator


@pytest.mark.parametrize(("role", "status"), [("editor", 403), ("administrator", 200)])
def test_officials_are_corrected_by_admins_and_looked_at_by_editors(
    request: pytest.FixtureRequest, small_archive: SmallArchive, role: str, status: int
) -> None:
    client = Client()
    client.force_login(request.getfixturevalue(role))
    page = page_of(Person, "change", small_archive.tamm.pk)
    assert client.get(page).status_code == 200
    answer = client.post(page, {"name": "X", "sort_name": "X", "country": ""} | formsets())
    assert (answer.status_code == 302) is (status == 200)
    assert Person.objects.filter(name="X").exists() is (status == 200)


def test_whoever_has_no_role_stays_outside(analyst: User) -> None:
    client = Client()
    client.force_login(analyst)
    assert client.get("/admin/").status_code == 302


def formsets() -> dict[str, int]:
    """The forms of rows that are shown and not edited."""
    return {f"{name}-{what}_FORMS": 0 for name in ("aliases", "appointments") for what in ("TOTAL", "INITIAL")}


@pytest.mark.parametrize(
    ("model", "told", "why"),
    [
        pytest.param(
            Judgement, {"kind": "mention", "left": "a" * 26, "right": "b" * 26, "verdict": "same"}, "has the key", id="keys of nothing"
        ),
        pytest.param(
            Judgement, {"kind": "mention", "left": "a" * 26, "right": "a" * 26, "verdict": "same"}, "same key twice", id="one key twice"
        ),
        pytest.param(RuleWithdrawal, {"rule": "nonsense", "version": "1"}, "No rule of that name", id="a rule that there is not"),
        pytest.param(
            ApiToken, {"name": "old", "expires_at_0": "2020-01-01", "expires_at_1": "00:00"}, "That is past", id="a token of yesterday"
        ),
        pytest.param(GroupMembership, {"since": "2020-01-02", "until": "2020-01-01"}, "end before it begins", id="backwards"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(desk: Client, model: type[models.Model], told: dict[str, str], why: str) -> None:
    chosen = {"user": User.objects.get(username="administrator").pk, "group": "NATO", "country": "RO"}
    page = desk.post(page_of(model, "add"), chosen | told).content.decode()
    assert (why in page, "Constraint" in page) == (True, False)
    assert not Judgement.objects.exists()


def test_choosing_mentions_accounts_and_quotes_decides_on_them(admins_desk: Client, small_archive: SmallArchive) -> None:
    def chosen(model: type[models.Model], action: str, *rows: models.Model) -> str:
        told = {"_selected_action": [row.pk for row in rows], "action": action}
        return admins_desk.post(page_of(model, "changelist"), told, follow=True).content.decode()

    tamm = Person.objects.get(name="Ülo Tamm")
    assert "Nothing would be left" in chosen(Mention, "split_chosen", *tamm.mentions.all())
    assert "Choose mentions of one" in chosen(Mention, "split_chosen", *Mention.objects.all())
    report = MeetingReport.objects.filter(meeting__kind="call").get()
    assert "all there is" in chosen(MeetingReport, "split_chosen", report)
    said = Quote.objects.all()[0]
    assert "are shown nowhere any more" in chosen(Quote, "suppress_chosen", said)
    assert Correction.objects.in_force().get(operation="suppress").key == said.key
