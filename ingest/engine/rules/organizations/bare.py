"""Heads without their state or subject that name a body all the same: "the Navy", "Army Gen. Ada Moss", "the Ministry", "MoD"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.engine.rules.organizations.name import Name
from ingest.engine.rules.organizations.words import Words, facts


def find(words: Words) -> Iterator[Name]:
    """Bare heads of the passage in order; which body they mean is told by what else the release names."""
    lexicon = facts()
    if words.is_headline or words.known.isdisjoint(lexicon.bare_starts):
        return
    reached = -1
    for number, word in enumerate(words.lower):
        if word not in lexicon.bare_starts:
            continue
        if words.tokens[number].text in lexicon.acronyms and (not number or words.lower[number - 1] != "("):
            yield _acronym(words, number)
        elif number > reached and words.is_capital(number) and (last := _service(words, number)) is not None:
            reached = last
            yield Name(words.text(number, last), words.evidence(number, last, "service"), generic=True, bare=True)
        elif word == "house" and _is_chamber(words, number):
            yield Name("House", words.evidence(number, number, "head"), generic=True, bare=not words.known.isdisjoint(_CHAMBERS))
        elif word in lexicon.bare_offices and words.is_capital(number) and _is_alone(words, number):
            yield Name(words.text(number, number), words.evidence(number, number, "head"), generic=True, bare=True)


def _is_chamber(words: Words, number: int) -> bool:
    """Whether "the House" is one of a parliament whose other names the passage tells; not in an office: "Speaker of the House"."""
    if (
        not words.is_capital(number)
        or (words.known.isdisjoint(_PARLIAMENT) and words.known.isdisjoint(_CHAMBERS))
        or words.lower[number - 2 : number - 1] == ["of"]
    ):
        return False
    return _is_alone(words, number)


_PARLIAMENT = frozenset({"senate", "congress", "parliament"})
_CHAMBERS = frozenset({"representatives", "commons", "lords", "councillors"})


def listed(words: Words, built: Iterable[Name]) -> Iterator[Name]:
    """The services listed behind one with its state: "the Peruvian Army, | Navy, Air Force and | Coast Guard" are all of Peru.

    So is that of an officer behind a command: "the chief of the Peruvian Southern Command, | Navy Admiral N".
    """
    for name in built:
        if name.evidence.rule not in _OF_FORCES or len(set(name.codes)) != 1:
            continue
        at = words.number_behind(name.evidence.end)
        while (first := _next_listed(words, at)) is not None and (last := _service_at(words, first)) is not None:
            if name.evidence.rule == "organizations.unit" and not _precedes_rank(words, last):
                break
            yield Name(words.text(first, last), words.evidence(first, last, "service"), (), None, name.codes[0], generic=True)
            at = last + 1


_OF_FORCES = frozenset({"organizations.service", "organizations.unit"})


def _precedes_rank(words: Words, last: int) -> bool:
    return words.joined(last + 1) and words.is_capital(last + 1) and words.lower[last + 1].rstrip(".") in facts().ranks


def _next_listed(words: Words, at: int) -> int | None:
    """The word behind a comma, "and" or both."""
    first = at
    while first - at < 2 and words.lower[first : first + 1] in ([","], ["and"], ["&"]):
        first += 1
    return first if first > at and first < len(words.tokens) else None


def _service_at(words: Words, number: int) -> int | None:
    """The last word of a bare service that begins at the word and is not the beginning of a longer name or an office."""
    last = _end_of_service(words, number)
    if last is None or not words.is_capital(number):
        return None
    return last if _precedes_rank(words, last) or not (words.joined(last + 1) and words.is_capital(last + 1)) else None


def _end_of_service(words: Words, number: int) -> int | None:
    """The last word of the service that begins at the word, of three words at most."""
    runs = (tuple(words.lower[number : number + size]) for size in (3, 2, 1))  # at the end of a text all are of one
    return next((number + len(run) - 1 for run in runs if run in facts().bare_services), None)


def _acronym(words: Words, number: int) -> Name:
    """ "MoD", or "UK MoD" with the state right before it."""
    first = (
        words.ending[number - 1][0]
        if number and words.joined(number) and words.is_place(number - 1) and number - 1 in words.ending
        else number
    )
    start, end = words.tokens[first].start, words.tokens[number].end
    country = next(iter(words.codes(start, end)), None) if first < number else None
    meant = facts().acronyms[words.tokens[number].text]
    return Name(words.text(first, number), words.evidence(first, number, "acronym"), (), meant, country, generic=True, bare=True)


def _service(words: Words, number: int) -> int | None:
    """The last word of a service that stands by itself here, and in no office: "the Minister for the Armed Forces" names a minister."""
    last = _end_of_service(words, number)
    if last is None or not words.is_capital(last) or (number < last and not words.joined(last)):
        return None
    before = words.lower[number - 1] if number else ""
    joined_before = words.joined(number) and (words.is_capital(number - 1) or words.is_place(number - 1)) and before != "the"
    follower = words.lower[last + 1].rstrip(".") if words.joined(last + 1) and words.is_capital(last + 1) else ""
    if words.lower[number : last + 2] == ["army", "general"] and before not in ("of", "the"):
        return None  # a rank; a general of an army is an "Army Gen."
    if follower and follower.partition("-")[0] in facts().ranks and not follower.startswith(("staff", "command", "chief")):
        return last if before not in ("of", "the", "and") or _is_led(words, number) else None
    if follower or joined_before or words.lower[last + 1 : last + 2] == ["of"]:
        return None
    if before in ("the", "our", "its", "their"):
        return None if _is_office(words, number - 1) else last
    if before in ("'s", "'") and words.is_place(number - 2):
        return last  # "Peru's | Coast Guard"
    return last if _acts(words, number, last) else None


def _is_led(words: Words, number: int) -> bool:
    """ "Commander of the | Land Forces General Ali Bey": the rank is that of the commander."""
    return (
        number > 2
        and words.lower[number - 2 : number] == ["of", "the"]
        and words.lower[number - 3].endswith(("commander", "commander-in-chief"))
    )


def _is_office(words: Words, number: int) -> bool:
    """Whether an office with a capital, and its preposition, stand before: "Minister for | the Armed Forces", "General of | the Army".

    A commander is not so much an office as the head of a service that is named.
    """
    before = number - 1
    if before < 1 or words.lower[before] not in ("of", "for", "in") or words.lower[before - 1] == "commander":
        return False
    offices = facts().stop
    return any(
        words.is_capital(at) and (word := words.lower[at].rstrip(".")) in offices and word not in _NO_OFFICES
        for at in (before - 1, before - 2)
        if at >= 0 and words.joined(at + 1)
    )


# words that open a sentence with a capital before what they belong to: "Officers of | the Army", "The head of | the Army"
_NO_OFFICES = frozenset({"the", "a", "an", "officers", "members", "commanders", "leaders", "delegation", "representatives"})


def _acts(words: Words, number: int, last: int) -> bool:
    """Whether somebody of the service follows: "Coast Guard crews"; a sentence may begin with it."""
    follower = words.lower[last + 1] if words.joined(last + 1) else ""
    return follower in _PEOPLE and not (number and words.joined(number) and words.is_capital(number - 1))


_PEOPLE = frozenset(
    {
        "crews",
        "crew",
        "officers",
        "officer",
        "soldiers",
        "sailors",
        "personnel",
        "units",
        "ships",
        "aircraft",
        "vessels",
        "officials",
        "leaders",
    }
)


def _is_alone(words: Words, number: int) -> bool:
    """Whether "the" stands before the head and nothing that could name it around: "said the Ministry", not "the Ministry of Culture"."""
    if number == 0 or words.lower[number - 1] != "the":
        return False
    follower = words.lower[number + 1] if words.joined(number + 1) else ""
    return follower not in ("of", "for", "on", "against") and not (follower and words.is_capital(number + 1))
