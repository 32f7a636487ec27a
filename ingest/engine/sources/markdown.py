"""Markdown, with or without front matter: releases exported from an archive of web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ingest.engine import patterns
from ingest.engine.sources.page import Block, Page, single_spaced
from ingest.engine.sources.plain import is_item
from ingest.engine.types import Document
from ingest.engine.values import frozen


@frozen
class Markdown:
    """A document that says it is Markdown, or opens with front matter between two lines of `---`."""

    name: str = "markdown"

    def matches(self, document: Document) -> bool:
        return document.format == "markdown"

    def read(self, document: Document) -> Page:
        stated, text = front_matter(document.text)
        return Page(
            blocks=tuple(_without_summary(_blocks(_without_links(text), links=_bare_links(text)), text)),
            title=_first(stated, "title", "headline"),
            subtitle=_first(stated, "subtitle", "description", "summary", "dek"),
            published=_published(stated),
            publisher=_first(stated, "publisher", "issued_by", "issuer", "organization", "organisation")
            or _source(stated)
            or _first(stated, "site", "site_name", "source", "agency", "department"),
            authors=_names(stated.get("authors", stated.get("author", stated.get("byline")))),
            url=_first(stated, "source_url", "url", "link", "canonical", "canonical_url", "permalink") or document.url,
            language=_first(stated, "language", "lang"),
        )


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The values between the two `---` at the top, and the text below them. What is not valid YAML is read line by line as `key: value`."""
    found = _FRONT.match(text)
    if found is None:
        reader = READER.match(text)
        return (reader.groupdict(), text[reader.end() :]) if reader else ({}, text)
    inside = found.group("inside")
    try:
        stated = None if _REFERENCE.search(inside) else yaml.load(inside, Loader=_STRINGS)  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError):
        stated = None
    if not isinstance(stated, dict):
        stated = {key.strip(): value.strip(" '\"") for key, _, value in (line.partition(":") for line in inside.splitlines()) if value}
    return stated, text[found.end() :]


# YAML of nothing but strings, lists and maps: a date stays as it is printed and is not turned into another time zone's day.
_STRINGS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_REFERENCE = patterns.compile(r"(?:^|[\s:\[,{-])[&*]\w", re.MULTILINE)  # by references ten lines of front matter can grow to gigabytes
_FRONT = patterns.compile(r"\A\ufeff?---[ \t]*\n(?P<inside>(?:(?!---[ \t]*(?:\n|\Z)).*\n){0,200})(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
# What a tool that turns pages into Markdown writes above them.
READER = patterns.compile(
    r"\A\s{0,9}Title:[ ](?P<title>[^\n]{1,500})\n+URL\ Source:[ ](?P<url>\S{1,2000})\n+"
    r"(?:Published\ Time:[ ](?P<published>[^\n]{4,60})\n+)?(?:(?!Markdown\ Content:)[^\n]{0,300}\n+){0,3}Markdown\ Content:[ ]*\n"
)
_UNDERLINE = patterns.compile(r"={3,200}\s*|-{3,200}\s*")
_IMAGE = patterns.compile(r"!\[[^\]\[]{0,500}\]\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)")
_CAPTION = patterns.compile(  # a line in italics right below a picture
    r"^[ \t]{0,3}!\[[^\]\[\n]{0,500}\]\([^()\s]{0,2000}\)[ \t]*\n(?:[ \t]*\n)?([*_])(?![*_\s])[^*_\n]{1,400}\1[ \t]*$", re.MULTILINE
)
_LINK = patterns.compile(r"\[(?P<text>[^\]\[]{0,1000})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)")
_LINK_LINE = patterns.compile(r"^[ \t]{0,8}[-*+•][ \t]+\[[^\]\[\n]{1,300}\]\([^()\s]{0,2000}\)[ \t]*$", re.MULTILINE)
_IN_ITALICS = patterns.compile(
    r"""(?:\#[^\n]{1,300}\n\s{0,5})?                                                       # a headline above it
        ([*_])(?![*_\s])(?P<text>[^*_\n]{1,400}(?:\n[^*_\n]{1,400}){0,6})(?<!\s)\1
        [ \t]*\n[ \t]*\n\s{0,5}(?=[^*_\s])                                              # and a plain paragraph below
    """,
    re.VERBOSE,
)
_BREAK = patterns.compile(r"<br\s?/?>[ \t]*\n?", re.IGNORECASE)
_TAG = patterns.compile(r"</?(?:sup|sub|b|i|em|strong|span|u|a|p|div|small)\b[^<>]{0,500}>", re.IGNORECASE)
_EMPHASIS = patterns.compile(r"(?<![\\\w*_])([*_]{1,3})(?=\S)([^*_\n]{1,400}(?:\n[^*_\n]{1,400}){0,5})(?<=\S)\1(?![\w*_])")
_UNCLOSED = patterns.compile(  # "Rep. Ana Lind, | **D-PA-3", and what closes emphasis on a line of its own
    r"(?<!\S)\*\*(?=\w)|(?<=[\w:,.)])\*\*(?!\S)|^\*\*[ \t]*$", re.MULTILINE
)
_ESCAPE = patterns.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~\"'$&@^])")
_HEADING = patterns.compile(r"\s{0,3}#{1,6}\s+(?P<text>.*?)\s*#*\s*$")


