"""The kinds of tables there are: read by machine, derived and correctable, edited by people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.actions import corrections, meetings, organizations, people
from archive.models import Article
from archive.models.imports import sees_all


def signed_in(request: HttpRequest) -> Any:
    """The user; nobody reaches a page of the administration without having signed in."""
    return request.user


class TableAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What all have in common: large tables stay quick."""

    list_per_page = 50
    show_full_result_count = False
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """The rows that are this user's to see: an admin's are all of them."""
        everything = super().get_queryset(request)
        return everything if sees_all(request.user) else self.seen_by(signed_in(request), everything)

    def seen_by(self, user: Any, rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """What an editor sees of the table; all of it, where nothing is said against it."""
        return rows


class MachineAdmin(TableAdmin):
    """Machine facts: to be looked at. They are replaced at the next extraction, so nobody edits them here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class OfArticlesAdmin(MachineAdmin):
    """Machine facts of one release each. An editor sees those of releases that are published or his or her own."""

    def seen_by(self, user: Any, rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
        return rows.filter(article__in=articles_seen_by(user, Article.objects.all()))


class DecidedOnAdmin(OfArticlesAdmin):
    """Facts of one release each on which people decide by choosing lines of the list."""

    kind: str

    def has_correct_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("archive.add_correction"))

    @admin.action(description="Take the chosen ones away: they are none", permissions=["correct"])
    def suppress_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        suppress_all(self, request, self.kind, list(queryset))


def suppress_all(page: TableAdmin, request: HttpRequest, kind: str, chosen: list[Any]) -> None:
    """Nothing shows the chosen ones any more, and the page says so."""
    for thing in chosen:
        corrections.suppress(kind=kind, key=thing.key, old={"name": str(thing)}, by=signed_in(request), reason="In administration")
    page.message_user(request, f"{len(chosen)} are shown nowhere any more; the desk brings them back.", messages.SUCCESS)


def articles_seen_by(user: Any, articles: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Published ones, and those that the editor looks after; drafts of others are told to nobody but admins."""
    return articles.filter(models.Q(status=Article.Status.PUBLISHED) | models.Q(uploaded_by=user))


class MachineInline(admin.TabularInline):  # type: ignore[type-arg]
    """Machine facts on the page of what they belong to."""

    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class CorrectionForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is refused in place is refused here, in the same words."""

    def clean(self) -> dict[str, Any] | None:
        told = super().clean() or {}
        for name in set(self.changed_data) & told.keys():
            value = told[name].pk if isinstance(told[name], models.Model) else told[name]
            try:
                corrections.check(kind=str(self._meta.model._meta.model_name), field=name, value=value)
            except corrections.Refused as refused:
                self.add_error(name, str(refused))
        if not self.errors and set(corrections.DATES) & set(self.changed_data):
            self._in_order(told)
        return told

    def _in_order(self, told: dict[str, Any]) -> None:
        try:
            corrections.refuse_backwards(**{name: told[name] for name in corrections.DATES})
        except corrections.Refused as refused:
            self.add_error("end_date", str(refused))


class CorrectableAdmin(TableAdmin):
    """Things derived from machine facts and judgements. Each changed field becomes a correction, which outlives every extraction."""

    form = CorrectionForm
    kind: str
    correctable: tuple[str, ...]
    actions = ["merge_chosen", "suppress_chosen"]

    @admin.action(description="Join the two chosen: the first of the list keeps its name", permissions=["change"])
    def merge_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        chosen = list(queryset[:3])
        if len(chosen) != 2:
            self.message_user(request, "Choose just two to join.", messages.ERROR)
            return
        verbs: Any = {"person": people, "organization": organizations, "meeting": meetings}[self.kind]
        try:
            verbs.merge(source=chosen[1], into=chosen[0], by=signed_in(request), reason="Joined in administration")
        except ValueError as refused:
            self.message_user(request, str(refused), messages.ERROR)
        else:
            self.message_user(request, f"{chosen[1]} is one with {chosen[0]} now.", messages.SUCCESS)

    @admin.action(description="Take the chosen ones away: they are none", permissions=["change"])
    def suppress_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        suppress_all(self, request, self.kind, list(queryset))

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        fields = [field.name for field in self.model._meta.get_fields() if isinstance(field, models.Field) and not field.many_to_many]
        return [name for name in fields if name not in self.correctable and name != "id"]

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[Any]:
        return [*self.correctable, *self.get_readonly_fields(request, obj)]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        before = self.model._default_manager.get(pk=obj.pk)
        with transaction.atomic():
            for name in form.changed_data:
                old, new = (self.model._meta.get_field(name).value_from_object(row) for row in (before, obj))
                read = corrections.machine_value(kind=self.kind, key=obj.key, field=name, now=old)
                corrections.set_field(kind=self.kind, key=obj.key, field=name, old=read, new=new, by=signed_in(request))
            obj.save(update_fields=form.changed_data or None)
