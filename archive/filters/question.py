"""A list's question: read from the address, said in words, taken apart again into links that drop one part of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

import django_filters
from django import forms
from django.http import QueryDict

from archive.filters.countries import Countries
from archive.filters.fields import Value
from archive.remembered import remembered

if TYPE_CHECKING:
    from archive.filters.facets import Facet

Parameters = list[tuple[str, str]]
Answers = Any  # a QuerySet of the archive, with the methods that its model gives it


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a question: "of Romania", and the address of the question without it."""

    preposition: str
    words: str
    without: str
    name: str

    def __str__(self) -> str:
        return f"{self.preposition} {self.words}".strip()


class Asked(django_filters.Filter):  # type: ignore[misc]  # django-filter has no types
    """One filter of a list. It asks a method of the QuerySet and knows how it reads in a sentence.

    `asks` names the QuerySet method; `preposition` joins the value to the heading, `between` a second value to the first; `place` says
    where the value stands: after the noun, in place of it ("Visits of Romania") or before it ("planned meetings of Romania").
    """

    def __init__(
        self,
        *,
        asks: str,
        field: type[forms.Field],
        preposition: str = "",
        place: str = "after",
        between: str = "or",
        **options: Any,
    ) -> None:
        self.asks = asks
        self.preposition = preposition
        self.place = place
        self.between = between
        self.field_class = field
        super().__init__(required=False, **options)

    def filter(self, queryset: Answers, value: Any) -> Answers:
        return getattr(queryset, self.asks)(*self.field.arguments(value)) if value else queryset

    def values(self, value: Any) -> Sequence[Value]:
        """The single values of what was asked, each with its words and the way it stands in an address."""
        return self.field.values(value) if value else ()


class QuestionForm(forms.Form):
    use_required_attribute = False


class Question(django_filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """A FilterSet that can say itself. A part that is not understood is told beside its field, and then nothing is answered.

    Names of filters that Python keeps for itself end in "_" in the class and without it in the address (`with`).
    """

    noun: ClassVar[str] = "things"
    single: ClassVar[str] = "thing"
    sorts: ClassVar[dict[str, tuple[str, str]]] = {}  # in the address → words, QuerySet method; the first is taken unless another is asked

    def __init__(self, data: QueryDict, queryset: Answers, *, countries: Countries, today: datetime.date) -> None:
        super().__init__(data, queryset)
        self.countries = countries
        self.today = today
        for asked in self.filters.values():
            asked.field.question = self

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        return {name.rstrip("_"): asked for name, asked in super().get_filters().items()}

    # ---- the answer ----

    def tally(self, name: str, method: str) -> Any:
        """What a method of the QuerySet counts for the question without one filter; counted once for all values of that filter."""
        rest = [(one, raw) for one, raw in self.parameters() if one != name]
        asked = f"{self.noun} {method} {self.today} {self.address(rest, sort=next(iter(self.sorts)))} {self.queryset.query.is_empty()}"
        return remembered(asked, getattr(self.leaving_out(name), method))

    def about_nothing(self) -> Self:
        """The same question, to which nothing is the answer: its filters are there at once, without counts."""
        return type(self)(self.data, self.queryset.none(), countries=self.countries, today=self.today)

    @property
    def understood(self) -> bool:
        """Whether every part of the question was."""
        return bool(self.form.is_valid())

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked and understood, by the filter's name."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    def answer(self, *, shown: str = "for_list") -> Answers:
        """All that fit the question, in the order asked for. Nothing where a part of the question was not understood.

        `shown` names the QuerySet method that fetches what is shown of each.
        """
        if not self.understood:
            return self.queryset.none()
        found = self.sorted(getattr(self.leaving_out(), shown)())
        return self.marked(found) if shown == "for_list" else found

    def part(self, start: int, stop: int) -> list[Any]:
        """What the list shows from the `start`th to before the `stop`th."""
        return list(self.answer()[start:stop])

    def marked(self, found: Answers) -> Answers:
        """With the words asked for marked in what is shown, where they are."""
        return found

    def leaving_out(self, *names: str) -> Answers:
        """All that fit the question without the filters of these names."""
        found = self.queryset.all()
        for name, value in self.asked.items():
            if name not in names:
                found = self.filters[name].filter(found, value)
        return found

    def count(self) -> int:
        """How many fit the question, which was understood."""
        return int(self.leaving_out().count())

    def sorted(self, found: Answers) -> Answers:
        return getattr(found, self.sorts[self.sort][1])()

    @property
    def sort(self) -> str:
        asked = self.data.get("sort", "")
        return asked if asked in self.sorts else next(iter(self.sorts))

    def facets(self) -> dict[str, Facet]:
        """The filters with how many there are for each value, for the rest of the question."""
        return {}

    # ---- the question in words ----

    @property
    def parts(self) -> list[Part]:
        """The parts in the order in which they make a sentence."""
        return list(self._parts())

    @property
    def sentence(self) -> str:
        """The question as it is said in a heading: "Visits of Romania with South Korea since 2022"."""
        return " ".join([self.opening, *(str(part) for part in self.after)])

    @property
    def opening(self) -> str:
        """The words before the first preposition: "Meetings", "Planned visits and calls"."""
        nouns = self._words("noun")
        opening = " ".join([*self._words("before"), " and ".join(nouns) or self.noun])
        return opening[:1].upper() + opening[1:]

    @property
    def after(self) -> list[Part]:
        """The parts after the opening; of several values of one filter, those after the first are joined by "or" or "and"."""
        said: list[Part] = []
        for part in self.parts:
            if self.filters[part.name].place == "after":
                again = bool(said) and said[-1].name == part.name
                said.append(Part(self.filters[part.name].between, part.words, part.without, part.name) if again else part)
        return said

    def _words(self, place: str) -> list[str]:
        return [part.words for part in self.parts if self.filters[part.name].place == place]

    def _parts(self) -> Iterator[Part]:
        everything = self.parameters()
        for name, value in self._single_values():
            rest = list(everything)
            if (name, value.raw) in rest:
                rest.remove((name, value.raw))
            yield Part(self.filters[name].preposition, value.words, self.address(rest), name)

    def _single_values(self) -> Iterator[tuple[str, Value]]:
        for name, value in self.asked.items():
            for single in self.filters[name].values(value):
                yield name, single

    # ---- the question as an address ----

    def parameters(self) -> Parameters:
        """What was asked and understood, in one way of writing it: names as codes, each value once."""
        return [(name, value.raw) for name, value in self._single_values()]

    def address(self, parameters: Parameters | None = None, *, page: int | None = None, sort: str | None = None) -> str:
        query = QueryDict(mutable=True)
        for name, raw in self.parameters() if parameters is None else parameters:
            query.appendlist(name, raw)
        chosen = sort or self.sort
        if chosen != next(iter(self.sorts)):
            query["sort"] = chosen
        if page and page > 1:
            query["page"] = str(page)
        return "?" + query.urlencode()

    def unknown(self, besides: Sequence[str] = ("sort", "page")) -> list[str]:
        """Names in the address that are no filter's and not in `besides`. A page passes over them; what is taken away must not."""
        return [name for name in self.data if name not in self.filters and name not in besides]

    def faults(self) -> list[tuple[str, str, str]]:
        """What was not understood: the filter's name, the fault in words, and the address of the question without it."""
        return [(name, " ".join(errors), self.address()) for name, errors in self.form.errors.items()]
