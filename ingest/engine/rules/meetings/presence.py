"""Those who are named beside an occasion: in words of presence and in lists of participants."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings import asides, ceremonies, list_heads, rosters, who
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.occasion import BESIDE, Occasion, is_other_place, overlap
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.meetings.told import Told
from ingest.engine.rules.references import Reference
from ingest.engine.types import Date, Place


class Presence:
    """Reads line by line who else was there, and adds them to what was told."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._listing = False
        self._listing_of_lead = False  # the list stands under a heading: it is of the meeting that the release reports
        self._listing_of_visitors = False  # the list is of a delegation, which was at more than one meeting
        self._commanders: list[tuple[Occasion, Reference]] = []
        self._change: Line | None = None  # in which a command passed, with no ceremony told before
        self._companions: list[tuple[Line, tuple[Reference, ...]]] = []  # those who were at all meetings, told before or behind them
        self._row = (-1, -1)  # paragraph and number of a sentence that lists people between semicolons

    def read(self, line: Line, told: tuple[Frame, ...]) -> None:
        """Adds those whom a sentence names as present, or an item of a list of participants."""
        present = [occasion for occasion in self._told.occasions if occasion.status == "primary"]
        self._note_change_of_command(line)
        self._add_change()
        self._add_leader(line)
        if not present:
            return
        if _tells_nations(line) or (present[0].first.kind == "exercise" and _TROOPS.search(line.text)):
            self._add_nations(present[0], line)
            return
        self._add_listed(present, line, told)
        goes_on = self._row == (line.paragraph, line.number - 1) and (";" in line.text or (not told and bool(_ALSO.match(line.text))))
        if self._heads_list(line, told):
            return
        self._note_commander(line)
        cue = lexicon().presence.search(line.text, line.small) if _may_tell(line) else None
        if cue and ceremonies.is_only_beside(line, cue, self._told.last):
            return
        cue = cue or ceremonies.act(line, self._told.last)
        if not self._listing and not goes_on and not (cue and _tells_presence(line, cue, present[0])):
            return
        if any(frame.tense in ("future", "relative", "perfect") or frame.background for frame in told if not _is_of_one(line, cue, frame)):
            return
        if line.text.count(";") >= 2 or cue:
            self._row = (line.paragraph, line.number)
        self._add_present(present, line, told, cue)
        if list_heads.leads_to(line):
            self._listing = True
            self._listing_of_visitors = list_heads.is_of_visitors(line)
            of_gathering = present[0].is_gathering and _THE_FOLLOWING.match(line.text) is not None
            self._listing_of_lead = self._listing_of_lead or of_gathering or _is_of_delegation(line, present)

    def _heads_list(self, line: Line, told: tuple[Frame, ...]) -> bool:
        """Whether the line stands above a list of participants; notes where such a list begins and ends."""
        heads = not told and list_heads.stands_above(line)
        goes_on = self._listing and list_heads.is_item(line)
        self._listing_of_lead = heads or (goes_on and self._listing_of_lead)
        self._listing_of_visitors = list_heads.is_of_visitors(line) if heads else goes_on and self._listing_of_visitors
        self._listing = heads or goes_on
        return heads

    def _add_present(self, present: list[Occasion], line: Line, told: tuple[Frame, ...], cue: re.Match[str] | None) -> None:
        """Adds the people and sides of a sentence to the occasions at which, as it says, they were."""
        people = tuple(who.present(self._told.scene.passage.text, line, list(line.people)))
        speaks = cue is not None and _REMARKS.search(cue.group()) is not None
        with_them = _WITH_THEM.match(line.text) is not None
        back = all(frame.trigger.rule.endswith("in-ceremony") for frame in told) and _SO_CALLED.search(line.text) is not None
        all_of_them = with_them or back or _ALL.match(line.text)  # "…, who laid a wreath | during the ceremony |": that told before
        own = set() if all_of_them else {reference.person.name for frame in told for reference in frame.people}
        people = tuple(person for person in people if not _ELSEWHERE.search(line.text, 0, person.start - line.start))
        homes = {home.name for person in people if (home := self._told.home(person.person.name))}
        if cue and (_ALL.search(line.text) or _ALL_HER.search(line.text)):
            self._companions.append((line, people))
        for occasion in self._attended(line, present, homes):
            if any(occasion.date and not overlap(date, occasion.date) for date in _days(line, cue)) and occasion.first.line is not line:
                continue
            if _days_went_on(line, occasion) and not _SEVERAL.search(line.text):
                continue
            if occasion.place and _is_elsewhere(line, occasion.place) and occasion.first.line is not line:
                continue
            for reference in people:
                if speaks and any(reference.person.name in other.people for other in present):
                    continue  # "In her closing remarks, Minister Popa thanked": at the session that was told with her
                if not told or reference.person.name not in own:
                    occasion.add(self._told.scene, reference, "meetings.present")
            for side in (*line.sides, *self._heading(line)) if not told else ():
                occasion.sides.setdefault(side.name, (side, self._told.scene.evidence(side.start, side.end, "meetings.present")))

    def _note_commander(self, line: Line) -> None:
        """Keeps the commander of the ships of which a visit in port was told last, for `close` to add: "commanded by Captain Lind"."""
        last = self._told.last
        if last is None or last.status != "primary" or last.first.trigger.needs != "unit" or not (words := _IN_COMMAND.search(line.text)):
            return
        named = next((person for person in line.people if person.start >= line.start + words.end()), None)
        if named and named.start - line.start - words.end() < _LONGEST_RANK:
            self._commanders.append((last, named))

    def _note_change_of_command(self, line: Line) -> None:
        """Adds those between whom the command passed in the ceremony told last, or keeps them: "handed over command to Captain Lind"."""
        if line.dates or not _CHANGES.search(line):
            return
        last = self._told.last
        if last is None:
            self._change = line
            return
        if last.status != "primary" or last.first.kind != "ceremony" or line.number - last.frames[-1].line.number > _SOON:
            return
        for reference in who.present(self._told.scene.passage.text, line, list(line.people)):
            last.add(self._told.scene, reference, "meetings.present")

    def _add_leader(self, line: Line) -> None:
        """Adds the one who is told as head of a delegation to what was told of it: "The Leader of the Chilean delegation, N,"."""
        last, words = self._told.last, _LEADER.match(line.text)
        if last is None or words is None or last.status != "primary" or last.is_call:
            return
        named = next((each for each in line.people if 0 <= each.start - line.start - words.end() < _LONGEST_RANK), None)
        home = self._told.home(named.person.name) if named else None
        if named and home and home.name in last.sides:
            last.add(self._told.scene, named, "meetings.present")

    def _add_change(self) -> None:
        """Adds those between whom a command passed right before its ceremony is told: "The ceremony was presided over by"."""
        change, last = self._change, self._told.last
        if change is None or last is None:
            return
        soon = last.first.line.number - change.number < _SOON and _THE_CEREMONY.match(last.first.line.text)
        if last.status == "primary" and last.first.kind == "ceremony" and soon:
            for reference in change.people:
                last.add(self._told.scene, reference, "meetings.present")
        self._change = None

    def close(self) -> None:
        """Adds those whom no sentence needed to tell one occasion from another by."""
        for occasion, commander in self._commanders:
            occasion.add(self._told.scene, commander, "meetings.present")
        for line, people in self._companions[:_MOST_COMPANIONS]:
            for occasion in _at_all(line, self._told.occasions):
                another_day = any(occasion.date and not overlap(date, occasion.date) for date in line.dates[:1])
                if occasion.status != "primary" or occasion.is_call or another_day:
                    continue
                for reference in people:
                    occasion.add(self._told.scene, reference, "meetings.present")

    def _add_nations(self, occasion: Occasion, line: Line) -> None:
        for term in self._told.scene.terms(line.start, line.end):
            spoken_of = line.speech(term.start) or _SENT_TO.search(line.text, 0, term.start - line.start)
            if term.kind == "country" and not spoken_of:
                side = Side(term.value, True, term.start, term.end)
                occasion.sides.setdefault(side.name, (side, self._told.scene.evidence(side.start, side.end, "meetings.present")))

    def _heading(self, line: Line) -> tuple[Side, ...]:
        """The state with which an item of a list of participants opens: "Chile: General Ana Popa"."""
        term = next(iter(self._told.scene.terms(line.start, line.start + _BULLET)), None) if self._listing else None
        if term is None or term.kind != "country" or not _COLON.match(self._told.scene.passage.text, term.end):
            return ()
        return (Side(term.value, True, term.start, term.end),)

    def _add_listed(self, present: list[Occasion], line: Line, told: tuple[Frame, ...]) -> None:
        """Adds the states of a list to the gathering at which, as the sentence says, they were represented."""
        is_planned = any(occasion.state == "planned" for occasion in present)
        if not any(frame.background or (frame.tense == "future" and not is_planned) for frame in told):
            rosters.read(present, self._told.last if told else None, self._told.scene, line)

    def _attended(self, line: Line, present: list[Occasion], homes: set[str]) -> list[Occasion]:
        """The occasions at which those named as present were: the one told last, unless the words say more."""
        last = self._told_last(line, present)
        if _ALL.search(line.text) or (_THEY_WERE.match(line.text) and _MEETINGS.match(self._text_before(line))):
            return _at_all(line, present)
        if (counted := _COUNTED.search(line.text)) and len(present) > 1:
            return present[:1] if counted[1].lower() == "first" else present[1:2] if counted[1].lower() == "second" else [last]
        if several := _SEVERAL.search(line.text):
            return _last_of(present, several)
        if (named := named_meeting(line, present)) is not None:
            return [named]
        if _OPENED.search(line.text) and last.first.kind not in ("ceremony", "exercise") and not last.is_gathering:
            return present[:1]
        if (spoken_of := _told_so(line, present, last) or asides.main_talks(line, present, last)) is not None:
            return [spoken_of]
        if self._listing and not line.people and not line.sides:
            return []
        if (self._listing_of_visitors or list_heads.is_of_visitors(line)) and (theirs := list_heads.of_visitors(present, homes)):
            return theirs
        if _DELEGATION_OF.search(line.text):
            led = [occasion for occasion in present if homes & occasion.states()]
            return led if homes else [last]
        if (
            self._listing_of_lead
            or _is_of_delegation(line, present)
            or (_THE_CONFERENCE.match(line.text) and BESIDE.match(last.first.line.text))
            or (_THE_MEETING.match(line.text) and present[0].states() >= homes > last.states() & homes)
        ):
            return present[:1]
        return [last]

    def _text_before(self, line: Line) -> str:
        """The sentence before in the same paragraph."""
        before = self._told.scene.lines[line.number - 1] if line.number else line
        return before.text if before.paragraph == line.paragraph else ""

    def _told_last(self, line: Line, present: list[Occasion]) -> Occasion:
        """The occasion in the town that the sentence names ("the talks in Arica were attended by"), else the one told last."""
        towns = {place.name for place in line.places if not _POST.search(line.text, 0, place.evidence.start - line.start)}
        there = [occasion for occasion in present if occasion.place and occasion.place.name in towns]
        last = self._told.last
        if there and not (last in there or (last in present and last.place is None)):
            return there[-1]
        return last if last in present else present[-1]


