"""A release as its editor checks it before readers see it: its text, and beside it what was read, each fact with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.models import Article, Country, Extraction
from archive.prose.dates import in_words
from archive.prose.marking import Piece, Span, marked
from archive.prose.meetings import OCCASIONS
from ingest.drafted import Decided, Drafted
from ingest.projection.by_hand import ByHand

Json = dict[str, Any]
PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\n)[^\n]+)*")
KINDS = {"person": "People", "organization": "Organizations", "country": "Countries", "place": "Places", "date": "Dates"}


@dataclass(frozen=True, slots=True)
class Said:
    """A value that was read, and the words it was read from; no words where it follows from others."""

    label: str
    value: str
    words: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A meeting, an official, a body: its name, its values, and the words that say so."""

    name: str
    values: list[Said] = field(default_factory=list)
    anchor: str = ""
    decided: Decided | None = None


class Draft:
    """An article and what was read from it, from the extraction in force: drafts are in none of the tables that readers see."""

    def __init__(self, article: Article) -> None:
        self.article = article
        extraction = Extraction.objects.filter(article=article, in_force=True).first()
        self.record: Json = ByHand.of([article])[article.key].as_read(extraction.record) if extraction else {}
        self.engine = extraction.engine if extraction else ""
        self.drafted = Drafted(article, self.record)

    @property
    def unstated(self) -> list[str]:
        """What the release does not say of itself, and what its facts lack for it: to be looked at first."""
        article = self.article
        found = []
        if not article.publisher_id:
            found.append("The publisher is not stated.")
        if not article.published:
            found.append("The date of publication is not stated.")
        elif article.published.startswith("X"):
            found.append("The year of publication is not stated, so days of meetings have no year unless the text gives one.")
        if article.language != "en":
            found.append("The release is not in English: it is kept and can be searched, but no facts are read from it.")
        return found

    @property
    def least_confidence(self) -> float:
        """That of the most doubtful fact, 0 to 1; 0 where a fact was read by a rule whose precision nobody measured."""
        kinds = ("people", "organizations", "meetings", "agreements", "quotes")
        return min((one.get("confidence") or 0.0 for kind in kinds for one in self.record.get(kind, [])), default=1.0)

    @cached_property
    def paragraphs(self) -> list[SafeString]:
        return [self._marked(found) for found in PARAGRAPH.finditer(self.article.body)]

    @property
    def kinds(self) -> list[tuple[str, str, int]]:
        spans = [one["kind"] for one in self.record.get("mentions", []) if one["where"] == "body"]
        return [(name, label, spans.count(name)) for name, label in KINDS.items()]

    @property
    def meetings(self) -> list[Fact]:
        return [self._meeting(one) for one in self.record.get("meetings", [])]

    @property
    def people(self) -> list[Fact]:
        fields = (("rank", "Rank"), ("position", "Position"), ("organization", "Organization"), ("country", "Country"))
        return [self._fact(self._named(one), one, fields) for one in self.record.get("people", [])]

    @property
    def organizations(self) -> list[Fact]:
        return [self._fact(self._named(one), one, (("country", "Country"),)) for one in self.record.get("organizations", [])]

    @property
    def agreements(self) -> list[Fact]:
        fields = (("action", "What was done"), ("countries", "Parties"))
        return [self._fact(one["title"], one, fields) for one in self.record.get("agreements", [])]

    @property
    def quotes(self) -> list[Fact]:
        return [
            Fact(self._speaker(one) or "Somebody not named", [Said("Said", one["text"])], _first(one), self.drafted.of(one))
            for one in self.record.get("quotes", [])
        ]

    @property
    def dropped(self) -> list[Json]:
        found: list[Json] = self.record.get("dropped", [])
        return found

    # ---- one fact ----

    def _meeting(self, one: Json) -> Fact:
        fields = (
            ("date", "Date"), ("end_date", "Until"), ("mode", "In person or not"), ("state", "Held or planned"), ("place", "Place"),
            ("country", "Held in"), ("host", "Host"), ("countries", "Sides"), ("people", "Officials"),
        )  # fmt: skip
        passing = ", mentioned in passing" if one["status"] == "mentioned" else ""
        return self._fact(f"{one['title'] or OCCASIONS[one['kind']]}{passing}", one, fields)

    def _fact(self, name: str, one: Json, fields: tuple[tuple[str, str], ...]) -> Fact:
        evidence = {span["field"]: span for span in reversed(one["evidence"])}
        decided = self.drafted.of(one)
        values = []
        for key, label in fields:
            if decided and (told := _told_otherwise(decided, key)) is not None:
                values += [Said(label, self._written(key, told))] if told else []
                continue
            if not (value := self._written(key, one.get(key))):
                continue
            span = evidence.get(key)
            values.append(Said(label, value, self._words(span), _anchor(span)) if span else Said(label, value))
        return Fact(name, values, _first(one), decided)

    def _speaker(self, one: Json) -> str:
        decided = self.drafted.of(one)
        told = _told_otherwise(decided, "speaker_name") if decided else None
        return str(one["speaker"] or "") if told is None else told

    def _named(self, one: Json) -> str:
        decided = self.drafted.of(one)
        told = _told_otherwise(decided, "name") if decided else None
        return str(one["name"]) if told is None else told

    @cached_property
    def _people_now(self) -> dict[str, str]:
        """What those are called by whom the editor told another name, or who are nobody (empty)."""
        people = [(one, self.drafted.of(one)) for one in self.record.get("people", [])]
        return {one["name"]: "" if decided.state == "taken away" else self._named(one) for one, decided in people if decided}

    def _written(self, key: str, value: Any) -> str:
        if key == "people":
            value = [now for name in value or () if (now := self._people_now.get(name, name))]
        if not value:
            return ""
        if key in {"date", "end_date"}:
            return str(in_words(value))
        if key in {"country", "host", "countries"}:
            return ", ".join(self._countries.get(code, code) for code in ([value] if isinstance(value, str) else value))
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value).replace("_", " ")

    @cached_property
    def _countries(self) -> dict[str, str]:
        return {"INT": "international", **dict(Country.objects.values_list("code", "name"))}

    def _words(self, span: Json) -> str:
        text = self.article.title if span["where"] == "title" else self.article.body
        return text[span["start"] : span["end"]]

    # ---- the text ----

    def _marked(self, paragraph: re.Match[str]) -> SafeString:
        return marked(paragraph[0], self._spans(*paragraph.span()), opening=_opening, closing=_closing, offset=paragraph.start())

    def _spans(self, start: int, end: int) -> Iterator[Span[str]]:
        """The mentions, and the words of other facts that begin where none does, so that every link leads to a place in the text."""
        for kind, one in self._places:
            if one["start"] < end and one["end"] > start:
                yield Span(one["start"], one["end"], f"{kind} {one['start']}")

    @cached_property
    def _places(self) -> list[tuple[str, Json]]:
        mentions = [(one["kind"], one) for one in self.record.get("mentions", []) if one["where"] == "body"]
        known = {one["start"] for _, one in mentions}
        told = {}
        for name in ("meetings", "people", "organizations", "agreements", "quotes"):
            for fact in self.record.get(name, []):
                told.update({span["start"]: span for span in fact["evidence"] if span["where"] == "body" and span["start"] not in known})
        return _once(mentions) + [("said", span) for span in told.values()]


def _once(mentions: list[tuple[str, Json]]) -> list[tuple[str, Json]]:
    """Of several mentions that begin at one place the longest, which holds the others."""
    longest: dict[int, tuple[str, Json]] = {}
    for kind, one in mentions:
        if one["start"] not in longest or one["end"] > longest[one["start"]][1]["end"]:
            longest[one["start"]] = (kind, one)
    return list(longest.values())


def _told_otherwise(decided: Decided, field: str) -> str | None:
    """What an editor told in place of what was read; None where what was read holds."""
    return next((slot.shown for slot in decided.slots if slot.name == field and slot.corrected), None)


def _first(one: Json) -> str:
    return next((_anchor(span) for span in one["evidence"] if span["where"] == "body"), "")


def _anchor(span: Json) -> str:
    """The place in the text that a fact leads to: the mention that begins there, if there is one."""
    return f"w{span['start']}" if span["where"] == "body" else ""


def _opening(piece: Piece[str]) -> str:
    kind, start = piece.of.split()
    name = format_html(' id="w{}"', start) if piece.first else ""
    return format_html('<span class="m m--{}"{}>', kind, name)


def _closing(piece: Piece[str]) -> str:
    return "</span>"
