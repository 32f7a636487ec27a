"""A version that is being replaced goes on serving while the next one migrates: so migrations only do what it can live with.

While machines are taken over one after the other, the old code reads and writes the new tables. It cannot live with a column or table that
is gone or renamed, nor with a new column that it does not know and that must be filled. docs/operating.md says how such changes are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.models import NOT_PROVIDED

from config.indexes import AddIndexBesideOthers

# The first version that others run begins after these; what they do nobody has to live with.
FIRST = {"archive": "0014", "ingest": "0005"}
# Later ones that take away what no running version uses any more, by name, each with its reason.
ACCEPTED: dict[str, str] = {}
# Tables that grow with the archive: while one of these is locked for as long as it is gone through, the site stands still.
LARGE = {
    *("article", "formerversion", "original", "extraction", "mention", "person", "organization", "appointment", "alias", "formerkey"),
    *("meeting", "meetingreport", "participation", "agreement", "quote", "importfile", "articleevent", "meetingevent", "personevent"),
    *("personsighting", "organizationsighting", "meetingsighting", "sketch", "footing"),
}
TAKES_AWAY = (migrations.RemoveField, migrations.DeleteModel, migrations.RenameField, migrations.RenameModel, migrations.AlterModelTable)


def faults(name: str, operations: list[Any]) -> Iterator[str]:
    """What the version before could not live with."""
    for one in operations:
        if isinstance(one, migrations.SeparateDatabaseAndState):
            yield from faults(name, one.database_operations)
        elif isinstance(one, TAKES_AWAY):
            yield f"{name}: {one.describe()}: the version before still uses it. Take it away one version later."
        elif isinstance(one, migrations.AddField) and must_be_filled(one.field):
            yield f"{name}: {one.describe()}: the version before does not fill it. Give it db_default, or null=True for one version."
        elif type(one) in LOCKING and one.model_name.lower() in LARGE:  # their kinds that go on beside others are subclasses
            yield f"{name}: {one.describe()}: nobody reads or writes meanwhile. Use AddIndexBesideOthers or AddConstraintNotValid."


LOCKING = (migrations.AddIndex, migrations.RemoveIndex, migrations.AddConstraint)


def must_be_filled(field: models.Field[Any, Any]) -> bool:
    is_made = isinstance(field, models.ManyToManyField | models.GeneratedField)
    return not is_made and not field.null and field.db_default is NOT_PROVIDED


INDEX = models.Index(fields=["key"], name="by_key")


def later() -> Iterator[tuple[str, Any]]:
    for (app, name), migration in MigrationLoader(None).disk_migrations.items():
        if app in FIRST and name[:4] >= FIRST[app]:
            yield f"{app}.{name}", migration


def test_the_version_before_can_live_with_each_migration() -> None:
    found = [fault for name, migration in later() if name not in ACCEPTED for fault in faults(name, migration.operations)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("operation", "told"),
    [
        pytest.param(migrations.RemoveField("person", "name"), "one version later", id="a column is gone"),
        pytest.param(migrations.RenameField("person", "name", "called"), "one version later", id="a column has another name"),
        pytest.param(migrations.DeleteModel("person"), "one version later", id="a table is gone"),
        pytest.param(
            migrations.AddField("person", "age", models.IntegerField(default=0)), "db_default", id="a default that only Django knows"
        ),
        pytest.param(migrations.AddField("person", "age", models.IntegerField(db_default=0)), "", id="a default that the database knows"),
        pytest.param(migrations.AddField("person", "age", models.IntegerField(null=True)), "", id="a column that may be empty"),
        pytest.param(migrations.AddIndex("mention", INDEX), "AddIndexBesideOthers", id="an index for which all wait"),
        pytest.param(AddIndexBesideOthers("mention", INDEX), "", id="an index for which nobody waits"),
        pytest.param(migrations.AddIndex("country", INDEX), "", id="an index of a small table"),
    ],
)
def test_what_it_cannot_live_with_is_told(operation: Any, told: str) -> None:
    found = "\n".join(faults("archive.9999", [operation]))
    assert (told in found) if told else not found
