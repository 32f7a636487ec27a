"""What is said to whoever asks for what cannot be done."""

from __future__ import annotations


class Refused(ValueError):
    """The message says why, and what to do."""