def _at_all(line: Line, told: list[Occasion]) -> list[Occasion]:
    """All that was told; of "the meetings", where there were several without a name, none that has one and brought more together."""
    plain = [occasion for occasion in told if occasion.status == "primary" and not occasion.is_gathering]
    if len(plain) < _MANY or not _THE_MEETINGS.search(line.text) or _SEVERAL.search(line.text):
        return told
    before = [occasion for occasion in plain if occasion.first.line.number < line.number and not occasion.is_umbrella]
    days = [occasion.date for occasion in before if occasion.date]
    if len(before) < _MANY or len(days) < len(before):
        return plain
    return [each for each in plain if each in before or not each.date or any(overlap(each.date, day) for day in days)]


_MANY = 2  # meetings that "the meetings" can be: where as many were told before, those of a later day are not meant
_THE_MEETINGS = patterns.compile(
    r"\b(?:at|in|during|attended)\s+(?:the|these|his|her|their)\s+meetings\b|\A(?:The|These)\s+meetings\s+were\b"
)


def _last_of(present: list[Occasion], several: re.Match[str]) -> list[Occasion]:
    """As many of the occasions told last as the words count; of "both meetings" none that was only a sight seen between them."""
    told = present if several["noun"].lower() in _OF_ANY_KIND else [occasion for occasion in present if not occasion.is_umbrella]
    return (told or present)[-_COUNTS.get((several["both"] or several["number"]).lower(), 2) :]


