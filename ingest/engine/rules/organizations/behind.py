"""Where the name of a body ends: complements, lists, regions, numbers and firm names behind its head."""

from __future__ import annotations

from ingest.engine.rules.organizations import initials, phrases
from ingest.engine.rules.organizations.words import (
    ACRONYM,
    FIRMS,
    ORDINAL,
    REGIONS,
    Head,
    Words,
    facts,
    head_at,
    is_plain,
    is_thing,
    stops,
)
from ingest.engine.rules.people.lexicon import lexicon as people_words


def last_word(words: Words, head: Head) -> int:
    """Where the name ends: after up to five complements ("of …", "for …"), or a name in quotation marks behind a unit."""
    last = head.last
    for _ in range(5):
        if last > head.last and _owner_follows(words, head, last):
            break
        further = (_owned_body(words, head, last) if words.lower[head.last] != "party" else None) or _complement(words, head, last)
        if further == last:
            break
        last = further
    last = _of_table(words, head, last)
    if last == head.last and head.family in ("force", "unit", "weak"):
        last = _behind_force(words, head)
    if head.family == "company":
        return _behind_company(words, last)
    if (
        last == head.last
        and words.lower[last] in _SCHOOLS
        and not words.is_headline
        and words.joined(last + 1)
        and (_is_city(words, last + 1) or _is_seat(words, last + 1) or _is_state_behind(words, head, last))
    ):
        return last if is_thing(words, last) else words.beginning.get(last + 1, (last + 1,))[0]  # "Royal Military Academy Sandhurst"
    if (
        last == head.last
        and words.lower[last] in _JOINT
        and _is_joint(words, head.first)
        and words.joined(last + 1)
        and _is_city(words, last + 1)
    ):
        return words.beginning[last + 1][0]  # "Joint Force Command Naples", "NATO Headquarters Sarajevo"
    if last == head.last and words.lower[head.first] in ("embassy", "consulate") and words.joined(last + 1):
        return _accredited(words, head, last)
    return _of_arm(words, _of_larger_unit(words, head, _behind_unit(words, _stationed_in(words, last))))


def _owner_follows(words: Words, head: Head, last: int) -> bool:
    """Whether a ministry follows whose part was told with its subject: "Department of Ports | of the Ministry"."""
    if words.lower[head.last] not in _PARTS_OF or words.lower[last + 1 : last + 2] != ["of"]:
        return False
    at = last + 2 + (words.lower[last + 2 : last + 3] == ["the"])
    owner = head_at(words, at) if at < len(words.tokens) else None
    return owner is not None and words.lower[owner.first] == "ministry"


_PARTS_OF = frozenset({"department", "directorate", "division", "bureau", "section"})


def _of_table(words: Words, head: Head, last: int) -> int:
    """The last word without what stands between a department of the tables and an office: "Department of State | Lakes | Envoy"."""
    end, term = words.beginning.get(head.first, (last, None))
    if term is None or term.kind != "statebody" or end >= last or words.lower[end + 1] in (",", "and", "&"):
        return last
    return last if any(head_at(words, at) for at in range(end + 1, last + 1)) else end


def _of_arm(words: Words, last: int) -> int:
    """The last word of "2nd Special Forces Group (Airborne)": the arm of a unit in brackets belongs to its name."""
    if words.lower[last] not in _WITH_ARM or words.lower[last + 1 : last + 2] != ["("] or words.lower[last + 3 : last + 4] != [")"]:
        return last
    return last + 3 if words.lower[last + 2] in _ARMS else last


_WITH_ARM = frozenset({"group", "division", "brigade", "regiment", "battalion", "team", "squadron", "command"})
_ARMS = frozenset(
    {"airborne", "mechanized", "mechanised", "motorized", "motorised", "armored", "armoured", "mountain", "light", "heavy", "infantry"}
    | {"parachute", "commando", "reserve", "assault", "amphibious", "cavalry"}
)


def _accredited(words: Words, head: Head, last: int) -> int:
    """The last word of "U.S. Embassy Nairobi", "U.S. Embassy Chad and Niger": the city or states of an embassy."""
    if _is_city(words, last + 1):
        return words.beginning[last + 1][0]
    sent = head.first > 0 and words.is_place(head.first - 1)
    while sent and words.joined(last + 1) and last + 1 in words.beginning and words.beginning[last + 1][1].kind == "country":
        last = words.beginning[last + 1][0]
        further = last + 2 in words.beginning and words.lower[last + 1] == "and" and words.beginning[last + 2][1].kind == "country"
        if not further or words.lower[words.beginning[last + 2][0] + 1 : words.beginning[last + 2][0] + 2] == ["'s"]:
            break
        last = words.beginning[last + 2][0]
    return last


