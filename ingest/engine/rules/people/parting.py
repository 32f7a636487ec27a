"""What of the words of an office is position, organization and country."""

from __future__ import annotations

from typing import NamedTuple

from ingest.engine import patterns
from ingest.engine.rules.people import extent as extents
from ingest.engine.rules.people import held_in, wording
from ingest.engine.rules.people.closing import field, names_acronym
from ingest.engine.rules.people.extent import Extent
from ingest.engine.rules.people.fields import BROTHERLY, past_spelled_out
from ingest.engine.rules.people.heads import is_abbreviation, is_head
from ingest.engine.rules.people.view import Found, View
from ingest.engine.values import frozen, replace


@frozen
class Office:
    """The words [start, end) of an office, read as position, organization and country.

    `position` is worded as the release does, without country and organization. `plural` offices are held by several
    ("Ministers X and Y"), a `counterpart` holds the office of somebody named before.
    """

    start: int
    end: int
    head: int
    position: str = ""
    organization: str | None = None
    country: str | None = None
    acting: bool = False
    former: bool = False
    plural: bool = False
    counterpart: bool = False
    weak: bool = False
    whole: str = ""  # position and organization as they stand
    courtesy: bool = False  # a bare "Ambassador" or "Judge": another office goes before it


def office(view: View, extent: Extent) -> Office:
    """The office with position, organization and country read from its words."""
    if (sender := _sender(view, extent)) is not None:
        return sender
    head, core_end = view.heads[extent.head][1], extent.core_end
    counterpart = view.folds[extent.head] in _COUNTERPARTS
    bare = Office(extent.start, extent.end, extent.head, plural=head.plural, weak=head.weak, counterpart=counterpart)
    start, read = _front(view, bare)
    field_end = field(view, extent.head_end, core_end)
    position_end, pieces, read = _back(view, read, field_end, core_end)
    if read.organization is not None and view.folds[position_end - 2 : position_end] == ["in", "charge"]:
        position_end = core_end  # "Delegate to the Prime Minister in charge | of the Defence Administration"
    if view.folds[extent.head_end - 1] == "commanding" and view.fold(extent.head_end) == "the":
        field_end = core_end
    if read.organization is None and _names_body(view, extent.head_end, field_end):
        country = read.country or _country_in(view, extent.head_end, field_end)
        read = replace(read, organization=held_in.body_name(view, extent.head_end, field_end), country=country)
        position_end = extent.head_end
    led = view.bodies.get(core_end - 1) if view.fold(core_end - 2) == ")" and core_end - 1 > field_end else None
    if read.organization is None and led is not None and led.end == core_end:  # "Chief of Staff (COS) | AFL |"
        read, position_end = replace(read, organization=led.value, country=read.country or _country_of(view, led)), core_end - 1
    if read.country is None and (joined := _country_of_joined(view, core_end, read.end)) is not None:
        read = replace(read, country=joined)
    state = view.countries_ending.get(core_end)
    if read.country is None and state is not None and view.fold(state.start - 1) == ")":
        read = replace(read, country=state.value)  # "Commandant National Defence College (NDC) | Kenya |"
    if read.country is None and (sent := _of_those(view, extent.head_end, core_end)) is not None:
        read = replace(read, country=sent)
    position = _worded(view, read, start, position_end, pieces)
    if core_end < read.end and (later := _weightier(view, read, position, core_end)) is not None:
        return later
    if read.organization is None and core_end < read.end and not _MINISTERIAL.search(position.lower()):
        read = _of_joined(view, read, core_end)
    if read.plural:
        position = wording.singular(position, view.text(extent.head, extent.head_end))
    if read.organization is not None and (part := _SMALL_PART.fullmatch(read.organization)) is not None:
        read, position = replace(read, organization=part["body"]), f"{position} of the {part['part']}"
    courtesy = _is_courtesy(view, read) and start == extent.head and position_end == extent.head_end and not pieces
    return replace(read, position=position, whole=wording.without_acronym(view, start, core_end), courtesy=courtesy)


