"""What people do to the archive: whole or not at all, in a name, and on record."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from archive.actions import corrections, judgements, people
from archive.actions.judgements import SameKey
from archive.actions.people import CannotMerge
from archive.models import Correction, Judgement, Person
from tests.conftest import SmallArchive, make_person


def test_an_official_whom_no_release_names_is_not_merged(small_archive: SmallArchive, editor: User) -> None:
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
