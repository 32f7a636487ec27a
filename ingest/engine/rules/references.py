"""Which person the words of a release mean where they do not give the whole name: "the Minister", "he", "General Popa".

The people of a release come with the spans at which their names stand. This module adds the titles that stand alone and the pronouns,
so that rules which ask "who said it" or "who met" find the same answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from functools import cache
from itertools import compress, count
from typing import Literal

from ingest.engine import patterns
from ingest.engine.rules import parts, titles
from ingest.engine.types import Passage, Person, Term, Token
from ingest.engine.values import frozen

How = Literal["name", "title", "pronoun"]


@frozen
class Reference:
    """A span that means a person, and how it does so."""

    start: int
    end: int
    person: Person
    how: How


def _is_of_longer_name(short: str, words: list[str], position: list[str]) -> bool:
    """Whether letters in brackets are those of a body whose name ends as an office does: "Larria Peoples' | Defence Forces (LPDF)"."""
    told, held = ("".join(word[0] for word in each if word[0].isupper()) for each in (words, position))
    return short.isupper() and short.endswith(told) and short not in (told, held)


_LOOK_BACK = 8  # sentences in which the person is sought whom a pronoun means


class Cast:
    """The people of a release, with every span of one passage that means one of them."""

    def __init__(self, passage: Passage, officials: Iterable[Person]) -> None:
        self._passage = passage
        self._officials = tuple(officials)
        self._states = [term for term in passage.terms if term.kind in ("country", "demonym")]
        self._state_starts = [term.start for term in self._states]
        names = list(_named(passage, self._officials))
        names += self._parts_of_names(names)
        taken = sorted(name.start for name in names)
        self.order = tuple(sorted(self._officials, key=lambda person: _first(person, passage)))
        self._brackets = tuple(self._bracketed())
        self._acronyms = self._by_acronym()
        titled = [title for title in self._titles() if not _leads_to_name(passage.text, taken, title)]
        playing = [part for part in self._parts(names) if not _leads_to_name(passage.text, taken, part)]
        self.references = tuple(sorted(_apart([*names, *playing, *titled]), key=lambda reference: reference.start))
        self._starts = [reference.start for reference in self.references]
        self._sentence_starts = [sentence.start for sentence in passage.sentences]
        self._told_genders = dict(self._genders_told())

    def between(self, start: int, end: int) -> tuple[Reference, ...]:
        """The references that begin in this stretch, in order; pronouns are not among them."""
        return self.references[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, position: int, *, gender: str | None = None, near: int | None = None, formal: bool = False) -> Person | None:
        """The person that "he" or "she" at this position most likely means: the subject of this sentence so far, or of the one before.

        A sentence whose own subject is "he" hands the question on to the one before it; the last of these is told off from `near`.
        Where the words are `formal`, "His Excellency", those by whom a meeting was attended are passed over.
        """
        at = bisect_left(self._sentence_starts, position) - 1
        asked = at if near is None else bisect_left(self._sentence_starts, near) - 1
        met = self._in_participle(at, position)
        for sentence in reversed(self._passage.sentences[max(0, asked - _LOOK_BACK) : at + 1]):
            end = min(position, sentence.end)
            if end < position and (_COMPANIONS if not formal else _ATTENDING).search(self._passage.text, sentence.start, end):
                continue
            subject = self._subject_behind_opening(sentence.start, end)
            if subject and (gender is None or self._gender(subject) in (None, gender)):
                return subject
            opening = _OPENING.match(self._passage.text, sentence.start, end) or _BESIDE.match(self._passage.text, sentence.start, end)
            for reference in self.between(opening.end() if opening else sentence.start, end):
                if _SUBJECT_PRONOUN.search(self._passage.text, sentence.start, reference.start):
                    break
                if reference.person.name not in met and (gender is None or self._gender(reference.person) in (None, gender)):
                    return reference.person
        return None

    def _gender(self, person: Person) -> str | None:
        return titles.gender(person) or self._told_genders.get(person.name)

    def _genders_told(self) -> Iterator[tuple[str, str]]:
        """Who is "he" or "she" because the only one named before is said to have met "his" or "her" counterpart, or come on "her" visit."""
        for own in _OWN.finditer(self._passage.text):
            sentence = self._passage.sentences[bisect_left(self._sentence_starts, own.start()) - 1]
            before = {reference.person.name for reference in self.between(sentence.start, own.start())}
            if len(before) == 1:
                yield before.pop(), "m" if own["whose"] == "his" else "f"

    def _in_participle(self, at: int, position: int) -> frozenset[str]:
        """Those to whom "he" or "she" does something in the words that open its sentence: "Thanking the Minister, she said"."""
        if at < 0:
            return frozenset()
        start = self._passage.sentences[at].start
        opening = _DOING.match(self._passage.text, start, position)
        return frozenset(each.person.name for each in self.between(start, opening.end())) if opening else frozenset()

    def _subject_behind_opening(self, start: int, end: int) -> Person | None:
        """The subject of a sentence that opens with something else: "In his meeting with Minister Popa, Commodore Ngata recalled"."""
        if not _OPENS_ASIDE.match(self._passage.text, start, end):
            return None
        first: Reference | None = None  # of those whom "and" joins
        for reference in self.between(start, end):
            if _SUBJECT_PRONOUN.search(self._passage.text, start, reference.start):
                return None
            if _BEHIND_COMMA.search(self._passage.text, start, reference.start):
                first = first if first and _AND.match(self._passage.text, first.end) else reference
                if _VERB_NEXT.match(self._passage.text, reference.end, end):
                    return first.person
        return None

    def pronoun(self, start: int, end: int, *, seen_from: int | None = None) -> Reference | None:
        """The reference that a pronoun of the third person makes; None where nobody is named before it, or before `seen_from`."""
        words = self._passage.text[start:end].casefold()
        gender = {"he": "m", "she": "f"}.get(words)
        person = self.before(start if seen_from is None else seen_from, gender=gender, near=start, formal=" " in words)
        return Reference(start, end, person, "pronoun") if person else None

    def is_about_another(self, position: int) -> bool:
        """Whether the sentence before a position has for its subject an office whose holder is not told: "The Chief of Police opened"."""
        at = bisect_left(self._sentence_starts, position) - 1
        for sentence in self._passage.sentences[max(0, at - 1) : at + 1]:
            subject = _OFFICE_FIRST.match(self._passage.text, sentence.start, min(sentence.end, position))
            if subject and any(word in titles.lists().written_heads or titles.is_acronym(word) for word in subject["office"].split()):
                return not self.between(subject.start("office") - 5, subject.end() + 1)
        return False

    def called(self, start: int, end: int) -> Person | None:
        """Whom a whole phrase means that stands where a speaker stands: "COAS", "Army Chief", "the Defence Chief", "Minister Ngata".

        A title without an article means its holder; else the last word must be a part of the name of one official alone.
        """
        words = _ARTICLE_FIRST.sub("", self._passage.text[start:end])
        last = words.split()[-1] if words else ""
        if not last or len(words.split()) > 6:
            return None
        if last in titles.lists().written_heads or (titles.is_acronym(last) and words == last):
            return self._acronyms.get(last.casefold()) if titles.is_acronym(last) else self._holder(words, start, end)
        if not all(word[0].isupper() for word in words.split()):
            return None
        named = [official for official in self._officials if last in official.name.split()]
        return named[0] if len(named) == 1 else None

    def _by_acronym(self) -> dict[str, Person]:
        """The officials by the initials of their offices, and by what the text puts in parentheses behind an office."""
        by_initials = {short: person for person in reversed(self.order) for short in titles.short_forms(person)}
        by_initials |= {match["short"].casefold(): person for match, person in self._brackets}
        return by_initials | dict(titles.introduced(self._passage.text, self._officials, self._passage.where))

    def _parts_of_names(self, names: list[Reference]) -> Iterator[Reference]:
        """A surname that stands alone where no rule of names has read it: of "Rocío Villaseca Andrade" also "Villaseca said"."""
        holders: dict[str, Person | None] = {}
        for official in self._officials:
            for part in set(official.name.split()[1:]):
                holders[part] = None if part in holders else official
        spans = sorted((name.start, name.end) for name in names)
        tokens = self._passage.tokens
        for at in self._standing(holders.keys()):
            token = tokens[at]
            person = holders[token.text]
            if person is None or not _PART.fullmatch(token.text) or _is_within(spans, token.start):
                continue
            before = tokens[at - 1] if at else None
            if (before and _is_of_name(before.text)) or (at + 1 < len(tokens) and _NAME_GOES_ON.match(self._passage.text, token.end)):
                continue
            if not any(term.start <= token.start < term.end for term in self._terms(token.start, token.end)):
                yield Reference(token.start, token.end, person, "name")

    def _parts(self, names: list[Reference]) -> Iterator[Reference]:
        """Those meant by the part that they play: "the new Commander", "the head of the Peruvian delegation"."""
        named = sorted((parts.Meant(name.start, name.end, name.person) for name in names), key=lambda name: name.start)
        for start, end, person in parts.find(self._passage, named, self.order):
            yield Reference(start, end, person, "title")

    def _titles(self) -> Iterator[Reference]:
        text = self._passage.text
        for head in [self._passage.tokens[at] for at in self._standing(_heads())]:
            article = _ARTICLE.search(text, max(0, head.start - 60), head.start) or _without_article(text, head)
            if article is None or (head.text == _ENVOY and article["words"].split()[-1:] != ["Special"]):
                continue
            end = self._end_of_own_body(head.end)
            if end is None and _NAME_FOLLOWS.match(text, head.end):
                yield from self._with_body(article["words"], article.start(), head)
                continue
            person = self._holder(article["words"] + head.text, article.start(), head.end)
            if person and (end is None or titles.stands_in(person, text[head.end : end])):
                yield Reference(article.start("words") if article.re is _OPENS_BARE else article.start(), end or head.end, person, "title")
        yield from self._shortened()
        for position, person in self._whole_positions():
            start = text.find(position)
            while start >= 0:
                if not _OF_ANOTHER.match(text, start + len(position)) or self._is_of_own_state(person, start + len(position)):
                    yield Reference(start, start + len(position), person, "title")
                start = text.find(position, start + len(position))

    def _is_of_own_state(self, person: Person, end: int) -> bool:
        """Whether the state of its holder closes an office: "Minister of Defence | of Peru | said", and no name follows."""
        closes = _OF_STATE.match(self._passage.text, end)
        term = next((term for term in self._terms(closes.end(), closes.end() + 1)), None) if closes else None
        return term is not None and term.value == person.country and not _NAME_FOLLOWS.match(self._passage.text, term.end)

    def _shortened(self) -> Iterator[Reference]:
        """The holders of offices whose acronyms stand alone: "the CNS", or one that the release has put in brackets behind an office."""
        text, tokens = self._passage.text, self._passage.tokens
        bracketed = {match["short"] for match, _ in self._brackets}
        shorts = {word for word in self._passage.words if word.casefold() in self._acronyms and word[1:] != word[1:].casefold()}
        for at in self._standing(shorts):
            the, short = tokens[max(0, at - 1)], tokens[at]
            has_article = the.text in ("the", "The")
            named = has_article or (short.text in bracketed and the.text != "(" and not the.text[0].isupper())
            if at and named and not _NAME_FOLLOWS.match(text, short.end):
                yield Reference((the if has_article else short).start, short.end, self._acronyms[short.text.casefold()], "title")

    def _standing(self, words: Set[str]) -> list[int]:
        """The numbers of the tokens that are one of the words, in order."""
        found = self._passage.words & words
        return [*compress(count(), map(found.__contains__, self._passage.texts))] if found else []

    def _with_body(self, before: str, start: int, head: Token) -> Iterator[Reference]:
        """The one who holds "the Commander of the Navy", where no other official may be meant."""
        body = _OF_BODY.match(self._passage.text, head.end)
        if body is None:
            return
        nations = {term.value for term in self._terms(start, body.end())}
        wanted = [titles.singular(word) for word in _WORD.findall(f"{before} {body['body']}") if word not in _SMALL]
        plain = [word for word in wanted if word not in titles.lists().decoration and not self._is_nation(word, start, body.end())]
        fitting = [
            person
            for person in self.order
            if titles.holds(person, [*plain, titles.singular(head.text)]) and not titles.is_lesser(person, plain)
        ]
        fitting = [person for person in fitting if not nations or person.country in nations]
        if plain and len(fitting) == 1:
            yield Reference(start, body.end(), fitting[0], "title")

    def _bracketed(self) -> Iterator[tuple[re.Match[str], Person]]:
        """The short forms of offices that stand in brackets behind them: "the Operation Commander (OpCdr)"."""
        for match in self._in_brackets():
            words = match["words"].split()
            person = next((person for person in self.order if person.position and person.position.split()[-len(words) :] == words), None)
            if person and len(words) > 1 and not _is_of_longer_name(match["short"], words, (person.position or "").split()):
                yield match, person

    def _in_brackets(self) -> Iterator[re.Match[str]]:
        """The short forms in brackets, sought only in the lines that hold a bracket: capital words stand everywhere."""
        text, end = self._passage.text, 0
        while (at := text.find(" (", end)) >= 0:
            start, end = text.rfind("\n", end, at) + 1, text.find("\n", at)
            end = end if end >= 0 else len(text)
            yield from _SHORT_OFFICE.finditer(text, start, end)

    def _end_of_own_body(self, end: int) -> int | None:
        """The end of "of IMS" behind a title; None where no acronym follows."""
        follows = _OF_ACRONYM.match(self._passage.text, end)
        return follows.end() if follows else None

    def _whole_positions(self) -> Iterator[tuple[str, Person]]:
        """Positions of two words and more, with the one who holds them; of several holders the one named first."""
        seen: set[str] = set()
        for person in self.order:
            position, body = person.position or "", person.organization or ""
            with_body = (f"{position} {body}", f"{position} of the {body}", f"{body} {position}") if position and body else ()
            for title in (position, *with_body):
                if " " in title and title[0].isupper() and title not in seen:
                    seen.add(title)
                    yield title, person

    def _holder(self, words: str, start: int, end: int) -> Person | None:
        wanted = [titles.singular(word) for word in _WORD.findall(words)]
        nations = {term.value for term in self._terms(start, end)}
        plain = [word for word in wanted if word not in titles.lists().decoration and not self._is_nation(word, start, end)]
        fitting = [person for person in self.order if titles.holds(person, plain) and (not nations or person.country in nations)]
        best = min(fitting, key=lambda person: titles.is_lesser(person, plain), default=None)
        if best is None or (titles.is_lesser(best, plain) and _first(best, self._passage) > end):
            return self._introduced_as(plain, start)  # the Deputy Force Commander named behind is not "the Force Commander"
        return best

    def _introduced_as(self, plain: list[str], start: int) -> Person | None:
        """Who was named before with these words as one of several offices: "Head of Mission and Force Commander, General Popa"."""
        phrase, text = " ".join(plain), self._passage.text
        for person in self.order if len(plain) > 1 else ():
            first = _first(person, self._passage)
            lead = text[max(0, first - _LEAD) : first].lower() if first < start else ""
            at = lead.rfind(phrase)
            if at >= 0 and not _OF_LESSER.search(lead, 0, at) and not _PARTS_OFF.search(text, first - len(lead) + at + len(phrase), first):
                return person
        return None

    def _terms(self, start: int, end: int) -> list[Term]:
        """The countries and demonyms between two positions."""
        return self._states[bisect_left(self._state_starts, start) : bisect_left(self._state_starts, end)]

    def _is_nation(self, word: str, start: int, end: int) -> bool:
        return any(word in self._passage.text[term.start : term.end].casefold() for term in self._terms(start, end))


@cache
def _heads() -> frozenset[str]:
    """The words that are a title alone, or end one."""
    return titles.lists().written_heads | {_ENVOY}


_ENVOY = "Representative"  # "the Special | Representative": of other kinds there are many
_LEAD = 120  # characters before a name in which its offices stand
_OF_LESSER = patterns.compile(r"\b(?:deputy|vice|assistant)[ -]\Z")
_PARTS_OFF = patterns.compile(r"\b(?!of\b|the\b|for\b|and\b)[a-z]{2,}|[.;]\s+[A-Z][a-z]{3}")
_SHORT_OFFICE = patterns.compile(r"\b(?P<words>(?:[A-Z][\w-]+[ ]){1,4})\((?P<short>[A-Z][A-Za-z]{1,9})\)")
# "Minister of Defence of Peru", "Chief of Staff’s": somebody’s office, not the one named first
_OF_ANOTHER = patterns.compile(r"['’-]\w|\w|\s+(?:of|for|at|to|in)\s+(?:the\s+)?[A-Z]|\s+[A-Z]")
_OF_STATE = patterns.compile(r" of (?:the )?(?:(?:Republic|Kingdom|State) of (?:the )?)?")
_OF_ACRONYM = patterns.compile(r"\ of\ (?:the\ )?[A-Z]{2,8}\b(?!\s+[A-Z])")
# "of the Navy", "for Defence": the body of an office, in capitals
_OF_BODY = patterns.compile(
    r"\ (?:of|for)\ (?:the\ )?(?P<body>[A-Z][\w’'-]{1,30}(?:\ (?:of\ |and\ |for\ |the\ ){0,2}[A-Z][\w’'-]{1,30}){0,7})"
)
_SMALL = frozenset(["of", "for", "and", "the"])
_ARTICLE_FIRST = patterns.compile(r"\A\s*(?:as\s+)?(?:(?:[Tt]he|[Hh]is|[Hh]er)\s+)?")
# the Minister of Defence, the General Staff: not a title alone
_NAME_FOLLOWS = patterns.compile(r"['’-]\w|\ +(?:of|for|to)\ |\ +[A-Z]")
_ARTICLE = patterns.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\ +(?P<words>(?:(?!the\b|his\b|her\b|their\b|day\b)[\w’'-]+\ +){0,4})\Z")
# "The same day Vice | Minister | also visited": a title that opens a sentence without an article, or behind the words that say when
_WHEN = r"(?:On|The\ same|At|In|Later|That|Today|Yesterday|Then|Earlier|Afterwards|Also)\b[^.;\n]{0,50}?[\s,]"
_OPENS_BARE = patterns.compile(
    rf"(?:\A|[.;:!?”\"]\s+|\n\W{{0,3}}|(?:(?<=\A)|(?<=[.\n]\s)|(?<=\n)){_WHEN})"
    r"(?P<words>(?:(?!(?:The|His|Her|Their)\b)[A-Z][\w’'-]+\ +){0,4})\Z"
)
_ACTS_BARE = patterns.compile(
    r"\ (?:(?:also|then|later|further|has|had|today)\ ){0,2}(?:[a-z]{3,}ed|met|held|paid|gave|took|made|spoke|told|said|saw|went|was)\b"
)
# "Colonel Roca was also present": beside those of whom the release goes on to tell
_COMPANION = (
    r"\b(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance)\b"
    r"|\balso\s+(?:attended|took\s+part|participated|present)\b|\A(?:Also|Among)\s"
)
_COMPANIONS = patterns.compile(_COMPANION)
_ATTENDING = patterns.compile(rf"{_COMPANION}|\b(?:was|were)\s+(?:also\s+)?attended\s+by\b")
_OWN = patterns.compile(r"\b(?P<whose>his|her)\s+(?:(?!own\b)[\w-]+\s+){0,3}?(?:counterparts?|opposite\s+number|visit|delegation|stay)\b")
_SUBJECT_PRONOUN = patterns.compile(r"\b(?:[Hh]e|[Ss]he)\b")
# "Today, together with Deputy Minister Roca, "
_BESIDE = patterns.compile(
    r"(?:[\w ]{1,30},\s)?(?:(?:[Tt]ogether|[Aa]long|[Jj]ointly)\s+with|[Aa]ccompanied\s+by)\s[^,;.]{0,120},\s",
)
# "Prior to the call on Minister Popa, "
_OPENING = patterns.compile(r"(?:Prior\s+to|Before|After|Following|Ahead\s+of|On\s+behalf\s+of)\b[^,;.]{0,120},\s")
# "Thanking the Minister, | she said"
_DOING = patterns.compile(r"[A-Z][a-z]{2,12}ing\s[^,;.]{0,120},\s(?=(?:he|she)\b)")
# a sentence that does not begin with its subject, up to the comma before the subject and what stands behind it
_OPENS_ASIDE = patterns.compile(
    r"(?:In|During|At|On|With|Upon|By|For|Through|Under|Having|[A-Z][a-z]{3,12}ing)\s(?:[^.;\n]|\.(?=\s?[A-Z\w])){0,300}?,\s"
)
# "Having taken office, the Commander of the Fleet ", "The CNS "
_OFFICE_FIRST = patterns.compile(
    r"(?:[A-Z][a-z]+\s[^,.;\n]{1,60},\s)?[Tt]he\s(?P<office>(?:(?:of|for|the|and|to)\s|[A-Z][\w’'-]*\s){1,10})(?=[a-z])(?!(?:of|for|and|to|the)\s)"
)
_BEHIND_COMMA = patterns.compile(r",\s(?:(?:[Tt]he|of|for|and|[A-Z][\w’'.-]*)\s){0,10}\Z")
_AND = patterns.compile(r"(?:\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?)?\s+and\s")  # "General Roca | of Peru and | Minister Popa met"
_VERB_NEXT = patterns.compile(r"\s(?!(?:and|of|for|to|in|at|on|with|from|as)\b)[a-z]")
_WORD = patterns.compile(r"\w+")


_PART = patterns.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž’'-]{3,}(?:-[A-ZÀ-Ž][\w’'-]+)?")
_NAME_GOES_ON = patterns.compile(r"[ ](?:[A-Z]|(?:bin|al|de|van|von)\b)|['’][A-Z]")
_TITLES_BEFORE = frozenset(
    [
        "Minister",
        "General",
        "Secretary",
        "President",
        "Admiral",
        "Colonel",
        "Ambassador",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Sir",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
    ]
)


def _without_article(text: str, head: Token) -> re.Match[str] | None:
    """The words before a title that acts at the head of a sentence without an article: "Defence | Minister | received"."""
    acts = head.text[0].isupper() and _ACTS_BARE.match(text, head.end)
    return _OPENS_BARE.search(text, max(0, head.start - 90), head.start) if acts else None


def _is_of_name(word: str) -> bool:
    """Whether the word before makes a capital word a part of a name: "Camp | Andrade", not "Minister | Andrade" or "For | Andrade"."""
    return word[:1].isupper() and word not in _TITLES_BEFORE and word not in titles.lists().openers


def _is_within(spans: list[tuple[int, int]], position: int) -> bool:
    at = bisect_left(spans, (position + 1, 0)) - 1
    return at >= 0 and position < spans[at][1]


def _named(passage: Passage, officials: Iterable[Person]) -> Iterator[Reference]:
    for person in officials:
        for at in person.mentions:
            if at.where == passage.where:
                yield Reference(at.start, at.end, person, "name")


def _first(person: Person, passage: Passage) -> int:
    return min((at.start for at in person.mentions if at.where == passage.where), default=len(passage.text))


def _apart(references: list[Reference]) -> Iterator[Reference]:
    """The references without those that overlap an earlier, longer or better one."""
    end = -1
    for reference in sorted(references, key=lambda r: (r.start, r.how != "name", -r.end)):
        if reference.start >= end:
            yield reference
            end = reference.end


def _leads_to_name(text: str, names: list[int], title: Reference) -> bool:
    """Whether a name follows the title, parted by rank and honorific at most: "the Minister of Defence, Lt Gen (Retd) Ana Popa"."""
    at = bisect_left(names, title.start)
    if at == len(names) or names[at] - title.end > 60:
        return False
    return names[at] < title.end or bool(_RANK_ONLY.fullmatch(text, title.end, names[at]))


# ", Lt Gen (Retd) ", " - Chief of Staff, Colonel General "; possessive, for a word in capitals could be parted at every letter
_RANK_ONLY = patterns.compile(r"(?:\s*+(?:,|\(|\)|[-–—]|\b(?:of|the|for|and)\b|[A-Z][\w’'./-]*+))*+\s*")
