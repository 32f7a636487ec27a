"""The desk: who may come in, what is kept of what is sent, what is told of it, and how it is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Article, Correction, ImportBatch, ImportFile, Meeting
from ingest import projection, room, tasks, work
from ingest.review import Draft
from tests.formats.made_files import packed
from tests.ingest.test_ingest_command import release

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _desk_is_closed() -> Iterator[None]:
    yield
    work._desk().close()


@pytest.fixture
def desk(editor: User, client: Client) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def colleague(db: None) -> Client:
    """Another editor."""
    user = User.objects.create_user("colleague", password="correct horse battery")
    user.groups.add(Group.objects.get(name="editors"))
    client = Client()
    client.force_login(user)
    return client


def send(client: Client, *files: tuple[str, bytes], **fields: str) -> ImportBatch:
    answer = client.post("/upload/", {"files": [SimpleUploadedFile(name, content) for name, content in files], **fields})
    assert answer.status_code == 302, answer.content.decode()
    return ImportBatch.objects.get(pk=int(answer.headers["Location"].split("/")[2]))


def read(batch: ImportBatch) -> None:
    while work.do_one(batch.pk):
        pass


@pytest.fixture
def batch(desk: Client) -> ImportBatch:
    """Two new releases, one of them twice, and a file that cannot be read; all read."""
    files = ("a.txt", release(1).encode()), ("b.txt", release(2).encode()), ("a again.txt", release(1).encode()), ("c.pdf", b"%PDF-1.7")
    batch = send(desk, *files)
    read(batch)
    return batch


def test_what_failed_can_be_had_as_a_table_that_runs_nothing(desk: Client) -> None:
    batch = send(desk, ("=HYPERLINK(1).pdf", b"%PDF-1.7"), ("a.txt", release(1).encode()))
    read(batch)
    answer = desk.get(f"/upload/{batch.pk}/failed.csv")
    header, *lines = answer.content.decode().splitlines()
    assert (header, len(lines)) == ("file,bytes,reason,what to do", 1)
    assert lines[0].startswith("'=HYPERLINK(1).pdf,8,")
    assert f"/upload/{batch.pk}/failed.csv" in desk.get(f"/upload/{batch.pk}/").content.decode()


ADDRESSES = [
    "/upload/",
    "/upload/{batch}/",
    "/upload/file/{file}/",
    "/drafts/",
    "/drafts/{article}/",
    "/drafts/{article}/original/",
    "/upload/{batch}/failed.csv",
]
DEEDS = ["/upload/", "/upload/{batch}/retry/", "/upload/{batch}/cancel/", "/upload/{batch}/publish/", "/drafts/publish/"]


def filled(address: str, batch: ImportBatch) -> str:
    return address.format(batch=batch.pk, file=batch.files.order_by("pk")[0].pk, article=Article.objects.order_by("pk")[0].public_id)


# ---- who may come in ----


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_visitor_is_led_to_sign_in_and_an_analyst_is_not_let_in(batch: ImportBatch, analyst: User, address: str) -> None:
    client, path = Client(), filled(address, batch)
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/sign-in/?next={path}")
    client.force_login(analyst)
    assert client.get(path).status_code == 403


def test_who_is_not_let_in_is_told_as_whom_and_where_to_go(batch: ImportBatch, analyst: User, client: Client) -> None:
    client.force_login(analyst)
    page = client.get(f"/upload/{batch.pk}/").content.decode()
    assert "You are signed in as analyst, without the right to do this. Uploading is for editors." in page
    assert f'<a href="/sign-in/?next=/upload/{batch.pk}/">sign in as somebody else</a>' in page
    client.post("/sign-in/", {"username": "editor", "password": "correct horse battery"})
    assert client.get(f"/upload/{batch.pk}/").status_code == 200


@pytest.mark.parametrize("address", DEEDS)
def test_nobody_else_does_anything(batch: ImportBatch, analyst: User, address: str) -> None:
    client, path = Client(), filled(address, batch)
    article = {"article": Article.objects.order_by("pk")[0].public_id, "text": "They met."}
    assert client.post(path, article).status_code == 302
    client.force_login(analyst)
    assert client.post(path, article).status_code == 403
    assert set(Article.objects.values_list("status", flat=True)) == {"draft"}
    assert ImportBatch.objects.count() == 1


@pytest.mark.parametrize("address", DEEDS)
def test_no_deed_is_done_from_another_site(batch: ImportBatch, editor: User, address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert strict.post(filled(address, batch), {"text": "They met."}).status_code == 403


@pytest.mark.parametrize("address", DEEDS[1:])
def test_deeds_are_not_done_by_following_a_link(desk: Client, batch: ImportBatch, address: str) -> None:
    assert desk.get(filled(address, batch)).status_code in {404, 405}


@pytest.mark.parametrize("address", [*ADDRESSES[1:3], *ADDRESSES[4:]])
def test_another_editors_uploads_are_not_there_and_an_admin_sees_them(
    batch: ImportBatch, colleague: Client, administrator: User, address: str
) -> None:
    path = filled(address, batch)
    assert colleague.get(path).status_code == 404
    client = Client()
    client.force_login(administrator)
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("address", DEEDS[1:4])
def test_another_editors_uploads_are_not_touched(batch: ImportBatch, colleague: Client, address: str) -> None:
    assert colleague.post(filled(address, batch)).status_code == 404


def test_another_editors_drafts_are_not_published(batch: ImportBatch, colleague: Client) -> None:
    colleague.post("/drafts/publish/", {"article": [article.public_id for article in Article.objects.all()]})
    assert set(Article.objects.values_list("status", flat=True)) == {"draft"}
    assert "Talks number" not in colleague.get("/drafts/").content.decode()


def test_of_two_editors_who_send_the_same_the_second_is_told_and_publishes_nothing_of_the_first(
    batch: ImportBatch, colleague: Client
) -> None:
    theirs = send(colleague, ("same.txt", release(1).encode()), ("all.zip", packed({"c.txt": release(2).encode()})))
    read(theirs)
    page = colleague.get(f"/upload/{theirs.pk}/").content.decode()
    assert page.count("Editor sent it before, and has it as a draft. The same file as") == 2
    assert "of this upload</button>" not in page
    colleague.post(f"/upload/{theirs.pk}/publish/")
    assert set(Article.objects.values_list("status", flat=True)) == {"draft"}


def test_what_an_archive_alone_has_is_still_there(desk: Client) -> None:
    batch = send(desk, ("all.zip", packed({"a.txt": release(1).encode(), "/b.txt": release(2).encode()})))
    read(batch)
    page = desk.get(f"/upload/{batch.pk}/").content.decode()
    assert "2 files in it, 1 of which could not be taken out" in page
    assert "each is kept as it came" not in page
    addresses = re.findall(r'"(/upload/file/\d+/)"', page)
    assert len(addresses) == 2
    assert {desk.get(address).status_code for address in addresses} == {200}


def test_only_editors_are_shown_the_way(editor: User, analyst: User, client: Client) -> None:
    for user, there in ((None, False), (analyst, False), (editor, True)):
        if user:
            client.force_login(user)
        assert ('href="/upload/"' in client.get("/meetings/").content.decode()) is there


# ---- what is sent ----


def test_nothing_sent_is_told(desk: Client) -> None:
    answer = desk.post("/upload/", {"text": "  "})
    assert answer.status_code == 400
    assert "Nothing was sent" in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_a_text_longer_than_any_release_is_told(desk: Client) -> None:
    page = desk.post("/upload/", {"text": "met. " * 2_100_000}).content.decode()
    assert "more text than any release has" in page
    assert "Nothing was sent" not in page


def test_a_pasted_text_is_a_file_with_its_address(desk: Client) -> None:
    batch = send(desk, text=f"  {release(1)}", url="https://mod.example/news/1")
    file = batch.files.get()
    assert (file.path, file.source_url) == ("Talks number 1.txt", "https://mod.example/news/1")
    read(batch)
    assert Article.objects.get().source_url == "https://mod.example/news/1"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "<html><body><h1 class=top>\n Talks &amp; tea </h1><p>They met.</p></body></html>", "Talks & tea.html", id="a heading"
        ),
        pytest.param("<!doctype html><title>Talks</title><h1>Talks in Riga</h1>", "Talks.html", id="a title"),
        pytest.param("<p>They met.</p>", "pasted page.html", id="neither"),
        pytest.param("<h1><br></h1><p>They met.</p>", "pasted page.html", id="an empty heading"),
        pytest.param("Talks <in Riga>\n\nThey met.", "Talks <in Riga>.txt", id="text"),
    ],
)
def test_what_is_pasted_is_called_by_its_headline(desk: Client, text: str, name: str) -> None:
    desk.post("/upload/", {"text": text})
    assert ImportBatch.objects.get().name == name
    assert ImportFile.objects.get().path == name


def test_pasted_html_is_read_as_a_page(desk: Client) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in release(1).splitlines() if line)
    read(send(desk, text=f"<html><body>{paragraphs}<script>alert(1)</script></body></html>"))
    article = Article.objects.get()
    assert article.format == "html"
    assert "alert" not in article.body


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "mod.example", "https://"])
def test_an_address_that_is_none_is_told_and_nothing_is_lost(desk: Client, url: str) -> None:
    answer = desk.post("/upload/", {"text": "They met in Tallinn.", "url": url})
    assert answer.status_code == 400
    assert "They met in Tallinn." in answer.content.decode()
    assert "from https:// on" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("talks.txt", "talks.txt", id="a plain name"),
        pytest.param("../../etc/passwd", "passwd", id="a path"),
        pytest.param("a\x1b[31m\u202etxt.exe", "a[31mtxt.exe", id="control characters"),
        pytest.param("<script>alert(1)</script>.txt", "script&gt;.txt", id="markup"),
    ],
)
def test_names_are_shown_and_nothing_more(desk: Client, name: str, shown: str) -> None:
    batch = send(desk, (name, b"They met."))
    page = desk.get(f"/upload/{batch.pk}/").content.decode()
    assert shown in page
    assert "<script>alert" not in page


def test_a_file_too_large_is_told_and_the_others_are_taken(desk: Client, settings) -> None:
    settings.UPLOAD_SIZE = 1000
    batch = send(desk, ("large.txt", b"x" * 1001), ("a.txt", release(1).encode()))
    read(batch)
    assert dict(batch.files.values_list("path", "state")) == {"large.txt": "failed", "a.txt": "new"}


def test_while_the_disk_is_nearly_full_nothing_is_taken_what_was_sent_waits_and_it_goes_on_by_itself(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = send(desk, ("before.txt", release(1).encode()))
    left, slept = [300_000_000], []
    monkeypatch.setattr(room, "free", lambda folder: left[0])

    answer = desk.post("/upload/", {"files": SimpleUploadedFile("a.txt", b"They met.")})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "300")
    assert "Only 300 MB are free on the disk of the archive, and 500 MB have to stay free" in answer.content.decode()
    assert "Nothing of it was taken: send it again when" in answer.content.decode()
    assert "Nothing was sent" not in answer.content.decode()
    assert "Nothing more is taken until" in desk.get("/upload/").content.decode()
    assert "Reading waits, and goes on by itself" in desk.get(f"/upload/{batch.pk}/").content.decode()
    assert desk.get("/drafts/").status_code == 200
    assert ImportBatch.objects.get() == batch

    def pause(seconds: float) -> None:
        slept.append(batch.files.get().state)
        left[0] = 10**12 if len(slept) == 2 else left[0]

    monkeypatch.setattr(tasks, "sleep", pause)
    assert not tasks._has_room(Worker(ends=True))  # type: ignore[arg-type]
    assert tasks._has_room(Worker(ends=False))  # type: ignore[arg-type]
    assert slept == ["waiting", "waiting"]
    read(batch)
    assert batch.files.get().state == "new"
    assert "Nothing more is taken" not in desk.get("/upload/").content.decode()


@dataclass
class Worker:
    """As much of a job as asks whether its worker is to end."""

    ends: bool

    def should_abort(self) -> bool:
        return self.ends


# ---- what is told ----


def test_the_page_of_an_upload_tells_every_file_and_what_to_do(desk: Client, batch: ImportBatch) -> None:
    page = desk.get(f"/upload/{batch.pk}/").content.decode()
    for words in (
        "4 of 4",
        "The PDF is damaged and could not be opened",
        "Save it anew",
        "The same file as",
        "Talks number 2",
        "all 2 drafts",
    ):
        assert words in page
    assert "data-live" not in page


def test_a_part_of_the_page_is_enough_while_it_changes(desk: Client) -> None:
    batch = send(desk, ("a.txt", release(1).encode()))
    whole = desk.get(f"/upload/{batch.pk}/").content.decode()
    part = desk.get(f"/upload/{batch.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert "data-live" in whole
    assert "<html" in whole
    assert "<html" not in part
    assert "data-running" in part
    assert "0 of 1" in part


def test_the_page_of_an_upload_asks_the_database_as_often_for_many_files_as_for_few(desk: Client) -> None:
    few = send(desk, *((f"{n}.txt", b"") for n in range(3)))
    many = send(desk, *((f"{n}.txt", b"") for n in range(60)))
    counts = []
    for batch in (few, many):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            desk.get(f"/upload/{batch.pk}/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 25


def test_files_that_were_stopped_are_not_called_failed(desk: Client) -> None:
    batch = send(desk, ("a.txt", release(1).encode()), ("b.txt", release(2).encode()))
    desk.post(f"/upload/{batch.pk}/cancel/")
    page = desk.get(f"/upload/{batch.pk}/").content.decode()
    assert "2 files stopped before they were read" in page
    assert "0 files failed" not in page
    assert "Try the 2 again" in page


def test_failed_files_are_tried_again_and_waiting_ones_stopped(desk: Client, batch: ImportBatch) -> None:
    desk.post(f"/upload/{batch.pk}/retry/")
    assert batch.files.get(path="c.pdf").state == "waiting"
    assert batch.files.filter(state="waiting").count() == 1
    desk.post(f"/upload/{batch.pk}/cancel/")
    assert batch.files.get(path="c.pdf").state == "cancelled"
    page = desk.get("/history/?kind=upload").content.decode()
    told = re.findall(rf"Upload {batch.pk} (\w[\w ]*)</th>", page)
    assert told == ["stopped", "tried again", "sent"]
    assert page.count("editor, <time") == 3
    assert "4 files" in page


# ---- the bytes ----


@pytest.mark.parametrize("name", ["a.txt", "a again.txt", "c.pdf"])
def test_the_bytes_come_back_as_a_file_to_save_and_never_as_a_page(desk: Client, batch: ImportBatch, name: str) -> None:
    file = batch.files.get(path=name)
    answer = desk.get(f"/upload/file/{file.pk}/")
    assert b"".join(answer.streaming_content) == (b"%PDF-1.7" if name == "c.pdf" else release(1).encode())  # type: ignore[attr-defined]
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_file_out_of_an_archive_comes_back_too(desk: Client) -> None:
    batch = send(desk, ("all.zip", packed({"x/<b>.html": release(3).encode()})))
    read(batch)
    file = ImportFile.objects.get(state="new")
    answer = desk.get(f"/upload/file/{file.pk}/")
    assert b"".join(answer.streaming_content) == release(3).encode()  # type: ignore[attr-defined]


# ---- drafts ----


def test_a_draft_shows_its_text_and_what_was_read_with_the_words(desk: Client, batch: ImportBatch) -> None:
    article = Article.objects.get(title="Talks number 1")
    page = desk.get(f"/drafts/{article.public_id}/").content.decode()
    for words in ("Ülo Tamm", "Ana Popa", "This is meeting 1 of the year", "2024-09-02", "read from", 'class="m m--person"'):
        assert words in page
    assert "The publisher is not stated." in page


def test_every_fact_of_a_draft_leads_to_a_place_in_its_text(desk: Client, batch: ImportBatch) -> None:
    page = desk.get(f"/drafts/{Article.objects.get(title='Talks number 1').public_id}/").content.decode()
    links = re.findall(r'href="#(w\d+)"', page)
    places = re.findall(r'id="(w\d+)"', page)
    assert len(links) > 5
    assert set(links) <= set(places)
    assert len(places) == len(set(places))


def test_what_an_editor_decides_on_a_draft_holds_when_it_is_published_and_when_it_is_read_anew(desk: Client, batch: ImportBatch) -> None:
    one, other = (Article.objects.get(title=f"Talks number {number}") for number in (1, 2))
    fact, away = (next(iter(Draft(article).drafted.facts)) for article in (one, other))
    address = f"/drafts/{one.public_id}/decide/"
    told = {"kind": fact.kind, "key": fact.key, "do": "keep", **{slot.name: slot.value for slot in fact.slots}}
    page = desk.post(address, {**told, "country": "Atlantis"}, follow=True).content.decode()
    assert "No country is called “Atlantis”." in page
    page = desk.post(address, told, follow=True).content.decode()
    assert "Accepted as it was read." in page
    page = desk.post(address, {**told, "place": "Riga", "country": "Latvia"}, follow=True).content.decode()
    assert "Corrected by editor." in page
    desk.post(f"/drafts/{other.public_id}/decide/", {"kind": away.kind, "key": away.key, "do": "take away"})
    assert not Meeting.objects.exists()

    desk.post("/drafts/publish/", {"article": [one.public_id, other.public_id]})
    meeting = Meeting.objects.public().get()
    assert (meeting.place, meeting.country_id, meeting.date) == ("Riga", "LV", "2024-09-02")
    projection.rebuild()
    assert Meeting.objects.public().get().place == "Riga"


def test_a_decision_on_a_draft_is_taken_back(desk: Client, batch: ImportBatch) -> None:
    article = Article.objects.get(title="Talks number 1")
    fact = next(iter(Draft(article).drafted.facts))
    address, named = f"/drafts/{article.public_id}/decide/", {"kind": fact.kind, "key": fact.key}
    page = desk.post(address, {**named, "do": "take away"}, follow=True).content.decode()
    assert "Taken away by editor." in page
    page = desk.post(address, {**named, "do": "undo"}, follow=True).content.decode()
    assert "by editor." not in page
    desk.post("/drafts/publish/", {"article": [article.public_id]})
    assert Meeting.objects.public().count() == 1


def test_the_history_names_the_release_of_a_decision_and_leads_to_where_its_reader_may_go(
    desk: Client, colleague: Client, batch: ImportBatch
) -> None:
    article = Article.objects.get(title="Talks number 1")
    fact = next(fact for fact in Draft(article).drafted.facts if fact.kind == "meeting")
    desk.post(f"/drafts/{article.public_id}/decide/", {"kind": fact.kind, "key": fact.key, "place": "Riga", "do": "keep"})
    asked = "/history/?kind=correction"
    assert f'<a href="/drafts/{article.public_id}/">Talks number 1</a>' in desk.get(asked).content.decode()
    for address in (asked, "/history/", "/history/?kind=upload"):
        others = colleague.get(address).content.decode()
        assert "Talks number 1" not in others, "The draft of another editor."
        assert f"Upload {batch.pk}" not in others, "The upload of another editor."
        assert "<option>editor</option>" not in others, "Nor is the other named among those who decided."
    desk.post("/drafts/publish/", {"article": [article.public_id]})
    page = colleague.get("/history/").content.decode()
    assert "<option>editor</option>" in page
    assert page.count(f'<a href="/articles/{article.public_id}/">Talks number 1</a>') == page.count("Talks number 1<") > 1
    assert "Release published</th>" in page
    desk.post("/drafts/publish/", {"article": [article.public_id], "do": "withdraw"})
    page = desk.get("/history/?kind=article").content.decode()
    assert "Release withdrawn</th>" in page
    assert f'href="/articles/{article.public_id}/"' not in page, "Withdrawn, it has no page for readers."


def test_nobody_decides_on_the_draft_of_another(colleague: Client, batch: ImportBatch) -> None:
    article = Article.objects.get(title="Talks number 1")
    fact = next(iter(Draft(article).drafted.facts))
    answer = colleague.post(f"/drafts/{article.public_id}/decide/", {"kind": fact.kind, "key": fact.key, "do": "take away"})
    assert answer.status_code == 404
    assert not Correction.objects.exists()


def test_drafts_are_published_and_withdrawn(desk: Client, batch: ImportBatch) -> None:
    ids = [article.public_id for article in Article.objects.all()]
    page = desk.post("/drafts/publish/", {"article": ids, "do": "publish"}, follow=True).content.decode()
    assert "2 releases published." in page
    assert Meeting.objects.public().count() == 2
    page = desk.post("/drafts/publish/", {"article": ids[:1], "do": "withdraw", "state": "published"}, follow=True).content.decode()
    assert "1 release withdrawn. Readers no longer see it." in page
    assert Meeting.objects.public().count() == 1


def test_whoever_withdraws_on_the_page_of_a_release_is_led_back_to_what_is_published(desk: Client, batch: ImportBatch) -> None:
    one, other = Article.objects.order_by("pk")
    desk.post("/drafts/publish/", {"article": [one.public_id, other.public_id]})
    page = desk.get(f"/drafts/{one.public_id}/").content.decode()
    state = re.findall(r'name="state" value="(\w+)"', page)
    assert state == ["published"]
    answer = desk.post("/drafts/publish/", {"article": one.public_id, "state": state[0], "do": "withdraw"})
    assert answer.headers["Location"] == "/drafts/?state=published"


def test_nothing_chosen_is_told(desk: Client, batch: ImportBatch) -> None:
    assert "No release was chosen" in desk.post("/drafts/publish/", {"do": "publish"}, follow=True).content.decode()


def test_all_drafts_of_an_upload_are_published_at_once(desk: Client, batch: ImportBatch) -> None:
    other = send(desk, ("other.txt", release(9).encode()))
    read(other)
    desk.post(f"/upload/{batch.pk}/publish/")
    assert set(Article.objects.filter(status="draft").values_list("title", flat=True)) == {"Talks number 9"}


def test_drafts_of_an_earlier_upload_are_told_beside_those_to_publish(desk: Client, batch: ImportBatch) -> None:
    page = desk.get(f"/upload/{batch.pk}/").content.decode()
    assert "Publish all 2 drafts of this upload" in page
    assert "before this upload" not in page
    again = send(desk, ("once more.txt", release(1).encode()), ("new.txt", release(3).encode()))
    read(again)
    page = desk.get(f"/upload/{again.pk}/").content.decode()
    assert "Publish all 2 drafts of this upload" in page
    assert "One of them was a draft before this upload, which has the same file." in page


def test_who_published_is_on_record(desk: Client, batch: ImportBatch, editor: User) -> None:
    from archive.models import Article as Table

    article = Table.objects.order_by("pk")[0]
    desk.post("/drafts/publish/", {"article": article.public_id})
    event = Table.pgh_event_model.objects.filter(pgh_obj=article, status="draft").get()  # type: ignore[attr-defined]
    assert event.pgh_context.metadata["user"] == editor.pk
