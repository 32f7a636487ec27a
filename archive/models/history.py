"""Which versions of a row are kept: each one that was replaced, as it was before the change."""

from __future__ import annotations

import pghistory


def changed() -> pghistory.RowEvent:
    return pghistory.UpdateEvent(row=pghistory.Old, condition=pghistory.AnyChange(exclude_auto=True))


def deleted() -> pghistory.RowEvent:
    return pghistory.DeleteEvent()
