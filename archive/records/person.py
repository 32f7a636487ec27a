"""A person's page: the offices held with their proofs, the meetings, the counterparts, the words and the forms of the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.safestring import SafeString

from archive.models import Appointment, Article, Meeting, Mention, Participation, Person, Quote
from archive.prose.dates import in_words
from archive.records.slips import excerpt

MEETINGS = 20  # on the page; the list has them all
PROOFS = 60  # mentions that are looked through for the words of an office
MOST = 8


@dataclass(frozen=True, slots=True)
class Post:
    """An office held: when it was seen, in how many articles, and the words of one of them."""

    appointment: Appointment
    articles: int
    proof: Article | None
    words: SafeString | str
    current: bool
    last: bool

    @property
    def title(self) -> str:
        return self.appointment.position or self.appointment.rank or "Office not stated"


@dataclass(frozen=True, slots=True)
class Attended:
    """A meeting with the office held on that day."""

    meeting: Meeting
    appointment: Appointment | None


class PersonRecord:
    """A person with everything that the articles tell."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.posts: list[Post] = list(self._posts())

    @property
    def current(self) -> Appointment | None:
        """The office last seen."""
        return self.posts[0].appointment if self.posts else None

    @property
    def lede(self) -> str:
        """The last office in one sentence, with the day it was last read of."""
        office = self.current
        if office is None or not (office.position or office.organization):
            return "No office is stated in the articles."
        held = ", ".join(filter(None, [office.position, office.organization.name if office.organization else ""]))
        former = "Formerly " if office.former else ""
        seen = f", as last read on {in_words(office.last_seen.isoformat())}" if office.last_seen else ", on a day that is not stated"
        return f"{former}{held}{seen}."

    @cached_property
    def attended(self) -> list[Attended]:
        """The newest meetings."""
        held = {one.meeting_id: one.appointment for one in self._participations().select_related("appointment")}
        newest = Meeting.objects.public().with_people([self.person.pk]).for_list().newest()[:MEETINGS]
        return [Attended(meeting, held.get(meeting.pk)) for meeting in newest]

    @cached_property
    def meetings(self) -> int:
        if len(self.attended) < MEETINGS:
            return len(self.attended)
        return Meeting.objects.public().with_people([self.person.pk]).count()

    @cached_property
    def counterparts(self) -> list[Person]:
        """Those of other countries who were at the same meetings, the most frequent first, each with `times`."""
        shared = Q(participations__meeting__in=self._participations().values("meeting"))
        others = Person.objects.exclude(pk=self.person.pk).filter(shared)
        if self.person.country_id:
            others = others.exclude(country=self.person.country_id)
        return list(
            others.select_related("country").annotate(times=Count("participations__meeting")).order_by("-times", "sort_name")[:MOST]
        )

    @cached_property
    def names(self) -> list[tuple[str, int]]:
        """The forms of the name as the articles write it, the most frequent first."""
        written = Mention.objects.filter(person=self.person, article__status="published").order_by().values_list("text")
        return list(written.annotate(n=Count("pk")).order_by("-n", "text"))

    @cached_property
    def aliases(self) -> list[str]:
        written = {name for name, _ in self.names}
        return [alias.name for alias in self.person.aliases.all() if alias.name not in written]

    @cached_property
    def quotes(self) -> list[Quote]:
        """The latest words, each with its article."""
        said = Quote.objects.filter(speaker=self.person, article__status="published").select_related("article__publisher")
        return list(said.defer("article__body", "article__search").order_by("-article__published_latest", "article", "start")[:MOST])

    @cached_property
    def articles(self) -> int:
        return int(Article.objects.public().naming_people([self.person.pk]).count())

    @property
    def cite_text(self) -> str:
        country = f" ({self.person.country.name})" if self.person.country else ""
        return f"{self.person.name}{country}, read from {self.articles} article{'' if self.articles == 1 else 's'}."

    def _participations(self) -> QuerySet[Participation]:
        return Participation.objects.filter(person=self.person)

    def _posts(self) -> Iterator[Post]:
        offices = list(
            self.person.appointments.select_related("organization", "country")
            .annotate(told=Count("articles", filter=Q(articles__status="published")))
            .prefetch_related(Prefetch("articles", queryset=Article.objects.only("pk")))
        )
        proofs = self._proofs(offices)
        for place, office in enumerate(offices):
            mention = proofs.get(office.pk)
            words = excerpt(mention.article.body, mention.start, mention.end) if mention else ""
            proof = mention.article if mention else None
            told: int = office.told  # type: ignore[attr-defined]  # annotated above
            yield Post(office, told, proof, words, place == 0 and not office.former, place == len(offices) - 1)

    def _proofs(self, offices: Sequence[Appointment]) -> dict[int, Mention]:
        """For each office the first mention of the person in one of the articles that tell of it."""
        named = Mention.objects.filter(person=self.person, where="body", article__status="published", article__appointments__in=offices)
        first: dict[int, Mention] = {}
        for mention in named.select_related("article__publisher").distinct().order_by("article", "start")[:PROOFS]:
            first.setdefault(mention.article_id, mention)
        found: dict[int, Mention] = {}
        for office in offices:
            told = [first[article.pk] for article in office.articles.all() if article.pk in first]
            if told:
                found[office.pk] = told[0]
        return found
