"""What stands before a name: offices, ranks and honorifics that lead up to it, and the country, service or body before those."""

from __future__ import annotations

from ingest.engine import levels, patterns
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people import names, subjects, teams
from ingest.engine.rules.people.interposed import past_service
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
    small = small or (lead.comma and lead.end == at and _is_grade_of_envoy(first, second))
    if second.courtesy or small:  # "Director External Affairs, Ambassador N"
        lead.honorific_at, lead.end = (lead.honorific_at or (second.start, second.end)), second.end
        return lead
    if (
        lead.end == at
        and not (lead.comma and _is_stood_in_for(line, first, second))
        and (
            _is_grade_of(line, lead, second)  # "head of the mission, Under-Secretary-General N"
            or _is_dual(first, second)  # "First Deputy Minister of Defence, Chief of the General Staff, General N"
            or (lead.comma and _is_higher(first, second))  # "President of the Republic, Supreme Commander N"
            or (lead.comma and _is_in_apposition(line, first, second))  # "the Commander of the Navy, Commander of the Fleet, Admiral N"
        )
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


def _is_grade_of_envoy(first: Office, second: Office) -> bool:
    """Whether the second is the grade of a diplomat: "the Deputy Chief of Mission, Minister N", "the Director of Law, Counsellor N"."""
    bare = second.organization is None and second.country is None and not second.plural and not second.acting and not second.former
    graded = bare and second.position.lower() in _GRADES_OF_ENVOYS
    return graded and not first.plural and not first.counterpart and _GRADED.match(first.position.lower()) is not None


_GRADES_OF_ENVOYS = frozenset({"minister", "counsellor", "counselor", "minister counsellor", "minister-counsellor", "first secretary"})
_GRADED = patterns.compile(
    r"(?:(?:deputy|acting|assistant) )*(?:(?:chief|head) of mission|charg[eé]|director\b|consul\b|head of (?:the )?[\w ]+section)"
)


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


def _is_stood_in_for(line: Line, first: Office, second: Office) -> bool:
    """Whether who holds a second office acts for the holder of the first: "opened on behalf of H.E. the President, the Minister, N"."""
    view, before = line.view, first.start
    if "the" not in (view.fold(second.start), view.fold(second.start - 1)):
        return False  # "on behalf of the President of the Republic, Supreme Commander General N": one and the same
    while before > line.start and view.fold(before - 1) in _SET_BEFORE:
        before -= 1
    return view.fold(before - 1) == "representing" or (view.fold(before - 1) == "of" and view.fold(before - 2) in _STEADS)


_SET_BEFORE = frozenset({"the", "his", "her", "its", "their", "our", "h.e.", "h.e", "excellency", ".", ","})
_STEADS = frozenset({"behalf", "name", "place", "stead", "lieu"})


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
        if view.words[at] == ":" and view.words[lead.office.head].isupper() and not _is_introduced(view, at + 1):
            return False  # "SENIOR OFFICIAL: Yeah, thank you", "THE PRESIDENT: Ana, please": who speaks, and what is said
        several = lead.office.plural and lead.office.weak and lead.office.organization is None
        return not (several and at + 1 in view.courtesies)  # "the Commissioner and Executive members, | Her Excellency N"
    if view.words[at] == "," and lead.rank_at is not None and lead.rank_at[1] == at:
        return lead.office is not None and _is_set_off(line, at + 1)  # "the Chief of Army, Brigadier General|,| N, received"
    if view.words[at] == "/" and lead.rank is not None:
        return at + 1 in view.courtesies  # "COP/Mr N"
    if view.folds[at] in _IS and lead.office is not None and not lead.comma:
        return _is_told_to_be(view, at + 1)  # "The force commander | is | Major General N"
    return (lead.comma and view.folds[at] in {"the", "retired", "his", "her"}) or view.folds[at] == "retired"


def _is_introduced(view: View, at: int) -> bool:
    """Whether a rank, a courtesy or a name of two words begins here: "MINISTER OF DEFENCE: | Ana Popa"."""
    return at in view.ranks or at in view.courtesies or (view.is_name_like(at) and view.is_name_like(at + 1))


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
        at = past_service(line, at)
    owns = view.fold(at - 1) in {"'s", "'"}  # "Peru’s General N and | Chile’s | Colonel M"
    found = view.countries_ending.get(at - owns)
    if found is not None and found.kind == "country" and not owns and view.fold(found.start - 1) in {"and", "to", "in"}:
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
