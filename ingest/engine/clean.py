"""From a document to a release: headline, running text, who published it and when, and what was cut and why."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.engine import gazetteers, languages, patterns, sources
from ingest.engine.cleaning import (
    bylines,
    closings,
    datelines,
    headlines,
    issuers,
    leaves,
    lines,
    parts,
    pictures,
    publication,
    publishers,
    tongues,
)
from ingest.engine.cleaning.lines import Line
from ingest.engine.cleaning.parts import Parts
from ingest.engine.sources.page import Page, single_spaced
from ingest.engine.sources.plain import without_bullet
from ingest.engine.types import Document, Dropped, Release


def release(document: Document) -> Release:
    """The clean release that a document holds; what is not stated is None, and what was cut stands in `dropped`. Never raises."""
    source = sources.of(document)
    page = source.read(document)
    return _released(document, source.name, page, parts.split(_lines(page)))


def _released(document: Document, layout: str, page: Page, split: Parts) -> Release:
    """The release that a page parted so holds."""
    found = split
    headline = headlines.find(found.head, page.title, text=" ".join(line.text[:3000] for line in found.body[:8] if line.kind != "other"))
    if headline.title is None and found.body:
        headline, found = _headline_of_text(found)
    found = tongues.without_foreign_end(found)
    found = closings.without_self_description(_with_dateline(_without_headline(found, headline.title), headline.title))
    whole, (found, closing, language) = found, _in_one_language(found, headline.title)
    if len(found.body) < len(whole.body) and (english := tongues.below_foreign(split)) is not None:
        return _released(document, layout, page, english)
    month_first = publication.month_first(page, found)
    signed = _bylines(found, month_first=month_first)
    opening = found.body[0].text if found.body else ""
    dateline = datelines.read(opening, month_first=month_first)
    sign = closing.sign or closings.sign_below(found)
    published = publication.find(page, found, signed, dateline, titled=headline.used, month_first=month_first)
    published = published or closings.day_of(sign, month_first=month_first) or document.sent
    publisher = issuers.find(issuers.Told(page, found, signed, headline, dateline, sign)) or _sender(document)
    return Release(
        title=_with_apostrophes(headline.title) if headline.title else None,
        body=closing.text,
        subtitle=page.subtitle or headline.subtitle,
        published=published,
        publisher=publisher,
        authors=_authors(page, signed, publisher, found, headline) or _of_text(opening, sign) or _below_text(found),
        written=publication.written(published, dateline),
        dateline=dateline.place or _dateline_apart(found, month_first=month_first),
        source_url=page.url,
        language=language,
        source=layout,
        dropped=(*page.dropped, *_dropped(found, headline), *_closing(closing)),
    )


def _in_one_language(found: Parts, title: str | None) -> tuple[Parts, closings.Signed, str]:
    """The parts, their running text and its language; of a page in two languages, those in English."""
    closing = closings.unsigned(_running_text(found.body))
    told = languages.tell(closing.text or title or " ".join(line.text for line in found.head))
    if told.pure or (english := tongues.in_english(found)) is found:
        return found, closing, told.code
    closing = closings.unsigned(_running_text(english.body))
    return english, closing, languages.recognize(closing.text)


def _sender(document: Document) -> str | None:
    """Who sent the mail, if that is a body by name: an officer or a desk sends for a body that only the text can tell."""
    name = document.sender
    return name if name and publishers.is_masthead(name) and not publishers.is_desk(name) else None


MOST_LINES = 20_000  # a release has hundreds; files of millions of short lines are none, and each line takes its time


def _lines(page: Page) -> list[Line]:
    """The lines of a page, each known for what it is; those behind the first twenty thousand are none of the release."""
    beyond = [Line(block, "noise", "behind the twenty thousandth line") for block in page.blocks[MOST_LINES:]]
    known: list[Line] = []
    above = True  # the text; below it days stand beside the headlines of other releases
    for block in leaves.joined(page.blocks[:MOST_LINES]):
        pieces = (piece for part in (lines.parted(block) if above else (block,)) for piece in pictures.apart(part))
        known += map(lines.classified, map(pictures.cleared, pieces))
        above = above and known[-1].kind != "prose"
    return [*known, *beyond]


def _running_text(lines: tuple[Line, ...]) -> str:
    """The paragraphs with an empty line between them; columns of one line stay together."""
    return _with_apostrophes("".join(f"{' ' if line.block.beside else chr(10) * 2}{_paragraph(line)}" for line in lines).strip())


def _with_apostrophes(text: str) -> str:
    """The text with an apostrophe for the accent that some agencies type before a possessive s: "Azerbaijan`s Minister"."""
    return _ACCENT.sub("’", text) if "`" in text or "´" in text else text


_ACCENT = patterns.compile(r"(?<=\w)[`´](?=s\b)")


def _paragraph(line: Line) -> str:
    """The text of a paragraph without the bullet or number before it."""
    return without_bullet(line.text) if line.block.kind == "item" else line.text


# ---- headline ----


def _headline_of_text(found: Parts) -> tuple[headlines.Headline, Parts]:
    """The headline of a page whose first line reads like running text: short, alone, and with paragraphs below it."""
    first = found.body[0]
    if (
        len(found.body) > 2
        and first.block.kind != "item"
        and not (first.text[-1] == "." and datelines.read(first.text).place is not None)  # "Lima, 3 May – The following visits are due."
        and (_is_long_headline(first.text) or (_is_below_labels(found) and _is_short_headline(first.text)) or _is_told_again(found))
    ):
        return headlines.Headline(headlines.bare(first.text), None, frozenset({first.text})), Parts(
            (*found.head, first), found.body[1:], found.tail, found.cut
        )
    return headlines.Headline(None), found


def _is_below_labels(found: Parts) -> bool:
    """Whether nothing but labels stands above the text: "Tag archive"."""
    return all(line.kind == "label" for line in found.head)


def _is_told_again(found: Parts) -> bool:
    """Whether below a day or label a short first paragraph is told again by the next one, name for name: a headline with its stop."""
    first, second = found.body[0].text, found.body[1].text
    if not found.head or any(line.kind == "other" for line in found.head) or not _is_headline(first) or "“" in first:
        return False
    names = {word[:5] for word in _NAME.findall(first)}
    return len(names) > 3 and len(second) > len(first) and len(names - {word[:5] for word in _NAME.findall(second)}) <= 1


_NAME = patterns.compile(r"\b[A-Z][^\W\d_]{2,}")


def _is_headline(text: str) -> bool:
    return len(text.split()) <= 25 and not text.endswith((":", ",")) and "”" not in text[-2:]


def _is_short_headline(text: str) -> bool:
    """Whether a first line that stands above all is a headline: a sentence with its stop is one only where it is short."""
    return _is_headline(text) and (text[-1] != "." or len(text.split()) <= _SENTENCE)


_SENTENCE = 18  # words of a headline that closes with a stop


def _is_long_headline(text: str) -> bool:
    """Whether a first line as long as a paragraph has no stop: "No:12/21, Information of the Press Service of … on the consultations"."""
    return len(text.split()) <= 50 and text[-1].isalnum() and _SENTENCES.search(text) is None


_SENTENCES = patterns.compile(r"[a-z]{3}[.!?]\s[A-Z]")


def _without_headline(found: Parts, title: str | None) -> Parts:
    """The parts with copies of the headline taken out of the running text."""
    if not title:
        return found
    copies = tuple(line for line in found.body if _is_headline_again(line, title))
    if not copies or len(copies) == len(found.body):
        return found
    return Parts(found.head, tuple(line for line in found.body if not _is_headline_again(line, title)), found.tail, (*found.cut, *copies))


def _is_headline_again(line: Line, title: str) -> bool:
    return line.kind != "item" and len(line.text) < 1.3 * len(title) and headlines.is_copy(line.text, title)


def _with_dateline(found: Parts, title: str | None) -> Parts:
    """The parts with what opens the text taken into it: a dateline, "Harare - May 3, 2021:", what leads over to a statement, an address."""
    if count := _addressed(found.head, title) if found.body else 0:
        return Parts(found.head[:-count], (*found.head[-count:], *found.body), found.tail, found.cut)
    above = found.head[-1] if found.head and found.body else None
    if above is not None and _is_open_sentence(above, found, title):
        return Parts(found.head[:-1], (above, *found.body), found.tail, found.cut)
    if above is None or not (
        _is_open_dateline(above) or (above.kind == "other" and above.text != title and _LEADS_OVER.search(above.text))
    ):
        return found
    beside = above.kind == "date"
    first = replace(found.body[0], block=replace(found.body[0].block, beside=beside))
    return Parts(found.head[:-1], (above, first, *found.body[1:]), found.tail, found.cut)


def _is_open_sentence(line: Line, found: Parts, title: str | None) -> bool:
    """Whether the line right above the text, below the day, is its first paragraph without a stop: "Minister N met General M in Lima"."""
    over = found.head[-2] if len(found.head) > 1 else None
    words = line.text.split()
    if line.kind != "other" or line.block.kind != "text" or line.text == title or over is None or over.kind != "date":
        return False
    if not _FEWEST < len(words) < _MOST or not line.text[-1].isalnum() or title is None or len(title.split()) > len(words) / 1.5:
        return False
    return sum(word[0].islower() for word in words) > len(words) / 3 and _TOLD.search(line.text) is not None


_FEWEST, _MOST = 15, 80  # words of a first paragraph that closes without a stop
_TOLD = patterns.compile(
    r"\s(?:met|received|visited|hosted|welcomed|arrived|attended|signed|discussed|paid|held|left|took|called|was|were|has|had)\s"
)


def _addressed(head: tuple[Line, ...], title: str | None) -> int:
    """How many lines right above the text are those with which a speaker addresses the guests: "The Chief of Staff, General N;"."""
    count = 0
    for line in reversed(head):
        if (
            line.kind not in {"other", "masthead", "item"}
            or line.text == title
            or line.text[-1] not in ";,.:!"
            or not line.text[0].isalnum()
        ):
            break
        count += 1
    return count if any(_ADDRESS.search(line.text) for line in head[len(head) - count :]) else 0


_ADDRESS = patterns.compile(
    r"\b(?:Excellenc(?:y|ies)|ladies\sand\sgentlemen|distinguished\s(?:\w+\s){0,2}(?:guests|delegates|colleagues|participants|ladies|members|audience)"
    r"|dear\s(?:\w+\s)?(?:colleagues|friends|guests|ministers)|honou?rable\s(?:ministers|members|guests)|fellow\s(?:ministers|officers|soldiers)"
    r"|(?:Mr|Madam)\.?\s(?:President|Chair(?:man|person)?|Speaker|Secretary[- ]General))\b",
    re.IGNORECASE,
)


def _is_open_dateline(line: Line) -> bool:
    """Whether a line of its own is the dateline of the text below, which its sign leads over to: "Harare - May 3, 2021:"."""
    return line.kind == "date" and line.text[-1] in ":-–—" and datelines.read(f"{line.text} -").place is not None


def _dateline_apart(found: Parts, *, month_first: bool) -> str | None:
    """The town of a line of its own above the text, or right below it, that holds town and date alone: "Tirana, 26 September 2014".

    Or town, day and publisher, "14 May 2024 – Oslo, Norway – Ministry of Defence", or the town below the day.
    """
    above: Line | None = None
    for line in (*reversed(found.head[-_NEAR_TEXT:]), *found.tail[:_BELOW_TEXT]):
        behind_day = datelines.behind_day(line.text) if line.kind == "date" else None
        if (len(line.text) > _LONGEST_DATELINE and not behind_day) or not line.text[:1].isalnum():
            continue
        read = datelines.read(f"{line.text} -", month_first=month_first)
        place = read.place if read.place and read.date else behind_day
        if above and line.kind == "date" and headlines.is_place(above.text):
            place = above.text
        if place and any(term.kind == "city" and term.start == 0 for term in gazetteers.find(place.title())):
            return place
        above = line
    return None


_NEAR_TEXT = 6  # lines above the text, between which headline, lead and time stand
_BELOW_TEXT = 2
_LONGEST_DATELINE = 70


# "Mr. Smith made the following statement:", "Minister N, Excellencies, distinguished guests,"
_LEADS_OVER = patterns.compile(
    r"\A[A-Z](?:\S{1,30}\s){2,60}\S{1,30},\Z|\b(?:provided|issued|made|released|gave|delivered)\sthe\sfollowing\b[^:]{0,80}:$"
)


# ---- authors ----


def _bylines(found: Parts, *, month_first: bool) -> tuple[bylines.Byline, ...]:
    every = (*found.head, *found.cut, *found.tail[:12])
    return tuple(bylines.read(line.text, month_first=month_first) for line in every if line.kind == "byline")


def _authors(
    page: Page, signed: tuple[bylines.Byline, ...], publisher: str | None, found: Parts, headline: headlines.Headline
) -> tuple[str, ...]:
    """The writers whom markup or the first byline with a name tells; a site that signs with its own name is none."""
    stated = tuple(name for name in map(bylines.person, page.authors) if name)
    signing = stated or next((byline.authors for byline in signed if byline.authors), ())
    body = publishers.folded(publisher or "").split()
    own = tuple(name for name in signing if not set(publishers.folded(name).split()) <= set(body))
    return own or _beside_headline(found, headline)


def _of_text(opening: str, sign: str) -> tuple[str, ...]:
    """The writer whom the text names before its first sentence or behind its last."""
    name = bylines.of_reporter(opening) or bylines.of_sign(sign)
    return (name,) if name else ()


def _below_text(found: Parts) -> tuple[str, ...]:
    """Writers whose names stand alone between text and buttons or links: "Thu Trang"; not whom the text names."""
    below, after = found.tail[:2] if len(found.tail) > 1 else (None, None)
    if below is None or after is None or below.kind != "other" or below.text.isupper() or after.kind not in {"noise", "tail", "end"}:
        return ()
    names = bylines.alone(below.text)
    return names if not any(name in line.text for name in names for line in found.body) else ()


def _beside_headline(found: Parts, headline: headlines.Headline) -> tuple[str, ...]:
    """Writers whose names stand alone between headline or day and text ("Lin Mei-hua"), or with rank above the own unit."""
    titled = False
    for above, line, below in zip(found.head, found.head[1:], (*found.head[2:], None), strict=False):
        again = titled and above.text in headline.used
        titled = titled or above.text in headline.used
        if not titled or line.kind != "other" or again:
            continue  # a name below the headline's second copy is that of who took its picture
        nearby = above.text in headline.used or above.kind == "date"
        if nearby and (below is None or below.kind in {"date", "label", "noise"}) and (names := bylines.alone(line.text)):
            return names
        if (
            above.text in headline.used
            and below is not None
            and below.kind in {"date", "masthead"}
            and (name := bylines.of_rank(line.text))
        ):
            return (name,)
    return ()


# ---- what was cut ----

_PART = {
    "date": "date of publication",
    "byline": "byline",
    "masthead": "masthead",
    "label": "document label",
    "prose": "summary",
    "item": "navigation",
    "other": "kicker or section",
}


def _closing(closing: closings.Signed) -> list[Dropped]:
    """What stood behind the last sentence."""
    cut = ((closing.address, "link"), (closing.sign, "end mark"))
    return [Dropped(text, reason) for text, reason in cut if text]


def _dropped(found: Parts, headline: headlines.Headline) -> list[Dropped]:
    """Every line that is not running text, with its reason."""
    cut = [
        Dropped(line.text, "headline" if line.text in headline.used else line.reason or _PART.get(line.kind, line.kind))
        for line in found.head
    ]
    cut += [Dropped(line.text, line.reason or "headline again") for line in found.cut]
    reason = "after the text"
    for line in found.tail:
        if line.kind in {"tail", "end"}:
            reason = line.reason
        cut.append(Dropped(line.text, line.reason or reason))
    return [piece for piece in cut if single_spaced(piece.text)]
