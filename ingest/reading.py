"""From a file to its text: bytes, decoded and told by format. Whatever is wrong with a file ends in one class of error, in plain words."""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from ingest import formats
from ingest.engine import patterns
from ingest.engine.types import Document, Format
from ingest.formats.errors import ReadingError

LIMIT = 20_000_000  # bytes; the longest release on file has 60,000


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was found: its bytes, their hash, and the document that they hold."""

    content: bytes
    sha256: str
    document: Document


def read(path: Path | str, *, limit: int = LIMIT) -> File:
    """The file with its document. Raises `ReadingError`, and nothing else, for a file that holds no text."""
    bytes_read = content(path, limit=limit)
    return File(bytes_read, hashlib.sha256(bytes_read).hexdigest(), document(bytes_read, path=str(path), limit=limit))


def content(path: Path | str, *, limit: int = LIMIT) -> bytes:
    """The bytes of a file of at most `limit` bytes; a longer one is not read at all. Raises `ReadingError`."""
    try:
        about = Path(path).stat()
        _check_kind(about.st_mode)
        check_size(about.st_size, limit)
        with Path(path).open("rb") as file:
            found = file.read(limit + 1)
    except FileNotFoundError:
        raise ReadingError("There is no such file. Check the name and the folder.") from None
    except PermissionError:
        raise ReadingError("The file may not be read. Give this user the right to read it.") from None
    except (OSError, ValueError) as error:
        raise ReadingError(
            f"The file could not be opened ({getattr(error, 'strerror', None) or error}). Copy it anew and try again."
        ) from None
    check_size(len(found), limit)
    return found


def document(content: bytes, *, path: str = "", url: str | None = None, limit: int = LIMIT) -> Document:
    """The document that the bytes hold: decoded, mojibake mended, accents composed, line ends as `\\n`. Raises `ReadingError`.

    Word, PDF, mail and saved pages are opened first. An address told by whoever brought the file counts before one in it.
    """
    check_size(len(content), limit)
    if not content:
        raise ReadingError("The file is empty. Save the release again and upload it anew.")
    opened = formats.opened(content, limit=limit)
    if opened is None:
        _check_signature(content)
    text = _mended(opened.text if opened else _decoded(content)).replace("\x00", "")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x85", "\n"))
    if not text.strip(_BLANK):
        raise ReadingError("The file holds nothing but blanks. Save the release again and upload it anew.")
    if opened is None:
        return Document(text=text, format=_format(text), path=path, url=url)
    return Document(text=text, format=opened.format, path=path, url=url or opened.url, sender=opened.sender, sent=opened.sent)


# ---- what cannot be a release ----

_BLANK = " \t\n\x0b\x0c\r\u00a0\u200b\ufeff\u3000"
_SIGNATURES = (
    (b"PK\x03\x04", "The file is an archive or an office document other than Word's .docx. Unpack it, or save its text as .txt."),
    (b"PK\x05\x06", "The file is an empty archive. Put the releases in and upload it anew."),
    (b"\xd0\xcf\x11\xe0", "The file is a document of old Word or Excel, or one locked with a password. Save it as .docx without one."),
    (b"{\\rtf", "The file is rich text (RTF), which is not read yet. Save it as plain text."),
    (b"\x1f\x8b", "The file is compressed (gzip). Unpack it first."),
    (b"\x89PNG", "The file is an image. Upload the text of the release."),
    (b"\xff\xd8\xff", "The file is an image. Upload the text of the release."),
    (b"GIF8", "The file is an image. Upload the text of the release."),
    (b"\x7fELF", "The file is a program. Upload the text of the release."),
    (b"SQLite format 3", "The file is a database. Upload the text of the release."),
)
_NO_TEXT = "The file is binary, not text. Save the release as text, Markdown or HTML."


def _check_kind(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise ReadingError("This is a directory, not a file. Name the files in it.")
    if not stat.S_ISREG(mode):
        raise ReadingError("This is a device or a pipe, not a file. Save its content to a file first.")


def check_size(size: int, limit: int) -> None:
    """Raises `ReadingError` for a file of more bytes than the limit."""
    if size > limit:
        raise ReadingError(
            f"The file has {_megabytes(size)}, more than the {_megabytes(limit)} that are read. Split it into single releases."
        )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size:,} bytes"


def _check_signature(content: bytes) -> None:
    for signature, advice in _SIGNATURES:
        if content.startswith(signature):
            raise ReadingError(advice)


# ---- decoding ----

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:<meta[^>]{0,200}charset\s*=\s*|<\?xml[^>]{0,100}encoding\s*=\s*)["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_UNDECIDED = frozenset({"utf-8", "utf8", "ascii", "us-ascii"})


def _decoded(content: bytes) -> str:
    """The text by byte order mark, by the zeros of UTF-16, as UTF-8, by the declared character set, as Windows-1252; in this order.

    UTF-8 goes before what a page declares: bytes beyond ASCII that are valid UTF-8 are hardly ever anything else, and templates lie.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    if (encoding_of_zeros := _utf16(content)) is not None:
        return _strictly(content, encoding_of_zeros)
    if b"\x00" in content or _is_binary(content):
        raise ReadingError(_NO_TEXT)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _by_declaration(content) or _nearly_utf8(content) or _as_windows(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        raise ReadingError(f"The file says that it is {encoding.upper()} and is not, or it is cut off. Save it again as UTF-8.") from None


def _utf16(content: bytes) -> str | None:
    """UTF-16 without a mark, told by the zeros in every second byte of Latin text; None where there are none."""
    sample = content[:4000]
    if len(sample) < 4 or len(content) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 10 > half * 4 and even * 20 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 10 > half * 4 and odd * 20 < half else None


_CONTROLS = bytes(sorted({*range(32)} - {7, 8, 9, 10, 11, 12, 13, 26, 27}))


def _is_binary(content: bytes) -> bool:
    """Whether control characters that no text holds make up more than one byte in a hundred."""
    sample = content[:100_000]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) / 100


