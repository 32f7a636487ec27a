"""Releases, and what was read from them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from archive import edtf
from archive.actions import articles, corrections, splits
from archive.admin.kinds import DecidedOnAdmin, OfArticlesAdmin, TableAdmin, articles_seen_by, signed_in
from archive.models import Agreement, Article, Extraction, Mention, Original, Publisher, Quote


class ReleaseForm(forms.ModelForm):  # type: ignore[type-arg]
    """A release of a day that is one."""

    def clean_published(self) -> str:
        published = str(self.cleaned_data["published"]).strip()
        if published and not edtf.is_date(published):
            raise forms.ValidationError(f"“{published}” is no day of the calendar. {edtf.HOW_TO_WRITE}")
        return published


def _told(article: Article, field: str) -> str:
    """The value of a correction: a publisher is told by name."""
    return article.published if field == "published" else article.publisher.name if article.publisher else ""


@admin.register(Article)
class ArticleAdmin(TableAdmin):
    """The text and the headline are not edited: every span counts their characters. Bring them in anew with `manage.py ingest`.

    A date or a publisher that is set right is a correction, and outlives the next reading.
    """

    form = ReleaseForm

    list_display = ["__str__", "publisher", "published", "language", "status"]
    list_filter = ["status", "language", "format", ("publisher", RelatedOnlyFieldListFilter)]
    list_select_related = ["publisher"]
    search_fields = ["title", "path", "sha256"]
    search_help_text = "Words of the release, a file's name or a file's SHA-256"
    date_hierarchy = "published_earliest"
    autocomplete_fields = ["publisher"]
    correctable = ("published", "publisher")
    actions = ["publish", "withdraw"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return [*self.correctable, *self.get_readonly_fields(request, obj)]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        names = [field.name for field in Article._meta.get_fields() if isinstance(field, models.Field) and not field.many_to_many]
        return [name for name in names if name not in {"id", "search", *self.correctable}]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A release is withdrawn: deleted, it would take along what people decided on its words."""
        return False

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        before = Article.objects.select_related("publisher").get(pk=obj.pk)
        with transaction.atomic():
            for name in form.changed_data:
                old, new = (_told(row, name) for row in (before, obj))
                read = corrections.machine_value(kind="article", key=obj.key, field=name, now=old)
                at = corrections.Anchor(obj.key, "")
                corrections.set_field(kind="article", key=obj.key, field=name, old=read, new=new, by=signed_in(request), at=at)

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
class MentionAdmin(DecidedOnAdmin):
    list_display = ["text", "kind", "value", "article", "rule", "confidence"]
    list_filter = ["kind", "where", ("country", RelatedOnlyFieldListFilter)]
    list_select_related = ["article"]
    search_fields = ["text", "value", "rule", "key"]
    actions = ["split_chosen"]

    @admin.action(description="Split the chosen off: they are of another official, or organization", permissions=["correct"])
    def split_chosen(self, request: HttpRequest, queryset: QuerySet[Mention]) -> None:
        chosen = list(queryset.select_related("person", "organization"))
        things = {mention.person or mention.organization for mention in chosen}
        thing = next(iter(things))
        if len(things) > 1 or thing is None:
            self.message_user(request, "Choose mentions of one official, or of one organization.", messages.ERROR)
            return
        try:
            splits.split(thing=thing, mentions=chosen, by=signed_in(request), reason="Split in administration")
        except ValueError as refused:
            self.message_user(request, str(refused), messages.ERROR)
        else:
            self.message_user(request, f"{len(chosen)} were split from {thing}; “Undo the split” is on their page.", messages.SUCCESS)


@admin.register(Quote)
class QuoteAdmin(DecidedOnAdmin):
    kind = "quote"
    actions = ["suppress_chosen"]
    list_display = ["text", "speaker_name", "speaker", "article"]
    list_select_related = ["article", "speaker"]
    search_fields = ["text", "speaker_name"]


@admin.register(Agreement)
class AgreementAdmin(DecidedOnAdmin):
    kind = "agreement"
    actions = ["suppress_chosen"]
    list_display = ["title", "action", "countries", "article"]
    list_filter = ["action"]
    list_select_related = ["article"]
    search_fields = ["title"]
