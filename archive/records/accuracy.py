"""How far the archive can be trusted: what was measured on releases that people annotated, and what people have found here since."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from django.db.models import F, QuerySet

from archive.models import Agreement, Correction, Meeting, MeetingReport, Mention, Organization, Person, Quote
from archive.models.confidence import measured

MEASURED = Path(__file__).parent.parent / "data" / "accuracy.json"  # written by `manage.py evaluate --publish`
FEW = 30  # annotated facts below which a share says little
COUNTED: dict[str, type[Any]] = {"person": Person, "organization": Organization, "meeting": Meeting, "agreement": Agreement, "quote": Quote}
COUNTED_AS = {"appointment": "person", "official": "person", "body": "organization", "report": "meeting"}  # what is told of one, of which
OPERATIONS = {"confirm": "confirmed", "set": "changed", "suppress": "suppressed"}

WORDS = {  # what the figures are called on the page; those that are left out are called as they are measured
    "people whole": "People with rank, position and country",
    "meetings whole": "Meetings with date, sides, kind and country",
    "meeting people": "Who was at a meeting",
    "published": "Day of publication",
    "body": "Text without menus and the like",
    "person rank": "Rank of an official",
    "person position": "Position of an official",
    "person organization": "Organization of an official",
    "person country": "Country of an official",
    "meeting date": "Date of a meeting",
    "meeting countries": "Sides of a meeting",
    "meeting kind": "Kind of a meeting",
    "meeting country": "Country where a meeting was held",
    "meeting place": "Place of a meeting",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fact on one set: of those read how many are right (precision), of those there how many were read (recall)."""

    name: str
    precision: float
    recall: float
    gold: int

    @property
    def words(self) -> str:
        return WORDS.get(self.name, self.name)

    @property
    def few(self) -> bool:
        return self.gold < FEW


@dataclass(frozen=True, slots=True)
class Measured:
    """One set of annotated releases."""

    name: str
    releases: int
    kinds: list[Kind]
    shares: list[tuple[str, float]]
    about: str
    unread: bool  # by those who write rules; what is not known to be so counts as read

    def of(self, name: str) -> Kind:
        return next(kind for kind in self.kinds if kind.name == name)

    @property
    def expected(self) -> str:
        """What the figures of meetings, which matter most, mean for a release that is new."""
        found, whole = self.of("meetings"), self.of("meetings whole")
        recall, precision, right = (round(100 * share) for share in (found.recall, found.precision, whole.precision))
        return (
            f"Of 100 meetings that new releases tell of, expect {recall} to be found. Of 100 that were found, expect {precision} to be "
            f"meetings that the release tells of, and {right} to be right in date, sides, kind and country as well."
        )


