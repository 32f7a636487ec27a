"""Django's PostgreSQL backend, with a server that is there when it is needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from config.embedded_postgres.client import DatabaseClient
from config.embedded_postgres.creation import DatabaseCreation
from config.embedded_postgres.server import SUPERUSER, Server


class DatabaseWrapper(base.DatabaseWrapper):
    """Starts the server of `FOLDER` before the first connection, and once more if it has died since."""

    client_class = DatabaseClient
    creation_class = DatabaseCreation

    @property
    def server(self) -> Server:
        return Server(Path(self.settings_dict["FOLDER"]).resolve(), lasting=self.settings_dict.get("LASTING", True))

    def get_connection_params(self) -> dict[str, Any]:
        address = {"HOST": str(self.server.socket_folder), "PORT": "5432", "USER": SUPERUSER, "PASSWORD": ""}
        self.settings_dict.update(address)
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        if not self.server.is_used:
            self.server.ensure()
            return super().get_new_connection(conn_params)
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            self.server.ensure()
            return super().get_new_connection(conn_params)
