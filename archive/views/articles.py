"""The list of articles, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.articles import ArticleQuestion
from archive.models import Article
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
    record = ArticleRecord(found(Article.objects.public().select_related("publisher__country", "uploaded_by"), public_id))
    return render(request, "archive/article.html", {"room": "articles", "record": record, "cite": cited(request)})
