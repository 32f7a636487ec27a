"""Who wrote a release and for whom, as its byline prints them."""

from __future__ import annotations

import re
from functools import cache

from ingest.engine import gazetteers, patterns, tables
from ingest.engine.cleaning import issued, publishers
from ingest.engine.values import frozen


@frozen
class Byline:
    """Authors in natural order without ranks, the body they write for, and the date, where the line states them."""

    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None

    @property
    def is_telling(self) -> bool:
        """Whether it names anybody."""
        return bool(self.authors or self.publisher)


def read(line: str, *, month_first: bool = False) -> Byline:
    """What a byline states. A body in the place of the writer is the publisher and no author: "By U.S. Mission Romania …"."""
    if is_signature(line):
        return Byline(tuple(name for name in map(_person, re.split(r"\s*/\s*", line)[1:]) if name))
    if (labelled := _labelled(line)) is not None:
        return Byline(tuple(_each(labelled)), published=next((day.date for day in issued.find(line, month_first=month_first)), None))
    if (behind := _behind_date(line)) is not None:
        return _read_behind_date(behind, month_first=month_first)
    if (desk := _DESK.fullmatch(line)) is not None:
        paper = desk["paper"].strip()
        return Byline(publisher=line.removesuffix(desk["town"] or "").strip(" ,|") if publishers.is_state_word(paper) else paper)
    if (staff := _STAFF.fullmatch(line)) is not None:
        return Byline(publisher=staff["paper"])
    if (journalist := _JOURNALIST.fullmatch(line)) is not None:
        return Byline(tuple(name for name in (_person(journalist["name"].strip()),) if name))
    text = _bare(without_credits(line))
    dates = issued.find(text, month_first=month_first)
    published = dates[-1].date if dates else None
    if dates:
        text = text[: dates[-1].start].rstrip(" ,|–—-•·").removesuffix(" on")
        if not _separated(text):
            return _run_together(text, published)
    if (serving := _IN_UNIT.fullmatch(text)) is not None and publishers.is_organization(serving["unit"]):
        text = f"{serving['names']}, {serving['unit']}"
    if len(text.partition("/")[0].split()) > 1:
        text = _BEHIND_STROKE.sub("", text)
    authors: list[str] = []
    publisher = None
    for part in _parts(text):
        if part.lower() in _tables()["desks"]:
            continue
        writer, part = _parted_from_unit(part)
        name = None if _is_place(part) else _person(part)
        if writer:
            authors.append(writer)
        if publisher is not None and len(part.split()) == 1:
            continue  # the place or the end of the body's name: "…, Southern European Task Force, Africa"
        if publisher is None and publishers.is_agency(part):
            publisher = part
        elif name is not None:
            authors.append(name)
        elif publisher is None and publishers.is_organization(part):
            publisher = part
    return Byline(tuple(authors), publisher or _agency_behind(text, authors), published)


# "Ana Ruiz (7th Army Training Command)"
_IN_UNIT = patterns.compile(r"(?P<names>[^()]{4,80}?)\s*\((?P<unit>[^()]{6,90})\)")


def is_with_writer(line: str) -> bool:
    """Whether a line holds writers beside a day or town, whatever its shape."""
    return is_named_before_date(line) or is_named_in_town(line) or is_behind_date(line) or is_labelled(line)


def is_labelled(line: str) -> bool:
    """Whether a label beside a day tells the writer: "Author: Ana Ruiz | Date: 14 May 2025", "Ana Ruiz Published May 14, 2025"."""
    return _labelled(line) is not None


def _labelled(line: str) -> str | None:
    """The writers whom the label of a line with a day tells."""
    found = _BESIDE_DAY.match(line) if 12 < len(line) < 120 and _DIGIT.search(line) else None
    names = (found["names"] or found["before"]).strip(" ,|") if found else ""
    return names if names and issued.find(line) and all(is_name(_set(name)) for name in _each(names)) else None


def is_behind_date(line: str) -> bool:
    """Whether "by" and the writer stand behind the day: "14 May 2025, Oslo - Harbour News Agency, by Ana Ruiz"; not "by admin"."""
    return len(line) < 160 and _behind_date(line) is not None


def _behind_date(line: str) -> re.Match[str] | None:
    found = _BEHIND_DATE.fullmatch(line) if _DIGIT.search(line) and any(map(line.lower().__contains__, _WRITING)) else None
    if found is None or publishers.is_told(found["before"]) or not issued.find(found["before"]):
        return None
    named = all(is_name(_set(name)) for name in _each(found["names"])) or (found["label"] and publishers.is_masthead(found["names"]))
    return found if named else None


