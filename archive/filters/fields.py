"""Form fields of questions: each reads what stands in the address, says what it understood, and tells a fault in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

from archive.filters import dates
from archive.filters.groups import SUFFIX, Groups
from archive.models import Organization, Person, Publisher
from archive.prose.countries import in_a_sentence

if TYPE_CHECKING:
    from archive.filters.question import Question

LONGEST = 500  # characters of one value; a question longer than this is a mistake of copying
MOST = 40  # values of one filter

NO_NULL = "There is a character in it that no text has (NUL). Type it anew."
FAULTS = {"null_characters_not_allowed": NO_NULL}
no_null = ProhibitNullCharactersValidator(NO_NULL)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a filter: as it stands in the address, and in words."""

    raw: str
    words: str


class Words(forms.CharField):
    """Words to look for."""

    question: Question

    def __init__(self, *, said: str = "“{}”", **options: Any) -> None:
        self.said = said
        too_long = f"That is longer than {LONGEST} characters. Ask for fewer words."
        super().__init__(max_length=LONGEST, error_messages={"max_length": too_long, **FAULTS}, **options)

    def values(self, value: str) -> Sequence[Value]:
        return [Value(value, value if '"' in value or "“" in value else self.said.format(value))]

    def arguments(self, value: str) -> tuple[Any, ...]:
        return (value.replace("“", '"').replace("”", '"'),)


class Office(Words):
    """Words of an office, and the country it is held for where the last of them name one: "chief of defence of Norway"."""

    def arguments(self, value: str) -> tuple[Any, ...]:
        """The words, and the codes of countries: one, or none."""
        for of in re.finditer(r"\bof\b", value, re.IGNORECASE):
            code = self.question.countries.code(value[of.end() :])
            if code and value[: of.start()].strip():
                return value[: of.start()], [code]
        return value, []


class Day(forms.CharField):
    """A date as people type it, of which the first day counts for "since" and the last for "until"."""

    question: Question

    def __init__(self, *, end: str, **options: Any) -> None:
        self.end = end
        super().__init__(error_messages=FAULTS, **options)

    def clean(self, value: Any) -> dates.Period | None:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return dates.understood(typed, today=self.question.today)
        except dates.NotADate as fault:
            raise ValidationError(str(fault)) from None

    def values(self, value: dates.Period) -> Sequence[Value]:
        return [Value(value.said, value.said if not value.said.startswith("last") else f"the {value.said}")]

    def arguments(self, value: dates.Period) -> tuple[Any, ...]:
        return (value.first if self.end == "first" else value.last,)

    def said_back(self, value: dates.Period) -> str:
        """What was understood, for the line below the field."""
        return f"Read as {value.opening if self.end == 'first' else value.closing}"


