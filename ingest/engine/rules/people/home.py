"""The country whose authorities issued a release, and the country that the name of a body tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from ingest.engine import addresses, gazetteers, patterns, tables
from ingest.engine.types import Release
from ingest.engine.values import frozen

INTERNATIONAL = "INT"


@lru_cache(maxsize=1)  # asked three times of a release, and all that was cut from its page is searched
def of_publisher(release: Release) -> str | None:
    """The country whose authorities issued the release, "INT" for an international organization, None where nothing tells.

    Told by the publisher's name, the body for which a service distributes it, the web address, addresses and mastheads cut from the page,
    telephones or a news agency, in this order; never by the text, which may open abroad.
    """
    return (
        (release.publisher and (of_name(release.publisher) or _of_press(release.publisher)))
        or _of_client(release)
        or _of_address(release.source_url)
        or _of_page(release)
        or _of_telephone(release)
        or of_agency(release)
        or _of_agency_told(release)
    )


def _of_client(release: Release) -> str | None:
    """The country of the body for which a press service distributes a release: "by APO Group on behalf of | U.S. Embassy in Botswana"."""
    for text in (release.body[-400:], *(piece.text[:4000] for piece in release.dropped)):
        if (found := _CLIENT.search(text)) and (code := of_name(found[1])):
            return code
    return None


_CLIENT = patterns.compile(r"Distributed by [\w ]{3,40} on behalf of ([^\n]{4,120})")


# Only the United States spell these so without saying whose they are.
_AMERICAN = ("Department of Defense", "Department of State", "Department of War", "State Department")


_TELLING = frozenset({"country", "demonym", "intorg", "statebody"})


@cache
def of_name(text: str) -> str | None:
    """The one country that a name tells: "Royal Malaysian Air Force", "The White House"."""
    terms = [term for term in gazetteers.find(text) if term.kind in _TELLING]
    own = is_american(text) or any(name in text for name in _AMERICAN)
    if own and not any(term.kind in ("country", "demonym") for term in terms):
        return "US"
    if "National Guard" in text and any(term.kind in ("us_state", "us_state_short") for term in gazetteers.find(text)):
        return "US"
    whole = next((term for term in terms if term.end - term.start == len(text) and "|" in term.value), None)
    if whole is not None:
        return whole.value.rpartition("|")[2] or None  # "Naval Forces Japan"
    if terms and terms[-1].kind == "country" and _OF.search(text, 0, terms[-1].start):
        return terms[-1].value  # "Royal Navy of Oman"
    for term in terms:  # the first that tells: "U.S. Mission to NATO", "European Union Delegation in Togo"
        if term.kind in ("country", "demonym"):
            return term.value
        if term.kind == "intorg":
            return INTERNATIONAL
        if code := term.value.rpartition("|")[2]:
            return code
    cities = {term.value.rpartition("|")[2] for term in gazetteers.find(text) if term.kind == "city"}
    return cities.pop() if len(cities) == 1 else None


def is_american(name: str) -> bool:
    """Whether a body is named as those of the United States alone are, which releases of partners write without their state."""
    return _AMERICAN_FORMS.search(name) is not None


def is_own_royal(name: str, home: str | None, named: Collection[str]) -> bool:
    """Whether a royal service without a state is that of the kingdom at home, and not the British, whom the release nowhere names."""
    return home in _KINGDOMS and "GB" not in named and _ROYAL.search(name) is not None


# Morocco calls its own "the Royal Navy" and "the Royal Air Force"; other kingdoms name themselves and mean the British.
_KINGDOMS = frozenset({"MA"})
_ROYAL = patterns.compile(r"\bRoyal (?:Navy|Air Force)$")


_AMERICAN_FORMS = patterns.compile(
    r"^Office of the (?:(?:Deputy|Under|Assistant) )*Secretary of (?:Defen[cs]e|War)\b"
    r"|^(?:(?:[A-Z][a-z]+|\d+(?:st|nd|rd|th)) Coast Guard District|Coast Guard (?:Sector|District)|(?:Destroyer|Amphibious) Squadron \d)"
    r"|\b(?:Carrier|Expeditionary) Strike Group \d|\bMarine (?:Expeditionary|Air-Ground|Rotational)\b"
    r"|\b(?:Army Corps of Engineers|Air National Guard)\b"
)
_OF = patterns.compile(r"\bof (?:the )?\Z")


def of_readout(text: str) -> str | None:
    """The United States, whose spokespeople open a text so: "Pentagon Spokesman N provided the following readout:"."""
    return "US" if _READOUT.search(text, 0, _GIVEN) else None


_GIVEN = 400  # characters in which a readout says who gives it
_READOUT = patterns.compile(
    r"\b(?:(?:Pentagon|Joint Staff|State Department|Department of (?:Defense|War|State)|DoD|NSC|National Security Council)"
    r" (?:Chief |Deputy )?(?:[Ss]pokes(?:man|woman|person)|Press Secretary)\b[^:;\n]{0,120}\bthe following\b[^:;\n]{0,40}:"
    r"|(?:below|following) is attributable to"
    r" (?:(?:Principal|Deputy|Acting|NSC) )*(?:Spokes(?:man|woman|person)|Press Secretary) (?!for|of))"
)


@cache
def _of_press(publisher: str) -> str | None:
    """The country of the news agency that publishes: "MONTSAME News Agency"."""
    known = _origins().agencies
    if (code := known.get(publisher) or _origins().own_names.get(publisher)) is not None:
        return code
    if (code := _of_paper(publisher.casefold())) is not None:
        return code
    return next((known[word] for word in publisher.split() if len(word) > 3 and word in known), None)


def _of_paper(publisher: str) -> str | None:
    """The country of the newspaper whose name a publisher holds as whole words: "DAILY SABAH WITH AGENCIES"."""
    words = f" {publisher} "
    return next((code for name, code in _origins().papers.items() if f" {name} " in words), None)


def is_international(text: str) -> bool:
    return any(term.kind == "intorg" for term in gazetteers.find(text))


_ADDRESS = patterns.compile(
    r"(?:@|www\.|https?://)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\b(?:[\w-]{1,63}\.){0,3}(?:gov|gob|gouv|govt|go|mil|mod|com|co)\.[a-z]{2}\b",
    re.IGNORECASE,
)
_OFFICIAL = patterns.compile(
    r"\b(?:Republic|Kingdom|Government|Ministry|Department|Embassy|Armed Forces|State|Federation|Commonwealth|Crown"
    r"|(?:Joint|General|Defen[cs]e|Naval|Air)\s+Staff|Self-Defen[cs]e\s+Forces?|Defen[cs]e\s+Forces?)\b",
    re.IGNORECASE,
)


def _of_page(release: Release) -> str | None:
    """The country of the addresses and mastheads among what was cut from the page; related stories are passed over."""
    for piece in release.dropped:
        for found in _ADDRESS.finditer(piece.text[:4000]) if "." in piece.text else ():
            labels = found.group().rpartition("/")[2].rpartition("@")[2].split(".")
            known = ".".join(labels[-2:]) in _origins().hosts
            if (known or labels[-1] not in {"com", "org", "net"}) and (code := _of_address("https://" + ".".join(labels))):
                return code
    if code := _of_masthead(release) or _of_site_words(release):
        return code
    for piece in release.dropped:
        if piece.reason in _OTHER_STORIES:
            continue
        for line in piece.text[:4000].splitlines():
            if len(line) < 90 and (_OFFICIAL.search(line) or "©" in line) and (code := of_name(line.strip())):
                return code
        if piece.reason == "page foot" and (code := _of_seat(piece.text[:600])):
            return code
    return None


def _of_seat(text: str) -> str | None:
    """The country of the one city in a page’s foot that names an office: "Ministry of Defence, 8 Harbour Street, Helsinki"."""
    cities = {term.value.rpartition("|")[2] for term in gazetteers.find(text) if term.kind == "city"}
    return cities.pop() if len(cities) == 1 and _OFFICIAL.search(text) else None


@frozen
class _Origins:
    codes: dict[str, str]
    agencies: dict[str, str]
    hosts: dict[str, str]
    papers: dict[str, str]  # by their names in small letters
    own_names: dict[str, str]


@cache
def _origins() -> _Origins:
    data = tables.read("people/origins.yml")
    papers = {name.casefold(): country for name, country in data["papers"].items()}
    codes = {str(code): country for code, country in data["calling_codes"].items()}
    return _Origins(codes, data["agencies"], data["hosts"], papers, data["own_names"])


_TELEPHONE = patterns.compile(r"(?<![\w+])(?:\+|00)[ ]?\(?([1-9]\d{0,2})\)?[ ()./-]?\d")


def _of_telephone(release: Release) -> str | None:
    """The country of the telephones that the release prints, if they are all of one: "+358 295 …"."""
    known = _origins().codes
    found: set[str] = set()
    for text in (*(piece.text[:4000] for piece in release.dropped), release.body[-1500:]):
        if "+" not in text and "00" not in text:
            continue
        for number in _TELEPHONE.finditer(text):
            found |= {known[number[1][:size]] for size in (1, 2, 3) if number[1][:size] in known}
    return found.pop() if len(found) == 1 else None


_AGENCY = patterns.compile(
    r"""
      \(([A-Z][A-Za-zÀ-ÿ]{1,14}(?:[ ][A-Z][a-z]+)?)\)          # "Amman, Nov. 7 (Petra) --"
    | ,[ ](?:\d{4},[ ])?([A-Z]{3,8})[ ]?(?:--?|–|—)            # "October 12, 2022, SPA --"
    | --[ ]?([A-Z]{3})\b                                      # "--SPA"
    | ^[\w ]{3,20}[ ]-[ ]([A-Z]{3,8})\b                       # "Cairo - MENA"
    | [—–][ ]?(\w{4,10})$                                     # "the two countries. — Bernama"
    """,
    re.VERBOSE,
)


def of_agency(release: Release) -> str | None:
    """The country of the state’s news agency that opens or signs the text: "Amman, Nov. 7 (Petra) --"."""
    known = _origins().agencies
    for text in (release.dateline or "", release.body[:160], release.body[-40:], *_edges(release)):
        for found in _AGENCY.finditer(text) if any(map(text.__contains__, "(,-—–")) else ():
            name = next(filter(None, found.groups()))
            cited = text[found.end() :].lstrip().startswith(("reported", "said"))
            if name in known and not cited and not _spells_out(text[: found.start()], name):
                return known[name]
    return None


def _spells_out(before: str, letters: str) -> bool:
    """Whether the words right before a bracket begin with its letters: "the | Regional Security System | (RSS)" is no agency."""
    initials = [word[0] for word in before.split()[-len(letters) - 2 :] if word[0].isupper()]
    return letters.isupper() and initials[-len(letters) :] == list(letters)


def _of_agency_told(release: Release) -> str | None:
    """The country of the news agency that says in the text that it was told: "told Agerpres", "Kazinform has learnt".

    Agencies that are cited all over the world tell nothing so; papers do whose names tell their state.
    """
    known, told = _origins().agencies, set()
    for text in (release.body[:_TELLING_OF], release.body[-_TELLING_OF:]):
        for found in _TOLD.finditer(text):
            name = found["told"] or found["tells"]
            told |= {known[name]} if name in known and name not in _CITED else set()
        for found in _TOLD_PAPER.finditer(text):
            code = _of_paper(found["paper"].casefold())
            told |= {code} if code is not None and code == of_name(found["paper"]) else set()
    return told.pop() if len(told) == 1 else None


_TELLING_OF = 900  # characters in which an agency says how it learned of something
_TOLD = patterns.compile(
    r"\b(?:told|sent\s+to|informed)\s+(?P<told>[A-Z]\w+)\b"
    r"|\b(?P<tells>[A-Z]\w+)\s+(?:(?:has|have)\s+(?:been\s+)?(?:learn(?:ed|t)|told|informed)|was\s+(?:told|informed)|reports|informs)\b"
)
# a paper that bears the name of its state: "told the | Jamaica Observer | that"
_TOLD_PAPER = patterns.compile(r"\btold\s+(?:[Tt]he\s+)?(?P<paper>[A-Z][\w.]+(?:\s(?:of\s)?[A-Z][\w.]+){1,2})")
_CITED = frozenset(
    {"TASS", "Xinhua", "Yonhap", "Kyodo", "KCNA", "Anadolu", "AA", "IRNA", "SANA", "ANSA", "EFE", "PTI", "ANI", "INA", "ENA"}
)


def _edges(release: Release) -> Iterator[str]:
    """The first and last words of each piece that was cut from the page."""
    for piece in release.dropped:
        yield piece.text[:80]
        if len(piece.text) > 80:
            yield piece.text[-40:]


def _of_masthead(release: Release) -> str | None:
    """The country or organization that names itself above or below the text: "España", "AFRICAN UNION"."""
    pieces = [piece.text.strip() for piece in release.dropped if piece.reason in _MASTHEADS and len(piece.text) < 80]
    own, names = _own_names()
    for number, text in enumerate([release.publisher or "", *pieces]):
        if (found := own.search(text)) and not _LANGUAGES.search(text):
            return names[found.group().casefold()]
        if number <= 1 and any(term.kind == "intorg" and term.end - term.start > 0.8 * len(text) for term in gazetteers.find(text)):
            return INTERNATIONAL
    return None


def _of_site_words(release: Release) -> str | None:
    """The state whose language the site speaks around the text: "Ugrás a tartalomhoz", "Numru ta' Referenza: PR201"."""
    for piece in release.dropped:
        text = piece.text[:_SITE_WORDS].replace("’", "'").casefold().lstrip()
        if piece.reason not in _OTHER_STORIES and (words := _site_words().match(text)):
            return _site_codes()[words.group()]
    return None


_SITE_WORDS = 40  # letters with which a piece of the page opens


@cache
def _site_codes() -> dict[str, str]:
    return {words.casefold(): code for words, code in tables.read("people/mastheads.yml")["site_words"].items()}


@cache
def _site_words() -> re.Pattern[str]:
    return patterns.compile("|".join(re.escape(words) for words in sorted(_site_codes(), key=len, reverse=True)))


# a choice of languages, in which a language may bear the name of another people's state: "Slovensko | English"
_LANGUAGES = patterns.compile(r"\b(?:English|ENGLISH|ENG|EN)\b")
_OTHER_STORIES = frozenset({"headline", "summary", "related stories", "after the text", "caption", "tags"})
_MASTHEADS = frozenset({"masthead", "kicker or section", "copyright"})


@cache
def _own_names() -> tuple[re.Pattern[str], dict[str, str]]:
    """The names of states in their own languages, as one pattern, and their codes."""
    names: dict[str, str] = {name.casefold(): code for name, code in tables.read("people/mastheads.yml")["names"].items()}
    choices = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return patterns.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE), names


_DOMAINS = {"gov": "US", "mil": "US", "uk": "GB", "int": INTERNATIONAL}


def _of_address(address: str | None) -> str | None:
    """The country of a government’s web address: "mapn.ro", "gov.uk", "defense.gov"."""
    labels = addresses.host(address).split(".")
    if not labels[-1]:
        return None
    if code := _origins().hosts.get(".".join(labels[-2:])):
        return code
    if labels[-1] in _DOMAINS:
        return _DOMAINS[labels[-1]]
    if "whitehouse" in labels or "bidenwhitehouse" in labels:
        return "US"
    code = labels[-1].upper()
    return code if code in gazetteers.values("country") else None
