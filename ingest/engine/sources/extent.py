"""Where on a web page the running text stands: how much each element holds of it, and the element that holds the release."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import NavigableString, Tag

FEWEST = 40  # letters outside links that make a stretch of text count; menus, dates and labels have fewer
ENOUGH = 300  # letters of running text below which a page is too short to tell its core from the rest


@dataclass(slots=True)
class Size:
    """How much an element holds, in letters: of text in all, of running text, and of the line that it leaves open for its parent.

    `headed` when a headline or the main part is in it, `leaf` when its running text is one paragraph.
    """

    text: int = 0
    prose: int = 0
    line: int = 0
    linked: int = 0
    headed: bool = False
    leaf: bool = True


def measured(root: Tag, cut: frozenset[int], borders: frozenset[str]) -> dict[int, Size]:
    """The size of every element that is not cut, by `id`. `borders` are the names of elements at which a line ends."""
    sizes: dict[int, Size] = {}
    stack: list[tuple[Tag, bool]] = [(root, False)]
    while stack:
        tag, closing = stack.pop()
        if closing:
            _sum_up(tag, sizes, borders)
        elif id(tag) not in cut:
            sizes[id(tag)] = Size(headed=tag.name in {"main", "article", "h1"})
            stack.append((tag, True))
            stack.extend((child, False) for child in tag.contents if isinstance(child, Tag))
    return sizes


def core(root: Tag, sizes: dict[int, Size]) -> Tag | None:
    """The innermost element with the running text of the page's own story; None for a page too short to tell.

    Down from the root into the child that holds most, or into the one with the headline, as long as the rest is other matter: children
    of one make ("div.text") are parts of one story, and so are paragraphs that stand beside the child. Several `article` elements are
    several stories, of which the first long one is the page's own.
    """
    if sizes[id(root)].prose < ENOUGH:
        return None
    tag = root
    while True:
        inner = [child for child in tag.contents if isinstance(child, Tag) and id(child) in sizes and sizes[id(child)].prose > 0]
        below = _first_of_many(inner, sizes) or _outweighing(tag, inner, sizes)
        if below is None:
            return tag
        tag = below


_SECTIONS = frozenset({"div", "section", "article", "main", "body", "center", "form", "table", "tbody", "tr", "td", "header", "span"})


def _outweighing(parent: Tag, inner: list[Tag], sizes: dict[int, Size]) -> Tag | None:
    """The child beside which the rest of its parent's running text is other matter; None where the parent is one story."""
    whole = sizes[id(parent)].prose
    beside = whole - sum(sizes[id(child)].prose for child in inner if child.name in _SECTIONS and not sizes[id(child)].leaf)
    if beside * 100 >= whole * 15:
        return None
    headed = [child for child in inner if sizes[id(child)].headed and sizes[id(child)].prose >= ENOUGH]
    if len(headed) == 1 and len(inner) < 6 and sizes[id(headed[0])].prose * 10 >= whole * 3:
        return headed[0]
    largest = max(inner, key=lambda child: sizes[id(child)].prose, default=None)
    if largest is None or largest.name not in _SECTIONS or sizes[id(largest)].prose * 10 < whole * 6:
        return None
    return None if any(other is not largest and _make(other) == _make(largest) for other in inner) else largest


def _make(tag: Tag) -> tuple[str, tuple[str, ...]]:
    """The name and classes of an element; elements of one make stand in a row."""
    classes = tag.get("class")
    return tag.name, tuple(classes) if isinstance(classes, list) else ()


def _first_of_many(inner: list[Tag], sizes: dict[int, Size]) -> Tag | None:
    """The first story of a page that prints several below each other; None for a page with one."""
    stories = [child for child in inner if child.name == "article" and sizes[id(child)].prose >= ENOUGH]
    if len(stories) < 2:
        return None
    return next((story for story in stories if story.find("h1") is not None), stories[0])


def _sum_up(tag: Tag, sizes: dict[int, Size], borders: frozenset[str]) -> None:
    """Add to an element's size what its own strings and its children hold."""
    size = sizes[id(tag)]
    for child in tag.contents:
        if type(child) is NavigableString:
            length = len(child.strip())
            size.text += length
            size.line += length
        elif isinstance(child, Tag) and (inner := sizes.get(id(child))) is not None:
            size.text += inner.text
            size.prose += inner.prose
            size.line += inner.line
            size.linked += inner.linked
            size.headed = size.headed or inner.headed
            size.leaf = size.leaf and inner.prose == 0
    if tag.name == "a":
        size.linked = size.line
    elif tag.name in borders:
        size.prose += _prose(tag, size)
        size.line = size.linked = 0


def _prose(tag: Tag, size: Size) -> int:
    """How much of the line that ends with an element is running text: what is not linked, half of it in lists, none in headings."""
    outside = size.line - size.linked
    if outside < FEWEST or size.linked > outside or tag.name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        return 0
    return outside // 2 if tag.name == "li" else outside
