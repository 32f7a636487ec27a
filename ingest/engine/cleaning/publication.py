"""When a release was published: what markup states, what stands beside the headline, in the byline, the dateline or below the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.engine import patterns
from ingest.engine.cleaning import bylines, datelines, issued
from ingest.engine.cleaning.lines import Line
from ingest.engine.cleaning.parts import Parts
from ingest.engine.dates import parse, shifted
from ingest.engine.sources.page import Page


def find(
    page: Page,
    found: Parts,
    signed: tuple[bylines.Byline, ...],
    dateline: datelines.Dateline,
    *,
    titled: frozenset[str] = frozenset(),
    month_first: bool,
) -> str | None:
    """The date of publication, by the plainest statement; a day without its year gives way to the same day with one.

    `titled` are the lines of the headline: a date below them is the release's own, one above may be that of the day on which the page
    was printed.
    """
    stated = issued.normal(page.published, month_first=month_first) if page.published else None
    page_top, own = _apart(found.head)
    head = [line.text for line in _nearest_first(own, titled) if line.kind in _DATED_KINDS]
    told = [*_of_head(head, signed, found, month_first), dateline.date, *_dates(page_top, month_first), *_of_rest(found, month_first)]
    known = [date for date in (stated, *told) if date]
    if known and known[0][:4] == "XXXX" and found.body:  # OSLO, AUGUST 9, AGENCY. On August 9, 2022, …
        known += [date.date for date in issued.find(found.body[0].text[:400], month_first=month_first)]
    if not known:
        return None
    if dateline.date and dateline.date[5:] == f"{known[0][8:]}-{known[0][5:7]}" and known[0][8:].isdigit() and int(known[0][8:]) <= 12:
        return f"{known[0][:4]}{dateline.date[4:]}"  # 11/7/2023 above "Amman, Nov. 7": the dateline tells day from month
    return next((date for date in known if date[:4] != "XXXX" and (_agree(date, known[0]) or _is_day_after(date, known[0]))), known[0])


_DATED_KINDS = {"date", "label", "masthead", "byline"}


def _apart(head: tuple[Line, ...]) -> tuple[list[str], tuple[Line, ...]]:
    """The dates with which the page begins, before its masthead and menu, and the other lines.

    Such a day may be that on which the page was printed: a dateline knows better.
    """
    first = next((at for at, line in enumerate(head) if line.kind != "date"), len(head))
    below = {line.kind for line in head[first:]}
    return ([line.text for line in head[:first]], head[first:]) if {"masthead", "noise"} & below else ([], head)


def _of_head(head: list[str], signed: tuple[bylines.Byline, ...], found: Parts, month_first: bool) -> Iterator[str | None]:
    """Dates above the text, and those of posting below it: with a label, in the byline, of posting, any other but that of a change."""
    dated = [line for line in head if _DIGIT.search(line)]
    yield from _dates((line for line in dated if _LABELLED_DATE.search(line) and not _CREATED.match(line)), month_first)
    yield from _dates((line for line in dated if _CREATED.match(line)), month_first)
    yield from (byline.published for byline in signed)
    yield from _dates((line for line in _near(found) if _POSTED.match(line)), month_first)
    yield from (_posted_within(line.text, month_first) for line in found.tail[:_BELOW])
    yield from _dates((line for line in dated if not _UPDATED.match(line)), month_first)


def _of_rest(found: Parts, month_first: bool) -> Iterator[str | None]:
    """Dates that count where neither head nor dateline has one: opening a line, below the text, of a change."""
    yield from (_opening_date(line.text, month_first) for line in found.head if line.kind == "other")
    yield from (_labelled_within(line.text, month_first) for line in found.head if line.kind in {"other", "noise"})
    yield from (_issue_date(line.text, month_first) for line in found.head if line.kind == "other")
    yield from (_stamp(line.text, month_first) for line in found.head if line.kind == "other")
    yield from (_posted_on(line.text, month_first) for line in (*found.head, *found.tail[:_BELOW]) if line.kind == "noise")
    yield from _dates((line for line in _near(found) if not _UPDATED.match(line)), month_first)
    furniture = (line.text for line in (*found.head, *found.tail) if line.kind in {"noise", "tail", "date"})
    yield from _dates((line[updated.start() :] for line in furniture if (updated := _UPDATED_WITHIN.search(line))), month_first)


_BELOW = 40  # lines below the text in which a date of posting stands


def _near(found: Parts) -> list[str]:
    """The lines right below the text that may hold a date."""
    return [line.text for line in found.tail[:_BELOW] if line.kind in {"date", "label", "tail"}]


def _nearest_first(head: tuple[Line, ...], titled: frozenset[str]) -> tuple[Line, ...]:
    """The lines below the headline, then those above it from the nearest upwards; all in their order where there is none."""
    at = max((at for at, line in enumerate(head) if line.text in titled), default=None)
    return head if at is None else (*head[at:], *reversed(head[:at]))


def _posted_within(text: str, month_first: bool) -> str | None:
    """The date of posting in a line of data about the release: "Date Taken: 02.29.2020 Date Posted: 03.03.2020 05:12"."""
    label = _DATE_POSTED.search(text[:500]) if ":" in text else None
    return issued.normal(text[label.end() : label.end() + 40], month_first=month_first) if label else None


_DATE_POSTED = patterns.compile(r"\bdate (?:posted|published)\s*:", re.IGNORECASE)


def _labelled_within(text: str, month_first: bool) -> str | None:
    """The date right behind its label in a line of data about the release: "Reference: PR241, Press Release Issue Date: Dec 13, 2024"."""
    label = _DATE_LABEL.search(text[:300]) if ":" in text else None
    first = next(iter(issued.find(text[label.end() : label.end() + 40], month_first=month_first)), None) if label else None
    return first.date if first and first.start < len("Wednesday, ") and "X" not in first.date else None


_DATE_LABEL = patterns.compile(
    r"\b(?:date|data ta['’] l-istqarrija|published(?: on)?|posted(?: on)?|issued(?: on)?|released(?: on)?)\s?:", re.IGNORECASE
)


def _stamp(text: str, month_first: bool) -> str | None:
    """The day in figures beside the credit of a picture in a short line: "HNA; File Photo14.11.2022 Peru"."""
    dates = issued.find(text, month_first=month_first) if len(text) <= _SHORT and _PICTURE.search(text) else ()
    return dates[0].date if len(dates) == 1 and _IN_FIGURES.fullmatch(text, dates[0].start, dates[0].end) else None


_SHORT = 60  # letters of a line that holds a credit and a day
_PICTURE = patterns.compile(r"\b(?:photo|image|picture|courtesy)", re.IGNORECASE)
_IN_FIGURES = patterns.compile(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2}")


def _posted_on(text: str, month_first: bool) -> str | None:
    """The date of a line that says who posted it: "Posted by admin on Tue, 09/14/2021 - 14:20"."""
    label = _POSTED_ON.match(text)
    first = next(iter(issued.find(text[label.end() : label.end() + 40], month_first=month_first)), None) if label else None
    return first.date if first and first.start < len("Wednesday, ") and "X" not in first.date else None


_POSTED_ON = patterns.compile(r"\W*(?:posted|published|submitted|written|issued)\s(?:by\s[^.;:]{1,60}?\s)?on\s", re.IGNORECASE)


def _opening_date(text: str, month_first: bool) -> str | None:
    """The full date with which a line of the head begins, or that stands behind its number: "4.6.2021 9.15 From the Ministry"."""
    first = next(iter(issued.find(text, month_first=month_first)), None)
    opens = first is not None and (
        first.start == 0
        or _NUMBERED.match(text, 0, first.start)
        or _CLOCK.fullmatch(text, 0, first.start)
        or _WEEKDAY.fullmatch(text, 0, first.start)
    )
    return first.date if first is not None and opens and "X" not in first.date else None


def _issue_date(text: str, month_first: bool) -> str | None:
    """The month with which the line of a magazine ends, behind the number of the issue: "Coast Review No.141 Nov. 2021"."""
    number = _ISSUE.search(text) if len(text) <= 100 and _DIGIT.search(text) else None
    dates = issued.find(text[number.end() :], month_first=month_first) if number else ()
    return dates[0].date if number and dates and dates[0].end == len(text) - number.end() and dates[0].date[:4] != "XXXX" else None


_DIGIT = patterns.compile(r"\d")
_ISSUE = patterns.compile(r"\b(?:No|Nr|Vol|Volume|Issue|Number|Edition)\.?\s?\d{1,4}\b", re.IGNORECASE)
_CLOCK = patterns.compile(
    r"(?:[A-Z][a-z]{2,8},?\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?,?\s(?:[A-Z][a-z]{2,8},\s)?"
)  # 16:42, 14 May 2025, Lima
_WEEKDAY = patterns.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s", re.IGNORECASE)
_NUMBERED = patterns.compile(r"(?:No|Nr|N°|Ref)[.:]?\s[\w/-]{0,30}\d")  # "No PR-45/2021-NAVY Lima - September 8, 2021"


def _agree(date: str, partial: str) -> bool:
    """Whether the date is the partial one with more told: 2024-04-11 and XXXX-04-11."""
    return all(one == other or "X" in other for one, other in zip(date.split("-"), partial.split("-"), strict=True))


def _is_day_after(date: str, partial: str) -> bool:
    """Whether a date is that of one of the days behind a day without its year: posted on 2024-05-15, where the dateline says May 14."""
    told = parse(partial.replace("XXXX", date[:4])) if partial.startswith("XXXX") else None
    posted = parse(date)
    if told is None or posted is None or told.exact is None or posted.exact is None:
        return False
    return 0 < (posted.exact - told.exact).days <= _DAYS_AFTER


_DAYS_AFTER = 3


def written(published: str | None, dateline: datelines.Dateline) -> str | None:
    """The day of the dateline where the page was published some days behind it: posted on 2024-05-15, "OSLO, May 14 –"."""
    posted, told = parse(published), parse(dateline.date)
    if posted is None or posted.exact is None or told is None or told.day is None:
        return None
    days = (shifted(posted, -days) for days in range(1, _DAYS_AFTER + 1))
    return next(
        (str(day) for day in days if day and (day.month, day.day) == (told.month, told.day) and told.year in (None, day.year)), None
    )


def _dates(texts: Iterable[str], month_first: bool) -> list[str]:
    """The first date of each text; a span of days is that of an event and left out unless it is labelled. A change behind it is none."""
    found = []
    for text in texts:
        changed = _UPDATED_BEHIND.search(text) if "ed" in text.lower() else None
        dates = issued.find(text[: changed.start()] if changed else text, month_first=month_first)
        if dates and (len(dates) == 1 or _LABELLED_DATE.search(text)):
            found.append(dates[0].date)
    return found


def month_first(page: Page, found: Parts) -> bool:
    """Whether 06/10/2023 is June the tenth: told by another date of the page, else by marks of the United States on it."""
    everything = [*found.head, *found.body[:1], *found.tail]
    told = issued.order(" ".join(line.text[:300] for line in everything))
    if told is not None:
        return told
    if _US_CLOCK.search("\n".join([line.text for line in everything if len(line.text) < 200])):
        return True
    if page.url and _US_HOST.search(page.url):
        return True
    head = " ".join([line.text for line in (*found.head, *found.tail) if line.kind != "prose"])[:4000]
    return any(map(head.__contains__, _US)) and _US_MARKS.search(head) is not None


_US_HOST = patterns.compile(r"\.(?:mil|gov)(?:/|$)")
_US = ("Distributed", "Defense Visual", "Philippines", "U.S.", "United States", "DOD", "DVIDS", ".mil")  # one of them is in every mark
_US_MARKS = patterns.compile(
    r"\bDistributed by Public on\b"
    r"|\bDefense Visual Information\b|\bRepublic of the Philippines\b|\bU\.S\. (?:Department|Army|Navy|Air Force|Embassy|Mission|Marine)"
    r"|(?:United States|U\.S\.) (?:government|Department|\w+ Command)|\bDOD\b|\bDVIDS\b|\.mil\b(?!\.)"
)
_US_CLOCK = patterns.compile(r"\b\d{1,2}/\d{1,2}/\d{4},? \d{1,2}:\d\d(?::\d\d)? [AP]M\b")  # 11/7/2023 2:19:28 PM


_UPDATED = patterns.compile(r"\W*(?:last |page last )?(?:updated|modified|update|actualizare)\b", re.IGNORECASE)
_UPDATED_WITHIN = patterns.compile(r"(?:^\W*|[|·•]\s*)(?:last |page last )?(?:updated|modified|update|actualizare)\b", re.IGNORECASE)
_UPDATED_BEHIND = patterns.compile(
    r"(?<=\d)\W{1,5}(?:last |page last )?(?:updated|modified|edited)\b", re.IGNORECASE
)  # 2 May 2023 - Updated 4 May 2023
_POSTED = patterns.compile(
    r"(?:date (?:posted|published|of publication|of release)|(?:posted|published|publication date|release date)\s*:)", re.IGNORECASE
)
_CREATED = patterns.compile(r"\W*(?:created|added|uploaded)\b", re.IGNORECASE)  # beside "Published: 4 June 2019"
_LABELLED_DATE = patterns.compile(
    r"\b(?:published|posted|release[ds]?|issued|publication|publicado|publié|dated?|created|added|uploaded)\b", re.IGNORECASE
)
