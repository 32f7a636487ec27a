"""A passage as the grammar of people sees it: its words, and what begins or ends at each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from ingest.engine.rules.people import given, mistaken
from ingest.engine.rules.people.lexicon import Head, Honorific, Lexicon, Rank, Value, lexicon
from ingest.engine.rules.people.shapes import SHAPES, Shape
from ingest.engine.types import Evidence, Organization, Passage
from ingest.engine.values import frozen, replace

PLACES = frozenset({"city"})


@frozen
class Found:
    """A run of words [start, end) and what it is: an ISO code, the name of a body."""

    start: int
    end: int
    value: str
    kind: str = ""


@dataclass(slots=True)
class View:
    """Words of a passage with the ranks, honorifics, heads of offices, countries, places and bodies that begin at each.

    All positions are positions of tokens; `evidence` turns them into characters.
    """

    passage: Passage
    words: list[str]
    folds: list[str]
    capital: list[bool]
    plain: list[bool]
    lex: Lexicon
    fold: Callable[[int], str]  # the folded word at a position, empty outside of the passage
    headline: bool  # capitals tell nothing, as in a headline in Title Case
    shouting: bool  # all in capitals
    ranks: dict[int, tuple[int, Rank]] = field(default_factory=dict)
    honorifics: dict[int, tuple[int, Honorific]] = field(default_factory=dict)
    heads: dict[int, tuple[int, Head]] = field(default_factory=dict)
    courtesies: set[int] = field(default_factory=set)  # every word of an honorific that tells no office
    nouns: dict[int, int] = field(default_factory=dict)  # nouns that head a body ("Ministry", "Armed Forces"): start to end
    countries: dict[int, Found] = field(default_factory=dict)
    countries_ending: dict[int, Found] = field(default_factory=dict)
    places: dict[int, Found] = field(default_factory=dict)
    bodies: dict[int, Found] = field(default_factory=dict)
    bodies_ending: dict[int, Found] = field(default_factory=dict)
    international: dict[int, int] = field(default_factory=dict)  # names of international organizations: start to end
    sentences: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # of the sentences
    head_list: list[int] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)  # of the words, in characters
    named: frozenset[str] = frozenset()  # the states that the passage names, also through a city
    name_parts: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)  # of the names that were asked for their parts
    printed: dict[tuple[int, int], str] = field(default_factory=dict)  # the texts that were asked for

    def sentence(self, at: int) -> tuple[int, int]:
        """The first word of the sentence that holds the word at a position, and the word after its last."""
        number = bisect_right(self.starts, at) - 1
        return self.sentences[number] if number >= 0 else (0, len(self.words))

    def sentence_number(self, at: int) -> int:
        """Which sentence holds the word at a position, counted from 0."""
        return bisect_right(self.starts, at) - 1

    def paragraph(self, number: int) -> int:
        """The paragraph in which a sentence begins."""
        at = self.passage.tokens[self.sentences[number][0]].start
        return self.passage.sentences[bisect_right(self.passage.sentences, at, key=lambda each: each.start) - 1].paragraph

    def opens_line(self, at: int) -> bool:
        """Whether the word is the first of a line."""
        tokens = self.passage.tokens
        return at == 0 or "\n" in self.passage.text[tokens[at - 1].end : tokens[at].start]

    def heads_between(self, start: int, stop: int) -> list[int]:
        """The heads of offices between two words, in order."""
        return self.head_list[bisect_left(self.head_list, start) : bisect_left(self.head_list, stop)]

    def country_within(self, start: int, end: int) -> Found | None:
        """The first country that is named between two words."""
        return next((self.countries[at] for at in range(start, end) if at in self.countries and self.countries[at].end <= end), None)

    def text(self, start: int, end: int) -> str:
        """What the passage prints between two words, blanks made single."""
        if start >= end:
            return ""
        text = self.printed.get((start, end))
        if text is None:  # most are asked for again
            tokens = self.passage.tokens
            text = self.printed[start, end] = " ".join(self.passage.text[tokens[start].start : tokens[end - 1].end].split())
        return text

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """The characters that the words stand on."""
        tokens = self.passage.tokens
        return Evidence(tokens[start].start, tokens[end - 1].end, rule, self.passage.where)

    def is_name_like(self, at: int) -> bool:
        """Whether the word can only be a name: a capital, no English, no place, no office, no acronym."""
        return (
            0 <= at < len(self.words)
            and self.capital[at]
            and not self.plain[at]
            and at not in self.countries
            and at not in self.places
            and at not in self.ranks
            and at not in self.honorifics
            and at not in self.heads
            and self.folds[at] not in self.lex.calendar
            and not self.is_acronym(at)
        )

    def is_capital_plain(self, at: int) -> bool:
        """Whether the word is English with a capital, and no office: "U.S. Pacific | Fleet Admiral N"."""
        return 0 <= at < len(self.words) and self.capital[at] and self.plain[at] and at not in self.heads

    def is_ship(self, at: int) -> bool:
        """Whether the word is the prefix of a ship’s name: "USS", "KRI"; not where a body bears the letters."""
        return 0 <= at < len(self.words) and self.folds[at] in self.lex.ships and self.words[at].isupper() and at not in self.bodies

    def is_body_of_state(self, at: int) -> bool:
        """Whether the word is in capitals right behind a state, as a command is and nobody's name: "US | NAVSOUTH"."""
        word = self.words[at]
        return at in self.countries_ending and len(word) > 2 and word.isupper() and word.isalpha() and not self.shouting

    def is_acronym(self, at: int) -> bool:
        """Whether the word is in capitals and so short, or so without vowels, that it is no surname in capitals."""
        word = self.words[at].replace(".", "")
        if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
            return True  # "DAs", "MOUs"
        if not word.isalpha() and any(sign.isdigit() for sign in word):
            return True  # "COVID-19", "F-16"
        if self.shouting or len(word) < 2 or not word.isupper() or self._opens_surname(at):
            return False
        return len(word) <= 3 or not any(vowel in self.folds[at] for vowel in "aeiouyáéíóúäöüåøæ")

    def _opens_surname(self, at: int) -> bool:
        """Whether the word in capitals is a particle of a surname in capitals: "Minister | AL DHAHERI"."""
        following = self.words[at + 1] if at + 1 < len(self.words) else ""
        return self.folds[at] in self.lex.opening and len(following) > 3 and following.isupper() and not self.plain[at + 1]


