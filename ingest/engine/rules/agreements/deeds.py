"""What a sentence says was done with a document: signed, amended, renewed, planned or discussed."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.agreements.lexicon import lexicon
from ingest.engine.types import Action, Evidence, Sentence


def told(text: str, start: int, end: int, sentence: Sentence, *, found_before: bool) -> tuple[Action, Evidence] | None:
    """What the verb before or behind the document says was done with it; None where no verb says anything."""
    if _IN_FORCE.match(text, end, sentence.end):
        return None
    relative = _behind_which(text, end, sentence)
    if relative and relative[0] == "planned":
        return relative[0], Evidence(relative[1], relative[2], "agreements.verb-behind")
    lead = text[max(sentence.start, start - _LEAD) : start]
    if lexicon().background.search(lead):
        return None
    behind = _behind(text, end, sentence) or relative or _behind_both(text, start, end, sentence)
    best = _ahead(lead, start - len(lead)) or _ahead_apart(text[max(sentence.start, start - 2 * _LEAD) : start], start)
    if best and behind and best[0] in ("signed", "discussed") and behind[0] == "planned":
        best = None
    if best and _DENIED.search(text, max(sentence.start, best[1] - 30), best[1]):
        return None
    listed = _listed(text, start, sentence) if found_before else None
    if listed and best and best[0] == "discussed" and best[1] < listed[1].start:
        return listed
    if best and _PERFECT.search(text, max(sentence.start, best[1] - 12), best[2]) and _COOPERATE.match(text, start):
        return None
    if best:
        action = _in_time(text, best[0], sentence.start, best[1], start)
        return action, Evidence(best[1], best[2], "agreements.verb-before")
    if behind:
        if behind[0] == "signed" and (changed := _CHANGED.search(lead)):
            return ("amended" if changed["changes"] else "renewed"), Evidence(behind[1], behind[2], "agreements.verb-behind")
        return behind[0], Evidence(behind[1], behind[2], "agreements.verb-behind")
    if _NEW.search(lead) and _BETWEEN_PARTIES.search(text, start, end):
        return "signed", Evidence(start, end, "agreements.verb-before")
    return listed or _behind_colon(text, start, sentence) or _counted(text, start, sentence)


# "the Cooperation Agreement, | which has been in force since 2019"
_IN_FORCE = patterns.compile(
    r"(?:\s\([^()]{1,20}\))?,\s(?:(?:which|that)\s(?:has\sbeen|had\sbeen|is|was|came|entered)\s(?:already\s|now\s)?)?(?:in|into)\s(?:force|effect)\b"
)


# "has not yet | signed any agreement", "refused to | sign"
_DENIED = patterns.compile(
    r"(?i)(?:\b(?:not|never|nor|without)|n[’']t)\s(?:(?:yet|ever|been|be|have)\s){0,2}\Z|\b(?:refus|declin|fail|unable|unwilling)\w*\s(?:to\s)?\Z"
)


# the renewal of the | Memorandum | was signed
_CHANGED = patterns.compile(
    r"(?i)\b(?:(?P<changes>amendments?|changes|modifications?)\s(?:to|of)|(?:renewal|extension|prolongation)\s(?:of|to))\s(?:the|its|their|an?)\s\Z"
)


def is_news(text: str, start: int, kind: str, cue: Evidence) -> bool:
    """Whether a document that nothing but its kind is told of is new all the same: "signed an agreement", "an accord was signed"."""
    signing = _SIGNING.match(text, cue.start, cue.end)
    if not signing or kind not in lexicon().kinds:
        return False
    if _INDEFINITE.search(text, max(0, start - 40), start):
        return True
    # the document of the headline, or of a sentence that names it by no word of ours
    behind = max(start + len(kind), cue.end)
    told = _THE_ONE.search(text, max(0, start - 60), start) and _SCENE.match(text, behind)
    return bool(told) and " be " not in text[cue.start : cue.end]


_SIGNING = patterns.compile(r"(?i)[^.;]{0,40}?\b(?:sign|signs|signed|signing|signature|inked|initial(?:l?ed)?|concluded)\b")
# "The agreement was signed in", "Popa and Roca signed the agreement on Friday"; not "since the agreement was signed"
_THE_ONE = patterns.compile(r"(?:(?:\A|[.!?”\"]\s{1,2}|\n)The|\bsigned\sthe)\s\Z")
_SCENE = patterns.compile(r"\s(?:by|in|at|on|during|today|yesterday|here|last)\s(?!(?:19|20)\d\d)")
_INDEFINITE = patterns.compile(r"(?i)\ban?\s(?:[a-z-]+\s){0,2}\Z")
# "Chile has signed long-term cooperation agreements with all": how things stand, and no news
_PERFECT = patterns.compile(r"\bha(?:s|ve|d)\s(?:also\s)?(?:signed|concluded)\Z")
_COOPERATE = patterns.compile(r"(?:[a-z-]+\s){0,3}(?:agreements|protocols|memoranda|arrangements)\b")
_Cue = tuple[Action, int, int]
# "The historic new agreements between Chile and the Lima Authority will bring …": news; "the historic agreement" may be old
_NEW = patterns.compile(r"\b[Tt]he\s(?:(?:historic|landmark)\snew|(?:newly|recently|just)\ssigned)\s\Z")
_BETWEEN_PARTIES = patterns.compile(r"\bbetween\s.{3,80}\sand\s")


def _ahead(lead: str, offset: int) -> _Cue | None:
    """The longest cue right before the document. "An updated", "the revised" only tell which document: the cue before them counts."""
    best = _longest(lead, offset)
    which = best and best[0] in ("amended", "renewed") and _WHICH_ONE.search(lead, 0, best[1] - offset)
    if not best or not which:
        return best
    earlier = _longest(lead[: which.end()], offset)
    return best if earlier and earlier[0] == "signed" else earlier


_WHICH_ONE = patterns.compile(r"\b(?:an?|the|this|that|its|their|our)\s\Z")


def _longest(lead: str, offset: int) -> _Cue | None:
    best: _Cue | None = None
    for action, pattern in lexicon().before:
        cue = pattern.search(lead)
        if cue and (best is None or len(cue["cue"]) > best[2] - best[1]):
            best = (action, offset + cue.start("cue"), offset + cue.end("cue"))
    return best


def _ahead_apart(lead: str, end: int) -> _Cue | None:
    """The cue before the document with other words between."""
    for action, pattern in lexicon().apart:
        cue = pattern.search(lead)
        if cue:
            offset = end - len(lead)
            return action, offset + cue.start("cue"), offset + cue.end("cue")
    return None


def _behind_which(text: str, end: int, sentence: Sentence) -> _Cue | None:
    """What a relative clause says of the document: ", which both ministers expect to sign", "which Chile and Peru signed in Lima"."""
    behind = (pattern.match(text, end, sentence.end) for pattern in (_WHICH_IS_PLANNED, _IS_PLANNED, _IS_FORESEEN))
    planned = next(filter(None, behind), None)
    group = planned.lastgroup or "cue" if planned else ""
    if planned and not lexicon().heads.search(text, end, planned.start(group)):  # of two documents the clause tells the nearer one
        return "planned", planned.start(group), planned.end(group)
    signed = _WHICH_THEY_SIGNED.match(text, end, sentence.end)
    return ("signed", signed.start("cue"), signed.end("cue")) if signed else None


_TO_SIGN = r"""(?:be\s)?(?:also\s|soon\s|jointly\s|formally\s)?
    (?:sign|conclude|initial|ink|finali[sz]e|adopt|approve|renew|submit)(?:ed|led|d|ted)?\b (?!\sup\b|\soff\b)"""
_IS_TO = r"""(?:will|would|shall|could|may|might
    |intends?\sto|plans?\sto|expects?\sto|hopes?\sto|aims?\sto|wants?\sto|wish(?:es)?\sto|ready\sto
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
# "the signing of a Memorandum on Salvage, | foreseen for | this autumn"
_IS_FORESEEN = patterns.compile(
    r"(?:\s\([^()]{1,20}\))?,\s(?P<cue>(?:foreseen|planned|scheduled|expected|envisaged|due)\s(?:for|in|on|to\stake\splace))\b"
)
_WHICH_THEY_SIGNED = patterns.compile(
    r"[^.;]{0,60}?,?\s(?:which|that)\s(?:[A-Z]|(?:the\s(?:two|three|four|ministers|parties|sides|countries|delegations|heads|chiefs)|both|they|he|she)\b)"
    r"(?:(?!\b(?:had|in\s(?:19|20)\d\d)\b)[^.;]){0,100}?\s(?P<cue>(?:signed|concluded|initialled|inked))\b(?!\s(?:in\s)?(?:earlier|last|previously|before)\b)"
)


_LEAD = 120  # characters before a document in which its verb may stand


def _behind(text: str, end: int, sentence: Sentence) -> tuple[Action, int, int] | None:
    parties = _PARTIES.match(text, end, sentence.end)
    if parties and not lexicon().heads.search(text, end, parties.end()):
        end = parties.end()
    rest = text[end : min(sentence.end, end + 160)]
    for action, pattern in lexicon().behind:
        cue = pattern.match(rest) or (lexicon().planned_behind.match(rest) if action == "planned" else None)
        if cue and not lexicon().heads.search(text, end, end + cue.start("cue")):
            return action, end + cue.start("cue"), end + cue.end("cue")
    passive = _WAS_SIGNED.match(rest) if "signed" in rest else None
    return ("signed", end + passive.start("cue"), end + passive.end("cue")) if passive else None


_WAS_SIGNED = patterns.compile(r"(?:[^,.;]{0,60}(?:,\s[A-Z][\w-]+){1,4})?[^,.;]{0,60}?\b(?P<cue>(?:was|were)(?:\s+also)?\s+signed)\b")
# the Memorandum on Salvage | between the Navy of Chile and the Navy of Peru | was signed
_PARTIES = patterns.compile(
    r"\s(?:between|among)\s(?:(?!\b(?:which|that|who)\b)[^.;:]){3,100}?\sand\s(?:(?!\b(?:which|that|who)\b)[^.;:]){3,80}?(?=\s(?:was|were|is|are|has|have|had|will|would|shall)\s)"
)


def _behind_both(text: str, start: int, end: int, sentence: Sentence) -> _Cue | None:
    """What is said of two documents that open a clause: "the | Programme for 2025 | and the Action Plan were signed"."""
    if not _OPENS_CLAUSE.search(text, max(sentence.start, start - 20), start):
        return None
    signed = _BOTH_WERE_SIGNED.match(text, end, sentence.end)
    return ("signed", signed.start("cue"), signed.end("cue")) if signed else None


_OPENS_CLAUSE = patterns.compile(r"(?i)(?:\A|[,.]\s)(?:(?:the|an?|both|also|then)\s)*[‘“\"]?\Z")
_NO_VERB = r"(?!\b(?:is|are|was|were|be|been|has|have|had|will|would|which|that|who|ministers|sides|parties)\b)[^.;:]"
_BOTH_WERE_SIGNED = patterns.compile(
    rf"(?:{_NO_VERB}){{0,80}}?(?:,|\sand)\s(?:and\s)?(?:the|an?)\s(?:{_NO_VERB}){{2,200}}?\s(?P<cue>(?:were|have\sbeen)\s(?:also\s)?signed)\b"
)


def _in_time(text: str, action: Action, start: int, cue: int, document: int) -> Action:
    """The action with its tense: what is to be signed is planned, and "discussed" outweighs a signing that was talked about."""
    lead = text[max(start, cue - 40) : cue].casefold()
    may_lie_ahead = action == "planned" or (action == "signed" and _DEED.match(text, cue))
    if may_lie_ahead and not _RESOLVED.match(text, cue) and _PROPOSED.search(text, max(start, cue - 80), cue):
        return "discussed"
    if action == "signed" and (_TO_BE.search(lead) or (_BASE.match(text, cue) and _WILL_AND.search(text, start, cue))):
        return "planned"
    if action == "signed" and text[cue : cue + 4].casefold() in ("sign", "conc") and _AHEAD_OF.search(text, max(start, cue - 200), cue):
        return "planned"
    if action == "signed" and "draft" in text[cue:document].casefold().split():
        return "discussed"
    return action


_TO_BE = patterns.compile(
    r"\b(?:will|would|to|shall|may|could|hopes? to|is expected to|are expected to)\s+(?:also\s+|soon\s+)?(?:be\s+)?(?:\w+\s+and\s+)?$"
)
# "will meet the Prime Minister, General Roca and Minister Popa, and | sign a Protocol"
_WILL_AND = patterns.compile(r"\bwill\s(?:(?!\bsaid\b)[^.;]){3,250},?\sand\s(?:then\s|also\s)?\Z")
_BASE = patterns.compile(r"(?:sign|conclude|ink|initial)\s")
_RESOLVED = patterns.compile(r"(?i)(?:agreed|decided|undertook)\b")  # exchanged views on training and | agreed to sign
# "put forward a proposal for the two countries | to conclude": one side wants it
_PROPOSED = patterns.compile(
    r"""(?i)\b(?: discuss(?:ed|ing|ions?\son)? | talked\sabout | spoke\sabout | talks\s(?:on|about|covered|focus(?:s?ed)?\son|touched\son)
        | exchanged\sviews | considered | explored | raised | possibilit(?:y|ies) | propos(?:al|ed|es) | suggest(?:ed|s|ion)
        | offer(?:ed|s)? | ask(?:ed|s) | call(?:ed|s)\s(?:on|for)
        | need\s(?:for|to) | interest(?:ed)?\sin | in\sfavou?r\sof | importance\sof
    )\b (?:(?!\b(?:agreed|signed|ended|followed|led|culminated|witnessed)\b)[^.;]){0,60}\Z""",
    re.VERBOSE,
)
_DEED = patterns.compile(r"(?i)(?:signing|signature|conclusion)\b")  # a noun, which tells no time: "raised the conclusion of"
# "look forward to the signing of", "prepare for signing": not yet
_AHEAD_OF = patterns.compile(
    r"(?i)\b(?:will\s[^.;]{1,40}\sby|look\w*\sforward\sto|prepar\w+(?:\sfor|\sof)?|ahead\sof|pending|upcoming|forthcoming|future|planned|expected|proposed|toward|towards|plans?\s(?:of|for)|speed\w*\sup|accelerat\w+|expedit\w+|hasten\w*|facilitat\w+"
    r"|look\w*\sforward\sto\s[^.;]{1,150}\sand\sto|prospects?\s(?:of|for)|invit\w+\s[^.;]{0,30}(?:to|for)|hop\w+\sfor|plans?\sfor|date\s(?:of|for))\s(?:the\s|a\s)?(?:formal\s|official\s)?\Z"
)


def _listed(text: str, start: int, sentence: Sentence) -> tuple[Action, Evidence] | None:
    """The action of the document named right before: "signed a Letter of Intent on X and a Protocol on Y"."""
    begin = max(sentence.start, start - 400)
    lead = text[begin:start]
    joint = _JOINT.search(lead[-20:])
    cue = _SIGNED.search(lead) if joint else None
    if cue is None or _OTHERWISE.search(lead[cue.end() :]):
        return None
    return "signed", Evidence(begin + cue.start(), begin + cue.end(), "agreements.verb-before")


_JOINT = patterns.compile(r"(?:,|\band)\s+(?:of\s+)?(?:an?|the)?\s*[‘“\"]?\Z")
_SIGNED = patterns.compile(r"\b(?:sign(?:ed|ing|ature)|inked|concluded|exchanged?)\b")
_OTHERWISE = patterns.compile(r"\b(?:agreed|which|will|discussed)\b")


def _behind_colon(text: str, start: int, sentence: Sentence) -> tuple[Action, Evidence] | None:
    """The signing of several documents that a colon leads to: "signed three agreements: the | Protocol on Salvage |, a Plan and"."""
    begin = max(sentence.start, start - _LIST)
    found = _SIGNED_LIST.search(text, begin, start)
    return ("signed", Evidence(found.start("cue"), found.end("cue"), "agreements.verb-before")) if found else None


_LIST = 300  # characters before the first of several documents
_KINDS = r"(?:agreements|documents|memoranda|arrangements|accords|protocols|MoUs|MOUs|instruments|texts|letters|contracts)"
_SIGNED_LIST = patterns.compile(
    rf"\b(?P<cue>signed|inked|concluded|initial(?:l)?ed|signing\sof)\s(?:[\w-]+\s){{0,5}}?{_KINDS}\b[^.:;]{{0,100}}:\s(?:(?:the|an?)\s)?[‘“\"]?\Z"
)


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
