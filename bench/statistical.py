"""The engine beside a statistical model: names of people and organizations on annotated releases, and releases a second on one core.

`python -m bench.statistical --python PROGRAM`, where PROGRAM is the Python of an environment of its own that has spaCy and an English
model; Parley needs neither. The model is given the headline and the clean text that the engine made, so that it does not pay for menus
and captions, and its short forms of a name are joined with the long one. Both are judged by the same `score.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path("../shared/gold")
SETS = (
    GOLD / "seeds",
    GOLD / "releases",
    GOLD / "whitehouse",
    *(Path("tests/gold") / name for name in ("fresh", "opened", "strangers", "unread")),
)
MODEL = "en_core_web_sm"
HOW = """\
Not compared: {python} cannot load the model {model}. To compare, make an environment of its own and name its Python and the model:

    python -m venv elsewhere && elsewhere/bin/pip install spacy && elsewhere/bin/python -m spacy download en_core_web_sm
    python -m bench.statistical --python elsewhere/bin/python
"""


@dataclass(frozen=True, slots=True)
class Beside:
    """What both give on the same releases."""

    releases: int
    engine: dict[str, dict[str, float]]  # gold set → figure of score.py
    model: dict[str, dict[str, float]]
    engine_rate: float  # releases a second
    model_rate: float
    named: str  # the model with its version


def main() -> None:
    """Compare and print a table in Markdown, or say what is missing."""
    options = _options()
    print(report(options.python, options.model, [folder for folder in options.gold or SETS if folder.is_dir()]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.statistical", description=__doc__)
    parser.add_argument("--python", default=sys.executable, metavar="PROGRAM", help="Python that has spaCy and the model (this one)")
    parser.add_argument("--model", default=MODEL, help=f"the model's package ({MODEL})")
    parser.add_argument("--gold", type=Path, action="append", metavar="FOLDER", help="annotated releases (all that are there)")
    return parser.parse_args()


def report(python: str, model: str, folders: list[Path]) -> str:
    """The comparison as Markdown; where the model cannot be loaded, how to install it."""
    if not _can_load(python, model):
        return HOW.format(python=python, model=model)
    return _table(compare(python, model, folders))


def compare(python: str, model: str, folders: list[Path]) -> Beside:
    """Read all releases with both."""
    from ingest import reading
    from ingest.engine import pipeline, record

    files = {folder: _files(folder) for folder in folders}
    everything = [file for folder in folders for file in files[folder]]
    records = {file: pipeline.extract(reading.document(reading.content(file), path=str(file))) for file in everything}  # warm, too
    start = process_time()
    for file in everything:
        pipeline.extract(reading.document(reading.content(file), path=str(file)))
    seconds = process_time() - start
    ours = {file: record.as_json(found, path=str(file)) for file, found in records.items()}
    theirs, about = _read_by_model(python, model, ours)
    return Beside(
        releases=len(everything),
        engine={folder.name: _judged(folder, [ours[file] for file in files[folder]]) for folder in folders},
        model={folder.name: _judged(folder, [theirs[file] for file in files[folder]]) for folder in folders},
        engine_rate=len(everything) / seconds,
        model_rate=len(everything) / about["seconds"],
        named=f"{about['model']}, spaCy {about['spaCy']}",
    )


def _can_load(python: str, model: str) -> bool:
    try:
        done = subprocess.run([python, "-c", f"import spacy; spacy.load({model!r})"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _files(folder: Path) -> list[Path]:
    """The releases of a gold set; each stands beside its annotation."""
    beside = ((annotation, sorted(folder.glob(f"{annotation.stem}.*"))) for annotation in sorted(folder.glob("*.json")))
    return [next(path for path in paths if path != annotation) for annotation, paths in beside]


def _read_by_model(python: str, model: str, ours: dict[Path, dict[str, Any]]) -> tuple[dict[Path, dict[str, Any]], dict[str, Any]]:
    lines = [
        json.dumps({"path": str(file), "text": "\n\n".join(filter(None, [found["title"], found["body"]]))}) for file, found in ours.items()
    ]
    command = [python, str(ROOT / "bench" / "spacy_names.py"), model]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    *found, about = (json.loads(line) for line in done.stdout.splitlines())
    return {Path(one["path"]): one for one in found}, about


def _judged(folder: Path, records: list[dict[str, Any]]) -> dict[str, float]:
    lines = "\n".join(json.dumps(record) for record in records)
    command = [sys.executable, str(GOLD / "score.py"), "--json", str(folder)]
    return json.loads(subprocess.run(command, input=lines, capture_output=True, text=True, encoding="utf-8", check=True).stdout)


def _table(found: Beside) -> str:
    lines = [
        f"{found.releases} annotated releases; the model is {found.named}, with nothing but its names. F1 by `score.py`.",
        "",
        "| | engine | model | engine / model |",
        "|---|---:|---:|---:|",
    ]
    for name, ours in found.engine.items():
        for figure in ("people", "organizations"):
            lines.append(_row(f"{figure}, F1 on {name}", ours[figure], found.model[name][figure], "{:.3f}"))
    lines.append(_row("releases a second, one core", found.engine_rate, found.model_rate, "{:,.0f}"))
    lines += [
        "",
        "In its time the engine also cleans the page and reads offices, meetings, agreements and quotes. Those who wrote its rules had read"
        " all of these sets but `unread`.",
    ]
    return "\n".join(lines)


def _row(words: str, ours: float, theirs: float, form: str) -> str:
    ratio = f"{ours / theirs:.2f}" if theirs else "–"
    return f"| {words} | {form.format(ours)} | {form.format(theirs)} | {ratio} |"


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
