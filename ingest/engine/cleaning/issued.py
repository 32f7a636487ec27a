"""Dates as the head of a release prints them, in EDTF with X for what is not stated."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.engine import patterns, tables
from ingest.engine.dates import MONTHS, partial
from ingest.engine.values import frozen


@frozen
class Issued:
    """A date and the place where a line prints it."""

    date: str
    start: int
    end: int


@lru_cache(maxsize=64)  # of the lines of a head several ask
def find(line: str, *, month_first: bool = False) -> tuple[Issued, ...]:
    """The dates of a line in order. `month_first` decides only what a numeric date leaves open: 06/10/2023."""
    found: list[Issued] = []
    text = line[:2000]
    if not _DIGIT.search(text):
        return ()
    for match in _pattern(text).finditer(text):
        date = _date(match, month_first=month_first)
        if date is not None:
            found.append(Issued(date, match.start(), match.end()))
    return tuple(found)


def normal(value: str, *, month_first: bool = False) -> str | None:
    """The first date of a value of front matter or markup ("2024-09-12T10:00:00Z", "20240912"); None where it holds none."""
    if (packed := _PACKED.match(value)) is not None:
        return _edtf(*packed.groups())
    return next((issued.date for issued in find(value, month_first=month_first)), None)


_PACKED = patterns.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d\b)")  # 20240912, 20240912T1000, 20240912100000


def order(text: str) -> bool | None:
    """Whether numeric dates of the text put the month first, if one of them can only be read one way; None where all leave it open."""
    for match in _NUMERIC.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 >= second:
            return False
        if second > 12 >= first:
            return True
    return None


_NUMERIC = patterns.compile(r"(?<![\d./-])(?P<first>\d{1,2})(?P<sign>[./])(?P<second>\d{1,2})(?P=sign)(?:\d{4}|\d{2})(?![\d/])")


@cache
def months() -> dict[str, int]:
    """The names of months, in small letters, with their numbers."""
    table = tables.read("months.yaml")
    return {name: number for number, names in table.items() for name in names}


_WORD = patterns.compile(r"[a-z]++[^\W\d_]*+|[^\W\d_]++")  # of small letters; those of English first, which is quick
_DIGIT = patterns.compile(r"\d")
_IN_FIGURES = r"""
          (?P<y1>\d{4})\s?[-./年년]\s?(?P<m1>\d{1,2})\s?[-./月월]\s?(?P<d1>\d{1,2})(?!\d)          # 2024-09-12  2024.9.12
        | (?P<d2>\d{1,2})\s?(?P<sign>[./|-])\s?(?P<m2>\d{1,2})\s?(?P=sign)\s?(?P<y2>\d{4}|\d{2})(?![\d/-])  # 14.05.2015  10 | 09 | 2020
        | (?P<d5>\d{1,2})\.?\s(?P<m5>IV|IX|VI{0,3}|XI{0,2}|I{1,3})\.?\s(?P<y5>(?:19|20)\d\d)\b                           # 16 XI 2019
"""
_NOT_WITHIN = r"(?<![\d_/.-])(?<!\d:)"
_FIGURES = patterns.compile(rf"{_NOT_WITHIN}(?:{_IN_FIGURES})", re.VERBOSE)  # asked alone where a line names no month: it is quick


def _pattern(text: str) -> re.Pattern[str]:
    """The pattern of dates with the months that the text names; that with those of all languages takes sixty times as long."""
    words = _WORD.findall(text.lower())
    if months().keys().isdisjoint(words) and not _RUN_ON.search(text):
        return _FIGURES
    return _with_months(english=_foreign().isdisjoint(words))


# "Public Affairs|June 10, 2013": pages that lost what parted the writers from the day
_RUN_ON = patterns.compile(rf"(?<=[a-z)])(?:{'|'.join(name.title() for name in MONTHS)})\s\d{{1,2}},\s\d{{4}}")


def _is_english(month: str) -> bool:
    return any(name.startswith(month) for name in MONTHS)


@cache
def _foreign() -> frozenset[str]:
    """The months of other languages, also with the i of English, for which a pattern takes the Turkish one without its dot."""
    return frozenset(form for name in months() if not _is_english(name) for form in (name, name.replace("ı", "i")))


_ERA = r"(?:(?:Reiwa|Heisei|Sh[oō]wa|Minguo)\s?\d{1,3}\s?[(/,]\s?)?"  # Dec. 9, Reiwa 6 (2024)


@cache
def _with_months(*, english: bool) -> re.Pattern[str]:
    names = filter(_is_english, months()) if english else months()
    month = "|".join(sorted(map(re.escape, names), key=len, reverse=True))  # twice, not once for each form: it takes long to compile
    return patterns.compile(
        rf"""
        {_NOT_WITHIN}(?:{_IN_FIGURES}
        | (?P<d3>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?(?:[\s-]{{1,3}}|/(?=[^\W\d]))(?:(?:de|of|day\ of)\s)?
          (?P<m3>{month})\b(?:\.?(?:[,\s-]{{1,3}}|/)(?:(?:del?|of)\s)?{_ERA}(?P<y3>\d{{4}}\b|\d{{2}}(?=\s{{0,3}}(?:\Z|[|)\]]|:\s{{1,4}}(?-i:[A-Z])))))?
                                                             # 13. June 2024  6 de outubro de 2023  8 Sep 06  17 March 22 : The
        | \b(?P<m7>{month}),\s(?P<d7>\d{{1,2}})/(?P<y7>(?:19|20)\d\d)\b           # October, 17/2023
        | (?P<d8>\d{{1,2}})(?P<m8>{month})\.?,?(?P<y8>(?:19|20)\d\d)\b               # 17Oct2023
        | (?:\b|(?-i:(?<=[a-z)])(?=[A-Z][a-z]+\s\d{{1,2}},\s\d{{4}})))(?P<m4>{month})\b(?:\.?(?=,?\s{{1,3}}\d)|\.(?=\d{{1,2}}\b))
          (?:\s{{0,3}}(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d))?
              (?:(?:\s?,\s{{0,3}}|\s{{1,3}}|/(?=(?:19|20)\d\d)){_ERA}(?P<y4>\d{{4}})\b)?  # Dec. 9, 2024  Dec.9
        | (?P<y6>(?:19|20)\d{{2}})\.?\s(?P<m6>{month})\s(?P<d6>\d{{1,2}})\b(?![:.]\d)   # 2021 September 8
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def _date(match: re.Match[str], *, month_first: bool) -> str | None:
    number = (match.lastgroup or "")[1:]  # the parts of a date carry the number of the wording that matched: y3, m3, d3
    year, month, day = match[f"y{number}"], match[f"m{number}"], match[f"d{number}"]
    sign = match["sign"]
    if sign and (int(month) > 12 or (month_first and sign in "/." and int(day) <= 12)):
        month, day = day, month
    return _edtf(year, month, day) if year or day else None


_ROMAN = {name: number for number, name in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1)}
LATEST = 2060  # later years are of other calendars: 2081 of Nepal, 2567 of Thailand


def _edtf(year: str | None, month: str | None, day: str | None) -> str | None:
    named = (month or "").lower()
    in_year = months().get(named) or _ROMAN.get(named) or (int(named) if named.isdigit() else 0)
    in_month = int(day) if day else None
    if year is not None and len(year) == 2:
        year = f"20{year}" if int(year) < 70 else f"19{year}"
    if year is not None and not 1900 <= int(year) <= LATEST:
        return None
    found = partial(int(year) if year else None, in_year, in_month)  # no 31 November
    return str(found) if found else None
