"""From a document to a release: headline, running text, who published it and when, and what was cut and why."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.engine import gazetteers, languages, patterns, sources
from ingest.engine.cleaning import bylines, closings, datelines, headlines, issued, lines, parts, publishers
from ingest.engine.cleaning.lines import Line
from ingest.engine.cleaning.parts import Parts
from ingest.engine.sources.page import Page, single_spaced
from ingest.engine.sources.plain import without_bullet
from ingest.engine.types import Document, Dropped, Release


def release(document: Document) -> Release:
    """The clean release that a document holds; what is not stated is None, and what was cut stands in `dropped`. Never raises."""
    source = sources.of(document)
    page = source.read(document)
    found = parts.split(_lines(page))
    headline = headlines.find(found.head, page.title, text=" ".join(line.text[:3000] for line in found.body[:8]))
    if headline.title is None and found.body and not found.head:
        headline, found = _headline_of_text(found)
    found = closings.without_self_description(_with_dateline(_without_headline(found, headline.title), headline.title))
    closing = closings.unsigned(_running_text(found.body))
    month_first = _month_first(page, found)
    signed = _bylines(found, month_first=month_first)
    opening = found.body[0].text if found.body else ""
    dateline = datelines.read(opening, month_first=month_first)
    return Release(
        title=headline.title,
        body=closing.text,
        subtitle=page.subtitle or headline.subtitle,
        published=_published(page, found, signed, dateline, month_first=month_first) or document.sent,
        publisher=(publisher := _publisher(page, found, signed, headline, closing.sign) or _sender(document)),
        authors=_authors(page, signed, opening, publisher, found, headline),
        dateline=dateline.place or _dateline_apart(found, month_first=month_first),
        source_url=page.url,
        language=languages.recognize(closing.text or headline.title or ""),
        source=source.name,
        dropped=(*page.dropped, *_dropped(found, headline), *([Dropped(closing.sign, "end mark")] if closing.sign else [])),
    )


def _sender(document: Document) -> str | None:
    """Who sent the mail, if that is a body by name: an officer or a desk sends for a body that only the text can tell."""
    name = document.sender
    return name if name and publishers.is_masthead(name) and not publishers.is_desk(name) else None


MOST_LINES = 20_000  # a release has hundreds; files of millions of short lines are none, and each line takes its time


def _lines(page: Page) -> list[Line]:
    """The lines of a page, each known for what it is; those behind the first twenty thousand are none of the release."""
    beyond = [Line(block, "noise", "behind the twenty thousandth line") for block in page.blocks[MOST_LINES:]]
    return [*(lines.classified(block) for block in page.blocks[:MOST_LINES]), *beyond]


def _running_text(lines: tuple[Line, ...]) -> str:
    """The paragraphs with an empty line between them; columns of one line stay together."""
    return "".join(f"{' ' if line.block.beside else chr(10) * 2}{_paragraph(line)}" for line in lines).strip()


def _paragraph(line: Line) -> str:
    """The text of a paragraph without the bullet or number before it."""
    return without_bullet(line.text) if line.block.kind == "item" else line.text


# ---- headline ----


def _headline_of_text(found: Parts) -> tuple[headlines.Headline, Parts]:
    """The headline of a page whose first line reads like running text: short, alone, and with paragraphs below it."""
    first = found.body[0]
    if len(found.body) > 2 and len(first.text.split()) <= 25 and not first.text.endswith((":", ",")) and "”" not in first.text[-2:]:
        return headlines.Headline(first.text), Parts((first,), found.body[1:], found.tail, found.cut)
    return headlines.Headline(None), found


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
    """The parts with a line that opens the text taken into it: a dateline, "Harare - May 3, 2021:", or what leads over to a statement."""
    above = found.head[-1] if found.head and found.body else None
    if above is None or not (
        _is_open_dateline(above) or (_LEADS_OVER.search(above.text) and above.kind == "other" and above.text != title)
    ):
        return found
    beside = above.kind == "date"
    first = replace(found.body[0], block=replace(found.body[0].block, beside=beside))
    return Parts(found.head[:-1], (above, first, *found.body[1:]), found.tail, found.cut)


def _is_open_dateline(line: Line) -> bool:
    """Whether a line of its own is the dateline of the text below: "Harare - May 3, 2021:", "April 3, 2024 – Ottawa – National Defence"."""
    if line.kind != "date":
        return False
    return _DATE_PLACE_BODY.fullmatch(line.text) is not None or (
        line.text[-1] in ":-–—" and datelines.read(f"{line.text} -").place is not None
    )


def _dateline_apart(found: Parts, *, month_first: bool) -> str | None:
    """The town of a line of its own above the text, or right below it, that holds town and date alone: "Tirana, 26 September 2014"."""
    for line in (*reversed(found.head[-_NEAR_TEXT:]), *found.tail[:_BELOW_TEXT]):
        if len(line.text) > _LONGEST_DATELINE or not line.text[:1].isupper():
            continue
        read = datelines.read(f"{line.text} -", month_first=month_first)
        if read.place and read.date and any(term.kind == "city" and term.start == 0 for term in gazetteers.find(read.place.title())):
            return read.place
    return None


_NEAR_TEXT = 6  # lines above the text, between which headline, lead and time stand
_BELOW_TEXT = 2
_LONGEST_DATELINE = 70
_DATE_PLACE_BODY = patterns.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4} [–—-] [A-Z][^–—]{2,40} [–—-] [A-Z][^–—|]{2,80}")


_LEADS_OVER = patterns.compile(r"\b(?:provided|issued|made|released|gave|delivered)\sthe\sfollowing\b[^:]{0,80}:$")


# ---- date ----

_UPDATED = patterns.compile(r"\W*(?:last |page last )?(?:updated|modified|update|actualizare)\b", re.IGNORECASE)
_UPDATED_WITHIN = patterns.compile(r"(?:^\W*|[|·•]\s*)(?:last |page last )?(?:updated|modified|update|actualizare)\b", re.IGNORECASE)
_POSTED = patterns.compile(
    r"(?:date (?:posted|published|of publication|of release)|(?:posted|published|publication date|release date)\s*:)", re.IGNORECASE
)
_LABELLED_DATE = patterns.compile(
    r"\b(?:published|posted|release[ds]?|issued|publication|publicado|publié|dated?|created|added|uploaded)\b", re.IGNORECASE
)


def _published(page: Page, found: Parts, signed: list[bylines.Byline], dateline: datelines.Dateline, *, month_first: bool) -> str | None:
    """The date of publication: stated outright, labelled, in the byline, in the head, in the dateline, in the tail; in this order.

    A day without its year gives way to the same day with one.
    """
    stated = issued.normal(page.published, month_first=month_first) if page.published else None
    head = [line.text for line in found.head if line.kind in {"date", "label", "masthead", "byline"}]
    near = [line.text for line in found.tail[:40] if line.kind in {"date", "label", "tail"}]
    candidates = [
        stated,
        *_dates((line for line in head if _LABELLED_DATE.search(line)), month_first),
        *(byline.published for byline in signed),
        *_dates((line for line in near if _POSTED.match(line)), month_first),
        *(date for line in found.tail[:40] if (date := _posted_within(line.text, month_first)) is not None),
        *_dates((line for line in head if not _UPDATED.match(line)), month_first),
        dateline.date,
        *(date for line in found.head if line.kind == "other" and (date := _opening_date(line.text, month_first)) is not None),
        *_dates((line for line in near if not _UPDATED.match(line)), month_first),
        *_dates(
            (line.text for line in (*found.head, *found.tail) if line.kind in {"noise", "tail"} and _UPDATED_WITHIN.search(line.text)),
            month_first,
        ),
    ]
    known = [date for date in candidates if date]
    if not known:
        return None
    if dateline.date and dateline.date[5:] == f"{known[0][8:]}-{known[0][5:7]}" and known[0][8:].isdigit() and int(known[0][8:]) <= 12:
        return f"{known[0][:4]}{dateline.date[4:]}"  # 11/7/2023 above "Amman, Nov. 7": the dateline tells day from month
    return next((date for date in known if date[:4] != "XXXX" and _agree(date, known[0])), known[0])


def _posted_within(text: str, month_first: bool) -> str | None:
    """The date of posting in a line of data about the release: "Date Taken: 02.29.2020 Date Posted: 03.03.2020 05:12"."""
    label = _DATE_POSTED.search(text[:500])
    return issued.normal(text[label.end() : label.end() + 40], month_first=month_first) if label else None


_DATE_POSTED = patterns.compile(r"\bdate (?:posted|published)\s*:", re.IGNORECASE)


def _opening_date(text: str, month_first: bool) -> str | None:
    """The full date with which a line of the head begins: "4.6.2021 9.15 From the Ministry"."""
    first = next(iter(issued.find(text, month_first=month_first)), None)
    return first.date if first is not None and first.start == 0 and "X" not in first.date else None


def _agree(date: str, partial: str) -> bool:
    """Whether the date is the partial one with more told: 2024-04-11 and XXXX-04-11."""
    return all(one == other or "X" in other for one, other in zip(date.split("-"), partial.split("-"), strict=True))


def _dates(texts: Iterable[str], month_first: bool) -> list[str]:
    """The first date of each text; a span of days is that of an event and left out unless it is labelled."""
    found = []
    for text in texts:
        dates = issued.find(text, month_first=month_first)
        if dates and (len(dates) == 1 or _LABELLED_DATE.search(text)):
            found.append(dates[0].date)
    return found


def _month_first(page: Page, found: Parts) -> bool:
    """Whether 06/10/2023 is June the tenth: told by another date of the page, else by marks of the United States on it."""
    everything = [*found.head, *found.body[:1], *found.tail]
    told = issued.order(" ".join(line.text[:300] for line in everything))
    if told is not None:
        return told
    if any(_US_CLOCK.search(line.text) for line in everything if len(line.text) < 200):
        return True
    host = page.url or ""
    if re.search(r"\.(?:mil|gov)(?:/|$)", host):
        return True
    head = " ".join(line.text for line in (*found.head, *found.tail) if line.kind != "prose")[:4000]
    return (
        re.search(
            r"\bRepublic of the Philippines\b|\bU\.S\. (?:Department|Army|Navy|Air Force|Embassy|Mission|Marine)"
            r"|United States (?:government|Department|\w+ Command)|\bDOD\b|\bDVIDS\b|\.mil\b(?!\.)",
            head,
        )
        is not None
    )


_US_CLOCK = patterns.compile(r"\b\d{1,2}/\d{1,2}/\d{4},? \d{1,2}:\d\d(?::\d\d)? [AP]M\b")  # 11/7/2023 2:19:28 PM


# ---- publisher and authors ----

_FROM = patterns.compile(
    r"""^(?: (?:(?:press|news|media)\ release|article|statement|news|speech)\ (?:from|by)(?=\s)   # Press release from Ministry of Defence
          | (?:from|issued\ by|released\ by|published\ by|publisher|source|agency|organi[sz]ation|department|ministry)\s*:
        )\s*(?P<name>.*)$""",
    re.IGNORECASE | re.VERBOSE,
)
_NEXT_LABEL = patterns.compile(
    r"\s+(?:editor|author|time|date|writer|by|published|posted)\s*:", re.IGNORECASE
)  # "Source: … Editor: … Time: …"


def _publisher(page: Page, found: Parts, signed: list[bylines.Byline], headline: headlines.Headline, sign: str) -> str | None:
    """Who issued the release, by the plainest statement: markup, "From:", source, byline, masthead, copyright line, signature, host."""
    known = [name for name in _candidates(page, found, signed, headline, sign) if name and not publishers.is_no_name(name)]
    telling = [name for name in known if not publishers.is_desk(name) and not publishers.is_state(name)]
    named = next((name for name in telling if publishers.is_plain_name(name)), next(iter([*telling, *known]), None))
    printed = (publishers.of_copyright(line) for line in page.signs)
    fuller = next((owner for owner in (*_owners(found), page.site, *printed) if named and owner and _is_fuller(owner, named)), named)
    if fuller and (owner := publishers.of_host(fuller)) is not None:
        return owner
    if fuller and fuller != page.publisher and _ACRONYM.fullmatch(fuller):
        lines_of_head = [line.text for line in found.head if len(line.text) < 120]
        near = [*_mastheads(found.head), *lines_of_head, *page.signs, page.site or "", *_mastheads(found.tail)]
        return publishers.spelled_out(fuller, near) or publishers.explained(fuller, opening=_running_text(found.body[:8])) or fuller
    return fuller


def _candidates(page: Page, found: Parts, signed: list[bylines.Byline], headline: headlines.Headline, sign: str) -> list[str | None]:
    """The names that a page gives for its publisher, the plainest statement first."""
    head, close = _mastheads(found.head), _mastheads(found.tail)
    owners = _owners(found)
    stated = page.publisher if page.publisher and not publishers.is_portal(page.publisher) else None
    source = _source(found)
    issuer = _from_line(found.head)
    return [
        _agency(found),
        _office_below(found, headline),
        issuer if issuer and publishers.is_masthead(issuer) else None,
        stated,
        *(author for author in page.authors if publishers.is_organization(author) and bylines.person(author) is None),
        issuer,
        source if source and len(source.split()) > 1 else None,
        *(byline.publisher for byline in signed[:1] if any(line.kind == "byline" for line in found.head)),
        _below_byline(found.head),
        publishers.of_masthead(head),
        _issued_by(found.tail),
        *(_beside_date(line.text) for line in found.head if line.kind == "date"),
        _before_date(found, headline),
        publishers.of_window(page.site) if page.site else None,
        _site(found, headline),
        *(owner for owner in owners if owner and not publishers.is_state(owner)),
        *(byline.publisher for byline in signed),
        publishers.of_masthead(close),
        *_of_signs(page),
        publishers.of_address(page.url),
        source,
        *owners,
        page.publisher,
        sign.strip("()[]-–—/. ") or None,
        *(publishers.of_government(name) for name in (page.site or "", *head, *page.signs, *close)),
    ]


def _mastheads(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines if line.kind == "masthead"]


def _owners(found: Parts) -> list[str | None]:
    """The owners that the copyright lines name."""
    return [publishers.of_copyright(line.text) for line in (*found.tail, *found.head) if line.reason == "copyright"]


_ACRONYM = patterns.compile(r"[A-Z]{3,8}")


def _is_fuller(owner: str, name: str) -> bool:
    """Whether the owner in a copyright line is the same body, told whole or set right: "Ministry of Defence of Fiji", "Malay Mail"."""
    if publishers.is_short_for(name, owner):
        return True
    return owner.lower().startswith(f"{name.lower()} of ") or (
        " " in owner and " " not in name and owner.lower().replace(" ", "") == name.lower()
    )


def _source(found: Parts) -> str | None:
    """The body whose text another one reprints: "Source: National News Agency", "-- Courtesy of Harbour Times", "(Portal- News Agency)"."""
    for line in (*found.head, *found.tail, *found.cut):
        match = _REPRINTED.fullmatch(line.text) if len(line.text) < 120 else None
        name = match["name"].strip(" .") if match else ""
        if 0 < len(name.split()) <= 8 and name[0].isupper() and not _NO_SOURCE.search(name) and not publishers.is_desk_of(name):
            return name
    return None


_REPRINTED = patterns.compile(
    r"""(?: [-–—\s]{0,4} (?:source|courtesy\sof|originally\spublished\s(?:by|in|on)|first\spublished\s(?:by|in)|with\sinputs?\sfrom)\s?:?\s+
         | \([A-Z]{3,10}\s?[-–—]\s                    # (PORTAL- News Agency): the portal in capitals, whose text it is behind
       )(?P<name>[^():;|]{2,80}?)\)?\.?""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_SOURCE = patterns.compile(r"https?:|www\.|@|\d{3}|\b(?:photo|image|picture|video|google|getty|unsplash)\b", re.IGNORECASE)


