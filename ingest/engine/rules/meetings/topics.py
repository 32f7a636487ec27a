"""What a meeting was about, from a short list of the fields of defense diplomacy."""

from __future__ import annotations

from ingest.engine.rules.meetings.occasions import Occasion
from ingest.engine.types import Passage


def of(body: Passage, occasion: Occasion) -> tuple[str, ...]:
    return ()
