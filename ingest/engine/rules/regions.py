"""Parts of the world that are larger than states, and so no places of a meeting: "Asia-Pacific", "the Sahel"."""

from __future__ import annotations

import re


def is_region(name: str) -> bool:
    """Whether a name is that of a part of the world, larger than states: "the forces in Asia-Pacific"."""
    return any(word.lower() in _REGIONS for word in re.split(r"[ -]", name))


_REGIONS = frozenset(
    [
        "asia",
        "africa",
        "europe",
        "eurasia",
        "oceania",
        "antarctica",
        "arctic",
        "caribbean",
        "balkans",
        "caucasus",
        "sahel",
        "maghreb",
        "levant",
        "pacific",
        "atlantic",
        "mediterranean",
        "baltic",
        "scandinavia",
        "micronesia",
        "polynesia",
        "melanesia",
    ]
)
