"""The password that `manage.py start` prints is good for choosing another, and for nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

from config import first_password


@pytest.fixture
def marked(administrator: User, settings: Settings, tmp_path: Path) -> User:
    settings.PARLEY_DATA = tmp_path
    administrator.is_superuser = True
    administrator.save()
    first_password.mark(administrator)
    return administrator


def test_it_leads_to_the_page_where_another_is_chosen(marked: User, client: Client) -> None:
    client.force_login(marked)
    assert client.get("/admin/").headers["Location"] == "/admin/password_change/"
    assert client.get("/admin/password_change/").status_code == 200


def test_once_another_is_chosen_everything_is_open(marked: User, client: Client) -> None:
    client.force_login(marked)
    new = "a better horse battery"
    client.post("/admin/password_change/", {"old_password": "correct horse battery", "new_password1": new, "new_password2": new})
    assert client.get("/admin/").status_code == 200


def test_nobody_else_is_asked(marked: User, editor: User, client: Client) -> None:
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200


def test_the_mark_is_for_the_owner_of_the_folder_alone(marked: User, tmp_path: Path) -> None:
    assert (tmp_path / "first_password").stat().st_mode & 0o077 == 0
