"""What stands before a name: offices, ranks and honorifics that lead up to it, and the country, service or body before those."""

from __future__ import annotations

from ingest.engine import levels, patterns
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people import names, subjects, teams
from ingest.engine.rules.people.lexicon import Rank
from ingest.engine.rules.people.line import Lead, Line, Sighting
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View
from ingest.engine.values import replace


def led(line: Line, at: int, lead: Lead | None) -> Lead | None:
    """The lead with the office, rank or honorific that begins at `at`, or as it was."""
    view = line.view
    if (office := line.by_start.get(at)) is not None and not _is_rank_only(line, at, office) and not _is_given(line, at, office, lead):
        return None if _is_represented(line, office) else _by_office(line, at, lead, office)
    if (rank := rank_at(line, at)) is not None:
        return _by_rank(line, at, lead, rank)
    longest = view.heads[at][0] if at in view.heads else at + 1  # no "Attorney | General’s Office"
    if at in view.honorifics and (end := lines.past_honorifics(line, at)) >= longest:
        if lead is None or (lead.honorific_at is not None and lead.honorific_at[1] != at and lead.office is None):
            lead = Lead(at, end)
        lead.honorific_at, lead.end = (at, end), end
    return lead


def _by_office(line: Line, at: int, lead: Lead | None, office: Office) -> Lead:
    """The lead with an office: its first, one more word of the office before, or a new one."""
    anew = Lead(office.start, office.end, office=office)
    if lead is None:
        return anew
    if lead.office is not None and lead.end == at and _is_learned(line.view, office):
        lead.honorific_at, lead.end = (office.start, office.end), office.end  # "SAMIM head, Professor N"
        return lead
    if lead.comma or (lead.office is not None and not lead.office.courtesy):
        return anew if lead.office is None else _by_second_office(line, at, lead, lead.office, office)
    if lead.rank is not None and lead.office is None and line.view.ranks.get(at) is None:
        return anew
    lead.office = office if lead.office is None or lead.office.courtesy else lead.office
    lead.end = office.end
    return lead


def _by_second_office(line: Line, at: int, lead: Lead, first: Office, second: Office) -> Lead:
    """The lead with the first of two offices, where the second is a courtesy, its grade, its acronym or less; else with the second."""
    small = lead.comma and lead.end == at and second.position == "ambassador"  # "the Director General, ambassador N"
    if second.courtesy or small:  # "Director External Affairs, Ambassador N"
        lead.honorific_at, lead.end = (lead.honorific_at or (second.start, second.end)), second.end
        return lead
    if lead.end == at and (
        _is_grade_of(line, lead, second)  # "head of the mission, Under-Secretary-General N"
        or _is_dual(first, second)  # "First Deputy Minister of Defence, Chief of the General Staff, General N"
        or (lead.comma and _is_higher(first, second))  # "President of the Republic, Supreme Commander N"
        or (lead.comma and _is_in_apposition(line, first, second))  # "the Commander of the Navy, Commander of the Fleet, Admiral N"
    ):
        lead.office = replace(first, end=second.end, country=first.country or second.country)
        lead.end, lead.comma = second.end, False
        return lead
    if lead.end == at and _is_short_for(second, first):
        lead.end, lead.comma = second.end, False
        return lead  # "the Inspector General of Police, IGP N"
    if first.counterpart and lead.end == at and not (first.plural and lead.comma and subjects.opens(line, first)):
        second = replace(second, country=second.country or first.country)  # "her Kenyan colleague, Minister N"
    return Lead(second.start, second.end, office=second)


def _by_rank(line: Line, at: int, lead: Lead | None, rank: tuple[int, Rank]) -> Lead:
    """The lead with a rank: its first, the second half of a double one, or a new lead."""
    end = lines.past_branch(line, lines.past_status(line, rank[0]))
    doubled = lead is not None and lead.rank_at is not None and lead.end == at  # "Admiral | General"
    anew = lead is not None and lead.honorific_at is not None and lead.office is None
    anew = anew or (lead is not None and lead.comma and lead.office is not None and line.view.folds[lead.office.head] in _RULERS)
    if lead is None or (lead.rank is not None and not doubled) or anew:
        lead = Lead(at, end)
    lead.rank, lead.rank_at, lead.end = rank[1], (at, rank[0]), end
    return lead


_RULERS = frozenset({"king", "queen", "emir", "amir", "monarch"})  # "by order of the King, Supreme Commander, | General N"


