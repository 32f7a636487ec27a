"""The capital words behind a head that carry its name on: "Foreign Affairs, Trade and Development"."""

from __future__ import annotations

from ingest.engine.rules.organizations.words import STATES, WHOSE, Words, facts, head_at, is_plain, stops
from ingest.engine.rules.people.lexicon import lexicon as people_words


def phrase(words: Words, at: int) -> int | None:
    """The last word of the capital words that begin here, with what "and" or commas join to them; None where none begins."""
    end = run(words, at)
    if end is None or (end in words.ending and words.ending[end][1].kind in STATES):
        return end
    for _ in range(6):
        further = _joined_subjects(words, end)
        if further is None:
            return end
        end = further
    return end


def run(words: Words, at: int) -> int | None:
    """The last word of the unbroken run of capital words that begins here. It ends after a state or place that stands by itself."""
    begin, end = at, None
    while at < len(words.tokens) and (end is None or words.joined(at)):
        if at in words.beginning:
            end, term = words.beginning[at]
            is_subject = words.joined(end + 1) and words.is_capital(end + 1) and words.lower[end + 1] in facts().subjects
            if term.kind != "demonym" and not is_subject and not _head_follows(words, end):  # "Department of ASEAN | Affairs"
                return end
        elif (words.is_capital(at) and not stops(words, at)) or _is_whose(words, at, end):
            end = at
        else:
            break
        at = (end if end is not None else at) + 1
    return _without_person(words, begin, end) if end is not None else None


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
    """The end of the run without a name of two words or more behind its last known word: "… Control Policy | Ann Reed"."""
    lexicon = facts()
    known = [
        number
        for number in range(begin, end + 1)
        if words.lower[number] in lexicon.subjects or words.lower[number] in lexicon.official or head_at(words, number)
    ]
    if not known or end - known[-1] < 2 or all(word in people_words().plain for word in words.lower[known[-1] + 1 : end + 1]):
        return end  # "on Humanitarian | Mine Action"
    return known[-1]


def _joined_subjects(words: Words, end: int) -> int | None:
    """The end of "and Trade", or of a whole list ", Tobacco, Firearms and Explosives"; states, persons and further bodies are not joined.

    At least one word of what is joined is a subject of ministries.
    """
    at, known = end + 1, False
    if words.lower[at : at + 3] in _SERVICES_JOINED:
        return at + 2
    while words.joined(at) and words.lower[at] in (",", "and", "&"):
        last_one = words.lower[at] != ","
        at += 1
        if not last_one and at < len(words.tokens) and words.lower[at] in ("and", "&"):
            last_one, at = True, at + 1
        if not (words.joined(at) and is_plain(words, at)):
            return None
        known = known or words.lower[at] in facts().subjects
        if last_one:
            end_of_run = _without_seat(words, at, run(words, at))
            if known or end_of_run is None or end_of_run - at > 1:
                return end_of_run if known else None
            return end_of_run if words.lower[end_of_run] in facts().subjects and not _head_follows(words, at) else None
        at = (run(words, at) or at) + 1
    return None


# "Ministry of Defence | and National Service": bodies elsewhere, here what a ministry is for
_SERVICES_JOINED = [
    [link, *name.split()]
    for link in ("and", "&")
    for name in ("national service", "civil service", "public service", "correctional services", "social services", "armed forces")
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
