"""The dateline at the head of a first paragraph: "HAT YAI, 14 March 2024 -", "CAMP H.M. SMITH, Hawaii –", "ACCRA, Oct. 19 (GNA) -"."""

from __future__ import annotations

import re

from ingest.engine import gazetteers, patterns
from ingest.engine.cleaning import issued, publishers
from ingest.engine.cleaning.marks import words_of
from ingest.engine.values import frozen


@frozen
class Dateline:
    """Place, date and news agency, where the paragraph opens with them."""

    place: str | None = None
    date: str | None = None
    agency: str | None = None


def read(paragraph: str, *, month_first: bool = False) -> Dateline:
    """The dateline of a paragraph; empty for a paragraph that opens with its first sentence."""
    paragraph = _NUMBER.sub("", paragraph, count=1)
    if "(" in paragraph[:4]:
        paragraph = _REPRINT.sub("", paragraph, count=1)
    opening = paragraph[:160].replace("─", "–")
    if opening[:1] == "[":  # [Oslo, 8 September 2021] The minister
        opening = opening.replace("[", "(", 1).replace("]", ")", 1)
    return _dated(opening, month_first=month_first) or _placed(opening) or Dateline()


def is_alone(line: str) -> bool:
    """Whether a line is a dateline with its agency and nothing else: "Abu Dhabi (WAM)", "Harbour News -"."""
    if not any(map(line.__contains__, "(/,-–—")):
        return False
    bare = line.rstrip(" -–—:")
    return len(bare.split()) <= 6 and _SENTENCE.search(bare) is None and read(f"{bare} -").agency is not None


def behind_day(line: str) -> str | None:
    """The town between the day and the body that a line gives: "January 16, 2018 – Vancouver, Canada – National Defence"."""
    date = next(iter(issued.find(line)), None)
    found = _BEHIND_DAY.match(line, date.end) if date is not None and date.start == 0 else None
    return found["town"] if found else None


def is_reprint(line: str) -> bool:
    """Whether a line names the agency whose text a portal prints, and nothing else: "(PORTAL- News Agency)"."""
    return "(" in line[:4] and _REPRINT.fullmatch(line) is not None


def of_brackets(line: str) -> str | None:
    """The agency that signs on a line of its own, with or without the day: "(Harbour News Agency May 30, 2007)", "(MAP-21/05/2024)"."""
    found = _BRACKETS.fullmatch(line) if len(line) <= 60 else None
    if found is None:
        return None
    day = next(iter(issued.find(found["inside"])), None)
    name = found["inside"] if day is None else found["inside"][: day.start]
    behind = "" if day is None else found["inside"][day.end :]
    return None if behind.strip(" ,.") else _agency(name.rstrip(" ,-–"))


def _dated(opening: str, *, month_first: bool) -> Dateline | None:
    """Place, date and what stands between the date and the text: "ACCRA, Oct. 19 (GNA) -"."""
    date = next(iter(issued.find(opening, month_first=month_first)), None)
    if date and opening[: date.start] == "(" and (town := _TOWN_CLOSES.match(opening, date.end)) and _is_place(town["town"]):
        return Dateline(town["town"], date.date)
    found = _REST.match(opening[date.end :]) if date and not _LASTS.match(opening, date.end) else None
    if date is not None and found is None and _SLASHED.fullmatch(opening[date.start : date.end]):
        found = _REST.match(" -")  # Oslo (HNA) December 28/2022 The minister: no sign parts such a day from the text
    if date is None or found is None:
        return None
    before = _HIJRI.sub("", opening[: date.start])
    named = _BEFORE_DATE.search(before)  # ABU DHABI, (Agency - 21st Feb, 2021)
    place = _WEEKDAY.sub("", (before[: named.start()] if named else before).strip(" ,./(-–—"))
    if found["stop"] and (not place or date.date[:4] == "XXXX" or not opening[: date.start].endswith(", ")):
        return None  # a short first sentence
    if (place and not _is_place(place)) or not (place or found["sign"] or found["glued"] is not None):
        return None
    agency = _agency(named["agency"] if named else found["agency"]) or _paper_in_brackets(found["agency"] or "")
    if (
        agency is None
        and (beside := _BESIDE_TOWN.fullmatch(place)) is not None
        and _is_town((beside["town"] or beside["town2"]).split(",")[0])
    ):
        return Dateline(beside["town"] or beside["town2"], date.date, beside["agency"] or beside["agency2"])
    return Dateline(place or None, date.date, agency)


_LASTS = patterns.compile(r"\s?[-–]\s?\d{1,2}\b(?![./:-]?\d)")  # "March 1|-2, the Chief of Defence will pay": no day of writing