def _is_learned(view: View, office: Office) -> bool:
    """Whether an office is but the degree of somebody who holds another."""
    return office.end == office.start + 1 and view.folds[office.start] == "professor" and office.start in view.courtesies


def _is_short_for(second: Office, first: Office) -> bool:
    """Whether the second office is but the acronym of the first."""
    if second.position.lower() in first.position.lower().replace("-", " ").split()[:1] and second.organization is None:
        return True  # "the commander-in-chief of the navy, Commander Admiral N"
    letters = "".join(word[0] for word in first.position.replace("-", " ").split() if word[0].isupper())
    return len(second.position) > 1 and second.position == letters


def _is_higher(first: Office, second: Office) -> bool:
    """Whether the first of two offices of one person is that of a head of state or government or of a deputy, and the second is less."""
    if second.counterpart:
        return False
    if _DEPUTY_PREMIER.search(first.position.lower()):
        return levels.level(None, second.position) == 2
    return levels.level(None, first.position) == 1 and (levels.level(None, second.position) or 9) > 1


def _is_in_apposition(line: Line, first: Office, second: Office) -> bool:
    """Whether the second of two offices, without an article, is a further one of the officer who holds the first."""
    view = line.view
    article = first.start == line.start or "the" in (view.fold(first.start), view.fold(first.start - 1), view.fold(first.start - 2))
    if _COMMANDING.isdisjoint(view.folds[first.head : view.heads[first.head][0]] if first.head in view.heads else ()):
        return False  # "the Secretary of the Ministry, Chief of Defence Staff General N"
    close = second.end + (view.fold(second.end) == ",")
    told = (
        (first.organization is not None or " of " in first.position)
        and not first.plural
        and not first.counterpart
        and not second.counterpart
        and not second.plural
    )
    return article and told and close in view.ranks and view.capital[second.start] and second.start - first.end == 1


_COMMANDING = frozenset({"commander", "commandant", "chief", "commander-in-chief"})


def _is_dual(first: Office, second: Office) -> bool:
    """Whether two offices are the ones that many states give to one officer: the first deputy of the minister, and the chief of staff."""
    posts = [office.position.lower().removeprefix("the ") for office in (first, second)]
    deputy = any(_FIRST_DEPUTY.fullmatch(post) for post in posts)
    chief = any(office.position.lower() == "chief" and "General Staff" in (office.organization or "") for office in (first, second))
    return deputy and (chief or any(post.startswith("chief of ") and post.endswith("general staff") for post in posts))


_FIRST_DEPUTY = patterns.compile(
    r"first (?:deputy|vice)[ -](?:(?:national )?defen[cs]e minister|minister (?:of|for) (?:national )?defen[cs]e)"
)
_DEPUTY_PREMIER = patterns.compile(r"(?:deputy|vice) (?:prime minister|premier)$")


def _is_grade_of(line: Line, lead: Lead, grade: Office) -> bool:
    """Whether a second office before a name is but the grade of the one who holds the first: "spokesperson | Assistant Secretary N"."""
    first = lead.office
    if first is None or first.counterpart or first.courtesy or grade.organization is not None or line.view.fold(grade.start - 1) == "the":
        return False
    known = line.view.lex.bare_grades if lead.comma else line.view.lex.bare_grades | line.view.lex.titular_grades
    return grade.position.lower().replace("-", " ") in known


def _is_given(line: Line, at: int, office: Office, lead: Lead | None) -> bool:
    """Whether a word of an office is a given name: "Lieutenant General | Sultan Kamal"."""
    ranked = lead is not None and lead.rank is not None and lead.end == at
    return ranked and office.end == at + 1 and names.is_given(line.view, at)


def _is_represented(line: Line, office: Office) -> bool:
    """Whether the sentence begins "On behalf of the Chief of Defence Staff, …": the name that follows is another’s."""
    view, at = line.view, office.start
    before = at - 1 if view.fold(at - 1) in {"the", "his", "her"} else at
    if _is_named_next(line, office.end):
        return False  # "On behalf of the Chief, Admiral N, the delegation was received": N is the chief
    if before - 3 <= line.start + 1 and tuple(view.folds[max(before - 3, 0) : before]) in {("on", "behalf", "of"), ("in", "place", "of")}:
        return True
    opens = view.fold(before - 1) == "of" and view.fold(before - 2) in _COMINGS and before - 5 <= line.start
    return opens and view.fold(office.end) == ","  # "On the arrival of the new Defence Adviser, General N welcomed him"


