"""Where the name of a document begins and ends, and whether it is a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ingest.engine import patterns
from ingest.engine.rules.agreements.lexicon import DAYS, MONTHS, lexicon
from ingest.engine.rules.people.lexicon import lexicon as people_words
from ingest.engine.types import Passage, Sentence, Token


def extent(body: Passage, head: re.Match[str], sentence: Sentence) -> tuple[int, int]:
    """The span of the name that a head belongs to: what stands in quotation marks, else what the words around the head tell."""
    return _quoted(body.text, head.start(), head.end(), sentence) or _around(body, head.start(), head.end(), sentence)


def each(text: str, head: re.Match[str], end: int) -> tuple[tuple[str, int, int], ...]:
    """The two documents of "two memoranda of understanding, on Salvage and on Diving", by what each is about; none where it is no pair."""
    one = _ONE_OF_TWO.fullmatch(head.group())
    pair = _MATTERS_OF_TWO.match(text, head.end(), end) if one and _TWO.search(text, max(0, head.start() - 30), head.start()) else None
    if one is None or pair is None:
        return ()
    kind = f"{one['first'].removesuffix('s') if one['first'] else one['latin'] + 'um'}{one['rest']}".removesuffix("s")
    spans = ((head.start(), pair.end("one")), (pair.start("other"), pair.end("other")))
    return tuple((f"{kind} {pair[name]}", *span) for name, span in zip(("one", "other"), spans, strict=True))


_ONE_OF_TWO = patterns.compile(
    r"(?:(?P<latin>[Mm]emorand)a|(?P<first>(?:[Mm]emorandums|[Ll]etters|[Aa]greements|[Pp]rotocols|[Aa]rrangements|[Cc]ontracts|[Aa]ccords|M[oO]Us)))(?P<rest>(?:\s\w+){0,2})"
)
_TWO = patterns.compile(r"(?i)\b(?:two|both)\s(?:[\w-]+\s){0,2}\Z")
_MATTER = r"(?:on|for|concerning|regarding)\s[^,.;:]{3,90}?"
_MATTERS_OF_TWO = patterns.compile(
    rf"(?:\s\(\w+\))?,?\s(?:one\s)?(?P<one>{_MATTER}),?\sand\s(?:the\s(?:other|second)\s|another\s|one\s)?(?P<other>{_MATTER})"
    r"(?=,?\s(?:was|were|have|has|will|with|between|by|at)\b|\s(?:on\s\w+day|in\s[A-Z])|[,.;:]|\s*\Z)"
)


def is_of_body(text: str, head: re.Match[str]) -> bool:
    """Whether the head stands inside the name of a body or an office: "Salvage Program | Administration"."""
    return head.group()[0].isupper() and _OF_BODY.match(text, head.end()) is not None


_OF_BODY = patterns.compile(
    r"\s(?:Administration|Office|Agency|Executive|Management|Manager|Director|Directorate|Division|Department|Committee|Council|Coordinator|Secretariat)\b"
)


def is_policy(head: str) -> bool:
    """Whether a body may have such a paper for itself: "Framework", "implementation plan", "standard operating procedures"."""
    return head.casefold() in lexicon().policies or _OWN_PLAN.search(head) is not None


_OWN_PLAN = patterns.compile(r"\s(?:plan|program(?:me)?|procedure)s?\Z")  # in small letters: with capitals it is the name of one


def without_parties(text: str, start: int, end: int, head: re.Match[str]) -> int:
    """The end of the title without the parties or the meeting behind it: "Programme of Work | between the Navy of N and that of M".

    They stay where the title has more behind them ("between N and M on Visas"), and where there is nothing else to know it by.
    """
    if (where := _AT_MEETING.search(text, head.end(), end)) is not None:
        end = where.start()
    if text[start : head.end()].casefold() == head.group().casefold() and " " not in head.group():
        return end
    found = _PARTIES.search(text, head.end(), end) or (
        None if _KEEPS_MINUTES.match(head.group()) else _OF_MEETING.search(text, head.end(), end)
    )
    return found.start() if found else end


_PARTIES = patterns.compile(r"\s(?:between|among)\s(?!the\s(?:two|three)\s[a-z]|both\s[a-z])(?!.*\s(?:on|for|concerning|regarding|in)\s)")
# "Technical Arrangement on Patrols | at the 3rd meeting of the Committee": where it is signed; "mentoring at the Rescue Centre" is a matter
_AT_MEETING = patterns.compile(
    r"\s(?:at|during)\s(?:the|its|their|a)\s(?:(?:next|\d+(?:st|nd|rd|th)|[a-z]+)\s){0,3}(?:meeting|session|summit|conference|talks|ceremony|ministry)\b"
)
_OF_MEETING = patterns.compile(r"\sof\sthe\s(?:meeting|session|talks|visit|consultations)\b")
_KEEPS_MINUTES = patterns.compile(r"(?i)(?:minutes|agreed\sminutes|records?\b)")


def is_title(title: str, head: str, behind: str) -> bool:
    """Whether the words name a document: a head alone only as a kind of its own ("Letter of Intent"), not "agreement" or "Statement".

    `behind` is what follows: a contract is known by the firm that it is made with.
    """
    if title.casefold() in lexicon().domestic or _OF_ONE_STATE.search(title):
        return False
    if _SEVERAL_OF_NO_NAME.fullmatch(title):
        return False
    if head == "contract" and _WITH_FIRM.match(behind):
        return True
    return title.casefold() != head.casefold() or " " in head or sum(map(str.isupper, head)) >= 2


# what a head of state issues by himself, or signs into law
_OF_ONE_STATE = patterns.compile(r"\bPresidential\s+Memorand(?:um|a)\b|\b(?:Emergency|Disaster)\s+Declarations?\b|\bActs?\s+into\s+law\b")
_SEVERAL_OF_NO_NAME = patterns.compile(
    # "to speed up all agreements signed before", which are those that there are
    r"(?i:(?:up\s)?(?:all|any|those|these|previous|earlier|existing)\s(?:of\s)?(?:the\s)?(?:[a-z]+\s){0,2}(?:agreements|memoranda|protocols|contracts|documents|treaties))"
    r"|(?:agreements|documents|protocols|contracts)\s(?:for|of)\sthe\b.*"
)
_WITH_FIRM = patterns.compile(r"\swith\s(?:the\s(?:[a-z-]+\s){0,3})?[A-Z]")


def is_proper(title: str) -> bool:
    if _SEVERAL.fullmatch(title):
        return False
    return len(_CAPITALS.findall(title)) >= 2 or bool(re.search(r"\b(?:on|for|concerning|regarding)\b", title))


_CAPITALS = patterns.compile(r"\b[A-Z]")
# "the signing of an agreement between Chile and Peru", which has a name elsewhere; "signed two Memoranda of Understanding (MoUs)",
# "two agreements between Chile and Peru", which are named one by one elsewhere
_SEVERAL = patterns.compile(
    r"(?i)(?:[\w-]+\s){0,2}?(?:agreement|treaty|pact|accord|memorandum|protocol|arrangement)"
    r"\s(?:between|with)\s(?!.*\s(?:on|for|concerning|regarding|in)\s).*"
    r"|(?:[\w-]+\s){0,2}?(?:memoranda\sof\s\w+|letters\sof\s\w+|agreements|protocols|arrangements|mous)(?:\s\(\w+\))?(?:\s(?:between|with)\s.*)?"
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
    spoken = any(word in lexicon().verbs for word in text[begin:start].split())  # “They signed a Protocol on Salvage,” he said
    if spoken or not words[:1].strip() or re.search(r"[.!?]\s", words) or len(words.split()) > 22:
        return None
    return begin, begin + len(words.rstrip(" ,."))


def _around(body: Passage, start: int, end: int, sentence: Sentence) -> tuple[int, int]:
    """The span of the name around the head."""
    tokens = body.tokens
    first = bisect_left(tokens, start, key=lambda token: token.start)
    last = bisect_right(tokens, end - 1, key=lambda token: token.start)
    proper = body.text[start].isupper()
    begin = _leftmost(tokens, first, sentence, proper=proper)
    stop = _rightmost(body, last, sentence, proper=proper or _KEEPS_MINUTES.match(body.text, start) is not None)
    return tokens[begin].start, tokens[stop - 1].end


_MOST_BEFORE = 8  # tokens of a name before its head
_MOST_BEHIND = 30  # and behind


def _leftmost(tokens: tuple[Token, ...], first: int, sentence: Sentence, *, proper: bool) -> int:
    """The index of the first token of the name: capitals before a capital head, up to three plain words before a small one."""
    at = first
    for step in range(_MOST_BEFORE if proper else 6):
        before = at - 1
        if before < 0 or tokens[before].start < sentence.start:
            break
        word = tokens[before].text
        skipped = word in lexicon().skipped and not (before and _OF_STATES.fullmatch(tokens[before - 1].text))
        if not word[0].isalnum() or skipped or word in lexicon().ends or word in ("A", "An", "The", "This", "New"):
            break
        if (
            (word[0].isupper() and (tokens[before].start > sentence.start or proper))
            or (
                proper
                and word in ("and", "of", "for")
                and tokens[before - 1].text[0].isupper()
                and tokens[before - 1].start > sentence.start
            )
            or word in lexicon().adjectives
            or (not proper and word in lexicon().fields and (at < first or tokens[at].text in lexicon().fields))
            or (not proper and word == "and" and at < first and tokens[before - 1].text in lexicon().fields)
            or (word.isdigit() and len(word) == 4)
            or (
                not proper
                and step < 3
                and word.islower()
                and word.replace("-", "").isalpha()
                and not _is_verb(word)
                and word not in lexicon().about
            )
        ):
            at = before
        else:
            break
    return at


_OF_STATES = patterns.compile(r"(?:[A-Z][\w.]+[-–]){1,3}[A-Z][\w.]+")  # "Chile-Peru | trilateral cooperation program"


def _is_verb(word: str) -> bool:
    return word in lexicon().verbs or (word.endswith("ed") and word not in lexicon().participles)


def _rightmost(body: Passage, last: int, sentence: Sentence, *, proper: bool) -> int:
    """The index behind the last token of the name."""
    tokens = body.tokens
    at = stop = last
    named_matter = of_both = of_parties = False
    while at < len(tokens) and tokens[at].end <= sentence.end and at - last < _MOST_BEHIND:
        word = tokens[at].text
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if word == "(" or (word == "," and named_matter):
            behind = _behind_brackets(body, at) if word == "(" else _behind_matters(body, at, sentence)
            if behind is None:
                break
            at = stop = behind
            continue
        if word.casefold() in lexicon().ends or not (word[0].isalnum() or word in ("’s", "'s", *_JOINTS)):
            break
        if word == "and" and _opens_another(body, at + 1):
            break
        if word.casefold() in lexicon().about:
            if not (of_parties and word == "and" and following == "the") and not _leads_on(body, at, named_matter=named_matter):
                break
            named_matter = named_matter or word in ("on", "for", "concerning", "regarding", "about", "to", "in")
            of_both = of_both or bool(_OF_BOTH.match(body.text, tokens[at].start, sentence.end))
            of_parties = of_parties or word == "between"
        elif of_parties and not (named_matter or of_both) and not proper:
            if not word[0].isupper():
                break
            stop = at + 1
        elif _DAY.match(body.text, tokens[at].start):
            break  # the Agreement | Nov. 23
        elif at == last and not word[0].isupper() and not word[0].isdigit():
            break  # agreement reached, arrangement set out
        elif not (named_matter or of_both or proper) or _turns_to_verb(body, at, following):
            break
        else:
            stop = at + 1
        at += 1
    while stop > last and tokens[stop - 1].text in _JOINTS:
        stop -= 1
    return stop


def _turns_to_verb(body: Passage, at: int, following: str) -> bool:
    """Whether a verb begins behind what the document is about: "on Salvage | proposed by Chile"; not "a harmonized corridor"."""
    word, before = body.tokens[at].text, body.tokens[at - 1].text
    ends = (_is_verb(word) or following == "by") and not word[0].isupper()
    return ends and following not in ("and", "or") and before not in _ARTICLES


def _opens_another(body: Passage, at: int) -> bool:
    """Whether another document begins behind "and": "the memorandum between N and M and | the protocol on Salvage".

    So does one whose head is several words: "the cooperation plan for 2026 and | Standard Operating Procedures for escorts".
    """
    bare = lexicon().heads.match(body.text, body.tokens[at].start) if at < len(body.tokens) else None
    if bare is not None and bare.group().count(" ") >= _LONG_HEAD:
        return True
    if at + 1 >= len(body.tokens) or body.tokens[at].text not in ("a", "an", "the"):
        return False
    head = lexicon().heads.match(body.text, body.tokens[at + 1].start)
    return head is not None and head.group().islower()


_LONG_HEAD = 2  # blanks in "Memorandum of Understanding"
_ARTICLES = ("a", "an", "the")  # before a participle: "the opening of a harmonized corridor"
_JOINTS = ("-", "–", "—", "&", "’", "'")
_DAY = patterns.compile(rf"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]{{0,6}}\.?\s\d{{1,2}}\b(?!\s?[-–]\s?20)")
_OF_BOTH = patterns.compile(
    r"(?:of|between)\s(?:the\s(?:two|three)|both)\s[\w\s-]{3,40}?\sfor\s\d{4}"  # of the two armies for 2016
    r"|of\s(?:the\s)?[A-Z][\w–-]+\s(?:[a-z-]+\s){0,3}cooperation\b"  # of the Chile-Peru military cooperation
    r"|between\s[^,.;]{3,120}?\s(?:on|for|concerning|regarding)\s"  # between the Government of N and the Government of M on
)


def _behind_brackets(body: Passage, at: int) -> int | None:
    """The index behind brackets that are closed after a few words."""
    near = range(at + 1, min(at + 6, len(body.tokens)))
    return next((number + 1 for number in near if body.tokens[number].text == ")"), None)


def _behind_matters(body: Passage, at: int, sentence: Sentence) -> int | None:
    """The index behind a list of capital words that goes on with the name: "… of Military History, Archives, Museology and Publication"."""
    found = _MATTERS.match(body.text, body.tokens[at].start, sentence.end)
    if found is None:
        return None
    return next(number for number in range(at, len(body.tokens)) if body.tokens[number].end >= found.end()) + 1


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
        told = told and _ON_WATER.match(body.text, tokens[at + 1].start) is None
        return not (following in DAYS or following.isdigit() or following in MONTHS or told)
    if word == "and":
        return not ((_is_verb(following) and following.islower()) or following in lexicon().after_and)
    if word == "for":
        return not _LASTING.match(body.text, tokens[at].end)
    if word == "to":
        return tokens[at - 1].text.casefold() in lexicon().leads_to or bool(_TO_DO.match(body.text, tokens[at - 1].start))
    return True


# "agreement | to open a school", "pact | to share data"; not "agreement to be signed", "agreement to the parliament"
_TO_DO = patterns.compile(
    r"(?:agreement|declaration|pact|memorandum|contract|accord|intent)\sto\s(?!(?:be|the|a|an|its|their|his|her|him|them|this|that|all|both)\b)[a-z]{3,}\s"
)
_KINDS = ("Understanding", "Agreement", "Arrangement", "Protocol", "Cooperation", "Intent", "Treaty", "Convention", "Plan")
_LASTING = patterns.compile(
    r"\s(?:an?\s(?:further|new|period|term)\b|(?:another\s)?(?:\d{1,2}|two|three|four|five|ten)\s(?:more\s|further\s)?years\b)"
)


# "in the Black Sea": what a task group is for, for nothing is signed there
_OF_MAP = patterns.compile(r"the\s(?:[A-Z][\w-]+\s){1,3}(?:Sea|Gulf|Straits?|Ocean|Basin|Region)\b")
_ON_WATER = patterns.compile(r"the\s(?:[\w-]+\s){0,3}(?:River|Lake|Sea|Border|border|Straits?|Gulf|Canal|Bay)\b")
_DOMAINS = ("field", "fields", "area", "areas", "domain", "sphere", "sector")  # "cooperation in the field of hydrography"


def _is_matter(body: Passage, at: int, word: str) -> bool:
    """Whether what follows "in" or "at" is what the document is about, and not where or when it was signed."""
    tokens = body.tokens[at : at + 6]
    if not tokens:
        return False
    begins = tokens[0].start if tokens[0].text != "the" or len(tokens) < 2 else tokens[1].start
    if word == "in":
        if any(term.start == begins and term.kind == "city" for term in body.terms):
            return False
        if any(token.text.casefold() in _DOMAINS for token in tokens[:3]):
            return True
        if tokens[0].text == "the" and len(tokens) > 2 and tokens[2].text in ("for", "of", "against"):
            return tokens[1].text.islower() and tokens[1].text not in lexicon().scenes
        if _OF_MAP.match(body.text, tokens[0].start):
            return True
        if tokens[0].text[0].isupper():  # in Military Health, and not in Maribor
            return tokens[0].text.casefold() in people_words().plain and tokens[0].text not in MONTHS
        return tokens[0].text not in ("the", "order", "a", "an", "his", "her", "their") and tokens[0].text not in lexicon().scenes
    if tokens[0].text in ("Sea", "sea"):
        return True
    if len(tokens) > 1 and tokens[1].text in lexicon().scenes:
        return False  # at the end of the session
    is_city = any(term.start == begins and term.kind in ("city", "country") for term in body.terms)
    return not is_city and tokens[0].text == "the" and not any(token.text in lexicon().venues for token in tokens)
