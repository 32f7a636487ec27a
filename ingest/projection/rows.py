"""Many rows in one go: put in by COPY, set right by one UPDATE. Loading ten thousand releases is mostly this."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from psycopg import sql

Row = TypeVar("Row", bound=models.Model)
Writer = Callable[[Any], Any]
NEXT = """
    SELECT nextval(sequence.name)
    FROM (SELECT pg_get_serial_sequence(%s, %s)::regclass AS name OFFSET 0) AS sequence, generate_series(1, %s)
"""  # its name is looked up once, and not for each row


def insert(model: type[Row], rows: Iterable[Row]) -> list[Row]:
    """The rows are in the table, and have their numbers. Their defaults and checks hold as with `bulk_create`, and triggers fire."""
    made = list(rows)
    if not made:
        return made
    _number(model, made)
    writers = _writers(model)
    copy(model, [name for name, _ in writers], ([value(row) for _, value in writers] for row in made))
    alias = connection.alias
    for row in made:
        row._state.adding, row._state.db = False, alias
    return made


def copy(model: type[models.Model], columns: Sequence[str], values: Iterable[Sequence[Any]]) -> None:
    """The table has a row of each of the values, which stand in the order of the columns."""
    table, names = sql.Identifier(model._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, columns))
    question = sql.SQL("COPY {} ({}) FROM STDIN").format(table, names)
    rows = list(values)  # whatever making them asks of the database is asked before the door opens
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(question) as door:
        for row in rows:
            door.write_row(row)


def listed(values: Iterable[str | int]) -> str:
    """The values as the database writes an array of them. The driver takes five times as long, and half of a sighting is arrays."""
    return "{" + ",".join([_quoted(value) if isinstance(value, str) else str(value) for value in values]) + "}"


def _quoted(text: str) -> str:
    plain = text if text.isalnum() else text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def update(rows: Collection[Row], columns: Iterable[str]) -> None:
    """What the rows say in these columns (those of foreign keys with `_id`; none of arrays), the table says too."""
    if not rows:
        return
    meta = next(iter(rows))._meta
    kinds = {name: str(field.db_type(connection)) for field in meta.local_concrete_fields for name in [field.attname] if name in columns}
    names = [sql.Identifier(name) for name in kinds]
    question = sql.SQL("UPDATE {} AS there SET {} FROM unnest(%s::bigint[], {}) AS new (id, {}) WHERE there.id = new.id").format(
        sql.Identifier(meta.db_table),
        sql.SQL(", ").join(sql.SQL("{0} = new.{0}").format(name) for name in names),
        sql.SQL(", ").join(sql.SQL("%s::{}[]").format(sql.SQL(kind)) for kind in kinds.values()),
        sql.SQL(", ").join(names),
    )
    with connection.cursor() as cursor:
        cursor.execute(question.as_string(), [[row.pk for row in rows], *([getattr(row, name) for row in rows] for name in kinds)])


def lead(model: type[models.Model], column: str, rows: Mapping[int, int]) -> None:
    """Rows that hung on one number by this column of a foreign key hang on the other."""
    question = sql.SQL(
        "UPDATE {} AS there SET {} = new.now FROM unnest(%s::bigint[], %s::bigint[]) AS new (was, now) WHERE {} = new.was"
    ).format(sql.Identifier(model._meta.db_table), sql.Identifier(column), sql.Identifier("there", column))
    with connection.cursor() as cursor:
        cursor.execute(question.as_string(), [list(rows), list(rows.values())])


def _number(model: type[Row], rows: Sequence[Row]) -> None:
    """Rows without a number get the next ones of the table's own counting."""
    key = model._meta.pk
    if not isinstance(key, models.AutoField | models.BigAutoField):
        return
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [f'"{model._meta.db_table}"', key.column, len(rows)])
        for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = number


@cache
def _writers(model: type[models.Model]) -> tuple[tuple[str, Writer], ...]:
    """Each column that is written, and how its value is had from a row."""
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    return tuple((str(field.column), _writer(field)) for field in fields)


def _writer(field: models.Field[Any, Any]) -> Writer:
    if isinstance(field, models.JSONField | models.DateTimeField | models.BinaryField):
        return lambda row: field.get_db_prep_save(field.pre_save(row, True), connection)
    name = field.attname
    if isinstance(field, ArrayField):
        return lambda row: listed(getattr(row, name))
    if field.choices:  # a member of an enumeration stands for its value
        return lambda row: field.get_prep_value(getattr(row, name))
    return attrgetter(name)
