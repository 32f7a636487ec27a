"""Mail (.eml) and web pages saved in one file (.mhtml): the part that holds the release."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from ingest.formats.errors import ReadingError
from ingest.formats.opened import Opened
from ingest.formats.signatures import mail_kind

PARTS = 500  # pictures and style sheets of a saved page; more is an attack on the reader
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)


def opened(content: bytes, *, limit: int) -> Opened:
    """The text of the message, or the page. Raises `ReadingError` where there is none, or where it is cut off."""
    message = _message(content)
    page, text = _first(message, "text/html", limit), _first(message, "text/plain", limit)
    if mail_kind(content) == "mhtml":
        if page is None:
            raise ReadingError("The saved page holds no HTML, perhaps only pictures. Save the page again, as HTML or as text.")
        return Opened(page, "html", _address(message))
    if text is not None and len(text.split()) >= 40:  # a note that the mail needs a better program is shorter
        return Opened(_with_subject(message, text), sender=_sender(message), sent=_sent(message))
    if page is not None:
        whole = page if _is_page(page) else f"<html><body>{page}</body></html>"
        return Opened(whole, "html", sender=_sender(message), sent=_sent(message))
    if text is None or not text.strip():
        raise ReadingError("The mail has no text, only attachments. Save them and upload them by themselves.")
    return Opened(_with_subject(message, text), sender=_sender(message), sent=_sent(message))


def _message(content: bytes) -> EmailMessage:
    try:
        return message_from_bytes(content, policy=policy.default)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError):
        raise ReadingError("The mail is damaged and could not be opened. Save it again, or save its text as .txt.") from None


def _first(message: EmailMessage, wanted: str, limit: int) -> str | None:
    for part in _leaves(message):
        if part.get_content_type() == wanted and part.get_content_disposition() != "attachment":
            return _decoded(part)[:limit]
    return None


def _leaves(message: EmailMessage) -> Iterator[Message]:
    try:
        for number, part in enumerate(message.walk()):
            if number > PARTS:
                raise ReadingError(f"The file has more than {PARTS} parts. Save the text of the release as .txt.")
            if not part.is_multipart():
                yield part
    except RecursionError:
        raise ReadingError("The parts of the mail lie in each other without end. Save the text of the release as .txt.") from None


def _decoded(part: Message) -> str:
    """UTF-8 before what the part declares, as for files: bytes that are valid UTF-8 are hardly ever anything else."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    for name in ("utf-8", part.get_content_charset("cp1252")):
        try:
            return content.decode(codecs.lookup(name).name)
        except (LookupError, UnicodeError, ValueError, TypeError, AttributeError):
            continue
    return content.decode("cp1252", "replace")


def _with_subject(message: EmailMessage, text: str) -> str:
    """The text, with the subject above it as the headline unless it begins so anyway."""
    text = text.replace("\r\n", "\n").strip()
    subject = _REPLY.sub("", _header(message, "subject")).strip()
    opening = " ".join(text[: 3 * len(subject) + 200].casefold().split())
    return text if not subject or subject.casefold() in opening else f"{subject}\n\n{text}"


def _sender(message: EmailMessage) -> str | None:
    """The name of whoever sent the mail. Who forwards or answers one is not who issued what is in it."""
    return None if _is_passed_on(message) else parseaddr(_header(message, "from"))[0].strip() or None


def _sent(message: EmailMessage) -> str | None:
    """The day on which the mail was sent, where it was sent, as EDTF."""
    try:
        day = None if _is_passed_on(message) else parsedate_to_datetime(_header(message, "date"))
    except (ValueError, TypeError, IndexError, OverflowError):  # no day, or none that there is
        return None
    return day.date().isoformat() if day and 1990 <= day.year <= 2100 else None


def _is_passed_on(message: EmailMessage) -> bool:
    return _REPLY.match(_header(message, "subject")) is not None


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):  # a header that the library itself cannot read
        return ""


def _address(message: EmailMessage) -> str | None:
    """Where the page was saved from."""
    told = _header(message, "snapshot-content-location") or _header(message, "content-location")
    if not told:
        told = next((str(part.get("content-location", "")) for part in _leaves(message) if part.get_content_type() == "text/html"), "")
    return told if told.startswith(("http://", "https://")) else None


def _is_page(text: str) -> bool:
    return re.search(r"<(?:html|body|!doctype)\b", text[:2000], re.IGNORECASE) is not None
