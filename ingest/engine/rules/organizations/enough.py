"""Whether enough stands around a head to name a body: a Ministry needs a word, an Army needs its state."""

from __future__ import annotations

from ingest.engine.rules.organizations.before import NAMED_FOR
from ingest.engine.rules.organizations.letters import acronym
from ingest.engine.rules.organizations.words import ACRONYM, ORDINAL, REGIONS, Head, Words, facts
from ingest.engine.rules.people.lexicon import lexicon as people_words
from ingest.engine.values import frozen


@frozen
class _Around:
    """A head inside the words [first, last], and what of them tells a name: `own` are the words before the head."""

    words: Words
    head: Head
    first: int
    last: int
    own: tuple[str, ...]
    has_state: bool
    numbered: bool

    @property
    def noun(self) -> str:
        return self.words.lower[self.head.last]

    @property
    def has_complement(self) -> bool:
        return self.last > self.head.last

    def owns(self, *known: frozenset[str] | tuple[str, ...]) -> bool:
        """Whether one of the words before the head is among those known."""
        return any(word in each for each in known for word in self.own)


def is_name(words: Words, head: Head, first: int, last: int) -> bool:
    """Whether the words name a body."""
    around = _around(words, head, first, last)
    if _is_known_for_none(around):
        return False
    if (told := _by_noun(around)) is not None:
        return told
    if head.family == "force":
        return _names_force(around)
    if head.family == "company":
        lexicon = facts()
        known = lexicon.subjects | lexicon.official | lexicon.bare_force | {","}
        return any(word not in known for word in around.own)
    if head.family == "weak":
        return _names_weak(around)
    if head.family == "office" and around.noun == "administration":
        return _names_administration(around)
    if head.family == "unit" and around.noun in ("base", "guard") and not around.numbered and not around.has_state:
        return around.noun == "guard" and around.owns(_GUARDS)
    # "Command and Staff College" needs nothing before it, nor does a staff whose name says that it is joint
    if head.last > head.first and words.lower[head.first] == "joint":
        return True
    return bool(around.own) or around.has_complement or around.noun in facts().alone or head.last - head.first >= 3


def _around(words: Words, head: Head, first: int, last: int) -> _Around:
    before = range(first, head.first)
    ending = any(
        number in words.ending and (words.lower[head.last] != "base" or words.ending[number][1].kind != "city") for number in before
    )
    numbered = any(ORDINAL.match(words.tokens[number].text) or words.lower[number] in facts().before_state for number in before)
    own = tuple(words.lower[number] for number in before)
    return _Around(words, head, first, last, own, any(map(words.is_place, before)) or ending, numbered)


def _is_known_for_none(around: _Around) -> bool:
    """Whether the words are known for a group, an office, a building or a desk."""
    words, head, lexicon = around.words, around.head, facts()
    if words.lower[head.last + 1 : head.last + 3] == ["to", around.noun] or words.lower[around.first - 2 : around.first] == [
        around.noun,
        "to",
    ]:
        return True  # "the 9th Army to Army Staff Talks"
    tail = [*around.own[-2:], *words.lower[head.first : head.last + 1]]
    whole = words.lower[around.first : around.last + 1]
    if any(" ".join(each) in lexicon.no_names for each in (tail, tail[-2:], whole)) or _is_office_in(words, head):
        return True
    if words.lower[head.first] == "chiefs" and around.noun == "staff":
        return False
    if _is_of_base(around):
        return True
    return (
        _is_seat(around)
        or _is_led_force(around)
        or _is_of_talks(words, around.last)
        or _is_building(words, head, around.first)
        or _is_desk(words, around.first, around.last)
    )


def _is_seat(around: _Around) -> bool:
    """ "at NATO Headquarters": a building."""
    owner = around.words.ending.get(around.head.first - 1) if around.own else None
    return around.noun == "headquarters" and owner is not None and owner[0] == around.first and owner[1].kind == "intorg"


def _is_of_talks(words: Words, last: int) -> bool:
    """ "the 2nd | Coast Guard | to Coast Guard Staff Talks": no service, but between whom talks are."""
    if words.lower[last + 1 : last + 2] != ["to"]:
        return False
    twice = (size for size in (1, 2) if words.lower[last + 1 - size : last + 1] == words.lower[last + 2 : last + 2 + size])
    return any(not _TALKS.isdisjoint(words.lower[last + 2 + size : last + 5 + size]) for size in twice)


_TALKS = frozenset({"talks", "meeting", "dialogue", "consultations", "conference", "discussions"})


