"""What single sentences tell: who met whom, in which tense, where and when. What belongs together is decided later."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings import (
    clause,
    dateline,
    day,
    exercises,
    hits,
    land,
    manner,
    names,
    others,
    parties,
    pronouns,
    reporting,
    spot,
    unworded,
    who,
)
from ingest.engine.rules.meetings.frame import Frame, Tense
from ingest.engine.rules.meetings.hits import Hit
from ingest.engine.rules.meetings.lexicon import Trigger, lexicon
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.people.whence_words import is_seat
from ingest.engine.rules.references import Reference
from ingest.engine.types import Date, MeetingKind, Place
from ingest.engine.values import replace


def of_line(scene: Scene, line: Line) -> tuple[Frame, ...]:
    """The frames of a sentence in order; words inside quotation marks tell nothing.

    Where it says what others did, those who said it take no part in that.
    """
    if len(line.people) < 2 and line.words.isdisjoint(lexicon().stems):
        return ()
    parted = reporting.parted(scene, line)
    if parted is None:
        return tuple(replace(each, of_others=True) if _is_of_outcome(scene, each) else each for each in _of_clause(scene, line))
    said, clause_of_others = parted
    by = {home.name for person in reporting.speakers(scene, said) if (home := scene.side_of(person))}
    old = reporting.is_no_news(said)
    told = _of_clause(scene, clause_of_others)
    reported = (replace(each, is_reported=True, of_others=old or _is_of_others(scene, each, by)) for each in told)
    return (*_of_clause(scene, said), *reported)


def _is_of_outcome(scene: Scene, frame: Frame) -> bool:
    """Whether only what came of a meeting is told: "the boats are among the results of the | meeting between", "agreed at the"."""
    text = scene.passage.text
    return text.endswith("between", frame.start, frame.end) and bool(_OUTCOME.search(text, frame.line.start, frame.end))


_OUTCOME = patterns.compile(
    r"\b(?:outcomes?|results?|fruits?|follow-?ups?|consensus|understandings?|decisions?|commitments?|agreed(?:\s+upon)?)"
    r"\s+(?:(?:reached|made|taken|achieved|arrived)\s+)?(?:of|from|to|at|in|during|on|by)\s+(?:[\w’'-]+\s+){0,6}between\Z"
)


def _is_of_others(scene: Scene, frame: Frame, speakers: set[str]) -> bool:
    """Whether officials of none of the sides say what these did."""
    met = {side.name for side in frame.sides} | {home.name for each in frame.people if (home := scene.side_of(each.person))}
    return bool(speakers) and speakers.isdisjoint(met)


def _of_clause(scene: Scene, line: Line) -> tuple[Frame, ...]:
    """The frames of a sentence, or of a clause of one."""
    named = names.find(scene.passage, line)
    found: list[Frame] = []
    told = hits.find(scene, line, named) or unworded.find(scene, line)
    for at, hit in enumerate(told):
        until = told[at + 1].start if at + 1 < len(told) else line.end
        frame = _frame(scene, line, hit, until, named, found)
        if found and _is_purpose(scene, found[-1], frame):
            found[-1] = replace(found[-1], name=frame.name, date=found[-1].date or frame.date, place=found[-1].place or frame.place)
        elif found and _is_where_they_were(scene, found[-1], frame):
            found[-1] = replace(frame, date=frame.date or found[-1].date, place=frame.place or found[-1].place)
        elif found and _is_why_they_travel(scene, found[-1], frame):
            before = found[-1]
            found[-1] = replace(
                frame,
                before=before.before,
                date=frame.date if day.is_of_name(frame) else before.date or frame.date,
                place=before.place or frame.place,
                destination=before.destination,
            )
        elif found and _is_of_same(found[-1], frame):
            found[-1] = _with_verb(found[-1], frame)
        else:
            found.append(frame)
    return tuple(found)


def _with_verb(before: Frame, verb: Frame) -> Frame:
    """The frame of a noun with what its verb tells: "The 4th Staff Talks between Chile and Peru | were held from 4 to 5 June"."""
    if verb.name is None or before.name is not None:
        return _with_place_and_day_of(before, verb)
    return replace(before, name=verb.name, date=verb.date or before.date, place=verb.place or before.place)


def _is_purpose(scene: Scene, before: Frame, frame: Frame) -> bool:
    """Whether many came together for an occasion that the same sentence names: "converged in Lima to participate in the Forum"."""
    gather = before.trigger.needs == "many" and before.name is None and frame.name is not None
    return gather and not frame.people and scene.passage.text.endswith("to ", before.end, frame.start)


def _is_where_they_were(scene: Scene, before: Frame, frame: Frame) -> bool:
    """Whether a clause only says for which gathering somebody had come: "In Lima, where she attended the Forum, Minister Popa met"."""
    attended = before.trigger.rule.endswith("took-part") and not before.before and frame.before and frame.behind
    return bool(attended) and _WHERE_SHE.search(scene.passage.text, before.line.start, before.start) is not None


_WHERE_SHE = patterns.compile(
    r"\b(?:where\s+(?:he|she|they)\s+(?:(?:is|was|are|were|had|also)\s+)*|[Ww]hile\s+(?:[^.;,]{0,30}?\s)?|(?:visit|trip|stay|travel)\s[^.;,]{0,30}?\bto\s+)\Z"
)


def _is_why_they_travel(scene: Scene, before: Frame, frame: Frame) -> bool:
    """Whether a journey to come has no other aim than a gathering: "will travel to Peru to attend the meeting of the Andean ministers"."""
    announced = before.kind == "visit" and before.tense == "future" and not before.behind and not frame.behind
    gathers = frame.kind == "meeting" and (frame.name is not None or frame.trigger.rule.endswith("gathering-of"))
    return announced and gathers and bool(_TO.search(scene.passage.text, before.end, frame.start))


_TO = patterns.compile(r"\bto\s+\Z|\bwhere\s+(?:he|she|they)\s+(?:will|is\s+to|are\s+to)\s+\Z")


def _is_of_same(before: Frame, frame: Frame) -> bool:
    """Whether words only say when and where the occasion is that stands before them: "chaired the Committee, which met in Lima"."""
    if frame.trigger.rule.endswith("put-off") and before.kind == "meeting" and not frame.behind:
        return True  # "The meeting between N and M, due on 3 May, was postponed"
    if frame.trigger.rule.endswith("was-held") and before.trigger.rule.endswith(("meeting-between", "call-between")):
        return frame.name is not None and frame.name.start <= before.start < frame.name.end and not frame.behind
    is_open = (
        frame.trigger.rule.endswith("took-part")
        and before.trigger.rule.endswith("took-part")
        and _OPENED.match(frame.line.text, frame.start - frame.line.start)
    )
    sat = frame.trigger.rule.endswith("met-with") and not frame.people  # "closed the 4th session of N, which | met | for two days"
    to_come = frame.tense == before.tense == "future" and frame.trigger.rule.endswith("was-held")  # "attend the Forum, to be | held"
    held = (frame.tense == "relative" or to_come) and (frame.trigger.rule.endswith("was-held") or is_open or sat) and not before.background
    return bool(held) and before.name is not None and frame.name is not None and before.name.text == frame.name.text


# "is attending the 4th session of N, which | opened | in Lima on 3 May"
_OPENED = patterns.compile(r"(?:opened|began|started|convened|kicked\s+off)\b")


def _with_place_and_day_of(before: Frame, frame: Frame) -> Frame:
    """The frame with what other words for it tell: its place, where it has but that of the dateline, its day, or all of its days."""
    place = frame.place if before.place is None or (frame.place and dateline.is_dateline(before.line, before.place)) else before.place
    lasts = before.date and frame.date and frame.date.end and frame.date.start == before.date.start
    return replace(before, date=frame.date if lasts else before.date or frame.date, place=place)


def _frame(scene: Scene, line: Line, hit: Hit, until: int, named: tuple[Name, ...], earlier: list[Frame]) -> Frame:
    trigger, start, end, text = hit.trigger, hit.start, hit.end, scene.passage.text
    stop = hits.topic(text, end, until)
    before, behind, plural = _people(scene, line, hit, stop, earlier, until=until)
    name = _name(hits.name_for(text, line, hit, named, stop), trigger)
    lead = text[max(line.start, start - 60) : start]
    told_before = (*_subject_of(text, earlier, hit, before), *others.of_leaders(scene, lead, earlier))
    sides = (*_sides(scene, line, hit, stop, name, at=(before, behind), first=not earlier), *told_before)
    goes_on = bool(earlier) and bool(who.GOES_ON.search(lead) or _CHAIRED_BY.search(text, max(line.start, start - 20), end + len(" by")))
    inside = (
        _is_in_house_visited(text, earlier, hit, behind) or _is_where_hosts_are(text, earlier, hit) or _is_signed_there(text, earlier, hit)
    )
    told = _reach(text, line, hit, until)
    whole, line = line, clause.without_asides(clause.without_names(line, named), start)
    of_noun = others.is_of_noun(text, hit, earlier, before)
    if of_noun or (trigger.rule.endswith("took-part") and others.thanked(line, start) is not None):
        whole = line = others.behind(text, line, start)
    recalled = others.is_recalled(text, earlier[-1].end, start) if of_noun else not before and others.only_valued(text, hit, line.start)
    own = others.in_own_clause(text, dateline.without_dateline(line), earlier, before)
    date = day.behind_name(text, whole.dates, name) or day.nearest(text, own, start, told, earlier)
    place = _place(scene, line, hit, told, until, date) or clause.beside_gathering(whole, named)
    kind = _kind(scene, line, hit, name, place)
    place = spot.at_sea(scene, hit, line) or place if kind == "exercise" and _is_only_written_at(line, place) else place
    there = land.destination(scene, line, hit, stop, told) or (earlier[-1].destination if goes_on and place is None else None)
    if there and place and place.country != there.name and _is_only_written_at(line, place):
        place = None  # "LIMA – Minister Popa, who visited Chile for the Forum, met": only written there
    tense = _own_tense(text[start:end]) or manner.tense_behind(text, start, end, until) or _tense_before(text, lead, hit, earlier)
    tense = "future" if tense == "past" and _is_in_calendar(line, before, start) else tense
    if (
        place
        and dateline.is_dateline(line, place)
        and "here" not in line.words
        and (tense == "future" or _is_of_third(scene, place, sides, (*before, *behind)))
    ):
        place = None  # "MOSCOW – The ministers of Peru and Chile met": written there
    return Frame(
        line=line,
        trigger=trigger,
        start=start,
        end=end,
        kind="visit" if earlier and earlier[-1].kind == "visit" and _is_shown(trigger, text, start, goes_on=goes_on) else kind,
        mode=manner.mode(trigger, line),
        before=before,
        behind=behind,
        sides=sides,
        plural=plural,
        tense=tense,
        background=manner.is_background(line, start, end) or recalled,
        sequel=bool(manner.SEQUEL.match(line.text) or manner.SEPARATE.search(lead) or manner.LATER.match(text, start)),
        date=_unless_all_year(scene, date, tense),
        place=place,
        name=name,
        destination=there,
        goes_on=goes_on or inside,
        apart=False,
        by_journey=bool(who.JOURNEY.search(lead)),
    )


def _tense_before(text: str, lead: str, hit: Hit, earlier: list[Frame]) -> Tense:
    """The tense that the words before tell; that of the verb before them in "will call on the President | and meet his counterpart"."""
    told = manner.tense(lead)
    goes_on = told == "past" and bool(earlier) and earlier[-1].tense == "future"
    return "future" if goes_on and _AND_ALSO.search(lead) and _BARE_VERB.match(text, hit.start, hit.end) else told


def _is_of_third(scene: Scene, place: Place, sides: tuple[Side, ...], people: tuple[Reference, ...]) -> bool:
    """Whether the town of a dateline lies in a state of neither side, and is no seat to which all come."""
    homes = {home.name for each in people if (home := scene.side_of(each.person))} | {side.name for side in sides}
    return place.country is not None and len(homes) > 1 and place.country not in homes and not is_seat(place.name)


def _is_in_calendar(line: Line, before: tuple[Reference, ...], start: int) -> bool:
    """Whether nothing but who it is stands before a bare "to": "Defence Minister Ana Popa to | meet | Ambassador Roca at 10 a.m."."""
    if not before or line.text[before[-1].end - line.start : start - line.start].strip() != "to":
        return False
    return _ONLY_WHO.fullmatch(line.text, 0, before[0].start - line.start) is not None


_ONLY_WHO = patterns.compile(r"(?:(?:[A-Z][\w.’'-]*|of|the|and|for|,)\s?)*")
_AND_ALSO = patterns.compile(r"(?:\band|,)\s+(?:(?:also|then|later)\s+)?\Z")
_BARE_VERB = patterns.compile(r"(?:meet|hold|receive|visit|attend|sign|have|call)\b")


def _reach(text: str, line: Line, hit: Hit, until: int) -> int:
    """The position up to which words tell day and place."""
    if hit.trigger.rule.endswith("put-off"):
        return hit.end  # "scheduled for 3 May | has been deferred, | the ministry said on Friday"
    return clause.where_and_when(text, line, hit.end, until, of_gathering=hit.trigger.rule.endswith(_OF_GATHERING))


def _place(scene: Scene, line: Line, hit: Hit, told: int, until: int, date: Date | None) -> Place | None:
    """The place that the words tell, up to the next ones; up to the end of the sentence where these say that others were met there too."""
    apart = until < line.end and who.SAME_SUBJECT.match(scene.passage.text, until)
    place = spot.place(scene, hit, line, told, line.end if apart else until)
    return spot.beside_day(line, hit, date, place) or place


def _is_only_written_at(line: Line, place: Place | None) -> bool:
    """Whether no place is told but that of the dateline."""
    return place is None or dateline.is_dateline(line, place)


def _kind(scene: Scene, line: Line, hit: Hit, name: Name | None, place: Place | None) -> MeetingKind:
    """The kind that the words tell; "handed the ships over" and its like tell a ceremony where no list has the verb."""
    if hit.trigger is lexicon().unworded and _HANDED.search(line.text):
        return "ceremony"
    if _is_exercise(hit.trigger, name) or _opens_exercise(hit.trigger, line):
        return "exercise"
    kind = manner.kind(hit.trigger, line, hit.start, place, scene.passage.text[line.end : line.end + 200])
    return "ceremony" if kind == "meeting" and _is_ceremony_before(scene, line) else kind


def _is_ceremony_before(scene: Scene, line: Line) -> bool:
    """Whether "The event was attended by" says who was at the ceremony of which the sentence before tells."""
    if not line.number or not _THE_EVENT.match(line.text):
        return False
    before = scene.lines[line.number - 1].text
    return _A_CEREMONY.search(before) is not None and not _TALKED_THERE.search(before)


_THE_EVENT = patterns.compile(r"(?:Also\s|At\s)?(?:[Tt]he|[Tt]his)\s+(?:event|occasion)\s+(?:was|saw|is)\b")
_A_CEREMONY = patterns.compile(r"\b(?:ceremony|inaugurat\w+|unveil\w+|(?:hand(?:ed|ing)?|hand-)\s?over|ribbon|commissioning)\b")
_TALKED_THERE = patterns.compile(r"\b(?:met|meetings?|talks|received|signed|signing|discuss\w+|conference|forum)\b")


def _unless_all_year(scene: Scene, date: Date | None, tense: Tense) -> Date | None:
    """The day, unless only a year is told in which something is to be done: that of publication, or one to come ("cooperation in 2026")."""
    year = date.start[:4] if date and date.start.endswith("-XX-XX") and "X" not in date.start[:4] else None
    if year is None or scene.published is None:
        return date
    to_come = tense != "future" and year > scene.published[:4]
    return None if to_come or scene.published.startswith(year) else date


def _people(
    scene: Scene, line: Line, hit: Hit, stop: int, earlier: list[Frame], *, until: int
) -> tuple[tuple[Reference, ...], tuple[Reference, ...], bool]:
    """Those before the words, those behind them, and whether a plural stands for those of the occasion at hand."""
    text, rule = scene.passage.text, hit.trigger.rule
    behind = tuple(who.present(text, line, [person for person in line.people if hit.start <= person.start < stop]))
    behind = tuple(person for person in behind if not who.only_tells(line, person))
    next_subject = others.next_subject(text, behind, until) if until < line.end else ()
    behind = behind[: len(behind) - len(next_subject)]
    if rule.endswith("visited"):
        behind = tuple(person for person in behind if _WITH.search(text, hit.end - 30, person.start))
    if hit.trigger.needs == "pronoun":
        behind = (*pronouns.met(scene, line, hit.start, hit.end), *behind)
    owners = others.owners(text, line, hit)
    before, plural = (owners, False) if owners else who.subject(scene, line, hit.start, earlier)
    if len(behind) > 1 and text.endswith("between", hit.start, hit.end):
        since = before[-1].end if before else earlier[-1].end if earlier else line.start
        before, plural = (before, plural) if _THERE.search(text, since, hit.start) else ((), False)
    if hit.trigger.kind == "exercise" and before and _SAID.search(text, before[-1].end, hit.start):
        before = ()
    if not before and (rule.endswith(_OPENS_WITH_PARTNER) or (not earlier and who.is_participle(text, line, hit.start))):
        before, behind = who.parted(scene, text, behind, line)
    if not plural and not before and _OF_THE_TWO.match(text, hit.end):
        plural = True
    if rule.endswith("took-part") and (thanks := others.thanked(line, hit.start)) is not None:
        before = tuple(person for person in before if person.start > thanks)
    if others.only_valued(text, hit, before[-1].end if before else line.start):
        before, plural = (), False
    subjects = {person.person.name for person in before}
    behind = tuple(person for person in behind if person.person.name not in subjects)
    return (behind, (), plural) if rule.endswith("visit-of") else (before, behind, plural)


# "Minister Popa attended | talks between General Roca and General Lund"; not "noted that the boats are an outcome of the | meeting between"
_THERE = patterns.compile(
    r"\b(?:(?:attend|host|chair|join|participat|presid|moderat|mediat|facilitat|witness|observ|conduct)(?:e?d|e?s|ing)?|open(?:ed|s)|part\s+in|present\s+at|led|leads|held|holds)\b"
)


def _subject_of(text: str, earlier: list[Frame], hit: Hit, subjects: tuple[Reference, ...]) -> tuple[Side, ...]:
    """The guests of an earlier verb of the sentence: "The Chilean cadets visited the school | and | were welcomed by Colonel Roca", "The
    Minister of Defence of Peru arrived in Lima | for | talks with Colonel Roca"."""
    before = earlier[-1] if earlier and not subjects else None
    if before is None or before.before:
        return ()
    welcomed = hit.trigger.roles == "guest-host" and _AND_WERE.fullmatch(text, before.line.start, hit.start)
    came = before.trigger.rule.endswith("visited") and hit.trigger.roles == "peers" and _IN_ORDER_TO.match(text, before.end, hit.end)
    return tuple(side for side in before.sides if side.start < before.start) if welcomed or came else ()


