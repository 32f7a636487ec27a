"""Which transactions changed what readers see, so that figures are counted once for each state of the archive and not for each write."""

from django.db import migrations

TABLES = (
    *("article", "publisher", "person", "alias", "appointment", "appointment_articles", "organization", "organizationrelation"),
    *("meeting", "meetingreport", "participation", "agreement", "quote", "mention", "country", "groupmembership"),
)

# Now and then rows go that no state needs any more: those of transactions that ended before all that are still open.
MAKE = """
    CREATE TABLE archive_change (xact bigint PRIMARY KEY);
    CREATE FUNCTION archive_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO archive_change (xact) VALUES (pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING;
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
DROP = "DROP FUNCTION archive_changed(); DROP TABLE archive_change;"

TRIGGER = """
    CREATE TRIGGER {table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON archive_{table}
    FOR EACH STATEMENT EXECUTE FUNCTION archive_changed();
"""
NO_TRIGGER = "DROP TRIGGER {table}_changed ON archive_{table};"


class Migration(migrations.Migration):
    dependencies = [("archive", "0012_desk")]
    operations = [
        migrations.RunSQL(MAKE, DROP),
        *(migrations.RunSQL(TRIGGER.format(table=table), NO_TRIGGER.format(table=table)) for table in TABLES),
    ]
