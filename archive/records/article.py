"""An article's page: its text with its mentions marked, what was cut from the file, and what was read from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Prefetch
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.models import Agreement, Article, Country, Extraction, MeetingReport, Mention, Organization, Participation, Person, Quote
from archive.prose.marking import Piece, Span, marked
from archive.records.cite import source_in_words
from archive.records.slips import PARAGRAPH

KINDS = {"person": "People", "organization": "Organizations", "country": "Countries", "place": "Places", "date": "Dates"}
CUT = ("...", "…")


@dataclass(frozen=True, slots=True)
class Named:
    """A person, organization or country that the article names, and how often."""

    thing: Any
    anchor: str
    times: int


@dataclass(slots=True)
class Kind:
    """A kind of mention and how many there are, for the legend."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody said in the article."""

    speaker: Person | None
    name: str
    quotes: list[Quote] = field(default_factory=list)


class ArticleRecord:
    """An article with its marked text and what was read from it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.mentions: list[Mention] = list(
            article.mentions.select_related("person__country", "organization", "country").order_by("where", "start", "-end")
        )

    @cached_property
    def title(self) -> SafeString:
        return self._marked(self.article.title, "title", 0)

    @cached_property
    def paragraphs(self) -> list[SafeString]:
        return [self._marked(found[0], "body", found.start(), found.end()) for found in PARAGRAPH.finditer(self.article.body)]

    @property
    def title_is_cut(self) -> bool:
        """Whether the source itself cuts its headline short."""
        return self.article.title.rstrip().endswith(CUT)

    @property
    def kinds(self) -> list[Kind]:
        counts = Counter(mention.kind for mention in self.mentions if mention.where == "body")
        return [Kind(name, label, counts[name]) for name, label in KINDS.items()]

    @cached_property
    def machine(self) -> tuple[str, list[dict[str, str]]]:
        """The version of the engine that read the article, and the pieces that it cut from the file, each with the reason."""
        told = Extraction.objects.filter(article=self.article, in_force=True).values_list("engine", "record__dropped").first()
        return (told[0], told[1] or []) if told else ("", [])

    @cached_property
    def reports(self) -> list[MeetingReport]:
        taking_part = Participation.objects.select_related("person", "country", "organization", "appointment").order_by("id")
        told = self.article.reports.select_related("meeting__country", "meeting__host")
        return list(told.prefetch_related(Prefetch("meeting__participations", queryset=taking_part)).order_by("position"))

    @cached_property
    def agreements(self) -> list[Agreement]:
        return list(self.article.agreements.all())

    @cached_property
    def sayings(self) -> list[Words]:
        """Quotations by speaker, in the order of the text."""
        grouped: dict[tuple[int | None, str], Words] = {}
        for quote in self.article.quotes.select_related("speaker").order_by("start"):
            key = (quote.speaker_id, "" if quote.speaker_id else quote.speaker_name)
            grouped.setdefault(key, Words(quote.speaker, quote.speaker_name)).quotes.append(quote)
        return list(grouped.values())

    @property
    def people(self) -> list[Named]:
        return self._named(mention.person for mention in self.mentions)

    @property
    def organizations(self) -> list[Named]:
        return self._named(mention.organization for mention in self.mentions)

    @property
    def countries(self) -> list[Named]:
        return self._named(mention.country for mention in self.mentions if mention.kind == "country")

    @property
    def only(self) -> list[Article]:
        """The one source of this page, as the cite box takes sources."""
        return [self.article]

    @property
    def cite_text(self) -> str:
        return f"{source_in_words(self.article)}."

    def _named(self, things: Iterable[Person | Organization | Country | None]) -> list[Named]:
        counts = Counter(thing for thing in things if thing is not None)
        return [Named(thing, anchor_of(thing), times) for thing, times in counts.items()]

    def _marked(self, text: str, where: str, start: int, end: int | None = None) -> SafeString:
        last = start + len(text) if end is None else end
        spans = [Span(one.start, one.end, one) for one in self.mentions if one.where == where and one.start < last and one.end > start]
        return marked(text, spans, opening=_opening, closing=_closing, offset=start)


def anchor_of(thing: Person | Organization | Country) -> str:
    """The name of the place at the side of the page where the thing stands."""
    return f"c-{thing.code}" if isinstance(thing, Country) else f"{thing._meta.model_name}-{thing.public_id}"


def _target(mention: Mention) -> str:
    thing = mention.person or mention.organization or (mention.country if mention.kind == "country" else None)
    return anchor_of(thing) if thing else ""


def _opening(piece: Piece[Mention]) -> str:
    target = "" if piece.inside else _target(piece.of)
    if target:
        return format_html('<a class="m m--{}" href="#{}">', piece.of.kind, target)
    return format_html('<span class="m m--{}">', piece.of.kind)


def _closing(piece: Piece[Mention]) -> str:
    return "</a>" if not piece.inside and _target(piece.of) else "</span>"
