"""Pages of `docs/` that are written from the code, `manage.py document` writes them, and a test compares."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from itertools import groupby

from django.core.management import BaseCommand, get_commands, load_command_class

from config import settings as settings_module
from ingest.codebook import codebook
from ingest.engine.rules import Rule, catalogue
from ingest.statement import statement

OURS = frozenset({"config", "archive", "ingest"})
WRITTEN_BY = "<!-- Written by `python manage.py document`; changes made by hand are lost. -->"


def pages() -> Mapping[str, str]:
    """Every written page by its file's name."""
    return {
        "commands.md": commands(),
        "rules.md": rules(),
        "environment.md": environment(),
        "codebook.md": codebook().replace("{written_by}", WRITTEN_BY),
        "accuracy.md": statement().replace("{written_by}", WRITTEN_BY),
    }


def commands() -> str:
    """The commands of `manage.py` that are Parley's own, each with its arguments."""
    names = sorted(name for name, app in get_commands().items() if app in OURS)
    return "\n".join(["# Commands", "", WRITTEN_BY, "", *(line for name in names for line in _command(name))])


def environment() -> str:
    """The variables that set Parley up: the table at the head of its settings."""
    table = [line for line in (settings_module.__doc__ or "").splitlines() if line.startswith("|")]
    return "\n".join(["# Environment", "", WRITTEN_BY, "", *table, ""])


def rules() -> str:
    """The rules of the engine by module, each with what it reads and a made-up example."""
    lines = [
        "# Rules",
        "",
        WRITTEN_BY,
        "",
        "What the engine reads, and by which rule; `manage.py explain FILE` names the rule of each finding.",
    ]
    for module, group in groupby(catalogue().values(), key=lambda rule: rule.name.partition(".")[0]):
        lines += ["", f"## {module.capitalize()}", "", "| rule | what it reads | example |", "|---|---|---|", *map(_row, group)]
    return "\n".join([*lines, ""])


def _command(name: str) -> Iterator[str]:
    command = load_command_class(str(get_commands()[name]), name)
    parser = command.create_parser("manage.py", name)
    own = [action for action in parser._actions if not _is_djangos(action)]
    yield from (
        f"## {name}",
        "",
        f"    python manage.py {name} {' '.join(_usage(action) for action in own)}".rstrip(),
        "",
        command.help,
        "",
    )
    for action in own:
        yield f"- `{_usage(action).strip('[]')}`: {action.help}"
    if own:
        yield ""


def _usage(action: argparse.Action) -> str:
    value = action.metavar if isinstance(action.metavar, str) else action.dest.upper().replace("_", "-")
    if not action.option_strings:
        return f"{value}…" if action.nargs in {"+", "*"} else value
    takes_value = action.nargs != 0
    option = action.option_strings[-1]
    return f"[{option} {value}]" if takes_value else f"[{option}]"


def _is_djangos(action: argparse.Action) -> bool:
    """Whether every command has the option."""
    return action.dest in {known.dest for known in BaseCommand().create_parser("manage.py", "")._actions}


def _row(rule: Rule) -> str:
    return f"| `{rule.name}` | {_cell(rule.reads)} | {_cell(rule.example)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