class Many(forms.Field):
    """Several values of one name, each of them read by `one`."""

    widget = forms.SelectMultiple
    question: Question

    def clean(self, value: Any) -> tuple[Any, ...]:
        given = [text.strip() for text in value or () if text.strip()]
        if len(given) > MOST:
            raise ValidationError(f"More than {MOST} values at once are too many for one list.")
        for text in given:
            no_null(text)
        return tuple(dict.fromkeys(self.one(text[:LONGEST]) for text in given))

    def one(self, text: str) -> Any:
        raise NotImplementedError

    def arguments(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        return (value,)


class CountryCodes(Many):
    """Countries, by code or by name."""

    def one(self, text: str) -> str:
        code = self.question.countries.code(text)
        if code:
            return code
        near = self.question.countries.near(text)
        hint = f" Did you mean {near}?" if near else ""
        raise ValidationError(f"No country is called “{_cut(text)}”.{hint}")

    def values(self, value: tuple[str, ...]) -> Sequence[Value]:
        return [Value(code, in_a_sentence(self.question.countries.name(code))) for code in value]


class Sides(CountryCodes):
    """Countries, and groups of countries: "NATO" stands for those that were its members on the day."""

    @property
    def groups(self) -> Groups:
        return self.question.countries.groups

    def one(self, text: str) -> str:
        if self.question.countries.code(text):
            return super().one(text)
        slug = self.groups.slug(text)
        return self.groups.known(slug).raw if slug else super().one(text)

    def values(self, value: tuple[str, ...]) -> Sequence[Value]:
        return [Value(raw, self._words(raw)) for raw in value]

    def arguments(self, value: tuple[str, ...]) -> tuple[Any, ...]:
        """The codes of countries, and the memberships of groups."""
        slugs = self.slugs(value)
        return [raw for raw in value if not raw.endswith(SUFFIX)], self.groups.memberships(slugs) if slugs else []

    def slugs(self, value: tuple[str, ...]) -> list[str]:
        """The groups among the values."""
        return [raw.removesuffix(SUFFIX) for raw in value if raw.endswith(SUFFIX)]

    def _words(self, raw: str) -> str:
        if raw.endswith(SUFFIX):
            return self.groups.known(raw.removesuffix(SUFFIX)).words
        return in_a_sentence(self.question.countries.name(raw))


class Topics(Many):
    """Topics, as the archive calls them."""

    def one(self, text: str) -> str:
        return text

    def values(self, value: tuple[str, ...]) -> Sequence[Value]:
        return [Value(topic, topic) for topic in value]


class Choices(Many):
    """Some of a fixed set of code words."""

    def __init__(self, *, words: Mapping[str, str], **options: Any) -> None:
        self.words = words
        super().__init__(**options)

    def one(self, text: str) -> str:
        if text not in self.words:
            raise ValidationError(f"“{_cut(text)}” is none of: {', '.join(self.words)}.")
        return text

    def values(self, value: tuple[str, ...]) -> Sequence[Value]:
        return [Value(code, self.words[code]) for code in value]

    def arguments(self, value: tuple[str, ...]) -> tuple[Any, ...]:
        return (tuple("" if code == "not-stated" else code for code in value),)


class Levels(Choices):
    """Levels from 1 to 6, or "unknown"."""

    def arguments(self, value: tuple[str, ...]) -> tuple[Any, ...]:
        return (tuple(None if code == "unknown" else int(code) for code in value),)


class Flag(Choices):
    """One thing that is asked for or not; the QuerySet method takes no argument."""

    def arguments(self, value: tuple[str, ...]) -> tuple[Any, ...]:
        return ()


class Leads(Choices):
    """Questions worth following, some of which ask what day it is."""

    def arguments(self, value: tuple[str, ...]) -> tuple[Any, ...]:
        return value, self.question.today


@dataclass(frozen=True, slots=True)
class Found:
    """Those that a name or an id of an address stands for."""

    raw: str
    words: str
    ids: tuple[int, ...]


class Named(forms.CharField):
    """A thing with a name, by the id of its address or by a name as typed; spellings near it are found too."""

    question: Question
    model: type[Person] | type[Organization]
    thing: str

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=300, error_messages={"max_length": "No name is as long as that.", **FAULTS}, **options)

    def clean(self, value: Any) -> Found | None:
        typed = super().clean(value)
        if not typed:
            return None
        one = self.model.objects.with_public_id(typed).first()
        if one:
            return Found(typed, one.name, (one.pk,))
        ids = tuple(self.model.objects.public().named(typed).values_list("pk", flat=True)[:MOST])
        if not ids:
            raise ValidationError(f"No {self.thing} of the name “{_cut(typed)}” was found in the articles.")
        return Found(typed, f"“{typed}”", ids)

    def values(self, value: Found) -> Sequence[Value]:
        return [Value(value.raw, value.words)]

    def arguments(self, value: Found) -> tuple[Any, ...]:
        return (value.ids,)


class PersonNamed(Named):
    model = Person
    thing = "person"


class OrganizationNamed(Named):
    model = Organization
    thing = "organization"


class Publishers(Many):
    """Publishers, by the id of their address."""

    def clean(self, value: Any) -> tuple[Found, ...]:
        self.known = {one.public_id: one for one in Publisher.objects.all()} if value else {}
        return super().clean(value)

    def one(self, text: str) -> Found:
        if text not in self.known:
            raise ValidationError(f"There is no publisher “{_cut(text)}” in the archive.")
        return Found(text, self.known[text].name, (self.known[text].pk,))

    def values(self, value: tuple[Found, ...]) -> Sequence[Value]:
        return [Value(one.raw, one.words) for one in value]

    def arguments(self, value: tuple[Found, ...]) -> tuple[Any, ...]:
        return (tuple(pk for one in value for pk in one.ids),)


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"
