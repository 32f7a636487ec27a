"""What people type into forms, beside the questions of lists (`archive/filters/`)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from archive.filters.question import Question
from archive.filters.rooms import QUESTIONS, question_to
from archive.models import SavedSearch

ROOMS = ("meetings", "articles", "people", "organizations", "agreements", "quotes", "offices")


class SavedSearchForm(forms.Form):
    """A question to a list under a name. Only a question that is understood can be kept."""

    use_required_attribute = False

    name = forms.CharField(max_length=150, error_messages={"required": "Give it a name, to know it again."})
    page = forms.ChoiceField(choices=[(room, room) for room in ROOMS], widget=forms.HiddenInput)
    query = forms.CharField(required=False, max_length=10_000, widget=forms.HiddenInput)
    alert = forms.ChoiceField(choices=SavedSearch.Alert.choices, initial=SavedSearch.Alert.NEVER)

    question: Question | None = None

    def clean(self) -> dict[str, Any]:
        """The question in one way of writing it."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "page" not in cleaned or "query" not in cleaned:
            raise forms.ValidationError("There is no question to keep. Start from a list.")
        self.question = asked(cleaned["page"], cleaned["query"])
        if not self.question.understood:
            raise forms.ValidationError("This question is not understood any more. Ask it anew and keep that.")
        cleaned["query"] = self.question.address().removeprefix("?")
        return cleaned


def asked(page: str, query: str) -> Question:
    """Return the question that stands in an address."""
    return question_to(page if page in QUESTIONS else "meetings", QueryDict(query), today=timezone.localdate())
