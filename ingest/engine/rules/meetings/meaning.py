"""Whom the words of a frame mean that give no name: "the Chilean delegation", "the guests", "the two ministers"."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings import counterparts, rosters
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.occasion import Occasion, is_coarse, overlap
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.meetings.told import Told
from ingest.engine.rules.references import Reference
from ingest.engine.values import replace


def with_leaders(told: Told, frame: Frame) -> Frame:
    """The frame with those for whom "the Chilean delegation", "the guest" or "the visit" stands."""
    if frame.by_journey and not frame.before:
        journey = next((occasion for occasion in told.occasions if occasion.is_umbrella), None) or told.lead()
        guests = journey.first.before if journey else ()
        return replace(frame, before=guests)
    lead = told.scene.passage.text[frame.line.start : frame.start]
    by_title = all(each.how == "title" for each in frame.before)
    if _SHE_IS_THE_GUEST.search(lead) or (by_title and _THE_VISITING.fullmatch(lead)):
        frame = replace(frame, before=_guest_before(told, frame) or frame.before)
    frame = _with_who_meets_on(told, frame)
    if not frame.before:
        meant = _meant(told, frame) or _subject_of_line(told, frame) or _of_series(told, frame) or _protagonist(told, frame)
        frame = replace(frame, before=meant) if meant else frame
    frame = _with_those_before(told, frame)
    frame = _with_guests(told, counterparts.with_bare(told, _without_rivals(told, frame)))
    before, behind = frame.before, frame.behind
    present = {home.name for person in frame.people if (home := told.scene.side_of(person.person))}
    offices = _OFFICES.search(told.scene.passage.text, frame.line.start, frame.line.end) if frame.sides else None
    for side in frame.sides:
        leader = (_leader(told, side, frame) or _holder(told, side, offices)) if side.name not in present else None
        meant = (leader, *_beside_leader(told, side, leader)) if leader else ()
        if side.start < frame.start:
            before = (*before, *meant)
        else:
            behind = (*behind, *meant)
    found = len(before) + len(behind) > len(frame.before) + len(frame.behind)
    return replace(frame, before=before, behind=behind) if found else frame


def _with_who_meets_on(told: Told, frame: Frame) -> Frame:
    """The frame with the one whom the meetings before have in common: "General Roca met M, of Peru, who thanked him. | He then met | N"."""
    who, last = frame.before[0] if len(frame.before) == 1 else None, told.last
    if who is None or who.how != "pronoun" or last is None or not frame.behind or not _THEN.match(frame.line.text):
        return frame
    met = [occasion for occasion in told.occasions if occasion.status == "primary" and who.person.name in occasion.people]
    hosts = {each.person.name for each in last.frames[-1].before}
    guests = {each.person.name for each in last.frames[-1].behind}
    if met != [last] or who.person.name not in guests or len(hosts) != 1:
        return frame
    (host,) = hosts
    others = [each for each in told.occasions if each.status == "primary" and host in each.people]
    if len(others) < _PAIR or not told.homes({host}).isdisjoint(told.homes({each.person.name for each in frame.behind})):
        return frame
    day = last.date if last.date and not last.date.end and "then" in frame.line.words else None
    return replace(frame, before=(_reference(told, frame, host),), date=frame.date or day)


_THEN = patterns.compile(r"(?:He|She)\s+(?:then|later|also|subsequently|next|afterwards|further|separately)\b")


def _guest_before(told: Told, frame: Frame) -> tuple[Reference, ...]:
    """The guest of the occasion told first, of another state than those behind the words and than its hosts."""
    lead = told.lead()
    if lead is None or len(lead.sides) < _PAIR or len({each.person.name for each in frame.before}) > 1:
        return ()
    at_home = told.homes({each.person.name for each in frame.behind}) | set(lead.hosts)
    if lead.place and lead.place.country:
        at_home.add(lead.place.country)
    name = next((name for name in lead.people if (home := told.home(name)) and home.name not in at_home), None)
    return (_reference(told, frame, name),) if name else ()


# "Today the visitor gave a lecture in Lima, where she | was welcomed by"
_SHE_IS_THE_GUEST = patterns.compile(
    r"(?:\A|\b(?:[Tt]oday|[Yy]esterday|day|\d|afternoon|morning),?\s)[Tt]he\s+(?:visitor|guest|distinguished\s+guest|visiting\s+[a-z]+)\s[^.;]{3,160}?,\s+where\s+(?:he|she)\s+\Z"
)


# "Earlier in the day, the visiting Minister had | paid a courtesy call on"
_THE_VISITING = patterns.compile(
    r"(?:[^.;,]{1,50},\s+)?[Tt]he\s+(?:visiting|guest)\s+(?:[A-Z][\w-]*|[a-z]{4,})(?:\s+(?:of|for|[A-Z][\w-]*)){0,5}\s+"
    r"(?:(?:had|has|also|then|later|earlier|was|is|will|afterwards|subsequently|in\s+the\s+(?:day|morning|afternoon)|on\s+\w+day)\s+){0,4}"
)


def _with_those_before(told: Told, frame: Frame) -> Frame:
    """The frame with those of whom the sentence before tells, where no meeting is told yet: "The three ministers met in Lima"."""
    if told.lead() is not None or not frame.line.number:
        return frame
    line = told.scene.lines[frame.line.number - 1]
    if frame.trigger.rule.endswith("ceremony-led") and not frame.before and _ALSO_BY.search(frame.line.text):
        return replace(frame, before=tuple(person for person in line.people if person.how == "name" and not line.speech(person.start)))
    if frame.people or frame.sides:
        return frame
    if frame.kind == "ceremony" and (_HANDOVER.search(frame.line.text) or _WERE_PRESENTED.search(frame.line.text)):
        states = {term.value: term for term in told.scene.terms(line.start, line.end) if term.kind in ("country", "demonym")}
        sides = tuple(Side(term.value, True, term.start, term.end) for term in states.values())
        return replace(frame, sides=sides) if len(sides) == _PAIR else frame
    if not frame.plural:
        return frame
    first: dict[str, Reference] = {}
    for person in line.people:
        home = told.scene.side_of(person.person)
        if home and not line.speech(person.start):
            first.setdefault(home.name, person)
    if len(first) > 1:
        return replace(frame, before=tuple(_reference(told, frame, person.person.name) for person in first.values()))
    row = next(rosters.rows(told.scene, line, fewest=2), None) if rosters.heads_meet(line.text) else None
    return replace(frame, sides=row.sides) if row else frame


_ALSO_BY = patterns.compile(r"\b(?:was|were)\s+also\s+\w+\s+(?:over\s+)?by\b")  # and by those of the sentence before
_PAIR = 2  # states, of which one gives and the other is given
# "The handover ceremony was held at": of that of which the sentence before tells
_HANDOVER = patterns.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts)\s+(?:\w+\s+)?(?:hand-?\s?over|turn-?\s?over|donation|delivery|transfer|commissioning)\s+ceremony\b"
)

# "The trucks were presented on Thursday during a ceremony at"
_WERE_PRESENTED = patterns.compile(
    r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:presented|handed\s+over|donated|delivered|turned\s+over|transferred|received)\b[^.;]{0,120}?\bceremony\b"
)


def _without_rivals(told: Told, frame: Frame) -> Frame:
    """The frame without a subject, read from a bare title, of the counterpart's side: "The Minister received her Estonian counterpart"."""
    text = told.scene.passage.text
    rivals = {side.name for side in frame.sides if side.start >= frame.end and "counterpart" in text[side.end : side.end + 40]}
    kept = (person for person in frame.before if person.how != "title" or not told.homes({person.person.name}) & rivals)
    return replace(frame, before=tuple(kept)) if rivals else frame


