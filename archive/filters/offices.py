"""What can be asked of the list of offices held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from archive.filters import fields
from archive.filters.facets import Facet, choices, countries_of
from archive.filters.question import Answers, Asked, Question
from archive.models import Appointment
from archive.models.appointment import as_one
from archive.prose.levels import LEVELS

LEVEL_CHOICES = {str(number): words for number, words in LEVELS.items()}


class OfficeQuestion(Question):
    """Offices held: which, for whom, by whom, when."""

    noun = "offices"
    single = "office"
    has_one_time = False  # what was seen last since a day may have been seen first long before it
    sorts = {
        "newest": ("seen last first", "newest"),
        "oldest": ("seen first first", "oldest"),
    }

    q = Asked(asks="called", field=fields.Office, preposition="called", label="Office")
    of = Asked(asks="of", field=fields.CountryCodes, preposition="of", label="Country")
    organization = Asked(asks="in_organizations", field=fields.OrganizationNamed, preposition="in", label="Organization")
    person = Asked(asks="held_by", field=fields.PersonNamed, preposition="held by", label="Person")
    level = Asked(asks="at_level", field=fields.Levels, words=LEVEL_CHOICES, preposition="at level", label="Level")
    since = Asked(asks="seen_since", field=fields.Day, end="first", preposition="seen since", label="Seen since")
    until = Asked(asks="seen_until", field=fields.Day, end="last", preposition="seen until", label="Seen until")

    class Meta:
        model = Appointment
        fields: list[str] = []

    def leaving_out(self, *names: str) -> Answers:
        """As everywhere; what was read from two names of a person or a body is one office."""
        return super().leaving_out(*names).each_once()

    def part(self, start: int, stop: int) -> list[Any]:
        return self.things(list(self.ids(slice(start, stop))))

    def things(self, ids: Sequence[int], *, shown: str = "for_list") -> list[Any]:
        """As everywhere, each with what all that are one with it tell."""
        found = super().things(ids, shown=shown)
        as_one(found)
        return found

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        levels = {str(level): n for level, n in self.leaving_out("level").tally_levels().items()}
        return {
            "of": countries_of(self, "of", self.leaving_out("of").tally_countries()),
            "level": choices(self, "level", LEVEL_CHOICES, levels),
        }
