"""The desk where people decide what the machine could not: the questions of each queue, those first that touch most pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Window
from django.urls import reverse

from archive.actions.corrections import MODELS
from archive.actions.tables import tables
from archive.models import (
    Appointment,
    Article,
    Correction,
    FormerKey,
    Judgement,
    Likeness,
    MeetingReport,
    Mention,
    Person,
    ReaderReport,
)
from archive.records import wording
from archive.records.comparing import BodySide, Compared, MeetingSide, PersonSide, Side, compared
from archive.records.doubts import SHOWN, Doubt, doubts, how_many
from archive.remembered import lately

AT_ONCE = 1000  # questions that are counted; a longer queue is said to have more
LISTED = 50  # decisions, or reports, on a page
LAST = 6
LOOKED = "Found at the desk"  # the reason of what is said there of doubtful facts
QUEUES = {
    "people": "people",
    "organizations": "organizations",
    "meetings": "meetings",
    "facts": "doubtful facts",
    "reports": "reports from readers",
    "reads": "what the machine now reads",
    "orphans": "lost decisions",
    "suppressed": "what was taken away",
}
TITLES = {
    "people": "Same person?",
    "organizations": "Same organization?",
    "meetings": "Same meeting?",
    "facts": "Doubtful facts",
    "reports": "Reports from readers",
    "reads": "The machine now reads …",
    "orphans": "Lost decisions",
    "suppressed": "Taken away",
}
KINDS = {"people": Likeness.Kind.PERSON, "organizations": Likeness.Kind.ORGANIZATION, "meetings": Likeness.Kind.MEETING}
SIDES: dict[str, Callable[[Any], Side]] = {"people": PersonSide, "organizations": BodySide, "meetings": MeetingSide}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question in its queue: the likeness that it is asked for, and the keys of the two as they are now."""

    likeness: int
    place: str  # where it stands in the queue, for the address
    keys: tuple[str, str]
    now: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two are one; `left` is the one of which more is told. Of meetings the two are accounts."""

    likeness: Likeness
    left: Any
    right: Any
    keys: tuple[str, str]
    place: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision or a report is about, with the page that shows it: an office is shown with its holder."""

    name: str
    url: str

    @classmethod
    def of(cls, thing: Any) -> Subject:
        shown = thing.person if isinstance(thing, Appointment) else thing
        return cls(wording.name(thing), reverse(shown._meta.model_name, args=[shown.public_id]))


class Comparison:
    """The two of a question side by side; in Latin letters, if that is asked for."""

    def __init__(self, question: Question, *, queue: str, latin: bool) -> None:
        self.question = question
        self.left, self.right = (SIDES[queue](thing) for thing in (question.left, question.right))
        self.latin = latin

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.left, self.right

    @property
    def rows(self) -> list[Compared]:
        return compared(self.left, self.right, latin=self.latin)


