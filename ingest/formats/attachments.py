"""The files that come with a mail, and mails that are passed on inside another: each is a file of its own.

Nothing is opened here: what an attachment is, its bytes tell whoever reads it. A mail in a mail gives its own attachments to the same list,
so that what comes out of a mail has none left, and cannot unfold without end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import Any

from ingest.formats.archive import Member, shown
from ingest.formats.signatures import mail_kind

MOST = 200
# Of no use to whoever reads releases: pictures, signatures, invitations, cards, and what mail servers tell each other.
_PASSED_OVER = (
    "image/", "audio/", "video/", "application/pgp-", "application/pkcs7-", "application/x-pkcs7-", "text/calendar", "text/vcard",
    "text/x-vcard", "text/rfc822-headers", "message/delivery-status", "message/disposition-notification",
)  # fmt: skip
_BREAKS = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
_MORE = f"More than {MOST} files are attached, and these were not taken out. Save them from the mail and upload them by themselves."
_LOST = "The attachment is damaged. Save it from the mail and upload it by itself."


def attached(content: bytes) -> list[Member]:
    """The files in the mail, each with a name for display; none for what is no mail, or for one that cannot be taken apart."""
    if mail_kind(content) != "mail":
        return []
    try:
        return cut_off(message_from_bytes(content))  # by the policy of old, which takes headers apart no further than asked
    except _BREAKS:
        return []


def cut_off(message: Message) -> list[Member]:
    """The files in the message; it has them no longer."""
    found: list[Member] = []
    _cut(message, found)
    return list(_told_apart(found))


def _cut(message: Message, found: list[Member]) -> None:
    parts: Any = message.get_payload()
    if message.get_content_maintype() != "multipart" or not isinstance(parts, list):
        return
    kept = []
    for part in parts:
        if part.get_content_type() == "message/rfc822":
            _take(part, found)
        elif part.get_content_maintype() == "multipart":
            _cut(part, found)
            kept.append(part)
        elif not _is_attached(part):
            kept.append(part)
        elif not part.get_content_type().startswith(_PASSED_OVER):
            _take(part, found)
    message.set_payload(kept)


def _told_apart(found: list[Member]) -> Iterator[Member]:
    """The same, each with a name that no other has."""
    taken: set[str] = set()
    for member in found:
        name, number = member.name, 1
        while name in taken:
            number += 1
            name = f"{number} {member.name}"
        taken.add(name)
        yield replace(member, name=name)


def _is_attached(part: Message) -> bool:
    told = part.get_content_disposition()
    return told == "attachment" or (part.get_content_maintype() != "text" and bool(part.get_filename()))


def _take(part: Message, found: list[Member]) -> None:
    """The attachment is among those found; a mail is there behind what was attached to it."""
    if len(found) >= MOST:
        found[MOST:] = [Member("the others", fault=_MORE)]
        return
    try:
        inside: Any = part.get_payload()
        if isinstance(inside, list):
            _cut(inside[0], found)
            found.append(Member(_name(part, inside[0].get("subject"), ".eml"), inside[0].as_bytes()))
        else:
            content: Any = part.get_payload(decode=True)
            found.append(Member(_name(part), content))
    except _BREAKS:
        found.append(Member(_name(part), fault=_LOST))


def _name(part: Message, subject: object = None, suffix: str = "") -> str:
    try:
        told = part.get_filename() or (f"{subject}{suffix}" if subject else "")
        return shown(str(make_header(decode_header(told))).replace("/", " ")) if told else f"attachment{suffix}"
    except _BREAKS:
        return f"attachment{suffix}"
