"""Names for things that last: the same article, person or meeting has the same key after every rebuild, on every machine."""

from __future__ import annotations

import hashlib
from itertools import product

LENGTH = 26  # characters of a key: 130 bits
PUBLIC = 10  # characters of it in an address: 50 bits, unique by constraint

PAIRS = tuple("".join(pair) for pair in product("abcdefghijklmnopqrstuvwxyz234567", repeat=2))  # ten bits, as base 32 writes them
AT = tuple(range(120, -1, -10))  # bits behind each of the pairs of a key


def key_of(kind: str, *parts: str | int | None) -> str:
    """The key of the thing that these parts tell apart: 26 small letters and digits (base 32), the same for the same parts.

    `kind` keeps things of different kinds with the same parts asunder ("mention", "person", …). None differs from "".
    """
    told = ["\0-" if part is None else f"\0+{part}" for part in (kind, *parts)]
    digest = hashlib.sha256("".join(told).encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest[:17], "big") >> 6
    return "".join([PAIRS[bits >> at & 1023] for at in AT])  # a hundred keys a release: half the time of the library's base 32
