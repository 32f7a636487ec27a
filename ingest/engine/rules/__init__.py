"""The rules that read findings from passages, and the catalogue of what each of them reads.

Every module of this package that reads something holds a tuple named `RULES` with one `Rule` for each name that it writes into
`Evidence.rule`:

    RULES = (
        Rule("people.rank-before-name", "A rank before capitalized words names a person.", "Major General Ana Popa visited."),
        Rule("people.office-after-name", "Words after a name and a comma are the office held.", "Ana Popa, Minister of Defense, …"),
    )

A name is `module.what-it-looks-for`, in small letters and hyphens, and never changes meaning: measured precision is kept under it, and
corrections refer to it. A rule that grows a second meaning gets a second name. `docs/rules.md` is written from this catalogue, and a test
fails where a finding carries a rule that is not in it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from ingest.engine.values import frozen


@frozen
class Rule:
    """What one rule reads (a plain sentence), with a made-up line of a release in which it reads something."""

    name: str
    reads: str
    example: str


@cache
def catalogue() -> Mapping[str, Rule]:
    """Every rule of the engine by name, in the order of the names. Raises ValueError where two rules share a name."""
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."):
        for rule in getattr(import_module(module.name), "RULES", ()):
            if found.setdefault(rule.name, rule) != rule:
                raise ValueError(f"two rules are called {rule.name}; give one of them another name")
    return MappingProxyType(dict(sorted(found.items())))
