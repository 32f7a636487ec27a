"""An office that stands right behind a name, without a comma: "General Ana Popa the Chief of General Staff"."""

from __future__ import annotations

from ingest.engine.rules.people import names
from ingest.engine.rules.people.line import Line, Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.values import replace


def told(line: Line, sighting: Sighting) -> Sighting | None:
    """The sighting with an office that no comma parts from it: "led by General N | the Chief of General Staff of the Czech Armed Forces".

    It stands in capitals and is told to its end. Who is told something is another ("told General N the Commander had left"), and a
    clause that begins with the name closes behind the office or goes on with its verb.
    """
    view, at = line.view, sighting.close
    office = line.by_start.get(at + 1) if view.fold(at) == "the" and at == sighting.end else None
    if office is None or office.plural or office.counterpart or office.end - office.start == 1 or not _is_introduced(sighting):
        return None
    if not all(view.capital[word] or view.folds[word] in _IN_OFFICE for word in range(office.start, office.end)):
        return None
    if introduces_next(line, office) or not _WITH_TWO.isdisjoint(view.folds[line.start : sighting.start]):
        return None
    return replace(sighting, office=office, close=office.end) if _is_told_out(line, sighting, office.end) else None


def _is_introduced(sighting: Sighting) -> bool:
    return (
        sighting.rank is not None or sighting.rule == "people.honorific-name" or (sighting.office is not None and sighting.office.courtesy)
    )


def _is_told_out(line: Line, sighting: Sighting, end: int) -> bool:
    """Whether the office is told to its end: a sign or the verb of its holder follows, where the holder is a subject."""
    view, behind = line.view, end + 1
    acts = view.fold(end) in view.lex.verbs
    if sighting.begin > line.start + 1:
        return view.fold(end) in _OVER or (acts and view.fold(sighting.begin - 1) == "and")
    goes_on = view.fold(behind) in view.lex.verbs or view.fold(behind).endswith("ed")
    further = behind in view.ranks or behind in view.courtesies
    return acts or (view.fold(end) == "," and goes_on) or (view.fold(end) == "and" and further)


_OVER = frozenset({",", ".", ";", "", ")", "and", "yesterday", "today", "on", "who"})
_IN_OFFICE = frozenset({"of", "for", "and", "the", "in", "to", "at", "&", ",", "(", ")", "-"})
# What parts two people: of a verb with two objects the second may hold the office ("showed General N the Commander’s letter"), and behind a
# clause that nobody closed with a comma it opens the next ("After meeting General N the Minister left").
_WITH_TWO = frozenset({"told", "tells", "informed", "informs", "assured", "assures", "gave", "gives", "handed", "showed", "shown"}) | {
    "sent", "asked", "reminded", "awarded", "presented", "offered",
    "promised", "taught", "introduced", "appointed", "named", "made", "elected", "after", "when", "as",
    "with", "alongside", "while", "before", "behalf", "accompanied", "according", "following",
}  # fmt: skip


def introduces_next(line: Line, office: Office) -> bool:
    """Whether the office stands right before another name: "President A B, Prime Minister C D and …"."""
    view, at = line.view, office.end
    if at >= line.stop:
        return False
    if at in view.ranks or at in view.honorifics:
        return True
    return view.capital[at] and names.read(view, at, line.stop, introduced=True) is not None