def _of_signs(page: Page) -> list[str]:
    """Bodies that head and foot of a web page name: "MINISTRY OF DEFENCE OF GEORGIA", "Public Affairs Office, Camp North, Oslo"."""
    names = [re.split(r"\s*[,|·•©]\s*|\s(?=[A-Z]{2}\s?[|/])", line, maxsplit=1)[0] for line in page.signs]
    return [body for name in names if publishers.is_masthead(name) and (body := publishers.of_masthead([name]))]


def _below_byline(head: tuple[Line, ...]) -> str | None:
    """The unit that stands on a line of its own below its writer: "Story by Sgt. Ana Ruiz", "U.S. Army South"."""
    for line, below in itertools.pairwise(head):
        signed = line.kind == "byline" or line.text.lower() == "courtesy story"
        if signed and below.kind in {"other", "masthead"} and publishers.is_unit(below.text) and "(" not in below.text:
            return below.text
    return None


def _site(found: Parts, headline: headlines.Headline) -> str | None:
    """The name in the corner of the page above its menu, date or headline: "MINDEF Singapore", "VietnamPlus", "The Harbour Standard"."""
    first = found.head[0] if found.head else None
    if first is None or first.block.kind == "heading" or first.block.row > 2 or first.text in headline.used or len(found.head) < 3:
        return None
    name = publishers.of_corner(first.text) if first.kind in {"other", "masthead"} else None
    if name is None:
        return None
    again = any(name in line.text for line in found.tail)
    below = [line for line in found.head[1:4] if line.text not in headline.used]
    if below and (whose := publishers.of_the(below[0].text)) is not None:
        return whose
    furnished = any(line.kind in {"noise", "date", "label"} or line.block.row > 2 for line in below)
    return name if again or furnished or publishers.is_organization(name) else None


