"""Test databases: on a server of their own, which is quick and forgets, and copied from a template that is migrated once."""

from __future__ import annotations

from django.db.backends.postgresql import creation


class DatabaseCreation(creation.DatabaseCreation):
    """Never touches the server that holds the archive."""

    def create_test_db(self, *args, **kwargs):  # type: ignore[no-untyped-def]
        settings = self.connection.settings_dict
        settings["FOLDER"] = f"{settings['FOLDER']}-test"
        settings["LASTING"] = False
        return super().create_test_db(*args, **kwargs)
