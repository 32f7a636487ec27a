"""Files that hold a release inside something else: Word, PDF, mail and saved web pages. Told by what they hold, never by their names.

Nothing of a file is ever run, fetched or expanded: macros, scripts, links to pictures and entities stay what they are, characters.
"""

from __future__ import annotations

from ingest.formats import signatures
from ingest.formats.archive import Member
from ingest.formats.errors import ReadingError
from ingest.formats.opened import Opened


def kind(content: bytes) -> str | None:
    """What holds the release: "word", "pdf", "mail" or "mhtml"; None for a file that is text itself, or nothing known."""
    if signatures.is_zip(content):
        from ingest.formats import word  # here and below: what opens such files takes a quarter of a second to load, and text needs none

        return "word" if word.matches(content) else None
    return "pdf" if signatures.is_pdf(content) else signatures.mail_kind(content)


def opened(content: bytes, *, limit: int) -> Opened | None:
    """The text that the file holds, at most `limit` characters of it; None for a file that is text itself. Raises `ReadingError`."""
    match kind(content):
        case "word":
            from ingest.formats import word

            return word.opened(content, limit=limit)
        case "pdf":
            from ingest.formats import pdf

            return pdf.opened(content, limit=limit)
        case "mail" | "mhtml":
            from ingest.formats import mail

            return mail.opened(content, limit=limit)
    return None


def attached(content: bytes) -> list[Member]:
    """The files that come with a mail, which are to be read by themselves; none for anything else."""
    if kind(content) != "mail":
        return []
    from ingest.formats import attachments

    return attachments.attached(content)


def is_note(content: bytes) -> bool:
    """Whether the file is a mail that says hardly more than that something is attached. Raises `ReadingError`."""
    from ingest.formats import mail

    return mail.is_note(content)


def remark(content: bytes) -> str:
    """What whoever sent the file should know although it can be read; mostly nothing."""
    if kind(content) != "word":
        return ""
    from ingest.formats import word

    if word.has_macros(content):
        return "The document has macros. Its text was read; the macros were not run, and never are."
    return ""


__all__ = ["Opened", "ReadingError", "attached", "is_note", "kind", "opened", "remark"]
