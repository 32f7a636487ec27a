"""Whatever is asked of the API, the answer is one that its document promises: no fault of ours, no status or form that it does not name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from bs4 import BeautifulSoup
from django.core.cache import cache as store
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from tests.conftest import SmallArchive, make_mention

ASKED = settings(
    max_examples=8,  # of each of its paths, always the same
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def archive(small_archive: SmallArchive) -> SmallArchive:
    make_mention(small_archive.note, "person", "Ülo Tamm", person=small_archive.tamm)
    make_mention(small_archive.release, "organization", "Minister of Defence", organization=small_archive.ministry)
    return small_archive


@cache
def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Client().get("/api/v1/schema/").content)
    return found


def test_every_answer_is_one_that_the_document_promises(archive: SmallArchive) -> None:
    schema = schemathesis.openapi.from_dict(document())
    schema.app = _not_throttled
    faults: dict[str, str] = {}
    for found in schema.get_all_operations():
        operation = found.ok()
        try:
            _ask(operation)
        except (Exception, BaseExceptionGroup) as fault:  # a group of what several questions found
            faults[operation.label] = str(fault)[:2000] + "".join(f"\n{one}" for one in getattr(fault, "exceptions", ()))
    assert not faults, "\n\n".join(f"{label}\n{fault}" for label, fault in faults.items())


def _ask(operation: Any) -> None:
    @ASKED
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        case.call_and_validate(checks=CHECKS, headers={"Host": "localhost", "Accept-Encoding": "identity"})

    ask()


_SITE = get_wsgi_application()


def _not_throttled(environ: dict[str, Any], start_response: Any) -> Any:
    """The site, to a reader who never asks too often; it leaves the connection, and with it the test's transaction, open."""
    store.clear()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    return _SITE(environ, start_response)


def test_the_guide_says_what_each_value_stands_for_where_its_name_does_not(db: None, client: Client) -> None:
    page = BeautifulSoup(client.get("/api/v1/").content, "lxml")
    told = {
        row.th.text.strip(): row.td.text.strip()  # type: ignore[union-attr]
        for row in page.select("section[aria-labelledby=meetings] tbody tr")
    }
    assert "1: head of state or government; 2: minister" in told["level"]
    assert "95: 95 % and more" in told["sure"]
    assert told["state"] == "Held or planned."
