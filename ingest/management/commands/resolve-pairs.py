"""`manage.py resolve-pairs FILE.jsonl`: whether two descriptions are of one official, or of one organization, with the reasons."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.resolution import bodies
from ingest.resolution.bodies import Body
from ingest.resolution.compare import Decision, Description, people


class Command(BaseCommand):
    help = (
        "Tell for each pair of officials in a file of JSON lines whether they are one person: same, different or unsure, with the reasons. "
        'A line with "kind": "organization" is of two organizations ("name", "aliases", "country").'
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help='lines {"a": {"name": …, "rank": …, …}, "b": {…}}; "-" reads standard input')
        parser.add_argument("--format", choices=["text", "jsonl"], default="text", help="text for a person (default), jsonl for a program")

    def handle(self, *, file: str, format: str, **options: Any) -> None:
        failed = 0
        for number, line in enumerate(_lines(file), start=1):
            if not line.strip():
                continue
            try:
                names, decision = _decided(line)
            except ValueError as error:
                failed += 1
                self.stderr.write(f"line {number}: {error}")
                if format == "jsonl":
                    self.stdout.write(json.dumps({"verdict": None, "reasons": [], "error": str(error)}, ensure_ascii=False))
                continue
            self.stdout.write(_json(decision) if format == "jsonl" else _text(names, decision))
        if failed:
            raise SystemExit(1)


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        yield from sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8", errors="replace") as lines:
            yield from lines
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror or error}. Give a file of JSON lines, or - for standard input.") from error


def _decided(line: str) -> tuple[str, Decision]:
    """The two names, and what is found of them. Raises ValueError where the line is no pair."""
    try:
        pair = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"no JSON: {error}") from error
    if not isinstance(pair, dict) or not all(isinstance(pair.get(side), dict) for side in "ab"):
        raise ValueError('expected {"a": {…}, "b": {…}}')
    kind = pair.get("kind") or "person"
    if kind == "organization":
        one, other = Body.of(pair["a"]), Body.of(pair["b"])
        return f"{one.name} | {other.name}", bodies.compare(one, other)
    if kind != "person":
        raise ValueError(f'kind must be "person" or "organization", not {json.dumps(kind)}')
    a, b = Description.of(pair["a"]), Description.of(pair["b"])
    return f"{a.name} | {b.name}", people(a, b)


def _json(decision: Decision) -> str:
    return json.dumps({"verdict": decision.verdict, "rule": decision.rule, "reasons": list(decision.reasons)}, ensure_ascii=False)


def _text(names: str, decision: Decision) -> str:
    return "\n".join([f"{decision.verdict:<10}{names}", *(f"          {reason}" for reason in decision.reasons)])
