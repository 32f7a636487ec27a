"""The words of a passage with what the tables and the lexicon of heads know of them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from ingest.engine import patterns, tables
from ingest.engine.types import Evidence, Passage, Term, Token
from ingest.engine.values import frozen


class Words:
    """The tokens of a passage with small letters and with the terms that end or begin at each of them."""

    def __init__(self, passage: Passage, body: str = "") -> None:
        self.passage, self.body = passage, body
        self.tokens = passage.tokens
        self.is_headline = passage.where == "title" and _is_title_case(passage)
        self.lower = list(map(str.lower, passage.texts))
        if "’" in passage.text:
            self.lower = [word.replace("’", "'") if "’" in word else word for word in self.lower]
        self.known = frozenset(self.lower)  # so that no word is sought one by one that does not stand in the passage
        self.terms = sorted((term for term in passage.terms if term.kind in _NAMING), key=_place)  # Djibouti the state before the city
        self.ending: dict[int, tuple[int, Term]] = {}  # number of a term's last word → its first word, and the term
        self.beginning: dict[int, tuple[int, Term]] = {}
        self.term_starts = [term.start for term in self.terms]
        starts = [token.start for token in passage.tokens]
        for term in self.terms:
            first, last = bisect_left(starts, term.start), bisect_left(starts, term.end) - 1
            if first <= last and starts[first] == term.start and passage.tokens[last].end == term.end:
                self.ending.setdefault(last, (first, term))
                self.beginning.setdefault(first, (last, term))

    def joined(self, number: int) -> bool:
        """Whether nothing but a blank stands before the word."""
        if not 0 < number < len(self.tokens):
            return False
        end, start = self.tokens[number - 1].end, self.tokens[number].start
        return start == end or (start == end + 1 and self.passage.text[end] != "\n")

    def number_behind(self, end: int) -> int:
        """The number of the first word that begins at or behind an offset."""
        return bisect_left(self.tokens, end, key=_start)

    def is_capital(self, number: int) -> bool:
        """Whether a capital opens the word, or stands right behind its prefix ("eThekwini")."""
        if not 0 <= number < len(self.tokens):
            return False
        text = self.tokens[number].text
        return text[0].isupper() or text[1:2].isupper()

    def is_place(self, number: int) -> bool:
        """Whether a state is named by the word, or inside it ("Malaysia-Thailand")."""
        if number in self.ending and self.ending[number][1].kind in STATES:
            return True
        token = self.tokens[number]
        return "-" in token.text and any(term.kind in STATES for term in self.within(token.start, token.end))

    def opening_of(self, number: int) -> int:
        """The first word of a state of several words whose last one is tied to another: "| Sri | Lanka-India"; else the word itself."""
        token = self.tokens[number]
        tied = token.start + token.text.find("-")
        names = (term for term in self.within(token.start - _LONGEST_STATE, token.start) if term.kind in STATES and term.end == tied)
        return next((bisect_left(self.tokens, term.start, key=_start) for term in names), number)

    def within(self, start: int, end: int) -> list[Term]:
        """The terms that begin between two offsets."""
        return self.terms[bisect_left(self.term_starts, start) : bisect_left(self.term_starts, end)]

    def text(self, first: int, last: int) -> str:
        return _BLANKS.sub(" ", self.passage.text[self.tokens[first].start : self.tokens[last].end])

    def evidence(self, first: int, last: int, rule: str) -> Evidence:
        return Evidence(self.tokens[first].start, self.tokens[last].end, f"organizations.{rule}", self.passage.where)

    def codes(self, start: int, end: int) -> tuple[str, ...]:
        """The states named between two offsets, each once."""
        inside = self.within(start, end)
        named = [term.value for term in inside if term.kind in STATES]
        named = named or [term.value.rpartition("|")[2] for term in inside if term.kind in ("city", "statebody") and "|" in term.value]
        return tuple(dict.fromkeys(named))

    def owner(self, start: int, end: int) -> str | None:
        """The state of a body of the tables between two offsets, where no state is named: "Bureau of Salvage of the Royal Navy"."""
        inside = self.within(start, end)
        if any(term.kind in STATES for term in inside):
            return None
        return next((code for term in inside if term.kind == "statebody" and (code := term.value.rpartition("|")[2])), None)


_LONGEST_STATE = 40  # characters before the last word of a state's name


def _start(token: Token) -> int:
    return token.start


def _place(term: Term) -> tuple[int, bool]:
    return term.start, term.kind == "city"


def _is_title_case(passage: Passage) -> bool:
    """Whether nearly all longer words bear capitals, so that a capital does not tell a name."""
    long = [token.text for token in passage.tokens if token.text.isalpha() and len(token.text) > 3]
    return sum(word[0].isupper() for word in long) > 0.8 * len(long)


STATES = frozenset({"country", "demonym"})
KNOWN = frozenset({"intorg", "group", "statebody"})
_NAMING = STATES | KNOWN | {"country_mask", "city"}


# ---- heads ----


@frozen
class Head:
    first: int
    last: int
    family: str


def last_head(words: Words, number: int) -> Head | None:
    """The head at the word, or the last one of the run of capital words that begins there ("Air Force Staff")."""
    found = head_at(words, number)
    if found is None:
        return None
    at = found.last + 1
    at += _is_number_of_area(words, at)
    while at < len(words.tokens) and words.joined(at) and words.is_capital(at) and at - found.last < 6:
        if words.is_place(at) or stops(words, at):
            break
        longer = head_at(words, at)
        if longer and words.lower[at] in ("staff", "command") and _opens_rank(words, at):
            break  # "Armed Forces | Staff Lieutenant General N", "U.S. Army | Command Sgt. Maj. N"
        if (
            longer
            and words.lower[longer.last] == "headquarters"
            and at == found.last + 1
            and not _is_owner(words, number)
            and words.lower[max(0, found.first - 1) : at] != ["joint", "force"]  # a headquarters that is a staff
        ):  # "General Staff Headquarters" is where the General Staff sits
            break
        if longer:
            found, at = longer, longer.last
        at += 1
        at += _is_number_of_area(words, at)
    return found


def _is_number_of_area(words: Words, number: int) -> bool:
    """Whether the word counts an area whose command follows: "Naval Region | 3 | Command", "Coast Guard District | 7 | Headquarters"."""
    if not words.joined(number) or words.lower[number - 1] not in _COUNTED_AREAS or not words.joined(number + 1):
        return False
    counts = words.tokens[number].text.isdigit() or (words.tokens[number].text.isupper() and set(words.tokens[number].text) <= set("IVX"))
    return counts and head_at(words, number + 1) is not None


_COUNTED_AREAS = frozenset({"region", "district", "zone", "area", "sector"})


def _opens_rank(words: Words, number: int) -> bool:
    """Whether a rank begins at the word: another word of rank follows it at once."""
    follower = words.lower[number + 1].rstrip(".") if words.joined(number + 1) else ""
    if words.lower[number] == "staff" and number and words.lower[number - 1] in facts().staffs:
        return False  # "General Staff | Vice Admiral N"
    return follower in facts().ranks and follower not in ("staff", "command", "chief", "general")


def _is_owner(words: Words, number: int) -> bool:
    """Whether "of the" stands before the capital words that end here: "chief of staff of the Peruvian Army Headquarters"."""
    for _ in range(12):
        if number < 2 or not words.is_capital(number - 1) or not words.joined(number):
            break
        number -= 1
    return words.lower[max(0, number - 2) : number] == ["of", "the"]


def head_at(words: Words, number: int) -> Head | None:
    if not words.is_capital(number) or _is_airman(words, number):
        return None
    if words.lower[number] == "task" and words.joined(number + 1) and words.lower[number + 1].startswith("force-"):
        return Head(number, number + 1, "unit")  # "Joint Task Force-North"
    first, hyphen, region = words.lower[number].partition("-")
    if hyphen and first in REGIONAL and region in REGIONS and region not in ("central", "center"):
        return Head(number, number, "unit")  # "Regional Command-West"
    for phrase, family in facts().head_starts.get(words.lower[number], ()):
        last = number + len(phrase) - 1
        if (
            last < len(words.tokens)
            and tuple(words.lower[number : last + 1]) == phrase
            and all(map(words.joined, range(number + 1, last + 1)))
            and not _is_small_word(words, last)
            and not (
                phrase == ("command",) and words.lower[last + 1 : last + 3] == ["and", "control"]
            )  # a work: "Air Command and Control System"
        ):
            return Head(number, last, family)
    return None


def _is_airman(words: Words, number: int) -> bool:
    """Whether a rank of airmen begins behind a state: "Defence Adviser to Nigeria | Group Captain N"; not "the Kenya Wing Commander, N"."""
    if words.lower[number] not in _OF_AIRMEN or not number or not words.is_place(number - 1) or not words.joined(number + 2):
        return False
    return words.lower[number + 1] in _OPENING_RANKS[words.lower[number]] and words.is_capital(number + 2)


def _is_small_word(words: Words, number: int) -> bool:
    """Whether the form of a firm is a plain word here: "As" at the head of a sentence, "AS" in a line of capitals."""
    if words.lower[number] != "as":
        return False
    return words.tokens[number].text != "AS" or not number or words.tokens[number - 1].text.isupper()


REGIONAL = frozenset({"command", "brigade", "division", "corps"})
WHOSE = frozenset(
    {
        "people",
        "women",
        "veterans",
        "children",
        "peoples",
        "king",
        "queen",
        "sultan",
        "majesty",
        "experts",
        "chiefs",
        "commanders",
        "officers",
    }
)  # "People's Army": the ’s is part of the name
REGIONS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "south-east", "center", "central"}
    | {"europe", "africa", "pacific", "atlantic", "caribbean", "arctic", "alaska", "europe-africa", "sahel", "baltic", "mediterranean"}
)
# what may follow the name of a firm behind a comma
FIRMS = frozenset({"inc", "llc", "ltd", "limited", "plc", "corp", "gmbh", "corporation", "co", "berhad"})
ORDINAL = patterns.compile(r"(?:\d{1,3}/)?\d{1,4}(?:st|nd|rd|th)?$")


def stops(words: Words, number: int) -> bool:
    lexicon, word = facts(), words.lower[number].rstrip(".")
    follower = words.lower[number + 1] if number + 1 < len(words.tokens) else ""
    if opens_rank(words, number):
        return True
    if word == "state" and follower in ("secretary", "secretaries"):
        return words.lower[number - 1 : number] != ["of"]  # "Ministry of Defence | State Secretary N"
    if word in _OF_OFFICES:
        return any(each in _OFFICES for each in words.lower[number + 1 : number + 4])
    if word in _BEFORE_OFFICES and follower in _OFFICES_SENT:
        return True  # "Department of Ports | Special Envoy N", "Office of Budget | Associate Director N"
    if word in ("officer", "officers") and follower in _TRAINED:
        return False  # "Officer Cadet School"
    if word == "general" and words.lower[number - 1 : number] in (["attorneys"], ["inspectors"]):
        return False  # "Association of Attorneys | General"
    if word == "general" and (follower in lexicon.after_general or follower in lexicon.subjects):  # "General Maritime Directorate"
        before = words.lower[number - 1].rstrip(".") if number and words.joined(number) else ""
        return before in lexicon.stop and before not in _ARTICLES
    return word in lexicon.stop and not _is_initials(words.tokens[number].text)


def opens_rank(words: Words, number: int) -> bool:
    """Whether a rank begins with a word of bodies: "the Armed Forces | Air Marshal N", "Border Guard | Brigade General N"."""
    followers = _OPENING_RANKS.get(words.lower[number])
    if not followers or not words.joined(number + 1) or words.lower[number + 1].rstrip(".") not in followers:
        return False
    if not words.is_capital(number + 1) or not words.joined(number + 2) or words.lower[number + 2] in _NO_NAMES:
        return False
    return words.lower[number] in ("air", "rear") or (words.joined(number) and _ends_head(words, number - 1))


def _ends_head(words: Words, number: int) -> bool:
    """Whether the name of a body could end at the word: "Border Guard", "Ministry of Defence"."""
    if number > 1 and words.lower[number - 1] == "of":
        number -= 2
    return number >= 0 and any((head := head_at(words, first)) and head.last == number for first in range(max(number - 2, 0), number + 1))


# words with which bodies and ranks begin, and what follows in the ranks
_OPENING_RANKS = {
    "air": frozenset({"marshal", "chief", "vice", "vice-marshal", "commodore", "cdre", "general"}),
    **dict.fromkeys(("army", "corps", "brigade"), frozenset({"general", "gen"})),
    **dict.fromkeys(("squadron", "flotilla", "division"), frozenset({"admiral", "leader", "general", "gen"})),
    "rear": frozenset({"admiral", "adm"}),
    "wing": frozenset({"commander", "cdr"}),
    "group": frozenset({"captain", "capt"}),
    "police": frozenset({"general", "colonel", "major", "lieutenant", "brigadier"}),
}
_OF_AIRMEN = frozenset({"wing", "group"})  # the first words of ranks that no unit of a state is called by
# behind "General" these make it the word of a body; behind "Wing Commander" a rank makes it an office
_NO_NAMES = frozenset({"staff", "command", "headquarters", "directorate", "secretariat", "department", "of", "inspectorate", "school"}) | {
    "general", "colonel", "lieutenant", "major", "captain", "brigadier", "col", "lt", "maj", "brig", "gen", "capt",
}  # fmt: skip


# words of offices, not of bodies, where an office follows: "Ministry of Health | Principal Public Relations Officer"
_OF_OFFICES = frozenset({"permanent", "principal", "principle"})
_OFFICES = frozenset({"secretary", "secretaries", "officer", "officers", "representative", "advisor", "adviser", "under-secretary"})
_BEFORE_OFFICES = frozenset({"special", "senior", "associate", "managing", "executive"})
_OFFICES_SENT = frozenset(
    {"envoy", "envoys", "representative", "coordinator", "advisor", "adviser", "assistant", "director", "directors", "counsel", "fellow"}
    | {"rapporteur", "administrator", "deputy", "vice", "policy"}
)
_TRAINED = frozenset({"cadet", "cadets", "candidate", "candidates", "training"})
_ARTICLES = frozenset(
    {"the", "a", "an", "of", "in", "at", "by", "for", "from", "to", "with", "and", "new", "on", "their", "its", "his", "her", "both"}
)


def _is_initials(text: str) -> bool:
    """Whether capitals stand for words ("U.S.", "IT") and make no word that would end a name."""
    return text.isupper() and ("." in text or text in _SHORT)


_BLANKS = patterns.compile(r"\s+")
_SHORT = frozenset({"IT", "AI"})


def is_plain(words: Words, number: int) -> bool:
    """Whether the word is a capital word that is no state, no office and no head."""
    if not words.is_capital(number) or number in words.ending or words.is_place(number):
        return False
    return not stops(words, number) and head_at(words, number) is None


def is_thing(words: Words, last: int) -> bool:
    """Whether the capital words behind the name make it an event, a document or a building."""
    at = last + 1
    while words.joined(at) and (words.is_capital(at) or words.lower[at] == "'") and at - last < (2 if words.is_headline else 5):
        if words.lower[at] == "class" and words.lower[last] in ("navy", "forces"):
            return False  # "Peruvian Navy | Condor Class Corvette"
        if words.lower[at].rstrip(".") in _CERTAIN_RANKS:
            return False  # "U.S. 9th Fleet | Rear Adm. Ann Ball"
        if words.lower[at] in facts().things:
            return True
        at += 1
    if words.lower[last + 1 : last + 2] in (["resolution"], ["resolutions"]) and words.joined(last + 1):
        return words.tokens[min(last + 2, len(words.tokens) - 1)].text[0].isdigit()  # "Security Council | resolution 1701"
    return words.lower[at : at + 2] == ["and", "staff"] and words.lower[at + 2 : at + 3] == ["course"]  # "Senior Command and Staff Course"


# ranks that are no words of things besides: not "Command Post", "Staff College"
_CERTAIN_RANKS = frozenset({"lieutenant", "brigadier", "colonel", "captain", "admiral", "commodore", "vice", "rear", "lt", "col", "capt"})
_CERTAIN_RANKS |= {"adm", "vadm", "radm", "gen", "maj", "brig", "cmdr", "cdr", "sgt", "sergeant"}
ACRONYM = patterns.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z.&/-]{1,12}$")


# ---- facts ----


@frozen
class _Facts:
    head_starts: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word → head phrases (longest first) with their family
    after: dict[str, frozenset[str]]
    alone: frozenset[str]
    official: frozenset[str]
    bare_force: frozenset[str]
    before_state: frozenset[str]
    stop: frozenset[str]
    after_general: frozenset[str]
    things: frozenset[str]
    sites: frozenset[str]
    subjects: frozenset[str]
    generic: frozenset[str]  # words of which no body's own name is made
    in_headlines: frozenset[str]  # what may stand before a head in a headline whose words all bear capitals
    staffs_of_chiefs: frozenset[str]
    staffs: frozenset[str]  # what stands before Staff in the names of staffs
    no_names: frozenset[str]
    bare_services: frozenset[tuple[str, ...]]
    bare_offices: frozenset[str]
    of_no_state: frozenset[str]  # as the tables of bodies call them
    ranks: frozenset[str]
    trades: frozenset[str]
    acronyms: dict[str, str]
    press: dict[str, str]  # press agencies with their state
    press_lower: frozenset[str]
    bare_starts: frozenset[str]  # with which a bare service, office or acronym begins


@cache
def facts() -> _Facts:
    data = tables.read("organizations.yaml")
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
            "no_names",
            "bare_offices",
            "ranks",
            "trades",
        )
    }
    known = small["subjects"] | small["official"] | small["bare_force"] | small["before_state"]
    words_of_heads = {part for head in data["heads"].values() for word in head["words"] for part in word.lower().split()}
    return _Facts(
        head_starts={word: tuple(sorted(listed, key=lambda pair: -len(pair[0]))) for word, listed in starts.items()},
        after={family: frozenset(head["after"]) for family, head in data["heads"].items()},
        in_headlines=known,
        staffs=frozenset({"general", "joint", "defence", "defense", "army", "air", "naval", "navy", "main"}),
        bare_services=frozenset(tuple(name.lower().split()) for name in data["bare_services"]),
        acronyms=data["acronyms"],
        of_no_state=frozenset(data["of_no_state"]),
        press={name: country for country, names in data["press"].items() for name in names},
        press_lower=frozenset(name.lower() for names in data["press"].values() for name in names),
        bare_starts=small["bare_offices"] | {"house"} | {name.split()[0].lower() for name in (*data["bare_services"], *data["acronyms"])},
        generic=known | small["stop"] | words_of_heads | REGIONS | WHOSE | {",", "&", "'s"},
        **small,
    )
