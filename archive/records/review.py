"""The desk where people decide what the machine could not: the questions of each queue, those first that touch most pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.models import Appointment, Correction, FormerKey, Judgement, Likeness, Meeting, Mention, Organization, Person
from archive.prose.dates import in_words
from archive.records.slips import excerpt

AT_ONCE = 2000  # questions that are counted; a longer queue is said to have more
MET = 3
LAST = 6
QUEUES = {"people": "people", "reads": "what the machine now reads", "orphans": "lost decisions", "suppressed": "what was taken away"}
MODELS = {"person": Person, "organization": Organization, "meeting": Meeting}


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two officials are one; `left` is the one whom more articles name."""

    likeness: Likeness
    left: Person
    right: Person
    keys: tuple[str, str]

    @property
    def place(self) -> str:
        """Where it stands in the queue, for the address."""
        return f"{self.likeness.pages}.{self.likeness.left}.{self.likeness.right}"


@dataclass(frozen=True, slots=True)
class Compared:
    """One feature of both, and how they compare."""

    label: str
    left: SafeString | str
    right: SafeString | str
    how: str

    @property
    def differs(self) -> bool:
        return self.how == "differs"


class Side:
    """One of the two: what is told of the official, and a sentence."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.offices = list(Appointment.objects.filter(person=person).select_related("organization")[:8])
        self.mentions = Mention.objects.filter(person=person)
        self.count = self.mentions.count()
        self.articles = self.mentions.values("article").distinct().count()

    @cached_property
    def mention(self) -> Mention | None:
        return self.mentions.filter(where="body").select_related("article__publisher").order_by("article", "start").first()

    @property
    def words(self) -> SafeString | str:
        return excerpt(self.mention.article.body, self.mention.start, self.mention.end) if self.mention else ""

    def told(self, field: str) -> str:
        return "; ".join(dict.fromkeys(str(value) for office in self.offices if (value := getattr(office, field))))

    @property
    def seen(self) -> str:
        days = sorted(day for office in self.offices for day in (office.first_seen, office.last_seen) if day)
        return str(in_words(days[0].isoformat(), days[-1].isoformat(), short=True)) if days else ""

    @property
    def met(self) -> str:
        others = Person.objects.filter(participations__meeting__participations__person=self.person).exclude(pk=self.person.pk)
        return ", ".join(others.distinct().order_by("sort_name").values_list("name", flat=True)[:MET])

    @property
    def publishers(self) -> str:
        told = self.mentions.exclude(article__publisher=None).order_by("article__publisher__name")
        return ", ".join(told.values_list("article__publisher__name", flat=True).distinct()[:MET])


class Comparison:
    """The two of a question side by side."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.left, self.right = Side(question.left), Side(question.right)

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.left, self.right

    @property
    def rows(self) -> list[Compared]:
        one, other = self.left, self.right
        names = one.person.name, other.person.name
        countries = tuple(side.person.country.name if side.person.country else "" for side in (one, other))
        told = [
            ("Country", *countries),
            ("Office", one.told("position"), other.told("position")),
            ("Organization", one.told("organization"), other.told("organization")),
            ("Rank", one.told("rank"), other.told("rank")),
            ("Seen", one.seen, other.seen),
            ("Met", one.met, other.met),
            ("Publishers", one.publishers, other.publishers),
        ]
        name = Compared("Name", _marked(names[0], names[1]), _marked(names[1], names[0]), _how(*names))
        return [name, *(Compared(label, left, right, _how(left, right)) for label, left, right in told)]


