"""Names of people as they are printed: where a name that begins at a word ends."""

from __future__ import annotations

from ingest.engine import patterns
from ingest.engine.rules.people.shapes import FORMED
from ingest.engine.rules.people.view import FATHERS, View

LONGEST = 8


def read(view: View, start: int, stop: int, *, introduced: bool, strongly: bool = False) -> int | None:
    """The end of the name that begins at `start`, or None.

    `introduced`: a rank, honorific or office stands before it, so that one word is enough; `strongly`: it is a rank or honorific, so that
    even an English word is a name ("Gen. Brown", "Mr. Strong").
    """
    at = _opened(view, start, stop, introduced=introduced, strongly=strongly)
    if at is None:
        return None
    while at < stop and at - start < (LONGEST + 4 if not _is_late_father(view, start, at) else 2 * LONGEST + 4):
        step = _step(view, start, at, stop)
        if step is None:
            break
        at = step
    return at if _is_whole(view, start, at, introduced=introduced) else None


def is_given(view: View, at: int) -> bool:
    """Whether the word of an office may be a given name, behind a rank and before another name: "General | Sultan Kamal"."""
    return view.folds[at] in view.lex.given_titles and view.capital[at] and view.is_name_like(at + 1)


def is_told_behind(view: View, at: int, stop: int) -> bool:
    """Whether the word of English is a given name before another name and an office: "Gift | Banda, Minister of Defence"."""
    return view.capital[at] and _is_twin(view, at, stop) and _is_office_behind(view, at + 1, stop)


def is_before_initial(view: View, at: int) -> bool:
    """Whether a word of English is a given name before an initial and a name: "Foreign Secretary | Harsh V. Varma"."""
    initial = view.words[at + 1] if at + 2 < len(view.words) else ""
    return len(initial) == 2 and initial[0].isupper() and initial[1] == "." and view.is_name_like(at + 2)


def is_month(view: View, at: int) -> bool:
    """Whether the word is a month cut short, behind its day, that is a name elsewhere: "on the 8 | Mar, Admiral N"."""
    return view.folds[at] in _SHORT_MONTHS and at > 0 and view.words[at - 1][0].isdigit()


def parts(view: View, start: int, end: int) -> tuple[str, ...]:
    """The folded words of a name that count when names are compared: no particles, signs, nor suffixes unless the name is one alone."""
    words = tuple(view.folds[at] for at in range(start, end) if view.words[at][0].isalpha())
    return (*words[:1], *(word for word in words[1:] if word not in view.lex.suffixes))  # "Minister Neto", "Neto Kim"


def ends_sentence(view: View, at: int) -> bool:
    """Whether the stop of the word is that of a sentence and no part of the name: a surname that is also short for a rank, "Del Col."."""
    return at in view.ranks and not _is_initial(view.words[at])


# ---- the first word ----


def _opened(view: View, start: int, stop: int, *, introduced: bool, strongly: bool) -> int | None:
    """The end of the first word of a name, with the particles before it; None if no name begins there."""
    if start >= stop:
        return None
    fold, word = view.folds[start], view.words[start]
    if fold in _SHORT_MONTHS and is_month(view, start):
        return None
    if introduced and fold in view.lex.opening and not view.capital[start]:
        return _past_opening_particles(view, start, stop)
    if start in view.heads and _is_surname_head(view, start) and view.is_name_like(start + 1):
        ranked = any(at in view.ranks and view.ranks[at][0] == start for at in range(max(start - 4, 0), start))
        return start + 1 if ranked and is_given(view, start) else None  # "King Abdullah" is a king
    if fold.startswith("non-") or fold.endswith(FORMED) or (start in view.courtesies and start in view.honorifics and word.endswith(".")):
        return None  # "Major | Non-NATO Ally"
    if introduced and word == "I" and view.fold(start + 1) in _OF_BALI and start + 1 < stop:
        return start + 2  # "Admiral TNI | I Made Larta"
    of_initial = _is_initial(word)
    initial = of_initial and view.capital[start] and introduced and word.endswith(".")  # "Admiral I. Bello"
    if not initial and (not view.capital[start] or not word[0].isalpha()):
        return None
    if fold in view.lex.calendar and not initial:
        return start + 1 if introduced and _is_twin(view, start, stop) else None  # "Admiral | June Ryan", "Minister | Sunday Dare"
    if fold in view.lex.verbs and not initial:
        return start + 1 if introduced and (_is_twin(view, start, stop) or _are_initials(view, start)) else None
    if not introduced and is_told_behind(view, start, stop):
        return start + 1
    if of_initial and start in view.bodies:
        return None  # "Under Commander, | U.S. Pacific Fleet"
    if of_initial:
        follows = start + 1 < stop and view.capital[start + 1] and (introduced or word.endswith(".") or len(word) == 1)
        return start + 1 if follows and (introduced or not view.plain[start + 1]) else None
    if start in view.countries or start in view.places or start in view.bodies:
        return start + 1 if _place_opens(view, start, stop, introduced=introduced, strongly=strongly) else None
    if _is_taken(view, start, stop, introduced=introduced):
        return None
    return start + 1 if not view.plain[start] or _english_opens(view, start, stop, introduced=introduced, strongly=strongly) else None