_COMINGS = frozenset({"arrival", "departure", "visit"})


def _is_named_next(line: Line, at: int) -> bool:
    """Whether a name between commas follows an office."""
    view = line.view
    if view.fold(at) == "(" and view.fold(at + 2) == ")":
        at += 3
    begin = at + 1
    while view.fold(at) == "," and (found := view.ranks.get(begin) or view.honorifics.get(begin)) is not None:
        begin = found[0]
    end = names.read(view, begin, line.stop, introduced=True) if begin > at + 1 else None
    return end is not None and view.fold(end) == "," and view.fold(end + 1) in {"the", "he", "she", "they"}


def _is_rank_only(line: Line, at: int, office: Office) -> bool:
    """ "Commander Smith" of a navy: the head is also a rank, and a name follows at once."""
    view = line.view
    return (
        at in view.ranks
        and view.ranks[at][1].office
        and office.end == view.ranks[at][0]
        and office.start == office.head
        and office.end < line.stop
        and _is_named_at(line, office.end)
    )


def _is_named_at(line: Line, at: int) -> bool:
    """Whether a name begins here, though its first word be a place, a particle or initials: "Commander | Berne Tingum", "van der Meer"."""
    view = line.view
    if view.is_name_like(at):
        return True
    if at in view.bodies or at in view.nouns or view.is_ship(at) or (view.is_acronym(at) and "." not in view.words[at]):
        return False
    if at in view.places:
        return view.places[at].end == at + 1 and view.is_name_like(at + 1)
    return names.read(view, at, line.stop, introduced=True) is not None


def rank_at(line: Line, at: int) -> tuple[int, Rank] | None:
    hit = line.view.ranks.get(at)
    if hit is None or (hit[1].office and at in line.by_start and not _is_rank_only(line, at, line.by_start[at])):
        return None
    return hit


def is_place_or_ship(line: Line, lead: Lead) -> bool:
    """Whether a camp, ship or exercise is named after the person, or the courtesy is part of a city: "Camp H.M. Smith", "at Sri Kotte"."""
    before = line.view.fold(lead.begin - 1)
    if line.view.fold(lead.begin) == "sri" and lead.rank is None and lead.office is None and before in {"at", "in", "near"}:
        return True
    return before in lines.NAMED_AFTER or line.view.is_ship(lead.begin - 1)


def passes(line: Line, at: int, lead: Lead) -> bool:
    """Whether the sign at `at` may stand between lead and name: one comma, a colon, a retired in brackets, an article."""
    view = line.view
    if lead.end != at or at + 1 >= line.stop:
        return False
    if view.words[at] in ",:–-" and not lead.comma and lead.office is not None:
        several = lead.office.plural and lead.office.weak and lead.office.organization is None
        return not (several and at + 1 in view.courtesies)  # "the Commissioner and Executive members, | Her Excellency N"
    if view.words[at] == "," and lead.rank_at is not None and lead.rank_at[1] == at:
        return lead.office is not None and _is_set_off(line, at + 1)  # "the Chief of Army, Brigadier General|,| N, received"
    if view.words[at] == "/" and lead.rank is not None:
        return at + 1 in view.courtesies  # "COP/Mr N"
    if view.folds[at] in _IS and lead.office is not None and not lead.comma:
        return _is_told_to_be(view, at + 1)  # "The force commander | is | Major General N"
    return (lead.comma and view.folds[at] in {"the", "retired", "his", "her"}) or view.folds[at] == "retired"


def _is_set_off(line: Line, at: int) -> bool:
    """Whether a name of two words or more begins at `at`, and no office follows that would make it somebody else's."""
    view = line.view
    end = names.read(view, at, line.stop, introduced=True)
    if end is None or end - at < 2 or view.plain[at] or at in view.places or at in view.countries:
        return False
    return not (view.fold(end) == "," and (end + 1 in line.by_start or end + 2 in line.by_start))


_IS = frozenset({"is", "was", "will", "be", "remains", "now", "currently"})


def _is_told_to_be(view: View, at: int) -> bool:
    """Whether one who holds an office is named behind "is", "will now be" and the like, with a rank or courtesy or in two words."""
    while view.fold(at) in _IS:
        at += 1
    return at in view.ranks or at in view.courtesies or (view.is_name_like(at) and view.is_name_like(at + 1))


