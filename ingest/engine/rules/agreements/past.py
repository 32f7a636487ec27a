"""Whether a signing lies back in an earlier year, month or time: an old document, told as background."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.agreements.lexicon import MONTHS
from ingest.engine.types import Release, Sentence


def is_past(text: str, end: int, sentence: Sentence, release: Release) -> bool:
    """Whether the sentence dates the signing to an earlier time: "signed a Protocol on X in December 2008", "the MoU signed in 2011".

    Where the release has no date, a document with the year of its signing behind it counts as old: news names the day.
    """
    published = release.published or ""
    dated = published[:4].isdigit()
    aside = _ASIDE.search(text, end, sentence.end)
    stop = aside.start() if aside else sentence.end
    behind = _SIGNED_THEN.match(text, end, stop)
    if behind and behind["year"] and (behind["year"] < published[:4] if dated else not behind["event"]):
        return True
    if behind and behind["month"] and published[5:7].isdigit() and _months_back(behind["month"], published) > 0:
        return True
    if not (dated and published < "2000") and _IN_LAST_CENTURY.search(text, sentence.start, sentence.end):
        return True
    years = (_SIGNED_IN.search(text, sentence.start, stop), _SINCE_SIGNING.search(text, sentence.start, end))
    if dated and any(found and found["year"] < published[:4] for found in years):
        return True
    if not dated and (_IN_A_YEAR.search(text, sentence.start, end) or (sentence.paragraph and years[0])):
        return True
    if _LAST_TIME.search(text, sentence.start, end) or _OF_LAST_CENTURY.search(text, max(sentence.start, end - 12), end):
        return True
    return bool(_YEARS_AGO.match(text, end, sentence.end) or _LAST_YEAR.match(text, end, sentence.end))


_IN_A_YEAR = patterns.compile(r"\b[Ii]n\s(?:19|20)\d\d,?\s[^.;]{0,120}\bsigned\b")
# "were signed | (that of Fiji was signed in 2021)": another document's year
_ASIDE = patterns.compile(r"\s\([a-z][^()]{0,200}\bsigned\b")


def _months_back(month: str, published: str) -> int:
    """How many months lie between a signing and the release; the month before counts as none in the first half of a month."""
    back = (int(published[5:7]) - MONTHS.index(month) - 1) % 12
    return 0 if back == 1 and published[8:10] < "15" else back


# "signed a Protocol in December 2008", and not "signed a Protocol and renewed the Agreement, which had expired in 2022"
_SIGNED_IN = patterns.compile(
    r"\bsign(?:ed|ing)\b(?:(?!\b(?:renewed|extended|expired?|lapsed|update[sd]?|valid|amended)\b)[^.;(]){0,200}?\bin\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b"
)
# "cemented since November 29, 1994 through the signing of"
_SINCE_SIGNING = patterns.compile(
    r"\b(?:since|in)\s+(?:[A-Z]\w+\s+)?(?:\d{1,2},?\s+)?(?P<year>(?:19|20)\d\d)\b[^.;]{0,40}\bsign(?:ed|ing)\b"
)
# behind the document: ", which was signed in January", "signed by the two parties in 2011", "(MoU), inked on 06 Sep 2018"
_SIGNED_THEN = patterns.compile(
    rf"""[^.;]{{0,90}}?\b (?P<event>(?:was|were|been)\s(?:also\s|then\s)?)? (?:signed|inked|concluded)\b
        (?:(?!\b(?:and|for)\b)[^.;(]){{0,60}}? \s(?:in|on)\s
        (?:\d{{1,2}}(?:st|nd|rd|th)?\s)? (?:(?:(?P<month>{"|".join(MONTHS)})|[A-Z][a-z]{{2,3}})\b,?\s?)? (?:\d{{1,2}},\s)?
        (?:(?P<year>(?:19|20)\d\d)\b)?""",
    re.VERBOSE,
)
# "goes back to 1997, during which a Protocol was signed"
_IN_LAST_CENTURY = patterns.compile(r"\b(?:in|to|since)\s(?:[A-Z][a-z]+\s)?19\d\d,?\s(?:during|in|at|on)\swhich\s[^.;]{1,60}\bsigned\b")
_OF_LAST_CENTURY = patterns.compile(r"[a-z]\s19\d\d\Z")  # "the Border Arrangement 1972"
# "Last September, the two signed a", "which they signed last year"
_LAST_TIME = patterns.compile(
    rf"(?:\b[Ll]ast\s(?:year|{'|'.join(MONTHS)}),?\s(?:[^.;]{{0,80}}\s)?sign(?:ed|ing)|\bsigned\s(?:in\s)?last\s(?:year|{'|'.join(MONTHS)}))\b"
)
# behind the document: "between the two countries on 9 August last year"
_LAST_YEAR = patterns.compile(r"[^.;,]{0,80}\b(?:on|in)\s(?:[A-Z][a-z]+\s|\d{1,2}(?:st|nd|rd|th)?\s){1,2}(?:of\s)?last\syear\b")
_YEARS_AGO = patterns.compile(
    r"[^.;]{0,20}\bsigned\b[^.;]{0,40}\b(?:last\syear|years\sago|(?:earlier|previously)\b(?!\s(?:today|this|in\sthe\sday)))"
)
