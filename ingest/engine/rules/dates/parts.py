"""Parts of which the patterns of dates are built, and what their words count."""

from __future__ import annotations

from ingest.engine.dates import MONTHS, WEEKDAYS

MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9, "janv": 1}
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)}
WEEKDAY_NUMBERS |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"\d{1,2}(?:[ ]?(?:st|nd|rd|th))?\b"
YEAR = r"(?:19|20)\d\d\b"
TO = r"\s{0,2}(?:-|–|—|‑|(?:up\s)?to|until|till|through|thru)\s{0,2}(?:the\s)?(?:[A-Z][a-z]{2,5}day,?\s)?"
AND = r"\s(?:and|&)\s(?:the\s)?"
NUMBER_WORDS = {
    word: n for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1)
}
