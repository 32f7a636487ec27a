"""What an editor tells of a draft at the desk: its year and publisher first, and whom the machine missed."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from archive.models import Article, Correction, Meeting, Person
from ingest import publishing
from ingest.loading import Outcome, load
from tests.ingest.made_up import extracted, meeting, official, record

pytestmark = pytest.mark.django_db
BODY = "Minister of Defense Ana Popa received Major General Ilir Hoxha in Tirana on Dec. 10. Colonel Ida Tamm was there."


@pytest.fixture
def draft(editor: User) -> Article:
    popa, hoxha = official("Ana Popa", "RO", BODY), official("Ilir Hoxha", "AL", BODY)
    talks = meeting(BODY, people=(popa, hoxha), date="XXXX-12-10", date_basis="stated")
    read = record(body=BODY, published=None, people=(popa, hoxha), meetings=(talks,))
    return Article.objects.get(pk=load(extracted(read, path="a.txt"), status="draft", by=editor).article)


@pytest.fixture
def desk(editor: User, client: Client) -> Client:
    client.force_login(editor)
    return client


@pytest.mark.parametrize(
    ("published", "day"),
    [
        pytest.param("2024-12-12", "2024-12-10", id="in the year of the release"),
        pytest.param("2025-01-04", "2024-12-10", id="in December, told in January"),
        pytest.param("2024", "2024-12-10", id="where the year alone is known"),
    ],
)
def test_the_year_that_an_editor_tells_dates_the_meetings_and_outlives_a_new_reading(
    draft: Article, desk: Client, editor: User, published: str, day: str
) -> None:
    page = desk.get(f"/drafts/{draft.public_id}/").content.decode()
    assert page.index("tell-published") < page.index("Ana Popa")
    desk.post(f"/drafts/{draft.public_id}/tell/", {"published": published, "publisher": "Ministry of Defense of Romania"})
    publishing.publish(articles=[Article.objects.get(pk=draft.pk)], by=editor)
    read_anew = record(body=BODY, published=None, meetings=(meeting(BODY, date="XXXX-12-10", countries=("AL", "RO")),))
    for again in (None, extracted(read_anew, path="a.txt", engine="test-2")):
        assert again is None or load(again).outcome is Outcome.READ_ANEW
        now = Article.objects.get()
        assert (now.published, now.publisher.name) == (published, "Ministry of Defense of Romania")
        assert str(Meeting.objects.get().earliest) == day
    assert set(Correction.objects.values_list("field", "by__username")) == {("published", editor.username), ("publisher", editor.username)}


@pytest.mark.parametrize("published", ["12 September", "2024-13-40", "2024-09-12T10:00", "=1+1"])
def test_a_date_that_is_none_is_refused_with_what_to_do(draft: Article, desk: Client, published: str) -> None:
    answer = desk.post(f"/drafts/{draft.public_id}/tell/", {"published": published, "publisher": "Navy of Palau"}, follow=True)
    assert 'value="Navy of Palau"' in answer.content.decode(), "nobody types it again"
    assert "Give the date as" in answer.content.decode() or "no such day" in answer.content.decode()
    assert not Correction.objects.exists()


def test_somebody_added_by_the_words_of_the_text_is_on_the_draft_and_with_readers_once_it_is_published(
    draft: Article, desk: Client, editor: User
) -> None:
    page = desk.post(
        f"/drafts/{draft.public_id}/add/", {"words": "Ida  Tamm", "rank": "Colonel", "country": "Estonia"}, follow=True
    ).content.decode()
    assert "Ida Tamm" in page
    assert not Person.objects.exists()
    talks = {"what": "meeting", "words": "Colonel Ida Tamm was there", "kind": "visit", "countries": "Albania; EE", "people": "ida tamm"}
    with_talks = desk.post(f"/drafts/{draft.public_id}/add/", talks, follow=True).content.decode()
    assert with_talks.count("Ida Tamm") > page.count("Ida Tamm")
    assert Meeting.objects.count() == 0
    publishing.publish(articles=[draft], by=editor)
    assert Person.objects.get(name="Ida Tamm").country_id == "EE"
    visit = Meeting.objects.get(kind="visit")
    assert ([str(one.person) for one in visit.participations.filter(person__isnull=False)], visit.countries) == (["Ida Tamm"], ["AL", "EE"])


@pytest.mark.parametrize(("words", "country"), [("Nobody Here", "Estonia"), ("Ida Tamm", "Atlantis"), ("", "")])
def test_words_that_are_not_there_and_countries_that_are_none_are_told(draft: Article, desk: Client, words: str, country: str) -> None:
    answer = desk.post(f"/drafts/{draft.public_id}/add/", {"words": words, "country": country})
    page = BeautifulSoup(answer.content, "lxml")
    field = "country" if words == "Ida Tamm" else "words"
    assert answer.status_code == 400
    assert [one["id"] for one in page.select("#add details[open] .field--wrong .error")] == [f"add-person-{field}-error"]
    assert page.select_one("#add-person-country")["value"] == country  # type: ignore[index]
    assert not Correction.objects.exists()
