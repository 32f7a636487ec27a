"""The capital words behind a head that carry its name on: "Foreign Affairs, Trade and Development"."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.organizations.words import KNOWN, STATES, WHOSE, Words, facts, head_at, is_plain, is_thing, stops
from ingest.engine.rules.people.lexicon import lexicon as people_words
from ingest.engine.types import Term


def phrase(words: Words, at: int) -> int | None:
    """The last word of the capital words that begin here, with what "and" or commas join to them; None where none begins."""
    end = run(words, at)
    if end is None or (end in words.ending and words.ending[end][1].kind in STATES):
        return end
    for _ in range(6):
        further = _with_what(words, end) or _joined_people(words, end) or _joined_subjects(words, end)
        if further is None:
            return end
        end = further
    return end


def _with_what(words: Words, end: int) -> int | None:
    """The end of what sets people apart: "Association of People | with Disabilities"."""
    if words.lower[end] not in _PEOPLE or words.lower[end + 1 : end + 2] != ["with"] or not words.joined(end + 2):
        return None
    return run(words, end + 2) if is_plain(words, end + 2) else None


_PEOPLE = frozenset({"people", "persons", "women", "children", "individuals", "veterans", "youth", "families", "citizens"})


def _joined_people(words: Words, end: int) -> int | None:
    """The end of a second kind of people or things behind "and": "College of Obstetricians | and Gynecologists"."""
    at = end + 2
    if words.lower[end + 1 : at] not in (["and"], ["&"]) or not words.joined(at) or (words.joined(at + 1) and words.is_capital(at + 1)):
        return None
    return at if all(_is_kind(words, each) for each in (end, at)) else None


def _is_kind(words: Words, number: int) -> bool:
    """Whether the word is a plural of the language, and no name or office."""
    word = words.lower[number]
    return word.endswith("s") and not word.endswith("ss") and word in people_words().plain and is_plain(words, number)


def run(words: Words, at: int) -> int | None:
    """The last word of the unbroken run of capital words that begins here. It ends after a state or place that stands by itself."""
    begin, end = at, None
    while at < len(words.tokens) and (end is None or (words.joined(at) and words.lower[at] not in _OCCASIONS)):
        if at in words.beginning and not _is_given_name(words, begin, at):
            closed, (end, term) = end, words.beginning[at]
            if term.kind != "demonym" and not _goes_on(words, end, term):
                return _without_person(words, begin, end) if term.kind == "city" and closed is not None else end
        elif (words.is_capital(at) and not stops(words, at)) or _is_whose(words, at, end):
            end = at
        else:
            break
        at = (end if end is not None else at) + 1
    return _without_person(words, begin, end) if end is not None else None


# what a body holds and a headline tells right behind its name: "Department of Agriculture | Roundtable"
_OCCASIONS = frozenset({"roundtable", "roundtables", "meeting", "meetings", "briefing", "convening", "summit", "visit"})


def _goes_on(words: Words, end: int, term: Term) -> bool:
    """Whether a name goes on behind a state or body: "Department of ASEAN | Affairs", "Commission on State House | Fellowships"."""
    if not words.joined(end + 1) or not words.is_capital(end + 1):
        return False
    if words.lower[end + 1] in facts().subjects or _head_follows(words, end):
        return True
    named = term.kind in KNOWN and is_plain(words, end + 1) and words.lower[end + 1] in people_words().plain
    return named and not words.is_headline and not is_thing(words, end)


def _is_given_name(words: Words, begin: int, at: int) -> bool:
    """Whether a town stands inside the run as the given name of somebody: "Office of Public Affairs | Ann | Berg Lind"."""
    last, term = words.beginning[at]
    if term.kind != "city" or at == begin or not words.joined(last + 1):
        return False
    if last + 1 in words.beginning:
        return words.beginning[last + 1][1].kind == "city"
    return is_plain(words, last + 1) and words.lower[last + 1] not in people_words().plain


def _is_whose(words: Words, at: int, before: int | None) -> bool:
    """Whether a possessive ending stands inside a name: "Veterans' | Affairs", "People's | Army"."""
    if before is None or words.lower[before] not in WHOSE or words.lower[at] not in ("'s", "'", "’"):
        return False
    return words.lower[at] == "'s" or (words.joined(at + 1) and words.is_capital(at + 1))


def _head_follows(words: Words, last: int) -> bool:
    """Whether the word is part of a longer name: "the Azerbaijan Army"."""
    at = last + 1
    while (
        words.joined(at) and (words.is_capital(at) or (words.lower[at] in ("'s", "'") and words.lower[at - 1] in WHOSE)) and at - last < 5
    ):
        if head_at(words, at):
            return True
        at += 1
    return False


def _without_person(words: Words, begin: int, end: int) -> int:
    """The end of the run without a name of two words or more behind its last English word: "… Control Policy | Ann Reed"."""
    lexicon = facts()
    known = [
        number
        for number in range(begin, end + 1)
        if words.lower[number] in lexicon.subjects
        or words.lower[number] in lexicon.official
        or head_at(words, number)
        or (number == begin and _is_cut_short(words, number, end))
    ]
    last, plain = known[-1] if known else begin - 1, people_words().plain
    while last < end and (words.lower[last + 1] in plain or not words.is_capital(last + 1)) and not _is_twin(words, last + 1, end):
        last += 1  # "on Humanitarian | Mine Action", "of Public | Engagement | Ann Berg"
    if (
        known
        and end - last == 1
        and words.lower[end] in people_words().family_first
        and words.joined(end + 1)
        and words.is_capital(end + 1)
    ):
        return last  # "of the Vietnam People’s Army | Nguyen Tan Binh"
    mixed = not known and any(words.lower[number] in plain for number in range(last + 1, end + 1))  # "of Pro Bono Counsel"
    return end if end - last < 2 or last < begin or mixed else last


def _is_cut_short(words: Words, number: int, end: int) -> bool:
    """Whether the word is the acronym of a body, and people's names are not in capitals: "Office of the | NPDC | Ola Berg"."""
    return number < end and _ACRONYM.fullmatch(words.tokens[number].text) is not None and not words.tokens[end].text.isupper()


