"""One sentence as people are read from it: what may lead up to a name, what a sighting holds, and where things that surround a name end."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.engine import patterns
from ingest.engine.rules.people import names, offices
from ingest.engine.rules.people.lexicon import Rank
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View
from ingest.engine.values import frozen

Span = tuple[int, int]


@frozen
class Line:
    """The words [start, stop) of a sentence, with the offices that begin at its words."""

    view: View
    start: int
    stop: int
    by_start: dict[int, Office]


@dataclass(slots=True)
class Lead:
    """What has been read before a name: it must end where the name begins."""

    begin: int
    end: int
    office: Office | None = None
    rank: Rank | None = None
    rank_at: Span | None = None
    honorific_at: Span | None = None
    comma: bool = False  # a comma stands between office and name


@frozen
class Sighting:
    """A name at the words [start, end) and what stands beside it; `office_at` and the like are the spans that the values were read from."""

    view: View
    start: int
    end: int
    rule: str
    begin: int  # where rank, honorific or office before the name begin
    close: int  # where what belongs to the name ends
    rank: Rank | None = None
    rank_at: Span | None = None
    honorific: str | None = None
    honorific_at: Span | None = None
    office: Office | None = None
    organization: str | None = None
    organization_at: Span | None = None
    country: str | None = None
    country_at: Span | None = None
    on_behalf_of: str | None = None

    @property
    def name(self) -> str:
        text = self.view.text(self.start, self.end)
        return text[:-1] if text.endswith(".") and names.ends_sentence(self.view, self.end - 1) else text

    @property
    def parts(self) -> tuple[str, ...]:
        known, span = self.view.name_parts, (self.start, self.end)
        if span not in known:  # asked a dozen times of each sighting
            known[span] = names.parts(self.view, *span)
        return known[span]


def of(view: View, start: int, stop: int) -> Line:
    """The sentence with its offices."""
    return Line(view, start, stop, {office.start: office for office in offices.find(view, start, stop)})


def past_status(line: Line, at: int) -> int:
    """The word after "(Ret.)" or "(Navy)", if one stands at `at`."""
    view = line.view
    if view.fold(at) == "(":
        close = at + 2
        while close < line.stop and view.words[close] != ")" and close < at + 4:
            close += 1
        known = view.fold(at + 1).rstrip(".") in _STATUS or (at + 1 in view.ranks and view.ranks[at + 1][0] == close)  # "Colonel (Col)"
        branch = view.capital[min(at + 1, line.stop - 1)] and at + 1 not in view.countries and _is_capital(view, close + 1)  # "(Pilot)"
        nation = close == at + 2 and _is_capital(view, close + 1) and _NATION.fullmatch(view.words[at + 1]) is not None  # "(ITA) Pietro"
        return close + 1 if view.fold(close) == ")" and (known or branch or nation) else at
    if view.fold(at) in _STATUS and (not view.is_name_like(at) or view.fold(at) in _RETIRED):
        return at + 1
    return at


def past_staff_section(view: View, at: int) -> int:
    """The sign after the staff section of an officer: "Cols. N, director of intelligence, | J2; and M"."""
    return at + 2 if is_staff_section(view, at) and view.fold(at + 2) in {",", ";"} else at


def is_staff_section(view: View, at: int) -> bool:
    """Whether a comma and the section of a staff stand at `at`: ", J2", ", AJ5"."""
    return view.fold(at) == "," and _SECTION.fullmatch(view.fold(at + 1)) is not None


_SECTION = patterns.compile(r"[acgjns]{1,2}-?\d")


def past_branch(line: Line, at: int) -> int:
    """The word after the branch that is printed between rank and name: "Brigadier General | TNI | Agus", "Colonel | of Justice | Ivan"."""
    view = line.view
    if at + 2 < line.stop and view.folds[at] == "of" and view.folds[at + 1] in view.lex.rank_corps and view.capital[at + 1]:
        at = at + 2 if names.read(view, at + 2, line.stop, introduced=True) is not None else at
    elif at + 3 < line.stop and view.folds[at] == "of" and view.folds[at + 2] in {"service", "services", "corps"} and view.capital[at + 2]:
        at = at + 3 if view.is_name_like(at + 3) else at  # "Major General | of Medical Service | Ivan"
    begun = at
    while at + 1 < line.stop and view.folds[at] in view.lex.branches and view.capital[at] and _is_led_on(view, at + 1):
        at = past_status(line, at + 1)
    return at + (at > begun and view.fold(at) == "/")


def _is_led_on(view: View, at: int) -> bool:
    """Whether a name, a courtesy, a bracket, a stroke before the name or one more branch follows."""
    if view.is_name_like(at) or at in view.honorifics or view.words[at] == "(" or view.folds[at] in view.lex.branches:
        return True
    if view.words[at] == "I" and at + 1 < len(view.words) and view.capital[at + 1]:
        return True  # "Admiral TNI | I Gusti Ketut": a name of Bali
    if view.words[at] == "/":
        return names.read(view, at + 1, len(view.words), introduced=True) is not None
    return view.folds[at] in view.lex.twins and view.is_name_like(at + 1)


def past_honorifics(line: Line, at: int) -> int:
    """The end of a run of honorifics: "YB Dato’ Sri Haji"."""
    view = line.view
    end = at
    while (
        end < line.stop
        and end in view.honorifics
        and end not in view.countries
        and (end == at or end not in line.by_start)  # "HE | Ambassador of Peru to Oman N"
    ):
        end = view.honorifics[end][0]
    return end


def body_end(line: Line, at: int) -> int | None:
    """The end of a body that begins at `at`: known, or capitals that hold the noun of one."""
    view = line.view
    if at in view.bodies and view.bodies[at].end <= line.stop:
        end = view.bodies[at].end
        numbered = view.words[at][0].isdigit()  # "21 Wing | Larkfield"
        while end < line.stop and view.capital[end] and not (end in view.ranks or end in view.heads or end in view.honorifics):
            if view.is_name_like(end) and not numbered:
                break
            end += 1  # "U.S. Naval Forces | Europe-Africa"
        return end
    end, holds = at, False
    if at < line.stop and view.words[at][0].isdigit():
        end += 1
    while end < line.stop and (
        view.capital[end]
        or (view.folds[end] in {"of", "and", "for", "the", "&", "on", "in"} and end > at and view.capital[min(end + 1, line.stop - 1)])
    ):
        holds = holds or (end in view.nouns and view.capital[end])
        if (end in view.ranks and view.ranks[end][0] - end > 1) or (holds and end in view.honorifics):
            break
        if holds and end in view.heads and end not in view.nouns:
            return None  # "…, Defence Committee | Chairman General N": whose office it is
        if end in view.heads and view.fold(end - 1) in {"and", ","}:
            return None  # "Defence Secretary, Ana Lind and | Chief of the Defence Force, General N": two people
        end += 1
    while end > at and view.folds[end - 1] in {"of", "and", "for", "the", "&", "on", "in"}:
        end -= 1  # "the Planning Service | and Ms. N"
    return end if holds and end - at > 1 else None


def nation(view: View, at: int) -> str | None:
    """The state that three capitals in brackets at `at` tell: "(DEU)"."""
    return view.lex.trigraphs.get(view.words[at + 1]) if view.fold(at) == "(" and view.fold(at + 2) == ")" else None


_NATION = patterns.compile(r"[A-Z]{3}")  # as staffs of several states mark whose an officer is
_RETIRED = frozenset({"ret'd", "ret’d", "retd", "retd.", "rtd", "rtd.", "ret."})  # "Brigadier Ret'd Mark Popa": no name begins so
_STATUS = _RETIRED | frozenset({"ret", "retd", "ret'd", "rtd.", "rtd", "res", "retired", "navy", "r", "n", "dr", "reserve", "rtd)"})

# A name after one of these is that of a place or an exercise.
NAMED_AFTER = frozenset(
    {"fort", "camp", "mount", "mt", "lake", "exercise", "operation", "saint", "barracks", "cape", "hurricane", "typhoon"}
    | {"boat", "vessel", "warship", "frigate", "corvette", "destroyer", "cutter", "submarine", "ferry", "minehunter", "minesweeper", "tug"}
)


def _is_capital(view: View, at: int) -> bool:
    return at < len(view.words) and view.capital[at] and not view.plain[at]
