"""A page in three parts: the head above the running text, the running text, and what follows it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from ingest.engine import patterns
from ingest.engine.cleaning import pictures, scenes
from ingest.engine.cleaning.lines import Line, without_end_mark
from ingest.engine.values import frozen

LOOK_BACK = 12  # lines between a summary and the text that it sums up
WHOLE = 90  # letters that two paragraphs share at their beginning and that tell them for one
DATELINE = 60  # letters before the first sentence of a paragraph


@frozen
class Parts:
    """The lines of a page by part, in order; `cut` lines stood inside the running text and are none of it."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    tail: tuple[Line, ...]
    cut: tuple[Line, ...] = ()


def split(lines: list[Line]) -> Parts:
    """The parts of a page. Text that stands more than once counts once; a page without running text has an empty body."""
    lines = _without_repeats(pictures.told(lines))
    start = _start(lines)
    if start is None:
        return _of_one_sentence(lines) or Parts(tuple(lines), (), ())
    end = _end(lines, start)
    start -= pictures.is_below_credit(lines, start)  # the credit and its sentence are cut together
    inside = _without_pulled(pictures.without_captions(lines[start:end]))
    return Parts(
        head=tuple(lines[:start]),
        body=tuple(line for line in inside if _belongs(line)),
        tail=tuple(lines[end:]),
        cut=tuple(line for line in inside if not _belongs(line)),
    )


def _of_one_sentence(lines: list[Line]) -> Parts | None:
    """The parts of a page that is one sentence and no more, as whoever pastes the text below a picture sends it; None for others."""
    told = [at for at, line in enumerate(lines) if line.kind != "noise"]
    if len(told) != 1:
        return None
    at = told[0]
    line = lines[at]
    if line.text[-1] != "." or len(line.text.split()) < _SHORTEST or line.block.kind == "heading":
        return None
    return Parts(tuple(lines[:at]), (replace(line, kind="prose"),), tuple(lines[at + 1 :]))


_SHORTEST = 6  # words of a sentence that may be all of a release


def _without_pulled(lines: list[Line]) -> list[Line]:
    """The lines without those that print a part of a paragraph once more in large letters."""
    short = [at for at, line in enumerate(lines) if line.kind == "other" and line.block.kind != "heading" and len(line.text.split()) > 5]
    if not 0 < len(short) <= _MOST:
        return lines
    text = " ".join(_letters(line.text) for line in lines if line.kind == "prose")
    count = Counter(_letters(lines[at].text) for at in short)  # a line that stands twice is a picture's
    pulled = {at for at in short if count[_letters(lines[at].text)] > 1 or _letters(lines[at].text) in text}
    return [replace(line, kind="noise", reason="stands twice") if at in pulled else line for at, line in enumerate(lines)]


def _belongs(line: Line) -> bool:
    return line.kind in {"prose", "item", "other", "masthead"} or (line.kind == "label" and line.block.kind == "heading")


_MOST = 30  # short lines in a text that may be pulled out of it; more are a list


# ---- what stands more than once ----


def _without_repeats(lines: list[Line]) -> list[Line]:
    """The lines with the copies of a lead, of recirculated blocks and of a page that is printed twice marked as noise."""
    keys = _keys(lines)
    count = Counter(key for key in keys if key)
    prose = [at for at, line in enumerate(lines) if line.kind == "prose"]
    again = [at for at in prose if count[keys[at]] > 1]
    if not prose:
        return lines
    first = prose[0]
    lead_only = count[keys[first]] > 1 and not (
        len(prose) > 1 and count[keys[prose[1]]] == count[keys[first]] and _printed_twice(keys, prose)
    )
    keep: dict[str, int] = {}
    for at in again:
        keep.setdefault(keys[at], at)
    result = list(lines)
    if lead_only:
        second = keep[keys[first]] = next(at for at in again if keys[at] == keys[first] and at != first)
        between = [at for at in prose if first < at < second] if second - first <= LOOK_BACK else []
        if any(line.kind in {"date", "byline"} for line in lines[first + 1 : between[0] if between else first + 1]):
            between = []  # the text begins below day and writer, and takes the lead up in its midst
        for at in between if len(between) <= _FEW and not any(_is_text(lines[at].text) for at in between) else ():
            result[at] = replace(lines[at], kind="noise", reason="between summary and text")
    for at in again:
        recirculated = count[keys[at]] > 2 and keys[at] != keys[first]
        if recirculated or keep[keys[at]] != at:
            result[at] = replace(lines[at], kind="noise", reason="recirculated block" if recirculated else "stands twice")
    if result[first].kind == "prose" and _is_cut_lead(lines, prose):
        result[first] = replace(lines[first], kind="noise", reason="stands twice")
    return result


