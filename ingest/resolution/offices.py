"""How two offices and two ranks relate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.resolution import numbers, tables
from ingest.resolution.names import fold

_SMALL = frozenset({"of", "the", "for", "and", "to", "in", "on", "at", "a", "national", "republic"})
# Positions that say only that somebody leads; which body it is decides.
POLITICAL = frozenset({"minister", "defence minister", "foreign minister", "interior minister", "prime minister"})
CABINET = frozenset({"defence minister", "foreign minister", "interior minister", "prime minister", "head of state"})
_OF_A_BODY = "president of a body"
_HEADS = frozenset("head chief commander commanding general director minister president chairman chair secretary leader officer".split())  # noqa: SIM905
_BODY = re.compile(
    r"^(?:ministry|department|general staff|army|navy|air force|joint staff|joint chiefs|defence staff|armed forces|defence forces?)\b"
)
# "Royal Cambodian Army", "Egyptian Armed Forces"; not "Eighth Army"
_SERVICE = re.compile(
    r"^(?:(?!\d|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[\w']+ ){1,3}?"
    r"(?P<body>general staff|army|navy|air force|land forces|naval forces|armed forces|defence forces?)$"
)
_MINISTRY = re.compile(r"^(?:(?:federal|national|royal) )?(?:ministry|department) of (?:the )?(?:national )?(?:defence|armed forces|war)\b")
_WORD = re.compile(r"[\w']+")
# "Deputy Prime Minister and Minister of Defence": the second office is the one that tells.
_DEPUTY_AND = re.compile(
    r"^(?:first |1st )?(?:deputy|vice) (?:prime minister|premier|president|chancellor),? (?:and )?(?=\w*\s*(?:minister|secretary))"
)


@dataclass(frozen=True, slots=True)
class Grade:
    """A rank's place: branch ("land", "sea", "air", None where several have it) and NATO officer grade (0 for other ranks)."""

    branch: str | None
    value: int


@dataclass(frozen=True, slots=True)
class Office:
    """What a position is: its class where it has one, whether a state has one holder a day, its words and those of its organization."""

    kind: str | None
    one: bool
    words: frozenset[str]
    organization: str | None = None

    @property
    def heads_something(self) -> bool:
        """Whether the position says only that its holder leads the organization."""
        return bool(self.words) and self.words <= _HEADS


@cache
def grade(rank: str | None) -> Grade | None:
    """The grade of a written rank, in full or for short ("Lt. Gen.", "Admiral Sir"); None where it is not told or not known."""
    if not rank:
        return None
    known, plain = _grades(), _in_full(_words_of(rank))
    if plain in known:
        return known[plain]
    alone = " ".join(word for word in plain.split() if word not in tables.beside_ranks())
    return known.get(alone)


def _in_full(plain: str) -> str:
    in_full = tables.load("offices.yml")["rank_words"]
    return " ".join(in_full.get(word, word) for word in plain.split())


@lru_cache(maxsize=50_000)
def office(position: str | None, organization: str | None = None) -> Office | None:
    """What a position is; None where it is not told. A ministry, staff or service lends a bare "Minister" or "Chief" its words."""
    if not position:
        return None
    plain = _DEPUTY_AND.sub("", _words_of(position))
    kind, one = _classify(plain)
    words = _content(plain)
    if organization and words <= _HEADS | {"staff"} and kind in {None, "minister"}:
        lent, lent_one = _classify(f"{plain} of {_lending(_words_of(organization))}")
        kind, one = (lent, lent_one) if lent else (kind, one)
    if organization and kind == "head of state" and _classify(f"{plain} of {_words_of(organization)}")[0] == _OF_A_BODY:
        kind, one = _OF_A_BODY, False
    return Office(kind, one, words, organization)


def _lending(organization: str) -> str:
    """The words of a ministry, staff or service without whose it is and the word for the body itself; nothing of other bodies."""
    if organization == "jcs":
        return "joint chiefs of staff"
    if service := _SERVICE.search(organization):
        return service["body"]
    match = _BODY.search(organization)
    return organization.replace("ministry of ", "").replace("department of ", "") if match else ""


def same_office(a: Office, b: Office) -> bool:
    """Whether two positions are one office in other words."""
    if a.one and b.one:
        return a.kind == b.kind
    if a.kind != b.kind or not a.words or not b.words:
        return False
    if a.heads_something and b.heads_something:
        return a.words == b.words and not _told_apart(a.organization, b.organization)
    if two_bodies(a.organization, b.organization):
        return False
    return a.words == b.words or (len(a.words & b.words) >= 2 and (a.words <= b.words or b.words <= a.words))


