"""The state of an envoy whose office no grammar reads: several posts, an embassy that is named with them."""

from __future__ import annotations

from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.side_words import TITLE, Told, words
from ingest.engine.rules.people.view import Found, View


def side(sighting: Sighting) -> Told | None:
    """The state of an envoy with several posts: "The Defense Adviser of the | Senegalese | Embassy accredited to Sri Lanka, Colonel N",
    "the | UK’s | Defence Adviser to Ghana, and non-resident Defence Attaché to Togo, Commander N".
    """
    view, at = sighting.view, sighting.begin - 1
    held = view.fold(sighting.office.head) if sighting.office is not None else ""
    if held and held not in words().envoys:
        return None
    first = max(view.sentence(sighting.begin)[0], sighting.begin - TITLE)
    mission: Found | None = None
    while at >= first and _leads_to_envoy(view, at):
        fold = view.folds[at]
        if fold in words().missions:
            mission = _ownerside(view, at)
        elif fold in words().envoys:
            held = held or fold
            sent = mission or (_sender(view, at) if held in words().advisers and fold in words().advisers else None)
            if sent is not None:
                return sent.value, (sent.start, sent.end)
        at -= 1
    return None


def _leads_to_envoy(view: View, at: int) -> bool:
    """Whether a word may be of the office of an envoy, and of nobody else."""
    fold = view.folds[at]
    if fold in words().envoys or fold in words().missions:
        return True
    if at in view.ranks or at in view.heads or (at in view.honorifics and at not in view.countries):
        return False
    known = view.capital[at] or fold in words().in_title or fold in words().sent_to or view.words[at][0].isdigit()
    return known and not (view.is_name_like(at) and view.is_name_like(at - 1))


def _sender(view: View, at: int) -> Found | None:
    """The state at the office of an envoy: "the | UK’s | new Defence Adviser", "the ambassador of | France | in the country"."""
    behind = at + 2 + (view.fold(at + 2) == "the")
    while view.fold(at - 1) in words().before_envoys:
        at -= 1
    return view.countries_ending.get(at) or (view.countries.get(behind) if view.fold(behind - 1) in {"of", "the"} else None)


def _ownerside(view: View, at: int) -> Found | None:
    """The state of an embassy: "Senegalese | Embassy", "High | Commission of Kenya"."""
    before = at - (view.fold(at - 1) == "high")
    behind = at + 2 + (view.fold(at + 2) == "the")
    return view.countries_ending.get(before) or (view.countries.get(behind) if view.fold(at + 1) == "of" else None)
