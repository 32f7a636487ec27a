"""Where the name of a body begins: the words before its head."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.dates.parts import MONTH_NUMBERS
from ingest.engine.rules.organizations.spelled import begin
from ingest.engine.rules.organizations.words import ACRONYM, FIRMS, KNOWN, ORDINAL, STATES, WHOSE, Head, Words, facts, is_plain, stops
from ingest.engine.rules.people.lexicon import lexicon as people_words


def first_word(words: Words, head: Head, reached: int) -> int:
    """Where the name begins: capital words before the head, up to a state that is named there; a name of more than `_LONGEST` is none."""
    at = _first_word(words, head, reached)
    if at + 1 < head.first and words.lower[head.last] in ("committee", "commission") and _COUNTED_MEETING.match(words.tokens[at].text):
        return at + 1  # "the 42nd | General Border Committee": its meetings are counted
    sits = head.family in ("office", "weak") and words.lower[head.last] != "assembly"
    if sits and at + 1 < head.first and _COUNTED_MEETING.match(words.tokens[at].text) and _is_of_states(words, at + 1):
        return at + 1  # "the 9th | African Union Commission (AUC) dialogue": what the body meets for is counted
    if words.lower[head.last] == "navy" and at + 1 < head.first and _COUNTED_MEETING.match(words.tokens[at].text):
        return at + 1  # "the 4th | Peruvian Navy – Chilean Navy Talks": the talks are counted
    if words.lower[head.last] == "squadron" and at - 1 > reached and words.tokens[at].text.isdigit() and words.tokens[at - 1].text == "No.":
        return at - 1
    counted = at - 1 > reached and words.joined(at) and words.lower[head.last] in _COUNTED and _opens_state(words, at)
    return at - 1 if counted and _FEW_DIGITS.match(words.tokens[at - 1].text) else at  # "| 57 Kenyan Infantry Battalion"


def _is_of_states(words: Words, at: int) -> bool:
    known = words.beginning.get(at)
    return known is not None and known[1].kind == "intorg" and not known[1].value.endswith("Assembly")


def _opens_state(words: Words, at: int) -> bool:
    return at in words.beginning and words.beginning[at][1].kind in STATES


_COUNTED = frozenset({"battalion", "brigade", "regiment", "squadron", "division"})
_COUNTED_MEETING = patterns.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")
_FEW_DIGITS = patterns.compile(r"\d{1,3}\Z")


def _first_word(words: Words, head: Head, reached: int) -> int:
    at = head.first
    reached = max(reached, head.first - _LONGEST)
    while at - 1 > reached and words.joined(at):
        step = _known_before(words, at, head, reached) if at - 1 in words.ending else _word_before(words, at, head, reached)
        if step is None:
            break
        at, begins = step
        if begins:
            return at
    return at


_Step = tuple[int, bool]  # where the name goes on to the left, and whether it begins there


def _known_before(words: Words, at: int, head: Head, reached: int) -> _Step:
    """The step over a state, a city or a body of the tables."""
    first, term = words.ending[at - 1]
    if head.family == "company" and term.kind == "country":
        return first, False  # "Nordvik Peru S.A."
    if term.kind in KNOWN and first - 1 > reached and words.joined(first) and words.is_place(first - 1) and first - 1 in words.ending:
        return _before_state(words, words.ending[first - 1][0], reached), True  # "Kenya | Red Cross | Society"
    if term.kind in STATES or term.kind in KNOWN:
        return _before_state(words, first, reached), True
    return first, False


def _word_before(words: Words, at: int, head: Head, reached: int) -> _Step | None:
    """The step over a word that no table knows; None where the name begins with what is read."""
    before = at - 1
    if words.tokens[before].text in _EXCELLENCY or [token.text for token in words.tokens[max(before - 1, 0) : at]] == ["H", "E"]:
        return None  # "Chief of Staff of Peru | H E Staff General N"
    if words.is_place(before):
        return _before_state(words, words.opening_of(before), reached), True
    if "-" in words.tokens[before].text and (opening := words.opening_of(before)) != before:
        return opening, True  # "the Sri Lanka-Nordic | Council"
    if (marked := _sign_before(words, at, head, reached)) is not None:
        return marked
    if words.lower[before - 2 : before + 1] in (["district", "of", "columbia"], ["rule", "of", "law"]) and before - 2 > reached:
        return before - 2, False
    if (tied := _tied(words, before, reached)) is not None:
        return tied, False
    if (
        head.family in ("office", "weak")
        and words.lower[head.last] in NAMED_FOR
        and (bearer := _bearer(words, before, reached)) is not None
    ):
        return bearer, False
    if _may_precede(words, before) and (not stops(words, before) or _is_inner(words, before, head, reached)):
        return before, False
    return None


_EXCELLENCY = frozenset({"HE", "H.E", "H.E.", "HRH", "HH"})


def _sign_before(words: Words, at: int, head: Head, reached: int) -> _Step | None:
    """The step over a sign or joint: "and", a comma, quotation marks, a bracket, a plus, a possessive."""
    before = at - 1
    word = words.lower[before]
    if word == "and" and head.family in ("unit", "weak") and (listed := _numbered_list(words, before, reached)) is not None:
        return listed, True
    if word == "," and head.family == "office" and (works := _works(words, before, reached)) is not None:
        return works, True
    if word in ("and", "&") and (listed := _listed(words, before, head, reached)) is not None:
        return listed, True
    if word in ("and", "&") and _joins_left(words, before, head, reached):
        return before - 1, False
    if word == "enhanced" and words.lower[at] in _ENHANCED:
        return before, False  # "the | enhanced | Forward Presence Battle Group"
    if head.family == "company" and word == "," and words.lower[head.last].rstrip(".") in FIRMS and at == head.first:
        return before, False
    if words.tokens[before].text in '"”“' and (quoted := _quoted(words, before, reached)) is not None:
        return quoted, True
    if word == ")" and (numbered := _numbered(words, before, reached)) is not None:
        return numbered, True
    if word == ")" and (lettered := _lettered(words, before, reached)) is not None:
        return lettered, True
    if word == ")" and (explained := _explained(words, before, reached)) is not None:
        return explained, False
    if word == "+" and before - 1 > reached and words.joined(before) and words.is_capital(before - 1):
        return before - 1, False  # "ADMM+ Experts' Working Group"
    if word in ("'s", "'") and before - 1 > reached and words.lower[before - 1] in WHOSE:
        owner = before - 1
        royal = words.lower[owner] == "majesty" and owner - 1 > reached and words.is_capital(owner - 1)
        return (owner - 1, True) if royal else (owner, False)  # "His Majesty's Armed Forces"
    if word == "'s" and (owned := _owner(words, before, head, reached)) is not None:
        return owned, False
    return None


_ENHANCED = frozenset({"forward", "vigilance", "air"})


def _listed(words: Words, number: int, head: Head, reached: int) -> int | None:
    """Where "the | Strategy, Policy, and Plans Directorate" begins: fields of work between commas, behind "the", a state or an owner."""
    if head.family not in ("office", "weak") or not _is_field(words, number + 1):
        return None
    at = number - (words.lower[number - 1] == ",")
    commas = 0
    while at - 1 > reached and _is_field(words, at - 1):
        at -= 1
        if words.lower[at - 1] != ",":
            opened = words.lower[at - 1] in _OPENING or words.is_place(at - 1)
            return at if commas and opened else None
        commas += 1
        at -= 1
    return None


def _is_field(words: Words, number: int) -> bool:
    """Whether the word is what an office is for, and stands for no body by itself."""
    return words.is_capital(number) and words.lower[number] in facts().subjects and words.lower[number] not in ("army", "navy", "air")


def _numbered_list(words: Words, number: int, reached: int) -> int | None:
    """Where "31st Chemical, Medical, Radiological | and Nuclear Brigade" begins: a number, and capital words between commas."""
    at = number - 1
    while at - 2 > reached and words.lower[at - 1] == "," and words.is_capital(at) and words.is_capital(at - 2):
        at -= 2
    numbered = at < number - 1 and at - 1 > reached and words.joined(at) and ORDINAL.match(words.tokens[at - 1].text)
    return at - 1 if numbered and words.is_capital(at) else None


def _works(words: Words, comma: int, reached: int) -> int | None:
    """Where "the | Aviation, Energy and Logistics Agency" begins: subjects of ministries between "the" and the last comma."""
    if words.lower[comma + 2 : comma + 3] not in (["and"], ["&"]) or words.lower[comma + 1] not in facts().subjects:
        return None
    at = comma
    while at - 1 > reached and words.lower[at] == "," and is_plain(words, at - 1) and words.lower[at - 1] in facts().subjects:
        at -= 2
    return at + 1 if 0 <= at < comma - 1 and words.lower[at] == "the" else None


_LONGEST = 16  # words before the head: in a text of capitals alone no name has an end


def _numbered(words: Words, close: int, reached: int) -> int | None:
    """Where a unit begins whose states stand in brackets behind its number: "1 (German/Netherlands) Corps", "3rd (UK) Division"."""
    for opened in range(close - 1, max(close - 6, reached + 1), -1):
        if words.lower[opened] == "(":
            states = any(map(words.is_place, range(opened + 1, close)))
            number = words.tokens[opened - 1].text
            return opened - 1 if states and ORDINAL.match(number) and not (number.isdigit() and len(number) > 3) else None
    return None


def _lettered(words: Words, close: int, reached: int) -> int | None:
    """Where a state begins whose letters stand in brackets behind it: "United States (US) | Southern Command"."""
    if words.lower[close - 2 : close - 1] != ["("] or not words.is_place(close - 1) or close - 3 not in words.ending:
        return None
    first, term = words.ending[close - 3]
    return first if term.kind in STATES and first > reached else None


def _explained(words: Words, close: int, reached: int) -> int | None:
    """Where the words begin whose letters stand in brackets inside a name: "1st Fuel and Salvage Services (FSS) | Brigade"."""
    if words.lower[close - 2 : close - 1] != ["("] or not ACRONYM.match(words.tokens[close - 1].text):
        return None
    letters = "".join(filter(str.isalpha, words.tokens[close - 1].text)).lower()
    first = begin(words, close - 3, letters) if words.is_capital(close - 3) else None
    return first if first is not None and first > reached else None


def _quoted(words: Words, close: int, reached: int) -> int | None:
    """Where a name in quotation marks opens the name of the body: "“Condor” | Mountain School"; the marks stand close around it."""
    tokens = words.tokens
    if close + 1 >= len(tokens) or not words.joined(close + 1) or tokens[close].end == tokens[close + 1].start:
        return None
    for opened in range(close - 1, max(close - 5, reached), -1):
        if tokens[opened].text in '"“„«':
            inside = range(opened + 1, close)
            whole = bool(inside) and all(words.is_capital(at) for at in inside) and tokens[opened].end == tokens[opened + 1].start
            return opened if whole and tokens[close - 1].end == tokens[close].start else None
    return None


def _is_inner(words: Words, number: int, head: Head, reached: int) -> bool:
    """ "Halden New Generation Movement", "Defence Attaché Office": words that stand inside a name though they end others."""
    if words.lower[number] in ("attaché", "attache"):
        return words.lower[head.last] == "office"
    if words.lower[number] in _MEMBERS and number == head.first - 1:
        return words.lower[head.last] in ("association", "union", "federation", "league", "society", "brotherhood", "foundation")
    if words.lower[number] == "ceo":
        return words.lower[head.last] == "council"
    if words.tokens[number].text == "I":
        return words.lower[head.last] in ("corps", "force") and number > 0  # "US I Marine Expeditionary Force"
    if words.lower[number] in ("deputy", "vice"):
        return words.lower[head.last] == "ministry" and number == head.first - 1  # "Deputy Ministry of Shipping"
    return words.lower[number] == "new" and number - 1 > reached and words.joined(number) and is_plain(words, number - 1)


_MEMBERS = frozenset(
    {"officers", "chiefs", "commanders", "leaders", "governors", "directors", "secretaries", "representatives", "ambassadors"}
)


def _owner(words: Words, number: int, head: Head, reached: int) -> int | None:
    """Where the words before "’s" begin: "Special Prosecutor’s Office", "St. Philip’s College"; "Chad’s Ministry" is none."""
    at = number - 1
    if at <= reached or not words.is_capital(at):
        return None
    if at - 1 > reached and words.lower[at - 1].rstrip(".") in ("st", "saint") and words.lower[head.last] in NAMED_FOR:
        return at - 1
    if words.lower[head.last] != "office" or words.lower[at] not in _OFFICE_HOLDERS:
        return None
    while (
        at - 1 > reached
        and words.joined(at)
        and words.is_capital(at - 1)
        and words.lower[at - 1] not in _OPENING_WORDS
        and not words.is_place(at - 1)
    ):
        at -= 1
    return at


_OFFICE_HOLDERS = frozenset(
    {"prosecutor", "general", "minister", "president", "governor", "mayor", "commissioner", "ombudsman", "chancellor", "secretary"}
)
_OPENING_WORDS = frozenset({"the", "a", "an", "in", "at", "by", "from", "with", "on", "to", "and", "as"})


def _tied(words: Words, number: int, reached: int) -> int | None:
    """ "A&M University", "Bethune–Cookman University": capital words tied by a sign without blanks."""
    before = number - 1
    sign, left, right = words.tokens[number], words.tokens[before], words.tokens[min(number + 1, len(words.tokens) - 1)]
    if sign.text not in "&–-" or before <= reached or left.end != sign.start or sign.end != right.start or not words.is_capital(before):
        return None
    return None if words.is_place(before) else before


def _bearer(words: Words, number: int, reached: int) -> int | None:
    """Where the name of whom a school is named for begins: "Marshal Baghramyan", "General Sir John Kotelawala", "Khawla bint Al Azwar"."""
    at = number
    if words.lower[at] in _PARTICLES and at - 1 > reached and words.is_capital(at - 1) and words.joined(at):
        return at - 1
    while at > reached and words.is_capital(at) and (words.lower[at] in facts().ranks or words.lower[at] in _STYLES):
        if at - 1 <= reached or not words.joined(at) or not words.is_capital(at - 1) or words.lower[at - 1] == "the":
            return at if at - 1 > reached and words.lower[at - 1] in _LEADING_TO_SCHOOLS else None
        at -= 1
    return None


_LEADING_TO_SCHOOLS = frozenset({"the", "of", "at", "in", "from", "visited", "toured"})
_STYLES = frozenset({"sir", "king", "queen", "sultan", "prince", "princess", "sheikh", "emir", "shah"})
_PARTICLES = frozenset({"bin", "bint", "ibn", "al", "el", "von", "van", "de", "da", "del", "dos"})


def _is_of_day(words: Words, number: int) -> bool:
    """Whether the word is of a day before the name: "On | 12 March | National Defence College", "On Feb | 20-21 | Defence Staff"."""
    at = number
    if words.lower[at].rstrip(".") in MONTH_NUMBERS:
        return at > 0 and words.tokens[at - 1].text[0].isdigit()
    while at > max(0, number - 4) and (words.tokens[at].text.isdigit() or words.tokens[at].text in "-–"):
        at -= 1
    return at < number and words.lower[at].rstrip(".") in MONTH_NUMBERS and words.is_capital(at)


def _may_precede(words: Words, number: int) -> bool:
    text = words.tokens[number].text
    if text.endswith(("-based", "-led", "-backed", "-wide", "-born")):
        return False  # "the Accra-based | High Commission of Peru"
    if _is_of_day(words, number):
        return False
    if words.is_headline:
        known = words.lower[number] in facts().in_headlines or bool(ORDINAL.match(text))
        return known or (text[0].isupper() and words.text(number, number + 1) in words.body)
    return (words.is_capital(number) and (len(text) > 1 or words.is_capital(number + 1))) or bool(ORDINAL.match(text) and number)


def _joins_left(words: Words, number: int, head: Head, reached: int) -> bool:
    """Whether "and" stands inside the name: "Aeronautics and Space Administration", not "the Navy and Defence Staff"."""
    begin = number - 1
    if begin > reached and words.joined(number) and _is_headed(words, number, reached):
        return True
    if number == head.first - 1 and head.family != "unit" and words.lower[head.last] != "mechanism":
        return False  # "Intelligence and Headquarters": what follows "and" is a body of its own
    if head.family not in ("office", "weak", "unit") or begin <= reached or not words.joined(number) or not is_plain(words, begin):
        return False
    while begin - 1 > reached and words.joined(begin) and is_plain(words, begin - 1):
        begin -= 1
    if words.lower[number - 1] in ("officials", "leaders", "members", "government"):
        return False  # "State House Officials | and | National Ports Council", "the Peruvian Government | and | Defence Ministry"
    if head.family != "unit" and _ends_in_person(words, begin, number):
        return False  # "Minister of Trade Ann Berg | and | National Ports Council"
    subjects = any(word in facts().subjects or word in facts().official for word in words.lower[begin:number])
    if head.family == "unit":
        fields = words.lower[head.last] == "command" and all(_is_field(words, at) for at in (*range(begin, number), number + 1))
        numbered = begin > 0 and bool(ORDINAL.match(words.tokens[begin - 1].text))  # "442 Transport and Rescue Squadron"
        return numbered or (fields and begin > 0 and words.lower[begin - 1] in _OPENING)  # "the | Training and Doctrine Command"
    opened = begin > 0 and (words.lower[begin - 1] in _OPENING or words.is_place(begin - 1) or _is_known(words, begin - 1))
    return subjects or opened or "-" in words.lower[number - 1]


def _is_headed(words: Words, number: int, reached: int) -> bool:
    """Whether one official heads what is told around "and", which so is one body: "Head of the | Intelligence and | Security Service"."""
    at = number - 1
    if not _is_field(words, at) or not words.is_capital(number + 1):
        return False
    while at - 1 > reached and words.joined(at) and is_plain(words, at - 1) and words.is_capital(at - 1):
        at -= 1
    return words.lower[at - 1] == "the" and words.lower[at - 2] in ("of", "at") and at > 2 and words.lower[at - 3] in _HEADING


_HEADING = frozenset({"head", "director", "commander", "chief", "commandant", "superintendent", "officer", "deputy", "general"})


def _ends_in_person(words: Words, begin: int, end: int) -> bool:
    """Whether two words that are no English close the run, behind a word of offices or a state: "Trade | Ann Berg |"."""
    first = end
    while first > begin and words.lower[first - 1] not in people_words().plain and words.lower[first - 1] not in facts().subjects:
        first -= 1
    behind = first > begin and words.lower[first - 1] in facts().subjects
    return end - first > 1 and (behind or (first == begin and begin > 0 and words.is_place(begin - 1)))


def _is_known(words: Words, number: int) -> bool:
    return number in words.ending and words.ending[number][1].kind in KNOWN


_OPENING = frozenset({"the", "'s", "its", "of", "’s"})


# schools and hospitals, which bear names of persons
NAMED_FOR = frozenset({"academy", "college", "school", "university", "hospital", "institute", "centre", "center"})


def _before_state(words: Words, at: int, reached: int) -> int:
    """Words that may stand before the state in a name: "Royal", "Joint", an ordinal, or a second state ("Nigeria – Cameroon")."""
    while at - 1 > reached and words.joined(at):
        before = at - 1
        second = before - 1
        dash = words.lower[before] in ("-", "–", "—", "/")
        if dash and second > reached and words.joined(before) and words.is_place(second):
            first = words.ending[second][0] if second in words.ending else second
            if (first > 0 and words.lower[first - 1] == ",") or (words.tokens[second].text.isupper() and len(words.lower[second]) > 4):
                break  # "DAKAR, Senegal – | U.S. Army Maj. Gen. N", "SINGAPORE - | Malaysian Navy Chief N"
            at = first
        elif (words.is_capital(before) and words.lower[before] in facts().before_state) or (
            ORDINAL.match(words.tokens[before].text) and not words.tokens[before].text.isdigit()
        ):
            at = before
        else:
            break
    return at