def _meant(told: Told, frame: Frame) -> tuple[Reference, ...]:
    """Those whom "the delegation", "the guests" or "the ministers" before the words means: one for each side that was told."""
    lead = told.lead()
    latest = told.last if told.last and told.last.status == "primary" else lead
    if lead is None or latest is None:
        return ()
    words = told.scene.passage.text[frame.line.start : frame.start]
    guests = _GUESTS.search(words) or _IT.fullmatch(words) or _GUESTS_WENT.fullmatch(words)
    if guests:
        at_home = {home.name for each in frame.behind if (home := told.scene.side_of(each.person))} | set(lead.hosts)
        if lead.place and lead.place.country:
            at_home.add(lead.place.country)
        if lead.destination and lead.destination.name not in told.homes({each.person.name for each in lead.first.before}):
            at_home = {*lead.hosts, lead.destination.name}  # whoever was met there is of that country
        own = next((side.name for side in frame.sides if frame.line.start + guests.start() <= side.start < frame.start), None)
        known = (name for occasion in told.occasions for name in occasion.people) if own else lead.people
        name = next((name for name in known if (home := told.home(name)) and home.name not in at_home and own in (None, home.name)), None)
        home = told.home(name) if name else None
        others = _of_side(told, lead, home.name)[1:] if home and _MORE_GUESTS.search(words, guests.start()) else []
        return tuple(_reference(told, frame, each) for each in (name, *others)) if name else ()
    of_one = any(_SEVERAL_GUESTS.match(told.scene.passage.text, side.end) and side.end < frame.start for side in frame.sides)
    if frame.plural and not of_one and (frame.behind or frame.kind == "visit" or _met_another_day(frame, latest)) and not frame.name:
        if guests_again := _who_called_before(told, frame, latest):
            return guests_again
        return _one_of_each_side(told, [_reference(told, frame, name) for name in latest.people], words)
    return ()