_ACRONYM = patterns.compile(r"[A-Z]{3,8}")


def _is_twin(words: Words, at: int, end: int) -> bool:
    """Whether an English word is the given name of somebody here: "Department of National Security | Grace | Addo"."""
    return words.lower[at] in people_words().twins and at + 1 == end and words.lower[end] not in people_words().plain


def _joined_subjects(words: Words, end: int) -> int | None:
    """The end of "and Trade", or of a whole list ", Tobacco, Firearms and Explosives"; states, persons and further bodies are not joined.

    At least one word of what is joined is a subject of ministries.
    """
    at, known = end + 1, words.lower[end] in _QUARTERS  # "Bureau of South | and Central Asian Affairs"
    joined = next((each for each in _SERVICES_JOINED if words.lower[at : at + len(each)] == each), None)
    if joined is not None:
        return at + len(joined) - 1
    while words.joined(at) and words.lower[at] in (",", "and", "&"):
        last_one = words.lower[at] != ","
        at += 1
        if last_one and _is_with_article(words, at):
            return at + 1
        if not last_one and at < len(words.tokens) and words.lower[at] in ("and", "&"):
            last_one, at = True, at + 1
        if last_one and words.lower[at : at + 1] == ["administration"] and words.is_capital(at) and not words.is_capital(at + 1):
            return at  # "Committee on Rules and | Administration"
        if not (words.joined(at) and is_plain(words, at)):
            return None
        known = known or words.lower[at] in facts().subjects
        if last_one:
            end_of_run = _without_seat(words, at, run(words, at))
            if end_of_run is not None and _is_portfolio(words, end, end_of_run):
                return None
            if known or end_of_run is None or end_of_run - at > 1:
                return end_of_run if known else None
            return end_of_run if words.lower[end_of_run] in facts().subjects and not _head_follows(words, at) else None
        at = (run(words, at) or at) + 1
    return None


_QUARTERS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "near"})


def _is_with_article(words: Words, at: int) -> bool:
    """Whether a field follows that keeps its article: "Ministry of Ports and | the Environment |"; not "the Interior Minister"."""
    named = words.lower[at : at + 1] == ["the"] and words.joined(at + 1) and words.lower[at + 1] in people_words().with_article
    return named and words.is_capital(at + 1) and not _head_follows(words, at + 1)


def _is_portfolio(words: Words, end: int, last: int) -> bool:
    """Whether a minister follows whose portfolio the joined words are: "Office of the Trade Commission, | and Foreign | Minister N"."""
    apart = words.lower[end + 1] == "," or words.lower[last] in ("foreign", "prime")
    return apart and words.joined(last + 1) and words.lower[last + 1] in ("minister", "ministers", "secretary")


# "Ministry of Defence | and National Service": bodies elsewhere, here what a ministry is for
_SERVICES_JOINED = [
    [link, *name.split()]
    for link in ("and", "&")
    for name in (
        "national service",
        "civil service",
        "public service",
        "correctional services",
        "social services",
        "armed forces logistics",
    )
]


def _without_seat(words: Words, at: int, end: int | None) -> int | None:
    """The end of a run without the house behind it: "Veteran Affairs | Headquarters"."""
    return end - 1 if end is not None and end > at and words.lower[end] in ("headquarters", "hq") else end


def small_words(words: Words, at: int) -> int | None:
    """ "Department for defense policy, planning and international relations": subjects in small letters."""
    end: int | None = None
    while at < len(words.tokens) and words.joined(at):
        if words.lower[at] in facts().subjects:
            end = at
        elif words.lower[at] not in ("and", ",") and words.lower[at] not in facts().official:  # "of national defence"
            break
        at += 1
    return end
