"""Countries of which a release only speaks: "the war in | Ukraine |", "support for | Ukraine |", "| Russia |’s aggression"."""

from __future__ import annotations

from functools import cache

from ingest.engine import tables
from ingest.engine.rules.people import posts
from ingest.engine.rules.people.view import Found, View


def told_apart(both: tuple[View, View]) -> list[str]:
    """The countries that headline and body name, as often as they do otherwise than to speak of a war there or of aid in it."""
    known = troubled(both)
    return [
        found.value
        for view in both
        for found in view.countries.values()
        if found.value not in known or not (_is_troubled(view, found) or is_aided(view, found))
    ]


def troubled(both: tuple[View, View]) -> set[str]:
    """The countries that are told to be at war."""
    return {found.value for view in both for found in view.countries.values() if _is_troubled(view, found)}


def near_home(both: tuple[View, View]) -> set[str]:
    """The countries that are named otherwise than behind a town or as the post of an own envoy, for nobody tells the own one only so."""
    return {
        found.value
        for view in both
        for found in view.countries.values()
        if not (_is_spelled_out(view, found) or posts.is_abroad(view, found))
    }


def _is_troubled(view: View, found: Found) -> bool:
    """Whether a country is told as one at war: "the | Sudan | war", "| Russia |’s full-scale invasion", "the war in | Ukraine |"."""
    words = _words()
    if view.fold(found.end) in words["troubles"]:
        return True
    if view.fold(found.end) in {"'s", "'"}:
        return not words["troubles"].isdisjoint(view.folds[found.end + 1 : found.end + 1 + _BEHIND])
    return _is_led_to(view, found, words["wars"])


def is_aided(view: View, found: Found) -> bool:
    """Whether a country is one that others help or talk about: "support for | Ukraine |", "the situation in | Sudan |"."""
    return _is_led_to(view, found, _words()["matters"])


def _is_led_to(view: View, found: Found, matters: frozenset[str]) -> bool:
    link = found.start - 1 - (view.fold(found.start - 1) == "the")
    if found.kind == "demonym" or view.fold(link) not in _words()["links"]:
        return False
    return not matters.isdisjoint(view.folds[max(link - _BEFORE, 0) : link])


def _is_spelled_out(view: View, found: Found) -> bool:
    """Whether a town is told with its state, as one tells readers elsewhere: "in Mons (| Belgium |)", "in Stuttgart, | Germany |"."""
    town = next((view.places[at] for at in range(max(found.start - 3, 0), found.start) if at in view.places), None)
    return town is not None and town.value == found.value and town.end == found.start - 1 and view.folds[town.end] in {",", "("}


_BEFORE = 3  # words from a matter to the link: "aid | already given | to Ukraine"
_BEHIND = 3  # words from the country to what it does: "Russia’s | full-scale | invasion"


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split(", ")) for name, words in tables.read("people/topical.yml").items()}