@dataclass(slots=True)
class Found:
    """What people found of the facts of one kind, rule or publisher."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    facts: int | None = None
    measured: float | None = None

    @property
    def looked_at(self) -> int:
        return self.counts.total()

    @property
    def right(self) -> float:
        """The share of those looked at that were confirmed."""
        return self.counts["confirmed"] / self.looked_at if self.looked_at else 0.0

    @property
    def cells(self) -> list[int]:
        return [self.counts[name] for name in OPERATIONS.values()]


class Accuracy:
    """The figures of the page."""

    @property
    def engine(self) -> str:
        return str(_measured().get("engine", ""))

    @property
    def sets(self) -> list[Measured]:
        return [
            Measured(
                one["name"],
                one["releases"],
                [Kind(name, told["precision"], told["recall"], told["gold"]) for name, told in one["kinds"].items()],
                [(WORDS.get(name, name), share) for name, share in one["shares"].items()],
                one.get("about", ""),
                one.get("unread", False),
            )
            for one in _measured().get("sets", [])
        ]

    @property
    def unread(self) -> list[Measured]:
        return [one for one in self.sets if one.unread]

    @property
    def read(self) -> list[Measured]:
        return [one for one in self.sets if not one.unread]

    @cached_property
    def kinds(self) -> list[Found]:
        """Of each kind of fact: how many the archive has, and what people found of them."""
        found = {kind: Found(str(Correction.Kind(kind).label), facts=model.objects.count()) for kind, model in COUNTED.items()}
        for made in self._made:
            kind = COUNTED_AS.get(made.kind, made.kind)
            if kind in found:
                found[kind].counts[OPERATIONS[made.operation]] += 1
        return list(found.values())

    @cached_property
    def rules(self) -> list[Found]:
        """By the rule that read the words, those first at which most was found wrong."""
        found = self._by(lambda rule, publisher: rule)
        for one in found:
            one.measured = measured().get(one.name)
        return found

    @cached_property
    def publishers(self) -> list[Found]:
        return self._by(lambda rule, publisher: publisher)

    @cached_property
    def _made(self) -> list[Correction]:
        return list(
            Correction.objects.in_force().filter(operation__in=OPERATIONS).exclude(kind="mention").exclude(field__startswith="followed_by:")
        )

    @cached_property
    def _origins(self) -> list[tuple[Correction, str, str]]:
        """Each correction with the rule that read what it is about, and the publisher."""
        return list(_origins(self._made))

    def _by(self, name: Any) -> list[Found]:
        found: dict[str, Found] = {}
        for made, rule, publisher in self._origins:
            if told := name(rule, publisher):
                found.setdefault(told, Found(told)).counts[OPERATIONS[made.operation]] += 1
        return sorted(found.values(), key=lambda one: (-(one.looked_at - one.counts["confirmed"]), one.name))


def _origins(made: Iterable[Correction]) -> Iterator[tuple[Correction, str, str]]:
    by_kind: dict[str, list[Correction]] = defaultdict(list)
    for one in made:
        by_kind[one.kind].append(one)
    yield from _of_mentions(by_kind["person"], "person")
    yield from _of_mentions(by_kind["organization"], "organization")
    yield from _of_meetings(by_kind["meeting"])
    for kind, model in (("agreement", Agreement), ("quote", Quote)):
        yield from _of_one_release(by_kind[kind], model)


def _of_mentions(made: list[Correction], kind: str) -> Iterator[tuple[Correction, str, str]]:
    """By the first mention; whoever is suppressed has none, so that the name tells."""
    called = {one.pk: str(one.old.get("name", "")) for one in made if one.operation == "suppress" and isinstance(one.old, dict)}
    mentions = Mention.objects.filter(kind=kind).select_related("article__publisher").defer("article__body", "article__search")
    of_key = _first(mentions.filter(**{f"{kind}__key__in": {one.key for one in made}}), f"{kind}__key")
    of_name = _first(mentions.filter(value__in={name for name in called.values() if name}), "value")
    for one in made:
        mention = of_name.get(called.get(one.pk, "")) if one.operation == "suppress" else of_key.get(one.key)
        if mention:
            yield one, mention.rule, str(mention.article.publisher or "")


def _first(mentions: QuerySet[Mention], by: str) -> dict[str, Mention]:
    """The first mention of each, in the order of the articles, by what `by` tells."""
    in_order = mentions.annotate(of=F(by)).order_by("of", "article", "start").distinct("of")
    return {one.of: one for one in in_order}


def _of_meetings(made: list[Correction]) -> Iterator[tuple[Correction, str, str]]:
    accounts = MeetingReport.objects.filter(meeting__key__in=[one.key for one in made]).select_related("meeting", "article__publisher")
    first: dict[str, MeetingReport] = {}
    for account in accounts.order_by("prominence", "pk"):
        first.setdefault(account.meeting.key, account)
    for one in made:
        report = first.get(one.key)
        if report is not None:
            told = report.evidence.get(one.field) or report.evidence.get("kind") or {}
            yield one, told.get("rule", ""), str(report.article.publisher or "")


def _of_one_release(made: list[Correction], model: type[Any]) -> Iterator[tuple[Correction, str, str]]:
    rows = {row.key: row for row in model.objects.filter(key__in=[one.key for one in made]).select_related("article__publisher")}
    for one in made:
        if row := rows.get(one.key):
            rule = row.rule if model is Quote else (row.evidence.get("title") or {}).get("rule", "")
            yield one, rule, str(row.article.publisher or "")


@cache
def _measured() -> dict[str, Any]:
    """What was measured last; nothing where it never was."""
    if not MEASURED.exists():
        return {}
    told: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    return told
