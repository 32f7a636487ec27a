"""The day of the occasion that words of a sentence tell."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.clause import ANOTHER_DAY
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.names import Name
from ingest.engine.types import Date


def nearest(text: str, dates: tuple[Date, ...], start: int, stop: int, earlier: list[Frame]) -> Date | None:
    """The date that tells of the trigger: behind it in its clause, else before it; None where the sentence has none."""
    dates = tuple(
        date
        for date in dates
        if not _UNTIL.search(text, max(0, date.evidence.start - 20), date.evidence.start)
        and not _is_of_noun(text, date)
        and not _is_of_paper(text, date, start)
        and not (date.evidence.start > start and _opens_clause(text, date))
        and not (date.evidence.end < start and is_of_saying(text, date, start))
        and not _SAID_BEHIND.search(text, max(start, date.evidence.start - _NEAR), max(start, date.evidence.start))
        and not ends_journey(text, date, start)
        and not _AFTER_EVENT.search(text, max(start, date.evidence.start - 2 * _NEAR), max(start, date.evidence.start))
        and not _AFTER_VISIT.search(text, max(start, date.evidence.start - 2 * _NEAR), max(start, date.evidence.start))
        and not _OF_COMING.search(text, max(start, date.evidence.start - 2 * _NEAR), max(start, date.evidence.start))
        and not _FOUNDED.search(text, max(start, date.evidence.start - _NEAR), max(start, date.evidence.start))
        and not (date.end and _OF_HOST.search(text, start, max(start, date.evidence.start)))
    )
    behind = [date for date in dates if start <= date.evidence.start < stop]
    before = [date for date in dates if date.evidence.start < start]
    if behind and before and not earlier and behind[0].evidence.start - start > 80:
        return before[-1]
    if behind:
        return behind[0]
    if before:
        return before[-1]
    alone = dates[0] if len(dates) == 1 else None
    if alone is None or ANOTHER_DAY.search(text, start, alone.evidence.start) or _is_of_next(text, alone):
        return None
    return None if _OF_EARLIER.search(text, start, alone.evidence.start) else alone


def behind_name(text: str, dates: tuple[Date, ...], name: Name | None) -> Date | None:
    """The days told right behind the name of a gathering: "left on Thursday for | the Andean Forum, held from 21 to 23 May"."""
    for date in dates if name else ():
        at = date.evidence.start
        if name and name.end <= at <= name.end + _NEAR and _HELD_ON.fullmatch(text, name.end, at):
            return date
    return None


def is_of_name(frame: Frame) -> bool:
    """Whether the day of a frame is told behind the name of its gathering."""
    return frame.name is not None and frame.date is not None and frame.date.evidence.start >= frame.name.end


# ", which is to be held in Lima from | 21 to 23 May", " (| 21-23 May", " scheduled for | 21 May"
_HELD_ON = patterns.compile(
    r"(?:\s*\([A-Z][\w-]{1,15}\))?,?\s*(?:\((?:[A-Z]\w+,\s)?|(?:(?:which|that)\s+)?(?:(?:is|was|will|are|were|to|going|due|being|be)\s+){0,5}"
    r"(?:held|hosted|scheduled|slated|planned|tak(?:ing|es?)\s+place|took\s+place|convened)\b[^.;,()]{0,40}?(?:\son|\sfrom|\sfor|\sbetween|,)\s)"
    r"(?:the\s)?(?:[A-Z][a-z]{2,5}day,?\s(?:the\s)?)?"
)


def _is_of_next(text: str, date: Date) -> bool:
    """Whether a day stands before the noun to which it belongs: "spoke about the | 3-4 May | Leaders’ Summit"."""
    begin, end = date.evidence.start, date.evidence.end
    return _THE.search(text, max(0, begin - len("their ")), begin) is not None and _NAMED_NEXT.match(text, end) is not None


# "to follow up on | the recent meeting of the Presidents | last week"
_OF_EARLIER = patterns.compile(
    r"\b(?:follow(?:ing)?[\s-]+up|recent|previous|earlier|buil(?:d|ding|t|ds)\s+(?:up)?on)\s[^.;]{0,80}?\b(?i:meetings?|calls?|summit|visit|talks|conversation|discussions?|engagements?)\b"
    r"|\bcongratulat\w+\s[^.;]{0,80}?\b(?:inauguration|(?:re-?)?election|victory|appointment|assumption)\b[^.;,]{0,25}\Z"
)
# "addressed | the preparation of the Summit in Lima | in July"
_OF_COMING = patterns.compile(
    r"\bprepar(?:ations?|ing)\s+(?:of|for)\s[^.;]{0,80}?\b(?i:summit|conference|meeting|visit|exercise|session|talks|ministerial|forum)\b[^.;]{0,60}\Z"
)
_THE = patterns.compile(r"\b(?:the|its|his|her|their|our)\s\Z")
_NAMED_NEXT = patterns.compile(r"\s+(?:[A-Z][\w.’'-]+|summit|conference|election|ministerial|anniversary)")


# "on the sidelines of the forum, which is taking place in Lima on 3 and 4 May": days of the forum
_OF_HOST = patterns.compile(r"\b(?:sidelines|margins)\s+of\b[^.;]{0,120}?\bwhich\s+(?:is|was|are|were)\s+(?:taking\s+place|being\s+held)\b")


# "held meetings of the Steering Groups, which were established in | May 2021"
_FOUNDED = patterns.compile(r"\b(?:established|founded|created|set\s+up|formed)\s+(?:[^.;,]{0,60}?\s)?(?:in|on)\s+\Z")


def _is_of_noun(text: str, date: Date) -> bool:
    """Whether a day belongs to a noun that is no occasion at hand: "in last year’s search", "after Monday’s attack"."""
    noun = _OWNS.match(text, date.evidence.end)
    return noun is not None and (noun["occasion"] is None or bool(_ANOTHER.match(text, date.evidence.start)))


def _opens_clause(text: str, date: Date) -> bool:
    """Whether a day opens another clause: "met Colonel Roca, | and on the 10th | he toured the port"."""
    begin, end = date.evidence.start, date.evidence.end
    return bool(_AND_ON.search(text, max(0, begin - 24), begin) and _SUBJECT.match(text, end))


_AND_ON = patterns.compile(r"(?:\b(?:and|while|whereas)|;)\s+(?:then\s+)?(?:on\s+)?(?:the\s+)?(?:[A-Z][a-z]{2,5}day,?\s+)?\Z")
# ", he toured", " the delegation", " held talks"
_SUBJECT = patterns.compile(
    r",?\s+(?:also\s+|then\s+)?(?:(?:he|she|they|the|his|her|their|both|it|was|were|had|held|met|paid|took|went|saw|gave|made|flew)\b|[a-z]+ed\b|[A-Z][a-z])"
)


def is_of_saying(text: str, date: Date, start: int) -> bool:
    """Whether a day before the words is that on which somebody told of them: "The ministry | said today | that Minister Popa met"."""
    begin, end = date.evidence.start, date.evidence.end
    return bool(
        (_SAID_ON.search(text, max(0, begin - 40), begin) and _THAT.match(text, end))
        or (_STATEMENT_ON.search(text, max(0, begin - _NEAR), begin) and _SAYS_NEXT.match(text, end))
        or (_ON.search(text, max(0, begin - 8), begin) and _SAID_THAT.search(text, end, min(start, end + _NEAR)))
    )


_SAYS = r"(?:said|announced|stated|reported|confirmed|disclosed|revealed|informed|told)"
_SAID_ON = patterns.compile(rf"\b{_SAYS}\s(?:[\w’'-]+\s){{0,3}}\Z")
# "met Colonel Roca, a spokesman said here | today"
_SAID_BEHIND = patterns.compile(rf",\s(?:[\w’'-]+\s){{1,8}}?{_SAYS}\s(?:(?:here|late|on|earlier)\s)*\Z")
# "A statement by the navy | on Thursday | stated that"
_STATEMENT_ON = patterns.compile(r"\b(?:[Ss]tatement|[Rr]elease|[Cc]ommuniqu[eé]|[Nn]ote|[Nn]otice)\b[^.;,]{0,60}\Z")
_SAYS_NEXT = patterns.compile(rf",?\s+(?:{_SAYS}|says|states|reads|read)\b")
_THAT = patterns.compile(r"\s+that\b")
_ON = patterns.compile(r"\bOn\s(?:the\s)?(?:[A-Z][a-z]{2,5}day,?\s)?\Z")
_SAID_THAT = patterns.compile(rf"\b{_SAYS}\b(?!\s+(?:by|in|to|at)\b)")


def _is_of_paper(text: str, date: Date, start: int) -> bool:
    """Whether a day is that of a paper of which the sentence speaks: "met to review the Agreement signed in May 2023"."""
    return _SIGNED_PAPER.search(text, max(start, date.evidence.start - _NEAR), max(start, date.evidence.start)) is not None


_SIGNED_PAPER = patterns.compile(
    r"\b(?:[Aa]greements?|[Aa]rrangement|[Mm]emorand(?:um|a)|MO[UA]|Mo[UA]|[Pp]rotocol|[Tt]reaty|[Uu]nderstanding|[Cc]ooperation|[Ii]ntent|[Dd]eclaration|[Pp]lan|[Rr]oadmap|[Aa]ccord)(?:\s\([^()]{1,20}\))?,?"
    r"\s(?:(?:that|which)\s(?:was|were|had\sbeen)\s)?(?:signed|concluded|inked|adopted)\s(?:[\w\s]{1,30}\s)?(?:in|on)\s\Z"
)


def ends_journey(text: str, date: Date, start: int) -> bool:
    """Whether a day before the words is that on which a journey ended: "completed a week-long trip today to Peru where she | met"."""
    begin, end = date.evidence.start, date.evidence.end
    return end <= start and bool(
        _ENDED_ON.search(text, max(0, begin - _NEAR), begin) or _ENDED.search(text, end, min(start, end + 2 * _NEAR))
    )


_NEAR = 90  # characters between the day and the words that a journey ended
_ENDS = (
    r"\b(?:(?:completed|concluded|ended|finished|wrapped\s+up)\s+(?:an?|his|her|their|the)\s+(?:[\w-]+\s+){0,5}?(?:trip|visit|tour|journey)"
    r"|returned\s+(?:back\s+)?home|arrived\s+(?:back\s+)?home)\b"
)
_ENDED = patterns.compile(_ENDS)
_ENDED_ON = patterns.compile(rf"{_ENDS}[^.;,]{{0,40}}\Z")
# "was convened after the cable had been damaged on Sunday"
_AFTER_EVENT = patterns.compile(r"\bafter\s+(?:the|an?|his|her|their|its)\s[^,;.]{0,80}?\b(?:had|was|were)\b")
# "praised the results of cooperation after General Roca’s visit to Peru in August"
_AFTER_VISIT = patterns.compile(
    r"\b(?:after|following|since)\s+(?:[\w.-]+\s+){0,5}?[\w-]+['’]s?\s+(?:[\w-]+\s+){0,3}?(?:visit|trip|tour|stay)\b[^,;.]{0,60}\Z"
)
_OWNS = patterns.compile(
    r"['’]s?\s+(?:(?:[\w-]+\s+){0,4}?(?P<occasion>meetings?|talks|visits?|session|calls?|ceremony|discussions?|dialogue|consultations|conversations?|signing"
    r"|events?|conference|summit|exercise|reception|handover|rounds?|trip|tour|engagements?)\b)?"
)
_ANOTHER = patterns.compile(r"(?:last|next|previous|past)\b", re.IGNORECASE)
_UNTIL = patterns.compile(r"\b(?:until|till)\s+(?:the\s+)?\Z")  # "is in Peru until 16 May": the last day, and no first one
