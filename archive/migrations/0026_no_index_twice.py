"""Where an index begins with a column, that column has none of its own besides: each was written for every row that came in."""

import django.db.models.deletion
from django.db import migrations, models

# The table of which releases prove which office is made by Django itself; that an office and a release stand in it once has an index.
OF_PROOFS = """
    DO $$
    DECLARE name text;
    BEGIN
        FOR name IN
            SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()
            AND indexname LIKE 'archive\\_appointment\\_articles\\_appointment\\_id\\_%' AND indexdef LIKE '%(appointment_id)'
        LOOP
            EXECUTE format('DROP INDEX %I', name);
        END LOOP;
    END $$
"""


class Migration(migrations.Migration):
    # Each step by itself, without a transaction around all: a lock that one step takes would be kept to the end of the last.
    atomic = False

    dependencies = [
        ('archive', '0025_countries_that_changed'),
    ]

    operations = [
        migrations.AlterField(
            model_name='alias',
            name='person',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='archive.person'),
        ),
        migrations.AlterField(
            model_name='appointment',
            name='country',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='archive.country'),
        ),
        migrations.AlterField(
            model_name='meetingreport',
            name='article',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='archive.article'),
        ),
        migrations.AlterField(
            model_name='participation',
            name='country',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='archive.country'),
        ),
        migrations.AlterField(
            model_name='participation',
            name='organization',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='archive.organization'),
        ),
        migrations.AlterField(
            model_name='participation',
            name='person',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='archive.person'),
        ),
        migrations.AlterField(
            model_name='person',
            name='country',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='archive.country'),
        ),
        migrations.RunSQL(OF_PROOFS, migrations.RunSQL.noop),
    ]
