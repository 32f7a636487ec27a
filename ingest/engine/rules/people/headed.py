"""Lists headed by one office of several: "The following Chiefs of Defence Staff attended:" and a line for each of them."""

from __future__ import annotations

from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.rows import is_shared
from ingest.engine.rules.people.view import View
from ingest.engine.values import replace


def rows(view: View) -> dict[int, Office]:
    """The office that is told above, for the first word of each line of a list under it."""
    found: dict[int, Office] = {}
    for at in view.head_list:
        if not view.heads[at][1].plural:
            continue
        number = view.sentence_number(at)
        if number + 1 < len(view.sentences) and (office := _heading(view, *view.sentences[number])) is not None:
            found.update(dict.fromkeys(_lines_below(view, number + 1), office))
    return found


def held(office: Office, start: int, seen: list[Sighting]) -> list[Sighting]:
    """The people of a line that begins at `start`, the first of whom holds the office of the list, if no other is told."""
    if not seen or seen[0].begin - start > _LONGEST_MARK or seen[0].office is not None:
        return seen
    state = office.country if seen[0].country is None and office.country != "INT" else None
    return [replace(seen[0], office=replace(office, country=state), rule="people.plural-head"), *seen[1:]]


_LONGEST_MARK = 4  # words before the name: "(a)", "1.", "Togo:"


def _lines_below(view: View, number: int) -> list[int]:
    """The first words of the lines that go on from a sentence, up to the first that is prose."""
    found: list[int] = []
    for start, stop in view.sentences[number:]:
        if stop - start > _LONGEST_ROW or view.words[stop - 1] == ":" or not view.opens_line(start) or _tells(view, start, stop):
            break
        found.append(start)
    return found


_LONGEST_ROW = 24  # words


def _tells(view: View, start: int, stop: int) -> bool:
    """Whether a line is a sentence that tells what somebody did, and no item of a list."""
    if view.words[stop - 1] not in {".", "!", "?", "”", '"'}:
        return False
    return any(view.folds[at] in view.lex.verbs and not view.capital[at] for at in range(start, stop))


def _heading(view: View, start: int, stop: int) -> Office | None:
    """The office that a line is a heading for: it is all of the line, or closes it, or people who hold it are told to have come."""
    closed = view.words[stop - 1] == ":"
    if stop - start > _LONGEST_HEADING or not (closed or (stop - start <= _LONGEST_TITLE and view.opens_line(start))):
        return None
    shared = [office for office in lines.of(view, start, stop).by_start.values() if is_shared(view, office)]
    if len(shared) != 1:
        return None
    office = shared[0]
    before, behind = view.folds[start : office.start], [fold for fold in view.folds[office.end : stop] if fold not in _SIGNS]
    if not closed:
        return office if not behind and _SIGNS.issuperset(before) else None
    if not behind:
        return office
    come = not _COMING.isdisjoint(behind) and _LED_ELSEWHERE.isdisjoint(behind)
    return office if come and len(before) <= _LONGEST_LEAD else None


_LONGEST_HEADING, _LONGEST_TITLE, _LONGEST_LEAD = 30, 8, 8  # words
_SIGNS = frozenset({":", ".", ",", "-", "–", "•", "*", "the", "following", "#", "(", ")"})
_COMING = frozenset(
    {"attended", "attend", "attending", "attendance", "present", "participated", "participate", "participating", "participants", "came",
     "were", "are", "took", "taking", "take", "include", "included", "including", "gathered", "represented", "joined", "arrived"}
)  # fmt: skip
# Those that follow were with them, or had something of them, and hold no such office: "The ministers were accompanied by:"
_LED_ELSEWHERE = frozenset(
    {"by", "with", "accompanied", "thanked", "met", "received", "welcomed", "greeted", "hosted", "visited", "briefed", "assisted", "their",
     "whose", "meet", "agreed", "discussed", "decided", "signed", "stressed", "said", "about", "objectives", "topics", "themes", "issues"}
)  # fmt: skip
