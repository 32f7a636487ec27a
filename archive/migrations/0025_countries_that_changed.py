"""A meeting of which the row tells its countries already is not written anew for those who took part in it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0024_taken_in'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='participation',
            name='countries_after_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='participation',
            name='countries_after_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='participation',
            name='countries_after_delete',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participation',
            trigger=pgtrigger.compiler.Trigger(name='countries_after_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE archive_meeting AS meeting SET countries = told.countries\n    FROM (\n        SELECT touched.meeting_id, ARRAY(\n            SELECT DISTINCT country_id FROM archive_participation\n            WHERE meeting_id = touched.meeting_id AND country_id IS NOT NULL ORDER BY country_id\n        ) AS countries\n        FROM (SELECT DISTINCT meeting_id FROM (SELECT meeting_id FROM new_rows) AS each) AS touched\n    ) AS told\n    WHERE meeting.id = told.meeting_id AND meeting.countries IS DISTINCT FROM told.countries;\n    RETURN NULL;\n', hash='fa2f0206031a267eb8e3b98fa4e9ff52972c6401', level='STATEMENT', operation='INSERT', pgid='pgtrigger_countries_after_insert_bc578', referencing='REFERENCING NEW TABLE AS new_rows ', table='archive_participation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participation',
            trigger=pgtrigger.compiler.Trigger(name='countries_after_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE archive_meeting AS meeting SET countries = told.countries\n    FROM (\n        SELECT touched.meeting_id, ARRAY(\n            SELECT DISTINCT country_id FROM archive_participation\n            WHERE meeting_id = touched.meeting_id AND country_id IS NOT NULL ORDER BY country_id\n        ) AS countries\n        FROM (SELECT DISTINCT meeting_id FROM (SELECT meeting_id FROM old_rows UNION SELECT meeting_id FROM new_rows) AS each) AS touched\n    ) AS told\n    WHERE meeting.id = told.meeting_id AND meeting.countries IS DISTINCT FROM told.countries;\n    RETURN NULL;\n', hash='8920b9e562662688b6991517f507ece55f4c1dcb', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_countries_after_update_e9074', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='archive_participation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participation',
            trigger=pgtrigger.compiler.Trigger(name='countries_after_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE archive_meeting AS meeting SET countries = told.countries\n    FROM (\n        SELECT touched.meeting_id, ARRAY(\n            SELECT DISTINCT country_id FROM archive_participation\n            WHERE meeting_id = touched.meeting_id AND country_id IS NOT NULL ORDER BY country_id\n        ) AS countries\n        FROM (SELECT DISTINCT meeting_id FROM (SELECT meeting_id FROM old_rows) AS each) AS touched\n    ) AS told\n    WHERE meeting.id = told.meeting_id AND meeting.countries IS DISTINCT FROM told.countries;\n    RETURN NULL;\n', hash='f079f65ea704af1e37d243616df5f5d2d0d6f6f9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_countries_after_delete_bd5c5', referencing='REFERENCING OLD TABLE AS old_rows ', table='archive_participation', when='AFTER')),
        ),
    ]