def _agency(found: Parts) -> str | None:
    """The news agency that stands before a stroke and the date: "Bernama / 25-02-2025", whose text the paper prints."""
    for line in found.head:
        name, stroke, rest = line.text.partition(" / ")
        if stroke and line.kind == "date" and publishers.is_agency(name) and issued.find(rest):
            return name
    return None


def _office_below(found: Parts, headline: headlines.Headline) -> str | None:
    """The office of a large department that stands alone between headline and date: "Bureau of African Affairs"."""
    titled, office = False, None
    for line in found.head:
        if titled and line.kind == "date":
            return office
        if titled and _OFFICE.fullmatch(line.text) and not publishers.is_told(line.text):
            office = line.text
        titled = titled or line.text in headline.used
    return None


_OFFICE = patterns.compile(r"(?:Office|Bureau) of (?:the )?[A-Z][\w-]+(?: (?:of|and|for|the|[A-Z][\w-]+)){0,7}")


def _beside_date(line: str) -> str | None:
    """The body named beside a date: "13.02.2024 EEAS Press Team", "Secretariat of the Navy | 14 September 2020"."""
    if (named := next((part for part in re.split(r"\s*[|·•]\s*", line) if publishers.is_masthead(part)), None)) is not None:
        return named
    dates = issued.find(line)
    if dates and (before := publishers.before_label(line)) is not None:
        return before
    name = line[dates[-1].end :].strip(" -–—|,.") if dates else ""
    return name if len(name.split()) > 1 and publishers.is_organization(name) and not re.search(r"\d|\bby\b", name) else None


