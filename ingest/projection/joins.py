"""Who leads to whom: what people and rules joined, as a function of the judgements in force, the likenesses, and who is told of at all.

Facts speak of keys. Keys that were joined make a group, and all of a group lead to its chief, whose row they share. People's
judgements come first and are never overruled; a rule joins only where no judgement is against it, where no article names both, and
where people decided something on one side at most (two that people have dealt with are joined by people).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Manager, Q

from archive.models import Article, Correction, FormerKey, Judgement, Likeness, Mention, Organization, Person
from ingest.models import OrganizationSighting, PersonSighting
from ingest.resolution.linking import Official, person_keys


@dataclass(frozen=True, slots=True)
class Kind:
    """Where sightings of a model's things stand, and in which column they tell the key."""

    model: type[Any]
    sightings: Manager[Any]
    column: str
    former: str
    corrected: str
    likeness: str


PEOPLE = Kind(Person, PersonSighting.objects, "person_key", FormerKey.Kind.PERSON, Correction.Kind.PERSON, Likeness.Kind.PERSON)
BODIES = Kind(
    Organization,
    OrganizationSighting.objects,
    "organization_key",
    FormerKey.Kind.ORGANIZATION,
    Correction.Kind.ORGANIZATION,
    Likeness.Kind.ORGANIZATION,
)
KINDS = (PEOPLE, BODIES)


def settle(kind: Kind, keys: Collection[str]) -> dict[str, tuple[str | None, str | None]]:
    """Former keys lead where they should for every group that one of the keys is, or was, in.

    Returns the keys that lead elsewhere now: to whom they led before, and to whom now (None: to nobody, they stand for themselves).
    """
    if not keys:
        return {}
    groups = _Groups(kind)
    members = groups.around(keys)
    wanted = groups.leads(members)
    there = dict(_former(kind).filter(key__among=members).values_list("key", "now"))
    changed = {key: (there.get(key), wanted.get(key)) for key in sorted(members) if there.get(key) != wanted.get(key)}
    _former(kind).filter(key__in=changed).delete()
    FormerKey.objects.bulk_create(FormerKey(kind=kind.former, key=key, now=now) for key, (_, now) in changed.items() if now)
    return changed


def concerned(kind: Kind, keys: Collection[str]) -> set[str]:
    """Those of the keys that are joined with another, or would be by a rule."""
    if not keys:
        return set()
    pairs = list(_former(kind).filter(Q(key__among=keys) | Q(now__among=keys)).values_list("key", "now"))
    either = Q(left__among=keys) | Q(right__among=keys)
    pairs += Likeness.objects.filter(either, kind=kind.likeness, verdict=Likeness.Verdict.SAME).values_list("left", "right")
    return {key for pair in pairs for key in pair} & set(keys)


def told_of(kind: Kind, keys: Collection[str]) -> set[str]:
    """Those of the keys that any article speaks of."""
    there = kind.sightings.filter(**{f"{kind.column}__in": list(keys)}).values_list(kind.column, flat=True)
    return set(there) if keys else set()


def given_up(kind: Kind, keys: Collection[str]) -> list[str]:
    """Those of the keys that lead to another."""
    return list(_former(kind).filter(key__in=keys).values_list("key", flat=True))


def judged_among(mentions: Collection[str]) -> set[str]:
    """Those of the mentions on which a judgement is in force, with the others of those judgements."""
    if not mentions or not _judged().exists():  # hundreds of releases have tens of thousands of mentions
        return set()
    told = _judged().filter(Q(left__among=mentions) | Q(right__among=mentions)).values_list("left", "right")
    return {mention for pair in told for mention in pair}


def judged_in(articles: Collection[Article]) -> set[str]:
    """The mentions of the articles on which a judgement is in force, with the others of those judgements."""
    return judged_among(list(Mention.objects.filter(article__in=articles).values_list("key", flat=True))) if articles else set()


def spoken_of(mentions: Iterable[str]) -> dict[str, str]:
    """The key that each mention speaks of before anything was joined; those that no article has any more are left out."""
    wanted = set(mentions)
    found: dict[str, str] = {}
    for kind in KINDS:
        rows = kind.sightings.filter(mentions__overlap=sorted(wanted)) if wanted else ()
        for row in rows:
            found |= {mention: getattr(row, kind.column) for mention in row.mentions if mention in wanted}
    return found