def _one_of_each_side(told: Told, known: list[Reference], words: str) -> tuple[Reference, ...]:
    """The first of each side, of those who are what the words call them if there are such of two: "the two generals"."""
    called = _CALLED.search(words)
    fitting = [each for each in known if called and _is_called(each, called[1].lower())]
    for choice in (fitting, known):
        first: dict[str, Reference] = {}
        for each in choice:
            if home := told.home(each.person.name):
                first.setdefault(home.name, each)
        if len(first) > 1:
            return tuple(first.values())
    return ()


def _is_called(reference: Reference, noun: str) -> bool:
    """Whether the rank or office of somebody is what a plural says: "generals", "ministers"."""
    held = f"{reference.person.rank or ''} {reference.person.position or ''}".lower()
    return noun.removesuffix("s").replace("secretarie", "secretary") in held


# "the two | generals | met", "both | ministers |"
_CALLED = patterns.compile(
    r"\b(?:[Tt]he|[Bb]oth)\s+(?:two\s+)?(?:\w+\s+)?(generals|admirals|ministers|presidents|secretaries|commanders|chiefs|ambassadors)\b[^,.;]{0,30}\Z"
)


def _met_another_day(frame: Frame, latest: Occasion) -> bool:
    """Whether those of whom was told had met before: "Yesterday, the two ministers met in Lima"; not "They welcomed the summit of May"."""
    if frame.date is None or latest.date is None or frame.tense != "past" or frame.trigger.roles != "peers" or is_coarse(frame.date):
        return False
    return not overlap(frame.date, latest.date)


def _who_called_before(told: Told, frame: Frame, latest: Occasion) -> tuple[Reference, ...]:
    """The guests who called on one host and then on the next of the same state: "They later called on General Roca"."""
    if frame.trigger.roles != "guest-host" or latest.first.trigger.roles != "guest-host":
        return ()
    hosts = told.homes({each.person.name for each in frame.behind})
    came = dict.fromkeys(each.person.name for each in latest.first.before)
    guests = [name for name in came if (home := told.home(name)) and home.name not in hosts]
    return tuple(_reference(told, frame, name) for name in guests) if hosts and len(guests) == len(came) else ()


