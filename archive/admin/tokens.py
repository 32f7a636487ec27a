"""Tokens for programs, and what readers reported."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from archive.actions import reports
from archive.admin.kinds import TableAdmin, signed_in
from archive.models import ApiToken, ReaderReport


class TokenForm(forms.ModelForm):  # type: ignore[type-arg]
    """A token that opens something."""

    def clean_expires_at(self) -> datetime.datetime | None:
        last: datetime.datetime | None = self.cleaned_data["expires_at"]
        if last is not None and last <= timezone.now():
            raise forms.ValidationError("That is past: the token would open nothing. Give a time to come, or leave it empty.")
        return last

    def clean_user(self) -> User:
        user: User = self.cleaned_data["user"]  # of whoever may not correct a token opens nothing
        if not user.is_active or not user.has_perm("archive.add_correction"):
            raise forms.ValidationError(
                f"{user} may not correct: the token would open nothing. Put the account into the group “admins” first."
            )
        return user


@admin.register(ApiToken)
class ApiTokenAdmin(TableAdmin):
    """The secret is shown once, when the token is made; a token is withdrawn, not deleted."""

    form = TokenForm
    fields = ["name", "user", "expires_at"]
    list_display = ["name", "begins", "user", "made_at", "last_used", "expires_at", "withdrawn_at"]
    list_filter = [("withdrawn_at", admin.EmptyFieldListFilter)]
    list_select_related = ["user"]
    search_fields = ["name", "user__username"]
    autocomplete_fields = ["user"]
    actions = ["withdraw"]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Whoever is no superuser makes tokens in their own name alone."""
        if db_field.name == "user" and not request.user.is_superuser:
            kwargs["queryset"] = User.objects.filter(username=signed_in(request).get_username())
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        return []

    def save_model(self, request: HttpRequest, obj: ApiToken, form: Any, change: bool) -> None:
        made, secret = ApiToken.new(user=obj.user, name=obj.name)
        obj.digest, obj.begins = made.digest, made.begins
        super().save_model(request, obj, form, change)
        messages.warning(request, f"The token is {secret} – copy it now: it is shown this once, and only its hash is kept.")

    @admin.action(description="Withdraw the chosen ones", permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[ApiToken]) -> None:
        count = queryset.filter(withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
        self.message_user(request, f"{count} withdrawn; they open nothing any more.", messages.SUCCESS)


@admin.register(ReaderReport)
class ReaderReportAdmin(TableAdmin):
    """Reports are answered, not edited."""

    list_display = ["kind", "key", "field", "says", "made_at", "answer", "answered_by"]
    list_filter = [("answered_at", admin.EmptyFieldListFilter), "kind", "answer"]
    list_select_related = ["answered_by"]
    search_fields = ["key", "says"]
    actions = ["answer_right", "answer_idle"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    @admin.action(description="Answer: right as it is", permissions=["change"])
    def answer_right(self, request: HttpRequest, queryset: QuerySet[ReaderReport]) -> None:
        self._answer(request, queryset, ReaderReport.Answer.RIGHT)

    @admin.action(description="Answer: of no use", permissions=["change"])
    def answer_idle(self, request: HttpRequest, queryset: QuerySet[ReaderReport]) -> None:
        self._answer(request, queryset, ReaderReport.Answer.IDLE)

    def _answer(self, request: HttpRequest, queryset: QuerySet[ReaderReport], told: str) -> None:
        count = sum(reports.answer(pk=report.pk, answer=told, by=signed_in(request)) for report in queryset)
        self.message_user(request, f"{count} answered.", messages.SUCCESS)
