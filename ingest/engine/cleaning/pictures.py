"""Pictures beside running text: captions that touch a credit, and names and captions of pictures that ran into a paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.engine import patterns
from ingest.engine.cleaning import bylines, lines
from ingest.engine.cleaning.lines import Line
from ingest.engine.sources.page import Block


def without_captions(page: list[Line]) -> list[Line]:
    """The lines with those that touch a caption or credit marked as such too: "The minister in Oslo" above "Navy/Ana Ruiz"."""
    pictured = {at for at, line in enumerate(page) if line.reason == "caption or credit" or _is_credit(page, at) or _is_of_persons(line)}
    touching = {near for at in pictured for near in (at - 1, at + 1) if 0 <= near < len(page) and not page[max(at, near)].block.apart}
    return [
        replace(line, kind="noise", reason="caption or credit")
        if at in pictured or (at in touching and line.kind == "other" and line.block.kind == "text" and line.text[-1] not in ".:!?”")
        else line
        for at, line in enumerate(page)
    ]


def told(page: list[Line]) -> list[Line]:
    """The lines; of a page that is nothing but a picture, the caption as its text, without whose picture it is."""
    if any(line.kind == "prose" for line in page):
        return page
    captions = [at for at, line in enumerate(page) if line.reason == "caption or credit" and len(line.text.split()) >= _FEWEST]
    at = max(captions, key=lambda at: len(page[at].text), default=None)
    if at is None:
        return page
    text = _CREDIT_BEHIND.sub("", page[at].text)
    return [*page[:at], Line(replace(page[at].block, text=text), "prose"), *page[at + 1 :]]


_FEWEST = 20  # words of a caption that tells a story
_CREDIT_BEHIND = patterns.compile(r"\s?[(\[][^()\[\]]{0,80}\b(?:photo|picture|image|graphic)\b[^()\[\]]{0,120}[)\]][\s.]*\Z", re.IGNORECASE)


def _is_of_persons(line: Line) -> bool:
    """Whether a line is made of two or more officers or ministers and nothing else: "Gen Ruiz and Lt Gen Novak"."""
    if line.kind != "other" or line.block.kind != "text" or len(line.text.split()) > 12:
        return False
    names = _AND.split(line.text)
    return len(names) > 1 and all(bylines.of_rank(name) is not None or _TITLED.fullmatch(name) for name in names)


_AND = patterns.compile(r",?\s(?:and|with|&)\s|,\s")
_TITLED = patterns.compile(r"(?:Lt|Maj|Brig|Gen|Col|Adm|Capt|Cdre|Minister|Ambassador)\.?(?:\sGen\.?)?(?:\s[A-Z][\w’'-]{1,20}){1,3}")


def _is_credit(page: list[Line], at: int) -> bool:
    """Whether a line below or beside another is whose picture it is: "Navy/Ana Ruiz"."""
    line = page[at]
    return at > 0 and line.kind == page[at - 1].kind == "other" and not line.block.apart and _CREDIT.fullmatch(line.text) is not None


_CREDIT = patterns.compile(r"(?:[A-Z][\w.&-]{1,20}\s?){1,3}/\s?[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){1,2}")


def cleared(block: Block) -> Block:
    """The paragraph without a picture that ran into its beginning: its name, or its caption up to the credit that no blank follows."""
    found = _CREDITED.match(block.text) or _NAME.match(block.text) if len(block.text) > _SHORTEST else None
    return replace(block, text=block.text[found.end() :]) if found and lines.is_prose(block.text[found.end() :]) else block


_SHORTEST = 60  # letters of a paragraph with a picture in it
# photo_big_10862915Minister Ruiz signed   anaruizMinister Ruiz signed
_NAME = patterns.compile(r"(?:[A-Za-z][\w-]{0,40}\d{4,}[\w-]{0,20}|[a-z]{5,30})(?:\.(?:jpe?g|png))?(?=[A-Z][a-z]+\s)")
# Minister Ruiz greets the envoy (US Embassy photo)The embassy had announced
_CREDITED = patterns.compile(
    r"[^()]{10,250}\((?:[\w.’'&-]+\s){0,4}(?:[Pp]hoto|[Ff]oto|[Pp]icture|[Ii]mage)(?:\s?:\s?[^()]{2,40})?\)(?=[A-Z“])"
)
