"""Triggers for tables that are a record of what people decided: a row is never deleted, and changes once, when it is withdrawn."""

from __future__ import annotations

import pgtrigger


def append_only(*, may_change: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """No row is deleted; only its withdrawal is added, once. Fields named in `may_change` are free."""
    free = ["withdrawn_at", "withdrawn_by_id", *may_change]
    keys = ", ".join(f"'{field}'" for field in free)
    return [
        pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        pgtrigger.Trigger(
            name="changed_by_withdrawal_only",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            func=f"""
                IF to_jsonb(OLD) - ARRAY[{keys}] IS DISTINCT FROM to_jsonb(NEW) - ARRAY[{keys}] THEN
                    RAISE EXCEPTION 'A % is never changed: withdraw it and add another.', TG_TABLE_NAME
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                IF OLD.withdrawn_at IS NOT NULL
                    AND (OLD.withdrawn_at, OLD.withdrawn_by_id) IS DISTINCT FROM (NEW.withdrawn_at, NEW.withdrawn_by_id) THEN
                    RAISE EXCEPTION 'A % is withdrawn once: add another instead.', TG_TABLE_NAME
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                RETURN NEW;
            """,
        ),
    ]
