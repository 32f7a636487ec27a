"""Who leads what a body sent or who stands for it is of that body: "the Danish Navy delegation was headed by Commander N"."""

from __future__ import annotations

from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import replace


def of_leader(sighting: Sighting) -> Sighting:
    """The sighting with the body whose delegation, officers or side it leads, or which it stands for; an organization told stays."""
    told = sighting.organization is not None or (sighting.office is not None and sighting.office.organization is not None)
    view = sighting.view
    body = None if told else _led(view, _before(sighting))
    if body is None:
        return sighting
    led = replace(sighting, organization=body.value, organization_at=(body.start, body.end))
    state = _state_behind(view, body)
    return led if state is None or led.country is not None else replace(led, country=state.value, country_at=(state.start, state.end))


def _state_behind(view: View, body: Found) -> Found | None:
    """The state behind the letters of a body: "the Staff College (SC) | of Kenya"."""
    end = body.end
    if view.fold(end) == "(" and view.fold(end + 2) == ")":
        end += 3
    if view.fold(end) not in {"of", "from"}:
        return None
    found = view.countries.get(end + 1 + (view.fold(end + 1) == "the"))
    return found if found is not None and found.kind == "country" else None


def is_sent(view: View, body: Found) -> bool:
    """Whether it is a delegation of the body that is told of, not the body: "a delegation from the | Malian Army headed by"."""
    before = body.start - (view.fold(body.start - 1) == "the")
    return view.fold(before - 1) in {"of", "from"} and any(view.fold(word) in _SENT for word in range(before - 4, before - 1))


def _before(sighting: Sighting) -> int:
    """Where the words that lead up to the name begin: "led by | H.E. the | Minister N"."""
    view = sighting.view
    at = sighting.begin - (view.fold(sighting.begin - 1) == "the")
    while at - 1 in view.courtesies:
        at -= 1
    return at


def _led(view: View, at: int) -> Found | None:
    """The body of the team whose leader begins at a word."""
    first, _ = view.sentence(at)
    if view.fold(at - 1) == "by":
        verb = at - 2
        if view.fold(verb) in _LEADING:
            return _of_team(view, _past_auxiliaries(view, verb), itself=view.fold(verb) == "represented")
        verbs = {view.folds[word] for word in range(first, verb)} & _LEADING  # "…, and the Malian Army team | by Colonel N"
        return _of_team(view, at - 1, itself="represented" in verbs) if verbs else None
    if view.fold(at - 1) == "of" and view.fold(at - 2) in _LEADERSHIP:
        at -= 2
        at -= view.fold(at - 1) == "the"
    under = view.fold(at - 1) == "under"
    return _of_team(view, at - 1 - (view.fold(at - 2) == ","), itself=False) if under else None


def _past_auxiliaries(view: View, at: int) -> int:
    """The word after the subject of a verb: "The delegation |, which was to be | led"."""
    while view.fold(at - 1) in _AUXILIARIES:
        at -= 1
    return at


def _of_team(view: View, end: int, *, itself: bool) -> Found | None:
    """The body of the team whose words end at `end`: "a delegation of the Malian Army", "the Malian Army's training team"; the body
    `itself` where somebody represents it."""
    named = view.bodies_ending.get(_before_bracket(view, end))
    if named is not None:
        return named if itself or is_sent(view, named) else None
    if view.fold(end - 1) not in _SENT:
        return None
    begin = end - 1
    while begin > max(end - _DESCRIBED, 0) and view.plain[begin - 1] and not view.capital[begin - 1] and begin not in view.bodies_ending:
        begin -= 1
    begin -= view.fold(begin - 1) in {"'s", "'"}
    return view.bodies_ending.get(_before_bracket(view, begin))


def _before_bracket(view: View, end: int) -> int:
    """Where a name ends that an acronym in brackets or a state follows: "the Ministry of Ports | (MoP)", "the Staff College | of Kenya"."""
    found = view.countries_ending.get(end)
    before = found.start - (view.fold(found.start - 1) == "the") if found is not None else end
    if view.fold(before - 1) in {"of", "from"} and end not in view.bodies_ending:
        end = before - 1
    return end - 3 if view.fold(end - 1) == ")" and view.fold(end - 3) == "(" else end


_DESCRIBED = 4  # words of a team: "five-member negotiating team"
_LEADING = frozenset({"led", "headed", "chaired", "co-chaired", "represented", "spearheaded", "commanded"})
_LEADERSHIP = frozenset({"command", "leadership", "direction", "guidance", "chairmanship", "supervision", "lead"})
_AUXILIARIES = frozenset(
    {"was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "will", "would", "to", "also", "jointly", "which", "who"}
    | {"that", ","}
)
_SENT = frozenset(
    {"leadership", "delegation", "delegations", "team", "teams", "group", "contingent", "mission", "detachment", "party", "side", "class"}
    | {"officers", "officials", "representatives", "representation", "participants", "personnel", "staff", "experts", "members", "crew"}
    | {"instructors", "trainers", "cadets", "students", "soldiers", "sailors", "troops", "planners", "specialists", "panel", "entourage"}
)
