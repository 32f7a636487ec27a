"""What can be asked of the list of articles."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, islice

from archive.filters import fields
from archive.filters.facets import Facet, choices, countries_of, named
from archive.filters.masked import Lookup
from archive.filters.question import DATED, Answers, Asked, Question
from archive.masks.bits import Bits, Masks
from archive.models import Article
from archive.models.article import WEIGHED
from archive.prose.levels import SURE as BANDS

SURE = {**BANDS, "unknown": "not measured, or none told"}


class ArticleQuestion(Question):
    """Articles: which words, from whom, when, naming whom."""

    noun = "articles"
    single = "article"
    sorts = {
        "newest": ("newest first", "newest"),
        "oldest": ("oldest first", "oldest"),
        "fit": ("best fit first", "newest"),
    }
    masked = frozenset({"publisher", "of", "since", "until", "dated", "sure", "q"})
    wants_each = frozenset({"of"})
    marks = frozenset({"for_list", "for_export"})

    publisher = Asked(asks="issued_by", field=fields.Publishers, preposition="by", label="Publisher")
    of = Asked(asks="naming_countries", field=fields.CountryCodes, preposition="naming", label="Country named")
    person = Asked(asks="naming_people", field=fields.PersonNamed, preposition="naming", label="Person named")
    organization = Asked(asks="naming_organizations", field=fields.OrganizationNamed, preposition="naming", label="Organization named")
    sure = Asked(
        asks="as_sure_as",
        field=fields.Choices,
        words=SURE,
        preposition="with meetings read with a confidence of",
        label="Confidence of the least sure meeting",
    )
    q = Asked(asks="saying", field=fields.Words, preposition="saying", label="Words")
    since = Asked(asks="maybe_since", field=fields.Day, end="first", preposition="since", label="Since")
    until = Asked(asks="maybe_until", field=fields.Day, end="last", preposition="until", label="Until")
    dated = Asked(asks="dated", field=fields.Flag, words=DATED, preposition="with", label="Year")

    class Meta:
        model = Article
        fields: list[str] = []

    def sorted(self, found: Answers) -> Answers:
        """By fit where that is asked for and there are words to fit."""
        words = self.asked.get("q")
        return found.fitting_best(words) if words and self.sort == "fit" else super().sorted(found)

    def ids(self, part: slice = slice(None)) -> Iterator[int]:
        """As everywhere; in a large archive the database weighs the newest that masks tell, and nothing else."""
        words = self.asked.get("q")
        if not self.in_masks or not words or self.sort != "fit":
            return super().ids(part)
        made, within = self.in_masks.masks, self.in_masks.within()
        weighed = Article.objects.filter(pk__in=made.part(within, 0, WEIGHED)).best_first(words).values_list("pk", flat=True)
        return islice(chain(weighed, made.part(within, WEIGHED, len(made.ids))), part.start, part.stop)

    def marked(self, found: Answers) -> Answers:
        """With the places that have the words asked for."""
        words = self.asked.get("q")
        return found.with_excerpt(words) if words else found

    def masked_by(self, made: Masks, name: str, *, among: Collection[str]) -> Bits:
        """As everywhere; the database is asked for the words alone."""
        if name != "q":
            return super().masked_by(made, name, among=among)
        return saying(made, *self.filters["q"].field.arguments(self.asked["q"])).bits()

    def lookups(self) -> list[Lookup]:
        """As everywhere, and the articles with the words."""
        made = self.in_masks.masks if self.in_masks and "q" in self.asked else None
        words = [saying(made, *self.filters["q"].field.arguments(self.asked["q"]))] if made else []
        return [*super().lookups(), *words]

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        return {
            "of": countries_of(self, "of", self.counts("of", "tally_countries")),
            "publisher": named(self, "publisher", self.publishers, raw="public", words="name"),
            "sure": choices(self, "sure", SURE, self.counts("sure", "tally_sure")),
        }


def saying(made: Masks, words: str) -> Lookup:
    """The articles with these words, out of the masks of articles."""
    return Lookup(made, f"q {words}", Article.objects.with_words(words))
