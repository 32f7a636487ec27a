"""Who is signed in is said on every page, with the way out."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client


def test_a_visitor_is_offered_to_sign_in_and_to_come_back(db: None, client: Client) -> None:
    assert 'href="/sign-in/?next=/meetings/%3Fof%3DEE"' in client.get("/meetings/?of=EE").content.decode()


def test_an_editor_sees_the_name_the_administration_and_the_way_out(editor: User, client: Client) -> None:
    client.force_login(editor)
    html = client.get("/meetings/").content.decode()
    assert "Signed in as editor" in html
    assert 'href="/admin/"' in html
    assert 'action="/sign-out/"' in html


def test_an_analyst_is_not_shown_the_administration(analyst: User, client: Client) -> None:
    client.force_login(analyst)
    assert 'href="/admin/"' not in client.get("/meetings/").content.decode()


def test_a_wrong_password_is_told_in_the_look_of_the_archive(db: None, client: Client) -> None:
    html = client.post("/sign-in/", {"username": "nobody", "password": "wrong"}).content.decode()
    assert "do not go together" in html
    assert "masthead" in html