def _is_of_base(around: _Around) -> bool:
    """ "Larkmoor Air Force | Base": a base that is named for a place, and no force of it."""
    return around.noun == "force" and not around.has_state and around.words.lower[around.last + 1 : around.last + 2] == ["base"]


def _is_led_force(around: _Around) -> bool:
    """ "UNMIX | Force | Commander": the office of a mission that its acronym names."""
    words, last = around.words, around.last
    if around.noun != "force" or around.head.family != "weak" or around.first != around.head.first - 1 or last != around.head.last:
        return False
    return words.lower[last + 1 : last + 2] == ["commander"] and ACRONYM.match(words.tokens[around.first].text) is not None


def _by_noun(around: _Around) -> bool | None:
    """What the noun of the head tells by itself; None where its family tells."""
    words = around.words
    if words.lower[around.head.first] == "chiefs" and around.noun == "staff":
        return around.owns(("joint", "general", "combined"))
    if around.noun == "delegation":
        before = range(around.first, around.head.first)
        return any(number in words.ending and words.ending[number][1].kind == "intorg" for number in before)
    if around.noun in _OF_PEOPLE:
        return _names_people(around)
    if around.noun == "sector":
        own = around.own
        return words.lower[around.last] in REGIONS or (around.has_state and bool(own)) or (len(own) > 1 and own[-1] in _OF_SECTORS)
    return None


def _names_people(around: _Around) -> bool:
    """Whether people have joined in a body: "Communist Party", no party at work; "Harbour Workers Alliance", no alliance of states."""
    if around.noun in ("party", "caucus"):
        return around.owns(_POLITICAL)
    if around.noun == "brotherhood":
        return bool(around.own)
    return not around.has_state and not around.owns(_OF_STATES_ALLIED) and (len(around.own) > 1 or around.has_complement)


_OF_PEOPLE = frozenset({"party", "caucus", "brotherhood", "alliance"})
_POLITICAL = frozenset(
    {"congressional", "parliamentary", "senate", "house", "ruling"}
    | {
        "communist",
        "liberal",
        "democratic",
        "labour",
        "labor",
        "conservative",
        "socialist",
        "workers",
        "revolutionary",
        "republican",
        "progressive",
    }
)
_OF_STATES_ALLIED = frozenset({"nato", "atlantic", "transatlantic", "defence", "defense", "military", "strategic", "security", "the"})
_OF_SECTORS = frozenset({"policy", "resources"})  # "Harbor Policy Sector": a part of a ministry in the countries of the Balkans


def _names_force(around: _Around) -> bool:
    lexicon, own = facts(), around.own
    if around.words.lower[around.head.first] == "self-defense" or around.owns(REGIONS):
        return bool(own)  # "Ground Self-Defense Force", "Pacific Air Forces"
    bare = set(own) <= lexicon.bare_force
    return (
        around.has_state
        or around.has_complement
        or (around.numbered and not bare)
        or (around.noun in _PROPER_FORCES and bool(own))
        or (around.noun == "troops" and not bare)  # "Railway Troops"
        or around.owns(_ROYAL)
        or "'s" in own  # "Sultan's Armed Forces"
        or _is_regional(around)
    )


def _is_regional(around: _Around) -> bool:
    """ "Jubaland Marine Police Force": a region before a police, and no building of it behind."""
    words, last = around.words, around.last
    if around.noun not in _REGIONAL_FORCES or words.is_headline or not around.own or around.own[0] in people_words().plain:
        return False
    return words.lower[last + 1 : last + 2] not in (["headquarters"], ["station"])


def _names_administration(around: _Around) -> bool:
    """Whether an administration is an office: not that of a president, "Senior Berg-Lind | Administration"."""
    words, first = around.words, around.first
    if first and words.lower[first - 1] == "director":
        return False  # "Director Personnel Administration": what an officer of the staff is director of
    return around.has_complement or len(around.own) > 1 + (around.own[:1] == ("senior",))


_STAFFS = (("army",), ("air",), ("naval",))
_REGIONAL_FORCES = frozenset({"force", "police"})


_PROPER_FORCES = frozenset({"guard", "corps", "coastguard"})
_ROYAL = frozenset({"royal", "emiri", "amiri", "imperial", "revolutionary", "hellenic"})


