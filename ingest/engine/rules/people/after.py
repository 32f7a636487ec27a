"""What stands after a name and its letters of honour: a country, a body, an office."""

from __future__ import annotations

from ingest.engine import levels, patterns
from ingest.engine.rules.people import advisers, apposed, holding, home, names, own_offices
from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people.apposed import introduces_next
from ingest.engine.rules.people.lexicon import Rank
from ingest.engine.rules.people.line import Line, Sighting
from ingest.engine.rules.people.parting import Office, is_of_party
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import replace


def complete(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with what stands behind the name: country, body, office."""
    sighting = country(line, _rank_behind(line, country(line, sighting)))
    if sighting.office is None or sighting.office.courtesy or _says_little(sighting.office):
        sighting = _with_owner(sighting, _past_membership(line, _office_after(line, sighting)))
    elif _is_bare(sighting.office):
        sighting = _told_in_full(line, sighting)
    placed = _further_office(line, _state_behind(line, body(line, _home_behind(line, sighting))))
    if placed.office is None and placed.organization is not None and placed.close > sighting.close:
        held = _office_after(line, placed)  # "N, U.S. Navy, commander of …"
        if held.office is not None and _SENT.search(held.office.position.lower()):
            return replace(held, organization=None, organization_at=None)  # "N, Royal Marines, Defence Attaché": whose uniform it is
        if held.office is not None and home.is_international(held.office.organization or ""):
            return replace(held, organization=None, organization_at=None, country=None, country_at=None)
        return held
    return placed


def _is_bare(office: Office) -> bool:
    """Whether an office before a name is one word that says neither over what it is held nor where: "Minister | N"."""
    return office.position.lower() in _BARE and office.organization is None and office.country is None and not office.plural


_BARE = frozenset({"minister", "secretary", "director", "commander", "governor", "commissioner", "chief"})


def _told_in_full(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the office behind the name that tells its one word in full: "Minister N, North Macedonian Minister of Defense"."""
    before = sighting.office
    fuller = _office_after(line, replace(sighting, office=None)).office if line.view.fold(sighting.close) == "," else None
    if before is None or fuller is None or before.position.lower() not in fuller.position.lower().split() or fuller.plural:
        return sighting
    return replace(sighting, office=fuller, close=fuller.end) if fuller.start > sighting.end and not _is_bare(fuller) else sighting


_SENT = patterns.compile(r"attach[eé]|^defen[cs]e advis[eo]r|ambassador|high commissioner")


def _with_owner(before: Sighting, sighting: Sighting) -> Sighting:
    """The sighting with the state of the office that gave way: "her | Singaporean | counterpart, N, Deputy Secretary of the Ministry"."""
    owner, office = before.office, sighting.office
    if (
        owner is None
        or owner is office
        or owner.country in (None, "INT")
        or sighting.country is not None
        or office is None
        or office.country
    ):
        return sighting
    return replace(sighting, country=owner.country, country_at=(owner.start, owner.end))


def _says_little(office: Office) -> bool:
    """Whether an office before a name gives way to one behind it: "his counterpart, N, Chief of …", "the head of delegation, N"."""
    return office.counterpart or _OF_DELEGATION.search(office.position.lower()) is not None


# "head of the delegation", "head of the Kenyan delegation", "delegation leader"
_OF_DELEGATION = patterns.compile(r"^(?:head|leader|chief) of (?:[\w-]+ ){0,4}delegation$|^delegation (?:head|leader|chief)$")


def country(line: Line, sighting: Sighting) -> Sighting:
    view, at = line.view, sighting.close
    if view.fold(at) == "(" and (found := _state_at(view, at + 1)) is not None and view.fold(found.end) == ")":
        rule = sighting.rule if sighting.rule != "people.name-position" else "people.name-country"
        if sighting.office is not None and sighting.office.country == "INT":
            return replace(sighting, close=found.end + 1)  # "NATO’s Deputy Supreme Allied Commander, General N (UK)"
        return replace(sighting, country=found.value, country_at=(found.start, found.end), close=found.end + 1, rule=rule)
    if sighting.rank is not None and (code := lines.nation(view, at)) is not None:  # "Colonel Ana Lind | (SWE)"
        if sighting.country is not None or (sighting.office is not None and sighting.office.country == "INT"):
            return replace(sighting, close=at + 3)
        return replace(sighting, country=code, country_at=(at + 1, at + 2), close=at + 3)
    apart = view.fold(at) == "," and view.fold(at + 1) in {"of", "from"}  # "Rear Admiral N, | of Mexico, and"
    if apart and sighting.office is not None and sighting.office.plural and sighting.office.country is not None:
        return sighting  # "the chiefs of defence of Chile, General N, | of Peru, Admiral M"
    if (view.fold(at) in {"of", "from"} or apart) and at < line.stop:
        inner = at + apart + 1
        inner += view.fold(inner) == "the"
        found = view.countries.get(inner)
        if apart and found is not None and view.fold(found.end) not in {",", ";", ".", "and", ")"}:
            return sighting
        if (
            found is not None
            and found.kind == "country"
            and not (found.end < line.stop and view.capital[found.end] and view.fold(found.end) not in view.lex.calendar)
        ):
            office = sighting.office
            if office is not None and "INT" in (office.country, own_offices.country(office.position, None)):
                return replace(sighting, close=found.end)  # "Force Commander of the mission, General N | of Norway"
            country = sighting.country or found.value
            return replace(sighting, country=country, country_at=sighting.country_at or (found.start, found.end), close=found.end)
    return sighting


def _state_at(view: View, at: int) -> Found | None:
    """The state at a word or behind its article: "N | (The Gambia)", "M, Defence Adviser, | the Netherlands"."""
    return view.countries.get(at + (view.fold(at) == "the"))


def _home_behind(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the state from which an officer comes, told behind the office: "Captain N, the team leader, | from Hungary |"."""
    view, at = line.view, sighting.close
    if sighting.rank is None or sighting.country is not None or view.fold(at) != "," or view.fold(at + 1) != "from":
        return sighting
    found = _state_at(view, at + 2)
    told = found is not None and found.kind == "country" and view.fold(found.end) in {",", ".", ";", "and", "", ")"}
    if found is None or not told or (sighting.office is not None and sighting.office.country is not None):
        return sighting
    return replace(sighting, country=found.value, country_at=(found.start, found.end), close=found.end)


def _state_behind(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the state that closes it: "N, Minister of Defence, New Zealand;"."""
    view, at = line.view, sighting.close
    told = sighting.country is not None or (sighting.office is not None and sighting.office.country is not None)
    if sighting.office is not None and (placed := _state_in_brackets(view, sighting)) is not None:
        return placed
    bracketed = view.fold(at - 1) == ")" and at in view.countries  # "N, Chief of Defence Forces (CDF) | Australia called on"
    if (row := _closing_row(line, sighting)) is not None:
        return row
    found = _state_at(view, at + (not bracketed)) if (view.fold(at) == "," or bracketed) and at + 1 < line.stop else None
    if told or found is None or found.kind != "country" or sighting.close == sighting.end:
        return sighting
    if sighting.office is None and not _closes_with_state(line, sighting, found.end):
        return sighting
    opens = not any(view.plain[word] and not view.capital[word] for word in range(line.start, sighting.begin))
    acts = opens and view.fold(found.end) in view.lex.verbs  # "N, Minister of Defence, South Africa | called on"
    if not acts and view.fold(found.end) not in {",", ";", ".", ")", "and", ""} and not view.opens_line(found.end):
        return sighting
    return replace(sighting, country=found.value, country_at=(found.start, found.end), close=found.end)


def _closes_with_state(line: Line, sighting: Sighting, at: int) -> bool:
    """Whether an officer’s body and its state are the whole line: "Brigadier N, National Defence College, | Kenya |"."""
    row = sighting.rank is not None and sighting.begin <= line.start + 2 and at >= line.stop - 1
    return row and sighting.organization is not None and not home.is_international(sighting.organization)


def _closing_row(line: Line, sighting: Sighting) -> Sighting | None:
    """The sighting with the state that closes the line of a list: "General N – Director of Operations – | Belgium"."""
    view, at = line.view, sighting.close
    found = _state_at(view, at + 1) if view.fold(at) in _DASHES else None
    opens = sighting.begin <= line.start + 2 and sighting.country is None
    if not opens or found is None or found.kind != "country" or (view.fold(found.end) not in {"", ";", "."} and found.end < line.stop):
        return None
    if sighting.office is not None and sighting.office.country is not None:
        return None
    return replace(sighting, country=found.value, country_at=(found.start, found.end), close=found.end)


_DASHES = frozenset({"-", "–", "—", "|", "/"})


def _state_in_brackets(view: View, sighting: Sighting) -> Sighting | None:
    """The sighting with the state in brackets behind its office: "N, Defence Adviser | (Ghana)", "M, Naval Attaché, | (Peru)"."""
    at = sighting.close + (view.fold(sighting.close) == ",")
    found = _state_at(view, at + 1) if view.fold(at) == "(" else None
    if found is None or found.kind != "country" or view.fold(found.end) != ")" or sighting.close == sighting.end:
        return None
    if sighting.country is not None or (sighting.office is not None and sighting.office.country is not None):
        return None
    return replace(sighting, country=found.value, country_at=(found.start, found.end), close=found.end + 1)


def _rank_behind(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with a rank in apposition: "N, a colonel of the Norwegian Army"."""
    view, at = line.view, sighting.close
    if sighting.rank is not None or view.fold(at) != "," or view.fold(at + 1) not in {"a", "an"}:
        return sighting
    start = at + 2 + (view.folds[at + 2 : at + 3] == ["retired"])
    found = view.countries.get(start)
    start = found.end if found is not None else start
    hit = view.lex.ranks.at(view.folds[start : start + 4], 0) if start < line.stop else None
    if hit is None or hit[1].abbreviated or hit[1].plural:
        return sighting
    end = start + hit[0]
    if view.fold(end) not in {"of", "in", "with", "from", ",", "."}:
        return sighting
    country = (found.value, (found.start, found.end)) if found is not None else (sighting.country, sighting.country_at)
    return replace(sighting, rank=hit[1], rank_at=(start, end), close=end, country=country[0], country_at=country[1])


def _office_after(line: Line, sighting: Sighting) -> Sighting:
    view, at = line.view, sighting.close
    if sighting.office is None and (assumed := holding.told(line, sighting.begin, at)) is not None:
        return replace(sighting, office=assumed)
    if (told := apposed.told(line, sighting)) is not None:
        return told
    if view.fold(at) not in {",", "–", "-", "—", "(", ":"} or at >= line.stop:
        return sighting
    sign = view.fold(at)
    at += 1
    if sign == "," and (heading := holding.heading(line, at)) is not None:
        return replace(sighting, office=heading, close=heading.end)
    if view.fold(at) == "who":
        at = holding.being(view, at + 1)
    elif view.fold(at) in {"serving", "acting"} and view.fold(at + 1) == "as":
        at += 2
    while view.fold(at) in _BEFORE_OFFICE:
        at += 1
    if view.fold(at + 1) == "'s" and view.plain[at] and at + 2 in line.by_start:
        at += 2  # "N, the command’s senior enlisted leader"
    state = view.places.get(at)
    if state is not None and state.kind == "us_state" and state.end in line.by_start:
        at = state.end  # "Maj. Gen. N, | Ohio | adjutant general"
    office = line.by_start.get(at) or _of_unknown_body(line, at)
    office = office or (line.by_start.get(at - 1) if view.fold(at - 1) == "the" else None)  # "N (| The High Representative |)"
    article = view.fold(at - 1) in {"the", "his", "her", "their"}
    if (
        office is None
        or office.counterpart
        or (office.plural and (sign in "–-—" or not office.organization or not view.capital[office.head]))  # "N, comprising officials of"
        or not _ends_here(line, office, article, opens=sighting.begin == line.start)
    ):
        return sighting
    if article and (_opens_clause(line, sighting, office) or view.fold(office.end) in {"'s", "'"}):
        return sighting  # "Alongside Envoy N, the Minister will", "at Belmar House, the President’s palace"
    if sign == ":" or introduces_next(line, office) or (sign == "(" and office.position == "MP"):
        return sighting
    if article and sign == "," and _is_of_next_in_row(view, sighting, office):
        return sighting
    if sign == "," and view.fold(office.end) in _SAYING and not view.capital[office.head] and sighting.begin - line.start > _OPENS:
        return sighting  # "met with General N, | a ministry spokesman | said Tuesday"
    close = office.end + (sign == "(" and view.fold(office.end) == ")")
    if office.country is None and view.fold(close) == "to" and (served := advisers.served(line, close + 1)) is not None:
        office = replace(office, country=served)
    return replace(
        sighting, office=office, close=close, rule="people.name-position" if sighting.rule == "people.honorific-name" else sighting.rule
    )


_SAYING = frozenset({"said", "says", "told", "announced", "stated", "reported", "confirmed", "informed", "added"})
_OPENS = 3  # words of a sentence before a name that is its subject


def _is_of_next_in_row(view: View, sighting: Sighting, office: Office) -> bool:
    """Whether the one before has an office, and a rank or courtesy follows: "Ambassador N, | the Minister of Defence, | General M, and"."""
    titled = sighting.office is not None and sighting.office.courtesy
    behind = office.end + 1
    return titled and view.fold(office.end) == "," and (behind in view.ranks or behind in view.honorifics)


def _opens_clause(line: Line, sighting: Sighting, office: Office) -> bool:
    """Whether the office is the subject behind one who is with its holder: "Alongside Envoy N, | the Minister | will visit"."""
    view = line.view
    acts = view.fold(office.end) in _MODALS or view.fold(office.end) in view.lex.verbs
    return acts and view.fold(line.start) in _BESIDE and sighting.begin - line.start < _LONGEST_BESIDE


_MODALS = frozenset({"will", "would", "has", "had", "is", "was", "also", "then", "later", "can", "may"})
_BESIDE = frozenset({"alongside", "together", "along", "with", "joined", "accompanied", "flanked"})
_LONGEST_BESIDE = 14  # words from "Alongside" to the name

_BEFORE_OFFICE = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "also", "currently", "presently", "now", "concurrently", "simultaneously"}
    | {"hon'ble", "hon’ble", "honourable", "honorable"}  # "Shri N, | Hon’ble | Defence Minister of India"
)


def _of_unknown_body(line: Line, at: int) -> Office | None:
    """The office in small letters behind a body that nobody knows: "N, the | AFNORTH commander |.", "N, | JTF-Larch commander |,"."""
    view = line.view
    end = at
    while end < line.stop and end < at + 5 and end not in line.by_start and view.capital[end] and end not in view.ranks:
        if end in view.places or end in view.honorifics or end in view.heads:
            return None
        end += 1
    office = line.by_start.get(end)
    if office is None or end == at or view.capital[office.head] or view.fold(office.end) not in {",", ".", ";", ""}:
        return None
    called = any(sign.isupper() for word in range(at, end) for sign in view.words[word][1:]) or end - at > 1
    if not called or office.counterpart or office.plural:
        return None
    return replace(office, start=at, organization=office.organization or view.text(at, end))


def _past_membership(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the highest of the offices that follow a membership: "N, Politburo member, Secretary of …, Minister of Defence"."""
    view, office = line.view, sighting.office
    if office is None or office.start < sighting.end or office.head not in view.heads:
        return sighting
    if not (view.heads[office.head][1].minor or is_of_party(office)):
        return sighting
    listed: list[Office] = []
    at = sighting.close
    while view.fold(at) == "," and at + 1 < line.stop:
        following = line.by_start.get(at + 1 + (view.fold(at + 1) in {"and", "the"}))
        if following is None or introduces_next(line, following):
            break
        listed.append(following)
        at = following.end
    ranked = [(levels.level(None, each.position) or 9, number) for number, each in enumerate(listed)]
    if not ranked:
        return sighting
    best = listed[min(ranked)[1]]
    return replace(sighting, office=replace(best, country=best.country or office.country), close=at)


def _further_office(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the country of a second office: "N, President of the Transition, Head of State of Burkina Faso"."""
    view, at = line.view, sighting.close
    following = line.by_start.get(at + 1 + (view.fold(at + 1) in {"a", "an", "the"})) if view.fold(at) == "," else None
    if sighting.office is None or following is None or following.country is None or introduces_next(line, following):
        return sighting
    rulers = {sighting.office.position.lower(), following.position.lower()} <= own_offices.RULERS  # "Prime Minister N, | the Amir of Qatar"
    if rulers or (sighting.office.end <= sighting.start and _is_item_of_list(line, following)):
        return sighting
    if sighting.office.country or sighting.country or view.fold(following.end) not in {",", ".", ";", ""}:
        return sighting
    return replace(sighting, office=replace(sighting.office, country=following.country), close=following.end)


def _is_item_of_list(line: Line, office: Office) -> bool:
    """Whether the holder is named behind a comma, in a row of offices before names: "…, the Ambassador of Peru, Ms. N, and"."""
    view, at = line.view, office.end + 1
    if view.fold(office.end) != "," or at >= line.stop:
        return False
    return at in view.ranks or at in view.honorifics or names.read(view, at, line.stop, introduced=True) is not None


def _ends_here(line: Line, office: Office, article: bool, *, opens: bool) -> bool:
    """Whether an office in small letters is told to its end; a clause may begin with it ("…, the minister had visited")."""
    view = line.view
    named = opens and any(view.capital[at] for at in range(office.start, office.end))  # "Admiral N, the chief of Naval Staff | called on"
    if article and not named and not view.capital[office.head] and view.fold(office.end) not in {",", ".", ";", ":", ")", "and", "who", ""}:
        return False
    return view.capital[office.head] or not office.weak or office.end - office.start > 1 or view.fold(office.end) in _OVER


_OVER = frozenset({",", ".", ";", "", "there", "here"})  # behind an office that is told to its end: "N, an instructor | there"


def body(line: Line, sighting: Sighting) -> Sighting:
    """The sighting with the body that follows: "N of the Security Force", "N, Royal Police", "N, President, Association"."""
    view, at = line.view, lines.past_staff_section(line.view, sighting.close)
    untold = (
        sighting.rank is not None if sighting.office is None else sighting.office.start >= sighting.end and not sighting.office.organization
    )
    # "General N, of the Army;", "N, chief of plans, of the Army", "Lieutenant N, from the Royal Navy, said"
    at += untold and view.fold(at) == "," and view.fold(at + 1) in {"of", "from"}
    link, inner = view.fold(at), at + 1 + (view.fold(at + 1) == "the")
    end = _body_behind(line, sighting, at, inner)
    if end is None:
        return sighting
    if sighting.office is not None and sighting.office.organization is not None:
        if link != "," or sighting.rule == "people.headed-by":
            return _with_state_of(sighting, view.country_within(inner, end)) if link == "of" else sighting
        if home.is_international(sighting.office.organization):
            return replace(sighting, close=end)  # "Commander of EUFOR, General N, | German Army |": whose uniform it is
        if view.words[inner][0].isdigit() and sighting.office.organization[0].isdigit():
            part, larger = sighting.office.organization, view.text(inner, end)  # "commander, 5th Battalion, | 20th Infantry Regiment"
            whole = part if part.endswith(larger) else f"{part}, {larger}"
            return replace(sighting, office=replace(sighting.office, organization=whole), close=end)
        sighting = replace(sighting, office=replace(sighting.office, position=sighting.office.whole, organization=None))
    known = view.bodies.get(inner)
    organization = known.value if known is not None and known.end == end else view.text(inner, end)
    sighting = _ranked_in_police(view, sighting, organization)
    named = view.country_within(inner, end)
    rule = sighting.rule if sighting.office is not None else "people.name-of" if link in {"of", "from"} else "people.name-body"
    return replace(
        sighting, organization=organization, organization_at=(inner, end), close=end + (link == "("), rule=rule,
        country=sighting.country or (named.value if named is not None else None),
        country_at=sighting.country_at or ((inner, end) if named is not None else None),
    )  # fmt: skip


def _with_state_of(sighting: Sighting, state: Found | None) -> Sighting:
    """The sighting with the state of the service behind the name: "Head of the Liaison Unit, Colonel N of the | Polish Army |"."""
    told = sighting.country is not None or (sighting.office is not None and sighting.office.country is not None)
    return sighting if told or state is None else replace(sighting, country=state.value, country_at=(state.start, state.end))


def _body_behind(line: Line, sighting: Sighting, at: int, inner: int) -> int | None:
    """The end of the body that begins at `inner`, behind the link at `at`."""
    view, office = line.view, sighting.office
    link = view.fold(at)
    if at >= line.stop or link not in {"of", "from", ",", "–", "-", "—", "with", "("}:
        return None
    if link == "(":  # "Lieutenant Colonel N | (British Army)"
        end = lines.body_end(line, inner) if office is None and sighting.rank is not None else None
        return end if end is not None and view.fold(end) == ")" else None
    if link in {"of", "from", "with"}:
        return lines.body_end(line, inner) if office is None or office.end != at else None
    if link == "," and inner in line.by_start and line.by_start[inner].end > inner and _office_not_body(line, inner):
        return None
    end = lines.body_end(line, inner)
    if end is not None and link == "," and (_reports(view, inner, end) or _heads_next(line, end) or _acts_too(line, sighting, inner, end)):
        return None
    if end is None and link == "," and office is not None and office.start >= sighting.end:
        end = _unknown_acronym(line, inner)
    return end if end is not None and (link != "," or _closes(line, end)) else None


def _reports(view: View, start: int, end: int) -> bool:
    """Whether it is an agency that reports what is told before: "…, | Oman News Agency (ONA) | reported"."""
    behind = end + 3 if view.fold(end) == "(" and view.fold(end + 2) == ")" else end
    press = {"news", "press", "agency", "radio", "television", "tv"}.intersection(view.folds[start:end])
    return bool(press) and view.fold(behind) in {"reported", "reports", "said", "says", "quoted", "wrote", "learned", "learnt"}


def _heads_next(line: Line, end: int) -> bool:
    """Whether a body with its acronym in brackets stands before the office of the next one: "N, Trade Board | (TB) Director M, and"."""
    view = line.view
    told = view.fold(end) == "(" and view.fold(end + 2) == ")" and end + 3 < line.stop
    return told and (end + 3 in line.by_start or end + 3 in view.heads)


def _acts_too(line: Line, sighting: Sighting, start: int, end: int) -> bool:
    """Whether a body with its article is one more of a row: "Minister N, | the Relief Office (RO) and | the Department of Health"."""
    view = line.view
    behind = end + 3 if view.fold(end) == "(" and view.fold(end + 2) == ")" else end
    row = view.fold(start - 1) == "the" and view.fold(behind) == "and" and view.fold(behind + 1) == "the" and behind + 2 in view.bodies
    return row and sighting.office is not None and sighting.office.end <= sighting.start


def _ranked_in_police(view: View, sighting: Sighting, organization: str) -> Sighting:
    """The sighting with a rank of the police that is elsewhere an office: "Deputy Commissioner N, Royal Police"."""
    office = sighting.office
    if office is None or sighting.rank is not None or office.start >= sighting.start or "police" not in organization.lower():
        return sighting
    if office.position == "Commissioner" and home.of_name(organization) in _OF_COMMISSIONERS:
        return replace(sighting, rank=_COMMISSIONER, rank_at=(office.head, office.head + 1), office=None)
    found = view.ranks.get(office.head) if office.end < sighting.start else None
    if found is None or not found[1].office:
        return sighting
    return replace(sighting, rank=found[1], rank_at=(office.head, found[0]), office=None)


# Romance-speaking states, of whose police a commissioner is an officer; elsewhere the one who heads it.
_OF_COMMISSIONERS = frozenset(
    "AO AR BE BO BR CL CO CR CV DO EC ES FR GT GW HN IT LU MD MX MZ NI PA PE PT PY RO ST SV UY".split()  # noqa: SIM905
)
_COMMISSIONER = Rank("Commissioner", flag=True)


def _unknown_acronym(line: Line, at: int) -> int | None:
    """The end of an acronym that no text spells out, behind an office: "N, Chief of Defence Forces, | MNDF |, and"."""
    view, word = line.view, line.view.words[min(at, line.stop - 1)]
    taken = at in view.countries or at in view.ranks or at in view.heads or view.folds[min(at, line.stop - 1)] in view.lex.postnominals
    fits = word.isupper() and word.isalpha() and 3 <= len(word) <= 8 and not view.shouting and not taken
    return at + 1 if fits and at < line.stop else None


def _office_not_body(line: Line, at: int) -> bool:
    office = line.by_start[at]
    return office.head == at or lines.body_end(line, at) is None or office.head < (lines.body_end(line, at) or 0)


def _closes(line: Line, at: int) -> bool:
    return at >= line.stop or line.view.fold(at) in _CLOSING


_CLOSING = frozenset({",", ";", ".", ")", "(", "–", "—", "and", "on", "at", "in", "during", "who", "here", "today"})
