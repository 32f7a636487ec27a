"""Who issued a release: every name that a page gives for its publisher, the plainest statement first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ingest.engine import gazetteers, patterns
from ingest.engine.cleaning import bylines, contacts, crumbs, datelines, headlines, hosts, issued, publishers, reprints, short_names
from ingest.engine.cleaning.lines import Line
from ingest.engine.cleaning.parts import Parts
from ingest.engine.sources.page import Page
from ingest.engine.sources.plain import without_bullet
from ingest.engine.values import frozen


@frozen
class Told:
    """What a page tells of its publisher: the values of its markup, its lines, what they are signed with, and its dateline."""

    page: Page
    found: Parts
    signed: tuple[bylines.Byline, ...]
    headline: headlines.Headline
    dateline: datelines.Dateline
    sign: str = ""  # of the agency behind the last sentence


def find(told: Told) -> str | None:
    """Who issued the release, by the plainest statement; a desk or a state only where nothing else is named. None where nobody is."""
    named = _most_telling(name for each in _names(told) if each and (name := _pared(each)) and not publishers.is_no_name(name))
    fuller = named and next((owner for owner in _owners_in_full(told) if owner and _is_fuller(owner, named)), named)
    if fuller is None:
        return None
    if (owner := hosts.of_host(fuller)) is not None:
        return owner
    return fuller if fuller == told.page.publisher or not _ACRONYM.fullmatch(fuller) else _spelled_out(fuller, told)


def _pared(name: str) -> str:
    """The name without brackets, a label or a desk before it, the day, and the town before the day: "Radio Sandova, Lima, 13/11/2019"."""
    name = name[1:-1] if name[0] == "(" and name[-1] == ")" else _LABEL.sub("", name.strip("*"), count=1)
    desk, comma, body = name.partition(", ")
    if comma and publishers.is_desk(desk) and publishers.is_masthead(body):
        return body
    dates = issued.find(name)
    if not dates:
        return name
    before, behind = name[: dates[0].start].strip(_SIGNS).removesuffix(" on"), name[dates[-1].end :].strip(_SIGNS)
    body, comma, town = before.rpartition(", ")
    if comma and "city" in gazetteers.kinds(town):
        before = body
    behind = _LABEL.sub("", behind, count=1)  # "2024-05-12 By: Ministry of Defence"
    return behind if publishers.is_masthead(behind) else before


_SIGNS = " ,/|·•–—-"
_LABEL = patterns.compile(r"(?:text|texto|texte|tekst|szöveg|author|autor|by|source)\s?:\s", re.IGNORECASE)


def _most_telling(names: Iterator[str]) -> str | None:
    """The first name that a reader of English can read and that is more than a desk or a state; else the first that is more; else any.

    No name is looked for behind the one that is found.
    """
    more = any_name = None
    for name in names:
        any_name = any_name or name
        if publishers.is_desk(name) or publishers.is_state(name) or publishers.is_portal_of_state(name):
            continue
        if publishers.is_plain_name(name):
            return name
        more = more or name
    return more or any_name


def _names(told: Told) -> Iterator[str | None]:
    """The names that a page gives for its publisher, the plainest statement first."""
    yield from _stated(told)
    yield from _of_head(told)
    yield from _of_foot(told)
    yield from _of_reprint(told)
    corner = (without_bullet(line.text) for line in told.found.head[:2])  # - Government of Sandova: the first step of the way
    for line in (told.page.site or "", *_mastheads(told.found.head), *corner, *told.page.signs, *_mastheads(told.found.tail)):
        yield publishers.of_government(line)


def _stated(told: Told) -> Iterator[str | None]:
    """Whom markup, "From:", a source or the byline names outright."""
    page, found = told.page, told.found
    source, issuer = reprints.source(found), _from_line(found.head)
    yield reprints.agency(found)
    yield _office_below(found, told.headline)
    yield next((line.text for line in found.head if _TEAM.fullmatch(line.text)), None)
    yield issuer if issuer and publishers.is_masthead(issuer) else None
    yield page.publisher if page.publisher and not publishers.is_portal(page.publisher) else None
    bodies = (author for author in page.authors if publishers.is_organization(author) and bylines.person(author) is None)
    yield from ((signed.publisher if (signed := bylines.read(body)).authors else body) for body in bodies)
    yield issuer
    yield reprints.first_posted(found)
    yield source if source and len(source.split()) > 1 else None
    if any(line.kind == "byline" for line in found.head):
        yield from (byline.publisher for byline in told.signed[:1])


def _of_head(told: Told) -> Iterator[str | None]:
    """Whom the lines around headline and date name, and the window of the page."""
    page, found = told.page, told.found
    yield _below_byline(found.head)
    yield _desk_below(found.head, told.headline)
    yield next((name for line in found.head[:_CORNER] if (name := publishers.of_official(line.text))), None)
    yield publishers.of_masthead(_mastheads(found.head))
    yield _issued_by(found.tail)
    yield _next_to_day(found.head)
    yield from (_beside_date(line.text) for line in found.head if line.kind == "date")
    yield _before_date(found, told.headline)
    yield publishers.of_window(page.site) if page.site else None
    yield _site(found, told.headline)
    yield from (_behind_bar(line) for line in (*sorted(told.headline.used), *(line.text for line in found.head[:2])))
    yield next((logo["name"] for line in found.head[:4] if (logo := _LOGO.fullmatch(line.text))), None)
    yield _of_title(told.headline.title or "")
    yield next((_before_day(line.text) for line in found.head[:2] if line.kind == "date"), None)
    ways = [way for line in found.head if line.kind == "noise" and (way := crumbs.steps(line.text))]
    yield next((step for way in ways for step in way[:-1] if publishers.is_masthead(step) and not publishers.is_state(step)), None)
    yield next((way[0] for way in ways if _is_site(way[0])), None)
    yield _with_acronym(found.head[:_CORNER])
    yield _opening(found)


def _of_foot(told: Told) -> Iterator[str | None]:
    """Whom copyright lines, a signature, head and foot of a web page or its address name."""
    yield from (_of_website(line.text) for line in told.found.head[:_CORNER] if line.kind in {"noise", "other"})
    yield from (owner for owner in _owners(told.found) if owner and not publishers.is_state(owner))
    yield from (byline.publisher for byline in told.signed)
    yield publishers.of_masthead(_mastheads(told.found.tail))
    yield _signature(told.found)
    yield from (_in_brackets(line.text) for line in (*told.found.cut[-1:], *told.found.tail[:1]))
    yield from _of_signs(told.page)
    yield from (owner for line in told.page.signs if (owner := publishers.of_copyright(line)) and publishers.is_masthead(owner))
    yield hosts.of_address(told.page.url)
    yield from (_followed(line.text) for line in (*told.found.tail[:_BELOW], *told.found.cut))


def _of_reprint(told: Told) -> Iterator[str | None]:
    """Whose text it is where no page around it names anybody: the source, the agency of the dateline, the sign behind the last sentence."""
    yield told.dateline.agency
    yield from (_announced(line.text[:400]) for line in (*told.found.head[-_NEAR:], *told.found.body[:2]))
    yield from (reprints.paper(line.text) for line in told.found.head[-_NEAR:])
    apart = [datelines.read(f"{line.text} -") for line in told.found.head[-8:] if line.kind == "date" and len(line.text) < 80]
    yield from (dateline.agency for dateline in apart if dateline.place or not dateline.date)
    yield reprints.source(told.found)
    yield from _owners(told.found)
    yield told.page.publisher
    yield reprints.signing_agency(told.sign)
    yield from (
        datelines.of_brackets(line.text) for line in (*told.found.head[-_NEAR:], *told.found.cut[-_NEAR:], *told.found.tail[:_NEAR])
    )
    yield contacts.of_contact(told.found)
    yield from _addressed(told.found.tail)
    yield next((line.text for line in told.found.head[:3] if _CORNER_HOST.fullmatch(line.text)), None)
    yield contacts.below_day(told.found.head)
    yield contacts.of_address(told.found)
    yield contacts.of_lone_host((*told.found.tail[:2], *(line for line in told.found.head if line.kind == "date")))
    yield contacts.of_talk(told.found)


def _with_acronym(head: tuple[Line, ...]) -> str | None:
    """The body in the corner of a page above or below its own acronym: "NASF", "Northern Africa Standby Force"."""
    for one, other in itertools.pairwise(line.text for line in head):
        for acronym, name in ((one, other), (other, one)):
            if _ACRONYM.fullmatch(acronym) and (long := short_names.spelled_out(acronym, [name])) is not None:
                return long
    return None


def _opening(found: Parts) -> str | None:
    """The body with whose name the text opens, if a line above it is that name: "The Conference of Coast Guards (CCG) held"."""
    opens = _OPENS.match(found.body[0].text) if found.body else None
    name = opens["name"] if opens else ""
    return name if name and any(line.text.casefold() == name.casefold() for line in found.head[:_CORNER]) else None


_OPENS = patterns.compile(r"(?:The\s)?(?P<name>[A-Z][^.,;:()]{6,90}?)\s\([A-Z]{2,8}\)\s")


def _next_to_day(head: tuple[Line, ...]) -> str | None:
    """The ministry that the site of a whole government names on a line of its own next to the day."""
    near = (line.text for day, line in itertools.pairwise(head) if day.kind == "date" and line.kind in {"other", "noise", "item"})
    return next((text for text in near if publishers.is_masthead(text) and not publishers.is_state(text)), None)


def _in_brackets(line: str) -> str | None:
    """The body that signs in brackets below the last paragraph: "(Ministry of Defence)"."""
    name = line[1:-1].strip() if line[:1] == "(" and line[-1:] == ")" and len(line) < 80 else ""
    return name if name and not any(map(str.isdigit, name)) and publishers.is_masthead(name) else None


def _announced(line: str) -> str | None:
    """The body that a line says the text is of: "Ministry of Defence issued the following news release:"."""
    found = _ANNOUNCED.search(line) if any(map(line.__contains__, _ANNOUNCING)) else None
    name = (found["issuer"] or found["by"]).removeprefix("The ") if found else ""
    return name if name and publishers.is_masthead(name) else None


def _of_title(title: str) -> str | None:
    """The body that a headline says speaks: "Statement by the Ministry of Foreign Affairs of Sandova on the talks"."""
    found = _SPEAKS.match(title)
    return found["name"] if found and publishers.is_masthead(found["name"]) else None


def _behind_bar(line: str) -> str | None:
    """The site that a window's title names behind the headline: "Talks held in Baku | Harbour News"."""
    _, bar, site = line.rpartition(" | ")
    if not bar and (found := _BEHIND_DASH.fullmatch(line)) is not None and publishers.is_told(found["headline"]):
        bar, site = " - ", found["site"]
    return site if bar and publishers.is_masthead(site) and not publishers.is_state(site) else None


