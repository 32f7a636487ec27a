"""`manage.py evaluate`: how right the engine is on annotated releases."""

from __future__ import annotations

import argparse
import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich import box
from rich.console import Console
from rich.table import Table

from ingest import evaluation, statement
from ingest.evaluation import Evaluation, Floors, Hits
from ingest.explanation import WIDTH

HERE = Path(__file__).resolve()
FLOORS = HERE.parents[3] / "tests" / "floors.json"
ACCURACY = HERE.parents[3] / "archive" / "data" / "accuracy.json"
CONFIDENCE = HERE.parents[2] / "engine" / "data" / "confidence.json"
FALSE_HITS_SHOWN = 5


class Command(BaseCommand):
    """Prints the figures of all gold sets side by side and fails where one is under its floor."""

    help = (
        "Read annotated releases and print how right the engine is, all sets side by side. "
        "Exit status 1 if a figure has fallen under its floor in tests/floors.json."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="releases with an annotation beside each")
        parser.add_argument("--scorer", type=Path, help="the judge, if not score.py in the folder above")
        parser.add_argument("--raise-floors", action="store_true", help="make every figure above its floor the new floor; none goes down")
        parser.add_argument("--measure", action="store_true", help="print each rule's hits and false hits, and keep its confidence")
        parser.add_argument("--publish", action="store_true", help="keep the figures for /accuracy/, where readers see them")
        parser.add_argument("--processes", type=int, default=2, metavar="N", help="read with N processes at once (2)")

    def handle(
        self, *, folders: list[Path], scorer: Path | None, raise_floors: bool, measure: bool, publish: bool, processes: int, **options: Any
    ) -> None:
        try:
            evaluations = [evaluation.evaluate(folder, scorer=scorer, processes=processes) for folder in folders]
        except evaluation.GoldError as error:
            raise CommandError(str(error)) from error
        floors = evaluation.read_floors(FLOORS)
        self._print(_figures(evaluations, floors))
        unreadable = [result for one in evaluations for result in one.unreadable]
        if measure:
            self._measure(folders, evaluations, scorer)
        if publish:
            self._publish(folders, evaluations, scorer)
        if raise_floors:
            evaluation.write_floors(FLOORS, evaluation.raised(floors, evaluations))
            self.stdout.write("tests/floors.json now holds these figures wherever they are higher.")
        for result in unreadable:
            self.stderr.write(f"{result.path}: {result.reason}")
        if unreadable:
            raise CommandError(f"{len(unreadable)} releases could not be read and count as missed.")
        fallen = [line for one in evaluations for line in evaluation.below(one, floors)]
        if fallen:
            raise CommandError("\n".join(["Under the floor:", *fallen]))

    def _measure(self, folders: list[Path], evaluations: list[Evaluation], scorer: Path | None) -> None:
        parts = [evaluation.measure(folder, one.records, scorer=scorer) for folder, one in zip(folders, evaluations, strict=True)]
        hits = evaluation.merged(parts)
        self._print(_rules(hits))
        for rule, tally in hits.items():
            for line in tally.wrong[:FALSE_HITS_SHOWN]:
                self.stdout.write(f"{rule}: {line}")
            if len(tally.wrong) > FALSE_HITS_SHOWN:
                self.stdout.write(f"{rule}: and {len(tally.wrong) - FALSE_HITS_SHOWN} more")
        kept = {rule: round(tally.confidence, 3) for rule, tally in hits.items()}
        CONFIDENCE.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
        self.stdout.write(f"The confidence of {len(kept)} rules is kept in ingest/engine/data/confidence.json.")

    def _publish(self, folders: list[Path], evaluations: list[Evaluation], scorer: Path | None) -> None:
        sets = [
            evaluation.published(folder, one, scorer=scorer) | statement.about(one.name)
            for folder, one in zip(folders, evaluations, strict=True)
        ]
        engine = next((record["engine"] for one in evaluations for record in one.records), "")
        ACCURACY.write_text(json.dumps({"engine": engine, "sets": sets}, indent=1) + "\n", encoding="utf-8")
        self.stdout.write("The figures are kept in archive/data/accuracy.json; /accuracy/ shows them.")

    def _print(self, table: Table) -> None:
        page = StringIO()
        Console(file=page, force_terminal=self.stdout.isatty(), width=WIDTH).print(table)
        self.stdout.write(page.getvalue(), ending="")


def _figures(evaluations: list[Evaluation], floors: Floors) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("figure")
    for one in evaluations:
        table.add_column(one.name, justify="right")
        table.add_column("floor", justify="right", style="dim")
    for name in dict.fromkeys(name for one in evaluations for name in one.figures):
        table.add_row(name, *(cell for one in evaluations for cell in _cells(one, name, floors)))
    return table


def _cells(one: Evaluation, name: str, floors: Floors) -> tuple[str, str]:
    value, floor = one.figures.get(name), floors.get(one.name, {}).get(name)
    if name in evaluation.FIGURES_THAT_COUNT:
        return f"{value:.0f}", ""
    shown = "–" if value is None else f"{value:.3f}"
    fallen = floor is not None and (value or 0.0) < floor
    return (f"[red]{shown} ▼[/red]" if fallen else shown), ("" if floor is None else f"{floor:.3f}")


def _rules(hits: dict[str, Hits]) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("rule")
    for column in ("hits", "false hits", "at least"):
        table.add_column(column, justify="right")
    for rule, tally in hits.items():
        table.add_row(rule, str(tally.right), str(len(tally.wrong)), f"{tally.confidence:.3f}")
    return table