def _each(names: str) -> list[str]:
    """Each name of a row, set like a name where it stands in capitals."""
    return [name.title() if name.isupper() else name for name in re.split(r",\s|\s(?:and|&)\s", names)]


def _set(name: str) -> str:
    """The name with a family name in capitals set like the rest: "Ana RUIZ"."""
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in name.split())


def _read_behind_date(found: re.Match[str], *, month_first: bool) -> Byline:
    """Writers behind the day, and the agency or paper between."""
    day = issued.find(found["before"], month_first=month_first)[0]
    rest = f"{found['before'][: day.start]} - {found['before'][day.end :]}"
    if publishers.is_masthead(found["names"]):
        return Byline(publisher=found["names"], published=day.date)
    parts = [part for part in re.split(r"\s[-–—]\s|\s*[,|·•]\s*", rest) if len(part.split()) > 1]
    paper = next((part for part in parts if publishers.is_masthead(part) or publishers.is_paper(part)), None)
    return Byline(tuple(_person(name) or name for name in _each(found["names"])), paper, day.date)


def of_sign(sign: str) -> str | None:
    """The writer whom the sign behind the last sentence names beside the agency: "Ana Ruiz/HNA", "(HNA/Ana Ruiz)"."""
    before, stroke, behind = sign.strip(" ()[].-–—").partition("/")
    return next((name.strip() for name in (before, behind) if stroke and is_name(_set(name.strip()))), None)


def _agency_behind(text: str, authors: list[str]) -> str | None:
    """The agency in one word behind a dash and its one writer: "By Ana Ruiz – Harpa:"."""
    writer, dash, name = text.rstrip(" :").partition(" – ")
    known = bool(dash) and authors[:1] == [writer] and name.isalpha() and name[0].isupper() and not _is_place(name)
    return name if known and not _is_rank(name) else None


def is_signature(line: str) -> bool:
    """Whether a press agency signs with its writers: "WAM/Mona Said/ Omar Aziz"."""
    return _SIGNATURE.fullmatch(line) is not None


def is_desk(line: str) -> bool:
    """Whether a desk signs for its paper, with its town at most: "Harbour Times News Desk Nairobi", "Staff Reporter, Harbour Times",
    or a journalist of the house with an address."""
    if any(map(line.lower().__contains__, ("report", "correspondent", "writer"))) and _STAFF.fullmatch(line):
        return True
    if "@" in line and _JOURNALIST.fullmatch(line):
        return True
    found = _DESK.fullmatch(line) if "esk" in line else None
    return found is not None and (not found["town"] or _is_place(found["town"]))


def is_named_before_date(line: str) -> bool:
    """Whether a line is a writer's name, a bar and a date: "Ayşe Demir | 14.05.2024"; not a place or a section in the same spot."""
    found = _NAMED.match(line) if len(line) < 100 else None
    paper = (found["paper"] or "").strip(" |") if found else ""
    return (
        found is not None
        and bool(issued.find(line[found.end("name") :]))
        and is_name(found["name"])
        and (not paper or publishers.is_paper(paper) or publishers.is_masthead(paper))
    )


def is_named_in_town(line: str) -> bool:
    """Whether a line is writers in capitals and their town: "NANCY ROSS and IAN VEGA, Lusaka"."""
    names, comma, town = line.partition(", ")
    if not comma or len(line) > 80 or not names.replace(" and ", " ").isupper() or not town.istitle() or not _is_place(town):
        return False
    return all(is_name(name.title()) and all(_VOWEL.search(word) for word in name.split()) for name in names.split(" and "))


def alone(line: str) -> tuple[str, ...]:
    """The writers who stand on a line of their own, with their town at most: "Ana Ruiz", "Ana Ruiz and Li Wei", "Ana Ruiz, Lima"."""
    if len(line) > 80:
        return ()
    names, comma, town = line.rpartition(", ")
    in_town = comma and "city" in gazetteers.kinds(town)
    every = _each(names if in_town else line)
    return tuple(every) if all(is_name(_set(name)) for name in every) else ()


def is_name(name: str) -> bool:
    """Whether two to four words are the name of a person, for all that can be told: no plain word, no body, no place."""
    words = name.split()
    return (
        2 <= len(words) <= 4
        and all(word[0].isupper() and word.replace("-", "").replace(".", "").replace("’", "").isalpha() for word in words)
        and not publishers.is_organization(name)
        and not publishers.is_headline(name)
        and not name.isupper()
        and not any(word.lower() in tables.english_words() for word in words)
        and not _is_place(name)
    )