def _owned_body(words: Words, head: Head, last: int) -> int | None:
    """The last word of a body that a state owns inside the name: "General Staff of Moldova’s | National Army"."""
    owner = words.ending.get(last) if last > head.last else None
    if owner is None or owner[1].kind != "country" or words.lower[last + 1 : last + 2] != ["'s"] or not words.is_capital(last + 2):
        return None
    end = phrases.phrase(words, last + 2)
    return end if end is not None and any(head_at(words, at) for at in range(last + 2, end + 1)) else None


_JOINT = frozenset({"command", "headquarters", "corps", "center", "centre", "school"})


def _is_joint(words: Words, first: int) -> bool:
    """Whether the words before a head tell that several states command: such bodies are told apart by their seats."""
    return any(words.lower[at] in _OF_SEVERAL for at in range(max(first - 4, 0), first + 1) if words.is_capital(at))


_OF_SEVERAL = frozenset({"joint", "allied", "nato", "multinational", "combined", "eu", "eufor", "kfor"})


def _stationed_in(words: Words, last: int) -> int:
    """The last word of "Office of Security Cooperation - Iraq (OSC-I)": a state behind a dash, which an acronym follows."""
    at = last + 2
    if words.lower[last + 1 : last + 2] not in (["-"], ["–"]) or at not in words.beginning or words.beginning[at][1].kind != "country":
        return last
    end = words.beginning[at][0]
    return end if words.lower[end + 1 : end + 2] == ["("] and words.lower[end + 3 : end + 4] == [")"] else last


def _of_larger_unit(words: Words, head: Head, last: int) -> int:
    """The last word of "6th Battalion, Borneo Infantry Regiment": a numbered unit and the one that it belongs to.

    That one stands behind a comma, or right behind where a state opens its name: "3rd Battalion Borneo Infantry Regiment".
    """
    before = words.tokens[head.first - 1].text if head.first else ""
    if last != head.last or words.lower[last] not in _PARTS or not (ORDINAL.match(before) or before in _SPELLED):
        return last
    if words.lower[last + 1 : last + 2] != [","] and not (words.joined(last + 1) and words.is_place(last + 1)):
        return last
    at = last + 1 + (words.lower[last + 1] == ",")
    while at - last < 7 and words.joined(at) and (words.is_capital(at) or ORDINAL.match(words.tokens[at].text)) and not stops(words, at):
        if words.lower[at] in _WHOLES:
            return at
        at += 1
    return last


_SPELLED = frozenset({"First", "Second", "Third", "Fourth", "Fifth", "Sixth"})
_PARTS = frozenset({"battalion", "squadron", "brigade", "company", "regiment"})
_WHOLES = frozenset({"regiment", "brigade", "division", "corps", "wing", "group"})


def _is_seat(words: Words, number: int) -> bool:
    """Whether the word may name a place: a plain word that begins no office, as in "Academy | Senior Under Officer"."""
    if words.lower[number] in people_words().plain:
        return False  # "Staff College | Delegates"
    return is_plain(words, number) and not (words.joined(number + 1) and words.is_capital(number + 1))


def _is_state_behind(words: Words, head: Head, last: int) -> bool:
    """Whether a state closes the name: "Staff College | Peru", and not "Staff College | Peru Army"."""
    end, term = words.beginning.get(last + 1, (last, None))
    if term is None or term.kind != "country" or _says_state(words, head.first, term.value):
        return False
    return not (words.joined(end + 1) and words.is_capital(end + 1)) and words.lower[end + 1 : end + 2] != ["'s"]


def _is_city(words: Words, number: int) -> bool:
    return number in words.beginning and words.beginning[number][1].kind == "city"


_SCHOOLS = frozenset({"academy", "college", "school"})


