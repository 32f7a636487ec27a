"""A list as an Atom feed (RFC 4287), in the order of the page, by pages of RFC 5005: a reader that asks every hour asks for one of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from archive.exports.table import Export, Line
from archive.exports.workbook import NO_XML
from archive.models import Agreement, Appointment, Article, Meeting, Quote
from archive.prose.meetings import name_of, sentence_of

TYPE = "application/atom+xml; charset=utf-8"
ENTRIES = 200  # of one page of the feed
NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)  # an empty feed must have a time too, and always the same one


class _Paged(Atom1Feed):
    """A feed that names the page after it."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if self.feed.get("next"):
            handler.addQuickElement("link", "", {"rel": "next", "href": self.feed["next"]})

    def latest_post_date(self) -> datetime.datetime:
        return max((item["updateddate"] for item in self.items), default=NEVER)


def written(export: Export, *, feed_url: str, page: int) -> Iterator[bytes]:
    """Yield one page of the feed, whole. `feed_url` is its address without a page, which every page of the feed has for its id."""
    start = (page - 1) * ENTRIES
    lines = list(export.lines(slice(start, start + ENTRIES + 1)))
    feed = _Paged(
        title=f"{export.question.sentence} · Parley",
        link=export.address,
        description="",
        subtitle="Read from news releases by machine; each entry leads to the words it was read from.",
        feed_url=_paged(feed_url, page),
        feed_guid=feed_url,
        author_name="Parley",
        language="en",
        next=_paged(feed_url, page + 1) if len(lines) > ENTRIES else "",
    )
    permalink = next(column for column in export.table.columns if column.name == "permalink")
    for line in lines[:ENTRIES]:
        _add(feed, line, str(permalink.value(line)))
    yield feed.writeString("utf-8").encode()


def _paged(address: str, page: int) -> str:
    return address if page == 1 else f"{address}{'&' if '?' in address else '?'}page={page}"


def _add(feed: Atom1Feed, line: Line[Any], link: str) -> None:
    articles = _articles(line)
    publisher = articles[0].publisher if articles else None
    feed.add_item(
        _clean(_title(line)),
        link,
        escape(_clean(_summary(line))),  # Django writes summaries as HTML
        unique_id=f"{link}#{line.thing.public_id}" if isinstance(line.thing, Appointment) else link,
        pubdate=min((one.created for one in articles), default=NEVER),
        updateddate=max((one.updated for one in articles), default=NEVER),
        author_name=_clean(str(publisher)) if publisher else None,
    )


def _articles(line: Line[Any]) -> list[Any]:
    """The articles at hand that tell of the thing."""
    if isinstance(line.thing, Meeting):
        return [account.article for account in line.about.accounts]
    article = line.thing if isinstance(line.thing, Article) else line.evidence.article
    return [article] if article else []


def _title(line: Line[Any]) -> str:
    thing = line.thing
    if isinstance(thing, Meeting):
        return name_of(thing, present=line.about.sides)
    if isinstance(thing, Quote):
        return thing.speaker_name
    if isinstance(thing, Appointment):
        return f"{thing.person}: {thing}"
    return f"{thing.title} ({thing.action})" if isinstance(thing, Agreement) else str(thing)


def _summary(line: Line[Any]) -> str:
    if isinstance(line.thing, Meeting):
        said = sentence_of(line.thing, present=line.about.sides)
        return " ".join(filter(None, [said, f"“{line.evidence.sentence}”" if line.evidence.sentence else ""]))
    if isinstance(line.thing, Article):
        return " ".join(getattr(line.thing, "opening", "").split())
    return f"“{line.evidence.sentence}”" if line.evidence.sentence else ""


def _clean(text: str) -> str:
    """Text without the characters that XML does not have."""
    return " ".join(NO_XML.sub("", text).split())