def _is_text(paragraph: str) -> bool:
    """Whether a paragraph between a summary and its copy tells something itself, and offers a reader nothing."""
    return len(paragraph) >= _LONG and paragraph[-1] in '.”"' and _OFFER.search(paragraph) is None


_LONG = 120  # letters; a line that asks for something is short
_OFFER = patterns.compile(
    r"\b(?:[Yy]ou|[Yy]ours?|[Ww]e|[Oo]ur|[Ss]ubscri\w+|[Nn]ewsletters?|[Dd]onat\w+|[Cc]ookies?|[Cc]lick|[Dd]ownload|[Ss]ign\sup|[Rr]ead\smore|[Ff]ollow\sus)\b"
)
_DAY = patterns.compile(r"\b(?:19|20)\d\d\b")
_FEW = 2  # paragraphs that stand between a lead and the text that repeats it: an offer of help, a request to subscribe


def _keys(lines: list[Line]) -> list[str]:
    """The key of each line; where no other line begins with the same ten letters, these are enough."""
    openings = [_letters(line.text[:40])[:10] if _tells(line) else "" for line in lines]
    if any(0 < len(opening) < 10 for opening in openings):
        return [_key(line) for line in lines]
    count = Counter(openings)
    return [_key(line) if count[opening] > 1 else opening for line, opening in zip(lines, openings, strict=True)]


def _key(line: Line) -> str:
    """What two copies of a paragraph have in common; empty for a line too short to tell."""
    if not _tells(line):
        return ""
    return _letters(line.text if len(line.text) <= 300 else line.text[:200] + line.text[-100:])


def _tells(line: Line) -> bool:
    return line.kind == "prose" and len(line.text) >= 30


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))


_WORD = patterns.compile(r"\w+")


def _printed_twice(keys: list[str], prose: list[int]) -> bool:
    """Whether the second half of the page is the first half again, as on pages for wide and narrow screens."""
    again = len(prose) - len({keys[at] or str(at) for at in prose})
    return again * 2 >= len(prose) - 1 and again > 1


def _is_cut_lead(lines: list[Line], prose: list[int]) -> bool:
    """Whether the first paragraph is the beginning of one that follows soon: a lead cut short, or one taken up behind a dateline."""
    lead = lines[prose[0]].text
    begins = _letters(lead[:60])[:20]
    return any(_is_carried_on(lead, begins, lines[at].text[:1500]) for at in prose[1:4] if at - prose[0] <= LOOK_BACK)


def _is_carried_on(lead: str, begins: str, later: str) -> bool:
    """Whether a paragraph begins as the lead does and goes on; of most the opening tells that it does not.

    `begins` are the first letters of the lead.
    """
    opening = _letters(later[:200])
    if len(opening) > DATELINE + 20 and begins not in opening[: DATELINE + 20]:
        return False
    if _CUT_SHORT.search(lead[-30:]) is not None:
        lead = lead[:WHOLE]  # its paragraphs run together, and it breaks off within one of them
    lead, later = _letters(lead), _letters(later)
    return len(lead) > 30 and 0 <= later.find(lead) <= DATELINE and len(later) > len(lead)


_CUT_SHORT = patterns.compile(r"\s*(?:\.{3,}|…|\[…\])\s?(?:(?:read|see|show|view|learn) more\W*|continue reading\W*)?\Z", re.IGNORECASE)


# ---- where the running text begins and ends ----


def _start(lines: list[Line]) -> int | None:
    """The first line of running text; a summary that stands above byline or date is still the head."""
    prose = [at for at, line in enumerate(lines) if line.kind == "prose"]
    if not prose:
        return _start_of_short(lines)
    for rank, at in enumerate(prose[:3]):
        following = prose[rank + 1] if rank + 1 < len(prose) else None
        if following is None or following - at > LOOK_BACK:
            return at
        if not (_is_summary(lines, at, following) or _is_headline(lines, at, following) or _is_caption(lines, at, following)):
            return at
    return prose[0]


def _is_summary(lines: list[Line], at: int, following: int) -> bool:
    """Whether byline, date or "From:" stands between a first paragraph and the next."""
    between = lines[at + 1 : following]
    return (
        any(
            line.kind in {"byline", "date"}
            or (line.reason == "counter" and _DAY.search(line.text) is not None)  # Updated: 17-09-2023, 10:45
            or line.text.rstrip().lower() in {"from:", "published", "published:", "posted on", "posted:", "date:"}
            for line in between
        )
        and len(lines[at].text.split()) <= 80
    )


