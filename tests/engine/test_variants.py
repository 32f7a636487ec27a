"""What a release tells does not hang on its words: other names and other verbs of meeting, and the same officials and sides are read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from ingest.engine.types import Record
from ingest.extraction import Extracted, extract

TESTS = Path(__file__).resolve().parents[1]
RELEASES = sorted((TESTS / "gold" / "fresh").glob("*.txt"))
MORE = sorted((TESTS.parents[1] / "shared" / "gold" / "releases").glob("*.txt"))  # beside the repository, where they are at hand

# Names of many cultures, one of them for each official in turn.
NAMES = [
    "Daniyar Nurgaliev", "Sione Fakatoufi", "Khalid bin Hamad al-Busari", "Jose L. dela Peralta", "Getachew Belete", "Gülten Yıldırak",
    "Þórdís Hallgrímsdóttir", "Sultan Kamalov", "Juma ole Sankara", "Nguyen Van Thinh", "Comfort Addo", "S. K. Ramanujan",
]  # fmt: skip

VERBS = ["met", "met with", "held talks with", "had a meeting with", "conferred with", "sat down with", "exchanged views with"]


@cache
def _read(path: Path) -> Record:
    found = extract(path)
    assert isinstance(found, Extracted)
    return found.record


def _read_text(text: str, folder: Path) -> Record:
    file = folder / "release.txt"
    file.write_text(text, encoding="utf-8")
    return _read.__wrapped__(file)


def test_other_names_are_read_as_well(tmp_path: Path) -> None:
    asked = found = 0
    for path in RELEASES:
        text = path.read_text(encoding="utf-8")
        officials = [person.name for person in _read(path).people if " " in person.name and text.count(person.name) == 1]
        others = dict(zip(officials, NAMES, strict=False))
        for name, other in others.items():
            text = text.replace(name, other)
        names = {person.name for person in _read_text(text, tmp_path).people}
        asked += len(others)
        found += len(names.intersection(others.values()))
    assert found >= 0.97 * asked


@pytest.mark.parametrize("verb", VERBS)
def test_other_verbs_tell_the_same_sides(verb: str, tmp_path: Path) -> None:
    asked = found = 0
    for path in RELEASES + MORE:
        text = path.read_text(encoding="utf-8")
        variant = re.sub(r"\bmet(?: with)?(?= (?:[A-Z]|the |his |her ))", verb, text)
        if variant != text:
            told = [meeting.countries for meeting in _read(path).meetings]
            again = [meeting.countries for meeting in _read_text(variant, tmp_path).meetings]
            asked += len(told)
            found += sum(min(told.count(sides), again.count(sides)) for sides in set(told))
    assert found >= 0.95 * asked
