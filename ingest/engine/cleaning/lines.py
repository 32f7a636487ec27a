"""What one line of a page is: running text, a date, a byline, a masthead, or one of the things that do not belong to a release."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from ingest.engine.cleaning import issued, publishers
from ingest.engine.sources.page import Block
from ingest.engine.sources.plain import without_bullet

Kind = Literal["prose", "item", "date", "byline", "masthead", "label", "noise", "tail", "end", "other"]


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its kind; `reason` says why a line that is not running text goes."""

    block: Block
    kind: Kind
    reason: str = ""

    @property
    def text(self) -> str:
        return self.block.text


def classified(block: Block) -> Line:
    """The line and its kind: first what can be told by a mark, then running text, then the furniture of a head."""
    text = block.text
    kind, reason = _furniture(text)
    if kind != "other":
        return Line(block, kind, reason)
    if block.kind == "item" and len(text.split()) > 1 and not is_date_line(text):
        return Line(block, "prose" if is_prose(without_bullet(text)) else "item")  # "3. The Chief of Defence Staff received …": a paragraph
    if block.kind != "heading" and is_prose(text):
        return Line(block, "prose")
    if is_byline(text):
        return Line(block, "byline", "byline")
    if is_date_line(text):
        return Line(block, "date", "date of publication")
    if block.kind != "heading" and publishers.is_masthead(text):
        return Line(block, "masthead", "masthead")
    return Line(block, "other")


def is_prose(text: str) -> bool:
    """Whether the text is running text: sentences with words in small letters (or a script without them) and a stop at their end."""
    words = text.split()
    if _CUT_SHORT.search(text) and len(words) <= 50:
        return False  # a headline or teaser: "… from buying and selling to buil..."
    if len(words) < 6:
        return len(text) >= 30 and _SENTENCE_END.search(text) is not None and not text.isascii() and _caseless(text)
    if sum(word[:1].islower() for word in words) * 4 < len(words) and not _caseless(text):
        return len(words) > 20 and _SENTENCE_END.search(text) is not None
    return (_SENTENCE_END.search(text) is not None and len(words) >= 8) or len(words) >= 30


def is_byline(text: str) -> bool:
    """Whether the line says who wrote the text: "By Chul-Hwan, Kim < >", "Story by Staff Sgt. Ana Ruiz"."""
    found = _BYLINE.match(text)
    if found is None or len(text) > 250:
        return False
    names = [word for word in re.split(r"[\s,]+", found["names"]) if word[:1].isalpha()]
    small = sum(
        word[0].islower() and word not in {"and", "of", "the", "for", "de", "la", "van", "von", "bin", "al", "da", "dos", "del", "in"}
        for word in names
    )
    return bool(names) and small == 0


def is_date_line(text: str) -> bool:
    """Whether a line holds a date and little besides: a time, a weekday, a label, a place."""
    dates = issued.find(text) if len(text) <= 160 else ()
    if not dates:
        return False
    rest = text
    for date in reversed(dates):
        rest = rest[: date.start] + " " + rest[date.end :]
    words = [word for word in _WORD.findall(rest) if word.lower() not in _DATE_WORDS]
    return len(words) <= (4 if _DATE_LABEL.match(text) else 2)


_CUT_SHORT = re.compile(r"(?:\.{3,}|…)\s*$")
_SENTENCE_END = re.compile(r"(?:[.!?…:;。！？।]|[,.!?]?[”\"’'»“)\]])\s*$")
_BYLINE = re.compile(
    r"(?:(?:story|text|article|written|reported|report|words|posted|courtesy story|interview)\s+)?(?:by|por|author|reporter|writer)\s*[:.]?\s+(?P<names>[^\W\d_].*)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_DATE_LABEL = re.compile(
    r"\W*(?:published|posted|release|released|date|dated|publication|issued|press release|news|created|on:|updated|uploaded|time|added|fecha|data|publié|publicado|veröffentlicht)\b",
    re.IGNORECASE,
)
_DATE_WORDS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "am",
        "pm",
        "gmt",
        "utc",
        "est",
        "edt",
        "ist",
        "kst",
        "jst",
        "cet",
        "cest",
        "bst",
        "eet",
        "hrs",
        "hours",
        "published",
        "posted",
        "release",
        "released",
        "press",
        "news",
        "date",
        "dated",
        "on",
        "at",
        "by",
        "in",
        "pib",
        "delhi",
        "the",
        "issued",
        "no",
        "number",
        "nr",
        "immediate",
        "for",
        "publication",
        "of",
        "created",
        "time",
        "added",
        "created",
        "uploaded",
        "updated",
        "last",
        "first",
        "modified",
        "th",
        "st",
        "nd",
        "rd",
        "pst",
        "pdt",
        "cst",
        "cdt",
        "mst",
        "et",
        "pt",
        "msk",
        "wib",
        "sgt",
        "myt",
        "pkt",
        "story",
        "media",
        "statement",
        "de",
        "fecha",
        "data",
        "publicado",
        "publié",
        "em",
        "às",
        "le",
    ]
)