# "travelled to Lima on 3 May | for talks", "visited Peru | and met", "flew to Lima, | where he met", "came to Lima | to meet"
_IN_ORDER_TO = patterns.compile(
    r"[^;:]{0,120}?\b(?:for\s+(?:[\w-]+\s+){0,3}?\w+\s+with|(?:and|to|where\s+(?:he|she|they))\s+(?:(?:also|then|will|would)\s+){0,2}(?:met|meets?|held|holds?|hold))\b"
)


# "a meeting of | the two ministers | with Minister Popa"
_OF_THE_TWO = patterns.compile(
    r"\s+(?:the|both)\s+(?:two\s+|three\s+)?(?:ministers|generals|leaders|commanders|secretaries|chiefs|delegations)\s+with\b"
)
_AND_WERE = patterns.compile(r"[^;:]*\sand\s+(?:(?:also|then|later|there|subsequently)\s+)*")


def _name(name: Name | None, trigger: Trigger) -> Name | None:
    """The name, unless it is of an exercise that was only spoken of: "held a meeting at which Exercise Desert Shield was prepared"."""
    spoken_of = name and name.is_exercise and trigger.kind in ("meeting", "call") and trigger.needs != "occasion"
    return None if spoken_of else name


def _sides(
    scene: Scene,
    line: Line,
    hit: Hit,
    stop: int,
    name: Name | None,
    *,
    at: tuple[tuple[Reference, ...], tuple[Reference, ...]],
    first: bool,
) -> tuple[Side, ...]:
    """The sides named beside the words; `at` are the people before and behind them, `first` whether no frame of the sentence is earlier."""
    trigger, start, end = hit.trigger, hit.start, hit.end
    named = who.sides(scene, line, stop, name, of_exercise=_is_exercise(trigger, name) or _opens_exercise(trigger, line))
    sides = tuple(named if first else (side for side in line.sides if start <= side.start < stop))
    if trigger.roles == "guest":  # of troops and units seen on the way no state takes part; the host of a visited body does
        host = scene.visited_body(end, min(end + 80, line.end)) or parties.site_of(scene, end, min(end + 80, line.end))
        came = tuple(side for side in sides if side.start < start)
        ship = parties.unit(scene, line, start, led=True) if at[0] and first and not came else None
        sides = (*came, *((ship,) if ship else ()), *((host,) if host else ()))
    if trigger.rule.endswith("visited-by") and (house := scene.visited_body(_past_article(line), start)) is not None:
        sides = (*sides, house)
    sides = tuple(side for side in sides if not clause.is_beside(scene.passage.text, line, side.start))
    if first and trigger.kind == "meeting":
        sides = (*sides, *_presiding(scene, line))
    if trigger.rule.endswith((".shared", ".discussed")):  # "shared concerns over Peru’s ties with Chile"
        sides = tuple(side for side in sides if side.start < start)
    body = None if at[0] else scene.acting_body(line.start, start)
    sides = (*sides, *((body,) if body else ()), *_without_people(scene, line, trigger, start, end))
    if body and not at[1] and trigger.roles == "peers":
        partner = scene.partner_body(end, stop)
        sides = (*sides, *((partner,) if partner else ()))
    is_bare = not any(at) and trigger.roles == "peers" and trigger.kind != "ceremony"
    if is_bare and len({side.name for side in sides}) < 2:
        return (*sides, *(parties.in_subject(scene, line, start) or parties.both(scene, line, start)))
    return sides


