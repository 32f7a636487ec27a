"""Who is who inside one release: full names, the short forms that follow them, and every span that names each person."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import compress, count
from operator import or_
from unicodedata import combining, normalize

from ingest.engine.remembered import Remembered
from ingest.engine.rules.people.lexicon import lexicon
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.names import is_elided
from ingest.engine.rules.people.view import View
from ingest.engine.types import Evidence


@dataclass
class Group:
    """All sightings and bare mentions of one person; `parts` are the folded words of the fullest name."""

    parts: tuple[str, ...]
    sightings: list[Sighting]
    mentions: list[tuple[Evidence, str]] = field(default_factory=list)
    ranks: set[str] = field(default_factory=set)

    @cached_property
    def fullest(self) -> Sighting:
        """The sighting that prints the name most fully, in the body where it can be; asked for when all are gathered."""
        return max(
            self.sightings, key=lambda each: (len(strip(each.parts)), each.view.passage.where == "body", len(each.name), -each.start)
        )

    @cached_property
    def starts(self) -> list[int]:
        """Where the sightings in the body begin, in order."""
        return sorted(each.start for each in self.sightings if each.view.passage.where == "body")

    def add(self, sighting: Sighting) -> None:
        """Take one more sighting in."""
        self.sightings.append(sighting)
        if sighting.rank is not None:
            self.ranks.add(sighting.rank.name)


def gather(sightings: list[Sighting]) -> list[Group]:
    """The sightings grouped by person, in the order of the text. A sighting that fits several goes to the latest before it."""
    groups: list[Group] = []
    by_part: dict[str, list[Group]] = {}
    ordered = sorted(enumerate(sightings), key=lambda pair: (-_weight(pair[1]), pair[0]))
    for _, sighting in ordered:
        parts = strip(sighting.parts)
        near = {id(group): group for part in parts for group in by_part.get(part, ())}.values()
        fitting = [group for group in near if _fits(sighting, parts, group)]
        if not fitting:
            fitting = [Group(parts, [])]
            groups.append(fitting[0])
            for part in set(parts):
                by_part.setdefault(part, []).append(fitting[0])
        best = fitting[0] if len(fitting) == 1 else max(fitting, key=lambda group: _nearness(sighting, group))
        best.add(sighting)
    for group in groups:
        group.sightings.sort(key=_place)
    return sorted(groups, key=lambda group: _place(group.sightings[0]))


def mention(view: View, groups: list[Group]) -> None:
    """Add to each group the spans of a passage that name the person without rank or office: "Dîncu said"."""
    if not groups:
        return
    taken = [False] * (len(view.words) + 1)
    for group in groups:
        for sighting in group.sightings:
            if sighting.view is view:
                for at in range(sighting.start, sighting.end):
                    taken[at] = True
    heads: dict[str, list[Group]] = {}
    for group in groups:
        for part in set(group.parts):
            heads.setdefault(part, []).append(group)
    reached = 0
    elided = {word for word in view.passage.words if ("’" in word or "'" in word) and is_elided(word)}
    may_open = map(or_, view.capital, map(elided.__contains__, view.words)) if elided else view.capital
    for at in [*compress(count(), may_open)]:
        if at >= reached and not taken[at] and ((first := _plain(view.folds[at])) in heads or len(first) < 3):
            reached = _mentioned(view, at, heads, taken) or at + 1


# ---- parts of names ----


@lru_cache(maxsize=1 << 12)
def strip(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts without accents, particles and the Arabic article, as two names are compared; "Li" of "Li Jianguo" is no particle."""
    particles, family = lexicon().particles, parts[0] if len(parts) > 1 and parts[0] in lexicon().family_first else None
    bare = tuple(_plain(part) for at, part in enumerate(parts) if part not in particles or (at == 0 and part == family))
    return bare or tuple(_plain(part) for part in parts)


_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "þ": "th"})


def _bare(part: str) -> str:
    if not part.isascii():
        part = "".join(sign for sign in normalize("NFKD", part.translate(_LETTERS)) if not combining(sign))
    if part.startswith(("al-", "el-", "as-", "ar-", "ad-", "at-", "az-", "ash-")) and len(part) > 5:
        part = part.partition("-")[2]
    return part.replace("'", "").rstrip(".") or part


_plain = Remembered(_bare).__getitem__


def _matches(short: str, full: str) -> bool:
    """Whether a part stands for another: equal, an initial, a short given name."""
    if short == full:
        return True
    if len(short.replace(".", "")) == 1 or len(full.replace(".", "")) == 1:
        return short[0] == full[0]
    if len(short) == 3 and short[1] == ".":
        return short[0] == full[0]  # the first of several initials: "A.T. Lind"
    return (short, full) in lexicon().nicknames or (full, short) in lexicon().nicknames


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the parts of the short name stand in the full one in the same order."""
    at = 0
    for part in full:
        if at < len(short) and _matches(short[at], part):
            at += 1
    return at == len(short)


def _is_misspelt(parts: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two names of three words or more differ by one letter of one long word: "Ahmed Al Rawadi" and "Ahmed Al Rowadi"."""
    if len(parts) != len(others) or len(parts) < 2:
        return False
    differing = [(one, two) for one, two in zip(parts, others, strict=True) if one != two]
    if len(differing) != 1:
        return False
    one, two = differing[0]
    return len(one) == len(two) > 5 and sum(a != b for a, b in zip(one, two, strict=True)) == 1