def _caseless(text: str) -> bool:
    """Whether the script knows no capitals: Arabic, Korean, Japanese, Chinese, Thai, Hindi."""
    letters = [sign for sign in text[:400] if sign.isalpha()]
    return bool(letters) and sum(sign.lower() == sign.upper() for sign in letters) * 2 > len(letters)


# ---- furniture ----


@dataclass(frozen=True, slots=True)
class _Marks:
    """The groups of `page_marks.yaml`: folded line, beginnings and phrases with kind and reason."""

    whole: dict[str, tuple[Kind, str]]
    begins: tuple[tuple[str, Kind, str], ...]
    holds: tuple[tuple[str, Kind, str], ...]


_WHERE: dict[str, Kind] = {"head": "label", "any": "noise", "tail": "tail"}


@cache
def _marks() -> _Marks:
    groups = yaml.safe_load(files("ingest.engine").joinpath("data/page_marks.yaml").read_text("utf-8"))
    whole: dict[str, tuple[Kind, str]] = {}
    begins: list[tuple[str, Kind, str]] = []
    holds: list[tuple[str, Kind, str]] = []
    for group in groups:
        kind, reason = _WHERE[group["where"]], group["reason"]
        for line in group.get("is", ()):
            whole.setdefault(_folded(line), (kind, reason))
        begins.extend((line.lower(), kind, reason) for line in group.get("begins", ()))
        holds.extend((line.lower(), kind, reason) for line in group.get("holds", ()))
    return _Marks(whole, tuple(begins), tuple(holds))


def _folded(line: str) -> str:
    return line.lower().strip(" \t:;.-–—|·•*#>›»«<[](){}▸►▼+\u2192\u2190")


_END = re.compile(
    r"[\\\s]*(?:#[\s#\\]*#|-\s?30\s?-|-?\s*0\s*-|[-–—/*(\[<]{1,3}\s*(?:ends?|end of (?:release|text|statement))\s*[-–—/*)\]>]{1,3}|/{2,}|ENDS?\.?|\(?end\)?)[\s\\]*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s*_=~.•·–—-]*[*_=~•·–—-][\s*_=~.•·–—-]*")
