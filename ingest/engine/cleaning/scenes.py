"""Sentences that tell what a picture shows, as it happens ("General Ruiz greets the envoy."), and those that tell what happened."""

from __future__ import annotations

import re
from typing import Literal

from ingest.engine import patterns
from ingest.engine.cleaning.marks import words_of

Told = Literal["scene", "past", ""]


def is_scene(text: str, *, beside: bool = False) -> bool:
    """Whether one sentence shows officials or soldiers amid a gesture: "General Ruiz, right, greets the envoy in Oslo.".

    `beside` tells that a credit or a headline below shows it for a caption, so that any doing is a scene ("meets the envoy").
    """
    return (
        len(text) <= _LONGEST
        and text[-1:] not in {":", "?", "”", '"'}
        and "“" not in text
        and told(text, doings=beside or places_somebody(text)) == "scene"
        and _NEXT_SENTENCE.search(text) is None
        and words_of("scene_future").isdisjoint(map(_bare, text.split()))
    )


def told(text: str, *, doings: bool = False) -> Told:
    """How the first verb of a text tells: a gesture as it happens, something past; empty where the first sixty words leave it open."""
    words = text[:_LONGEST].split()
    bare: list[str] = []
    gestures, past, passives = words_of("scene_gestures"), words_of("scene_past"), words_of("scene_passives")
    if doings:
        gestures = gestures | words_of("scene_doings")
    for at, printed in enumerate(words[:_MOST]):
        bare.append(word := _bare(printed))
        if word in passives and at > 1 and bare[at - 1] in {"is", "are"}:
            return "scene"
        if word in past or (word.endswith("ed") and len(word) > 4 and printed[0].islower() and word not in words_of("scene_participles")):
            return "past"
        if at and word in gestures and printed[0].islower() and _is_done(words, bare, at):
            return "scene"
    return ""


def is_several(text: str) -> bool:
    """Whether the text has more than one sentence."""
    return _NEXT_SENTENCE.search(text) is not None


def places_somebody(text: str) -> bool:
    """Whether a sentence says where in the picture somebody stands: "General Ruiz, second from left, …", "Minister Novak (R)"."""
    return any(map(text.__contains__, _SIDES)) and _SIDE.search(text) is not None


def is_at_occasion(text: str) -> bool:
    """Whether a few words without verb and stop show somebody at an occasion: "Outstanding officers at the ceremony"."""
    return 3 <= len(text.split()) <= _FEW and _AT.search(text) is not None and _SPEECH.match(text) is None


def _is_done(words: list[str], bare: list[str], at: int) -> bool:
    """Whether a word is the verb of a person before it: "Ruiz greets the", "delegates pose for"; not "official visits to"."""
    before, following = words[at - 1], words[at + 1] if at + 1 < len(words) else ""
    led = before[0].isupper() or before[-1] in ",)" or bare[at - 1] in words_of("scene_persons")
    goes_on = following[:1].isupper() or following.strip(",.") in words_of("scene_following")
    return led and goes_on and not words_of("scene_persons").isdisjoint(bare[:at])


def _bare(word: str) -> str:
    return word.strip(".,;:()").lower()


_LONGEST = 420  # letters
_MOST = 60  # words
_FEW = 10
# not "Capt. Ruiz"
_NEXT_SENTENCE = patterns.compile(r"(?<!\bCapt)(?<!\bBrig)(?<!\bCmdr)(?<!\bProf)(?<!\bSept)(?<=[a-z)\d]{3})[.!?][”\"]?\s(?=[“A-Z])")
_SIDES = ("left", "right", "cent", "front", "(L)", "(R)", "(C)")  # one of them is in every such text
_SIDE = patterns.compile(
    r"\((?:[LRC]|(?:\w+\s){0,3}(?:left|right|cent(?:er|re)|front))\)"
    r"|,\s(?:(?:(?:far|front|back|foreground|(?:second|third|fourth|fifth)\sfrom)\s)?(?:the\s)?(?:left|right)|cent(?:er|re)),\s"
)
_AT = patterns.compile(
    r"\b(?:at|during|after|before)\sthe\s(?:[a-z]+\s)?(?:event|meeting|talks|reception|ceremony|conference|workshop|dialogue|exercise"
    r"|seminar|visit|tour|parade)\Z"
)
_SPEECH = patterns.compile(
    r"(?:remarks|speech|speeches|statement|address|toast|interview|participation|signing|agreements?|decisions?)\b", re.IGNORECASE
)