def _subject_of_line(told: Told, frame: Frame) -> tuple[Reference, ...]:
    """Those whom an earlier verb of the sentence has as its subject: "The delegation visited the base and held talks"."""
    before = told.last.frames[-1] if told.last else None
    if before is None or before.line.number != frame.line.number or not frame.behind:
        return ()
    return before.before if _AND_VERB.search(told.scene.passage.text, before.end, frame.start) else ()


def _of_series(told: Told, frame: Frame) -> tuple[Reference, ...]:
    """The official who had several meetings, where a sentence names only the partner: "The meeting with Minister Popa dealt with"."""
    series = told.series()
    if series is None or not is_one_of_several(frame) or len(told.homes({each.person.name for each in frame.people})) > 1:
        return ()
    homes = told.homes({each.person.name for each in frame.people})
    leads = (each.person.name for each in series.first.before if (home := told.home(each.person.name)) and home.name not in homes)
    name = next(leads, None)
    return (_reference(told, frame, name),) if name else ()


def is_one_of_several(frame: Frame) -> bool:
    """Whether the words tell one of several meetings announced before."""
    return frame.trigger.rule.endswith(("the-meeting-with", "with-each", ".shared", ".agreed-together"))


def is_of_several(frame: Frame) -> bool:
    """Whether the words announce several meetings of one official: "held talks with his counterparts from four nations"."""
    at = frame.line.start
    return _SEVERAL.search(frame.line, frame.start - at, min(frame.line.end, frame.end + 80) - at) is not None


_SEVERAL = Cued(
    "meetings calls conversations talks engagements several number following series bilaterals audiences counterparts leaders officials"
    " ministers chiefs representatives commanders colleagues delegations",
    r"\b(?:bilateral|separate|individual|one-on-one|sideline)\s+(?:\w+\s+)?(?:meetings|engagements)\b|\b(?:several|a\s+number\s+of|the\s+following)\s+(?:[\w-]+\s+){0,3}(?:meetings|engagements|bilaterals|calls|(?:foreign|visiting)\s+(?:officials|ministers|delegations|guests))\b|\bseries\s+of\s+(?:[\w-]+\s+){0,2}(?:meetings|talks|bilaterals|calls)\b"
    r"|\b(?:two|three|four|five|six|seven|eight)\s+(?:separate|individual|bilateral|successive)\s+(?:[\w-]+\s+)?(?:calls|conversations|talks|meetings)\b"
    r"|\b(?:held|had|conducted)\s+(?:[\w-]+\s+)?(?:meetings|bilaterals|engagements|audiences)\s+with\b"
    r"|\bwith\s+(?:[\w-]+\s+){0,2}?(?:counterparts|leaders|officials|ministers|chiefs|representatives|commanders)\s+(?:from|of)\s+"
    r"(?:the\s+)?[A-Z][\w ,-]{2,80}?\sand\s+(?:the\s+)?[A-Z]"
    r"|\b(?:met|meetings|talks|discussions|consultations)\b[^.;]{0,40}?\swith\s+(?:(?:his|her|their|the|several|other|four|three|five|six|seven|\w+)\s+){0,3}?"
    r"(?:counterparts|colleagues|defen[cs]e\s+(?:ministers|chiefs)|(?:officials|ministers|leaders|representatives|delegations)\s+(?:from|of)\s+(?:several|various|a\s+number\s+of|\w+)\s+(?:countries|nations|states))\b",
    re.IGNORECASE,
)


_AND_VERB = patterns.compile(r"(?:\band|\bthen|\bbefore|,)\s+(?:(?:also|then|later|subsequently|were|was|is|are)\s+){0,3}\Z")


