"""How quick the engine is, stage by stage, on one core. Run in a process of its own: memory and first use are those of the engine alone."""

from __future__ import annotations

import argparse
import json
import resource
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

STAGES = (
    ("clean", "release"),
    ("passages", "of"),
    ("countries", "find"),
    ("places", "find"),
    ("dates", "find"),
    ("organizations", "find"),
    ("people", "find"),
    ("organizations", "complete"),
    ("references", "Cast"),
    ("quotes", "find"),
    ("meetings", "find"),
    ("agreements", "find"),
)


def main(folder: Path) -> None:
    """Print the figures for the releases of a folder as one JSON object."""
    began = process_time()
    from ingest import extraction, reading
    from ingest.engine import pipeline, record

    extraction.collect_seldom()  # as every command does that reads many files
    imported = process_time()
    files = sorted(folder.iterdir())
    pipeline.extract(reading.document(reading.content(files[0])))
    first = process_time()

    spent: dict[str, float] = defaultdict(float)
    for module, function in STAGES:
        _time(getattr(pipeline, module), function, f"{module}.{function}", spent)
    start = process_time()
    for file in files:
        document = _spend(spent, "reading", lambda file=file: reading.document(reading.content(file), path=str(file)))
        found = pipeline.extract(document)
        _spend(spent, "record as JSON", lambda found=found: json.dumps(record.as_json(found)))
    whole = process_time() - start
    figures = {
        "releases": len(files),
        "seconds": whole,
        "import": imported - began,
        "first release": first - imported,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        "stages": spent,
    }
    print(json.dumps(figures))


def _time(module: Any, function: str, name: str, spent: dict[str, float]) -> None:
    """From now on the time that the function takes is added up."""
    inner = getattr(module, function)
    setattr(module, function, lambda *args, **options: _spend(spent, name, lambda: inner(*args, **options)))


def _spend(spent: dict[str, float], name: str, act: Callable[[], Any]) -> Any:
    start = process_time()
    result = act()
    spent[name] += process_time() - start
    return result


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.engine", description=__doc__)
    parser.add_argument("folder", type=Path, help="releases to read")
    main(parser.parse_args().folder)
