"""Mail (.eml) and web pages saved in one file (.mhtml): the part that holds the release, and the files that come with a mail."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from ingest.formats import attachments
from ingest.formats.errors import ReadingError
from ingest.formats.opened import Opened
from ingest.formats.signatures import mail_kind

PARTS = 500  # pictures and style sheets of a saved page; more is an attack on the reader
NOTE = 40  # words; fewer beside a page say that it needs a better program, and beside attached files may say that here they are
_BREAKS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
_DAMAGED = "The mail is damaged and could not be opened. Save it again, or save its text as .txt."
_IN_ASCII = ("iso-2022", "hz", "utf-7")
# "Please find attached", "enclosed herewith", "FYI", "see below"
_POINTING = re.compile(r"\b(?:attach|enclos|annex|herewith|fyi|f\.y\.i|please\s+find|see\s+below|for\s+your\s+information)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,2000}>")
# "> From: Press Office"
_QUOTED = re.compile(r"^>+[ ]?\*?(?:From|Date|Sent|Subject):", re.MULTILINE)
# "<press@mod.example>", "&lt;<a href="mailto:press@mod.example">press@mod.example</a>&gt;", "[mailto:press@mod.example]"
_BRACKETED = re.compile(
    r"""[ ]?(?:<|&lt;|\[mailto:)(?:<a\b[^<>]{0,500}>)?(?:mailto:)?[^\s<>&@\[\]]{1,100}@[^\s<>&@\[\]]{1,200}(?:</a>)?(?:>|&gt;|\])"""
)
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)


def opened(content: bytes, *, limit: int) -> Opened:
    """The text of the message, or the page. Raises `ReadingError` where there is none, or where it is cut off."""
    is_page_saved = mail_kind(content) == "mhtml"
    message = _message(content) if is_page_saved else _without_attachments(content)
    page, text = _first(message, "text/html", limit), _first(message, "text/plain", limit)
    if is_page_saved:
        if page is None:
            raise ReadingError("The saved page holds no HTML, perhaps only pictures. Save the page again, as HTML or as text.")
        return Opened(page, "html", _address(message))
    if text is not None and len(text.split()) >= NOTE:
        return Opened(_with_subject(message, _unquoted(text)), sender=_sender(message), sent=_sent(message))
    if page is not None:
        return Opened(_as_page(message, page), "html", sender=_sender(message), sent=_sent(message))
    if text is None or not text.strip():
        raise ReadingError("The mail has no text, only attachments. Save them and upload them by themselves.")
    return Opened(_with_subject(message, _unquoted(text)), sender=_sender(message), sent=_sent(message))


def is_note(content: bytes) -> bool:
    """Whether the mail says nothing, or in a few words that something is attached."""
    message = _without_attachments(content)
    page, text = _first(message, "text/html", len(content)), _first(message, "text/plain", len(content))
    said = max(text or "", _TAG.sub(" ", page or ""), key=lambda words: len(words.split()))
    return not said.strip() or (len(said.split()) < NOTE and _POINTING.search(said) is not None)


def _message(content: bytes) -> EmailMessage:
    try:
        return message_from_bytes(content, policy=policy.default)
    except _BREAKS:
        raise ReadingError(_DAMAGED) from None


def _without_attachments(content: bytes) -> EmailMessage:
    message = _message(content)
    try:
        attachments.cut_off(message)
    except _BREAKS:
        raise ReadingError(_DAMAGED) from None
    return message


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
    """UTF-8 before what the part declares, as for files: bytes that are valid UTF-8 are hardly ever anything else.

    But for character sets whose letters are written with the bytes of ASCII, as Japanese mail has them.
    """
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    declared = part.get_content_charset("cp1252")
    for name in (declared, "utf-8") if declared.startswith(_IN_ASCII) else ("utf-8", declared):
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


def _unquoted(text: str) -> str:
    """The text of a mail that was passed on with a sign before each line, without the signs; addresses in brackets are no text."""
    if _QUOTED.search(text):
        text = re.sub(r"^>+[ ]?", "", text, flags=re.MULTILINE)
    return _BRACKETED.sub("", text)


def _as_page(message: EmailMessage, page: str) -> str:
    """The page of a mail, with the subject as its headline where it has none."""
    page = _BRACKETED.sub("", page)
    subject = _REPLY.sub("", _header(message, "subject")).strip()
    words = " ".join(_TAG.sub(" ", page).casefold().split())
    if subject and subject.casefold() not in words and not re.search(r"<h1\b", page, re.IGNORECASE):
        body = re.search(r"<body\b[^>]{0,2000}>", page, re.IGNORECASE)
        start = body.end() if body else 0
        page = f"{page[:start]}<h1>{html.escape(subject)}</h1>{page[start:]}"
    return page if _is_page(page) else f"<html><body>{page}</body></html>"


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
