"""What travels between stages and is made by the hundred: frozen for whoever reads or checks the code, quick when it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

Class = TypeVar("Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(described: Class) -> Class:
    """The class as a dataclass with slots whose fields the type checker lets nobody set again.

    Nothing guards them when the code runs: the guard of `frozen=True` makes it four times as slow to make one (1.8 against 0.5 µs with
    four fields), and a release takes six hundred. What compares, hashes and shows a value is made here and not by `dataclass`, which
    writes and compiles a text for each: of seventy classes that is a third of what the engine takes to be imported.
    """
    made: Any = dataclass(slots=True, eq=False, repr=False)(described)
    names = tuple(each.name for each in fields(made))
    values = attrgetter(*names)

    def equals(one: Any, other: object) -> bool:
        return values(one) == values(other) if type(other) is made else NotImplemented

    made.__eq__ = equals
    made.__hash__ = lambda one: hash(values(one))
    made.__repr__ = lambda one: f"{made.__qualname__}({', '.join(f'{name}={getattr(one, name)!r}' for name in names)})"
    return cast("Class", made)


if TYPE_CHECKING:
    from dataclasses import replace as replace  # whose arguments the type checker knows
else:

    def replace(one: Any, /, **changes: Any) -> Any:
        """As `dataclasses.replace`, for classes with two fields and more, in a fifth of the time: it asks for the fields but once."""
        described = type(one)
        places, values = _fields(described)
        told = [*values(one)]
        for name, value in changes.items():
            if name not in places:
                raise TypeError(f"{described.__name__} has no {name}")
            told[places[name]] = value
        return described(*told)


@cache
def _fields(described: type) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]]]:
    """The fields by name, each with its place in the order in which a class takes them, and what reads all of one value."""
    places = {each.name: place for place, each in enumerate(fields(described))}
    return places, attrgetter(*places)