def _behind_force(words: Words, head: Head) -> int:
    """ "U.S. Forces Japan", "Division North", "Army Europe and Africa", "Task Force 76": the state, region or number behind a unit."""
    last = head.last
    if words.joined(last + 1) and last + 1 in words.beginning and words.lower[last] in _STATIONED:
        end, term = words.beginning[last + 1]
        return end if term.kind == "country" and not _says_state(words, head.first, term.value) else last
    while words.joined(last + 1) and words.lower[last + 1] in REGIONS and words.is_capital(last + 1):
        last += 1
        if words.lower[last + 1 : last + 2] == ["and"] and words.lower[last + 2 : last + 3] and words.lower[last + 2] in REGIONS:
            last += 2
    if last > head.last and words.joined(last + 1) and words.tokens[last + 1].text == "Area":
        return last + 1  # "Coast Guard Pacific Area"
    if _is_called(words, head, last):
        return last + 1
    before = words.tokens[head.first - 1].text if head.first else ""
    is_seated = words.lower[last] in _SEATED_UNITS and before.isdigit() and words.joined(last + 1)
    if is_seated and (_is_city(words, last + 1) or is_plain(words, last + 1)):
        return words.beginning[last + 1][0] if last + 1 in words.beginning else last + 1  # "19 Wing Comox"
    number = words.tokens[last + 1].text if words.joined(last + 1) else ""
    numbered = (number.isdigit() and len(number) < 4) or number.title() in _COUNTED  # "Maritime Group 2", "Carrier Strike Group One"
    if not numbered or words.lower[last] not in _NUMBERED:
        return last
    return last + 2 if words.joined(last + 2) and words.tokens[last + 2].text == "Command" else last + 1  # "Naval Region 3 Command"


def _is_called(words: Words, head: Head, last: int) -> bool:
    """ "Joint Task Force | Bravo": one more word names a task force of several services."""
    if words.lower[head.first : last + 1] != ["task", "force"] or not head.first or words.lower[head.first - 1] != "joint":
        return False
    return words.joined(last + 1) and is_plain(words, last + 1) and not (words.joined(last + 2) and words.is_capital(last + 2))


def _says_state(words: Words, first: int, code: str) -> bool:
    """Whether a state stands before the head already: "Canadian Armed Forces | Canada", a name and the signature below it."""
    return words.is_place(first - 1) and words.ending.get(first - 1, (0, None))[1] is not None and words.ending[first - 1][1].value == code


_SEATED_UNITS = frozenset({"wing", "garrison", "squadron", "base"})
_STATIONED = frozenset({"forces", "army", "mission", "battlegroup", "force", "group", "brigade", "unit", "garrison", "centre", "center"})
_COUNTED = frozenset({"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Thirteen", "Fourteen"})
_NUMBERED = frozenset(
    {"force", "group", "district", "squadron", "unit", "wing", "regiment", "battalion", "brigade", "flotilla", "division", "region", "zone"}
)


def _complement(words: Words, head: Head, last: int) -> int:
    """The last word of the complement behind a name, "of …" or "for …"; the last one of the name where there is none."""
    at = _begin_of_complement(words, head, last)
    if at is None:
        return last
    preposition, of_holders = words.lower[last + 1], words.lower[head.last] in _OF_HOLDERS
    if of_holders and words.lower[at] in _HOLDERS and words.is_capital(at):
        return phrases.phrase(words, at + 2) or at if words.lower[at + 1 : at + 2] == ["of"] and at + 2 < len(words.tokens) else at
    in_small = preposition in ("for", "against", "on") or words.lower[head.last] in _SMALL_SUBJECTS
    if in_small and words.tokens[at].text.islower():
        if words.lower[head.last] == "alliance" or (preposition == "on" and words.lower[at - 1] == "the"):
            return last  # "the Alliance for regional security", "decisions of the Council on the development of": what they are for
        return phrases.small_words(words, at) or last
    of_office = words.lower[head.last] in _HOLDING_OFFICES and words.lower[at - 1] == "the"
    end = (_holder(words, at) if of_office else None) or phrases.phrase(words, at)
    if end is not None and end > at and words.lower[end + 1 : end + 2] and words.lower[end + 1] in _SONS:
        end -= 1  # "Office of the Minister of Defense | Hamad bin Said"
    if end is not None and end > at and words.lower[end] == "headquarters" and words.lower[head.last] in ("ministry", "department"):
        end -= 1  # "at the Ministry of Defence | Headquarters"
    if end is None or _is_foreign_acronym(words, head, at, end):
        return last
    if head.family == "force":
        placed = any(map(words.is_place, range(at, end + 1))) or (preposition == "in" and _is_stationed(words, head))
        if not placed or _are_several(words, end):
            return last
    if preposition == "of" and at in words.beginning and words.beginning[at][0] == end and _are_several(words, end):
        return last  # "the Committee for Salvage | of Peru and Bolivia"
    goes_on = of_holders and words.joined(end + 1) and words.lower[end + 1] in _HOLDERS and words.is_capital(end + 1)
    return end + 1 if goes_on else end


