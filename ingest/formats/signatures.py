"""Whether a file holds a release inside something else, told by its first bytes; what reads it is loaded only where it is needed."""

from __future__ import annotations

import re

HEAD = 20_000  # bytes in which the header lines stand

# "Received: from mail.example.org", "MIME-Version: 1.0", " boundary=…" (a line that goes on)
_HEADER = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.ASCII)


def is_pdf(content: bytes) -> bool:
    """Whether the bytes are a PDF; what stands before its mark in some files is skipped, as readers do."""
    return b"%PDF-" in content[:1024] and not content[:1024].lstrip().startswith(b"<")


def is_zip(content: bytes) -> bool:
    """Whether the bytes are a ZIP archive, as a Word document is one."""
    return content.startswith(b"PK\x03\x04")


def mail_kind(content: bytes) -> str | None:
    """ "mhtml" for a page that a browser saved, "mail" for a message, None for anything else.

    That lines with colons stand at the top is not enough: releases begin with "Date:" and "Subject:" too.
    """
    head = content[:HEAD].lstrip(b"\xef\xbb\xbf\r\n").replace(b"\r\n", b"\n")
    found = _HEADER.match(head)
    if found is None:
        return None
    names = {line.partition(b":")[0].strip().lower() for line in found.group().split(b"\n") if line[:1].strip()}
    if b"mime-version" in names and b"content-type" in names:
        is_page = b"snapshot-content-location" in names or (b"multipart/related" in found.group().lower() and b"to" not in names)
        return "mhtml" if is_page else "mail"
    return "mail" if b"from" in names and names & {b"message-id", b"received"} else None
