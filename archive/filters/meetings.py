"""What can be asked of the list of meetings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from archive.filters import fields
from archive.filters.facets import Facet, all_in_all, choices, named, one_of_many, sides_of
from archive.filters.question import Answers, Asked, Question
from archive.models import Meeting
from archive.prose.levels import KINDS, LEVELS, MODES, STATES

Sides = tuple[dict[str, int], dict[str, int]]  # by country, by group

TOGETHER = ("kind", "state", "level", "mode", "among")

NOUNS = {
    "meeting": "talks",
    "call": "calls",
    "visit": "visits",
    "conference": "conferences",
    "ceremony": "ceremonies",
    "exercise": "exercises",
}
LEVEL_CHOICES = {**{str(number): words for number, words in LEVELS.items()}, "unknown": "not stated"}
MODE_CHOICES = {**MODES, "not-stated": "not stated"}
AGREEMENT = {"yes": "an agreement", "signed": "a signed agreement"}
AMONG = {"two": "two countries", "more": "three countries or more"}
LEADS = {
    "unreported": "announced, their day over, not reported as held",
    "both-sides": "told by both sides",
    "after-release": "dated after their own release",
    "apart": "whose sides are three levels apart",
    "first": "that were the first of their pair",
}
DATED = {"only": "a stated year"}


class MeetingQuestion(Question):
    """Meetings: of whom, with whom, when, where, of what kind and level."""

    noun = "meetings"
    single = "meeting"
    sorts = {
        "newest": ("newest first", "newest"),
        "oldest": ("oldest first", "oldest"),
        "level": ("highest level first", "highest"),
        "added": ("last added first", "last_added"),
    }

    kind = Asked(asks="of_kind", field=fields.Choices, words=NOUNS, place="noun", label="Kind")
    state = Asked(asks="in_state", field=fields.Choices, words=STATES, place="before", label="Held or planned")
    of = Asked(asks="of", field=fields.Sides, preposition="of", label="Country")
    with_ = Asked(asks="of", field=fields.Sides, preposition="with", label="With country")
    side = Asked(asks="with_each", field=fields.CountryCodes, preposition="at which there was", between="and", label="All of them present")
    person = Asked(asks="with_people", field=fields.PersonNamed, preposition="attended by", label="Person")
    organization = Asked(asks="with_organizations", field=fields.OrganizationNamed, preposition="attended by", label="Organization")
    office = Asked(asks="with_office", field=fields.Office, preposition="attended by a", label="Office")
    host = Asked(asks="hosted_by", field=fields.CountryCodes, preposition="hosted by", label="Host")
    guest = Asked(asks="with_guests", field=fields.CountryCodes, preposition="with guests from", label="Guests from")
    venue = Asked(asks="in_country", field=fields.CountryCodes, preposition="in", label="Held in")
    mode = Asked(asks="by_mode", field=fields.Choices, words=MODE_CHOICES, label="In person or not")
    level = Asked(asks="at_level", field=fields.Levels, words=LEVEL_CHOICES, preposition="at level", label="Highest level")
    among = Asked(asks="of_so_many", field=fields.Choices, words=AMONG, preposition="between", label="Two countries or more")
    topic = Asked(asks="on_topics", field=fields.Topics, preposition="on", label="Subject")
    agreement = Asked(asks="with_agreement", field=fields.Choices, words=AGREEMENT, preposition="with", label="Agreement")
    publisher = Asked(asks="told_by", field=fields.Publishers, preposition="told by", label="Publisher")
    q = Asked(asks="saying", field=fields.Words, preposition="saying", label="Words in the source")
    since = Asked(asks="maybe_since", field=fields.Day, end="first", preposition="since", label="Since")
    until = Asked(asks="maybe_until", field=fields.Day, end="last", preposition="until", label="Until")
    dated = Asked(asks="dated", field=fields.Flag, words=DATED, preposition="with", label="Year")

    lead = Asked(asks="worth_following", field=fields.Leads, words=LEADS, label="Worth following")

    class Meta:
        model = Meeting
        fields: list[str] = []

    def leaving_out(self, *names: str) -> Answers:
        """As everywhere; and where two countries are asked for, they are two sides of one meeting."""
        found = super().leaving_out(*names)
        one, other = (self.asked.get(name) for name in ("of", "with"))
        if one and other and not {"of", "with"} & set(names):
            (codes, members), (others, other_members) = (self.filters[name].field.arguments(self.asked[name]) for name in ("of", "with"))
            return found.between(codes, others, members, other_members)
        return found

    def marked(self, found: Answers) -> Answers:
        """With the places of the sources that have the words asked for."""
        words = self.asked.get("q")
        return found.with_excerpt(words) if words else found

    @property
    def uncertain(self) -> bool:
        """Whether meetings without a year are among the answers to a question that asks for a time."""
        return bool({"since", "until"} & self.asked.keys()) and "dated" not in self.asked

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        rows = self._together
        (countries, groups), (others, other_groups) = self._sides()
        topics = self.leaving_out("topic").tally_topics()
        publishers = self.leaving_out("publisher").tally_publishers()
        return {
            "of": sides_of(self, "of", countries, groups),
            "with": sides_of(self, "with", others, other_groups),
            "kind": choices(self, "kind", {code: KINDS[code] for code in NOUNS}, one_of_many(self, rows, "kind")),
            "state": choices(self, "state", STATES, one_of_many(self, rows, "state")),
            "level": choices(self, "level", LEVEL_CHOICES, one_of_many(self, rows, "level", empty="unknown")),
            "mode": choices(self, "mode", MODE_CHOICES, one_of_many(self, rows, "mode", empty="not-stated")),
            "among": choices(self, "among", AMONG, one_of_many(self, rows, "among")),
            "agreement": choices(self, "agreement", AGREEMENT, self.leaving_out("agreement").tally_agreements()),
            "lead": choices(self, "lead", LEADS, dict.fromkeys(LEADS)),
            "topic": named(self, "topic", [{"topic": one, "n": n} for one, n in by_number(topics)], raw="topic", words="topic"),
            "publisher": named(self, "publisher", publishers, raw="public", words="name"),
        }

    def count(self) -> int:
        return all_in_all(self, self._together)

    @cached_property
    def _together(self) -> list[dict[str, Any]]:
        """How many there are for each combination of the fields that have few values, whatever is asked of these."""
        rows: list[dict[str, Any]] = self.leaving_out(*TOGETHER).counting_sides().tally(*TOGETHER)
        return rows

    def _sides(self) -> tuple[Sides, Sides]:
        """How many there are for each country and group as a side, and as the side beside it."""
        groups, asked = self.countries.groups, {"of", "with"} & self.asked.keys()
        own = groups.count(self.leaving_out("of").tally_sides(groups.days), beside=self._beside("with"))
        if not asked:
            return own, own
        return own, groups.count(self.leaving_out("with").tally_sides(groups.days), beside=self._beside("of"))

    def _beside(self, name: str) -> tuple[list[str], list[str]]:
        """The countries and the groups that are asked for as the other side."""
        value = self.asked.get(name, ())
        return list(value), self.filters[name].field.slugs(value)


def by_number(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The most frequent first."""
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))