class Desk:
    """The queues as one who decides sees them."""

    def __init__(self, user: AbstractBaseUser, *, queue: str, at: str = "", latin: bool = False, page: str = "") -> None:
        self.user = user
        self.queue = queue if queue in QUEUES else "people"
        self.at = at
        self.latin = latin
        self._page = page

    @property
    def title(self) -> str:
        return TITLES[self.queue]

    @property
    def asks(self) -> bool:
        """Whether the queue has questions on two, one at a time."""
        return self.queue in KINDS

    @cached_property
    def questions(self) -> list[Waiting]:
        """All that are open in the queue, in the order of how many articles tell of either of the two."""
        return questions(self.queue) if self.asks else []

    @cached_property
    def position(self) -> int:
        """The number of the question at hand: the first that does not come before the place in the address."""
        asked = _place(self.at)
        return next((number for number, question in enumerate(self.questions) if _place(question.place) >= asked), 0)

    @cached_property
    def question(self) -> Question | None:
        """The question at hand; nothing is read of the others but their keys."""
        return _asked(self.questions[self.position], self.queue) if self.questions else None

    @cached_property
    def comparison(self) -> Comparison | None:
        return Comparison(self.question, queue=self.queue, latin=self.latin) if self.question else None

    @property
    def next_place(self) -> str:
        """Where the one after the question at hand stands; after the last the first."""
        return self.questions[(self.position + 1) % len(self.questions)].place if self.questions else ""

    @cached_property
    def doubts(self) -> list[Doubt]:
        return doubts()

    @cached_property
    def looked(self) -> list[tuple[Correction, Subject | None]]:
        """The latest that whoever looks said of doubtful facts."""
        mine = Correction.objects.in_force().filter(by=self.user.pk, reason=LOOKED)
        return _with_things(mine.select_related("by").order_by("-made_at", "-pk")[:LAST])

    @cached_property
    def listed(self) -> Page[Any]:
        """A page of the queue, where it is a list: of decisions or of reports."""
        return Paginator(LISTS[self.queue](), LISTED).get_page(self._page)

    @cached_property
    def reports(self) -> list[tuple[ReaderReport, Subject | None]]:
        """What readers say is wrong and nobody has answered, with the things; those first on which most agree."""
        return _with_things(self.listed)

    @cached_property
    def reads(self) -> list[tuple[Correction, Subject | None]]:
        return _with_things(self.listed)

    @cached_property
    def orphans(self) -> list[tuple[Correction, Subject | None]]:
        """Corrections whose words are gone, or of whose thing no article tells and nothing that it was joined to."""
        return _with_holders(_with_things(self.listed))

    @cached_property
    def lost_judgements(self) -> list[Judgement]:
        """Judgements one of whose mentions, or accounts, no article has any more."""
        return [one for found in _lost_judgements() for one in found.select_related("by")[:LISTED]]

    @cached_property
    def suppressed(self) -> list[Correction]:
        return list(self.listed)

    @cached_property
    def counts(self) -> list[tuple[str, str, int, bool]]:
        """How much is left in each queue, and whether there is more than was counted.

        In a large archive the other queues are as they were a while ago: a verdict changes the one at hand.
        """
        decided = _last_decision()
        numbers = {name: self._at_hand if name == self.queue else _how_many(name, decided) for name in QUEUES}
        return [(name, words, numbers[name], numbers[name] >= MOST.get(name, numbers[name] + 1)) for name, words in QUEUES.items()]

    @property
    def _at_hand(self) -> int:
        if self.queue == "facts":
            return len(self.doubts)
        if self.asks:
            return len(self.questions)
        return self.listed.paginator.count + (len(self.lost_judgements) if self.queue == "orphans" else 0)

    @cached_property
    def last(self) -> list[tuple[Judgement, str, str]]:
        """The latest answers of whoever looks, with the two names, and where the question stands once the answer is taken back."""
        mine = list(Judgement.objects.in_force().filter(by=self.user.pk).order_by("-made_at", "-pk")[:LAST])
        keys = [key for one in mine for key in (one.left, one.right)]
        names = dict(Mention.objects.filter(key__in=keys).values_list("key", "value"))
        names |= dict(MeetingReport.objects.filter(key__in=keys).values_list("key", "article__title"))
        places = self._places(mine)
        said = (" and ".join(names.get(key) or "something no longer told" for key in (one.left, one.right)) for one in mine)
        return [(one, told, places.get(_compared(one), f"queue={self.queue}")) for one, told in zip(mine, said, strict=True)]

    def _places(self, judged: Iterable[Judgement]) -> dict[frozenset[str], str]:
        """Queue and place of the questions that were answered so, as an address has them."""
        keys = {key for one in judged for key in _compared(one)}
        queue_of = {kind: queue for queue, kind in KINDS.items()}
        rows = Likeness.objects.filter(left__in=keys, right__in=keys)
        return {frozenset((row.left, row.right)): f"queue={queue_of[row.kind]}&at={_place_of(row)}" for row in rows}  # type: ignore[index]


def questions(queue: str) -> list[Waiting]:
    """The open questions of a queue."""
    likely = Likeness.objects.filter(kind=KINDS[queue]).order_by("-pages", "left", "right")
    rows = list(likely.values_list("pk", "pages", "left", "right")[:AT_ONCE])
    return _on_accounts(rows) if queue == "meetings" else _on_things(rows, queue)


def _how_many(queue: str, decided: str) -> int:
    """How much is left in a queue, counted once for each state of the archive and of what people decided."""
    return lately(f"desk {queue}", lambda: _count(queue), version=decided)[0]


