"""Where the words of an office begin: modifiers, fields of work, bodies and countries before its head."""

from __future__ import annotations

from ingest.engine.rules.people.heads import is_abbreviation, is_domain, is_noun_like
from ingest.engine.rules.people.view import Found, View


def first_word(view: View, head: int, start: int) -> int:
    """The first word of the office whose head stands at `head`: modifiers, bodies and countries before it belong to it."""
    at = head
    while at > start:
        before = at - 1
        found = view.bodies_ending.get(at) or view.countries_ending.get(at)
        if found and found.start >= start and not (found.start in view.ranks and found.end == view.ranks[found.start][0]):
            if _is_gone_to(view, found):
                break
            at = found.start
        elif (service := _service_of_state(view, at, start)) is not None:
            at = service
        elif view.folds[before] == ")" and (named := _named_with_acronym(view, before, start)) is not None:
            at = named
        elif view.folds[before] in {"'s", "'"} and (owner := _owner(view, before, start)) is not None:
            at = owner
        elif view.folds[before] == "," and before - 1 >= start and _is_accredited_in(view, before - 1, at, head):
            at = before - 1
        elif view.folds[before] == "," and (listed := _listed_before(view, before, at, head, start)) is not None:
            at = listed
        elif before - 1 >= start and view.is_name_like(before) and view.folds[before - 1] == "operation" and view.capital[before - 1]:
            at = before - 1  # "Operation Larkspur | Commander"
        elif at in view.countries and not view.capital[before] and view.folds[before] not in view.lex.modifiers:
            break  # "the group comprises | Peruvian opposition leader"
        elif view.capital[before] and not view.capital[at] and view.folds[at] in view.lex.transient:
            break  # "at the Peace Palace | visiting Chinese Minister"
        elif _modifies(view, before, head, start) or _is_chamber(view, before, head, start):
            at = before
        elif (
            (view.folds[before] == "&" and before - 1 >= start and _is_initials(view, before))
            or (view.folds[before] in {"and", "&"} and is_domain(view, before + 1) and is_domain(view, before - 1) and before - 1 >= start)
            or (
                view.folds[before] in {"of", "for", "on"}
                and view.capital[head]
                and _ends_with_noun(view, before, start)
                and before + 1 < head
            )
        ):
            at = before - 1
        else:
            break
    while at < head and (view.folds[at] in view.lex.verbs or (not view.capital[at] and view.folds[at] in {"and", "&"})):
        at += 1
    return at


def _service_of_state(view: View, end: int, start: int) -> int | None:
    """Where a service in small letters begins that ends here, right behind its state: "Chilean | armed forces | Chief of Staff"."""
    if view.folds[end - 1] not in _FORCES or view.capital[end - 1]:
        return None
    at = next((at for at in range(end - 2, max(start, end - 4), -1) if at in view.countries_ending), None)
    return at if at is not None and not any(view.capital[at:end]) else None


_FORCES = frozenset({"forces", "force", "guard", "guards", "corps", "staff"})


def _is_gone_to(view: View, found: Found) -> bool:
    """Whether a state closes the words that open a sentence and tell of a journey: "During his visit to | Peru | Minister N met".

    Whom a courtesy visit is paid to may be named behind the state: "On the courtesy visit to | Peru | Navy Commander N".
    """
    first, _ = view.sentence(found.start)
    if view.fold(first) not in _OPENING or found.kind != "country" or view.words[found.start].isupper():
        return False
    before = found.start - 1 - (view.fold(found.start - 1) == "the")
    if before < first or before - first > _LONGEST_OPENING:
        return False
    if view.folds[before] == "in":
        return True
    if view.folds[before] not in {"to", "of", "from", "across", "through"} or before == first:
        return False
    return view.folds[before - 1] in _JOURNEYS and "courtesy" not in view.folds[first:before]


_LONGEST_OPENING = 14  # words before the state
_OPENING = frozenset(
    {
        "during",
        "at",
        "after",
        "before",
        "on",
        "in",
        "while",
        "as",
        "within",
        "following",
        "upon",
        "concluding",
        "ending",
        "throughout",
        "over",
    }
)
_JOURNEYS = frozenset(
    {"visit", "visits", "trip", "trips", "journey", "tour", "travel", "travels", "travelling", "traveling", "arrival", "stay", "return"}
    | {"returning", "departure", "voyage", "mission", "stopover"}
)


def _listed_before(view: View, comma: int, after: int, head: int, start: int) -> int | None:
    """Where the field before a comma begins, in a list that "and" closes: "| Foreign Affairs|, Labour and Tourism Minister"."""
    if not view.folds[head].startswith("minister") or not {"and", "&"}.intersection(view.folds[after:head]):
        return None
    at = comma
    while at > start and is_domain(view, at - 1) and at - 1 not in view.nouns and view.folds[at - 1] not in view.lex.small_words:
        at -= 1
    led = at > start and (view.folds[at - 1] in view.lex.links or view.capital[at - 1])
    return at if at < comma and not led else None