def _sender(view: View, extent: Extent) -> Office | None:
    """The office of who sends an envoy, where the possessive of a state leads to it: "Special Envoy from | Togo's President | N"."""
    at = extent.core_end - 1
    if view.folds[extent.head_end - 1] not in {"envoy", "envoys"} or view.fold(extent.head_end) not in {"of", "from"}:
        return None
    if at not in view.heads or view.fold(at - 1) not in {"'s", "'"} or not view.is_name_like(extent.core_end):
        return None
    owner = next((view.countries[each] for each in range(extent.head_end + 1, at) if each in view.countries), None)
    later = office(view, extents.of(view, at, at, extent.end))
    return None if owner is None else replace(later, start=extent.start, country=owner.value)


# "Foreign Ministry | 's | department for Asia": what is headed is a part without a name of its own
_SMALL_PART = patterns.compile(
    r"(?P<body>[^’']{3,80})['’]s "
    r"(?P<part>(?:[\w-]+ ){0,3}(?:department|directorate|division|bureau|section|office|unit|branch|desk|service)\b.{0,80})"
)
_COUNTERPARTS = frozenset({"counterpart", "counterparts", "opposite", "colleague", "colleagues", "successor", "predecessor"})


def _of_those(view: View, start: int, end: int) -> str | None:
    """The state of those over whom an office is held, or whom it serves: "Commanding Officer of the visiting | Fijian | ships", "Security
    Advisor to the | Estonian | President"."""
    for at in range(start, end - 1):
        found = view.countries.get(at)
        if found is None or found.kind != "demonym":
            continue
        served = found.end < end and found.end in view.heads and view.fold(at - 1 - (view.fold(at - 1) == "the")) in {"to", "for"}
        if served or view.fold(found.end) in _THOSE:
            return found.value
    return None


_THOSE = frozenset(
    {
        "ship",
        "ships",
        "vessel",
        "vessels",
        "contingent",
        "delegation",
        "team",
        "detachment",
        "troops",
        "forces",
        "side",
        "defence",
        "defense",
    }
)


def _names_body(view: View, start: int, end: int) -> bool:
    """Whether the field behind a head names a body: "Chairman | Joint Chiefs of Staff Committee", "Director General | ISPR"."""
    if (end - start == 1 and names_acronym(view, start)) or (start in view.bodies and view.bodies[start].end == end):
        return True
    return end - start > 1 and view.folds[end - 1] != "operations" and any(view.nouns.get(at) == end for at in range(start, end))


def _worded(view: View, read: Office, start: int, end: int, pieces: list[str]) -> str:
    """The position in the words of the release, acronyms and "then-" left out."""
    owner = view.countries.get(start + 1) if view.folds[start] in view.lex.acting else None
    if owner is not None and owner.end <= read.head:  # "acting | Fijian | Foreign Minister"
        pieces, start = [wording.without_acronym(view, owner.end, end), *pieces], start
        end = start + 1
    words = [wording.without_acronym(view, start, end), *pieces]
    position = wording.undescribed(" ".join(word for word in words if word).strip(" ,-–"))
    if read.former and position.lower().startswith(("then-", "ex-")):
        return position.partition("-")[2]
    return position


def _weightier(view: View, read: Office, position: str, core_end: int) -> Office | None:
    """The joined office that a membership or a bare grade gives way to: "Politburo member and Minister of National Defence"."""
    minor = view.heads[read.head][1].minor or is_of_party(read) or _OF_OCCASION.search(position.lower()) is not None
    if position == "Minister" and read.organization is None:
        minor = minor or _OF_MISSION.match(" ".join(view.folds[core_end + 1 : read.end])) is not None
    if not minor and (not position.lower().startswith(view.lex.grades) or _ADVISES_ON.match(position.lower())):
        return None
    for at in range(core_end, read.end):
        if at in view.heads and is_head(view, at, core_end):
            later = office(view, extents.of(view, at, core_end + 1, read.end))
            country, organization = later.country or read.country, later.organization or (None if minor else read.organization)
            return None if minor and later.weak else replace(later, start=read.start, country=country, organization=organization)
    return None