_BEHIND_DASH = patterns.compile(r"(?P<headline>[^|]{12,200}?)\s[–—-]\s(?P<site>[A-Z][^|–—]{3,60})")


def _of_website(line: str) -> str | None:
    """The body whose website a page says it is: "Official website of the General Staff of the Armed Forces"."""
    found = _WEBSITE.fullmatch(line)
    return found["name"] if found and publishers.is_masthead(found["name"]) and not publishers.is_state(found["name"]) else None


_WEBSITE = patterns.compile(
    r"(?:(?:welcome\sto\s)?the\s)?official\s(?:web\s?)?(?:site|page|portal)\sof\s(?:the\s)?(?P<name>[A-Z].{4,90})", re.IGNORECASE
)


def _is_site(step: str) -> bool:
    """Whether the first step of the way to a page is the name of a site and no section: "Harbour News", "Ministry of Defence"."""
    return publishers.is_paper(step) or (publishers.is_masthead(step) and not publishers.is_state(step))


_TEAM = patterns.compile(  # Press and information team of EUTM MOZ: below the day, on pages of many delegations and missions
    r"(?:The\s)?(?:Press|Media|Public)\s(?:and|&)\s(?:[Ii]nformation|[Cc]ommunications?)\s(?:[Tt]eam|[Ss]ection|[Oo]ffice)\sof\s(?:the\s)?[A-Z][^.,:;]{2,80}"
)


