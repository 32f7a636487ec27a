"""Which body an office is held in: where it ends, what it is called, and what is a field of work and no body."""

from __future__ import annotations

from ingest.engine.rules.people.view import View

LINKS = frozenset({"of", "at", "in", "for", "with", "from", "within", "under"})  # that lead from an office to its body


def body_end(view: View, at: int, stop: int, link: str) -> int | None:
    """The end of the body that begins at `at`, known or shown by its noun; None if what follows is a field of work."""
    if at in view.bodies and view.bodies[at].end <= stop:
        return view.bodies[at].end
    if at in view.countries and view.countries[at].end < stop:
        after = view.countries[at].end
        if after == stop - 1 and view.is_body_of_state(after):
            return stop
        return body_end(view, after + (view.fold(after) in {"'s", "'"}), stop, link)
    if at == stop - 1 and view.is_acronym(at) and link == "of" and view.fold(at - 2 - (view.fold(at - 1) == "the")) == "commander":
        return stop  # "Commander of | NAVSOUTH"
    for each in range(at, stop):
        if each > at and view.folds[each] == "of" and ((link == "of" and view.folds[at] in _FIELDS) or at in view.heads):
            return None  # "Director of Plans | of the Polish Army", "Assistant to the Chief of Staff | of the Army"
        if each > at and view.folds[each] in {"of", "for"} and view.folds[each - 1] in _WORK and not _holds_noun(view, at, each):
            return None  # "Director of Coordination | for the Armed Forces", "Director for African Affairs | of the Foreign Ministry"
        if view.folds[each] == "charge" and view.folds[each - 1] == "in":
            return None  # "Delegate to the Head of | Government in charge of the Defence Administration"
        if each > at and (view.folds[each] == "at" or (link == "for" and view.folds[each] in {",", "and", "&", "to"})):
            return None
        if each in view.nouns and view.nouns[each] <= stop and view.capital[each] and view.capital[at]:
            if link == "of" and view.folds[at] in _FIELDS and view.folds[each - 1] == "and":
                return None  # "Chief of Personnel and Administration"
            joined = view.fold(view.nouns[each]) in {"and", "&", ","}  # "for Administration | and Supply"
            alone = link == "for" and each == at and (joined or view.folds[each] not in view.lex.strong_bodies)  # "for Operations"
            return None if alone else view.nouns[each]
        royal = view.folds[each] in {"'s", "'"} and view.folds[each - 1] == "majesty"
        if not (royal or view.capital[each] or view.plain[each] or view.words[each][0].isdigit() or view.folds[each] in view.lex.particles):
            return None
    return None


def is_field(view: View, at: int) -> bool:
    """Whether the word is a field of work alone, of which nobody tells a body: "in charge of | Operations"."""
    fold = view.fold(at)
    return (fold in _FIELDS or fold in _WORK) and at not in view.bodies


def is_work(view: View, begin: int, stop: int, *, article: bool) -> bool:
    """Whether up to three words name a field of work, and the body in which it is done follows: "Operations | of the Ghana Navy"."""
    at = begin
    while at < min(begin + 4, stop) and view.capital[at] and view.plain[at] and at not in view.bodies:
        at += 1
    if at == begin or article or at >= stop or view.folds[at] not in LINKS:
        return False
    if view.folds[at - 1] not in _FIELDS and view.folds[at - 1] not in _WORK:
        return False
    if any(view.folds[word] in view.lex.strong_bodies for word in range(begin, at)):
        return False
    inner = at + 1 + (view.fold(at + 1) == "the")
    return inner in view.bodies or body_end(view, inner, stop, view.folds[at]) is not None


def _holds_noun(view: View, start: int, end: int) -> bool:
    return any(at in view.nouns or at in view.bodies for at in range(start, end))


_WORK = frozenset(
    {"affairs", "coordination", "cooperation", "relations", "engagement", "planning", "security", "administration", "procurement"}
)

# What staffs direct: fields of work that no body is called by alone.
_FIELDS = frozenset(
    {"plans", "operations", "policy", "training", "logistics", "intelligence", "personnel", "communications", "protocol", "strategy"}
)


def body_name(view: View, start: int, end: int) -> str:
    """The organization that the words name: as the organizations call it if they know exactly these words, else the words themselves."""
    body = view.bodies.get(start)
    stop = end
    for at in range(start, end):
        if view.words[at] == "(":
            stop = at
            break
    if body and (body.end >= stop or view.folds[body.end] in {"at", "in", "for"}):  # "Navy | at the Navy Headquarters"
        return body.value
    if body and stop - 1 == body.end and view.folds[body.end] in {"delegation", "contingent", "side", "team"}:
        return body.value  # "head of the Kenya Defence Forces | delegation"
    while view.folds[start] in {"the"}:
        start += 1
    return view.text(start, stop).rstrip(" ,")