_CRUMBS = re.compile(r"[^»>›→]{1,60}(?:\s[»>›→]+\s?[^»>›→]{0,120}){1,8}")
_COPYRIGHT = re.compile(r"^[<(\[\s]*(?:©|ⓒ|\(c\)\s|copyright\b|all rights reserved)|(?:©|ⓒ)\s*(?:\d{4}|[A-Z])", re.IGNORECASE)
_CREDIT = re.compile(
    r"""^\W*(?:photos?|pictures?|images?|caption|foto|fotos|picture\ credits?|photo\ credits?|image\ credits?|credits?|video|graphic|illustration)\s*(?:by|courtesy|credits?|:|/|[–—-]\s)\s*\S
      | ^\[(?:image|photo|picture|video|caption)\b
      | [(\[](?:photo|picture|image|u\.s\.\ [\w\ ]{2,30}\ (?:photo|graphic)|(?:[\w.]{1,20}\s){0,4}photo(?:graph)?)\s*(?:by|courtesy|credits?|:|/)
      | [.!?)]\s*(?:photo|picture|image|credit|author|foto|photo\ credit|source|courtesy)s?\s*(?:by|courtesy)?\s*[:/]\s*\S[^.]{0,80}\.?$
      | [.!?]\s+(?:[\w.]{1,20}\s){0,3}(?:crown\s)?copyright\.?$
      | ^\W*(?:\(?l-r\)?|left\ to\ right|from\ left(?:\ to\ right)?|\(?from\ left\)?|pictured|in\ the\ photo|in\ the\ picture)\b[,:]?\s
      | ^\W*(?:file|handout|courtesy)\s(?:photo|picture|image)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CONTACT = re.compile(
    r"\S{1,64}@\S{1,64}\.\w{2,}|(?:\+\d{1,3}[\s./()-]?|\(\d{2,4}\)\s?|\b0\d{2,4}[\s./-])(?:\d[\s./()-]?){5,11}|\b\d{3}[-.\s]\d{3,4}[-.\s]\d{2,4}\b|\bp\.?\s?o\.?\s?box\b",
    re.IGNORECASE,
)
_SHARE_WORDS = frozenset(
    [
        "share",
        "print",
        "email",
        "e-mail",
        "mail",
        "facebook",
        "twitter",
        "tweet",
        "x",
        "linkedin",
        "whatsapp",
        "telegram",
        "pinterest",
        "reddit",
        "copy",
        "link",
        "pdf",
        "save",
        "instagram",
        "youtube",
        "flickr",
        "viber",
        "messenger",
        "vk",
        "rss",
        "like",
        "follow",
        "download",
        "comment",
        "comments",
        "more",
        "this",
        "page",
        "post",
        "send",
        "to",
        "on",
        "via",
        "a+",
        "a-",
        "aa",
        "a",
    ]
)
_TITLED_SHARE = frozenset(
    [
        "share",
        "print",
        "email",
        "facebook",
        "twitter",
        "tweet",
        "linkedin",
        "whatsapp",
        "telegram",
        "pinterest",
        "reddit",
        "instagram",
        "youtube",
        "flickr",
        "e-mail",
    ]
)


def _furniture(text: str) -> tuple[Kind, str]:
    """The kind of a line that a mark gives away, and why it goes; "other" for every line without one."""
    folded = _folded(text)
    if not folded:
        return ("end", "end mark") if _END.fullmatch(text) else ("noise", "rule") if _RULE.fullmatch(text) else ("noise", "signs")
    if len(text) <= 40 and _END.fullmatch(text):
        return "end", "end mark"
    if (found := _marks().whole.get(folded)) is not None:
        return found
    words = folded.split()
    if len(words) <= 40 and _COPYRIGHT.search(text):
        return "tail", "copyright"
    if len(words) <= 25 or len(folded) < 200:
        for beginning, kind, reason in _marks().begins:
            if folded.startswith(beginning):
                return kind, reason
    if len(words) <= 40:
        for phrase, kind, reason in _marks().holds:
            if phrase in folded:
                return kind, reason
    return _shape(text, words)


def _shape(text: str, words: list[str]) -> tuple[Kind, str]:
    """The kind of a line that its shape gives away."""
    if len(words) <= 80 and _CREDIT.search(text[:1200]):
        return "noise", "caption or credit"
    if len(words) <= 14 and "<" not in text and (_CRUMBS.fullmatch(text) or _is_language_bar(text)):
        return "noise", "navigation"
    if (
        len(words) <= 14
        and all(word.strip("|·•:,/()") in _SHARE_WORDS or not word.strip("|·•:,/()") for word in words)
        and _TITLED_SHARE & set(words)
    ):
        return "noise", "share buttons"
    if len(words) <= 18 and _CONTACT.search(text) and not is_date_line(text):
        return "noise", "contact details"
    if len(words) <= 3 and _REFERENCE.fullmatch(text):
        return "noise", "reference number"
    if len(words) == 1 and _HOST.fullmatch(text):
        return "noise", "navigation"
    return "other", ""


_REFERENCE = re.compile(r"(?:[\w.]{1,14}[/-]){2,8}[\w.]{1,14}|\d+|[\d\s/|-]+|(?:no|n°|nr)\.?\s?\d+[/\d-]*", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://|www\.)\S+|[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,6}(?:/\S*)?")
_LANGUAGES = frozenset(
    [
        "english",
        "french",
        "français",
        "español",
        "spanish",
        "deutsch",
        "german",
        "русский",
        "russian",
        "العربية",
        "عربي",
        "arabic",
        "ukrainian",
        "українська",
        "română",
        "magyar",
        "polski",
        "türkçe",
        "português",
        "italiano",
        "中文",
        "日本語",
        "한국어",
        "en",
        "fr",
        "es",
        "de",
        "ru",
        "ar",
        "ro",
        "uk",
        "pt",
        "it",
        "tr",
        "pl",
        "हिन्दी",
        "urdu",
        "hindi",
        "eesti",
        "latviešu",
        "lietuvių",
        "eng",
        "rus",
        "fra",
        "deu",
    ]
)


def _is_language_bar(text: str) -> bool:
    parts = [part.strip() for part in re.split(r"[|/·•]", text.lower()) if part.strip()]
    return len(parts) > 1 and sum(part in _LANGUAGES for part in parts) * 2 > len(parts)
