"""The sentence around some words, for quoting."""

from __future__ import annotations

import re

# Where a sentence may end: "… in Bucharest. The", "… is worth,” he said.” Next". Not after an initial or a short title ("Gen. Vlad",
# "U.S. Army", "J. Costa"): there it goes on, since a quotation that is too long misleads nobody and one that is too short may.
END = re.compile(r"[.?!][”’\"')\]]*\s+(?=[“‘\"'(\[]?[^\W\d_a-zà-ÿ]|\d)")
TITLES = "Adm|Amb|Brig|Capt|Cdr|Cmdr|Cmdre|Col|Cpl|Dr|Gen|Gov|Hon|Lt|Maj|Mr|Mrs|Ms|Mt|Pres|Prof|Rep|Rev|Sen|Sgt|St|Supt|Sqn|Wg"
MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
SHORT = re.compile(rf"(?:\b(?:{TITLES}|{MONTHS})|(?:\b[A-Z]|\.[A-Za-z]))$")
PARAGRAPH = "\n\n"
LONGEST = 1500  # characters that are quoted before and after the words, where no sentence ends


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence or sentences of one paragraph in which the characters from `start` to `end` stand, blanks made single.

    Of a span over several paragraphs, all of them are returned. A sentence without an end is cut, with an ellipsis.
    """
    if not 0 <= start < end <= len(text):
        return ""
    opening = text.rfind(PARAGRAPH, 0, start) + 1 or 0
    closing = text.find(PARAGRAPH, end)
    first, before = _cut_before(text, opening, start)
    last, after = _cut_after(text, end, len(text) if closing < 0 else closing)
    return before + " ".join(text[first:last].split()) + after


def _cut_before(text: str, opening: int, start: int) -> tuple[int, str]:
    floor = max(opening, start - LONGEST)
    ends = [found.end() for found in END.finditer(text, floor, start + 1) if found.end() <= start and _is_end(text, found.start())]
    if ends:
        return ends[-1], ""
    return floor, "… " if floor > opening else ""


def _cut_after(text: str, end: int, closing: int) -> tuple[int, str]:
    ceiling = min(closing, end + LONGEST)
    for found in END.finditer(text, max(0, end - 1), ceiling):
        if _is_end(text, found.start()):
            return found.end(), ""
    return ceiling, " …" if ceiling < closing else ""


def _is_end(text: str, at: int) -> bool:
    """Whether the mark at this place ends a sentence; a full stop after an initial, a title or a month cut short does not."""
    return text[at] != "." or SHORT.search(text, max(0, at - 12), at) is None
