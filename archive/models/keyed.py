"""What every lasting thing has: a key that a rebuild arrives at again, and the short form of it that addresses are made of."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models.functions import Left

from archive.keys import LENGTH, PUBLIC

M = TypeVar("M", bound=models.Model)


@models.CharField.register_lookup
class Among(models.Lookup):
    """`key__among=keys` is `key__in=keys`, in a fraction of the time where there are thousands of keys: they go as one value.

    For keys and hashes alone, which have no commas.
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        column, params = self.process_lhs(compiler, connection)
        return f"{column} = ANY(string_to_array(%s, ','))", (*params, ",".join(self.rhs))


@models.BigAutoField.register_lookup
@models.ForeignKey.register_lookup
class AmongNumbers(models.Lookup):
    """The same for the numbers of rows, and for foreign keys to rows that have one: `meeting__among=numbers`."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        column, params = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::bigint[])", (*params, f"{{{','.join(map(str, self.rhs))}}}")


class KeyedQuerySet(models.QuerySet[M]):
    def with_public_id(self, public_id: str) -> Self:
        """Those whose address has this id: one, or none."""
        if len(public_id) != PUBLIC:
            return self.none()
        return self.alias(_public=Left("key", PUBLIC)).filter(_public=public_id)

    def every_id(self) -> list[int]:
        """The ids of all of them, in no order; they come as one value, which takes a tenth of the time of as many rows."""
        return list(self.order_by().aggregate(ids=ArrayAgg("pk"))["ids"] or ())


class Keyed(models.Model):
    """Has a `key` (see `archive.keys`) and a `public_id`."""

    key = models.CharField(max_length=LENGTH, unique=True, help_text="The same after every rebuild.")

    class Meta:
        abstract = True

    @property
    def public_id(self) -> str:
        return self.key[:PUBLIC]


def public_id_is_unique(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(Left("key", PUBLIC), name=name)
