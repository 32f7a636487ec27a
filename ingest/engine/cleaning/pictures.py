"""Pictures beside running text: captions that touch a credit, and names and captions of pictures that ran into a paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.engine import patterns
from ingest.engine.cleaning import bylines, lines, marks, publishers, scenes
from ingest.engine.cleaning.lines import Line
from ingest.engine.sources.page import Block


def without_captions(page: list[Line]) -> list[Line]:
    """The lines with those that touch a caption or credit marked as such too: "The minister in Oslo" above "Navy/Ana Ruiz"."""
    pictured = {
        at
        for at, line in enumerate(page)
        if line.reason == "caption or credit" or _is_credit(page, at) or _is_of_persons(line) or (line.kind == "other" and is_scene(line))
    }
    touching = {near for at in pictured for near in (at - 1, at + 1) if 0 <= near < len(page) and not page[max(at, near)].block.apart}
    told = _told_scenes(page, beside=pictured)
    return [
        replace(line, kind="noise", reason="caption or credit")
        if at in pictured
        or at in told
        or (at in touching and line.kind == "other" and line.block.kind == "text" and line.text[-1] not in ".:!?”")
        or is_below_credit(page, at)
        else line
        for at, line in enumerate(page)
    ]


def is_below_credit(page: list[Line], at: int) -> bool:
    """Whether a credit and one sentence stand together, apart from the text, and the sentence tells nothing of the past: its picture."""
    line = page[at]
    credited = at > 0 and page[at - 1].reason == "caption or credit"
    alone = credited and not line.block.apart and at + 1 < len(page) and page[at + 1].block.apart
    if not alone or line.kind != "prose" or line.block.kind != "text" or line.text[-1] in ':?”"' or len(line.text.split()) > _LONGEST_SCENE:
        return False
    return scenes.told(line.text) != "past" and not scenes.is_several(line.text) and _FINITE.search(line.text) is None


def _told_scenes(page: list[Line], *, beside: set[int]) -> set[int]:
    """The sentences that show somebody amid a gesture, in a text whose other paragraphs tell what happened.

    The first sentence of all is a caption only where a credit stands beside it, it says who stands where, or the next one names its
    people again.
    """
    prose = [at for at, line in enumerate(page) if line.kind == "prose" and line.block.kind == "text"]
    shown = [at for at in prose if scenes.is_scene(page[at].text, beside=bool({at - 1, at + 1} & beside))]
    if not shown or len(shown) * 2 > len(prose):
        return set()
    past = sum(scenes.told(page[at].text) == "past" for at in prose if at not in shown)
    if past * 2 < len(prose) - len(shown):
        return set()
    return {at for at in shown if at != prose[0] or _opens_with_picture(page, prose, beside)}


def _opens_with_picture(page: list[Line], prose: list[int], beside: set[int]) -> bool:
    """Whether the first sentence is the caption of a picture above the text."""
    first, second = page[prose[0]].text, page[prose[1]].text
    if scenes.places_somebody(first) or {prose[0] - 1, prose[0] + 1} & beside:
        return True
    names = {word for word in _CAPITALIZED.findall(first) if word.lower() not in marks.words_of("scene_persons")}
    return len(names & set(_CAPITALIZED.findall(second))) > 1


_CAPITALIZED = patterns.compile(r"\b[A-Z][^\W\d_]{2,}")


def told(page: list[Line]) -> list[Line]:
    """The lines; of a page that is nothing but a picture, the caption as its text, without whose picture it is."""
    if any(line.kind == "prose" for line in page):
        return page
    captions = [at for at, line in enumerate(page) if line.reason == "caption or credit" and len(line.text.split()) >= _FEWEST]
    at = max(captions, key=lambda at: len(page[at].text), default=None)
    if at is None:
        return page
    text = _CREDIT_BEHIND.sub("", page[at].text)
    return [*page[:at], Line(replace(page[at].block, text=text), "prose"), *page[at + 1 :]]


_FEWEST = 20  # words of a caption that tells a story
_CREDIT_BEHIND = patterns.compile(r"\s?[(\[][^()\[\]]{0,80}\b(?:photo|picture|image|graphic)\b[^()\[\]]{0,120}[)\]][\s.]*\Z", re.IGNORECASE)


def _is_of_persons(line: Line) -> bool:
    """Whether a line is made of two or more officers or ministers and nothing else: "Gen Ruiz and Lt Gen Novak"."""
    if line.kind != "other" or line.block.kind != "text" or len(line.text.split()) > 12:
        return False
    names = _AND.split(line.text)
    return len(names) > 1 and all(bylines.of_rank(name) is not None or _TITLED.fullmatch(name) for name in names)


_AND = patterns.compile(r",?\s(?:and|with|&)\s|,\s")
_TITLED = patterns.compile(r"(?:Lt|Maj|Brig|Gen|Col|Adm|Capt|Cdre|Minister|Ambassador)\.?(?:\sGen\.?)?(?:\s[A-Z][\w’'-]{1,20}){1,3}")


def is_scene(line: Line) -> bool:
    """Whether a line without a stop tells what a picture shows: "General Ruiz presenting a shield to the envoy", "Some of the guests".

    What parts a text ("Signing of the agreement", "Steps towards signing a plan", "Talks in Oslo") shows nobody doing anything.
    """
    text = line.text
    if line.block.kind != "text" or not 3 <= len(text.split()) <= _LONGEST_SCENE or text[-1] in ".:!?”" or not text[0].isupper():
        return False
    if _POSED.search(text) or _SIDE.search(text) or scenes.is_at_occasion(text):
        return True
    if _FINITE.search(text):
        return False
    if (doing := _DOING.match(text)) is not None:
        return not publishers.is_told(text[: doing.start("doing")])
    return not publishers.is_told(text) and bool(_CROWD.match(text) or (_PERSON.match(text) and _OCCASION.search(text)))


_LONGEST_SCENE = 35  # words
_FINITE = patterns.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|said|says)\b")
_POSED = patterns.compile(
    r"\b(?:group|joint|family|souvenir)\s(?:photo(?:graph)?|picture)\b|\bpos(?:e|es|ing)\s(?:for|with|together)\b", re.IGNORECASE
)
_SIDE = patterns.compile(
    r"\((?:[LRC]|(?:\w+\s){0,3}(?:left|right|cent(?:er|re)))\)|,\s(?:(?:second|third|far)\s(?:from\s)?)?(?:left|right|cent(?:er|re)),\s"
)
_DOING = patterns.compile(
    r"""(?:[\w.’'()-]{1,25},?\s){0,12}?(?:[A-Z][\w.’'()-]{0,25}|officers|officials|delegations?|delegates|visitors|guests|team|members|representatives|leaders
          |soldiers|troops)\s
        (?P<doing>being\s[a-z]+ed|(?:receiving|presenting|handing|shaking|exchanging|posing|welcoming|greeting|addressing|inspecting|speaking
          |delivering|laying|pinning|cutting|unveiling|interacting|briefing|signing|touring|chatting|listening|saluting|observing)
         \s(?:an?|the|his|her|their|over|hands|to|with|at|from|on|by|some|souvenirs|mementos?|gifts|shields|[A-Z]\S*)\b)""",
    re.VERBOSE,
)
_CROWD = patterns.compile(
    r"(?:some|(?:an?\s)?cross[- ]section|(?:an?\s)?section)\sof\s|(?:participants|attendees|guests|delegates)\s(?:of|at|in|from|during)\s",
    re.IGNORECASE,
)
_PERSON = patterns.compile(
    r"(?:(?:Deputy|Vice|Prime|Defen[cs]e|Foreign)\s)?(?:Minister|Ambassador|President|Secretary|General|Admiral|Colonel|Major|Captain|Commander"
    r"|Brigadier|Lieutenant|Marshal|Air\s|Rear\s|Vice\s|Commodore|Gen\.?|Col\.?|Lt\.?|Maj\.?|Adm\.?|Brig\.?|Capt\.?)\s?(?:[A-Z][\w.’'-]{1,20}\s){1,4}"
)
_OCCASION = patterns.compile(r"\s(?:during|at|after|before|with|in)\s(?:the|their|his|her|an?|[A-Z])\b")


def _is_credit(page: list[Line], at: int) -> bool:
    """Whether a line below or beside another is whose picture it is: "Navy/Ana Ruiz"."""
    line = page[at]
    if at == 0 or line.kind not in {"other", "masthead"} or _CREDIT.fullmatch(line.text) is None:
        return False
    return scenes.is_scene(page[at - 1].text, beside=True) or (page[at - 1].kind == "other" and not line.block.apart)


_CREDIT = patterns.compile(  # Navy/Ana Ruiz   Ana Ruiz/Coast Navy
    r"(?:[A-Z][\w.&-]{1,20}\s?){1,3}/\s?[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){1,2}"
    r"|(?:[A-Z][\w.’'-]{1,20}\s){1,2}[A-Z][\w.’'-]{1,20}/\s?[A-Z][\w.&-]{1,20}(?:\s[A-Z][\w.&-]{1,20}){0,3}"
)


def cleared(block: Block) -> Block:
    """The paragraph without a picture that ran into its beginning: its name, or its caption up to the credit that no blank follows."""
    text = block.text
    credited = _CREDITED.match(text) if "(" in text[:_LONGEST] else None
    found = credited or _NAME.match(text) if len(text) > _SHORTEST else None
    return replace(block, text=text[found.end() :]) if found and lines.is_prose(text[found.end() :]) else block


def apart(block: Block) -> tuple[Block, ...]:
    """The paragraph, or its sentences and the credit of a picture that closes them: "… on Friday. (Courtesy photo by the navy)"."""
    text = block.text
    found = _CREDIT_BEHIND.search(text, max(0, len(text) - 220)) if text[-2:].strip(" .")[-1:] in {")", "]"} else None
    if found is None or block.kind != "text" or len(text.split()) <= _STORY:
        return (block,)
    story = text[: found.start()].rstrip()
    if not scenes.is_several(story) or scenes.told(story) != "past":
        return (block,)
    return replace(block, text=story), replace(block, text=found.group().strip(), apart=True)


_STORY = 36  # words; of fewer, the credit shows a caption
_SHORTEST = 60  # letters of a paragraph with a picture in it
_LONGEST = 260  # letters of a caption, with the bracket of its credit
# photo_big_10862915Minister Ruiz signed   anaruizMinister Ruiz signed
_NAME = patterns.compile(r"(?:[A-Za-z][\w-]{0,40}\d{4,}[\w-]{0,20}|[a-z]{5,30})(?:\.(?:jpe?g|png))?(?=[A-Z][a-z]+\s)")
# Minister Ruiz greets the envoy (US Embassy photo)The embassy had announced
_CREDITED = patterns.compile(
    r"[^()]{10,250}\((?:[\w.’'&-]+\s){0,4}(?:[Pp]hoto|[Ff]oto|[Pp]icture|[Ii]mage)(?:\s?:\s?[^()]{2,40})?\)(?=[A-Z“])"
)
