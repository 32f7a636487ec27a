"""All countries at hand for one page: names for codes, and codes for what a reader types."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from django.db import connection
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from archive.filters.groups import Groups
from archive.models import Country
from archive.standing import state

INTERNATIONAL = "INT"

_read: dict[str, tuple[str | None, Countries]] = {}  # by database, for a state of the archive


class Countries:
    """The table of countries, read once."""

    def __init__(self, countries: Iterable[Country]) -> None:
        self._by_code = {country.code: country for country in countries}
        self._by_name: dict[str, str] = {}
        for country in self._by_code.values():
            for name in (country.name, country.official_name, *country.other_names):
                self._by_name.setdefault(_folded(name), country.code)

    @classmethod
    def load(cls) -> Countries:
        """The countries as they are now; they are read again when something in the archive was written."""
        now = state()
        key = str(connection.settings_dict["NAME"])
        before, countries = _read.get(key, (None, None))
        if countries is None or now is None or now != before:
            countries = cls(Country.objects.all())
            _read[key] = now, countries
        return countries

    @cached_property
    def groups(self) -> Groups:
        """The groups that they belong to, read when they are asked for."""
        return Groups()

    @cached_property
    def suggestions(self) -> SafeString:
        """Their names as the options of a list, out of which a field suggests what can be typed."""
        return _options(country.name for country in self)

    @cached_property
    def suggested_sides(self) -> SafeString:
        """The same with the groups before them."""
        return _options(group.name for group in self.groups.all) + self.suggestions

    def __iter__(self) -> Iterator[Country]:
        return iter(self._by_code.values())

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __getitem__(self, code: str) -> Country:
        return self._by_code[code]

    def name(self, code: str | None) -> str:
        """Return the short name for a code; a code that the table does not have stands for itself."""
        country = self._by_code.get(code or "")
        return country.name if country else code or ""

    def code(self, typed: str) -> str | None:
        """Return the code for a code or a name as typed, in any case, with or without accents and "the". None: no such country."""
        text = typed.strip()
        if text.upper() in self._by_code:
            return text.upper()
        folded = _folded(text)
        return self._by_name.get(folded) or self._by_name.get(folded.removeprefix("the "))

    def near(self, typed: str) -> str | None:
        """Return the name that what was typed may be a slip of. None where no name is near."""
        found = difflib.get_close_matches(_folded(typed)[:60], self._by_name, n=1, cutoff=0.7)
        return self.name(self._by_name[found[0]]) if found else None


def _options(names: Iterable[str]) -> SafeString:
    return format_html_join("", "<option>{}</option>", ((name,) for name in names))


def _folded(text: str) -> str:
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())
