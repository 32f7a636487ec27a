"""Documents that a release says were signed, amended, renewed, planned or discussed.

A document is a head ("Memorandum of Understanding", "arrangement") with the words before it that are part of its name and the words behind
it that say what it is about. It is read only where a verb beside it says what was done with it, so that old treaties stay out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import cast

from ahocorasick_rs import AhoCorasick

from ingest.engine import gazetteers, patterns, tables
from ingest.engine.rules import Rule
from ingest.engine.rules.people.lexicon import lexicon as people_words
from ingest.engine.types import Action, Agreement, Evidence, Meeting, Passage, Release, Sentence, Token
from ingest.engine.values import frozen

RULES = (
    Rule(
        "agreements.verb-before",
        "A verb before a document says what was done.",
        "The ministers signed a Memorandum of Understanding on Hydrography.",
    ),
    Rule(
        "agreements.verb-behind",
        "A verb behind a document says what was done.",
        "A Letter of Intent on Mine Clearance was signed in the hall.",
    ),
)


def find(both: tuple[Passage, Passage], release: Release, occasions: tuple[Meeting, ...]) -> tuple[Agreement, ...]:
    """The documents of the body in order, each once, with its parties; of two names for one document the fuller one.

    The parties are those told with the title ("between Chile and Peru"), else the sides of the signers, else of the meeting it belongs to.
    """
    body = both[1]
    told = (read for sentence in _sentences(body) for read in _in_sentence(body, sentence, release))
    found = list(islice(told, _MOST))
    kept = [
        one
        for at, one in enumerate(found)
        if not any(_same(one, other) and _fuller(other, one, at > rank) for rank, other in enumerate(found))
    ]
    return tuple(
        Agreement(
            title=one.title,
            action=one.action,
            countries=_parties(body, one, occasions),
            evidence=(("title", one.at), ("action", one.cue)),
        )
        for one in kept
    )


def _sentences(body: Passage) -> Iterator[Sentence]:
    """The sentences in which a document may be named; one pass over the body tells them, and few are left."""
    hits = _lists().stems.find_matches_as_indexes(gazetteers.fold(body.text), overlapping=True)
    starts = sorted({start for _, start, _ in hits})
    for sentence in body.sentences:
        at = bisect_left(starts, sentence.start)
        if at < len(starts) and starts[at] < sentence.end and sentence.end - sentence.start < _LONGEST:
            yield sentence


_LONGEST = 4000  # characters of one sentence; longer ones are no prose
_MOST = 60  # documents of one release

# ---- the document in its sentence ----


@frozen
class _Document:
    title: str
    action: Action
    proper: bool  # named with capitals or in quotation marks, or with what it is about
    at: Evidence
    cue: Evidence
    sentence: Sentence


@frozen
class _Lists:
    """The lists of `data/agreements.yaml`, made ready."""

    heads: re.Pattern[str]
    stems: AhoCorasick  # one of which every head holds, for passing over sentences quickly
    before: tuple[tuple[Action, re.Pattern[str]], ...]
    behind: tuple[tuple[Action, re.Pattern[str]], ...]
    background: re.Pattern[str]
    skipped: frozenset[str]
    ends: frozenset[str]
    about: frozenset[str]
    venues: frozenset[str]
    adjectives: frozenset[str]
    policies: frozenset[str]
    of_policies: frozenset[str]
    of_deals: frozenset[str]
    apart: tuple[tuple[Action, re.Pattern[str]], ...]


# cues that other words part from the document; `skipped` are the words between that belong to neither
_APART = (
    # signed with the Peruvian Coast Guard the “Procedures …”; expected to sign in November the Protocol; signed today a Protocol
    (
        "signed",
        r"(?i)\b(?P<cue>sign(?:ed|s|ing)?|conclude[sd]?|inked|initial(?:l?ed)?)\s+(?:jointly\s+|together\s+|here\s+|today\s+|yesterday\s+){{0,2}}"
        r"(?:with|in|at|on|during|next|last|this|today|yesterday|here|before|after|within|by|{days})\b(?!\s+behalf)(?:[^,.;]{{2,80}}?)?\s(?:an?|the|another|two|three)\s(?:(?:{skipped})\s+)*[‘“\"«']?\Z",
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
    # Signed at the end of the session was the Record of Discussion
    ("signed", r"\A(?:Also\s)?(?P<cue>[Ss]igned)\b[^.;]{{0,80}}?\b(?:was|were)\s(?:(?:{skipped})\s+)*[‘“\"«']?\Z"),
    # agreed to extend until 2030 the Protocol
    (
        "renewed",
        r"(?i)\b(?P<cue>(?:agreed\sto\s)?(?:extend|renew|prolong)(?:ed)?)\s(?:until|till|for|by)\s[^,.;]{{1,30}}?\s(?:(?:{skipped})\s+)+[‘“\"«']?\Z",
    ),
    # spoke about training and about a Technical Arrangement; discussed patrols, exercises and a Memorandum
    (
        "discussed",
        r"(?i)\b(?P<cue>discussed|spoke\sabout|talked\sabout|considered)\b[^.;]{{0,160}}?(?:,|\band)\s(?:also\s)?(?:(?:about|on)\s)?an?\s(?:(?:{skipped}|possible|future|proposed)\s+)*[‘“\"«']?\Z",
    ),
    # discussed training and the preparation of a Status of Forces Agreement
    (
        "discussed",
        r"(?i)\b(?P<cue>discussed|spoke\sabout|talked\sabout|considered|discussions\son)\b[^.;]{{0,160}}?\s(?:the\s)?(?:possible\s)?(?:preparation|drafting|drafts?|text|conclusion|negotiation|possibility|prospects?)\sof\s(?:(?:signing|concluding)\s)?(?:(?:{skipped})\s+)*[‘“\"«']?\Z",
    ),
)


@cache
def _lists() -> _Lists:
    data = tables.read("agreements.yaml")
    skipped, manners = "|".join(map(re.escape, data["skipped"])), "|".join(map(re.escape, data["manners"]))
    forms, named = "|".join(form["form"] for form in data["forms"]), _either(data["named_documents"])
    documents = patterns.either(map(_spaced, _longest_first(data["documents"])))
    return _Lists(
        heads=patterns.compile(rf"\b(?:(?:{documents})s?|(?i:{forms})|{named}|{named.upper()})\b"),
        stems=AhoCorasick(
            sorted(
                {head.split()[0].casefold() for head in data["documents"] + data["named_documents"]}
                | {form["holds"] for form in data["forms"]}
            )
        ),
        before=tuple(_cues(data["before"], rf"\b(?P<cue>{{}})[\s:]+(?:(?:{skipped}|{manners})\s+)*[‘“\"«']?\s*\Z")),
        behind=tuple(_cues(data["behind"], r"[’”\"»']?\s*(?:\([^()]*\)\s*)?(?:,\s*(?:which|that)\s+)?,?\s*(?P<cue>{})\b")),
        background=patterns.compile(rf"(?i)\b(?:{_either(data['background'])})\s+(?:(?:{skipped})\s+)*[‘“\"«']?\Z"),
        skipped=frozenset(data["skipped"]),
        ends=frozenset(data["ends"]),
        about=frozenset(data["about"]),
        venues=frozenset(data["venues"]),
        adjectives=frozenset(data["adjectives"]),
        policies=frozenset(words.casefold() for words in data["policies"]),
        of_policies=frozenset(data["of_policies"]),
        of_deals=frozenset(data["of_deals"]),
        apart=tuple(
            (cast(Action, action), patterns.compile(form.format(skipped=skipped, days="|".join(_DAYS)))) for action, form in _APART
        ),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(map(_spaced, _longest_first(words)))


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+")


def _cues(phrases: Mapping[str, list[str]], form: str) -> Iterator[tuple[Action, re.Pattern[str]]]:
    for action, words in phrases.items():
        yield cast(Action, action), patterns.compile("(?i)" + form.format(_either(words)))


def _in_sentence(body: Passage, sentence: Sentence, release: Release) -> Iterator[_Document]:
    text = body.text
    reached = sentence.start
    for head in _lists().heads.finditer(text, sentence.start, sentence.end):
        if head.start() < reached:
            continue
        start, end = _quoted(text, head.start(), head.end(), sentence) or _extent(body, head.start(), head.end(), sentence)
        if start < reached:
            continue
        told = _told(text, start, end, sentence, found_before=reached > sentence.start)
        if told is None:
            continue
        action, cue = told
        words = text[cue.start : cue.end].casefold()
        if _is_policy(head.group()) and (action == "discussed" or words in _lists().of_policies):
            continue
        if words in _lists().of_deals and "deal" not in head.group().casefold():
            continue
        if action != "planned" and _is_past(text, end, sentence, release):
            continue
        end = _without_parties(text, start, end, head)
        title = re.sub(r"\s+", " ", text[start:end])
        if not _is_title(title, head.group()):
            continue
        reached = end
        yield _Document(title, action, _is_proper(title), Evidence(start, end, cue.rule), cue, sentence)


def _is_policy(head: str) -> bool:
    """Whether a body may have such a paper for itself: "Framework", "implementation plan", "standard operating procedures"."""
    return head.casefold() in _lists().policies or _OWN_PLAN.search(head) is not None


_OWN_PLAN = patterns.compile(r"\s(?:plan|program(?:me)?|procedure)s?\Z")  # in small letters: with capitals it is the name of one


def _without_parties(text: str, start: int, end: int, head: re.Match[str]) -> int:
    """The end of the title without the parties or the meeting behind it: "Programme of Work | between the Navy of N and that of M".

    They stay where the title has more behind them ("between N and M on Visas"), and where there is nothing else to know it by.
    """
    if text[start : head.end()].casefold() == head.group().casefold() and " " not in head.group():
        return end
    found = _PARTIES.search(text, head.end(), end) or (
        None if _KEEPS_MINUTES.match(head.group()) else _OF_MEETING.search(text, head.end(), end)
    )
    return found.start() if found else end


_PARTIES = patterns.compile(r"\s(?:between|among)\s(?!the\s(?:two|three)\s[a-z]|both\s[a-z])(?!.*\s(?:on|for|concerning|regarding|in)\s)")
_OF_MEETING = patterns.compile(r"\sof\sthe\s(?:meeting|session|talks|visit|consultations)\b")
_KEEPS_MINUTES = patterns.compile(r"(?i)(?:minutes|agreed\sminutes|records?\b)")


def _is_title(title: str, head: str) -> bool:
    """Whether the words name a document: a head alone only as a kind of its own ("Letter of Intent"), not "agreement" or "Statement"."""
    return title.casefold() != head.casefold() or " " in head or head.isupper()


def _is_proper(title: str) -> bool:
    if _SEVERAL.fullmatch(title):
        return False
    return sum(word[0].isupper() for word in title.split()) >= 2 or bool(re.search(r"\b(?:on|for|concerning|regarding)\b", title))


# "signed two Memoranda of Understanding (MoUs)", which are named one by one elsewhere
_SEVERAL = patterns.compile(
    r"(?i)(?:[\w-]+\s){0,2}?(?:memoranda\sof\s\w+|letters\sof\s\w+|agreements|protocols|arrangements)(?:\s\(\w+\))?"
)


def _quoted(text: str, start: int, end: int, sentence: Sentence) -> tuple[int, int] | None:
    """The span inside quotation marks that holds the head, where a title stands in marks."""
    lead, rest = text[max(sentence.start, start - 120) : start], text[end : min(sentence.end, end + 200)]
    opened = re.search(r"[‘“«\"][^‘“”’«»\"]*\Z", lead)
    closed = re.match(r"(?:[^‘“”’«»\"]|’(?=s\b))*[’”»\"]", rest)
    if not opened or not closed:
        return None
    begin, stop = start - len(lead) + opened.start() + 1, end + closed.end() - 1
    words = text[begin:stop]
    if not words[:1].strip() or re.search(r"[.!?]\s", words) or len(words.split()) > 22:
        return None
    return begin, begin + len(words.rstrip(" ,."))


def _extent(body: Passage, start: int, end: int, sentence: Sentence) -> tuple[int, int]:
    """The span of the name around the head."""
    tokens = body.tokens
    first = bisect_left(tokens, start, key=lambda token: token.start)
    last = bisect_right(tokens, end - 1, key=lambda token: token.start)
    proper = body.text[start].isupper()
    begin = _leftmost(tokens, first, sentence, proper=proper)
    stop = _rightmost(body, last, sentence, proper=proper)
    return tokens[begin].start, tokens[stop - 1].end


_MOST_BEFORE = 8  # tokens of a name before its head
_MOST_BEHIND = 30  # and behind


def _leftmost(tokens: tuple[Token, ...], first: int, sentence: Sentence, *, proper: bool) -> int:
    """The index of the first token of the name: capitals before a capital head, up to three plain words before a small one."""
    at = first
    for step in range(_MOST_BEFORE if proper else 4):
        before = at - 1
        if before < 0 or tokens[before].start < sentence.start:
            break
        word = tokens[before].text
        if not word[0].isalnum() or word in _lists().skipped or word in _lists().ends or word in ("A", "An", "The", "This", "New"):
            break
        if (
            (word[0].isupper() and (tokens[before].start > sentence.start or proper))
            or (
                proper
                and word in ("and", "of", "for")
                and tokens[before - 1].text[0].isupper()
                and tokens[before - 1].start > sentence.start
            )
            or word in _lists().adjectives
            or (word.isdigit() and len(word) == 4)
            or (
                not proper
                and step < 3
                and word.islower()
                and word.replace("-", "").isalpha()
                and not _is_verb(word)
                and word not in _lists().about
            )
        ):
            at = before
        else:
            break
    return at


def _is_verb(word: str) -> bool:
    return word in (
        "signed",
        "sign",
        "signs",
        "signing",
        "conclude",
        "concluded",
        "discussed",
        "adopted",
        "approved",
        "exchanged",
        "inked",
        "reached",
    ) or (word.endswith("ed") and word not in ("combined", "detailed", "related", "unified", "integrated", "proposed"))


def _rightmost(body: Passage, last: int, sentence: Sentence, *, proper: bool) -> int:
    """The index behind the last token of the name."""
    tokens = body.tokens
    at = stop = last
    named_matter = of_parties = False
    while at < len(tokens) and tokens[at].end <= sentence.end and at - last < _MOST_BEHIND:
        word = tokens[at].text
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if word == "(":
            closing = next((i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].text == ")"), None)
            if closing is None:
                break
            at = stop = closing + 1
            continue
        if word == "," and named_matter and (list_end := _listed_matters(body, tokens[at].start, sentence)):
            at = stop = next(i for i in range(at, len(tokens)) if tokens[i].end >= list_end) + 1
            continue
        if word.casefold() in _lists().ends or not (word[0].isalnum() or word in ("’s", "'s", "&", "-", "–")):
            break
        if word.casefold() in _lists().about:
            if not (of_parties and word == "and" and following == "the") and not _leads_on(body, at, named_matter=named_matter):
                break
            named_matter = named_matter or word in ("on", "for", "concerning", "regarding", "about", "to", "in")
            named_matter = named_matter or bool(_OF_BOTH.match(body.text, tokens[at].start, sentence.end))
            of_parties = of_parties or word == "between"
        elif of_parties and not named_matter and not proper:
            if not word[0].isupper():
                break
            stop = at + 1
        elif at == last and not word[0].isupper() and not word[0].isdigit():
            break  # agreement reached, arrangement set out
        else:
            if not named_matter and not proper:
                break
            if _is_verb(word) and not word[0].isupper() and following not in ("and", "or"):
                break
            stop = at + 1
        at += 1
    return stop


_OF_BOTH = patterns.compile(
    r"(?:of|between)\s(?:the\s(?:two|three)|both)\s[\w\s-]{3,40}?\sfor\s\d{4}"  # of the two armies for 2016
    r"|between\s[^,.;]{3,120}?\s(?:on|for|concerning|regarding)\s"  # between the Government of N and the Government of M on
)


def _listed_matters(body: Passage, start: int, sentence: Sentence) -> int | None:
    """The end of a list of capital words that goes on with the name: "… of Military History, Archives, Museology and Publication"."""
    found = _MATTERS.match(body.text, start, sentence.end)
    return found.end() if found else None


_MATTERS = patterns.compile(
    r"(?:,\s+(?!(?:Minister|General|Admiral|Secretary|President|Mr|Mrs|Ms|Dr)\b)[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?){1,4}"
    r",?\s+and\s+[A-Z][a-z]+(?=[.,;]|\s+[a-z]|\s*\Z)"
)


def _leads_on(body: Passage, at: int, *, named_matter: bool) -> bool:
    """Whether a small word goes on with the name: "on Hydrography", "in the field of", but not "in Lima", "on Tuesday", "and left"."""
    tokens = body.tokens
    word, following = tokens[at].text.casefold(), tokens[at + 1].text if at + 1 < len(tokens) else ""
    if word in ("between", "among"):
        return not named_matter
    if word in ("in", "at"):
        return _is_matter(body, at + 1, word)
    if word == "on":
        after = tokens[at + 2].text if at + 2 < len(tokens) else ""
        if following == "the" and after in ("occasion", "margins", "sidelines", "same", "day", "spot"):
            return False
        told = named_matter and following == "the" and tokens[at - 1].text not in _KINDS  # annex to the Protocol | on the Mine Group
        return not (following in _DAYS or following.isdigit() or following in _MONTHS or told)
    if word == "and":
        return not (_is_verb(following) or following in ("of", "agreed", "the", "a", "an", "to", "will", "held", "discussed"))
    if word == "for":
        return not _LASTING.match(body.text, tokens[at].end)
    if word == "to":
        return tokens[at - 1].text.casefold() in (
            "related",
            "relating",
            "relation",
            "response",
            "amendment",
            "addendum",
            "access",
            "annex",
            "appendix",
            "supplement",
            "update",
        )
    return True


_KINDS = ("Understanding", "Agreement", "Arrangement", "Protocol", "Cooperation", "Intent", "Treaty", "Convention", "Plan")
_LASTING = patterns.compile(
    r"\s(?:an?\s(?:further|new|period|term)\b|(?:another\s)?(?:\d{1,2}|two|three|four|five|ten)\s(?:more\s|further\s)?years\b)"
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


# "signed in the presence of", "in the margins of": where and before whom, not about what
_SCENES = frozenset(
    [
        "presence",
        "framework",
        "course",
        "margins",
        "sidelines",
        "city",
        "capital",
        "hall",
        "office",
        "building",
        "morning",
        "evening",
        "end",
        "name",
        "spirit",
    ]
)
# "in the Black Sea": what a task group is for, for nothing is signed there
_OF_MAP = patterns.compile(r"the\s(?:[A-Z][\w-]+\s){1,3}(?:Sea|Gulf|Straits?|Ocean|Basin|Region)\b")
_DOMAINS = ("field", "fields", "area", "areas", "domain", "sphere", "sector")  # "cooperation in the field of hydrography"


def _is_matter(body: Passage, at: int, word: str) -> bool:
    """Whether what follows "in" or "at" is what the document is about, and not where or when it was signed."""
    tokens = body.tokens[at : at + 6]
    if not tokens:
        return False
    begins = tokens[0].start if tokens[0].text != "the" or len(tokens) < 2 else tokens[1].start
    if word == "in":
        if any(token.text.casefold() in _DOMAINS for token in tokens[:3]):
            return True
        if tokens[0].text == "the" and len(tokens) > 2 and tokens[2].text in ("for", "of", "against"):
            return tokens[1].text.islower() and tokens[1].text not in _SCENES
        if _OF_MAP.match(body.text, tokens[0].start):
            return True
        if tokens[0].text[0].isupper():  # in Military Health, and not in Maribor
            return tokens[0].text.casefold() in people_words().plain and tokens[0].text not in _MONTHS
        return tokens[0].text not in ("the", "order", "a", "an", "his", "her", "their")
    if tokens[0].text in ("Sea", "sea"):
        return True
    is_city = any(term.start == begins and term.kind in ("city", "country") for term in body.terms)
    return not is_city and tokens[0].text == "the" and not any(token.text in _lists().venues for token in tokens)


# ---- what was done with it ----


def _told(text: str, start: int, end: int, sentence: Sentence, *, found_before: bool) -> tuple[Action, Evidence] | None:
    """What the verb before or behind the document says was done with it; None where no verb says anything."""
    relative = _behind_which(text, end, sentence)
    if relative and relative[0] == "planned":
        return relative[0], Evidence(relative[1], relative[2], "agreements.verb-behind")
    lead = text[max(sentence.start, start - _LEAD) : start]
    if _lists().background.search(lead):
        return None
    behind = _behind(text, end, sentence) or relative
    best = _ahead(lead, start - len(lead)) or _ahead_apart(text[max(sentence.start, start - 2 * _LEAD) : start], start)
    if best and behind and best[0] in ("signed", "discussed") and behind[0] == "planned":
        best = None
    listed = _listed(text, start, sentence) if found_before else None
    if listed and best and best[0] == "discussed" and best[1] < listed[1].start:
        return listed
    if best:
        action = _in_time(text, best[0], sentence.start, best[1], start)
        return action, Evidence(best[1], best[2], "agreements.verb-before")
    if behind:
        return behind[0], Evidence(behind[1], behind[2], "agreements.verb-behind")
    if _NEW.search(lead) and _BETWEEN_PARTIES.search(text, start, end):
        return "signed", Evidence(start, end, "agreements.verb-before")
    return listed or _counted(text, start, sentence)


_Cue = tuple[Action, int, int]
# "The historic new agreements between Chile and the Lima Authority will bring …": news; "the historic agreement" may be old
_NEW = patterns.compile(r"\b[Tt]he\s(?:(?:historic|landmark)\snew|(?:newly|recently|just)\ssigned)\s\Z")
_BETWEEN_PARTIES = patterns.compile(r"\bbetween\s.{3,80}\sand\s")


def _ahead(lead: str, offset: int) -> _Cue | None:
    """The longest cue right before the document."""
    best: _Cue | None = None
    for action, pattern in _lists().before:
        cue = pattern.search(lead)
        if cue and (best is None or len(cue["cue"]) > best[2] - best[1]):
            best = (action, offset + cue.start("cue"), offset + cue.end("cue"))
    return best


def _ahead_apart(lead: str, end: int) -> _Cue | None:
    """The cue before the document with other words between."""
    for action, pattern in _lists().apart:
        cue = pattern.search(lead)
        if cue:
            offset = end - len(lead)
            return action, offset + cue.start("cue"), offset + cue.end("cue")
    return None


def _behind_which(text: str, end: int, sentence: Sentence) -> _Cue | None:
    """What a relative clause says of the document: ", which both ministers expect to sign", "which Chile and Peru signed in Lima"."""
    planned = _WHICH_IS_PLANNED.match(text, end, sentence.end) or _IS_PLANNED.match(text, end, sentence.end)
    if planned:
        group = planned.lastgroup or "cue"
        return "planned", planned.start(group), planned.end(group)
    signed = _WHICH_THEY_SIGNED.match(text, end, sentence.end)
    return ("signed", signed.start("cue"), signed.end("cue")) if signed else None


_TO_SIGN = r"""(?:be\s)?(?:also\s|soon\s|jointly\s|formally\s)?
    (?:sign|conclude|initial|ink|finali[sz]e|adopt|approve|renew|submit)(?:ed|led|d|ted)?\b (?!\sup\b|\soff\b)"""
_IS_TO = r"""(?:will|would|shall|intends?\sto|plans?\sto|expects?\sto|hopes?\sto|aims?\sto|wants?\sto|wish(?:es)?\sto|ready\sto
    |(?:is|are|was|were)\s(?:planned|expected|due|scheduled|set|hoped|intended|foreseen|likely|about|also)?\s?to)"""
_WHICH_IS_PLANNED = patterns.compile(
    rf"""[^.;]{{0,80}}?,?\s(?: (?:which|that)\s[^.;]{{0,120}}?\b(?P<cue>{_IS_TO}\s{_TO_SIGN})
        # whose signature is foreseen for May; of which a draft was handed over, and which both undertook to sign
        | (?:whose|the)\s(?P<noun>(?:signature|signing|conclusion)\s(?:of\swhich\s)?
            (?:is|was)\s(?:foreseen|planned|expected|scheduled|due|envisaged))
        | (?:and\s)?which\s[^.;]{{0,120}}?\b(?P<vow>(?:undertook|agreed|hope|expect|intend|committed\sthemselves)\sto\s{_TO_SIGN}) )""",
    re.VERBOSE,
)
_IS_PLANNED = patterns.compile(
    rf"""[^,.;:]{{0,40}}?\s(?P<cue> {_IS_TO}\sbe\s{_TO_SIGN}
        | (?:is|are)\s(?:currently\s|now\s|also\s)?being\s(?:prepared|drafted|negotiated|finali[sz]ed)
        | (?:is|are)\s(?:now\s)?(?:ready\sfor\s(?:signature|signing)|in\spreparation|awaiting\ssignature))""",
    re.VERBOSE,
)
_WHICH_THEY_SIGNED = patterns.compile(
    r"[^.;]{0,60}?,?\s(?:which|that)\s(?:[A-Z]|(?:the\s(?:two|three|four|ministers|parties|sides|countries|delegations|heads|chiefs)|both|they|he|she)\b)"
    r"(?:(?!\b(?:had|in\s(?:19|20)\d\d)\b)[^.;]){0,100}?\s(?P<cue>(?:signed|concluded|initialled|inked))\b(?!\s(?:in\s)?(?:earlier|last|previously|before)\b)"
)


_LEAD = 120  # characters before a document in which its verb may stand


def _behind(text: str, end: int, sentence: Sentence) -> tuple[Action, int, int] | None:
    rest = text[end : min(sentence.end, end + 160)]
    for action, pattern in _lists().behind:
        cue = pattern.match(rest) or (
            re.match(r"[^,.;]{0,80}\s" + pattern.pattern[4:], rest, re.IGNORECASE) if action == "planned" else None
        )
        if cue:
            return action, end + cue.start("cue"), end + cue.end("cue")
    passive = re.match(r"[^,.;]{0,60}?\b(?P<cue>(?:was|were)(?:\s+also)?\s+signed)\b", rest)
    return ("signed", end + passive.start("cue"), end + passive.end("cue")) if passive else None


def _in_time(text: str, action: Action, start: int, cue: int, document: int) -> Action:
    """The action with its tense: what is to be signed is planned, and "discussed" outweighs a signing that was talked about."""
    lead = text[max(start, cue - 40) : cue].casefold()
    if action == "planned" and _PROPOSED.search(text, max(start, cue - 80), cue):
        return "discussed"
    if action == "signed" and re.search(
        r"\b(?:will|would|to|shall|may|could|hopes? to|is expected to|are expected to)\s+(?:also\s+|soon\s+)?$", lead
    ):
        return "planned"
    if action == "signed" and text[cue : cue + 4].casefold() in ("sign", "conc") and _AHEAD_OF.search(text, max(start, cue - 60), cue):
        return "planned"
    if action == "signed" and "draft" in text[cue:document].casefold().split():
        return "discussed"
    return action


# "put forward a proposal for the two countries | to conclude": one side wants it
_PROPOSED = patterns.compile(
    r"(?i)\b(?:propos(?:al|ed|es)|suggest(?:ed|s|ion)|offer(?:ed|s)?|ask(?:ed|s)|call(?:ed|s)\son)\b(?:(?!\bagreed\b)[^.;]){0,60}\Z"
)
# "look forward to the signing of", "prepare for signing": not yet
_AHEAD_OF = patterns.compile(
    r"(?i)\b(?:look\w*\sforward\sto|prepar\w+(?:\sfor|\sof)?|ahead\sof|pending|upcoming|forthcoming|future|planned|expected|proposed|toward|towards|plans?\s(?:of|for)"
    r"|prospects?\s(?:of|for)|invit\w+\s[^.;]{0,30}(?:to|for)|hop\w+\sfor|plans?\sfor|date\s(?:of|for))\s(?:the\s|a\s)?(?:formal\s|official\s)?\Z"
)


def _listed(text: str, start: int, sentence: Sentence) -> tuple[Action, Evidence] | None:
    """The action of the document named right before: "signed a Letter of Intent on X and a Protocol on Y"."""
    begin = max(sentence.start, start - 400)
    lead = text[begin:start]
    joint = re.search(r"(?:,|\band)\s+(?:of\s+)?(?:an?|the)?\s*[‘“\"]?\Z", lead[-20:])
    cue = re.search(r"\bsign(?:ed|ing|ature)\b", lead) if joint else None
    if cue is None or re.search(r"\b(?:agreed|which|will|discussed)\b", lead[cue.end() :]):
        return None
    return "signed", Evidence(begin + cue.start(), begin + cue.end(), "agreements.verb-before")


def _counted(text: str, start: int, sentence: Sentence) -> tuple[Action, Evidence] | None:
    """The signing of several documents in the sentence before, of which this one tells one: "signed two. The first is an | Agreement"."""
    if not _ONE_OF.fullmatch(text, sentence.start, start):
        return None
    begin = max(0, sentence.start - 400)
    found = _SIGNED_SEVERAL.search(text, begin, sentence.start)
    return ("signed", Evidence(found.start("cue"), found.end("cue"), "agreements.verb-before")) if found else None


_ONE_OF = patterns.compile(
    r"(?:The|An)\s?(?:first|second|third|fourth|last|one|other|latter)\s(?:(?:one|document|of\sthem|of\sthese)\s)?(?:is|was)\s(?:called\s)?(?:an?|the)?\s*[‘“\"]?"
)
_SIGNED_SEVERAL = patterns.compile(
    r"\b(?P<cue>sign(?:ed|ing\sof))\s(?:[\w-]+\s){0,4}?(?:two|three|four|five|several|a\sseries\sof|a\snumber\sof)\s(?:[\w-]+\s){0,5}?(?:agreements|documents|memoranda|arrangements|accords|protocols|MoUs|MOUs|instruments|texts)\b[^.;]{0,120}[.:]\s"
)


def _is_past(text: str, end: int, sentence: Sentence, release: Release) -> bool:
    """Whether the sentence dates the signing to an earlier year: "signed a Protocol on X in December 2008"."""
    published = release.published or ""
    year = _SIGNED_IN.search(text, sentence.start, sentence.end)
    if year and published[:4].isdigit() and year["year"] < published[:4]:
        return True
    since = _SINCE_SIGNING.search(text, sentence.start, end)
    if since and published[:4].isdigit() and since["year"] < published[:4]:
        return True
    month = _SIGNED_IN_MONTH.match(text, end, sentence.end)
    if month and published[5:7].isdigit() and _MONTHS.index(month["month"]) + 1 != int(published[5:7]):
        return True
    return bool(_YEARS_AGO.match(text, end, sentence.end))


# "signed a Protocol in December 2008", and not "signed a Protocol and renewed the Agreement, which had expired in 2022"
_SIGNED_IN = patterns.compile(
    r"\bsign(?:ed|ing)\b(?:(?!\b(?:renewed|extended|expired?|lapsed|update[sd]?|valid|amended)\b)[^.;]){0,200}?\bin\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b"
)
# "cemented since November 29, 1994 through the signing of"
_SINCE_SIGNING = patterns.compile(
    r"\b(?:since|in)\s+(?:[A-Z]\w+\s+)?(?:\d{1,2},?\s+)?(?P<year>(?:19|20)\d\d)\b[^.;]{0,40}\bsign(?:ed|ing)\b"
)
# behind the document: ", which was signed in January"
_SIGNED_IN_MONTH = patterns.compile(rf"[^.;]{{0,90}}\bsigned\b[^.;]{{0,40}}?\b(?:in|on)\s+(?:\d{{1,2}}\s)?(?P<month>{'|'.join(_MONTHS)})\b")
_YEARS_AGO = patterns.compile(r"[^.;]{0,20}\bsigned\b[^.;]{0,20}\b(?:last year|years ago)\b")


# ---- one document, one finding ----


def _same(one: _Document, other: _Document) -> bool:
    """Whether two findings are the same document: the words of the shorter title stand in the longer one."""
    if one is other:
        return False
    mine, theirs = _content(one.title), _content(other.title)
    if not one.proper or not other.proper:
        return one.action == other.action or mine <= theirs or theirs <= mine
    return mine <= theirs or theirs <= mine


def _fuller(other: _Document, one: _Document, later: bool) -> bool:
    """Whether `other` is to be kept before `one`: a proper name before a bare kind, the longer name, the first of equals."""
    mine, theirs = (one.proper, len(_content(one.title))), (other.proper, len(_content(other.title)))
    return theirs > mine or (theirs == mine and later)


def _content(title: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in re.findall(r"\w+", title)) - {"on", "of", "the", "for", "and", "a", "in"}


def _parties(body: Passage, one: _Document, occasions: tuple[Meeting, ...]) -> tuple[str, ...]:
    named = {term.value for term in body.terms if term.kind in ("country", "demonym") and one.at.start <= term.start < one.at.end}
    if len(named) >= 2:
        return tuple(sorted(named))
    occasion = _occasion(one, occasions, frozenset(_of_sentence(body, one)))
    if occasion is None:
        return tuple(sorted(_of_sentence(body, one)))
    words = body.text[one.sentence.start : one.sentence.end]
    signers = {each.country for each in occasion.participants if each.person and each.country and each.person.split()[-1] in words}
    return tuple(sorted(signers)) if len(signers) >= 2 else occasion.countries


def _of_sentence(body: Passage, one: _Document) -> set[str]:
    """The countries that the sentence names outside the title."""
    within = (
        term for term in body.terms if one.sentence.start <= term.start < one.sentence.end and not one.at.start <= term.start < one.at.end
    )
    return {term.value for term in within if term.kind in ("country", "demonym")}


def _occasion(one: _Document, occasions: tuple[Meeting, ...], named: frozenset[str]) -> Meeting | None:
    """The primary meeting told last before the document, else the first one; of several those of the states that its sentence names."""
    primary = [meeting for meeting in occasions if meeting.status == "primary"]
    told = [meeting for meeting in primary if _begins(meeting) <= one.sentence.end]
    told = [meeting for meeting in told if named <= frozenset(meeting.countries)] or told
    return max(told, key=_begins) if told else next(iter(primary), None)


def _begins(meeting: Meeting) -> int:
    return min((at.start for _, at in meeting.evidence if at.where == "body"), default=0)
