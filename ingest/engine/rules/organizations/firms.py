"""Firms that bear no form behind their name: "PT Samudra Baja", "the shipbuilder Halden Verft"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.engine.rules.organizations.name import Name
from ingest.engine.rules.organizations.words import Words, facts, is_plain

# forms of firms that stand before the name: "PT Samudra Baja", "JSC Nordvik"
_FIRST_FORMS = frozenset({"PT", "SIA", "UAB", "OÜ", "JSC", "PJSC", "OJSC", "CJSC"})
_FIRST_FORMS_LOWER = frozenset(form.lower() for form in _FIRST_FORMS)


def called(words: Words) -> Iterator[Name]:
    """ "the company Norvik", "the shipbuilder Halden Verft": the name behind the word that says what it is."""
    if words.known.isdisjoint(_FIRMS):
        return
    for number, word in enumerate(words.lower):
        if word not in _FIRMS or words.is_capital(number) or not words.joined(number + 1) or not _is_firm(words, number):
            continue
        last = number
        while last - number < 3 and words.joined(last + 1) and is_plain(words, last + 1) and words.tokens[last + 1].text.isalpha():
            last += 1
        if last > number and not (words.joined(last + 1) and words.is_capital(last + 1)):  # "the company First | Sergeant"
            yield Name(words.text(number + 1, last), words.evidence(number + 1, last, "company"))


def named_before(words: Words) -> Iterator[Name]:
    """ "the Norvik-Elta company", "the Rodal Marine shipyard": the name between an article and the word that says what it is."""
    if words.known.isdisjoint(_FIRMS):
        return
    for number, word in enumerate(words.lower):
        if word not in _FIRMS or word == "agency" or words.is_capital(number) or not words.joined(number):
            continue
        if words.lower[number + 1 : number + 2] and words.lower[number + 1] in _OF_SOLDIERS:
            continue  # "the Wolf company | commander"
        first = number
        while number - first < 3 and first > 0 and _is_of_name(words, first - 1) and (first == number or words.joined(first)):
            first -= 1
        article = first > 0 and words.joined(first) and words.lower[first - 1] in ("the", "a", "an")
        if article and first < number and not _LETTERS.issuperset(words.lower[first:number]):
            yield Name(words.text(first, number - 1), words.evidence(first, number - 1, "company"))


def made(words: Words) -> Iterator[Name]:
    """ "built by Norvik Marine of Maine": who makes ships or aircraft, with the place of the works behind the name."""
    if words.known.isdisjoint(_MADE):
        return
    for number, word in enumerate(words.lower):
        if word not in _MADE or words.lower[number + 1 : number + 2] != ["by"] or words.is_capital(number):
            continue
        last = number + 1
        while last - number < 5 and words.joined(last + 1) and _is_of_name(words, last + 1):
            last += 1
        seat = last + 2
        if last > number + 1 and words.lower[last + 1 : last + 2] == ["of"] and words.joined(seat) and _is_seat(words, seat):
            yield Name(words.text(number + 2, last), words.evidence(number + 2, last, "company"))


def _is_seat(words: Words, number: int) -> bool:
    """Whether a place may begin at the word, and no battalion as in "built by Seabees of | Battalion Three"."""
    return words.is_place(number) or is_plain(words, number)


def _is_of_name(words: Words, number: int) -> bool:
    """Whether the word may be of the name of a firm: a capital that is no state, office, body or rank."""
    plain = is_plain(words, number) and words.tokens[number].text[0].isalpha() and words.lower[number] not in facts().ranks
    return plain and not words.lower[number].endswith(_SAY_WHERE)


def told(words: Words) -> Iterator[Name]:
    """ "Norvik Marine, a Norwegian company": the name before the words that say what it is and of which state."""
    if words.known.isdisjoint(_FIRMS):
        return
    for number, word in enumerate(words.lower):
        if word not in _FIRMS or words.is_capital(number) or words.lower[number + 1 : number + 2] == ["commander"]:
            continue
        comma = next(
            (at for at in range(number - 3, max(number - 6, 1), -1) if words.lower[at : at + 2] in ([",", "a"], [",", "an"])), None
        )
        if comma is None or not any(map(words.is_place, range(comma + 2, number))):
            continue
        first = comma
        while comma - first < 3 and is_plain(words, first - 1) and (first == comma or words.joined(first)):
            first -= 1
        if first < comma:
            state = next(iter(words.codes(words.tokens[comma].end, words.tokens[number].start)), None)
            yield Name(words.text(first, comma - 1), words.evidence(first, comma - 1, "company"), (), None, state)


def of_state(words: Words) -> Iterator[Name]:
    """ "director general of ASMAR Chile": the letters and the state of a firm or works that somebody directs."""
    for last, (first, term) in words.ending.items():
        if term.kind != "country" or first < 3 or words.lower[first - 2] != "of" or not words.joined(first) or first - 1 in words.beginning:
            continue
        letters = words.tokens[first - 1].text
        if (
            len(letters) > 2
            and letters.isalpha()
            and letters.isupper()
            and not _DIRECTING.isdisjoint(words.lower[max(first - 4, 0) : first - 2])
        ):
            yield Name(words.text(first - 1, last), words.evidence(first - 1, last, "company"), (term.value,))


_DIRECTING = frozenset(
    {"director", "general", "president", "chairman", "chairwoman", "chair", "ceo", "executive", "manager", "head", "representative"}
)


def _is_firm(words: Words, number: int) -> bool:
    """Whether a company is one of trade: "the company Norvik", "the Norwegian arms company Norvik", not "rifle company Alpha"."""
    before = words.lower[number - 1] if number else ""
    if words.lower[number] == "agency":
        return before in ("news", "press", "state")
    return words.lower[number] != "company" or before == "the" or number - 1 in words.ending or before in _TRADES


# "the Wolf company | commander", and "the Alpha company" of a battalion
_OF_SOLDIERS = frozenset({"commander", "commanders", "first", "sergeant", "of", "level", "level-", "soldiers", "team"})
_LETTERS = frozenset(
    {
        "alpha",
        "bravo",
        "charlie",
        "delta",
        "echo",
        "foxtrot",
        "golf",
        "hotel",
        "india",
        "juliet",
        "kilo",
        "lima",
        "mike",
        "november",
        "oscar",
    }
)
_SAY_WHERE = ("-based", "-owned", "-led", "-run", "-made", "-built")  # "the Lima-based firm"
_MADE = frozenset({"built", "made", "manufactured", "produced", "supplied", "assembled", "designed"})
_FIRMS = frozenset({"company", "firm", "shipbuilder", "shipyard", "manufacturer", "broadcaster", "agency"})
_TRADES = frozenset(
    {"arms", "defence", "defense", "private", "state", "state-owned", "shipbuilding", "aerospace", "aviation", "technology"}
)


def with_form(words: Words) -> Iterator[Name]:
    if _FIRST_FORMS_LOWER.isdisjoint(words.known):
        return
    for number, token in enumerate(words.tokens):
        if token.text not in _FIRST_FORMS:
            continue
        last = number
        while last - number < 5 and words.joined(last + 1) and (is_plain(words, last + 1) or words.is_place(last + 1)):
            last += 1
        if any(is_plain(words, at) for at in range(number + 1, last + 1)):
            yield Name(words.text(number, last), words.evidence(number, last, "company"), words.codes(token.start, words.tokens[last].end))