def _before_day(line: str) -> str | None:
    """The paper that the first line of a page names before the day on which it was printed: "The Harbour Herald 19 April 2024, Friday"."""
    dates = issued.find(line)
    name = re.sub(r"[\s,|·–-]*(?:\w+day)?[\s,|·–-]*\Z", "", line[: dates[0].start]) if dates else ""
    return name if publishers.is_paper(name) else None


_NAME = r"[A-Z][\w.’'-]*(?:\s(?:(?:of|and|for|the)\s){0,2}[A-Z][\w.’'-]*){1,8}"
_ANNOUNCING = ("issued", "released", "published")  # one of which stands in every such line
_ANNOUNCED = patterns.compile(
    rf"""(?P<issuer>(?:{_NAME}\s[–-]\s)?{_NAME})\s(?:has\s|have\s|today\s)?(?:issued|released|published)\sthe\sfollowing\s
         (?:(?:news|press|media|joint|official)\s)?(?:release|statement|information|communiqu[eé]|announcement)\b
       | \A(?:The|This)\s(?:news|press|media)\s(?:release|statement)\s(?:was\s)?
         (?:issued|released|published)\sby\s(?:the\s)?(?P<by>{_NAME})""",
    re.VERBOSE,
)


_SPEAKS = patterns.compile(
    rf"""(?:No\.?\s?:?\s?[\d/-]{{1,12}},?\s)?(?:Press\s)?(?:Statement|Information|Release|Communiqu[eé]|Comment(?:ary)?|Declaration|Message)\s(?:of|by|from)\s
        (?:the\s)?(?:(?:[Ss]pokes\w+|Press\s\w+|Information\s\w+)\s(?:Department\s)?(?:of|for)\s(?:the\s)?)?(?P<name>{_NAME})""",
    re.VERBOSE,
)


