"""Countries, groups of countries and the roles of those who sign in: what the archive has before it has a release.

Written to be called from migrations and from tests, so models come as arguments (a migration has its own).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"

# What each role may do, by model, beyond reading. Machine facts are nobody's to edit: they are set right by corrections.
EDITORS = {
    "article": ("add", "change", "view"),
    "publisher": ("add", "change", "view"),
    "importbatch": ("add", "view"),
    "importfile": ("add", "view"),
    "extraction": ("view",),
    "mention": ("view",),
    "meeting": ("view",),
    "meetingreport": ("view",),
    "person": ("view",),
    "appointment": ("view",),
    "organization": ("view",),
    "agreement": ("view",),
    "quote": ("view",),
    "judgement": ("view",),
    "correction": ("view",),
    "savedsearch": ("add", "change", "delete", "view"),
}
ADMINS = EDITORS | {
    "article": ("add", "change", "delete", "view"),
    "person": ("change", "view"),
    "organization": ("change", "view"),
    "meeting": ("change", "view"),
    "judgement": ("add", "change", "view"),
    "correction": ("add", "change", "view"),
    "readerreport": ("change", "view"),
    "rulewithdrawal": ("add", "change", "view"),
    "likeness": ("view",),
    "apitoken": ("add", "change", "view"),
    "country": ("change", "view"),
    "countrygroup": ("add", "change", "view"),
    "groupmembership": ("add", "change", "delete", "view"),
}
ROLES = {"editors": EDITORS, "admins": ADMINS}


def load_countries(country: Any) -> None:
    """Every state and territory stands in the table; names that were edited since stay."""
    country.objects.bulk_create(
        [
            country(
                code=row["code"],
                name=row["name"],
                official_name=row["official_name"],
                other_names=[name.strip() for name in row["other_names"].split("|") if name.strip()],
                region=row["region"],
            )
            for row in rows("countries.tsv")
        ],
        ignore_conflicts=True,
    )


def load_groups(group: Any, membership: Any) -> None:
    """Every group and membership stands in its table; what was edited since stays."""
    found = list(rows("groups.tsv"))
    group.objects.bulk_create(
        [group(slug=row["slug"], name=row["name"], full_name=row["full_name"]) for row in found], ignore_conflicts=True
    )
    membership.objects.bulk_create(
        [
            membership(group_id=row["slug"], country_id=code, since=row["since"], until=row["until"] or None)
            for row in found
            for code in row["countries"].split()
        ],
        ignore_conflicts=True,
    )


def load_roles(group: Any, permission: Any) -> None:
    """The groups `editors` and `admins` have at least their permissions. The permissions themselves must be there."""
    for name, models in ROLES.items():
        role, _ = group.objects.get_or_create(name=name)
        codenames = [f"{verb}_{model}" for model, verbs in models.items() for verb in verbs]
        role.permissions.add(*permission.objects.filter(content_type__app_label="archive", codename__in=codenames))


def rows(name: str) -> Iterator[dict[str, str]]:
    """The lines of a data file by the names of its columns; lines that begin with # are comments."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
