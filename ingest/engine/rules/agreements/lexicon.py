"""The words of documents and of what is done with them, from `data/agreements.yaml`, made ready for searching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import cast

from ahocorasick_rs import AhoCorasick

from ingest.engine import patterns, tables
from ingest.engine.types import Action
from ingest.engine.values import frozen

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@frozen
class Lexicon:
    """The lists of `data/agreements.yaml`, made ready."""

    heads: re.Pattern[str]
    stems: AhoCorasick  # one of which every head holds, for passing over sentences quickly
    before: tuple[tuple[Action, re.Pattern[str]], ...]
    behind: tuple[tuple[Action, re.Pattern[str]], ...]
    planned_behind: re.Pattern[str]  # with other words between
    background: re.Pattern[str]
    skipped: frozenset[str]
    ends: frozenset[str]
    about: frozenset[str]
    venues: frozenset[str]
    adjectives: frozenset[str]
    policies: frozenset[str]
    of_policies: tuple[str, ...]
    of_deals: frozenset[str]
    verbs: frozenset[str]
    participles: frozenset[str]
    leads_to: frozenset[str]
    after_and: frozenset[str]
    scenes: frozenset[str]
    fields: frozenset[str]
    domestic: frozenset[str]
    kinds: frozenset[str]
    apart: tuple[tuple[Action, re.Pattern[str]], ...]


@cache
def lexicon() -> Lexicon:
    data = tables.read("agreements.yaml")
    skipped, manners = "|".join(map(re.escape, data["skipped"])), "|".join(map(re.escape, data["manners"]))
    forms, named = "|".join(form["form"] for form in data["forms"]), _either(data["named_documents"])
    right_before = rf"[\s:]+(?:(?:{skipped}|{manners})\s+)*[‘“\"«']?\s*\Z"
    documents = patterns.either(map(_spaced, _longest_first(data["documents"])))
    return Lexicon(
        heads=patterns.compile(rf"\b(?:(?:{documents})s?|(?i:{forms})|{named}|{named.upper()})\b"),
        stems=AhoCorasick(
            sorted(
                {head.split()[0].casefold() for head in data["documents"] + data["named_documents"]}
                | {form["holds"] for form in data["forms"]}
            )
        ),
        before=(
            *_cues(data["before"], rf"\b(?P<cue>{{}}){right_before}"),
            ("planned", patterns.compile(rf"(?i)\b(?P<cue>{_plans(data['plans'])}){right_before}")),
        ),
        behind=tuple(_cues(data["behind"], _BEHIND, manner=True)),
        planned_behind=next(_cues({"planned": data["behind"]["planned"]}, rf"[^,.;]{{{{0,80}}}}\s{_BEHIND}", manner=True))[1],
        background=patterns.compile(rf"(?i)(?<!signatures\s)\b(?:{_either(data['background'])})\s+(?:(?:{skipped})\s+)*[‘“\"«']?\Z"),
        skipped=frozenset(data["skipped"]),
        ends=frozenset(data["ends"]),
        about=frozenset(data["about"]),
        venues=frozenset(data["venues"]),
        adjectives=frozenset(data["adjectives"]),
        policies=frozenset(words.casefold() for words in data["policies"]),
        of_policies=tuple(data["of_policies"]),
        of_deals=frozenset(data["of_deals"]),
        verbs=frozenset(data["verbs"]),
        participles=frozenset(data["participles"]),
        leads_to=frozenset(data["leads_to"]),
        after_and=frozenset(data["after_and"]),
        scenes=frozenset(data["scenes"]),
        fields=frozenset(data["fields"]),
        domestic=frozenset(data["domestic"]),
        kinds=frozenset(data["kinds"]),
        apart=tuple((cast(Action, action), patterns.compile(form.format(skipped=skipped, days="|".join(DAYS)))) for action, form in _APART),
    )


_BEHIND = r"[’”\"»']?\s*(?:\([^()]*\)\s*)?(?:,\s*(?:which|that)\s+)?,?\s*(?P<cue>{})\b"


def _either(words: Iterable[str]) -> str:
    return "|".join(map(_spaced, _longest_first(words)))


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+")


def _cues(phrases: Mapping[str, list[str]], form: str, *, manner: bool = False) -> Iterator[tuple[Action, re.Pattern[str]]]:
    for action, words in phrases.items():
        either = "|".join(map(_with_manner, _longest_first(words))) if manner else _either(words)
        yield cast(Action, action), patterns.compile("(?i)" + form.format(either))


def _with_manner(words: str) -> str:
    """The words with how it was done behind the auxiliary verb: "was | jointly | signed"."""
    return _AUXILIARY.sub(rf"\g<0>(?:\\s+(?:{_MANNERS}))?", _spaced(words))


_AUXILIARY = patterns.compile(r"\b(?:was|were|been|be|will|would)\b(?=\\s)")
_MANNERS = "also|then|later|formally|jointly|officially|duly|finally|subsequently|successfully|likewise|recently|already|soon"


def _plans(words: Mapping[str, list[str]]) -> str:
    """Every way to say that a deed lies ahead: "will soon sign", "agreed to jointly draw up", "the crafting of"."""
    manner = r"(?:\s(?:also|soon|jointly|formally|then|now|be\sable\sto|work\sto))?"
    return rf"(?:{_either(words['ahead'])}){manner}\s(?:{_either(words['deeds'])})|{_either(words['nouns'])}"


_SIGNS = r"(?:sign(?:ed|s|ing\sof)|signature\sof|concluded|approved|adopted|agreed(?:\son)?)"
_WHICH = r"(?:an?|the|its|their)\s(?:(?:first|second|third|fourth|fifth|new|further|latest|[a-z]+-year|official|formal)\s){{0,2}}"
_CHANGES = r"(?:amendments?|addendum|changes|modifications?)\s(?:to|of)"
_RENEWALS = r"(?:renewal|extension|prolongation)\s(?:of|to)"

# cues that other words part from the document; `skipped` are the words between that belong to neither
_APART = (
    # signed with the Peruvian Coast Guard the “Procedures …”; expected to sign in November the Protocol; signed today a Protocol
    (
        "signed",
        r"(?i)\b(?P<cue>sign(?:ed|s|ing)?|conclude[sd]?|inked|initial(?:l?ed)?)\s+(?:jointly\s+|together\s+|here\s+|today\s+|yesterday\s+){{0,2}}"
        r"(?:with|in|at|on|during|next|last|this|today|yesterday|here|before|after|within|by|{days})\b(?!\s+behalf)(?:[^,.;]{{2,80}}?(?:,\s[^,.;]{{2,60}},)?)?\s(?:an?|the|another|two|three)\s(?:(?:{skipped})\s+)*[‘“\"«']?\Z",
    ),
    # took note of the signature, the day before, of a Declaration; the signing by both ministers of the Protocol
    (
        "signed",
        r"(?i)\b(?P<cue>signing|signature|conclusion)(?:,\s[^,.;]{{1,40}},|\s(?:by|in|on|at|with|between)\s[^.;]{{1,120}}?)\sof\s(?:(?:{skipped})\s+)*[‘“\"«']?\Z",
    ),
    # The two MoUs, signed here yesterday, are the MoU on
    (
        "signed",
        r"\A(?:The|All|Both)\s[^,.;]{{2,60}}?,\s(?:which\swere\s)?(?P<cue>signed)\b[^,.;]{{0,60}},\s(?:are|were)\s(?:(?:{skipped})\s+)*[‘“\"«']?\Z",
    ),
    # witnessed the exchange of two documents – the Protocol
    ("signed", r"\b(?P<cue>(?:exchange|signing)\sof)\s[^.;,]{{2,60}}?(?::|\s[–—-])\s(?:(?:{skipped})\s+)*[‘“\"«']?\Z"),
    # Signed at the end of the session was the Record of Discussion
    ("signed", r"\A(?:Also\s)?(?P<cue>[Ss]igned)\b[^.;]{{0,80}}?\b(?:was|were)\s(?:(?:{skipped})\s+)*[‘“\"«']?\Z"),
    # agreed to extend until 2030 the Protocol
    (
        "renewed",
        r"(?i)\b(?P<cue>(?:agreed\sto\s)?(?:extend|renew|prolong)(?:ed)?)\s(?:until|till|for|by)\s[^,.;]{{1,30}}?\s(?:(?:{skipped})\s+)+[‘“\"«']?\Z",
    ),
    # signed the First Amendment to the Agreement; the signing of a five-year extension of the Memorandum
    ("amended", rf"(?i)\b(?P<cue>{_SIGNS}\s{_WHICH}{_CHANGES})\s(?:(?:{{skipped}})\s+)*[‘“\"«']?\Z"),
    ("renewed", rf"(?i)\b(?P<cue>{_SIGNS}\s{_WHICH}{_RENEWALS})\s(?:(?:{{skipped}})\s+)*[‘“\"«']?\Z"),
    # spoke about training and about a Technical Arrangement; discussed patrols, exercises and a Memorandum
    (
        "discussed",
        r"(?i)\b(?P<cue>discussed|spoke\sabout|talked\sabout|considered|discussions\swere\s(?:held|made))\b[^.;]{{0,160}}?(?:,|\band)\s(?:also\s)?(?:(?:(?:about|on)\s)?an?|(?:about|on)\sthe)\s(?:(?:{skipped}|possible|future|proposed)\s+)*[‘“\"«']?\Z",
    ),
    # Among the topics of the talks were training and the draft Agreement
    (
        "discussed",
        r"\b(?P<cue>(?:topics?|subjects?|agenda|issues)\b)[^.;]{{1,160}}?\b(?:was|were|included|concerned)\s[^.;]{{0,160}}?\bdraft\s(?:(?:{skipped})\s+)*[‘“\"«']?\Z",
    ),
    # discussed training and the preparation of a Status of Forces Agreement
    (
        "discussed",
        r"(?i)\b(?P<cue>discussed|spoke\sabout|talked\sabout|considered|discussions\son)\b[^.;]{{0,160}}?\s(?:the\s)?(?:possible\s)?(?:preparation|drafting|drafts?|text|conclusion|negotiation|possibility|prospects?)\sof\s(?:(?:signing|concluding)\s)?(?:(?:{skipped})\s+)*[‘“\"«']?\Z",
    ),
)
