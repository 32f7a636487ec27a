"""What a source module makes of a document: the blocks of its page in order, and what the page's own markup says about it."""

from __future__ import annotations

from typing import Literal, Protocol

from ingest.engine import patterns
from ingest.engine.types import Document, Dropped
from ingest.engine.values import frozen

Kind = Literal["heading", "text", "item", "link"]  # a link is an item of a list that leads elsewhere and says nothing besides


@frozen
class Block:
    """A line or paragraph with single blanks; `apart` when an empty line (or an element's border) stands before it.

    A line set in columns gives one block for each; `row` says how many they are, `beside` that one stands before it on its line.
    `outside` when the markup shows that it stands beside the running text, above or below; `within` numbers the element around it, 0
    where there is none, so that paragraphs of one flow are known.
    """

    text: str
    kind: Kind = "text"
    apart: bool = True
    row: int = 1
    beside: bool = False
    outside: bool = False
    within: int = 0


@frozen
class Page:
    """A page in blocks. The named values are what front matter or markup states outright; None where it states nothing.

    `signs` are the lines that head and foot of a web page print around the release, the name of its body among them; `site` is what its
    window is called besides the headline.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    subtitle: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    dropped: tuple[Dropped, ...] = ()
    signs: tuple[str, ...] = ()
    site: str | None = None


class Source(Protocol):
    """A page layout: its name, whether a document has it, and how such a document is read."""

    @property
    def name(self) -> str: ...

    def matches(self, document: Document) -> bool: ...

    def read(self, document: Document) -> Page: ...


def single_spaced(text: str) -> str:
    """The text on one line: runs of blanks (non-breaking ones too) as one blank, signs without width left out."""
    joined = " ".join(text.split())
    return joined if joined.isprintable() else " ".join(_WITHOUT_WIDTH.sub("", text).split())


_WITHOUT_WIDTH = patterns.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1b\x7f]")