def _placed(opening: str) -> Dateline | None:
    """A place alone, or with its agency: "CAMP H.M. SMITH, Hawaii –", "Jakarta (ANTARA) -", "Oslo /NTB/.", "Washington, NTB –"."""
    found = _WITH_AGENCY.match(opening)
    agency = (_agency(found["enclosed"] or found["bare"]) or _paper_in_brackets(f"({found['channel']})")) if found else None
    if found and agency and _is_town(found["place"]):
        return Dateline(found["place"].strip(), agency=agency)
    if (found := _PLAIN.match(opening)) and _is_place(place := found["place"].rstrip(" -–—")) and not _is_speaker(found, place):
        signed = _SIGNED.fullmatch(place) is not None or publishers.is_agency(place)
        alone = signed and not _is_town(place) and not found["agency"]
        return Dateline(agency=place) if alone else Dateline(place, agency=_agency(found["agency"]))
    if (found := _TOWN.match(opening)) and (_is_town(found["town"]) or _is_town(found["state"] or "")):
        return Dateline(found["place"])
    paper = _PAPER.match(opening)
    return Dateline(agency=paper["name"]) if paper else None


def _is_speaker(found: re.Match[str], place: str) -> bool:
    """Whether a name before a colon is that of who speaks: "ANA RUIZ, PRIME MINISTER OF SANDOVA:"; no part of it is a town or state."""
    return found.group().rstrip().endswith(":") and not any(_is_town(part) for part in place.split(", "))


def _agency(text: str | None) -> str | None:
    """The name of an agency between brackets, strokes or after the place; none where it is a place, a day or a note: "(Wednesday)"."""
    name = (text or "").partition(" / ")[0].strip(" ()/.,")
    if not _AGENCY.fullmatch(name) or name.lower() in words_of("no_agencies") or _is_town(name):
        return None
    return name


def _paper_in_brackets(text: str) -> str | None:
    """The paper between brackets behind town and day, whatever it is called: "Colombo, Feb 16 (Daily Lantern) -"."""
    found = _BRACKETED.fullmatch(text.strip())
    name = found["name"] if found else ""
    noted = {word.lower() for word in name.split()} & words_of("no_agencies")
    return name if name and not noted and not _is_town(name) else None


def _is_town(name: str) -> bool:
    """Whether a name is in the gazetteer of places as a whole."""
    bare = name.strip()
    shown = bare.title() if bare.isupper() and len(bare) > 4 else bare
    return not gazetteers.GEOGRAPHY.isdisjoint(gazetteers.kinds(shown))


