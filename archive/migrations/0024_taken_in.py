"""Of each transaction that changed what readers see: whether it took releases in, and when."""

from django.db import migrations

# A column at a time is told without a rewrite of the table, which has some thousand rows at most.
MAKE = """
    ALTER TABLE archive_change ADD COLUMN taken_in boolean NOT NULL DEFAULT false;
    ALTER TABLE archive_change ADD COLUMN at timestamptz NOT NULL DEFAULT clock_timestamp();
    CREATE INDEX archive_change_acted ON archive_change (xact) WHERE NOT taken_in;
    CREATE INDEX archive_change_taken_in ON archive_change (xact) WHERE taken_in;
"""
UNMAKE = "ALTER TABLE archive_change DROP COLUMN taken_in, DROP COLUMN at;"

NOTE = """
    CREATE OR REPLACE FUNCTION archive_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO archive_change ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING;
        IF random() < 0.0005 THEN
            DELETE FROM archive_change WHERE xact IN (
                SELECT xact FROM archive_change
                WHERE xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1000
                LIMIT 10000 FOR UPDATE SKIP LOCKED
            );
        END IF;
        RETURN NULL;
    END $$;
"""
XACT = "pg_current_xact_id()::text::bigint"
BEFORE = NOTE.format(columns="xact", values=XACT)
AFTER = NOTE.format(columns="xact, taken_in", values=f"{XACT}, coalesce(current_setting('parley.taking_in', true), '') = 'on'")


class Migration(migrations.Migration):
    dependencies = [("archive", "0023_names_as_in_an_alphabet")]
    operations = [migrations.RunSQL(MAKE, UNMAKE), migrations.RunSQL(AFTER, BEFORE)]
