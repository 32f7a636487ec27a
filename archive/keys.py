"""Names for things that last: the same article, person or meeting has the same key after every rebuild, on every machine."""

from __future__ import annotations

import hashlib
from itertools import product

LENGTH = 26  # characters of a key: 130 bits
PUBLIC = 10  # characters of it in an address: 50 bits, unique by constraint

PAIRS = tuple("".join(pair) for pair in product("abcdefghijklmnopqrstuvwxyz234567", repeat=2))  # ten bits, as base 32 writes them
LOW = 1023  # the lowest ten bits


def key_of(kind: str, *parts: str | int | None) -> str:
    """The key of the thing that these parts tell apart: 26 small letters and digits (base 32), the same for the same parts.

    `kind` keeps things of different kinds with the same parts asunder ("mention", "person", …). None differs from "".
    """
    told = "".join(["\0-" if part is None else f"\0+{part}" for part in parts])
    digest = hashlib.sha256(f"\0+{kind}{told}".encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest[:17], "big") >> 6
    high, middle, low = bits >> 90, bits >> 50, bits  # a hundred keys a release: written out, it takes half the time of the library's
    return (
        f"{PAIRS[high >> 30]}{PAIRS[high >> 20 & LOW]}{PAIRS[high >> 10 & LOW]}{PAIRS[high & LOW]}"
        f"{PAIRS[middle >> 30 & LOW]}{PAIRS[middle >> 20 & LOW]}{PAIRS[middle >> 10 & LOW]}{PAIRS[middle & LOW]}"
        f"{PAIRS[low >> 40 & LOW]}{PAIRS[low >> 30 & LOW]}{PAIRS[low >> 20 & LOW]}{PAIRS[low >> 10 & LOW]}{PAIRS[low & LOW]}"
    )