# a minister is but a grade there: "Minister and | Deputy Chief of Mission |"
_OF_MISSION = patterns.compile(r"(?:the )?(?:acting )?(?:deputy )?(?:(?:chief|head) of mission|consul general|charg[eé] d)")
_ADVISES_ON = patterns.compile(r"senior advis[eo]r\b.* (?:on|for) ")  # no bare grade
# what somebody is at an occasion only: "Co-Chairperson of the Senior Officials Meeting", "Head of Delegation"
_OF_OCCASION = patterns.compile(
    r"^(?:co[ -]?|vice[ -])?chair(?:man|woman|person)?(?: of .{1,80}(?:meeting|session|group|talks|dialogue|delegation|side|team))?$"
    r"|^(?:head|leader|chief) of .{0,60}delegation$"
)
_MINISTERIAL = patterns.compile(r"minister|premier|president|secretary of")


def _of_joined(view: View, read: Office, core_end: int) -> Office:
    """The office with the body of the one that is joined to it: "Head of Mission and | Force Commander of the Interim Force"."""
    second = next((at for at in range(core_end, read.end) if at in view.heads and is_head(view, at, core_end)), None)
    if second is None or view.folds[second].startswith("chair"):
        return read  # "Chief of Defence Staff of Peru and Chairman of the Committee of Chiefs"
    later = office(view, extents.of(view, second, second, read.end))
    return replace(read, organization=later.organization, country=read.country or later.country)


def is_of_party(read: Office) -> bool:
    """Whether it is an office of a ruling party, which gives way to one of the state: "Secretary of the Party Central Committee"."""
    return read.organization is not None and any(words in read.organization for words in ("Party", "Central Military Commission"))


def _is_courtesy(view: View, read: Office) -> bool:
    return read.head in view.honorifics and view.honorifics[read.head][1].office


def _country_of_joined(view: View, start: int, end: int) -> str | None:
    """The country at the end of the offices that are joined to the first: "Deputy Prime Minister and Minister for Defence of Australia"."""
    for at in range(start, end):
        inner = at + 1 + (view.fold(at + 1) == "the")
        found = view.countries.get(inner)
        if view.folds[at] == "of" and found is not None and found.end <= end and _stands_alone(view, found, end):
            return found.value
    bodies = (view.bodies[at] for at in range(start, end) if at in view.bodies and view.bodies[at].end <= end)
    codes = (_country_in(view, body.start, body.end) for body in bodies)
    return next((code for code in codes if code and code != "INT"), None)


class _Piece(NamedTuple):
    """What one run of words before the position tells; the next begins at `end`."""

    end: int
    organization: str | None = None
    country: str | None = None
    former: bool = False


def _front(view: View, office: Office) -> tuple[int, Office]:
    """The first word of the position, and the office with what stands before it: country, owner, organization, "acting", "former"."""
    at, organization, country, former = office.start, office.organization, office.country, office.former
    while at < office.head and (piece := _piece(view, at, office)) is not None:
        if _is_of_another(piece, organization, country):  # "at the headquarters of the Jordanian Army | Omani Chief of Staff"
            office, organization, country = replace(office, start=at), None, None
        organization, country, former = organization or piece.organization, country or piece.country, former or piece.former
        at = piece.end
    country = country or next((view.countries[each].value for each in range(at, office.head) if each in view.countries), None)
    acting = any(
        view.folds[each] in view.lex.acting
        for each in range(office.start, office.end)
        if each < office.head or "." in view.folds[each] or view.fold(each - 1) in {"(", "ad"}
    )
    former = former or (view.folds[at].partition("-")[0] in {"then", "ex"} and "-" in view.folds[at])
    if organization is None and country is None and not acting and not former:
        return at, office
    return at, replace(office, organization=organization, country=country, acting=acting, former=former)