class _Folds(dict[int, str]):
    """The folded words by their positions, none anywhere else."""

    def __missing__(self, at: int) -> str:
        return ""


def of(passage: Passage, bodies: tuple[Organization, ...]) -> View:
    """The view of a passage; `bodies` are the organizations found so far."""
    words = list(passage.texts)
    lex = lexicon()
    known = dict(zip(passage.words, map(SHAPES.__getitem__, passage.words), strict=True))
    shapes = [known[word] for word in words]
    folds, capital, plain = ([*map(part, shapes)] for part in _PARTS_OF_SHAPE)
    fold = _Folds(enumerate(folds)).__getitem__  # asked a thousand times a release
    view = View(passage, words, folds, capital, plain, lex, fold, _is_headline(passage, capital, folds), _is_shouting(words))
    view.offsets = [token.start for token in passage.tokens]
    _read_phrases(view, shapes)
    _read_terms(view)
    view.named = frozenset(found.value for found in (*view.countries.values(), *view.places.values()))
    if "MM" in view.named:
        _read_burmese(view)
    mistaken.settle(view)
    given.settle_by_states(view)
    _read_bodies(view, bodies)
    spans = [(bisect_left(view.offsets, each.start), bisect_left(view.offsets, each.end)) for each in passage.sentences]
    view.sentences = _joined(view, spans)
    view.starts = [start for start, _ in view.sentences]
    return view


_PARTS_OF_SHAPE = tuple(map(itemgetter, range(3)))  # folded form, capital, plain: the first of each shape


def _read_burmese(view: View) -> None:
    """Take "U", a courtesy in Myanmar, as such where a name follows: "| U | Min Thein, Director General"."""
    for at in [at for at, word in enumerate(view.words) if word == "U" and _is_long_capital(view, at + 1)]:
        view.honorifics[at] = (at + 1, Honorific())
        view.courtesies.add(at)


def _is_long_capital(view: View, at: int) -> bool:
    """Whether a word of several letters has a capital and is no state; an English one may be a name: "U | Win Soe"."""
    return at < len(view.words) and view.capital[at] and len(view.words[at]) > 1 and at not in view.countries and at not in view.heads


FATHERS = frozenset({"bin", "bint", "binti", "ibn"})  # what stands before them is a given name
_OPEN_ENDS = frozenset({"ret", "retd", "rtd", "res"})


