"""The part of a page where people set right what the machine read."""

from __future__ import annotations

from typing import Any

from django import template

from archive.records.corrections import CorrectionRecord, Thing

register = template.Library()


@register.inclusion_tag("_components/corrections.html", takes_context=True)
def corrections_of(context: template.Context, thing: Thing) -> dict[str, Any]:
    """Fields with their states and forms, and the history of what people decided, for those who may correct; nothing for others."""
    user = context.get("user")
    return {
        "record": CorrectionRecord(thing),
        "may_correct": bool(user and user.is_authenticated and user.has_perm("archive.add_correction")),
        "csrf_token": context.get("csrf_token"),
        "messages": context.get("messages"),
    }
