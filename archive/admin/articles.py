"""Releases, and what was read from them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.actions import articles
from archive.admin.kinds import OfArticlesAdmin, TableAdmin, articles_seen_by, signed_in
from archive.models import Agreement, Article, Extraction, Mention, Original, Publisher, Quote


@admin.register(Article)
class ArticleAdmin(TableAdmin):
    """The text is not edited: every span counts its characters. Bring it in anew with `manage.py ingest`."""

    list_display = ["__str__", "publisher", "published", "language", "status"]
    list_filter = ["status", "language", "format", ("publisher", RelatedOnlyFieldListFilter)]
    list_select_related = ["publisher"]
    search_fields = ["title", "path", "sha256"]
    search_help_text = "Words of the release, a file's name or a file's SHA-256"
    date_hierarchy = "published_earliest"
    autocomplete_fields = ["publisher"]
    readonly_fields = [
        "key", "body", "path", "format", "sha256", "text_hash", "status", "uploaded_by", "created", "updated",
    ]  # fmt: skip
    exclude = ["search"]
    actions = ["publish", "withdraw"]

    def seen_by(self, user: Any, rows: QuerySet[Article]) -> QuerySet[Article]:
        return articles_seen_by(user, rows)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Article], search_term: str) -> tuple[QuerySet[Article], bool]:
        found, twice = super().get_search_results(request, queryset, search_term)
        if not search_term:
            return found, twice
        return found | queryset.filter(pk__in=Article.objects.saying(search_term).values("pk")), twice

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description="Publish the chosen releases", permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        done = articles.publish(articles=list(queryset), by=signed_in(request))
        self.message_user(request, f"{done} published.", messages.SUCCESS)

    @admin.action(description="Withdraw the chosen releases", permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        done = articles.withdraw(articles=list(queryset), by=signed_in(request))
        self.message_user(request, f"{done} withdrawn. Readers no longer see them.", messages.SUCCESS)


@admin.register(Publisher)
class PublisherAdmin(TableAdmin):
    list_display = ["name", "country", "website"]
    list_filter = [("country", RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    search_fields = ["name", "website"]
    autocomplete_fields = ["country"]
    readonly_fields = ["key"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Original)
class OriginalAdmin(OfArticlesAdmin):
    list_display = ["article"]
    list_select_related = ["article"]
    search_fields = ["article__title", "article__path"]
    fields = ["article", "size"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Original]:
        return super().get_queryset(request).defer("content")

    @admin.display(description="bytes")
    def size(self, original: Original) -> int:
        return len(original.content)


@admin.register(Extraction)
class ExtractionAdmin(OfArticlesAdmin):
    list_display = ["article", "engine", "created", "in_force"]
    list_filter = ["engine", "in_force"]
    list_select_related = ["article"]
    search_fields = ["article__title", "article__path"]


@admin.register(Mention)
class MentionAdmin(OfArticlesAdmin):
    list_display = ["text", "kind", "value", "article", "rule", "confidence"]
    list_filter = ["kind", "where", ("country", RelatedOnlyFieldListFilter)]
    list_select_related = ["article"]
    search_fields = ["text", "value", "rule", "key"]


@admin.register(Quote)
class QuoteAdmin(OfArticlesAdmin):
    list_display = ["text", "speaker_name", "speaker", "article"]
    list_select_related = ["article", "speaker"]
    search_fields = ["text", "speaker_name"]


@admin.register(Agreement)
class AgreementAdmin(OfArticlesAdmin):
    list_display = ["title", "action", "countries", "article"]
    list_filter = ["action"]
    list_select_related = ["article"]
    search_fields = ["title"]
