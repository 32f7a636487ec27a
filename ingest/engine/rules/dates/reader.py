"""What is known of a passage while its dates are read: what was told before, and whether a sentence looks ahead."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from ingest.engine import patterns
from ingest.engine.dates import WEEKDAYS, Direction, Partial, parse
from ingest.engine.rules.dates.parts import NUMBER_WORDS, WEEKDAY_NUMBERS
from ingest.engine.types import Basis, Date, Passage, Sentence
from ingest.engine.values import frozen


@frozen
class Span:
    """A date that was read: its days, where it stands, and by which rule."""

    start: int
    end: int
    first: Partial | None
    last: Partial | None
    rule: str
    basis: Basis = "stated"


class Reader:
    """A passage whose dates are read, with the days told so far, from which others are counted."""

    def __init__(self, passage: Passage, published: Partial | None, before: list[Date]) -> None:
        self.passage, self.text, self.published = passage, passage.text, published
        self.last_told = next((parse(date.start) for date in reversed(before) if has_day(parse(date.start))), None)
        self.last_over = self.last_told  # the last day told that was not still to come when the release was published
        self.last_span: tuple[Partial, Partial] | None = None  # the days told last that are told together; a week is none
        self.weekday_told: tuple[Partial, int] | None = None  # the last day told with its weekday, of which no year is known
        self.day_one: Partial | None = None  # the last day told on which somebody arrived or something began
        self.day_reported: Partial | None = None  # the first day told behind the dateline: that of what the release reports

    def direction(self, at: int) -> Direction:
        """Whether the clause looks ahead ("will", "scheduled") or back.

        What stands before the day tells it, else what follows up to a relative clause.
        """
        sentence = self._sentence(at)
        if sentence is None:
            return "past"
        start, stop = max(sentence.start, at - _AROUND), min(sentence.end, at + _AROUND)
        relative = _RELATIVE.search(self.text, at, stop)
        end = relative.start() if relative else stop
        ahead = (
            _AHEAD.search(self.text, start, end)
            or _MEANT.search(self.text, start, at)
            or (None if _HELD.search(self.text, start, end) else _TO_COME.search(self.text, start, end))
        )
        if (
            ahead is None
            or self._is_told(sentence.start, at, behind=ahead.start() >= at)
            or (ahead.end() < at and _DONE.search(self.text, ahead.end(), at))
        ):
            return "past"
        return "future"

    def is_present(self, at: int) -> bool:
        """Whether the clause of a day tells of a meeting or journey in the present, and of nothing that was: "visits Peru on Thursday"."""
        sentence = self._sentence(at)
        if sentence is None:
            return False
        start, stop = max(sentence.start, at - _AROUND), min(sentence.end, at + _AROUND)
        relative = _RELATIVE.search(self.text, at, stop)
        end = relative.start() if relative else stop
        if _LEAVES.search(self.text, start, at):
            return True
        return bool(_COMES.search(self.text, start, end)) and not (
            _WAS.search(self.text, start, end) or self._is_told(sentence.start, at, behind=False)
        )

    def _is_told(self, start: int, at: int, *, behind: bool) -> bool:
        """Whether right before the day stands that something was said, or begun before what the sentence tells behind it."""
        said = _SAID.search(self.text, max(start, at - 40), at)
        return bool(said or (behind and _BEGUN.search(self.text, max(start, at - 40), at)))

    def length_near(self, at: int) -> int | None:
        """Of how many days the sentence, or else the one after it, tells ("a two-day meeting")."""
        number = bisect_right(self._starts, at) - 1
        for sentence in self.passage.sentences[max(0, number) : number + 2]:
            if told := _LENGTH.search(self.text, max(sentence.start, at - _AROUND), min(sentence.end, at + 2 * _AROUND)):
                word = told["number"].lower()
                return int(word) if word.isdecimal() else NUMBER_WORDS[word]
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.passage.sentences]

    def _sentence(self, at: int) -> Sentence | None:
        number = bisect_right(self._starts, at) - 1
        return self.passage.sentences[number] if number >= 0 else None

    def remember(self, span: Span) -> None:
        """Keeps a day for those that are counted from it; one until which something runs, or of which a speaker tells, is no such day."""
        if span.basis == "relative" and self._is_quoted(span.start):
            return  # “Today I leave as a brother,” he said. Earlier in the day he called on
        if has_day(span.first) and not _UNTIL.search(self.text, max(0, span.start - 12), span.start):
            self.last_told = span.first
            if span.rule != "following-day" and self._begins(span):
                self.day_one = span.first
            weekday_before = _WEEKDAY_BEFORE.search(self.text, max(0, span.start - 16), span.start)
            if weekday_before and span.first and span.first.exact is None:
                self.weekday_told = span.first, WEEKDAY_NUMBERS[weekday_before["day"].lower()]
            if not (span.first and is_to_come(span.first, self.published)):
                self.last_over = span.first
            if self.day_reported is None and not _DATELINE.match(self.text, span.end):
                self.day_reported = span.first
            self.last_span = (span.first, span.last) if span.first and span.last and span.rule != "period" else self.last_span

    def _is_quoted(self, at: int) -> bool:
        """Whether the words are those of a direct quotation, which opens in their paragraph."""
        lead = self.text[max(self.text.rfind("\n", 0, at) + 1, at - _AROUND) : at]
        return lead.rfind("“") > lead.rfind("”") or lead.count('"') % 2 == 1

    def _begins(self, span: Span) -> bool:
        """Whether somebody arrived or something began on that day: "landed in Lima on | Monday", "| On 5 May | the delegation arrived"."""
        begun = _BEGINS.search(self.text, max(0, span.start - _CLAUSE), span.start)
        return bool(begun or _BEGINS_BEHIND.match(self.text, span.end))


_CLAUSE = 120  # characters around a day in which its verb stands
_ARRIVES = r"\b(?:arrived|landed|flew in|began|begun|begins|started|opened|commenced|kicked off|got under way|(?:was|were) welcomed)\b"
_BEGINS = patterns.compile(rf"{_ARRIVES}[^.;]{{0,90}}\Z")
_BEGINS_BEHIND = patterns.compile(rf"[^.;]{{0,110}}?{_ARRIVES}")
_AROUND = 1_500  # characters around a day that tell whether it is to come: a sentence without end would be read again for each of its days
_WEEKDAY_BEFORE = patterns.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)}),?\s(?:the\s)?\Z", re.IGNORECASE)
_DATELINE = patterns.compile(r"\s*(?:\([^()]{1,20}\)|/[^/]{1,20}/)?\s*[-–—:]")
_UNTIL = patterns.compile(r"\b(?:through|until|till)\s(?:the\s)?\Z")


def has_day(told: Partial | None) -> bool:
    return told is not None and told.day is not None


# "met on Monday ahead of the conference that will take place"
_RELATIVE = patterns.compile(r"\b(?:that|which|who|whom|where|ahead[ ]of)\b")
# "will meet", "scheduled for", "to be held": the sentence tells what is to come
_AHEAD = patterns.compile(
    r"""\b(?:
      will|shall|to[ ]be[ ](?:held|hosted)|(?:is|are|plans?|expected|set|going)[ ]to|due[ ](?:to|in)|scheduled|slated|planned[ ]for
    | later[ ]this
    )\b""",
    re.VERBOSE,
)
# "The upcoming visit on Friday", but not "discussed the upcoming summit in a call on Friday"
_TO_COME = patterns.compile(r"\b(?:upcoming|next|looks?[ ]forward|invited(?![ ]by)|invitation[ ]to[ ]visit|forthcoming|to[ ]come)\b")
_HELD = patterns.compile(
    r"\b(?:met|held|discussed|spoke|talked|visited|received|welcomed|hosted|reviewed|called|took[ ](?:place|part)"
    r"|attended|participated|conferred)\b"
)
# "meets Minister Roca on Thursday", "is travelling to Lima on Thursday"
_COMES = patterns.compile(
    r"\b(?:meets|visits|receives|welcomes|hosts|travels|flies|arrives|attends|participates|takes[ ]part[ ]in|pays"
    r"|(?:is|are)[ ](?:visiting|travell?ing|receiving|hosting|meeting|welcoming|attending|arriving|flying|participating|taking[ ]part))\b"
)
# "which berthed on Sunday and | leaves for Lima | on Thursday"
_LEAVES = patterns.compile(r"\b(?:leaves|departs|sails|returns|continues|concludes|ends)\b[^.;,]{0,40}\s(?:on\s)?\Z")
_WAS = patterns.compile(
    r"\b(?:met|held|discussed|spoke|talked|visited|received|welcomed|hosted(?![ ]by)|reviewed|called|took|attended"
    r"|participated|conferred|was|were|had|signed|agreed|arrived|made|paid|gave|went|came|concluded|opened)\b"
)
# "will train together under an agreement | signed in Lima on Thursday"
_DONE = patterns.compile(r"\b(?:signed|reached|announced|concluded|struck|unveiled|adopted|approved|inked)\b(?=[^.;]{0,80}\Z)")
# "agreed to meet in June", "would stay until": what somebody means to do, where it stands before the date
_MEANT = patterns.compile(
    r"""\b(?:
      (?:agreed|hopes?|hoped|expects|intends?|intended|aims?|wants?|wish(?:es)?|looking[ ]forward)[ ]to | would
    | (?:is|are|was|were)[ ]expected | to[ ]be[ ]\w{3,12}ed | to[ ]plan
    )\b""",
    re.VERBOSE,
)
# "the two will meet in May, the minister said | on Tuesday"
_SAID = patterns.compile(
    r"\b(?<!be )(?:said|told|announced|stated|reported|confirmed|added|noted|declared)\s(?:[\w-]+\s){0,2}?(?:on\s|late\s)*\Z"
)
# "which began | on Monday and will last until Thursday"
_BEGUN = patterns.compile(
    r"\b(?:began|begun|started|opened|commenced|kicked off|arrived|came|left|departed|met)\s(?:[\w-]+\s){0,4}?(?:on\s)?(?:last\s)?\Z"
)
_LENGTH = patterns.compile(
    r"(?:\b|(?P<after>\b(?:after|following|(?:over|during|throughout)\s(?:the|those|these))\s)"
    r"|(?P<for>\b(?:ran|runs|lasted|lasts|continued|went[ ]on)\sfor\s|\b(?:lasted|lasts)\s))"
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d)(?:-day\b"
    r"|\sdays?['’]?\s(?=(?:[\w-]+\s){0,3}?(?:visit|talks|meeting|session|conference|exercise|trip|tour)\b)|(?(after)\sdays\b|(?(for)\sdays\b|(?!))))",
    re.IGNORECASE,
)  # "the two-day talks", "after two days of deliberations", "ran for three days"


def is_to_come(day: Partial, published: Partial | None) -> bool:
    """Whether the day lies behind that of publication."""
    return bool(day.exact and published and published.exact and day.exact > published.exact)
