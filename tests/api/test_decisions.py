"""Deciding by program: in the name of the user of a token, with the refusals of the pages."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from archive.models import Agreement, ApiToken, Article, Correction, Judgement, Person
from tests.ledger.conftest import names_in, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def popas(db: None) -> tuple[Person, Person]:
    put(names_in("One", "Mihai Popa"))
    put(names_in("Two", "Mihai-Ion Popa"))
    return Person.objects.get(name="Mihai Popa"), Person.objects.get(name="Mihai-Ion Popa")


def token_of(user: User, **fields: Any) -> str:
    token, secret = ApiToken.new(user=user, name="a test")
    for name, value in fields.items():
        setattr(token, name, value)
    token.save()
    return secret


def ask(secret: str | None, address: str, told: dict[str, Any] | None = None) -> Any:
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    return Client(enforce_csrf_checks=True).post(f"/api/v1/{address}", told or {}, content_type="application/json", headers=headers)


def test_a_field_is_set_seen_and_taken_back_in_the_name_of_the_user(popas: tuple[Person, Person], administrator: User) -> None:
    secret = token_of(administrator)
    asked = {"kind": "person", "key": popas[0].public_id, "field": "country", "seen": "RO", "new": "MD", "reason": "Says the embassy"}
    made = ask(secret, "corrections/", asked)
    assert (made.status_code, made.json()["by"]) == (201, "administrator")
    assert Person.objects.get(key=popas[0].key).country_id == "MD"
    stale = ask(secret, "corrections/", asked)
    assert stale.status_code == 409
    assert "changed while" in stale.json()["detail"]
    number = made.json()["id"]
    assert ask(secret, f"corrections/{number}/withdraw/").status_code == 204
    assert Person.objects.get(key=popas[0].key).country_id == "RO"
    assert ask(secret, f"corrections/{number}/withdraw/").status_code == 409


def test_two_are_joined_and_parted_again(popas: tuple[Person, Person], administrator: User) -> None:
    secret = token_of(administrator)
    one, other = popas
    made = ask(secret, "judgements/", {"kind": "person", "one": one.key, "other": other.key, "verdict": "same"})
    assert made.status_code == 201
    assert Person.objects.filter(country="RO").count() == 1
    assert ask(secret, f"judgements/{made.json()['id']}/withdraw/").status_code == 204
    assert Person.objects.filter(country="RO").count() == 2
    assert Judgement.objects.count() == 1


@pytest.mark.parametrize(
    ("told", "status"),
    [
        pytest.param({"field": "country", "seen": "RO", "new": "ZZ"}, 400, id="an unknown country"),
        pytest.param({"field": "name", "seen": "Mihai Popa", "new": ""}, 400, id="an empty name"),
        pytest.param({"field": "name", "seen": "x", "new": "y"}, 409, id="a value that is not the one that holds"),
        pytest.param({"field": "folded", "seen": "mihai popa", "new": "y"}, 400, id="a column that follows from another"),
        pytest.param({"field": "name", "seen": "Mihai Popa", "new": ["y"]}, 400, id="a list for a name"),
        pytest.param({"field": "country", "seen": "RO", "new": {"code": "MD"}}, 400, id="a form for a country"),
        pytest.param({"field": "shoes", "new": "y"}, 400, id="a field that there is not"),
        pytest.param({"key": "aaaaaaaaaaaa", "field": "name"}, 404, id="somebody who is not there"),
        pytest.param({"kind": "ship"}, 400, id="a kind that there is not"),
        pytest.param({"operation": "split", "mentions": []}, 400, id="a split that chooses nobody"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(
    popas: tuple[Person, Person], administrator: User, told: dict[str, Any], status: int
) -> None:
    answer = ask(token_of(administrator), "corrections/", {"kind": "person", "key": popas[0].key} | told)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]
    assert not Correction.objects.exists()


def test_nobody_decides_without_a_token_that_opens(popas: tuple[Person, Person], administrator: User, editor: User) -> None:
    asked = {"kind": "person", "key": popas[0].key, "field": "country", "seen": "RO", "new": "MD"}
    yesterday = timezone.now() - datetime.timedelta(days=1)
    secrets = [None, "parley_guess", token_of(administrator, withdrawn_at=yesterday), token_of(administrator, expires_at=yesterday)]
    assert [ask(secret, "corrections/", asked).status_code for secret in secrets] == [401] * 4
    assert ask(token_of(editor), "corrections/", asked).status_code == 403
    assert not Correction.objects.exists()


def test_a_session_opens_nothing_here(popas: tuple[Person, Person], administrator: User, client: Client) -> None:
    client.force_login(administrator)
    asked = {"kind": "person", "key": popas[0].key, "operation": "suppress"}
    assert client.post("/api/v1/corrections/", asked, content_type="application/json").status_code == 401


def test_a_token_is_shown_once_and_kept_as_a_hash(client: Client, administrator: User) -> None:
    client.force_login(administrator)
    form = {"name": "nightly corrections", "user": administrator.pk, "expires_at_0": "", "expires_at_1": ""}
    page = client.post("/admin/archive/apitoken/add/", form, follow=True).content.decode()
    token = ApiToken.objects.get()
    secret = page.partition("The token is ")[2].partition(" ")[0]
    assert ApiToken.for_secret(secret) == token
    assert secret not in client.get("/admin/archive/apitoken/").content.decode()


def test_what_was_missed_is_added_and_a_correction_kept_by_program(popas: tuple[Person, Person], administrator: User) -> None:
    secret = token_of(administrator)
    release = Article.objects.get(title="One")
    asked = {"operation": "add", "kind": "agreement", "key": release.public_id, "words": "was pleased", "new": {"countries": ["RO"]}}
    made = ask(secret, "corrections/", asked)
    assert (made.status_code, Agreement.objects.get().title) == (201, "was pleased")
    assert "do not stand" in ask(secret, "corrections/", asked | {"words": "was sorry"}).json()["detail"]
    assert ask(secret, "corrections/", asked | {"new": ["RO"]}).status_code == 400
    assert ask(secret, f"corrections/{made.json()['id']}/keep/").status_code == 400
    country = {"kind": "person", "key": popas[0].key, "field": "country", "seen": "RO", "new": "MD"}
    number = ask(secret, "corrections/", country).json()["id"]
    put(names_in("One", "Mihai Popa", country="AL"), engine="test-2")
    kept = ask(secret, f"corrections/{number}/keep/")
    assert (kept.status_code, Correction.objects.in_force().get(pk=kept.json()["id"]).old) == (201, "AL")
    assert ask(secret, f"corrections/{number}/keep/").status_code == 409
