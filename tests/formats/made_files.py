"""Files of every format, made from a text, so that a test knows what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from xml.sax.saxutils import escape

TITLE = "Ministers of Estonia and Portugal meet"
PARAGRAPHS = (
    "TALLINN – Minister of Defence Ülo Tamm met his Portuguese counterpart João da Costa in Tallinn on October 3, 2023, and the two spoke "
    "for an hour about the security of the Baltic Sea.",
    "“We know what the sea is worth,” Tamm said. The ministers signed a memorandum of understanding on cyber exercises.",
    "The meeting was the third of the two ministers in this year, and it was the first that was held in Estonia.",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))
_MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HTML = f"<!doctype html><html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{_MARKED}</body></html>"
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(*paragraphs: str, inside: str = "", head: str = "", extra: Mapping[str, bytes] | None = None) -> bytes:
    """A Word document of these paragraphs; `inside` is XML put behind them, `head` stands before the root."""
    text = "".join(f"<w:p><w:r><w:t>{escape(paragraph)}</w:t></w:r></w:p>" for paragraph in paragraphs)
    document = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {_WORD}><w:body>{text}{inside}</w:body></w:document>'
    return packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode(), **(extra or {})})


def packed(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def pdf(*pages: list[tuple[int, str]] | list[tuple[int, str, int, bool]], trailer: str = "") -> bytes:
    """A PDF of these pages; each line with its height on the page, and perhaps with the size of its letters and whether they are bold."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    for font in ("Helvetica", "Helvetica-Bold"):
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>")
    kids = []
    for page in pages:
        drawn = "\n".join(map(_drawn, page))
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        fonts = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R {fonts} >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    start = out.rindex(b"xref\n0")
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _drawn(line: tuple[int, str] | tuple[int, str, int, bool]) -> str:
    height, text, size, bold = line if len(line) == 4 else (*line, 11, False)
    return f"BT /F{1 + bold} {size} Tf 1 0 0 1 72 {height} Tm ({_literal(text)}) Tj ET"


def _literal(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


NOON = "Tue, 03 Oct 2023 12:00:00 +0000"


def mail(
    subject: str, text: str = "", html: str = "", attachment: bytes = b"", *, sender: str = "press@mod.example", date: str = NOON
) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "desk@example.org", subject
    message["Message-ID"] = "<1@mod.example>"
    if text or not html:
        message.set_content(text)
        if html:
            message.add_alternative(html, subtype="html")
    else:
        message.set_content(html, subtype="html")
    if attachment:
        message.add_attachment(attachment, maintype="image", subtype="png", filename="crest.png")
    return f"Date: {date}\n".encode() + message.as_bytes()  # as it is given: the library refuses days that there are not


def carrying(carrier: bytes, *attached: tuple[str, bytes] | bytes) -> bytes:
    """A mail with files attached to it by name, and mails passed on inside it."""
    message = message_from_bytes(carrier, policy=policy.default)
    assert isinstance(message, EmailMessage)
    for one in attached:
        if isinstance(one, bytes):
            message.add_attachment(message_from_bytes(one, policy=policy.default))
        else:
            message.add_attachment(one[1], maintype="application", subtype="octet-stream", filename=one[0])
    return message.as_bytes()


def mhtml(page: str, *, url: str = "https://mod.example/news/talks-42", charset: str = "utf-8") -> bytes:
    """A page as a browser saves it, with a picture beside it."""
    content = page.encode(charset).hex(" ").upper().split()
    quoted = "".join(f"={byte}" + ("=\r\n" if number % 20 == 19 else "") for number, byte in enumerate(content))
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: Talks\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n\r\n'
        f'------B\r\nContent-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: quoted-printable\r\n'
        f"Content-Location: {url}\r\n\r\n{quoted}\r\n"
        "------B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------B--\r\n"
    ).encode()
