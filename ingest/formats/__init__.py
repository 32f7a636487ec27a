"""Files that hold a release inside something else: Word, PDF, mail and saved web pages. Told by what they hold, never by their names.

Nothing of a file is ever run, fetched or expanded: macros, scripts, links to pictures and entities stay what they are, characters.
"""

from __future__ import annotations

from ingest.formats import mail, pdf, word
from ingest.formats.errors import ReadingError
from ingest.formats.opened import Opened

FORMATS = {"word": word, "pdf": pdf, "mail": mail, "mhtml": mail}


def kind(content: bytes) -> str | None:
    """What holds the release: "word", "pdf", "mail" or "mhtml"; None for a file that is text itself, or nothing known."""
    if word.matches(content):
        return "word"
    if pdf.matches(content):
        return "pdf"
    return mail.kind(content)


def opened(content: bytes, *, limit: int) -> Opened | None:
    """The text that the file holds, at most `limit` characters of it; None for a file that is text itself. Raises `ReadingError`."""
    found = kind(content)
    return None if found is None else FORMATS[found].opened(content, limit=limit)


def remark(content: bytes) -> str:
    """What whoever sent the file should know although it can be read; mostly nothing."""
    if word.matches(content) and word.has_macros(content):
        return "The document has macros. Its text was read; the macros were not run, and never are."
    return ""


__all__ = ["Opened", "ReadingError", "kind", "opened", "remark"]