def _told_so(line: Line, present: list[Occasion], last: Occasion) -> Occasion | None:
    """The occasion told with the noun by which the sentence speaks of it: "Also present during the call was", behind a dinner."""
    spoken = _SO_CALLED.search(line.text)
    if spoken is None:
        return None
    stem = _STEMS[spoken["noun"].lower()]
    before = [occasion for occasion in present if occasion.first.line is not line]
    fitting = [occasion for occasion in before if any(stem.search(_words_of(frame)) for frame in occasion.frames)]
    return fitting[-1] if fitting and last not in fitting else None


def _words_of(frame: Frame) -> str:
    """The words by which a sentence tells the occasion."""
    kind = " ceremony" if frame.kind == "ceremony" else ""
    return frame.line.text[frame.start - frame.line.start : frame.end - frame.line.start] + kind


# "present during the call", "at the signing", "attended the dinner", "The courtesy call was also attended by"
_SO_CALLED = patterns.compile(
    r"(?:\b(?:at|during|in|attended|witnessed|joined|on)\s+(?:the|this)|\A(?:the|this))\s+(?:courtesy\s+)?"
    r"(?P<noun>call|signing|ceremony|handover|dinner|lunch(?:eon)?|reception|audience)\b(?!\s+(?:with|of|for)\b)",
    re.IGNORECASE,
)
# "accompanied the inauguration", of what the release opens with
_OPENED = patterns.compile(r"\b(?:at|during|attended|accompanied|witnessed|graced)\s+the\s+(?:inauguration|opening|closing)\b(?!\s+of\b)")
_CEREMONY = patterns.compile(r"\bsign|\bceremony\b|\bhand(?:ed|ing|s)?[- ]?over")
_MEAL = patterns.compile(r"\b(?:dinner|lunch|luncheon|banquet|dined)\b")
_STEMS = {
    "call": patterns.compile(r"\bcall"),
    **dict.fromkeys(("signing", "ceremony", "handover"), _CEREMONY),
    **dict.fromkeys(("dinner", "lunch", "luncheon"), _MEAL),
    "reception": patterns.compile(r"\brecep|\breceived\b"),
    "audience": patterns.compile(r"\baudience|\breceived\b"),
}
# "the French Ambassador in | Amman"
_POST = patterns.compile(
    r"\b(?:[Aa]mbassadors?|[Aa]ttach[eé]s?|[Cc]onsul(?:\s+[Gg]eneral)?|[Ee]mbassy|[Mm]ission|[Cc]ommissioner|[Rr]epresentative)\s+(?:in|at|to)\s+\Z"
)


