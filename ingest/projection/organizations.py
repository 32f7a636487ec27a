"""Organizations, from all articles that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from archive.models import Article, Correction, Organization
from ingest.models import OrganizationSighting
from ingest.projection.facts import BodyFact, Facts
from ingest.projection.lookups import Lookups, longest
from ingest.projection.names import body_shown, is_acronym
from ingest.resolution.linking import INTERNATIONAL, organization_kind

SHOWN = ("name", "acronyms", "other_names", "kind")


@dataclass(frozen=True, slots=True)
class Bodies:
    """The organizations of one article: the row of each fact, by its number."""

    rows: tuple[Organization, ...] = ()

    def row(self, number: int | None) -> Organization | None:
        return None if number is None else self.rows[number]


def take_out(article: Article) -> set[int]:
    """Remove what rests on the article; the organizations that it named."""
    own = OrganizationSighting.objects.filter(article=article)
    named = set(own.values_list("organization_id", flat=True))
    own.delete()
    return named


def put_in(article: Article, told: Facts, lookups: Lookups, *, before: Collection[int]) -> Bodies:
    """The organizations that the article names, each with every name that any article gives it."""
    rows = {row.key: row for row in Organization.objects.filter(key__in={fact.organization for fact in told.bodies})}
    unknown = {fact.organization: fact for fact in told.bodies if fact.organization not in rows}
    known = {key: row for key, row in rows.items() if not _names(told.bodies, key) <= {row.name, *row.acronyms, *row.other_names}}
    rows |= {row.key: row for row in Organization.objects.bulk_create(_new(fact, told.bodies, lookups) for fact in unknown.values())}
    OrganizationSighting.objects.bulk_create(
        OrganizationSighting(key=fact.key, article=article, organization=rows[fact.organization], names=_cut(fact.names))
        for fact in told.bodies
    )
    refresh({row.pk for row in known.values()} | set(before))
    return Bodies(tuple(rows[fact.organization] for fact in told.bodies))


def refresh(organizations: Collection[int]) -> None:
    """These organizations are called what articles call them; those that none names are gone."""
    if not organizations:
        return
    forms: dict[int, set[str]] = defaultdict(set)
    for organization, names in _sightings(organizations):
        forms[organization].update(names)
    for row in Organization.objects.filter(pk__in=forms):
        shown = _shown(forms[row.pk])
        if any(getattr(row, field) != value for field, value in shown.items()):
            for field, value in shown.items():
                setattr(row, field, value)
            row.save(update_fields=SHOWN)
    Organization.objects.filter(pk__in=set(organizations) - forms.keys()).delete()


def sweep() -> None:
    """No organization is left of which no article tells, but for those that people corrected."""
    corrected = Correction.objects.in_force().values("key")
    Organization.objects.exclude(key__in=corrected).exclude(pk__in=OrganizationSighting.objects.values("organization")).delete()


def _sightings(organizations: Collection[int]) -> Iterable[tuple[int, list[str]]]:
    return OrganizationSighting.objects.filter(organization__in=organizations).values_list("organization", "names").distinct()


def _new(fact: BodyFact, bodies: Iterable[BodyFact], lookups: Lookups) -> Organization:
    return Organization(
        key=fact.organization,
        country_id=lookups.country(fact.country),
        international=fact.country == INTERNATIONAL,
        **_shown(_names(bodies, fact.organization)),
    )


def _shown(forms: Collection[str]) -> dict[str, str | list[str]]:
    name = body_shown(forms)
    others = sorted(form for form in forms if form != name)
    acronyms = [form for form in others if is_acronym(form)]
    return {
        "name": name,
        "acronyms": acronyms,
        "other_names": [form for form in others if form not in acronyms],
        "kind": organization_kind(name),
    }


def _names(bodies: Iterable[BodyFact], organization: str) -> set[str]:
    return {form for fact in bodies if fact.organization == organization for form in _cut(fact.names)}


def _cut(names: Iterable[str]) -> list[str]:
    return [name[: longest(Organization, "name")] for name in names]
