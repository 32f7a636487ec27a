"""What is said of a file that cannot be read."""

from __future__ import annotations


class ReadingError(Exception):
    """A file that no release can be read from; the message says what is wrong with it and what to do."""
