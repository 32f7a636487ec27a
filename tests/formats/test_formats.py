"""Releases inside other files: what is read from each, and what is said of those from which nothing can be."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from ingest import formats, reading
from ingest.engine import pipeline
from tests.formats.made_files import HTML, PARAGRAPHS, TEXT, TITLE, carrying, docx, mail, mhtml, packed, pdf

WIDTH = 90


def printed(text: str) -> list[tuple[int, str]]:
    """The text as lines on a page: 14 points from line to line, 26 between paragraphs."""
    lines, height = [], 780
    for paragraph in text.split("\n\n"):
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > WIDTH:
                lines.append((height, line))
                line, height = "", height - 14
            line = f"{line} {word}".strip()
        lines.append((height, line))
        height -= 26
    return lines


FILES = {
    "word": docx(TITLE, *PARAGRAPHS),
    "pdf": pdf(printed(TEXT)),
    "mail": mail(TITLE, "\n\n".join(PARAGRAPHS)),
    "mhtml": mhtml(HTML),
}


@pytest.mark.parametrize("kind", FILES)
def test_every_format_gives_the_same_release(kind: str) -> None:
    document = reading.document(FILES[kind], path="release.txt")
    record = pipeline.extract(document)

    assert formats.kind(FILES[kind]) == kind
    assert record.release.title == TITLE
    assert record.release.body.split("\n\n") == list(PARAGRAPHS)
    assert [meeting.date for meeting in record.meetings] == ["2023-10-03"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"Date: 3 October 2023\nSubject: Talks in Tallinn\n\nThe ministers met.", id="a release that begins with its date"),
        pytest.param(b"From: the Ministry of Defence\nTo: all editors\n\nThe ministers met.", id="a release that names its sender"),
        pytest.param(b"The PDF is here: %PDF", id="a word about PDF"),
        pytest.param(b"PK forces met in Tallinn.", id="letters that archives begin with"),
        pytest.param(b"<p>See %PDF-1.4</p>", id="a page that speaks of a PDF"),
        pytest.param(packed({"a.txt": b"The ministers met."}), id="an archive"),
    ],
)
def test_what_only_looks_like_a_format_is_none(content: bytes) -> None:
    assert formats.kind(content) is None


# ---- Word ----


def word(inside: str) -> str:
    return reading.document(docx("Talks in Tallinn", inside=inside)).text


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param(f"<w:p>{run('They ')}{run('met.')}</w:p>", "They met.", id="words in pieces"),
        pytest.param(
            f"<w:p>{run('They met.')}<w:del>{run('They quarrelled.', 'delText')}</w:del></w:p>", "They met.", id="words struck out"
        ),
        pytest.param(f"<w:p><w:ins>{run('They met.')}</w:ins></w:p>", "They met.", id="words put in"),
        pytest.param(f"<w:p><w:hyperlink>{run('They met.')}</w:hyperlink></w:p>", "They met.", id="a link"),
        pytest.param("<w:p><w:r><w:t>They</w:t><w:br/><w:t>met.</w:t></w:r></w:p>", "They\nmet.", id="a line broken by hand"),
        pytest.param(
            f"<w:tbl><w:tr><w:tc><w:p>{run('Tamm')}</w:p></w:tc><w:tc><w:p>{run('Estonia')}</w:p></w:tc></w:tr></w:tbl>",
            "Tamm\tEstonia",
            id="a row of a table",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc><w:p>{run('They met.')}</w:p><w:p>{run('They left.')}</w:p></w:tc></w:tr></w:tbl>",
            "They met.\n\nThey left.",
            id="a table that only frames the text",
        ),
        pytest.param(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:Choice><w:p>{run('They met.')}</w:p></mc:Choice><mc:Fallback><w:p>{run('They met.')}</w:p></mc:Fallback>"
            "</mc:AlternateContent>",
            "They met.",
            id="a text box, which is stored twice",
        ),
    ],
)
def test_the_text_of_a_word_document_is_what_it_prints(inside: str, text: str) -> None:
    assert word(inside) == f"Talks in Tallinn\n\n{text}"


def test_macros_are_told_and_left_alone() -> None:
    with_macros = docx(TITLE, *PARAGRAPHS, extra={"word/vbaProject.bin": b"Sub AutoOpen()"})
    assert reading.document(with_macros).text == TEXT
    assert "macros were not run" in formats.remark(with_macros)
    assert formats.remark(FILES["word"]) == ""


LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1 or str()};' * 10}'>" for n in range(1, 12)) + "]>"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(docx(), "has no text", id="only pictures"),
        pytest.param(
            docx("A", head=LAUGHS, inside="<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>"), "declares entities|is damaged", id="entities"
        ),
        pytest.param(
            docx("A", head="<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", inside="<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"),
            "declares entities",
            id="an entity that is a file of this machine",
        ),
        pytest.param(packed({"word/document.xml": b"<w:document"}), "is damaged", id="XML cut off"),
        pytest.param(packed({"word/document.xml": b" " * 30_000_000}), "unpacks to more than 20 MB", id="a bomb"),
        pytest.param(FILES["word"][:-30], "is an archive", id="cut off"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked with a password", id="locked"),
        pytest.param(packed({"xl/workbook.xml": b"<x/>"}), "other than Word's", id="a table of Excel"),
    ],
)
def test_a_word_document_without_a_release_is_refused_in_plain_words(content: bytes, message: str) -> None:
    began = time.monotonic()
    with pytest.raises(reading.ReadingError, match=message):
        reading.document(content)
    assert time.monotonic() - began < 5


# ---- PDF ----


def test_heads_feet_and_numbers_of_pages_are_left_out() -> None:
    pages = [
        [(800, "Ministry of Defence, press service"), (760, f"The ministers met in room {n} and spoke of the sea."), (40, str(n))]
        for n in range(1, 5)
    ]
    assert "press service" not in reading.document(pdf(*pages)).text
    assert "room 3" in reading.document(pdf(*pages)).text


def test_a_sentence_runs_on_over_pages() -> None:
    full = "The ministers of the two countries met on the third of October in the old town hall of"
    text = reading.document(pdf([(760, full), (746, full), (732, full)], [(760, "Tallinn and spoke.")])).text
    assert f"{full}\nTallinn and spoke." in text


HEADING = ("Ministers of Estonia and Portugal speak about the", "security of the Baltic Sea and sign a memorandum", "in Tallinn")
PRINTED = (
    "TALLINN - Minister of Defence Ülo Tamm met his Portuguese counterpart João da Costa on October 3,",
    "2023, and the two spoke for an hour about the security of the Baltic Sea, of the training of sailors",
    "and of a memorandum that they were to sign on the next day in the presence of the two ambassadors.",
)


def with_heading(*heading: tuple[str, int, bool], apart: int = 4) -> bytes:
    """Its lines stand close; below the last of them is the text, `apart` points farther than its own lines from each other."""
    lines, height = [], 780
    for text, size, bold in heading:
        height -= round(1.2 * size)
        lines.append((height, text, size, bold))
    height -= apart
    for text in PRINTED:
        height -= 14
        lines.append((height, text, 11, False))
    return pdf(lines)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(("size", "bold"), [(18, False), (18, True), (14, True)])
def test_a_heading_of_several_lines_is_one(count: int, size: int, bold: bool) -> None:
    text = reading.document(with_heading(*((line, size, bold) for line in HEADING[:count]))).text
    assert text.split("\n\n")[0] == " ".join(HEADING[:count])
    assert text.split("\n\n")[1].replace("\n", " ") == " ".join(PRINTED)


def test_a_bold_heading_in_the_letters_of_the_text_is_one_where_its_lines_are_full() -> None:
    heading = f"{HEADING[0]} cold waters of the north and of the".ljust(80, "s"), HEADING[1]
    text = reading.document(with_heading(*((line, 11, True) for line in heading), apart=14)).text
    assert text.split("\n\n")[0] == " ".join(heading)


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(("The third meeting of the two in this year", 14, False), id="a subtitle in smaller letters"),
        pytest.param(("3 October 2023", 11, False), id="a day"),
        pytest.param(("Tallinn, 3 October 2023", 9, False), id="a dateline in small letters"),
    ],
)
def test_what_stands_below_a_heading_in_other_letters_is_not_of_it(below: tuple[str, int, bool]) -> None:
    text = reading.document(with_heading(*((line, 18, True) for line in HEADING[:2]), below)).text
    assert text.split("\n\n")[:2] == [" ".join(HEADING[:2]), below[0]]


def test_bold_lines_that_end_early_stay_apart() -> None:
    names = "General Ana Popa", "Colonel Luis Roca", "Admiral Mari Tamm"
    text = reading.document(with_heading(*((name, 11, True) for name in names))).text
    assert all(name in text.split("\n") for name in names)


def locked(password: str) -> bytes:
    out = io.BytesIO()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(FILES["pdf"])))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    assert TITLE in reading.document(locked("")).text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(pdf([(700, "Page 1")]), "only pictures of pages", id="a scan"),
        pytest.param(locked("secret"), "locked with a password", id="locked"),
        pytest.param(FILES["pdf"][:60], "is damaged|no text", id="cut off"),
        pytest.param(b"%PDF-1.7\nnothing more", "is damaged", id="nothing behind the mark"),
        pytest.param(pdf(*[[(700, "A page.")]] * 301), "301 pages", id="a book"),
    ],
)
def test_a_pdf_without_a_release_is_refused_in_plain_words(content: bytes, message: str) -> None:
    with pytest.raises(reading.ReadingError, match=message):
        reading.document(content)


# ---- mail and saved pages ----


def test_a_saved_page_tells_where_it_was_saved() -> None:
    assert reading.document(FILES["mhtml"]).url == "https://mod.example/news/talks-42"


def test_an_address_that_an_editor_gives_counts_before_that_of_the_file() -> None:
    assert reading.document(FILES["mhtml"], url="https://mod.example/now").url == "https://mod.example/now"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(mail(f"Fwd: RE: {TITLE}", "\n\n".join(PARAGRAPHS)), TEXT, id="the subject is the headline"),
        pytest.param(mail(TITLE, TEXT), TEXT, id="a headline that stands in the text as well"),
        pytest.param(mail(TITLE, TEXT, html="<p>Look at the pictures"), TEXT, id="text before HTML"),
        pytest.param(mail(TITLE, "Use another program.", html=HTML), HTML, id="HTML where the text is a mere note"),
        pytest.param(mail("", html=HTML), HTML, id="HTML alone"),
        pytest.param(
            mail(
                "Fwd: Talks",
                "> From: Press <press@mod.example>\n> Subject: Talks\n>\n" + "\n".join(f"> {line}" for line in TEXT.split("\n")),
            ),
            f"From: Press\nSubject: Talks\n\n{TEXT}",
            id="passed on with a sign before each line",
        ),
        pytest.param(
            mail("Talks", html="<body><p>From: Press &lt;<a href='mailto:a@b.example'>a@b.example</a>&gt;</p></body>"),
            "<body><h1>Talks</h1><p>From: Press</p></body>",
            id="the subject is the headline of a page without one, and an address is no text",
        ),
        pytest.param(mhtml(HTML.replace("“", "").replace("”", "").replace("–", "-"), charset="iso-8859-1"), None, id="Latin 1"),
    ],
)
def test_the_part_with_the_release_is_taken(content: bytes, text: str | None) -> None:
    found = reading.document(content).text.strip()
    assert found == text if text else "João da Costa" in found


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        pytest.param("iso-2022-jp", "防衛大臣", id="letters of Japan in the bytes of ASCII"),
        pytest.param("windows-1251", "Министр", id="letters of Russia"),
        pytest.param("utf-8", "Ülo Tamm", id="UTF-8"),
    ],
)
def test_a_mail_is_read_in_its_own_character_set(charset: str, words: str) -> None:
    told = (
        f"Message-ID: <1@mod.example>\nMIME-Version: 1.0\nFrom: a@mod.example\nContent-Type: text/plain; charset={charset}\n\n{words} met."
    )
    assert reading.document(told.encode(charset)).text == f"{words} met."


NOTE = mail("Release", "Dear colleagues, please find our release attached.")
PAGE = mail("Release", "\n\n".join(PARAGRAPHS))


@pytest.mark.parametrize(
    ("content", "names", "is_note"),
    [
        pytest.param(carrying(NOTE, ("a.docx", b"PK1"), ("a.docx", b"PK2")), ["a.docx", "2 a.docx"], True, id="two files of one name"),
        pytest.param(carrying(mail("Talks", "They met."), ("a.docx", b"PK")), ["a.docx"], False, id="a short release with a file"),
        pytest.param(carrying(PAGE, ("../Übersicht.pdf", b"%PDF-1.7")), [".. Übersicht.pdf"], False, id="a release with a file beside it"),
        pytest.param(carrying(NOTE, carrying(PAGE, ("a.docx", b"PK"))), ["a.docx", "Release.eml"], True, id="a mail with a file in a mail"),
        pytest.param(mail("Crest", TEXT, attachment=b"\x89PNG"), [], False, id="a picture"),
        pytest.param(FILES["mhtml"], [], False, id="a saved page"),
    ],
)
def test_what_is_attached_to_a_mail_comes_out_of_it_once(content: bytes, names: list[str], is_note: bool) -> None:
    found = formats.attached(content)
    assert [member.name for member in found] == names
    assert [formats.attached(member.content) for member in found] == [[]] * len(names)
    assert not names or formats.is_note(content) is is_note
    assert found == formats.attached(content)


def test_of_more_attachments_than_any_mail_has_the_rest_is_told() -> None:
    *taken, told = formats.attached(carrying(NOTE, *((f"{number}.txt", b"They met.") for number in range(203))))
    assert ([member.fault for member in taken], told.fault[:23]) == ([""] * 200, "More than 200 files are")


def test_a_mail_that_is_passed_on_in_another_is_read_as_it_was(tmp_path) -> None:
    (inner,) = formats.attached(carrying(mail("Fwd: Release", "FYI"), PAGE))
    assert reading.document(inner.content).text == reading.document(PAGE).text


PLAIN = "The minister met his counterpart in Tallinn on Monday and spoke of the sea. " * 8


@pytest.mark.parametrize(
    ("sender", "day", "subject", "text", "publisher", "published"),
    [
        pytest.param(
            "Ministry of Defence of Estonia <press@mod.example>",
            "Tue, 03 Oct 2023 09:12:00 +0300",
            "Talks",
            PLAIN,
            *("Ministry of Defence of Estonia", "2023-10-03"),
            id="told by the headers alone",
        ),
        pytest.param(
            "Ministry of Defence of Estonia <press@mod.example>",
            "Tue, 03 Oct 2023 09:12:00 +0300",
            "Fwd: Talks",
            PLAIN,
            *(None, None),
            id="who forwards it did not issue it",
        ),
        pytest.param(
            "Jaan Tamm <jaan@mod.example>",
            "Tue, 03 Oct 2023 23:30:00 -0500",
            "Talks",
            PLAIN,
            *(None, "2023-10-03"),
            id="a person publishes nothing",
        ),
        pytest.param(
            "Press Office <press@mod.example>", "Tue, 99 Foo 2023", "Talks", PLAIN, *(None, None), id="a desk of some body, on no day"
        ),
        pytest.param(
            "Ministry of Defence of Estonia <press@mod.example>",
            "Tue, 03 Oct 2023 09:12:00 +0300",
            "Talks",
            f"Published: 1 September 2023\n\n{PLAIN}",
            *("Ministry of Defence of Estonia", "2023-09-01"),
            id="the text comes first",
        ),
    ],
)
def test_who_sent_a_mail_and_when_is_told_where_its_text_tells_neither(sender, day, subject, text, publisher, published) -> None:
    content = mail(subject, text, sender=sender, date=day)
    release = pipeline.extract(reading.document(content, path="a.eml")).release
    assert (release.publisher, release.published) == (publisher, published)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(mail("Crest", attachment=b"\x89PNG"), "only attachments", id="a picture alone"),
        pytest.param(FILES["mhtml"].replace(b"text/html", b"image/gif"), "no HTML", id="a page of pictures"),
        pytest.param(
            b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n" + b"--B\nContent-Type: image/png\n\nx\n" * 600,
            "more than 500 parts",
            id="parts without end",
        ),
    ],
)
def test_mail_without_a_release_is_refused_in_plain_words(content: bytes, message: str) -> None:
    with pytest.raises(reading.ReadingError, match=message):
        reading.document(content)


# ---- anything at all ----


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_damaged_file_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    content = bytearray(FILES[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert reading.document(bytes(content[: data.draw(st.integers(1, len(content)))])).text.strip()
    except reading.ReadingError as error:
        assert str(error).endswith(".")  # noqa: PT017


def test_a_document_in_a_document_is_not_followed() -> None:
    inner = docx("Inner")
    with zipfile.ZipFile(io.BytesIO(docx("Outer", extra={"word/embeddings/inner.docx": inner}))) as outer:
        assert "word/embeddings/inner.docx" in outer.namelist()
    assert reading.document(docx("Outer", extra={"word/embeddings/inner.docx": inner})).text == "Outer"
