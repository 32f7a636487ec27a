"""Lists of those who took part, a line for each: "Ana Lind, Chair, Roads Fund". What opens a line is a name, whatever its words."""

from __future__ import annotations

from ingest.engine.rules.people import after, honours
from ingest.engine.rules.people.line import Line, Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View
from ingest.engine.values import replace


def rows(view: View) -> frozenset[int]:
    """The first words of the lines of lists that are announced as those of people: "Participants included:", "Industry Participants"."""
    found: list[int] = []
    inside = False
    for start, stop in view.sentences:
        length = stop - start
        if view.words[stop - 1] == ":" or (length <= _LONGEST_HEADING and "," not in view.words[start:stop]):
            told = not _PARTICIPANTS.isdisjoint(view.folds[start:stop])
            inside = told or (inside and length <= _LONGEST_HEADING)
        elif length > _LONGEST_ROW or (length > _LONGEST_ITEM and view.words[stop - 1] in {".", "!", "?"}):
            inside = False
        elif inside and "," in view.words[start : start + _LONGEST_NAME + 1] and view.opens_line(start):
            found.append(start)
    return frozenset(found)


_PARTICIPANTS = frozenset(
    {"participants", "attendees", "speakers", "presenters", "panelists", "delegation", "delegations", "members", "attended", "present",
     "guests", "participated", "participating", "joined", "attendance", "following", "leaders", "representatives"}
)  # fmt: skip
_LONGEST_HEADING, _LONGEST_ITEM, _LONGEST_ROW = 6, 25, 60  # words


def opening(line: Line) -> Sighting | None:
    """Who is named first in a line of such a list; None where a rank or courtesy leads up to the name, or the words are no name."""
    view, at = line.view, line.start
    end = _name_end(line)
    if end is None:
        return None
    sighting = after.complete(line, Sighting(view, at, end, "people.name-position", at, honours.past_letters(line, end)))
    return seated(line, sighting if sighting.office is not None else described(line, sighting))


def told(line: Line, sighting: Sighting) -> Sighting:
    """The sighting of one to whom a rank, courtesy or office leads up, with what closes the line."""
    alone = sighting.office is None and sighting.begin == line.start
    return seated(line, described(line, sighting) if alone else sighting)


