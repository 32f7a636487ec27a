"""How much longer a longer text takes."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TIMES = 4
TRIES = 3
LEAST = 0.02  # seconds under which a clock tells little


def is_steady(read: Callable[[str], object], piece: str, *, signs: int = 20_000, end: str = "") -> bool:
    """Four times the text takes about four times as long.

    Counted is the processor's time, which a busy machine hardly stretches, without the collection of garbage, which falls into some
    reading or other; what is loaded with the first text is loaded before.
    """
    count = max(1, signs // len(piece))
    read(piece + end)
    small = min(_seconds(read, piece * count + end) for _ in range(2))
    bound = 2.5 * TIMES * max(small, LEAST)
    return any(_seconds(read, piece * (TIMES * count) + end) < bound for _ in range(TRIES))  # what grows too fast does so each time


def _seconds(read: Callable[[str], object], text: str) -> float:
    gc.disable()
    try:
        began = time.process_time()
        read(text)
        return time.process_time() - began
    finally:
        gc.enable()
