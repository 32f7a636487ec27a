"""The accuracy statement, `docs/accuracy.md`: the kept figures of `manage.py evaluate --publish`, with what they mean and what is weak."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FIGURES = Path(__file__).parent.parent / "archive" / "data" / "accuracy.json"  # `/accuracy/` shows the same
FEW = 30  # annotated facts below which a share says little


def statement() -> str:
    """The page; where nothing was published yet it says so."""
    kept = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {"engine": "", "sets": []}
    said = _said()
    sets = sorted(kept["sets"], key=lambda one: [*said["sets"], one["name"]].index(one["name"]))
    lines = ["# Accuracy", "", "{written_by}", "", said["introduction"], *_sets(sets, said["sets"])]
    lines += _kinds(sets, said["kinds"]) if sets else ["Nothing was measured yet: run `manage.py evaluate --publish`."]
    lines += _shares(sets, said["shares"])
    lines += ["", "## What is known to be weak", "", *_lowest(sets), *(f"- {line}" for line in said["weak"]), "", said["after"]]
    engine = f" Engine {kept['engine']}." if kept["engine"] else ""
    return "\n".join([*lines, f"Figures: `archive/data/accuracy.json`, written by `manage.py evaluate --publish`.{engine}", ""])


def about(name: str) -> dict[str, Any]:
    """What a gold set is in a reader's words, and whether those who write rules have left it unread."""
    said = _said()["sets"].get(name, {"what": "", "read": "–"})
    return {"about": said["what"].replace("`", ""), "unread": said["read"] == "no"}


def _said() -> dict[str, Any]:
    said: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("statement.yaml").read_text(encoding="utf-8"))
    return said


def _sets(sets: list[dict[str, Any]], said: dict[str, dict[str, str]]) -> Iterator[str]:
    if not sets:
        return
    yield from ("## The sets", "", "| set | releases | what they are | read by rule writers |", "|---|---:|---|---|")
    for one in sets:
        about = said.get(one["name"], {"what": "–", "read": "–"})
        yield f"| {one['name']} | {one['releases']} | {about['what']} | {about['read']} |"
    if all(said.get(one["name"], {}).get("read") != "no" for one in sets):
        yield from (
            "",
            "Rule writers had read all of these sets: do not take the figures for what releases to come will give.",
        )


def _kinds(sets: list[dict[str, Any]], said: dict[str, str]) -> Iterator[str]:
    yield from ("", "## Facts: precision / recall", "", *_head("fact", sets, "what counts as right"))
    for name in _ordered(said, sets, "kinds"):
        cells = [_of_kind(one["kinds"].get(name)) for one in sets]
        yield f"| {name} | {' | '.join(cells)} | {said.get(name, '')} |"


def _shares(sets: list[dict[str, Any]], said: dict[str, str]) -> Iterator[str]:
    if not sets:
        return
    yield from ("", "## Fields: share that is right", "", *_head("field", sets, "what"))
    for name in _ordered(said, sets, "shares"):
        cells = [f"{one['shares'][name]:.3f}" if name in one["shares"] else "–" for one in sets]
        yield f"| {name} | {' | '.join(cells)} | {said.get(name, '')} |"


def _lowest(sets: list[dict[str, Any]], *, count: int = 6) -> Iterator[str]:
    """The figures of the first set, the one that nobody had read, that leave most to be done."""
    for one in sets[:1]:
        recalls = [(f"recall of {name}", told["recall"]) for name, told in one["kinds"].items() if told["gold"]]
        precisions = [(f"precision of {name}", told["precision"]) for name, told in one["kinds"].items() if told["gold"]]
        worst = sorted([*recalls, *precisions, *one["shares"].items()], key=lambda pair: pair[1])[:count]
        yield f"- **Lowest on {one['name']}.** {', '.join(f'{name} {value:.3f}' for name, value in worst)}."


def _ordered(said: dict[str, str], sets: list[dict[str, Any]], part: str) -> list[str]:
    return list(dict.fromkeys([*said, *(name for one in sets for name in one[part])]))


def _of_kind(told: dict[str, float] | None) -> str:
    if not told or not told["gold"]:
        return "–"
    few = " *few*" if told["gold"] < FEW else ""
    return f"{told['precision']:.3f} / {told['recall']:.3f}{few}"


def _head(first: str, sets: list[dict[str, Any]], last: str) -> tuple[str, str]:
    names = [one["name"] for one in sets]
    return f"| {' | '.join([first, *names, last])} |", f"|---|{'---:|' * len(names)}---|"
