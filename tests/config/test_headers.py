"""What browsers are told of every answer, and what they are kept from."""

from __future__ import annotations

import logging
import re
from io import StringIO

import pytest
from django.conf import settings as configured
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from prometheus_client.registry import REGISTRY
from pytest_django.fixtures import Settings

from archive.models import ImportFile, SavedSearch
from config.logs import ONE_LINE, UnknownHost
from tests.conftest import SmallArchive

PASSWORD = "correct horse battery"
ACTIVE = b"<!doctype html><script>alert(document.domain)</script><h1>Talks</h1><p>The ministers met in Tallinn on Monday.</p>"


def test_no_answer_may_run_or_load_what_is_not_ours(small_archive: SmallArchive) -> None:
    for path in ("/", "/meetings/", "/nothing", "/api/v1/meetings/", "/meetings.csv", "/admin/login/", "/upload/"):
        headers = Client().get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "object-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert not re.search(r"unsafe-|\*|https?:", policy)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_file_that_was_sent_is_only_ever_saved(editor: User) -> None:
    client = Client()
    client.force_login(editor)
    client.post("/upload/", {"files": SimpleUploadedFile("page.html", ACTIVE, "text/html")})
    answer = client.get(f"/upload/file/{ImportFile.objects.get().pk}/")
    assert b"".join(answer.streaming_content) == ACTIVE  # type: ignore[attr-defined]
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


# ---- sessions ----


def test_a_session_from_before_signing_in_is_not_the_one_after_it(analyst: User) -> None:
    client = Client()
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.post("/sign-in/", {"username": "analyst", "password": PASSWORD})
    assert client.cookies["sessionid"].value != planted
    assert Client(headers={"cookie": f"sessionid={planted}"}).get("/searches/").status_code != 200


def test_a_session_ends_where_somebody_signs_out(analyst: User) -> None:
    client = Client()
    client.force_login(analyst)
    kept = client.cookies["sessionid"].value
    client.post("/sign-out/")
    assert Client(headers={"cookie": f"sessionid={kept}"}).get("/searches/").status_code == 302


def test_cookies_are_kept_from_scripts_other_sites_and_plain_lines(settings: Settings, analyst: User) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client = Client()
    answer = client.post("/sign-in/", {"username": "analyst", "password": PASSWORD}, secure=True)
    session = answer.cookies["sessionid"]
    assert (session["httponly"], session["samesite"], session["secure"]) == (True, "Lax", True)
    assert answer.cookies["csrftoken"]["secure"]
    assert answer.cookies["csrftoken"]["samesite"] == "Lax"


# ---- addresses ----


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:80@evil.example", "evil.example#localhost", ""])
def test_a_forged_host_name_reaches_no_page(settings: Settings, host: str) -> None:
    settings.ALLOWED_HOSTS = ["localhost"]
    answer = Client(raise_request_exception=False, headers={"host": host}).get("/meetings/")
    assert answer.status_code == 400
    assert "cannot be read" in answer.content.decode()
    assert not host or host not in answer.content.decode()


def test_unknown_hosts_are_counted_and_told_once_as_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    handler = next(one for one in logging.getLogger("django.security.DisallowedHost").handlers if one.filters)
    out = StringIO()
    monkeypatch.setattr(handler, "stream", out)
    monkeypatch.setattr(next(one for one in handler.filters if isinstance(one, UnknownHost)), "_told", -ONE_LINE)
    before = REGISTRY.get_sample_value("parley_unknown_hosts_total") or 0
    for host in ("evil.example", "worse.example"):
        assert Client(raise_request_exception=False, headers={"host": host}).get("/meetings/").status_code == 400
    [line] = out.getvalue().splitlines()
    assert "WARNING django.security.DisallowedHost: Invalid HTTP_HOST header: 'evil.example'" in line
    assert REGISTRY.get_sample_value("parley_unknown_hosts_total") == before + 2


ELSEWHERE = ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", "http:evil.example"]


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
@pytest.mark.parametrize(
    ("page", "field", "form"),
    [
        pytest.param("/sign-in/", "next", {"username": "administrator", "password": PASSWORD}, id="signing in"),
        pytest.param("/admin/login/", "next", {"username": "administrator", "password": PASSWORD}, id="signing in to the administration"),
        pytest.param("/theme/", "next", {"theme": "dark"}, id="choosing a theme"),
        pytest.param("/sign-out/", "next", {}, id="signing out"),
    ],
)
def test_no_form_leads_away(administrator: User, page: str, field: str, form: dict[str, str], elsewhere: str) -> None:
    location = Client().post(page, form | {field: elsewhere}).headers.get("Location", "/")
    assert re.match(r"/(?![/\\])", location)
    assert "evil" not in location.partition("?")[0] or location.startswith("/%09/")


# ---- error pages and logs ----


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nothing", "/meetings/aaaaaaaaaa/", "/review/", "/upload/999999/"])
def test_error_pages_are_ours_and_tell_no_insides(path: str, analyst: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(analyst)
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code in (403, 404)
    assert "Parley" in page
    assert not re.search(r"Traceback|urlpatterns|DEBUG|settings\.|/views/|\.py\b", page)


@pytest.mark.django_db
def test_a_form_without_its_token_is_told_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "a", "password": "b"})
    assert answer.status_code == 403
    assert "The form has expired" in answer.content.decode()


def test_no_secret_is_logged(analyst: User, caplog: pytest.LogCaptureFixture, settings: Settings) -> None:
    settings.PARLEY_METRICS_TOKEN = "metrics-secret"
    kept = SavedSearch.objects.create(owner=analyst, name="Watch", page="meetings")
    parley = logging.getLogger("parley")
    parley.addHandler(caplog.handler)
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="parley")
    client = Client()
    client.post("/sign-in/", {"username": "analyst", "password": "a wrong password"})
    client.post("/sign-in/", {"username": "analyst", "password": PASSWORD})
    client.get("/metrics", headers={"authorization": "Bearer metrics-secret"})
    client.get(f"/unsubscribe/{kept.token}/")
    parley.removeHandler(caplog.handler)
    told = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records if record.name.startswith(("parley", "axes")))
    assert "/unsubscribe/…/" in told
    for secret in ("a wrong password", PASSWORD, "metrics-secret", kept.token, client.cookies["sessionid"].value, configured.SECRET_KEY):
        assert secret not in told