def _is_of_another(piece: _Piece, organization: str | None, country: str | None) -> bool:
    """Whether a people begins the office and the body of another state before it is only a place."""
    told = piece.country is not None and piece.organization is None
    return told and organization is not None and country not in (None, "INT", piece.country)


def _piece(view: View, at: int, office: Office) -> _Piece | None:
    """The body, country, article or passing word that begins at `at` and is no part of the position; None where the position begins."""
    fold, word = view.folds[at], view.words[at]
    body, country = view.bodies.get(at), view.countries.get(at)
    if (
        body
        and country
        and country.end < body.end
        and _keeps(view, replace(body, start=country.end), office)
        and not _commands(view, office)
    ):
        body = None  # "French | Armed Forces Minister"
    if body and body.end <= office.head and not _keeps(view, body, office):
        return _Piece(body.end, organization=body.value, country=_country_in(view, body.start, body.end))
    if country and country.end <= office.head:
        return _Piece(country.end, country=country.value)
    if fold in {"'s", "'", "the"}:
        return _Piece(at + 1)
    if word == "(" and view.fold(at + 2) == ")" and at + 3 <= office.head:
        return _Piece(at + 3)  # "Jordan Armed Forces | (JAF) | Chief of Staff"
    if fold in view.lex.transient or fold in view.lex.former or fold in {"newly-appointed", "newly-elected", "newly-named"}:
        return _Piece(at + 1, former=fold in view.lex.former - {"late", "outgoing"})
    in_capitals = view.words[office.head].isupper() and view.plain[at]  # "| DEFENCE | MINISTER N"
    if word.isupper() and len(word) > 2 and is_abbreviation(word) and not (view.shouting or in_capitals) and at not in view.heads:
        return _Piece(at + 1, organization=word)
    if (end := _own_body(view, at, office.head)) is not None:
        return _Piece(end, organization=view.text(at, end), country=_country_in(view, at, end))
    return None


def _keeps(view: View, body: Found, office: Office) -> bool:
    """Whether a body before the head is too much part of the title to be cut off: "Army Chief", "General Staff Chief"."""
    if view.fold(body.end) in {"'s", "'"}:
        return False
    if view.fold(body.end) == ",":
        return True  # "Army, | Navy and Air Attaché"
    if "of" in view.folds[office.head : view.heads[office.head][0] + 1] and body.start in view.countries_ending:
        return False  # "Kenya | Defence Forces | Director of Training"
    words = " ".join(view.folds[body.start : body.end])
    if words.endswith(" staff") and view.folds[body.end] == "officer":
        return True  # "Principal Staff | Officer"
    return body.end == office.head and (words in view.lex.service_names or words in {"cabinet", "treasury", "pentagon"})


def _commands(view: View, office: Office) -> bool:
    """Whether the office is that of whoever leads a service, which is then told apart from its state's: "Kenya Navy | commander"."""
    return view.folds[office.head] in _OVER_SERVICES


_OVER_SERVICES = frozenset({"commander", "chief", "commander-in-chief", "commandant", "head", "commissioner"})


def _own_body(view: View, at: int, head: int) -> int | None:
    """The end of a body that the organizations do not know: capitals up to a noun of a body, at least two words ("European Commission")."""
    if view.folds[at] in view.lex.modifiers and view.folds[at] not in {
        "national",
        "federal",
        "joint",
        "military",
        "general",
        "naval",
        "regional",
    }:
        return None
    last = None
    for each in range(at, head):
        if not (view.capital[each] or view.folds[each] in {"of", "and", "for", "on", "&", "the"}):
            break
        if each in view.nouns and view.nouns[each] <= head and view.capital[each] and view.nouns[each] - at >= 2:
            last = view.nouns[each]
    if (
        last is None
        or (last == head and head - at < 3)
        or (view.folds[last - 1] in {"staff", "service", "section", "unit"} and last == head)
    ):
        return None
    return last