_OF_BALI = frozenset({"made", "wayan", "nyoman", "ketut", "gusti", "putu", "gede", "nengah", "komang", "kadek", "dewa", "gusde", "ngurah"})
_SHORT_MONTHS = frozenset({"jan", "mar", "jun", "jul"})


def _past_opening_particles(view: View, start: int, stop: int) -> int | None:
    """The end of the word behind particles in small letters that open a name: "van der | Linde"; not "Infantería | de Marina"."""
    before = start - 1
    if before >= 0 and view.is_name_like(before) and before not in view.nouns:
        return None
    after = start + 1
    while after < stop and view.folds[after] in view.lex.particles and not view.capital[after]:
        after += 1
    return after + 1 if after < stop and view.is_name_like(after) else None


def _is_taken(view: View, start: int, stop: int, *, introduced: bool) -> bool:
    """Whether the word is an office, a rank, the noun of a body or an acronym here, and no name."""
    named = start + 1 < stop and view.is_name_like(start + 1)
    if start in view.heads and not (introduced and _is_surname_head(view, start)):
        return True
    if start in view.ranks and view.ranks[start][0] > start + 1:
        return True
    if start in view.nouns and not named:
        return True  # "the General | Secretariat"
    return view.is_acronym(start) and not (introduced and named)


def _english_opens(view: View, start: int, stop: int, *, introduced: bool, strongly: bool) -> bool:
    """Whether a word of English opens a name: a twin of a name, or any behind a rank or honorific that belongs to no institution."""
    if introduced and (_is_twin(view, start, stop) or is_before_initial(view, start) or _are_initials(view, start)):
        return True
    if not strongly or view.headline or view.shouting:
        return False
    if view.folds[start] in view.lex.institutional:
        return _is_surname_head(view, start) and view.is_name_like(start + 1)  # "Colonel | Justice Addo"
    return start not in view.nouns and start + 1 not in view.nouns


def _are_initials(view: View, at: int) -> bool:
    """Whether two capitals before a name are its initials, though they spell a word: "Colonel | AT | Kamara"."""
    word = view.words[at]
    return len(word) == 2 and word.isupper() and not view.headline and not view.shouting and _is_surname(view, at + 1)


def _is_twin(view: View, at: int, stop: int) -> bool:
    """Whether a verb or small word is a name here: "Vice Admiral | Said bin Hamad", "Datin | Nor Azlina"."""
    if view.folds[at] not in view.lex.twins or view.headline or view.shouting or at + 1 >= stop:
        return False
    return view.folds[at + 1] in _SONS or _is_surname(view, at + 1)


def _is_surname(view: View, at: int) -> bool:
    """Whether the word is a name, or a town elsewhere and no word of English: "General Per | Lund |"."""
    town = view.places.get(at)
    return view.is_name_like(at) or (town is not None and town.end == at + 1 and not view.plain[at])


_SONS = FATHERS | {"ben", "ould", "al"}


def _is_office_behind(view: View, at: int, stop: int) -> bool:
    """Whether an office with a capital, or its country and then the office, stands between commas behind the names that begin here."""
    limit = min(stop, at + 4)
    while at < limit and view.is_name_like(at):
        at += 1
    if at >= stop or view.words[at] != ",":
        return False
    at += 1 + (view.fold(at + 1) == "the")
    at = view.countries[at].end if at in view.countries else at
    at += view.fold(at) in view.lex.modifiers
    return at < stop and at in view.heads and view.capital[at]


