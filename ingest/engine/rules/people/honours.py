"""Letters of honour, degrees and marks in brackets right behind a name, which are no part of it."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people import names
from ingest.engine.rules.people.line import Line
from ingest.engine.rules.people.view import View


def past_letters(line: Line, at: int) -> int:
    """The word after letters of honour, degrees and "(retd)" behind a name: ", OSP, ndc, psc"."""
    view = line.view
    begun = at
    while at < line.stop:
        at = lines.past_status(line, at)
        if at < line.stop and (names.is_dotted(view.words[at]) or _is_known_letters(view, at) or (at > begun and _is_decoration(line, at))):
            at = _past_class(line, at + 1)
        elif view.fold(at) == "(" and (close := _own_script(line, at)) is not None:
            at = close
        elif view.fold(at) == "(" and view.fold(at + 2) == ")" and _HULL.fullmatch(view.words[at + 1]):
            at += 3  # "Captain N | (DD-117) |"
        elif view.fold(at) == "," and at + 1 < line.stop and _is_letters(line, at + 1):
            at = _past_class(line, at + 2)
        elif view.fold(at) == "," and view.fold(at + 3) == "counsel" and at + 1 in view.courtesies:
            at += 4  # "N, | King’s Counsel |, Minister of Justice"
        elif view.fold(at) in {"(", ","} and (close := _place_in_picture(line, at)) is not None:
            at = close
        elif view.fold(at) == "(" and view.fold(at + 2) == ")" and view.fold(at + 3) == "," and _is_branch(line, at + 1):
            at += 3
        else:
            break
    return at


_HULL = patterns.compile(r"[A-Z]{1,4}-?\d{1,4}")


def _is_known_letters(view: View, at: int) -> bool:
    written = view.words[at].isupper() or view.words[at].islower() or view.words[at] in _DEGREES
    return view.folds[at] in view.lex.postnominals and written and len(view.words[at]) > 1


_DEGREES = frozenset({"PhD", "MSc", "BSc", "MPhil", "Ph.D.", "MSoc"})


def _is_decoration(line: Line, at: int) -> bool:
    """Whether a short word in capitals is one more of the letters behind a name that no list holds: "N WV RSP | VKT | USP"."""
    view = line.view
    taken = at in view.bodies or at in line.by_start or at in view.countries or at in view.ranks or at in view.heads
    return view.words[at].isupper() and view.words[at].isalpha() and 2 <= len(view.words[at]) <= 5 and not taken and not view.shouting


def _own_script(line: Line, at: int) -> int | None:
    """The word after a bracket that gives the name in letters without capitals: "Chang Shih-hsing | (張世行) |, who"."""
    view = line.view
    close = next((word for word in range(at + 2, min(at + 6, line.stop)) if view.words[word] == ")"), None)
    if close is None or any(word.isascii() or word.upper() != word.lower() for word in view.words[at + 1 : close]):
        return None
    return close + 1


def _place_in_picture(line: Line, at: int) -> int | None:
    """The sign or word after where somebody stands in a picture: "N | (left) |, Chief of", "N |, second from right |, director of"."""
    view = line.view
    close = next((word for word in range(at + 2, min(at + 6, line.stop)) if view.words[word] in {",", ")"}), None)
    if close is None or not _WHERE.intersection(view.folds[at + 1 : close]) or (view.words[at] == "(") != (view.words[close] == ")"):
        return None
    known = all(view.folds[word] in _WHERE or view.folds[word] in _COUNTED_FROM or word in view.ranks for word in range(at + 1, close))
    return close + (view.words[close] == ")") if known else None


_WHERE = frozenset({"left", "right", "center", "centre", "middle", "foreground", "background", "l", "r"})
_COUNTED_FROM = frozenset({"the", "far", "front", "back", "top", "bottom", "from", "in", "at", "on", "row", "side"}) | {
    "first", "second", "third", "fourth", "fifth", "sixth", "1st", "2nd", "3rd", "4th", "5th", "6th", "extreme", "and",
}  # fmt: skip


def _past_class(line: Line, at: int) -> int:
    """The word after the class of a decoration in brackets: "HI(M)", "NI (M) (HJ)"."""
    view = line.view
    while view.fold(at) == "(" and view.fold(at + 2) == ")" and view.words[at + 1].isupper() and len(view.words[at + 1]) <= 3:
        at += 3
    return at


def _is_branch(line: Line, at: int) -> bool:
    """Whether a word in brackets is a branch or course in capitals: "PA (GSC)"."""
    view = line.view
    return view.words[at].isupper() and 2 <= len(view.words[at]) <= 5 and at not in view.countries and not view.shouting


def _is_letters(line: Line, at: int) -> bool:
    view = line.view
    if at + 1 in view.heads:
        return False  # "N, | NDC Commandant"
    if names.is_dotted(view.words[at]):
        return view.fold(at + 1) in {",", ".", "", ")", ";", "and"}
    if view.folds[at] in view.lex.postnominals:
        return view.words[at].isupper() or view.words[at].islower() or view.words[at] in _DEGREES
    return (
        view.words[at].isupper()
        and 2 <= len(view.words[at]) <= 5
        and (view.fold(at + 1) == "," or _past_class(line, at + 1) > at + 1)
        and at not in view.bodies
        and at not in line.by_start
        and at not in view.countries
        and not view.shouting
    )