def _past_article(line: Line) -> int:
    return line.start + 4 * line.text.startswith("The ")


def _presiding(scene: Scene, line: Line) -> tuple[Side, ...]:
    """The state that presides over a gathering: "was held in Lima under the presidency of | Peru"."""
    terms = (term for term in scene.terms(line.start, line.end) if term.kind == "country")
    return tuple(
        Side(term.value, True, term.start, term.end) for term in terms if _PRESIDES.search(scene.passage.text, line.start, term.start)
    )


_PRESIDES = patterns.compile(
    r"\bunder\s+the\s+(?:[\w-]+\s+)?(?:presidency|chairmanship|chair|auspices)\s+of\s+(?:the\s+)?(?:(?:Republic|Kingdom|State)\s+of\s+)?\Z"
)


def _without_people(scene: Scene, line: Line, trigger: Trigger, start: int, end: int) -> tuple[Side, ...]:
    """The sides for which no people stand: the states between which talks were, whose experts met, whose ship came."""
    match trigger.needs:
        case "parties" | "told-parties":
            return parties.of(scene, line)
        case "delegations":
            return tuple(parties.delegations(scene, line))
        case "transfer":
            return parties.transfer(scene, line, start, end)
        case "together":
            return tuple(side for side in parties.of(scene, line) if side.start < start)
        case "unit":
            return tuple(side for side in (parties.unit(scene, line, start), scene.hosting_body(start, line.end)) if side)
        case "nations":
            given = exercises.forces(scene, line) if trigger.kind == "ceremony" else ()
            return (*parties.ships(scene, line.start, line.end), *given)
    if trigger.rule.endswith("signed-by") and line.number < _NEWS and scene.passage.text.endswith("between", start, end):
        return tuple(side for side in parties.of(scene, line) if side.start >= end)
    if not trigger.rule.endswith("in-ceremony"):
        return ()
    passed = scene.forces(line.start, line.end) if scene.passage.text[start:end].endswith("command") else ()
    return (*parties.given_in_ceremony(scene, line, start, end), *passed)