def named_meeting(line: Line, present: list[Occasion]) -> Occasion | None:
    """The meeting of the one whom the sentence names with it: "were present during the meeting with Minister Popa"."""
    words = _MEETING_WITH.search(line.text)
    met = next((each for each in line.people if words and 0 <= each.start - line.start - words.end() < _LONGEST_RANK), None)
    if met is None:
        return None
    theirs = [occasion for occasion in present if met.person.name in occasion.people]
    return next((occasion for occasion in theirs if met.person.name in occasion.met), theirs[-1] if theirs else None)


# "present during the | meeting with | the CDF"
# "The meetings reviewed relations. | They were attended by | Colonel Roca"
_MEETINGS = patterns.compile(r"(?:The|These|His|Her|Their|Both)\s+(?:two\s+|separate\s+)?(?:meetings|talks|encounters|sessions)\b")
_THEY_WERE = patterns.compile(r"They\s+were\s+(?:also\s+)?attended\b")
_MEETING_WITH = patterns.compile(
    r"\b(?:present|attended|attending|attendance|joined|participated|took\s+part|accompanied|assisted)\b[^.;]{0,40}?\b(?:the|his|her|their)\s+(?:[\w-]+\s+)?"
    r"(?:meeting|talks|call|audience|session|discussions|reception)\s+with\s+(?:the\s+)?"
)
_MOST_COMPANIONS = 5  # sentences of one release that tell of all its meetings


