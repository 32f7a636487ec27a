"""Counts beside filters over a large archive: for each value of a filter one long number, whose bits are the meetings that have it.

To count the meetings of a value within a question is to "and" two numbers and count bits, which takes microseconds where the database
takes a tenth of a second for each filter. The numbers are made anew, in the background, when the archive has changed; until they are
ready, and in an archive that is not large, the database counts. Both ways give the same (see `tests/pages/test_masks.py`).
"""

from __future__ import annotations

import datetime
import threading
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection, models
from django.db.models import ExpressionWrapper, Func, Value

from archive.filters.groups import NONE, SUFFIX, Groups
from archive.keys import PUBLIC
from archive.large import is_large
from archive.models import Agreement, Meeting, MeetingReport, Participation
from archive.models.meeting import BANDS
from archive.remembered import state

REST = 20.0  # seconds from one making to the next, while things are written all the time

Bits = int


@dataclass(frozen=True)
class Masks:
    """The meetings that readers may see, as bits, the newest first.

    `values` holds for each filter, by its name in the address, the bits of each value; `found` what the database was asked before.
    """

    state: str
    ids: Sequence[int]
    places: Mapping[int, int]
    values: Mapping[str, Mapping[str, Bits]]
    twice: Mapping[str, Bits]  # by group: at least two of its members were there
    spells: Mapping[int | None, Bits]
    groups: Groups
    earliest: list[int]
    latest: list[int]
    days: dict[tuple[str, int], Bits] = field(default_factory=dict)
    found: dict[str, Bits] = field(default_factory=dict)

    @property
    def all(self) -> Bits:
        return (1 << len(self.places)) - 1

    def of(self, ids: Iterable[int]) -> Bits:
        """The bits of meetings by their ids; those that came since are left out."""
        return bits((self.places[pk] for pk in ids if pk in self.places), len(self.places))

    def part(self, within: Bits, start: int, stop: int) -> list[int]:
        """The ids of those within from the `start`th, in the order of the list, up to the `stop`th."""
        found: list[int] = []
        before = 0  # how many are passed over or found
        for number, word in enumerate(memoryview(within.to_bytes(len(self.ids) // 64 * 8 + 8, "little")).cast("Q")):
            here = word.bit_count()
            if before + here > start:
                places = (64 * number + bit for bit in range(64) if word >> bit & 1)
                found += [self.ids[place] for at, place in enumerate(places, before) if start <= at < stop]
            before += here
            if before >= stop:
                break
        return found

    def having(self, name: str, wanted: Iterable[str]) -> Bits:
        """Those with any of these values."""
        found = 0
        for value in wanted:
            found |= self.values[name].get(value, 0)
        return found

    def with_each(self, codes: Iterable[str]) -> Bits:
        """Those with a side from each of these countries."""
        found = self.all
        for code in codes:
            found &= self.values["of"].get(code, 0)
        return found

    def since(self, day: datetime.date) -> Bits:
        """Those that may lie on or after the day."""
        return self._kept(("since", day.toordinal()), (last >= day.toordinal() for last in self.latest))

    def until(self, day: datetime.date) -> Bits:
        """Those that may lie on or before the day."""
        return self._kept(("until", day.toordinal()), (first <= day.toordinal() for first in self.earliest))

    def counts(self, name: str, within: Bits) -> dict[str, int]:
        """How many have each value, of those within."""
        counted = ((value, (mask & within).bit_count()) for value, mask in self.values[name].items())
        return {value: n for value, n in counted if n}

    def sides(self, within: Bits, *, beside: str = "") -> tuple[dict[str, int], dict[str, int]]:
        """As `Groups.count`: how many have a side from each country and each group; `beside` is a country that all within have, and then
        only the other sides count."""
        counts = self.counts("of", within)
        countries = {code: n for code, n in counts.items() if not code.endswith(SUFFIX) and code != beside}
        groups = {raw.removesuffix(SUFFIX): n for raw, n in counts.items() if raw.endswith(SUFFIX)}
        if beside:
            groups = {slug: (within & self._besides(slug, beside)).bit_count() for slug in groups}
        return countries, groups

    def _besides(self, slug: str, code: str) -> Bits:
        """Those at which another than this country was a member of the group."""
        member = 0
        for spell, mask in self.spells.items():
            if slug in self.groups.belonging(spell).get(code, NONE):
                member |= mask
        alone = self.values["of"].get(code, 0) & member & ~self.twice.get(slug, 0)
        return self.values["of"].get(slug + SUFFIX, 0) & ~alone

    def _kept(self, key: tuple[str, int], fits: Iterable[bool]) -> Bits:
        if key not in self.days:
            if len(self.days) > 200:
                self.days.clear()
            self.days[key] = bits((place for place, fit in enumerate(fits) if fit), len(self.places))
        return self.days[key]


def bits(places: Iterable[int], size: int) -> Bits:
    """The number that has these bits."""
    holder = bytearray(size // 8 + 1)
    for place in places:
        holder[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(holder, "little")


# ---- when they are made ----

_made: dict[str, Masks] = {}  # by database; the one in force
_making = threading.Lock()
_begun = 0.0


def ready() -> Masks | None:
    """The masks of the archive as it is now. None: they are not ready, and where the archive is large they are now being made."""
    found = _made.get(str(connection.settings_dict["NAME"]))
    if not found and not is_large():
        return None
    now = state()
    if found and now == found.state:
        return found
    if now is not None and not connection.in_atomic_block and time.monotonic() - _begun > REST:
        threading.Thread(target=_make_apart, daemon=True).start()
    return None


def make() -> Masks | None:
    """Make the masks of the archive as it is now. None where it changed meanwhile, or where this transaction has written."""
    global _begun
    _begun = time.monotonic()
    before = state()
    made = _read(before) if before is not None else None
    if made is None or state() != before:
        return None
    _made[str(connection.settings_dict["NAME"])] = made
    return made


def _make_apart() -> None:
    if not _making.acquire(blocking=False):
        return
    try:
        make()
    finally:
        _making.release()
        connection.close()


# ---- how they are made ----


class _Gathered:
    """The places of each value of each filter."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def add(self, name: str, value: str, place: int) -> None:
        self.places[name][value].append(place)

    def bits(self, name: str) -> dict[str, Bits]:
        return {value: bits(places, self.size) for value, places in self.places[name].items()}


NAMES = ("of", "kind", "state", "level", "mode", "among", "host", "guest", "venue", "topic", "publisher", "agreement", "sure", "dated")


def _read(now: str) -> Masks:
    groups = Groups()
    spell = Func(models.F("earliest"), Value(groups.days, output_field=_days()), function="width_bucket")
    fields = ("pk", "countries", "kind", "state", "level", "mode", "host", "country", "topics", "earliest", "latest")
    rows = Meeting.objects.public().newest().annotate(spell=ExpressionWrapper(spell, models.IntegerField()))
    meetings = list(rows.values_list(*fields, "spell"))
    places = {row[0]: place for place, row in enumerate(meetings)}
    found = _Gathered(len(meetings))
    for place, row in enumerate(meetings):
        _gather(found, place, row, groups)
    _gather_reports(found, places)
    values = {name: found.bits(name) for name in NAMES}
    earliest = [row[9].toordinal() if row[9] else 0 for row in meetings]
    latest = [_last(row[9], row[10]) for row in meetings]
    spells = {None if name == "None" else int(name): mask for name, mask in found.bits("spell").items()}
    return Masks(now, list(places), places, values, found.bits("twice"), spells, groups, earliest, latest)


def _gather(found: _Gathered, place: int, row: tuple, groups: Groups) -> None:  # type: ignore[type-arg]
    _, countries, kind, state_, level, mode, host, venue, topics, earliest, _, spell = row
    found.add("kind", kind, place)
    found.add("state", state_, place)
    found.add("level", str(level or "unknown"), place)
    found.add("mode", mode or "not-stated", place)
    found.add("spell", str(spell), place)
    if earliest:
        found.add("dated", "only", place)
    if len(countries) > 1:
        found.add("among", "two" if len(countries) == 2 else "more", place)
    for name, code in (("host", host), ("venue", venue)):
        if code:
            found.add(name, code, place)
    for topic in dict.fromkeys(topics):
        found.add("topic", topic, place)
    _gather_sides(found, place, countries, groups.belonging(spell))


def _gather_sides(found: _Gathered, place: int, countries: Collection[str], belonging: Mapping[str, frozenset[str]]) -> None:
    members: dict[str, int] = {}
    for code in countries:
        found.add("of", code, place)
        for slug in belonging.get(code, NONE):
            members[slug] = members.get(slug, 0) + 1
    for slug, n in members.items():
        found.add("of", slug + SUFFIX, place)
        if n > 1:
            found.add("twice", slug, place)


def _gather_reports(found: _Gathered, places: Mapping[int, int]) -> None:
    """What hangs on meetings: publishers and confidence, agreements, guests."""
    best: dict[int, float | None] = dict.fromkeys(places.values())
    seen: set[tuple[str, str, int]] = set()

    def once(name: str, value: str, place: int) -> None:
        if (name, value, place) not in seen:
            seen.add((name, value, place))
            found.add(name, value, place)

    told = MeetingReport.objects.filter(article__status="published").order_by()
    for meeting, publisher, confidence in told.values_list("meeting", "article__publisher__key", "confidence").iterator(5000):
        place = places.get(meeting)
        if place is None:
            continue
        if publisher:
            once("publisher", publisher[:PUBLIC], place)
        if confidence is not None:
            best[place] = max(confidence, best[place] or 0.0)
    for place, confidence in best.items():
        found.add("sure", band_of(confidence), place)
    done = Agreement.objects.filter(article__status="published", meeting__isnull=False).order_by()
    for meeting, action in done.values_list("meeting", "action").iterator(5000):
        if meeting in places:
            once("agreement", "yes", places[meeting])
            if action == "signed":
                once("agreement", "signed", places[meeting])
    guests = Participation.objects.filter(side="guest", country__isnull=False).order_by()
    for meeting, code in guests.values_list("meeting", "country").iterator(5000):
        if meeting in places:
            once("guest", code, places[meeting])


def _last(earliest: datetime.date | None, latest: datetime.date | None) -> int:
    """The number of the last day that a meeting may lie on; one without a year may lie after all."""
    if earliest is None:
        return datetime.date.max.toordinal()
    return latest.toordinal() if latest else 0


def band_of(confidence: float | None) -> str:
    """The band of `BANDS` in which a confidence lies."""
    if confidence is None:
        return "unknown"
    return next(band for band, lowest in BANDS.items() if confidence >= lowest)


def _days() -> models.Field:  # type: ignore[type-arg]
    from django.contrib.postgres.fields import ArrayField

    return ArrayField(models.DateField())
