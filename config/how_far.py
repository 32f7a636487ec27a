"""How far a long command is, for whoever waits for it and for logs."""

from __future__ import annotations

from time import monotonic

from django.core.management.base import OutputWrapper

EVERY = 5.0  # seconds between two lines


class HowFar:
    """Writes a line every few seconds: how much is done, of how much where that is known, and what is in hand where it has a name."""

    def __init__(self, out: OutputWrapper, things: str, *, of: int | None = None, every: float = EVERY) -> None:
        self.out, self.things, self.of, self.every = out, things, of, every
        self.done = 0
        self._told = monotonic()

    def more(self, count: int = 1) -> None:
        """So many more are done."""
        self.reached(self.done + count)

    def begun(self, name: str) -> None:
        """The next one, of this name, is begun."""
        self._tell(f": {name}")
        self.done += 1

    def reached(self, done: int) -> None:
        """So many are done in all."""
        self.done = done
        self._tell()

    def _tell(self, more: str = "") -> None:
        if monotonic() - self._told < self.every:
            return
        self._told = monotonic()
        self.out.write(f"{self.done:,} {'' if self.of is None else f'of {self.of:,} '}{self.things} done{more}")
        self.out.flush()
