"""Words of rank, courtesy and office that are none where they stand: "Sri" of Sri Lanka, the pronoun-like surname He, the city Da Nang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.engine.rules.people.lexicon import Head

if TYPE_CHECKING:
    from ingest.engine.rules.people.view import View


def settle(view: View) -> None:
    """Take from the ranks, courtesies and offices of the view what is part of a name or place, and read FM as an office where it is one."""
    for at in [at for at in view.honorifics if _is_of_sri_lanka(view, at) or _is_surname(view, at) or _is_burmese(view, at)]:
        view.courtesies.difference_update(range(at, view.honorifics[at][0]))
        del view.honorifics[at]
    for at in [at for at, (end, head) in view.heads.items() if head.acronym and at in view.places and view.places[at].end > end]:
        del view.heads[at]  # "DA NANG, Vietnam", and no Defence Attaché
    for at, (end, _) in view.honorifics.items():
        if end == at + 3 and view.folds[at + 2] == "counsel":
            view.heads = {head: found for head, found in view.heads.items() if not at <= head < end}  # "| President’s Counsel | N"
    for at in [at for at in view.ranks if view.words[at] == "FM" and _is_foreign_minister(view, at)]:
        del view.ranks[at]
        view.heads[at] = (at + 1, Head(acronym=True))
    for at in [at for at, fold in enumerate(view.folds) if fold == "commodore" and not view.capital[at] and view.fold(at + 1) == "of"]:
        view.heads[at] = (at + 1, Head())  # "Captain N, | commodore | of Destroyer Squadron 9"
    for at in [at for at, fold in enumerate(view.folds) if fold == "cross" and view.capital[at]]:
        for word in range(max(at - _CLASS, 0), at):
            if view.folds[word] in _CLASSES and _leads_to_cross(view, word + 1, at):
                view.ranks.pop(word, None)
                view.heads.pop(word, None)
    view.head_list = sorted(view.heads)


_CLASS = 3  # words from the class of an order to its cross: "| Commander |’s Grand Cross"
_CLASSES = frozenset({"commander", "officer", "knight", "companion"})


def _leads_to_cross(view: View, start: int, end: int) -> bool:
    merit = not {"order", "merit", "legion"}.isdisjoint(view.folds[end + 1 : end + 4])
    return (start < end or merit) and all(view.folds[at] in {"grand", "'s", "'"} for at in range(start, end))


def _is_of_sri_lanka(view: View, at: int) -> bool:
    """Whether the word begins the name of a state or of a shrine: "| Sri | Lanka-Peru relations", "the sacred Jaya | Sri | Maha Vihara"."""
    if view.folds[at] != "sri":
        return False
    led = view.is_name_like(at - 1) and at - 1 not in view.honorifics
    return view.fold(at + 1).startswith("lanka") or led


def _is_surname(view: View, at: int) -> bool:
    """Whether it is the surname He and no excellency, which is written in capitals: "Vice Premier | He | Weilin"."""
    return view.words[at] == "He" and view.is_name_like(at + 1)


def _is_burmese(view: View, at: int) -> bool:
    """Whether a title of Malaysia is a name of Myanmar: "Dr. | Tun | Aung"."""
    return view.folds[at] == "tun" and "MM" in view.named and "MY" not in view.named


def _is_foreign_minister(view: View, at: int) -> bool:
    """Whether the release, which names no field marshal, tells of foreign affairs: "the Russian | FM | Ivan Petrov"."""
    return "marshal" not in view.folds and not _FOREIGN.isdisjoint(view.folds)


_FOREIGN = frozenset({"foreign", "external"})
