"""The words by which releases tell of meetings, made ready from `data/meetings.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from ingest.engine import patterns, tables
from ingest.engine.types import MeetingKind
from ingest.engine.values import frozen

Roles = Literal["peers", "host-guest", "guest-host", "guest"]
Needs = Literal[
    "person",
    "object",
    "occasion",
    "pair",
    "two",
    "across",
    "relay",
    "nations",
    "transfer",
    "parties",
    "told-parties",
    "together",
    "unit",
    "pronoun",
    "apart",
    "many",
    "counted",
    "delegations",
    None,
]


@frozen
class Trigger:
    """Words that tell of an occasion; `rule` is the name that its findings carry."""

    rule: str
    reads: str
    example: str
    kind: MeetingKind
    roles: Roles
    needs: Needs
    faint: bool  # read only where the sentence has no other trigger
    stems: frozenset[str]
    also: frozenset[str]  # one of which must stand in the sentence beside a stem; of most triggers none
    words: patterns.AnyCase


@frozen
class Lexicon:
    """All lists of the data file; every pattern is searched inside one sentence."""

    triggers: tuple[Trigger, ...]
    stems: frozenset[str]  # words one of which stands in every sentence in which a trigger matches
    ranks: tuple[Mapping[str, tuple[int, ...]], Mapping[str, tuple[int, ...]]]  # by these words the strong and the faint, by number
    presence: patterns.AnyCase
    presence_stems: frozenset[str]
    voices: re.Pattern[str]  # matched behind a name: "said", "presented"
    side_noun: re.Pattern[str]  # matched behind a country: "Chilean delegation", "Chile’s minister"
    sides_of: re.Pattern[str]  # matched before a country: "officials of", "ministers of Peru and"
    pair_noun: re.Pattern[str]  # matched behind a pair of countries: "Peru-Chile talks"
    talks_with: re.Pattern[str]  # matched before a country: "talks with"
    background: re.Pattern[str]
    background_stems: frozenset[str]
    topics: re.Pattern[str]
    beside: re.Pattern[str]
    ministerials: patterns.AnyCase
    many: re.Pattern[str]
    absent: re.Pattern[str]
    absent_stems: frozenset[str]
    estranged: patterns.AnyCase
    verbs: re.Pattern[str]
    unworded: Trigger
    video: re.Pattern[str]
    phone: re.Pattern[str]
    principals: re.Pattern[str]  # searched in a position: whoever receives in such an office receives for talks
    postponed: re.Pattern[str]
    cancelled: re.Pattern[str]
    occasion_heads: frozenset[str]
    body_heads: frozenset[str]
    head_words: frozenset[str]  # the last words of both
    office_words: frozenset[str]  # small words that stand between a verb and the name of an official
    plain_heads: patterns.AnyCase
    prefixes: Mapping[str, str]  # "Sino" to "CN"
    territories: Mapping[str, str]  # "PR" to "US"
    ship_prefixes: Mapping[str, str]  # "HMAS" to "AU"
    shared_ship_prefixes: Mapping[str, tuple[str, ...]]  # "INS" to "IN" and "IL"
    ship_stems: frozenset[str]  # the prefixes of both, in small letters
    groups: Mapping[str, tuple[str, ...]]  # "Nordic" to the states of the group
    group: re.Pattern[str]  # such a group before those who meet for it: "Nordic and Baltic defence ministers"
    group_stems: frozenset[str]  # the first words of their names, in small letters
    heads_stems: frozenset[str]
    rosters: Mapping[str, re.Pattern[str]]  # how the states of a gathering are told: heads, count, lead, came, members


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    data = tables.read("meetings.yaml")
    nouns, occasions = data["side_nouns"], data["occasion_nouns"]
    triggers = tuple(_trigger(entry, data["parts"]) for entry in data["triggers"])
    stems = frozenset(stem for trigger in triggers for stem in trigger.stems)
    groups = {**data["groups"], **data["named_groups"]}
    return Lexicon(
        triggers=triggers,
        stems=stems,
        ranks=(_ranks(triggers, faint=False), _ranks(triggers, faint=True)),
        presence=patterns.AnyCase(data["presence"], re.VERBOSE),
        presence_stems=frozenset(data["presence_stems"]),
        voices=patterns.compile(data["voices"], re.VERBOSE),
        side_noun=_pattern(rf"(?:['’]s?)?\s+(?:(?!(?:{_FUNCTION})\b)\w[\w-]*,?\s+){{0,4}}?(?:{nouns})\b"),
        sides_of=_pattern(
            rf"\b(?:{nouns}|that|those)\s+(?:(?:of|for)\s+(?:the\s+)?{_BRANCH}|\w+\s+)?(?:of|from)\s+(?:the\s+)?(?:(?-i:(?:[A-Z][\w.]++\s*){{1,4}})(?:,|\band\b|,\s*and\b)\s+(?:the\s+)?){{0,4}}\Z"
            rf"|\b(?:delegations?|teams?|representatives?|officials?|officers?|members?|specialists|experts)\s+(?:of|from)\s+(?:the\s+)?"
            rf"(?-i:(?:[A-Z(][\w.()-]*|of|and|for|the)\s+){{1,8}}of\s+(?:the\s+)?\Z"
        ),
        pair_noun=_pattern(rf"\s+(?:[\w’'-]+\s+){{0,5}}?(?:{occasions})\b"),
        talks_with=_pattern(rf"\b(?:{occasions}|(?:met|spoke)(?:\s+(?:{_WHEN_AND_HOW})){{0,3}})\s+with\s+(?:the\s+)?\Z"),
        background_stems=frozenset(data["background_stems"]),
        ministerials=patterns.AnyCase(data["ministerials"], re.VERBOSE),
        estranged=patterns.AnyCase(data["estranged"], re.VERBOSE),
        absent_stems=frozenset(data["absent_stems"]),
        unworded=next(trigger for trigger in triggers if trigger.needs == "apart"),
        occasion_heads=frozenset(data["occasion_heads"]),
        body_heads=frozenset(data["bodies"]),
        head_words=frozenset(head.split()[-1] for head in data["bodies"] + data["occasion_heads"]),
        office_words=frozenset(data["office_words"]),
        plain_heads=patterns.AnyCase("|".join(re.escape(words) for words in data["plain_heads"]), re.VERBOSE),
        prefixes=data["prefixes"],
        territories=data["territories"],
        ship_prefixes=data["ship_prefixes"],
        shared_ship_prefixes={prefix: tuple(states) for prefix, states in data["shared_ship_prefixes"].items()},
        ship_stems=frozenset(prefix.casefold() for prefix in (*data["ship_prefixes"], *data["shared_ship_prefixes"])),
        groups={name: tuple(states) for name, states in groups.items()},
        group=patterns.compile(_groups(data["groups"], data["named_groups"])),
        group_stems=frozenset(re.split(r"\W", name)[0].casefold() for name in groups),
        heads_stems=frozenset(data["heads_stems"]),
        rosters={name: _pattern(words) for name, words in data["rosters"].items()},
        **{name: _pattern(data[name]) for name in _PLAIN},
    )


# the lists that are one pattern each
_PLAIN = (
    *("background", "topics", "beside", "many", "absent", "verbs"),
    *("video", "phone", "principals", "postponed", "cancelled"),
)


# What "chiefs of defence", "commanders of the land forces" are of, before the states whose they are.
_BRANCH = (
    r"(?:(?:national\s+)?defen[cs]e(?:\s+(?:staffs?|policy))?|(?:general\s+|joint\s+)?staffs?|foreign\s+affairs|(?:armed|land|air|naval|special)\s+forces|navy|navies"
    r"|army|armies|air\s+forces?|marines|coast\s+guards?|state|government|mission)\s+"
)
# Words that end what may stand between a country and its people: "British instructors will work side by side" names no side.
_FUNCTION = (
    "will|would|and|with|by|are|were|is|was|to|in|of|for|on|has|have|had|the|who|which|that|as|from|a|an|his|her|their|its|today|yesterday"
)


def _trigger(entry: dict[str, object], parts: Mapping[str, str]) -> Trigger:
    return Trigger(
        rule=f"meetings.{entry['name']}",
        reads=str(entry["reads"]),
        example=str(entry["example"]),
        kind=entry["kind"],  # type: ignore[arg-type]
        roles=entry["roles"],  # type: ignore[arg-type]
        needs=entry.get("needs"),  # type: ignore[arg-type]
        faint=bool(entry.get("faint")),
        stems=frozenset(str(stem) for stem in entry["stems"]),  # type: ignore[attr-defined]
        also=frozenset(str(stem) for stem in entry.get("also", ())),  # type: ignore[attr-defined]
        words=patterns.AnyCase(rf"\b(?:{_with_parts('|'.join(entry['words']), parts)})", re.VERBOSE),  # type: ignore[arg-type]
    )


def _ranks(triggers: tuple[Trigger, ...], *, faint: bool) -> dict[str, tuple[int, ...]]:
    """The numbers of the triggers that each word calls for, of the faint ones or of the others."""
    found: dict[str, list[int]] = {}
    for rank, trigger in enumerate(triggers):
        for stem in trigger.stems if trigger.faint == faint else ():
            found.setdefault(stem, []).append(rank)
    return {stem: tuple(ranks) for stem, ranks in found.items()}


# "spoke | today by telephone | with", "met | separately in Lima | with"
_WHEN_AND_HOW = (
    r"today|yesterday|virtually|separately|individually|again|also|together|briefly|jointly|in\s+person|by\s+(?:tele)?phone|by\s+video"
    r"|(?:this|on)\s+(?:\w+day|morning|afternoon|evening|week)|(?:in|at)\s+(?:the\s+)?(?-i:[A-Z]\w+)(?:\s+(?-i:[A-Z]\w+))?"
)


def _with_parts(words: str, parts: Mapping[str, str]) -> str:
    """The pattern with the parts that it names put in: "@talks" stands for all nouns of talks."""
    return _PART.sub(lambda match: f"(?:{_with_parts(parts[match[1]], parts)})", words)


_PART = patterns.compile(r"@([a-z]+)")


def _groups(adjectives: Mapping[str, object], names: Mapping[str, object]) -> str:
    """The pattern of a group of states: its name, and behind it ministers or chiefs, or countries whose ministers stand before it.

    What has a name of its own needs no "countries": "chiefs of the Visegrád Four", "Ministerial Meeting of the Adriatic Charter".
    """
    name, own = "|".join(map(re.escape, adjectives)), "|".join(map(re.escape, names))
    heads = (
        r"(?:[Mm]inisters?|[Cc]hiefs|CHODs?|[Hh]eads|[Dd]irectors|[Cc]ommanders|[Ll]eaders|[Ss]ecretaries|[Pp]residents|[Ii]nspectors"
        r"|[Cc]ounterparts|[Aa]mbassadors)"
    )
    then = rf"(?:[\s–-]+(?:and\s+)?(?:the\s+)?(?:{name})){{0,2}}"
    of = r"\s+(?:of\s+(?:\w+\s+){1,2})?(?:of|from)\s+(?:the\s+)?(?:(?:two|three|four|five|six|eight|other)\s+)?"
    return (
        rf"\b(?P<before>(?:{own})|{name})\b(?={then}\s+(?:[A-Za-z’'-]+\s+){{0,2}}?{heads}\b)"
        rf"|\b(?:{heads}|[Mm]eeting|[Ss]ession|[Cc]onference|[Ss]ummit){of}"
        rf"(?P<behind>(?:{own})\b|(?:{name}){then}(?=\s+(?:[Cc]ountries|[Ss]tates|[Nn]ations)\b))"
    )


def _pattern(words: str) -> re.Pattern[str]:
    return patterns.compile(words, re.VERBOSE | re.IGNORECASE)
