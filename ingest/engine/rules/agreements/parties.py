"""Between whom a document is: told with its name, by its signers, or by the meeting it belongs to."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.agreements.document import Document
from ingest.engine.types import Meeting, Passage


def of(body: Passage, one: Document, occasions: tuple[Meeting, ...]) -> tuple[str, ...]:
    named = {term.value for term in body.terms if term.kind in ("country", "demonym") and one.at.start <= term.start < one.at.end}
    if len(named) >= 2:
        return tuple(sorted(named))
    beside = frozenset(_of_sentence(body, one))
    occasion = _occasion(one, occasions, beside)
    if occasion is None:
        beside |= named
        return tuple(sorted(beside if len(beside) >= 2 else _only_two(body, beside)))
    if beside and not beside <= frozenset(occasion.countries):
        return tuple(sorted(_with_host(occasions, beside)))  # "will sign an MoU with Peru next month": not those who met now
    words = body.text[one.sentence.start : one.sentence.end]
    signers = {each.country for each in occasion.participants if each.person and each.country and each.person.split()[-1] in words}
    return tuple(sorted(signers)) if len(signers) >= 2 else occasion.countries


def _with_host(occasions: tuple[Meeting, ...], told: frozenset[str]) -> frozenset[str]:
    """The states told beside the title; to a single one comes the side that took part in every meeting of the release."""
    sides = [frozenset(meeting.countries) for meeting in occasions if meeting.status == "primary"]
    common = frozenset.intersection(*sides) if len(sides) > 1 else frozenset()
    return told | common if len(told) == 1 and len(common) == 1 else told


def _only_two(body: Passage, told: frozenset[str]) -> frozenset[str]:
    """The two states of a release that names no third one, where its sentence leaves a party untold; else what was told."""
    both = frozenset(term.value for term in body.terms if term.kind in ("country", "demonym"))
    return both if len(both) == 2 and told <= both else told


def _of_sentence(body: Passage, one: Document) -> set[str]:
    """The countries that the sentence names outside the title, up to what else was done: "…, and agreed to help | Mali |"."""
    other = _ALSO_DID.search(body.text, one.at.end, one.sentence.end)
    stop = other.start() if other else one.sentence.end
    within = (term for term in body.terms if one.sentence.start <= term.start < stop and not one.at.start <= term.start < one.at.end)
    return {
        term.value
        for term in within
        if term.kind == "demonym" or (term.kind == "country" and not _LIES_IN.search(body.text, max(0, term.start - 40), term.start))
    }


_ALSO_DID = patterns.compile(
    r",\sand\s(?:also\s)?(?:agreed|discussed|exchanged|reaffirmed|reviewed|stressed|underlined|expressed|spoke|welcomed)\b"
)
# "signed in Lima, | Peru", "here in | Peru": where, and not with whom
_LIES_IN = patterns.compile(r"\b(?:in|at)\s(?:[A-Z][\w’'-]+\s?){0,3},?\s?\Z")


def _occasion(one: Document, occasions: tuple[Meeting, ...], named: frozenset[str]) -> Meeting | None:
    """The primary meeting told last before the document, else the first one; of several those of the states that its sentence names."""
    primary = [meeting for meeting in occasions if meeting.status == "primary"]
    told = [meeting for meeting in primary if _begins(meeting) <= one.sentence.end]
    told = [meeting for meeting in told if named <= frozenset(meeting.countries)] or told
    return max(told, key=_begins) if told else next(iter(primary), None)


def _begins(meeting: Meeting) -> int:
    return min((at.start for _, at in meeting.evidence if at.where == "body"), default=0)
