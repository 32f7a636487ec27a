"""Releases with much text in common: found, laid side by side, decided once; new versions that wait until they are published."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import people
from archive.models import Article, Meeting, Person
from archive.records.review import Desk
from ingest import drafted, neighbors, publishing, sketches
from ingest.loading import Outcome, load
from ingest.models import FormerVersion, NewVersion, TextJudgement
from ingest.review import Draft
from tests.ingest.made_up import extracted, meeting, official, record

BODY = (
    "Minister of Defense Ana Popa received her counterpart in Tirana on Tuesday to speak of the sea, of mines and of what the coming year "
    "holds for the two navies, which have trained together since the spring.\n\nBoth sides agreed that the next exercise takes place in "
    "the autumn off Constanta, with ships of four nations and for the first time with divers.\n\nThe visit ended at the naval academy."
)


def put(body: str = BODY, *, path: str, status: str = "draft", title: str = "Talks", by: User | None = None) -> Article:
    read = record(title=title, body=body, people=(official("Ana Popa", "RO", body),) if "Ana Popa" in body else ())
    loaded = load(extracted(read, path=path), status=status, by=by)
    assert loaded.outcome in {Outcome.NEW, Outcome.CHANGED}, loaded
    return Article.objects.get(pk=loaded.article)


# ---- what two texts share ----


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        pytest.param(BODY, 1, 1, id="the same"),
        pytest.param(BODY.upper().replace("\n\n", " "), 1, 1, id="the same in other clothes"),
        pytest.param(f"{BODY}\n\nUpdate: the minister has returned to the capital in the meantime.", 0.95, 1, id="with more behind it"),
        pytest.param(BODY.replace("Tuesday", "Wednesday"), 0.85, 0.99, id="one word changed"),
        pytest.param("A wholly other text about soldiers who planted trees in a park on Sunday.", 0, 0, id="another text"),
        pytest.param("", 0, 0, id="nothing"),
    ],
)
def test_what_two_texts_have_in_common(other: str, least: float, most: float) -> None:
    assert least <= sketches.in_common(BODY, other) <= most


def test_what_only_one_text_has_is_marked() -> None:
    left, right = sketches.side_by_side("One two three.\n\nThe end.", "One two four three.\n\nThe end.")
    assert [[(piece.text, piece.other) for piece in paragraph] for paragraph in left] == [
        [("One two three.", False)],
        [("The end.", False)],
    ]
    assert [(piece.text, piece.other) for piece in right[0]] == [("One two", False), ("four", True), ("three.", False)]


# ---- finding and deciding ----


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"By our reporter. {BODY}", id="a reprint"),
        pytest.param(f"{BODY}\n\nUpdate: the talks go on tomorrow.", id="an update"),
        pytest.param(BODY.replace("Both sides", "Both ministers"), id="a version under a translated headline"),
    ],
)
def test_a_draft_like_a_published_release_is_found_by_its_sketch(body: str) -> None:
    there = put(path="a.txt", status="published")
    put("Somebody else did something else entirely on another day of the year.", path="far.txt", status="published")
    draft = put(body, path="b.txt", title="Bisedime në Tiranë")
    assert [one.article for one in neighbors.undecided(draft)] == [there]


@pytest.fixture
def pair(editor: User) -> tuple[Article, Article]:
    there = put(path="a.txt", status="published", by=editor)
    return there, put(f"{BODY}\n\nUpdate: Ion Tamm was there too.", path="b.txt", by=editor)


@pytest.mark.django_db
@pytest.mark.parametrize(("verdict", "states"), [("different", {"published", "draft"}), ("same", {"published", "withdrawn"})])
def test_what_an_editor_decided_is_not_asked_again(pair, editor: User, verdict: str, states: set[str]) -> None:
    there, draft = pair
    neighbors.decide(article=draft, other=there, verdict=verdict, by=editor)
    assert (neighbors.undecided(draft), neighbors.undecided(there)) == ([], [])
    assert set(Article.objects.values_list("status", flat=True)) == states


@pytest.mark.django_db
def test_an_update_takes_the_place_of_the_release_under_its_address_and_the_former_is_kept(pair, editor: User, client: Client) -> None:
    there, draft = pair
    neighbors.decide(article=draft, other=there, verdict="update", by=editor)
    now = Article.objects.get()
    assert (now.key, now.body.endswith("was there too.")) == (there.key, True)
    former = FormerVersion.objects.get()
    assert b"Talks" in bytes(former.content)
    client.force_login(editor)
    address = f"/drafts/{now.public_id}/former/{former.pk}/"
    assert f'href="{address}"' in client.get(f"/drafts/{now.public_id}/").content.decode()
    assert b"".join(client.get(address).streaming_content) == bytes(former.content)  # type: ignore[attr-defined]
    assert Person.objects.filter(name="Ana Popa").exists()


@pytest.mark.django_db
def test_the_desk_shows_both_texts_with_marks_and_takes_the_decision(pair, editor: User, client: Client) -> None:
    there, draft = pair
    client.force_login(editor)
    assert "Is it here already?" in client.get(f"/drafts/{draft.public_id}/").content.decode()
    address = f"/drafts/{draft.public_id}/like/{there.public_id}/"
    page = client.get(address).content.decode()
    assert "<ins>Update: Ion Tamm was there too.</ins>" in page
    assert "100 % of the shorter text is in both" in page, "All of the text is not the same: the update has more of it."
    assert client.post(f"{address}decide/", {"verdict": "different"}).status_code == 302
    assert TextJudgement.objects.get().by == editor
    assert re.search(r"Releases compared</th>.*two releases.*editor, <time", client.get("/history/?kind=text").content.decode(), re.DOTALL)
    assert "Is it here already?" not in client.get(f"/drafts/{draft.public_id}/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        ("same", [("Release withdrawn", 'The same release as <a href="/articles/{there}/">{title}</a>')]),
        (
            "update",
            [
                ("New version of a release published", "It has the new version “{update}”"),
                ("Taken in as a new version of another", 'It is a new version of <a href="/articles/{there}/">{title}</a>'),
            ],
        ),
    ],
)
def test_the_history_tells_of_both_releases_what_one_is_to_the_other(
    pair, editor: User, client: Client, verdict: str, told: list[tuple[str, str]]
) -> None:
    there, draft = pair
    names = {"there": there.public_id, "update": draft.title}
    neighbors.decide(article=draft, other=there, verdict=verdict, by=editor)
    there.refresh_from_db()
    client.force_login(editor)
    page = client.get("/history/?kind=article").content.decode()
    rows = re.findall(r'<th scope="row">(.*?)</th>.*?data-label="Why"><span>(.*?)</span>', page, re.DOTALL)
    assert sorted(rows) == sorted((what, why.format(title=there.title, **names)) for what, why in told)


@pytest.mark.django_db
def test_the_history_keeps_the_title_of_a_release_from_those_to_whom_it_is_not_open(
    editor: User, administrator: User, client: Client
) -> None:
    there = put(path="a.txt", status="published", title="Told elsewhere", by=administrator)
    draft = put(f"{BODY}\n\nUpdate: Ion Tamm was there too.", path="b.txt", by=editor)
    neighbors.decide(article=draft, other=there, verdict="same", by=editor)
    Article.objects.filter(pk=there.pk).update(status="withdrawn")
    for who, told in ((editor, "For another release, which is not open to you"), (administrator, "The same release as <a")):
        client.force_login(who)
        page = client.get("/history/?kind=article").content.decode()
        assert told in page
        assert ("Told elsewhere" in page) == (who == administrator)


@pytest.mark.django_db
def test_a_draft_that_is_like_another_release_is_marked_in_the_list_until_an_editor_decides(pair, editor: User, client: Client) -> None:
    published, draft = pair
    client.force_login(editor)
    assert client.get("/drafts/").content.decode().count("Is it here already?") == 1
    neighbors.decide(article=draft, other=published, verdict="different", by=editor)
    assert "Is it here already?" not in client.get("/drafts/").content.decode()


@pytest.mark.django_db
def test_nobody_is_asked_to_compare_with_the_draft_of_another(pair, editor: User, client: Client) -> None:
    there, draft = pair
    Article.objects.filter(pk=there.pk).update(status="draft", uploaded_by=None)
    client.force_login(editor)
    assert "Is it here already?" not in client.get(f"/drafts/{draft.public_id}/").content.decode()
    assert "Is it here already?" not in client.get("/drafts/").content.decode()
    Article.objects.filter(pk=there.pk).update(uploaded_by=editor)
    assert "Is it here already?" in client.get(f"/drafts/{draft.public_id}/").content.decode()


@pytest.mark.django_db
def test_an_editor_says_what_a_release_is_to_that_of_another_and_cannot_replace_it(pair, client: Client, django_user_model) -> None:
    from django.contrib.auth.models import Group

    there, draft = pair
    other = django_user_model.objects.create_user("colleague", password="correct horse battery")
    other.groups.add(Group.objects.get(name="editors"))
    Article.objects.filter(pk=draft.pk).update(uploaded_by=other)
    client.force_login(other)
    address = f"/drafts/{draft.public_id}/like/{there.public_id}/"
    page = client.get(address).content.decode()
    assert 'value="update"' not in page
    assert "ask an administrator to say so" in page
    assert client.post(f"{address}decide/", {"verdict": "update"}).status_code == 404
    assert client.post(f"{address}decide/", {"verdict": "different"}).status_code == 302
    assert (TextJudgement.objects.get().by, neighbors.undecided(draft)) == (other, [])


# ---- new versions ----


@pytest.mark.django_db
def test_a_new_version_of_a_published_release_waits_as_a_draft_until_it_is_published(editor: User) -> None:
    there = put(path="a.txt", status="published")
    put(BODY.replace("Ana Popa", "Eva Popa"), path="a.txt")
    draft = put(BODY.replace("Ana Popa", "Ida Popa"), path="a.txt")  # a third version takes the place of the second
    assert NewVersion.objects.get().draft == draft
    assert Article.objects.get(pk=there.pk).body == BODY
    assert [person.name for person in Person.objects.all()] == ["Ana Popa"]
    assert publishing.publish(articles=[draft], by=editor) == 1
    now = Article.objects.get()
    assert (now.key, "Ida Popa" in now.body, now.status) == (there.key, True, "published")
    assert not Meeting.objects.exists()


@pytest.mark.django_db
def test_a_list_asks_as_many_questions_for_many_look_alikes_as_for_few(django_assert_max_num_queries) -> None:
    drafts = [put(f"{BODY}\n\nNote {number}.", path=f"{number}.txt") for number in range(8)]
    alone = put("Soldiers planted trees in a park on Sunday, and the mayor thanked them with soup and bread.", path="alone.txt")
    for some in (drafts[:2], [*drafts, alone]):
        with django_assert_max_num_queries(4):
            assert neighbors.with_undecided(some, among=Article.objects.all()) == {draft.pk for draft in drafts} & {
                draft.pk for draft in some
            }


@pytest.mark.django_db
def test_what_was_decided_on_a_new_version_holds_once_it_has_taken_the_place_of_the_former(editor: User) -> None:
    put(path="a.txt", status="published")
    body = f"{BODY} Later Ana Popa saw Ion Hoxha."
    whom = (official("Ana Popa", "RO", body), official("Ilir Dema", "AL", f"{body} Ilir Dema"))
    occasions = (meeting(body, people=whom), meeting(body, people=whom, words="Both sides", kind="visit"))
    loaded = load(extracted(record(title="Talks", body=body, people=whom[:1], meetings=occasions), path="a.txt"), status="draft")
    draft = Article.objects.get(pk=loaded.article)
    kept, away = (fact for fact in Draft(draft).drafted.facts if fact.kind == "meeting")
    drafted.keep(draft=Draft(draft).drafted, fact=kept, told={"place": "Durrës"}, by=editor)
    drafted.take_away(draft=Draft(draft).drafted, fact=away, by=editor)
    start = body.index("Ion Hoxha")
    people.add(article=draft, start=start, end=start + len("Ion Hoxha"), country="AL", by=editor)
    publishing.publish(articles=[draft], by=editor)
    assert [one.place for one in Meeting.objects.public()] == ["Durrës"]
    assert Person.objects.filter(name="Ion Hoxha").exists()
    assert not Desk(editor, queue="orphans").orphans


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("at_once", "confidence", "published", "status"),
    [
        pytest.param(True, 0.0, "2024-09-12", "published", id="nothing doubtful"),
        pytest.param(True, 0.8, "2024-09-12", "draft", id="a fact by a rule that nobody measured"),
        pytest.param(True, 0.0, "XXXX-09-12", "draft", id="no year"),
        pytest.param(False, 0.0, "2024-09-12", "draft", id="the setting is off"),
    ],
)
def test_what_has_no_doubtful_fact_is_published_at_once_where_the_setting_says_so(
    settings, editor: User, at_once: bool, confidence: float, published: str, status: str
) -> None:
    settings.PUBLISH_AT_ONCE, settings.PUBLISH_CONFIDENCE = at_once, confidence
    read = record(body=BODY, published=published, publisher="Ministry of Defense of Romania", people=(official("Ana Popa", "RO", BODY),))
    draft = Article.objects.get(pk=load(extracted(read), status="draft").article)
    publishing.publish_if_plain(article=draft, by=editor)
    draft.refresh_from_db()
    assert draft.status == status
