"""Documents lead where they say: no dead link from one to another, no command that is not there."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?://|#)(?P<path>[^)#\s]+)")
COMMAND = re.compile(r"manage\.py (?P<name>[a-z][a-z-]+)")
WRITTEN_LATER = {"benchmarks.md"}  # by `python -m bench.report`, on a quiet machine


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_leads_to_a_file(page: Path) -> None:
    links = [match["path"] for match in LINK.finditer(page.read_text(encoding="utf-8"))]
    assert [link for link in links if not (page.parent / link).exists() and Path(link).name not in WRITTEN_LATER] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_command_that_is_told_is_there(page: Path) -> None:
    assert {match["name"] for match in COMMAND.finditer(page.read_text(encoding="utf-8"))} - get_commands().keys() == set()
