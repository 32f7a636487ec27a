"""Everything that a page tells of one thing, gathered in a fixed number of queries."""
