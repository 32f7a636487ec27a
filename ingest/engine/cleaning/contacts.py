"""Who issued a release by what stands below it: a contact's body, the address of a site, the paper to which an official spoke."""

from __future__ import annotations

import re

from ingest.engine import gazetteers, patterns
from ingest.engine.cleaning import publishers
from ingest.engine.cleaning.lines import Line
from ingest.engine.cleaning.parts import Parts


def of_contact(found: Parts) -> str | None:
    """The body of whoever answers questions: "Inquiries: Special Adviser N, Ministry of Defence, tel. …"."""
    for line in (*found.cut, *found.tail):
        if line.reason == "contact details" or _CONTACT.match(line.text):
            parts = (part.strip() for part in re.split(r"[,;|:(]", line.text[:500]))
            named = (part for part in parts if " " in part and publishers.is_masthead(part) and not publishers.is_desk(part))
            if (name := next(named, None)) is not None:
                return name
    return None


_CONTACT = patterns.compile(r"(?:(?:press|media)\s)?(?:contacts?|enquir|inquir)", re.IGNORECASE)


def of_address(found: Parts) -> str | None:
    """The ministry whose host the contact details give: "www.mfa.gov.lv", "press@mod.gov.ge"; its state is left to the text."""
    hosts = (_MINISTRY.search(line.text[:300]) for line in (*found.cut, *found.tail) if line.kind != "prose" and "." in line.text)
    host = next(filter(None, hosts), None)
    return _MINISTRIES[host["name"].lower()] if host else None


_MINISTRIES = {
    "mfa": "Ministry of Foreign Affairs",
    "mofa": "Ministry of Foreign Affairs",
    "mod": "Ministry of Defence",
    "mindef": "Ministry of Defence",
    "mnd": "Ministry of National Defence",
    "moi": "Ministry of Interior",
}
_MINISTRY = patterns.compile(  # www.mfa.gov.lv   press@mod.gov.ge; none of the United States, where such a host is another body's
    r"(?:@|\bwww\.|https?://(?:www\.)?)(?P<name>mfa|mofa|mod|mindef|mnd|moi)\.(?:(?:gov|gob|gouv|go|gv|govt)\.)?[a-z]{2}\b", re.IGNORECASE
)


def of_lone_host(lines: tuple[Line, ...]) -> str | None:
    """The site that stands by its host on a line of its own: "Coastview.AM", "News.Az", or between bars beside the day."""
    for line in lines:
        for part in line.text.split(" | ") if len(line.text) < _SHORT else ():
            host = _HOST.fullmatch(part.strip())
            if host is not None and (line.kind == "date" or host["capital"] or host["www"]):
                return host["name"]
    return None


_SHORT = 60  # letters
_HOST = patterns.compile(r"(?P<www>www\.)?(?P<name>(?:(?P<capital>[A-Z])|[a-z])[\w-]{2,24}\.(?:com|net|org|[A-Z]{2}|[A-Z]?[a-z]{2}))")


def of_talk(found: Parts) -> str | None:
    """The paper that says of itself that an official told it so, where nothing else names anybody: "told the Harbour Observer that"."""
    told = (_TOLD.search(line.text[:1500]) for line in found.body[:4])
    return next((paper["name"] for paper in told if paper and publishers.is_paper(paper["name"])), None)


_TOLD = patterns.compile(
    r"\btold\s(?:the\s)?(?P<name>(?:[A-Z][\w’'-]{1,20}\s){1,3}(?:Observer|Gleaner|Times|Herald|Mirror|Standard|Chronicle|Post))\b"
)


def below_day(head: tuple[Line, ...]) -> str | None:
    """The agency between the dateline and the text, each on a line of its own: "BAKU, Azerbaijan, Jan. 31", "Trend:"."""
    day, line = (head[-2], head[-1]) if len(head) > 1 else (None, None)
    if day is None or line is None or day.kind != "date" or line.kind != "other" or line.text[-1] != ":":
        return None
    name = line.text[:-1].strip()
    return name if name.isalpha() and name[0].isupper() and gazetteers.GEOGRAPHY.isdisjoint(gazetteers.kinds(name)) else None
