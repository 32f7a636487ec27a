"""Spans of a passage that name bodies: read by head words and their grammar, or known from the tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import yaml

from ingest.engine.types import Evidence, Passage, Term


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a body where it stands. `canonical` and `country` are told by a table; `codes` are the states named inside it."""

    text: str
    evidence: Evidence
    codes: tuple[str, ...] = ()
    canonical: str | None = None
    country: str | None = None
    acronym: Evidence | None = None  # the acronym printed behind it in brackets


def read(passage: Passage, body: str = "") -> list[Name]:
    """The names of bodies in the passage, in order; none lies inside another.

    In a headline whose words all bear capitals a name is carried on by words of offices, and by others only where `body` has them too.
    """
    words = _Words(passage, body)
    built = [] if _is_shouted(passage) else list(_built(words))
    spans = [(name.evidence.start, name.evidence.end) for name in built]
    known = [name for name in _known(words) if not any(start <= name.evidence.start < end for start, end in spans)]
    return sorted([*built, *known], key=lambda name: name.evidence.start)


def _is_shouted(passage: Passage) -> bool:
    """Whether the passage is a headline in capitals, in which capitals tell nothing."""
    return passage.where == "title" and passage.text.isupper()


# ---- words with what the tables know of them ----


class _Words:
    """The tokens of a passage with small letters and with the terms that end or begin at each of them."""

    def __init__(self, passage: Passage, body: str = "") -> None:
        self.passage, self.body = passage, body
        self.tokens = passage.tokens
        self.is_headline = passage.where == "title" and _is_title_case(passage)
        self.lower = [token.text.lower() for token in passage.tokens]
        if "’" in passage.text:
            self.lower = [word.replace("’", "'") for word in self.lower]
        self.terms = [term for term in passage.terms if term.kind in _NAMING]
        self.ending: dict[int, tuple[int, Term]] = {}  # number of a term's last word → its first word, and the term
        self.beginning: dict[int, tuple[int, Term]] = {}
        starts = [token.start for token in passage.tokens]
        for term in self.terms:
            first, last = bisect_left(starts, term.start), bisect_left(starts, term.end) - 1
            if first <= last and starts[first] == term.start and passage.tokens[last].end == term.end:
                self.ending.setdefault(last, (first, term))
                self.beginning.setdefault(first, (last, term))

    def joined(self, number: int) -> bool:
        """Whether nothing but a blank stands before the word."""
        return 0 < number < len(self.tokens) and self.tokens[number].start - self.tokens[number - 1].end <= 1 and not self._breaks(number)

    def _breaks(self, number: int) -> bool:
        return self.passage.text[self.tokens[number - 1].end : self.tokens[number].start] == "\n"

    def is_capital(self, number: int) -> bool:
        return 0 <= number < len(self.tokens) and self.tokens[number].text[0].isupper()

    def is_place(self, number: int) -> bool:
        """Whether a state is named by the word, or inside it ("Malaysia-Thailand")."""
        if number in self.ending and self.ending[number][1].kind in _STATES:
            return True
        token = self.tokens[number]
        return "-" in token.text and any(
            token.start <= term.start < token.end for term in self.terms if term.kind in _STATES and term.start >= token.start
        )

    def text(self, first: int, last: int) -> str:
        return re.sub(r"\s+", " ", self.passage.text[self.tokens[first].start : self.tokens[last].end])

    def evidence(self, first: int, last: int, rule: str) -> Evidence:
        return Evidence(self.tokens[first].start, self.tokens[last].end, f"organizations.{rule}", self.passage.where)

    def codes(self, start: int, end: int) -> tuple[str, ...]:
        """The states named between two offsets, each once."""
        inside = [term for term in self.terms if start <= term.start < end]
        named = [term.value for term in inside if term.kind in _STATES]
        named = named or [term.value.rpartition("|")[2] for term in inside if term.kind in ("city", "statebody") and "|" in term.value]
        return tuple(dict.fromkeys(named))