# ---- grouping ----


def _weight(sighting: Sighting) -> int:
    return sum(1 if len(part) > 1 else 0 for part in strip(sighting.parts)) * 2 + min(len(sighting.parts), 8) // 8


def _place(sighting: Sighting) -> tuple[bool, int]:
    return sighting.view.passage.where == "title", sighting.start


def _fits(sighting: Sighting, parts: tuple[str, ...], group: Group) -> bool:
    if len(parts) > 1 and parts[0] in lexicon().particles and not _within(parts, group.parts):
        parts = parts[1:]  # "Le Drian", after "Jean Le Drian"
    if not (_within(parts, group.parts) or _within(group.parts, parts)):
        return _is_misspelt(parts, group.parts) and _same_rank(sighting, group)
    if len(parts) == 1 and len(group.parts) > 1 and not (parts[0] in group.parts[1:] or _introduced(sighting)):
        return False  # "De la Peña", after "Álvaro de la Peña Ríos"
    if len(parts) > 1 and parts != group.parts and not (_matches(parts[-1], group.parts[-1]) or _matches(parts[0], group.parts[0])):
        return len(parts) > 1 and _same_rank(sighting, group)
    return _same_rank(sighting, group) or (len(parts) == 1 and _is_clipped(sighting, group))


def _is_clipped(sighting: Sighting, group: Group) -> bool:
    """Whether a surname bears the first word of the rank only: "Maj. Chaalan" after "Major General Omar Chaalan"."""
    return sighting.rank is not None and any(name.startswith(sighting.rank.name + " ") for name in group.ranks)


def _introduced(sighting: Sighting) -> bool:
    return sighting.rank is not None or sighting.honorific is not None or sighting.office is not None


def _same_rank(sighting: Sighting, group: Group) -> bool:
    """Whether the ranks do not contradict: "General" goes with "Lieutenant General", "Major" does not."""
    if sighting.rank is None:
        return True
    ranks = group.ranks
    if sighting.rank.office and len(sighting.parts) == 1:
        return True  # "Commander Bello" may be a general who commands
    return not ranks or any(_kin(sighting.rank.name, name) for name in ranks)


def _kin(rank: str, other: str) -> bool:
    """Whether one rank may stand for the other: "General" for "Lieutenant General" and for "Général de Brigade"."""
    return (
        sorted(rank.split()) == sorted(other.split())  # "General Major"
        or other.endswith(rank)
        or rank.endswith(other)
        or other.startswith(rank + " of")
        or _plain(other.lower()).startswith(_plain(rank.lower()) + " de")
    )


def _nearness(sighting: Sighting, group: Group) -> tuple[int, int, bool, int]:
    """How well a short form goes with a person: the same office, the surname rather than another part, the latest before it."""
    office = sighting.office
    head = office.position.lower().split()[-1:] if office is not None else []
    offices = " ".join(each.office.position.lower() for each in group.sightings if each.office is not None)
    same = 2 if head and head[0] in offices else 1 if not head or not offices else 0
    ranked = any(each.rank is not None for each in group.sightings)
    if sighting.rank is not None:
        same += ranked
    elif sighting.honorific is not None and ranked:
        same -= 1
    family = _is_family(strip(sighting.parts)[-1], group.parts)
    before = [each.start for each in group.sightings if each.view is sighting.view and each.start < sighting.start]
    return same, int(family), bool(before), max(before, default=0)


def _is_family(part: str, parts: tuple[str, ...]) -> bool:
    """Whether a part is the surname: the last word, or the first of a name that is printed surname first."""
    if _matches(part, parts[-1]) and len(part) > 1:
        return True
    return part == parts[0] and is_family_first(parts)


def is_family_first(parts: tuple[str, ...]) -> bool:
    if len(parts) < 2:
        return False
    return parts[0] in lexicon().family_first and (len(parts) == 3 or "-" in parts[1] or len(parts) == 2)


# ---- bare mentions ----

_NOT_PEOPLE_BEFORE = frozenset(
    [
        "fort",
        "camp",
        "mount",
        "mt",
        "lake",
        "port",
        "exercise",
        "operation",
        "task",
        "st",
        "saint",
        "san",
        "base",
        "airport",
        "street",
        "avenue",
    ]
)
_NOT_PEOPLE_AFTER = frozenset(
    [
        "administration",
        "airport",
        "award",
        "base",
        "barracks",
        "camp",
        "center",
        "centre",
        "class",
        "college",
        "doctrine",
        "foundation",
        "government",
        "hall",
        "highway",
        "institute",
        "international",
        "lake",
        "library",
        "medal",
        "memorial",
        "military",
        "museum",
        "park",
        "plan",
        "presidency",
        "prize",
        "road",
        "school",
        "square",
        "street",
        "strait",
        "team",
        "university",
        "war",
        "era",
        "range",
        "house",
    ]
)