def _is_headline(lines: list[Line], at: int, following: int) -> bool:
    """Whether the first paragraph is a headline that closes with a quotation: its beginning, cut short, stands between it and the text."""
    letters = _letters(lines[at].text)
    between = [_letters(line.text) for line in lines[at + 1 : following] if line.kind == "other"]
    return len(lines[at].text.split()) <= 45 and any(len(copy) >= 30 and letters.startswith(copy) for copy in between)


def _is_caption(lines: list[Line], at: int, following: int) -> bool:
    """Whether the first paragraph is the caption of a picture above the headline, a line that stands alone between it and the text."""
    between = [line for line in lines[at + 1 : following] if line.kind == "other" and len(line.text.split()) > 3]
    return bool(between) and scenes.is_scene(lines[at].text, beside=True) and scenes.told(lines[following].text) == "past"


def _start_of_short(lines: list[Line]) -> int | None:
    """Without a full paragraph, what follows the first line and is neither date nor label nor furniture."""
    left = [at for at, line in enumerate(lines) if line.kind in {"other", "item"}]
    return left[1] if len(left) > 1 else None


def _end(lines: list[Line], start: int) -> int:
    """The line behind the last of the running text."""
    stop = _stop(lines, start)
    last = max((at for at in range(start, stop) if lines[at].kind in {"prose", "item"} and lines[at].block.kind != "link"), default=start)
    if last + 2 < stop and lines[last + 1].kind == "other" and _LISTS.fullmatch(lines[last + 1].text):
        last += 1
    heads_list = last + 2 < stop and _heads_list(lines[last + 1], lines[last + 2])
    last += heads_list
    if heads_list or lines[last].text.rstrip().endswith(":"):  # "Participants:" and then names on lines of their own
        last = _end_of_list(lines, last, stop)
    while last + 1 < stop and (_is_short_sentence(lines[last + 1]) or _is_speaker(lines[last], lines[last + 1])):
        last += 1
    if last + 1 < stop and ((last + 2 == stop and _is_without_stop(lines[last + 1])) or _is_long_without_stop(lines[last + 1])):
        last += 1
    return last + 1


def _end_of_list(lines: list[Line], last: int, stop: int) -> int:
    """The last line of a list of names, those that head a part of it ("Industry:") and rules between two parts among them."""
    for at in range(last + 1, stop):
        line = lines[at]
        if line.kind in {"other", "masthead"} and (len(line.text.split()) > 1 or line.text.endswith(":") or lines[last].text[-1] in ",:"):
            last = at
        elif line.reason != "rule":
            break
    return last


def _heads_list(line: Line, below: Line) -> bool:
    """Whether a line stands above a list of those who took part, the first of whom is named with his rank, office or side below it."""
    return line.kind in {"other", "label"} and bool(_LIST_HEAD.fullmatch(line.text.strip())) and bool(_LISTED.search(below.text))


_LIST_HEAD = patterns.compile(
    r"(?:(?:the\s)?(?:list|names)\sof\s(?:the\s)?)?(?:(?:[\w-]+\s){0,3}(?:participants|attendees|speakers|presenters)(?:\sincluded?)?|those\s(?:present|attending|who\sattended)|(?:also\s)?present|in\sattendance|attended\sby"
    r"|(?:the\s)?(?:(?:[\w-]+\s){0,3}(?:delegations?|side)|(?:composition|members)\sof\sthe\sdelegations?))(?:\s(?:of|at|in)\sthe\s\w+)?\s?:?",
    re.IGNORECASE,
)
_LISTED = patterns.compile(
    r"\A[^.]{3,200}(?:,\s|:\s|\s[–—-]\s|\()|\b(?:General|Colonel|Admiral|Captain|Minister|Ambassador|Major|Mr|Ms|Dr)\b"
)
# The delegation included the following officers:   Participants: Colonel Roca, Commander Marsh.
_LISTS = patterns.compile(
    r"(?=[A-Z])[^.;:]{0,120}\b(?i:following|delegations?|participants|attendees|members|officers|attended|present|participated|participating"
    r"|representatives|speakers|presenters|leaders)\b[^.;:]{0,90}:"
)
_NAMES_PRESENT = patterns.compile(
    r"(?:Participants?|Attendees|Attending|(?:Also\s)?(?:[Pp]resent|[Ii]n attendance)|Delegation)[^.:]{0,40}:\s[A-Z].{10,}"
)


