"""Conditions that several tables share, as database constraints."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from archive import edtf


def is_edtf(field: str, *, name: str) -> models.CheckConstraint:
    """The field is an EDTF date or empty."""
    return models.CheckConstraint(
        condition=Q(**{field: ""}) | Q(**{f"{field}__regex": edtf.PATTERN}),
        name=name,
        violation_error_message=f"The day under “{field}” is not written as one. {edtf.HOW_TO_WRITE}",
    )


def is_among(field: str, choices: type[models.TextChoices], *, name: str, blank: bool = False) -> models.CheckConstraint:
    """The field is one of the choices, or empty where that is allowed."""
    values = [*choices.values, ""] if blank else list(choices.values)
    return models.CheckConstraint(condition=Q(**{f"{field}__in": values}), name=name)


def in_order(first: str, last: str, *, name: str) -> models.CheckConstraint:
    """`first` is not after `last`, where both are known."""
    return models.CheckConstraint(
        condition=Q(**{f"{first}__isnull": True}) | Q(**{f"{last}__isnull": True}) | Q(**{f"{first}__lte": F(last)}), name=name
    )


def is_span(*, name: str) -> models.CheckConstraint:
    """`start` comes before `end`, neither below zero."""
    return models.CheckConstraint(condition=Q(start__gte=0) & Q(start__lt=F("end")), name=name)


def is_level(*, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(level__isnull=True) | Q(level__range=(1, 6)), name=name)


def is_share(field: str, *, name: str) -> models.CheckConstraint:
    """The field is between 0 and 1, or not known."""
    return models.CheckConstraint(condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__range": (0, 1)}), name=name)


def withdrawn_by_somebody(*, name: str) -> models.CheckConstraint:
    """Withdrawn at a time by somebody, or not at all."""
    return models.CheckConstraint(
        condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True) | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
        name=name,
    )