def _mentioned(view: View, at: int, heads: dict[str, list[Group]], taken: list[bool]) -> int | None:
    first = _plain(view.folds[at])
    candidates = heads.get(first) or (_initialled(view, at, heads) if len(first.replace(".", "")) == 1 else None)
    if not candidates or view.fold(at - 1) in _NOT_PEOPLE_BEFORE or view.is_ship(at - 1):
        return None
    best: tuple[int, int, Group] | None = None
    for group in candidates:
        end = _run(view, at, group, taken, alone=len(candidates) == 1)
        if end is None:
            continue
        before = bisect_left(group.starts, at) and group.starts[bisect_left(group.starts, at) - 1]
        if best is None or (end, before) > (best[0], best[1]):
            best = (end, before, group)
    if best is None:
        return None
    end, _, group = best
    start = _with_particles(view, at, group)
    group.mentions.append((view.evidence(start, end, "people.short-form"), view.text(start, end)))
    return end


def _initialled(view: View, at: int, heads: dict[str, list[Group]]) -> list[Group] | None:
    """Those whose surname follows an initial: "R. Guliyev"."""
    after = at + 1
    while after < len(view.words) and len(view.folds[after].replace(".", "")) == 1 and view.capital[after]:
        after += 1
    return heads.get(_plain(view.folds[after])) if after < len(view.words) else None


def _run(view: View, at: int, group: Group, taken: list[bool], *, alone: bool) -> int | None:
    """The end of the words that name the person, if they hold the surname and nothing else hangs on to them.

    `alone`: nobody else bears the first of the words, so that any part of the name will do.
    """
    parts: list[str] = []
    end, reached = at, 0
    while end < len(view.words) and not taken[end]:
        fold = _plain(view.folds[end])
        if view.folds[end] in view.lex.particles and not view.capital[end] and parts:
            end += 1
            continue
        nxt = (
            next((number for number in range(reached, len(group.parts)) if _matches(fold, group.parts[number])), None)
            if view.capital[end] or is_elided(view.words[end])
            else None
        )
        if nxt is None:
            break
        reached = nxt + 1
        parts.append(fold)
        end += 1
    while end > at and not view.capital[end - 1] and not is_elided(view.words[end - 1]):
        end -= 1
    if not parts or not _names(view, at, end, tuple(parts), group, alone=alone):
        return None
    return end


def _names(view: View, at: int, end: int, parts: tuple[str, ...], group: Group, *, alone: bool) -> bool:
    if len(parts) == 1 and not _is_family(parts[0], group.parts) and not (alone and _acts(view, at, end)):
        return False
    if len(parts) == 1 and (at in view.countries or at in view.places) and not view.is_name_like(at):
        return False
    if not any(len(part.replace(".", "")) > 1 for part in parts):
        return False
    if (
        at > 0
        and view.is_name_like(at - 1)
        and view.folds[at - 1] not in view.lex.particles
        and view.passage.tokens[at - 1].end + 1 >= view.passage.tokens[at].start
        and not view.headline
        and not view.shouting
    ):
        return False
    if end < len(view.words) and not view.headline:
        if view.is_name_like(end) or view.fold(end) in _NOT_PEOPLE_AFTER or view.fold(end) in {"-"}:
            return False
    elif view.fold(end) in _NOT_PEOPLE_AFTER:
        return False
    if view.plain[at] and len(parts) == 1:
        return not view.headline and (view.fold(end) in view.lex.verbs or view.fold(end) in {"'s", "'"}) and not view.shouting
    return True


def _acts(view: View, at: int, end: int) -> bool:
    """Whether a part of a name that is no surname by its place does something: "Getachew met", "said Fernández"."""
    if not view.is_name_like(at) or view.headline or view.shouting:
        return False
    return view.fold(end) in _DOING or (view.fold(at - 1) in {"said", "added"} and view.fold(end) in {".", ",", ""})


_DOING = frozenset({
    "said", "says", "met", "meets", "told", "added", "noted", "stressed", "thanked", "visited", "arrived", "received", "welcomed", "held",
    "emphasized", "emphasised", "expressed", "highlighted", "underlined", "underscored", "praised", "explained", "stated", "discussed",
    "called", "paid", "signed", "replied", "toured", "travelled", "traveled", "spoke", "also", "has", "had", "was", "will", "conferred",
    "hosted", "invited", "briefed",
})  # fmt: skip


def _with_particles(view: View, at: int, group: Group) -> int:
    """Where the short form begins, its particles included: "van Hoogstraten", where the full name has them."""
    particles = {fold for fold in (view_fold.lower() for view_fold in group.fullest.name.split()) if fold in view.lex.opening}
    while at > 0 and view.folds[at - 1] in particles:
        at -= 1
    return at
