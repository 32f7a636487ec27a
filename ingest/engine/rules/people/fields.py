"""What an office is held over: noun phrases behind its head, and lists of them."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people.heads import FIELDS, is_noun_like, office_after
from ingest.engine.rules.people.view import FATHERS, View


def noun_phrase(view: View, at: int, stop: int) -> int | None:
    """The end of a noun phrase of an office that begins at `at` ("the Armed Forces", "plans and policy"), else None."""
    begin = at
    if view.fold(at) in {"the", "a", "an", "his", "her", "its", "their", "our"}:
        at += 1
    told = at > begin and (view.fold(at) in _COUNTED or view.fold(at) in BROTHERLY)
    at += told or view.fold(at).endswith("-led")  # "commander of NATO-led | KFOR"
    first = at
    owner = view.countries.get(at)
    if owner is not None and owner.end in view.heads and _leads_to_name(view, owner.end, stop, past_courtesy=True):
        return None  # "Security Advisor to | Bangladesh Prime Minister Sheikh Hasina"
    small = False
    if at not in view.countries and (spelled := past_spelled_out(view, at, stop)) is not None:
        at = spelled  # a state takes its letters with it: "Secretary for Defence of | New Larria (NL) |"
    while at < stop:
        if (end := _past_named(view, at, first) or _past_joint(view, at, first, stop)) is not None:
            at = end
        elif at > first and view.folds[at] == "meeting" and view.fold(at + 1) in {",", "and", ".", ";", ""}:
            return at + 1  # "Chairperson of the Senior Officials | Meeting | and Permanent Secretary"
        elif at == begin and at in view.heads and _leads_to_name(view, at, stop):
            break  # "the administration of | President Bolsonaro"
        elif view.capital[at]:
            if small or not _continues(view, at, first, stop):
                break
            at += 1
        elif _closes_field(view, at, first, stop, small=small):
            at += 1
        elif (at == first or small or _behind_people(view, at, first)) and is_noun_like(view, at):
            small = True
            at += 1
        else:
            break
    return at if at > first else None


def _past_named(view: View, at: int, first: int) -> int | None:
    """The end of a body, state or place that begins at `at` and may be part of the phrase."""
    body = view.bodies.get(at)
    if body is not None and (at == first or not view.is_name_like(body.end - 1)):
        return body.end
    if at in view.countries:
        return view.countries[at].end
    return view.places[at].end if at in view.places and (at == first or _is_seat(view, at, first)) else None


def past_spelled_out(view: View, at: int, stop: int) -> int | None:
    """The bracket behind capitals and particles whose acronym stands in it: "the | Forças de Defesa de Larria | (FDL)"."""
    end, last = at, min(stop, at + _LONGEST_NAME)
    while end < last and (view.capital[end] or view.folds[end] in _JOINING or view.folds[end] in view.lex.particles):
        if (end in view.ranks and view.ranks[end][1].flag) or end in view.courtesies:
            return None
        end += 1
    if end - at < 2 or view.fold(end) != "(" or end + 1 >= stop or not view.words[end + 1].isupper():
        return None
    letters = "".join(sign for sign in view.folds[end + 1] if sign.isalpha())
    initials = "".join(part[0] for word in range(at, end) if view.capital[word] for part in view.folds[word].split("-") if part)
    return end if len(letters) > 2 and letters == initials else None


_JOINING = frozenset({"of", "for", "and"})
_LONGEST_NAME = 10  # words


def _past_joint(view: View, at: int, first: int, stop: int) -> int | None:
    """The end of what joins capitals: a possessive ending, the particle of a name that a body bears, the prefix of a ship and its name."""
    followed = at + 1 < stop and (view.capital[at + 1] or view.words[at + 1][0].isdigit())
    if at > first and view.folds[at] in {"'s", "'"}:
        return at + 1 if followed else _past_forces(view, at, stop)
    if at > first and view.folds[at] in view.lex.particles and _all_of_body(view, at, stop):
        return at + 1  # "the Amal bint Salem | Military School"
    return at + 2 if view.is_ship(at) and at + 1 < stop and view.capital[at + 1] else None  # "commanding officer of | USS Fitzroy"


def _past_forces(view: View, at: int, stop: int) -> int | None:
    """The end of a service in small letters that a state owns: "the head of Sweden|’s air force|"."""
    if at not in view.countries_ending:
        return None
    ends = range(min(stop, at + 4), at + 1, -1)
    return next((end for end in ends if (name := " ".join(view.folds[at + 1 : end])) in view.lex.service_names or name in _FORCES), None)


_FORCES = frozenset({"military", "general staff", "joint staff", "defence staff", "defense staff"})


def _closes_field(view: View, at: int, first: int, stop: int, *, small: bool) -> bool:
    """Whether a number, or a noun in small letters behind a field, carries the phrase on: "the Sea Patrol | division"."""
    if view.words[at][0].isdigit() and at + 1 < stop and (view.capital[at + 1] or at > first):
        return True
    if at > first and view.folds[at] in {"affairs", "matters", "issues"} and view.plain[at - 1]:
        return True
    if at > first and view.folds[at] in {"countries", "nations", "states"}:
        return True  # "the chiefs of defence of the Nordic | countries"
    return at > first and not small and at in view.nouns and view.capital[at - 1] and view.nouns[at] == at + 1


BROTHERLY = frozenset({"friendly", "brotherly", "sisterly", "fraternal", "sister"})  # what states call each other
_COUNTED = frozenset({"two", "three", "four", "five", "six"})  # "Commanding Officers of the | two | ships"


def _is_seat(view: View, at: int, first: int) -> bool:
    """Whether a body before sits at the place, and a name or a sign follows: "of Joint Force Command | Naples, Admiral N"."""
    seated = any(view.nouns.get(word) == at for word in range(first, at)) or at in view.bodies_ending
    end = view.places[at].end
    return (
        seated and not view.is_name_like(end) and (end in view.ranks or end in view.courtesies or view.fold(end) in {",", ";", ".", "and"})
    )


def _behind_people(view: View, at: int, first: int) -> bool:
    """Whether a people opens the phrase right before: "inspector of the Moroccan | military health service"."""
    found = view.countries_ending.get(at)
    return found is not None and found.start == first and found.kind == "demonym"


def _leads_to_name(view: View, at: int, stop: int, *, past_courtesy: bool = False) -> bool:
    """Whether a capitalised office goes with a name right after it, and so is no part of another office."""
    end = view.heads[at][0]
    if past_courtesy and end in view.courtesies:
        end = view.honorifics[end][0] if end in view.honorifics else end
    return view.folds[at].partition("-")[0] in _LEADERS and view.capital[at] and end < stop and view.is_name_like(end)


_LEADERS = frozenset({"president", "prime", "chancellor", "king", "premier", "minister"})


def _continues(view: View, at: int, first: int, stop: int) -> bool:
    """Whether a capitalised word carries a noun phrase on, and does not begin a name or a rank."""
    fold = view.folds[at]
    if fold in view.lex.verbs or fold in view.lex.calendar or (at > first and is_service_before_rank(view, at)):
        return False
    if at > first and _opens_name(view, at) and not _all_of_body(view, at, stop):
        return False  # "Minister of Defence | Precious Addo"
    if at > first and _are_initials(view, at):
        return False  # "Director of External Resources | K.M. Addo"
    if at > first and view.fold(at - 1) in {"operation", "exercise"}:
        return True  # "Commander of Operation | Atalanta"
    named = view.fold(at + 1) == "," or (view.is_name_like(at) and _names_somebody_at(view, at + 1))
    if at > first and view.fold(at - 1) in _REGIONAL and named:
        return True  # "Governor of Central Upper | Nile, N", "Governor of West | Lombok Ana Popa"
    office = at == first and at in view.heads and view.fold(at - 1) == "the"  # "Deputy to the | Commander"
    if at in view.ranks and not office and not _is_part(view, at, stop):
        return False
    if at > first and at in view.courtesies and _names_somebody(view, at) and not _all_of_body(view, at, stop):
        return False  # "Minister of Defense | Sheikh Abdullah", "Ambassador in Uganda | His Excellency Dr. Obed"
    if at in view.honorifics and (view.honorifics[at][1].office or not view.plain[at]):
        return at == first and view.plain[at]
    if at in view.heads:
        return True
    if view.plain[at] or view.is_acronym(at) or fold in view.lex.modifiers or at in view.nouns:
        return True
    if _all_of_body(view, at, stop) or view.is_body_of_state(at):
        return True  # "Kosciuszko Infantry Division", "Commander of US | NAVSOUTH"
    return at == first  # a place that no gazetteer knows: "Governor of Songkhla, …"


def _opens_name(view: View, at: int) -> bool:
    """Whether a word of English is a given name here, before another name: "Minister of Defence and | Gift Banda"."""
    return view.folds[at] in view.lex.twins and view.capital[at] and view.is_name_like(at + 1) and not view.headline


def _opens_joined_name(view: View, at: int) -> bool:
    """Whether a name begins behind "and": "Gender and | Peace Addo", but "Unity and Peace | Carlos Addo"."""
    return _opens_name(view, at) and not (view.folds[at] in FIELDS and view.is_name_like(at + 2))


def _are_initials(view: View, at: int) -> bool:
    """Whether capitals with stops stand before a name, and are no state nor body."""
    taken = at in view.countries or at in view.bodies or at in view.places
    return not taken and _INITIALS.fullmatch(view.words[at]) is not None and view.is_name_like(at + 1)


_INITIALS = patterns.compile(r"(?:[A-Z]\.){1,6}|[B-DF-HJ-NP-TV-XZ]{2}")  # "K.M.", "PK"


# Words behind which a capital is a region.
_REGIONAL = frozenset(
    {"upper", "lower", "central", "northern", "southern", "eastern", "western", "north", "south", "east", "west", "greater"}
)


def _names_somebody_at(view: View, at: int) -> bool:
    """Whether two words or more that can only be names begin at `at`."""
    return view.is_name_like(at) and view.is_name_like(at + 1)


def _names_somebody(view: View, at: int) -> bool:
    """Whether a name follows the words of courtesy that begin or stand at `at`."""
    at = view.honorifics[at][0] if at in view.honorifics else at + 1
    while at in view.honorifics and at in view.courtesies:
        at = view.honorifics[at][0]
    return view.is_name_like(at) or view.fold(at + 1) in FATHERS


def _all_of_body(view: View, at: int, stop: int) -> bool:
    """Whether capitals and particles run on from `at` to the noun of a body."""
    return any(later in view.nouns and view.capital[later] for later in range(at + 1, min(at + 6, stop)) if _all_capital(view, at, later))


def _all_capital(view: View, start: int, end: int) -> bool:
    return all(view.capital[at] or view.folds[at] in view.lex.particles for at in range(start, end))


def conjunct(view: View, at: int, stop: int) -> int | None:
    """The end of "and …" that carries a list of fields on: "Security and Citizen Protection"."""
    after = at + 1
    if after >= stop:
        return None
    if view.fold(after) == "the" and at in view.countries_ending and view.capital[min(after + 1, stop - 1)] and after + 1 not in view.heads:
        return noun_phrase(view, after, stop)  # "High Commissioner to Barbados | and the Eastern Caribbean"
    if view.fold(after) == "the" and view.fold(after + 1) in view.lex.with_article and view.plain[at - 1] and view.capital[at - 1]:
        return after + 2 if view.capital[after + 1] and after + 2 not in view.heads else None  # "Sustainability | and the Environment"
    second = after + (view.fold(after) == "the")
    if at in view.bodies_ending and second in view.international and view.bodies_ending[at].start in view.international:
        end = view.international[second]  # "Ambassador to the EU | and NATO"; not "Head of the EU Delegation and | EU Special Envoy"
        return end if end >= len(view.words) or not (view.plain[end] or view.capital[end]) or end in view.ranks else None
    if (
        view.capital[at - 1] != view.capital[after]
        or not (view.plain[after] or after in view.countries or view.fold(after + 1) == "affairs")  # "Foreign | and Caricom Affairs"
        or not (view.plain[at - 1] or at in view.countries_ending or (view.is_acronym(at - 1) and view.plain[after]))
    ):
        return None
    if (
        after in view.bodies
        or _opens_joined_name(view, after)
        or (after in view.ranks and not _is_part(view, after, stop))
        or (after in view.courtesies and _names_somebody(view, after))
        or view.fold(after) in {"the", "his", "her", "their"}
    ):
        return None
    return noun_phrase(view, after, stop)


def enumeration(view: View, at: int, stop: int) -> int | None:
    """The end of ", Strategy, and Capabilities": a list of fields that closes with "and"."""
    now = at
    if not view.plain[at - 1]:
        return None
    for _ in range(5):
        after = now + 1
        if after >= stop:
            return None
        if view.folds[after] in {"and", "&"}:
            return _conjunct_after_comma(view, at, after, stop)
        if (
            view.capital[after] != view.capital[at - 1]
            or not view.plain[after]
            or after in view.heads
            or after in view.honorifics
            or after in view.bodies
        ):
            return None
        if after in view.ranks:
            return None
        end = _plain_run(view, after, stop)
        if end is None or end >= stop:
            return None
        if view.folds[end] in {"and", "&"}:
            return _conjunct_after_comma(view, at, end, stop)
        if view.folds[end] != ",":
            return None
        now = end
    return None


def _conjunct_after_comma(view: View, first: int, at: int, stop: int) -> int | None:
    after = at + 1
    if (
        after >= stop
        or not (view.plain[after] or (after in view.countries and view.fold(view.countries[after].end) == "abroad"))
        or view.capital[after] != view.capital[first - 1]
        or view.folds[after] in view.lex.small_words
        or (after in view.ranks and not _is_part(view, after, stop))  # "commander of Naval Base 9, and | Senior Col. N"
    ):
        return None
    if after in view.bodies or _opens_joined_name(view, after) or (office_after(view, after, stop) is not None and view.capital[after]):
        return None
    return noun_phrase(view, after, stop)


def _plain_run(view: View, at: int, stop: int) -> int | None:
    """The end of at most four plain words in one case."""
    begin = at
    while (
        at < stop and view.plain[at] and view.capital[at] == view.capital[begin] and view.folds[at] not in view.lex.verbs and at < begin + 4
    ):
        if view.folds[at] in view.lex.small_words:
            break
        at += 1
    return at if at > begin else None


def is_service_before_rank(view: View, at: int) -> bool:
    """Whether a service begins here that goes with a rank: "Press Secretary | Air Force Maj. Gen. N"."""
    return any(end in view.ranks and " ".join(view.folds[at:end]) in view.lex.service_names for end in range(at + 1, at + 4))


def _is_part(view: View, at: int, stop: int) -> bool:
    """Whether a word of rank is part of a body here ("General Staff", "Major Projects", "Army General Staff")."""
    end, rank = view.ranks[at]
    if rank.abbreviated or end >= stop or (end - at > 1 and view.folds[at] != "army"):
        return False  # no body is called by a "Vice Admiral"
    if _opens_name(view, end):
        return False  # "Minister of National Defence | General Tin Vuthy"
    return (view.capital[end] and view.plain[end] and end not in view.heads and end not in view.honorifics and end not in view.ranks) or (
        end in view.nouns and view.capital[end]
    )
