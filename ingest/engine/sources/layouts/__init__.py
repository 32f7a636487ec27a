"""Page layouts that are known by name: one module each, with its history and, in `tests/engine/layouts`, an example.

Most sites need none: the general reader finds the running text of any page by how it is distributed, and who publishes by what stands
around it. A layout earns a module where the page says something that no general rule can know: which of two dates is that of posting,
which heading is the writer's unit. How to add one: `docs/guides/add-a-page-layout.md`.
"""

from __future__ import annotations

from ingest.engine.sources.layouts.dvids import Dvids
from ingest.engine.sources.layouts.govdelivery import GovDelivery
from ingest.engine.sources.layouts.history import Layout

LAYOUTS: tuple[Layout, ...] = (Dvids(), GovDelivery())

__all__ = ["LAYOUTS", "Layout"]
