"""Who gives up a command and who takes it: "Colonel N handed over command of the brigade to Colonel M"."""

from __future__ import annotations

from itertools import pairwise

from ingest.engine import patterns
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people.line import Line, Sighting, Span
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import replace

_GIVING = frozenset({"handed", "hands", "passed", "relinquished", "transferred", "turned", "gave"})
_TAKING = frozenset({"took", "takes", "taken", "assumed", "assumes", "received", "accepted"})
_BETWEEN = frozenset({"over", "the", "up", "on", "duties", "of", "as", "his", "her", "office", "post", "position"})
_TAKEN_OVER = frozenset({"over", "duties", "office", "post", "position"})  # "received the Commander of the fleet" is something else
_FURTHEST = 5  # words between the verb and the command


def complete(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the office, or else the body, whose command is given up or taken over, where nothing else is told of the person."""
    if sighting.office is not None or sighting.rank is None:
        return sighting
    command = _told_behind(line, sighting.close) or _told_before(line, sighting.begin)
    if command is None:
        return sighting
    if isinstance(command, Office):
        if command.country == "INT":  # "from General N of Hungary", who spoke for all
            return replace(sighting, office=command, country=None, country_at=None)
        return replace(sighting, office=command)
    if sighting.organization is not None:
        return sighting
    known = line.view.bodies.get(command[0])
    body = known.value if known is not None and known.end == command[1] else line.view.text(*command)
    if (called := _called_after(line.view, command[1])) is None:
        return replace(sighting, organization=body, organization_at=command)
    named = line.view.country_within(*command)
    state = "INT" if command[0] in line.view.international else named.value if named is not None else None
    office = Office(*called, called[0], position=line.view.words[called[0]], organization=body, country=state)
    if state == "INT":
        return replace(sighting, office=office, country=None, country_at=None)
    return replace(sighting, office=office)


def _called_after(view: View, at: int) -> Span | None:
    """Where the text behind a handover calls one of the two commander: "the outgoing | Commander |", "the new | commander |"."""
    after = range(at, len(view.words))
    return next(((word, word + 1) for word in after if view.folds[word] == "commander" and view.folds[word - 1] in _PASSING), None)


_PASSING = frozenset({"new", "incoming", "outgoing", "departing", "former"})


def succeeded(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings of a sentence, whoever is given a command with the office of the one who gives it: "The Force Commander, General N,
    handed over command of the mission to | General M |"."""
    settled = _of_states(list(sightings))
    giver: Sighting | None = None
    for number, each in enumerate(settled):
        if each.office is not None:
            settled[number] = _of_giver(each, giver)
            giver = each if _commands(each.office) else giver
            continue
        if giver is None or giver.office is None or each.rank is None or each.view.fold(each.begin - 1) != "to":
            continue
        if each.begin - giver.close > _APART or not _gives_command(each.view.folds[giver.close : each.begin]):
            continue
        held = replace(giver.office, organization=None, former=False)
        body, at = each.organization or giver.organization or giver.office.organization, each.organization_at or (each.begin, each.close)
        each = replace(each, office=held, organization=body, organization_at=at)
        for_all = held.country == "INT" or at[0] in each.view.international
        settled[number] = replace(each, country=None, country_at=None) if for_all else each
    return settled


def _of_giver(taker: Sighting, giver: Sighting | None) -> Sighting:
    """The sighting with the body of who gives the same office up: "the commander of the wing handed over to the new commander, | N |"."""
    if giver is None or giver.office is None or taker.office is None or giver.view is not taker.view:
        return taker
    body, at = giver.organization or giver.office.organization, giver.organization_at or (giver.begin, giver.close)
    same = taker.office.position.lower() == giver.office.position.lower() and taker.begin > giver.close
    between = giver.view.folds[giver.close : taker.start] if same else []
    if body is None or taker.organization or taker.office.organization or not _GIVING.intersection(between):
        return taker
    return replace(taker, organization=body, organization_at=at) if _PASSING.intersection(between) else taker


def _of_states(seen: list[Sighting]) -> list[Sighting]:
    """The sightings, who takes a command and who gives it up each of the state that took it over or gave it up shortly before: "The Fijian
    Navy took over the task force from the Tongan Navy. | Captain N | relieved | Captain M |"."""
    for number, (first, second) in enumerate(pairwise(seen)):
        between = set(first.view.folds[first.close : second.begin])
        told = first.country or second.country or first.rank is None or second.rank is None
        if told or second.begin - first.close > _APART or "who" in between:
            continue
        relieved = _RELIEVING & between
        taking = "by" not in between if relieved else "from" in between and _TAKING & between
        if not (relieved or taking or ("to" in between and _GIVING & between)):
            continue
        if (states := _states_before(first.view, first.begin)) is None:
            continue
        coming, going = states if taking else states[::-1]
        for at, state in ((number, coming), (number + 1, going)):
            seen[at] = replace(seen[at], country=state.value, country_at=(state.start, state.end))
    return seen


_RELIEVING = frozenset({"relieved", "relieves", "relieving", "replaced", "replaces", "replacing", "succeeded", "succeeds", "succeeding"})


def _states_before(view: View, at: int) -> tuple[Found, Found] | None:
    """The state that takes a command over and the one that gives it up, as one of the two sentences before `at` tells."""
    number = view.sentence_number(at)
    for start, stop in reversed(view.sentences[max(number - 2, 0) : number]):
        verb = next((word for word in range(start, stop) if view.folds[word] in _GIVING | _TAKING), None)
        if verb is None:
            continue
        link = "to" if view.folds[verb] in _GIVING else "from"
        turn = next((word for word in range(verb, stop) if view.folds[word] == link), stop)
        first = [view.countries[word] for word in range(start, verb) if word in view.countries]
        second = [view.countries[word] for word in range(turn, min(turn + _FURTHEST, stop)) if word in view.countries]
        if first and second and first[-1].value != second[0].value:
            return (second[0], first[-1]) if link == "to" else (first[-1], second[0])
    return None


_APART = 30  # words between who gives a command up and who takes it


def _gives_command(between: list[str]) -> bool:
    """Whether the words from who gives to who takes tell of a command: ", handed over the command of the brigade to"."""
    verb = next((at for at, word in enumerate(between[:4]) if word in _GIVING), None)
    if verb is None or "who" in between:
        return False
    at = next((at for at in range(verb + 1, len(between)) if between[at] not in _BETWEEN), None)
    return at is not None and between[at] == "command" and between[at + 1 : at + 2] in (["of"], ["to"])


def _commands(office: Office) -> bool:
    return bool(_COMMANDING.search(office.position.lower())) and not office.counterpart


_COMMANDING = patterns.compile(r"command|\bchief\b|\bgoc\b|\bsuperintendent\b")


def _told_behind(line: Line, at: int) -> Office | Span | None:
    """The command of "N | formally handed over command of the fleet", "N | took over the duties of Commander of the force"."""
    view = line.view
    verb = next((word for word in range(at, min(at + 4, line.stop)) if view.folds[word] in _GIVING or view.folds[word] in _TAKING), None)
    if verb is None or any(view.folds[word] in {",", ";", "and", "who"} for word in range(at, verb)):
        return None
    return _command(line, verb + 1)


def _told_before(line: Line, at: int) -> Office | Span | None:
    """The command of "handed over command of the fleet to | M", "took over the duties of Commander of the force from | M"."""
    view = line.view
    link = view.fold(at - 1)
    if link not in {"to", "from"}:
        return None
    verbs = _GIVING if link == "to" else _TAKING
    verb = next((word for word in range(at - 2, max(line.start, at - 30), -1) if view.folds[word] in verbs), None)
    command = _command(line, verb + 1) if verb is not None else None
    if command is None:
        return None
    end = command.end if isinstance(command, Office) else command[1]
    return None if any(view.folds[word] in {";", "who"} for word in range(end, at - 1)) else command


def _command(line: Line, at: int) -> Office | Span | None:
    """The command that begins within a few words: an office as such, or the body behind "command of"."""
    view = line.view
    for word in range(at, min(at + _FURTHEST, line.stop)):
        if (office := line.by_start.get(word)) is not None:
            taken_over = any(view.folds[between] in _TAKEN_OVER for between in range(at, word))
            return office if taken_over and not office.plural and not office.counterpart and office.organization is not None else None
        if view.folds[word] == "command" and view.fold(word + 1) == "of":
            inner = word + 2 + (view.fold(word + 2) == "the")
            if (end := lines.body_end(line, inner)) is not None:
                return inner, end
            return _last_commanded(line, word) if view.folds[inner] in _SHORT else None  # "the command of | the Mission |"
        if view.folds[word] == "command" and view.fold(word + 1) in {"to", "from"}:
            return _last_commanded(line, word)
        if view.folds[word] not in _BETWEEN:
            return None
    return None


def over_last(line: Line, office: Office) -> Office:
    """The office with the body told shortly before, where its words only take that up: "commander of the counter-piracy | task force |"."""
    view, noun = line.view, _noun_of(line, office)
    if office.organization is not None or noun is None or any(view.capital[at] for at in range(office.head + 1, office.end)):
        return office
    found = _last_commanded(line, office.start)
    if found is None or noun not in view.bodies[found[0]].value.lower():
        return office
    return replace(office, organization=view.bodies[found[0]].value, position=view.text(office.start, view.heads[office.head][0]))


def _noun_of(line: Line, office: Office) -> str | None:
    """The noun of the unit that closes the words of an office, in small letters."""
    view, last = line.view, line.view.folds[office.end - 1]
    if view.folds[office.end - 2 : office.end] == ["task", "force"]:
        return "task force"
    return last if last in _SHORT and office.end - office.head > 2 else None


def _last_commanded(line: Line, at: int) -> Span | None:
    """The body named last before "handed over | command | to", in the sentence or the one before."""
    view = line.view
    start = view.sentences[max(view.sentence_number(line.start) - 1, 0)][0]
    for word in range(at - 1, max(start, at - _LAST) - 1, -1):
        found = view.bodies.get(word)
        if found is not None and found.end <= at and _COMMANDED.search(found.value):
            return found.start, found.end
    return None


_LAST = 60  # words
_SHORT = frozenset({"mission", "force", "command", "brigade", "battalion", "contingent", "group", "unit", "operation", "battlegroup"})
_COMMANDED = patterns.compile(
    r"\b(?:Mission|Force|Command|Brigade|Battalion|Division|Wing|Squadron|Fleet|Flotilla|Regiment|Contingent|Corps|Battlegroup|EU[A-Z]{2,})\b"
)