def _days(line: Line, cue: re.Match[str] | None) -> tuple[Date, ...]:
    """The first day of a sentence, if it is told before those who were present or before the words that say so.

    One behind them is of what they will do: "represented by Admiral Lind, agreed to train together in May".
    """
    named = next((person.start for person in line.people if cue and person.start >= line.start + cue.start()), line.end)
    return tuple(date for date in line.dates[:1] if date.evidence.start < named)


def _is_of_one(line: Line, cue: re.Match[str] | None, frame: Frame) -> bool:
    """Whether words tell only what one of those present did at another time: "Also present was Major Vega, who has | met N often"."""
    return cue is not None and bool(_WHO_ONCE.search(line.text, cue.end(), frame.start - line.start))


_WHO_ONCE = patterns.compile(r",\s+who\b[^;]*\Z")


def _days_went_on(line: Line, occasion: Occasion) -> bool:
    """Whether a sentence between the occasion and this one, in the paragraph of this one, has come to another day."""
    between = occasion.scene.lines[occasion.frames[-1].line.number + 1 : line.number]
    begun = [near for near in between if near.paragraph == line.paragraph and near.dates]
    days = [near.dates[0] for near in begun if near.dates[0].evidence.start - near.start < _OPENING_WORDS]
    return bool(occasion.date and days and not overlap(days[-1], occasion.date))


_OPENING_WORDS = 30  # characters with which a sentence opens


def _is_of_delegation(line: Line, present: list[Occasion]) -> bool:
    """Whether a sentence tells of a delegation, behind what was only beside the meeting to which it had come."""
    opening = present[-1].first.line.text
    return bool(_OF_DELEGATION.match(line.text) and (BESIDE.match(opening) or _BEFORE_BODY.match(opening)))


def _may_tell(line: Line) -> bool:
    """Whether a word stands in the sentence without which none of the words of presence can: quicker than to search for these."""
    beside_them = not line.words.isdisjoint(_BESIDE) and not line.words.isdisjoint(_THEM)  # "with him came"
    return beside_them or not line.words.isdisjoint(lexicon().presence_stems)


_BESIDE = frozenset(["with", "beside", "side"])
_THEM = frozenset(["him", "her", "them"])


def _is_elsewhere(line: Line, place: Place) -> bool:
    """Whether the sentence opens in another country: "Today, in Djibouti, she was accompanied by"."""
    opens = [other for other in line.places[:1] if _OPENS_IN.fullmatch(line.text[: other.evidence.start - line.start])]
    return any(is_other_place(other, place) for other in opens)