def _is_title_case(passage: Passage) -> bool:
    """Whether nearly all longer words bear capitals, so that a capital does not tell a name."""
    long = [token.text for token in passage.tokens if token.text.isalpha() and len(token.text) > 3]
    return sum(word[0].isupper() for word in long) > 0.8 * len(long)


_STATES = frozenset({"country", "demonym"})
_KNOWN = frozenset({"intorg", "group", "statebody"})
_NAMING = _STATES | _KNOWN | {"country_mask", "city"}


# ---- names built around a head ----


def _built(words: _Words) -> Iterator[Name]:
    reached = -1
    heads = _facts().head_starts
    for number, word in enumerate(words.lower):
        if number <= reached or word not in heads:
            continue
        head = _last_head(words, number)
        if head is None:
            continue
        first = _first_word(words, head, reached)
        last = _last_word(words, head)
        if _is_known_whole(words, first, last) or not _is_name(words, head, first, last) or _is_position(words, head, first):
            continue
        reached = last
        if not _is_thing(words, last):
            yield _named(words, head, first, last)


def _is_known_whole(words: _Words, first: int, last: int) -> bool:
    """Whether a name of the tables holds all that was read, or goes on where it ends."""
    start, end = words.tokens[first].start, words.tokens[last].end
    return any(
        term.kind in _KNOWN and term.start <= words.tokens[last].start < term.end and (term.start <= start or term.end > end)
        for term in words.terms
    )


@dataclass(frozen=True, slots=True)
class _Head:
    first: int
    last: int
    family: str


def _last_head(words: _Words, number: int) -> _Head | None:
    """The head at the word, or the last one of the run of capital words that begins there ("Air Force Staff")."""
    found = _head_at(words, number)
    if found is None:
        return None
    at = found.last + 1
    while at < len(words.tokens) and words.joined(at) and words.is_capital(at) and at - found.last < 6:
        if words.is_place(at) or _stops(words, at):
            break
        longer = _head_at(words, at)
        if (
            longer and words.lower[longer.last] == "headquarters" and at == found.last + 1
        ):  # "General Staff Headquarters" is where the General Staff sits
            break
        if longer:
            found, at = longer, longer.last
        at += 1
    return found


def _head_at(words: _Words, number: int) -> _Head | None:
    if not words.is_capital(number):
        return None
    for phrase, family in _facts().head_starts.get(words.lower[number], ()):
        last = number + len(phrase) - 1
        if (
            last < len(words.tokens)
            and tuple(words.lower[number : last + 1]) == phrase
            and all(map(words.joined, range(number + 1, last + 1)))
        ):
            return _Head(number, last, family)
    return None


def _first_word(words: _Words, head: _Head, reached: int) -> int:
    """Where the name begins: capital words before the head, up to a state that is named there."""
    at = head.first
    while at - 1 > reached and words.joined(at):
        before = at - 1
        if before in words.ending:
            first, term = words.ending[before]
            at = first
            if term.kind in _STATES or term.kind in _KNOWN:
                return _before_state(words, at, reached)
            continue
        if words.is_place(before):
            return _before_state(words, before, reached)
        if words.lower[before] in ("and", "&") and _joins_left(words, before, head, reached):
            at = before - 1
        elif head.family == "company" and words.lower[before] == "," and words.lower[head.last].rstrip(".") in _FIRMS and at == head.first:
            at = before
        elif words.lower[before] == "'s" and before and words.lower[before - 1] in _WHOSE:
            at = before - 1
        elif _may_precede(words, before) and not _stops(words, before):
            at = before
        else:
            break
    return at


_WHOSE = frozenset({"people", "women", "veterans", "children", "peoples", "king", "queen"})  # "People's Army": the ’s is part of the name
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)?$")


