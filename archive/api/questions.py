"""The filters of a list, asked by the parameters of the API: the same FilterSets as the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from rest_framework.exceptions import ValidationError
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from rest_framework.views import APIView

from archive.filters import fields
from archive.filters.dates import EXAMPLES
from archive.filters.rooms import QUESTIONS, question_to

BESIDES = ("cursor", "limit")  # parameters of paging


class ByQuestion(BaseFilterBackend):
    """Keeps what fits the question. A parameter that is not understood, or that there is not, is a fault."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: APIView) -> QuerySet[Any]:
        question = question_to(view.room, request.query_params, today=timezone.localdate())  # type: ignore[attr-defined]
        faults = {name: words for name, words, _ in question.faults()}
        known = ", ".join([*question.filters, *BESIDES])
        faults |= {name[:60]: f"There is no such parameter. There are: {known}." for name in question.unknown(BESIDES)}
        if faults:
            raise ValidationError(faults)
        found: QuerySet[Any] = question.leaving_out().for_export()
        return found

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        filters = QUESTIONS[view.room].get_filters()  # type: ignore[attr-defined]
        named = ((name, _words(asked), _form(asked)) for name, asked in filters.items())
        return [{"name": name, "in": "query", "required": False, "description": words, **form} for name, words, form in named]


def _words(asked: Any) -> str:
    hint = {
        fields.CountryCodes: "; ISO 3166 alpha-2 or a name",
        fields.Sides: "; ISO 3166 alpha-2, a name or a group, as NATO",
        fields.Day: f"; as typed: {EXAMPLES}",
        fields.PersonNamed: "; id or name, spellings near it are found too",
        fields.OrganizationNamed: "; id, name or acronym",
        fields.Publishers: "; ids, several are either",
        fields.Words: "; “phrases” stand in quotes, also: or, -without" if asked.label.startswith("Words") else "",
        fields.Office: "; words of it, as chief of defense, with a country as chief of defense of Norway",
        fields.Topics: "; as the list of meetings names it",
    }.get(asked.field_class, "")
    return " ".join((f"{asked.label}{hint}.", *_meanings(asked)))


def _meanings(asked: Any) -> Iterator[str]:
    """What each value stands for, where its name does not say so."""
    words: Mapping[str, str] = asked.extra.get("words") or {}
    told = [f"{value}: {meaning}" for value, meaning in words.items() if meaning.rstrip("s") != value]
    if told:
        yield "; ".join(told) + "."


def _form(asked: Any) -> dict[str, Any]:
    """The form of a parameter: one value, or several of the same name."""
    words = asked.extra.get("words")
    one: dict[str, Any] = {"type": "string", **({"enum": list(words)} if words else {})}
    if issubclass(asked.field_class, fields.Many):
        return {"schema": {"type": "array", "items": one}, "style": "form", "explode": True}
    return {"schema": one}
