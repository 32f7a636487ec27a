"""Whatever is sent, nothing breaks, nothing takes longer than it may, and no markup that was sent is ever run."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import searches
from archive.models import Article, ImportBatch, ImportFile
from bench.fuzz_site import Fuzz, would_run
from ingest.extraction import Extracted, extract_content
from ingest.loading import Outcome, load
from tests.conftest import SmallArchive
from tests.permissions import table
from tests.permissions.world import build

SCRIPT = "<script>zq7alert(1)</script>"
STORED = f"""\
Minister{SCRIPT} of Estonia meets "><img src=x onerror=zq7alert(1)> counterpart

TALLINN, Oct. 3, 2023 – Minister of Defence of Estonia Ülo Tamm{SCRIPT} met his Portuguese counterpart João da Costa in Tallinn{SCRIPT} on
October 3, 2023. “We know {SCRIPT} what the sea is worth,” Tamm said. The ministers signed a memorandum of understanding on {SCRIPT} cyber
exercises.
Gen. Jaan O'Neill"onmouseover="zq7alert(1) of the General Staff{SCRIPT} attended.
"""


@pytest.fixture
def browsers(small_archive: SmallArchive) -> dict[str, Client]:
    world = build(small_archive)
    clients = {name: Client(raise_request_exception=False) for name in ("visitor", "superuser")}
    clients["superuser"].force_login(world.users["superuser"])  # type: ignore[arg-type]
    return clients


@pytest.mark.slow
@pytest.mark.parametrize("seed", [7])
def test_requests_at_random_break_nothing(browsers: dict[str, Client], seed: int) -> None:
    summary = Fuzz(seed=seed, clients=browsers, limit=settings.PARLEY_QUERY_SECONDS).run(requests=160)
    assert summary.asked == 160
    assert not summary.faults, f"{summary}\n" + "\n".join(sorted(set(summary.faults)))


def test_markup_in_a_release_a_file_a_search_or_a_name_is_shown_and_never_run(small_archive: SmallArchive) -> None:
    world = build(small_archive)
    root = world.users["superuser"]
    assert isinstance(root, User)
    User.objects.filter(username="editor").update(first_name=SCRIPT)
    for name, status in (("published", "published"), ("draft", "draft")):
        read = extract_content(
            STORED.replace("Minister", f"{name} minister", 1).replace("sea", name).encode(),
            Path(f"{SCRIPT}{name}.txt"),
            url="https://mod.example/?q=<script>",
        )
        assert isinstance(read, Extracted)
        assert load(read, by=root, status=status).outcome is not Outcome.FAILED
    batch = ImportBatch.objects.create(name=SCRIPT, by=root)
    ImportFile.objects.create(batch=batch, path=f"{SCRIPT}.txt", state="failed", reason=SCRIPT, advice=SCRIPT)
    searches.save(name=SCRIPT, page="articles", query=f"q={SCRIPT}", alert="never", by=root)
    stored = Article.objects.filter(title__contains="<script>")
    assert stored.count() == 2

    client, seen = Client(raise_request_exception=False), 0
    client.force_login(root)
    for path in [*_pages(stored), f"/upload/{batch.pk}/", "/searches/"]:
        answer = client.get(path)
        page = answer.content.decode()
        assert answer.status_code == 200, path
        assert would_run(page) == [], path
        seen += "&lt;script&gt;" in page
    assert seen > 10  # it was shown on many of them


def _pages(stored) -> list[str]:  # type: ignore[no-untyped-def]
    lists = [
        f"/{room}/" for room in ("meetings", "articles", "people", "organizations", "agreements", "quotes", "drafts", "upload", "review")
    ]
    asked = [f"/{room}/?q={SCRIPT}" for room in ("articles", "people", "search")] + ["/", "/countries/EE/", "/countries/EE/PT/"]
    things = [f"/{'articles' if one.status == 'published' else 'drafts'}/{one.public_id}/" for one in stored]
    for room, model in (("people", "person"), ("organizations", "organization"), ("meetings", "meeting")):
        manager = table.admin_models()[f"archive.{model}"].objects
        things += [f"/{room}/{one.public_id}/" for one in manager.public().order_by("-pk")[:4]]
        things += [f"/admin/archive/{model}/", f"/admin/archive/{model}/{manager.order_by('-pk')[0].pk}/change/"]
    tables = ("article", "mention", "quote", "agreement", "importfile", "importbatch", "savedsearch")
    return lists + asked + things + [f"/admin/archive/{model}/" for model in tables]


@pytest.mark.parametrize("room", ["articles", "people", "agreements", "quotes"])
def test_no_cell_of_an_export_is_a_formula(small_archive: SmallArchive, room: str) -> None:
    formula = '=HYPERLINK("http://evil.example","x")'
    small_archive.release.title = formula
    small_archive.release.save()
    small_archive.tamm.name = "@SUM(1)"
    small_archive.tamm.save()
    small_archive.agreement.title = "+1+cmd|' /C calc'!A0"
    small_archive.agreement.save()
    answer = Client().get(f"/{room}.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    for row in csv.reader(io.StringIO(text)):
        assert not [cell for cell in row if cell[:1] in "=@+" and cell[1:2].strip() and not cell.lstrip("+").isdigit()]


@pytest.mark.parametrize(
    ("page", "runs"),
    [
        pytest.param("<script>x()</script>", True, id="a script"),
        pytest.param('<script src="/static/a.js"></script>', False, id="a script of ours"),
        pytest.param('<p onclick="x()">', True, id="a handler"),
        pytest.param('<a href=" javascript:x()">', True, id="a link that runs"),
        pytest.param("&lt;script&gt;x()&lt;/script&gt;", False, id="a script that is shown"),
        pytest.param('<script type="application/json">{}</script>', False, id="data"),
    ],
)
def test_what_would_run_is_found(page: str, runs: bool) -> None:
    assert bool(would_run(page)) is runs
