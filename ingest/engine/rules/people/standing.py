"""What one person of a sentence takes over from another: the office of a counterpart, the office that somebody stands in for."""

from __future__ import annotations

from ingest.engine import levels
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.values import replace


def counterparts(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the office of each counterpart: that of the person named last before."""
    settled: list[Sighting] = []
    spoken = _Spoken()
    for sighting in sightings:
        office, lately = sighting.office, settled[-LATELY:]
        if office is not None and _is_comrade(sighting, office):
            sighting = replace(sighting, office=None, organization=sighting.organization or office.organization)
        elif office is not None and office.counterpart:
            takes_over = sighting.view.fold(office.head) in _SUCCESSION  # "The officer introduced his successor": whoever is told last
            model = _first_of_sentence(lately, sighting) or (None if takes_over else spoken.before(sighting))
            model = model or next(
                (each for each in reversed(lately) if each.office is not None and each.office.position and each.view is sighting.view),
                None,
            )
            if sighting.rule == "people.plural-head":
                model = _in_turn(lately, sighting) or model
            position = _for_good(model, model.office) if model is not None and model.office is not None else ""
            if office.organization is not None and sighting.organization is None and sighting.view.fold(office.head + 1) in {"of", "from"}:
                at = (office.head + 2, office.end)  # "his counterpart of the FARDC, General N" serves there
                sighting = replace(sighting, organization=office.organization, organization_at=at)
            sighting = replace(sighting, office=replace(office, position=position, organization=None, counterpart=True))
            if model is not None and takes_over:
                sighting = _succeeding(sighting, model)
        elif office is None and sighting.rule == "people.of-state":
            sighting = _like_the_first(sighting, _first_of_sentence(lately, sighting))
        settled.append(sighting)
        spoken.add(sighting)
    return settled


def _for_good(model: Sighting, office: Office) -> str:
    """The position without what makes it one for a while, which a counterpart need not share: "the caretaker | Defence Minister"."""
    word, _, rest = office.position.partition(" ")
    return rest if rest and word.lower() in model.view.lex.acting else office.position


def _is_comrade(sighting: Sighting, office: Office) -> bool:
    """Whether a colleague serves in one body with somebody, and is no counterpart: "a Navy colleague, Lt. N"."""
    whose = sighting.view.fold(office.start - 1)
    return sighting.view.folds[office.head] == "colleague" and office.country is None and whose not in {"his", "her", "their", "'s"}


LATELY = 40  # sightings before one, among which the person stands whom it takes up


def _like_the_first(sighting: Sighting, first: Sighting | None) -> Sighting:
    """One of a row with the office of the minister or chief who met them: "Minister Popa met Peru’s | Ana Paz | and Chile’s N"."""
    held = first.office if first is not None else None
    if held is None or (levels.level(None, held.position) or 9) not in (2, 3):
        return sighting
    return replace(sighting, office=replace(held, organization=None, country=None, counterpart=True, plural=False))


_SUCCESSION = frozenset({"successor", "predecessor"})


def _succeeding(sighting: Sighting, model: Sighting) -> Sighting:
    """The successor with body and country of the one whose office goes over."""
    office, held = sighting.office, model.office
    if office is None or held is None:
        return sighting
    organization, country = held.organization or model.organization, held.country or model.country
    return replace(sighting, office=replace(office, organization=organization, country=office.country or country))


def _in_turn(settled: list[Sighting], sighting: Sighting) -> Sighting | None:
    """Whose counterpart the next of several is: "Ministers A and B met their counterparts C and | D", where D is the second."""
    view = sighting.view
    start, _ = view.sentence(sighting.start)
    same = [each for each in settled if each.view is view and each.start >= start]
    met = sum(each.office is not None and each.office.counterpart for each in same)
    holders = [each for each in same if each.office is not None and not each.office.counterpart and each.office.position]
    return holders[met] if len(holders) == met + 1 else None


def _first_of_sentence(settled: list[Sighting], sighting: Sighting) -> Sighting | None:
    """The first person of the sentence who holds an office: the one whose counterpart is meant."""
    view = sighting.view
    start, _ = view.sentence(sighting.start)
    first = None
    for each in reversed(settled):
        if each.view is not view or each.start < start:
            break
        first = each if each.office is not None and each.office.position else first
    return first


class _Spoken:
    """Who holds an office, by the names and the titles by which later sentences speak of them."""

    def __init__(self) -> None:
        self.names: dict[tuple[int, str], Sighting] = {}  # by passage and by each part of a name
        self.titles: dict[tuple[int, str], Sighting] = {}  # the last one of each

    def add(self, sighting: Sighting) -> None:
        """Takes in one who is told in full with an office."""
        if sighting.office is None or not sighting.office.position or len(sighting.parts) < 2:
            return
        passage = id(sighting.view)
        self.names.update({(passage, part): sighting for part in sighting.parts if len(part) > 1})
        self.titles[passage, sighting.office.position.lower().split()[0]] = sighting

    def before(self, sighting: Sighting) -> Sighting | None:
        """The holder of an office who stands first in the sentence, or in the one before that speaks of somebody: "| Popa | and his Lao
        counterpart N", "Admiral | Popa | will also meet M. Later he will see his Lao counterpart N", "The | President | wrote to his"."""
        view = sighting.view
        number = view.sentence_number(sighting.begin)
        for earlier in range(number, max(number - _SENTENCES, -1), -1):
            start, stop = view.sentences[earlier]
            first = start if earlier < number else max(start, sighting.begin - _OPENING_WORDS)
            for at in range(first, min(stop, sighting.begin, first + _OPENING_WORDS)):
                key = (id(view), view.folds[at])
                found = self.names.get(key) if view.capital[at] else None
                found = found or (self.titles.get(key) if at in view.heads else None)
                if found is not None and not (earlier < number and view.fold(at + 1) in {"'s", "'"}):  # "Popa’s visit"
                    return found
        return None


_SENTENCES = 4  # in which "his" takes somebody up
_OPENING_WORDS = 60  # of a sentence that are looked through

_BETWEEN = 10  # words between two people of whom one stands in for the other

_FOR_THE_NEXT = (
    ("on", "behalf", "of"),
    ("in", "place", "of"),
    ("stood", "in", "for"),
    ("standing", "in", "for"),
    ("deputising", "for"),
    ("deputizing", "for"),
)
_LAST_WORDS = frozenset(words[-1] for words in _FOR_THE_NEXT)


def in_for(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the office or person that each stands in for: "A, represented by B", "B, on behalf of A"."""
    settled = [_for_office(_opening(sighting)) for sighting in sightings]
    for number in range(len(sightings) - 1):
        first, second = settled[number], settled[number + 1]
        if first.view is not second.view or second.begin - first.close > _BETWEEN or second.begin < first.close:
            continue
        between = tuple(first.view.folds[first.close : second.begin])
        if "represented" in between[:3] and "by" in between and "." not in between:
            settled[number + 1] = replace(_of_country(settled[number + 1], settled[number]), on_behalf_of=_who(first))
        elif len(between) > 6 and not _holds(between, ("in", "place", "of")):
            continue
        elif not _LAST_WORDS.isdisjoint(between) and any(_holds(between, words) for words in _FOR_THE_NEXT):
            standing = _subject(settled, number) if _holds(between, ("in", "place", "of")) else number
            settled[standing] = replace(_of_country(settled[standing], second), on_behalf_of=_who(second))
            settled[number + 1] = _of_country(second, settled[standing])
    return settled


def _subject(settled: list[Sighting], number: int) -> int:
    """Who stands in for the next: the one whom "who" takes up, else the first of the sentence ("A met B in place of C")."""
    last = settled[number]
    if last.view.fold(last.close) == "who" or last.view.fold(last.close + 1) == "who":
        return number
    start, _ = last.view.sentence(last.start)
    earliest = max(number - LATELY, 0)
    while number > earliest and settled[number - 1].view is last.view and settled[number - 1].start >= start:
        number -= 1
    return number


def _of_country(sighting: Sighting, other: Sighting) -> Sighting:
    """The sighting with the country of the one it stands in for, where its own is not told."""
    if sighting.country is not None or other.country is None or sighting.view is not other.view:
        return sighting
    return replace(sighting, country=other.country, country_at=other.country_at)


def _who(sighting: Sighting) -> str:
    return sighting.office.position if sighting.office is not None and sighting.office.position else sighting.name


def _holds(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(words[at : at + len(run)] == run for at in range(len(words)))


def _opening(sighting: Sighting) -> Sighting:
    """The sighting with the office that the sentence names first: "On behalf of the Chief of Defence Staff, Vice Admiral N"."""
    view = sighting.view
    start, _ = view.sentence(sighting.start)
    if view.fold(sighting.begin - 1) != "," or tuple(view.folds[start : start + 3]) != ("on", "behalf", "of"):
        return sighting
    first = start + 3 + (view.fold(start + 3) == "the")
    office = view.text(first, sighting.begin - 1)
    return replace(sighting, on_behalf_of=office) if 0 < sighting.begin - 1 - first < 12 else sighting


def _for_office(sighting: Sighting) -> Sighting:
    """The sighting with the state of the office that a clause says it stands in for: "N, who was representing the | Fijian | Chief"."""
    view, at = sighting.view, sighting.close
    at += view.fold(at) == ","
    stop = min(at + _BETWEEN, len(view.words))
    verb = next((word for word in range(at, min(at + 3, stop)) if view.folds[word] in _REPRESENTING), None)
    if sighting.country is not None or verb is None or not _WHO_IS.issuperset(view.folds[at:verb]):
        return sighting
    first = verb + 1 + (view.fold(verb + 1) in {"in", "for"}) + (view.fold(verb + 2) == "for")
    first += view.fold(first) in {"the", "his", "her"}
    state = view.countries.get(first)
    if state is None or state.end not in view.heads:
        return sighting
    return replace(sighting, country=state.value, country_at=(state.start, state.end))


_REPRESENTING = frozenset({"representing", "represented", "represents", "deputising", "deputizing", "deputised", "standing", "stood"})
_WHO_IS = frozenset({"who", "was", "is", "were", "has", "had", "been"})