def _count(queue: str) -> int:
    if queue in KINDS:
        return len(questions(queue))
    if queue == "facts":
        return how_many()
    return LISTS[queue]().count() + (sum(found.count() for found in _lost_judgements()) if queue == "orphans" else 0)


def _last_decision() -> str:
    """Another text after each decision, withdrawal, comparing and report: some change nothing that readers see."""
    last = [model.objects.aggregate(made=Max("pk"), back=Max("withdrawn_at")) for model in (Judgement, Correction)]
    reported = ReaderReport.objects.aggregate(made=Max("pk"), answered=Max("answered_at"))
    return f"{last} {reported} {Likeness.objects.aggregate(last=Max('pk'))['last']}"


def _reported() -> QuerySet[Any]:
    waiting = ReaderReport.objects.waiting()
    return waiting.annotate(times=Window(Count("pk"), partition_by=[F("key")])).order_by("-times", "made_at", "pk")


def _read_otherwise() -> QuerySet[Any]:
    return Correction.objects.all().read_otherwise().select_related("by").order_by("reads_since", "pk")


def _lost() -> QuerySet[Any]:
    """What rests on the words of a draft, or of a withdrawn release, waits for its publication and is not lost."""
    waiting = Article.objects.exclude(status=Article.Status.PUBLISHED).filter(key=OuterRef("article_key"))
    in_force = Correction.objects.in_force().exclude(Exists(waiting))
    conditions = [Q(lost_since__isnull=False), *map(_of_nothing, MODELS)]  # one by one: together they read all tables whole
    lost = {pk for condition in conditions for pk in in_force.filter(condition).values_list("pk", flat=True)}
    return Correction.objects.filter(pk__in=lost).select_related("by").order_by("made_at", "pk")


def _lost_judgements() -> list[QuerySet[Any]]:
    mentions = [~Exists(Mention.objects.filter(key=OuterRef(side))) for side in ("left", "right")]
    accounts = [~Exists(MeetingReport.objects.filter(key=OuterRef(side))) for side in ("left", "right")]
    told = Judgement.objects.in_force()
    return [told.filter(there[0] | there[1], kind=kind) for kind, there in (("mention", mentions), ("report", accounts))]


def _suppressed() -> QuerySet[Any]:
    return Correction.objects.in_force().filter(operation="suppress").select_related("by").order_by("-made_at")


LISTS = {"reports": _reported, "reads": _read_otherwise, "orphans": _lost, "suppressed": _suppressed}
MOST = {"facts": SHOWN} | dict.fromkeys(KINDS, AT_ONCE)


Row = tuple[int, int, str, str]  # number, pages, left and right key of a likeness


def _on_things(rows: Sequence[Row], queue: str) -> list[Waiting]:
    kind, model = KINDS[queue], MODELS[KINDS[queue]]
    chief = _chiefs({key for row in rows for key in row[2:]}, kind)
    told = Mention.objects.filter(**{kind: OuterRef("pk")})  # a judgement rests on mentions
    there = set(model.objects.public().filter(Exists(told), key__in=set(chief.values())).values_list("key", flat=True))
    judged = _judged(kind)
    found: list[Waiting] = []
    for pk, pages, left, right in rows:
        one, other = chief[left], chief[right]
        if one != other and {one, other} <= there and frozenset((one, other)) not in judged:
            judged.add(frozenset((one, other)))  # the same two are asked about once
            found.append(Waiting(pk, _place_in(pages, left, right), (left, right), (one, other)))
    return found


def _on_accounts(rows: Sequence[Row]) -> list[Waiting]:
    keys = {key for row in rows for key in row[2:]}
    told = MeetingReport.objects.filter(key__in=keys, article__status="published")
    meeting = dict(told.values_list("key", "meeting"))
    judged = set(Judgement.objects.in_force().filter(kind="report").values_list("left", "right"))
    found: list[Waiting] = []
    asked: set[frozenset[int]] = set()
    for pk, pages, left, right in rows:
        if not {left, right} <= meeting.keys() or meeting[left] == meeting[right] or (left, right) in judged:
            continue
        if frozenset((meeting[left], meeting[right])) not in asked:
            asked.add(frozenset((meeting[left], meeting[right])))
            found.append(Waiting(pk, _place_in(pages, left, right), (left, right), (left, right)))
    return found


