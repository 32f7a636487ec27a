"""The tables of who may do what, and how an address of the site is told from its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib import admin
from django.urls import Resolver404, get_resolver, resolve
from django.urls.resolvers import URLResolver

HERE = Path(__file__).parent
ROLES = ("visitor", "closed", "analyst", "editor", "admin")
STAFF = ("editor", "admin", "superuser")
VERBS = {"see", "add", "change", "delete"}
PAGES = ("changelist", "add", "history", "delete", "change")
# Addresses that the administration makes for each table have their rows in admin.tsv.
OF_A_TABLE = re.compile(r"admin:(?P<model>[a-z]+_[a-z]+)_(?P<page>changelist|add|history|delete|change)")


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver: its full name, how it is written, and the methods that a view of the API has; else None."""

    name: str
    route: str
    methods: tuple[str, ...] | None

    @property
    def asked(self) -> tuple[str, ...]:
        return self.methods or ("GET", "POST")


@dataclass(frozen=True)
class Row:
    """What each role is answered at an address."""

    method: str
    path: str
    form: str
    answers: dict[str, str]

    def __str__(self) -> str:
        return f"{self.method} {self.path}" + (f" {self.form}" if self.form else "")


def addresses() -> list[Address]:
    """Every address of the site but those that the administration makes for each of its tables."""
    return [one for one in _walked(get_resolver()) if not OF_A_TABLE.fullmatch(one.name) and not _leads_to_change(one.route)]


def rows() -> list[Row]:
    return [
        Row(method, path, form, dict(zip(ROLES, answers, strict=True)))
        for methods, path, form, *answers in _lines("table.tsv")
        for method in methods.split()
    ]


def admin_rows() -> dict[str, dict[str, set[str]]]:
    """By table of the administration: what each of those who may enter it may do."""
    return {
        model: {who: set(told.split()) - {"-"} for who, told in zip(STAFF, verbs, strict=True)} for model, *verbs in _lines("admin.tsv")
    }


def admin_models() -> dict[str, Any]:
    return {f"{model._meta.app_label}.{model._meta.model_name}": model for model in admin.site._registry}


def route(path: str) -> str:
    """The pattern that an address of the table fits, as the resolver writes it; empty where it fits none (probes have no pattern)."""
    try:
        return resolve(re.sub(r"{(\w+)}", lambda name: "1" if NUMBERED.search(name[1]) else "a" * 10, path.partition("?")[0])).route
    except Resolver404:
        return ""


NUMBERED = re.compile(r"(_pk|_?search|_?batch|_?file|correction)$")  # names of the world that stand for numbers


def suggested(address: Address, method: str) -> str:
    """A line to start a row from; each `?` is answered when the test is run with it."""
    path = "/" + re.sub(r"\(\?P<(\w+)>[^)]*\)|<(?:\w+:)?(\w+)>", lambda found: "{" + (found[1] or found[2]) + "}", address.route)
    return "\t".join([method, re.sub(r"[\^$]", "", path).replace(r"\.", "."), "", *"?????"])


def _leads_to_change(route: str) -> bool:
    """`admin/archive/article/7/` leads to `…/7/change/`, which has its rows."""
    return bool(re.fullmatch(r"admin/\w+/\w+/<path:object_id>/", route))


def _walked(resolver: Any, before: str = "", spaces: tuple[str, ...] = ()) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        written = str(pattern.pattern)
        route = before + (written.removeprefix("^") if before else written)  # as `resolve` joins them
        if isinstance(pattern, URLResolver):
            yield from _walked(pattern, route, (*spaces, *filter(None, [pattern.namespace])))
            continue
        actions = getattr(pattern.callback, "actions", None)
        methods = tuple(method.upper() for method in actions if method != "head") if actions else None
        yield Address(":".join([*spaces, pattern.name or ""]), route, methods)


def _lines(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]
