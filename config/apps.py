from django.apps import AppConfig, apps
from django.contrib.admin.apps import AdminConfig


class ConfigConfig(AppConfig):
    """Checks of the set-up, and the commands that run the whole site."""

    name = "config"
    verbose_name = "Set-up"

    def ready(self) -> None:
        from config import checks  # noqa: F401  registers the checks
        from config.administration import APPS

        for label, called in APPS.items():
            apps.get_app_config(label).verbose_name = called


class AdministrationConfig(AdminConfig):
    default_site = "config.administration.Administration"
