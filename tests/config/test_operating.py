"""What operators are told is so: every variable has its line, and the units start what there is."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core.management import get_commands

from ingest.documentation import environment

UNITS = sorted((settings.BASE_DIR / "docs" / "systemd").iterdir())
NAMED = re.compile(r'environ(?:\.get\(|\[)"([A-Z_]+)"|environment\.(?:flag|number|words|one_of)\(\s*"([A-Z_]+)"')
NOT_OURS = {"PATH"}


def test_every_variable_that_the_code_asks_for_is_in_the_table() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for room in ("config", "archive", "ingest") for path in (settings.BASE_DIR / room).rglob("*.py")
    )
    asked = {one or other for one, other in NAMED.findall(code)} - NOT_OURS
    told = set(re.findall(r"[A-Z_]{4,}", environment()))
    assert asked - told == set(), "Add these to the table at the head of config/settings.py, then run: python manage.py document"


@pytest.mark.parametrize("unit", [pytest.param(path, id=path.name) for path in UNITS])
def test_a_unit_starts_a_command_that_there_is(unit) -> None:  # type: ignore[no-untyped-def]
    text = unit.read_text(encoding="utf-8")
    for command in re.findall(r"manage\.py ([\w-]+)", text):
        assert command in get_commands()
    if unit.suffix == ".timer":
        assert unit.with_suffix(".service") in UNITS
    else:
        assert "User=parley" in text


@pytest.mark.parametrize("unit", [pytest.param(path, id=path.name) for path in UNITS if path.suffix == ".service"])
def test_a_unit_that_writes_below_var_lib_has_its_folder_made(unit) -> None:  # type: ignore[no-untyped-def]
    """systemd starts no unit whose ReadWritePaths are not there, and nobody else makes these folders."""
    text = unit.read_text(encoding="utf-8")
    made = {f"/var/lib/{folder}" for folder in re.findall(r"^StateDirectory=(.+)$", text, re.M)}
    assert set(re.findall(r"/var/lib/[\w/]*\w(?=/| )", text)) <= made
    assert "ReadWritePaths" not in text


def test_the_guide_names_every_unit() -> None:
    guide = (settings.BASE_DIR / "docs" / "operating.md").read_text(encoding="utf-8")
    assert [path.name for path in UNITS if path.name not in guide] == []
