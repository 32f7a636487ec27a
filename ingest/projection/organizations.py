"""Organizations, from all articles that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.models import Article, Organization
from ingest.models import OrganizationSighting
from ingest.projection import decided
from ingest.projection.decided import Corrections
from ingest.projection.facts import BodyFact, Telling
from ingest.projection.lookups import Lookups, longest
from ingest.projection.names import body_shown, is_acronym
from ingest.projection.rows import copy, insert, listed
from ingest.resolution.linking import INTERNATIONAL, organization_kind

SIGHTING = ("key", "article_id", "organization_key", "names", "country", "mentions")  # columns of a sighting


@dataclass(frozen=True, slots=True)
class Bodies:
    """The organizations of one article: the key and the row of each fact, by its number."""

    keys: tuple[str, ...] = ()
    rows: tuple[Organization | None, ...] = ()

    def row(self, number: int | None) -> Organization | None:
        return None if number is None else self.rows[number]


def take_out(articles: Collection[Article]) -> set[str]:
    """Remove what rests on the articles; the keys of the organizations that they named."""
    own = OrganizationSighting.objects.filter(article__in=articles)
    named = set(own.values_list("organization_key", flat=True))
    own.delete()
    return named


def put_in(tellings: Sequence[Telling], lookups: Lookups, corrections: Corrections, *, before: Collection[str]) -> dict[int, Bodies]:
    """The organizations that each of the articles names, every one with each name that any article gives it."""
    told = [fact for telling in tellings for fact in telling.facts.bodies]
    facts = {fact.organization: fact for fact in told}
    names: dict[str, set[str]] = defaultdict(set)
    for fact in told:
        names[fact.organization].update(_cut(fact.names))
    rows = decided.rows(Organization, names)
    renamed = {key for key, row in rows.items() if not names[key] <= {row.name, *row.acronyms, *row.other_names}}
    gone = corrections.suppressed(Organization, facts.keys() - rows.keys())
    chiefs = decided.chiefs(Organization, facts.keys() - rows.keys() - gone)
    called = {chief: names[key] for key, chief in chiefs.items()}
    made = _made({chief: facts[key] for key, chief in chiefs.items()}, called, lookups, corrections)
    rows |= {key: made[chief] for key, chief in chiefs.items()}
    renamed |= {key for key, chief in chiefs.items() if key != chief}
    copy(OrganizationSighting, SIGHTING, (_sighting(one.article, fact, lookups) for one in tellings for fact in one.facts.bodies))
    refresh(renamed | set(before), corrections)
    return {telling.article.pk: _bodies(telling, rows) for telling in tellings}


def _bodies(telling: Telling, rows: Mapping[str, Organization]) -> Bodies:
    keys = tuple(fact.organization for fact in telling.facts.bodies)
    return Bodies(keys, tuple(rows.get(key) for key in keys))


def _sighting(article: Article, fact: BodyFact, lookups: Lookups) -> tuple[object, ...]:
    """The columns of a sighting, as `SIGHTING` names them."""
    country = fact.country if fact.country == INTERNATIONAL else lookups.country(fact.country) or ""
    return fact.key, article.pk, fact.organization, listed(_cut(fact.names)), country, listed(fact.mentions)


def refresh(keys: Collection[str], corrections: Corrections) -> None:
    """The organizations that the keys speak of are called what articles call them; those that none names are gone."""
    if not keys:
        return
    there = set(decided.rows(Organization, keys).values())
    owner = decided.owners(Organization, there)
    forms: dict[Organization, set[str]] = defaultdict(set)
    own: dict[Organization, set[str]] = defaultdict(set)
    countries: dict[Organization, str] = {}
    sightings = OrganizationSighting.objects.filter(organization_key__in=owner).order_by("organization_key", "names", "country")
    for key, names, country in sightings.values_list("organization_key", "names", "country").distinct():
        row = owner[key]
        forms[row].update(names)
        if key == row.key:  # one merged into another adds names, and leaves the other's as it is
            own[row].update(names)
            countries.setdefault(row, country)
    read = {row.key: _where(countries[row]) | _shown(forms[row], of=own[row]) for row in own}
    corrections.note(Organization, read)
    held = corrections.of(Organization, (row.key for row in forms))
    for row in forms:
        shown = _laid(read.get(row.key, {}), held[row.key])
        if any(getattr(row, column) != value for column, value in shown.items()):
            for column, value in shown.items():
                setattr(row, column, value)
            row.save(update_fields=shown.keys())
    gone = corrections.suppressed(Organization, (row.key for row in there))
    Organization.objects.filter(pk__in=[row.pk for row in there if row not in forms or row.key in gone]).delete()


def sweep() -> None:
    """No organization is left of which no article tells. What people decided on it stands, and is shown as lost."""
    Organization.objects.exclude(key__in=OrganizationSighting.objects.values("organization_key")).delete()


def _made(
    facts: Mapping[str, BodyFact], names: Mapping[str, set[str]], lookups: Lookups, corrections: Corrections
) -> dict[str, Organization]:
    held = corrections.of(Organization, facts)
    read: dict[str, dict[str, Any]] = {}
    for key, fact in facts.items():
        country = fact.country if fact.country == INTERNATIONAL else lookups.country(fact.country)
        read[key] = _where(country) | _shown(names[key], of=names[key])
    corrections.note(Organization, read)
    return {row.key: row for row in insert(Organization, (Organization(key=key, **_laid(read[key], held[key])) for key in facts))}


def _laid(read: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    """The columns with what people decided over them. What they told to be of a country is of no other, nor of many."""
    columns = {**read, **held}
    if held.get("country_id"):
        columns["international"] = False
    elif held.get("international"):
        columns["country_id"] = None
    return columns


def _where(country: str | None) -> dict[str, Any]:
    international = country == INTERNATIONAL
    return {"country_id": None if international else country or None, "international": international}


def _shown(forms: Collection[str], *, of: Collection[str]) -> dict[str, Any]:
    """The columns of a name: the best of the forms in `of`; the others are its other names."""
    name = body_shown(of)
    others = sorted(form for form in forms if form != name)
    acronyms = [form for form in others if is_acronym(form)]
    return {
        "name": name,
        "acronyms": acronyms,
        "other_names": [form for form in others if form not in acronyms],
        "kind": organization_kind(name),
    }


def _cut(names: Iterable[str]) -> list[str]:
    return [name[: longest(Organization, "name")] for name in names]
