"""The engine is pure: no Django, no clock, no network, no state; what it says depends on the document alone."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.engine import pipeline
from ingest.engine.record import as_json, from_json
from ingest.engine.rules import catalogue
from ingest.engine.types import Document, Record

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "ingest" / "engine"
GOLD = (ROOT / "../shared/gold").resolve()
OUTSIDE = {
    "django",
    "archive",
    "config",
    "time",
    "random",
    "socket",
    "requests",
    "urllib.request",
    "os",
    "subprocess",
    "datetime.datetime.now",
}

TEXT = """\
Ministers of Romania and Albania meet

TIRANA, Sept. 12, 2024 – Minister of Defense of Romania Ana Popa met her Albanian counterpart, Maj. Gen. Ilir Hoxha, in Tirana on
September 10. NATO's Jan de Vries was there too.

“We know what the sea is worth,” Popa said. They signed a letter of intent on mine clearance.
"""
BLOCKED = """
import sys

class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"django", "archive", "config", "psycopg"}:
            raise ImportError(f"{name} is not there")

sys.meta_path.insert(0, Nothing())
import json
from ingest.engine import pipeline
from ingest.engine.record import as_json
from ingest.engine.types import Document
print(json.dumps(as_json(pipeline.extract(Document(sys.stdin.read())))))
"""


def test_it_works_where_django_is_not_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED], input=TEXT, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == as_json(pipeline.extract(Document(TEXT)))


@pytest.mark.parametrize("module", sorted(ENGINE.rglob("*.py")), ids=lambda path: str(path.relative_to(ENGINE)))
def test_a_module_imports_nothing_that_depends_on_when_and_where_it_runs(module: Path) -> None:
    imported = {name for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) for name in _imports(node)}
    assert not imported & OUTSIDE
    assert not {name for name in imported if name.startswith("ingest.") and not name.startswith("ingest.engine")}


def _imports(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {part for alias in node.names for part in (alias.name, alias.name.partition(".")[0])}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {node.module, node.module.partition(".")[0] if not node.module.startswith("ingest") else node.module}
    return set()


def test_the_same_document_gives_the_same_record() -> None:
    assert pipeline.extract(Document(TEXT)) == pipeline.extract(Document(TEXT))


def test_what_was_read_before_changes_nothing() -> None:
    alone = pipeline.extract(Document(TEXT))
    pipeline.extract(Document("Colonel Ana Popa of Moldova retired.\n\nPresident Ilir Hoxha of Kosovo was elected."))
    assert pipeline.extract(Document(TEXT)) == alone


def test_its_record_comes_back_from_json() -> None:
    record = pipeline.extract(Document(TEXT))
    assert from_json(json.loads(json.dumps(as_json(record)))) == record


def test_every_span_holds_words_of_the_text() -> None:
    record = pipeline.extract(Document(TEXT))
    texts = {"title": record.release.title or "", "body": record.release.body}
    spans = [at for at in _evidence(record) if not texts[at.where][at.start : at.end].strip()]
    assert spans == []


def _evidence(record: Record) -> list:
    facts = [*record.people, *record.organizations, *record.meetings, *record.agreements]
    spans = [at for fact in facts for _, at in fact.evidence]
    return [*spans, *(quote.evidence for quote in record.quotes), *(mention.evidence for mention in record.mentions)]


SEEDS = sorted(path for path in (GOLD / "seeds").glob("*") if path.suffix != ".json")
TEXTS = {"made up": TEXT} | {path.stem: path.read_text(encoding="utf-8") for path in SEEDS}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_every_finding_carries_a_rule_of_the_catalogue(text: str) -> None:
    rules = {at.rule for at in _evidence(pipeline.extract(Document(text)))}
    assert rules
    assert rules - catalogue().keys() == set()


@pytest.mark.parametrize("rule", catalogue().values(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_reads_and_shows_it(rule) -> None:
    assert rule.reads.endswith(".")
    assert rule.example
