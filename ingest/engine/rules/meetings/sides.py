"""The states and international organizations that a sentence names as sides of what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.types import Passage, Term
from ingest.engine.values import frozen


@frozen
class Side:
    """A state or international organization that takes part, and where the text says so."""

    name: str  # ISO code, or the name of the organization
    is_state: bool
    start: int
    end: int


def named(passage: Passage, terms: list[Term], start: int, end: int) -> Iterator[Side]:
    """The states and organizations of the sentence that stand as sides: "the Chilean delegation", "between Chile and NATO"."""
    text = passage.text
    listed: set[int] = set()
    for at, term in enumerate(terms):
        before, after = text[max(start, term.start - 90) : term.start], text[term.end : min(end, term.end + 60)].removeprefix(")")
        if (
            after.startswith(("-led", "-mandated"))
            or _OF_BUSINESS.match(after)
            or (term.kind == "intorg" and _MEMBERS.match(after) and _THEIR_OWN.search(before))
            or (term.kind == "intorg" and _OF_LAND.match(after))
            or (term.kind == "country" and _OF_MISSION.search(before) and not text[term.start : term.end].isupper())
        ):
            continue
        lead = at in listed
        joins = at + 1 < len(terms) and _JOINED.fullmatch(text[term.end : terms[at + 1].start])
        alone = _ACTS.match(after) and _SENTENCE_HEAD.fullmatch(text[start : term.start])
        if lead or alone or _is_side(before, after) or (joins and _is_pair(text, terms, at, end)):
            if joins and not _BREAKS.search(text[term.end : terms[at + 1].start]):
                listed.add(at + 1)
            yield Side(term.value, term.kind in ("country", "demonym"), term.start, term.end)


# "the vice president of the | American | company", "| Peruvian | activists": for no state
_OF_BUSINESS = patterns.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:compan(?:y|ies)|firms?|manufacturers?|corporation|shipbuilders?|contractors?|suppliers?|start-?ups?|consortium|business(?:es)?"
    r"|activists?|dissidents?|journalists?|advocates|communit(?:y|ies)|diaspora|immigrants|descent|origin|heritage|civil\s+society)\b"
    # "Peruvian-Chilean leaders": citizens of the latter
    r"|[\s-][A-Z][\w]+(?:ans?|ish|ese)\s+(?:citizens?|leaders|voters|families|organi[sz]ations|activists?|journalists?|communit(?:y|ies)|advocates|students)\b"
)
# "leaders from | NATO | ’s eastern flank": where they are from
_OF_LAND = patterns.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?:flank|territory|airspace|borders?|waters|neighbou?rhood|shores?|coasts?)\b")
# "EUXM | Peru | Commander": the seat of a mission, which is no side for the state
_OF_MISSION = patterns.compile(r"\b[A-Z]{4,9}\s\Z")
# "her counterparts from | ASEAN | countries", "from | NATO | Allies Chile and Peru": each for his own state, and none for the body
_MEMBERS = patterns.compile(r"\s+(?:member\s+)?(?:nations|countries|states|[Aa]llies|partners|members)\b")
_THEIR_OWN = patterns.compile(r"\b(?:counterparts|colleagues)\s+(?:from|of)\s+(?:the\s+|other\s+)?\Z")


def of_groups(text: str, start: int, parts: frozenset[str]) -> Iterator[Side]:
    """The states of the groups that a sentence names with their ministers or chiefs: "the Nordic and the Baltic defence ministers".

    `parts` are its words in small letters, those of hyphened words apart.
    """
    if parts.isdisjoint(lexicon().group_stems):
        return
    for match in lexicon().group.finditer(text):
        at = "before" if match["before"] else "behind"
        for name, states in lexicon().groups.items():
            if name in match[at]:
                yield from (Side(state, True, start + match.start(at), start + match.end(at)) for state in states)


# "The United States handed over two boats": a state that acts opens the sentence
_SENTENCE_HEAD = patterns.compile(r"(?:(?:On\s[\w\s]{3,20}|Today|Yesterday),?\s)?(?:[Tt]he\s)?(?:Republic\sof\s|Kingdom\sof\s)?")
_JOINED = patterns.compile(r"\s*\(|(?:\)|\s*\([A-Z]{2,6}\))?\s*(?:,|[-–—/&]|,?\s*\band\b)\s*(?:[Tt]he\s+)?(?:Republic\s+of\s+)?")
_BREAKS = patterns.compile(r"[.;]")
_BETWEEN = patterns.compile(r"\b(?:between|among)\s+(?:the\s+)?(?:Kingdom\s+of\s+|Republic\s+of\s+)?\Z")
_REPRESENTED = patterns.compile(r"\s+(?:was|were|is)\s+(?:represented|led|headed)\b|['’]s\s+(?:[\w-]+\s+){0,2}(?:delegation|side|team)\b")


def _is_side(before: str, after: str) -> bool:
    words = lexicon()
    if words.side_noun.match(after) or _REPRESENTED.match(after):
        return True
    last = before.rsplit(None, 1)[-1] if before.strip() else ""
    if last in _ALLIES:
        before = _OF_ALLIES.sub("", before)
        last = before.rsplit(None, 1)[-1] if before.strip() else ""
    if last not in _LINKS and not last.endswith(","):
        return False
    if last in ("of", "the") and after[:1] != "’" and _OFFICE_OF.search(before):
        return True
    of = " of " in before or " from " in before
    with_them = "with " in before
    return bool(
        (of and words.sides_of.search(before))
        or _BETWEEN.search(before)
        or _HOSTED_BY.search(before)
        or (with_them and after[:1] not in ("’", "'") and words.talks_with.search(before))
    )


# "First Deputy Minister of Defence of | Chile hosted": who holds the office is not named
_OFFICE_OF = patterns.compile(
    r"(?:^|[.,]\s|\b(?:[Tt]he|[Ww]ith|[Tt]oday,)\s)(?:(?:[A-Z][\w-]+\s+){0,3})(?:Minister|Secretary|Chief|Commander|Director|Inspector\s+General|Undersecretary)\s+"
    r"(?:(?:of|for|and|the)\s+|[A-Z][\w-]*\s+){1,7}of\s+(?:the\s+)?\Z"
)
_HOSTED_BY = patterns.compile(r"\b(?:co-?)?hosted\s+(?:jointly\s+)?by\s+(?:the\s+)?(?:(?:Republic|Kingdom|State)\s+of\s+(?:the\s+)?)?\Z")
# "her counterparts from | NATO Allies | Chile and Peru", "with its | Nordic neighbours | Chile and Peru": what the states that follow are
_ALLIES = frozenset(["allies", "Allies", "partners", "members", "neighbours", "neighbors", "nations", "countries", "states"])
_OF_ALLIES = patterns.compile(
    r"(?:(?:[A-Z][\w-]*|her|his|its|their|fellow|key|close|other|neighbou?ring|allied|partner|member)\s+){0,3}\w+\s*\Z"
)
_LINKS = frozenset(["of", "from", "with", "by", "and", "the", "The", "between", "among"])  # one of which ends all that may lead to a side


def _is_pair(text: str, terms: list[Term], at: int, end: int) -> bool:
    """Whether the country opens a chain that ends in a noun of occasions or a verb: "Peru-Chile talks", "Peru and Chile held"."""
    last = at
    while last + 1 < min(len(terms), at + _LONGEST_CHAIN) and _JOINED.fullmatch(text[terms[last].end : terms[last + 1].start]):
        last += 1
    after = text[terms[last].end : min(end, terms[last].end + 80)]
    dashed = not set("-–—/").isdisjoint(text[terms[at].end : terms[at + 1].start])
    return bool(lexicon().pair_noun.match(after)) if dashed else bool(_ACTS.match(after)) or bool(lexicon().side_noun.match(after))


_LONGEST_CHAIN = 80  # countries joined by commas
_ACTS = patterns.compile(
    r"\s+(?:(?:today|have|has|yesterday|jointly|recently|will|also|is|for\s+the\s+(?:first|second|third|fourth)\s+time|this\s+(?:week|month|year))\s+){0,2}(?:hold|held|sign|signed|discuss|discussed|close|closed|launch|launched|conclude|concluded|met|meet|agree|agreed|convened|conducted|began|begin|started|kicked|handed\s+over|delivered|donated|presented|hosted|hosts?|hosting|co-?hosted|co-?chaired|co-?convened|attended|participated|took\s+part|joined|reaffirm(?:ed)?|pledged?|vow(?:ed)?|exchanged?|stress(?:ed)?|reiterated?|strengthen(?:ed)?|deepen(?:ed)?|expand(?:ed)?|reviewed|were\s+(?:also\s+)?(?:represented|present))\b",
    re.IGNORECASE,
)
