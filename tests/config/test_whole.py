"""What is sent is taken whole or not at all."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, RequestFactory

from archive.models import ImportBatch
from config.wsgi import application


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("share", "uploads"), [pytest.param(1.0, 1, id="whole"), pytest.param(0.999, 0, id="nearly whole"), pytest.param(0.5, 0, id="half")]
)
def test_of_an_upload_whose_connection_is_lost_half_way_nothing_is_kept(
    editor: User, client: Client, monkeypatch: pytest.MonkeyPatch, share: float, uploads: int
) -> None:
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)  # the transaction of this test is on it
    client.force_login(editor)
    client.get("/upload/")
    files = [io.BytesIO(b"The ministers met. " * 500) for _ in range(5)]
    form = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value, "files": files}
    environ: dict[str, Any] = RequestFactory().post("/upload/", form, headers={"Cookie": client.cookies.output(header="", sep=";")}).environ
    sent = environ["wsgi.input"].read()
    environ["wsgi.input"] = io.BytesIO(sent[: int(len(sent) * share)])
    told: list[str] = []
    list(application(environ, lambda status, headers: told.append(status)))
    assert (ImportBatch.objects.count(), told[0][:1]) == (uploads, "3" if uploads else "4")
