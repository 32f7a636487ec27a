"""Offices that one state alone has, or words so: "Secretary of Defense", "Raksha Mantri", "Taoiseach"."""

from __future__ import annotations

import re

from ingest.engine import gazetteers, patterns
from ingest.engine.rules.people.lexicon import lexicon
from ingest.engine.rules.people.line import Sighting

# Of whom a state has one: two such offices are those of two people.
RULERS = frozenset({"president", "prime minister", "chancellor", "king", "queen", "amir", "emir", "sultan", "pope"})


def country(position: str, home: str | None) -> str | None:
    """The country whose offices alone are called so: "Secretary of Defense". Those of the release’s own country keep theirs."""
    lower = position.lower()
    if lower.startswith("pentagon ") or (home != "US" and _UNDER_SECRETARY.match(lower)):
        return "US"
    if home == "US" and _OF_OTHERS.match(lower):
        return None
    for words, code in lexicon().own_countries:
        if words not in lower or (words == "force commander" and not _OF_MISSION.match(lower)):
            continue
        if code != "US" or home == "US":
            return code if "under" not in lower or code == "US" else None
        others = _SECRETARIES if "of state" in lower else _OF_DEFENSE
        return code if home not in others and _AMERICAN.search(lower) else None
    return None


# "Force Commander", "Head of Mission and Force Commander"; not "Air Force Commander", "Joint Task Force Commander"
_OF_MISSION = patterns.compile(r"(?:(?:acting|deputy|interim|outgoing|head of mission and|unifil|unmiss|un|mission) )*force commander")

# "Secretary of State for National Defense", whom a command of the United States meets abroad
_OF_OTHERS = patterns.compile(r"(?:secretary|minister) of state for\b")


def is_american(position: str) -> bool:
    """Whether the words alone tell an office of the United States below a secretary: "Assistant Secretary of State for African Affairs"."""
    lower = position.lower()
    return bool(_BELOW_SECRETARY.search(lower) or _UNDER_SECRETARY.match(lower))


# "Deputy Secretary of State", "Assistant Secretary of Defense for Policy"
_BELOW_SECRETARY = patterns.compile(
    r"^(?:acting )?(?:principal )?(?:deputy |assistant |deputy assistant )secretary of (?:state|defense|war)\b"
)


def is_of_state(position: str) -> bool:
    """Whether a state has the office, and not the United States: a minister, a chief of defence, a permanent secretary."""
    lower = position.lower()
    return _NOT_AMERICAN.search(lower) is not None and _UNDER.match(lower) is None


_NOT_AMERICAN = patterns.compile(
    r"\bminister|\bpremier|\b(?:king|queen|prince|princess|sultan|emir|privy)\b"
    r"|chief of (?:the )?(?:defen[cs]e|general staff|joint (?:staff|command))"
    r"|secretary (?:of|for) (?:foreign|external)|secretary of state for|(?:permanent|state) secretary"
    r"|commander of the (?:armed|military|defen[cs]e) forces"
)
_UNDER = patterns.compile(r"(?:assistant|deputy assistant|under|principal)[ -]")


def is_royal(sighting: Sighting) -> bool:
    """Whether it is a king, a queen or one of their house, as only a monarchy has them."""
    office = sighting.office
    return office is not None and _ROYAL.fullmatch(office.position.lower()) is not None


_ROYAL = patterns.compile(r"king|queen|monarch|emir|amir|(?:crown )?(?:prince|princess)")
MONARCHIES = frozenset(
    ["AE", "BE", "BH", "BN", "BT", "DK", "ES", "GB", "JO", "JP", "KH", "KW", "LI", "LS",
     "LU", "MA", "MC", "MY", "NL", "NO", "OM", "QA", "SA", "SE", "SZ", "TH", "TO"]
)  # fmt: skip


def has_secretaries(home: str | None) -> bool:
    """Whether ministers of the state have secretaries of state beside them."""
    return home in _SECRETARIES and home not in _OF_DEFENSE


# "Secretary of Defense", "Deputy Assistant Secretary of State for African Affairs", "Under Secretary of Defense for Policy"; but "Secretary
# of State for Defence" and "Parliamentary Under-Secretary of State" are British.
_AMERICAN = patterns.compile(
    r"""
      (?<!under)(?<!under[ -])\b(?:secretary[ ]of[ ](?:defense|state|war)|(?:defense|war)[ ]secretary)$
    | (?:assistant|deputy)[ ]secretary[ ]of[ ](?:defense|state|war)\b
    | secretary[ ]of[ ](?:defense|war)[ ]for\b
    | secretary[ ]of[ ](?:the[ ]treasury|homeland[ ]security|veterans[ ]affairs)\b | \btreasury[ ]secretary$
    | ^under[ -]?secretary[ ]of[ ]state[ ]for[ ](?!defen|foreign|international[ ]dev)
    """,
    re.VERBOSE,
)


