"""Offices in a sentence: where the words of an office begin and end, and what of them is position, organization and country."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.engine.rules.people.view import Found, View


@dataclass(frozen=True, slots=True)
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


def find(view: View, start: int, stop: int) -> list[Office]:
    """The offices of the sentence [start, stop), from left to right, none inside another."""
    found: list[Office] = []
    reached = start
    for at in range(start, stop):
        if at < reached or at not in view.heads or not _is_head(view, at, start):
            continue
        office = _read(view, at, max(reached, start), stop)
        if office is None:
            continue
        found.append(office)
        reached = office.end
    return found


# ---- extent ----

_COUNTERPARTS = frozenset({"counterpart", "counterparts", "opposite", "colleague", "colleagues"})
_LONGEST = 50  # words after the head


def _is_head(view: View, at: int, start: int) -> bool:
    """Whether the word is an office here and not a verb or part of something else ("heads to Seoul", "General Staff")."""
    end, head = view.heads[at]
    if head.acronym and not view.words[at].isupper():
        return False
    if view.fold(at) in {"heads", "chairs", "leads", "partners", "experts", "members", "officers", "delegates"} and not view.capital[at]:
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
        start in view.ranks and view.ranks[start][0] > at and (start < at or view.ranks[start][0] > end)
        for start in range(max(0, at - 3), at + 1)
    )


def _read(view: View, at: int, start: int, stop: int) -> Office | None:
    head_end, head = view.heads[at]
    stop = min(stop, head_end + _LONGEST)
    begin = _beginning(view, at, start)
    core_end, end = _ending(view, head_end, stop)
    counterpart = view.fold(at) in _COUNTERPARTS
    office = Office(begin, end, at, plural=head.plural, weak=head.weak, counterpart=counterpart)
    return _parted(view, office, head_end, core_end)


def _beginning(view: View, head: int, start: int) -> int:
    """The first word of the office whose head stands at `head`: modifiers, bodies and countries before it belong to it."""
    at = head
    while at > start:
        before = at - 1
        found = view.bodies_ending.get(at) or view.countries_ending.get(at)
        if found and found.start >= start and not (found.start in view.ranks and found.end == view.ranks[found.start][0]):
            at = found.start
        elif view.folds[before] in {"'s", "'"} and (owner := _owner(view, before, start)) is not None:
            at = owner
        elif _modifies(view, before, head, start) or _is_chamber(view, before, head, start):
            at = before
        elif (
            view.folds[before] in {"and", "&"} and _is_domain(view, before + 1) and _is_domain(view, before - 1) and before - 1 >= start
        ) or (
            view.folds[before] in {"of", "for", "on"} and view.capital[head] and _ends_with_noun(view, before, start) and before + 1 < head
        ):
            at = before - 1
        else:
            break
    while at < head and (view.folds[at] in view.lex.verbs or (not view.capital[at] and view.folds[at] in {"and", "&"})):
        at += 1
    return at


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
        return view.plain[at] or fold in view.lex.modifiers or view.is_acronym(at)
    if fold in view.lex.modifiers:
        return True
    return not view.capital[head] and view.plain[at] and _is_noun_like(view, at)


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
    at = _field(view, at, stop)
    while at < stop:
        step = _step(view, at, stop)
        if step is None:
            break
        if step < 0:  # a second office
            core = core or at
            step = -step
        at = step
    return core or at, at


def _field(view: View, at: int, stop: int) -> int:
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


def _office_after(view: View, at: int, stop: int) -> int | None:
    """The head of an office that begins at `at` without an article ("and Deputy Prime Minister")."""
    first = at
    while at < min(stop, first + 8):
        if view.folds[at] in {"and", "&"} and at > first and _is_domain(view, at - 1) and at + 1 < stop and _is_domain(view, at + 1):
            at += 1
            continue
        if at in view.heads:
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
        elif view.capital[at]:
            if small or not _continues(view, at, first, stop):
                break
            at += 1
        elif (view.words[at][0].isdigit() and at + 1 < stop and (view.capital[at + 1] or at > first)) or (
            at > first and view.folds[at] in {"affairs", "matters", "issues"} and view.plain[at - 1]
        ):
            at += 1
        elif (at == first or small) and _is_noun_like(view, at):
            small = True
            at += 1
        else:
            break
    return at if at > first or (at > begin and at > first) else None


def _continues(view: View, at: int, first: int, stop: int) -> bool:
    """Whether a capitalised word carries a noun phrase on, and does not begin a name or a rank."""
    fold = view.folds[at]
    if fold in view.lex.verbs or fold in view.lex.calendar or (at > first and _is_service_before_rank(view, at)):
        return False
    if at in view.ranks and not _is_part(view, at, stop):
        return False
    if at in view.honorifics and (view.honorifics[at][1].office or not view.plain[at]):
        return at == first and view.plain[at]
    if at in view.heads:
        return True
    if view.plain[at] or view.is_acronym(at) or fold in view.lex.modifiers or at in view.nouns:
        return True
    if any(later in view.nouns and view.capital[later] for later in range(at + 1, min(at + 4, stop)) if _all_capital(view, at, later)):
        return True  # "Kosciuszko Infantry Division"
    return at == first  # a place that no gazetteer knows: "Governor of Songkhla, …"


def _all_capital(view: View, start: int, end: int) -> bool:
    return all(view.capital[at] for at in range(start, end))


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
            if not inside or at + 1 in view.countries or view.fold(at + 1) in {"ret", "retd", "rtd", "res", "retired", "acting"}:
                return None
            fits = all(
                view.plain[each] or _is_abbreviation(view.words[each]) or view.words[each] in "&,-/" or each in view.bodies
                for each in inside
            )
            return close + 1 if fits else None
    return None


def _is_abbreviation(word: str) -> bool:
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
    if (after in view.ranks and not _is_part(view, after, stop)) or view.fold(after) in {"the", "his", "her", "their"}:
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
    if _office_after(view, after, stop) is not None and view.capital[after]:
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


# ---- position, organization, country ----


def _parted(view: View, office: Office, head_end: int, core_end: int) -> Office:
    """The office with position, organization and country read from its words."""
    start, office = _front(view, office)
    field_end = _field(view, head_end, core_end)
    position_end, pieces, office = _back(view, office, field_end, core_end)
    if (
        field_end - head_end > 1
        and office.organization is None
        and any(view.nouns.get(at) == field_end for at in range(head_end, field_end))
    ):
        country = office.country or _country_in(view, head_end, field_end)
        office = replace(office, organization=view.text(head_end, field_end), country=country)  # "Chairman Joint Chiefs of Staff Committee"
        position_end = head_end
    words = [_without_acronym(view, start, position_end), *pieces]
    position = " ".join(word for word in words if word).strip(" ,-–")
    if office.former and position.lower().startswith(("then-", "ex-")):
        position = position.partition("-")[2]
    if office.country is None:
        office = replace(office, country=_country_of_joined(view, core_end, office.end))
    if view.heads[office.head][1].minor and core_end < office.end:
        second = _second(view, office, core_end)
        if second is not office and not second.weak:
            return second  # "Politburo member and Minister of National Defence"
    lower = position.lower()
    for grade in view.lex.grades:
        if lower.startswith(grade) and core_end < office.end:
            return _second(view, office, core_end)
    if office.plural:
        position = _singular(position, view.text(office.head, head_end))
    courtesy = (
        office.head in view.honorifics
        and view.honorifics[office.head][1].office
        and start == office.head
        and position_end == head_end
        and not pieces
    )
    return replace(office, position=position, whole=_without_acronym(view, start, core_end), courtesy=courtesy)


def _country_of_joined(view: View, start: int, end: int) -> str | None:
    """The country at the end of the offices that are joined to the first: "Deputy Prime Minister and Minister for Defence of Australia"."""
    for at in range(start, end):
        inner = at + 1 + (view.fold(at + 1) == "the")
        found = view.countries.get(inner)
        if view.folds[at] == "of" and found is not None and found.end <= end and _stands_alone(view, found, end):
            return found.value
    return None


def _without_acronym(view: View, start: int, end: int) -> str:
    """The words without acronyms in brackets: "National Security Adviser ( NSA )"."""
    kept = []
    at = begin = start
    while at < end:
        if (view.words[at] == "(" and at + 2 < end and view.words[at + 2] == ")" and view.words[at + 1].isupper()) or (
            view.words[at] == "(" and at + 2 == end - 1 and view.is_acronym(at + 1)
        ):
            kept.append(view.text(begin, at))
            at = begin = at + 3
        else:
            at += 1
    return " ".join(part for part in [*kept, view.text(begin, end)] if part)


def _second(view: View, office: Office, core_end: int) -> Office:
    """The office after a bare grade: "Assistant to the President and Director of …"."""
    for at in range(core_end, office.end):
        if at in view.heads and _is_head(view, at, core_end):
            later = _read(view, at, core_end + 1, office.end)
            if later:
                return replace(
                    later,
                    start=office.start,
                    country=later.country or office.country,
                    organization=later.organization or office.organization,
                )
    return office


def _front(view: View, office: Office) -> tuple[int, Office]:
    """The first word of the position, and the office with what stands before it: country, owner, organization, "acting", "former"."""
    at, office = office.start, office
    while at < office.head:
        fold = view.folds[at]
        body, country = view.bodies.get(at), view.countries.get(at)
        if body and body.end <= office.head and not _keeps(view, body, office):
            office = replace(
                office, organization=office.organization or body.value, country=office.country or _country_in(view, body.start, body.end)
            )
            at = body.end
        elif country and country.end <= office.head:
            office = replace(office, country=office.country or country.value)
            at = country.end
        elif fold in {"'s", "'", "the"}:
            at += 1
        elif fold in view.lex.transient or fold in view.lex.former:
            office = replace(office, former=office.former or fold in view.lex.former - {"late", "outgoing"})
            at += 1
        elif (
            _is_abbreviation(view.words[at])
            and view.words[at].isupper()
            and len(view.words[at]) > 2
            and not view.shouting
            and at not in view.heads
        ):
            office = replace(office, organization=office.organization or view.words[at])
            at += 1
        elif (end := _own_body(view, at, office.head)) is not None:
            office = replace(
                office, organization=office.organization or view.text(at, end), country=office.country or _country_in(view, at, end)
            )
            at = end
        else:
            break
    inside = next((view.countries[each].value for each in range(at, office.head) if each in view.countries), None)
    office = replace(office, country=office.country or inside)
    acting = any(
        view.folds[each] in view.lex.acting for each in range(office.start, office.end) if each < office.head or "." in view.folds[each]
    )
    former = office.former or (view.folds[at].partition("-")[0] in {"then", "ex"} and "-" in view.folds[at])
    return at, replace(office, acting=acting, former=former)


def _keeps(view: View, body: Found, office: Office) -> bool:
    """Whether a body before the head is too much part of the title to be cut off: "Army Chief", "General Staff Chief"."""
    if view.fold(body.end) in {"'s", "'"}:
        return False
    words = " ".join(view.folds[body.start : body.end])
    return body.end == office.head and words in view.lex.service_names | {"cabinet", "treasury"}


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
    found = view.country_within(start, end)
    return found.value if found is not None else None


_OFFICE_LINKS = frozenset({"of", "at", "in", "for", "with", "from", "within"})


def _back(view: View, office: Office, at: int, core_end: int) -> tuple[int, list[str], Office]:
    """Where the position ends after its head, further pieces of it, and the office with the organization and country that follow."""
    end, pieces = core_end, []
    cut = False
    while at < core_end:
        fold = view.folds[at]
        if fold not in _OFFICE_LINKS:
            at += 1
            continue
        after = at + 1
        article = view.folds[after] in {"the", "its", "their", "his", "her", "our"} if after < core_end else False
        inner = after + article
        country = view.countries.get(inner)
        if fold == "of" and inner in view.places and view.folds[at - 1] in {"mayor", "governor"}:
            office = replace(office, country=office.country or view.places[inner].value)
        if country and fold in {"of", "from"} and country.end <= core_end and _stands_alone(view, country, core_end):
            office = replace(office, country=office.country or country.value)
            end = min(end, at) if not cut else end
            cut = True
            rest = country.end
            if rest < core_end:
                pieces.append(view.text(rest, core_end).lstrip(", "))
            return end, pieces, office
        body_end = _body_at(view, inner, core_end, fold)
        if body_end is not None and not _is_title(view, office.head, at, inner, core_end, article):
            organization = _body_name(view, inner, core_end)
            office = replace(office, organization=organization, country=office.country or _country_in(view, inner, core_end))
            return min(end, at), [], office
        at += 1
    return end, pieces, office


def _stands_alone(view: View, country: Found, core_end: int) -> bool:
    """Whether a country is all that the link leads to: "of Finland", not "of Ukraine’s Armed Forces"."""
    if country.kind == "demonym":
        return False
    return country.end >= core_end or not (view.capital[country.end] or view.folds[country.end] in {"'s", "'"})


def _body_at(view: View, at: int, stop: int, link: str) -> int | None:
    """The end of the body that begins at `at`, known or shown by its noun; None if what follows is a field of work."""
    if at in view.bodies and view.bodies[at].end <= stop:
        return view.bodies[at].end
    if at in view.countries and view.countries[at].end < stop:
        after = view.countries[at].end
        return _body_at(view, after + (view.fold(after) in {"'s", "'"}), stop, link)
    for each in range(at, stop):
        if view.folds[each] in {",", "and", "&", "to", "at"} and each > at and link == "for":
            return None
        if each in view.nouns and view.nouns[each] <= stop and view.capital[each] and view.capital[at]:
            return view.nouns[each]
        if not (view.capital[each] or view.plain[each] or view.words[each][0].isdigit()):
            return None
    return None


def _body_name(view: View, start: int, end: int) -> str:
    """The organization that the words name: as the organizations call it if they know exactly these words, else the words themselves."""
    body = view.bodies.get(start)
    stop = end
    for at in range(start, end):
        if view.words[at] == "(":
            stop = at
            break
    if body and (body.end >= stop or stop - body.end <= 0):
        return body.value
    while view.folds[start] in {"the"}:
        start += 1
    return view.text(start, stop).rstrip(" ,")


def _is_title(view: View, head: int, link: int, inner: int, core_end: int, article: bool) -> bool:
    """Whether "of …" is part of the title itself: "Chief of Defence Staff", "Chief of the Army Staff", "Minister of the Navy"."""
    words = view.folds[inner:core_end]
    if view.folds[link] not in {"of", "for"} or not words:
        return False
    first_head = view.folds[link - 1]
    strong = any(word in view.lex.strong_bodies for word in words)
    if first_head in {"minister", "secretary", "ministers", "mantri"} and not strong:
        return True
    if view.folds[link] != "of" or strong:
        return False
    if "of" not in words and " ".join(words) in view.lex.service_names and inner not in view.bodies:
        return True
    if "of" in words or any(each in view.countries for each in range(inner, core_end)):
        return False
    if words[-1] in {"staff", "staffs"} and len(words) <= 3 and first_head in {"chief", "chiefs", "commander"}:
        return set(words[:-1]) <= {
            "defence",
            "defense",
            "general",
            "army",
            "air",
            "naval",
            "navy",
            "joint",
            "force",
            "armed",
            "forces",
            "national",
            "main",
        }
    return (
        not article and inner not in view.bodies and all(view.plain[each] or view.words[each] in "()&" for each in range(inner, core_end))
    )


def _singular(position: str, head: str) -> str:
    """The position as one person holds it: "Executive Vice Presidents" → "Executive Vice President"."""
    for plural, single in (("ies", "y"), ("men", "man"), ("s", "")):
        for word in head.split():
            if word.endswith(plural):
                return position.replace(word, word[: -len(plural)] + single, 1)
    return position
