"""The administration's start page: its tables by what they are for, in words that need no knowledge of the parts it is built from."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

SECTIONS = {
    "Decisions, and what waits for one": ("correction", "judgement", "rulewithdrawal", "readerreport", "likeness", "formerkey"),
    "Officials and organizations": ("person", "alias", "appointment", "organization"),
    "Meetings": ("meeting", "meetingreport", "participation", "agreement", "quote"),
    "Releases and uploads": (
        "article", "publisher", "mention", "extraction", "original", "importbatch", "importfile", "importpart", "importact",
        "procrastinatejob",
    ),
    "Countries": ("country", "countrygroup", "groupmembership"),
    "Accounts and programs": ("user", "group", "apitoken", "savedsearch", "accessattempt", "accessfailurelog", "accesslog"),
}  # fmt: skip
CALLED = {
    "accessattempt": "Failed sign-ins",
    "accessfailurelog": "Failed sign-ins, each by itself",
    "accesslog": "Sign-ins",
    "alias": "Other names of officials",
    "likeness": "Likenesses (what the desk asks about)",
    "procrastinatejob": "Work in the background",
}
APPS = {"auth": "Accounts", "axes": "Sign-ins", "procrastinate": "Work in the background"}


class Administration(admin.AdminSite):
    """Django's administration with the tables in sections."""

    site_header = site_title = "Parley administration"
    index_title = "The archive's tables"

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The tables that this user may see: on the start page and beside every list by section, on the page of an app as it has them."""
        apps = super().get_app_list(request, app_label)
        tables = {table["object_name"].lower(): table for app in apps for table in app["models"]}
        for name, table in tables.items():
            table["name"] = CALLED.get(name, table["name"])
        if app_label is not None:
            return apps
        sections = ((title, [tables.pop(name) for name in names if name in tables]) for title, names in SECTIONS.items())
        found = [_section(title, rows, request) for title, rows in sections if rows]
        return found + ([_section("Others", list(tables.values()), request)] if tables else [])


def _section(title: str, tables: list[Any], request: HttpRequest) -> dict[str, Any]:
    return {"name": title, "app_label": title, "app_url": request.path, "has_module_perms": True, "models": tables}
