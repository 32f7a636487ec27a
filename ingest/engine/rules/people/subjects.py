"""Who stands behind the comma that closes an opening phrase, and does not hold the office that is told in it.

"In his meetings with senior Kenyan officials, Jon Ruiz spoke of peace": he is none of the officials.
"""

from __future__ import annotations

from ingest.engine.rules.people.line import Lead, Line, Sighting
from ingest.engine.rules.people.parting import Office


def is_another(line: Line, lead: Lead, row: list[Sighting]) -> bool:
    """Whether a comma parts the office that leads up to a name, or to a row of names, from somebody else."""
    office, view = lead.office, line.view
    if office is None or not lead.comma or view.fold(office.end) != ",":
        return False
    if office.plural and len(row) == 1 and not _is_joined(line, row[0].close):
        return not _names_one(line, office)
    return opens(line, office) and view.fold(row[-1].close) in view.lex.verbs


def _is_joined(line: Line, at: int) -> bool:
    """Whether "and" leads on to one more: "their envoys, Ana Lind | and | Sultan Rahim"."""
    return line.view.fold(at) in {"and", "&"} and at + 1 < line.stop and line.view.capital[at + 1]


def without_office(line: Line, lead: Lead) -> Lead | None:
    """The rank and courtesy that stand behind the comma; None where nothing does."""
    spans = [span for span in (lead.rank_at, lead.honorific_at) if span is not None]
    behind = [span for span in spans if lead.office is not None and span[0] > lead.office.end]
    if not behind:
        return None
    rank = lead.rank if lead.rank_at in behind else None
    courtesy = lead.honorific_at if lead.honorific_at in behind else None
    return Lead(min(behind)[0], lead.end, rank=rank, rank_at=lead.rank_at if rank is not None else None, honorific_at=courtesy)


def acting(line: Line, sighting: Sighting) -> Sighting | None:
    """Who does what follows, in a name of two words and more, without the office told before; None for one who does nothing."""
    view, at = line.view, sighting.start
    names = all(view.is_name_like(word) or view.folds[word] in view.lex.particles for word in range(at, sighting.end))
    if not names or sighting.end - at < 2 or view.fold(sighting.end) not in view.lex.verbs:
        return None
    return Sighting(view, at, sighting.end, "people.name-acts", at, sighting.end)


def _names_one(line: Line, office: Office) -> bool:
    """Whether the words before say that one of several is named: "one of the ministers, N", "the dean of the attachés, N"."""
    of = office.start - 1 - (line.view.fold(office.start - 1) in {"the", "these", "those"})
    return line.view.fold(of) == "of" and line.view.fold(of - 1) in _ONE


_ONE = frozenset({"one", "dean", "doyen", "doyenne", "head", "leader", "chief", "chairman", "president"})


def opens(line: Line, office: Office) -> bool:
    """Whether the office closes a phrase that opens the sentence with a preposition or participle, no comma before it."""
    view = line.view
    if view.folds[line.start] not in _OPENING or office.start == line.start or _is_behind_day(line, office):
        return False
    return not any(view.words[at] in {",", ";", ":"} for at in range(line.start, office.start))


def _is_behind_day(line: Line, office: Office) -> bool:
    """Whether a day or town ends the opening phrase and the subject follows it: "On Friday | the Chief of Staff, Major General N, met"."""
    view = line.view
    before = office.start - 1 - (view.fold(office.start - 1) == "the")
    if view.words[before].isdigit() or view.folds[before] in view.lex.calendar:
        return True
    return any(view.places[at].end == before + 1 for at in range(max(line.start, before - 2), before + 1) if at in view.places)


_OPENING = frozenset(
    {"in", "during", "throughout", "after", "following", "before", "at", "ahead", "alongside", "meeting", "speaking", "receiving",
     "addressing", "welcoming", "hosting", "while", "with", "together", "along", "upon", "on", "opening", "greeting", "thanking"}
)  # fmt: skip