def _may_precede(words: _Words, number: int) -> bool:
    text = words.tokens[number].text
    if words.is_headline:
        known = words.lower[number] in _facts().in_headlines or bool(_ORDINAL.match(text))
        return known or (text[0].isupper() and words.text(number, number + 1) in words.body)
    return (text[0].isupper() and (len(text) > 1 or words.is_capital(number + 1))) or bool(_ORDINAL.match(text) and number)


def _stops(words: _Words, number: int) -> bool:
    facts, word = _facts(), words.lower[number].rstrip(".")
    if word == "general" and number + 1 < len(words.tokens) and words.lower[number + 1] in facts.after_general:
        before = words.lower[number - 1].rstrip(".") if number and words.joined(number) else ""
        return before in facts.stop and before not in _ARTICLES
    return word in facts.stop and not _is_initials(words.tokens[number].text)


_ARTICLES = frozenset(
    {"the", "a", "an", "of", "in", "at", "by", "for", "from", "to", "with", "and", "new", "on", "their", "its", "his", "her", "both"}
)


def _is_initials(text: str) -> bool:
    return text.isupper() and "." in text


def _joins_left(words: _Words, number: int, head: _Head, reached: int) -> bool:
    """Whether "and" stands inside the name: "Aeronautics and Space Administration", not "the Navy and Defence Staff"."""
    begin = number - 1
    if head.family not in ("office", "weak") or begin <= reached or not words.joined(number) or not _is_plain(words, begin):
        return False
    while begin - 1 > reached and words.joined(begin) and _is_plain(words, begin - 1):
        begin -= 1
    subjects = any(word in _facts().subjects or word in _facts().official for word in words.lower[begin:number])
    opened = begin > 0 and (words.lower[begin - 1] in _OPENING or words.is_place(begin - 1))
    return subjects or opened or "-" in words.lower[number - 1]


_OPENING = frozenset({"the", "'s", "its", "of", "’s"})


def _is_plain(words: _Words, number: int) -> bool:
    """Whether the word is a capital word that is no state, no office and no head."""
    if not words.is_capital(number) or number in words.ending or words.is_place(number):
        return False
    return not _stops(words, number) and _head_at(words, number) is None


def _before_state(words: _Words, at: int, reached: int) -> int:
    """Words that may stand before the state in a name: "Royal", "Joint", an ordinal, or a second state ("Nigeria – Cameroon")."""
    while at - 1 > reached and words.joined(at):
        before = at - 1
        second = before - 1
        dash = words.lower[before] in ("-", "–", "—", "/")
        if dash and second > reached and words.joined(before) and words.is_place(second):
            at = words.ending[second][0] if second in words.ending else second
        elif (words.is_capital(before) and words.lower[before] in _facts().before_state) or (
            _ORDINAL.match(words.tokens[before].text) and not words.tokens[before].text.isdigit()
        ):
            at = before
        else:
            break
    return at


# ---- what stands behind the head ----


def _last_word(words: _Words, head: _Head) -> int:
    """Where the name ends: after up to three complements ("of …", "for …"), or a name in quotation marks behind a unit."""
    last = head.last
    for _ in range(3):
        further = _complement(words, head, last)
        if further == last:
            break
        last = further
    if last == head.last and head.family in ("force", "unit", "weak"):
        last = _behind_force(words, head)
    if head.family == "company":
        return _behind_company(words, last)
    if (
        last == head.last
        and words.lower[last] in _SCHOOLS
        and words.joined(last + 1)
        and (_is_plain(words, last + 1) or _is_city(words, last + 1))
    ):
        return last if _is_thing(words, last) else last + 1  # "Royal Military Academy Sandhurst"
    return _behind_unit(words, last) if head.family in ("unit", "force") else last


def _is_city(words: _Words, number: int) -> bool:
    return number in words.beginning and words.beginning[number][1].kind == "city"


_SCHOOLS = frozenset({"academy", "college"})


