"""What can be asked of quotations."""

from __future__ import annotations

from archive.filters import fields
from archive.filters.facets import Facet, countries_of, named
from archive.filters.question import DATED, Answers, Asked, Question
from archive.models import Quote


class QuoteQuestion(Question):
    """Quotations: whose, with which words, from when."""

    noun = "quotes"
    single = "quote"
    sorts = {
        "newest": ("newest first", "newest"),
        "oldest": ("oldest first", "oldest"),
    }
    masked = frozenset({"of", "publisher", "since", "until", "dated"})

    q = Asked(asks="saying", field=fields.Words, preposition="saying", label="Words")
    person = Asked(asks="said_by", field=fields.PersonNamed, preposition="by", label="Speaker")
    of = Asked(asks="of", field=fields.CountryCodes, preposition="of", label="Country of the speaker")
    publisher = Asked(asks="told_by", field=fields.Publishers, preposition="told by", label="Publisher")
    since = Asked(asks="maybe_since", field=fields.Day, end="first", preposition="since", label="Published since")
    until = Asked(asks="maybe_until", field=fields.Day, end="last", preposition="until", label="Published until")

    dated = Asked(asks="dated", field=fields.Flag, words=DATED, preposition="with", label="Year")

    class Meta:
        model = Quote
        fields: list[str] = []

    def marked(self, found: Answers) -> Answers:
        """With the words asked for marked in what was said."""
        words = self.asked.get("q")
        return found.with_marked_text(words) if words else found

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        return {
            "of": countries_of(self, "of", self.counts("of", "tally_countries")),
            "publisher": named(self, "publisher", self.publishers, raw="public", words="name"),
        }
