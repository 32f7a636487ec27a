from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0019_acts_on_uploads"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="formerkey",
            name="former_key_kind_known",
        ),
        migrations.AlterField(
            model_name="formerkey",
            name="kind",
            field=models.CharField(
                choices=[("person", "official"), ("organization", "organization"), ("meeting", "meeting"), ("appointment", "office")],
                max_length=12,
            ),
        ),
        AddConstraintNotValid(
            model_name="formerkey",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["person", "organization", "meeting", "appointment"])), name="former_key_kind_known"
            ),
        ),
        ValidateConstraint("formerkey", "former_key_kind_known"),
    ]