_BELOW = 12  # lines below the text in which a site asks to be followed
_NEAR = 4  # lines above and below the text in which an agency signs
_CORNER_HOST = patterns.compile(r"[A-Za-z][\w-]{1,30}(?:\.[A-Za-z]{2,10}){1,2}")  # defence.example, in the corner of the page


def _owners_in_full(told: Told) -> Iterator[str | None]:
    """Names that may give the publisher's whole: those of copyright lines and of the window of the page."""
    yield from _owners(told.found)
    yield from _addressed(told.found.tail)
    yield from _mastheads(told.found.tail)
    yield told.page.site
    yield from (publishers.of_copyright(line) for line in told.page.signs)


def _addressed(tail: tuple[Line, ...]) -> Iterator[str]:
    """The bodies before their addresses in the foot of a page: "Ministry of Defence of the Republic of Sandova, 1 Harbour Street, Sand"."""
    for line in tail:
        name, comma, address = line.text[:200].partition(",")
        if comma and name[:1].isalpha() and any(map(str.isdigit, address)) and publishers.is_masthead(name):
            yield name


def _spelled_out(acronym: str, told: Told) -> str:
    """The long name of an acronym, where head or foot of the page or its text gives it."""
    found = told.found
    short_lines = [line.text for line in found.head if len(line.text) < 120]
    near = [*_mastheads(found.head), *short_lines, *told.page.signs, told.page.site or "", *_mastheads(found.tail)]
    opening = " ".join(line.text for line in found.body[:8])
    return short_names.spelled_out(acronym, near) or short_names.explained(acronym, opening=opening) or acronym