def _place_opens(view: View, start: int, stop: int, *, introduced: bool, strongly: bool) -> bool:
    """Whether a word that is also a country, city or body opens a name: "Lt. Col. Jordan Pelletier", "President Jackson"."""
    if view.fold(start + 1) in FATHERS:
        return True
    found = view.bodies.get(start) or view.countries.get(start) or view.places[start]
    if start in view.countries and view.countries[start].kind == "demonym" and not strongly:
        return False
    if found.end - start > 1:
        return (
            start not in view.countries
            and start in view.bodies
            and strongly
            and view.is_name_like(start + 1)
            and not _holds_noun(view, start, found.end)
        )
    if start + 1 < stop and view.is_name_like(start + 1):
        if view.folds[start] in _GIVEN_COUNTRIES:
            return True
        return strongly or (introduced and start not in view.countries) or start in view.places
    if introduced and start in view.places and start + 2 < stop and start + 1 in view.places and view.is_name_like(start + 2):
        return True  # "General | Santiago Valencia Toro"
    told = introduced and not view.headline and not view.shouting and view.fold(start - 1) not in view.lex.links
    closes = view.fold(start + 1) in {",", "and", "'s"} or view.fold(start + 1) in view.lex.verbs  # "Secretary Austin, Chairman …"
    return (strongly or (told and closes)) and start not in view.countries and not view.is_acronym(start)


# States whose names are given names as well: "Israel Hernández", "Jordan Pelletier".
_GIVEN_COUNTRIES = frozenset({"israel", "jordan", "chad", "georgia"})


def _holds_noun(view: View, start: int, end: int) -> bool:
    return any(at in view.nouns for at in range(start, end))


def _is_initial(word: str) -> bool:
    if not word[0].isupper():
        return False
    if "." not in word:
        return len(word) == 1
    return (word[-1] == "." and (len(word) <= 3 or word.count(".") > 1)) or _STOPPED.fullmatch(word) is not None


_STOPPED = patterns.compile(r"(?:[A-Z]\.){1,3}[A-Z]")  # "Charles D.N.P Hale": initials whose last one lacks its stop


def is_dotted(word: str) -> bool:
    """Whether a word is of capitals with a stop behind each, as letters of honour are: "C.G.H.", "T.D."."""
    return word[-1] == "." and _DOTTED.fullmatch(word) is not None


_DOTTED = patterns.compile(r"(?:[A-Z]\.){2,6}")


def _is_surname_head(view: View, at: int) -> bool:
    return view.folds[at] in view.lex.surname_titles


# ---- further words ----

_MONTHS = frozenset({"march", "may", "august", "mar", "sept", "dec", "jan"})  # which may be names too: the other months never are
_QUOTED = 8  # words in single quotation marks within a name: "Luis ‘El Gato’ Roca"