# worded so by the Pentagon alone; others write "Undersecretary for Policy"
_UNDER_SECRETARY = patterns.compile(
    r"under[ -]?secretary of (?:defense|war) for (?:policy|acquisition|intelligence|personnel|research)|deputy under secretary of defense"
)

# States besides the United States that have secretaries of defense, and those that have secretaries of state.
_OF_DEFENSE = frozenset(["GB", "HN", "MX", "PH"])
_SECRETARIES = frozenset(
    [
        "AL",
        "AO",
        "BA",
        "BE",
        "BJ",
        "BR",
        "CD",
        "CG",
        "CH",
        "CI",
        "CM",
        "CV",
        "DJ",
        "DO",
        "ES",
        "FR",
        "GA",
        "GB",
        "GN",
        "GW",
        "HR",
        "HT",
        "HU",
        "KH",
        "LU",
        "MA",
        "MC",
        "MD",
        "ME",
        "MG",
        "MK",
        "MX",
        "MZ",
        "NL",
        "PH",
        "PL",
        "PT",
        "RO",
        "RS",
        "SI",
        "SN",
        "TG",
        "TL",
        "TN",
        "VA",
        "XK",
    ]
)


# Bodies whose people speak for no state, unless their name says that they are the state’s.
_PRIVATE = patterns.compile(
    r"\b(?:University|College|Institute|Foundation|Fund|Hospital|Medical Center|Society|Bank|Clinic|Coalition|School of Law|Law School)\b"
)
_OF_STATE = patterns.compile(
    r"\b(?:Defen[cs]e|Military|Naval|War|Staff|Army|Navy|Air|National|Police|Security|Federal|State Department|European|African|Ministry"
    r"|Sovereign|Central|Development)\b"
)
# Those of which no state has any, whatever else their name says: "National Association of Counties", "Police Officers Union".
_NEVER_OF_STATE = patterns.compile(
    r"""
      \b(?:Associations?|Brotherhood|Fraternal[ ]Order|Teamsters|Workers|Nurses|Teachers|Alumni|Churche?s?|Diocese|Seminary|Synagogue
        | Company|Corporation|Inc|Ltd|LLC|PLC|Airlines|Chambers?[ ]of[ ]Commerce|Urban[ ]League|Action[ ](?:Network|Fund)|Law[ ]Firm
        | (?:Legal[ ]Defense|Education(?:al)?)(?:[ ](?:and|&)[ ]Education(?:al)?)?[ ]Fund
        | Rights[ ](?:Coalition|Network|Campaign|Watch)|Human[ ]Rights[ ]Campaign|Campaign[ ](?:for|to)|Voters|Rabbis|Sheriffs)\b
    | (?:Trades?|Labou?r|Workers|Police|Officers|Soldiers|Students|Credit|Liberties|International)[ ]Union\b
    | \bLeague[ ]of[ ](?!Arab|Nations)
    """,
    re.VERBOSE,
)
_BODY_OF_STATE = patterns.compile(
    r"\b(?:Development|Finance|Challenge|Broadcasting|Ports?|Petroleum|Defen[cs]e|Ordnance|Investment) Corporation\b|\bCorporation for"
)


def serves_private_body(sighting: Sighting) -> bool:
    """Whether the person serves a university, company or society, and so speaks for no state."""
    organization = sighting.organization or (sighting.office.organization if sighting.office is not None else None)
    if organization is None or sighting.rank is not None or any(term.kind == "intorg" for term in gazetteers.find(organization)):
        return False
    if _NEVER_OF_STATE.search(organization):
        return not _BODY_OF_STATE.search(organization)
    return bool(_PRIVATE.search(organization)) and not _OF_STATE.search(organization)


def is_national(position: str) -> bool:
    """Whether the office is one that states have: a minister, an ambassador, a chief of defence."""
    return _NATIONAL.search(position.lower()) is not None


_NATIONAL = patterns.compile(
    r"minister|president|premier|chancellor|ambassador|chief of (?:the )?(?:general|defen[cs]e|army|naval|air)|secretary of|king|mayor"
)


def is_over_body_of_state(sighting: Sighting) -> bool:
    """Whether the office is held in a body that only a state has: "Commander of the Coast Guard", "Director General of the Ministry"."""
    office = sighting.office
    organization = sighting.organization or (office.organization if office is not None else None)
    held = f"{office.position if office is not None else ''} of {organization or ''}"
    return _OF_ONE_STATE.search(held) is not None and _OF_MANY.search(held) is None


_OF_ONE_STATE = patterns.compile(
    r"\b(?:Ministry|Army|Navy|Air Force|Coast Guard|Armed Forces|Land Forces|National Guard|Gendarmerie|Police)\b"
)
_OF_MANY = patterns.compile(
    r"\b(?:UN|EU|NATO|AU|United Nations|European|African Union|Allied|Multinational|Police (?:Component|Commissioner|Adviser))\b"
)
