"""Countries, groups of countries, and the roles of editors and admins."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

from archive import reference


def load(apps, schema_editor):
    reference.load_countries(apps.get_model("archive", "Country"))
    reference.load_groups(apps.get_model("archive", "CountryGroup"), apps.get_model("archive", "GroupMembership"))
    # Django makes permissions after the last migration; the roles need them now.
    config = apps.get_app_config("archive")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps)
    config.models_module = None
    reference.load_roles(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0002_tables"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
