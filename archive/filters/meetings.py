"""What can be asked of the list of meetings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, reduce
from operator import or_
from typing import Any, ClassVar

from archive import masks
from archive.filters import fields
from archive.filters.articles import saying
from archive.filters.facets import Facet, all_in_all, choices, countries_of, named, one_of_many, sides_of
from archive.filters.question import DATED, Answers, Asked, Question
from archive.large import is_large
from archive.masks.bits import Bits, Masks
from archive.masks.meetings import MeetingMasks
from archive.models import Appointment, Article, Meeting, Participation, Publisher
from archive.prose.levels import KINDS, LEVELS, MODES, STATES, SURE

Sides = tuple[dict[str, int], dict[str, int]]  # by country, by group

TOGETHER = ("kind", "state", "level", "mode", "among")
SEVERAL = ("host", "venue", "guest", "topic", "sure", "agreement", "parity", "lead")
DEAR = ("parity", "lead")  # for which the database reads all who took part: in a large archive masks alone count them
COUNTED = (*TOGETHER, "host", "venue", "guest", "topic", "sure", "agreement", "parity", "publisher")

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
PARITY = {"equal": "sides of equal level", "unequal": "sides of unequal level"}
LEADS = {
    "unreported": "announced, their day over, not reported as held",
    "both-sides": "told by both sides",
    "after-release": "dated after their own release",
    "apart": "whose sides are three levels apart",
    "first": "that were the first of their pair",
}
STATED = {**DATED, "month": "a stated month"}


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
    masked = frozenset(
        (
            *("kind", "state", "level", "mode", "among", "host", "guest", "venue", "topic", "publisher", "agreement", "sure", "lead"),
            *("parity", "side", "since", "until", "dated", "of", "with", "q", "office", "person", "beside"),
        )
    )
    masks_of: ClassVar[dict[str, str]] = {"with": "of", "side": "of"}
    wants_each = frozenset({"side"})

    kind = Asked(asks="of_kind", field=fields.Choices, words=NOUNS, place="noun", label="Kind")
    state = Asked(asks="in_state", field=fields.Choices, words=STATES, place="before", label="Held or planned")
    of = Asked(asks="of", field=fields.Sides, preposition="of", label="Country")
    with_ = Asked(asks="of", field=fields.Sides, preposition="with", label="With country")
    side = Asked(asks="with_each", field=fields.CountryCodes, preposition="at which there was", between="and", label="All of them present")
    person = Asked(asks="with_people", field=fields.PersonNamed, preposition="attended by", label="Person")
    beside = Asked(asks="with_people", field=fields.PersonNamed, preposition="and by", label="Another person")
    organization = Asked(asks="with_organizations", field=fields.OrganizationNamed, preposition="attended by", label="Organization")
    office = Asked(asks="with_office", field=fields.Office, preposition="attended by a", label="Office")
    host = Asked(asks="hosted_by", field=fields.CountryCodes, preposition="hosted by", label="Host")
    guest = Asked(asks="with_guests", field=fields.CountryCodes, preposition="with guests from", label="Guests from")
    venue = Asked(asks="in_country", field=fields.CountryCodes, preposition="in", label="Held in")
    mode = Asked(asks="by_mode", field=fields.Choices, words=MODE_CHOICES, label="In person or not")
    level = Asked(asks="at_level", field=fields.Levels, words=LEVEL_CHOICES, preposition="at level", label="Highest level")
    parity = Asked(asks="of_parity", field=fields.Choices, words=PARITY, preposition="with", label="Levels of the sides")
    among = Asked(asks="of_so_many", field=fields.Choices, words=AMONG, preposition="between", label="Two countries or more")
    topic = Asked(asks="on_topics", field=fields.Topics, preposition="on", label="Subject")
    agreement = Asked(asks="with_agreement", field=fields.Choices, words=AGREEMENT, preposition="with", label="Agreement")
    sure = Asked(asks="as_sure_as", field=fields.Choices, words=SURE, preposition="read with a confidence of", label="Confidence")
    publisher = Asked(asks="told_by", field=fields.Publishers, preposition="told by", label="Publisher")
    q = Asked(asks="saying", field=fields.Words, preposition="saying", label="Words in the source")
    since = Asked(asks="maybe_since", field=fields.Day, end="first", preposition="since", label="Since")
    until = Asked(asks="maybe_until", field=fields.Day, end="last", preposition="until", label="Until")
    dated = Asked(asks="dated", field=fields.Choices, words=STATED, preposition="with", label="Year")

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

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        counts, publishers = self._counts
        (countries, groups), (others, other_groups) = self._sides()
        topics = [{"topic": one, "n": n} for one, n in by_number(counts["topic"])]
        return {
            "of": sides_of(self, "of", countries, groups),
            "with": sides_of(self, "with", others, other_groups),
            "kind": choices(self, "kind", {code: KINDS[code] for code in NOUNS}, counts["kind"]),
            "state": choices(self, "state", STATES, counts["state"]),
            "level": choices(self, "level", LEVEL_CHOICES, counts["level"]),
            "mode": choices(self, "mode", MODE_CHOICES, counts["mode"]),
            "among": choices(self, "among", AMONG, counts["among"]),
            "agreement": choices(self, "agreement", AGREEMENT, counts["agreement"]),
            "sure": choices(self, "sure", SURE, counts["sure"]),
            "lead": choices(self, "lead", LEADS, counts.get("lead") or dict.fromkeys(LEADS)),
            "parity": choices(self, "parity", PARITY, counts.get("parity", dict.fromkeys(PARITY))),
            "topic": named(self, "topic", topics, raw="topic", words="topic"),
            "publisher": named(self, "publisher", publishers, raw="public", words="name"),
            **{name: countries_of(self, name, counts[name]) for name in ("venue", "host", "guest")},
        }

    def count(self) -> int:
        return super().count() if self.in_masks else all_in_all(self, self._together)

    # ---- counts ----

    @cached_property
    def _counts(self) -> tuple[Mapping[str, Mapping[str, int]], list[dict[str, Any]]]:
        """How many there are for each value of each filter, and for each publisher with its name."""
        if self.in_masks:
            counts = {name: self.in_masks.counts(name) for name in COUNTED}
            if isinstance(self.in_masks.masks, MeetingMasks):
                counts["lead"] = self.in_masks.masks.leads(self.in_masks.within("lead"), self.today)
            return counts, Publisher.objects.with_counts(counts["publisher"])
        together = [name for name in SEVERAL if name not in DEAR or not is_large()]
        several = self.queryset.tally_several({name: self.leaving_out(name) for name in together}, today=self.today)
        empty = {"level": "unknown", "mode": "not-stated"}
        few = {name: one_of_many(self, self._together, name, empty=empty.get(name, "")) for name in TOGETHER}
        return {**several, **few}, self.leaving_out("publisher").tally_publishers()

    @cached_property
    def _together(self) -> list[dict[str, Any]]:
        """How many there are for each combination of the fields that have few values, whatever is asked of these."""
        rows: list[dict[str, Any]] = self.leaving_out(*TOGETHER).counting_sides().tally(*TOGETHER)
        return rows

    def _sides(self) -> tuple[Sides, Sides]:
        """How many there are for each country and group as a side, and as the side beside it."""
        own = self._sides_beside("of", "with")
        return own, self._sides_beside("with", "of") if {"of", "with"} & self.asked.keys() else own

    def _sides_beside(self, name: str, other: str) -> Sides:
        beside = tuple(self.asked.get(other, ()))
        if self.in_masks and isinstance(self.in_masks.masks, MeetingMasks):
            return self.in_masks.masks.sides(self.in_masks.within(name), beside=beside)
        groups = self.countries.groups
        theirs = list(beside), self.filters[other].field.slugs(beside)
        return groups.count(self.leaving_out(name).tally_sides(groups.days), beside=theirs)

    # ---- in a large archive ----

    def masked_by(self, made: Masks, name: str, *, among: Collection[str]) -> Bits:
        """As everywhere; two countries asked for are two sides of one meeting, and words are looked for in articles."""
        if not isinstance(made, MeetingMasks):
            return super().masked_by(made, name, among=among)
        if name == "with" and "of" in among:
            return made.two_sides(self.asked["of"], self.asked["with"])
        if name == "q":
            return made.asked_once(f"q {self.asked['q']}", lambda: self._told_in_words(made))
        if name == "office":
            words, countries = self.filters["office"].field.arguments(self.asked["office"])
            return made.asked_once(
                f"office {words} {countries}", lambda: made.attended_in(Appointment.objects.called(words, countries).every_id())
            )
        if name in ("person", "beside"):
            (people,) = self.filters[name].field.arguments(self.asked[name])
            return made.asked_once(f"person {people}", lambda: made.of(_meetings_of(people)))
        if name == "lead":
            return reduce(or_, (made.following(lead, self.today) for lead in self.asked["lead"]))
        return super().masked_by(made, name, among=among)

    def _told_in_words(self, made: MeetingMasks) -> Bits:
        words = self.filters["q"].field.arguments(self.asked["q"])
        articles = masks.ready("articles")
        return made.told_in(saying(articles, *words).bits()) if articles else made.told_by(Article.objects.with_words(*words).every_id())


def _meetings_of(people: Collection[int]) -> Iterable[int]:
    return Participation.objects.filter(person__in=people).order_by().values_list("meeting", flat=True)


def by_number(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The most frequent first."""
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))
