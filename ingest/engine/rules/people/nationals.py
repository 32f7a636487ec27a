"""The people that a person is told to be of, behind the name: "Captain N, a Belgian exchange officer", "Major N and Captain M, the two
Peruvian graduates"."""

from __future__ import annotations

from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.side_words import Told
from ingest.engine.rules.people.view import Found, View


def side(sighting: Sighting) -> Told | None:
    """The state whose officer, cadet or expert somebody is called behind the name, or behind the names of a row."""
    view = sighting.view
    found = _described(view, sighting.end, several=False)
    at, stop = sighting.close, min(view.sentence(sighting.start)[1], sighting.close + _ROW)
    in_row = view.fold(sighting.begin - 1) in {",", "and"}
    while found is None and at < stop:
        joined = view.folds[at] in {",", "and"}
        if not (joined or view.capital[at] or view.folds[at] in view.lex.particles) or at in view.countries:
            break
        found = _described(view, at, several=True) if in_row or at > sighting.close else None
        at += 1
    return (found.value, (found.start, found.end)) if found is not None else None


_ROW = 16  # words from a name to what its row is called


def _described(view: View, at: int, *, several: bool) -> Found | None:
    """The people before the noun behind a comma: ", | a Belgian exchange officer", ", | both Peruvian cadets"."""
    if view.fold(at) != ",":
        return None
    at += 1
    while view.fold(at) in _BEFORE:
        at += 1
    found = view.countries.get(at)
    if found is None or (found.kind != "demonym" and not view.words[at].isupper()):
        return None
    end = found.end
    while end < found.end + _NOUN and view.fold(end).isalpha() and not view.capital[end]:
        if view.fold(end) in (_MANY if several else _ONE):
            return found if view.fold(end + 1) in _ENDS and not (several and view.fold(end + 1) == "and") else None
        end += 1
    return None


_NOUN = 4  # words
_BEFORE = frozenset({"a", "an", "the", "both", "all", "two", "three", "four", "five", "six"})
_ONE = frozenset(
    {"officer", "soldier", "sailor", "marine", "airman", "cadet", "student", "graduate", "instructor", "trainer", "pilot", "engineer",
     "adviser", "advisor", "doctor", "medic", "expert", "specialist", "observer", "participant", "planner", "delegate", "diplomat",
     "representative", "member", "general", "admiral", "colonel"}
)  # fmt: skip
_MANY = frozenset(f"{word}s" for word in _ONE) | {"airmen"}
_ENDS = frozenset({",", ".", ";", "", "at", "in", "on", "with", "who", "and", "for", "of", "from", ")"})
