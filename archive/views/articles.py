"""The list of articles, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.filters.articles import ArticleQuestion
from archive.models import Article
from archive.records.adding import Attempt
from archive.records.article import ArticleRecord
from archive.records.cite import cited
from archive.views.found import found
from archive.views.listing import asked


def listing(request: HttpRequest) -> HttpResponse:
    """Articles that fit the question of the address."""
    articles = asked(request, ArticleQuestion, Article.objects.public())
    return render(request, "archive/articles.html", {"room": "articles", "listing": articles})


def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One article: its text with what was read from it."""
    return shown(request, public_id)


def shown(request: HttpRequest, public_id: str, *, attempt: Attempt | None = None) -> HttpResponse:
    """The page of the article; with a form that was refused, and why beside the field that is to blame."""
    record = ArticleRecord(found(Article.objects.public().select_related("publisher__country", "uploaded_by"), public_id))
    cite = cited(request, path=reverse("article", args=[public_id]))
    page = {"room": "articles", "record": record, "cite": cite, "attempt": attempt}
    return render(request, "archive/article.html", page, status=400 if attempt else 200)
