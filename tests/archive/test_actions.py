"""What people do to the archive: whole or not at all, in a name, and on record."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from archive.actions import corrections, judgements, people
from archive.actions.judgements import SameKey
from archive.actions.people import CannotMerge
from archive.models import Alias, Correction, FormerKey, Judgement, Mention, Participation, Person
from tests.conftest import SmallArchive, make_article, make_mention, make_person


@pytest.fixture
def twin(small_archive: SmallArchive) -> Person:
    """Another record of Tamm, from a release of its own, who took part in the same talks and in none of the calls."""
    twin = make_person("Ulo Tamm", "Tamm, Ulo", "EE")
    article = make_article("Tamm elsewhere", "Ulo Tamm was there.")
    make_mention(article, "person", "Ulo Tamm", person=twin)
    Participation.objects.create(meeting=small_archive.talks, person=twin, country_id="EE", side="host")
    Alias.objects.create(person=twin, name="Tamm")
    return twin


def test_a_merge_hands_over_everything_once(small_archive: SmallArchive, twin: Person, editor: User) -> None:
    tamm = small_archive.tamm
    people.merge(source=twin, into=tamm, by=editor)
    assert not Person.objects.filter(pk=twin.pk).exists()
    assert sorted(tamm.aliases.values_list("name", flat=True)) == ["Tamm", "Ulo Tamm"]
    assert Mention.objects.filter(person=tamm).count() == 2
    assert Participation.objects.filter(meeting=small_archive.talks, person=tamm).count() == 1


def test_after_a_merge_the_old_address_leads_on(small_archive: SmallArchive, twin: Person, editor: User) -> None:
    earlier = FormerKey.objects.create(kind="person", key="older", now=twin.key)
    people.merge(source=twin, into=small_archive.tamm, by=editor)
    earlier.refresh_from_db()
    assert earlier.now == small_archive.tamm.key
    assert FormerKey.objects.get(key=twin.key).now == small_archive.tamm.key


def test_a_merge_is_a_judgement_that_a_rebuild_can_follow(small_archive: SmallArchive, twin: Person, editor: User) -> None:
    verdict = people.merge(source=twin, into=small_archive.tamm, by=editor, reason="the same career")
    assert (verdict.kind, verdict.verdict, verdict.by, verdict.reason) == ("mention", "same", editor, "the same career")
    assert Mention.objects.filter(key__in=[verdict.left, verdict.right]).count() == 2


def test_nobody_is_merged_into_himself(small_archive: SmallArchive, editor: User) -> None:
    with pytest.raises(CannotMerge, match="itself"):
        people.merge(source=small_archive.tamm, into=small_archive.tamm, by=editor)


def test_a_merge_that_cannot_be_judged_changes_nothing(small_archive: SmallArchive, editor: User) -> None:
    ghost = make_person("Nobody Named", "Named, Nobody")
    with pytest.raises(CannotMerge, match="No release in the archive names"):
        people.merge(source=ghost, into=small_archive.tamm, by=editor)
    assert Person.objects.filter(pk=ghost.pk).exists()
    assert not Judgement.objects.exists()


def test_a_later_judgement_withdraws_the_earlier(editor: User, administrator: User) -> None:
    first = judgements.add(kind="mention", one="b", other="a", verdict="same", by=editor)
    judgements.add(kind="mention", one="a", other="b", verdict="different", by=administrator)
    first.refresh_from_db()
    assert first.withdrawn_by == administrator
    assert [row.verdict for row in Judgement.objects.in_force()] == ["different"]


def test_the_same_judgement_again_is_the_same_judgement(editor: User, administrator: User) -> None:
    first = judgements.add(kind="mention", one="b", other="a", verdict="same", by=editor)
    assert judgements.add(kind="mention", one="a", other="b", verdict="same", by=administrator) == first


def test_a_thing_is_not_compared_with_itself(editor: User) -> None:
    with pytest.raises(SameKey):
        judgements.add(kind="mention", one="a", other="a", verdict="same", by=editor)


def test_a_later_correction_withdraws_the_earlier(editor: User, administrator: User) -> None:
    first = corrections.set_field(kind="person", key="k", field="country", old="PT", new="BR", by=editor)
    corrections.confirm(kind="person", key="k", field="country", value="PT", by=administrator)
    first.refresh_from_db()
    assert first.withdrawn_by == administrator
    assert [(row.operation, row.new) for row in Correction.objects.in_force()] == [("confirm", "PT")]


def test_a_withdrawn_correction_stays_on_record(editor: User) -> None:
    made = corrections.suppress(kind="mention", key="k", old={"text": "Paris"}, by=editor)
    corrections.withdraw(correction=made, by=editor)
    assert not Correction.objects.in_force().exists()
    assert Correction.objects.get() == made


def test_an_anchor_keeps_what_stands_around_its_words(small_archive: SmallArchive) -> None:
    body = small_archive.release.body
    start = body.index("Ülo Tamm")
    at = corrections.anchor(article=small_archive.release, start=start, end=start + 8)
    assert (at.text, at.before) == ("Ülo Tamm", "TALLINN – Minister of Defence ")
    assert at.after.startswith(" met his Portuguese counterpart")
    assert at.before + at.text + at.after in body
