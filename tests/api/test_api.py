"""The API answers as its document says, tells faults as problems, and knows nothing that readers may not see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache as store
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from archive.models import FormerKey
from tests.conftest import SmallArchive, make_article, make_meeting, make_mention, make_person, make_report

ROOMS = ["meetings", "articles", "people", "organizations", "agreements", "quotes", "countries"]


@pytest.fixture(autouse=True)
def _not_throttled() -> Iterator[None]:
    store.clear()
    yield
    store.clear()


@pytest.fixture
def archive(small_archive: SmallArchive) -> SmallArchive:
    make_mention(small_archive.note, "person", "Ülo Tamm", person=small_archive.tamm)
    make_mention(small_archive.release, "organization", "Minister of Defence", organization=small_archive.ministry)
    return small_archive


@cache
def document() -> dict[str, Any]:
    response = Client().get("/api/v1/schema/")
    assert response.status_code == 200
    return json.loads(response.content)


def valid(answer: Any, path: str) -> bool:
    """Whether the answer has the form that the document promises for this path."""
    content = document()["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    Draft202012Validator({**content["schema"], "components": document()["components"]}).validate(answer)
    return True


def results(client: Client, address: str) -> list[dict[str, Any]]:
    response = client.get(address)
    assert response.status_code == 200, response.content
    return response.json()["results"]


class TestRooms:
    @pytest.mark.parametrize("room", ROOMS)
    def test_a_list_and_each_thing_of_it_have_the_form_of_the_document(self, room: str, archive: SmallArchive, client: Client) -> None:
        answer = client.get(f"/api/v1/{room}/?limit=3").json()
        assert valid(answer, f"/api/v1/{room}/")
        assert answer["results"]
        name = "code" if room == "countries" else "id"
        for thing in answer["results"]:
            one = client.get(f"/api/v1/{room}/{thing[name]}/")
            assert valid(one.json(), f"/api/v1/{room}/{{{name}}}/")
            assert thing.items() <= one.json().items()

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("meetings/?of=EE&with=Portugal", 1),
            ("meetings/?of=EE", 2),
            ("meetings/?of=JP&of=PT", 2),
            ("articles/?q=cyber", 1),
            ("people/?q=Tam", 1),
            ("organizations/?q=MoD", 1),
            ("agreements/?action=signed", 1),
            ("agreements/?action=planned", 0),
            ("quotes/?person=Tamm", 1),
            ("quotes/?q=SEA+is", 1),
            ("quotes/?of=PT", 0),
            ("quotes/?since=2024", 0),
        ],
    )
    def test_the_questions_are_those_of_the_pages(self, asked: str, found: int, archive: SmallArchive, client: Client) -> None:
        assert len(results(client, f"/api/v1/{asked}")) == found

    def test_spans_are_the_words_of_the_article(self, archive: SmallArchive, client: Client) -> None:
        (meeting,) = results(client, "/api/v1/meetings/?of=PT")
        for report in meeting["reports"]:
            article = client.get(f"/api/v1/articles/{report['article']['id']}/").json()
            assert report["evidence"]
            for span in report["evidence"]:
                assert article[span["where"]][span["start"] : span["end"]] == span["text"]

    @pytest.mark.parametrize("room", ROOMS)
    def test_what_no_published_article_tells_is_not_there(self, room: str, archive: SmallArchive, client: Client) -> None:
        draft = make_article("Secret talks", "Ada Unseen met Bo Hidden.", status="draft")
        meeting = make_meeting("Unseen talks", date="2024-02-02")
        person = make_person("Ada Unseen", "Unseen Ada", "EE")
        make_report(meeting, draft)
        make_mention(draft, "person", "Ada Unseen", person=person)
        answer = client.get(f"/api/v1/{room}/").content
        assert b"Unseen" not in answer
        assert b"Secret" not in answer
        for path in (f"meetings/{meeting.public_id}", f"people/{person.public_id}", f"articles/{draft.public_id}"):
            assert client.get(f"/api/v1/{path}/").status_code == 404

    @pytest.mark.parametrize("room", ROOMS)
    def test_more_things_take_no_more_queries(
        self, room: str, archive: SmallArchive, client: Client, django_assert_max_num_queries
    ) -> None:  # type: ignore[no-untyped-def]
        for number in range(12):
            article = make_article(f"Release {number}", f"Person {number} was there. And more.", published="2024-01-01")
            make_report(make_meeting(f"Talks {number}", date="2024-01-01"), article)
            make_mention(article, "person", f"Person {number}", person=make_person(f"Person {number}", f"Person {number}"))
        with django_assert_max_num_queries(6):
            results(client, f"/api/v1/{room}/")

    def test_an_id_that_was_joined_to_another_leads_on(self, archive: SmallArchive, client: Client) -> None:
        FormerKey.objects.create(kind="meeting", key="abcdefghij" + "a" * 16, now=archive.talks.key)
        response = client.get("/api/v1/meetings/abcdefghij/")
        assert (response.status_code, response["Location"]) == (301, f"/api/v1/meetings/{archive.talks.public_id}/")


class TestPaging:
    def test_every_thing_comes_once(self, archive: SmallArchive, client: Client) -> None:
        for number in range(9):
            make_report(make_meeting(f"Talks {number}", date="2024"), archive.note, position=number + 5)
        address, seen = "/api/v1/meetings/?limit=2", []
        while address:
            page = client.get(address).json()
            seen += [meeting["id"] for meeting in page["results"]]
            address = page["next"]
        assert len(seen) == len(set(seen)) == 11

    def test_one_that_is_added_meanwhile_moves_no_other(self, archive: SmallArchive, client: Client) -> None:
        first = client.get("/api/v1/meetings/?limit=1").json()
        for number in range(5):
            make_report(make_meeting(f"Talks {number}", date="2024"), archive.note, position=number + 5)
        rest = results(client, first["next"].replace("limit=1", "limit=200"))
        assert first["results"][0]["id"] not in [meeting["id"] for meeting in rest]
        assert len({archive.talks.public_id, archive.call.public_id} & {meeting["id"] for meeting in rest}) == 1


class TestFaults:
    @pytest.mark.parametrize(
        ("address", "status", "fault"),
        [
            pytest.param("meetings/?country=EE", 400, "country: There is no such parameter", id="a parameter that there is not"),
            pytest.param("meetings/?sort=newest", 400, "sort: There is no such parameter", id="an order"),
            pytest.param("meetings/?of=Portugl", 400, "Did you mean Portugal?", id="a country that is none"),
            pytest.param("meetings/?q=%00", 400, "NUL", id="a NUL byte"),
            pytest.param("meetings/?limit=0", 400, "no number from 1 to 200", id="none to a page"),
            pytest.param("meetings/?limit=%D9%A3", 400, "no number from 1 to 200", id="a digit of another script"),
            pytest.param("meetings/?cursor=!!", 404, "no page with this cursor", id="a cursor that is none"),
            pytest.param("meetings/?cursor=cD0lMDA%3D", 404, "no page with this cursor", id="a NUL byte in a cursor"),
            pytest.param("countries/?of=EE", 400, "of: There is no such parameter", id="a question that countries do not know"),
            pytest.param("meetings/zzzzzzzzzz/", 404, "", id="an id that nothing has"),
            pytest.param("countries/QQ/", 404, "", id="a country that is none"),
            pytest.param("nothing/", 404, "nothing at this address", id="an address of nothing"),
        ],
    )
    def test_are_problems_in_words(self, address: str, status: int, fault: str, archive: SmallArchive, client: Client) -> None:
        response = client.get(f"/api/v1/{address}")
        assert response.status_code == status
        assert response["Content-Type"] == "application/problem+json"
        problem = response.json()
        assert (problem["status"], problem["instance"]) == (status, f"/api/v1/{address}")
        assert fault in problem["detail"]

    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
    def test_nothing_can_be_changed(self, method: str, archive: SmallArchive, client: Client) -> None:
        response = getattr(client, method)(f"/api/v1/meetings/{archive.talks.public_id}/")
        assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")

    def test_who_asks_too_often_is_told_when_to_ask_again(self, db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("rest_framework.throttling.AnonRateThrottle.rate", "2/min", raising=False)
        answers = [client.get("/api/v1/countries/EE/") for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert int(answers[-1]["Retry-After"]) > 0
        assert answers[-1].json()["title"] == "Too Many Requests"
        assert re.search(r"Go on in \d+ seconds", answers[-1].json()["detail"]), "what to do, not only what happened"


class TestAClosedArchive:
    @pytest.mark.parametrize("address", ["meetings/", "countries/EE/", "schema/"])
    def test_tells_nothing_to_whoever_is_not_signed_in(self, address: str, analyst: User, client: Client, settings) -> None:  # type: ignore[no-untyped-def]
        settings.PARLEY_CLOSED = True
        assert client.get(f"/api/v1/{address}").status_code == 403
        client.force_login(analyst)
        assert client.get(f"/api/v1/{address}").status_code == 200


class TestTheDocument:
    def test_names_each_parameter_that_the_pages_have(self, db: None) -> None:
        parameters = {one["name"] for one in document()["paths"]["/api/v1/meetings/"]["get"]["parameters"]}
        assert {"of", "with", "person", "since", "until", "kind", "q", "cursor", "limit"} <= parameters

    def test_every_list_has_an_example_of_its_own_form(self, db: None) -> None:
        for room in ROOMS:
            content = document()["paths"][f"/api/v1/{room}/"]["get"]["responses"]["200"]["content"]["application/json"]
            (example,) = content["examples"].values()
            assert valid(example["value"], f"/api/v1/{room}/")

    def test_is_a_page_too_without_anything_its_policy_forbids(self, archive: SmallArchive, client: Client) -> None:
        response = client.get("/api/v1/")
        html = response.content.decode()
        assert response.status_code == 200
        assert "<script>" not in html
        assert "style=" not in html
        assert all(f'href="/api/v1/{room}/?limit=5"' in html for room in ROOMS)


# Values that hold something of what the archive knows, near it, and far from it.
VALUE = st.one_of(
    st.sampled_from(
        ["EE", "Estonia", "2023", "March 2023", "last 90 days", "2023-10-03", "Tamm", "visit", "held", "2", "unknown", "yes", ""]
    ),
    st.sampled_from(
        ["\0", "'", '"', "%", "\\", "(", "99999999999999999999", "-1", "0000", "31.02.2023", "9999", "NATO", "\ud7ff", "x" * 600]
    ),
    st.text(max_size=30),
)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_asked_is_answered_as_the_document_says(archive: SmallArchive, client: Client, data: st.DataObject) -> None:
    store.clear()
    path = data.draw(st.sampled_from([f"/api/v1/{room}/" for room in ROOMS]))
    names = [one["name"] for one in document()["paths"][path]["get"]["parameters"]]
    asked = data.draw(st.lists(st.tuples(st.sampled_from([*names, "sort", "x"]), VALUE), max_size=4))
    response = client.get(f"{path}?{urlencode(asked, errors='replace')}")
    assert response.status_code in (200, 400, 404), response.content
    if response.status_code == 200:
        assert valid(response.json(), path)
    else:
        assert response["Content-Type"] == "application/problem+json"
        assert response.json()["detail"]
