"""Administration: every table can be looked through; machine facts are set right by corrections, never edited."""

from archive.admin import articles, countries, decisions, imports, meetings, organizations, people, searches, tokens

__all__ = ["articles", "countries", "decisions", "imports", "meetings", "organizations", "people", "searches", "tokens"]
