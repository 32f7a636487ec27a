"""What is said to whoever asks for what cannot be done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Refused(ValueError):
    """The message says why, and what to do; `field` is the field that is to blame, empty where it is not one alone."""

    def __init__(self, why: str, *, field: str = "") -> None:
        super().__init__(why)
        self.field = field


@contextmanager
def to_blame(field: str) -> Iterator[None]:
    """What is refused inside is to blame on this field."""
    try:
        yield
    except Refused as refused:
        refused.field = refused.field or field
        raise