def _begin_of_complement(words: Words, head: Head, last: int) -> int | None:
    """The first word behind the preposition, and behind the article, that leads to a complement of this head; None where none does."""
    lexicon = facts()
    at = last + 1
    if not words.joined(at) or not (words.lower[at] in lexicon.after[head.family] or words.lower[at] in _seating(words, head)):
        return None
    preposition = words.lower[at]
    if preposition == "for" and last > head.last and words.lower[head.last] == "ministry":
        return None  # "Undersecretary of the Ministry of Defense | for Procurement"
    if preposition == "on" and (words.lower[head.last] in _OF_A_MATTER or "for" in words.lower[head.last + 1 : last + 1]):
        return None  # "call with the Agency for Ports | on the Salvage Situation", "deal with the Ministry of Ports | on Salvage"
    at += 1
    if at < len(words.tokens) and words.joined(at) and words.lower[at] in ("the", "its"):
        at += 1
    if at >= len(words.tokens) or not words.joined(at):
        return None
    if words.lower[head.last] in lexicon.alone or " ".join(words.lower[head.first : head.last + 1]) in lexicon.alone:
        return None
    return at - 1 if at - 1 in words.beginning else at  # "The Gambia"


_OF_A_MATTER = frozenset(
    {"ministry", "department", "embassy", "party", "caucus", "brotherhood", "alliance"}
)  # whose one matter stands behind "of"
_SMALL_SUBJECTS = frozenset({"group", "ministry"})  # "Ministry of defence"
_SONS = frozenset({"bin", "bint", "binti", "ibn"})  # what stands before them is a given name


def _seating(words: Words, head: Head) -> tuple[str, ...]:
    """The prepositions that lead to where a body sits or is sent: "Embassy of Peru in Oslo", "NATO Liaison Office in Kyiv"."""
    word, before = words.lower[head.last], words.lower[head.first - 1] if head.first else ""
    if word in ("representation", "delegation") and words.lower[head.first] == "permanent":
        return ("to",)
    if word in ("embassy", "consulate") or words.lower[head.first] in ("consulate", "high"):
        return ("in", "to", "at", "near")  # "United States Embassy near Monrovia"
    if word == "force" or (word == "forces" and head.last > head.first and not (head.first and words.is_capital(head.first - 1))):
        return ("in",)  # "Armed Forces in New Caledonia", not "Royal Land Forces in"
    if _is_stationed(words, head):
        return ("in",)
    return ("in", "to") if word in _SENT or (word == "office" and before in _SENT_OFFICES) else ()


def _is_stationed(words: Words, head: Head) -> bool:
    """Whether the place tells a force apart: "NATO Multinational Brigade | in Latvia", "Commander of the French Armed Forces | in the Far
    South", "French Forces | in the Far South (FFS)"."""
    word, before = words.lower[head.last], words.lower[max(head.first - 3, 0) : head.first]
    if word in _SENT_UNITS:
        return any(each in _OF_SEVERAL for each in before)
    if word != "forces" or words.lower[head.last + 1 : head.last + 2] != ["in"]:
        return False
    at = head.last + 2
    at += words.lower[at : at + 1] == ["the"]
    end = phrases.run(words, at) if at < len(words.tokens) and words.joined(at) else None
    if end is None:
        return False
    lettered = words.lower[end + 1 : end + 2] == ["("] and words.lower[end + 3 : end + 4] == [")"] and words.tokens[end + 2].text.isupper()
    return lettered or any(each.startswith("command") for each in words.lower[max(head.first - 5, 0) : head.first])


_SENT_UNITS = frozenset({"brigade", "battlegroup", "group", "contingent"})


def _are_several(words: Words, end: int) -> bool:
    """Whether further states follow: "the Armed Forces of Greece | , Egypt and Cyprus" are of no one state."""
    at = end + 1
    if at >= len(words.tokens) or words.lower[at] not in (",", "and"):
        return False
    at += 1 + (words.lower[at : at + 2] == [",", "and"])
    if at not in words.beginning or words.beginning[at][1].kind != "country":
        return False
    behind = words.beginning[at][0] + 1
    return words.lower[at - 1] == "and" or words.lower[behind : behind + 1] in (["and"], [","])


