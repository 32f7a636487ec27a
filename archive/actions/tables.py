"""The tables that readers see follow what people decide. Their keeper is named in the settings, since the archive imports no `ingest`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from importlib import import_module
from typing import Protocol, cast

from django.conf import settings

from archive.models import Judgement


class Tables(Protocol):
    """What `settings.PROJECTION` names."""

    def lock(self) -> None:
        """Nobody else changes the tables until this transaction ends."""

    def decide(
        self,
        *,
        mentions: Iterable[str] = (),
        people: Collection[str] = (),
        organizations: Collection[str] = (),
        meetings: Collection[str] = (),
        appointments: Collection[str] = (),
        articles: Collection[str] = (),
        reports: Collection[str] = (),
    ) -> None:
        """The tables follow what was just decided on these things, each named by its key."""

    def spoken_of(self, mentions: Iterable[str]) -> dict[str, str]:
        """The key of whom each mention speaks before anything was joined."""

    def keys_split_off(self, field: str, moved_to: Iterable[str]) -> dict[str, str]:
        """The key of each that mentions were moved to when somebody, or something, was split off."""

    def holders(self, offices: Collection[str]) -> dict[str, str]:
        """Of offices that no release tells of any more, the key of whoever their words speak of by now."""

    def chain(self, one: str, other: str, *, without: Judgement | None = None) -> list[Judgement]:
        """The judgements by which people made one of two keys."""

    def parting(self, one: str, other: str, *, without: Judgement | None = None) -> list[Judgement]:
        """The judgements from which it follows that two keys are not one."""


def tables() -> Tables:
    """The keeper of the tables."""
    return cast(Tables, import_module(settings.PROJECTION))
