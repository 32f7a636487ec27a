"""Who took part in a gathering of many: the states that a sentence lists as present, or as members of the body that met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.occasion import Occasion
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.types import Term
from ingest.engine.values import frozen

_FEWEST = 3  # states of a row


@frozen
class Row:
    """States that a sentence lists one behind the other, and where the list stands in the passage."""

    sides: tuple[Side, ...]
    start: int
    end: int


def rows(scene: Scene, line: Line, *, fewest: int = _FEWEST) -> Iterator[Row]:
    """The lists of states in a sentence: "Chile, Peru and Brazil", "the Chilean, Peruvian and Brazilian"."""
    row: list[Term] = []
    for term in scene.terms(line.start, line.end):
        if term.kind not in ("country", "demonym"):
            continue
        if row and not _JOINED.fullmatch(scene.passage.text, row[-1].end, term.start):
            yield from _row(row, fewest)
            row = []
        row.append(term)
    yield from _row(row, fewest)


def _row(terms: list[Term], fewest: int) -> Iterator[Row]:
    sides = {term.value: Side(term.value, True, term.start, term.end) for term in terms}
    if len(sides) >= fewest:
        yield Row(tuple(sides.values()), terms[0].start, terms[-1].end)


# "Chile, | Peru, | the Republic of | Brazil | as well as from | Chad", "Fiji, | together with | Peru", "Oman (online), | Fiji"
_JOINED = patterns.compile(
    r"\s+|\s*\(|(?:\)|\s*\([A-Za-z ]{2,25}\))?"
    r"\s*(?:[,;/]|[,;]?\s+(?:and|as\s+well\s+as|together\s+with|along\s+with))\s*(?:(?:and|also|[Tt]he|of|from|for)\s+)*"
    r"(?:(?:Republic|Kingdom|State|Sultanate)\s+of\s+(?:the\s+)?)?"
)


def read(told: list[Occasion], last: Occasion | None, scene: Scene, line: Line) -> None:
    """Gives a gathering of those told the states that a sentence lists as taking part in it, or as members of the body that met.

    `last` is the occasion of which the sentence itself tells; None where it tells of none.
    """
    gatherings = [occasion for occasion in told if occasion.is_gathering or occasion.first.kind == "exercise"]
    states = len(scene.terms(line.start, line.end))
    if not gatherings or not states:
        return
    observed = not line.parts.isdisjoint(_OBSERVING) and lexicon().rosters["observe"].search(line.text)
    fewest = 1 if observed else _FEWEST
    if states < fewest:
        return
    for row in rows(scene, line, fewest=fewest):
        of_body = next((occasion for occasion in gatherings if _are_members(occasion, scene, line, row)), None)
        open_one = _open_one(gatherings)
        here = open_one if last in (None, open_one) and _take_part(scene, line, row, is_held=open_one.state == "held") else None
        told_apart = _told_apart(scene, line, row) if here and not of_body else ()
        for side in (*told_apart, *row.sides) if not line.speech(row.start) and (of_body or here) else ():
            (of_body or open_one).sides.setdefault(side.name, (side, scene.evidence(side.start, side.end, "meetings.roster")))


_OBSERVING = frozenset(["observer", "observers", "also"])  # one of which stands in what `observe` matches


def _told_apart(scene: Scene, line: Line, row: Row) -> tuple[Side, ...]:
    """The hosts named before the list of the others: "Joining Chile and Peru were delegates from", "In addition to Chile, "."""
    opens = _ASIDE.match(scene.passage.text, line.start, row.start)
    terms = [term for term in scene.terms(opens.end(), row.start) if term.kind == "country"] if opens else []
    reached, sides = opens.end() if opens else 0, []
    for term in terms:
        if not _AND_THE.fullmatch(scene.passage.text, reached, term.start):
            break
        sides.append(Side(term.value, True, term.start, term.end))
        reached = term.end
    return tuple(sides)


_ASIDE = patterns.compile(
    r"(?:In\s+addition\s+to|Besides|Apart\s+from|Joining|Along\s+with|Together\s+with|As\s+well\s+as)\s+(?:the\s+)?(?:(?:host(?:s|ing)?|organi[sz]ers?)(?:\s+(?:nations?|countr(?:y|ies)))?,?\s+)?"
)
_AND_THE = patterns.compile(r"(?:,|,?\s+and)?\s*(?:the\s+)?")


def _open_one(gatherings: list[Occasion]) -> Occasion:
    """The gathering of which a list tells: the last that has a name or people, else the last of which nobody is named."""
    strong = [occasion for occasion in gatherings if occasion.name or occasion.people or occasion.first.trigger.needs == "many"]
    return (strong or gatherings)[-1]


# "The next session will be attended by"
_TO_COME = patterns.compile(r"\b(?:will|would|shall|is\s+to|are\s+to)\s+(?:\w+\s+)?\w")


def _take_part(scene: Scene, line: Line, row: Row, *, is_held: bool) -> bool:
    """Whether the words beside a list say that those of these states were there: "delegations from", "were represented"."""
    text, begin = scene.passage.text, max(line.start, row.start - _NEAR)
    if _OF_THEM.match(text, row.end, line.end) or lexicon().rosters["observe"].match(text, row.end, line.end):
        return True
    if len(row.sides) < _FEWEST:
        return False
    if is_held and _TO_COME.search(line.text, 0, row.start - line.start):
        return False
    if lexicon().rosters["lead"].search(text, begin, row.start):
        return True
    came = lexicon().rosters["came"]
    is_place = _IN.search(text, begin, row.start)
    return not is_place and bool(came.search(text, begin, row.start) or came.search(text, row.end, min(line.end, row.end + _NEAR)))


# "the Chilean, Peruvian and Brazilian | defence ministers"
_OF_THEM = patterns.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:ministers|chiefs|commanders|delegations|representatives|secretaries|officials)\b")
_NEAR = 120  # characters beside a list in which words tell what it lists
# "in | Chile, Peru and Brazil": where, and not who
_IN = patterns.compile(r"\b(?:in|at|near|to|into|across|outside|over|against|between)\s+(?:the\s+|[a-z]+\s+)?\Z")


def _are_members(gathering: Occasion, scene: Scene, line: Line, row: Row) -> bool:
    """Whether the list is of the members of a body that is named where the gathering is told: "The members of the ALBA are"."""
    text, begin = scene.passage.text, max(line.start, row.start - 2 * _NEAR)
    if not lexicon().rosters["members"].search(text, max(begin, row.start - _NEAR), row.start):
        return False
    if line.number and _IT.match(line.text):
        begin = scene.lines[line.number - 1].start  # "The Andean Group was founded in 2012. It comprises"
    told = " ".join([*(frame.line.text for frame in gathering.frames[:_FRAMES]), gathering.name.text if gathering.name else ""])
    return any(match.group() in told for match in _BODY.finditer(text, begin, row.start) if not _is_state(scene, match))


def _is_state(scene: Scene, named: re.Match[str]) -> bool:
    return any(term.kind in ("country", "demonym") for term in scene.terms(named.start(), named.end()))


_IT = patterns.compile(r"(?:It|The\s+(?:format|group|body|organi[sz]ation|forum|initiative))\b")
_FRAMES = 3  # tellings of a gathering in which its body is looked for
_BODY = patterns.compile(r"\b(?!(?:The|This|In|At)\s)[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+)+|\b[A-Z]{2}[A-Z0-9-]*\b")


def heads_of_many(scene: Scene, line: Line, end: int) -> bool:
    """Whether ministers, chiefs or delegations of more states than two stand in a sentence before a position."""
    lead = scene.passage.text[max(line.start, end - 3 * _NEAR) : end]
    if any(_acts_itself(scene, line, row, end) for row in rows(scene, line) if row.end <= end):
        return True
    if not heads_meet(lead):
        return False
    states = {term.value for term in scene.terms(line.start, end) if term.kind in ("country", "demonym")}
    if len(states) != _PAIR and lexicon().rosters["of_states"].search(lead) and not _TWO.search(lead):
        return True
    if counts_many(lead) or lexicon().rosters["regional"].search(lead) or any(row.end <= end for row in rows(scene, line)):
        return True
    bodies = (term for term in scene.terms(line.start, end) if term.kind not in ("country", "demonym"))
    return any(lexicon().rosters["of_body"].match(scene.passage.text, body.end, end) for body in bodies)


def _acts_itself(scene: Scene, line: Line, row: Row, end: int) -> bool:
    """Whether the states of a row are those who act right behind it, and no people from them: "Refugees from Chile and Peru met"."""
    text = scene.passage.text
    return _ACT.fullmatch(text, row.end, end) is not None and not _FROM.search(text, line.start, row.start)


_FROM = patterns.compile(r"\b(?:of|from|in|to|with|for|by|between|among)\s+(?:the\s+)?(?:[A-Z][\w-]+\s+of\s+(?:the\s+)?)?\Z")
# "Chile, Peru and Brazil, and the European Union – | met in": the states themselves
_ACT = patterns.compile(r"(?:,?\s+and\s+(?:the\s+)?(?:[A-Z][\w-]+\s?){1,4})?\s*[,)—–-]{0,2}\s*(?:(?:\w+ly|have|has)\s+){0,2}")
_PAIR = 2  # states, whose two ministers are no gathering
_TWO = patterns.compile(r"\b(?:two|both)\s+(?:[\w-]+\s+){0,3}(?:ministers|chiefs)\b", re.IGNORECASE)


def is_of_many(occasion: Occasion) -> bool:
    """Whether the words that tell a gathering say that more met in it than are named: "the chiefs of defence of 22 nations"."""
    if any(frame.trigger.needs in ("many", "counted") for frame in occasion.frames[:_FRAMES]):
        return True
    if _meets_many(occasion):
        return True
    if not occasion.is_gathering or _is_domestic(occasion):
        return False
    if occasion.name is not None and not occasion.name.is_exercise and lexicon().many.search(occasion.name.text):
        return True
    told = (frame.line.text for frame in occasion.frames[:_FRAMES] if frame.kind == "meeting")
    return any(heads_meet(text) and counts_many(text) for text in told) or _is_of_body(occasion)


def _meets_many(occasion: Occasion) -> bool:
    """Whether somebody met those of several states whom a sentence only counts: "met with representatives of 17 countries"."""
    first = occasion.first
    return first.kind in ("meeting", "call") and bool(first.before) and _WITH_MANY.match(occasion.scene.passage.text, first.end) is not None


# "held a roundtable | discussion on Monday with representatives from partner nations"
_WITH_MANY = patterns.compile(
    r"\s+(?:(?:today|yesterday|virtually|on\s+\w+day|this\s+\w+),?\s+){0,2}(?:with\s+)?(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:representatives|ambassadors|diplomats|officials|ministers|leaders|envoys|delegates|experts)\s+"
    r"(?:of|from|representing)\s+(?:the\s+|more\s+than\s+|over\s+|some\s+|about\s+)?(?:\d{1,3}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|partner|allied|various|like-?minded|member)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:countries|nations|governments|member\s+states)\b",
    re.IGNORECASE,
)


def _is_domestic(occasion: Occasion) -> bool:
    """Whether a state gathered people at home and no word tells of others: "The Presidency of Peru hosted its first Housing Summit"."""
    if len(occasion.sides) > 1 or not occasion.first.trigger.rule.endswith(_GATHERED_BY):
        return False
    there = occasion.place.country if occasion.place else None
    if there is not None and there not in occasion.sides:
        return False
    told = " ".join(frame.line.text for frame in occasion.frames[:_FRAMES])
    return _OF_OTHERS.search(told) is None


_GATHERED_BY = (".held-occasion", ".chaired", ".hosts-gathering", ".was-held")
# words for those of other states
_OF_OTHERS = patterns.compile(
    r"\b(?:countries|nations|foreign|international|global|world|regional|multinational|multilateral|allies|allied|partner\s+(?:countries|nations)|delegations?|delegates"
    r"|counterparts?|ambassadors?|attach[eé]s?|diplomats?|ministers?|ministerial|chiefs|heads\s+of|leaders\s+of|leaders['’]|member\s+states|trilateral|bilateral|security|defen[cs]e"
    r"|NATO|EU|UN|ASEAN|G7|G20|AU|African?|Asian?|Europe(?:an)?|Pacific|Arab|Gulf|Americas|Caribbean|Atlantic|Nordic|Baltic|Balkan)\b"
)


def add_body(occasion: Occasion) -> None:
    """Gives a gathering the organization whose ministers or chiefs met in it, as its sentence names it.

    Where sides are told already, only one within the words that tell it: "the meeting of the chiefs of staff of ECOWAS opened".
    """
    if not is_of_many(occasion):
        return
    first, is_open = occasion.first, not occasion.sides
    for term in occasion.scene.terms(first.line.start, first.line.end):
        name = occasion.name
        within = _is_within_words(occasion, term) or (name is not None and name.start <= term.start < name.end)
        if term.kind not in ("country", "demonym") and (within or is_open):
            side = Side(term.value, False, term.start, term.end)
            occasion.sides.setdefault(term.value, (side, occasion.scene.evidence(term.start, term.end, "meetings.roster")))


def _is_of_body(occasion: Occasion) -> bool:
    """Whether the ministers or chiefs of an organization met in it: "the ALBA | chiefs of defence", "ministers of the | ALBA"."""
    text, first = occasion.scene.passage.text, occasion.first
    bodies: list[Side | Term] = [side for side, _ in occasion.sides.values() if not side.is_state]
    named = (term for term in occasion.scene.terms(first.start, first.end) if term.kind not in ("country", "demonym"))
    bodies += [term for term in named if _is_within_words(occasion, term)]
    words = lexicon().rosters
    return any(
        words["of_body"].match(text, body.end) or words["lead"].search(text, max(0, body.start - _NEAR), body.start) for body in bodies
    )


def _is_within_words(occasion: Occasion, term: Term) -> bool:
    """Whether a body stands within the words that tell a gathering: "attended a meeting of the ministers of the | ALBA"."""
    first = occasion.first
    return first.trigger.rule.endswith("gathering-of") and first.start <= term.start < first.end


def counts_many(text: str) -> bool:
    """Whether words count or name more states than two whose people meet: "representatives of twelve countries"."""
    counted = lexicon().rosters["count"].search(text)
    return counted is not None and not (counted.group().endswith("states") and _OF_ONE_LAND.search(text))


# "legislators from ten states", "the governors of five states": those of one country
_OF_ONE_LAND = patterns.compile(
    r"\b(?:legislat(?:ors?|ive)|lawmakers|governors|attorneys\s+general|mayors|elected\s+officials|students|advocates|state\s+(?:government\s+)?officials"
    r"|chief\s+ministers|first-time|voters|local\s+leaders)\b",
    re.IGNORECASE,
)


def counts_delegates(text: str) -> bool:
    """Whether words count the nations from which delegates came: "100 delegates from 35 countries"."""
    return lexicon().rosters["delegates"].search(text) is not None


def lists_delegates(scene: Scene, line: Line) -> bool:
    """Whether words list the nations from which delegates came: "with delegations from Chile, Peru and Brazil"."""
    text = scene.passage.text
    return any(lexicon().rosters["lead"].search(text, max(line.start, row.start - _NEAR), row.start) for row in rows(scene, line))


def heads_meet(text: str) -> bool:
    """Whether words tell of ministers, chiefs or commanders of many: "the chiefs of defence of the member states"."""
    return lexicon().rosters["heads"].search(text) is not None
