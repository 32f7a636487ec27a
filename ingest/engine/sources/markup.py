"""Web pages: what their markup states, and the blocks of the part that holds the release."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag

from ingest.engine import patterns, tables
from ingest.engine.sources import extent, headings, plain
from ingest.engine.sources.page import Block, Kind, Page, single_spaced
from ingest.engine.types import Document, Dropped
from ingest.engine.values import frozen

_TEMPLATE = patterns.compile(r"<%[^<>]{0,300}%>")  # <%= Settings["Title_Prefix"] %>: what a server left unfilled
MOST_TAGS = 100_000  # a page of a release has hundreds; beyond that a parser takes its time for nothing


def read(document: Document) -> Page:
    """The page that the markup tells: what it states outright, and the blocks of its main part."""
    if document.text.count("<") > MOST_TAGS or _too_deep(document.text):
        return Page(blocks=plain.blocks(_TAGS.sub("\n", document.text)), url=document.url)
    text = _TEMPLATE.sub("", document.text) if "<%" in document.text else document.text
    soup = BeautifulSoup(text[found.end() :] if (found := _XML.match(text)) else text, "lxml")
    linked = _linked_data(soup)
    stated = _metas(soup)
    cut = _cut(soup)
    container, core = _container(soup, cut.tags)
    blocks = tuple(_blocks(container, cut.tags, core))
    if sum(len(block.text) for block in blocks) < 200 and len(document.text) < 500_000:
        blocks = _by_trafilatura(document.text) or blocks
    return Page(
        blocks=blocks,
        title=headings.title(soup, container, stated, headline=_text(linked.get("headline"))),
        published=_published(container, stated, linked),
        publisher=_publisher(stated, linked),
        authors=_authors(stated, linked) or _signing(container),
        url=document.url or _address(soup, stated),
        language=str(soup.html.get("lang") or "") or None if soup.html else None,
        dropped=cut.dropped,
        signs=_signs(soup, cut.tags, stated),
        site=headings.site(soup, container),
    )


# ---- what the markup states ----


@cache
def _marks() -> dict[str, Any]:
    """`data/html_marks.yaml`."""
    table: dict[str, Any] = tables.read("html_marks.yaml")
    return table


@cache
def _borders() -> frozenset[str]:
    return frozenset(_marks()["lines"])


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    """The values of `<meta>` by name in small letters; the first one counts."""
    found: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if isinstance(name, str) and isinstance(content, str) and single_spaced(content):
            found.setdefault(name.lower(), single_spaced(content))
    return found


def _linked_data(soup: BeautifulSoup) -> dict[str, Any]:
    """The first article, page or report that a JSON-LD script describes; empty where none does."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            read = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        for thing in _things(read):
            if re.search(r"Article|Report|WebPage|BlogPosting|GovernmentService", str(thing.get("@type"))) and (
                "datePublished" in thing or "headline" in thing
            ):
                return thing
    return {}


