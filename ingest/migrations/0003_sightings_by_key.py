from django.db import migrations, models

KEYS = """
    UPDATE ingest_personsighting SET person_key = person.key FROM archive_person AS person WHERE person.id = person_id;
    UPDATE ingest_organizationsighting SET organization_key = body.key FROM archive_organization AS body WHERE body.id = organization_id;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('ingest', '0002_former_versions'),
    ]

    operations = [
        migrations.RemoveIndex(model_name='personsighting', name='person_sighting_block'),
        migrations.AddField(
            model_name='personsighting',
            name='person_key',
            field=models.CharField(default='', db_index=True, help_text="Whom it speaks of before people's judgements.", max_length=26),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='organizationsighting',
            name='organization_key',
            field=models.CharField(default='', db_index=True, max_length=26),
            preserve_default=False,
        ),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
        migrations.RemoveField(model_name='personsighting', name='person'),
        migrations.RemoveField(model_name='organizationsighting', name='organization'),
        migrations.AddIndex(
            model_name='personsighting',
            index=models.Index(fields=['block', 'gender', 'standing', 'person_key'], name='person_sighting_block'),
        ),
    ]
