"""Whether two descriptions of officials are of one person: a verdict with every reason for and against it.

The policy reads top down. A name that cannot be the same ends it; then a conflict; then a join needs a name that is the same in all but
spelling *and* a corroboration; what is left goes to a person. A false join costs an analyst's trust, a question costs an admin a minute.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from ingest.engine.values import frozen
from ingest.resolution import names, offices, tables

Verdict = Literal["same", "different", "unsure"]
RULES_VERSION = "4"

_JOINABLE = frozenset({"identical", "order", "spelling", "nickname", "middle"})
_NEAR = 2  # grades that an officer may rise between two releases whose days are not told
_AT_THE_HEAD = offices.CABINET | {"chief of defence"}
_TERM = 4  # years for which an office of one holder counts as held by the same
_THREE_STARS = 8
_CAPTAIN = 5  # at sea; as a colonel
_AT_ONCE = 31  # days within which two offices count as held at one time


@dataclass(frozen=True, slots=True)
class Description:
    """What one release tells of one official; None where it does not tell. `date` is EDTF, of which at least the year is read."""

    name: str
    rank: str | None = None
    honorific: str | None = None
    position: str | None = None
    organization: str | None = None
    country: str | None = None
    date: str | None = None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Description:
        """The description in a mapping. Raises ValueError where the name is missing or a value is no text."""
        fields = {key: values.get(key) for key in cls.__slots__}
        wrong = [key for key, value in fields.items() if value is not None and not isinstance(value, str)]
        if wrong:
            raise ValueError(f"{', '.join(wrong)} must be text or null")
        if not (fields["name"] or "").strip():
            raise ValueError("a name is needed")
        return cls(**fields)  # type: ignore[arg-type]


@frozen
class Decision:
    """The verdict, the rule that gave it, and the reasons in the order in which they weighed."""

    verdict: Verdict
    rule: str
    reasons: tuple[str, ...]


def people(a: Description, b: Description) -> Decision:
    """Whether two descriptions are of one official."""
    match = names.compare(a.name, b.name, country=_shared_country(a, b))
    told = f"name: {match.reason}"
    if match.kind == "different":
        return _of_other_names(a, b, told)
    against, corroboration = conflicts(a, b), corroborations(a, b)
    if match.kind in {"apart", "typo"} and _offices_differ_now(a, b):
        return Decision("different", "near-name-other-office", (told, f"office: {a.position} and {b.position} at one time"))
    if match.kind == "apart":
        unsure = any(text.startswith("office") for text in corroboration) and not against
        return Decision("unsure" if unsure else "different", "names-apart", (told, *against, *corroboration))
    if against:
        return Decision("different", "conflict", (told, *against, *corroboration))
    if match.kind in _JOINABLE:
        return _joinable(a, b, match, corroboration)
    if match.kind == "shuffled" and _one_office_in_a_term(a, b):
        return Decision("same", "shuffled-office", (told, *corroboration))
    if match.kind == "surname":
        return _surname(a, b, match, corroboration)
    return Decision("unsure", f"name-{match.kind}", (told, *corroboration, "a person should look"))


def conflicts(a: Description, b: Description) -> tuple[str, ...]:
    """What speaks against one person, each as a sentence that begins with its kind."""
    return tuple(filter(None, (_gender(a, b), _country(a, b), _branch(a, b), _rank_falls(a, b), _offices_at_once(a, b))))


def corroborations(a: Description, b: Description) -> tuple[str, ...]:
    """What speaks for one person beside the name, strongest first."""
    return tuple(filter(None, (_same_office(a, b), _same_organization(a, b), _compatible_rank(a, b))))


# ---- the policy ----


def _of_other_names(a: Description, b: Description, told: str) -> Decision:
    if _may_be_called_otherwise(a, b) and not conflicts(a, b):
        return Decision("unsure", "other-given-name", (told, f"office: {a.position} at one time, and one family name"))
    return Decision("different", "name-differs", (told,))


def _joinable(a: Description, b: Description, match: names.NameMatch, corroboration: tuple[str, ...]) -> Decision:
    told = f"name: {match.reason}"
    if not corroboration and _both_in_the_cabinet(a, b):
        return Decision("same", f"{match.kind}-cabinet", (told, f"cabinet: {a.position} and {b.position} of one state, a few years apart"))
    if not corroboration:
        return Decision("unsure", f"{match.kind}-alone", (told, "nothing else is told that both share"))
    if _days(a, b) == 0 and offices.two_bodies(a.organization, b.organization):
        return Decision("unsure", f"{match.kind}-two-bodies", (told, *corroboration, f"{a.organization} and {b.organization} on one day"))
    near = (years := _years_between(a, b)) is not None and years <= _TERM
    wide = offices.is_wide(b.organization) and not near  # years apart, two of one common name may serve in one army
    weak = all(text.startswith("rank") or (wide and text.startswith("organization")) for text in corroboration)
    if all(not text.startswith("office") for text in corroboration) and _ranks_far_apart(a, b):
        return Decision(
            "unsure", f"{match.kind}-ranks-apart", (told, *corroboration, f"{a.rank} and {b.rank}, and no time between them is told")
        )
    if weak and names.is_common(a.name) and not _both_among_the_highest(a, b):
        return Decision("unsure", f"{match.kind}-common", (told, *corroboration, "the family name is common, and no office is shared"))
    if all(text.startswith("rank") for text in corroboration) and _too_long_for_a_rank(a, b):
        return Decision(
            "unsure", f"{match.kind}-years-apart", (told, *corroboration, "only the rank is shared, and many years lie between")
        )
    if weak and a.country is None and b.country is None:
        return Decision("unsure", f"{match.kind}-no-country", (told, *corroboration, "no country is told"))
    return Decision("same", f"{match.kind}-corroborated", (told, *corroboration))


def _surname(a: Description, b: Description, match: names.NameMatch, corroboration: tuple[str, ...]) -> Decision:
    """A family name alone joins only with the same country and office, or with the same general's rank where the name is rare."""
    reasons = (f"name: {match.reason}", *corroboration)
    if a.country is None or a.country != b.country:
        return Decision("unsure", "surname-no-country", (*reasons, "the same country is not told of both"))
    years = _years_between(a, b)
    one, two = _office(a), _office(b)
    both_told = one is not None and two is not None
    one_office = both_told and offices.same_office(one, two)  # type: ignore[arg-type]
    if _one_office_in_a_term(a, b):
        return Decision("same", "surname-office", reasons)
    rare = not names.is_common(a.name) and not names.is_common(b.name)
    if _same_general(a, b) and rare and (one_office or not both_told) and (years is None or years <= _TERM / 2):
        return Decision("same", "surname-general", (*reasons, "a general's rank, one country, and the family name is not common"))
    return Decision("unsure", "surname-alone", (*reasons, "a family name alone is not enough"))