def _is_without_stop(line: Line) -> bool:
    """Whether a line that is the last of all is a sentence whose stop was forgotten: "Colonel Roca was also present".

    Headlines of other releases tell what is; seldom do they stand alone below a text.
    """
    return line.kind == "other" and line.block.kind == "text" and len(line.text.split()) > 5 and bool(_TOLD.search(line.text))


def _is_long_without_stop(line: Line) -> bool:
    """Whether a line right below the text is its last sentence by its length: words enough, most of them small, as in no headline."""
    words = line.text.split()
    small = sum(word[0].islower() for word in words)
    told = len(words) > _LONG_SENTENCE and small * 3 >= len(words) * 2 and words[-1].isalpha() and words[-1].islower()
    return told and line.kind == "other" and line.block.kind == "text" and not any(map(line.text.__contains__, ".!?|"))


_LONG_SENTENCE = 17  # words
_TOLD = patterns.compile(r"[a-z.)]\s(?:was|were|will|has|have|had|also)(?:\s[a-z]{2,}){1,}|\A(?:We|He|She|They|It)\s[a-z]+\s(?:\S+\s){4}")


def _is_speaker(above: Line, line: Line) -> bool:
    return line.kind in {"other", "byline"} and names_speaker(above.text, line.text)


def names_speaker(above: str, line: str) -> bool:
    """Whether a line names whose words the paragraph above it is, which stands in quotation marks: "– Ana Popa, Minister of Defence"."""
    return bool(_IN_MARKS.match(above)) and bool(_SPEAKER.fullmatch(line.strip()))


_IN_MARKS = patterns.compile(r"\s*[“\"«][^“”\"«»]{20,3000}[”\"»]\s*\Z")
_SPEAKER = patterns.compile(r"(?:[—–-]{1,2}\s?)?[A-Z][\w.’' -]{3,60},\s(?:[Tt]he\s)?[A-Z][^.!?:]{3,140}")


def _is_short_sentence(line: Line) -> bool:
    """Whether a line too short to be known as running text is a sentence: "Talks dealt with cooperation."."""
    words = line.text.split()
    if line.kind == "other" and line.text.isupper() and len(words) > 5 and without_end_mark(line.text).endswith("."):
        return True  # of a text that is all in capitals
    if line.kind == "other" and (_CLOSING_WORDS.fullmatch(line.text) or _NAMES_PRESENT.match(line.text)):
        return True
    return (
        line.kind == "other" and len(words) > 2 and words[-1][-1] in ".!?”" and sum(word[0].islower() for word in words) * 3 >= len(words)
    )


_CLOSING_WORDS = patterns.compile(r"[^\W\d_][\w’'-]*(?:,?\s[^\W\d_][\w’'-]*){1,4}[.!]")  # "Thank you very much.", "Slava Ukraini."


def _flow(lines: list[Line]) -> int:
    """The element of a web page in which most of the running text stands; 0 where the page tells none."""
    held = Counter[int]()
    for line in lines:
        if line.kind == "prose":
            held[line.block.within] += len(line.text)
    return max(held, key=lambda within: held[within], default=0)


def _flows_until(lines: list[Line]) -> int:
    """The line above which marks of an end tell nothing: two paragraphs are still to come in the element that holds most of them.

    "Related: Talks in Oslo" stands so between two paragraphs. -1 where the page tells no elements.
    """
    flow = _flow(lines)
    within = [at for at, line in enumerate(lines) if line.kind == "prose" and line.block.within == flow] if flow else []
    return within[-2] if len(within) > 1 else -1


def _stop(lines: list[Line], start: int) -> int:
    """The first line that says that the release is over. One with most of the text still to come stands in its midst and says nothing."""
    flows = _flows_until(lines)
    closing = [at for at in range(start + 1, len(lines)) if lines[at].kind == "end" or (lines[at].kind == "tail" and at > flows)]
    closing = [at for at in closing if not _is_of_picture(lines, start, at)]
    before = 0
    after = sum(len(line.text) for line in lines[start:] if line.kind == "prose")
    reached = start
    for at in closing:
        passed = lines[reached:at]
        before += sum(len(line.text) for line in passed if line.kind in {"prose", "item"})
        after -= sum(len(line.text) for line in passed if line.kind == "prose")
        reached = at
        if after <= 2 * before or at == closing[-1]:
            return at
    return len(lines)


def _is_of_picture(lines: list[Line], start: int, at: int) -> bool:
    """Whether data about a file are those of a picture between summary and text: right below its credit, and paragraphs follow at once."""
    if lines[at].reason != "data about the file" or lines[at - 1].reason not in {"caption or credit", "reference number"}:
        return False
    return len(lines) > at + 2 and all(line.kind == "prose" for line in lines[at + 1 : at + 3]) and at > start