def _protagonist(told: Told, frame: Frame) -> tuple[Reference, ...]:
    """The one of whom the release tells, where a sentence has no subject of its own: "Mine clearance was then discussed with N".

    In "At a meeting with N, he said" it is the one who spoke; else the one who acts in the occasion told first, else who is named first.
    """
    met = told.homes({each.person.name for each in frame.behind})
    others = {side.name for side in frame.sides} - met
    if len(met) != 1 or frame.plural or len(others) > 1 or not _has_no_subject(told, frame):
        return ()
    lead = told.lead()
    spoke = _SPOKE.search(told.scene.passage.text, frame.behind[-1].end, frame.line.end)
    said = told.scene.cast.before(frame.line.start) if spoke else None
    acted = [each.person for each in (lead.first.before if lead else ())]
    named = [each.person for line in told.scene.lines[:_FIRST_LINES] for each in line.people] if lead is None else []
    for person in (*((said,) if said else ()), *acted, *named):
        home = told.home(person.name)
        if home and home.name not in met and others <= {home.name}:
            return (_reference(told, frame, person.name),)
    return ()


def _has_no_subject(told: Told, frame: Frame) -> bool:
    """Whether nobody can stand before the words: they are a noun at the head of the sentence, or a passive behind what was talked of."""
    text = told.scene.passage.text
    lead = text[frame.line.start : frame.start]
    if frame.trigger.roles != "host-guest" and _TITLE_ALONE.search(lead):
        return True  # "the Commander-in-Chief met with", whoever that is
    if _ITEM.fullmatch(lead) and text[frame.start].isupper() and frame.trigger.roles != "guest":
        return True  # an item of a list: "Met with Minister Roca to discuss"
    if frame.trigger.rule.endswith(("the-meeting-with", "called-on")) and _AS_NOUN.match(text[frame.line.start : frame.end]):
        return True
    if frame.trigger.rule.endswith("discussed-with"):
        return bool(_PASSIVE.search(text, max(frame.line.start, frame.start - 40), frame.end))
    if frame.trigger.rule.endswith(("meeting-with", "meeting-between", "call-between", "held-with", "call-with", "called-on")):
        return bool(_ADVERBS.fullmatch(lead) and _NOUN_PHRASE.match(text, frame.start))
    return False


_TITLE_ALONE = patterns.compile(
    r"(?:\A|,\s)[Tt]he\s+(?:(?:[A-Z][\w-]+\s+){1,4}|visiting\s+(?:[A-Z][\w-]+\s+(?:of\s+|the\s+|for\s+){0,2}){1,6}|(?:visiting\s+)?(?:[a-z-]+\s+){0,2}(?:minister|chief|commander|secretary|admiral|general)\s+"
    r"|chief\s+of\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:staff|defen[cs]e|forces?)\s+)(?:(?:also|then|later|had|has)\s+){0,2}\Z"
)
_ITEM = patterns.compile(r"\W{0,4}")
# "There followed a lunch with", "Talks with", "The programme included talks with", "The last stop was Lima, with a call on"
_AS_NOUN = patterns.compile(
    r"(?:[A-Z][\w-]*[^.;:“”]{0,50}?\s)?(?:[Tt]here\s+followed|[Ff]ollowed|[Nn]ext\s+(?:came|was|on)|[Tt]hen\s+came)\b"
    r"|(?:[\w-]+\s+){0,3}(?i:talks|discussions|consultations|lunch|dinner|breakfast|audience|encounter|meeting)\s+with\Z"
    r"|[^.;:“”]{0,160}\b(?:[Pp]rogram(?:me)?|[Aa]genda|[Ii]tinerary|[Ss]chedule|[Vv]isit|[Ss]tay|[Tt]rip|[Tt]our|[Dd]ay|[Ss]top|[Ll]eg|subject|topic|focus|cent(?:re|er)|heart|theme)\b[^.;:“”]{0,120}\Z"
)
_FIRST_LINES = 2  # sentences in which the one of whom a release tells is named
_SPOKE = patterns.compile(r",\s+(?:he|she)\s")
_PASSIVE = patterns.compile(r"\b(?:was|were|been)\s+(?:[\w-]+\s+){0,2}?\w+ed\b")
# "On Tuesday, ", "Yesterday, a ", "In Lima, on the second day, "
_ADVERBS = patterns.compile(
    r"(?:(?:(?:On|In|At|During|After|Before|Following|Later|Earlier|Then|Today|Yesterday|Tomorrow|Also|Finally|Afterwards|Subsequently|Thereafter|Thereupon|Separately|Furthermore|Additionally|Moreover|Likewise|Similarly|Meanwhile|Next|The\s+same|That)\b"
    r"[^,.;]{0,50},?\s+){0,2})(?:(?:[Aa]n?|[Aa]nother|[Tt]he|[Oo]ne\s+more)\s+(?:[\w-]+\s+){0,3}?)?"
)
_NOUN_PHRASE = patterns.compile(
    r"(?:(?:in|during|at|after|following|for|on|apart\s+from|besides|in\s+addition\s+to|alongside)\s+)?(?:(?:an?|the)\s+)?(?:[\w-]+\s+){0,3}?(?:meetings?|talks|discussions|consultations|audience|conversations?|calls?)\b",
    re.IGNORECASE,
)