def _one_office_in_a_term(a: Description, b: Description) -> bool:
    """Whether both hold the office that a state has one of, near enough in time to be one term."""
    one, two, years = _office(a), _office(b), _years_between(a, b)
    if one is None or two is None or a.country is None or a.country != b.country:
        return False
    return one.one and offices.same_office(one, two) and (years is None or years <= _TERM)


def _may_be_called_otherwise(a: Description, b: Description) -> bool:
    """Whether two of one rare family name hold at one time the office that a state has one of, as a man and his nickname do."""
    days = _days(a, b)
    if days is None or abs(days) > _AT_ONCE or names.is_common(a.name) or not _one_office_in_a_term(a, b):
        return False
    one, two = names.parse(a.name), names.parse(b.name)
    return len(one.words) > 1 and len(two.words) > 1 and one.suffix == two.suffix and one.words[-1] == two.words[-1]


def _both_among_the_highest(a: Description, b: Description) -> bool:
    """Whether both are generals or admirals of three stars or four, of one country and within a few years: it has few of them."""
    one, two, years = offices.grade(a.rank), offices.grade(b.rank), _years_between(a, b)
    if one is None or two is None or a.country is None or a.country != b.country:
        return False
    return min(one.value, two.value) >= _THREE_STARS and years is not None and years <= _TERM


def _both_in_the_cabinet(a: Description, b: Description) -> bool:
    """Whether both hold one of the few offices at the head of one state, in terms near each other, and the name is not common."""
    one, two, years = _office(a), _office(b), _years_between(a, b)
    if one is None or two is None or a.country is None or a.country != b.country or years is None:
        return False
    told = one.kind in _AT_THE_HEAD and two.kind in _AT_THE_HEAD
    return told and one.one and two.one and years <= 2 * _TERM and not names.is_common(a.name)


def _ranks_far_apart(a: Description, b: Description) -> bool:
    """Whether the ranks are so far apart that time must lie between them, and none is told."""
    one, two = offices.grade(a.rank), offices.grade(b.rank)
    return one is not None and two is not None and _days(a, b) is None and abs(one.value - two.value) > _NEAR


def _too_long_for_a_rank(a: Description, b: Description) -> bool:
    """Whether so many years lie between two releases that a rank alone says little: thousands are captains, and nobody is one for long."""
    one, two, years = offices.grade(a.rank), offices.grade(b.rank), _years_between(a, b)
    if one is None or two is None or years is None:
        return False
    return years > (_TERM if min(one.value, two.value) <= _CAPTAIN else 2 * _TERM)


