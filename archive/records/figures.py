"""Figures of a page, each with the list that bears it out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from archive.filters import fields


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the words before and after it, and the address of what bears it out; empty: there is none."""

    label: str
    number: str
    words: str = ""
    address: str = ""


def any_of(name: str, values: Collection[str]) -> str:
    """Any of these values as a list is asked for them; empty for more than it takes."""
    return "&".join(f"{name}={value}" for value in values) if len(values) <= fields.MOST else ""