def keys_split_off(field: str, moved_to: Iterable[str]) -> dict[str, str]:
    """The key of each that mentions were moved to when somebody, or something, was split off: of officials it follows from the block."""
    if field == Correction.Kind.ORGANIZATION:
        return {where: where for where in moved_to}
    return {where: person_keys([Official(where)])[Official(where)] for where in moved_to}


def chain(one: str, other: str, *, without: Judgement | None = None) -> list[Judgement]:
    """The judgements by which people made one of these two keys, in order from the first; none where they did not."""
    return _Groups(PEOPLE, without=without).path(one, other) or _Groups(BODIES, without=without).path(one, other)


def parting(one: str, other: str, *, without: Judgement | None = None) -> list[Judgement]:
    """The judgements from which it follows that two keys are not one: those that say "the same", up to a "different", and on."""
    return _Groups(PEOPLE, without=without).parting(one, other) or _Groups(BODIES, without=without).parting(one, other)


def _judged() -> Any:
    decisive = (Judgement.Verdict.SAME, Judgement.Verdict.DIFFERENT)
    return Judgement.objects.in_force().filter(kind=Judgement.Kind.MENTION, verdict__in=decisive)


def _former(kind: Kind) -> Any:
    return FormerKey.objects.filter(kind=kind.former)


