"""Documents that a release says were signed, amended, renewed, planned or discussed.

A document is a head ("Memorandum of Understanding", "arrangement") with the words before it that are part of its name and the words behind
it that say what it is about. It is read only where a verb beside it says what was done with it, so that old treaties stay out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from ingest.engine import gazetteers, patterns
from ingest.engine.rules import Rule
from ingest.engine.rules.agreements import deeds, names, parties
from ingest.engine.rules.agreements.document import Document
from ingest.engine.rules.agreements.lexicon import lexicon
from ingest.engine.rules.agreements.past import is_past
from ingest.engine.rules.agreements.sameness import fuller, same
from ingest.engine.types import Agreement, Evidence, Meeting, Passage, Release, Sentence

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
        if not any(same(one, other) and fuller(other, one, at > rank) for rank, other in enumerate(found))
    ]
    return tuple(
        Agreement(
            title=one.title,
            action=one.action,
            countries=parties.of(body, one, occasions),
            evidence=(("title", one.at), ("action", one.cue)),
        )
        for one in kept
    )


def _sentences(body: Passage) -> Iterator[Sentence]:
    """The sentences in which a document may be named; one pass over the body tells them, and few are left."""
    hits = lexicon().stems.find_matches_as_indexes(gazetteers.fold(body.text), overlapping=True)
    starts = sorted({start for _, start, _ in hits})
    for sentence in body.sentences:
        at = bisect_left(starts, sentence.start)
        if at < len(starts) and starts[at] < sentence.end and sentence.end - sentence.start < _LONGEST:
            yield sentence


_AMENDING = patterns.compile(r"\s(?:amending|extending|renewing)\s(?:the|an?)\s")
_LONGEST = 4000  # characters of one sentence; longer ones are no prose
_MOST = 60  # documents of one release


def _in_sentence(body: Passage, sentence: Sentence, release: Release) -> Iterator[Document]:
    text = body.text
    reached = sentence.start
    for head in lexicon().heads.finditer(text, sentence.start, sentence.end):
        if head.start() < reached or names.is_of_body(text, head):
            continue
        if pair := names.each(text, head, sentence.end):
            reached = pair[-1][2]
            yield from _of_pair(text, pair, sentence)
            continue
        start, end = names.extent(body, head, sentence)
        if start < reached:
            continue
        told = deeds.told(text, start, end, sentence, found_before=reached > sentence.start)
        if told is None:
            continue
        action, cue = told
        words = text[cue.start : cue.end].casefold()
        if names.is_policy(head.group()) and (action == "discussed" or words.endswith(lexicon().of_policies)):
            continue
        if words in lexicon().of_deals and "deal" not in head.group().casefold():
            continue
        if _AMENDING.match(text, end):
            continue  # a protocol amending the Agreement on Salvage: the latter is named
        if action != "planned" and is_past(text, end, sentence, release):
            continue
        end = names.without_parties(text, start, end, head)
        title = re.sub(r"\s+", " ", text[start:end])
        named = names.is_title(title, head.group(), text[end : min(sentence.end, end + 60)])
        if not named and not (title == head.group() and deeds.is_news(text, start, title, cue)):
            continue
        reached = end
        yield Document(title, action, names.is_proper(title), Evidence(start, end, cue.rule), cue, sentence)


def _of_pair(text: str, pair: tuple[tuple[str, int, int], ...], sentence: Sentence) -> Iterator[Document]:
    """Both documents of "two agreements, on Salvage and on Diving", where something was done with them."""
    told = deeds.told(text, pair[0][1], pair[-1][2], sentence, found_before=False)
    if told is None:
        return
    action, cue = told
    for title, start, end in pair:
        yield Document(title, action, True, Evidence(start, end, cue.rule), cue, sentence)
