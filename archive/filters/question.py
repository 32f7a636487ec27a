"""A list's question: read from the address, said in words, taken apart again into links that drop one part of it."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db import connection
from django.http import QueryDict

from archive import masks
from archive.filters.countries import Countries
from archive.filters.fields import Value
from archive.filters.masked import Lookup, Masked
from archive.large import is_large
from archive.masks.bits import Bits, Masks
from archive.models import Publisher
from archive.remembered import remembered

if TYPE_CHECKING:
    from archive.filters.facets import Facet

Parameters = list[tuple[str, str]]
Answers = Any  # a QuerySet of the archive, with the methods that its model gives it

DATED = {"only": "a stated year"}


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

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """A filter of its own for each question, around words that all questions share."""
        own = copy.copy(self)
        own.__dict__.pop("_field", None)
        return own

    def filter(self, queryset: Answers, value: Any) -> Answers:
        return getattr(queryset, self.asks)(*self.field.arguments(value)) if value else queryset

    def values(self, value: Any) -> Sequence[Value]:
        """The single values of what was asked, each with its words and the way it stands in an address."""
        return self.field.values(value) if value else ()


class QuestionForm(forms.Form):
    """The fields of a question. A time that ends before it begins is told beside its end."""

    use_required_attribute = False
    has_one_time: ClassVar[bool] = True

    def clean(self) -> None:
        since, until = (self.cleaned_data.get(name) for name in ("since", "until"))
        if since and until and until.last < since.first and self.has_one_time:
            self.add_error("until", f"“{until.said}” ends before “{since.said}” begins: no day lies in both.")


class Question(django_filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """A FilterSet that can say itself. A part that is not understood is told beside its field, and then nothing is answered.

    Names of filters that Python keeps for itself end in "_" in the class and without it in the address (`with`).
    """

    noun: ClassVar[str] = "things"
    single: ClassVar[str] = "thing"
    sorts: ClassVar[dict[str, tuple[str, str]]] = {}  # in the address → words, QuerySet method; the first is taken unless another is asked
    masked: ClassVar[frozenset[str]] = frozenset()  # the filters that masks can answer where the archive is large
    masks_of: ClassVar[dict[str, str]] = {"with": "of"}  # those among them whose masks have another's name
    marks: ClassVar[frozenset[str]] = frozenset({"for_list"})  # what is shown with the words asked for marked
    has_one_time: ClassVar[bool] = True  # "since" and "until" are of one day, not of the last and the first of several
    wants_each: ClassVar[frozenset[str]] = frozenset()  # those of which all values must fit, not any

    def __init__(self, data: QueryDict, queryset: Answers, *, countries: Countries, today: datetime.date) -> None:
        super().__init__(data, queryset)
        self.countries = countries
        self.today = today
        for asked in self.filters.values():
            asked.field.question = self

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        return {name.rstrip("_"): asked for name, asked in super().get_filters().items()}

    def get_form_class(self) -> type[forms.Form]:
        fields = {name: asked.field for name, asked in self.filters.items()}
        return type("Fields", (QuestionForm,), {"has_one_time": self.has_one_time, **fields})

    @property
    def uncertain(self) -> bool:
        """Whether things without a year are among the answers to a question that asks for a time."""
        return bool({"since", "until"} & self.asked.keys()) and "dated" not in self.asked

    # ---- the answer ----

    def counts(self, name: str, method: str) -> dict[str, int]:
        """How many there are for each value of one filter, for the rest of the question; the QuerySet's method counts where no masks do."""
        if self.in_masks:
            return self.in_masks.counts(name)
        return {str(value): n for value, n in self.tally(name, method).items()}

    @property
    def publishers(self) -> list[dict[str, Any]]:
        """Each publisher with how many there are of it, for the rest of the question: rows of `public`, `name` and `n`, the most first."""
        if self.in_masks:
            return Publisher.objects.with_counts(self.in_masks.counts("publisher"))
        rows: list[dict[str, Any]] = self.tally("publisher", "tally_publishers")
        return rows

    def tally(self, name: str, method: str) -> Any:
        """What a method of the QuerySet counts for the question without one filter; counted once for all values of that filter."""
        rest = [(one, raw) for one, raw in self.parameters() if one != name]
        asked = f"{self.noun} {method} {self.today} {self.address(rest, sort=next(iter(self.sorts)))} {self.queryset.query.is_empty()}"
        return remembered(asked, getattr(self.leaving_out(name), method))

    def about_nothing(self) -> Self:
        """The same question, to which nothing is the answer: its filters are there at once, without counts."""
        return type(self)(self.data, self.queryset.none(), countries=self.countries, today=self.today)

    def of_everything(self) -> Self:
        """The same question, of what readers may not see too: for masks, which leave that out themselves."""
        wider = copy.copy(self)
        wider.queryset = self._meta.model.objects.all()
        return wider

    @property
    def understood(self) -> bool:
        """Whether every part of the question was."""
        return bool(self.form.is_valid())

    @cached_property
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
        return self.marked(found) if shown in self.marks else found

    def part(self, start: int, stop: int) -> list[Any]:
        """What the list shows from the `start`th to before the `stop`th.

        In a large archive by ids, however deep it lies: to put whole things in order takes ten times longer.
        """
        if not is_large() and not self.in_order_of_masks:
            return list(self.answer()[start:stop])
        return self.things(list(self.ids(slice(start, stop))))

    def ids(self, part: slice = slice(None)) -> Iterator[int]:
        """The ids of all that fit the question, or of a part, in the order asked for."""
        if not self.in_masks or not self.in_order_of_masks:
            return iter(self.in_order().values_list("pk", flat=True)[part].iterator(chunk_size=5000))
        made, within = self.in_masks.masks, self.in_masks.within()
        start, stop, _ = part.indices(len(made.ids))
        return iter(made.part(within, start, stop)) if self.in_first_order else made.part_by(self.sort, within, start, stop)

    def in_order(self) -> Answers:
        """All that fit the question, in the order asked for, with no more than the order needs. Nothing where it was not understood."""
        if not self.understood:
            return self.queryset.none()
        found = self.leaving_out()
        return self.sorted(found if self.in_first_order else found.for_list())

    def things(self, ids: Sequence[int], *, shown: str = "for_list") -> list[Any]:
        """Those with these ids, in their order, with what is shown of each."""
        if not ids:
            return []
        found = getattr(self.queryset.filter(pk__in=ids).order_by(), shown)()
        known = {thing.pk: thing for thing in (self.marked(found) if shown in self.marks else found)}
        return [known[pk] for pk in ids if pk in known]

    @property
    def in_first_order(self) -> bool:
        """Whether the answer is in the order that is taken unless another is asked."""
        return self.sort == next(iter(self.sorts))

    @property
    def in_order_of_masks(self) -> bool:
        """Whether there are masks that know the order of the answer."""
        return self.in_masks is not None and (self.in_first_order or self.sort in self.in_masks.masks.orders)

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
        return self.in_masks.within().bit_count() if self.in_masks else int(self.leaving_out().count())

    @cached_property
    def in_masks(self) -> Masked | None:
        """The counts of a large archive, where they are ready."""
        made = masks.ready(self.noun) if self.masked and self.understood and not self.queryset.query.is_empty() else None
        return Masked(self, made) if made else None

    def lookups(self) -> list[Lookup]:
        """What a part of the list asks the database for before it is shown; several questions ask at once (`filters.masked.look_up`)."""
        return list(self.in_masks.lookups()) if self.in_masks and self.in_order_of_masks else []

    def masked_by(self, made: Masks, name: str, *, among: Collection[str]) -> Bits:
        """What fits one filter, which masks can answer, `among` the filters that are in force with it."""
        value = self.asked[name]
        if name == "since":
            return made.since(value.first)
        if name == "until":
            return made.until(value.last)
        wanted = [one.raw for one in self.filters[name].values(value)]
        return (made.having_each if name in self.wants_each else made.having)(self.masks_of.get(name, name), wanted)

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

    @cached_property
    def parts(self) -> list[Part]:
        """The parts in the order in which they make a sentence."""
        return list(self._parts())

    @cached_property
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
        return list(self._parameters)

    @cached_property
    def _parameters(self) -> Parameters:
        return [(name, value.raw) for name, value in self._single_values()]

    def address(self, parameters: Parameters | None = None, *, page: int | None = None, sort: str | None = None) -> str:
        query: dict[str, list[str]] = {}
        for name, raw in self._parameters if parameters is None else parameters:
            query.setdefault(name, []).append(raw)
        chosen = sort or self.sort
        if chosen != next(iter(self.sorts)):
            query["sort"] = [chosen]
        if page and page > 1:
            query["page"] = [str(page)]
        return "?" + urlencode(query, doseq=True)

    def unknown(self, besides: Sequence[str] = ("sort", "page")) -> list[str]:
        """Names in the address that are no filter's and not in `besides`. A page passes over them; what is taken away must not."""
        return [name for name in self.data if name not in self.filters and name not in besides]

    def faults(self) -> list[tuple[str, str, str]]:
        """What was not understood: the filter's name, the fault in words, and the address of the question without it."""
        return [(name, " ".join(errors), self.address()) for name, errors in self.form.errors.items()]


def first_ids(most: int, questions: Sequence[Question]) -> list[list[int]]:
    """The ids of the first so many that fit each of the questions, in the order asked for; the database is asked once for all of them."""
    if not questions:
        return []
    found = [question.in_order().values("pk")[:most].query for question in questions]
    compiled = [query.get_compiler(connection=connection, elide_empty=False).as_sql() for query in found]  # nothing is an answer too
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(f'ARRAY({sql})' for sql, _ in compiled)}", [value for _, values in compiled for value in values])
        return list(cursor.fetchone())