def _country_in(view: View, start: int, end: int) -> str | None:
    """The country that the words of a body tell, "INT" if an international organization is named before it."""
    if (first := view.international.get(start)) is not None and first <= end:
        owned = view.countries.get(first + 1) if view.fold(first) in {"'s", "'"} else None
        return owned.value if owned is not None else "INT"  # "NATO’s Turkish Delegation"
    found = view.country_within(start, end)
    if found is not None and view.fold(found.end) in {"/", "-", "–"} and found.end + 1 in view.countries:
        return "INT"  # "the 1 (German/Netherlands) Corps"
    return found.value if found is not None else None


class _Link(NamedTuple):
    """A preposition of an office at `at`, and where what it leads to begins, article left out."""

    at: int
    word: str
    inner: int
    article: bool


_Parted = tuple[int, list[str], Office]  # where the position ends, further pieces of it, the office with what was parted from it


_GOVERNING = frozenset({"governor", "prefect", "mayor"})
_AREAS = frozenset({"region", "province", "county", "district", "prefecture", "canton", "municipality", "oblast", "governorate"})


def _back(view: View, office: Office, at: int, core_end: int) -> _Parted:
    """Where the position ends after its head, further pieces of it, and the office with the organization and country that follow."""
    first = at
    while at < core_end:
        link = _link(view, at, core_end)
        if link is None:
            at = _past_holder(view, at, at + 1)
            continue
        if link.word == "of" and view.is_ship(link.inner):
            return at, [], office
        if link.word == "of" and link.inner in view.places and (view.folds[at - 1] in _OF_PLACES or _is_chief_minister(view, at)):
            office = replace(office, country=office.country or view.places[link.inner].value)
        if (parted := _of_state(view, office, link, core_end)) is not None:
            return parted
        if link.word == "of" and view.folds[at - 1] in _GOVERNING and view.folds[core_end - 1] in _AREAS:
            return core_end, [], office  # "Governor of the Diana Region": a part of the land, and no body
        if (people := _people_before_small(view, link, core_end)) is not None:
            office = replace(office, country=office.country or people.value)
        if view.folds[at - 2 : at] == ["in", "charge"] and held_in.is_field(view, link.inner):
            return core_end, [], office
        charge = _in_charge(view, link.inner, core_end)
        if (parted := _of_body(view, office, link, charge, direct=at == first)) is not None:
            end, pieces, office = parted
            return end, [*pieces, view.text(charge, core_end)] if charge < core_end else pieces, office
        at = _past_holder(view, link.inner, at + 1)
    return core_end, [], office


_OF_PLACES = frozenset({"mayor", "governor", "premier"})


def _is_chief_minister(view: View, at: int) -> bool:
    """Whether the office that ends before a word is that of who governs a part of a state: "the Chief Minister | of Tamil Nadu"."""
    return view.folds[at - 2 : at] in (["chief", "minister"], ["adjutant", "general"])


def _in_charge(view: View, start: int, end: int) -> int:
    """Where "in charge of" begins, which tells what the holder does, and of no body: "the Defence Forces | in Charge of Training"."""
    return next((at for at in range(start + 1, end - 2) if view.folds[at : at + 3] == ["in", "charge", "of"]), end)


