"""Which words head an office in a sentence, and which may be part of one."""

from __future__ import annotations

from ingest.engine.rules.people import names
from ingest.engine.rules.people.view import View


def is_head(view: View, at: int, start: int) -> bool:
    """Whether the word is an office here and not a verb or part of something else ("heads to Seoul", "General Staff")."""
    end, head = view.heads[at]
    if head.acronym and not view.words[at].removesuffix("s").isupper():
        return False  # "MPs" are officials, "cos" is none
    if view.fold(at) in {"heads", "chairs", "leads", "partners", "experts", "officers", "delegates"} and not view.capital[at]:
        return False
    if view.fold(at) == "liaison" and end in view.heads:
        return False  # "military liaison | officer"
    if view.fold(at) == "mayor" and view.fold(at - 1) in {"estado", "estados"}:
        return False  # the staff, in Spanish
    if at in view.bodies and view.bodies[at].end > end and view.fold(end) in {"'s", "'"}:
        return False  # "the | Prime Minister's Office"
    if view.fold(at - 1) in {"'s", "’s"} and view.fold(at) == "head" and view.fold(end) in {"to", "for"}:
        return False
    listed = view.bodies.get(at - 2) if view.fold(at - 1) == "of" else None
    if listed is not None and listed.end > end and at - 2 not in view.heads and view.folds[at] != "directors":
        return False  # "the Committee of | Chiefs | of Defence Staff"
    if view.fold(at) == "chair" and view.fold(at - 1) == "the" and view.fold(at - 2) in _PASSED_ON:
        return False  # "handed over the | chair | of the Committee to the Chief of Defence Staff, General N"
    if view.fold(at) == "head" and view.fold(at - 1) in {"soon", "will", "would"} and not view.capital[at]:
        return False  # "who will soon | head | the Joint Chiefs"
    if view.fold(at) == "head" and view.fold(at - 1) in {"its", "their", "the"} and view.fold(at - 2) == "at":
        return False  # "The delegation had at its | head Minister Popa"
    if view.fold(at) in view.lex.modifiers and leads_to_head(view, end):
        return False
    if names.is_given(view, at) and any(view.ranks.get(rank, (0,))[0] == at for rank in range(max(at - 3, start), at)):
        return False  # "General | Amir Hatami"
    return not _inside_rank(view, at, end)


_PASSED_ON = frozenset(
    {"over", "handed", "hand", "hands", "handing", "passed", "passes", "pass", "transferred", "took", "takes", "assumed"}
)


def leads_to_head(view: View, at: int) -> bool:
    """Whether the words after a "Deputy", "Assistant" or "Chief" run on to the head proper: "Deputy Prime Minister"."""
    for later in range(at, min(at + _MODIFIED, len(view.words))):
        if _joins_attached(view, later):
            continue
        if later in view.heads and not (later in view.honorifics and view.honorifics[later][1].office):
            return view.capital[at - 1] or not view.capital[later]  # "Deputy chief of Staff", no "deputy Chief"
        if (
            later in view.ranks
            or not (view.plain[later] or view.folds[later] in view.lex.modifiers)
            or view.folds[later] in view.lex.small_words
        ):
            return False
        if view.capital[later] != view.capital[at - 1] or view.folds[later] in view.lex.verbs:
            return False
    return False


_MODIFIED = 8  # words between a "Deputy" and the head proper


def _joins_attached(view: View, at: int) -> bool:
    """Whether a sign or "and" joins what an attaché stands for: "Assistant Military |,| Naval | and | Air Attaché"."""
    known = view.lex.attached
    return view.folds[at] in {",", "and", "&", "/"} and view.fold(at - 1) in known and view.fold(at + 1) in known


def _inside_rank(view: View, at: int, end: int) -> bool:
    """Whether the word is part of a rank: "Air Chief Marshal", "Inspector" of "Inspector General"."""
    return any(
        start in view.ranks
        and view.ranks[start][0] > at
        and (start < at or view.ranks[start][0] > end)
        and not (view.ranks[start][1].office and not _goes_with_name(view, start))  # "Deputy Commissioner of Police,"
        for start in range(max(0, at - 3), at + 1)
    )


def _goes_with_name(view: View, start: int) -> bool:
    """Whether a name follows the rank that begins at `start`, behind a courtesy too: "Deputy Commissioner Dato' N"."""
    end = view.ranks[start][0]
    return view.is_name_like(end) or (end in view.courtesies and "of" not in view.folds[start:end])


def office_after(view: View, at: int, stop: int) -> int | None:
    """The head of an office that begins at `at` without an article ("and Deputy Prime Minister")."""
    first = at
    while at < min(stop, first + 8):
        if view.folds[at] in {"and", "&"} and at > first and is_domain(view, at - 1) and at + 1 < stop and is_domain(view, at + 1):
            if view.folds[at + 1] in _GRADING and leads_to_head(view, at + 2):
                return None  # "Culture and | Youth and Second Minister for Law"
            at += 1
            continue
        if at in view.heads and not (view.folds[at] in view.lex.modifiers and leads_to_head(view, view.heads[at][0])):
            if view.capital[at] and not view.capital[first] and view.folds[first] not in view.lex.acting:
                return None
            return at
        if at in view.bodies and view.bodies[at].end < stop and first == at:
            return None
        if not ((view.plain[at] and view.capital[at]) or view.folds[at] in view.lex.modifiers):
            return None
        if view.folds[at] in view.lex.verbs or at in view.ranks:
            return None
        at += 1
    return None


# Words that begin the second of two offices.
_GRADING = frozenset({"second", "deputy", "vice", "senior", "acting", "assistant", "associate", "first", "concurrent", "alternate"})


def is_noun_like(view: View, at: int) -> bool:
    """Whether a word in small letters may be part of an office ("bilateral affairs officer", "plans directorate")."""
    fold = view.folds[at]
    return (
        fold[0].isalpha()
        and fold not in view.lex.small_words
        and fold not in view.lex.verbs
        and (fold == "armed" or not fold.endswith(("ed", "ly")))
        and (view.plain[at] or at in view.nouns)
    )


def is_domain(view: View, at: int) -> bool:
    """A capitalised English word that names a field of work ("Security and Intelligence Advisor")."""
    return (
        0 <= at < len(view.words)
        and view.capital[at]
        and view.plain[at]
        and at not in view.heads
        and at not in view.countries
        and view.folds[at] not in view.lex.verbs
        and (view.folds[at] not in view.lex.twins or view.folds[at] in FIELDS)
        and view.folds[at] not in view.lex.calendar
        and not names.is_before_initial(view, at)
    )


FIELDS = frozenset({"peace", "freedom", "liberty", "honour", "honor"})  # of an office more often than the names of people


def is_abbreviation(word: str) -> bool:
    """Whether a word holds two capitals or more: "IMoD"."""
    return sum(sign.isupper() for sign in word) > 1
