from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Checks of the set-up, and the commands that run the whole site."""

    name = "config"
    verbose_name = "Set-up"

    def ready(self) -> None:
        from config import checks  # noqa: F401  registers the checks