def _mastheads(lines: tuple[Line, ...]) -> list[str]:
    """The lines that name a body alone; of a long head those in its corner and near the text, since between them stand menus."""
    if len(lines) > _LONG_HEAD:
        lines = (*lines[:_CORNER], *lines[-_NEAR_HEADLINE:])
    return [line.text for line in lines if line.kind == "masthead"]


_LONG_HEAD, _CORNER, _NEAR_HEADLINE = 30, 6, 12  # lines


def _owners(found: Parts) -> list[str | None]:
    """The owners that the copyright lines name."""
    return [publishers.of_copyright(line.text) for line in (*found.tail, *found.head) if line.reason == "copyright"]


_ACRONYM = patterns.compile(r"[A-Z]{3,8}")


def _is_fuller(owner: str, name: str) -> bool:
    """Whether the owner in a copyright line is the same body, told whole, set right or in English: "Ministry of Defence of Fiji"."""
    if short_names.is_short_for(name, owner) or (_MINISTRY.match(name) and owner.startswith("Ministry of ")):
        return True
    return owner.lower().startswith(f"{name.lower()} of ") or (
        " " in owner and " " not in name and owner.lower().replace(" ", "") == name.lower()
    )


_MINISTRY = patterns.compile(  # Ministerul Apărării   puolustusministeriö   Aizsardzības ministrija
    r"(?:Bundes)?minist(?!ry\b|er\b)\w+\s|kementerian\s|(?:\w+\s){0,2}\w*minist(?!ry\b|er\b)\w+\Z", re.IGNORECASE
)


def _followed(line: str) -> str | None:
    """The body that a line below the text asks to follow: "Follow Harbour News on Facebook and Twitter"."""
    found = _FOLLOWED.match(line)
    return found["name"] if found and found["name"].lower() not in {"us", "our page"} else None


_FOLLOWED = patterns.compile(
    r"(?:Follow|Like|Join|Connect with)\s(?:the\s)?(?P<name>[A-Z][\w.’'&-]*(?:\s[A-Z][\w.’'&-]*){0,4})\s(?:on|via)\s"
    r"(?:mobile|Facebook|Twitter|X|Instagram|Telegram|WhatsApp|YouTube|LinkedIn|social)\b"
)


def _signature(found: Parts) -> str | None:
    """The unit or division that stands alone below the text: "Prime Minister’s Media Division"."""
    last = next((line for line in (*found.tail[:1], *found.cut[-1:]) if line.kind == "other"), None)
    signs = last is not None and publishers.is_unit(last.text) and publishers.ends_organization(last.text.split()[-1])
    return last.text if last is not None and signs and len(last.text.split()) <= 7 and not publishers.is_headline(last.text) else None


def _of_signs(page: Page) -> list[str]:
    """Bodies that head and foot of a web page name: "MINISTRY OF DEFENCE OF GEORGIA", "Public Affairs Office, Camp North, Oslo"."""
    names = [_OTHER_SCRIPT.sub("", line, count=1) for line in page.signs]  # the name in the letters of the state stands before it
    names = [re.split(r"\s*[,|·•©]\s*|\s(?=[A-Z]{2}\s?[|/])", line, maxsplit=1)[0] for line in names]
    return [body for name in names if publishers.is_masthead(name) and (body := publishers.of_masthead([name]))]


_OTHER_SCRIPT = patterns.compile("^[\u0370-\u1fff\u2c00-\uffff][^A-Za-z]{0,80}(?=[A-Z])")


def _below_byline(head: tuple[Line, ...]) -> str | None:
    """The unit that stands on a line of its own below its writer: "Story by Sgt. Ana Ruiz", "U.S. Army South"."""
    for line, below in itertools.pairwise(head):
        signed = line.kind == "byline" or line.text.lower() == "courtesy story"
        told = _STORY.match(line.text) is not None and below.text.istitle() and len(below.text.split()) > 1  # Joint Region Marianas
        named = any(bylines.is_name(part) for part in below.text.split(", ")[1:])  # National Guard, Ana Ruiz: what the story is filed under
        if (
            signed
            and not named
            and below.kind in {"other", "masthead"}
            and (publishers.is_unit(below.text) or told)
            and "(" not in below.text
        ):
            return below.text
    return None