def _asked(waiting: Waiting, queue: str) -> Question | None:
    """The question with the two; None where one of them was taken away just now.

    Left stands the one whom more mentions name; of equals the one with the fuller name.
    """
    likeness = Likeness.objects.filter(pk=waiting.likeness).first()
    rows = _accounts() if queue == "meetings" else _counted(MODELS[KINDS[queue]])
    named = {one.key: one for one in rows.filter(key__in=waiting.now)}
    if likeness is None or len(named) < 2:
        return None
    one, other = (named[key] for key in waiting.now)
    if queue == "meetings" or (one.told, len(one.name)) >= (other.told, len(other.name)):
        return Question(likeness, one, other, waiting.keys, waiting.place)
    return Question(likeness, other, one, waiting.keys[::-1], waiting.place)


def _accounts() -> Any:
    return MeetingReport.objects.select_related("article__publisher", "meeting__country").defer("article__body", "article__search")


def _counted(model: type[Any]) -> Any:
    return model.objects.select_related("country").annotate(told=Count("mentions"))


def _of_nothing(kind: str) -> Q:
    """Corrections of fields of what no article tells of, and nothing that it was joined to. What people took away is not lost."""
    there = Exists(MODELS[kind]._default_manager.filter(key=OuterRef("key")))
    led = Exists(FormerKey.objects.filter(kind=kind, key=OuterRef("key")))
    away = Exists(Correction.objects.in_force().filter(kind=kind, key=OuterRef("key"), operation="suppress"))
    return Q(~there, ~led, ~away, kind=kind, operation__in=("set", "confirm"))


def _judged(kind: str) -> set[frozenset[str]]:
    """The pairs on whom somebody has decided, undecidedness included."""
    pairs = list(Judgement.objects.in_force().filter(kind="mention").exclude(left_was="").values_list("left_was", "right_was"))
    chief = _chiefs({key for pair in pairs for key in pair}, kind)
    return {frozenset(chief[key] for key in pair) for pair in pairs}


def _chiefs(keys: Iterable[str], kind: str) -> dict[str, str]:
    wanted = set(keys)
    return {key: key for key in wanted} | dict(FormerKey.objects.filter(kind=kind, key__in=wanted).values_list("key", "now"))


def _compared(judgement: Judgement) -> frozenset[str]:
    """The keys of the two that the question was asked of."""
    of_names = judgement.kind == Judgement.Kind.MENTION
    return frozenset((judgement.left_was, judgement.right_was) if of_names else (judgement.left, judgement.right))


def _place_of(row: Likeness) -> str:
    return _place_in(row.pages, row.left, row.right)


def _place_in(pages: int, left: str, right: str) -> str:
    return f"{pages}.{left}.{right}"


def _place(text: str) -> tuple[int, str, str]:
    pages, _, pair = text.partition(".")
    left, _, right = pair.partition(".")
    return (-int(pages) if pages.isdigit() and len(pages) < 10 else -(10**9), left, right)


def _with_holders(rows: list[tuple[Correction, Subject | None]]) -> list[tuple[Correction, Subject | None]]:
    """The same; an office that no article tells of any more is shown with whoever held it."""
    lost = {made.key for made, thing in rows if thing is None and made.kind == Correction.Kind.APPOINTMENT}
    holders = tables().holders(lost) if lost else {}
    people = {person.key: Subject.of(person) for person in Person.objects.filter(key__in=holders.values())}
    return [(made, thing or people.get(holders.get(made.key, ""))) for made, thing in rows]


def _with_things(made: Iterable[Any]) -> list[tuple[Any, Subject | None]]:
    rows = list(made)
    found: dict[tuple[str, str], Subject] = {}
    for kind, model in MODELS.items():
        chief = _chiefs((one.key for one in rows if one.kind == kind), kind)
        things = {thing.key: thing for thing in model._default_manager.filter(key__in=set(chief.values()))}
        found |= {(kind, key): Subject.of(things[now]) for key, now in chief.items() if now in things}
    return [(one, found.get((one.kind, one.key))) for one in rows]
