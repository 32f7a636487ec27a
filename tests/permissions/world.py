"""An archive in which something is kept from everybody: drafts, a withdrawn release, uploads of two editors, searches of two analysts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser, Group, User

from archive.actions import corrections
from archive.keys import key_of
from archive.models import Agreement, Appointment, Article, ImportBatch, ImportFile, Quote, SavedSearch
from tests.conftest import SmallArchive, make_article, make_meeting, make_mention, make_person, make_report

PASSWORD = "correct horse battery"  # of everybody here
# A word for each thing that is kept from somebody, and who may read it.
SECRETS = {
    "Quillon": {"editor", "admin", "superuser"},  # the editor's own draft and upload
    "Zembra": {"admin", "superuser"},  # another editor's
    "Wathel": {"admin", "superuser"},  # another editor's release, withdrawn
    "Orvane": {"analyst", "superuser"},  # the analyst's search
    "Ulmstad": {"superuser"},  # another analyst's
}


@dataclass(frozen=True)
class World:
    """`users`: who asks. `names`: what stands in braces in the tables, and what it stands for in an address."""

    users: dict[str, User | AnonymousUser]
    names: dict[str, str] = field(default_factory=dict)


def build(small: SmallArchive) -> World:
    editor, other = _user("editor", "editors"), _user("other-editor", "editors")
    admin, analyst = _user("admin", "admins"), _user("analyst")
    root = User.objects.create_superuser("root", "root@example.org", PASSWORD)
    names = {
        "talks": small.talks.public_id,
        "release": small.release.public_id,
        "tamm": small.tamm.public_id,
        "tamm_key": small.tamm.key,
        "costa": small.costa.public_id,
        "costa_key": small.costa.key,
        "ministry": small.ministry.public_id,
        "appointment": small.tamm.appointments.get().public_id,
        "release_pk": str(small.release.pk),
        "agreement": small.agreement.public_id,
        "quote": small.release.quotes.get().public_id,
        "correction": str(_correction(small, admin)),
    }
    for name, word, owner in (("own", "Quillon", editor), ("other", "Zembra", other)):
        names |= {f"{name}_{what}": told for what, told in _upload(word, owner).items()}
    gone = _article("Wathel", other, status="withdrawn")
    names |= {"withdrawn": gone.public_id, "withdrawn_pk": str(gone.pk)}
    for name, word, owner in (("own", "Orvane", analyst), ("other", "Ulmstad", _user("other-analyst"))):
        kept = SavedSearch.objects.create(owner=owner, name=f"Watch {word}", page="articles", query=f"q={word}")
        names |= {f"{name}_search": str(kept.pk), f"{name}_token": kept.token}
    users: dict[str, User | AnonymousUser] = {"visitor": AnonymousUser(), "analyst": analyst, "editor": editor, "admin": admin}
    return World(users=users | {"superuser": root}, names=names)


def _upload(word: str, owner: User) -> dict[str, str]:
    """A draft with what hangs on it alone, and the batch it came with, of which one file failed and waits with its bytes."""
    draft = _article(word, owner, status="draft")
    hidden = make_person(f"{word} Hidden", f"Hidden, {word}", "EE")
    make_mention(draft, "person", word, person=hidden)
    office = Appointment.objects.create(key=key_of("appointment", hidden.key), person=hidden, position=f"{word} of the Fleet")
    office.articles.add(draft)
    told = {"key": key_of("quote", draft.key), "article": draft, "text": f"{word} is secret,", "start": 0, "end": 5}
    said = Quote.objects.create(speaker_name=word, speaker=hidden, **told)
    signed = Agreement.objects.create(key=key_of("agreement", draft.key), article=draft, title=f"{word} treaty", action="signed")
    meeting = make_meeting(f"{word} talks", date="2023-10-05")
    make_report(meeting, draft)
    batch = ImportBatch.objects.create(name=f"{word} batch", by=owner)
    ImportFile.objects.create(batch=batch, path=f"{word}.txt", state="new", sha256=draft.sha256, article=draft)
    file = ImportFile.objects.create(batch=batch, path=f"{word}-2.bin", state="failed", reason="It has no text")
    file.keep([f"{word} bytes".encode()])
    file.sha256 = hashlib.sha256(f"{word} bytes".encode()).hexdigest()
    file.save()
    return {
        "draft": draft.public_id, "draft_pk": str(draft.pk), "person": hidden.public_id, "meeting": meeting.public_id,
        "appointment": office.public_id,
        "quote": said.public_id,
        "agreement": signed.public_id,
        "batch": str(batch.pk), "file": str(file.pk),
    }  # fmt: skip


def _article(word: str, owner: User, *, status: str) -> Article:
    text = f"{word} spoke to the harbourmaster of Tallinn. “{word} is secret,” it was said."
    return make_article(f"{word} and the harbourmaster", text, published="2023-10-05", status=status, uploaded_by=owner)


def _correction(small: SmallArchive, admin: User) -> Any:
    made = corrections.set_field(
        kind="person", key=small.costa.key, field="name", old="João da Costa", new="João Costa", by=admin, reason="as he signs"
    )
    return made.pk


def _user(name: str, role: str = "") -> User:
    user = User.objects.create_user(name, f"{name}@example.org", PASSWORD, is_staff=bool(role))
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user
