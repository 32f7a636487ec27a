"""A record laid out for a person at a terminal: the text with its findings marked, then tables of what was read, each with its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ingest.engine.types import Evidence, Fields, Meeting, Person, Record, Where

STYLES = {
    "person": "bold magenta",
    "organization": "green",
    "country": "cyan",
    "place": "blue",
    "date": "yellow",
    "quote": "italic",
    "meeting": "bold red",
    "agreement": "underline",
}
WIDTH = 140  # columns where there is no terminal to ask
MARKED_OF_MEETINGS = {"kind", "title", "state"}  # the rest are mentions that are marked as such; the tables tell them
TEXT_SHOWN = 70  # characters of a sentence or a cut piece that a table cell shows


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding to be shown in the text: what it is, what it was read as, and where."""

    kind: str
    value: str
    at: Evidence


def explain(record: Record, *, colors: bool) -> RenderableType:
    """All that was read from one release. Findings stand in colors, or in square brackets where colors are off."""
    release = record.release
    marks = tuple(_marks(record))
    return Group(
        Rule(Text(release.title or "(no headline)", style="bold")),
        _facts(record),
        Text(),
        _marked(release.title or "", "title", marks, colors=colors),
        Text(),
        _marked(release.body, "body", marks, colors=colors),
        Text(),
        *_tables(record),
    )


def explanation(record: Record, *, terminal: bool, width: int | None = None) -> str:
    """The explanation as it is to be written out: with colors on a terminal (unless NO_COLOR is set), with brackets elsewhere."""
    page = StringIO()
    console = Console(file=page, force_terminal=terminal, width=width or (None if terminal else WIDTH))
    console.print(explain(record, colors=console.is_terminal and not console.no_color))
    return page.getvalue()


def _facts(record: Record) -> Text:
    release = record.release
    told = {
        "published": release.published,
        "publisher": release.publisher,
        "authors": ", ".join(release.authors),
        "dateline": release.dateline,
        "language": release.language,
        "countries": " ".join(record.countries),
        "source": release.source,
        "engine": record.engine,
    }
    return Text("\n").join(Text.assemble((f"{name:>10}  ", "dim"), value or "not stated") for name, value in told.items())


def _marks(record: Record) -> Iterator[Mark]:
    for mention in record.mentions:
        yield Mark(mention.kind, mention.value, mention.evidence)
    for quote in record.quotes:
        yield Mark("quote", quote.speaker, quote.evidence)
    for meeting in record.meetings:
        for field, at in meeting.evidence:
            if field in MARKED_OF_MEETINGS:
                yield Mark("meeting", f"{meeting.kind}, {field}", at)
    for agreement in record.agreements:
        for field, at in agreement.evidence:
            yield Mark("agreement", f"{agreement.action}, {field}", at)


def _marked(text: str, where: Where, marks: Iterable[Mark], *, colors: bool) -> Text:
    """The text with every mark around its span; where spans begin together the longer opens first, where they end together closes last."""
    signs: list[tuple[int, int, int, Text]] = []
    shown = Text(text)
    for mark in _apart(mark for mark in marks if mark.at.where == where and mark.at.start < mark.at.end <= len(text)):
        style = STYLES[mark.kind] if colors else ""
        shown.stylize(style, mark.at.start, mark.at.end)
        label = f"{mark.kind}: {mark.value} · {mark.at.rule}"
        if not colors:
            signs.append((mark.at.start, 1, -mark.at.end, Text("[")))
        closing = Text(f" ‹{label}›", style="dim") if colors else Text(f" ‹{label}›]")
        signs.append((mark.at.end, 0, -mark.at.start, closing))
    return _with_signs(shown, signs)


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """The marks without repetitions: the same span, read as the same thing by the same rule, is shown once."""
    return list(dict.fromkeys(marks))