_STORY = patterns.compile(r"(?:Courtesy\s)?Story\b(?:\sby\b)?", re.IGNORECASE)


def _desk_below(head: tuple[Line, ...], headline: headlines.Headline) -> str | None:
    """The service that signs with its parent right below the headline: "Harbour News, Coastal Media Activity"."""
    for line, below in itertools.pairwise(head):
        if line.text in headline.used and below.kind == "other" and below.block.kind == "text":
            name, comma, parent = below.text.partition(", ")
            if comma and len(name.split()) > 1 and publishers.is_masthead(name) and _is_parent(parent):
                return name
    return None


def _is_parent(name: str) -> bool:
    return name.istitle() and len(name.split()) < _FEW and publishers.is_organization(name)


_FEW = 6  # words of the name of a parent body


def _site(found: Parts, headline: headlines.Headline) -> str | None:
    """The name in the corner of the page above its menu, date or headline: "MINDEF Singapore", "VietnamPlus", "The Harbour Standard"."""
    first = next((line for line in found.head[:4] if line.kind not in {"date", "noise"} and not _WEATHER.search(line.text)), None)
    if first is None or first.block.kind == "heading" or first.block.row > 2 or first.text in headline.used or len(found.head) < 3:
        return None
    name = _of_corner(first.text) if first.kind in {"other", "masthead"} else None
    if name is None:
        return None
    again = any(name in line.text for line in found.tail)
    at = found.head.index(first)
    below = [line for line in found.head[at + 1 : at + 4] if line.text not in headline.used]
    if below and (whose := publishers.of_the(below[0].text)) is not None:
        return whose
    furnished = all(line.kind == "noise" for line in found.head[:at]) and any(
        line.kind in {"noise", "date", "label"} or line.block.row > 2 for line in below
    )
    named = publishers.is_organization(name) or publishers.is_masthead(name) or publishers.is_paper(name)
    return name if again or furnished or named else None


def _of_corner(line: str) -> str | None:
    """The site that a line names, or the command: "U.S. NAVAL FORCES SOUTHERN COMMAND / U.S. 4TH FLEET"."""
    command = publishers.is_body(line) and publishers.starts_organization(line.split()[0]) and not publishers.is_headline(line)
    return publishers.of_corner(line) or (line if command else None)


_LOGO = patterns.compile(
    r"(?!Download|View|Site|Company|Header|Brand)(?P<name>[A-Z][\w.’'-]{1,20}(?:\s[\w.’'-]{2,20}){0,4})\s(?:logo|Logo|LOGO)"
)  # The messenger logo
_WEATHER = patterns.compile(r"\b\d{1,2}(?:\.\d)?\s?°?\s?[CF]\b")  # 25 C, in the corner beside the day


def _office_below(found: Parts, headline: headlines.Headline) -> str | None:
    """The office of a large department that stands alone between headline and date: "Bureau of African Affairs"."""
    titled, office = False, None
    for line in found.head:
        if titled and line.kind == "date":
            return office
        if titled and _OFFICE.fullmatch(line.text) and not publishers.is_told(line.text):
            office = line.text
        titled = titled or line.text in headline.used
    return None


_OFFICE = patterns.compile(r"(?:Office|Bureau) of (?:the )?[A-Z][\w-]+(?: (?:of|and|for|the|[A-Z][\w-]+)){0,7}")