def can_be_held_together(a: Office, b: Office) -> bool:
    """Whether one official may hold both on one day."""
    if a.heads_something and b.heads_something and not (a.one or b.one):
        return not _told_apart(a.organization, b.organization)
    if _of_another_number(a, b):
        return False
    if not (a.one or b.one) or a.kind is None or b.kind is None or a.kind == b.kind:
        return True
    pairs = tables.load("offices.yml")["together"]
    return [a.kind, b.kind] in pairs or [b.kind, a.kind] in pairs


def _of_another_number(a: Office, b: Office) -> bool:
    """Whether two posts are one but for their numbers: commander of the 1st Brigade, and of the 2nd."""
    one, two = ({word for word in office.words if numbers.value(word) is not None} for office in (a, b))
    return bool(one and two) and a.words - one == b.words - two and not set(map(numbers.value, one)) & set(map(numbers.value, two))


def told_apart(a: Office, b: Office) -> bool:
    """Whether both offices are told with their bodies, and neither words nor bodies have anything in common."""
    return not a.words & b.words and _told_apart(a.organization, b.organization)


def _told_apart(a: str | None, b: str | None) -> bool:
    """Whether both organizations are told and have other numbers, or no word in common, nor one the initials of the other."""
    if not a or not b or same_organization(a, b):
        return False
    return _numbered_apart(a, b) or not _content(_words_of(a)) & _content(_words_of(b))


def _numbered_apart(a: str, b: str) -> bool:
    """Whether each of two bodies has a number, and they are two: the 1st Fleet and the Second Fleet."""
    one, two = _numbers(a), _numbers(b)
    return bool(one and two) and not one & two


@lru_cache(maxsize=50_000)
def _numbers(organization: str) -> frozenset[int]:
    return frozenset(number for word in _words_of(organization).split() if (number := numbers.value(word)) is not None)


def same_organization(a: str | None, b: str | None) -> bool:
    """Whether two written organizations are one name, spelling of "defence" and word order of small words aside."""
    if not a or not b:
        return False
    if _is_acronym(a, b) or _is_acronym(b, a):
        return True
    one, two = _content(_words_of(a)), _content(_words_of(b))
    return bool(one) and (one == two or (len(one & two) >= 2 and (one <= two or two <= one)))


def two_bodies(a: str | None, b: str | None) -> bool:
    """Whether each of two organizations has a word of its own beside those in common: the embassies in two capitals."""
    if not a or not b or same_organization(a, b):
        return False
    one, two = _content(_words_of(a)), _content(_words_of(b))
    return bool(one & two and one - two and two - one)


def is_wide(organization: str | None) -> bool:
    """Whether an organization is a whole ministry or service, in which many serve: two of one common name may well."""
    plain = _words_of(organization or "")
    return bool(_BODY.fullmatch(plain) or _SERVICE.match(plain) or _MINISTRY.match(plain))


def _is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the first letters of the words of `long` ("DAPA")."""
    letters = short.replace(".", "")
    if not letters.isupper() or not 2 <= len(letters) <= 8 or " " not in long:
        return False
    words = _WORD.findall(long)
    return letters.casefold() in {
        "".join(word[0] for word in words).casefold(),
        "".join(w[0] for w in words if fold(w) not in _SMALL).casefold(),
    }


@lru_cache(maxsize=50_000)
def _words_of(text: str) -> str:
    words = [fold(word).replace("-", " ") for word in text.replace("-", " ").replace(".", "").split()]
    plain = " ".join(word.strip(",;()") for word in words)
    return re.sub(r"\bdefense\b", "defence", plain)


def _content(plain: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(plain) if word not in _SMALL)


@cache
def _grades() -> dict[str, Grade]:
    found: dict[str, Grade] = {}
    for branch, values in tables.load("offices.yml")["ranks"].items():
        for value, names in values.items():
            for name in names:
                found[_words_of(name)] = Grade(None if branch == "any" else branch, value)
    return found


@cache
def _classify(plain: str) -> tuple[str | None, bool]:
    for name, one, pattern in _patterns():
        if pattern.search(plain):
            return name, one
    return None, False


@cache
def _patterns() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    found = []
    for entry in tables.load("offices.yml")["classes"]:
        alternatives = "|".join(_pattern(words) for words in entry["words"])
        start = r"^(?:the |principal |first |acting )?" if entry.get("prefix") else r"\b"
        found.append((entry["name"], bool(entry.get("one")), re.compile(rf"{start}(?:{alternatives})\b")))
    return tuple(found)


def _pattern(words: str) -> str:
    """A pattern for words in order: "*" stands for up to five between, and an article may be left out."""
    plain = re.escape(words).replace(r"\*", r"(?:\w+ ){0,5}?").replace(r"}?\ ", "}?")
    return plain.replace(r"\ the\ ", r"\ (?:the\ )?")
