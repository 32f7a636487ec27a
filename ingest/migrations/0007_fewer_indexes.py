from django.db import migrations

# Sightings are looked up by whole keys; nobody asks for the beginning of one.
WITHOUT_BEGINNINGS = """
    DO $$
    DECLARE name text;
    BEGIN
        FOR name IN
            SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()
            AND indexname LIKE 'ingest\\_%sighting\\_%' AND indexname LIKE '%\\_like'
        LOOP
            EXECUTE format('DROP INDEX %I', name);
        END LOOP;
    END $$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("ingest", "0006_footings"),
    ]

    operations = [
        migrations.RunSQL(WITHOUT_BEGINNINGS, migrations.RunSQL.noop),
    ]
