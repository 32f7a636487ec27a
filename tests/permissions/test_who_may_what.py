"""Nobody gets in where they do not belong: every address, asked by everybody.

A new address without a row fails, and the failure says which line to add to `table.tsv` (or `admin.tsv`); with `?` in place of the answers
the next failure says what each role was answered, to be judged before it is written down.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.http import HttpResponseBase, QueryDict
from django.test import Client
from django.urls import resolve
from pytest_django.fixtures import Settings

from tests.conftest import SmallArchive
from tests.permissions import table
from tests.permissions.world import SECRETS, World, build

TOKENS_ALONE = "sessions are not heard there, so that no other site acts by a browser; the table has it refuse everybody who is signed in"
# Forms that are heard without the token against forgery, and why.
WITHOUT_TOKEN = {
    "api-correct": TOKENS_ALONE,
    "api-judge": TOKENS_ALONE,
    "api-keep": TOKENS_ALONE,
    "api-withdraw": TOKENS_ALONE,
    "unsubscribe": "mail programs post here on their own; the secret in the address is what allows it, and all it can do is to end mails",
}
WRITES = ("INSERT", "UPDATE", "DELETE", "TRUNCATE", "MERGE", "COPY")
# What may be noted when somebody merely looks, or is refused: sessions, and attempts to sign in.
NOTED = ("django_session", "axes_", '"auth_user" SET "last_login"')


@pytest.fixture
def world(small_archive: SmallArchive) -> World:
    return build(small_archive)


# ---- every address has a row ----


def test_every_address_has_a_row_for_each_method() -> None:
    told = {(table.route(row.path), row.method) for row in table.rows()}
    missing = [
        table.suggested(address, method) for address in table.addresses() for method in address.asked if (address.route, method) not in told
    ]
    assert not missing, "Add to tests/permissions/table.tsv, with names of world.py in the braces:\n" + "\n".join(missing)


def test_every_table_of_the_administration_has_a_row() -> None:
    told, there = set(table.admin_rows()), set(table.admin_models())
    assert there - told == set(), "Add to tests/permissions/admin.tsv:\n" + "\n".join(f"{name}\t-\t-\tsee" for name in sorted(there - told))
    assert told - there == set(), "The administration has no such table any more; take the line out."
    assert {verb for row in table.admin_rows().values() for verbs in row.values() for verb in verbs} <= table.VERBS


# ---- everybody asks at every address ----


def _who_ask(row: table.Row) -> tuple[str, ...]:
    """Everybody; or a visitor for all, where a page for reading is sent a form and makes nothing of it for anybody."""
    everybody = ("visitor", "analyst", "editor", "admin")
    return everybody[:1] if {row.answers[who] for who in everybody} == {"idle"} else everybody


@pytest.mark.slow
@pytest.mark.parametrize(
    "closed", [pytest.param(False, id="an archive that all may read"), pytest.param(True, id="an archive that asks for sign-in")]
)
def test_each_address_answers_each_role_as_the_table_says(world: World, settings: Settings, closed: bool) -> None:
    settings.PARLEY_CLOSED = closed
    clients, faults = _clients(world), []
    for row in table.rows():
        for column in ("closed",) if closed else _who_ask(row):
            role = "visitor" if closed else column
            said, more = _asked(clients[role], role, row, world)
            if said != row.answers[column]:
                more.append(f"is answered {said!r}, and the table says {row.answers[column]!r}")
            faults += [f"{row}: {column} {fault}" for fault in more]
    assert not faults, "\n".join(faults)


@pytest.mark.slow
def test_each_table_of_the_administration_opens_as_far_as_its_row_says(world: World) -> None:
    clients, faults = _clients(world), []
    for name, model in table.admin_models().items():
        may = table.admin_rows()[name]
        for row in _pages(model):
            for role in _who_ask_there(row):
                said, more = _asked(clients[role], role, row, world)
                meant = _meant(row, may[role]) if role in may else "sign-in"
                # The form is empty, so that often nothing comes of it; and of an empty table no row is there to be refused.
                is_missing = "/0/" in row.path or ("savedsearch" in row.path and role != "superuser")  # of these each sees his own alone
                if {"idle": "yes", "none": meant if is_missing else "none"}.get(said, said) != meant:
                    more.append(f"is answered {said!r}, and by admin.tsv it should be {meant!r}")
                faults += [f"{row}: {role} {fault}" for fault in more]
    assert not faults, "\n".join(faults)


def _who_ask_there(row: table.Row) -> tuple[str, ...]:
    """Whoever may enter the administration; to the others it is closed at one door, at which they knock with one form of each table."""
    if row.method == "GET":
        return ("editor", "admin")  # a superuser sees everything
    return ("visitor", "analyst", "editor", "admin", "superuser") if row.path.endswith("/change/") else ("editor", "admin", "superuser")


def _pages(model: Any) -> Iterator[table.Row]:
    """The pages of a table with its first row, and the forms that they send. A row that is not there is refused or sent away as well."""
    base = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    one = model._default_manager.order_by("pk").values_list("pk", flat=True).first() or 0
    yield table.Row("GET", base, "", {"verb": "see"})
    yield table.Row("GET", f"{base}{one}/history/", "", {"verb": "see"})
    for page, verb in (("add/", "add"), (f"{one}/delete/", "delete"), (f"{one}/change/", "change")):
        yield table.Row("GET", base + page, "", {"verb": "see" if verb == "change" else verb})
        yield table.Row("POST", base + page, "", {"verb": verb})


def _meant(row: table.Row, may: set[str]) -> str:
    verb = row.answers["verb"]
    return "yes" if verb in may or (verb == "see" and "change" in may) else "no"


def _asked(client: Client, role: str, row: table.Row, world: World) -> tuple[str, list[str]]:
    """What the answer was, in a word, and what else was wrong with it. Nothing that it did lasts."""
    path, form = row.path.format_map(world.names), row.form.format_map(world.names)
    kept = copy.deepcopy(client.cookies)
    with transaction.atomic(), _written() as written:
        if role == "visitor" and row.method == "GET":
            _only_read()
        answer = client.generic(row.method, path, form, content_type="application/x-www-form-urlencoded")
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        transaction.set_rollback(True)
    client.cookies = kept  # signed in as before, even where this signed out
    said, faults = _word(answer, path), []
    if (row.method == "GET" or said != "yes") and written:
        faults.append(f"changed the archive by {row.method}, or though refused: {written[0][:120]}")
    if row.method == "POST" and said == "yes" and not written:
        said = "idle"
    kept_from = {word for word, readers in SECRETS.items() if role not in readers and not ("{own_token}" in row.path and word == "Orvane")}
    faults += [f"reads {word}" for word in sorted(kept_from) if word.encode() in body]
    if "default-src" not in answer.headers.get("Content-Security-Policy", "default-src" if row.path in PROBES else ""):
        faults.append("got a page without a content security policy")
    return said, faults


PROBES = ("/healthz", "/readyz", "/metrics")


def _word(answer: HttpResponseBase, path: str) -> str:
    status, location = answer.status_code, answer.headers.get("Location", "")
    if status == 302 and location.startswith(("/sign-in/", "/admin/login/")):
        return "sign-in"
    if status == 302 and location == "/admin/" and path.count("/") > 4:  # the administration's way to say that there is no such row
        return "none"
    if status in (401, 403):
        return "no"
    return {404: "none", 405: "method"}.get(status, "yes" if status < 400 or status in (400, 409) else str(status))


def _only_read() -> None:
    """The database itself refuses to write until this is rolled back: visitors may be served from a replica."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL transaction_read_only = on")


