"""A person's page: the offices held with their proofs, the meetings, the counterparts, the words and the forms of the name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import chain, groupby
from operator import attrgetter
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.utils.safestring import SafeString

from archive import masks
from archive.masks.bits import Masks
from archive.models import Appointment, Article, Meeting, Mention, Participation, Person, Quote
from archive.models.appointment import SAME
from archive.models.meeting_line import Office
from archive.prose.dates import in_words
from archive.records.slips import excerpt

MEETINGS = 20  # on the page; the list has them all
MOST = 8


@dataclass(frozen=True, slots=True)
class Post:
    """An office held: when it was seen, in how many articles, and the words of one of them. `read` is the date of the last one, EDTF."""

    appointment: Appointment
    articles: int
    proof: Article | None
    words: SafeString | str
    current: bool
    last: bool
    read: str

    @property
    def title(self) -> str:
        return self.appointment.position or self.appointment.rank or "Office not stated"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody of another country, and at how many meetings the two were."""

    person: Person
    times: int


@dataclass(frozen=True, slots=True)
class Attended:
    """A meeting with the office held on that day."""

    meeting: Meeting
    appointment: Office | None


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
        return f"{former}{held}, {self._last_read(office)}."

    def _last_read(self, office: Appointment) -> str:
        """No more precise than the release that told of the office last."""
        if office.last_seen is None:
            return "on a day that is not stated"
        read = self.posts[0].read
        if not read or len(read) == len("2023-05-01"):
            return f"as last read on {in_words(office.last_seen.isoformat())}"
        return f"as last read in {in_words(read).text}"

    @cached_property
    def attended(self) -> list[Attended]:
        """The newest meetings."""
        meetings = Meeting.objects.filter(pk__in=self._meetings[:MEETINGS]).for_list().newest()
        return [Attended(meeting, self._held_at(meeting)) for meeting in meetings]

    def _held_at(self, meeting: Meeting) -> Office | None:
        return next((one.appointment for one in meeting.line.taking_part if one.person_id == self.person.pk), None)

    @property
    def meetings(self) -> int:
        return len(self._meetings)

    @cached_property
    def counterparts(self) -> list[Counterpart]:
        """Those of other countries who were at the same meetings, the most frequent first."""
        met = RawSQL("SELECT unnest(%s::bigint[])", (self._meetings,))
        others = Participation.objects.filter(meeting__in=met, person__isnull=False).exclude(person=self.person).order_by()
        people = masks.ready("people")
        times = _most_by_masks(people, others, self.person.country_id) if people else None
        if times is None:
            times = _most(others.exclude(person__country=self.person.country_id) if self.person.country_id else others)
        found = Person.objects.select_related("country").in_bulk(list(times))
        return [Counterpart(found[pk], n) for pk, n in times.items()]

    @property
    def names(self) -> list[tuple[str, int]]:
        """The forms of the name as the articles write it, the most frequent first."""
        return self._named[0]

    @cached_property
    def aliases(self) -> list[str]:
        written = {name for name, _ in self.names}
        return [alias.name for alias in self.person.aliases.all() if alias.name not in written]

    @cached_property
    def quotes(self) -> list[Quote]:
        """The latest words, each with its article."""
        said = Quote.objects.filter(speaker=self.person, article__status="published").select_related("article__publisher")
        return list(said.defer("article__body", "article__search").order_by("-article__published_latest", "article", "start")[:MOST])

    @property
    def articles(self) -> int:
        """How many name the person."""
        return self._named[1]

    @cached_property
    def _named(self) -> tuple[list[tuple[str, int]], int]:
        """What `names` and `articles` tell. The database says which articles have which form; masks know those that are published."""
        named = Mention.objects.filter(person=self.person)
        made = masks.ready("articles")
        if made is None:
            named = named.filter(article__status="published")
        ids = dict(named.values_list("text").annotate(ids=ArrayAgg("article")).order_by("text"))
        places = {text: made.places.of(found) if made else found for text, found in ids.items()}
        names = sorted(((text, len(found)) for text, found in places.items() if found), key=lambda row: -row[1])
        return names, len(set(chain.from_iterable(places.values())))

    @property
    def cite_text(self) -> str:
        country = f" ({self.person.country.name})" if self.person.country else ""
        return f"{self.person.name}{country}, read from {self.articles} article{'' if self.articles == 1 else 's'}."

    @cached_property
    def _meetings(self) -> list[int]:
        """The ids of all meetings, the newest first."""
        made = masks.ready("meetings")
        if made:
            there = Participation.objects.filter(person=self.person).order_by().values_list("meeting", flat=True)
            return [made.ids[place] for place in sorted(set(made.places.of(there)))]
        return list(Meeting.objects.public().with_people([self.person.pk]).newest().values_list("pk", flat=True))

    def _posts(self) -> Iterator[Post]:
        named = Mention.objects.filter(person=self.person, where="body", article__status="published")
        first = named.filter(article__appointments=OuterRef("pk")).order_by("article", "start").values("pk")[:1]
        told = Count("articles", filter=Q(articles__status="published"))
        telling = Article.objects.public().filter(appointments=OuterRef("pk"))
        last = telling.order_by(F("published_latest").desc(nulls_last=True), F("published_earliest").desc(nulls_last=True), "pk")
        offices: list[Any] = list(
            Appointment.objects.public()
            .filter(person=self.person)
            .select_related("organization", "country")
            .annotate(told=told, proof=Subquery(first), read=Subquery(last.values("published")[:1]))
            .newest()  # said here: where rows are counted, the order that the model has by itself is not kept
        )
        proofs = Mention.objects.select_related("article__publisher").in_bulk([office.proof for office in offices if office.proof])
        runs = _runs(offices)
        for place, office in enumerate(runs):
            mention = proofs.get(office.proof)
            words = excerpt(mention.article.body, mention.start, mention.end) if mention else ""
            proof = mention.article if mention else None
            current = place == 0 and not office.former
            yield Post(office, office.told, proof, words, current, place == len(runs) - 1, office.read or "")


