"""Pages in two languages: which paragraphs of the running text are the English ones."""

from __future__ import annotations

from ingest.engine import languages, patterns
from ingest.engine.cleaning.lines import Line
from ingest.engine.cleaning.parts import Parts

LEAST = 250  # letters of English that make a text of their own
SHARE = 3  # each of the two languages has at least one of so many letters: a paragraph quoted in another language is none


def in_english(found: Parts) -> Parts:
    """The parts without paragraphs in another language, where the page has a text in English beside it: a state prints both.

    A page that is all in one language, or has a few English lines in a text of another, stays as it is.
    """
    tongues = [_tongue(line) for line in found.body]
    length = sum(len(line.text) for line in found.body)
    english = sum(len(line.text) for line, tongue in zip(found.body, tongues, strict=True) if tongue == "en")
    foreign = [line for line, tongue in zip(found.body, tongues, strict=True) if tongue not in {"en", None}]
    if english < LEAST or english * SHARE < length or sum(len(line.text) for line in foreign) * SHARE < length:
        return found
    last = max(at for at, tongue in enumerate(tongues) if tongue == "en")
    tongues = [
        "" if at > last and tongue is None and line.kind != "item" else tongue  # the headline of the other version, below the English one
        for at, (line, tongue) in enumerate(zip(found.body, tongues, strict=True))
    ]
    kept = tuple(line for line, tongue in zip(found.body, tongues, strict=True) if tongue in {"en", None})
    cut = (_foreign(line) for line, tongue in zip(found.body, tongues, strict=True) if tongue not in {"en", None})
    return Parts(found.head, kept, found.tail, (*found.cut, *cut))


def below_foreign(found: Parts) -> Parts | None:
    """The parts of a page whose English version stands below the other one, which is then of the head with its headline; None elsewhere."""
    tongues = [_tongue(line) for line in found.body]
    english = next((at for at, tongue in enumerate(tongues) if tongue == "en"), 0)
    foreign = [at for at, tongue in enumerate(tongues) if tongue not in {"en", None}]
    if not foreign or foreign[-1] > english or in_english(found) is found:
        return None
    last = foreign[-1] + 1
    between = found.body[last:english]
    headed = any(_is_headline(line) for line in between)
    above = (_foreign(line) if headed and _is_headline(line) else line for line in found.head)
    return Parts((*above, *map(_foreign, found.body[:last]), *between), found.body[english:], found.tail, found.cut)


def _is_headline(line: Line) -> bool:
    return line.kind == "other" and len(line.text) > _LONG_ENOUGH


_LONG_ENOUGH = 20  # letters of a line that may be a headline


def _foreign(line: Line) -> Line:
    return Line(line.block, "noise", "in another language")


def without_foreign_end(found: Parts) -> Parts:
    """The parts of a text in Latin letters without what closes it in others: buttons and forms of a site in the letters of the state."""
    end = len(found.body)
    while end > 1 and _is_of_other_letters(found.body[end - 1].text):
        end -= 1
    if end == len(found.body) or any(_is_of_other_letters(line.text) for line in found.body[:end]):
        return found
    return Parts(found.head, found.body[:end], (*found.body[end:], *found.tail), found.cut)


def _is_of_other_letters(text: str) -> bool:
    return not text.isascii() and len(_OTHER_LETTERS.findall(text)) * 3 > len(text)


_OTHER_LETTERS = patterns.compile("[\u0370-\u1dff\u2c00-\uffdc]")


def _tongue(line: Line) -> str | None:
    """The language of a line; None for a short one in Latin letters, which tells nothing."""
    return languages.recognize(line.text) if languages.is_telling(line.text) else None