def _things(read: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(read, dict):
        yield read
        yield from _things(read.get("@graph"), depth + 1) if depth < 4 else ()
    elif isinstance(read, list) and depth < 4:
        for entry in read[:50]:
            yield from _things(entry, depth + 1)


def _published(container: Tag | None, stated: dict[str, str], linked: dict[str, Any]) -> str | None:
    for name in _marks()["published"]:
        if re.search(r"\d{4}", stated.get(name, "")):
            return stated[name]
    if issued := _text(linked.get("datePublished")):
        return issued
    inside = container or BeautifulSoup("", "lxml")
    times = [*inside.find_all(["time", "relative-time", "time-ago"]), *inside.find_all("abbr", class_=["published", "date"])]
    # data-dateap="Nov. 5, 2021": American commands; <abbr class="published" title="2021-09-14">
    told = (str(time.get("datetime") or time.get("data-dateap") or time.get("title") or "") for time in times)
    return next((value for value in told if re.search(r"\d{4}", value)), None)


def _publisher(stated: dict[str, str], linked: dict[str, Any]) -> str | None:
    named = linked.get("publisher")
    name = _text(named.get("name")) if isinstance(named, dict) else _text(named)
    told = [stated[key] for key in _marks()["publishers"] if key in stated]
    names = [_COPYRIGHT.sub("", line).strip(" -–|") for line in sorted(told, key=lambda line: _NO_NAME.match(line) is not None)]
    return name or next((found for found in names if found and not _NO_NAME.match(found)), None)


_COPYRIGHT = patterns.compile(
    r"^(?:(?:copyright|©|\(c\)|(?:19|20)\d\d)[\s,–-]{0,3}){1,20}|[\s,.]{1,3}all rights reserved\W*$", re.IGNORECASE
)
_NO_NAME = patterns.compile(r"https?:|@|©?\s*\d{4}|[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}$")  # an address, an account, a year, a host


def _authors(stated: dict[str, str], linked: dict[str, Any]) -> tuple[str, ...]:
    named = linked.get("author")
    people = named if isinstance(named, list) else [named]
    names = [_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in people]
    given = [name for name in names if name] or [stated[key] for key in ("author", "article:author", "dc.creator", "byl") if key in stated]
    return tuple(name for name in given if not name.startswith("http"))


def _signing(container: Tag) -> tuple[str, ...]:
    """The writer whom an element made for that names: `<div class="author">A. Rusu</div>`, `<dt>Writer</dt><dd>Seo Ji-an</dd>`."""
    for tag in container.find_all(["p", "div", "span", "a", "dt", "th"], limit=400):
        text = single_spaced(tag.get_text(" "))
        if not 0 < len(text) <= 60:
            continue
        if tag.name in {"dt", "th"}:
            value = tag.find_next_sibling(["dd", "td"])
            if text.strip(" :").lower() in _WRITER_LABELS and isinstance(value, Tag):
                return tuple(filter(None, [_writer(single_spaced(value.get_text(" ")))]))
            continue
        classes = tag.get("class")
        if isinstance(classes, list) and any(word in _WRITER_CLASSES for name in classes for word in re.split(r"[^a-z]+", name.lower())):
            name = _writer(text)
            if name:
                return (name,)
    return ()


_WRITER_LABELS = frozenset(["writer", "author", "reporter", "by", "written by"])
_WRITER_CLASSES = frozenset(["author", "sign", "signature", "writer", "reporter"])


def _writer(text: str) -> str | None:
    """A name of two or three words, behind which the agency may stand: "Ana Ruiz, NNA"; "A.Rusu" with its initial."""
    found = _WRITER.fullmatch(text)
    if found is None:
        return None
    return found["name"] if " " in found["name"] else found["name"].replace(".", ". ")


_WRITER = patterns.compile(
    r"(?P<name>[A-Z]\.\s?[A-Z][a-z’'-]+|[A-Z][\w’'-]+(?:\s[A-Z]\.)?(?:\s[A-Z][\w’'-]+){1,2})(?:\s?[,/|]\s?[A-Z][\w.]{1,12})?"
)


def _signs(soup: BeautifulSoup, cut: frozenset[int], stated: dict[str, str]) -> tuple[str, ...]:
    """What head and foot of the page print first: the name of the body, as text, as the logo's, or as what the page says of itself."""
    found: list[str] = [stated.get("description", "")]
    for tag in soup.find_all(_is_sign, limit=40):
        lines = [block.text for block in _blocks(tag, cut - {id(tag)}, None)][:3]
        pictured = [single_spaced(str(image.get("alt") or "")) for image in tag.find_all("img", limit=3)]
        found += [*lines, *pictured]
    found += [single_spaced(str(image.get("alt") or "")) for image in soup.find_all("img", limit=2)]  # a banner that nothing tells for one
    return tuple(dict.fromkeys(line for line in found if 0 < len(line) < 200))


def _is_sign(tag: Tag) -> bool:
    if tag.name in {"header", "footer"} or tag.get("role") in {"banner", "contentinfo"}:
        return True
    classes = tag.get("class")
    names = f"{' '.join(classes) if isinstance(classes, list) else ''} {tag.get('id') or ''}".lower()
    return tag.name in {"div", "a", "span", "td", "p", "h1", "h2"} and any(
        word in _marks()["signs"] for word in re.split(r"[^a-z]+", names)
    )


def _address(soup: BeautifulSoup, stated: dict[str, str]) -> str | None:
    link = soup.find("link", rel="canonical")
    href = link.get("href") if isinstance(link, Tag) else None
    return next((url for url in (href, stated.get("og:url")) if isinstance(url, str) and url.startswith("http")), None)


def _text(value: Any) -> str | None:
    return single_spaced(value) or None if isinstance(value, str) else None


# ---- what is cut, and what is left ----

_WHOLE = frozenset({"html", "body", "main", "article"})  # never cut, whatever their class


@cache
def _reasons() -> dict[str, str]:
    """The words of classes and ids that mark furniture, and what it is."""
    return {word: reason for reason, words in _marks()["classes"].items() for word in words}


@frozen
class _Cut:
    """The elements of a page that hold none of the release (as such and by `id`), and what was printed in them."""

    roots: tuple[Tag, ...]
    tags: frozenset[int]
    dropped: tuple[Dropped, ...]


def _cut(soup: BeautifulSoup) -> _Cut:
    """What the markup says is no running text: by the names of elements and classes, by names of elements alone where classes mislead.

    The page itself stays as it is: taking elements out of a long list one by one is slow.
    """
    sizes = extent.measured(soup, frozenset(), _borders())
    found = _cut_by(_reason, soup, sizes)
    whole = sizes[id(soup)].prose
    kept = whole - sum(sizes[id(tag)].prose for tag in found.roots)
    return found if kept >= min(extent.ENOUGH, whole // 4) else _cut_by(_reason_by_name, soup, sizes)


def _cut_by(reason_of: Callable[[Tag], str | None], soup: BeautifulSoup, sizes: dict[int, extent.Size]) -> _Cut:
    never = frozenset(_marks()["never"])
    whole = sizes[id(soup)].prose
    roots: list[Tag] = []
    dropped: list[Dropped] = []
    stack: list[Tag] = [soup]
    while stack:
        tag = stack.pop()
        reason = None if tag.name in _WHOLE else "" if tag.name in never else reason_of(tag)
        if reason is None or (reason and _holds_release(tag, sizes[id(tag)], whole, reason)):
            stack.extend(child for child in reversed(tag.contents) if isinstance(child, Tag))
            continue
        if reason and reason != "hidden" and tag.name in _INLINE and _is_in_line(tag):
            continue
        roots.append(tag)
        words = single_spaced(tag.get_text(" ")) if reason else ""
        if words:
            dropped.append(Dropped(words[:2000], reason))
    return _Cut(tuple(roots), frozenset(map(id, roots)), tuple(dropped))


_INLINE = frozenset({"a", "span", "b", "strong", "i", "em", "u", "mark", "abbr", "cite", "font", "q"})


def _is_in_line(tag: Tag) -> bool:
    """Whether an inline element is part of a paragraph's sentence: a link that its class calls a tag, a name in a "label"."""
    parent = tag.parent
    while parent is not None and parent.name in _INLINE:
        parent = parent.parent
    return parent is not None and parent.name == "p" and len(parent.get_text()) > 2 * len(tag.get_text())


def _reason_by_name(tag: Tag) -> str | None:
    """Why an element is cut whatever it is called: a menu, a foot, something hidden."""
    marks = _marks()
    by_name: str | None = marks["elements"].get(tag.name) or marks["roles"].get(str(tag.get("role", "")))
    if by_name is not None:
        return by_name
    hidden = "display:none" in str(tag.get("style", "")).replace(" ", "") or tag.has_attr("hidden") or str(tag.get("aria-hidden")) == "true"
    return "hidden" if hidden else None


def _reason(tag: Tag) -> str | None:
    """Why an element is cut, by its own name or the words of its classes."""
    if (by_name := _reason_by_name(tag)) is not None:
        return by_name
    if _is_pictured(tag):
        return "caption or credit"
    classes = tag.get("class")
    names = f"{' '.join(classes) if isinstance(classes, list) else classes or ''} {tag.get('id') or ''}".lower()
    return next((_reasons()[word] for word in re.split(r"[^a-z]+", names) if word in _reasons()), None)


def _is_pictured(tag: Tag) -> bool:
    """Whether an element holds a picture and, besides, small or slanted print alone, or is made for pictures and has few words."""
    if tag.name not in {"div", "p", "td", "center"} or not any(
        isinstance(child, Tag) and child.name in {"img", "picture"} for child in tag.contents
    ):
        return False
    words = tag.get_text(" ", strip=True)
    if _words(tag) & _PICTURES and len(words) <= 250:
        return True
    small = " ".join(print_.get_text(" ", strip=True) for print_ in tag.find_all(["small", "em", "i"], limit=4))
    return 0 < len(words) <= 400 and words == small


_PICTURES = frozenset({"image", "images", "img", "photo", "photos", "picture", "pictures", "thumb"})


def _words(tag: Tag) -> set[str]:
    """The words of an element's classes."""
    classes = tag.get("class")
    return set(re.split(r"[^a-z]+", " ".join(classes).lower())) if isinstance(classes, list) else set()


def _holds_release(tag: Tag, size: extent.Size, whole: int, reason: str) -> bool:
    """Whether furniture by name wraps the text all the same: a `form` round the whole page, a class "has-sidebar" on its body."""
    if size.headed or (tag.name == "form" and size.prose >= 150 and size.prose * 4 > whole * 3):
        return True
    return tag.name not in _NEVER_TEXT and reason not in _NEVER_WHOLE and size.prose >= 400 and size.prose * 2 > whole


_NEVER_TEXT = frozenset({"nav", "footer", "aside", "figcaption", "figure"})
_NEVER_WHOLE = frozenset({"comments"})  # they may well be longer than the release


def _container(soup: BeautifulSoup, cut: frozenset[int]) -> tuple[Tag, Tag | None]:
    """The element that holds the release with its head, and the one inside it with the running text, where it can be told.

    The first is `main` if there is one, else the smallest known container with most of the page's running text.
    """
    body: Tag = soup.body or soup
    sizes = extent.measured(soup, cut, _borders())
    whole = sizes.get(id(body), extent.Size())
    core = extent.core(body, sizes) if id(body) in sizes else None

    def holds_most(tag: Tag) -> bool:
        size = sizes.get(id(tag), extent.Size())
        return size.text > 0 and (size.prose * 10 >= whole.prose * 6 if whole.prose else size.text * 10 >= whole.text * 6)

    fitting: list[Tag] = [tag for tag in body.find_all(_is_container) if holds_most(tag)]
    main: Tag | None = next((tag for tag in fitting if tag.name == "main" or tag.get("role") == "main"), None)
    inner = main or min(fitting, key=lambda tag: sizes[id(tag)].text, default=None)
    found = body if inner is None else _with_headline(inner)
    return (found, core) if core is None or _holds(found, core) else (_with_headline(core), core)


def _holds(tag: Tag, inner: Tag) -> bool:
    return inner is tag or any(parent is tag for parent in inner.parents)


def _is_container(tag: Tag) -> bool:
    classes = tag.get("class")
    marks = [tag.name, f"role={tag.get('role')}", f"itemprop={tag.get('itemprop')}".lower(), str(tag.get("id")).lower()]
    marks += [name.lower() for name in classes] if isinstance(classes, list) else []
    return any(mark in _containers() for mark in marks)


@cache
def _containers() -> frozenset[str]:
    return frozenset(_marks()["containers"])


def _with_headline(tag: Tag) -> Tag:
    """The container, or the element around it in which its headline stands: of the first rank, else one that the window names too."""
    above = [around for around in (tag, *tag.parents) if around.name not in {"html", "[document]"}]
    if (headed := next((around for around in above if around.find("h1") is not None), None)) is not None:
        return headed
    window = next((single_spaced(parent.title.get_text()) for parent in tag.parents if parent.name == "html" and parent.title), "")
    return next((around for around in above if headings.names_window(around, window)), tag)


def _blocks(container: Tag, cut: frozenset[int], core: Tag | None) -> Iterator[Block]:
    """The blocks of an element in reading order: one for each stretch of text between borders of block elements or line breaks."""
    held: list[str] = []
    around = container
    told = _Places(core)
    for sign in (*_walk(container, cut), container):
        if isinstance(sign, str):
            held.append(sign)
            continue
        text = single_spaced(_run_together(held))
        held = []
        if text:
            yield _block(text, around, told)
        around = sign


def _run_together(strings: list[str]) -> str:
    """The strings of a line, a blank between those that a page parts by their look: "<a>Ana Ruiz</a><span>May 14</span>"."""
    parted = [
        f"{one} " if one[-1:].islower() and following[:1].isupper() and len(following) > 1 else one
        for one, following in itertools.pairwise(strings)
    ]
    return "".join((*parted, *strings[-1:]))


class _Places:
    """Where an element stands: inside the running text or outside of it, and in which flow."""

    def __init__(self, core: Tag | None) -> None:
        self.core = core
        self.inside: dict[int, bool] = {}
        self.numbers: dict[int, int] = {}

    def outside(self, tag: Tag) -> bool:
        """Whether an element stands outside of the running text; never where that could not be told."""
        if self.core is None:
            return False
        if id(tag) not in self.inside:
            self.inside[id(tag)] = _holds(self.core, tag)
        return not self.inside[id(tag)]

    def within(self, tag: Tag) -> int:
        """The number of the element whose paragraph this is."""
        around = tag.parent if tag.name in {"p", "li", "blockquote"} and tag.parent is not None else tag
        return self.numbers.setdefault(id(around), len(self.numbers) + 1)


def _walk(container: Tag, cut: frozenset[int]) -> Iterator[str | Tag]:
    """The strings of an element, and at each border of a block element that element; a stack of its own, so that no depth hurts."""
    borders = _borders() | {"br"}
    stack: list[tuple[Any, bool]] = [(container, False)]
    while stack:
        node, closing = stack.pop()
        if type(node) is NavigableString:  # not a comment, which is one too
            yield str(node)
        elif closing:
            yield node.parent or node
        elif isinstance(node, Tag) and id(node) not in cut:
            if node.name in borders or _has_own_line(node):
                yield node.parent or node if node.name == "br" else node
                stack.append((node, True))
            stack.extend((child, False) for child in reversed(node.contents))


def _has_own_line(tag: Tag) -> bool:
    """Whether an inline element is set as a line: "<span class="stamp">4.6.2021</span>" beside a headline, not within a sentence."""
    if tag.name != "span" or tag.parent is None or tag.parent.name in {"p", "li", "a", "span", "h1", "h2", "h3", "td"}:
        return False
    classes = tag.get("class")
    return isinstance(classes, list) and any(
        word in _marks()["own_lines"] for name in classes for word in re.split(r"[^a-z]+", name.lower())
    )


def _kind(tag: Tag) -> Kind:
    if re.fullmatch("h[1-6]", tag.name):
        return "heading"
    if tag.name == "li" and _is_bare_link(tag):
        return "link"
    if tag.name == "li" or (tag.parent is not None and tag.parent.name == "li"):
        return "item"
    return "text"


def _is_bare_link(item: Tag) -> bool:
    """Whether an item of a list is a link and nothing besides."""
    held = [child for child in item.contents[:6] if not (isinstance(child, NavigableString) and not child.strip())]
    return len(item.contents) < 6 and len(held) == 1 and isinstance(held[0], Tag) and held[0].name == "a"


def _block(text: str, around: Tag, told: _Places) -> Block:
    kind = _kind(around)
    if kind == "text" and plain.is_item(text):
        kind = "item"
    return Block(text, kind, outside=told.outside(around), within=told.within(around))


def _by_trafilatura(text: str) -> tuple[Block, ...]:
    """The main text as trafilatura finds it: for pages whose own markup names no container. Empty where it finds none or fails."""
    import trafilatura  # here, since it takes half a second to load and few pages need it

    try:
        found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_precision=True)
    except Exception:  # a second opinion: whatever goes wrong inside it, our own reading stands
        return ()
    return tuple(
        Block(single_spaced(line), "item" if plain.is_item(line) else "text") for line in (found or "").splitlines() if single_spaced(line)
    )


_XML = patterns.compile(r"\s*<\?xml[^<>]{0,300}>")  # the parser of HTML has no use for it and would complain on standard error
_TAGS = patterns.compile(r"<[^<>]{0,2000}>")
_OPEN = patterns.compile(r"<(?P<close>/?)(?:div|span|b|i|em|ul|ol|li|table|tr|td|section|font|p|blockquote|a)\b", re.IGNORECASE)


def _too_deep(text: str) -> bool:
    """Whether elements are nested so deep that no page does it: a parser would take time without measure."""
    depth = deepest = 0
    for tag in _OPEN.finditer(text):
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        deepest = max(deepest, depth)
    return deepest > 3000 and deepest * 20 > len(text) / 100
