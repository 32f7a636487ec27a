"""What keeps a program from starting, told to whoever starts it without the insides of the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError


@contextmanager
def told_plainly(*, insides: bool = False) -> Iterator[None]:
    """Settings that cannot be right and a database that is not reached end the program with what to do, and status 1.

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