_NEWS = 2  # sentences in which a release says what was signed now: later ones recall older documents


def _is_in_house_visited(text: str, earlier: list[Frame], hit: Hit, behind: tuple[Reference, ...]) -> bool:
    """Whether those met were met in the house that the words before say was visited: "visited the Fleet Headquarters and called on N"."""
    before = earlier[-1] if earlier else None
    if before is None or before.kind != "visit" or before.behind or not behind or hit.trigger.kind != "meeting":
        return False
    return _HOUSE_AND.fullmatch(text, before.end, hit.start) is not None


# "visited | the General Staff in Lima today and | met"
_HOUSE_AND = patterns.compile(
    r"\s*(?:to\s+)?(?:[\w.’'&()-]+,?\s+){0,8}?(?:[Hh]eadquarters|HQ|[A-Z]{2,4}HQ|GHQ|[Mm]inistry|[Dd]epartment|[Cc]ommand|[Ss]taff|[Oo]ffices?)\b"
    r"[^.;]{0,60}?,?\s+and\s+(?:(?:also|there|then)\s+){0,2}"
)


def _is_where_hosts_are(text: str, earlier: list[Frame], hit: Hit) -> bool:
    """Whether a clause tells what those did to whom the guests had come: "flew to Arica, where Colonel Roca showed them the port"."""
    came = earlier[-1] if earlier else None
    return (
        came is not None
        and came.kind == "visit"
        and hit.trigger.needs == "pronoun"
        and _WHERE_HOST.search(text, came.end, hit.start) is not None
    )


