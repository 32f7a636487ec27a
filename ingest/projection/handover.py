"""What hung on the row of somebody who was joined to another hangs on the other's: by a few statements, without reading a release again.

Facts go on speaking of the key that was given up; only the rows through which readers see them change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from archive.models import Appointment, Correction, Mention, Participation, Person, Quote
from ingest.models import Footing
from ingest.projection import meetings
from ingest.projection.joins import Kind
from ingest.projection.rows import lead

Leads = Mapping[str, tuple[str | None, str | None]]  # keys that lead elsewhere now: to whom they led before, and to whom now

OF_PEOPLE = ((Mention, "person_id"), (Quote, "speaker_id"), (Appointment, "person_id"))
OF_BODIES = ((Mention, "organization_id"), (Appointment, "organization_id"))


def hand_over(kind: Kind, changed: Leads) -> set[str]:
    """Those of the keys whose facts hang on the row that they lead to now; what the others tell is to be read again.

    The row that was given up is gone then. Handed over is a whole row: where all that spoke through it leads to one that is there.
    Releases on which people decided something are read again, since what was decided is held against what is read.
    """
    wholly = _wholly(changed)
    numbers = dict(kind.model.objects.filter(key__in={*wholly, *wholly.values()}).values_list("key", "pk"))
    decided = {changed[key][0] or key for key in _decided_on(kind, changed)}
    rows = {numbers[key]: numbers[now] for key, now in wholly.items() if key in numbers and now in numbers and key not in decided}
    if not rows:
        return set()
    column = "person_id" if kind.model is Person else "organization_id"
    concerned = set(Participation.objects.filter(**{f"{column}__in": list(rows)}).values_list("meeting", flat=True))
    for model, foreign in OF_PEOPLE if kind.model is Person else OF_BODIES:
        lead(model, foreign, rows)
    kind.model.objects.filter(pk__in=list(rows)).delete()
    meetings.follow(concerned)
    return {key for key, (was, _) in changed.items() if numbers.get(was or key) in rows}


def _wholly(changed: Leads) -> dict[str, str]:
    """The keys that stood for themselves and lead to another now, together with all that led to them."""
    through: dict[str, set[str | None]] = defaultdict(set)
    for key, (was, now) in changed.items():
        through[was or key].add(now)
    return {key: now for key, (was, now) in changed.items() if was is None and now and through[key] == {now}}


def _decided_on(kind: Kind, keys: Collection[str]) -> set[str]:
    """Those of the keys that a release speaks of on which people decided something."""
    told = set(kind.sightings.filter(**{f"{kind.column}__in": list(keys)}).values_list(kind.column, "article__key"))
    articles = {article for _, article in told}
    decided = set(Correction.objects.in_force().filter(article_key__among=articles).values_list("article_key", flat=True))
    decided |= set(Footing.objects.filter(article__among=articles).values_list("article", flat=True))
    return {key for key, article in told if article in decided}