def _behind_force(words: _Words, head: _Head) -> int:
    """ "U.S. Forces Japan", "Division North", "Army Europe and Africa", "Task Force 76": the state, region or number behind a unit."""
    last = head.last
    if words.joined(last + 1) and last + 1 in words.beginning and words.lower[last] in _STATIONED:
        end, term = words.beginning[last + 1]
        return end if term.kind == "country" else last
    while words.joined(last + 1) and words.lower[last + 1] in _REGIONS and words.is_capital(last + 1):
        last += 1
        if words.lower[last + 1 : last + 2] == ["and"] and words.lower[last + 2 : last + 3] and words.lower[last + 2] in _REGIONS:
            last += 2
    numbered = words.joined(last + 1) and words.tokens[last + 1].text.isdigit() and len(words.tokens[last + 1].text) < 4
    return last + 1 if numbered and words.lower[last] in _NUMBERED else last


_STATIONED = frozenset({"forces", "army", "mission", "battlegroup", "force"})
_NUMBERED = frozenset({"force", "group", "squadron", "unit", "wing", "regiment", "battalion", "brigade"})
_REGIONS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "south-east", "center", "central"}
    | {"europe", "africa", "pacific", "atlantic", "alaska", "europe-africa", "sahel", "baltic", "mediterranean"}
)


def _complement(words: _Words, head: _Head, last: int) -> int:
    facts = _facts()
    at = last + 1
    if not (words.joined(at) and words.lower[at] in (*facts.after[head.family], *(_IN if words.lower[head.last] in _SENT else ()))):
        return last
    preposition = words.lower[at]
    at += 1
    if at < len(words.tokens) and words.joined(at) and words.lower[at] in ("the", "its"):
        at += 1
    if at >= len(words.tokens) or not words.joined(at):
        return last
    if preposition == "for" and words.tokens[at].text.islower():
        return _small_words(words, at) or last
    of_office = words.lower[head.last] in _HOLDING_OFFICES and words.lower[at - 1] == "the"
    end = _holder(words, at) if of_office else None
    end = end or _phrase(words, at)
    if end is None or _is_foreign_acronym(words, at, end):
        return last
    if head.family == "force" and not any(map(words.is_place, range(at, end + 1))):
        return last
    return end


_SENT = frozenset({"embassy", "consulate", "mission", "force", "delegation", "coalition"})  # "Embassy of Peru in Oslo"
_IN = ("in", "to")
_HOLDING_OFFICES = frozenset({"office", "secretariat", "bureau", "board"})  # "Office of the Under Secretary of …"


def _is_foreign_acronym(words: _Words, at: int, end: int) -> bool:
    """ "the Bureau of the IMoD": an acronym that no table knows does not carry the name on."""
    return at == end and at not in words.beginning and bool(_ACRONYM.match(words.tokens[at].text))


def _holder(words: _Words, at: int) -> int | None:
    """ "the President", "the National Security Adviser": the office whose holder is served; a name behind it is not taken."""
    end: int | None = None
    while at < len(words.tokens) and words.joined(at) and words.is_capital(at):
        word = words.lower[at]
        if end is not None and word not in _TITLES:
            return end
        if word in _TITLES:
            end = at
        elif _stops(words, at) and word not in _BEFORE_TITLES:
            return end
        at += 1
    return end


_BEFORE_TITLES = frozenset({"under", "deputy", "vice", "prime", "assistant", "undersecretary", "first"})
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
    | {"prosecutor", "ombudsman", "commandant", "coordinator", "inspector-general", "secretary-general", "attorney"}
)


def _phrase(words: _Words, at: int) -> int | None:
    """The last word of the capital words that begin here, with what "and" or commas join to them; None where none begins."""
    end = _run(words, at)
    if end is None or (end in words.ending and words.ending[end][1].kind in _STATES):
        return end
    for _ in range(6):
        further = _joined_subjects(words, end)
        if further is None:
            return end
        end = further
    return end


