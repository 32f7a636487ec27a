"""People and organizations stand in the order of an alphabet, also where the database sorts by the numbers of characters (Álvarez after Z)."""

from __future__ import annotations

from django.contrib.postgres.operations import RemoveIndexConcurrently
from django.db import migrations, models

import archive.models.functions
from config.indexes import AddIndexBesideOthers


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("archive", "0022_words_of_offices")]

    operations = [
        AddIndexBesideOthers(
            model_name="person",
            index=models.Index(archive.models.functions.Fold("sort_name"), models.F("id"), name="person_in_alphabet"),
        ),
        AddIndexBesideOthers(
            model_name="organization",
            index=models.Index(fields=["folded", "id"], name="organization_in_alphabet"),
        ),
        RemoveIndexConcurrently(model_name="person", name="person_in_order"),
        RemoveIndexConcurrently(model_name="organization", name="organization_in_order"),
    ]