def _is_accredited_in(view: View, at: int, after: int, head: int) -> bool:
    """Whether the word before a comma is one of the services that an attaché stands for: "Military, | Naval and Air Attaché"."""
    if not view.folds[head].startswith(_ATTACHED_HEADS) or view.folds[at] not in view.lex.attached:
        return False
    listed = any(view.folds[each] in {"and", "&", ","} for each in range(after, head))
    return listed and view.capital[at] == view.capital[after]


_ATTACHED_HEADS = ("attach", "advis", "counsel")


def _is_initials(view: View, sign: int) -> bool:
    """Whether single capitals stand around the sign: "R&T Director"."""
    if view.folds[sign] != "&":
        return False
    return len(view.words[sign - 1]) == 1 == len(view.words[sign + 1]) and view.words[sign - 1].isupper() and view.words[sign + 1].isupper()


def _named_with_acronym(view: View, close: int, start: int) -> int | None:
    """Where a body begins whose acronym in brackets ends at `close`: "Relief Agency (RA) | Commissioner General"."""
    if close - 2 <= start or view.words[close - 2] != "(" or not is_abbreviation(view.words[close - 1]):
        return None
    named = close - 2 - (view.fold(close - 3) in {"'s", "'"})  # "Southern Command’s (SC) | director"
    body = view.bodies_ending.get(named) or view.bodies_ending.get(close + 1)
    return body.start if body is not None and body.start >= start else None


def _owner(view: View, apostrophe: int, start: int) -> int | None:
    """Where the owner before a possessive ending begins, if it is a country or body: "Fiji’s", "USEUCOM’s"."""
    if apostrophe <= start:
        return None
    found = view.bodies_ending.get(apostrophe) or view.countries_ending.get(apostrophe)
    if found:
        return found.start if found.start >= start else None
    word = view.words[apostrophe - 1]
    return apostrophe - 1 if len(word) > 1 and word.isupper() and not view.shouting else None


def _modifies(view: View, at: int, head: int, start: int) -> bool:
    fold = view.folds[at]
    if fold in view.lex.verbs or fold in view.lex.calendar or at in view.courtesies:
        return False
    if _in_rank(view, at, head):
        return False
    if at in view.heads and at + 1 == head and not view.capital[at] and fold not in view.lex.modifiers and fold != "liaison":
        return False
    if len(fold) == 1 and at > start + 1 and _is_initials(view, at - 1):
        return True
    if view.capital[at]:
        if fold in _ADVERBS or (at == start and fold.endswith("ing") and fold not in view.lex.modifiers):
            return False  # "Welcoming Defence Minister"
        if at == start and fold in {
            "the",
            "a",
            "an",
            "on",
            "in",
            "at",
            "for",
            "and",
            "his",
            "her",
            "their",
            "our",
            "its",
            "with",
            "to",
            "of",
            "from",
        }:
            return False
        if view.is_ship(at):
            return False
        return (
            view.plain[at]
            or fold in view.lex.modifiers
            or view.is_acronym(at)
            or _is_short_capitals(view, at)
            or _describes(view, at, head)
        )
    if fold in view.lex.modifiers:
        return True
    return not view.capital[head] and view.plain[at] and is_noun_like(view, at)


def _describes(view: View, at: int, head: int) -> bool:
    """Whether an adjective that is a surname as well stands before a word of English in a field: "| Small | Business Administrator"."""
    return view.folds[at] in _ADJECTIVES and at + 1 < head and view.is_capital_plain(at + 1)


_ADJECTIVES = frozenset({"small", "green", "young", "long", "best", "good", "strong", "black", "white", "red", "blue"})


# Words that open a sentence, and no office: "Meanwhile Defence Minister N".
_ADVERBS = frozenset({"meanwhile", "later", "earlier", "also", "however", "while", "when", "read", "watch", "see", "alongside", "together"})


def _is_short_capitals(view: View, at: int) -> bool:
    """Whether the word is an acronym that might be read as a word: "SANDF Chief"."""
    longest = 8 if "-" in view.words[at] else 6  # "EUTRN-S | Chief of Staff"
    return view.words[at].isupper() and 2 <= len(view.words[at]) <= longest and not view.shouting


def _is_chamber(view: View, at: int, head: int, start: int) -> bool:
    """Whether one foreign word before the head names a chamber or party: ", Politburo member", "the Knesset Speaker"."""
    return (
        at + 1 == head
        and at > start
        and view.is_name_like(at)
        and view.folds[at - 1] in {",", "the"}
        and view.folds[head] in _CHAMBER_HEADS
    )


_CHAMBER_HEADS = frozenset({"member", "speaker", "deputy", "chairman", "chairwoman"})


def _in_rank(view: View, at: int, head: int) -> bool:
    """Whether the word ends a rank that stands by itself before the office ("Brigadier General Deputy Commander")."""
    for start in range(max(0, at - 3), at + 1):
        if start in view.ranks and view.ranks[start][0] == at + 1:
            return (not (at + 1 in view.nouns and view.ranks[start][1].weak) and view.folds[at] not in {"general", "major"}) or start < at
    return False


def _ends_with_noun(view: View, at: int, start: int) -> bool:
    """Whether a capitalised noun of a body stands right before ("Office of …")."""
    return at - 1 >= start and view.capital[at - 1] and view.nouns.get(at - 1) == at
