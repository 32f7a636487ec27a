"""What one line of a page is: running text, a date, a byline, a masthead, or one of the things that do not belong to a release."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.engine import gazetteers, patterns
from ingest.engine.cleaning import bylines, datelines, issued, marks, publishers
from ingest.engine.cleaning.marks import Kind, words_of
from ingest.engine.sources.page import Block
from ingest.engine.sources.plain import without_bullet
from ingest.engine.values import frozen


@frozen
class Line:
    """A block with its kind; `reason` says why a line that is not running text goes."""

    block: Block
    kind: Kind
    reason: str = ""

    @property
    def text(self) -> str:
        return self.block.text


def classified(block: Block) -> Line:
    """The line and its kind: first what a mark gives away, then running text, then what stands in a head."""
    text = block.text
    kind, reason = marks.read(text)
    if reason in {"contact details", "reference number"} and is_date_line(text):
        kind = "other"  # "05/02/2024" has the shape of a file number
    elif (reason == "contact details" or _TEXT_BY.match(text)) and is_byline(text):
        kind = "other"  # "By Chul-Hwan, Kim <kim@news.example>"
    if kind != "other":
        return Line(block, kind, reason)
    if block.outside and (block.kind in {"item", "link"} or is_prose(text)) and not is_date_line(text):
        return Line(block, "noise", "beside the text")
    if block.kind == "link":
        return Line(block, "item")
    if block.kind == "item" and _BY_ITEM.match(text) and is_byline(without_bullet(text)):
        return Line(block, "byline", "byline")
    if block.kind == "item" and len(text.split()) > 1 and not is_date_line(text):
        return Line(block, "prose" if is_prose(without_bullet(text)) else "item")  # "3. The Chief of Defence Staff received …": a paragraph
    if datelines.is_reprint(text):
        return Line(block, "label", "source")
    if len(text) <= 60 and datelines.is_alone(text) and not publishers.is_masthead(text):
        return Line(block, "date", "dateline")
    if (
        bylines.is_named_before_date(text)
        or bylines.is_named_in_town(text)
        or bylines.is_behind_date(text)
        or bylines.is_labelled(text)
        or _is_by_writer(text)
    ):
        return Line(block, "byline", "byline")
    if len(text) <= 60 and _DIGIT.search(text) and len(text.split()) <= 8 and is_date_line(text):
        return Line(block, "date", "date of publication")  # "Santiago, 21 de marzo de 2024." closes like a sentence
    if block.kind != "heading" and is_prose(text):
        return Line(block, "prose")
    if is_byline(text):
        return Line(block, "byline", "byline")
    if is_date_line(text):
        return Line(block, "date", "date of publication")
    if block.kind != "heading" and block.row < 3 and publishers.is_masthead(text):
        return Line(block, "masthead", "masthead")
    return Line(block, "other")


def _is_by_writer(text: str) -> bool:
    """Whether a line of few words is a byline, though a day stands behind the name: "By Ana Ruiz, May 14, 2025"."""
    return len(text) <= 60 and _BY.match(text) is not None and is_byline(text) and bylines.read(text).is_telling


_TEXT_BY = patterns.compile(r"(?:text|story|words|tekst|texte|texto)\s?:\s", re.IGNORECASE)  # Text: Ana Ruiz, photo: Jan Novak
_BY = patterns.compile(r"(?:(?:story|text|words)\s(?:and|&)\s[a-z]{5,11}\s)?by\b", re.IGNORECASE)


def parted(block: Block) -> tuple[Block, ...]:
    """The block, or the two of which it was set: headline and day, "Minister receives envoy |06 April 2018", or a day and its source."""
    text = block.text
    if (found := _DAY_LABELLED.match(text)) is not None:
        return replace(block, text=found[0], kind="text"), replace(block, text=text[found.end() :].lstrip(), apart=False)
    if block.kind in {"item", "link"} or len(text) > 300 or not _DIGIT.search(text):
        return (block,)
    if (found := _DAY_BEHIND.search(text[-40:])) is not None:
        at = max(0, len(text) - 40) + found.start()
        headline, day = text[:at].rstrip(" |"), text[at:].strip(" |()–—-")
        if _is_headline_of_day(headline) and is_date_line(day):
            return replace(block, text=headline), replace(block, text=day, apart=False, kind="text")
    if (found := _DAY_BEFORE.match(text)) is not None and is_date_line(found["day"]) and not _is_opening(text):
        rest = text[found.end() :]
        if _SOURCE.match(rest) or (_is_headline_of_day(rest) and not is_prose(rest)):
            return replace(block, text=found["day"], kind="text"), replace(block, text=rest, apart=False)
    return (block,)


def _is_opening(text: str) -> bool:
    """Whether a line that begins with a day is a dateline as a whole: "April 3, 2024 – Ottawa – National Defence"."""
    return is_date_line(text) and _SOURCE_WITHIN.search(text) is None


def _is_headline_of_day(text: str) -> bool:
    """Whether what stands before a day is a headline: no label of the day, no body and no sentence."""
    words = text.split()
    told = len(words) > 3 and (publishers.is_told(text) or len(words) > 5)
    labelled = words[0].lower().strip(":") in words_of("date_labels") if words else True
    return told and not labelled and text[-1] not in ".:,;" and not publishers.is_masthead(text) and not is_byline(text)


_DAY_LABELLED = patterns.compile(
    r"[Dd]ate:? \d{4}-\d\d-\d\d(?= [A-Z“\"\[])"
)  # "date 2022-01-07 NAIROBI: The Chief …": the lead behind its label
_DAY_BEHIND = patterns.compile(
    r"""\s?(?:\||(?<!\b\d)(?<!\b\d\d)\s[–—-]\s|\s\()\s?(?:[^\W\d_]{3,6}day,?\s)?      # … |06 April 2018   … (April 6, 2018)
        (?:\d{1,2}[\s./-][^\W_]{1,9}[\s.,/-]{1,2}\d{4}|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|\d{4}-\d\d-\d\d)\)?\Z
      | \s\d{1,2}:\d\d,?\s\d{1,2}[./-]\d{1,2}[./-]\d{4}\Z                               # … 11:10, 04.10.2024
      | \s(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d),?\s\d{1,2}:\d\d(?::\d\d)?\Z   # … 04.10.2024 11:10""",
    re.VERBOSE,
)
_DAY_BEFORE = patterns.compile(
    r"""(?P<day>(?:date:?\s)?(?:\w{3,9},\s)?(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\s[^\W\d_]{3,9}\.?,?\s\d{4}|[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4})
        (?:,?\s\d{1,2}:\d\d)?)(?:\s?[|:–—-])?\s(?=[^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
_SOURCE_WITHIN = patterns.compile(r"\b(?:Source|Author|Editor|Category|Section)\s?:")
_SOURCE = patterns.compile(r"(?:Source|Author|Editor|Category|Section)\s?:\s?\S")  # Thu, 19 Sep 2024 Source: Harbour Herald


def is_prose(text: str) -> bool:
    """Whether the text is running text: enough words, a good part of them in small letters (or a script without them), a stop at the end.

    A stop may be missing from thirty words on. A text of up to fifty words that ends in an ellipsis is a headline or teaser cut short.
    """
    text = without_end_mark(text)
    words = text.split()
    ends = _SENTENCE_END.search(text[-40:]) is not None
    if len(words) <= 50 and _CUT_SHORT.search(text[-12:]):
        return False
    if _is_caseless(text):
        return ends and len(text) >= 30
    if len(words) <= 25 and _SHORT_QUOTE.search(text[-80:]) and _STOP_WITHIN.search(text) is None:
        return False  # Ministers meet in Oslo to boost 'interoperability'
    small = sum([word[0].islower() for word in words])
    if small * 4 < len(words):
        return ends and (len(words) > 20 or (len(words) >= 8 and text[-1] == "." and (_SAYS.search(text) is not None or _is_lead(text))))
    if not ends and len(words) >= 20 and small * 2 >= len(words) and _STOP_WITHIN.search(text):
        return True  # "… the workshop for small boats. VNA"
    if len(words) >= 30:
        return ends or small * 2 >= len(words) or _STOP_WITHIN.search(text) is not None  # else a headline of many names and offices
    if ends and text[-1] in ")]" and _STOP_IN_BRACKETS.search(text[-40:]) is None:
        return len(words) >= 8 and _STOP_WITHIN.search(text) is not None  # "… in response to talks [November 2025]"
    return (ends and len(words) >= 8) or (text[-1:] in ".!" and len(words) >= 6)


def _is_lead(text: str) -> bool:
    """Whether a sentence of many names stands behind a dateline: "LIMA, 9 January 2026 – Defence Minister Ana Popa received Luis Roca."."""
    return datelines.read(text).place is not None and publishers.is_told(text)


def without_end_mark(text: str) -> str:
    """The text without what says behind its last sentence that the release is over: "… in 2025. END", "… last year. ###"."""
    found = _END_MARK.search(text[-_LONGEST_MARK:]) if text[-1:] in "#dDsS-." else None
    return text[: len(text) - len(found.group())] if found else text


_SAYS = patterns.compile(
    r"\b(?:are|is|was|were|has|have|had|included?|includes|attended|joined|ARE|IS|WAS|WERE|HAS|HAVE|SAID|WILL)\b"
)  # Taking part are Spain, Italy, Malta, …
_LONGEST_MARK = 50  # letters of an end mark, and the one before it
_END_MARK = patterns.compile(
    r"(?<=[.!?”\"’)])(?:\s{0,3}#{3,40}|\s{1,3}(?:##|#(?:\s#){1,3}|END(?:S)?\.?|-{1,2}\s?(?:30|ENDS?|ends?)\s?-{1,2}))\s{0,3}\Z"
)


def is_byline(text: str) -> bool:
    """Whether the line says who wrote the text: "By Chul-Hwan, Kim < >", "Story by Staff Sgt. Ana Ruiz"."""
    if len(text) > 250:
        return False
    if _BY_ACCOUNT.match(text) and issued.find(text):
        return True
    found = _BYLINE.match(bylines.without_credits(_ADDRESS.sub(" ", text))) if _OPENS_BYLINE.match(text) else None
    if found is None:
        return bylines.is_signature(text) or bylines.is_desk(text)
    if found["from"]:
        if not found["names"][:1].isupper():
            return False  # "News from around the Fleet"
        ranked = len(text.split()) <= 20 and bylines.is_of_unit(found["names"])  # From Petty Officer 2nd Class Ana Ruiz, U.S. Fleet
        return (len(text.split()) <= 11 or ranked) and publishers.ends_organization(text.split()[-1]) and not publishers.is_told(text)
    names = [word for word in re.split(r"[\s,]+", found["names"]) if word[:1].isalpha()]
    return bool(names) and not any(name[0].islower() and name not in words_of("byline") for name in names)


def is_date_line(text: str) -> bool:
    """Whether a line holds a date and little besides: a time, a weekday, a label, a place."""
    dates = issued.find(text) if len(text) <= 160 and _DIGIT.search(text) else ()
    if not dates:
        return False
    rest = text
    for date in reversed(dates):
        rest = rest[: date.start] + " " + rest[date.end :]
    if publishers.is_masthead(rest.strip(" |,–—-")):
        return True  # "12 May 2023 | Ministry of Defence of Lithuania"
    if publishers.before_label(text) is not None or _is_row(text) or _is_data(text):
        return True
    if _is_dateline(text, dates[0]):
        return True
    if _is_caseless(text) and sum(map(str.isalpha, rest)) > _LONGEST_LABEL:
        return False  # a sentence with a day in it, of a script that puts no blanks between words
    words = [word.lower() for word in _WORD.findall(rest)]
    others = sum(word not in words_of("date") for word in words)
    if others and text.endswith(".") and _SMALL_WORD.findall(rest)[1:] and words[0] not in words_of("date_labels"):
        return False  # "The exercise finishes on 31 October."
    return others <= (4 if words and words[0] in words_of("date_labels") else 2)


_LONGEST_LABEL = 14  # letters beside a date: weekday, "published", hour


def _is_data(text: str) -> bool:
    """Whether labels alone stand before number and day: "Reference Number: PR241988, Press Release Issue Date: Dec 13, 2024"."""
    found = _DATA.search(text) if ":" in text[:40] else None
    return found is not None and bool(issued.find(text[found.end() : found.end() + 30])) and not publishers.is_told(text)


_DATA = patterns.compile(r"\A[A-Z][\w ]{2,30}\s?:(?=\s).{1,60}\b(?:date|published|posted|issued|released)(?:\son)?\s?:\s", re.IGNORECASE)


def _is_row(text: str) -> bool:
    """Whether bars part the date from section, town or body: "Speech | 02-06-2025 | Ministry of Defence"."""
    parts = text.split(" | ")
    if len(parts) < 2 or any(len(part.split()) > 7 or publishers.is_told(part) for part in parts):
        return False
    return any(
        dates and dates[0].start < 12 and len(part) - (dates[-1].end - dates[0].start) <= 24
        for part in parts
        if (dates := issued.find(part))
    )


def _is_dateline(text: str, date: issued.Issued) -> bool:
    """Whether a dateline has a line of its own: "HONIARA, Solomon Islands (June 4, 2024)", "April 3, 2024 – Ottawa – National Defence"."""
    if date.start == 0:
        after = text[date.end :]
        return (
            _DASHED.match(after) is not None and all(word[0].isupper() for word in _WORD.findall(after)) and not publishers.is_told(after)
        )
    if len(_SMALL_WORD.findall(text[date.end :])) > 2 or (text[-1] == "." and publishers.is_told(text[date.end :])):
        return False  # the first sentence stands behind it on the same line
    place = datelines.read(f"{text} -").place or ""
    named = ("," in place or place.isupper() or "city" in gazetteers.kinds(place)) and not set(place.lower().split()) <= words_of(
        "date"
    )  # "PRESS RELEASE : …"
    return named and not publishers.is_headline(place)


_SMALL_WORD = patterns.compile(r"\b[a-z]{2,}")
_DASHED = patterns.compile(r"\s*[–—|-]\s")
_CASED = patterns.compile(
    r"(?:[A-Za-z]\W{0,2}){15}"
)  # letters enough in a row to know a script with capitals; asked first, since it is quick
_DIGIT = patterns.compile(r"\d")
_WORD = patterns.compile(r"[^\W\d_]{2,}")
_CUT_SHORT = patterns.compile(r"(?:\.{3,}|…)\s*$")
_SHORT_QUOTE = patterns.compile(r"\s[“‘\"'][^\s“”‘\"]{1,30}(?:\s[^\s“”‘\"]{1,30}){0,4}(?<![.!?,])[”’\"']\Z")
_SENTENCE_END = patterns.compile(
    r"(?:[.!?…:;。！？।](?:/\.)?(?:\s?[-–—―/(]{1,2}\s?[A-Z][A-Za-z/]{1,12}\)?|\s[A-Z]{2,5}(?:/[A-Z]{2,5}){1,2}|\s(?:[A-Z][\w.’-]{1,20}\s){1,2}[A-Z][\w.’-]{1,20}/[A-Z]{2,6}|\s[A-Z]{2,6}/(?:[A-Z][\w.’-]{1,20}\s?){2,3}|\s?/[a-z]{2,10}/)?|[,.!?]?[”\"’'»“)\]])\s*$"
)
_ADDRESS = patterns.compile(r"<[^<>]{0,80}>|\S{1,64}@\S{1,64}")
_STOP_IN_BRACKETS = patterns.compile(r"[.!?][”\"’']?\s?[)\]]|[.!?]\s?[(\[][^()\[\]]{2,30}[)\]]\Z")
_STOP_WITHIN = patterns.compile(r"[a-z]{3}[”\"’)]?[.!?][”\"’)]?(?:\s[A-Z]|/)")
_OPENS_BYLINE = patterns.compile(
    r"\(?(?:story|text|article|news|written|report|words|posted|courtesy|interview|by|por|writer|from|aut[eho]|tekst)", re.IGNORECASE
)
_BYLINE = patterns.compile(
    r"""\(?(?:(?:story|text|article|news|written|reported|reporting|report|words|posted|courtesy\ story|interview)\s+     # Story by …
             (?:(?:and|&)\s(?:photos?|photographs?|photography|pictures?|images|graphics|video)\s)?)?
        (?: by | por | reporter | writer
          | (?P<from>from)                                                     # From Navy Public Affairs
          | (?:author|autor|auteur|autore|tekst|text|texto|texte|story|report)(?=\s?:)       # Tekst: Ivana Kovač
          | (?:text|story|words|tekst|texte)\s(?:and|&|et|og|i)\s(?:photos?|pictures?|images?|fotos?)(?=\s?:)   # Text and photos: Ana Ruiz
        )\s*[:.]?\s+(?P<names>(?:\d(?:st|nd|rd)\s)?[^\W\d_].*)""",
    re.IGNORECASE | re.VERBOSE,
)


_BY_ITEM = patterns.compile(r"\W{1,3}By\s[^\n]{3,80}\Z")  # • By Ana Ruiz
_BY_ACCOUNT = patterns.compile(r"by \w*[\d_]\w* ", re.IGNORECASE)  # by admin_2 June 11, 2021 in World


def _is_caseless(text: str) -> bool:
    """Whether the script knows no capitals: Arabic, Korean, Japanese, Chinese, Thai, Hindi."""
    if text[:100].isascii() or _CASED.search(text[:100]):
        return False
    letters = [sign for sign in text[:200] if sign.isalpha()]
    return bool(letters) and sum(sign.lower() == sign.upper() for sign in letters) * 2 > len(letters)