_SENT = frozenset({"mission", "delegation", "component", "coalition"})
_SENT_OFFICES = frozenset({"liaison", "representative", "representation", "country", "field", "attaché", "attache", "cooperation"})
# "Council of Ministers", "Committee of Chiefs of Defence Staff", "Council of Defence Ministers"
_OF_HOLDERS = frozenset({"council", "committee", "board", "assembly", "association"})
_HOLDERS = frozenset(
    {"ministers", "chiefs", "governors", "directors", "commanders", "heads", "leaders", "advisors", "advisers", "elders", "trustees"}
)
_HOLDING_OFFICES = frozenset({"office", "secretariat", "bureau", "board", "chancellery"})  # "Office of the Under Secretary of …"


def _is_foreign_acronym(words: Words, head: Head, at: int, end: int) -> bool:
    """ "the Bureau of the IMoD": an acronym that no table knows does not carry the name on, unless the text spells it for an office."""
    text = words.tokens[at].text
    if at != end or at in words.beginning or not ACRONYM.match(text):
        return False
    return head.family != "office" or not initials.spells(words.passage, text)


def _holder(words: Words, at: int) -> int | None:
    """ "the President", "the National Security Adviser": the office whose holder is served; a name behind it is not taken."""
    end: int | None = None
    while at < len(words.tokens) and words.joined(at) and words.is_capital(at):
        word = words.lower[at]
        if end is not None and word not in _TITLES:
            return end
        if word in _TITLES:
            end = at
        elif stops(words, at) and word not in _BEFORE_TITLES:
            return end
        at += 1
    return end


_BEFORE_TITLES = frozenset({"under", "deputy", "vice", "prime", "assistant", "undersecretary", "first", "second", "crown"})
_TITLES = frozenset(
    {
        "president",
        "undersecretary",
        "minister",
        "ministers",
        "secretary",
        "adviser",
        "advisor",
        "chief",
        "chiefs",
        "chairman",
        "chairperson",
        "director",
    }
    | {"commander", "commissioner", "governor", "mayor", "envoy", "representative", "spokesperson", "chancellor", "premier", "general"}
    | {
        "attaché",
        "attache",
        "prosecutor",
        "ombudsman",
        "coroner",
        "auditor",
        "commandant",
        "coordinator",
        "inspector-general",
        "secretary-general",
        "attorney",
        "lady",
        "gentleman",
        "prince",
        "counsel",
        "comptroller",
        "speaker",
    }
)


def _behind_company(words: Words, last: int) -> int:
    """ "Acme Industries, Inc.": the form of the firm behind a comma."""
    at = last + 2 if words.lower[last + 1 : last + 2] == [","] else last + 1
    return at if words.joined(at) and words.lower[at].rstrip(".") in FIRMS else last


def _behind_unit(words: Words, last: int) -> int:
    """ "86th Air Base “…”", "Infantry Brigade Grey Heron": the name that a unit bears, in quotation marks or not."""
    at = last + 1
    if at >= len(words.tokens) or words.tokens[at].text not in '“„"':
        return _own_name(words, last) if words.lower[last] in _BEARING and not words.is_headline else last
    for end in range(at + 2, min(at + 9, len(words.tokens))):
        if words.tokens[end].text in '”“"':
            return end if words.is_capital(at + 1) and words.lower[last] in _NAMED_UNITS else last
    return last


def _own_name(words: Words, last: int) -> int:
    """The last of one or two capital words that a sign or a small word follows and that tell nothing of a unit: "| Grey Heron,"."""
    at = last + 1
    while at - last <= 2 and words.joined(at) and is_plain(words, at) and _is_own(words, at):
        at += 1
    ends = at >= len(words.tokens) or not words.is_capital(at) or words.tokens[at].text in ",."
    return at - 1 if ends and not is_thing(words, last) else last


def _is_own(words: Words, number: int) -> bool:
    return words.tokens[number].text.isalpha() and words.lower[number] not in facts().in_headlines and words.lower[number] not in _OF_UNITS


_BEARING = frozenset({"brigade", "battalion", "regiment"})
_OF_UNITS = frozenset(
    {"combat", "tactical", "soldiers", "troops", "personnel", "battle", "area", "day", "camp", "garrison", "reception", "color", "colour"}
    | {"guidon", "flag", "memorial", "surgeon", "sergeant", "chaplain", "adjutant", "quartermaster", "band", "museum", "barracks", "ball"}
)


_NAMED_UNITS = frozenset(
    {"base", "brigade", "regiment", "battalion", "division", "squadron", "wing", "fleet", "school", "academy", "flotilla", "corps", "force"}
    | {"college", "university", "institute", "center", "centre"}
)
