"""Which line of a head is the headline, and which the line below it."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.engine import gazetteers, patterns
from ingest.engine.cleaning import bylines, crumbs, issued, publishers
from ingest.engine.cleaning.lines import Line
from ingest.engine.values import frozen

REACH = 60  # lines from either end of a head; menus of a page can have thousands


@frozen
class Headline:
    """Title and subtitle as printed, without label or site; `used` are the texts of the lines they were taken from."""

    title: str | None
    subtitle: str | None = None
    used: frozenset[str] = frozenset()


def find(head: tuple[Line, ...], stated: str | None = None, *, text: str = "") -> Headline:
    """The headline of a head, of which the first and last lines are looked at: what markup states, else what the lines suggest.

    `text` is the running text below: a headline speaks of the same things. A headline cut short gives way to the whole, where the
    page prints it.
    """
    if len(head) > 2 * REACH:
        head = (*head[:REACH], *head[-REACH:])
    candidates = [at for at, line in enumerate(head) if line.kind == "other" or (line.kind == "prose" and _stands_again(head, at))]
    if stated:
        title = bare(stated)
        used = frozenset(at for at, line in enumerate(head) if is_copy(line.text, title))
        whole = _whole(title, head)
        return Headline(whole, _subtitle(head, max(used, default=-1), whole) if used else None, frozenset(head[at].text for at in used))
    told = _told(text)
    native = _is_of_other_script(text[:400])
    pages = _pages(head)
    scores = {
        at: _score(head, at, native=native) + _kinship(head[at].text, told) + 4 * (_letters(head[at].text) in pages) for at in candidates
    }
    best = max(candidates, key=lambda at: (scores[at], -at), default=None)
    if best is None or scores[best] < 0:
        return _from_prose(head)
    first = next(
        at for at in candidates if at == best or is_copy(head[at].text, head[best].text)
    )  # the line below a headline may stand twice
    best = _above(head, first if scores[best] - scores[first] < 3 else best, scores)
    best = next((at for at in candidates if _is_behind_crumbs(head[at].text, head[best].text)), best)
    title, last = _joined(head, best)
    whole = _whole(bare(title), head)
    used = frozenset({*range(best, last + 1), *(at for at, line in enumerate(head) if is_copy(line.text, whole))})
    return Headline(whole, _subtitle(head, last, whole), frozenset(head[at].text for at in used))


def is_copy(line: str, title: str) -> bool:
    """Whether a line is the headline again, whole or cut: "Minister Han meets Czech Minister of Defence, “The ROK and the C"."""
    one, other = _letters(line), _letters(title)
    return bool(one) and (
        one == other
        or (len(one) >= 20 and (other.startswith(one) or (one.startswith(other) and len(other) >= 20 and len(one) < len(other) * 1.3)))
    )


def _pages(head: tuple[Line, ...]) -> frozenset[str]:
    """The letters of the pages to which the way leads: "Home > News > Minister receives envoy" ends with the headline."""
    ways = (crumbs.steps(line.text) for line in head if line.kind == "noise")
    return frozenset(_letters(way[-1]) for way in ways if way and len(way[-1].split()) > 2)


def _is_of_other_script(text: str) -> bool:
    """Whether a good part of a text is in other letters than Latin ones."""
    return len(_OTHER_SCRIPT.findall(text)) * 4 > len(text)


def _is_behind_crumbs(line: str, longer: str) -> bool:
    """Whether the longer line is this one with the way to the page, a body or the day run into it: "HomeNewsMinister receives envoy"."""
    one, other = _letters(line), _letters(longer)
    if not 0 < len(other) - len(one) <= 40:
        return False
    return (len(one) >= 20 and other.endswith(one)) or (len(one) >= 40 and one in other and not other.startswith(one))


def _score(head: tuple[Line, ...], at: int, *, native: bool) -> int:
    """How much a line looks like a headline: enough words, a heading's mark, a verb, a label above it, a date beside it, a second copy."""
    text = head[at].text
    words = text.split()
    length = max(len(words), len(text) // 4) if native else len(words)  # scripts without blanks between words
    score = min(length, 5) - 2 - (4 if len(words) > 45 else 0) - (4 if text[0].islower() else 0)
    score += 4 if head[at].block.kind == "heading" else 0
    score += 1 if len(words) > 3 and _is_named(head, at) else 0
    score += 1 if len(text) > 20 and _copies(head, at) > 1 else 0
    score += 1 if len(words) > 3 and any(line.kind in {"date", "byline"} for line in head[max(0, at - 1) : at + 3]) else 0
    score += 1 if len(words) > 3 and publishers.is_told(text) else 0
    score -= 3 if text.endswith((":", ",", ";")) or text[0] in "(<*" else 0
    score -= 6 if at and head[at - 1].text.lower() in {"from:", "by:", "source:"} else 0
    score -= 6 if text.startswith("Home : ") else 0  # the way to the page: "Home : Media : News"
    score -= 6 if head[at].block.row > 2 or is_place(text) else 0  # a menu set in columns; "Washington, DC" above the date
    score -= 6 if "," in text and _ADDRESS.fullmatch(text) and not publishers.is_told(text) else 0
    score -= 6 if publishers.is_picture(text) or (len(words) < 4 and bylines.is_name(text)) else 0
    score -= 6 if len(words) < 4 and all(word in issued.months() or word.isdigit() for word in _WORD.findall(text.lower())) else 0
    score -= 6 if (not native and _is_of_other_script(text)) or _SUBJECTS.match(text) else 0
    window = text.count(" | ") > 1 or _ISSUE.search(text) is not None  # NEWS | Coast Review | Ministry of Defence
    score -= 2 if window and not publishers.is_told(text) else 0
    return score - (2 if publishers.is_body(text) else 0)


# "Camp North, Harbour City", "8 Harbour Street, Oslo": where the house is
_ADDRESS = patterns.compile(
    r"(?:(?:(?:Camp|Fort|HQ|Headquarters|Barracks|Block|Building|Tower|P\.?\s?O\.?\s?Box|Private\sBag)\b[^,]{0,40}"
    r"|[^,]{2,40}\b(?:Street|Road|Avenue|Boulevard|Square|Lane|Drive|Building|Barracks|Highway|Str\.?|St\.|Rd\.?|Ave\.?|Blvd\.?)(?:\s(?:No\.?\s?)?\d{1,4})?),\s)"
    r"[^,]{2,40}(?:,\s[^,]{2,40}){0,2}"
)


def is_place(text: str) -> bool:
    """Whether the line names a town or state and nothing else: "Oslo, Norway", "CAMP NORTH, MARYLAND, UNITED STATES"."""
    if len(text) > 60:
        return False
    names = [name.title() if name.isupper() else name for name in (part.strip(" .") for part in text.split(",")) if name]
    if len(names) == 2 and "city" in gazetteers.kinds(names[0]) and not _SMALL_LETTER.search(text):
        return len(names[1].split()) < 4  # "Ottawa, Ontario": provinces are on no list
    if len(names) > 1 and len(names[0].split()) <= 4 and not publishers.is_headline(names[0]) and not _SMALL_LETTER.search(text):
        names = names[1:]  # a base or county that no list of places has
    kinds = {*gazetteers.GEOGRAPHY, "us_state"}
    return not any(kinds.isdisjoint(gazetteers.kinds(name)) for name in names)


_SMALL_LETTER = patterns.compile(r"(?<![^\W\d_])[a-z]")  # a word in small letters: "Talks in Oslo, Norway"


@frozen
class _Told:
    """What the running text speaks of: its opening, and the beginnings of the long words in it."""

    opening: str
    stems: frozenset[str]


def _told(text: str) -> _Told:
    opening = text[:4000]
    return _Told(opening, frozenset([word[:5] for word in _LETTERS.findall(opening.lower()) if len(word) > 3]))


def _kinship(line: str, told: _Told) -> int:
    """Points for words that the line shares with the text. A name that the text prints as it stands ("African Union") is no headline."""
    words = [word[:5] for word in _LONG_WORD.findall(line.lower()) if word not in _SMALL_WORDS]
    if len(words) < 2 or not told.stems:
        return 0
    shared = sum(word in told.stems for word in words)
    score = 3 if shared * 5 >= len(words) * 2 and shared > 1 else 1 if shared else 0
    return score - (4 if len(words) <= 6 and not publishers.is_told(line) and _letters(line) in _letters(told.opening) else 0)


def _above(head: tuple[Line, ...], best: int, scores: dict[int, int]) -> int:
    """The line right above the best, where it is as long as a headline and nearly as good: the best is then the line below the headline."""
    above = best - 1
    if above > 0 and head[above].kind == "date" and best + 1 < len(head) and head[best + 1].text == head[best].text:
        above -= 1  # below the day stand name and caption of the picture, word for word
    if publishers.is_told(head[best].text) and above in scores and not publishers.is_told(head[above].text):
        return best  # "ONE Papua New Guinea" is the name of a site; the line with the verb is the headline
    if any(line.text.rstrip().lower() in {"latest:", "breaking:", "trending:"} for line in head[max(0, best - _TICKER) : best]):
        return _last_of_ticker(head, best, scores)
    near = above in scores and scores[above] >= max(1, scores[best] - 2) and head[above].block.kind == head[best].block.kind
    return above if near and len(head[above].text.split()) > 3 and not publishers.is_body(head[above].text) else best


def _last_of_ticker(head: tuple[Line, ...], best: int, scores: dict[int, int]) -> int:
    """The last of a row of headlines that are as good: below "Latest:" and a few of others stands the release's own."""
    last = best
    while last + 1 in scores and head[last + 1].kind == "other" and scores[last + 1] >= scores[best] - 1:
        last += 1
    return last


_TICKER = 8  # lines


def _stands_again(head: tuple[Line, ...], at: int) -> bool:
    """Whether a line that closes like a sentence is a headline all the same: another line is a copy of it."""
    return len(head[at].text) < 500 and any(line.kind == "other" and is_copy(line.text, head[at].text) for line in head)


def _copies(head: tuple[Line, ...], at: int) -> int:
    """How many lines of the head begin with the same letter and are copies of this one."""
    text = head[at].text
    return sum(line.text[:1].lower() == text[:1].lower() and is_copy(line.text, text) for line in head)


def _is_named(head: tuple[Line, ...], at: int) -> bool:
    """Whether "Press release", "News story" or the like stands right above, a date or number at most between."""
    above = next((line for line in reversed(head[:at]) if line.kind not in {"date", "noise"}), None)
    return above is not None and above.kind == "label" and _NAMES_RELEASE.search(above.text) is not None


def _joined(head: tuple[Line, ...], at: int) -> tuple[str, int]:
    """The headline with its other lines, where it was set in capitals over two or three of them."""
    text, last = head[at].text, at
    while last + 1 < len(head) and last - at < 3:
        below = head[last + 1]
        if below.kind != "other" or below.block.apart or below.block.kind == "heading":
            break
        if not (text.isupper() and below.text.isupper()) and not below.text[0].islower():
            break
        text, last = f"{text} {below.text}", last + 1
    return text, last


def _subtitle(head: tuple[Line, ...], title_at: int, title: str) -> str | None:
    """The line or summary below the headline."""
    for line in head[title_at + 1 : title_at + 4]:
        if line.kind not in {"other", "prose", "noise"}:
            return None
        if (
            line.kind in {"other", "prose"}
            and len(line.text.split()) >= 4
            and not is_copy(line.text, title)
            and not line.text.endswith(":")
        ):
            return line.text
    return None


def _from_prose(head: tuple[Line, ...]) -> Headline:
    """A headline that is a sentence with its stop, where no line of the head is less: it stands above date or byline."""
    for line in head:
        if line.kind == "prose" and len(line.text.split()) <= 30:
            return Headline(bare(line.text), None, frozenset({line.text}))
    for line in head:
        if line.kind == "label" and line.text.lower().startswith("joint "):
            return Headline(line.text, None, frozenset({line.text}))
    if len(head) == 1 and head[0].kind == "masthead":
        return Headline(bare(head[0].text), None, frozenset({head[0].text}))
    return Headline(None)


_OTHER_SCRIPT = patterns.compile("[\u0370-\u1fff\u2c00-\uffff]")  # a line in the letters of the state on a page in English
_SUBJECTS = patterns.compile(r"(?:subject/s|subjects|topics)\s?:", re.IGNORECASE)  # what a transcript speaks of
_ISSUE = patterns.compile(r"\b(?:No|Vol|Issue|Edition)\.?\s?\d{1,4}\b.{0,20}\b(?:19|20)\d\d\Z")  # Coast Review No.141 Nov. 2021
_WORD = patterns.compile(r"[^\W_]+")
_LETTERS = patterns.compile(r"[a-z]++[^\W\d_]*+|[^\W\d_]++")  # words of small letters; those of English first, which is quick
_LONG_WORD = patterns.compile(r"[^\W\d_]{4,}")
_SMALL_WORDS = frozenset(
    ["from", "with", "that", "this", "will", "have", "been", "were", "their", "into", "over", "after", "around", "about"]
)
_NAMES_RELEASE = patterns.compile(r"\b(?:release|statement|communiqu[eé]|news|story|readout)\b(?! (?:details|type|content))", re.IGNORECASE)
_COUNT = patterns.compile(r"^No\s?[.:]\s?[\d/-]{2,12}\s?[,:–-]\s(?=[A-Z])")  # No:12/21, Information of the Press Service …
_ALERT = patterns.compile(
    r"^\((?:\d{1,2}(?:st|nd|rd|th)\s)?(?:LEAD|URGENT|UPDATE\d?|UPDATED|ALERT|CORRECTED)\)\s*"
)  # (LEAD) S. Korea, Estonia …
_CUT = patterns.compile(r"\s*(?:\.{3,}|…)\s*$")
_LABEL = patterns.compile(
    r"^(?:press|news|media)\s(?:releases?|statements?|note|advisory|communiqu[eé])(?:\s(?:no|nr|n°)?\.?\s?[\d/.-]+|\s(?:issued\s)?(?:by|from)\s[^:|]{3,80}(?=:))?\s*(?:[:|]|[–—-]\s)\s*(?=\S)",
    re.IGNORECASE,
)


_TEMPLATE = patterns.compile(r"\s?[(\[]?\{\{[^{}]{0,80}\}\}[)\]]?")  # Ministers meet ({{commentsTotal}}): what a script was to fill in
_PICTURED = patterns.compile(  # Minister receives envoy [Image 3 of 5]   Minister receives envoy (PHOTO/VIDEO)
    r"\s?(?:[(\[]\s?(?:(?i:image|photo|picture)\s\d{1,3}\s(?i:of)\s\d{1,3}"
    r"|\+?\s?(?:PHOTOS?|VIDEOS?|PICS?|PICTURES|GALLERY)(?:\s?[/,+&-]\s?(?:PHOTOS?|VIDEOS?))?)\s?[)\]])\Z"
)
_DATED = patterns.compile(  # Minister receives envoy |06 April 2018
    r"(?<=\w)\s?\|\s?(?:\w+day,?\s)?(?:\d{1,2}[\s./-]\w{1,9}[\s./-]\d{4}|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4})\Z"
)
_DAY_BEFORE = patterns.compile(r"^\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\s+(?=[A-Z][\w’'-]*\s)")  # 31.01.19 Minister receives envoy
_LABEL_BEHIND = patterns.compile(  # Telephone talks of the ministers(Press Release)
    r"(?<=[\w.’”])\s?[(\[](?:press|news|media)\s(?:releases?|statements?|note)[)\]]\Z", re.IGNORECASE
)
_SUBJECT = patterns.compile(r"^(?:subject|sub|headline|title)\s?:\s*(?=\S)", re.IGNORECASE)


def _whole(title: str, head: tuple[Line, ...]) -> str:
    """The whole headline in place of one that ends in an ellipsis, if the page prints it."""
    if not _CUT.search(title):
        return title
    beginning = _letters(_CUT.sub("", title))
    for line in head:
        if (
            len(beginning) >= 15
            and _letters(line.text).startswith(beginning)
            and not _CUT.search(line.text)
            and len(line.text.split()) <= 60
            and line.kind != "noise"
        ):
            return line.text
    return next((line.text for line in head if line.kind == "other" and _is_run_into(beginning, _letters(line.text))), title)


def _is_run_into(cut: str, whole: str) -> bool:
    """Whether a headline that was cut short is this one with the body of its page run into its beginning."""
    at = cut.find(whole[:_ENOUGH]) if len(whole) > _ENOUGH else -1
    return at > 0 and len(cut) - at >= _ENOUGH and whole.startswith(cut[at:])


_ENOUGH = 25  # letters that two headlines share


def bare(title: str) -> str:
    """The headline without "Press release:" before it, the site behind it, or that it has pictures."""
    title = _PICTURED.sub("", _TEMPLATE.sub("", title))
    title = _ALERT.sub("", _COUNT.sub("", _LABEL.sub("", _SUBJECT.sub("", " ".join(title.split())))))
    title = _DAY_BEFORE.sub("", _LABEL_BEHIND.sub("", _DATED.sub("", title)))
    first, bar, site = title.rpartition(" | ")
    if bar and publishers.is_masthead(site) and len(first) > len(site) / 2:
        return first.strip()
    return _without_site(title.strip())


def _without_site(title: str) -> str:
    """The headline without the body that stands behind a dash or before a sign: "Minister receives envoy - Ministry of Defence"."""
    parts = _SITE_SIGN.split(title)
    if len(parts) != 2:
        return title
    for headline, site in (parts, parts[::-1]):
        if len(headline.split()) > 2 and publishers.is_told(headline) and publishers.is_masthead(site) and not publishers.is_told(site):
            return headline
    return title


_SITE_SIGN = patterns.compile(r"\s(?:[–—|•·]|-{1,2})\s")


@lru_cache(maxsize=64)
def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))