def _reference(told: Told, frame: Frame, name: str) -> Reference:
    """The one who is left out, as what stands before the words, or as the words where they open the sentence: "Talks with N followed"."""
    end = frame.start if told.scene.passage.text[frame.line.start : frame.start].strip() else frame.end
    return Reference(frame.line.start, end, told.scene.person(name), "title")


def _leader(told: Told, side: Side, frame: Frame) -> Reference | None:
    """The one whom "the Chilean delegation" or "his Chilean counterpart" means: the first of the side in an earlier occasion."""
    text = told.scene.passage.text
    stands_for = (
        _DELEGATION.match(text, side.end)
        or _JOINT_DELEGATION.match(text, side.end)
        or _GUEST_FROM.search(text, max(0, side.start - _LONGEST_GUEST), side.start)
    )
    if stands_for is None or _ANY.search(text, max(0, side.start - _LONGEST_GUEST), side.start):
        return None
    for occasion in told.occasions:
        name = next((name for name in occasion.people if (home := told.home(name)) and home.name == side.name), None)
        if name and occasion.status == "primary":
            leader = told.scene.person(name)
            fits = "counterpart" not in stands_for.group() or any(counterparts.same_office(leader, each.person) for each in frame.people)
            return Reference(side.start, side.end, leader, "title") if fits else None
    return counterparts.of_side(told, side, frame) if "counterpart" in stands_for.group() else None


def _beside_leader(told: Told, side: Side, leader: Reference) -> tuple[Reference, ...]:
    """The others whom a plural means: "the Chilean officers", of whom two were told."""
    if not _SEVERAL_GUESTS.match(told.scene.passage.text, side.end):
        return ()
    occasion = next((each for each in told.occasions if each.status == "primary" and leader.person.name in each.people), None)
    return tuple(replace(leader, person=told.scene.person(name)) for name in _of_side(told, occasion, side.name)[1:])


def _of_side(told: Told, occasion: Occasion | None, name: str) -> list[str]:
    """The people of a side who took part in an occasion, by name."""
    return [each for each in (occasion.people if occasion else ()) if (home := told.home(each)) and home.name == name]


_SEVERAL_GUESTS = patterns.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:guests|visitors|officers|officials|diplomats|attach[eé]s|generals|admirals)\b"
)


