"""Rows of articles are kept apart from their texts and words, so that six times as many lie on a page of the table.

To look for a word is to look at each article that the index of words names, for whether it is there still; that takes a third of the
time now, and a phrase, of which the words are looked at as well, two thirds. Rows that were there before keep their form until they
are written again, or until somebody with an hour to spare does `VACUUM FULL archive_article`.
"""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("archive", "0020_offices_lead_on")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE archive_article SET (toast_tuple_target = 128)",
            "ALTER TABLE archive_article RESET (toast_tuple_target)",
        ),
    ]
