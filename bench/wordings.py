"""What a pattern matches, made from the pattern itself: a text that a rule looks for, whatever the rule."""

from __future__ import annotations

import random
import re
from functools import cache
from importlib import import_module
from typing import Any

_PARSER = import_module("re._parser")
_LETTERS = {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "0123456789", "CATEGORY_WORD": "aeinorst", "CATEGORY_NOT_SPACE": "abeno.A1"}
_MOST = 3  # times that a part is repeated which may stand as often as it likes


class Wordings:
    """Makes wordings by chance. What stands before or behind a match is not looked at, so one in some does not match."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def of(self, pattern: re.Pattern[str]) -> str:
        """One wording of the pattern."""
        return self._row(_parsed(pattern.pattern, pattern.flags), {})

    def _row(self, parts: Any, groups: dict[int, str]) -> str:
        return "".join(self._part(operator.name, told, groups) for operator, told in parts)

    def _part(self, name: str, told: Any, groups: dict[int, str]) -> str:
        match name:
            case "LITERAL":
                return chr(told)
            case "ANY" | "NOT_LITERAL":
                return self._chance.choice(" aeno")
            case "IN":
                return self._letter(told)
            case "BRANCH":
                return self._row(self._chance.choice(told[1]), groups)
            case "SUBPATTERN":
                groups[told[0]] = written = self._row(told[3], groups)
                return written
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, inner = told
                return "".join(self._row(inner, groups) for _ in range(self._chance.randint(least, min(most, least + _MOST))))
            case "ATOMIC_GROUP":
                return self._row(told, groups)
            case "GROUPREF":
                return groups.get(told, "")
        return ""  # what only looks around

    def _letter(self, members: list[tuple[Any, Any]]) -> str:
        if members[0][0].name == "NEGATE":
            return self._chance.choice("aeno ")
        operator, told = self._chance.choice(members)
        match operator.name:
            case "LITERAL":
                return chr(told)
            case "RANGE":
                return chr(self._chance.randint(told[0], min(told[1], told[0] + 25)))
        return self._chance.choice(_LETTERS.get(told.name, "a"))


@cache
def _parsed(source: str, flags: int) -> Any:
    return _PARSER.parse(source, flags)
