"""What a word tells by itself, worked out once: most words of a release come again in the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")


class Remembered(dict[str, Value]):
    """What a function tells of each word that was asked for, as a dictionary: what is known costs no call.

    When `most` words are known it begins anew, which takes less than to keep the order in which they were asked for.
    """

    def __init__(self, tell: Callable[[str], Value], *, most: int = 1 << 15) -> None:
        super().__init__()
        self._tell, self._most = tell, most

    def __missing__(self, word: str) -> Value:
        if len(self) >= self._most:
            self.clear()
        told = self[word] = self._tell(word)
        return told