def _holder(told: Told, side: Side, offices: re.Match[str] | None) -> Reference | None:
    """The one official of the side whom another sentence names with the office told here: "the defence ministers of Peru and Chile"."""
    text = told.scene.passage.text
    office = _OFFICE.match(text, side.end) or _OFFICE_OF.search(text, max(0, side.start - _LONGEST_OFFICE), side.start)
    if office is not None:
        words = set(re.findall(r"[a-z]{4,}", office["office"].casefold()))
    elif offices is not None and offices.end() <= side.start <= offices.end() + _LONGEST_LIST:
        words = set(re.findall(r"[a-z]{4,}", offices["office"].casefold().replace("ministers", "minister").replace("chiefs", "chief")))
    else:
        return None
    holders = [
        person
        for person in told.scene.cast.order
        if (home := told.home(person.name))
        and home.name == side.name
        and not person.former
        and _plain_words(person.position) in (words - {"national"}, words & {"minister"})
    ]
    return Reference(side.start, side.end, holders[0], "title") if len(holders) == 1 else None


def _plain_words(position: str | None) -> set[str]:
    """The words of an office without those that only say of what state it is."""
    return set(re.findall(r"[a-z]{4,}", (position or "").casefold())) - {"national"}


_LONGEST_OFFICE = 60  # characters of "the Minister of National Defence of the Republic of "
_LONGEST_LIST = 200  # characters of a list of states
# "the Greek | Minister of Defence and the Chilean one", whose holder another sentence names
_OFFICE = patterns.compile(
    r"(?:['’]s?)?\s+(?P<office>(?:Defen[cs]e|Foreign|Prime)\s+Minister|Minister\s+of\s+(?:National\s+)?Defen[cs]e|Chief\s+of\s+(?:the\s+)?(?:General\s+Staff|Defen[cs]e(?:\s+Staff)?))\b(?!,?\s+[A-Z])"
)
# "held talks with the Minister of Defence of | Chile."
_OFFICE_OF = patterns.compile(
    r"\bthe\s+(?P<office>(?:Defen[cs]e|Foreign|Prime)\s+Minister|Minister\s+of\s+(?:National\s+)?Defen[cs]e|Chief\s+of\s+(?:the\s+)?(?:General\s+Staff|Defen[cs]e(?:\s+Staff)?))"
    r"\s+of\s+(?:the\s+)?(?:(?:Republic|Kingdom|State|Sultanate)\s+of\s+(?:the\s+)?)?\Z"
)
# "The defence ministers of | Peru, Chile and Ecuador", "the chiefs of defence of"
_OFFICES = patterns.compile(
    r"\b(?P<office>(?:defen[cs]e|foreign|prime)\s+ministers|ministers\s+of\s+defen[cs]e|chiefs\s+of\s+(?:the\s+)?(?:general\s+staffs?|defen[cs]e(?:\s+staffs?)?))\s+(?:of|from)\s+",
    re.IGNORECASE,
)


def _with_guests(told: Told, frame: Frame) -> Frame:
    """The frame with the side of "the delegation" or "the guests": the other one of the occasion told first, and who leads it there."""
    lead = told.lead()
    if lead is None or len(told.homes({each.person.name for each in frame.people})) != 1 or frame.trigger.roles == "guest":
        return frame
    text = told.scene.passage.text
    lead_in = text[frame.line.start : frame.start]
    others = any(side.start >= frame.end for side in frame.sides)  # "received the Swedish delegation", and not those told before
    arrives = not frame.behind and not others and frame.trigger.roles in ("host-guest", "peers") and _THE_GUESTS.match(text, frame.end)
    unsure = all(told.scene.is_unsure(each.person.name) for each in frame.before)  # "Led by Colonel Roca, the delegation was received"
    comes = unsure and frame.behind and (_GUESTS.search(lead_in) or _WHERE_IT.search(lead_in))
    if not (arrives or comes):
        return frame
    hosts = told.homes({each.person.name for each in frame.people})
    guests = [side for name, (side, _) in lead.sides.items() if name not in hosts]
    if len(guests) != 1:
        return frame
    known = _of_side(told, lead, guests[0].name) if arrives else []
    known = known if arrives and _MORE_GUESTS.search(arrives.group()) else known[:1]
    behind = tuple(Reference(arrives.start(), arrives.end(), told.scene.person(name), "title") for name in known) if arrives else ()
    return replace(frame, sides=(*frame.sides, *guests), behind=(*frame.behind, *behind))


