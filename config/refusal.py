"""What keeps a program from starting, told to whoever starts it without the insides of the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError
from psycopg.errors import UndefinedColumn, UndefinedTable


@contextmanager
def told_plainly(*, insides: bool = False) -> Iterator[None]:
    """Settings that cannot be right, a database that is not reached and tables that are not there end the program with what to do.

    With `insides` they are raised as they are. All other errors are.
    """
    try:
        yield
    except ImproperlyConfigured as fault:
        if insides:
            raise
        raise SystemExit(str(fault)) from None
    except OperationalError as fault:
        if insides or not str(fault).startswith("connection "):  # so each begins that tells of making one
            raise
        raise SystemExit(f"The database is not reached. Look at DATABASE_URL, and whether its server runs.\n  {fault}") from None
    except ProgrammingError as fault:
        if insides or not isinstance(fault.__cause__, UndefinedTable | UndefinedColumn):
            raise
        raise SystemExit(f"The tables are not those of this version: python manage.py migrate brings them up to it.\n  {fault}") from None