@contextmanager
def _written() -> Iterator[list[str]]:
    """The statements that change something, apart from what may be noted."""
    found: list[str] = []

    def watched(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        text = str(sql).lstrip()
        if (text.upper().startswith(WRITES) or "procrastinate_defer" in text) and not any(word in text for word in NOTED):
            found.append(text)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watched):
        yield found


def _clients(world: World) -> dict[str, Client]:
    """A browser for each role, signed in."""
    clients = {role: Client(raise_request_exception=False) for role in world.users}
    for role, user in world.users.items():
        if isinstance(user, User):
            clients[role].force_login(user)
    return clients


# ---- forged forms ----


def test_a_form_without_its_token_changes_nothing(world: World) -> None:
    """Asked with the rights of a superuser, so that nothing but the token stands in the way."""
    client, faults = Client(enforce_csrf_checks=True, raise_request_exception=False), []
    client.force_login(world.users["superuser"])  # type: ignore[arg-type]
    for row in [row for row in table.rows() if row.method == "POST"]:
        path = row.path.format_map(world.names)
        if any(resolve(path.partition("?")[0]).view_name == name for name in WITHOUT_TOKEN):
            continue
        with transaction.atomic(), _written() as written:
            answer = client.post(path, QueryDict(row.form.format_map(world.names)).dict())
            transaction.set_rollback(True)
        if answer.status_code not in (403, 405) or written:
            faults.append(f"{row}: {answer.status_code}, {written[:1]}")
    assert not faults, "\n".join(faults)