def _before_date(found: Parts, headline: headlines.Headline) -> str | None:
    """The paper named before a bar and the date below the headline: "The Harbour | January 21, 2026"."""
    titled = False
    for line in found.head:
        name, bar, rest = line.text.partition(" | ")
        if titled and bar and line.kind in {"date", "other"} and issued.find(rest) and publishers.of_corner(name) and " " in name:
            return name
        titled = titled or line.text in headline.used
    return None


def _from_line(head: tuple[Line, ...]) -> str | None:
    """The body behind "From:" on the same line or the next, without the minister named beside it."""
    for at, line in enumerate(head):
        found = _FROM.match(line.text)
        if found is None:
            continue
        name = _NEXT_LABEL.split(found["name"], maxsplit=1)[0] or (head[at + 1].text if at + 1 < len(head) else "")
        name = re.split(
            r"\s(?:and|&)\s(?=(?:the\s)?(?:rt\.?\s)?(?:hon|sir|dame|lord|baroness|mr|mrs|ms|dr)\b)|\s*[|;]\s*",
            name,
            maxsplit=1,
            flags=re.IGNORECASE,
        )[0]
        if name and len(name.split()) <= 12 and name[0].isupper():
            return name
    return None


def _issued_by(tail: tuple[Line, ...]) -> str | None:
    """The body that a line below the text names: "Issued by: Ministry of Defence"; a person who issued it is none."""
    for line in tail:
        found = _ISSUED.match(line.text)
        name = re.split(r"\s*[|;,]\s*", found["name"], maxsplit=1)[0].strip(" .") if found else ""
        if name and len(name.split()) <= 12 and (publishers.is_organization(name) or publishers.is_masthead(name)):
            return name.removeprefix("the ").removeprefix("The ")
    return None


