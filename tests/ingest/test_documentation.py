"""Docs that cannot rot: what is written from the code is what the code says."""

from pathlib import Path

import pytest

from ingest.documentation import pages

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["commands.md", "rules.md", "environment.md", "codebook.md", "accuracy.md"])
def test_the_page_is_what_the_code_says(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name], "run: python manage.py document"


@pytest.mark.parametrize("command", ["extract", "explain", "ingest", "evaluate", "rebuild"])
def test_a_command_is_told_with_its_arguments(command: str) -> None:
    assert f"python manage.py {command}" in pages()["commands.md"]


def test_django_s_own_options_are_left_out() -> None:
    assert "--traceback" not in pages()["commands.md"]