def seated(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the body that closes the line, though nothing but its place tells that it is one: "N, CEO, | Larchtronic"."""
    view, at, office = line.view, sighting.close, sighting.office
    if office is None or office.organization or sighting.organization or office.end <= sighting.start or _is_over_place(view, office):
        return sighting
    begin = next((word + 1 for word in range(line.stop - 1, at - 1, -1) if view.words[word] == ","), 0)
    stop = next((word for word in range(begin, line.stop) if view.words[word] in {"(", ".", ";"}), line.stop)
    if not 0 < begin < stop or begin <= at or stop - begin > _LONGEST_BODY or not _may_be_body(line, begin, stop):
        return sighting
    return replace(sighting, organization=view.text(begin, stop), organization_at=(begin, stop), close=stop)


_LONGEST_BODY = 8  # words


def _is_over_place(view: View, office: Office) -> bool:
    """Whether what follows such an office is as often a town as a body: "N, Mayor, | Larkfield"."""
    return view.folds[office.head] in {"mayor", "governor", "ambassador", "consul", "commander", "commandant", "senator", "representative"}


def apart(found: list[Sighting]) -> list[Sighting]:
    """The sightings of a line without those that lie within what belongs to the one before: "N, Founder, Sister | Larch |"."""
    kept: list[Sighting] = []
    for each in found:
        if not kept or each.begin >= kept[-1].close:
            kept.append(each)
    return kept


def is_body(line: Line, sighting: Sighting) -> bool:
    """Whether a name behind the comma of an office is that of the body it is held in: "N, Founder and President, | Voto Larch"; not where
    the office opens the line: "- the Undersecretary for Plans, | Ana Lind |;"."""
    view, office = sighting.view, sighting.office
    if office is None or office.start <= line.start + _LONGEST_MARK or sighting.honorific is not None or sighting.rank is not None:
        return False
    return office.end < sighting.start and view.fold(office.end) == ","


_LONGEST_MARK = 2  # words before the first of a line: "- the"


def _may_be_body(line: Line, start: int, stop: int) -> bool:
    """Whether the words are capitals, and no office, place, state or degree."""
    view = line.view
    if any(at in line.by_start or at in view.heads for at in range(start, stop)) or start in view.places or start in view.countries:
        return False
    if stop - start == 1 and (view.folds[start] in view.lex.postnominals or len(view.words[start]) < 3):
        return False  # "N, Mayor, Springfield, | IL"
    small = all(view.capital[at] or view.folds[at] in _JOINING or not view.words[at].isalpha() for at in range(start, stop))
    return small and view.capital[start] and not all(view.plain[at] and stop - start == 1 for at in range(start, stop))


_JOINING = frozenset({"of", "the", "for", "and", "in", "on", "to", "at", "a", "&"})


def described(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with what its line says next: a body, or an office in words that no list of offices knows."""
    view, at = line.view, sighting.close + 1
    sighting = replace(sighting, rule="people.listed" if sighting.rule in _BARE else sighting.rule)
    if sighting.organization is not None or view.fold(sighting.close) != ",":
        return sighting
    end = at
    while end < line.stop and view.words[end] not in {",", ";", "."}:
        end += 1
    closes = view.fold(end) != ","
    if end == at or end - at > (_LONGEST_BODY if closes else _LONGEST_OFFICE) or not view.capital[at]:
        return sighting
    if (held := _closing_office(line, at, end)) is not None:
        return replace(sighting, office=held, close=end)
    state = view.countries.get(at + (view.fold(at) == "the"))
    if state is not None and state.end == end:  # "Dr. N, | Kingdom of Thailand |;"
        told = sighting.country is not None
        return sighting if told else replace(sighting, country=state.value, country_at=(state.start, state.end), close=end)
    if closes and not _is_calling(view, at, end):
        return replace(sighting, organization=view.text(at, end), organization_at=(at, end), close=end)
    office = Office(at, end, at, position=view.text(at, end))
    return after.body(line, replace(sighting, office=office, close=end))


_LONGEST_OFFICE = 14  # words
_BARE = frozenset({"people.name-position", "people.name-body"})


def _closing_office(line: Line, at: int, end: int) -> Office | None:
    """The office that closes the words behind a name, with the body before it: "N, | Larchmont Fund President |"."""
    view = line.view
    office = next((each for each in line.by_start.values() if at < each.start and each.end == end and each.head in view.heads), None)
    if office is None or office.plural or office.counterpart or view.folds[office.start - 1] in view.lex.small_words | {"of", "and", "for"}:
        return None
    if office.organization is not None or office.start - at > _LONGEST_BODY or at in view.places or at in view.countries:
        return office
    ends = [view.nouns[word] for word in range(at, office.head) if word in view.nouns and view.nouns[word] <= office.head]
    body_end = max(ends, default=office.start)  # "Larchmont | Fund | President"
    return replace(office, organization=view.text(at, body_end), position=view.text(max(body_end, office.start), office.end))


def _is_calling(view: View, at: int, end: int) -> bool:
    """Whether words of English say what somebody is by trade: "Actor and Singer", "Advocate"."""
    words = [word for word in range(at, end) if view.folds[word] not in {"and", "&", "/"}]
    if not words or len(words) > _LONGEST_CALLING or any(word in view.nouns for word in words):
        return False
    trades = [word for word in words if view.folds[word].endswith(_TRADES)]
    return words[-1] in trades and any(view.plain[word] for word in trades) and all(view.plain[word] or word in trades for word in words)


_LONGEST_CALLING = 4  # words
_TRADES = ("or", "er", "ist", "ian", "ess", "ate", "ant", "ney", "ent")


def _name_end(line: Line) -> int | None:
    """The end of the capitals up to the first comma that are a name; None where they hold an office, a body or a place."""
    view, start = line.view, line.start
    end = next((at for at in range(start, min(start + _LONGEST_NAME, line.stop)) if view.words[at] == ","), None)
    if end is None or end - start < 2 or end + 1 >= line.stop:
        return None
    taken = (view.heads, view.ranks, view.honorifics, view.nouns, view.bodies)
    if any(at in spans for at in range(start, end) for spans in taken) or (start in view.countries and not view.is_name_like(start + 1)):
        return None
    if not view.capital[end + 1] and line.stop - start > _LONGEST_ITEM:
        return None
    if not all(_is_of_name(view, at) for at in range(start, end)) or not any(view.is_name_like(at) for at in range(start, end)):
        return None
    if start in view.places and view.places[start].end > start + 1:
        return None  # "Los Angeles, CA"
    if line.stop == end + 2 and len(view.words[end + 1]) < 3:
        return None  # "Larch County, FL"
    return end + 2 if view.fold(end + 1) in {"jr", "sr"} else end


_LONGEST_NAME = 7  # words


def _is_of_name(view: View, at: int) -> bool:
    word = view.words[at]
    return view.capital[at] or view.folds[at] in view.lex.particles or word in "“”\"'‘’()"
