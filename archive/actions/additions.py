"""What the machine missed: an official, an organization, a meeting, an agreement or a quotation that words of a release tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.actions import corrections
from archive.actions.corrections import Anchor, Refused
from archive.actions.refused import to_blame
from archive.keys import key_of
from archive.models import Article, Correction, Extraction, Mention

KEYS = {"person": "added"}  # how keys of what was added begin; of the other kinds “added meeting” and the like
TELLS = {
    "person": ("name", "rank", "position", "organization", "country", "level"),
    "organization": ("name", "country"),
    "meeting": (
        "title", "kind", "state", "mode", "date", "end_date", "place", "country", "host", "countries", "people", "organizations", "topics",
    ),
    "agreement": ("title", "action", "countries"),
    "quote": ("speaker",),
}  # fmt: skip
NAMED_THERE = {"people": "person", "organizations": "organization"}  # of a meeting: named by the release, as it writes them
Told = dict[str, Any]


@transaction.atomic
def add(*, what: str, article: Article, start: int, end: int, by: AbstractBaseUser, reason: str = "", **told: Any) -> Correction:
    """What these characters of the article tell, and the machine missed, is in the archive; `told` are its fields, as `TELLS` names them.

    An official or an organization is called as the words are, and so is an agreement, unless told otherwise; a quotation is the words.
    """
    if what not in TELLS:
        raise Refused(f"No “{what:.40}” can be added. Add one of: {', '.join(TELLS)}.")
    if unknown := set(told) - set(TELLS[what]):
        raise Refused(f"Of {_a(what)} no “{sorted(unknown)[0]:.40}” can be told. Tell any of: {', '.join(TELLS[what])}.")
    at = corrections.anchor(article=article, start=start, end=end)
    if not at.text.strip():
        raise Refused("No words were chosen. Copy them from the text as they are written there.", field="words")
    known = {name: value for name, value in told.items() if value not in (None, "", [], ())}
    new = CHECKS[what](article, at, known)
    return corrections.add(kind=what, key=key_of_added(what, article.key, at), new=new, by=by, reason=reason, at=at)


def key_of_added(kind: str, article: str, at: Anchor) -> str:
    """The key of the decision by which it was added; of a meeting that of its page."""
    own = key_of(KEYS.get(kind, f"added {kind}"), article, at.text, at.before, at.after)
    return key_of("meeting", own) if kind == "meeting" else own


def _of_person(article: Article, at: Anchor, told: Told) -> Told:
    new = {"name": " ".join(at.text.split())} | told
    for kind, field in (("person", "name"), ("person", "country"), ("appointment", "rank"), ("appointment", "position")):
        _check(kind, field, new)
    return new


def _of_organization(article: Article, at: Anchor, told: Told) -> Told:
    new = {"name": " ".join(at.text.split())} | told
    for field in ("name", "country"):
        _check("organization", field, new)
    return new


def _of_meeting(article: Article, at: Anchor, told: Told) -> Told:
    new: Told = {"kind": "meeting", "state": "held"} | told
    for field in ("title", "kind", "state", "mode", "date", "end_date", "place", "country", "host", "topics"):
        _check("meeting", field, new)
    _check("agreement", "countries", new)
    with to_blame("end_date"):
        corrections.refuse_backwards(date=new.get("date", ""), end_date=new.get("end_date", ""))
    for field, what in NAMED_THERE.items():
        with to_blame(field):
            new[field] = [_named(article, what, name) for name in new.get(field, ())]
    if not any(new.get(field) for field in ("countries", *NAMED_THERE)):
        raise Refused("Nobody is said to have met. Name countries, officials or organizations.", field="countries")
    return new


def _of_agreement(article: Article, at: Anchor, told: Told) -> Told:
    new = {"title": " ".join(at.text.split()), "action": "signed"} | told
    for field in ("title", "action", "countries"):
        _check("agreement", field, new)
    return new


def _of_quote(article: Article, at: Anchor, told: Told) -> Told:
    if not told.get("speaker"):
        raise Refused("Nobody is said to have spoken. Name whoever did, as the release does.", field="speaker")
    with to_blame("speaker"):
        return {"speaker": corrections.check(kind="quote", field="speaker_name", value=told["speaker"])}


CHECKS: dict[str, Callable[[Article, Anchor, Told], Told]] = {
    "person": _of_person,
    "organization": _of_organization,
    "meeting": _of_meeting,
    "agreement": _of_agreement,
    "quote": _of_quote,
}


def _check(kind: str, field: str, new: Told) -> None:
    """The field as the archive keeps it, where it is told."""
    if field in new:
        with to_blame(field):
            new[field] = corrections.check(kind=kind, field=field, value=new[field])


def _named(article: Article, kind: str, name: str) -> str:
    """The name as the release has it of whoever it names so."""
    written = " ".join(str(name).split())
    names = dict(_names(article, kind))
    found = names.get(written.casefold())
    if found is not None:
        return found
    known = ", ".join(list(dict.fromkeys(names.values()))[:12])
    what = "official" if kind == "person" else kind
    raise Refused(f"The release names no {what} “{name:.80}”. It names {known or 'none'}. Add the {what} first, if one was missed.")


def _names(article: Article, kind: str) -> Iterator[tuple[str, str]]:
    """All that the release calls its officials, or organizations, in small letters; each with the name as the release has it in full."""
    if article.status == Article.Status.PUBLISHED:
        there = Mention.objects.filter(article=article, kind=kind).order_by("start")
        for value, text, now in there.values_list("value", "text", f"{kind}__name"):
            yield from ((str(name).casefold(), value) for name in (now, text, value))
        return
    read = Extraction.objects.filter(article=article, in_force=True).values_list("record", flat=True).first() or {}
    for one in read.get(RECORDED[kind], ()):
        yield from ((str(name).casefold(), one["name"]) for name in (*one["aliases"], one["name"]))
    made = Correction.objects.in_force().filter(article_key=article.key, kind=kind, operation=Correction.Operation.ADD)
    yield from ((name.casefold(), name) for name in made.values_list("new__name", flat=True))


RECORDED = {"person": "people", "organization": "organizations"}  # in an extraction, of which nothing is made before it is published


def _a(kind: str) -> str:
    return {"person": "an official", "organization": "an organization", "agreement": "an agreement", "quote": "a quotation"}.get(
        kind, f"a {kind}"
    )
