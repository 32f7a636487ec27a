"""Which organization followed which is a decision like others: it rests on keys, is told by somebody, and can be taken back.

The table of relations stays for one version, empty and bound to nothing, since the version before still asks it.
"""

from django.db import migrations


def keep_in_the_ledger(apps, schema_editor):
    """What was told so far is kept in the name of the first superuser: nobody's name stood beside it."""
    relations = list(apps.get_model("archive", "OrganizationRelation").objects.select_related("predecessor", "successor"))
    somebody = apps.get_model("auth", "User").objects.filter(is_superuser=True).order_by("pk").first()
    if somebody is None:
        return
    apps.get_model("archive", "Correction").objects.bulk_create(
        apps.get_model("archive", "Correction")(
            kind="organization",
            key=one.predecessor.key,
            field=f"followed_by:{one.successor.key}",
            operation="set",
            new={"kind": one.kind, "date": one.date},
            reason="Told in administration before decisions of this kind were kept in the ledger",
            by_id=somebody.pk,
        )
        for one in relations
    )


def empty_the_table(apps, schema_editor):
    """No row of it is in the way when an organization is joined to another."""
    apps.get_model("archive", "OrganizationRelation").objects.all().delete()


UNBIND = """
    DO $$
    DECLARE bond text;
    BEGIN
        SET CONSTRAINTS ALL IMMEDIATE;
        FOR bond IN SELECT conname FROM pg_constraint WHERE conrelid = 'archive_organizationrelation'::regclass AND contype = 'f'
        LOOP EXECUTE format('ALTER TABLE archive_organizationrelation DROP CONSTRAINT %I', bond); END LOOP;
    END $$
"""


class Migration(migrations.Migration):
    dependencies = [("archive", "0017_what_constraints_ask_for")]

    operations = [
        migrations.RunPython(keep_in_the_ledger, migrations.RunPython.noop),
        migrations.RunPython(empty_the_table, migrations.RunPython.noop),
        migrations.RunSQL(UNBIND, migrations.RunSQL.noop),
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("OrganizationRelation")]),
    ]
