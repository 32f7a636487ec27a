"""Where the name of a body begins: the words before its head."""

from __future__ import annotations

from ingest.engine.rules.organizations.words import FIRMS, KNOWN, ORDINAL, STATES, WHOSE, Head, Words, facts, is_plain, stops


def first_word(words: Words, head: Head, reached: int) -> int:
    """Where the name begins: capital words before the head, up to a state that is named there."""
    at = head.first
    while at - 1 > reached and words.joined(at):
        before = at - 1
        if before in words.ending:
            first, term = words.ending[before]
            at = first
            if term.kind in STATES or term.kind in KNOWN:
                return _before_state(words, at, reached)
            continue
        if words.is_place(before):
            return _before_state(words, before, reached)
        if words.lower[before] in ("and", "&") and _joins_left(words, before, head, reached):
            at = before - 1
        elif head.family == "company" and words.lower[before] == "," and words.lower[head.last].rstrip(".") in FIRMS and at == head.first:
            at = before
        elif words.lower[before] == "'s" and before and words.lower[before - 1] in WHOSE:
            at = before - 1
        elif _may_precede(words, before) and not stops(words, before):
            at = before
        else:
            break
    return at


def _may_precede(words: Words, number: int) -> bool:
    text = words.tokens[number].text
    if words.is_headline:
        known = words.lower[number] in facts().in_headlines or bool(ORDINAL.match(text))
        return known or (text[0].isupper() and words.text(number, number + 1) in words.body)
    return (text[0].isupper() and (len(text) > 1 or words.is_capital(number + 1))) or bool(ORDINAL.match(text) and number)


def _joins_left(words: Words, number: int, head: Head, reached: int) -> bool:
    """Whether "and" stands inside the name: "Aeronautics and Space Administration", not "the Navy and Defence Staff"."""
    begin = number - 1
    if head.family not in ("office", "weak") or begin <= reached or not words.joined(number) or not is_plain(words, begin):
        return False
    while begin - 1 > reached and words.joined(begin) and is_plain(words, begin - 1):
        begin -= 1
    subjects = any(word in facts().subjects or word in facts().official for word in words.lower[begin:number])
    opened = begin > 0 and (words.lower[begin - 1] in _OPENING or words.is_place(begin - 1))
    return subjects or opened or "-" in words.lower[number - 1]


_OPENING = frozenset({"the", "'s", "its", "of", "’s"})


def _before_state(words: Words, at: int, reached: int) -> int:
    """Words that may stand before the state in a name: "Royal", "Joint", an ordinal, or a second state ("Nigeria – Cameroon")."""
    while at - 1 > reached and words.joined(at):
        before = at - 1
        second = before - 1
        dash = words.lower[before] in ("-", "–", "—", "/")
        if dash and second > reached and words.joined(before) and words.is_place(second):
            at = words.ending[second][0] if second in words.ending else second
        elif (words.is_capital(before) and words.lower[before] in facts().before_state) or (
            ORDINAL.match(words.tokens[before].text) and not words.tokens[before].text.isdigit()
        ):
            at = before
        else:
            break
    return at
