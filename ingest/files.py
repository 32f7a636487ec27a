"""Which files a command is to read, found from what was named on its command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

STANDARD_INPUT = Path("-")
RELEASES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".docx", ".docm", ".pdf", ""}
)


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, each once and in a settled order, and how many others their folders hold."""

    files: tuple[Path, ...]
    passed_over: int = 0


def find(named: Iterable[Path]) -> Found:
    """The releases among what was named: every file named by itself, and from each folder, at any depth, those that look like releases.

    Passed over in folders, and counted: hidden files, and files whose suffix is not one of a release (annotations in JSON, programs,
    images). Links to folders are not followed. A named file that does not exist is kept, so that reading it can say so; one that holds
    the annotations of a release beside it is passed over even if named, since `seeds/*` names both.
    """
    files: dict[Path, None] = {}
    passed_over = 0
    for path in named:
        if not path.is_dir():
            if _is_annotation(path):
                passed_over += 1
            else:
                files[path] = None
            continue
        for file in _inside(path):
            if _is_release(file):
                files[file] = None
            else:
                passed_over += 1
    return Found(tuple(files), passed_over)


def _inside(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield Path(parent, name)


def _is_release(file: Path) -> bool:
    return not file.name.startswith(".") and file.suffix.lower() in RELEASES


def _is_annotation(file: Path) -> bool:
    return file.suffix == ".json" and any(file.with_suffix(suffix).exists() for suffix in RELEASES if suffix)