# "Later the delegation ", "The guests were "
_GUESTS = patterns.compile(
    r"\b[Tt]h(?:e|eir)\s+(?:(?:head|leader|chief)\s+of\s+the\s+)?(?:visiting\s+|distinguished\s+|esteemed\s+|honou?red\s+|foreign\s+|high-(?:ranking|level)\s+|[A-Z]\w+\s+)?"
    r"(?:delegation|delegates|team|guests?|visitors?|party|entourage|dignitar(?:y|ies)|(?:two\s+|three\s+)?(?:military\s+)?(?:diplomats|attach[eé]s))\b"
    r"(?:(?:\s+(?!from\b|of\b|led\b)\w+){0,4}\s*\Z|\s+(?:will|is\s+(?:expected\s+|scheduled\s+|due\s+)?to)\s+(?:go|travel|fly|proceed|move|head|continue)\s[^.;:]{3,60}\Z)"
)
_MORE_GUESTS = patterns.compile(r"\b(?:guests|visitors|dignitaries|diplomats|attach[eé]s)\b")
# "The delegation also visited the shipyard and "
_GUESTS_WENT = patterns.compile(
    r"(?:(?:In\s+addition|Later|Earlier|Afterwards|On\s+[^,;.]{3,30}),?\s+)?[Tt]h(?:e|eir)\s+(?:visiting\s+|[A-Z]\w+\s+)?(?:delegation|delegates|team|guests?|visitors?|party)\s+"
    r"(?:(?:also|then|later)\s+)?[a-z]+ed\s[^;:]{3,160}?\band\s+(?:(?:also|then|later)\s+)?"
)
_THE_GUESTS = patterns.compile(
    r"\s+(?:with\s+)?(?:the|his|her|their)\s+(?:(?:head|leader|members)\s+of\s+the\s+)?(?:[\w-]+\s+){0,2}?(?:delegation|delegates|guests?|visitors?|visiting|dignitar(?:y|ies))\b(?!\s+(?:of|from|led|headed)\b)"
)
# "the delegation was in Lima, where it ": those of the same sentence
_WHERE_IT = patterns.compile(
    r"\b(?:delegation|delegates|team|party|group|visitors|guests|it\s+(?:was|went|travell?ed|flew))\b[^.;]{0,120}\bwhere\s+(?:it|they)\s*\Z"
)
_IT = patterns.compile(r"It\s+(?:(?:will|then|later|also|was)\s+){0,3}")  # the delegation of the sentence before
_DELEGATION = patterns.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,3}?(?:delegation|delegates|side|guests?|visitors?|dignitary|counterpart|team|ministers?|commanders?|generals?|admirals?|chiefs?|secretary|officials?"
    r"|officers?|attach[eé]s?|diplomats?|envoy|ambassador|leader|colonel|brigadier|captain|commodore|marshal|soldier)\b(?!\s+(?:of|for)\b)",
    re.IGNORECASE,
)
# "the joint Romanian| -Bulgarian delegation", "the Romanian| and Bulgarian delegations"
_JOINT_DELEGATION = patterns.compile(
    r"(?:\s?[–-]\s?|\s+and\s+)[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s+(?:delegations?|team|side|sides)\b(?!\s+(?:of|for)\b)"
)
# "the guest from | Austria"
_GUEST_FROM = patterns.compile(
    r"\b[Tt]he\s+(?:guests?|visitors?|delegation|officers?|attach[eé]s?|diplomats?|minister|general|admiral)\s+from\s+(?:the\s+)?\Z"
)
_ANY = patterns.compile(r"\b(?:an?|another|some|several|other|any)\s+(?:[\w-]+\s+){0,2}\Z")  # "a Chilean officer": not the one told before
_LONGEST_GUEST = 40  # characters of "the distinguished guest from the "