class Desk:
    """The queues as one who decides sees them."""

    def __init__(self, user: AbstractBaseUser, *, queue: str, at: str = "") -> None:
        self.user = user
        self.queue = queue if queue in QUEUES else "people"
        self.at = at

    @cached_property
    def questions(self) -> list[Question]:
        """All that are open, in the order of how many articles name either of the two."""
        rows = list(Likeness.objects.order_by("-pages", "left", "right")[:AT_ONCE])
        keys = {key for row in rows for key in (row.left, row.right)}
        chief = _chiefs(keys)
        people = {one.key: one for one in Person.objects.public().filter(key__in=set(chief.values())).select_related("country")}
        judged = _judged()
        found: list[Question] = []
        for row in rows:
            one, other = people.get(chief[row.left]), people.get(chief[row.right])
            if one and other and one != other and frozenset((one.key, other.key)) not in judged:
                judged.add(frozenset((one.key, other.key)))  # the same two are asked about once
                found.append(_turned(row, one, other))
        return found

    @cached_property
    def position(self) -> int:
        """The number of the question at hand: the first that does not come before the place in the address."""
        asked = _place(self.at)
        return next((number for number, question in enumerate(self.questions) if _place(question.place) >= asked), 0)

    @property
    def question(self) -> Question | None:
        return self.questions[self.position] if self.questions else None

    @property
    def comparison(self) -> Comparison | None:
        return Comparison(self.question) if self.question else None

    @property
    def next_place(self) -> str:
        """Where the one after the question at hand stands; after the last the first."""
        return self.questions[(self.position + 1) % len(self.questions)].place if self.questions else ""

    @cached_property
    def reads(self) -> list[tuple[Correction, object]]:
        told = Correction.objects.all().read_otherwise().select_related("by").order_by("reads_since", "pk")[:AT_ONCE]
        return _with_things(told)

    @cached_property
    def orphans(self) -> list[tuple[Correction, object]]:
        """Corrections whose words are gone, or of whose thing no article tells."""
        lost = Correction.objects.in_force().select_related("by").order_by("made_at", "pk")
        return [
            (made, thing)
            for made, thing in _with_things(lost)
            if made.lost_since or (thing is None and made.kind in MODELS and made.operation in {"set", "confirm"})
        ][:AT_ONCE]

    @cached_property
    def lost_judgements(self) -> list[Judgement]:
        """Judgements one of whose mentions no article has any more."""
        there = [~Exists(Mention.objects.filter(key=OuterRef(side))) for side in ("left", "right")]
        return list(Judgement.objects.in_force().filter(there[0] | there[1], kind="mention").select_related("by")[:AT_ONCE])

    @cached_property
    def suppressed(self) -> list[Correction]:
        return list(Correction.objects.in_force().filter(operation="suppress").select_related("by").order_by("-made_at")[:AT_ONCE])

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        orphans = len(self.orphans) + len(self.lost_judgements)
        numbers = {"people": len(self.questions), "reads": len(self.reads), "orphans": orphans, "suppressed": len(self.suppressed)}
        return [(name, words, numbers[name]) for name, words in QUEUES.items()]

    @cached_property
    def last(self) -> list[tuple[Judgement, str]]:
        """The latest answers of whoever looks, with the two names."""
        mine = list(Judgement.objects.in_force().filter(by=self.user.pk).order_by("-made_at", "-pk")[:LAST])
        names = dict(Mention.objects.filter(key__in=[key for one in mine for key in (one.left, one.right)]).values_list("key", "value"))
        return [(one, " and ".join(names.get(key, "somebody no longer named") for key in (one.left, one.right))) for one in mine]


def _turned(row: Likeness, one: Person, other: Person) -> Question:
    """The one whom more mentions name stands left; of equals the one with the fuller name."""
    weights = [(Mention.objects.filter(person=person).count(), len(person.name)) for person in (one, other)]
    if weights[0] >= weights[1]:
        return Question(row, one, other, (row.left, row.right))
    return Question(row, other, one, (row.right, row.left))


def _judged() -> set[frozenset[str]]:
    """The pairs of officials on whom somebody has decided, undecidedness included."""
    pairs = list(Judgement.objects.in_force().filter(kind="mention").exclude(left_was="").values_list("left_was", "right_was"))
    chief = _chiefs({key for pair in pairs for key in pair})
    return {frozenset(chief[key] for key in pair) for pair in pairs}


def _chiefs(keys: Iterable[str]) -> dict[str, str]:
    wanted = set(keys)
    return {key: key for key in wanted} | dict(FormerKey.objects.filter(kind="person", key__in=wanted).values_list("key", "now"))


def _place(text: str) -> tuple[int, str, str]:
    pages, _, pair = text.partition(".")
    left, _, right = pair.partition(".")
    return (-int(pages) if pages.isdigit() and len(pages) < 10 else -(10**9), left, right)


def _with_things(made: Iterable[Correction]) -> list[tuple[Correction, object]]:
    rows = list(made)
    things = {
        (kind, thing.key): thing
        for kind, model in MODELS.items()
        for thing in model._default_manager.filter(key__in=[one.key for one in rows if one.kind == kind])
    }
    return [(one, things.get((one.kind, one.key))) for one in rows]


def _how(one: object, other: object) -> str:
    if not one and not other:
        return "unknown"
    if not one or not other:
        return "only right" if other else "only left"
    return "same" if one == other else "differs"


def _marked(text: str, other: str) -> SafeString:
    """The text with what the other has not marked."""
    pieces = SequenceMatcher(a=other, b=text, autojunk=False).get_opcodes()
    return format_html_join(
        "", "{}", ((format_html("<ins>{}</ins>", text[b:c]) if tag in {"insert", "replace"} else text[b:c],) for tag, _, _, b, c in pieces)
    )
