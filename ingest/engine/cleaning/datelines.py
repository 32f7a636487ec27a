"""The dateline at the head of a first paragraph: "HAT YAI, 14 March 2024 -", "CAMP H.M. SMITH, Hawaii –", "ACCRA, Oct. 19 (GNA) -"."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.cleaning import issued
from ingest.engine.values import frozen


@frozen
class Dateline:
    """Place and date, where the paragraph opens with them."""

    place: str | None = None
    date: str | None = None


def read(paragraph: str, *, month_first: bool = False) -> Dateline:
    """The dateline of a paragraph; empty for a paragraph that opens with its first sentence."""
    opening = _NUMBER.sub("", paragraph, count=1)[:160]
    dates = issued.find(opening, month_first=month_first)
    if dates:
        before, after = opening[: dates[0].start], opening[dates[0].end :]
        place = _HIJRI.sub("", before).strip(" ,.(-–—")
        if (not place or _is_place(place)) and (found := _REST.match(after)) and (place or found["sign"]):
            return Dateline(place or None, dates[0].date)
    plain = _PLAIN.match(opening)
    return Dateline(plain["place"].strip()) if plain and _is_place(plain["place"]) else Dateline()


_NUMBER = patterns.compile(r"^\s*\(?\d{1,2}[.)]\s+")
_HIJRI = patterns.compile(  # Riyadh, Rabi' II 3, 1440, December 10, 2018: the date of the other calendar stands before ours
    r"""[,\s]{1,3}(?: (?:[A-Z][\w'’-]{0,20}\s){1,3}\d{1,2},\s | \d{1,2}\s(?:[A-Z][\w'’-]{0,20}\s){1,3} )1[34]\d\d
        (?:\s?A?H\.?)?[,\s]{0,3}(?:corresponding\sto\s)?\Z""",
    re.VERBOSE,
)
_REST = patterns.compile(
    r"""^\)?\s*[,.]?\s*
    (?:\(?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\)?\s*)?     # (Wednesday)
    (?:[\d:]{3,5}\s*)?
    (?:[(/]?[A-Z][\w./&\ -]{1,30}[)/]?\s*)?                                           # (GNA), REPORT.AZ/, /Agency/
    [,.]?\s*(?P<sign>--|[-–—:/]|(?<=[)/]))""",
    re.VERBOSE | re.IGNORECASE,
)
_PLAIN = patterns.compile(
    r"""^(?P<place>
        [A-Z][A-Z.'’\ -]{2,40}(?:,\s[A-Z][\w.'’\ -]{1,30}){0,2}      # CAMP H.M. SMITH, Hawaii
      | [^\W\d_][\w.'’-]{2,20}(?:\s[^\W\d_][\w.'’-]{2,20}){0,2}(?=\s?(?:\([A-Z][\w\ /.]{1,30}\)|—|--))  # Jakarta (ANTARA) -
    )\s*(?:\([A-Z][\w\ /.]{1,30}\)\s*)?(?:--|[–—-]|:)\s""",
    re.VERBOSE,
)


def _is_place(text: str) -> bool:
    words = text.split()
    return (
        1 <= len(words) <= 6
        and all(word[0].isupper() or word[0] == "(" or word.lower() in _SMALL for word in words)
        and words[0].lower() not in _NO_PLACES
    )


_SMALL = frozenset(["de", "do", "da", "del", "la", "le", "el", "al", "of", "the", "on", "am", "an", "der", "i"])
_NO_PLACES = frozenset(["on", "in", "by", "from", "since", "until", "today", "yesterday", "during", "the", "after", "before", "this"])
