"""`python -m bench.fuzz --seconds 300`: feeds the engine what no ministry would print, and says what it did with it.

Six kinds of input: plausible releases of wordings crossed with each other (some are cut off), annotated releases damaged at random,
signs of all scripts, words of releases in any order, pages of markup that is nested, unclosed or cut, and texts of two megabytes made of
one piece. After each, what must hold for any text is checked: nothing raises, the record keeps what `bench.promises` asks, and a second
reading gives the same one. One seed always gives the same inputs; an input that fails is kept in the folder named with --keep.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time

from rich import box
from rich.console import Console
from rich.table import Table

from bench import promises
from bench.__main__ import GOLD
from bench.plausible import Writer
from bench.releases import gold
from ingest import reading
from ingest.engine import pipeline
from ingest.engine.types import Document
from ingest.extraction import collect_seldom
from ingest.formats.errors import ReadingError

LARGE = 2_000_000  # letters of a large text
SLOWEST = 15.0  # seconds for a megabyte that count as a failure: a text whose time grows faster than its length


def main() -> None:
    """Run until the time is over, print a row for each kind of input, exit with status 1 if anything failed."""
    options = _options()
    collect_seldom()
    made = _Maker(random.Random(options.seed), [text for _, text, _ in gold(options.gold)])
    kinds = made.kinds()
    tallies = {name: _Tally() for name in kinds}
    until = perf_counter() + options.seconds
    for number, name in enumerate(_in_turn(list(kinds)), start=1):
        if perf_counter() >= until:
            break
        tallies[name].add(number, kinds[name](), keep=options.keep)
    Console(width=110).print(_table(tallies, options))
    raise SystemExit(any(tally.failures for tally in tallies.values()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60, metavar="N", help="how long to go on (60)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which inputs to make (1)")
    parser.add_argument("--gold", type=Path, action="append", metavar="FOLDER", help="annotated releases to damage")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where to keep inputs that fail")
    options = parser.parse_args()
    options.gold = options.gold or [folder for folder in GOLD if folder.is_dir()]
    return options


def _in_turn(names: list[str]) -> Iterator[str]:
    """Each kind in its turn; the large ones every twelfth time, or they would take all of it."""
    turn = 0
    while True:
        turn += 1
        yield from (name for name in names if name != "2 MB" or turn % 12 == 1)


def _table(tallies: dict[str, _Tally], options: argparse.Namespace) -> Table:
    table = Table(f"input (seed {options.seed})", "count", "MB", "failed", "ms/MB", "slowest ms/MB", "longest", box=box.SIMPLE_HEAD)
    for name, tally in tallies.items():
        table.add_row(
            name,
            f"{tally.count:,}",
            f"{tally.letters / 1e6:,.1f}",
            str(len(tally.failures)),
            f"{1000 * tally.seconds / (tally.letters / 1e6 or 1):,.0f}",
            f"{tally.slowest:,.0f}",
            f"{tally.longest:.2f} s",
        )
    for tally in tallies.values():
        for failure in tally.failures[:20]:
            table.add_row(f"[red]{failure}")
    return table


# ---- what must hold for any text ----


@dataclass(slots=True)
class _Tally:
    """What was seen of one kind of input."""

    count: int = 0
    letters: int = 0
    seconds: float = 0.0
    slowest: float = 0.0  # ms for a megabyte, of inputs long enough to tell
    longest: float = 0.0  # seconds
    failures: list[str] = field(default_factory=list)

    def add(self, number: int, content: bytes, *, keep: Path | None) -> None:
        begun = process_time()  # the time of this process, whatever else the machine does
        try:
            wrong = list(_wrongs(content, again=number % 20 == 0))
        except Exception as error:  # what the run is there to find
            wrong = [f"raised {type(error).__name__}: {error}"[:200]]
        spent = process_time() - begun
        megabytes = len(content) / 1e6
        if megabytes >= 1 and spent / megabytes > SLOWEST:
            wrong.append(f"took {spent:.1f} s for {megabytes:.1f} MB")
        self.count, self.letters, self.seconds = self.count + 1, self.letters + len(content), self.seconds + spent
        self.longest = max(self.longest, spent)
        if megabytes >= 0.02:
            self.slowest = max(self.slowest, 1000 * spent / megabytes)
        self.failures += [f"input {number}: {each}" for each in wrong[:1]]
        if wrong and keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{number:06}.txt").write_bytes(content)


def _wrongs(content: bytes, *, again: bool) -> Iterator[str]:
    """What does not hold for these bytes; nothing for a file that is turned away in plain words."""
    try:
        document = reading.document(content)
    except ReadingError:
        return
    record = pipeline.extract(document)
    yield from promises.broken(record)
    if again and pipeline.extract(Document(document.text, document.format)) != record:
        yield "a second reading gives another record"


# ---- inputs ----

_ODD = "\u200b\u00ad\u202e\u0301\ufeff\U0001f600\u0130\u00df\u01c5\ufb01\u3000\u2028\x85\x0b\x1c\u0660\u2160\u00b2\u05d0\u0627“”‘’«»—…"
_PIECES = (
    *("a", " ", "\n", "\n\n", "A", "1", ".", ",", "(", "“", "”", '"', "-", "—", "<", ">", "&", "/", "\t", "（", "漢", "ı"),
    *("A. ", "1. ", "of the ", "and the ", "the the ", "Minister of ", "Ministry of Defence of ", "Gen. ", "Mr. ", "U.S.-", "’s ", "Ana "),
    *("Ana Popa, ", "ANA POPA ", "met with ", "on 3 May ", "3-5 May 2024, ", "May ", "12/11/10 ", "He said: “", "| ", "» ", "a\t", "—- "),
    *("http://a.b/", "a@b.", "[a](", "**", "<div>", "<p>a", "<b><i>", "</div>", "<!--", "<a href='", "<li>a</li>"),
    "General Ana Popa met Colonel Luis Roca of Peru in Lima on Friday. ",
)
_TAGS = [
    "div",
    "p",
    "b",
    "i",
    "span",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "article",
    "main",
    "section",
    "h1",
    "h2",
    "a",
    "form",
    "figure",
    "nav",
]
_CLASSES = ["content", "related", "share", "sidebar", "date", "byline", "footer", "entry-content", "caption", "logo", "hidden", "comments"]
_OPEN = ("<div>", "<b>", "<table><tr><td>", "<ul><li>")


class _Maker:
    """Makes inputs of each kind, each time another one."""

    def __init__(self, chance: random.Random, releases: list[str]) -> None:
        self.chance, self.releases = chance, releases
        self.writer = Writer(chance)
        self.words = sorted({word for release in releases for word in release.split()})

    def kinds(self) -> dict[str, Callable[[], bytes]]:
        """The makers by the name of what they make."""
        return {
            "plausible releases": self._plausible,
            "damaged releases": self._damaged,
            "any signs": self._signs,
            "words in any order": self._shuffled,
            "markup": self._markup,
            "2 MB": self._large,
        }

    def _plausible(self) -> bytes:
        text = self.writer.release()
        if self.chance.random() < 0.3:  # the text ends, whatever a rule looks for behind
            text = text[: self.chance.choice([found.end() for found in re.finditer(r"\w+", text)])]
        return text.encode()

    def _damaged(self) -> bytes:
        text = self.chance.choice(self.releases)
        for _ in range(self.chance.randint(1, 12)):
            text = self.chance.choice(_DAMAGES)(text, self.chance) or text
        return text.encode("utf-8", "ignore")

    def _signs(self) -> bytes:
        planes = self.chance.choice([(0x20, 0x7F), (0x20, 0x250), (0x20, 0x3000), (0x0, 0xD7FF), (0x10000, 0x1FAFF)])
        signs = [chr(self.chance.randint(*planes)) for _ in range(self.chance.randint(1, 3000))]
        return "".join(signs).encode("utf-8", "ignore")

    def _shuffled(self) -> bytes:
        words = self.chance.choices(self.words, k=self.chance.randint(1, 1500))
        glue = self.chance.choice([" ", " ", "\n", ", ", ". ", "; ", "\n\n", " and ", " of "])
        return "".join(word + (glue if self.chance.random() < 0.9 else " ") for word in words).encode()

    def _markup(self) -> bytes:
        release = re.split(r"\n+", self.chance.choice(self.releases))
        parts = [self.chance.choice(["<!doctype html><html><head><title>A - B</title></head><body>", "<html>", "<body>"])]
        for _ in range(self.chance.randint(5, 250)):
            tag, line = self.chance.choice(_TAGS), self.chance.choice(release)
            marked = f'<{tag} class="{self.chance.choice(_CLASSES)}">'
            parts.append(self.chance.choice([f"<{tag}>", marked, f"</{tag}>", f"<p>{line}</p>", "<br>"]))
        parts.extend(self.chance.choices(_OPEN, k=self.chance.choice([0, 0, 50, 5000])))
        text = "".join(parts)
        return text[: self.chance.randint(len(text) // 2, len(text))].encode()

    def _large(self) -> bytes:
        piece = "".join(self.chance.choices(_PIECES, k=self.chance.choice([1, 1, 2, 3, 8])))
        if self.chance.random() < 0.2:
            piece = self.chance.choice(self.releases)
        start = self.chance.choice(["", "", "<html><body>", "---\ntitle: A\n---\n"])
        return (start + piece * (LARGE // len(piece))).encode()[:LARGE]


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    return text[:start] + text[start + chance.randint(1, 200) :]


def _repeated(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    return text[:start] + text[start : start + chance.randint(1, 300)] * chance.randint(2, 6) + text[start:]


def _odd_sign(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(_ODD) * chance.randint(1, 3) + text[at + chance.randint(0, 1) :]


def _moved_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _other_case(text: str, chance: random.Random) -> str:
    start, end = sorted((chance.randrange(len(text)), chance.randrange(len(text))))
    turned = chance.choice([str.upper, str.lower, str.title, str.swapcase])(text[start:end])
    return text[:start] + turned + text[end:]


def _without_ends(text: str, chance: random.Random) -> str:
    return text.replace(chance.choice([". ", "\n", ", ", "“", " "]), chance.choice(["", " ", "\n\n", "\t"]), chance.randint(1, 50))


_DAMAGES = (_cut, _repeated, _odd_sign, _odd_sign, _moved_lines, _other_case, _without_ends)


if __name__ == "__main__":
    main()
