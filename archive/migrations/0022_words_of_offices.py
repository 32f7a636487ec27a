"""Words of offices are looked up in an index: to read every office for them took as long as a whole page may take."""

from __future__ import annotations

import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations, models

from config.indexes import AddIndexBesideOthers


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("archive", "0021_articles_without_their_texts")]

    operations = [
        AddIndexBesideOthers(
            model_name="appointment",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Concat("rank", models.Value(" "), "position"), name="gin_trgm_ops"
                ),
                name="appointment_words",
            ),
        ),
    ]