_BRACKETED = patterns.compile(r"\((?P<name>[A-Z][\w’'-]{1,20}(?:\s[A-Z\d][\w’'-]{0,20}){1,3})\)")
_SENTENCE = patterns.compile(r"[a-z]{2,}\.\s|\b[a-z]{4,}\b")
_BRACKETS = patterns.compile(r"\(\s?(?P<inside>[^()]{2,56})\s?\)\W{0,3}")
_NUMBER = patterns.compile(r"^\s*\(?\d{1,2}[.)]\s+")
_REPRINT = patterns.compile(
    r"^\s{0,3}\([A-Z]{3,10}\s?[-–—]\s[^()]{2,60}(?:\([^()]{2,20}\)\s?)?\)\s{0,3}"
)  # (PORTAL- News Agency (NA)) OSLO, …
_BEHIND_DAY = patterns.compile(r"\s[–—|-]\s(?P<town>[A-Z][\w.'’ -]{1,30}?(?:,\s[A-Z][\w.'’ ]{1,25}?)?)\s[–—|-]\s")
_SLASHED = patterns.compile(r"[A-Z][a-z]{2,8}\s\d{1,2}/\d{4}")
_BESIDE_TOWN = patterns.compile(  # AKP Phnom Penh   Rostock, Germany (NNS)
    r"(?P<agency>[A-Z]{2,6})\s(?P<town>[A-Z][a-z].{2,40})|(?P<town2>[A-Z][\w.,’' -]{2,40}?)\s\((?P<agency2>[A-Z]{2,6})\)?"
)
_HIJRI = patterns.compile(  # Riyadh, Rabi' II 3, 1440, December 10, 2018: the date of the other calendar stands before ours
    r"""[,\s]{1,3}(?: (?:[A-Z][\w'’-]{0,20}\s){1,3}\d{1,2},\s | \d{1,2}\s(?:[A-Z][\w'’-]{0,20}\s){1,3} )1[34]\d\d
        (?:\s?A?H\.?)?[,\s]{0,3}(?:corresponding\sto\s)?\Z""",
    re.VERBOSE,
)
_TOWN_CLOSES = patterns.compile(r",\s(?P<town>[A-Z][\w.'’ -]{2,30})\)\s")  # (8 May 2021, Lima) The Minister
_BEFORE_DATE = patterns.compile(r",?\s?\((?P<agency>[^()]{2,60}?)\s[-–—]\s?\Z")
_REST = patterns.compile(
    r"""^\)?\s*[,.]?\s*
    (?:\(?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\)?\s*)?     # (Wednesday)
    (?:[\d:]{3,5}\s*)?
    (?:[-–—]\s(?=[A-Z]{2,11}\s[-–—]\s))?                                         # - NTB -
    (?P<agency>[(/]?[A-Z][\w./&\ -]{1,30}[)/]?\s*)?                             # (GNA), REPORT.AZ/, /Agency/, NTB.
    [,.]?\s*(?P<sign>--|[-–—―:/|›»]|(?<=[)/])|(?-i:(?<=[A-Z]{4}\.)(?=\s))|(?-i:(?P<stop>(?<=\.)(?=\s[A-Z]))))  # Oslo, 8 September 2021. The
    | ^(?P<glued>)(?-i:,?\s\d{1,2}:\d\d(?=[A-Z][a-z]))   # 15 April, 2021 18:28During the meeting""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNED = patterns.compile(r"[A-Z]{3,4}|[A-Z]{2,12}(?:NEWS|NEXT|PRESS|MEDIA|INFORM|WIRE|ONLINE)")  # NNA – The spokesperson said
_PLAIN = patterns.compile(
    r"""^(?P<place>
        [A-Z][A-Z.'’\ -]{2,40}(?:,\s[A-Z][\w.'’\ -]{1,30}){0,2}      # CAMP H.M. SMITH, Hawaii
      | [^\W\d_][\w.'’-]{2,20}(?:\s[^\W\d_][\w.'’-]{2,20}){0,2}(?=\s?(?:\([A-Z][\w\ /.]{1,30}\)|—|--))  # Jakarta (ANTARA) -
    )\s*(?P<agency>\([A-Z][\w\ /.]{1,50}\)\s*)?(?:--|[–—-]|:|(?<=\));)\s""",
    re.VERBOSE,
)
_WITH_AGENCY = patterns.compile(
    r"""^(?P<place>[^\W\d_][\w.'’-]{1,20}(?:\s[^\W\d_][\w.'’-]{1,20}){0,2})
    (?: ,?\s?[(/]\s?(?P<enclosed>[A-Z][\w.]{1,15})\s?[)/]\s?[.;]?(?=\s|\Z)   # Ulaanbaatar /AGENCY/.   Abu Dhabi (AGENCY)
      | \s\((?P<channel>[A-Z][\w.]{1,15}(?:\s[A-Z\d][\w.]{0,15}){1,2})\)(?:;|:|\s?[–—-]{1,2})\s   # COLOMBO (Lanka 24);
      | (?:[,.]\s|\s[–—-]\s?)(?P<bare>[A-Z]{3,11})(?:\s[–—-]{1,2}\s|:\s|\Z)          # Washington, NTB –   ASTANA. NTB -   Washington -NTB
    )""",
    re.VERBOSE,
)
_WEEKDAY = patterns.compile(r",?\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z")  # Oslo, Norway, Friday 15 May 2020
_TOWN = patterns.compile(  # Kuala Lumpur - The ministry …   Brunssum, The Netherlands – The commander …
    r"(?P<place>(?P<town>[^\W\d_][\w.'’-]{2,20}(?:\s[^\W\d_][\w.'’-]{2,20}){0,2})"
    r"(?:,\s(?:[Tt]he\s)?(?P<state>[A-Z][\w.'’ ]{1,25}?))?)(?:\s?[-–—]{1,2}|:)\s"
)
_PAPER = patterns.compile(
    r"(?P<name>[A-Z]\w{2,15}-(?:Press|News|Info|Presse)(?=\s[–—])|[A-Z][\w-]{2,24}\.(?:[A-Z]{2,4}|[A-Z]?[a-z]{2,4})|(?:[A-Z][\w’'-]{1,20}\s){1,3}(?:News|Times|Herald|Tribune|Gazette|Post|Daily|Observer|Chronicle)(?=\s?/\s|\s[–—-]))(?:\s[–—-]{1,2}|\s?/)(?:\s|\Z)"
)
_AGENCY = patterns.compile(
    r"[A-Z]{2,11}(?:\.[A-Z]{2,4})?|[A-Z][a-z][A-Z]|[A-Z][a-z]+(?:[A-Z][a-z]+)?(?:\.(?:com|net|org|az|kz|am|ge))?|(?:[A-Z][\w-]+\s){1,4}"
    r"(?:News|Agency|Service|Press|Point|Times|Mirror|Herald|Tribune|Gazette|Observer|Chronicle|Standard|Mail)|News\s1st"
)


def _is_place(text: str) -> bool:
    words = text.split()
    return (
        1 <= len(words) <= 6
        and all(word[0].isupper() or word[0] in "([" or word.lower() in _SMALL for word in words)
        and words[0].lower() not in _NO_PLACES
    )


_SMALL = frozenset(["de", "do", "da", "del", "la", "le", "el", "al", "of", "the", "on", "am", "an", "der", "es", "sur", "upon", "i"])
_NO_PLACES = frozenset(["on", "in", "by", "from", "since", "until", "today", "yesterday", "during", "the", "after", "before", "this"])
