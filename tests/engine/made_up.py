"""Officials and passages for tests of single rules: made-up lines, with the spans of the names found by looking for them."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.engine import passages
from ingest.engine.types import Evidence, Organization, Passage, Person, Release


def both_of(body: str, title: str = "") -> tuple[Passage, Passage]:
    return passages.of(Release(title=title or None, body=body))


def placed(both: tuple[Passage, Passage], *officials: Person) -> tuple[Person, ...]:
    """The officials with the spans of their names and aliases filled in."""
    return tuple(replace(official, mentions=_spans(both, (official.name, *official.aliases))) for official in officials)


def placed_bodies(both: tuple[Passage, Passage], *bodies: Organization) -> tuple[Organization, ...]:
    return tuple(replace(body, mentions=_spans(both, (body.name, *body.aliases))) for body in bodies)


def _spans(both: tuple[Passage, Passage], names: tuple[str, ...]) -> tuple[Evidence, ...]:
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=len, reverse=True)))
    return tuple(Evidence(m.start(), m.end(), "people.test", passage.where) for passage in both for m in pattern.finditer(passage.text))
