"""Correcting in place and the review desk, as forms send it."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.actions import corrections, judgements, people
from archive.models import Correction, Judgement, Likeness, Meeting, Organization, Person
from ingest import projection
from tests.ledger.conftest import names_in, put


@pytest.fixture
def desk(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


def correct(client: Client, person: Person, **form: str) -> object:
    told = {"act": "set", "field": "name", "seen": json.dumps(person.name), "new": person.name} | form
    return client.post(f"/correct/person/{person.public_id}/", told)


# ---- in place ----


def test_an_admin_sets_a_field_right_and_the_page_tells_who_when_why_and_what_was_read(desk: Client, popa: Person) -> None:
    response = correct(desk, popa, new="Mihai Popescu", reason="a slip")
    assert response["Location"] == f"/people/{popa.public_id}/#corrections"
    page = desk.get(f"/people/{popa.public_id}/").content.decode()
    assert "Corrected by administrator" in page
    assert "a slip" in page
    assert "Mihai Popa" in page


def test_a_country_is_typed_by_its_name(desk: Client, popa: Person) -> None:
    correct(desk, popa, field="country", seen=json.dumps("RO"), new="Moldova")
    popa.refresh_from_db()
    assert popa.country_id == "MD"


@pytest.mark.parametrize(
    ("form", "status", "why"),
    [
        pytest.param({"new": ""}, 400, "cannot be empty", id="an empty name"),
        pytest.param({"field": "country", "seen": '"RO"', "new": "Atlantis"}, 400, "No country is called “Atlantis”", id="no such country"),
        pytest.param({"seen": '"Somebody"', "new": "Other"}, 409, "your page showed “Somebody”", id="a value that changed meanwhile"),
        pytest.param({"seen": "{", "new": "Other"}, 400, "Load the page again", id="a form cut short"),
        pytest.param({"field": "nothing"}, 400, "Load the page again", id="no such field"),
        pytest.param({"act": "merge", "other": "Nobody"}, 400, "Nothing in the archive has the address", id="a merge with nobody"),
        pytest.param({"act": "split"}, 400, "No mention was chosen", id="a split of nothing"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_to_do(desk: Client, popa: Person, form: dict[str, str], status: int, why: str) -> None:
    response = correct(desk, popa, **form)
    assert response.status_code == status
    page = response.content.decode()
    assert page.count(why) == 1
    assert not Correction.objects.exists()


def test_what_was_refused_stays_typed_in_its_own_form(desk: Client, popa: Person) -> None:
    page = correct(desk, popa, field="country", seen='"RO"', new="Atlantis <i>", reason="as the map has it").content.decode()
    assert page.count('<details class="more" open>') == 1
    assert 'value="Atlantis &lt;i&gt;" autofocus aria-invalid="true" aria-describedby="new-country-error"' in page
    assert 'value="as the map has it"' in page
    assert '<p class="error" id="new-country-error">No country is called “Atlantis &lt;i&gt;”' in page
    assert f'<input type="hidden" name="next" value="/people/{popa.public_id}/">' in page, "the page is not shown as under its own address"


def test_a_choice_that_was_refused_stays_chosen(desk: Client, popa: Person) -> None:
    mentions = list(popa.mentions.values_list("key", flat=True))
    told = {"act": "split", "mention": mentions, "reason": "two people"}
    page = desk.post(f"/correct/person/{popa.public_id}/", told).content.decode()
    assert page.count("Nothing was changed.") == 1
    assert f'value="{mentions[0]}" checked' in page
    assert 'value="two people"' in page


def test_an_office_that_was_refused_is_told_beside_that_office(desk: Client, popa: Person) -> None:
    office = popa.appointments.get()
    form = {"act": "set", "field": "organization", "seen": '""', "new": "Nowhere"}
    response = desk.post(f"/correct/appointment/{office.public_id}/", form)
    assert response.status_code == 400
    assert f'id="new-{office.public_id}organization-error"' in response.content.decode()


def test_a_merge_by_address_and_its_undoing(desk: Client, popa: Person, twin: Person) -> None:
    correct(desk, popa, act="merge", other=f"https://example.org/people/{twin.public_id}/")
    assert desk.get(f"/people/{twin.public_id}/")["Location"] == f"/people/{popa.public_id}/"
    page = desk.get(f"/people/{popa.public_id}/").content.decode()
    assert "Joined with “Mihai-Ion Popa” by administrator" in page
    desk.post("/withdraw/", {"what": "judgement", "pk": Judgement.objects.get().pk, "back": f"/people/{popa.public_id}/"})
    assert desk.get(f"/people/{twin.public_id}/").status_code == 200


def test_a_split_leads_to_the_new_page_from_which_it_is_undone(desk: Client, popa: Person) -> None:
    chosen = popa.mentions.filter(article__title="Two").first()
    response = correct(desk, popa, act="split", mention=chosen.key)
    other = desk.get(response["Location"].partition("#")[0]).content.decode()
    assert "Undo the split" in other
    new = Person.objects.exclude(pk=popa.pk).get(name="Mihai Popa")
    correct(desk, new, act="undo_split")
    assert Person.objects.filter(name="Mihai Popa").count() == 1
    assert desk.get(f"/people/{new.public_id}/")["Location"] == f"/people/{popa.public_id}/"


def test_what_is_taken_away_is_brought_back_from_the_desk(desk: Client, popa: Person) -> None:
    response = correct(desk, popa, act="suppress", reason="a ship")
    assert "Mihai Popa" in desk.get(response["Location"]).content.decode()
    desk.post("/withdraw/", {"what": "correction", "pk": Correction.objects.get().pk})
    assert desk.get(f"/people/{popa.public_id}/").status_code == 200


def test_meetings_and_organizations_are_corrected_too(desk: Client, popa: Person) -> None:
    occasion = Meeting.objects.get()
    form = {"act": "set", "field": "place", "seen": '"Tirana"', "new": "Durrës"}
    desk.post(f"/correct/meeting/{occasion.public_id}/", form)
    occasion.refresh_from_db()
    assert occasion.place == "Durrës"
    assert "Corrected by administrator" in desk.get(f"/meetings/{occasion.public_id}/").content.decode()


@pytest.mark.parametrize(
    ("field", "new", "why"),
    [
        pytest.param("date", "2024-02-30", "no day of the calendar", id="the thirtieth of February"),
        pytest.param("date", "2024-13-01", "no day of the calendar", id="a thirteenth month"),
        pytest.param("date", "10/09/2024", "Write 2024-09-10", id="a day written otherwise"),
        pytest.param("end_date", "1999-01-01", "before it begins", id="an end before the beginning"),
    ],
)
def test_a_day_that_cannot_be_is_refused(desk: Client, popa: Person, field: str, new: str, why: str) -> None:
    occasion = Meeting.objects.get()
    Meeting.objects.update(date="2024-09-10")
    seen = json.dumps("2024-09-10" if field == "date" else "")
    response = desk.post(f"/correct/meeting/{occasion.public_id}/", {"act": "set", "field": field, "seen": seen, "new": new})
    assert (response.status_code, Correction.objects.count()) == (400, 0)
    assert why in response.content.decode()


def test_the_rank_of_an_office_is_set_right_on_the_page_of_who_held_it(desk: Client, popa: Person) -> None:
    office = popa.appointments.get()
    form = {"act": "set", "field": "rank", "seen": '""', "new": "General"}
    response = desk.post(f"/correct/appointment/{office.public_id}/", form)
    assert response["Location"] == f"/people/{popa.public_id}/#corrections"
    office.refresh_from_db()
    assert office.rank == "General"
    assert "Rank (General, chief) set" in desk.get(f"/people/{popa.public_id}/").content.decode()
    desk.post("/withdraw/", {"what": "correction", "pk": Correction.objects.get().pk})
    office.refresh_from_db()
    assert office.rank == ""


@pytest.mark.parametrize("act", ["undo_split", "nothing"])
def test_an_act_that_is_not_for_meetings_is_none(desk: Client, popa: Person, act: str) -> None:
    assert desk.post(f"/correct/meeting/{Meeting.objects.get().public_id}/", {"act": act}).status_code == 404


@pytest.mark.parametrize("who", ["nobody", "analyst", "editor"])
def test_only_admins_correct(client: Client, popa: Person, who: str, request: pytest.FixtureRequest) -> None:
    if who != "nobody":
        client.force_login(request.getfixturevalue(who))
    assert correct(client, popa, new="Other").status_code == 403
    assert client.get("/review/").status_code == 403
    assert client.post("/withdraw/", {"what": "correction", "pk": 1}).status_code == 403
    assert ">Correct<" not in client.get(f"/people/{popa.public_id}/").content.decode()
    assert not Correction.objects.exists()


# ---- the desk ----


@pytest.fixture
def asked(popa: Person) -> tuple[Person, Person]:
    """Two of whom the comparison cannot tell whether they are one."""
    put(names_in("Four", "M. Popa", position="deputy", organization=None))
    projection.compare()
    return popa, Person.objects.get(name="M. Popa")


def test_the_desk_asks_who_may_be_one_and_goes_on(desk: Client, asked: tuple[Person, Person]) -> None:
    page = desk.get("/review/").content.decode()
    assert "of 1 left" in page
    assert "in a sentence" in page
    one, other = asked
    form = {"one": one.key, "one_key": one.key, "other": other.key, "other_key": other.key, "verdict": "same", "next": ""}
    assert desk.post("/review/answer/", form).status_code == 302
    assert not Person.objects.filter(key=other.key).exists()
    assert "Nothing is waiting" in desk.get("/review/").content.decode()


def test_a_longer_queue_takes_no_more_queries(desk: Client, asked: tuple[Person, Person]) -> None:
    counts = []
    for more in ((), ("Radu Popa", "Radu-Ion Popa", "R. Popa", "Mihai I. Popa")):
        for name in more:
            put(names_in(f"Of {name}", name, position="deputy", organization=None))
        projection.compare()
        with CaptureQueriesContext(connection) as queries:
            page = desk.get("/review/").content.decode()
        counts.append((len(queries), page.count("of 1 left")))
    assert counts[1][0] <= counts[0][0]
    assert (counts[0][1], counts[1][1]) == (1, 0)


def test_what_was_said_of_a_doubtful_fact_is_taken_back_beside_it(desk: Client, popa: Person) -> None:
    desk.post("/review/look/", {"kind": "person", "key": popa.key, "verdict": "none"})
    page = desk.get("/review/?queue=facts").content.decode()
    assert ("There is none" in page, "Mihai Popa" in page, 'data-key="u"' in page) == (True, True, True)
    desk.post("/withdraw/", {"what": "correction", "pk": Correction.objects.get().pk})
    assert Person.objects.public().filter(key=popa.key).exists()


def test_an_answer_taken_back_leads_to_its_question_again(desk: Client, asked: tuple[Person, Person]) -> None:
    one, other = asked
    form = {"one": one.key, "one_key": one.key, "other": other.key, "other_key": other.key, "verdict": "different", "next": ""}
    desk.post("/review/answer/", form)
    row = Likeness.objects.get()
    assert f"?queue=people&amp;at={row.pages}.{row.left}.{row.right}" in desk.get("/review/").content.decode()


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_what_was_answered_is_not_asked_again(desk: Client, asked: tuple[Person, Person], verdict: str) -> None:
    one, other = asked
    form = {"one": one.key, "one_key": one.key, "other": other.key, "other_key": other.key, "verdict": verdict, "next": ""}
    desk.post("/review/answer/", form)
    assert Person.objects.filter(key=other.key).exists()
    assert "Nothing is waiting" in desk.get("/review/").content.decode()


def test_of_two_who_answer_at_once_the_second_is_told(desk: Client, asked: tuple[Person, Person], editor: User) -> None:
    one, other = asked
    people.answer(one=one, other=other, keys=(one.key, other.key), verdict="different", by=editor)
    form = {"one": one.key, "one_key": one.key, "other": other.key, "other_key": other.key, "verdict": "same", "next": ""}
    page = desk.post("/review/answer/", form, follow=True).content.decode()
    assert "while you looked at it" in page
    assert [judgement.verdict for judgement in Judgement.objects.in_force()] == ["different"]


def test_what_the_machine_now_reads_is_kept_or_taken(desk: Client, popa: Person, administrator: User) -> None:
    made = corrections.set_field(kind="person", key=popa.key, field="name", old="M. Popa", new="Mihai Popescu", by=administrator)
    made.refresh_from_db()
    assert made.reads_now == "Mihai Popa"
    assert "Mihai Popescu" in desk.get("/review/?queue=reads").content.decode()
    desk.post("/review/keep/", {"pk": made.pk})
    assert not Correction.objects.all().read_otherwise().exists()
    popa.refresh_from_db()
    assert popa.name == "Mihai Popescu"


def test_lost_decisions_are_shown_and_stand(desk: Client, popa: Person, administrator: User) -> None:
    people.rename(person=popa, name="Mihai Popescu", by=administrator)
    put(names_in("One", "Ion Tamm"), path="One.txt")
    put(names_in("Two", "Ion Tamm"), path="Two.txt")
    assert "to “Mihai Popescu”" in desk.get("/review/?queue=orphans").content.decode()
    put(names_in("One", "Mihai Popa"), path="One.txt")
    assert Person.objects.get(key=popa.key).name == "Mihai Popescu"
    people.suppress(person=Person.objects.get(key=popa.key), by=administrator)  # what was taken away is not lost
    assert "to “Mihai Popescu”" not in desk.get("/review/?queue=orphans").content.decode()


@pytest.mark.parametrize("at", ["", "x", "9.a.b", "1..", "99999999999.a.b", "-1.é.😀"])
def test_any_place_in_the_address_shows_a_question(desk: Client, asked: tuple[Person, Person], at: str) -> None:
    assert desk.get("/review/", {"queue": "people", "at": at}).status_code == 200


def test_acronyms_of_an_organization_are_typed_with_semicolons_between_them(desk: Client, popa: Person) -> None:
    staff = Organization.objects.get(name="General Staff")
    desk.post(f"/correct/organization/{staff.public_id}/", {"act": "set", "field": "acronyms", "seen": "[]", "new": "GS; SMG ;"})
    projection.rebuild()
    staff.refresh_from_db()
    assert staff.acronyms == ["GS", "SMG"]
    assert 'value="GS; SMG"' in desk.get(f"/organizations/{staff.public_id}/").content.decode()


def test_a_long_list_at_the_desk_has_pages_and_tells_how_much_is_left(desk: Client, administrator: User) -> None:
    gone = [
        Correction(kind="person", key=f"{number:026}", operation="suppress", old={"name": f"No. {number}"}, by=administrator)
        for number in range(51)
    ]
    Correction.objects.bulk_create(gone)
    first, last = (desk.get(f"/review/?queue=suppressed&page={number}").content.decode() for number in (1, 2))
    assert (first.count("Bring back</button>"), last.count("Bring back</button>")) == (50, 1)
    assert "What was taken away, 51" in first
    assert "queue=suppressed&amp;page=2" in first


def test_whom_somebody_parted_is_not_joined_until_that_is_taken_back(asked: tuple[Person, Person], administrator: User) -> None:
    one, other = asked
    people.answer(one=one, other=other, keys=(one.key, other.key), verdict="different", by=administrator)
    with pytest.raises(people.CannotMerge, match="They were parted: administrator found"):
        people.merge(source=one, into=other, by=administrator)
    judgements.withdraw(judgement=Judgement.objects.in_force().get(), by=administrator)
    assert people.merge(source=one, into=other, by=administrator).verdict == "same"