def _link(view: View, at: int, core_end: int) -> _Link | None:
    word = view.folds[at]
    if word not in held_in.LINKS and not (word == "to" and (view.folds[at - 1] == "secretary" or _is_to_mission(view, at, core_end))):
        return None  # "Secretary | to the Ministry", "Naval Attaché | to the Embassy" are held there, "Ambassador | to Peru" is not
    after = at + 1
    article = view.folds[after] in {"the", "its", "their", "his", "her", "our"} if after < core_end else False
    article = article and view.fold(after + 1) != "majesty"  # "of | His Majesty’s Armed Forces"
    inner = after + article
    inner += article and inner + 1 < core_end and view.folds[inner] in BROTHERLY  # "of the brotherly | Kingdom of Bahrain"
    inner += inner + 1 < core_end and view.folds[inner].endswith(("-based", "-led"))  # "of the Accra-based | High Commission"
    return _Link(at, word, inner, article)


def _is_to_mission(view: View, at: int, core_end: int) -> bool:
    """Whether an embassy or high commission follows "to": "Military Attaché | to the Spanish Embassy"."""
    near = view.folds[at + 1 : min(at + 6, core_end)]
    return "embassy" in near or ("commission" in near and near[near.index("commission") - 1] == "high")


def _past_holder(view: View, at: int, following: int) -> int:
    """The word after the office that begins at `at`, where "of" leads on: "Assistant to the | Chief of Staff | of the Army"."""
    end = view.heads[at][0] if at in view.heads else following
    return end if view.fold(end) == "of" else following


def _of_state(view: View, office: Office, link: _Link, core_end: int) -> _Parted | None:
    """The office parted from the state that follows: "Minister of Defence | of Finland"."""
    state = view.countries.get(link.inner)
    if state is None or state.end > core_end or not _stands_alone(view, state, core_end):
        return None
    brotherly = view.folds[link.inner - 1] in BROTHERLY  # "Chief of the Air Staff | in the friendly United Kingdom"
    at_home = link.word == "in" and view.folds[office.head] == "minister"  # "State Minister of Defence | in Kenya"
    if link.word not in {"of", "from"} and not brotherly and not at_home:
        return None
    office = replace(office, country=office.country or state.value)
    rest = _past_joined(view, state.end) if office.plural else state.end
    if view.fold(rest) in {"in", "at"} and rest + 1 in view.places and not view.folds[office.head].startswith("consul"):
        return link.at, [], office  # "Prime Minister of Ethiopia | in Addis Ababa": where the holder was met
    return link.at, [view.text(rest, core_end).lstrip(", ")] if rest < core_end else [], office


def _people_before_small(view: View, link: _Link, core_end: int) -> Found | None:
    """The people before a word in small letters: "of the | Omani | medical service", "of | Germany |’s armed forces"."""
    people = view.countries.get(link.inner)
    if people is not None and people.end < core_end - 1 and view.folds[people.end] in {"'s", "'"} and not view.capital[people.end + 1]:
        return people
    if people is None or people.kind != "demonym" or people.end >= core_end or view.capital[people.end]:
        return None
    return people


