"""Where the words of an office begin and end in a sentence, and which of them its first office takes up."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.engine.rules.people.view import View

_LONGEST = 50  # words after the head


@dataclass(frozen=True, slots=True)
class Extent:
    """The words [start, end) of an office: its head is [head, head_end), and at `core_end` begin the offices that are joined to it."""

    start: int
    head: int
    head_end: int
    core_end: int
    end: int


def of(view: View, at: int, start: int, stop: int) -> Extent:
    """The extent of the office whose head stands at `at`, inside of [start, stop)."""
    head_end = view.heads[at][0]
    core_end, end = _ending(view, head_end, min(stop, head_end + _LONGEST))
    return Extent(_beginning(view, at, start), at, head_end, core_end, end)


def is_head(view: View, at: int, start: int) -> bool:
    """Whether the word is an office here and not a verb or part of something else ("heads to Seoul", "General Staff")."""
    end, head = view.heads[at]
    if head.acronym and not view.words[at].isupper():
        return False
    if view.fold(at) in {"heads", "chairs", "leads", "partners", "experts", "officers", "delegates"} and not view.capital[at]:
        return False
    if view.fold(at - 1) in {"'s", "’s"} and view.fold(at) == "head" and view.fold(end) in {"to", "for"}:
        return False
    if view.fold(at) in view.lex.modifiers and _leads_to_head(view, end):
        return False
    return not _inside_rank(view, at, end)


def _leads_to_head(view: View, at: int) -> bool:
    """Whether the words after a "Deputy", "Assistant" or "Chief" run on to the head proper: "Deputy Prime Minister"."""
    for later in range(at, min(at + 4, len(view.words))):
        if later in view.heads and not (later in view.honorifics and view.honorifics[later][1].office):
            return view.capital[later] == view.capital[at - 1]
        if (
            later in view.ranks
            or not (view.plain[later] or view.folds[later] in view.lex.modifiers)
            or view.folds[later] in view.lex.small_words
        ):
            return False
        if view.capital[later] != view.capital[at - 1] or view.folds[later] in view.lex.verbs:
            return False
    return False


def _inside_rank(view: View, at: int, end: int) -> bool:
    """Whether the word is part of a rank: "Air Chief Marshal", "Inspector" of "Inspector General"."""
    return any(
        start in view.ranks
        and view.ranks[start][0] > at
        and (start < at or view.ranks[start][0] > end)
        and not (view.ranks[start][1].office and start == at and not view.is_name_like(view.ranks[start][0]))  # "Commissioner of Police,"
        for start in range(max(0, at - 3), at + 1)
    )


def _beginning(view: View, head: int, start: int) -> int:
    """The first word of the office whose head stands at `head`: modifiers, bodies and countries before it belong to it."""
    at = head
    while at > start:
        before = at - 1
        found = view.bodies_ending.get(at) or view.countries_ending.get(at)
        if found and found.start >= start and not (found.start in view.ranks and found.end == view.ranks[found.start][0]):
            at = found.start
        elif view.folds[before] == ")" and (named := _named_with_acronym(view, before, start)) is not None:
            at = named
        elif view.folds[before] in {"'s", "'"} and (owner := _owner(view, before, start)) is not None:
            at = owner
        elif _modifies(view, before, head, start) or _is_chamber(view, before, head, start):
            at = before
        elif (
            (view.folds[before] == "&" and before - 1 >= start and _is_initials(view, before))
            or (
                view.folds[before] in {"and", "&"} and _is_domain(view, before + 1) and _is_domain(view, before - 1) and before - 1 >= start
            )
            or (
                view.folds[before] in {"of", "for", "on"}
                and view.capital[head]
                and _ends_with_noun(view, before, start)
                and before + 1 < head
            )
        ):
            at = before - 1
        else:
            break
    while at < head and (view.folds[at] in view.lex.verbs or (not view.capital[at] and view.folds[at] in {"and", "&"})):
        at += 1
    return at


def _is_initials(view: View, sign: int) -> bool:
    """Whether single capitals stand around the sign: "R&T Director"."""
    if view.folds[sign] != "&":
        return False
    return len(view.words[sign - 1]) == 1 == len(view.words[sign + 1]) and view.words[sign - 1].isupper() and view.words[sign + 1].isupper()


def _named_with_acronym(view: View, close: int, start: int) -> int | None:
    """Where a body begins whose acronym in brackets ends at `close`: "Relief Agency (RA) | Commissioner General"."""
    if close - 2 <= start or view.words[close - 2] != "(" or not is_abbreviation(view.words[close - 1]):
        return None
    named = close - 2 - (view.fold(close - 3) in {"'s", "'"})  # "Southern Command’s (SC) | director"
    body = view.bodies_ending.get(named) or view.bodies_ending.get(close + 1)
    return body.start if body is not None and body.start >= start else None


def _owner(view: View, apostrophe: int, start: int) -> int | None:
    """Where the owner before a possessive ending begins, if it is a country or body: "Fiji’s", "USEUCOM’s"."""
    if apostrophe <= start:
        return None
    found = view.bodies_ending.get(apostrophe) or view.countries_ending.get(apostrophe)
    if found:
        return found.start if found.start >= start else None
    word = view.words[apostrophe - 1]
    return apostrophe - 1 if len(word) > 1 and word.isupper() and not view.shouting else None


def _modifies(view: View, at: int, head: int, start: int) -> bool:
    fold = view.folds[at]
    if fold in view.lex.verbs or fold in view.lex.calendar or at in view.courtesies:
        return False
    if _in_rank(view, at, head):
        return False
    if at in view.heads and at + 1 == head and not view.capital[at] and fold not in view.lex.modifiers:
        return False
    if len(fold) == 1 and at > start + 1 and _is_initials(view, at - 1):
        return True
    if view.capital[at]:
        if at == start and fold.endswith("ing") and fold not in view.lex.modifiers:
            return False  # "Welcoming Defence Minister"
        if at == start and fold in {
            "the",
            "a",
            "an",
            "on",
            "in",
            "at",
            "for",
            "and",
            "his",
            "her",
            "their",
            "our",
            "its",
            "with",
            "to",
            "of",
            "from",
        }:
            return False
        return view.plain[at] or fold in view.lex.modifiers or view.is_acronym(at) or _is_short_capitals(view, at)
    if fold in view.lex.modifiers:
        return True
    return not view.capital[head] and view.plain[at] and _is_noun_like(view, at)


def _is_short_capitals(view: View, at: int) -> bool:
    """Whether the word is an acronym that might be read as a word: "SANDF Chief"."""
    return view.words[at].isupper() and 2 <= len(view.words[at]) <= 6 and not view.shouting


def _is_chamber(view: View, at: int, head: int, start: int) -> bool:
    """Whether one foreign word before the head names a chamber or party: ", Politburo member", "the Knesset Speaker"."""
    return (
        at + 1 == head
        and at > start
        and view.is_name_like(at)
        and view.folds[at - 1] in {",", "the"}
        and view.folds[head] in _CHAMBER_HEADS
    )


_CHAMBER_HEADS = frozenset({"member", "speaker", "deputy", "chairman", "chairwoman"})


def _in_rank(view: View, at: int, head: int) -> bool:
    """Whether the word ends a rank that stands by itself before the office ("Brigadier General Deputy Commander")."""
    for start in range(max(0, at - 3), at + 1):
        if start in view.ranks and view.ranks[start][0] == at + 1:
            return (not (at + 1 in view.nouns and view.ranks[start][1].weak) and view.folds[at] not in {"general", "major"}) or start < at
    return False


def _is_noun_like(view: View, at: int) -> bool:
    """Whether a word in small letters may be part of an office ("bilateral affairs officer", "plans directorate")."""
    fold = view.folds[at]
    return (
        fold[0].isalpha()
        and fold not in view.lex.small_words
        and fold not in view.lex.verbs
        and not fold.endswith(("ed", "ly"))
        and (view.plain[at] or at in view.nouns)
    )


def _is_domain(view: View, at: int) -> bool:
    """A capitalised English word that names a field of work ("Security and Intelligence Advisor")."""
    return (
        0 <= at < len(view.words)
        and view.capital[at]
        and view.plain[at]
        and at not in view.heads
        and at not in view.countries
        and view.folds[at] not in view.lex.verbs
        and view.folds[at] not in view.lex.calendar
    )


def _ends_with_noun(view: View, at: int, start: int) -> bool:
    """Whether a capitalised noun of a body stands right before ("Office of …")."""
    return at - 1 >= start and view.capital[at - 1] and view.nouns.get(at - 1) == at


def _ending(view: View, at: int, stop: int) -> tuple[int, int]:
    """The end of the first office that begins before `at`, and of all joined to it ("Minister of Defence and Deputy Prime Minister")."""
    core: int | None = None
    at = field(view, at, stop)
    while at < stop:
        step = _step(view, at, stop)
        if step is None:
            break
        if step < 0:  # a second office
            core = core or at
            step = -step
        at = step
    return core or at, at


def field(view: View, at: int, stop: int) -> int:
    """The end of a field that follows its head without "of": "Director External Affairs", "Chairman Joint Chiefs of Staff Committee"."""
    begin = at
    if at in view.countries and (named := view.countries[at].end) < stop and _is_domain(view, named) and not view.headline:
        at = named  # "Commander | US Pacific Fleet"
    while at < stop and at < begin + 5 and view.capital[at] and not view.headline and (_is_domain(view, at) or at in view.nouns):
        if at in view.ranks or at in view.honorifics or _is_service_before_rank(view, at):
            break
        at = min(max(view.nouns.get(at, at), at + 1), stop)
    if begin in view.countries and view.countries[begin].end == at:
        return begin
    return at


def _is_service_before_rank(view: View, at: int) -> bool:
    """Whether a service begins here that goes with a rank: "Press Secretary | Air Force Maj. Gen. N"."""
    return any(end in view.ranks and " ".join(view.folds[at:end]) in view.lex.service_names for end in range(at + 1, at + 4))


def _step(view: View, at: int, stop: int) -> int | None:
    """The end of the next piece of an office; negative if the piece is an office of its own."""
    fold = view.folds[at]
    if fold in {"a.i", "a.i."}:
        return at + 1
    if fold in view.lex.links:
        if fold in _SAME_CASE and view.capital[at - 1] and at + 1 < stop and not _opens_with_capital(view, at + 1):
            return None  # "updated the President | on plans to …"
        return _noun_phrase(view, at + 1, stop)
    if fold == "(":
        return _bracket(view, at, stop)
    if fold == "general" and view.capital[at] and at not in view.heads:
        return None
    if fold in {"and", "&"}:
        if (head := _office_after(view, at + 1, stop)) is not None:
            return -view.heads[head][0]
        return _conjunct(view, at, stop)
    if fold in {"-", "–", "—", "/", "cum"} and (head := _office_after(view, at + 1, stop)) is not None:
        return -view.heads[head][0]
    if fold == ",":
        return _enumeration(view, at, stop)
    return None


_SAME_CASE = frozenset({"on", "with", "against", "in", "from", "within"})


def _opens_with_capital(view: View, at: int) -> bool:
    """Whether the word at `at`, its article left out, has a capital."""
    return view.capital[at] or (view.folds[at] in {"the", "its", "their"} and at + 1 < len(view.words) and view.capital[at + 1])


def _office_after(view: View, at: int, stop: int) -> int | None:
    """The head of an office that begins at `at` without an article ("and Deputy Prime Minister")."""
    first = at
    while at < min(stop, first + 8):
        if view.folds[at] in {"and", "&"} and at > first and _is_domain(view, at - 1) and at + 1 < stop and _is_domain(view, at + 1):
            at += 1
            continue
        if at in view.heads and not (view.folds[at] in view.lex.modifiers and _leads_to_head(view, view.heads[at][0])):
            if view.capital[at] != view.capital[first] and not view.capital[first]:
                return None
            return at
        if at in view.bodies and view.bodies[at].end < stop and first == at:
            return None
        if not ((view.plain[at] and view.capital[at]) or view.folds[at] in view.lex.modifiers):
            return None
        if view.folds[at] in view.lex.verbs or at in view.ranks:
            return None
        at += 1
    return None


def _noun_phrase(view: View, at: int, stop: int) -> int | None:
    """The end of a noun phrase of an office that begins at `at` ("the Armed Forces", "plans and policy"), else None."""
    begin = at
    if view.fold(at) in {"the", "a", "an", "his", "her", "its", "their", "our"}:
        at += 1
    first = at
    owner = view.countries.get(at)
    if owner is not None and owner.end in view.heads and _leads_to_name(view, owner.end, stop, past_courtesy=True):
        return None  # "Security Advisor to | Bangladesh Prime Minister Sheikh Hasina"
    small = False
    while at < stop:
        if (at in view.bodies and not view.is_name_like(view.bodies[at].end - 1)) or (at in view.bodies and at == first):
            at = view.bodies[at].end
        elif at in view.countries:
            at = view.countries[at].end
        elif at in view.places and at == first:
            at = view.places[at].end
        elif view.folds[at] in {"'s", "'"} and at > first and at + 1 < stop and view.capital[at + 1]:
            at += 1
        elif at > first and view.folds[at] in view.lex.particles and _all_of_body(view, at, stop):
            at += 1  # "the Amal bint Salem | Military School"
        elif view.is_ship(at) and at + 1 < stop and view.capital[at + 1]:
            at += 2  # "commanding officer of | USS Fitzroy"
        elif at == begin and at in view.heads and _leads_to_name(view, at, stop):
            break  # "the administration of | President Bolsonaro"
        elif view.capital[at]:
            if small or not _continues(view, at, first, stop):
                break
            at += 1
        elif (view.words[at][0].isdigit() and at + 1 < stop and (view.capital[at + 1] or at > first)) or (
            at > first and view.folds[at] in {"affairs", "matters", "issues"} and view.plain[at - 1]
        ):
            at += 1
        elif at > first and not small and at in view.nouns and view.capital[at - 1] and view.nouns[at] == at + 1:
            at += 1  # "chief of the Sea Patrol | division"
        elif (at == first or small or _behind_people(view, at, first)) and _is_noun_like(view, at):
            small = True
            at += 1
        else:
            break
    return at if at > first or (at > begin and at > first) else None


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
    if fold in view.lex.verbs or fold in view.lex.calendar or (at > first and _is_service_before_rank(view, at)):
        return False
    office = at == first and at in view.heads and view.fold(at - 1) == "the"  # "Deputy to the | Commander"
    if at in view.ranks and not office and not _is_part(view, at, stop):
        return False
    if at in view.honorifics and (view.honorifics[at][1].office or not view.plain[at]):
        return at == first and view.plain[at]
    if at in view.heads:
        return True
    if view.plain[at] or view.is_acronym(at) or fold in view.lex.modifiers or at in view.nouns:
        return True
    if _all_of_body(view, at, stop):
        return True  # "Kosciuszko Infantry Division"
    return at == first  # a place that no gazetteer knows: "Governor of Songkhla, …"


def _all_of_body(view: View, at: int, stop: int) -> bool:
    """Whether capitals and particles run on from `at` to the noun of a body."""
    return any(later in view.nouns and view.capital[later] for later in range(at + 1, min(at + 6, stop)) if _all_capital(view, at, later))


def _all_capital(view: View, start: int, end: int) -> bool:
    return all(view.capital[at] or view.folds[at] in view.lex.particles for at in range(start, end))


def _is_part(view: View, at: int, stop: int) -> bool:
    """Whether a word of rank is part of a body here ("General Staff", "Major Projects", "Army General Staff")."""
    end, rank = view.ranks[at]
    if rank.abbreviated or end >= stop:
        return False
    return (view.capital[end] and view.plain[end] and end not in view.heads and end not in view.honorifics and end not in view.ranks) or (
        end in view.nouns and view.capital[end]
    )


def _bracket(view: View, at: int, stop: int) -> int | None:
    """The end of a bracket that belongs to the office: an acronym or a branch ("(Defence Production)"), no country."""
    for close in range(at + 1, min(at + 8, stop)):
        if view.words[close] == ")":
            inside = range(at + 1, close)
            if (
                not inside
                or (at + 1 in view.countries and view.countries[at + 1].end == close)
                or view.fold(at + 1) in {"ret", "retd", "rtd", "res", "retired", "acting"}
            ):
                return None
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


def is_abbreviation(word: str) -> bool:
    """Whether a word holds two capitals or more: "IMoD"."""
    return sum(sign.isupper() for sign in word) > 1


def _conjunct(view: View, at: int, stop: int) -> int | None:
    """The end of "and …" that carries a list of fields on: "Security and Citizen Protection"."""
    after = at + 1
    if after >= stop:
        return None
    if (
        view.capital[at - 1] != view.capital[after]
        or not (view.plain[after] or after in view.countries)
        or (not view.plain[at - 1] and at - 1 not in view.countries)
    ):
        return None
    if (
        after in view.bodies
        or (after in view.ranks and not _is_part(view, after, stop))
        or view.fold(after) in {"the", "his", "her", "their"}
    ):
        return None
    return _noun_phrase(view, after, stop)


def _enumeration(view: View, at: int, stop: int) -> int | None:
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
        or not view.plain[after]
        or view.capital[after] != view.capital[first - 1]
        or view.folds[after] in view.lex.small_words
    ):
        return None
    if after in view.bodies or (_office_after(view, after, stop) is not None and view.capital[after]):
        return None
    return _noun_phrase(view, after, stop)


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
