"""The engine's data files, read once each. PyYAML's loader in C reads them ten times as fast as the one in Python."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

# `safe_load` takes the loader in Python even where the one in C is there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


DATA = Path(__file__).with_name("data")  # importlib.resources would find it too, and take 25 ms to be imported


@cache
def read(name: str) -> Any:
    """What `data/<name>` holds; whoever asks makes frozen values of it and changes nothing."""
    return yaml.load(text(name), Loader=_LOADER)  # noqa: S506  our own files, by a loader that makes plain values only


def text(name: str) -> str:
    """The text of `data/<name>`."""
    return (DATA / name).read_text(encoding="utf-8")


@cache
def english_words() -> frozenset[str]:
    """The words of English, in small letters, which are no names: `data/people/words.txt` without the remarks at its head."""
    lines = text("people/words.txt").splitlines()
    return frozenset(lines[next(at for at, line in enumerate(lines) if not line.startswith("#")) :])