def _names_weak(around: _Around) -> bool:
    words, head, own, lexicon = around.words, around.head, around.own, facts()
    if around.noun == "corps" and any(word not in lexicon.bare_force for word in own):
        return True  # "Frontier Corps"
    if around.noun in _SHORT_NAMED and _is_short_name(words, head.first - 1):
        return True  # "CBRN Centre", "VEGA Detachment"
    if around.noun == "headquarters" and own in _STAFFS and words.lower[around.first - 1 : around.first] in (["the"], ["at"]):
        return True  # "at the Army Headquarters"
    if around.noun in _LANDS and not around.numbered and not around.owns(lexicon.official):
        return around.has_complement and words.tokens[around.last].text.isdigit()  # "the Larch | Region" is a part of a state
    if around.noun in _PLURAL:
        return around.has_complement
    carried = around.has_complement and around.noun in _CARRIED
    numbered = around.numbered or (bool(own) and around.has_complement and words.tokens[around.last].text.isdigit())
    of_service = around.noun != "headquarters" and (own[-2:] in lexicon.bare_services or own[-1:] in lexicon.bare_services)
    owned = bool(own) and around.noun in NAMED_FOR and _is_owned(words, around.first)
    spelled = bool(own) and acronym(words, around.last) is not None  # "Hydrographic Service of the Navy (HSN)"
    return around.has_state or carried or numbered or owned or of_service or spelled or around.owns(lexicon.official)


def _is_building(words: Words, head: Head, first: int) -> bool:
    """ "at the SBDF Headquarters", "in the SBDF Staff headquarters", "at the SBDF Navy Headquarters": where a body sits."""
    service = tuple(words.lower[first + 1 : head.first])
    if (service and service not in facts().bare_services) or not ACRONYM.match(words.tokens[first].text) or words.is_headline:
        return False
    sits = words.lower[head.last] == "headquarters" or words.lower[head.last + 1 : head.last + 2] == ["headquarters"]
    return sits and any(word in SITED for word in words.lower[max(0, first - 2) : first])


SITED = frozenset({"at", "in", "to", "from", "outside", "near", "inside", "into", "around"})  # before what is a building


def _is_desk(words: Words, first: int, last: int) -> bool:
    """ "the Ministry's | Public Affairs Office": a desk of the body that owns it, which speaks for that body."""
    if first < 2 or words.lower[first - 1] not in ("'s", "'"):
        return False
    return " ".join(words.lower[first : last + 1]) in _DESKS


_DESKS = frozenset(
    {"public affairs office", "public affairs directorate", "public relations office", "public relations department", "press office"}
    | {"press service", "press department", "press directorate", "press and information office", "media office", "information office"}
    | {"communications office"}
)
_LANDS = frozenset({"region", "district"})
_PLURAL = frozenset({"centers", "centres"})  # "Centers for Disease Control", not "our Rescue Centres"
_SHORT_NAMED = frozenset({"centre", "center", "detachment", "school", "contingent"})


def _is_short_name(words: Words, number: int) -> bool:
    """Whether a word stands in capitals among words that do not: an acronym or a name, and no state or numeral."""
    text = words.tokens[number].text if number >= 0 else ""
    return (
        len(text) > 2
        and text.isalnum()
        and text.isupper()
        and not text.isdigit()
        and not words.is_place(number)
        and text not in _PLAIN_CAPITALS
    )


_PLAIN_CAPITALS = frozenset({"VIP", "THE", "NEW", "III", "VII"})

_GUARDS = frozenset(
    {"national", "presidential", "republican", "royal", "amiri", "emiri", "imperial", "life", "border", "coast", "civil", "home"}
)


def _is_owned(words: Words, first: int) -> bool:
    """ "the Army's | Ranger School", "Peru's | Condor Centre": whether a service or state owns what begins here."""
    if first < 2 or words.lower[first - 1] not in ("'s", "'"):
        return False
    return words.is_place(first - 2) or tuple(words.lower[first - 2 : first - 1]) in facts().bare_services


def _is_office_in(words: Words, head: Head) -> bool:
    """ "Principal Staff Officer", "Member of Parliament": an office held, whatever stands before; not "members of Congress"."""
    behind = words.lower[head.last + 1] if words.joined(head.last + 1) else ""
    if words.lower[head.last] == "staff" and behind in ("officer", "officers", "sergeant"):
        return True
    before = words.lower[max(0, head.first - 3) : head.first]
    return words.lower[head.last] in ("parliament", "congress") and "of" in before[-2:] and "member" in before


_CARRIED = frozenset(
    {"center", "centre", "centers", "centres", "school", "mission", "fund", "institution", "community", "corps"}
)  # "Centre for Marine Studies"
