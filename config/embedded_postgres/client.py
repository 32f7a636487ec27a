"""`manage.py dbshell` with the psql that comes with the server."""

from django.db.backends.postgresql import client

from config.embedded_postgres.server import PROGRAMS


class DatabaseClient(client.DatabaseClient):
    executable_name = str(PROGRAMS / "bin" / "psql")