def _runs(offices: Sequence[Any]) -> list[Any]:
    """The offices, the newest first; one that was read several times on end, as of an official named in several ways, stands once."""
    runs = [list(read) for _, read in groupby(offices, key=attrgetter(*SAME))]
    articles = _telling([office for run in runs if len(run) > 1 for office in run])
    for newest, *before in runs:
        if before:
            run = [newest, *before]
            newest.first_seen = min((one.first_seen for one in run if one.first_seen), default=None)
            newest.told = len(set().union(*(articles[one.pk] for one in run)))
            newest.proof = next((one.proof for one in run if one.proof), None)
    return [run[0] for run in runs]


def _telling(offices: Sequence[Any]) -> Mapping[int, set[int]]:
    """The published articles that tell of each of these offices, by ids."""
    found: dict[int, set[int]] = defaultdict(set)
    if offices:
        told = Appointment.articles.through._default_manager.filter(appointment__in=offices, article__status="published")
        for office, article in told.values_list("appointment", "article"):
            found[office].add(article)
    return found


def _most(others: QuerySet[Participation]) -> dict[int, int]:
    """How often each of those met who met most often, the most frequent first, and of those as frequent the first by name."""
    counts = others.values("person").annotate(n=Count("meeting")).order_by("-n", "person__sort_name", "person")
    return dict(counts.values_list("person", "n")[:MOST])


def _most_by_masks(people: Masks, others: QuerySet[Participation], country: str | None) -> dict[int, int] | None:
    """As `_most`, without those of the country; the list of people is in the order of their names. None where it has not all of them."""
    own = people.values["of"].get(country or "", 0)
    counts = Counter(others.aggregate(ids=ArrayAgg("person"))["ids"] or ())
    places = dict(zip(counts, people.places.each(counts), strict=True))
    if -1 in places.values():
        return None
    foreign = ((pk, n) for pk, n in counts.items() if not own >> places[pk] & 1)
    return dict(nsmallest(MOST, foreign, key=lambda row: (-row[1], places[row[0]])))