def _run(words: _Words, at: int) -> int | None:
    """The last word of the unbroken run of capital words that begins here. It ends after a state or place that stands by itself."""
    begin, end = at, None
    while at < len(words.tokens) and (end is None or words.joined(at)):
        if at in words.beginning:
            end, term = words.beginning[at]
            if term.kind != "demonym" and not _head_follows(words, end):
                return end
        elif (words.is_capital(at) and not _stops(words, at)) or (
            words.lower[at] == "'s" and end is not None and words.lower[end] in _WHOSE
        ):
            end = at
        else:
            break
        at = (end if end is not None else at) + 1
    return _without_person(words, begin, end) if end is not None else None


def _head_follows(words: _Words, last: int) -> bool:
    """Whether the word is part of a longer name: "the Azerbaijan Army"."""
    at = last + 1
    while words.joined(at) and words.is_capital(at) and at - last < 5:
        if _head_at(words, at):
            return True
        at += 1
    return False


def _without_person(words: _Words, begin: int, end: int) -> int:
    """The end of the run without a name of two words or more behind its last known word: "… Control Policy | Ann Reed"."""
    facts = _facts()
    known = [number for number in range(begin, end + 1) if words.lower[number] in facts.subjects or words.lower[number] in facts.official]
    return known[-1] if known and end - known[-1] >= 2 else end


def _joined_subjects(words: _Words, end: int) -> int | None:
    """The end of "and Trade", or of a whole list ", Tobacco, Firearms and Explosives"; states, persons and further bodies are not joined.

    At least one word of what is joined is a subject of ministries.
    """
    at, known = end + 1, False
    while words.joined(at) and words.lower[at] in (",", "and", "&"):
        last_one = words.lower[at] != ","
        at += 1
        if not last_one and at < len(words.tokens) and words.lower[at] in ("and", "&"):
            last_one, at = True, at + 1
        if not (words.joined(at) and _is_plain(words, at)):
            return None
        known = known or words.lower[at] in _facts().subjects
        if last_one:
            return _run(words, at) if known else None
        at = (_run(words, at) or at) + 1
    return None


def _small_words(words: _Words, at: int) -> int | None:
    """ "Department for defense policy, planning and international relations": subjects in small letters."""
    end: int | None = None
    while at < len(words.tokens) and words.joined(at):
        if words.lower[at] in _facts().subjects:
            end = at
        elif words.lower[at] not in ("and", ","):
            break
        at += 1
    return end


def _behind_company(words: _Words, last: int) -> int:
    """ "Acme Industries, Inc.": the form of the firm behind a comma."""
    at = last + 2 if words.lower[last + 1 : last + 2] == [","] else last + 1
    return at if words.joined(at) and words.lower[at].rstrip(".") in _FIRMS else last


_FIRMS = frozenset({"inc", "llc", "ltd", "limited", "plc", "corp", "gmbh", "corporation", "co"})


def _behind_unit(words: _Words, last: int) -> int:
    """ "86th Air Base “…”": the name in quotation marks that a unit bears."""
    at = last + 1
    if at >= len(words.tokens) or words.tokens[at].text not in '“„"':
        return last
    for end in range(at + 2, min(at + 9, len(words.tokens))):
        if words.tokens[end].text in '”“"':
            return end if words.is_capital(at + 1) and words.lower[last] in _NAMED_UNITS else last
    return last


_NAMED_UNITS = frozenset(
    {"base", "brigade", "regiment", "battalion", "division", "squadron", "wing", "fleet", "school", "academy", "flotilla", "corps"}
)


# ---- what makes it a name ----


