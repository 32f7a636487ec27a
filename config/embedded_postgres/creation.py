"""Test databases: on a server of their own, which is quick and forgets, and copied from a template that is migrated once."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django
import psutil
from django.conf import settings
from django.db.backends.postgresql import creation
from psycopg import sql

from config.embedded_postgres import locks

if TYPE_CHECKING:
    from config.embedded_postgres.base import DatabaseWrapper

PREFIX = "template_parley_"


class DatabaseCreation(creation.DatabaseCreation):
    """Never touches the server that holds the archive: test databases live beside it, in the folder of the same name with `-test`."""

    connection: DatabaseWrapper
    name_ends_with = ""

    def create_test_db(
        self, verbosity: int = 1, autoclobber: bool = False, serialize: bool | None = None, keepdb: bool = False, **options: Any
    ) -> str:
        """The name of a migrated test database. The first process to come migrates; the others, and later runs, copy."""
        self._move_to_test_server()
        if serialize is not None:
            options["serialize"] = serialize
        self.name_ends_with = "" if keepdb else f"_{os.getpid()}"
        with locks.held(self.connection.server.home / "template.lock", timeout=600):
            self._drop_leftovers()
            if self._exists(self.template):
                self.connection.settings_dict["TEST"]["TEMPLATE"] = self.template
                return super().create_test_db(verbosity=verbosity, autoclobber=True, keepdb=keepdb, **options)
            name = super().create_test_db(verbosity=verbosity, autoclobber=True, keepdb=keepdb, **options)
            self._keep_as(self.template, name)
            return name

    @cached_property
    def template(self) -> str:
        """The name of the migrated database that others are copied from."""
        return PREFIX + _fingerprint()

    def _get_test_db_name(self) -> str:
        """Named for the process, so that two test runs at once do not take each other's database."""
        return f"{super()._get_test_db_name()}{self.name_ends_with}"  # type: ignore[misc]  # missing in the stubs

    def _drop_leftovers(self) -> None:
        """Databases of test processes that were killed are gone."""
        with closing(self.connection.server.connect()) as server:
            names = [name for (name,) in server.execute("SELECT datname FROM pg_database").fetchall()]
            for name in names:
                process = re.fullmatch(r"test_.+_(\d+)", name)
                if process and not psutil.pid_exists(int(process[1])):
                    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _move_to_test_server(self) -> None:
        of_connection = self.connection.settings_dict
        if of_connection.get("LASTING", True):
            home = Path(of_connection["FOLDER"])
            of_connection["FOLDER"] = home.with_name(f"{home.name}-test")
            of_connection["LASTING"] = False
        self.connection.server.ensure()

    def _exists(self, database: str) -> bool:
        with closing(self.connection.server.connect()) as server:
            return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone() is not None

    def _keep_as(self, template: str, name: str) -> None:
        """The template is a copy of this database, and older templates are gone. Renamed when whole, so that none is half a copy."""
        self.connection.close()
        with closing(self.connection.server.connect()) as server:
            for (old,) in server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]).fetchall():
                server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(old)))
            draft = sql.Identifier(f"{PREFIX}draft")
            server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(draft, sql.Identifier(name)))
            server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(draft, sql.Identifier(template)))


def _fingerprint() -> str:
    """Changes when a migration would come out differently."""
    digest = hashlib.sha256(f"{django.VERSION} {settings.INSTALLED_APPS}".encode())
    for pattern in settings.TEST_DATABASE_DEPENDS_ON:
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