_ISSUED = patterns.compile(r"(?:issued|released|published)\s(?:on\sbehalf\sof|by)\s?:?\s(?P<name>\S.{1,200})", re.IGNORECASE)


def _bylines(found: Parts, *, month_first: bool) -> list[bylines.Byline]:
    every = (*found.head, *found.cut, *found.tail[:12])
    return [bylines.read(line.text, month_first=month_first) for line in every if line.kind == "byline"]


def _authors(
    page: Page, signed: list[bylines.Byline], opening: str, publisher: str | None, found: Parts, headline: headlines.Headline
) -> tuple[str, ...]:
    """The writers whom markup or the first byline with a name tells; a site that signs with its own name is none."""
    stated = tuple(name for name in map(bylines.person, page.authors) if name)
    signing = stated or next((byline.authors for byline in signed if byline.authors), ())
    body = publishers.folded(publisher or "").split()
    own = tuple(name for name in signing if not set(publishers.folded(name).split()) <= set(body))
    return own or tuple(filter(None, [_beside_headline(found, headline), bylines.of_reporter(opening)]))


def _beside_headline(found: Parts, headline: headlines.Headline) -> str | None:
    """The writer whose name stands alone between headline and date: "Lin Mei-hua", "2018-06-14"."""
    for above, line, below in zip(found.head, found.head[1:], found.head[2:], strict=False):
        if above.text in headline.used and line.kind == "other" and below.kind == "date" and bylines.is_name(line.text):
            return line.text
    return None


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