def _by_declaration(content: bytes) -> str | None:
    declared = _DECLARED.search(content[:4096])
    if declared is None:
        return None
    name = declared[1].decode("ascii", "replace").lower()
    name = "cp1252" if name in {"iso-8859-1", "latin1", "latin-1"} else name  # as browsers do: pages that say one are the other
    try:
        return None if name in _UNDECIDED else content.decode(codecs.lookup(name).name)
    except (LookupError, UnicodeError, ValueError, TypeError, AttributeError):
        return None


def _nearly_utf8(content: bytes) -> str | None:
    """UTF-8 in which a byte or two got lost, with a replacement sign in their place; None where the wrong are not rare among the right."""
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for sign in text if sign > "\x7f") - wrong
    return text if wrong <= 3 and right >= 5 * wrong else None


def _as_windows(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise ReadingError("The characters of the file could not be told. Save it again as UTF-8.") from None


# ---- mojibake ----

_CONTINUED = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_MOJIBAKE = patterns.compile(
    rf"(?:[\u00c2-\u00df][{re.escape(_CONTINUED)}]|[\u00e0-\u00ef][{re.escape(_CONTINUED)}]{{2}}|[\u00f0-\u00f4][{re.escape(_CONTINUED)}]{{3}})+"
)


def _mended(text: str) -> str:
    """The text with UTF-8 that was once read as Windows-1252 set right ("â€™" is "’"), run by run; all else stays as it is."""
    return _MOJIBAKE.sub(_mended_run, text)


def _mended_run(run: re.Match[str]) -> str:
    try:
        return b"".join(_byte(sign) for sign in run.group()).decode("utf-8")
    except UnicodeError:
        return run.group()


def _byte(sign: str) -> bytes:
    return bytes([ord(sign)]) if ord(sign) < 0x100 else sign.encode("cp1252")


# ---- format ----

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = patterns.compile(
    r"</?(?:p|div|br|h[1-6]|span|a|ul|li|table|meta|article|section|body|title)(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:[ \t]*\n|#[^\n]*\n)*[\w \"'-]{1,40}:")
_READER = re.compile(r"\A\s{0,9}Title: [^\n]{1,500}\n+URL Source: ")
_MARKDOWN = patterns.compile(r"^#{1,6} \S|\[[^\]\[\n]{1,200}\]\(https?://|^\*\*[^*\n]{1,200}\*\*$", re.MULTILINE)


def _format(text: str) -> Format:
    """Markdown, HTML or text, told by what the text holds; the name of the file says nothing."""
    head = text[:200_000]
    if _FRONT_MATTER.match(head) or _READER.match(head):
        return "markdown"
    if _HTML_START.match(head) or len(_HTML_TAG.findall(head[:50_000])) >= 5:
        return "html"
    return "markdown" if len(_MARKDOWN.findall(head)) >= 2 else "text"
