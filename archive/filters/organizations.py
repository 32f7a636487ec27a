"""What can be asked of the list of organizations."""

from __future__ import annotations

from archive.filters import fields
from archive.filters.facets import Facet, choices, countries_of
from archive.filters.question import Answers, Asked, Question
from archive.models import Organization
from archive.prose.levels import SURE

KINDS = {**dict(Organization.Kind.choices), "not-stated": "not told"}


class OrganizationQuestion(Question):
    """Organizations: of what name, country and kind."""

    noun = "organizations"
    single = "organization"
    sorts = {
        "name": ("by name", "by_name"),
        "articles": ("most named first", "most_named"),
    }
    masked = frozenset({"of", "kind", "sure"})

    q = Asked(asks="named", field=fields.Words, preposition="named", label="Name or acronym")
    of = Asked(asks="of", field=fields.CountryCodes, preposition="of", label="Country")
    kind = Asked(asks="of_kind", field=fields.Choices, words=KINDS, preposition="of kind", label="Kind")
    sure = Asked(asks="as_sure_as", field=fields.Choices, words=SURE, preposition="read with a confidence of", label="Confidence")

    class Meta:
        model = Organization
        fields: list[str] = []

    @property
    def _nearest_first(self) -> bool:
        """Where a name is asked for and no order."""
        return "q" in self.asked and "sort" not in self.data

    @property
    def in_order_of_masks(self) -> bool:
        """Those near a name stand in another order."""
        return super().in_order_of_masks and not self._nearest_first

    def sorted(self, found: Answers) -> Answers:
        return found if self._nearest_first else super().sorted(found)

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        kinds = {kind or "not-stated": n for kind, n in self.counts("kind", "tally_kinds").items()}
        return {
            "of": countries_of(self, "of", self.counts("of", "tally_countries")),
            "kind": choices(self, "kind", KINDS, kinds),
            "sure": choices(self, "sure", SURE, self.counts("sure", "tally_sure")),
        }
