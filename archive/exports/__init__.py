"""What an analyst takes away: every list as a table (CSV, Excel, JSON) or a feed, of everything that fits the question of the address."""