def _of_body(view: View, office: Office, link: _Link, core_end: int, *, direct: bool) -> _Parted | None:
    """The office parted from the body that follows: "Director of Plans | of the Polish Army"; `direct`: the link stands behind the head."""
    at, word, inner, article = link
    if view.folds[inner:core_end] == ["delegation"] or held_in.is_work(view, inner, core_end, article=article):
        return None  # "the Head of the Delegation", however it is written; "Director of | Naval Intelligence of the Navy"
    if view.folds[inner] == "operation" and office.organization is not None:
        return None  # "the Malian Army’s Coordinator of Operation Larkspur" serves in the army
    people = _people_before_small(view, link, core_end)
    if people is not None and word == "of" and view.nouns.get(core_end - 1) == core_end and core_end - people.end > 1:
        return at, [], replace(office, organization=view.text(inner, core_end))
    if word == "for" and office.organization is not None:
        return None  # "USAID’s Deputy Administrator for the Africa Bureau" serves in USAID
    body_end = held_in.body_end(view, inner, core_end, word)
    if body_end is not None and not _is_title(view, at, inner, core_end, article=article, direct=direct):
        country = office.country or _country_in(view, inner, core_end)
        known = view.bodies.get(inner)
        held = known is not None and known.end < core_end - 1 and view.folds[known.end] == "for"
        if known is not None and known.end < core_end and view.folds[known.end] == "to":  # "Attaché of the Polish Army | to Peru"
            owner = office.country or _country_in(view, inner, known.end)
            return at, [view.text(known.end, core_end)], replace(office, organization=known.value, country=owner)
        further = [view.text(known.end, core_end)] if known is not None and held else []  # "Deputy Head of the Agency | for Training"
        return at, further, replace(office, organization=held_in.body_name(view, inner, core_end), country=country)
    if word == "of" and core_end - inner == 1 and _is_acronym(view, inner) and (not direct or _commands_whole(view, office, inner)):
        return at, [], replace(office, organization=view.words[inner])  # "Chief of Defence Staff | of HMLF"
    if word == "of" and _is_firm(view, office, inner, core_end):
        return at, [], replace(office, organization=view.text(inner, core_end))
    if word == "of" and past_spelled_out(view, inner, core_end) == core_end - 3:  # "the Forças de Defesa de Larria (FDL)"
        return at, [], replace(office, organization=view.text(inner, core_end - 3), country=office.country)
    if word == "of" and (named := _in_brackets(view, inner, core_end)) is not None:
        return at, [], replace(office, organization=named.value, country=office.country or _country_of(view, named))
    return None


def _is_acronym(view: View, at: int) -> bool:
    """Whether a word can only be the acronym of a body: "HMLF"."""
    word = view.words[at]
    plain = word.isupper() and word.isalpha() and _SHORTEST <= len(word) <= _LONGEST and not view.headline and not view.shouting
    return plain and at not in view.places and at not in view.countries and at not in view.heads and not view.is_ship(at)


_SHORTEST, _LONGEST = 3, 8  # letters of an acronym


def _commands_whole(view: View, office: Office, at: int) -> bool:
    """Whether the head is that of who leads a whole force or its staff: "Chief of Staff | of the HMLF", "Head | of the CLFF", not "Director
    | of ICT"."""
    head = " ".join(view.folds[office.head : view.heads[office.head][0]])
    return head in _OF_WHOLE or (head in _LEADING and view.fold(at - 1) == "the" and len(view.words[at]) > _SHORTEST)


_LEADING = frozenset({"head", "chief", "commander", "commandant", "president", "chairman", "senior enlisted leader"})
_OF_WHOLE = frozenset({"chief of staff", "commander in chief", "commander-in-chief", "commanding general", "general commander"})


def _is_firm(view: View, office: Office, start: int, end: int) -> bool:
    """Whether a firm that no noun shows is led: "CEO of | Larkex", "Managing Director of | Larria Garments"; not "Manager of Plans"."""
    led = " ".join(view.folds[office.head : view.heads[office.head][0]]) in _OF_FIRMS
    words = range(start, end)
    if not led or not words or not all(view.capital[at] or view.words[at] == "&" for at in words):
        return False
    return any(not view.plain[at] and at not in view.countries and at not in view.places for at in words)


_OF_FIRMS = frozenset(
    {
        "ceo",
        "chief executive",
        "chief executive officer",
        "managing director",
        "general manager",
        "executive director",
        "executive chairman",
    }
)


def _past_joined(view: View, at: int) -> int:
    """The word after further states of a plural office: "Ministers of Peru | and Chile"."""
    while view.fold(at) in {"and", ","}:
        inner = at + 1 + (view.fold(at + 1) == "and")
        inner += view.fold(inner) == "the"
        found = view.countries.get(inner)
        if found is None:
            break
        at = found.end
    return at


