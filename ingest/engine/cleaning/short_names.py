"""Short names of publishing bodies and the long names for which they stand."""

from __future__ import annotations

import re

from ingest.engine.cleaning.publishers import SMALL, first_part, folded, is_state_word, is_told


def is_short_for(short: str, full: str) -> bool:
    """Whether a name that begins with an abbreviation stands for the full one: "MoD of Peru", "Ministry of Defence of the …"."""
    first, _, rest = short.partition(" ")
    known = _ABBREVIATED.get(first.lower())
    return known is not None and folded(full).startswith(known) and set(folded(rest).split()) <= set(folded(full).split())


_ABBREVIATED = {
    "mod": ("ministry of defence", "ministry of defense"),
    "mnd": ("ministry of national defence", "ministry of national defense"),
    "mond": ("ministry of national defence", "ministry of national defense"),
    "mfa": ("ministry of foreign affairs",),
    "dod": ("department of defence", "department of defense"),
}


def spelled_out(short: str, lines: list[str]) -> str | None:
    """The line that gives the long name of an acronym, by its first letters, alone or before the acronym in brackets."""
    for line in lines:
        for name in dict.fromkeys((first_part(line), line.partition(" (")[0], line)):  # the barest first
            words = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", name)
            capitals = "".join(word[0] for word in words if word[0].isupper())
            of_state = is_state_word(words[0]) and capitals[1:] == short if words else False  # "Barbados Government Information Service"
            if len(words) > 1 and (of_state or short in (capitals, "".join(word[0] for word in words).upper())) and not is_told(name):
                return re.sub(r"\s*\(.*", "", name).removeprefix("The ").removeprefix("the ")
    return None


def explained(short: str, *, opening: str) -> str | None:
    """The long name that the text gives before the acronym in brackets: "the Southern African Development Community (SADC)"."""
    at = opening.find(f" ({short})")
    before = opening[max(0, at - 120) : at].split() if at > 0 else []
    letters = len(short)
    for first in range(max(0, len(before) - 12), len(before)):
        words = [word for word in re.findall(r"[^\W_]+", " ".join(before[first:])) if word.lower() not in SMALL]
        if before[first][0].isupper() and len(words) == letters and "".join(word[0] for word in words).upper() == short:
            return " ".join(before[first:]).removeprefix("The ")
    return None
