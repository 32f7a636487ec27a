"""Names for things that last: the same article, person or meeting has the same key after every rebuild, on every machine."""

from __future__ import annotations

import base64
import hashlib

LENGTH = 26  # characters of a key: 130 bits
BYTES = 20  # of the hash that are written out: a few more than the letters of a key hold
PUBLIC = 10  # characters of it in an address: 50 bits, unique by constraint


def key_of(kind: str, *parts: str | int | None) -> str:
    """The key of the thing that these parts tell apart: 26 small letters and digits (base 32), the same for the same parts.

    `kind` keeps things of different kinds with the same parts asunder ("mention", "person", …). None differs from "".
    """
    told = ["\0-" if part is None else f"\0+{part}" for part in (kind, *parts)]
    digest = hashlib.sha256("".join(told).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[:BYTES]).decode("ascii").lower()[:LENGTH]
