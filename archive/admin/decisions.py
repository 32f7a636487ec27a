"""What people decided: added and withdrawn, never changed and never deleted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from archive.actions import corrections, judgements, rules
from archive.admin.kinds import MachineAdmin, TableAdmin, signed_in
from archive.models import Correction, Judgement, Likeness, RuleWithdrawal


class DecisionAdmin(TableAdmin):
    """`by` and the times are the machine's to fill in."""

    readonly_fields = ["by", "made_at", "withdrawn_at", "withdrawn_by"]
    actions = ["withdraw"]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    @admin.action(description="Withdraw the chosen ones", permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        chosen = list(queryset.filter(withdrawn_at__isnull=True))
        for decision in chosen:
            self.take_back(decision, by=signed_in(request))
        self.message_user(request, f"{len(chosen)} withdrawn; they stay on record.", messages.SUCCESS)

    def take_back(self, decision: Any, *, by: Any) -> None:
        raise NotImplementedError


class JudgementForm(forms.ModelForm):  # type: ignore[type-arg]
    """Two keys in any order; an earlier judgement on them gives way."""

    def clean(self) -> dict[str, Any] | None:
        told = super().clean() or {}
        if self.errors:
            return told
        one, other = told["left"], told["right"]
        try:
            judgements.refuse(kind=told["kind"], one=one, other=other, verdict=told["verdict"])
        except ValueError as refused:
            raise forms.ValidationError(str(refused)) from refused
        if told.get("stays") and told["stays"] not in (one, other):
            self.add_error("stays", "Give one of the two keys, or leave it empty.")
        told["left"], told["right"] = sorted((one, other))
        return told

    def _get_validation_exclusions(self) -> set[str]:
        """One judgement on a pair is in force, the keys in order: the action that saves this one sees to both."""
        return {*super()._get_validation_exclusions(), "left", "right"}  # type: ignore[misc]


@admin.register(Judgement)
class JudgementAdmin(DecisionAdmin):
    form = JudgementForm
    exclude = ["left_was", "right_was"]
    list_display = ["left", "right", "kind", "verdict", "by", "made_at", "withdrawn_at"]
    list_filter = ["kind", "verdict", ("withdrawn_at", admin.EmptyFieldListFilter)]
    list_select_related = ["by"]
    search_fields = ["left", "right", "reason", "by__username"]

    def save_model(self, request: HttpRequest, obj: Judgement, form: Any, change: bool) -> None:
        told = {"kind": obj.kind, "one": obj.left, "other": obj.right, "verdict": obj.verdict, "reason": obj.reason, "stays": obj.stays}
        made = judgements.add(by=signed_in(request), **told)
        obj.pk = made.pk

    def take_back(self, decision: Judgement, *, by: Any) -> None:
        judgements.withdraw(judgement=decision, by=by)


@admin.register(Correction)
class CorrectionAdmin(DecisionAdmin):
    list_display = ["kind", "key", "field", "operation", "old", "new", "by", "made_at", "lost_since", "withdrawn_at"]
    list_filter = [
        "kind",
        "operation",
        ("lost_since", admin.EmptyFieldListFilter),
        ("withdrawn_at", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["by"]
    search_fields = ["key", "field", "reason", "anchor_text", "by__username"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Corrections are made where the thing is: on the page of the official, the body or the meeting."""
        return False

    def take_back(self, decision: Correction, *, by: Any) -> None:
        corrections.withdraw(correction=decision, by=by)


@admin.register(Likeness)
class LikenessAdmin(MachineAdmin):
    list_display = ["left", "right", "verdict", "rule", "version", "pages"]
    list_filter = ["verdict", "rule", "version"]
    search_fields = ["left", "right", "rule"]


class RuleWithdrawalForm(forms.ModelForm):  # type: ignore[type-arg]
    """A rule that joins somebody, in a version that does."""

    def clean(self) -> dict[str, Any] | None:
        told = super().clean() or {}
        joining = Likeness.objects.filter(verdict=Likeness.Verdict.SAME).values_list("rule", "version").distinct()
        known = sorted(set(joining))
        if not self.errors and (told["rule"], told["version"]) not in known:
            named = "; ".join(f"{rule}, version {version}" for rule, version in known) or "none"
            raise forms.ValidationError(f"No rule of that name and version joins anything. Those that do: {named}.")
        return told


@admin.register(RuleWithdrawal)
class RuleWithdrawalAdmin(DecisionAdmin):
    form = RuleWithdrawalForm
    list_display = ["rule", "version", "by", "made_at", "withdrawn_at"]
    list_filter = [("withdrawn_at", admin.EmptyFieldListFilter)]
    list_select_related = ["by"]
    search_fields = ["rule", "reason", "by__username"]

    def save_model(self, request: HttpRequest, obj: RuleWithdrawal, form: Any, change: bool) -> None:
        obj.pk = rules.withdraw(rule=obj.rule, version=obj.version, by=signed_in(request), reason=obj.reason).pk

    def take_back(self, decision: RuleWithdrawal, *, by: Any) -> None:
        rules.trust_again(withdrawal=decision, by=by)
