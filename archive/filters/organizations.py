"""What can be asked of the list of organizations."""

from __future__ import annotations

from archive.filters import fields
from archive.filters.facets import Facet, choices, countries_of
from archive.filters.question import Answers, Asked, Question
from archive.models import Organization

KINDS = {**dict(Organization.Kind.choices), "not-stated": "not told"}


class OrganizationQuestion(Question):
    """Organizations: of what name, country and kind."""

    noun = "organizations"
    single = "organization"
    sorts = {
        "name": ("by name", "by_name"),
        "articles": ("most named first", "most_named"),
    }

    q = Asked(asks="named", field=fields.Words, preposition="named", label="Name or acronym")
    of = Asked(asks="of", field=fields.CountryCodes, preposition="of", label="Country")
    kind = Asked(asks="of_kind", field=fields.Choices, words=KINDS, preposition="of kind", label="Kind")

    class Meta:
        model = Organization
        fields: list[str] = []

    def sorted(self, found: Answers) -> Answers:
        """The nearest spelling first where a name is asked for and no other order."""
        return found if "q" in self.asked and "sort" not in self.data else super().sorted(found)

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        kinds = {kind or "not-stated": n for kind, n in self.leaving_out("kind").tally_kinds().items()}
        return {
            "of": countries_of(self, "of", self.leaving_out("of").tally_countries()),
            "kind": choices(self, "kind", KINDS, kinds),
        }
