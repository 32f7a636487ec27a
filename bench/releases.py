"""Any number of releases of real length, made from annotated ones by giving the people in them other names, and the days other years.

With the days of one year alone, ten thousand releases would be fifty accounts of each of two hundred meetings, which no archive holds.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bench.officials import invented_names

ADDRESS = re.compile(r"https?://[^\s\"'<>)\]]+")
YEAR = re.compile(r"\b20[012]\d\b")
YEARS = 20
BEARERS = 10  # family names that stand for one: as many officials of one office, who do not look alike


def gold(folders: list[Path]) -> list[tuple[Path, str, list[str]]]:
    """Every annotated release: its file, its text, and the family names in it."""
    found = []
    for folder in folders:
        for annotation in sorted(folder.glob("*.json")):
            names = {person["name"].split()[-1] for person in json.loads(annotation.read_text(encoding="utf-8"))["people"]}
            text_file = next(path for path in sorted(folder.glob(f"{annotation.stem}.*")) if path != annotation)
            found.append((text_file, text_file.read_text(encoding="utf-8"), sorted(names)))
    if not found:
        raise SystemExit("There are no annotated releases in the folders named with --gold.")
    return found


def make(count: int, folders: list[Path], *, seed: int = 1) -> Iterator[tuple[str, str]]:
    """`count` releases, as a file's name and its text. One seed always gives the same."""
    chance = random.Random(seed)
    templates = gold(folders)
    for number in range(count):
        file, text, names = templates[number % len(templates)]
        earlier = number // len(templates) % YEARS
        text = YEAR.sub(lambda year, earlier=earlier: str(int(year[0]) - earlier), text)
        text = ADDRESS.sub(rf"\g<0>-{number}", text)  # one address is one article
        for name in names:
            text = re.sub(rf"\b{re.escape(name)}\b", chance.choice(_instead_of(name)), text)
        yield f"{number:06}{file.suffix}", f"{text}\n\nThis is release {number} of the ministry this year.\n"


@cache
def _instead_of(name: str) -> list[str]:
    return invented_names(random.Random(name), BEARERS)