def complete(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the country and the service that stand before it: "U.S. Army Brig. Gen. N", "Headed by"."""
    view, at = line.view, sighting.begin
    foreign = sighting.rank is not None and (sighting.office is None or sighting.office.country is None)
    if foreign and (code := lines.nation(view, max(sighting.start - 3, line.start))) is not None:
        sighting = replace(sighting, country=code, country_at=(sighting.start - 2, sighting.start - 1))  # "Major | (ESP) | Luis Gil"
    if sighting.office is not None and sighting.office.start == at:
        return sighting
    owner = view.bodies_ending.get(at - 1) if view.fold(at - 1) in {"'s", "'"} else None  # "SHAPE’s | Lt. Gen. N"
    if owner is not None and sighting.organization is None and sighting.office is None:
        sighting = replace(sighting, organization=owner.value, organization_at=(owner.start, owner.end))
    body = owner or view.bodies_ending.get(at)
    if body is not None and body.start >= line.start:
        named = view.country_within(body.start, body.end)
        country = "INT" if body.start in view.international else named.value if named is not None else None
        at = body.start
        sighting = replace(
            sighting,
            country=sighting.country or country,
            country_at=(body.start, body.end) if country else None,
            begin=at,
        )
    else:
        at = _past_service(line, at)
    found = view.countries_ending.get(at - 1 if view.fold(at - 1) in {"'s", "'"} else at)
    if found is not None and found.kind == "country" and view.fold(found.start - 1) in {"and", "to", "in"}:
        found = None  # "Ambassador to Peru and | Chile | Her Excellency N"
    if found is not None and found.start >= line.start and sighting.country is None:
        sighting = replace(sighting, country=found.value, country_at=(found.start, found.end), begin=found.start)
    return _headed(line, sighting)


def served(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the body right before the rank, where nothing else tells one: "AFL Lt. Col. N, his military advisor"."""
    view, office = line.view, sighting.office
    if (
        sighting.rank_at is None
        or sighting.organization is not None
        or (office is not None and (office.organization or _HELD_OVER.search(office.position)))
    ):
        return sighting
    body = view.bodies_ending.get(sighting.rank_at[0])
    if body is None or body.start < line.start or (office is not None and office.start <= body.start < office.end):
        return sighting  # "First Deputy Minister and Chief of the | General Staff | General N": that of the second office
    state = view.countries.get(body.start)
    named = state.end if state is not None else body.start
    if " ".join(view.folds[named : body.end]) in view.lex.service_names:
        return sighting  # "U.S. Army Gen. N": whose rank it is
    return replace(sighting, organization=body.value, organization_at=(body.start, body.end))


_HELD_OVER = patterns.compile(r" (?:of|at|in|to) ")


def between(line: Line, at: int, lead: Lead) -> int | None:
    """The end of what may stand between an office and a name: a service before a rank, or a body or field between commas."""
    view = line.view
    if (end := _service(line, at)) is not None:
        state = view.countries.get(at + (view.fold(at) == ","))
        if lead.office is not None and lead.office.country is None and state is not None:
            lead.office = replace(lead.office, country=state.value)  # "Chief of Defence, | Chile Army | General N"
        return end
    if view.fold(at) == "," and view.fold(at + 1) == "(" and view.fold(at + 3) == ")" and at + 4 in view.ranks and view.is_acronym(at + 2):
        return at + 4  # "The Chief of the Defence Forces, | (CDF) | General N"
    if (end := _in_state(line, at, lead) or _accredited(line, at) or _residing(line, at) or _of_a_people(line, at, lead)) is not None:
        return end
    if lines.is_staff_section(view, at):
        return next((end for end in (at + 2, at + 3) if end in view.ranks), None)  # "Deputy Chief of Staff for Plans, | J5 | General N"
    if view.fold(at) in {"–", "-", "—"} and lead.office is not None and not lead.comma:
        return _field_between(line, at, lead)
    if view.fold(at) != "," or lead.office is None or at + 1 in line.by_start:
        return None
    end = lines.body_end(line, at + 1)
    close = end + 3 if end is not None and view.fold(end) == "(" and view.fold(end + 2) == ")" else end
    if end is None or close is None or not _leads_on(line, at + 1, close):
        return _field_between(line, at, lead)
    named = view.country_within(at + 1, end)  # "Director General, Inter-Services Intelligence (ISI), Lieutenant General N"
    country = lead.office.country or (named.value if named is not None else None)
    held = [lead.office.organization] if lead.office.organization else []
    lead.office = replace(lead.office, organization=", ".join([*held, view.text(at + 1, end)]), country=country)
    return close


def unknown_body(line: Line, at: int, lead: Lead) -> int | None:
    """The end of a body that only its state shows, between an office and a name: "Chairman of the Halk | Maslahaty of Turkmenistan | N"."""
    view, office = line.view, lead.office
    if office is None or lead.comma or office.organization is not None or office.end != at or not view.capital[at]:
        return None
    end = names.read(view, at, line.stop, introduced=True)
    if end is not None and end == at + 1 and _is_governed(line, office, end):
        lead.office = replace(office, position=view.text(office.start, end), end=end)
        return end
    if end is None or view.fold(end) != "of":
        return None
    state = view.countries.get(end + 1 + (view.fold(end + 1) == "the"))
    head_end = view.heads[office.head][0]
    if state is None or state.kind != "country" or view.fold(head_end) != "of" or not _is_led_to(line, state.end):
        return None
    begin = head_end + 1 + (view.fold(head_end + 1) == "the")
    lead.office = replace(
        office, position=view.text(office.start, head_end), organization=view.text(begin, state.end), country=state.value, end=state.end
    )
    return state.end


def _is_governed(line: Line, office: Office, end: int) -> bool:
    """Whether the word that ends here names a province or base: "governor of North | Kivu, | General N", "Base Commander | Kisoro, N"."""
    view = line.view
    governs = view.folds[office.head] in _GOVERNING and "of" in view.folds[office.head : office.end]
    seated = view.folds[office.head] in {"commander", "commandant"} and view.fold(office.head - 1) in _SEATS
    if not (governs or seated) or view.fold(end) != ",":
        return False
    return end + 1 in view.ranks or end + 1 in view.honorifics


_SEATS = frozenset({"base", "garrison", "station", "area", "region", "sector", "zone", "camp"})
_GOVERNING = frozenset({"governor", "mayor", "prefect", "administrator", "commissioner", "premier", "chairman"})


def _is_led_to(line: Line, at: int) -> bool:
    """Whether a name of two words begins at `at`, or what leads to one."""
    view = line.view
    at += view.fold(at) == ","
    return at in view.ranks or at in view.honorifics or (view.is_name_like(at) and view.is_name_like(at + 1))


def _in_state(line: Line, at: int, lead: Lead) -> int | None:
    """The end of the state of a federation behind the town or county of an office: "Mayor of Tucson |, Arizona |, Regina Lind"."""
    view, office = line.view, lead.office
    state = view.places.get(at + 1) if view.fold(at) == "," and office is not None and not office.plural else None
    if state is None or state.kind != "us_state" or office is None or "of" not in view.folds[office.head : office.end]:
        return None
    lead.office = replace(office, country=office.country or state.value)
    return state.end


def _of_a_people(line: Line, at: int, lead: Lead) -> int | None:
    """The end of a people between an office and a rank: "the Commander of the mission, | the Spanish | Lieutenant General N"."""
    view, office = line.view, lead.office
    inner = at + 1 + (view.fold(at + 1) == "the")
    found = view.countries.get(inner) if view.fold(at) == "," and office is not None else None
    if found is None or office is None or found.end not in view.ranks or found.end in line.by_start:
        return None
    if found.kind != "demonym" and view.folds[inner] not in _LETTERS:
        return None
    lead.office, lead.comma = replace(office, country=office.country or found.value), True
    return found.end


_LETTERS = frozenset({"us", "u.s.", "u.s", "uk", "u.k.", "u.k"})  # states called by their letters where others have an adjective


def _accredited(line: Line, at: int) -> int | None:
    """The end of "accredited to Ghana" between an office and a comma."""
    view = line.view
    if view.fold(at) != "accredited" or view.fold(at + 1) != "to":
        return None
    at += 1
    while at == 0 or view.fold(at) in {"to", "and", ","}:
        inner = at + 1 + (view.fold(at + 1) == "the")
        found = view.countries.get(inner) or view.places.get(inner)  # "accredited to | New Delhi and Sri Lanka"
        if found is None:
            return at if view.fold(at) == "," else None
        at = found.end
    return None


def _residing(line: Line, at: int) -> int | None:
    """The end of where an envoy lives or a body sits: "Ambassador of Peru | (residence in Quito) | N", "attaché | based in Quito |, N"."""
    view, words = line.view, range(at + 1, min(at + 8, line.stop))
    if view.fold(at) in _SEATED and view.fold(at + 1) == "in":
        return next((word for word in words if view.words[word] == ","), None)
    if view.fold(at) not in {"(", ","} or view.fold(at + 1) not in {"residence", "non-resident", *_SEATED}:
        return None
    close = next((word for word in words if view.words[word] == (")" if view.words[at] == "(" else ",")), None)
    return close + (view.words[at] == "(") if close is not None else None


_SEATED = frozenset({"resident", "residing", "based", "headquartered", "stationed", "seated"})


def _leads_on(line: Line, start: int, close: int) -> bool:
    """Whether a name is led up to behind a body: after a comma, or at once if the body is no service ("Commander, Naval Group | ADM N")."""
    view = line.view
    if view.fold(close) in {",", "–", "-", "—"}:
        return close + 1 in view.ranks or close + 1 in view.honorifics  # "the Commandant, Staff College – Major General N"
    return (close in view.ranks or close in view.honorifics) and start not in view.ranks and _past_service(line, close) == close


def _field_between(line: Line, at: int, lead: Lead) -> int | None:
    """The end of one to three plain words between commas or behind a dash: "Director, | Logistics |, N", "– General Duties | Hon N"."""
    view = line.view
    end = at + 1
    while end < min(line.stop, at + 4) and view.capital[end] and view.plain[end] and end not in view.heads and not _is_rank(view, end):
        end += 1
    dash = view.words[at] != ","
    behind = end + (view.fold(end) == "," and not dash)
    ranked = (behind > end or dash) and (behind in view.ranks or behind in view.honorifics)
    if end == at + 1 or not ranked or lead.office is None or lead.office.organization is not None:
        return None
    lead.office = replace(lead.office, position=f"{lead.office.position}{' –' if dash else ','} {view.text(at + 1, end)}")
    return end


def _is_rank(view: View, at: int) -> bool:
    """Whether a rank begins here that no further word of a field follows: "– | General Duties"."""
    return at in view.ranks and not (view.ranks[at][1].weak and view.is_capital_plain(at + 1) and at + 1 not in view.ranks)


def _service(line: Line, at: int) -> int | None:
    """The end of a service between an office and a rank: "Press Secretary | Air Force | Maj. Gen. N", "…, | U.S. Army | Gen. N"."""
    view = line.view
    at = view.countries[at].end if at in view.countries and view.countries[at].end < line.stop else at
    return next(
        (end for end in range(at + 1, at + 4) if end in view.ranks and " ".join(view.folds[at:end]) in view.lex.service_names), None
    )


def _past_service(line: Line, at: int) -> int:
    """Where a service that ends at `at` begins: "Army", "Air Force"."""
    view = line.view
    for length in (3, 2, 1):
        words = tuple(view.folds[max(at - length, 0) : at])
        if " ".join(words) in view.lex.service_names and at - length >= line.start:
            return at - length
    return at


def _headed(line: Line, sighting: Sighting) -> Sighting:
    """ "BODY, headed by Ms. N": she is its head."""
    view, at = line.view, sighting.begin
    while view.fold(at - 1) in {"by", "the"}:
        at -= 1
    verb = view.fold(at - 1)
    if (view.fold(at) != "by" and view.fold(at) != "the") or verb not in _HEADED or sighting.office is not None:
        return sighting
    end = at - 1
    if view.fold(end - 1) in {"is", "was", ","}:
        end -= 1
    if view.fold(end - 1) == ",":
        end -= 1
    body = view.bodies_ending.get(end) or next(
        (view.bodies_ending[at] for at in range(end, max(end - 5, 0), -1) if at in view.bodies_ending and view.fold(at) == "of"), None
    )
    if body is None or body.start < line.start:
        return sighting
    if teams.is_sent(view, body):
        return replace(sighting, organization=sighting.organization or body.value, organization_at=(body.start, body.end))
    office = Office(at - 1, at, at - 1, position=_HEADED[verb], organization=body.value)
    return replace(sighting, office=office, rule="people.headed-by", begin=body.start)


_HEADED = {"headed": "head", "commanded": "commander", "chaired": "chair", "directed": "director"}
