"""What can be asked of the list of meetings."""

from __future__ import annotations

from archive.filters import fields
from archive.filters.facets import Facet, choices, countries_of, one_of_many
from archive.filters.question import Answers, Asked, Question
from archive.models import Meeting
from archive.prose.levels import KINDS, LEVELS, MODES, STATES

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
AGREEMENT = {"yes": "an agreement"}
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
    of = Asked(asks="of", field=fields.CountryCodes, preposition="of", label="Country")
    with_ = Asked(asks="of", field=fields.CountryCodes, preposition="with", label="With country")
    person = Asked(asks="with_people", field=fields.PersonNamed, preposition="attended by", label="Person")
    organization = Asked(asks="with_organizations", field=fields.OrganizationNamed, preposition="attended by", label="Organization")
    host = Asked(asks="hosted_by", field=fields.CountryCodes, preposition="hosted by", label="Host")
    venue = Asked(asks="in_country", field=fields.CountryCodes, preposition="in", label="Held in")
    mode = Asked(asks="by_mode", field=fields.Choices, words=MODE_CHOICES, label="In person or not")
    level = Asked(asks="at_level", field=fields.Levels, words=LEVEL_CHOICES, preposition="at level", label="Highest level")
    agreement = Asked(asks="with_agreement", field=fields.Flag, words=AGREEMENT, preposition="with", label="Agreement")
    publisher = Asked(asks="told_by", field=fields.Publishers, preposition="told by", label="Publisher")
    q = Asked(asks="saying", field=fields.Words, preposition="saying", label="Words in the source")
    since = Asked(asks="maybe_since", field=fields.Day, end="first", preposition="since", label="Since")
    until = Asked(asks="maybe_until", field=fields.Day, end="last", preposition="until", label="Until")
    dated = Asked(asks="dated", field=fields.Flag, words=DATED, preposition="with", label="Year")

    class Meta:
        model = Meeting
        fields: list[str] = []

    def leaving_out(self, *names: str) -> Answers:
        """As everywhere; and where two countries are asked for, they are two sides of one meeting."""
        found = super().leaving_out(*names)
        one, other = (self.asked.get(name) for name in ("of", "with"))
        if one and other and not {"of", "with"} & set(names):
            return found.between(one, other)
        return found

    @property
    def uncertain(self) -> bool:
        """Whether meetings without a year are among the answers to a question that asks for a time."""
        return bool({"since", "until"} & self.asked.keys()) and "dated" not in self.asked

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        rows = self.leaving_out("kind", "state", "level", "mode").tally("kind", "state", "level", "mode")
        countries = self.leaving_out("of").tally_countries()
        others = self.leaving_out("with").tally_countries() if {"of", "with"} & self.asked.keys() else countries
        for code in self.asked.get("of", ()):
            others = {other: n for other, n in others.items() if other != code or len(self.asked["of"]) > 1}
        return {
            "of": countries_of(self, "of", countries),
            "with": countries_of(self, "with", others),
            "kind": choices(self, "kind", {code: KINDS[code] for code in NOUNS}, one_of_many(self, rows, "kind")),
            "state": choices(self, "state", STATES, one_of_many(self, rows, "state")),
            "level": choices(self, "level", LEVEL_CHOICES, one_of_many(self, rows, "level", empty="unknown")),
            "mode": choices(self, "mode", MODE_CHOICES, one_of_many(self, rows, "mode", empty="not-stated")),
        }
