from django.apps import AppConfig


class IngestConfig(AppConfig):
    """How it becomes known: reading files, extraction, loading."""

    name = "ingest"
    verbose_name = "Ingest"
