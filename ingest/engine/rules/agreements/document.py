"""One finding: a document that a sentence names, with what was done with it."""

from __future__ import annotations

from ingest.engine.types import Action, Evidence, Sentence
from ingest.engine.values import frozen


@frozen
class Document:
    title: str
    action: Action
    proper: bool  # named with capitals or in quotation marks, or with what it is about
    at: Evidence
    cue: Evidence
    sentence: Sentence