_OPENS_IN = patterns.compile(r"(?:[\w ]{0,25},\s)?[Ii]n\s+(?:the\s+)?")


# "Participants will include Ministers Popa of Romania and"
_WILL_COME = patterns.compile(
    r"\bparticipants\s+will\b|\bwill\s+(?:(?:also\s+)?be\s+(?:attended|represented|accompanied|joined)|(?:also\s+)?(?:attend|take\s+part|join|accompany|lead|head|represent)|be\s+taking\s+part)\b",
    re.IGNORECASE,
)


def _tells_nations(line: Line) -> bool:
    return not line.words.isdisjoint(_OF_NATIONS) and _NATIONS.search(line.text) is not None


# "Participating nations include Chile, Peru and"
_OF_NATIONS = frozenset(["participating", "attending", "taking"])  # one of which stands in a sentence that the pattern can match
_NATIONS = patterns.compile(
    r"\b(?:(?:participating|attending)\s+(?:nations|countries|states)|(?:nations|countries|states)\s+(?:participating|attending|taking\s+part))\b[^.;:]{0,60}?\b(?:include|included|are|were)\b",
    re.IGNORECASE,
)
# "military personnel from 26 countries, including Chile and Peru, are participating", "Representatives of India were present"
_TROOPS = patterns.compile(
    r"\b(?:personnel|militaries|armies|navies|troops|service\s?(?:men|members)|soldiers|sailors|marines|forces|contingents?|units|representatives|observers|participants|countries|nations|ships|aircraft)\b"
    r"[^.;]{0,120}\b(?:from|of|including|include[sd]?|participat\w+|tak(?:e|es|ing)\s+part|took\s+part|present|join(?:ed|ing)?)\b",
    re.IGNORECASE,
)
# "countries such as | Mali", "troops sent to | Mali"
_SENT_TO = patterns.compile(r"\b(?:such\s+as|(?:sent|deployed|dispatched|missions?|operations?)\s+(?:to|in))\s+(?:the\s+)?\Z")
# "The Meeting was also attended by": the one of all sides, not the talks of two told after it
_THE_MEETING = patterns.compile(
    r"(?:The|This)\s+(?:\w+\s+){0,2}(?:meeting|talks|conference|session|summit|dialogue|forum)\b", re.IGNORECASE
)
# "On Monday 26, before the Committee, Colonel Roca had been received"
_BEFORE_BODY = patterns.compile(
    r"(?:On\s[^,.;]{3,50},\s)?(?:[Bb]efore|[Aa]fter|[Aa]head\s+of|[Pp]rior\s+to)\s+the\s+(?:[\w-]+\s+)?(?:Committee|Commission|Council)\b"
)
# "The conference was moderated by", told behind talks in its margins
_THE_CONFERENCE = patterns.compile(
    r"(?:The|This)\s+(?:\w+\s+)?(?:conference|forum|summit|session|committee|commission|symposium|seminar|dialogue)\b"
)
# "The ship, commanded by Captain Lind", "is under the command of Captain Lind", "The mission commander of the flotilla is Captain Lind"
_LONGEST_RANK = 60  # characters of office and rank before a name
_IN_COMMAND = patterns.compile(
    r"\b(?:commanded|captained|skippered)\s+by\b|\bunder\s+the\s+command\s+of\b"
    r"|\b(?:[Cc]ommander|[Cc]ommanding\s+[Oo]fficer|[Cc]aptain)\s+of\s+[^.;,]{2,60}?\s(?:is|was)\b"
)
_LEADER = patterns.compile(
    r"(?:[^,.;]{3,40},\s+)?[Tt]he\s+(?:[Ll]eader|[Hh]ead|[Cc]hief)\s+of\s+the\s+(?:[\w-]+\s+){0,3}?(?:delegation|side|team)\b,?\s+(?:the\s+)?(?=[A-Z])"
)
_SOON = 3  # sentences behind a ceremony, or before one
_THE_CEREMONY = patterns.compile(r"(?:The|This)\s+(?:[\w-]+\s+){0,3}?(?:ceremony|parade|event|handover)\b")
# "handed over the command of the mission to", "took over command from", "officially transferred the emblem from the outgoing to"
_CHANGES = Cued(
    "over took takes assumed assumes relinquished transferred passed gave handed presented flag emblem color colors colour colours standard"
    " baton guidon sword",
    r"\b(?:hand(?:ed|ing)|pass(?:ed|ing)|turn(?:ed|ing))\s+over\s+(?:the\s+)?(?:command|leadership|duties|responsibilit(?:y|ies)|authority)\b"
    r"|\b(?:took|takes|assumed|assumes|relinquished|transferred|passed)\s+(?:over\s+)?(?:the\s+)?(?:command|authority|flag|emblem|colou?rs|standard|baton)\b"
    r"|\b(?:gave|handed|presented|passed)\s+(?:over\s+)?the\s+(?:symbolic\s+)?(?:keys?|flag|emblem|colou?rs|standard|baton)(?:\s+of\s+[^.;,]{2,40}?)?\s+to\b"
    r"|\b(?:flag|emblem|colou?rs|standard|baton|guidon|sword)\s+(?:(?:was|were)\s+)?(?:passed|handed|transferred|presented|went|changed\s+hands)\b",
)
_DELEGATION_OF = patterns.compile(r"['’]s?\s+delegation\s+(?:also\s+)?(?:includes?|included|comprise[sd]|consist(?:s|ed))\b")
# "Joining the Peruvian delegation were", told behind what was "before the meeting": of the meeting itself
_OF_DELEGATION = patterns.compile(
    r"(?:Joining|(?:The|Members\s+of)\s[^,.;]{0,60}?\bdelegation\s[^,.;]{0,40}?(?:was|were|included|consisted|comprised)\b)"
)
# "The following took part:", of the gathering that is reported first
_THE_FOLLOWING = patterns.compile(r"(?:The\s+following|Those\s+present|Participants|Also\s+(?:present|participating))\b")
_BULLET = 8  # characters with which an item may open before its first word
_COLON = patterns.compile(r"\s*(?::|[–—-]\s)")
_REMARKS = patterns.compile(r"(?:speech|address|remarks)\Z")
# "Accompanied by General Rusu, the two ministers inspected the guard"
_WITH_THEM = patterns.compile(r"(?:Accompanied|Flanked|Joined)\s+by\s[^;.]{5,200}?,\s+(?:the\s+two|both|the|they)\b")
# "Also Colonel Roca, of the Navy, and Major Diaz.", behind a list of those present
_ALSO = patterns.compile(r"(?:Also|Likewise|As\s+well\s+as|Together\s+with\s+them),?\s+(?:present\s+were\s+)?(?:the\s+|Mr|Ms|Dr|[A-Z])")
# "who the day before had discussed the budget with N"
_ELSEWHERE = patterns.compile(r"\bwho\b[^.;]{0,40}\bhad\s+(?:\w+\s+)?(?:discussed|met|spoken|visited|talked|received)\b")
# "accompanied her to all her meetings", "was accompanied in the meetings by", "In the activities were accompanying the minister"
_ALL_HER = patterns.compile(
    r"\A(?:In|During|At)\s+(?:all\s+)?(?:the|these|his|her|their)\s+(?:activities|meetings|engagements|talks|events)\b", re.IGNORECASE
)
# "attended the two meetings", "was present on both occasions", "in both the calls"
_SEVERAL = patterns.compile(
    r"\b(?:(?P<both>both)\s+(?:of\s+)?(?:(?:the|these|his|her|their)\s+)?|(?:the|these|his|her|their)\s+(?P<number>two|three|four)\s+)(?:[a-z-]+\s+)?"
    r"(?P<noun>meetings|talks|sessions|events|calls|occasions|visits|engagements|encounters|receptions|audiences|gatherings|discussions)\b(?!\s+(?:with|between)\b)",
    re.IGNORECASE,
)
_OF_ANY_KIND = frozenset(["visits", "events", "occasions", "engagements"])
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4}
# "attended the first meeting"
_COUNTED = patterns.compile(
    r"\b(?:at|attended|joined|in|to|during)\s+the\s+(first|second|last)\s+(?:of\s+the\s+)?(?:meetings?|talks|session|call)\b", re.IGNORECASE
)
_ALL = patterns.compile(
    r"\b(?:attended|at|(?:accompanied|assisted|joined)\s+(?:(?:him|her|them)\s+)?(?:at|in|during))\s+(?:the|these|his|her|their)\s+meetings\b(?!\s+(?:with|of)\b)|\baccompanied\s+throughout\b|\bthroughout\s+(?:the|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:visit|stay|tour|trip|programme|program)\b|\A(?:The|These|His|Her|Their)\s+(?:meetings|visits|talks\s+and\s+\w+)\s+were\s+(?:also\s+)?attended\b|\b(?:all|the\s+(?:above-?\s?mentioned|above))\s+(?:of\s+)?(?:the\s+|these\s+|his\s+|her\s+|their\s+)?(?:(?:two|three|four|five|six|\d)\s+)?(?:meetings|talks|events|activities|engagements)\b",
    re.IGNORECASE,
)


