"""What the database knows of its tables, kept in step with how they grow.

It plans its answers by what it knew of a table last. While an empty archive filled, pages took ten seconds instead of a tenth of one, as
autovacuum looks seldom, and on some servers not at all.
"""

from __future__ import annotations

from django.apps import apps
from django.db import connection

OUR_APPS = ("archive", "ingest")
FEW = 8  # pages, of eight thousand bytes, up to which any plan is quick

# As it was when the database last looked, against the size of its file now. One that was looked at while all that filled it was still
# under way counts as empty, however many pages it has.
GROWN = """
    SELECT relname FROM pg_class, LATERAL (SELECT pg_relation_size(oid) / current_setting('block_size')::integer AS pages) AS now
    WHERE oid = ANY(%s::regclass[]) AND now.pages >= %s AND (now.pages >= 2 * relpages OR reltuples <= 0)
    ORDER BY relname
"""


def look_at_what_grew() -> list[str]:
    """The tables that are twice as large as the database knew, which it has looked at now.

    To be called after a transaction, by whoever puts many articles in. Within one nothing is done: what is looked at there is not there
    for others, and what was learnt of it would outlive its being rolled back. What another process is looking at is left to it.
    """
    if connection.in_atomic_block:
        return []
    with connection.cursor() as cursor:
        cursor.execute(GROWN, [_tables(), FEW])
        grown = [name for (name,) in cursor.fetchall()]
        if grown:
            cursor.execute(f"ANALYZE (SKIP_LOCKED) {', '.join(map(connection.ops.quote_name, grown))}")
    return grown


def _tables() -> list[str]:
    models = (model for name in OUR_APPS for model in apps.get_app_config(name).get_models(include_auto_created=True))
    return sorted({connection.ops.quote_name(model._meta.db_table) for model in models if model._meta.managed and not model._meta.proxy})
