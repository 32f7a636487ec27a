"""Groups of countries at hand for one page: by what a reader types, and as sets of members through time."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.models import GroupMembership
from archive.models.country import Spell, spells_of

NONE: frozenset[str] = frozenset()
Sides = tuple[Sequence[str], int | None, int]  # codes of countries, spell of time, number of meetings
SUFFIX = "-members"  # behind a group's name in an address: "au" alone is Australia


@dataclass(frozen=True, slots=True)
class Known:
    """A group as a value of a filter."""

    slug: str
    name: str
    full_name: str

    @property
    def raw(self) -> str:
        return self.slug + SUFFIX

    @property
    def words(self) -> str:
        return f"{self.name} members"


class Groups:
    """The groups of countries, read once."""

    @cached_property
    def all(self) -> list[Known]:
        found = {row.group_id: row.group for row in self._memberships}
        return [Known(group.slug, group.name, group.full_name) for group in sorted(found.values(), key=lambda group: group.name)]

    @cached_property
    def _memberships(self) -> list[GroupMembership]:
        return list(GroupMembership.objects.select_related("group"))

    def known(self, slug: str) -> Known:
        return next(group for group in self.all if group.slug == slug)

    def slug(self, typed: str) -> str | None:
        """The group that was typed: "NATO", "nato-members", "European Union", "members of the EU". None: no such group."""
        text = " ".join(typed.casefold().replace("members of", "").removesuffix(SUFFIX).removesuffix("members").split()).removeprefix(
            "the "
        )
        return next((group.slug for group in self.all if text in (group.slug, group.name.casefold(), group.full_name.casefold())), None)

    def memberships(self, slugs: Collection[str]) -> list[GroupMembership]:
        """Who was a member of any of these groups, and when."""
        return [row for row in self._memberships if row.group_id in slugs]

    @property
    def days(self) -> list[datetime.date]:
        """The days on which somebody joined or left a group, ascending."""
        return [spell.since for spell in self._spells[1:] if spell.since]

    def count(
        self, rows: Iterable[Sides], *, beside: tuple[Collection[str], Collection[str]] = ((), ())
    ) -> tuple[dict[str, int], dict[str, int]]:
        """How many meetings have a side from each country, and from each group as of their day, by rows of `tally_sides`.

        `beside` are countries and groups: a side counts then only where there is another side from one of these.
        """
        countries: Counter[str] = Counter()
        groups: Counter[str] = Counter()
        for sides, spell, n in rows:
            belonging = self.belonging(spell)
            if any(beside):
                theirs = {code for code in sides if code in beside[0] or not belonging.get(code, NONE).isdisjoint(beside[1])}
                sides = [code for code in sides if theirs - {code}]
            for code in sides:
                countries[code] += n
            for slug in NONE.union(*(belonging.get(code, NONE) for code in sides)):
                groups[slug] += n
        return countries, groups

    def belonging(self, spell: int | None) -> dict[str, frozenset[str]]:
        """The groups of each country in a spell of time; None where the time is not known: those of any time."""
        return self._ever if spell is None else self._belonging[spell]

    @cached_property
    def _spells(self) -> list[Spell]:
        return spells_of(*(self.memberships([group.slug]) for group in self.all))

    @cached_property
    def _belonging(self) -> list[dict[str, frozenset[str]]]:
        """For each spell the groups of each country."""
        return [self._groups_of(spell.members) for spell in self._spells]

    @cached_property
    def _ever(self) -> dict[str, frozenset[str]]:
        return self._groups_of(
            [frozenset[str]().union(*(spell.members[place] for spell in self._spells)) for place in range(len(self.all))]
        )

    def _groups_of(self, members: Sequence[frozenset[str]]) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for group, codes in zip(self.all, members, strict=True):
            for code in codes:
                found.setdefault(code, set()).add(group.slug)
        return {code: frozenset(slugs) for code, slugs in found.items()}
