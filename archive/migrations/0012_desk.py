"""Reports from readers, tokens for programs, likenesses of organizations and meetings; the roles may do with them what they should."""

import django.db.models.deletion
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

from archive import reference


def load_roles(apps, schema_editor):
    config = apps.get_app_config("archive")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps)
    config.models_module = None
    reference.load_roles(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0011_words_and_spellings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="What it is for, to know it again.", max_length=100)),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("begins", models.CharField(editable=False, help_text="How it begins, to tell it from others.", max_length=16)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField(blank=True, help_text="Empty: it lasts until it is withdrawn.", null=True)),
                ("last_used", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "API token",
                "ordering": ["-made_at"],
            },
        ),
        migrations.CreateModel(
            name="ReaderReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article", "release"),
                            ("mention", "mention"),
                            ("person", "official"),
                            ("appointment", "office"),
                            ("organization", "organization"),
                            ("meeting", "meeting"),
                            ("report", "report of a meeting"),
                            ("agreement", "agreement"),
                            ("quote", "quotation"),
                        ],
                        max_length=12,
                    ),
                ),
                ("key", models.CharField(db_index=True, max_length=26)),
                ("field", models.CharField(blank=True, help_text="Empty: the thing as a whole.", max_length=60)),
                ("shown", models.TextField(blank=True, help_text="What the page showed.")),
                ("says", models.TextField(help_text="What the reader finds wrong.")),
                ("sender", models.CharField(blank=True, max_length=64)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("corrected", "set right"),
                            ("right", "right as it is"),
                            ("unclear", "not to be understood"),
                            ("idle", "of no use"),
                        ],
                        max_length=12,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["made_at", "pk"],
            },
        ),
        migrations.RemoveIndex(
            model_name="likeness",
            name="likeness_in_order",
        ),
        migrations.AddField(
            model_name="likeness",
            name="kind",
            field=models.CharField(
                choices=[("person", "officials"), ("organization", "organizations"), ("meeting", "reports of a meeting")],
                default="person",
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="likeness",
            name="pages",
            field=models.PositiveIntegerField(default=0, help_text="How many articles tell of either of them."),
        ),
        migrations.AddIndex(
            model_name="likeness",
            index=models.Index(fields=["kind", "verdict", "-pages", "left", "right"], name="likeness_of_kind_in_order"),
        ),
        migrations.AddConstraint(
            model_name="likeness",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["person", "organization", "meeting"])), name="likeness_kind_known"
            ),
        ),
        migrations.AddField(
            model_name="apitoken",
            name="user",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="api_tokens", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="readerreport",
            name="answered_by",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddIndex(
            model_name="readerreport",
            index=models.Index(condition=models.Q(("answered_at__isnull", True)), fields=["made_at"], name="reader_report_waiting"),
        ),
        migrations.AddIndex(
            model_name="readerreport",
            index=models.Index(fields=["sender", "made_at"], name="reader_report_of_sender"),
        ),
        migrations.AddConstraint(
            model_name="readerreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["article", "mention", "person", "appointment", "organization", "meeting", "report", "agreement", "quote"])
                ),
                name="reader_report_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="readerreport",
            constraint=models.CheckConstraint(condition=models.Q(("says", ""), _negated=True), name="reader_report_says_something"),
        ),
        migrations.AddConstraint(
            model_name="readerreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at__isnull", True), ("answered_by__isnull", True)),
                    models.Q(("answered_at__isnull", False), ("answered_by__isnull", False), models.Q(("answer", ""), _negated=True)),
                    _connector="OR",
                ),
                name="reader_report_answered_by_somebody",
            ),
        ),
        migrations.RunPython(load_roles, migrations.RunPython.noop, elidable=False),
    ]
