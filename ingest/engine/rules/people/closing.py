"""Where the words of an office end: fields, links, lists, brackets and further offices behind its head."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people.fields import BROTHERLY, conjunct, enumeration, is_service_before_rank, noun_phrase
from ingest.engine.rules.people.heads import is_abbreviation, is_domain, office_after
from ingest.engine.rules.people.view import View


def ends(view: View, at: int, stop: int) -> tuple[int, int]:
    """The end of the first office that begins before `at`, and of all joined to it ("Minister of Defence and Deputy Prime Minister")."""
    core: int | None = None
    at = _past_seat(view, _commanded(view, at, stop) or field(view, at, stop), stop)
    while at < stop:
        step = _step(view, at, stop)
        if step is None:
            break
        if step < 0:  # a second office
            core = core or at
            further = field(view, -step, stop)  # "Chief of Staff & Secretary | Department of Works | General N"
            step = further if further in view.ranks or further in view.courtesies else -step
        at = step
    return core or at, at


def _past_seat(view: View, at: int, stop: int) -> int:
    """Where the seat of a body ends that stands behind it, before a rank: "Commander NATO Forces | Pristina |, General N"."""
    seat = view.places.get(at)
    if seat is None or not (at in view.bodies_ending or view.nouns.get(at - 1) == at):
        return at
    close = seat.end + (view.fold(seat.end) == ",")
    return seat.end if seat.end <= stop and close in view.ranks else at


def _commanded(view: View, at: int, stop: int) -> int | None:
    """The end of what an officer commands: "Flag Officer Commanding | the Naval Service"."""
    return noun_phrase(view, at, stop) if view.folds[at - 1] == "commanding" and view.fold(at) == "the" else None


def field(view: View, at: int, stop: int) -> int:
    """The end of a field that follows its head without "of": "Director External Affairs", "Chairman Joint Chiefs of Staff Committee"."""
    begin = at
    if at in view.countries and at in view.bodies and view.bodies[at].end <= stop and _is_led_alone(view, at) and not view.headline:
        return view.bodies[at].end  # "Commander | Peruvian Navy | Admiral N"
    if at in view.countries and (named := view.countries[at].end) < stop and is_domain(view, named) and not view.headline:
        at = named  # "Commander | US Pacific Fleet"
    if (numbered := _numbered_body(view, at, stop)) is not None:
        return numbered
    if (site := _site(view, at, stop)) is not None:
        return site
    if at < stop and (names_acronym(view, at) or (view.words[at] == "II" and view.folds[at - 1] in _MINISTERS)):
        return at + 1  # "Defence Minister | II | Pehin N"
    if at in view.bodies and view.bodies[at].end <= stop and view.capital[at] and not view.headline and _is_led_alone(view, at):
        end = view.bodies[at].end
        seated = end < stop and view.folds[end] == "headquarters" and view.capital[end]
        return end + seated  # "Director General | Joint Staff Headquarters | General N"
    while at < stop and at < begin + 5 and view.capital[at] and not view.headline and _carries_on(view, at):
        if at in view.ranks or at in view.honorifics or is_service_before_rank(view, at):
            break
        at = min(max(view.nouns.get(at, at), at + 1), stop)
    if begin in view.countries and view.countries[begin].end == at:
        return begin
    return at


def _numbered_body(view: View, at: int, stop: int) -> int | None:
    """The end of a body called by its number: "General Officer Commanding | 1 Brigade", "commander | 3rd Rifle Brigade |, N"."""
    if at + 1 >= stop or not view.folds[at][0].isdigit() or _NUMBER.fullmatch(view.folds[at]) is None:
        return None
    for word in range(at + 1, min(at + 7, stop)):
        if not view.capital[word] or (word in view.ranks and word not in view.nouns) or word in view.honorifics:
            return None
        end = view.nouns.get(word)
        if end is not None and end <= stop and not (end < len(view.words) and view.capital[end] and end in view.nouns):
            return end
    return None


def _site(view: View, at: int, stop: int) -> int | None:
    """The end of a site by its name: "Officer Commanding | Larkrock Camp |, Major N"."""
    for end in range(at + 2, min(at + 4, stop) + 1):
        if not all(view.capital[word] and word not in view.ranks and word not in view.honorifics for word in range(at, end)):
            return None
        if view.folds[end - 1] in _SITES and view.fold(end) in {",", "(", "", "."} and not view.plain[at]:
            return end
    return None


_SITES = frozenset({"camp", "barracks", "base", "garrison", "station", "depot", "cantonment", "airbase"})
_NUMBER = patterns.compile(r"\d{1,4}(?:st|nd|rd|th)?")


def _carries_on(view: View, at: int) -> bool:
    """Whether the word belongs to a field: English, a noun of a body, or capitals before such a noun ("Chairman | VARNEX | Group")."""
    called = view.words[at].isupper() and not view.shouting and at + 1 in view.nouns and view.capital[at + 1]
    return called or is_domain(view, at) or at in view.nouns


def _is_led_alone(view: View, at: int) -> bool:
    """Whether the body right behind a head is what its holder leads: "Commandant | Coast Guard | Colonel N".

    Where a body is told before the head already, a service goes with the rank behind it: "SBDF Commander | Air Force General N".
    """
    state = view.countries.get(at)
    if state is not None and is_service_before_rank(view, state.end):
        return state.value != "US" and not (at > 1 and view.capital[at - 2])
    if not is_service_before_rank(view, at):
        return view.nouns.get(view.bodies[at].end - 1) == view.bodies[at].end or any(
            word in view.nouns for word in range(at, view.bodies[at].end)
        )
    return view.folds[at - 1] in {"commander", "commandant", "dg"} and not view.capital[at - 2] and at not in view.countries


def names_acronym(view: View, at: int) -> bool:
    """Whether an acronym right behind a head names the body, and a rank, name or sign follows: "Director General | ISPR | General N"."""
    taken = at in view.countries or at in view.ranks or at in view.heads or at in view.honorifics or view.is_ship(at)
    word, after = view.words[at], at + 1
    if (
        word == "II"
        or taken
        or view.headline
        or view.shouting
        or not (word.isupper() and word.isalpha())
        or view.folds[at] in view.lex.postnominals
        or (view.folds[at] in view.lex.service_names and after in view.ranks)  # "Commandant | CG Admiral N", whose rank it is
    ):
        return False
    if view.folds[at] in view.lex.family_first and view.is_name_like(after):
        return False  # "Minister | KIM Dong-su"
    known = at in view.bodies and view.bodies[at].end == after
    if len(word) == 2 and view.is_name_like(after) and (view.is_name_like(after + 1) or not (known or view.folds[at] in _WORK)):
        return False  # "Prime Minister | KP Rai Oli", "Vice President | JD Larkin": initials
    if not known and not view.is_acronym(at):
        return len(word) <= _LONGEST_ACRONYM and (after in view.ranks or after in view.courtesies)  # else "KATZ" may be a name
    return view.fold(after) in {",", ".", "", ";", ")"} or after in view.ranks or after in view.courtesies or view.is_name_like(after)


_MINISTERS = frozenset({"minister", "ministers"})
_LONGEST_ACRONYM = 6
_WORK = frozenset({"it", "hr", "pr", "ir", "ga", "hq"})  # what is directed, cut short: "Director | IT | Ana Lind"


def _step(view: View, at: int, stop: int) -> int | None:
    """The end of the next piece of an office; negative if the piece is an office of its own."""
    fold = view.folds[at]
    if fold in {"a.i", "a.i."}:
        return at + 1
    if fold == "ad" and view.fold(at + 1) == "interim":
        return at + 2
    if fold == "," and view.fold(at + 1) in {"a.i", "a.i."}:
        return at + 2  # "the Chargé d'Affaires|, a.i.|, N"
    if fold == "," and view.folds[at + 1 : at + 3] == ["ad", "interim"]:
        return at + 3
    if fold == "pro" and view.fold(at + 1) in {"tempore", "tem"}:
        return at + 2  # "Assistant Director | Pro Tempore"
    if fold in {"emeritus", "emerita"}:
        return at + 1
    if fold == "'s" and (part := _part_of_body(view, at, stop)) is not None:
        return part
    if fold == "incharge":
        return noun_phrase(view, at + 1, stop)  # "State Minister | incharge Veterans"
    if fold == "at" and _ends_chief(view, at) and ("headquarters" in view.folds[at + 1 : at + 5] or _is_of_all(view, at)):
        return None  # "Chief of Army Staff (COAS) | at General Headquarters", "| at Callao,": where he was called on
    if fold == "at" and view.fold(at + 1) in {"his", "her", "their"}:
        return None  # "Chief of Defence Staff (CDS) | at his office"
    if fold == "in" and view.fold(at + 1) == "charge" and view.fold(at + 2) in {"of", "with"} and at + 3 < stop:
        return noun_phrase(view, at + 3, stop)  # "Minister Delegate to the Prime Minister | in charge of Defence"
    if fold == "of" and view.fold(at + 1) in {"this", "that"} and view.fold(at + 2) in {"country", "state"} and at + 3 <= stop:
        return at + 3
    if fold in view.lex.links:
        return _tied(view, at, stop)
    if fold == "(":
        return bracket(view, at, stop)
    if (state := view.countries.get(at)) is not None and view.folds[at - 1] == ")" and state.kind == "country":
        if view.fold(state.end) == ",":
            return state.end  # "Commandant National Defence College (NDC) | Kenya |, Admiral N"
        return _past_operation(view, state.end, stop)  # "of the EU Naval Force (EU NAVFOR) | Somalia – Operation Larkspur |, Admiral N"
    if fold in _DASHES and (operation := _past_operation(view, at, stop)) is not None:
        return operation  # "of the European Union Naval Force | – Operation Larkspur |, Admiral N"
    if view.folds[at - 1] == ")" and names_acronym(view, at) and at in view.bodies and _is_acronym_of(view, at - 2):
        return at + 1  # "Chief of Staff (COS) | AFL |, Brigadier N"
    if fold == "general" and view.capital[at] and at not in view.heads:
        return None
    if fold in {"and", "&"}:
        if (head := office_after(view, at + 1, stop)) is not None:
            others = view.heads[head][1].plural and not view.capital[head]  # "the military attaché | and representatives of firms"
            return -view.heads[head][0] if not others else None
        return conjunct(view, at, stop)
    if fold == "/" and at + 1 < stop and (head := office_after(view, at + 1, stop)) is not None:
        return view.heads[head][0]  # one office with two names: "Head of Mission | / | Force Commander of the Interim Force"
    if fold in {"-", "–", "—", "cum"} and (head := office_after(view, at + 1, stop)) is not None:
        return -view.heads[head][0]
    if fold == ",":
        return _joined_states(view, at, stop) or enumeration(view, at, stop)
    return None


def _past_operation(view: View, at: int, stop: int) -> int | None:
    """The end of a dash and the operation by which a force of several states is called."""
    if view.fold(at) not in _DASHES or at + 2 >= stop or view.words[at + 1] != "Operation" or not view.is_name_like(at + 2):
        return None
    return at + 3 if view.fold(at + 3) in {",", "(", "", "."} or at + 3 in view.ranks else None


_DASHES = frozenset({"-", "–", "—"})


def _part_of_body(view: View, at: int, stop: int) -> int | None:
    """The end of the part of a body that is headed, in small letters: "director of the Foreign Ministry | 's department for Asia |, N"."""
    owned = any(view.bodies[start].end == at for start in range(max(at - 8, 0), at) if start in view.bodies)
    part = next((each for each in range(at + 1, min(at + 5, stop)) if view.folds[each] in _PARTS and not view.capital[each]), None)
    if not owned or part is None or any(view.folds[each] in {",", "and", "of", "'s"} for each in range(at + 1, part)):
        return None
    return part + 1


_PARTS = frozenset({"department", "directorate", "division", "bureau", "section", "office", "unit", "branch", "desk", "service"})


def _is_acronym_of(view: View, at: int) -> bool:
    """Whether an acronym of its own stands in the brackets that end before: "Chief of Staff (COS)"."""
    return view.fold(at - 1) == "(" and view.words[at].isupper() and at not in view.countries


def _tied(view: View, at: int, stop: int) -> int | None:
    """The end of what a small word ties to the office: "Minister | of National Defence"; None where the word leads on to something else."""
    fold = view.folds[at]
    if view.capital[at] and fold in view.lex.twins and not view.headline and not view.shouting and view.is_name_like(at + 1):
        return None  # "President | To Lam"
    if fold in _SAME_CASE and view.capital[at - 1] and at + 1 < stop and not _opens_with_capital(view, at + 1):
        return None  # "updated the President | on plans to …"
    if fold == "with" and (found := view.countries.get(at + 1)) is not None and (found.kind == "demonym" or view.fold(found.end) == "'s"):
        return None  # "the meeting of the Minister | with Peruvian Minister N", "of the two ministers | with Peru's Minister N"
    if fold == "on" and (head := office_after(view, at + 1, stop)) is not None and _names_somebody(view, view.heads[head][0]):
        return None  # "a Treasury Spokesperson | on Secretary Addo’s meeting", "Call of the Minister | on Foreign Affairs Secretary Addo"
    if fold in _WHERE_OR_WHEN and _is_occasion(view, at + 1):
        return None  # "as Force Commander of the mission | on 3 May", "as commander of the task force | in a ceremony"
    if fold == "to" and _is_of_clause(view, at + 1):
        return None  # "greetings from the Minister of Defence | to minister Popa", "a call for ministers | to take part"
    return noun_phrase(view, at + 1, stop)


def _is_occasion(view: View, at: int) -> bool:
    """Whether a day or an occasion begins at `at`: "3 May", "May 3", "a ceremony"."""
    if view.fold(at) in {"a", "an"}:
        return not _CEREMONIES.isdisjoint(view.folds[at + 1 : at + 7])
    counted = at < len(view.words) and view.words[at][0].isdigit()
    month = view.words[at + counted] if at + counted < len(view.words) else ""
    return month[:1].isupper() and (month.casefold() in view.lex.calendar or (month == "May" and view.fold(at + counted + 1)[:1].isdigit()))


_WHERE_OR_WHEN = frozenset({"on", "in", "at", "from", "for"})
_CEREMONIES = frozenset({"ceremony", "meeting", "parade", "event", "reception", "briefing"})


def _names_somebody(view: View, at: int) -> bool:
    """Whether a name, a rank or a courtesy begins at the word."""
    return view.is_name_like(at) or at in view.ranks or at in view.courtesies


def _joined_states(view: View, at: int, stop: int) -> int | None:
    """The end of the states that carry on a list of such: "the ministers of Kenya | , Uganda and Rwanda |, N, M and K", "Ambassador to
    Fiji | , Tonga and Tuvalu |".
    """
    first = view.countries_ending.get(at)
    if first is None or first.kind != "country" or view.fold(first.start - 1) not in {"of", "from", "the", "to", "for", "in"}:
        return None
    while at < stop and view.folds[at] in {",", "and"}:
        closing = "and" in view.folds[at : at + 2]
        inner = at + 1 + (view.folds[at] == "," and closing)
        found = view.countries.get(inner + (view.fold(inner) == "the"))
        if found is None or found.kind != "country" or found.end > stop:
            return None
        at = found.end
        if closing:
            return at if at == len(view.words) or not (view.capital[at] or view.folds[at] in {"'s", "'"}) or at in view.ranks else None
    return None


def _is_of_clause(view: View, at: int) -> bool:
    """Whether "to" leads over to somebody else, or to a verb, and not to what an office is held for."""
    if view.fold(at) in view.lex.verbs or view.fold(at) in _INFINITIVES:
        return True
    return at in view.heads and not view.capital[at] and view.is_name_like(view.heads[at][0])


_INFINITIVES = frozenset({"participate", "attend", "sign", "become", "deliver", "strengthen", "be", "continue", "ensure", "help", "work"})


def _ends_chief(view: View, at: int) -> bool:
    """Whether a bracket or the staff of a service ends the office: "Chief of the Air Staff", but "Chief of Staff | at …" serves there."""
    return view.folds[at - 1] == ")" or (view.folds[at - 1] == "staff" and view.folds[at - 3 : at] != ["chief", "of", "staff"])


def _is_of_all(view: View, at: int) -> bool:
    """Whether a chief of staff of a whole service is told before "at" and a town: "Chief of the Army Staff (COAS) | at | Callao,"."""
    return at + 1 in view.places and {"chief", "staff"} <= set(view.folds[max(at - 9, 0) : at])


_SAME_CASE = frozenset({"on", "with", "against", "in", "from", "within", "under"})


def _opens_with_capital(view: View, at: int) -> bool:
    """Whether the word at `at` has a capital, its article and what states call each other left out: "in | the friendly Kingdom of"."""
    at += view.folds[at] in {"the", "its", "their"}
    at += view.fold(at) in BROTHERLY
    return at < len(view.words) and view.capital[at]


def bracket(view: View, at: int, stop: int) -> int | None:
    """The end of a bracket that belongs to the office: an acronym or a branch ("(Defence Production)"), no country."""
    for close in range(at + 1, min(at + 8, stop)):
        if view.words[close] == ")":
            inside = range(at + 1, close)
            if (
                not inside
                or (at + 1 in view.countries and view.countries[at + 1].end == close)
                or view.fold(at + 1) in {"ret", "retd", "rtd", "res", "retired"}
            ):
                return None
            if close == at + 2 and view.folds[at + 1] in view.lex.acting:
                return close + 1  # "Commissioner of Police (Ag), N"
            if view.capital[at + 1] and not view.plain[at + 1] and _is_title(view, at + 1, close) and _goes_on(view, close + 1):
                return close + 1  # "Minister of Defense (Menhan) N", "Commander of the Armed Forces (Panglima TNI), General N"
            fits = all(
                view.plain[each]
                or each in view.countries
                or is_abbreviation(view.words[each])
                or view.words[each] in "&,-/"
                or each in view.bodies
                for each in inside
            )
            return close + 1 if fits else None
    return None


def _is_title(view: View, start: int, close: int) -> bool:
    """Whether a bracket holds one word in capitals or with one, or such a word and the acronym of a body."""
    return close == start + 1 or (close == start + 2 and view.words[start + 1].isupper() and view.words[start + 1].isalpha())


def _goes_on(view: View, at: int) -> bool:
    """Whether a name, or what leads up to one, follows."""
    if view.fold(at) == ",":
        return at + 1 in view.ranks or at + 1 in view.courtesies or (view.is_name_like(at + 1) and view.is_name_like(at + 2))
    return view.is_name_like(at) or at in view.ranks or at in view.courtesies
