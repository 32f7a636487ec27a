"""One FilterSet for each list: the page, and later the API, the export and the feed, ask the same question the same way."""