def _step(view: View, start: int, at: int, stop: int) -> int | None:
    fold, word = view.folds[at], view.words[at]
    if word == "," and view.fold(at + 1) in {"jr", "sr"} and at + 1 < stop:
        return at + 2
    if _is_late_father(view, start, at):
        return at + 1 if view.capital[at] or (word in "'‘’" and at + 1 < stop and view.capital[at + 1]) else None
    if word in "“\"‘'(" and (end := _nickname(view, at, stop)) is not None:
        return end
    if word in "‘ʿ" and at + 1 < stop and view.is_name_like(at + 1) and not {"’", "”"}.intersection(view.words[at + 1 : at + _QUOTED]):
        return at + 1  # "Omar | ‘ | Ali": the letter ayn, and no mark of speech
    if fold in _PATRONYMICS:
        return at + 1
    if not view.capital[at]:
        return at + 1 if is_elided(word) else _particles(view, at, stop)
    if is_surname_of_nepal(view, at):
        return at + 1
    if at > start and fold in _MONTHS and at + 1 < len(view.words) and view.words[at + 1][0].isdigit():
        return None  # "Ambassador Luis Roca | May | 22"
    if fold in view.lex.calendar and view.folds[at - 1] in view.lex.family_first and view.is_name_like(at + 1):
        return at + 1  # "Trịnh | Thu | Hằng"
    if fold in view.lex.calendar or (fold in view.lex.postnominals and word.isupper() and len(word) > 1 and fold not in view.lex.suffixes):
        return None
    if is_dotted(word) and at > start + 1 and not _is_initial(view.words[at - 1]):
        return None  # "Aoife Hanly | T.D."
    if fold in view.lex.suffixes or (_is_initial(word) and not (at in view.countries and len(word) > 2)):  # "Minister Ruiz | U.S. efforts"
        return at + 1
    if at in view.bodies or at in view.countries:
        return at + 1 if _ends_as_place(view, start, at, stop) else None
    if _is_short_given(view, at, start):
        return at + 1
    if at in view.ranks and view.ranks[at][0] == at + 1 and view.folds[at - 1] in view.lex.particles and view.capital[at - 1]:
        return at + 1  # "Stefano Del Col.": a particle leads to a surname
    if fold in view.lex.particles and at + 1 < stop and word.istitle() and view.is_name_like(at + 1) and not view.headline:
        return at + 1  # "João | Da | Costa", whose particle is short for a Defence Attaché elsewhere
    if at in view.heads or (at in view.ranks and not view.is_name_like(at)):
        return at + 1 if _is_surname_head(view, at) and at == start + 1 and view.fold(at + 1) != "of" else None
    if at in view.honorifics and (fold in _BEFORE_NAMES or (word.endswith(".") and not _is_initial(word))):
        return None
    if fold in view.lex.twins and (view.fold(at - 1) in _SONS or (fold in {"said", "made"} and _is_told_in_small_letters(view))):
        return at + 1  # "Hamad bin Said", "Omar Said"
    if fold in view.lex.twins and at == start + 1 and view.is_name_like(at + 1) and _is_told_in_small_letters(view):
        return at + 1  # "Tan | See | Leng", "Malar | Than | Htaik"
    if fold in view.lex.verbs and at == start + 1 and _is_last(view, start, at):
        return at + 1
    if view.plain[at] and (
        view.headline
        or view.shouting
        or fold in view.lex.verbs
        or fold in view.lex.modifiers
        or at in view.nouns
        or (at > start + 2 and not _is_last_of_four(view, start, at))
    ):
        return None
    if view.is_acronym(at) and not _capital_surname(view, at):
        return None
    return at + 1


def _is_last_of_four(view: View, start: int, at: int) -> bool:
    """Whether the word of English is the mother’s surname behind two given names and a surname: "Juan Carlos Tzul | Pop, Director"."""
    return at == start + 3 and view.fold(at + 1) in {",", ";", ")"} and not any(view.plain[before] for before in range(start, at))


def _is_last(view: View, start: int, at: int) -> bool:
    """Whether a verb with a capital ends a clause behind a given name, and so is a surname: "the commander, Major Tanya | Welcome |."."""
    return view.is_name_like(start) and view.fold(at + 1) in {".", ",", ";", ")"} and _is_told_in_small_letters(view)


def _is_late_father(view: View, start: int, at: int) -> bool:
    """Whether a father’s name with its titles is told: "Sultan Haji Hassanal ibni Al-Marhum | Sultan Haji Omar 'Ali Saifuddien"."""
    return at > start + 1 and not _LATE.isdisjoint(view.folds[start + 1 : at])


_LATE = frozenset({"al-marhum", "almarhum"})


def is_surname_of_nepal(view: View, at: int) -> bool:
    """Whether the letters are the surname Khatri Chhetri, cut short, and no King's Counsel: "Gaurav Kumar | KC" in a release of Nepal."""
    return view.fold(at) == "kc" and "NP" in view.named


def _is_told_in_small_letters(view: View) -> bool:
    """Whether verbs have small letters here, so that one with a capital is a name."""
    return not view.headline and not view.shouting


# "Karim Tofig oglu": the last word of a name of the Turkic peoples
_PATRONYMICS = frozenset({"oglu", "oğlu", "ogly", "qizi", "qızı", "kyzy", "gizi", "uulu", "uly"})


# Courtesies that are no part of a name, as "Haji" and "Sheikh" may be.
_BEFORE_NAMES = frozenset({"mr", "mrs", "ms", "miss", "dr", "hon", "engr", "prof"})


def _is_short_given(view: View, at: int, start: int) -> bool:
    """Whether a short rank without its stop is a given name: "Mr. NAKATA | Gen, Minister"; a rank would go before a name."""
    return (
        at in view.ranks
        and view.ranks[at][0] == at + 1
        and len(view.words[at]) == 3
        and view.words[at].isalpha()
        and at == start + 1
        and not (at + 1 < len(view.words) and view.capital[at + 1])
    )


