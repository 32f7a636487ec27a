"""Whose text a page prints that is not its own: the paper, the agency, the site that had it first."""

from __future__ import annotations

import re

from ingest.engine import gazetteers, patterns
from ingest.engine.cleaning import issued, publishers
from ingest.engine.cleaning.parts import Parts


def paper(line: str) -> str | None:
    """The paper that a portal names with its city above a reprint: "The Coast Herald (Kampala)", a writer at most behind it."""
    found = _PAPER.fullmatch(line)
    is_city = found and any(term.kind == "city" for term in gazetteers.find(found["city"]))
    return found["name"].strip() if found and is_city else None


_PAPER = patterns.compile(r"(?P<name>(?:[A-Z][\w.'’-]{1,20}\s){1,5})\((?P<city>[A-Z][\w' -]{2,24})\)(?:\s[—–-]+\sBy\s[^\n]{3,60})?")


def signing_agency(sign: str) -> str | None:
    """The agency of the sign behind the last sentence: "– VNA/VNP", "(QNA)"; none for "(end)"."""
    name = "" if any(map(str.isdigit, sign)) else sign.strip("()[]-–—―/.# ")  # (Lima/Jul9/2024) is a stamp
    before, stroke, behind = name.partition("/")
    if stroke and (behind.islower() or " " in before or " " in behind):
        name = before if behind.islower() or " " in behind else behind  # (Army/kh)  (Ana Ruiz/HNA)  HNA/Ana Ruiz
    known = not any(map(str.isdigit, name)) and name.lower() not in {"", "end", "ends"} and not name.lower().endswith(("photo", "picture"))
    return name if known and not name.islower() else None


def first_posted(found: Parts) -> str | None:
    """The site that a reprint says had it first: "The post Talks in Baku appeared first on Harbour Times."."""
    posts = filter(None, (_FIRST_POSTED.search(line.text[-300:]) for line in (*found.body[-2:], *found.tail[:6])))
    return next((post["name"].strip() for post in posts), None)


def source(found: Parts) -> str | None:
    """The body whose text another one reprints: "Source: National News Agency", "-- Courtesy of Harbour Times", "(Portal- News Agency)"."""
    opening = [_PORTAL.match(line.text) for line in (*found.head[-3:], *found.body[:1])]
    if (portal := next(filter(None, opening), None)) is not None:
        return (portal["source"] or portal["name"]).strip()
    for line in (*found.head, *found.tail, *found.cut):
        match = _REPRINTED.fullmatch(line.text) if len(line.text) < 120 else None
        name = match["name"].strip(" .") if match else ""
        if (
            0 < len(name.split()) <= 8
            and (name[0].isupper() or _CHANNEL.match(name))
            and not _NO_SOURCE.search(name)
            and not publishers.is_desk_of(name)
        ):
            return name
    return None


_PORTAL = patterns.compile(
    r"""\(Source:\s(?P<source>[A-Z][^();:|]{2,80}?)\s?(?:[;,]\s(?:issued|dated|published)\s[^()]{4,40})?\)  # (Source: Navy)
      | \(\s?[A-Z]{3,10}\s?[-–—]\s(?P<name>[A-Z][^():;|]{2,60}?)\s?(?:\([A-Z]{2,8}\))?\)  # (PORTAL- News Agency (NA))
    """,
    re.VERBOSE,
)
_CHANNEL = patterns.compile(r"\d{1,2}[A-Z]{2}")  # 1TV
_FIRST_POSTED = patterns.compile(r"\bappeared first on (?P<name>[A-Z][^.|]{2,60})\.?\s*\Z")
_REPRINTED = patterns.compile(
    r"""(?: [-–—\s]{0,4}
         (?:source|courtesy\sof|courtesy(?=\s?:)|originally\spublished\s(?:by|in|on)|first\spublished\s(?:by|in)|with\sinputs?\sfrom)(?:\s?:\s?|\s[-–]\s|\s+)
         | \((?:source\s?:|with\sinputs?\sfrom)\s
       | \([A-Z]{3,10}\s?[-–—]\s                    # (PORTAL- News Agency): the portal in capitals, whose text it is behind
       )(?P<name>[^():;|]{2,80}?)\)?\.?""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_SOURCE = patterns.compile(r"https?:|www\.|@|\d{3}|\b(?:photo|image|picture|video|google|getty|unsplash)\b", re.IGNORECASE)


def agency(found: Parts) -> str | None:
    """The news agency that stands before a stroke and the date: "Bernama / 25-02-2025", whose text the paper prints."""
    for line in found.head:
        name, stroke, rest = line.text.partition(" / ")
        if stroke and line.kind == "date" and publishers.is_agency(name) and issued.find(rest):
            return name
    return None