def _joined(view: View, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences, those put together that were parted before a bracket inside a name: "Lt. Gen. | (Ret.) Ioannis"."""
    joined: list[tuple[int, int]] = []
    for start, stop in sentences:
        opened = start < stop and view.words[start] == "(" and (view.fold(start + 1) in _OPEN_ENDS or _is_behind_rank(view, start))
        closed = (
            start >= 3 and view.words[start - 1] == ")" and (view.folds[start - 2] in _OPEN_ENDS or view.folds[start - 3] in _OPEN_ENDS)
        )
        closed = closed or _closes_rank(view, start) or _closes_status(view, start)
        if joined and (opened or closed):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    return joined


def _closes_rank(view: View, at: int) -> bool:
    """Whether a bracket that says the rank once more closes right before a name: "Major General (Maj. Gen.) | Ada Moss"."""
    if at < 4 or at >= len(view.words) or view.words[at - 1] != ")" or not view.capital[at]:
        return False
    return any(view.words[begun - 1] == "(" and view.ranks.get(begun, (0,))[0] == at - 1 for begun in (at - 2, at - 3))


def _closes_status(view: View, at: int) -> bool:
    """Whether a bracket of letters with stops, behind a rank, closes right before a name: "Brigadier General (S.P.) | Ada Moss"."""
    if at < 4 or at >= len(view.words) or view.words[at - 1] != ")" or not view.capital[at]:
        return False
    opened = next((word for word in (at - 3, at - 4) if view.words[word] == "("), None)
    letters = "".join(view.words[opened + 1 : at - 1]) if opened is not None else ""
    stopped = letters.endswith(".") and len(letters) <= _LONGEST_STATUS and letters.replace(".", "").isalpha()
    return stopped and any(view.ranks.get(before, (0,))[0] == opened for before in range(max(at - 8, 0), at - 3))


_LONGEST_STATUS = 6  # letters and stops in a bracket behind a rank: "R.", "S.P.", "Ret."


def _is_behind_rank(view: View, at: int) -> bool:
    """Whether a bracket of a word or two behind a rank leads on to a name: "Brig. Gen. | (ITA) Pietro", "Capt. | (Navy) Juan"."""
    close = next((word for word in (at + 2, at + 3) if view.fold(word) == ")"), None)
    ranked = any(view.ranks.get(before, (0,))[0] >= at for before in range(max(at - 3, 0), at))
    return ranked and close is not None and close + 1 < len(view.words) and view.capital[at + 1] and view.capital[close + 1]


def _is_shouting(words: list[str]) -> bool:
    most = len(words) - int(0.8 * len(words))  # words in small letters that a text in capitals may hold, were all of them words
    letters = small = 0
    for word in words:
        if len(word) > 1 and word[0].isalpha():
            letters += 1
            small += not word.isupper()
            if small >= most:
                return False
    return letters > 3 and (not small or small < letters - int(0.8 * letters))


_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "and",
        "in",
        "on",
        "at",
        "to",
        "with",
        "by",
        "from",
        "as",
        "its",
        "his",
        "her",
        "their",
        "or",
        "over",
        "into",
    ]
)


def _is_headline(passage: Passage, capital: list[bool], folds: list[str]) -> bool:
    if passage.where != "title":
        return False
    telling = [is_capital for is_capital, fold in zip(capital, folds, strict=True) if fold.isalpha() and fold not in _SMALL]
    return bool(telling) and sum(telling) > 0.75 * len(telling)


def _read_phrases(view: View, shapes: list[Shape]) -> None:
    lex = view.lex
    parts, owner, first_part = _in_parts(view.words, view.folds, shapes)
    for at, shape in [(at, shape) for at, shape in enumerate(shapes) if shape.opens]:
        part = first_part(at)
        word = parts[part]
        if shape.capital or word[0].isdigit():
            if word in lex.ranks.firsts and not view.is_ship(at) and (rank := lex.ranks.at(parts, part)):
                _keep(view.ranks, at, owner, part, rank)
            if word in lex.honorifics.firsts and (courtesy := lex.honorifics.at(parts, part)):
                _keep(view.honorifics, at, owner, part, courtesy)
        elif word in lex.ranks.firsts and (rank := lex.ranks.at(parts, part)) and _is_small_rank(view, at, owner[part + rank[0]]):
            _keep(view.ranks, at, owner, part, rank)
        elif word == "the" and (courtesy := lex.honorifics.at(parts, part)):
            _keep(view.honorifics, at, owner, part, courtesy)
        if word in lex.heads.firsts and (head := lex.heads.at(parts, part)):
            _keep(view.heads, at, owner, part, head)
        if word in lex.bodies.firsts and (noun := lex.bodies.at(parts, part)):
            end = owner[part + noun[0]]
            if end > at and (part + noun[0] == len(parts) or owner[part + noun[0] - 1] != end):
                view.nouns[at] = end

    for at in [at for at in view.heads if view.folds[at] in _BEFORE_GENERAL and _is_before_general(view, at)]:
        view.heads[at] = (at + 1, view.heads[at][1])
    for at in [at for at, (end, _) in view.ranks.items() if (end > at + 1 or view.folds[at] == "general") and _belongs_to_office(view, at)]:
        del view.ranks[at]
    for at in [at for at in view.heads if view.fold(at + 1) in FATHERS and view.folds[at] in lex.given_titles]:
        del view.heads[at]  # "Sultan bin Fahd"
    for at in [at for at in view.heads if _is_courtesy(view, at)]:
        del view.heads[at]
    given.settle(view)
    for at in [at for at in view.heads if view.folds[at] == "justice" and _is_field(view, at)]:
        del view.heads[at]
        view.honorifics.pop(at, None)
    for at in [at for at in view.honorifics if view.words[at] in _ALSO_NAMES and at - 1 not in view.ranks and view.is_name_like(at - 1)]:
        del view.honorifics[at]  # "Ng | Eng | Hen"
    view.head_list = list(view.heads)
    for at, (end, courtesy_word) in view.honorifics.items():
        if not courtesy_word.office:
            view.courtesies.update(range(at, end))


_ALSO_NAMES = frozenset({"Eng", "Ing", "Mag", "Ir", "Lic"})  # courtesies that are given names behind a family name


def _is_courtesy(view: View, at: int) -> bool:
    """Whether an office goes with a name: it opens a longer courtesy, "Senator the Hon. N", or is letters behind the name, "N | MP"."""
    if at in view.honorifics and view.honorifics[at][0] > view.heads[at][0]:
        return view.folds[at] == "senator"
    return view.words[at] == "MP" and (view.is_name_like(at - 1) or view.fold(at - 1) in view.lex.postnominals)


def _is_small_rank(view: View, at: int, end: int) -> bool:
    """Whether a rank of two words in small letters goes with a name: "army commander | lieutenant general Hun Sok"."""
    behind_office = view.fold(at - 1) == "," and view.capital[at - 2]  # "commander of the Army, | general Hun Sok"
    behind_state = view.capital[at - 1] and (
        at - 1 in view.nouns or view.is_name_like(at - 1)
    )  # "chief of engineers of Larria | colonel Hun Sok"
    whole = end >= at + 2 or "-" in view.words[at] or behind_office or behind_state
    if not whole or end + 1 >= len(view.words):
        return False
    return all(view.capital[word] and not view.plain[word] and view.words[word].isalpha() for word in (end, end + 1))


_BEFORE_GENERAL = frozenset({"secretary", "commander", "commandant"})


def _is_before_general(view: View, at: int) -> bool:
    """Whether a secretary or commander is a general, and no secretary general: "Defence Secretary | General N", "Commander | General N"."""
    end = view.heads[at][0]
    if view.folds[at] != "secretary":
        return view.folds[at + 1 : end] == ["general"] and view.is_name_like(end)
    if view.folds[at + 1 : end] != ["general"] or view.fold(at - 1) not in {"defence", "defense"} or view.fold(at - 2) == "of":
        return False
    return view.is_name_like(end) or (view.fold(end) == "(" and view.fold(end + 1) in _OPEN_ENDS)


def _belongs_to_office(view: View, at: int) -> bool:
    """Whether the first word of a rank ends an office or a service here, and a shorter rank begins behind it: "Chief of Army | General"."""
    fold = view.folds[at]
    if fold == "army":
        return view.fold(at - 1) == "of" and view.fold(at - 2) in {"chief", "commander"}
    if fold == "corps":
        return view.fold(at - 1) in _CORPS and view.capital[at - 1]
    if fold == "police":
        return view.fold(at - 1) == "of"
    if fold == "general":
        return view.heads.get(at - 1, (0, None))[0] == at + 1  # "Quartermaster General | Lieutenant General N"
    if fold == "force":
        return view.fold(at - 1) in {"defence", "defense", "air", "police"}  # "Malawi Defence Force | Sergeant Major N"
    if fold == "fleet":
        return view.is_capital_plain(at - 1)
    return fold == "staff" and _is_of_staff(view, at)


def _is_field(view: View, at: int) -> bool:
    """Whether a title is a field of work in a list of such: "Ministry of Defence, | Justice | and Security"."""
    if view.heads[at][0] != at + 1 or view.fold(at - 1) not in {"of", ",", "and", "&"}:
        return False
    after = at + 1 + (view.fold(at + 1) == ",")
    return view.fold(after) in {"and", "&"} or (after > at + 1 and view.fold(at - 1) != "of" and not view.is_name_like(after))


_CORPS = frozenset({"marine", "air", "medical", "engineer", "engineers", "signal", "signals", "cadet"})  # "U.S. Marine Corps | General N"


def _is_of_staff(view: View, at: int) -> bool:
    """Whether "Staff" ends an office here, and a rank begins behind it: "Chief of | Staff | Major General", not "Staff Major General"."""
    before = view.fold(at - 1)
    return before in {"of", "the"} or (before in view.lex.staff_words and before not in {"forces", "force", "armed"})


def _in_parts(words: list[str], folds: list[str], shapes: list[Shape]) -> tuple[list[str], list[int], Callable[[int], int]]:
    """The words parted at their hyphens, the word that each part belongs to, and what tells the first part of a word."""
    hyphened = [at for at, fold in enumerate(folds) if "-" in fold or fold == "/" if len(fold) > 1 or _joins_short_words(words, at)]
    if not hyphened:
        return folds, [*range(len(folds) + 1)], int
    parts: list[str] = []
    owner: list[int] = []
    surplus = [0]
    reached = 0
    for at in hyphened:
        parts += folds[reached:at]
        owner += range(reached, at)
        pieces = shapes[at].pieces if len(folds[at]) > 1 else ()
        parts += pieces
        owner += [at] * len(pieces)
        surplus.append(surplus[-1] + len(pieces) - 1)
        reached = at + 1
    parts += folds[reached:]
    owner += range(reached, len(folds) + 1)
    return parts, owner, lambda at: at + surplus[bisect_left(hyphened, at)]


def _joins_short_words(words: list[str], at: int) -> bool:
    """Whether the hyphen or stroke joins two words cut short: "Maj.-Gen.", "Lt/Gen."."""
    if not 0 < at < len(words) - 1:
        return False
    return (words[at - 1].endswith(".") and words[at + 1].endswith(".")) or (words[at] == "/" and words[at - 1].rstrip(".") in _CUT_SHORT)


_CUT_SHORT = frozenset({"Lt", "Lieut", "Maj", "Brig"})  # with the stroke of West Africa


def _keep(table: dict[int, tuple[int, Value]], at: int, owner: list[int], part: int, hit: tuple[int, Value]) -> None:
    end = owner[part + hit[0]]
    if end > at and owner[part + hit[0] - 1] != end:  # not in the middle of a hyphenated word
        table[at] = (end, hit[1])


def _read_terms(view: View) -> None:
    for named in _spans(view, [(term.start, term.end, term.value, term.kind) for term in view.passage.terms]):
        found = _in_full(view, named) if named.kind == "country" else named
        if found.kind == "demonym" and not view.words[found.start].isascii():
            continue  # "Germán" is a given name; the gazetteer compares without accents
        if found.kind in ("country", "demonym"):
            view.countries[found.start] = found
            view.countries_ending[found.end] = found
        elif found.kind == "us_state":
            # "Virginia Lind"; "Lee County, | Florida | Ana Lind"
            of_person = found.end == found.start + 1 and view.is_name_like(found.end) and view.fold(found.start - 1) != ","
            if found.start not in view.countries and not of_person:
                view.places[found.start] = replace(found, value="US")
        elif found.kind == "province":
            view.places[found.start] = replace(found, kind="city")
        elif found.kind in PLACES:
            view.places.setdefault(found.start, Found(found.start, found.end, found.value.rpartition("|")[2], found.kind))
            courtesy = view.honorifics.get(found.start)
            if courtesy is not None and courtesy[0] < found.end and not view.is_name_like(found.end):
                del view.honorifics[found.start]  # "Sri Jayewardenepura"


def _in_full(view: View, found: Found) -> Found:
    """The country with the form of its state before it, or its short form behind: "the | Republic of Italy", "United Kingdom (UK)"."""
    return _with_short_form(view, _with_form_of_state(view, found))


def _with_form_of_state(view: View, found: Found) -> Found:
    """The country with words that no gazetteer has for it: "the | Federal Republic of Somalia", "the | Kingdom of Netherlands"."""
    at = found.start - 1 - (view.fold(found.start - 1) == "the")
    if view.fold(at) != "of" or view.fold(at - 1) not in _FORMS_OF_STATE or not view.capital[at - 1]:
        return found
    at -= 1
    while at > 0 and view.capital[at - 1] and view.folds[at - 1] in _STYLES_OF_STATE:
        at -= 1
    return replace(found, start=at)


_FORMS_OF_STATE = frozenset({"republic", "kingdom", "sultanate", "emirate", "principality"})
_STYLES_OF_STATE = frozenset({"federal", "democratic", "islamic", "socialist", "united", "arab", "hashemite", "cooperative", "federative"})


def _with_short_form(view: View, found: Found) -> Found:
    """The country with its short form in brackets: "the | United Kingdom (UK) | Minister for Armed Forces"."""
    short = view.fold(found.end + 1).replace(".", "")
    bracketed = view.fold(found.end) == "(" and view.fold(found.end + 2) == ")"
    if not bracketed or short not in _SHORT_FORMS or not view.capital[min(found.end + 3, len(view.words) - 1)]:
        return found
    return replace(found, end=found.end + 3)


_SHORT_FORMS = frozenset({"uk", "us", "usa", "uae", "ksa", "rok", "prc", "drc", "png", "fsm", "fyrom"})
_BODY_KINDS = frozenset({"intorg", "statebody"})


def _read_bodies(view: View, bodies: tuple[Organization, ...]) -> None:
    where, text = view.passage.where, view.passage.text
    spans = [(each.start, each.end, body.name, "body") for body in bodies for each in body.mentions if each.where == where]
    spans += [(term.start, term.end, text[term.start : term.end], "body") for term in view.passage.terms if term.kind in _BODY_KINDS]
    intorgs = [(term.start, term.end, "", "intorg") for term in view.passage.terms if term.kind == "intorg"]
    view.international.update((found.start, found.end) for found in _spans(view, intorgs))
    known = {word for start, end in view.international.items() for word in range(start, end)}  # "Committee of the | Red Cross"
    known.update(word for found in view.countries.values() for word in range(found.start, found.end))  # "the Kingdom of | Saudi Arabia"
    for found in (_trimmed(view, each, known) for each in _spans(view, spans)):
        if found.start not in view.bodies or view.bodies[found.start].end < found.end:
            view.bodies[found.start] = found
        if found.end not in view.bodies_ending or view.bodies_ending[found.end].start > found.start:
            view.bodies_ending[found.end] = found


def _trimmed(view: View, found: Found, known: set[int]) -> Found:
    """The body without the name of a person that was taken for its end: "Office of the President Jana Novak".

    `known`: words of names of international organizations, which are nobody's.
    """
    longer = found.end - found.start > 2
    if (
        longer
        and view.folds[found.end - 1] == "army"
        and found.end in view.ranks
        and view.country_within(found.start, found.end) is not None
    ):
        view.ranks.pop(found.end - 1, None)  # "the Royal Thai | Army | General N", and no Army General
        return found
    if (rank := view.ranks.get(found.end - 1)) is not None and rank[0] > found.end and longer:
        return Found(found.start, found.end - 1, view.text(found.start, found.end - 1), found.kind)  # "Naval Forces | Staff Major General"
    ranked = (at for at in range(found.start + 2, found.end) if at in view.ranks)
    inner = (at for at in ranked if view.ranks[at][1].abbreviated and view.ranks[at][1].flag)
    if (rank_at := next(inner, None)) is not None:
        return Found(found.start, rank_at, view.text(found.start, rank_at), found.kind)  # "Coast Guard | Lt-Gen. Staff"
    words = (at for at in range(found.start + 2, found.end - 1) if at not in known)
    end = next((at for at in words if view.plain[at - 1] and view.is_name_like(at) and view.is_name_like(at + 1)), None)
    if end is None:
        return found
    return Found(found.start, end, view.text(found.start, end), found.kind)


def _spans(view: View, spans: list[tuple[int, int, str, str]]) -> Iterator[Found]:
    """The spans that begin and end with words; the stop of "U.S." may be missing from a span."""
    tokens = view.passage.tokens
    for start, end, value, kind in spans:
        first = bisect_left(view.offsets, start)
        last = bisect_left(view.offsets, end, first)
        if last > first and tokens[first].start == start and tokens[last - 1].end in (end, end + 1):
            yield Found(first, last, value, kind)
