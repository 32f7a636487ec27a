"""Whose words a piece in quotation marks is: told by words of saying beside it, a label, a signature, or reported speech before it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache

from ingest.engine import patterns, tables
from ingest.engine.rules.quotes.marks import Piece
from ingest.engine.rules.references import Cast, Reference
from ingest.engine.types import Passage, Person

Said = tuple[Person, str]  # who spoke, and the rule that told


def of(body: Passage, cast: Cast, piece: Piece) -> Said | None:
    """The speaker whom the words around the piece name: below it, behind it, before it; None where none is told."""
    text = body.text
    signed = _SIGNATURE.match(text, piece.after)
    person = _named_on_line(cast, signed.start("line"), signed.end("line")) if signed else _after(text, cast, piece)
    if person:
        return person, "quotes.signed-below" if signed else "quotes.said-after"
    if _is_unnamed(text, piece):
        return None
    person = _signed_without_dash(text, cast, piece)
    return (person, "quotes.signed-below") if person else _before(text, cast, piece) or _reported_before(text, cast, piece)


@cache
def saying() -> re.Pattern[str]:
    """The verbs and phrases by which somebody says something."""
    words: Iterable[str] = sorted(_words()["phrases"] | _words()["verbs"], key=len, reverse=True)
    return patterns.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _words() -> dict[str, frozenset[str]]:
    lists = tables.read("saying.yaml")
    return {name: frozenset(words) for name, words in lists.items()}


# ---- below ----

# "— The Honourable Ana Popa, Minister of National Defence"
_SIGNATURE = patterns.compile(r"[ \t]*\n{0,2}[ \t]*[—–-]{1,2}[ \t]*(?P<line>[A-Z][^\n]{2,160})(?:\n|\Z)")
# the same on a line of its own without the dash, below a paragraph that is the quotation and nothing besides
_LINE_BELOW = patterns.compile(r"[ \t]*\n{1,2}[ \t]*(?P<line>[A-Z][^\n“”\"]{2,180})(?:\n|\Z)")
# possessive, for a word in capitals could be parted at every letter
_TITLES_ONLY = patterns.compile(r"(?:(?:[A-Z][\w’'.-]*+|of|for|and|the|to|\(\w+\.?\))[ ,]*+)*+")
_OFFICE_BEHIND = patterns.compile(r"\s*(?:\Z|[,|(–—-])")


def _named_on_line(cast: Cast, start: int, end: int) -> Person | None:
    return next((reference.person for reference in cast.between(start, end) if reference.how == "name"), None)


def _signed_without_dash(text: str, cast: Cast, piece: Piece) -> Person | None:
    """The name that stands alone, or with its office behind a comma, on the line below."""
    line = _LINE_BELOW.match(text, piece.after)
    if line is None or text[piece.before - 1 : piece.before] not in ("", "\n") or line["line"].rstrip()[-1] in ".!?:;":
        return None
    first = next((reference for reference in cast.between(*line.span("line")) if reference.how == "name"), None)
    if first is None or not _TITLES_ONLY.fullmatch(text, line.start("line"), first.start):
        return None
    return first.person if _OFFICE_BEHIND.match(text[first.end : line.end("line")]) else None


# ---- behind ----


def _after(text: str, cast: Cast, piece: Piece) -> Person | None:
    """Who is named by `”, said N` or `”, N said` behind the closing mark."""
    clause = _clause_after(text, piece.after)
    verb = saying().search(clause)
    if verb is None:
        return None
    lead = clause[: verb.start()].strip(" ,.;—–-")
    if _is_own_sentence(text, piece) and (verb.group()[0].isupper() or _leads_to_next(text, piece.after, clause)):
        return None  # "… in June.” According to Colonel Roca, “": of the words behind
    start, end = piece.after + verb.start(), piece.after + verb.end()
    if not lead:
        return _first_named(text, cast, end, piece.after + len(clause))
    if lead.casefold() in ("he", "she"):
        begin = text.index(lead, piece.after)
        return _meant(cast, begin, begin + len(lead), seen_from=piece.before)
    if lead.split()[0] in _words()["no_subjects"]:
        return None
    if _is_own_sentence(text, piece) and clause[verb.end() : verb.end() + 1] == " " and not _CLOSED_TAG.fullmatch(clause, verb.end()):
        return None
    return _subject(text, cast, piece.after, start)


def _leads_to_next(text: str, start: int, clause: str) -> bool:
    """Whether the words behind a mark end in a colon before the next one: "… us.” General Popa replied: “"."""
    return clause.rstrip().endswith(":") and text[start + len(clause) : start + len(clause) + 1] in _OPENING_MARKS


_OPENING_MARKS = frozenset('“„«"')
# “…,” N said on Monday.   “…” N said, adding …   not: “…” N said that …   not: “…” N said in the hall that …
_CLOSED_TAG = patterns.compile(
    r"\s+(?:on|in|at|during|after|today|yesterday|here|to|of|about|following|when|as)\b(?!.*\bthat\b)(?:.*[.,])?[^.,]*[.,]?\s*"
)
# a stop behind an abbreviation ends no sentence, but one behind "KDF" does where another sentence opens
_CLAUSE = patterns.compile(
    r"[ ,.]{0,3}(?:(?:[A-Z]\w{0,4}|(?<=[A-Z])\w)\.(?!\s(?:The|In|On|At|It|He|She|They|This|These|Both|During|After|An?)\b)"
    r"|\.(?=\w)|\([^()\n]{1,30}\)|[^.!?\n“„«\"]){0,240}"
)


def is_told_behind(text: str, piece: Piece) -> bool:
    """Whether words of saying with a name or title follow the piece at once: "…,” said Minister Popa", "…,” the Ambassador replied"."""
    return _told_by().match(text, piece.after) is not None


@cache
def _told_by() -> re.Pattern[str]:
    says = rf"(?:{'|'.join(sorted(_words()['verbs'], key=len, reverse=True))})"
    return patterns.compile(
        rf"[ ,]{{0,3}}(?:{says}\s(?:(?:also|in\s(?:turn|reply|response|return)|for\s(?:his|her)\spart),?\s)?(?:[A-Z]|(?:the|his|her)\s\w)"
        rf"|(?:[A-Z][\w.’'-]{{1,20}}\s){{1,5}}(?:also\s)?{says}\b|(?:the|his|her)\s(?:[\w’'-]{{2,20}}\s){{1,4}}?(?:also\s)?{says}\b)"
    )


def _clause_after(text: str, start: int) -> str:
    """What follows the closing mark up to the end of its sentence, the next mark or the line."""
    match = _CLAUSE.match(text, start)
    return match.group() if match else ""


def _is_own_sentence(text: str, piece: Piece) -> bool:
    """Whether the sentence ends within the marks or right behind them, so that what follows may be another one."""
    return text[piece.end - 1] in ".!?" or text[piece.after : piece.after + 1] == "."


def _is_unnamed(text: str, piece: Piece) -> bool:
    """Whether the words behind the mark give the words to somebody who has no name: "said a spokesman", "the statement said"."""
    clause = _clause_after(text, piece.after)
    verb = saying().search(clause)
    if verb is None or _is_own_sentence(text, piece):
        return False
    lead = clause[: verb.start()].strip(" ,.;—–-").split()
    return len(lead) <= 8 and (not lead or lead[0] not in _words()["no_subjects"])


def _first_named(text: str, cast: Cast, start: int, end: int) -> Person | None:
    """The first person named, by title or by "he", where only the words of an office stand before."""
    pronoun = _PRONOUN.match(text, start)
    if pronoun:
        return _meant(cast, *pronoun.span(1))
    first = next(iter(cast.between(start, end)), None)
    lead = text[start : first.start if first else end]
    if first and not _NOT_OF_OFFICE.search(lead):
        return first.person
    return _called(text, cast, start, end)


_PRONOUN = patterns.compile(r"[\s,]*\b([Hh]e|[Ss]he)\b")
# "said a spokesman for N", "said the ministry after N had left": the name that follows is not the speaker's
_NOT_OF_OFFICE = patterns.compile(
    r"(?:^\s*(?:an?|one|another|some|several|many|both)\s(?!visibly|clearly)"
    r"|\b(?:after|with|following|during|when|while|who|whose|which|that|because|about|before|than|told|against|spokes\w+\s(?:of|for))\s"
    r"|,\s\w+ing\s|\n)"
)


# ---- before ----


def _before(text: str, cast: Cast, piece: Piece) -> Said | None:
    """Who is named by `N said: “` or `N: “` before the opening mark, on the same line or at the end of the paragraph above."""
    lead_start, lead_end = _lead(text, piece.before)
    lead = text[lead_start:lead_end]
    if not lead:
        return None
    verb = _last(saying().finditer(lead))
    if verb and (lead.endswith((":", ",", "that")) or verb.end() == len(lead)) and _leads_on(lead[verb.end() :]):
        if verb.group().casefold() in _words()["naming"]:
            person = _first_named(text, cast, lead_start + verb.end(), lead_end)
        else:
            person = _subject(text, cast, lead_start, lead_start + verb.start())
        return (person, "quotes.said-before") if person else None
    if not lead.endswith(":"):
        return None
    named = cast.between(lead_start, lead_end)
    return (_labelled(lead, lead_start, named), "quotes.label-before") if named else None


def _labelled(lead: str, start: int, named: tuple[Reference, ...]) -> Person:
    """The person of a label: the one behind "attributable to" or "by", the one named last of a short label, else the first one."""
    last = named[-1]
    before = lead[: last.start - start]
    if len(lead) - (last.end - start) < 40 and (len(named) == 1 or not _PREPOSITION.search(before) or _ATTRIBUTED.search(before)):
        return last.person
    return named[0].person


_PREPOSITION = patterns.compile(
    r"\b(?:with|to|by|of|from|for|on|between|upon)\s+(?:(?:[A-Z][\w’'.-]*+|of|for|and|the|his|her|counterpart|visiting)[ ,]*+)*+\Z"
)
_ATTRIBUTED = patterns.compile(r"\b(?:attribut\w+|quotes?|words|remarks|statement|message|comments?)\b[^,;:]{0,60}\Z", re.IGNORECASE)


def _leads_on(rest: str) -> bool:
    """Whether the words from the verb to the mark only lead to it: "in his address:", "that"; they must not end a sentence."""
    return len(rest) <= 160 and not re.search(r"[a-z)][.!?]\s", rest)


def _lead(text: str, mark: int) -> tuple[int, int]:
    """The stretch that leads to a mark: its sentence so far, or the last line above where the mark opens a paragraph."""
    end = len(text[:mark].rstrip())
    if end == 0 or ("\n" in text[end:mark] and text[end - 1] not in ":,"):
        return mark, mark
    start = max(text.rfind("\n", 0, end) + 1, end - 400)
    for stop in _SENTENCE_STOP.finditer(text, start, end):
        start = stop.end()
    return start, end


_SENTENCE_STOP = patterns.compile(r"(?:(?<=[a-z0-9)]{2})[.!?]|(?<=[.!?,][”\"»]))[”\"»]?\s+(?=[A-Z“])")


def _reported_before(text: str, cast: Cast, piece: Piece) -> Said | None:
    """Who is told, in the sentence before and the same paragraph, to have said something: "…, Ngata said. “"."""
    if not _is_whole_alone(text, piece):
        return None
    stop = len(text[: piece.before].rstrip())
    if stop == 0 or text[stop - 1] not in '.”"' or ("\n" in text[stop : piece.before] and not _stands_alone(text, piece)):
        return None
    start = max(text.rfind("\n", 0, stop) + 1, stop - 400)
    for boundary in _SENTENCE_STOP.finditer(text, start, stop - 1):
        start = boundary.end()
    if start == stop - 400 or ("\n" in text[stop : piece.before] and _MARK.search(text, text.rfind("\n", 0, stop) + 1, stop)):
        return None  # a paragraph in marks below another goes on with it
    return _reporter(text, cast, start, stop)


_MARK = patterns.compile(r"[“”\"«»]")


def _is_whole_alone(text: str, piece: Piece) -> bool:
    """Whether a sentence stands in marks with its stop, which a ministry may set behind them, and no words of the same sentence follow."""
    if text[piece.end - 1] in ".!?":
        return _GOES_ON.match(text, piece.after) is None
    return _STOP_BEHIND.match(text, piece.after) is not None and text.count(" ", piece.start, piece.end) >= _LONG


_GOES_ON = patterns.compile(r"[ ,]{1,3}[a-z]")  # “Honour before all.” is written above the door
_STOP_BEHIND = patterns.compile(r"\.(?=\s+[A-Z“\"]|\s*\Z|\s*\n)")
_LONG = 5  # blanks in a sentence that no title is likely to have


def _stands_alone(text: str, piece: Piece) -> bool:
    """Whether a paragraph is the quotation and nothing besides."""
    return text[piece.before - 1 : piece.before] in ("", "\n") and text[piece.after : piece.after + 1] in ("", "\n")


def _reporter(text: str, cast: Cast, start: int, stop: int) -> Said | None:
    """The speaker of a sentence of reported speech: "N said that …", "…, N said", "N thanked the hosts"."""
    for told in _TELLS.finditer(text, start, stop):
        closes = _CLOSES.match(text, told.end(), stop)
        if told["said"] and not closes and not _OPENS.match(text, told.end(), stop):
            continue
        begin = max(start, text.rfind(",", start, told.start()) + 1) if closes else start
        person = _adjacent(text, cast, begin, told.start())
        if person:
            return person, "quotes.reported-before"
    return None


_TELLS = patterns.compile(
    r"\b(?:(?P<said>said|says|stated|added|noted|explained|told\ (?:reporters|journalists|them|the\ \w+)"
    r"|(?:disclosed|revealed|announced)(?=\ this\b)|made(?=\ (?:this|the)\ (?:known|disclosure|remarks?|statement)\b))"
    r"|stressed|emphasi[sz]ed|underlined|underscored|highlighted|pointed\ (?:out|to)|drew\ attention|recalled|reiterated|reaffirmed"
    r"|expressed|voiced|conveyed|thanked|welcomed(?=\ (?:the|this|that|his|her|their|an?)\ [a-z])"
    r"|praised|commended|hailed|lauded|congratulated|appreciated|acknowledged|assured"
    r"|confirmed|admitted|warned|spoke\ (?:of|about)|referred\ to|described|called\ for|urged"
    r"|(?:was|is)\ (?:very\ |most\ |also\ )?(?:grateful|pleased|glad|happy|proud|confident|convinced))\b"
)
_CLOSES = patterns.compile(r"[.”\"]*\s*\Z")
_OPENS = patterns.compile(
    r"(?:\s+in\s+(?:reply|response|return))?\s+(?:this\b|that\b|the\b|it\b|his\b|her\b|their\b|both\b|he\b|she\b|they\b)"
)


def _adjacent(text: str, cast: Cast, start: int, verb: int) -> Person | None:
    """The person whose name, title or pronoun stands right before the verb."""
    pronoun = _last(_LAST_PRONOUN.finditer(text, start, verb))
    if pronoun and _is_between(text[pronoun.end() : verb]):
        return _meant(cast, *pronoun.span())
    for reference in reversed(cast.between(start, verb)):
        if text[reference.end : verb].strip(" ,") == "who":
            return reference.person  # "a letter of Admiral N, who | wrote"
        if _is_between(text[reference.end : verb]) and not _SPEAKS_FOR.search(text[start : reference.start]):
            return reference.person
    return None


def _meant(cast: Cast, start: int, end: int, *, seen_from: int | None = None) -> Person | None:
    """Whom "he" or "she" means; nobody where the sentence is about an office whose holder is not told.

    Behind a quotation it is `seen_from` its opening mark: of whom the words in it speak, they are not his.
    """
    meant = None if cast.is_about_another(start) else cast.pronoun(start, end, seen_from=seen_from)
    return meant.person if meant else None


def _subject(text: str, cast: Cast, start: int, verb: int) -> Person | None:
    """The person whose name, title or pronoun stands right before the verb; else the first one of the clause."""
    if _PASSIVE.search(text, start, verb):
        return None
    if _are_two(text, cast, start, verb):
        return None
    adjacent = _adjacent(text, cast, start, verb)
    if adjacent:
        return adjacent
    if (pronoun := _last(_LAST_PRONOUN.finditer(text, start, verb))) and _is_between(text[pronoun.end() : verb]):
        return None
    named = cast.between(start, verb)
    if not named:
        return _called(text, cast, start, verb)
    first = named[0]
    if _SPEAKS_FOR.search(text[start : first.start]) or _is_beside(text[start : first.start]):
        return _called(text, cast, start, verb)
    return first.person


def _are_two(text: str, cast: Cast, start: int, verb: int) -> bool:
    """Whether two together stand before the verb as one subject: "the ministers, N of Peru and M of Chile, said"."""
    named = cast.between(start, verb)
    if len(named) < _PAIR or named[-1].person.name == named[-2].person.name or not _is_between(text[named[-1].end : verb].rstrip(" ,")):
        return False
    return _AND.fullmatch(text, named[-2].end, named[-1].start) is not None and _BOTH.search(text, start, named[-2].start) is not None


_PAIR = 2
_AND = patterns.compile(r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+)?,?\s+and\s+(?:(?:the|of|for|his|her)\s+|[A-Z][\w.’'-]*,?\s+)*")
_BOTH = patterns.compile(r"\b(?:ministers|chiefs|both|two|joint|leaders|presidents|secretaries|commanders|generals)\b", re.IGNORECASE)
_LAST_PRONOUN = patterns.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_PASSIVE = patterns.compile(r"\b(?:was|were|been|being|is|are)\s(?:also\s)?\Z")  # "Commodore N was told by"
# "the spokesman of Minister N said", "an adviser to N told reporters"
_SPEAKS_FOR = patterns.compile(
    r"\b(?:spokes\w+|aide|adviser|advisor|assistant|representative|statement|office|letter|message)\s(?:of|for|to|from)\s(?:the\s)?(?:[A-Z][\w’'.-]*\s)*\Z"
)


def _is_beside(lead: str) -> bool:
    """Whether the name stands behind a preposition of another clause: "the ministry's note about N said"."""
    return bool(_PREPOSED.search(lead))


_PREPOSED = patterns.compile(r"\b(?:about|with|against|after|following)\s(?:the\s)?(?:[A-Z][\w’'.-]*\s)*\Z")


def _called(text: str, cast: Cast, start: int, end: int) -> Person | None:
    """The person whom the whole phrase between mark and verb means without an article or by part of the name: "COAS", "Ngata"."""
    phrase = text[start:end].strip(" ,.;—–-")
    begin = text.find(phrase, start)
    return cast.called(begin, begin + len(phrase)) if 0 < len(phrase) <= 80 and "\n" not in phrase else None


def _last(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    return next(iter(deque(matches, maxlen=1)), None)


def _is_between(words: str) -> bool:
    """Whether nothing parts the speaker from the verb but "also", post-nominals or a closed pair of commas."""
    rest = words.strip()
    if rest == ",":
        return True  # "the Commissioner, Ambassador N, | told"
    rest = _BESIDE_NAME.sub("", rest)
    return all(word in _words()["between"] for word in rest.split())


# "(Retd)", ", Chief of Staff,", "of Peru": what may stand between a name and its verb
_BESIDE_NAME = patterns.compile(r"^(?:\([^()]{1,40}\)|MP|,[^,]{1,120},|of\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s*")
