from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """What is known: releases, and the people, organizations and meetings they tell of."""

    name = "archive"
    verbose_name = "Archive"