def _is_name(words: _Words, head: _Head, first: int, last: int) -> bool:
    """Whether enough stands around the head: a Ministry needs a word, an Army needs its state."""
    facts = _facts()
    before = range(first, head.first)
    has_state = any(map(words.is_place, before)) or any(number in words.ending for number in before)
    has_complement = last > head.last
    own = [words.lower[number] for number in before]
    numbered = any(_ORDINAL.match(words.tokens[number].text) or words.lower[number] in facts.before_state for number in before)
    if head.family == "force":
        bare = set(own) <= facts.bare_force
        return (
            has_state
            or has_complement
            or (numbered and not bare)
            or (words.lower[head.last] in _PROPER_FORCES and bool(own))
            or "royal" in own
        )
    if head.family == "company":
        return any(word not in facts.subjects | facts.official | facts.bare_force for word in own)
    if head.family == "weak":
        carried = has_complement and words.lower[head.last] in _CARRIED
        numbered = numbered or (has_complement and words.tokens[last].text.isdigit())
        return has_state or carried or numbered or any(word in facts.official for word in own)
    if head.family == "office" and words.lower[head.last] == "administration":
        return has_complement or len(own) > 1
    if head.family == "unit" and words.lower[head.last] in ("base", "guard") and not numbered and not has_state:
        return words.lower[head.last] == "guard" and "national" in own
    return bool(own) or has_complement or words.lower[head.last] in facts.alone


_CARRIED = frozenset({"center", "centre", "school", "mission", "fund", "institution", "community", "corps"})  # "Centre for Marine Studies"
_PROPER_FORCES = frozenset({"guard", "corps", "coastguard"})


def _is_position(words: _Words, head: _Head, first: int) -> bool:
    """ "Chief of Defence Staff", "Chief of the Army Staff": an office held, not the staff."""
    if (
        " ".join(words.lower[head.first : head.first + 3]) == "guard of honour"
        or " ".join(words.lower[head.first : head.first + 3]) == "guard of honor"
    ):
        return True
    if words.lower[head.last] != "staff" or " ".join(words.lower[first : head.last + 1]) not in _facts().staffs_of_chiefs:
        return False
    before = words.lower[max(0, first - 3) : first]
    return any(word in ("chief", "chiefs") for word in before)


def _is_thing(words: _Words, last: int) -> bool:
    """Whether the capital words behind the name make it an event, a document or a building."""
    at = last + 1
    while words.joined(at) and words.is_capital(at) and at - last < 5:
        if words.lower[at] in _facts().things:
            return True
        at += 1
    return False


def _named(words: _Words, head: _Head, first: int, last: int) -> Name:
    rule = {"office": "head", "weak": "head", "force": "service", "unit": "unit", "company": "company"}[head.family]
    start, end = words.tokens[first].start, words.tokens[last].end
    codes = words.codes(start, end)
    shared = any(term.kind in ("intorg", "group") and start <= term.start < end for term in words.terms) or _of_several(words, start, end)
    country = "INT" if shared else None
    return Name(words.text(first, last), words.evidence(first, last, rule), codes, country=country, acronym=_acronym_behind(words, last))


_BETWEEN_STATES = re.compile(r"\s?[-–—/]\s?|,\s|\sand\s|,\sand\s")


def _of_several(words: _Words, start: int, end: int) -> bool:
    """Whether two states are joined in the name: "Malaysia-Thailand", "Kenya and Uganda"."""
    states = [term for term in words.terms if term.kind in _STATES and start <= term.start < end]
    text = words.passage.text
    return any(_BETWEEN_STATES.fullmatch(text, one.end, two.start) for one, two in pairwise(states))


def _acronym_behind(words: _Words, last: int) -> Evidence | None:
    """The acronym in brackets behind a name: "Forest Protection Agency (FPA)"."""
    at = last + 2
    if at + 1 >= len(words.tokens) or words.lower[last + 1] not in ("(", "[") or words.lower[at + 1] not in (")", "]", ",", ";"):
        return None
    return words.evidence(at, at, "acronym") if _ACRONYM.match(words.tokens[at].text) else None


_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z.&/-]{1,12}$")

# ---- names of the tables ----