def _beside_date(line: str) -> str | None:
    """The body named beside a date: "13.02.2024 EEAS Press Team", "Secretariat of the Navy | 14 September 2020"."""
    parts = re.split(r"\s*[|·•]\s*", line)
    if (named := next((part for part in parts if publishers.is_masthead(part) or publishers.is_agency(part)), None)) is not None:
        return named
    dates = issued.find(line)
    if dates and (before := publishers.before_label(line)) is not None:
        return before
    if dates and publishers.is_masthead(before := line[: dates[0].start].strip(_SIGNS).rpartition(" - ")[2]):
        return before  # Defence Force Media, 14 May 2024
    name = _DASH.split(line[dates[-1].end :].strip(" -–—|,."))[-1].partition(" / ")[0] if dates else ""  # … – Ottawa – Navy / Armed Forces
    return name if len(name.split()) > 1 and publishers.is_organization(name) and not re.search(r"\d|\bby\b", name) else None


_DASH = patterns.compile(r"\s[–—]\s")


def _before_date(found: Parts, headline: headlines.Headline) -> str | None:
    """The paper named before a bar and the date below the headline: "The Harbour | January 21, 2026"."""
    titled = False
    for line in found.head:
        name, bar, rest = line.text.partition(" | ")
        if titled and bar and line.kind in {"date", "other"} and issued.find(rest) and publishers.of_corner(name) and " " in name:
            return name
        titled = titled or line.text in headline.used
    return None


def _from_line(head: tuple[Line, ...]) -> str | None:
    """The body behind "From:" on the same line or the next, without the minister named beside it."""
    for at, line in enumerate(head):
        found = _FROM.match(line.text)
        if found is None:
            continue
        name = _THE.sub("", _NEXT_LABEL.split(found["name"], maxsplit=1)[0], count=1) or (head[at + 1].text if at + 1 < len(head) else "")
        name = re.split(
            r"\s(?:and|&)\s(?=(?:the\s)?(?:rt\.?\s)?(?:hon|sir|dame|lord|baroness|mr|mrs|ms|dr)\b)|\s*[|;]\s*",
            name,
            maxsplit=1,
            flags=re.IGNORECASE,
        )[0]
        labelled, name = ":" in line.text[: found.start("name")], name.removeprefix("the ")
        if name and len(name.split()) <= 12 and name[0].isupper() and (labelled or publishers.is_masthead(_THE.sub("", name, count=1))):
            return name
    return None


def _issued_by(tail: tuple[Line, ...]) -> str | None:
    """The body that a line below the text names: "Issued by: Ministry of Defence"; a person who issued it is none."""
    for line in tail:
        found = _ISSUED.match(line.text)
        parts = re.split(r"\s*[|;,]\s*", found["name"], maxsplit=2) if found else [""]
        whose = len(parts) > 1 and publishers.is_desk(_THE.sub("", parts[0], count=1)) and publishers.is_masthead(parts[1])
        name = parts[1 if whose else 0].strip(" .")
        if name and len(name.split()) <= 12 and (publishers.is_organization(name) or publishers.is_masthead(name)):
            return name.removeprefix("the ").removeprefix("The ")
    return None


_ISSUED = patterns.compile(
    r"(?:issued|released|published|distributed\sby\sapo\sgroup|(?:press|media|news)\s(?:release|statement)|posted(?=\sby\s.{3,60}\sat\s\d))"
    r"\s(?:on\sbehalf\sof|by)\s?:?\s(?P<name>\S.{1,200}?)(?:\sat\s\d{1,2}[:.]\d\d.*)?\Z",
    re.IGNORECASE,
)


_FROM = patterns.compile(
    r"""^(?: (?:(?:press|news|media)\ release|article|statement|news|speech)\ (?:from|by)(?=\s)   # Press release from Ministry of Defence
          | (?:from|issued\ by|released\ by|published\ by|publisher|source|agency|organi[sz]ation|department|ministry)\s*:
        )\s*(?P<name>.*)$""",
    re.IGNORECASE | re.VERBOSE,
)
_THE = patterns.compile(r"the\s", re.IGNORECASE)
_NEXT_LABEL = patterns.compile(
    r"\s+(?:editor|author|time|date|writer|by|published|posted)\s*:", re.IGNORECASE
)  # "Source: … Editor: … Time: …"
