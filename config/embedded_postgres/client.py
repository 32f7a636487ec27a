"""`manage.py dbshell` with the psql that comes with the server."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.postgresql import client

from config.embedded_postgres.server import PROGRAMS


class DatabaseClient(client.DatabaseClient):
    executable_name = str(PROGRAMS / "bin" / "psql")

    def runshell(self, parameters: Iterable[str]) -> None:
        self.connection.ensure_connection()  # starts the server, and so its address is known
        super().runshell(parameters)