def _same_general(a: Description, b: Description) -> bool:
    one, two = offices.grade(a.rank), offices.grade(b.rank)
    return one is not None and one == two and one.value >= 6


# ---- features, each one sentence or None ----


def _shared_country(a: Description, b: Description) -> str | None:
    if a.country and b.country and a.country != b.country:
        return None
    return a.country or b.country


def _gender(a: Description, b: Description) -> str | None:
    one, two = _gender_of(a.honorific), _gender_of(b.honorific)
    return f"gender: {a.honorific} and {b.honorific}" if one and two and one != two else None


@lru_cache(maxsize=1_000)
def _gender_of(honorific: str | None) -> str | None:
    words = {names.fold(word.strip(".")) for word in (honorific or "").split()}
    return next((gender for gender in ("female", "male") if words & tables.honorifics(gender)), None)


def _country(a: Description, b: Description) -> str | None:
    if not a.country or not b.country or a.country == b.country or "INT" in (a.country, b.country):
        return None
    return f"country: {a.country} and {b.country}"


def _branch(a: Description, b: Description) -> str | None:
    one, two = offices.grade(a.rank), offices.grade(b.rank)
    if one and two and one.branch and two.branch and one.branch != two.branch:
        return f"branch: {a.rank} and {b.rank} are ranks of different services"
    return None


def _rank_falls(a: Description, b: Description) -> str | None:
    one, two, days = offices.grade(a.rank), offices.grade(b.rank), _days(a, b)
    if not one or not two or days is None or one.value == two.value:
        return None
    if days == 0:
        return f"rank: {a.rank} and {b.rank} on one day"
    if abs(one.value - two.value) > 2 and abs(days) <= 366:
        return f"rank: {a.rank} and {b.rank} within a year"
    earlier, later = (one, two) if days > 0 else (two, one)
    return f"rank: falls with time ({a.rank} {a.date}, {b.rank} {b.date})" if later.value < earlier.value else None


def _offices_at_once(a: Description, b: Description) -> str | None:
    one, two, days = _office(a), _office(b), _days(a, b)
    if not one or not two or days is None or abs(days) > _AT_ONCE:
        return None
    if offices.same_office(one, two):
        return None
    political = {office.kind in offices.POLITICAL for office in (one, two)} == {True, False} and bool(a.rank or b.rank)
    if offices.can_be_held_together(one, two) and not political and not (days == 0 and offices.told_apart(one, two)):
        return None
    return f"offices: {a.position} and {b.position} at one time"


def _offices_differ_now(a: Description, b: Description) -> bool:
    """Whether both tell an office, at one time, and the offices are two."""
    one, two, days = _office(a), _office(b), _days(a, b)
    return one is not None and two is not None and days is not None and abs(days) <= _AT_ONCE and not offices.same_office(one, two)


def _same_office(a: Description, b: Description) -> str | None:
    one, two = _office(a), _office(b)
    return f"office: {a.position} and {b.position} are one" if one and two and offices.same_office(one, two) else None


def _same_organization(a: Description, b: Description) -> str | None:
    return f"organization: {b.organization}" if offices.same_organization(a.organization, b.organization) else None


def _compatible_rank(a: Description, b: Description) -> str | None:
    one, two, days = offices.grade(a.rank), offices.grade(b.rank), _days(a, b)
    if not one or not two or (one.branch and two.branch and one.branch != two.branch):
        return None
    if one.value == two.value:
        return f"rank: {b.rank} in both"
    if days is not None and abs(one.value - two.value) <= 2:
        return f"rank: risen from {min((one, two), key=lambda g: g.value).value} to {max(one.value, two.value)} (OF grades)"
    return None


def _office(of: Description) -> offices.Office | None:
    return offices.office(of.position, of.organization)


def _days(a: Description, b: Description) -> int | None:
    """Days from a to b, a part that is not told taken as its middle; None where a year is not told."""
    one, two = _ordinal(a.date), _ordinal(b.date)
    return None if one is None or two is None else two - one


def _years_between(a: Description, b: Description) -> float | None:
    days = _days(a, b)
    return None if days is None else abs(days) / 365.25


@lru_cache(maxsize=50_000)
def _ordinal(date: str | None) -> int | None:
    parts = (date or "").split("-")
    if not parts[0].isdigit() or len(parts[0]) != 4:
        return None
    month = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 7
    day = int(parts[2]) if len(parts) > 2 and parts[2].isdigit() else 15
    return int(int(parts[0]) * 365.25 + (month - 1) * 30.44 + day)