def _known(words: _Words) -> Iterator[Name]:
    yield from _in_compounds(words)
    for last, (first, term) in words.ending.items():
        if term.kind not in _KNOWN or _is_thing(words, last) or _is_occasion(words, first, term):
            continue
        written = words.text(first, last)
        if written.lower() in _facts().sites and not _acts(words, first, last):
            continue
        name, _, country = term.value.partition("|") if term.kind == "statebody" else (term.value, "", "INT")
        rule = "group" if term.kind == "group" else "known"
        yield Name(written, words.evidence(first, last, rule), (), name, country or None, _acronym_behind(words, last))


def _in_compounds(words: _Words) -> Iterator[Name]:
    """ "NATO-led", "EU-Ukraine": a known name at the head of a compound."""
    ends = {token.end for token in words.tokens}
    for term in words.terms:
        if term.kind in ("intorg", "statebody") and term.end not in ends and words.passage.text[term.end : term.end + 1] == "-":
            name, _, country = term.value.partition("|") if term.kind == "statebody" else (term.value, "", "INT")
            written = words.passage.text[term.start : term.end]
            yield Name(written, Evidence(term.start, term.end, "organizations.known", words.passage.where), (), name, country or None)


def _is_occasion(words: _Words, first: int, term: Term) -> bool:
    """ "on the margins of the UN General Assembly": the yearly gathering, not the body."""
    before = words.lower[max(0, first - 4) : first]
    return "Assembly" in term.value and any(word in ("margins", "sidelines", "during", "week", "margin") for word in before)


_AT = frozenset({"at", "in", "to", "from", "outside", "near", "inside", "into", "around"})


def _acts(words: _Words, first: int, last: int) -> bool:
    """Whether the site stands for the body in it: "the White House hosted", not "at the White House"."""
    before = [word for word in words.lower[max(0, first - 2) : first] if word != "the"]
    if before and before[-1] in _AT:
        return False
    if words.joined(last + 1) and words.is_capital(last + 1):
        return True  # "the White House Domestic Policy Director": an office held there
    follower = words.lower[last + 1] if last + 1 < len(words.tokens) else ""
    return follower in _ACTING or follower.endswith("ed")


_ACTING = frozenset(
    {"is", "was", "has", "had", "will", "said", "says", "officials", "official", "staff", "released", "and", ",", "held", "met", "today"}
)

# ---- facts ----


@dataclass(frozen=True, slots=True)
class _Facts:
    head_starts: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word → head phrases (longest first) with their family
    after: dict[str, tuple[str, ...]]
    alone: frozenset[str]
    official: frozenset[str]
    bare_force: frozenset[str]
    before_state: frozenset[str]
    stop: frozenset[str]
    after_general: frozenset[str]
    things: frozenset[str]
    sites: frozenset[str]
    subjects: frozenset[str]
    in_headlines: frozenset[str]  # what may stand before a head in a headline whose words all bear capitals
    staffs_of_chiefs: frozenset[str]


@cache
def _facts() -> _Facts:
    data = yaml.load(files("ingest.engine").joinpath("data", "organizations.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for family, head in data["heads"].items():
        for word in head["words"]:
            phrase = tuple(word.lower().split())
            starts.setdefault(phrase[0], []).append((phrase, family))
    small = {
        key: frozenset(str(word).lower() for word in data[key])
        for key in (
            "alone",
            "official",
            "bare_force",
            "before_state",
            "stop",
            "after_general",
            "things",
            "sites",
            "subjects",
            "staffs_of_chiefs",
        )
    }
    return _Facts(
        head_starts={word: tuple(sorted(listed, key=lambda pair: -len(pair[0]))) for word, listed in starts.items()},
        after={family: tuple(head["after"]) for family, head in data["heads"].items()},
        in_headlines=small["subjects"] | small["official"] | small["bare_force"] | small["before_state"],
        **small,
    )