def _is_signed_there(text: str, earlier: list[Frame], hit: Hit) -> bool:
    """Whether a clause tells what those signed who had met: "met in Lima, where they spoke of the port and signed the Protocol"."""
    return bool(earlier) and "signed" in hit.trigger.rule and who.WHERE_THEY_SIGNED.search(text, earlier[-1].end, hit.start) is not None


_WHERE_HOST = patterns.compile(r",\s+where\s+(?!he\b|she\b|they\b)[^;]{2,240}\Z")


def _is_shown(trigger: Trigger, text: str, start: int, *, goes_on: bool) -> bool:
    """Whether a host only shows what the sentence says was visited: "flew to Arica, where they were briefed by Colonel Roca"."""
    return trigger.rule.endswith("received-by") and (goes_on or bool(_BRIEFED.match(text, start)))


# "held their session in Lima, chaired by"
_CHAIRED_BY = patterns.compile(r",\s(?:jointly\s+)?(?:co-?)?(?:chaired|hosted|presided\s+over)\s+by\Z")
_BRIEFED = patterns.compile(r"(?:was|were)\s+(?:also\s+|then\s+)?(?:briefed|shown|taken)\b")
# rules of words with which a sentence opens whose subject comes later: "During the meeting with Minister Popa, Colonel Roca offered"
_OPENS_WITH_PARTNER = ("meeting-with", "with-each", "call-with")
_OF_GATHERING = ("gathering-of", "took-part", "took-part-with")  # rules of words behind which the gathering itself is told
# "the spokesman | said the exercise between"
_SAID = patterns.compile(r"\b(?:said|stated|announced|added|noted|told)\b")
_WITH = patterns.compile(r"\b(?:with|by|invitation\s+(?:of|from)|accompanied|counterpart|host|guest\s+of)\b", re.IGNORECASE)


# "The vessel was handed over to Minister Popa by Colonel Roca"
_HANDED = patterns.compile(r"\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:handed\s+over|turned\s+over|donated|presented)\s+to\b")


def _own_tense(words: str) -> Tense | None:
    """The tense of "will gather", "the exercise between Chile and Peru will be conducted", whose verb is one of the words; else None."""
    return "future" if _WILL.search(words) else None


_WILL = patterns.compile(r"(?:\A|\s)(?:will|is\s+to|are\s+to|set\s+to|upcoming|forthcoming)\s")


def _opens_exercise(trigger: Trigger, line: Line) -> bool:
    """Whether the words tell of the ceremony that opened or closed an exercise, and not of talks beside it."""
    return trigger.kind in _OPENS and not trigger.rule.endswith("discussed-with") and exercises.is_opened(line)


_OPENS: tuple[MeetingKind, ...] = ("meeting", "ceremony")  # kinds of words that may tell how an exercise was opened


def _is_exercise(trigger: Trigger, name: Name | None) -> bool:
    return trigger.kind == "exercise" or bool(name and name.is_exercise)
