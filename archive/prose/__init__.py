"""The archive's own sentences: dates, meetings and marked texts, the same on page, feed, export and mail."""
