"""The letters printed behind the name of a body, and whose they are."""

from __future__ import annotations

from ingest.engine.rules.organizations.words import ACRONYM, KNOWN, Words
from ingest.engine.types import Evidence


def acronym(words: Words, last: int, *, first: int | None = None) -> Evidence | None:
    """The acronym behind a name, in brackets or between commas: "Forest Protection Agency (FPA)", "Forest Guard of Peru, or FGP,".

    Where it is told with which word the name begins, letters that its complement alone spells are the complement's.
    """
    if words.lower[last + 1 : last + 3] == ["'s", "("]:
        last += 1  # "the Peruvian Coast Guard’s (PCG) | centre"
    at = last + 2
    if words.lower[last + 1 : last + 3] == [",", "or"] and words.lower[last + 4 : last + 5] in ([","], ["."]):
        return words.evidence(last + 3, last + 3, "acronym") if ACRONYM.match(words.tokens[last + 3].text) else None
    if at + 1 >= len(words.tokens) or words.lower[last + 1] not in ("(", "["):
        return None
    if words.lower[at + 2 : at + 3] == [")"] and _is_with_country(words, at):
        return words.evidence(at, at + 1, "acronym")
    if words.lower[at + 1] not in (")", "]", ",", ";"):
        return None
    if not ACRONYM.match(words.tokens[at].text) or _is_of_complement(words, first, last, at):
        return None
    letters = words.tokens[at].text
    if first is not None and (_spells_complement(words, first, last, letters) or _spells_office(words, first, last, letters)):
        return None
    return words.evidence(at, at, "acronym")


def _spells_office(words: Words, first: int, last: int, letters: str) -> bool:
    """Whether the letters are those of an office over the body: "Commander of the | Coastal Navy of Peru | (CCNP)"."""
    of = first - 1 - (words.lower[first - 1] == "the")
    if of < 1 or words.lower[of] != "of" or not words.is_capital(of - 1):
        return False
    initials = "".join(words.tokens[at].text[0] for at in range(first, last + 1) if words.is_capital(at))
    return len(initials) > 1 and letters == words.tokens[of - 1].text[0] + initials


def _is_with_country(words: Words, at: int) -> bool:
    """Whether a mission is told by its letters and where it is: "European Union Training Mission in Chad (EUTM Chad)", "(EUTM TCH)"."""
    letters, behind = words.tokens[at].text, words.tokens[at + 1].text
    if not letters.isupper() or not letters.isalpha() or (len(letters) < 4 and not _opens_with_owner(words, at)):
        return False
    known = words.beginning.get(at + 1)
    named = known is not None and known[0] == at + 1 and known[1].kind == "country"
    named = named or _opens_with_owner(words, at)
    return named or (behind.isupper() and behind.isalpha() and len(behind) <= 4)


def _opens_with_owner(words: Words, at: int) -> bool:
    """Whether letters in brackets are those of a union of states and of what it keeps: "European Union Naval Force (EU NAVFOR)"."""
    behind = words.tokens[at + 1].text
    return words.tokens[at].text in {"AU", "EU", "UN", "NATO", "OSCE"} and behind.isupper() and behind.isalpha() and len(behind) > 2


def _is_of_complement(words: Words, first: int | None, last: int, at: int) -> bool:
    """Whether the acronym is that of the body in the complement: "Commission of the African Union (AU)"."""
    inner, outer = words.ending.get(last), words.beginning.get(at)
    return bool(
        inner
        and outer
        and (first is None or inner[0] > first)
        and inner[1].kind in KNOWN
        and inner[1].value == outer[1].value
        and words.lower[inner[0] - 1] in ("of", "the")
    )


def _spells_complement(words: Words, begins: int, last: int, acronym: str) -> bool:
    """Whether the letters are those of the capital words behind "of (the)" alone: "Council of the Coastal Union (CU)"."""
    of = next((at for at in range(last - 1, begins, -1) if words.lower[at] == "of"), None)
    if of is None:
        return False
    initials = "".join(words.tokens[at].text[0] for at in range(of + 1, last + 1) if words.is_capital(at))
    return len(initials) > 1 and initials == acronym.upper()
