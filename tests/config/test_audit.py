"""`.ci/audit` fails on known faults, and passes, saying so, where nobody could be asked."""

from __future__ import annotations

import json
import runpy
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

SCRIPT = settings.BASE_DIR / ".ci" / "audit"
FAULT = {"id": "PYSEC-2030-1", "fix_versions": ["2.1"], "aliases": []}


@pytest.mark.parametrize(
    ("told", "required", "status", "words"),
    [
        pytest.param([{"name": "a", "version": "2", "vulns": []}], "", 0, "no known faults", id="all is well"),
        pytest.param([{"name": "a", "version": "2", "vulns": [FAULT]}], "", 1, "a 2: PYSEC-2030-1 (mended in 2.1)", id="a known fault"),
        pytest.param([{"name": "a", "skip_reason": "not found"}], "", 0, "knows 0 of 1", id="a registry without advisories"),
        pytest.param([{"name": "a", "skip_reason": "not found"}], "1", 1, "knows 0 of 1", id="a registry without advisories, required"),
        pytest.param(None, "", 0, "was not reached", id="nobody answers"),
        pytest.param(None, "1", 1, "was not reached", id="nobody answers, required"),
    ],
)
def test_the_audit_tells_what_it_was_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, told: Any, required: str, status: int, words: str
) -> None:
    output = "" if told is None else json.dumps({"dependencies": told})
    monkeypatch.setattr(subprocess, "run", lambda command, **more: subprocess.CompletedProcess(command, 0, output, "no route to host"))
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    monkeypatch.setenv("PARLEY_REQUIRE_AUDIT", required)
    assert runpy.run_path(str(SCRIPT))["main"]() == status
    assert words in capsys.readouterr().out
