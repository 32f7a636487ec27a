"""Indexes of large tables, made while readers and writers go on."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.operations import AddIndexConcurrently


class AddIndexBesideOthers(AddIndexConcurrently):
    """Makes an index without keeping anybody from the table; begun anew where it was broken off. For migrations that are not atomic.

    What is broken off leaves an index behind that PostgreSQL does not use and whose name is taken: it is dropped first.
    """

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self._ensure_not_in_transaction(schema_editor)
        model = to_state.apps.get_model(app_label, self.model_name)
        if self.allow_migrate_model(schema_editor.connection.alias, model):
            schema_editor.remove_index(model, self.index, concurrently=True)  # where there is one
            schema_editor.add_index(model, self.index, concurrently=True)
