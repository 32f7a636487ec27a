"""Firms that bear no form behind their name: "PT Samudra Baja", "the shipbuilder Halden Verft"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.engine.rules.organizations.name import Name
from ingest.engine.rules.organizations.words import Words, is_plain

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


def _is_firm(words: Words, number: int) -> bool:
    """Whether a company is one of trade: "the company Norvik", "the Norwegian arms company Norvik", not "rifle company Alpha"."""
    before = words.lower[number - 1] if number else ""
    if words.lower[number] == "agency":
        return before in ("news", "press", "state")
    return words.lower[number] != "company" or before == "the" or number - 1 in words.ending or before in _TRADES


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