def of_rank(line: str) -> str | None:
    """The writer of whom a line gives rank and name and nothing else: "Staff Sgt. Ana Ruiz"."""
    words = line.split()
    name = _person(line) if 2 < len(words) <= 8 and _is_rank(words[0]) else None
    return name if name and name != line and is_name(name) else None


def is_of_unit(names: str) -> bool:
    """Whether a writer with rank stands before the unit: "Mass Communication Specialist 2nd Class Ana Ruiz, U.S. Naval Forces"."""
    writer, comma, unit = names.partition(", ")
    return bool(comma) and _is_rank(writer.split()[0]) and publishers.is_organization(unit) and len(writer.split()) > 2


def without_credits(line: str) -> str:
    """The line without who took its photos or put it into English, and without the day of a change: "Reported by Ana Ruiz - Photo by …"."""
    return _CREDITS.sub("", line, count=1) if any(map(line.__contains__, _BEFORE_CREDITS)) else line


def of_reporter(paragraph: str) -> str | None:
    """The reporter whom a paragraph names in brackets before its first sentence: "(Military News Agency, reporter Lin Mei-hua, Taipei)"."""
    found = _REPORTER.match(paragraph)
    return _person(found["name"]) if found else None


_DIGIT = patterns.compile(r"\d")
_WRITING = ("by", "author", "writer", "reporter")
_PERSONS = r"[^\W\d_][\w.’'-]{1,20}(?:(?:\s|,\s|\sand\s)[^\W\d_][\w.’'-]{0,20}){1,6}?"
_BESIDE_DAY = patterns.compile(
    rf"""(?:[^|:]{{0,30}}\d[^|:]{{0,12}}\s?[|•·–-]\s?)?(?:author|writer|reporter|(?:written|posted|published|reported)\sby)\s?:?\s(?P<names>{_PERSONS})
         (?:\s?[|•·,;–—-]|\s(?:on|in|at|date|published|posted)\b|\Z)
       | (?P<before>{_PERSONS})\s(?:Published|Posted|Updated)(?:\son)?\s?:?\s(?=.{{0,20}}\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_BEHIND_DATE = patterns.compile(
    r"(?P<before>[^\W_].{3,90}?)(?:\s?[,|–—·•-])?\s(?:[Bb][Yy]:?|(?P<label>[Aa]uthor|[Ww]riter|[Rr]eporter)\s?:)\s(?P<names>[^\W\d_][^|/;:()]{2,60}?)(?:\s(?:in|on|\|)\s.{2,40})?"
)
_DESK = patterns.compile(
    r"(?!By\s)(?P<paper>(?:[A-Z][\w.’'-]{1,20}\s){1,4})(?:News|Web|Online|Digital)\s?[Dd]esk(?:[,|]?\s(?P<town>[A-Z][\w' -]{2,30}))?"
)
_STAFF = patterns.compile(
    r"(?:(?:Our|Staff|Special|Senior|News|Bureau|Monitoring|Web) (?:Correspondent|Reporter|Writer|Report)|(?:[A-Z]\.){1,4}\sReport)"
    r"(?:, (?P<paper>[\w.’'& -]{3,40}))?",
    re.IGNORECASE,
)
# Ana Ruiz Senior Multimedia Journalist ana.ruiz@… | @anaruiz
_JOURNALIST = patterns.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]{1,20}\s){2,4}?)[,|]?\s?(?:(?:Senior|Chief|Staff|Multimedia|Digital|Deputy|News|Political|Defen[cs]e|Foreign)\s){0,3}"
    r"(?:Journalist|Reporter|Correspondent|Staff Writer)\b[^@]{0,60}@.{1,80}"
)
_VOWEL = re.compile(r"[^\WBCDFGHJKLMNPQRSTVWXZ]|NG\Z")  # none is in "HQ"
_BEFORE_CREDITS = "-–—|/,;(:"
_NAMED = patterns.compile(
    r"(?P<name>[^\W\d_][\w.'’-]{1,20}(?:\s[^\W\d_][\w.'’-]{0,20}){1,3})(?:\s?[|•·]\s?|\s[–—-]\s)(?P<paper>[^|\d]{3,40}\s\|\s)?(?=[^|]{0,20}\d)"
)
_CREDITS = patterns.compile(
    r"""\s*[-–—|/,;(]\s*(?:photographers?|photos?|photographs?|pictures?|images?|video|translat(?:ed|ion|ing)|edit(?:ed|ing)|writing|graphics?)\s?(?:courtesy\s)?(?:by\b|:).*$
      | \s(?:photos?|photographs?|pictures?|images?|fotos?)\s?:.*$
      | \s[-–—|]\s(?:last\s)?(?:updated|modified)\b.*$""",
    re.IGNORECASE | re.VERBOSE,
)
_SIGNATURE = patterns.compile(r"[A-Z]{2,6}\s?(?:/\s?[^\W\d_][\w.'’-]{0,20}(?:\s[^\W\d_][\w.'’-]{0,20}){1,3}\s?){1,4}")
_REPORTER = patterns.compile(
    r"\((?:[^(),]{1,60},\s?){0,2}(?:staff\s)?(?:reporter|correspondent|writer)s?:?\s(?P<name>[^(),/]{3,40})[,/)]", re.IGNORECASE
)


def person(name: str) -> str | None:
    """One writer's name in natural order without rank; None for a body or desk: "Kim, Chul-Hwan" stays for `read` to judge."""
    return None if name.strip().lower() in _tables()["desks"] else _person(_bare(name))


_LEAD = patterns.compile(
    r"""^\W*(?:(?:story|text|article|news|written|reported|reporting|report|words|posted|courtesy\ story|interview)\s+
              (?:(?:and|&)\s(?:photos?|photographs?|photography|pictures?|images|graphics|video)\s)?)?
        (?:(?:text|story|words|tekst|texte)\s(?:and|&|et|og|i)\s(?:photos?|pictures?|images?|fotos?)(?=\s?:)
          |by|por|author|autor|auteur|autore|tekst|text|texto|texte|story|report|reporter|writer|from)\s*[:.]?\s+
        (?:courtesy\s+story\s+)?""",
    re.IGNORECASE | re.VERBOSE,
)


def _bare(line: str) -> str:
    """The names alone: without "By", what stands in angle brackets, addresses."""
    text = _LEAD.sub(
        "",
        re.sub(
            r"<[^<>]{0,80}>|\S{1,64}@\S{1,64}"
            r"|\((?:photos?|text|staff|reporter|jg|Cpl|Sgt|Lt|Capt|Maj|Col|[A-Z]{2,4}(?:/[A-Z]{2,4}){0,3})\b[^()]{0,40}\)",
            " ",
            line,
        ),
        count=1,
    )
    text = _FROM_TOWN.sub("", _COUNTED.sub("", text.strip().removeprefix("Source:")))
    return " ".join(text.split()).strip(" ,|–—-*<>()")


_FROM_TOWN = patterns.compile(r"(?<=[^\W\d_])\s[Ii][Nn]\s[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){0,2}\Z")  # By Ana Ruiz in Lima
_COUNTED = patterns.compile(r"(?<=[a-z])\d{1,4}\Z")  # By Ana Ruiz054: how many comments there are


def _separated(text: str) -> bool:
    """Whether signs part the names: "Ana Ruiz | Navy News", "Ana Ruiz, DOD News"; not the comma of "Stuttgart, Germany" at the end."""
    if re.search(r"[|/;]", text) or "," not in text:
        return True
    before = text.partition(",")[0].split()
    unit = any(publishers.starts_organization(word) for word in before[2:]) or (before and publishers.starts_organization(before[0]))
    return not (unit and len(before) > 3)


def _run_together(text: str, published: str | None) -> Byline:
    """A byline of writer, unit, place and date without signs between: "Marta Ruiz United States Africa Command Stuttgart, Germany"."""
    words = text.split()
    while words and _is_rank(words[0]) and not (publishers.starts_organization(words[0]) and not _rank_follows(words)):
        words = words[1:]
    starts = [at for at, word in enumerate(words) if publishers.starts_organization(word)]
    unit = next((at for at in starts if at >= 2), len(words)) if not (starts and starts[0] == 0) else 0
    name = " ".join(words[:unit]) if 2 <= unit <= 5 else ""
    rest = words[unit:]
    comma = next((at for at, word in enumerate(rest) if word.endswith(",")), len(rest) - 1)
    last = max((at for at, word in enumerate(rest[: comma + 1]) if publishers.ends_organization(word)), default=comma - 1)
    if unit == 0:  # the writer is a body, and its parent stands behind it
        second = next((at for at in starts if at > 1), last + 1)
        last = min(last, second - 1)
    body = " ".join(rest[: last + 1]).strip(" ,")
    return Byline((name,) if name else (), body or None, published)


def _parted_from_unit(part: str) -> tuple[str | None, str]:
    """The writer and the unit behind, where no sign parts them: "Sgt. Ana Ruiz | U.S. Army South", "DoD News | DoD News" once."""
    words = part.split()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:
        return None, " ".join(words[:half])
    while words and (_is_rank(words[0]) or (words[0][0].isdigit() and _rank_follows(words))) and not _is_unit_first(words):
        words = words[1:]
    ranked = len(words) < len(part.split())
    unit = next((at for at, word in enumerate(words[:6]) if at > 1 and publishers.starts_organization(word)), 0)
    untold = unit == 0 or publishers.is_organization(" ".join(words[:unit]))
    if untold and ranked and len(words) > _SHORT_UNIT and publishers.ends_organization(words[-1]):
        unit = 3 if len(words[1].rstrip(".")) == 1 else 2  # Sgt. Ana Ruiz Northern Harbour Command Public Affairs: behind two names
    if unit == 0 or _is_unit_first(words):
        return None, part
    for at in (unit - 2, unit - 1):  # "Ana Ruiz | New York | National Guard", "Ana Ruiz | Ohio | Air National Guard"
        if at > 1 and "us_state" in gazetteers.kinds(" ".join(words[at:unit])):
            unit = at
    name, body = _person(" ".join(words[:unit])), " ".join(words[unit:])
    return (name, body) if name and publishers.is_organization(body) else (None, part)


_SHORT_UNIT = 4  # words of writer and unit


def _is_unit_first(words: list[str]) -> bool:
    """Whether the first word is that of a unit and of no rank."""
    return publishers.starts_organization(words[0]) and not _rank_follows(words)


def _rank_follows(words: list[str]) -> bool:
    """Whether "U.S. Army Sgt." opens with a service that belongs to a rank."""
    return any(_is_rank(word) and word.rstrip(".,").lower() not in _SERVICES for word in words[:5])


_SERVICES = frozenset(
    ["u.s", "us", "army", "navy", "marine", "force", "air", "guard", "coast", "command", "staff", "communication", "mass"]
)


def _parts(text: str) -> list[str]:
    """The names of a byline. A comma between two single words parts family and given name of one writer: "Chul-Hwan, Kim"."""
    parts: list[str] = []
    barred = " | " in text
    for piece in re.split(r"\s*(?:[|/;&]|\sand\s|\s[–—-]\s)\s*", text):
        bits = [bit for bit in re.split(r"\s*,\s*", piece) if bit]
        if barred and len(bits) == 2 and _is_body_with_comma(*bits):
            parts.append(piece)
            continue
        if (
            len(bits) == 2
            and all(len(bit.split()) == 1 for bit in bits)
            and not any(publishers.is_organization(bit) or _is_place(bit) for bit in bits)
        ):
            parts.append(" ".join(bits))
        else:
            parts.extend(bits)
    return parts


def _is_body_with_comma(first: str, rest: str) -> bool:
    """Whether a comma stands inside the name of a body: "U.S. Army Southern European Task Force, Africa"; not before a town or state."""
    return publishers.starts_organization(first.split()[0]) and publishers.is_organization(first) and not _is_place(rest)


def _is_place(name: str) -> bool:
    """Whether a name is that of a state or town as a whole."""
    return not gazetteers.GEOGRAPHY.isdisjoint(gazetteers.kinds(name))


def _person(name: str) -> str | None:
    name = _BEHIND_STROKE.sub("", name)
    words = name.split()
    if publishers.is_organization(name) and not _rank_follows(words):
        return None
    while len(words) > 1 and _is_rank(words[0]):
        words = words[1:]
    if not 1 <= len(words) <= 5 or not all(word[0].isupper() or word.lower() in _PARTICLES for word in words):
        return None
    if any(any(sign.isdigit() for sign in word) for word in words):
        return None
    if len(words) == 1 and (_is_rank(words[0]) or not words[0].replace("-", "").isalpha()):
        return None  # "By Commander, Coastal Fleet Public Affairs"
    joined = " ".join(words).strip(" .,")
    return joined.title() if joined.isupper() and len(joined) > 4 else joined


_BEHIND_STROKE = patterns.compile(r"(?<=[a-z])\s?/\s?[A-Z][\w-]{2,20}\Z")  # "Renata Souza/Harbour": the paper behind its writer
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "bin",
        "bint",
        "ibn",
        "al",
        "el",
        "ter",
        "ten",
        "e",
        "y",
        "af",
        "av",
        "zu",
        "zum",
        "abu",
        "ben",
    ]
)


def _is_rank(word: str) -> bool:
    return word.strip(".,()").lower() in _tables()["ranks"]


@cache
def _tables() -> dict[str, frozenset[str]]:
    lists = tables.read("bylines.yaml")
    return {name: frozenset(words) for name, words in lists.items()}