def _without_links(text: str) -> str:
    """The text that a reader of the rendered page sees: links as their words, emphasis as plain text, no images."""
    if "](" in text:
        text = _LINK.sub(r"\g<text>", _IMAGE.sub("", _CAPTION.sub("\n\n", text)))
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("  \n", text))
    if "*" in text or "_" in text:
        text = _UNCLOSED.sub("", _EMPHASIS.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def _bare_links(text: str) -> frozenset[str]:
    """The lines of lists, as a reader sees them, that are a link and nothing else."""
    return frozenset(single_spaced(_without_links(found.group())) for found in _LINK_LINE.finditer(text)) if "](" in text else frozenset()


def _without_summary(blocks: Iterator[Block], text: str) -> Iterator[Block]:
    """The blocks without a first paragraph that alone is set in italics: a summary or caption, unless it ends in a colon or is long."""
    found = _IN_ITALICS.match(_IMAGE.sub("", text[:5000]).lstrip())
    summary = single_spaced(found["text"]) if found else ""
    kept = summary.endswith(":") or (len(summary) > _SUMMARY and _NEXT_SENTENCE.search(summary) is not None)
    return (block for block in blocks if not summary or block.text != summary or kept)


_SUMMARY = 200  # letters of a summary
_NEXT_SENTENCE = patterns.compile(r"[a-z0-9]\. [A-Z]")


def _blocks(text: str, *, links: frozenset[str]) -> Iterator[Block]:
    """Paragraphs, headings and list items; within a paragraph a line break means nothing, unless two blanks or a backslash tell it."""
    held: list[str] = []
    for line in [*text.splitlines(), ""]:
        heading = _HEADING.match(line) if len(line) < 1000 else None
        if _is_underlined(held, line):
            yield Block(text=single_spaced(held[0]), kind="heading")
            held = []
            continue
        rule = line.strip() if line[:1] in {"-", "="} and _UNDERLINE.fullmatch(line) else ""
        if held and (rule or not line.strip() or heading or is_item(line) or _is_broken(held[-1], line)):
            yield _block(held, links)
            held = []
        if rule:
            yield Block(rule)
        elif heading and heading["text"]:
            yield Block(text=single_spaced(heading["text"]), kind="heading")
        elif line.strip():
            held.append(line.removeprefix(">") if line.startswith(">") else line)


def _is_broken(above: str, line: str) -> bool:
    """Whether a line ends as one of a list of lines does, and no sentence runs on below it: "Ana Ruiz, Director  ", "Jan Novak, Chair"."""
    return above.endswith(("  ", "\\")) and not line.lstrip()[:1].islower()


def _is_underlined(held: list[str], line: str) -> bool:
    """Whether a row of signs below one short line makes it a heading; below a sentence it is a rule."""
    return len(held) == 1 and len(held[0]) < _LONGEST_HEADING and held[0].rstrip()[-1:] not in ".!?:;”" and bool(_UNDERLINE.fullmatch(line))


_LONGEST_HEADING = 250  # letters


def _block(lines: list[str], links: frozenset[str]) -> Block:
    text = single_spaced(" ".join(line.removesuffix("\\") for line in lines))
    return Block(text, kind="link" if text in links else "item" if is_item(lines[0]) else "text")


def _first(stated: dict[str, Any], *keys: str) -> str | None:
    """The first of the keys that holds a text."""
    for key in keys:
        value = stated.get(key)
        if isinstance(value, str) and single_spaced(value):
            return single_spaced(value)
    return None


def _published(stated: dict[str, Any]) -> str | None:
    """The day of publication under any of its keys, however these are written: "publication_date", "datePublished", "Release-Date"."""
    folded = {_NO_LETTER.sub("", str(key).lower()): value for key, value in reversed(stated.items())}
    return _first(folded, *_DATE_KEYS)


_NO_LETTER = patterns.compile(r"[^a-z]+")
_DATE_KEYS = (
    "date", "published", "publishedtime", "publicationdate", "pubdate", "datepublished", "publisheddate", "publishdate", "publishedon",
    "publishedat", "posted", "postedon", "dateposted", "posteddate", "postdate", "releasedate", "released", "issued", "dateissued",
    "issuedate", "releasedat", "dateofpublication", "created", "datecreated", "createdat",
)  # fmt: skip


def _source(stated: dict[str, Any]) -> str | None:
    """Whose release a site prints again: the source, where it is no address."""
    source = _first(stated, "source")
    return source if source and "://" not in source and not source.startswith("www.") else None


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(single_spaced(name) for name in re.split(r"\s*(?:;|\band\b|&)\s*", value) if single_spaced(name))
    if isinstance(value, list):
        return tuple(single_spaced(name) for name in value if isinstance(name, str) and single_spaced(name))
    return ()
