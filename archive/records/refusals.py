"""A form of a page's corrections that was refused: shown again where it stood, with what was typed and why that cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from archive.records.corrections import CorrectionRecord

LONGEST = 1000  # characters of what was typed that are shown again


@dataclass(frozen=True, slots=True)
class Refusal:
    """The `act` that was asked for on the thing of this key, what was sent by the form, and why it was refused."""

    act: str
    key: str
    sent: QueryDict
    why: ValueError

    def is_of(self, act: str, thing: Any, field: str = "") -> bool:
        """Whether it was this form; `field` is the one that it sets, if it sets one."""
        return self.act == act and self.key == thing.key and (not field or self.sent.get("field", "") == field)

    def is_of_any(self, record: CorrectionRecord) -> bool:
        """Whether it was a form of this thing that its page has."""
        return self.key == record.thing.key and record.has_form(self.act, self.sent.get("field", ""))

    @property
    def typed(self) -> dict[str, str]:
        """What was typed, by the names of the form's fields."""
        return {name: str(value)[:LONGEST] for name, value in self.sent.dict().items()}

    @property
    def chosen(self) -> frozenset[str]:
        """The keys of the mentions, or of the account, that were chosen."""
        return frozenset([*self.sent.getlist("mention"), *self.sent.getlist("account")])
