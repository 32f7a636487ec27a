"""Whom an adviser serves, and with that whose he is."""

from __future__ import annotations

from ingest.engine.rules.people.line import Line


def served(line: Line, at: int) -> str | None:
    """The state of him whom an adviser serves: "N, Security Advisor to | Fiji Prime Minister M", "to | President M of Fiji |"."""
    view = line.view
    if (owner := view.countries.get(at)) is not None and owner.end in view.heads:
        return owner.value
    office = line.by_start.get(at)
    if office is None or office.country is not None:
        return office.country if office is not None else None
    end = office.end
    while end < min(line.stop, office.end + _LONGEST_NAME) and view.capital[end]:
        end += 1
    if end == office.end or view.fold(end) != "of":
        return None
    state = view.countries.get(end + 1 + (view.fold(end + 1) == "the"))
    return state.value if state is not None and state.kind == "country" else None


_LONGEST_NAME = 6  # words
