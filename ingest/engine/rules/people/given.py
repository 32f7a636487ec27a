"""Titles that are given names: "Minister Sultan Kamalov", "Mr. Prince Addo", "Ambassador Dean Walters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.engine.rules.people import names

if TYPE_CHECKING:
    from ingest.engine.rules.people.view import View


def settle(view: View) -> None:
    """Take from the offices and courtesies of the view the words that are given names."""
    if view.headline or view.shouting:
        return
    known = view.lex.given_titles
    for at in [at for at in view.heads if view.folds[at] in known and _is_office_holder(view, at)]:
        del view.heads[at]
    for at in [at for at in view.honorifics if view.folds[at] in known and _is_princely(view, at)]:
        del view.honorifics[at]


def settle_by_states(view: View) -> None:
    """Take from the offices and courtesies what is a given name behind a rank: "General | Nii Armah Addo", "Colonel | Justice Addo", and
    "Prince" or "Baron" where a state is named in which many are called so."""
    if view.headline or view.shouting:
        return
    african = not _WITH_PRINCES.isdisjoint(view.named)
    titles = {**view.honorifics, **view.heads}
    for at in [at for at in titles if view.folds[at] in _BORNE and titles[at][0] == at + 1 and view.capital[at]]:
        noble = view.folds[at] in _NOBLE
        if noble and not (african and _is_untitled(view, at + 1)):
            continue
        if _opens_name(view, at + 1) and (_is_ranked(view, at) or (noble and view.fold(at - 1) in _ENVOYS)):
            view.courtesies.discard(at)
            view.heads.pop(at, None)
            view.honorifics.pop(at, None)
    if _MONARCHIES.isdisjoint(view.named):
        for at in [at for at in view.heads if view.folds[at] == "king" and _opens_name(view, at + 1)]:
            if view.capital[at] and (_is_ranked(view, at) or view.fold(at - 1) in _ENVOYS or _is_led_to(view, at)):
                del view.heads[at]
    view.head_list = list(view.heads)


_NOBLE = frozenset({"prince", "baron"})
_BORNE = _NOBLE | {"nii", "nana", "justice", "sheriff"}
_ENVOYS = frozenset({"ambassador", "minister", "secretary", "amb"})
_WITH_PRINCES = frozenset(
    ["BI", "BJ", "BW", "CD", "CG", "CI", "CM", "GH", "GM", "KE", "LR", "MW", "NA", "NG", "RW", "SL", "SS", "TG", "UG", "ZA", "ZM", "ZW"]
)
_MONARCHIES = frozenset(["BE", "BH", "BT", "DK", "ES", "GB", "JO", "KH", "LS", "MA", "NL", "NO", "SA", "SE", "SZ", "TH", "TO"])


def _is_ranked(view: View, at: int) -> bool:
    """Whether a rank ends right before the word."""
    return any(before in view.ranks and view.ranks[before][0] == at for before in range(max(at - 4, 0), at))


def _is_untitled(view: View, at: int) -> bool:
    """Whether the words of a name are those of no house of Arabia: "Prince | Johnson Addo", not "Prince | Turki bin Larr"."""
    return not any(fold in _OF_HOUSES or fold.startswith("al-") for fold in view.folds[at : at + 4])


_OF_HOUSES = frozenset({"bin", "ibn", "al", "bint"})


def _is_office_holder(view: View, at: int) -> bool:
    """Whether somebody with an office, a rank or a courtesy bears the word as a name. "The Sultan" and "His Majesty Sultan N" do not."""
    if not view.capital[at] or not _opens_name(view, at + 1) or view.folds[at] in _COURTEOUS:
        return False
    return (
        _is_addressed(view, at)
        or _is_led_to(view, at)
        or _is_described(view, at)
        or (_is_between_commas(view, at) and _is_led_to(view, at - 1))
    )


def _is_princely(view: View, at: int) -> bool:
    """Whether a word of courtesy is a name, behind a rank or courtesy and before one word or an initial: "General | Prince Addo"."""
    alone = names.is_before_initial(view, at) or (
        view.is_name_like(at + 1) and not view.is_name_like(at + 2) and view.fold(at + 2) not in view.lex.particles
    )
    return alone and view.honorifics[at][0] == at + 1 and _is_addressed(view, at)


def _opens_name(view: View, at: int) -> bool:
    if view.is_name_like(at):
        return True
    bare = at < len(view.words) and view.capital[at] and view.words[at].isalpha() and not view.words[at].isupper()
    known = (*view.heads, *view.ranks, *view.honorifics, *view.nouns, *view.countries)
    if not bare or at in known:
        return False
    return not any(view.folds[at] in listed for listed in (view.lex.verbs, view.lex.calendar, view.lex.modifiers))


def _is_addressed(view: View, at: int) -> bool:
    """Whether a rank or a courtesy that belongs to no ruler ends right before the word, or before a bracket: "Colonel (Ret.) | Amir N"."""
    if view.fold(at - 1) == ")" and "(" in view.words[max(at - 4, 0) : at]:
        at = next(before for before in range(at - 1, -1, -1) if view.words[before] == "(")
    for before in range(max(at - 4, 0), at):
        if before in view.ranks and view.ranks[before][0] == at:
            return True
        if before in view.honorifics and view.honorifics[before][0] == at and not _RULING.intersection(view.folds[before:at]):
            return True
    return False


def _is_led_to(view: View, at: int) -> bool:
    """Whether an office leads up to the word: "Defence Minister | Sultan", "Minister for Defence | Sultan"."""
    before = at - 1
    while before >= max(at - 9, 0) and (view.capital[before] or view.folds[before] in {"of", "for", "to", "the"}):
        weak = view.folds[before] in view.lex.given_titles or view.folds[before] in view.lex.modifiers
        if before in view.heads and view.heads[before][0] <= at and not weak:
            return view.heads[before][0] == at or view.fold(view.heads[before][0]) in {"of", "for", "to"}
        before -= 1
    return False


def _is_described(view: View, at: int) -> bool:
    """Whether an office that no ruler holds follows the name between commas: "met | Sultan | Rusunov, the Chief Executive of"."""
    end = at + 1
    while end < min(at + 5, len(view.words)) and view.is_name_like(end):
        end += 1
    head = end + 1 + (view.fold(end + 1) == "the")
    while head < min(end + 4, len(view.words)) and head not in view.heads and view.capital[head] and view.folds[head] in view.lex.modifiers:
        head += 1
    told = end > at + 1 and view.fold(end) == "," and head in view.heads and view.capital[head]
    return told and view.fold(head) in _SERVING


_SERVING = frozenset(
    {"chief", "director", "secretary", "minister", "ambassador", "deputy", "governor", "ceo", "manager", "managing", "executive"}
)


def _is_between_commas(view: View, at: int) -> bool:
    """Whether the word and one or two more stand in apposition: "the Minister of Defence, | Sultan Kamalov, received"."""
    return view.words[at - 1] == "," and "," in view.words[at + 2 : at + 4]


_COURTEOUS = frozenset({"prince", "judge"})  # such a title is borne behind another office as well: "Defence Minister Prince N"
_RULING = frozenset({"majesty", "highness", "hm", "hh", "hrh", "h.m", "h.h", "h.r.h", "royal"})
