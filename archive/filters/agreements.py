"""What can be asked of the list of agreements."""

from __future__ import annotations

from archive.filters import fields
from archive.filters.facets import Facet, choices, countries_of
from archive.filters.question import DATED, Answers, Asked, Question
from archive.models import Agreement
from archive.prose.levels import ACTIONS, SURE

LEADS = {"promised": "promised, no signature found"}


class AgreementQuestion(Question):
    """Agreements: between whom, what was done with them, what they are called."""

    noun = "agreements"
    single = "agreement"
    sorts = {
        "newest": ("newest first", "newest"),
        "title": ("by title", "by_title"),
    }
    masked = frozenset({"action", "of", "with", "since", "until", "dated", "sure", "lead"})

    action = Asked(asks="in_action", field=fields.Choices, words=ACTIONS, place="before", label="What was done")
    of = Asked(asks="of", field=fields.CountryCodes, preposition="of", label="Country")
    with_ = Asked(asks="of", field=fields.CountryCodes, preposition="with", label="With country")
    q = Asked(asks="titled", field=fields.Words, preposition="called", label="Words of the title")
    since = Asked(asks="maybe_since", field=fields.Day, end="first", preposition="since", label="Since")
    until = Asked(asks="maybe_until", field=fields.Day, end="last", preposition="until", label="Until")
    dated = Asked(asks="dated", field=fields.Flag, words=DATED, preposition="with", label="Year")
    sure = Asked(asks="as_sure_as", field=fields.Choices, words=SURE, preposition="read with a confidence of", label="Confidence")
    lead = Asked(asks="promised", field=fields.Flag, words=LEADS, label="Worth following")

    def marked(self, found: Answers) -> Answers:
        """With the words asked for marked in the titles."""
        words = self.asked.get("q")
        return found.with_marked_title(words) if words else found

    class Meta:
        model = Agreement
        fields: list[str] = []

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        others = self.counts("with", "tally_countries")
        return {
            "of": countries_of(self, "of", self.counts("of", "tally_countries")),
            "with": countries_of(self, "with", {code: n for code, n in others.items() if code not in self.asked.get("of", ())}),
            "action": choices(self, "action", ACTIONS, self.counts("action", "tally_actions")),
            "sure": choices(self, "sure", SURE, self.counts("sure", "tally_sure")),
            "lead": choices(self, "lead", LEADS, self.counts("lead", "tally_leads")),
        }