def _tells_presence(line: Line, cue: re.Match[str], lead: Occasion) -> bool:
    """Whether words of presence tell of those at hand: outside quotation marks, and of no other day but that of what is announced."""
    if line.speech(line.start + cue.start()):
        return False
    return not _is_aside(line, cue.start()) or (lead.state == "planned" and _WILL_COME.search(line.text) is not None)


def _is_aside(line: Line, position: int) -> bool:
    """Whether the cue belongs to another day: "who will attend", "which was attended by"."""
    lead = line.text[max(0, position - 40) : position]
    if _THIS_WHICH.search(lead):
        return False
    if _STANDING_BODY.search(lead) and _IS_LED.match(line.text, position):
        return True  # "The peacekeeping mission | is currently led by General Roca"
    if _GROUP_WHICH.search(lead) and _LED.match(line.text, position):
        return False  # "The group, which | is headed by Colonel Roca"
    return bool(_ANOTHER_TIME.search(lead)) or bool(lexicon().background.search(line.text[max(0, position - 60) : position + 60]))


_STANDING_BODY = patterns.compile(
    r"\b(?:mission|operation|force|battalion|brigade|regiment|battle\s?group|command|squadron|wing|corps|cent(?:re|er)|unit)\s+\Z",
    re.IGNORECASE,
)
_IS_LED = patterns.compile(r"is\s+(?:(?:currently|now|presently|being|again)\s+){0,2}(?:led|headed|commanded)\s+by\b")
_GROUP_WHICH = patterns.compile(r"\b(?:group|delegation|team|party|contingent|side|mission),?\s+which\s+\Z")
# "During this meeting, which | was attended by the Ambassador", and not "invited him to the meeting, which will be"
_THIS_WHICH = patterns.compile(
    r"(?:\A(?:The|This)|(?:\A|\s)(?:[Dd]uring|[Aa]t|[Ii]n|of)\s+(?:this|the))\s+(?:[\w-]+\s+)?"
    r"(?:meeting|talks|session|call|reception|ceremony|audience|visit|conversation|discussions?),\s+which\s+\Z"
)
_LED = patterns.compile(r"(?:is|was)\s+(?:being\s+)?(?:led|headed|commanded)\s+by\b")
_ANOTHER_TIME = patterns.compile(r"\b(?:will|would|to|had|which)\s+(?:\w+\s+)?\Z")
