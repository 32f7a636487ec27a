"""The words that a line of a table rests on, and where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from archive.models import Article, Mention
from archive.prose.sentences import sentence_around
from archive.records.slips import At, spans_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of an article, letter for letter; empty where there is none. The article is one, or what has its fields."""

    article: Any
    sentence: str = ""
    rule: str = ""


NOTHING = Evidence(None)


def read_from(article: Any, evidence: object, *fields: str) -> Evidence:
    """Return the sentence that the first of these fields with a span was read from."""
    at = next((at for name in fields for at in spans_of(evidence, name)), None)
    return told_at(article, at) if at else Evidence(article)


def told_at(article: Any, at: At) -> Evidence:
    text = article.title if at.where == "title" else article.body
    return Evidence(article, sentence_around(text, at.start, at.end), at.rule)


def first_named(thing: str, ids: Collection[int]) -> dict[int, Evidence]:
    """Return for each person or organization (`thing` names the field of a mention) the sentence that names it in its latest article."""
    named = Mention.objects.filter(**{f"{thing}__in": ids}, where="body", article__status="published")
    latest = named.order_by(f"{thing}_id", "-article__published_latest", "-article", "start").distinct(f"{thing}_id")
    return {getattr(one, f"{thing}_id"): _mentioned(one) for one in latest.select_related("article__publisher").defer("article__search")}


def first_in_office(offices: Collection[int]) -> dict[int, Evidence]:
    """Return for each office held the sentence that names its holder in the latest article that tells of it."""
    told = Mention.objects.filter(article__appointments__in=offices, person=F("article__appointments__person"), where="body")
    latest = (
        told.filter(article__status="published")
        .annotate(office=F("article__appointments"))
        .order_by("office", "-article__published_latest", "-article", "start")
        .distinct("office")
    )
    return {mention.office: _mentioned(mention) for mention in latest.select_related("article__publisher").defer("article__search")}


def _mentioned(mention: Mention) -> Evidence:
    return told_at(mention.article, At(mention.start, mention.end, mention.where, mention.rule))


def named_in(articles: Iterable[Article]) -> dict[int, dict[str, list[str]]]:
    """Return for each article what it names: ISO codes under "country", names under "person" and "organization"."""
    found: dict[int, dict[str, list[str]]] = {}
    for thing, name in (("country", "country"), ("person", "person__name"), ("organization", "organization__name")):
        named = Mention.objects.filter(article__in=[one.pk for one in articles], **{f"{thing}__isnull": False})
        if thing == "country":
            named = named.filter(kind="country")
        for article, value in named.order_by("article", name).values_list("article", name).distinct():
            found.setdefault(article, {}).setdefault(thing, []).append(value)
    return found
