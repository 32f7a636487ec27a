"""Every place where a passage introduces a person: a name with rank, honorific or office beside it.

The shapes, with the rule that carries each: rank and name ("people.rank-name"), honorific and name ("people.honorific-name"), office, name
("people.position-name"), name and office ("people.name-position"), name of a body or country ("people.name-of", "people.name-body"),
two holders of one office ("people.plural-head"), "headed by" ("people.headed-by"), "counterpart" ("people.counterpart").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress, count
from operator import gt

from ingest.engine.rules.people import after, before, handovers, headed, honours, interposed, lists, names, roster, rows, skippers, subjects
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people.line import Lead, Line, Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View
from ingest.engine.values import replace


def find(view: View) -> list[Sighting]:
    """All sightings of a passage in order."""
    told, listed, offices = _may_name(view), roster.rows(view), headed.rows(view)
    return [
        sighting
        for start, stop in view.sentences
        if bisect_left(told, start) < bisect_left(told, stop)
        for sighting in _of_line(
            lines.of(view, start, stop),
            listed=start in listed or (start in offices and "," in view.words[start:stop]),
            held=offices.get(start),
        )
    ]


def _may_name(view: View) -> list[int]:
    """The words without which a sentence names nobody: capitals that are no English and no state, ranks and honorifics, in order."""
    found = {*compress(count(), map(gt, view.capital, view.plain))} - view.countries.keys()
    return sorted(found | view.ranks.keys() | view.honorifics.keys())


def _of_line(line: Line, *, listed: bool, held: Office | None) -> list[Sighting]:
    """The sightings of a sentence, with the offices that go over from one person to the next.

    `listed`: of a list of participants; `held`: the office of those of the list, told above it.
    """
    first = roster.opening(line) if listed else None
    found = list(_read(line, first.close if first is not None else line.start))
    if listed:
        found = roster.apart([roster.told(line, each) for each in found if not roster.is_body(line, each)])
    found = rows.bracketed(line, [first, *found] if first is not None else found)
    found = headed.held(held, line.start, found) if held is not None else found
    return handovers.succeeded(rows.shared(line, found))


def _read(line: Line, at: int) -> Iterator[Sighting]:
    view = line.view
    lead: Lead | None = None
    while at < line.stop:
        leading = at in line.by_start or at in view.ranks or at in view.honorifics
        if lead is None and not leading and (not view.capital[at] or _is_english(line, at)):
            at += 1
            continue
        if leading:
            lead = before.led(line, at, lead)
            if lead is not None and lead.end > at:
                at = lead.end
                continue
        if lead is not None and lead.end == at and lead.office is not None and (end := interposed.between(line, at, lead)) is not None:
            lead.end = at = end
            continue
        if lead is not None and lead.end == at and (end := interposed.unknown_body(line, at, lead)) is not None:
            lead.end = at = end
            continue
        sighting = _sighting(line, at, lead)
        if sighting is not None and lead is not None and subjects.is_another(line, lead, [sighting, *lists.others(line, sighting)]):
            sighting = _sighting(line, at, subjects.without_office(line, lead)) or subjects.acting(line, sighting)
        if sighting is None:
            if lead is not None and before.passes(line, at, lead):
                lead.comma = lead.comma or line.view.words[at] in ",:"
                lead.end = at = at + 1
                continue
            lead = None
            at += 1
            continue
        for each in lists.in_turn([sighting, *lists.others(line, sighting)]):
            yield each
            at = each.close
        lead = None


def _is_english(line: Line, at: int) -> bool:
    return line.view.plain[at] and not names.is_told_behind(line.view, at, line.stop)


def _sighting(line: Line, at: int, lead: Lead | None) -> Sighting | None:
    view = line.view
    if lead is None or lead.end != at:
        return _bare(line, at)
    if before.is_place_or_ship(line, lead):
        return None
    followed = view.is_name_like(at + 1) and at not in view.nouns  # "General Tea Banh"
    strongly = (lead.rank is not None and (followed or not lead.rank.weak or lead.rank.abbreviated)) or (
        lead.honorific_at is not None and lead.honorific_at[1] == at
    )
    end = names.read(view, at, line.stop, introduced=True, strongly=strongly)
    if (
        end is None
        or _is_namesake(line, end)
        or _is_royal_site(view, at, end, lead)
        or _is_spelled_out(view, at, end)
        or not _may_follow(line, at, end, lead)
    ):
        return None
    rule = _rule(line, lead)
    sighting = Sighting(
        view, at, end, rule, lead.begin, honours.past_letters(line, end), rank=lead.rank, rank_at=lead.rank_at, office=lead.office,
        honorific=view.text(*lead.honorific_at) if lead.honorific_at else None, honorific_at=lead.honorific_at,
    )  # fmt: skip
    return before.served(line, handovers.complete(line, after.complete(line, before.complete(line, sighting))))


def _is_namesake(line: Line, at: int) -> bool:
    """Whether a school or base bears the name that ends at `at`: "General Sir John Larkin | Defence University"."""
    view = line.view
    if view.folds[at - 1] in _BEARERS:
        return True
    while at < line.stop and view.capital[at] and (view.plain[at] or at in view.countries):
        if view.folds[at] in _BEARERS:
            return True
        at += 1
    return False


def _is_spelled_out(view: View, at: int, end: int) -> bool:
    """Whether the acronym in brackets behind is that of the words, as of a body: "Forças Armadas de Moçambique | (FAM)"."""
    if view.fold(end) != "(" or view.fold(end + 2) != ")":
        return False
    acronym = view.words[end + 1]
    for start in range(at, max(at - 3, -1), -1):  # "Leader of the Awami | Jatiya Morcha | (AJM) N"
        initials = "".join(word[0] for word in view.words[start:end] if word[0].isupper())
        if len(initials) > 2 and acronym in (initials, initials + "s"):
            return True
        if start == 0 or not view.capital[start - 1]:
            break
    return False


def _is_royal_site(view: View, at: int, end: int, lead: Lead) -> bool:
    """Whether a park or palace is called by a ruler’s title: "at Sultan | Park |"."""
    titled = lead.office is not None and lead.rank is None and view.folds[lead.office.head] in _TITLES and not lead.comma
    return titled and end == at + 1 and view.folds[at] in _ROYAL_SITES


_TITLES = frozenset({"sultan", "king", "queen", "prince", "princess", "emir"})
_ROYAL_SITES = frozenset({"park", "palace", "tower", "mosque", "hall", "gate", "street", "road", "garden", "gardens", "mall", "point"})

_BEARERS = frozenset(
    {
        "academy",
        "university",
        "college",
        "school",
        "institute",
        "hospital",
        "barracks",
        "airport",
        "base",
        "stadium",
        "memorial",
        "museum",
        "cantonment",
        "foundation",
        "award",
        "medal",
        "trophy",
        "bridge",
        "centre",
        "center",
        "wharf",
        "pier",
        "quay",
        "jetty",
        "harbour",
        "harbor",
        "dockyard",
        "airfield",
        "avenue",
        "square",
        "theatre",
        "auditorium",
        "order",
        "palace",
        "agreement",
        "airlines",
        "airways",
        "campaign",
        "conference",
        "dialogue",
        "forum",
        "government",
        "holdings",
        "hotel",
        "industries",
        "initiative",
        "network",
        "prize",
        "programme",
        "program",
        "project",
        "railways",
        "shipping",
        "summit",
        "treaty",
        "ventures",
        "temple",
        "mosque",
        "church",
        "cathedral",
        "pagoda",
        "shrine",
        "gurdwara",
    }
)


def _may_follow(line: Line, at: int, end: int, lead: Lead) -> bool:
    """Whether the name may belong to what stands before it."""
    view = line.view
    if lead.rank is not None or lead.honorific_at is not None:
        return True
    if lead.comma and lead.office is not None and _is_over_places(view, lead.office, at, end):
        return False  # "the Governors of Sonora, | Chiapas | and Oaxaca"
    if not lead.comma and view.fold(at - 1) in lines.NAMED_AFTER:
        return False  # "the Commander of EUFOR Operation | Althea"
    if lead.office is not None and lead.office.weak and lead.office.plural and end - at < 2:
        return False  # "Members of the Air Force at 19 Wing Comox"
    if lead.office is not None and lead.office.weak and end - at < 2 and not view.capital[lead.office.head]:
        return False
    if not lead.comma and end - at == 1 and view.capital[lead.office.head if lead.office else at] and _is_called_on(view, end):
        return False  # "the Chairman of SADC | Troika | Chiefs of Defence"
    if not lead.comma:
        return lead.office is not None and (view.capital[lead.office.head] or end - at > 1 or lead.office.counterpart)
    if end - at > 1:
        return True
    return at not in view.places and view.fold(end) in {",", "."} and view.is_name_like(at) and view.fold(at - 1) != "-"


def _is_over_places(view: View, office: Office, start: int, end: int) -> bool:
    """Whether an office of several closes with a place, and the words [start, end) behind it can be one more of such."""
    at = office.end - 1
    if not office.plural or "and" in view.folds[office.head : office.end]:
        return False
    if at in view.places and start not in view.places and end - start > 1:
        return False  # "the senators from Ohio, | Ana Lind | and Bo Ray"
    while at > office.head and (view.is_name_like(at) or at in view.places):
        at -= 1
    return at < office.end - 1 and view.folds[at] in {"of", "from", "in"}


def _is_called_on(view: View, at: int) -> bool:
    """Whether the plural of an office, with a capital as the word before it has, goes on from a word."""
    return at in view.heads and view.heads[at][1].plural and view.capital[at] and not view.headline and not view.shouting


def _rule(line: Line, lead: Lead) -> str:
    if lead.office is not None:
        return "people.counterpart" if lead.office.counterpart else "people.position-name"
    return "people.rank-name" if lead.rank is not None else "people.honorific-name"


def _bare(line: Line, at: int) -> Sighting | None:
    """A name that nothing introduces: it counts if an office, a body in a list or a country in brackets follows."""
    view = line.view
    if (
        not view.capital[at]
        or _is_english(line, at)
        or view.headline
        or view.shouting
        or view.fold(at - 1) in lines.NAMED_AFTER
        or view.is_ship(at - 1)
        or names.is_month(view, at)
    ):
        return None
    end = names.read(view, at, line.stop, introduced=False)
    end = end or _single(line, at)
    if end is None or _is_dateline(view, at, end) or view.folds[end - 1] in _BEARERS:
        return None
    sighting = after.complete(line, Sighting(view, at, end, "people.name-position", at, honours.past_letters(line, end)))
    if _is_told_as_place(line, at, sighting):
        return None
    if sighting.office is not None or sighting.rank is not None or sighting.rule in {"people.name-country"}:
        return sighting
    if end - at > 1 and _acts(line, at, end):
        return replace(sighting, rule="people.name-acts")
    if end - at > 1 and (owner := lists.owner(line, at, end)) is not None:
        return replace(sighting, rule="people.of-state", country=owner.value, country_at=(owner.start, owner.end), close=end)
    if end - at > 1 and lists.only_names(line, at, end) and skippers.commands(view, at, line.start):
        return skippers.officer(sighting)
    if end - at > 1 and lists.leads(line, at, end):
        return replace(sighting, rule="people.name-led", close=end)
    if end - at > 1 and lists.are_met(line, at, end):
        return replace(sighting, rule="people.name-met", close=end)
    if lists.is_item(line, at) and view.fold(end) == "," and end - at > 1:
        return roster.described(line, sighting)
    return None


def _is_told_as_place(line: Line, at: int, sighting: Sighting) -> bool:
    """Whether the words are where somebody was, and the office behind is that of the next: "at the Casa Alta, the Minister, Dr. N".

    Behind an article stands no bare name of somebody: "thanked the Society of the White Rose, the Minister of Trade and others".
    """
    view = line.view
    if view.fold(at - 1) == "the" and sighting.office is not None:
        return True
    while at > line.start and (view.folds[at - 1] in view.lex.particles or view.is_name_like(at - 1)):
        at -= 1
    article = view.fold(at - 1) in {"the", "a"}
    if view.fold(at - 1 - article) not in {"at", "in", "to", "near"} or sighting.office is None:
        return False
    behind = sighting.close + (view.fold(sighting.close) == ",")
    return article or behind in view.ranks or behind in view.courtesies


def _is_dateline(view: View, at: int, end: int) -> bool:
    """Whether capitals open the passage and a dash closes them: "CABO DELGADO- Chief of …"."""
    return at == 0 and view.fold(end) in {"-", "–", "—"} and all(word.isupper() for word in view.words[at:end])


_SPEAKING = frozenset(
    {"said", "told", "stressed", "noted", "added", "thanked", "emphasized", "emphasised", "explained", "remarked", "recalled", "underlined"}
)


def _acts(line: Line, at: int, end: int) -> bool:
    """Whether only a person can do what follows: "N said", "N and his Danish counterpart"; all words of the name are names."""
    view = line.view
    if any(view.plain[word] or view.is_acronym(word) or word in view.bodies or word in view.places for word in range(at, end)):
        return False
    if view.fold(end) == "and" and view.fold(end + 1) in {"his", "her"}:
        return any(view.fold(word) in {"counterpart", "counterparts", "colleague"} for word in range(end + 2, end + 7))
    if view.fold(end) == "of" and view.fold(end + 1) == "the":  # "N of the press service | noted"
        body_end = next((word for word in range(end + 2, min(end + 7, line.stop)) if view.folds[word] in _SPEAKING), end)
        return body_end > end + 2 and not any(view.folds[word] in {",", "and", "who"} for word in range(end, body_end))
    return view.fold(end) in _SPEAKING and view.is_name_like(end - 1)


_MONTHS = frozenset({"March", "April", "May", "June", "July", "August"})  # which are names of people as well


def _single(line: Line, at: int) -> int | None:
    """The end of a name of one word that an office with its article follows: "met Suharyono, the Commander of …"."""
    view = line.view
    if (
        not view.is_name_like(at)
        or view.words[at] in _MONTHS
        or at in view.bodies
        or at == line.start
        or view.fold(at - 1) in view.lex.links
        or view.capital[at - 1]
    ):
        return None
    office = line.by_start.get(at + 3)
    if office is not None and view.fold(office.end) == "," and office.end + 1 in view.ranks:
        return None  # "at Onwe, the Flag Officer Commanding the Fleet, Rear Admiral N": a place
    told = (
        view.fold(at + 1) == ","
        and view.fold(at + 2) == "the"
        and office is not None
        and (not office.weak or office.organization is not None)
    )
    return at + 1 if told and office is not None and view.capital[office.head] else None
