"""What can be asked of the list of people."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import islice

from archive.filters import fields
from archive.filters.facets import Facet, choices, countries_of
from archive.filters.question import Answers, Asked, Question
from archive.masks.bits import Bits, Masks
from archive.models import Person
from archive.prose.levels import LEVELS, SURE
from archive.remembered import remembered

LEVEL_CHOICES = {str(number): words for number, words in LEVELS.items()}
EXACT = {"yes": "exactly as written"}


class PersonQuestion(Question):
    """People: of what name, country, body and level."""

    noun = "people"
    single = "person"
    sorts = {
        "name": ("by name", "by_name"),
        "meetings": ("most meetings first", "most_met"),
    }
    masked = frozenset({"of", "level", "sure", "q", "exact"})

    q = Asked(asks="named", field=fields.Words, preposition="named", label="Name")
    exact = Asked(asks="named", field=fields.Flag, words=EXACT, label="Spelling")
    of = Asked(asks="of", field=fields.CountryCodes, preposition="of", label="Country")
    office = Asked(asks="ever_called", field=fields.Office, preposition="ever", label="Office")
    organization = Asked(asks="ever_in", field=fields.OrganizationNamed, preposition="in", label="Organization")
    level = Asked(asks="ever_at_level", field=fields.Levels, words=LEVEL_CHOICES, preposition="at level", label="Level ever held")
    sure = Asked(asks="as_sure_as", field=fields.Choices, words=SURE, preposition="read with a confidence of", label="Confidence")

    class Meta:
        model = Person
        fields: list[str] = []

    def leaving_out(self, *names: str) -> Answers:
        """As everywhere; the switch for exact spelling changes how the name is looked for."""
        found = super().leaving_out("q", "exact", *names)
        name = self.asked.get("q")
        if not name or "q" in names:
            return found
        return found.named(name, exact=True) if "exact" in self.asked else found.in_this_order(self._near)

    @cached_property
    def _near(self) -> list[int]:
        """Those of a name near the one asked for, looked for once for the list and all its counts."""
        return remembered(f"people near {self.asked['q']}", lambda: Person.objects.near(self.asked["q"]))

    @property
    def _nearest_first(self) -> bool:
        """Where a name is asked for and no order."""
        return "q" in self.asked and "exact" not in self.asked and "sort" not in self.data

    def ids(self, part: slice = slice(None)) -> Iterator[int]:
        """As everywhere; in a large archive those near a name are found, and stand in their order, before others are thought of."""
        if not self.in_masks or not self._nearest_first:
            return super().ids(part)
        return islice(self.in_masks.masks.among(self._near, self.in_masks.within()), part.start, part.stop)

    def masked_by(self, made: Masks, name: str, *, among: Collection[str]) -> Bits:
        """As everywhere; the database is asked for the name alone."""
        if name not in ("q", "exact"):
            return super().masked_by(made, name, among=among)
        if name == "exact":
            return made.all
        if "exact" not in among:
            return made.of(self._near)
        spelt = Person.objects.named(self.asked["q"], exact=True)
        return made.asked_once(f"exactly {self.asked['q']}", lambda: made.of(spelt.every_id()))

    def sorted(self, found: Answers) -> Answers:
        return found if self._nearest_first else super().sorted(found)

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        return {
            "of": countries_of(self, "of", self.counts("of", "tally_countries")),
            "level": choices(self, "level", LEVEL_CHOICES, self.counts("level", "tally_levels")),
            "sure": choices(self, "sure", SURE, self.counts("sure", "tally_sure")),
        }