def _with_signs(text: Text, signs: list[tuple[int, int, int, Text]]) -> Text:
    signs.sort(key=lambda sign: sign[:3])
    pieces = text.divide([at for at, *_ in signs])
    shown = Text()
    for piece, sign in zip(pieces, [*(sign for *_, sign in signs), Text()], strict=True):
        shown.append_text(piece).append_text(sign)
    return shown


# ---- tables ----


def _tables(record: Record) -> Iterator[RenderableType]:
    body, title = record.release.body, record.release.title or ""
    if record.people:
        yield _table(
            "People", ["name", "also", "rank, title", "position", "organization", "country", "level", "rules"], map(_person, record.people)
        )
    if record.organizations:
        rows = ([o.name, ", ".join(o.aliases), o.country or "", _rules(o.evidence)] for o in record.organizations)
        yield _table("Organizations", ["name", "also", "country", "rules"], rows)
    for number, meeting in enumerate(record.meetings, 1):
        yield _table(f"Meeting {number}", ["field", "value", "read from", "rule"], _meeting(meeting, title, body))
    if record.agreements:
        rows = ([a.title, a.action, " ".join(a.countries), _rules(a.evidence)] for a in record.agreements)
        yield _table("Agreements", ["title", "action", "countries", "rules"], rows)
    if record.quotes:
        rows = ([q.speaker, _short(q.text), q.evidence.rule] for q in record.quotes)
        yield _table("Quotes", ["speaker", "text", "rule"], rows)
    if record.release.dropped:
        yield _table("Left out of the text", ["piece", "why"], ([_short(piece.text), piece.reason] for piece in record.release.dropped))


def _table(name: str, columns: Iterable[str], rows: Iterable[list[str]]) -> Table:
    table = Table(title=name, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _person(person: Person) -> list[str]:
    how = [
        word
        for word, so in (("acting", person.acting), ("former", person.former))
        if so and not (person.position or "").casefold().startswith(f"{word} ")
    ]
    office = " ".join([*how, person.position or ""]).strip()
    return [
        person.name,
        ", ".join(person.aliases),
        person.rank or person.honorific or "",
        f"{office} (for {person.on_behalf_of})" if person.on_behalf_of else office,
        person.organization or "",
        person.country or "",
        "" if person.level is None else str(person.level),
        _rules(person.evidence),
    ]


def _meeting(meeting: Meeting, title: str, body: str) -> Iterator[list[str]]:
    values = {
        "title": meeting.title,
        "kind": f"{meeting.kind} ({meeting.status}, {meeting.state}{f', {meeting.mode}' if meeting.mode else ''})",
        "date": " to ".join(filter(None, (meeting.date, meeting.end_date))) + (f" ({meeting.date_basis})" if meeting.date_basis else ""),
        "place": ", ".join(filter(None, (meeting.place, meeting.country))),
        "host": meeting.host,
        "countries": " ".join(meeting.countries),
        "organizations": ", ".join(meeting.organizations),
        "people": ", ".join(meeting.people),
        "topics": ", ".join(meeting.topics),
    }
    sources: dict[str, list[Evidence]] = {}
    for field, at in meeting.evidence:
        sources.setdefault(field.partition(":")[0], []).append(at)  # "people:Ana Popa" is evidence of one of the people
    for field in [*values, *(field for field in sources if field not in values)]:
        spans = sources.get(field, [])
        value = values.get(field) or ("" if spans else "not told")
        texts = " … ".join(dict.fromkeys(_short((title if at.where == "title" else body)[at.start : at.end]) for at in spans))
        yield [field, value, texts, ", ".join(dict.fromkeys(at.rule for at in spans))]


def _rules(evidence: Fields) -> str:
    """Each rule with the fields that it read, a line each."""
    fields: dict[str, list[str]] = {}
    for field, at in evidence:
        fields.setdefault(at.rule, []).append(field)
    return "\n".join(f"{rule}: {', '.join(dict.fromkeys(read))}" for rule, read in fields.items())


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= TEXT_SHOWN else flat[: TEXT_SHOWN - 1] + "…"