def _in_brackets(view: View, start: int, end: int) -> Found | None:
    """The known body whose acronym closes the words of the office: "the peacekeeping forces in Kosovo (KFOR)"."""
    if end - 3 <= start or view.words[end - 1] != ")" or view.words[end - 3] != "(":
        return None
    if any(at in view.bodies for at in range(start, end - 3)):
        return None  # the acronym is that of the body named right before it
    return view.bodies.get(end - 2)


def _country_of(view: View, body: Found) -> str | None:
    return "INT" if body.start in view.international else _country_in(view, body.start, body.end)


def _stands_alone(view: View, country: Found, core_end: int) -> bool:
    """Whether a country is all that the link leads to: "of Finland", not "of Ukraine’s Armed Forces"."""
    if country.kind == "demonym":
        return False
    return country.end >= core_end or not (view.capital[country.end] or view.folds[country.end] in {"'s", "'"})


def _is_title(view: View, link: int, inner: int, core_end: int, *, article: bool, direct: bool) -> bool:
    """Whether "of …" is part of the title itself: "Chief of Defence Staff", "Chief of the Army Staff", "Minister of the Navy"."""
    bracket = next((at for at in range(inner, core_end) if view.words[at] == "(" or _leads_to_body(view, at)), core_end)
    words = view.folds[inner:bracket]
    if view.folds[link] not in {"of", "for"} or not words:
        return False
    if direct and view.folds[link - 1] in _CHIEFS and words[0] in {"defence", "defense"} and words[1:2] == ["of"]:
        return True  # "Chief of Defence | of the Latvian National Armed Forces"
    strong = any(word in view.lex.strong_bodies for word in words)
    if view.folds[link - 1] in _TITLED_BY_FIELD and not strong:
        return True
    known = inner in view.bodies and view.bodies[inner].end >= bracket
    if known and direct and view.folds[link - 1] not in _OF_SERVICE:
        return False
    if article and words == ["joint", "staff"]:
        return False  # "Deputy Chief of the | Joint Staff": a staff that no service is called by
    if direct and "of" in words and view.folds[link - 1] in _CHIEFS and not strong:
        field_of_chief = words[: words.index("of")]  # "Chief of Defence Forces | of the Royal Tongan Services"
        of_service = field_of_chief[-1] == "staff" and field_of_chief[0] in _OF_SERVICES and len(field_of_chief) == 2
        of_service = of_service or (field_of_chief == ["general", "staff"] and _is_acronym_of_body(view, bracket - 1))
        return of_service or " ".join(field_of_chief) in view.lex.service_names
    if view.folds[link] != "of" or strong or "of" in words or view.country_within(inner, bracket):
        return False
    if not direct:
        return False
    if words[-1] == "staff" and len(words) <= 3 and set(words) <= view.lex.staff_words:
        return True
    return " ".join(words) in view.lex.service_names or (not article and all(view.plain[at] for at in range(inner, bracket)))


_CHIEFS = frozenset({"chief", "chiefs"})
_TITLED_BY_FIELD = frozenset({"minister", "ministers", "secretary", "secretaries", "mantri"})
_OF_SERVICE = _CHIEFS | {"minister", "ministers", "secretary", "secretaries", "commander", "commanders"}


def _is_acronym_of_body(view: View, at: int) -> bool:
    """Whether "of (the)" leads to the acronym of a body that is told elsewhere in full: "Chief of the General Staff of the | KLDF |"."""
    body = view.bodies.get(at)
    article = view.fold(at - 1) == "the"
    return body is not None and view.fold(at - 1 - article) == "of" and view.words[at].isupper() and body.value != view.words[at]


def _leads_to_body(view: View, at: int) -> bool:
    """Whether a body follows a title: "Chief of Defence Forces | in the SBDF", but "Commander of the Armed Forces in New Caledonia"."""
    inner = at + 1 + (view.fold(at + 1) == "the")
    return view.folds[at] in {"in", "at"} and inner in view.bodies


_OF_SERVICES = frozenset({"army", "naval", "navy", "air", "defence", "defense"})