def is_elided(word: str) -> bool:
    """Whether a particle is fused to a capital: "d’Aubigny", "dell’Orto"."""
    if "’" not in word and "'" not in word:
        return False
    particle, mark, rest = word.replace("’", "'").partition("'")
    return bool(mark) and particle in {"d", "l", "dell", "dall", "n"} and rest[:1].isupper()


def _ends_as_place(view: View, start: int, at: int, stop: int) -> bool:
    """Whether a country’s name is a surname here: "Michael Jordan", after one given name and an initial."""
    found = view.bodies.get(at) or view.countries[at]
    first = start + 1 + (at == start + 2 and _is_initial(view.words[start + 1]))  # "Ana B. Monaco"
    return (
        found.end == at + 1
        and at == first
        and (found.kind != "demonym" or (view.folds[at] in _SURNAME_DEMONYMS and _is_closed(view, at + 1)))
        and not view.headline
        and not view.shouting
        and not view.is_acronym(at)
    )


# Demonyms that are surnames of English: "Admiral Clare French, …".
_SURNAME_DEMONYMS = frozenset({"french", "german", "irish", "english", "welsh"})


def _is_closed(view: View, at: int) -> bool:
    """Whether the name is over before the word: a sign or a verb, no "counterpart"."""
    return view.fold(at) in {"", ",", ".", ")", "'s"} or view.fold(at) in view.lex.verbs


def _capital_surname(view: View, at: int) -> bool:
    """Whether a short word in capitals is a surname: "Kouadio YAO", beside a word in small letters that is a name."""
    return (
        1 < len(view.words[at]) <= 3 and view.folds[at] not in view.lex.postnominals and any(vowel in view.folds[at] for vowel in "aeiouy")
    )


def _particles(view: View, at: int, stop: int) -> int | None:
    """The end of a run of particles and the capital that must follow: "bin Haji Ahmad", "de la Rocha"."""
    after = at
    while after < stop and view.folds[after] in view.lex.particles and not view.capital[after] and after < at + 3:
        after += 1
    if after == at or after >= stop or not view.capital[after] or (view.folds[at] == "as" and not view.is_name_like(after)):
        return None  # "Captain Ana Lind | as Commanding Officer", "Admiral Lind | as Sri Lanka’s envoy"
    fits = (
        view.is_name_like(after)
        or after in view.honorifics
        or (after not in view.countries and (not view.headline or after in view.places))
    )
    return after + 1 if fits else None


def _nickname(view: View, at: int, stop: int) -> int | None:
    """The end of a nickname between given name and surname: “Benny”, (Paco)."""
    close = at + 2
    if close + 1 >= stop or not view.capital[at + 1] or view.words[close] not in "”\"’')" or not view.is_name_like(close + 1):
        return None
    if view.words[at] == "(" and not view.is_name_like(at + 1):
        return None  # "Colonel (Navy) N"
    return close + 1


_SITES = frozenset(
    {"camp", "barracks", "palace", "garrison", "cantonment", "house", "hall", "building", "hotel", "villa", "fort", "castle"}
    | {"wharf", "pier", "quay", "jetty", "harbour", "harbor", "dock", "dockyard", "airfield", "stadium", "gardens", "square", "marina"}
    | {"airport", "port", "auditorium", "theatre", "theater", "cemetery", "plaza", "terminal", "island", "bay", "beach", "avenue", "road"}
)


_WATERS = frozenset({"ocean", "gulf", "strait", "pacific", "atlantic", "peninsula"})


def _is_whole(view: View, start: int, end: int, *, introduced: bool) -> bool:
    words = (at for at in range(start, end) if len(view.folds[at]) > 1 and view.words[at][0].isalpha())
    real = [at for at in words if len(view.folds[at]) > 3 or view.folds[at] not in view.lex.suffixes]  # "Neto" may be a surname, "Jr." not
    if not real or (view.folds[end - 1] in _SITES and view.fold(start - 1) in {"at", "in", "near", "to"}):
        return False  # "in his office, at Belmar Camp"
    if view.folds[end - 1] in _WATERS and end - start > 1:
        return False  # "the commander of southern | Indian Ocean | forces"
    return introduced or len(real) > 1 or end - start > 1