class _Groups:
    """The graph of keys: people's judgements whole (they are few), what rules joined as far as it is asked for."""

    def __init__(self, kind: Kind, *, without: Judgement | None = None) -> None:
        self.kind = kind
        self.judgements = [one for one in _judged().select_related("by").order_by("pk") if one != without]

    @cached_property
    def key_of(self) -> dict[str, str]:
        """The key that each judged mention speaks of."""
        mentions = {mention for one in self.judgements for mention in (one.left, one.right)}
        found: dict[str, str] = {}
        rows = self.kind.sightings.filter(mentions__overlap=sorted(mentions)) if mentions else ()
        for row in rows:
            found |= {mention: getattr(row, self.kind.column) for mention in row.mentions if mention in mentions}
        for one in self.judgements:  # a mention that is gone speaks of whom it spoke of
            for mention, was in ((one.left, one.left_was), (one.right, one.right_was)):
                if was:
                    found.setdefault(mention, was)
        return found

    @cached_property
    def same(self) -> dict[str, list[tuple[str, Judgement]]]:
        """The neighbours of each key by people's word."""
        found: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
        for left, right, judgement in self._pairs(Judgement.Verdict.SAME):
            found[left].append((right, judgement))
            found[right].append((left, judgement))
        return found

    def _pairs(self, verdict: str) -> Iterator[tuple[str, str, Judgement]]:
        for one in self.judgements:
            left, right = self.key_of.get(one.left), self.key_of.get(one.right)
            if one.verdict == verdict and left and right and left != right:
                yield left, right, one

    def path(self, one: str, other: str) -> list[Judgement]:
        came: dict[str, tuple[str, Judgement] | None] = {one: None}
        waiting = deque([one])
        while waiting and other not in came:
            here = waiting.popleft()
            for there, judgement in self.same.get(here, ()):
                if there not in came:
                    came[there] = (here, judgement)
                    waiting.append(there)
        steps: list[Judgement] = []
        step = came.get(other)
        while step:
            steps.append(step[1])
            step = came[step[0]]
        return steps[::-1]

    def parting(self, one: str, other: str) -> list[Judgement]:
        for left, right, judgement in self._pairs(Judgement.Verdict.DIFFERENT):
            for near, far in ((left, right), (right, left)):
                to, on = self.path(one, near), self.path(far, other)
                if (to or one == near) and (on or far == other):
                    return [*to, judgement, *on]
        return []

    def around(self, keys: Collection[str]) -> set[str]:
        """The keys, with all that may be in a group with them or was."""
        found, new = set(keys), set(keys)
        while new:
            near = {there for key in new for there, _ in self.same.get(key, ())}
            for former, now in _former(self.kind).filter(Q(key__among=new) | Q(now__among=new)).values_list("key", "now"):
                near |= {former, now}
            for left, right in self._rules().filter(Q(left__among=new) | Q(right__among=new)).values_list("left", "right"):
                near |= {left, right}
            new = near - found
            found |= new
        return found

    def _rules(self) -> Any:
        return Likeness.objects.joining().filter(kind=self.kind.likeness)

    def leads(self, members: Collection[str]) -> dict[str, str]:
        """The chief of each member's group, for those who are not chiefs."""
        told = list(self.kind.sightings.filter(**{f"{self.kind.column}__in": members}).values_list(self.kind.column, "article").distinct())
        articles: dict[str, set[int]] = defaultdict(set)
        for key, article in told:
            articles[key].add(article)
        group = {key: {key} for key in articles}
        for left, right, _ in self._pairs(Judgement.Verdict.SAME):
            if left in group and right in group:
                _unite(group, left, right)
        self._join_by_rule(group, articles, members)
        short = self._named_for_short({key for keys in group.values() if len(keys) > 1 for key in keys})
        chiefs = {id(keys): self._chief(keys, short=short) for keys in group.values()}
        return {key: chief for key, keys in group.items() if (chief := chiefs[id(keys)]) != key}

    def _join_by_rule(self, group: dict[str, set[str]], articles: dict[str, set[int]], members: Collection[str]) -> None:
        parted = [(left, right) for left, right, _ in self._pairs(Judgement.Verdict.DIFFERENT)]
        likenesses = self._rules().filter(left__among=members, right__among=members).order_by("left", "right").values_list("left", "right")
        for left, right in likenesses:
            if left not in group or right not in group or group[left] is group[right] or {left, right} & self.split_off:
                continue
            ours, theirs = group[left], group[right]
            if ours & self.decided and theirs & self.decided:
                continue
            if any((a in ours and b in theirs) or (a in theirs and b in ours) for a, b in parted):
                continue
            if set().union(*(articles[key] for key in ours)) & set().union(*(articles[key] for key in theirs)):
                continue
            _unite(group, left, right)

    @cached_property
    def corrected(self) -> frozenset[str]:
        """The keys of things on which a correction is in force."""
        return frozenset(Correction.objects.in_force().filter(kind=self.kind.corrected).values_list("key", flat=True))

    @cached_property
    def split_off(self) -> frozenset[str]:
        """The keys of those that people took out of another: no rule joins them with anybody."""
        field = "person" if self.kind is PEOPLE else "organization"
        moved = Correction.objects.in_force().filter(kind=Correction.Kind.MENTION, field=field).values_list("new", flat=True)
        return frozenset(keys_split_off(field, set(map(str, moved))).values())

    @cached_property
    def decided(self) -> frozenset[str]:
        """The keys on which people decided anything."""
        return self.corrected | self.same.keys()

    def _named_for_short(self, keys: Collection[str]) -> set[str]:
        """Those of the officials who are named by one word: "Biden". Under it nobody would look for whoever else is named in full."""
        if self.kind is not PEOPLE or not keys:
            return set()
        told = self.kind.sightings.filter(person_key__in=keys).values_list("person_key", "names").distinct()
        return set(keys) - {key for key, names in told if any(" " in name for name in names)}

    def _chief(self, keys: Collection[str], *, short: Collection[str]) -> str:
        """Whom people chose to stay; else the one whom people corrected; else one who is named in full; of several the least key."""
        gave_way = {key for key in keys if any(self._gives_way(key, judgement) for _, judgement in self.same.get(key, ()))}
        stayed = {key for key in keys - gave_way if key in self.same}  # type: ignore[operator]
        return min(keys, key=lambda key: (key not in stayed, key in gave_way, key not in self.corrected, key in short, key))

    def _gives_way(self, key: str, judgement: Judgement) -> bool:
        return bool(judgement.stays) and self.key_of.get(judgement.stays) != key


def _unite(group: dict[str, set[str]], one: str, other: str) -> None:
    if group[one] is group[other]:
        return
    group[one] |= group[other]
    for key in group[other]:
        group[key] = group[one]
