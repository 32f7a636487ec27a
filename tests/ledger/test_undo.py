"""Whatever people decide can be taken back, and then everything is as it was."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.actions import corrections, judgements, organizations, people
from archive.actions.judgements import AlreadyWithdrawn, Contradiction
from archive.actions.people import CannotMerge
from archive.actions.splits import CannotSplit
from archive.models import Correction, FormerKey, Judgement, Meeting, Mention, Organization, Participation, Person
from archive.records.review import Desk
from ingest import projection
from tests.ingest.made_up import official, record
from tests.ingest.snapshot import snapshot
from tests.ledger.conftest import article, names_in, put


def test_a_merge_gives_all_that_the_one_had_to_the_other(popa: Person, twin: Person, administrator: User) -> None:
    people.merge(source=twin, into=popa, by=administrator, reason="the same career")
    popa.refresh_from_db()
    assert (popa.name, [alias.name for alias in popa.aliases.all()]) == ("Mihai Popa", ["Mihai-Ion Popa"])
    assert {part.person_id for part in Participation.objects.filter(country="RO")} == {popa.pk}
    assert {mention.person_id for mention in Mention.objects.filter(text="Mihai-Ion Popa")} == {popa.pk}
    assert FormerKey.objects.get(key=twin.key).now == popa.key


def test_a_merge_withdrawn_leaves_both_with_their_own(popa: Person, twin: Person, administrator: User) -> None:
    before = snapshot()
    merged = people.merge(source=popa, into=twin, by=administrator)
    assert not Person.objects.filter(key=popa.key).exists()
    judgements.withdraw(judgement=merged, by=administrator)
    assert snapshot() == before


def test_the_old_address_leads_on_and_back_again(client: Client, popa: Person, twin: Person, administrator: User) -> None:
    merged = people.merge(source=twin, into=popa, by=administrator)
    moved = client.get(f"/people/{twin.public_id}/")
    assert (moved.status_code, moved["Location"]) == (302, f"/people/{popa.public_id}/")
    judgements.withdraw(judgement=merged, by=administrator)
    assert client.get(f"/people/{twin.public_id}/").status_code == 200


def test_a_second_merge_leads_on_from_the_first_and_is_undone_alone(popa: Person, twin: Person, administrator: User) -> None:
    put(names_in("Four", "M. I. Popa"))
    third = Person.objects.get(name="M. I. Popa")
    people.merge(source=twin, into=popa, by=administrator)
    apart = snapshot()
    second = people.merge(source=popa, into=third, by=administrator)
    assert set(FormerKey.objects.filter(kind="person").values_list("key", "now")) == {(twin.key, third.key), (popa.key, third.key)}
    judgements.withdraw(judgement=second, by=administrator)
    assert snapshot() == apart


def test_undoing_the_first_of_two_merges_leaves_the_second(popa: Person, twin: Person, administrator: User) -> None:
    put(names_in("Four", "M. I. Popa"))
    third = Person.objects.get(name="M. I. Popa")
    first = people.merge(source=twin, into=popa, by=administrator)
    people.merge(source=popa, into=third, by=administrator)
    judgements.withdraw(judgement=first, by=administrator)
    assert set(FormerKey.objects.filter(kind="person").values_list("key", "now")) == {(popa.key, third.key)}
    assert Person.objects.filter(key=twin.key).exists()


def test_a_merge_is_withdrawn_once(popa: Person, twin: Person, administrator: User) -> None:
    merged = people.merge(source=twin, into=popa, by=administrator)
    judgements.withdraw(judgement=merged, by=administrator)
    with pytest.raises(AlreadyWithdrawn, match="administrator withdrew it on"):
        judgements.withdraw(judgement=merged, by=administrator)


# ---- what is refused ----


def test_nobody_is_merged_into_himself(popa: Person, administrator: User) -> None:
    with pytest.raises(CannotMerge, match="itself"):
        people.merge(source=popa, into=popa, by=administrator)


def test_two_whom_one_sentence_names_are_two(popa: Person, administrator: User) -> None:
    hoxha = Person.objects.get(name="Ilir Hoxha")
    with pytest.raises(CannotMerge, match="names Mihai Popa and Ilir Hoxha beside each other"):
        people.merge(source=popa, into=hoxha, by=administrator)
    assert not Judgement.objects.exists()


@pytest.mark.parametrize(
    ("body", "are_two"),
    [
        pytest.param("The following took part:\n\n- Ana Popa\n\n- Al Hoxha", True, id="two items of a list"),
        pytest.param("Ana Popa spoke.\n\nLater Al Hoxha spoke.", False, id="two paragraphs"),
        pytest.param("- Ana Popa spoke.\n\nThey left.\n\n- Al Hoxha spoke.", False, id="a list that something parts"),
    ],
)
def test_two_in_one_list_are_two(administrator: User, body: str, are_two: bool) -> None:
    put(
        record(
            title="List", body=body, people=(official("Ana Popa", "RO", body, short=False), official("Al Hoxha", "RO", body, short=False))
        )
    )
    one, other = Person.objects.get(name="Ana Popa"), Person.objects.get(name="Al Hoxha")
    with pytest.raises(CannotMerge, match="in one sentence or list") if are_two else nullcontext():
        people.merge(source=one, into=other, by=administrator)
    assert Judgement.objects.exists() != are_two


def test_two_who_were_parted_are_refused_with_the_chain(popa: Person, twin: Person, administrator: User) -> None:
    put(names_in("Four", "M. I. Popa"))
    third = Person.objects.get(name="M. I. Popa")
    _judge(twin, third, "different", administrator, reason="other faces")
    people.merge(source=twin, into=popa, by=administrator)
    before = snapshot()
    with pytest.raises(CannotMerge) as refused:
        people.merge(source=Person.objects.get(key=third.key), into=Person.objects.get(key=popa.key), by=administrator)
    words = str(refused.value)
    assert "M. I. Popa" in words
    assert "the same" in words
    assert "other faces" in words
    assert snapshot() == before


def test_two_whom_people_joined_are_not_called_different(popa: Person, twin: Person, administrator: User) -> None:
    put(names_in("Four", "M. I. Popa"))
    third = Person.objects.get(name="M. I. Popa")
    marks = {one.pk: one.mentions.first().key for one in (popa, twin, third)}
    people.merge(source=twin, into=popa, by=administrator)
    people.merge(source=third, into=popa, by=administrator)
    with pytest.raises(Contradiction) as refused:
        judgements.add(kind="mention", one=marks[twin.pk], other=marks[third.pk], verdict="different", by=administrator)
    assert len(refused.value.chain) == 2


def _judge(one: Person, other: Person, verdict: str, by: User, *, reason: str = "") -> Judgement:
    left, right = one.mentions.first(), other.mentions.first()
    return judgements.add(kind="mention", one=left.key, other=right.key, verdict=verdict, by=by, reason=reason)


# ---- split, suppress, add ----


def test_a_split_takes_the_chosen_mentions_and_undone_gives_them_back(popa: Person, administrator: User) -> None:
    before = snapshot()
    chosen = popa.mentions.filter(article=article("Two"))[:1]
    key = people.split(person=popa, mentions=list(chosen), by=administrator, reason="father and son")
    other = Person.objects.get(key=key)
    assert {mention.article.title for mention in other.mentions.all()} == {"Two"}
    assert {mention.article.title for mention in popa.mentions.all()} == {"One"}
    split = snapshot()
    projection.rebuild()
    assert snapshot() == split
    people.undo_split(person=other, by=administrator)
    assert snapshot() == before


def test_what_a_later_release_tells_of_the_name_stays(popa: Person, administrator: User) -> None:
    people.split(person=popa, mentions=list(popa.mentions.filter(article=article("Two"))), by=administrator)
    put(names_in("Five", "Mihai Popa", more=" Again."))
    assert {mention.article.title for mention in popa.mentions.all()} == {"One", "Five"}


def test_a_split_that_leaves_nobody_is_refused(popa: Person, administrator: User) -> None:
    with pytest.raises(CannotSplit, match="Nothing would be left of Mihai Popa"):
        people.split(person=popa, mentions=list(popa.mentions.all()), by=administrator)
    with pytest.raises(CannotSplit, match="No mention was chosen"):
        people.split(person=popa, mentions=[], by=administrator)
    assert not Correction.objects.exists()


def test_what_is_no_person_is_nowhere_and_comes_back(client: Client, popa: Person, administrator: User) -> None:
    put(names_in("Five", "Mihai Popa", more=" Again."))
    before = snapshot()
    made = people.suppress(person=popa, by=administrator, reason="a ship")
    put(names_in("Five", "Mihai Popa", more=" Again.", rank="Major"), engine="test-2")
    put(names_in("Five", "Mihai Popa", more=" Again."), engine="test-3")
    assert not Person.objects.filter(name="Mihai Popa").exists()
    assert client.get(f"/people/{popa.public_id}/").status_code == 404
    assert not Mention.objects.filter(value="Mihai Popa", person__isnull=False).exists()
    gone = snapshot()
    projection.rebuild()
    assert snapshot() == gone
    corrections.withdraw(correction=made, by=administrator)
    assert snapshot() == before


def test_a_meeting_that_was_none_is_shown_nowhere(client: Client, popa: Person, administrator: User) -> None:
    told = Meeting.objects.all()
    before = snapshot()
    made = [corrections.suppress(kind="meeting", key=one.key, old=None, by=administrator) for one in told]
    assert not Meeting.objects.public().exists()
    assert not Participation.objects.exists()
    for one in made:
        corrections.withdraw(correction=one, by=administrator)
    assert snapshot() == before


def test_somebody_whom_the_machine_missed_is_added_and_taken_away_again(popa: Person, administrator: User) -> None:
    body = "The visit was led by Colonel Ana Tamm of Estonia."
    put(record(title="Six", body=body))
    before = snapshot()
    start = body.index("Ana Tamm")
    made = people.add(article=article("Six"), start=start, end=start + 8, by=administrator, country="EE", rank="Colonel")
    tamm = Person.objects.get(name="Ana Tamm")
    assert (tamm.country_id, tamm.appointments.get().rank, tamm.mentions.get().text) == ("EE", "Colonel", "Ana Tamm")
    added = snapshot()
    projection.rebuild()
    assert snapshot() == added
    corrections.withdraw(correction=made, by=administrator)
    assert snapshot() == before


def test_whom_the_machine_reads_now_is_not_added_twice(administrator: User) -> None:
    body = "The visit was led by Colonel Ana Tamm of Estonia."
    put(record(title="Six", body=body))
    start = body.index("Ana Tamm")
    people.add(article=article("Six"), start=start, end=start + 8, by=administrator, country="EE")
    put(record(title="Six", body=body, people=(official("Ana Tamm", "EE", body, rank="Colonel"),)), engine="test-2")
    assert Person.objects.get(name="Ana Tamm").mentions.count() == 1


def test_organizations_are_joined_and_apart_again(popa: Person, administrator: User) -> None:
    put(names_in("Seven", "Ion Tamm", country="EE"))
    one, other = Organization.objects.order_by("country")
    before = snapshot()
    merged = organizations.merge(source=one, into=other, by=administrator)
    assert Organization.objects.count() == 1
    assert {office.organization_id for office in other.appointments.all()} == {other.pk}
    joined = snapshot()
    projection.rebuild()
    assert snapshot() == joined
    judgements.withdraw(judgement=merged, by=administrator)
    assert snapshot() == before


def test_a_split_of_an_organization_takes_its_officials_along_holds_and_is_undone(popa: Person, administrator: User) -> None:
    before, staff = snapshot(), Organization.objects.get(name="General Staff")
    chosen = staff.mentions.filter(article__title="Two")
    other = Organization.objects.get(key=organizations.split(organization=staff, mentions=chosen, by=administrator))
    assert {mention.article.title for mention in staff.mentions.all()} == {"One"}
    assert {office.organization_id for office in popa.appointments.all()} == {staff.pk, other.pk}
    corrections.correct(kind="organization", key=other.key, field="name", new="Joint Staff", seen=other.name, by=administrator)
    put(names_in("Two", "Mihai Popa", more=" They spoke of ships.", rank="General"), engine="test-2")
    assert Organization.objects.get(key=other.key).name == "Joint Staff"
    decided = snapshot()
    projection.rebuild()
    assert snapshot() == decided
    put(names_in("Two", "Mihai Popa", more=" They spoke of ships."))
    organizations.undo_split(organization=other, by=administrator)
    assert snapshot() == before


def test_a_split_is_undone_though_what_was_split_off_was_set_right(popa: Person, administrator: User) -> None:
    before = snapshot()
    other = Person.objects.get(key=people.split(person=popa, mentions=popa.mentions.filter(article__title="Two"), by=administrator))
    renamed = people.rename(person=other, name="Mihai Popa the Elder", by=administrator)
    people.undo_split(person=Person.objects.get(key=other.key), by=administrator)
    assert snapshot() == before
    assert [made for made, _ in Desk(administrator, queue="orphans").orphans] == [renamed]
