"""An archive of any size, shaped like a real one: a few pairs of countries and a few officials meet most of the time."""

from __future__ import annotations

import datetime
import hashlib
import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

WORDS = [
    "minister",
    "defense",
    "talks",
    "cooperation",
    "security",
    "regional",
    "exercise",
    "joint",
    "training",
    "naval",
    "air",
    "force",
    "visit",
    "delegation",
    "bilateral",
    "agreement",
    "signed",
    "partnership",
    "stability",
    "support",
    "meeting",
    "strategic",
    "dialogue",
    "chief",
    "staff",
    "army",
    "cyber",
    "maritime",
    "capability",
    "industry",
    "border",
    "peace",
    "mission",
    "alliance",
    "commander",
    "counterpart",
    "strengthen",
    "relations",
    "discuss",
    "exchange",
    "views",
    "welcome",
    "hosted",
    "capital",
    "ceremony",
    "armed",
    "forces",
    "interoperability",
    "logistics",
    "education",
    "academy",
    "medical",
    "humanitarian",
    "disaster",
    "relief",
    "counter",
    "terrorism",
    "deterrence",
    "readiness",
]
SYLLABLES = [
    "ka",
    "ro",
    "mi",
    "ta",
    "shi",
    "lo",
    "ven",
    "dri",
    "ska",
    "bel",
    "tor",
    "an",
    "gue",
    "li",
    "zha",
    "ngu",
    "pha",
    "ram",
    "os",
    "ez",
    "ic",
    "ova",
    "eska",
    "man",
    "son",
    "berg",
    "di",
    "ya",
    "no",
    "fu",
]
POSITIONS = (
    ("Minister of Defense", 2, 14),
    ("President", 1, 4),
    ("Deputy Minister of Defense", 3, 12),
    ("Chief of Defense", 3, 10),
    ("Chief of the Army", 4, 8),
    ("Commander of the Navy", 4, 8),
    ("Director of Defense Policy", 5, 20),
    ("Defense Attaché", 6, 24),
)
TOPICS = ("training and capacity", "maritime security", "cyber and information", "arms industry", "peacekeeping", "military education")
KINDS = (("meeting", 60), ("visit", 15), ("call", 12), ("conference", 6), ("ceremony", 4), ("exercise", 3))
TABLES = (
    *("publisher", "person", "appointment", "article", "meeting", "participation", "meetingreport", "mention", "agreement"),
    *("organization", "quote"),
)
BODIES = (
    ("ministry", "Ministry of"),
    ("forces", "Armed Forces of"),
    ("command", "Command of"),
    ("agency", "Agency for"),
    ("", "Office of"),
)
AGREEMENT_RULES = ("agreements.verb-before", "agreements.verb-behind", "made")
CONFIDENCES = (0.97, 0.93, 0.85, 0.6, None)
VOCABULARY = 12_000
AT_ONCE = 20_000  # meetings
INDEXES = """
    SELECT quote_ident(index.relname), pg_get_indexdef(index.oid)
    FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid
    WHERE indrelid = ANY(%s::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""
FIRST_DAY, DAYS = datetime.date(2010, 1, 1), 5400


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of each."""

    articles: int
    meetings: int

    @property
    def people(self) -> int:
        return max(40, self.articles // 5)

    @property
    def publishers(self) -> int:
        return 120

    @property
    def organizations(self) -> int:
        return max(20, self.articles // 20)


@transaction.atomic
def fill(size: Size, *, seed: int = 1) -> None:
    """The empty archive holds as much as `size` says. One seed always gives the same. Triggers rest meanwhile.

    Indexes are made at the end: word by word, those of words take longer the more there are. No more than `AT_ONCE` meetings are in
    memory at any time.
    """
    chance = random.Random(seed)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute("SELECT code FROM archive_country ORDER BY md5(code)")
        countries = [row[0] for row in cursor.fetchall()]
        indexes = _taken_down(cursor)
    world = _World(size, countries, chance)
    for table, columns, rows in world.tables():
        _copy(f"archive_{table}", columns, rows)
    with connection.cursor() as cursor:
        for definition in indexes:
            cursor.execute(definition)


def settle() -> None:
    """The planner knows what the tables hold."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        for table in TABLES:
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('archive_{table}', 'id'), (SELECT max(id) FROM archive_{table}))")  # noqa: S608


def _taken_down(cursor: CursorWrapper) -> list[str]:
    """How to make the indexes of the tables that are filled, which are gone now; those of constraints stay."""
    cursor.execute(INDEXES, [[f"archive_{table}" for table in TABLES]])
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f"DROP INDEX {name}")
    return [definition for _, definition in found]


def _copy(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    connection.ensure_connection()
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _key(number: int, kind: str) -> str:
    return f"{number:010}{kind[:4]:x<16}"


def _uneven(chance: random.Random, values: Sequence[Any], *, steepness: float = 1.0) -> Callable[[], Any]:
    """Draws values of which the first come far more often than the last, as countries and officials do."""
    weights = list(accumulate(1 / (rank + 2) ** steepness for rank in range(len(values))))
    return lambda: chance.choices(values, cum_weights=weights)[0]


Table = tuple[str, Sequence[str], Iterable[Sequence[Any]]]
Rows = list[Sequence[Any]]


class _World:
    """Draws the rows of each table."""

    def __init__(self, size: Size, countries: list[str], chance: random.Random) -> None:
        self.size = size
        self.chance = chance
        self.countries = countries
        self.country = _uneven(chance, countries)
        self.words = self._vocabulary()
        self.word = _uneven(chance, self.words)
        self.home = [self.country() for _ in range(size.people)]
        self.level = [chance.choices(POSITIONS, weights=[weight for *_, weight in POSITIONS])[0] for _ in range(size.people)]
        of: dict[str, list[int]] = {}
        for person, code in enumerate(self.home):
            of.setdefault(code, []).append(person)
        self.official = {code: _uneven(chance, people) for code, people in of.items()}
        self.published = sorted(FIRST_DAY + datetime.timedelta(days=int(DAYS * chance.random() ** 0.6)) for _ in range(size.articles))

    def tables(self) -> Iterator[Table]:
        yield "publisher", ("id", "key", "name", "country_id", "website"), self._publishers()
        yield "person", ("id", "key", "name", "sort_name", "country_id"), self._people()
        yield from self._offices()
        yield "article", ARTICLE, self._articles()
        yield from self._meetings()
        yield "organization", ORGANIZATION, self._organizations()
        yield "mention", MENTION, self._mentions()
        yield "agreement", AGREEMENT, self._agreements()
        yield "quote", QUOTE, self._quotes()

    def _vocabulary(self) -> list[str]:
        """Thousands of words, the frequent ones first; those that are asked for stand among them as they do in releases, so that
        "defense" is in most articles and "deterrence" in one of twenty."""
        made = dict.fromkeys(self._name(self.chance.randint(2, 4)).lower() for _ in range(VOCABULARY))
        words = list(made)
        for rank, word in enumerate(WORDS):
            words.insert(rank * 6, word)
        return words

    def _publishers(self) -> Iterator[Sequence[Any]]:
        for number in range(1, self.size.publishers + 1):
            code = self.countries[number % 60]
            yield number, _key(number, "publ"), f"Ministry {number} of {code}", code, ""

    def _people(self) -> Iterator[Sequence[Any]]:
        for person, code in enumerate(self.home):
            given, family = self._name(2), self._name(3)
            yield person + 1, _key(person, "pers"), f"{given} {family}", f"{family}, {given}", code

    def _name(self, syllables: int) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=syllables)).capitalize()

    def _offices(self) -> Iterator[Table]:
        columns = ("id", "key", "person_id", "rank", "position", "country_id", "level", "acting", "former", "first_seen", "last_seen")
        yield (
            "appointment",
            columns,
            (
                (person + 1, _key(person, "offi"), person + 1, "", position, self.home[person], level, False, False, FIRST_DAY, FIRST_DAY)
                for person, (position, level, _) in enumerate(self.level)
            ),
        )

    def _articles(self) -> Iterator[Sequence[Any]]:
        sentences = [" ".join(self.word() for _ in range(40)) + "." for _ in range(2000)]
        publisher = _uneven(self.chance, range(1, self.size.publishers + 1))
        head: tuple[Any, ...]
        for number, day in enumerate(self.published, start=1):
            sha256 = hashlib.sha256(str(number).encode()).hexdigest()
            body = "\n\n".join(self.chance.choices(sentences, k=5))
            title = " ".join(self.word() for _ in range(8)).capitalize()
            now = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
            head = (number, _key(number, "arti"), title, "", publisher(), [], day.isoformat(), day, day, "", "", "en", body)
            yield *head, f"{number}.txt", "text", sha256, sha256, "published", now, now

    def _meetings(self) -> Iterator[Table]:
        told = 0
        for first in range(1, self.size.meetings + 1, AT_ONCE):
            meetings, sides, reports = self._some_meetings(range(first, min(first + AT_ONCE, self.size.meetings + 1)))
            yield "meeting", MEETING, meetings
            once = {(row[0], row[1] or row[2]): row for row in sides}.values()
            yield "participation", ("meeting_id", "person_id", "country_id", "side", "appointment_id"), once
            of_one = list(dict.fromkeys(reports))
            yield "meetingreport", REPORT, [self._report(place, *pair) for place, pair in enumerate(of_one, start=told + 1)]
            told += len(of_one)

    def _some_meetings(self, numbers: Iterable[int]) -> tuple[Rows, Rows, list[tuple[int, int]]]:
        """The meetings of these numbers, who took part, and which articles tell of which."""
        meetings: Rows = []
        sides: Rows = []
        reports: list[tuple[int, int]] = []
        for number in numbers:
            article = self.chance.randrange(self.size.articles)
            codes = self._sides()
            people = [(code, self.official[code]()) for code in codes if code in self.official and self.chance.random() < 0.8]
            levels = [self.level[person][1] for _, person in people]
            meetings.append(self._meeting(number, self.published[article], codes, min(levels, default=None)))
            named = {code for code, _ in people}
            sides += [(number, person + 1, code, "participant", person + 1) for code, person in people]
            sides += [(number, None, code, "participant", None) for code in codes if code not in named]
            reports += [(number, article + 1)] + ([(number, article)] if article and self.chance.random() < 0.15 else [])
        return meetings, sides, reports

    def _sides(self) -> list[str]:
        count = 2 if self.chance.random() < 0.85 else self.chance.randint(3, 12)
        codes: set[str] = set()
        while len(codes) < count:
            codes.add(self.country())
        return sorted(codes)

    def _meeting(self, number: int, published: datetime.date, codes: list[str], level: int | None) -> Sequence[Any]:
        day = None if self.chance.random() < 0.03 else published - datetime.timedelta(days=self.chance.randint(0, 3))
        kind = self.chance.choices([kind for kind, _ in KINDS], weights=[weight for _, weight in KINDS])[0]
        mode = "phone" if kind == "call" else self.chance.choice(("in_person", ""))
        state = "planned" if self.chance.random() < 0.06 else "held"
        date = day.isoformat() if day else ""
        topics = self.chance.sample(TOPICS, k=self.chance.randint(0, 2))
        head = (number, _key(number, "meet"), "", kind, mode, state, date, "", day, day, "stated" if day else "")
        return *head, "", self.chance.choice(codes), self.chance.choice(codes), level, topics, False, codes

    def _report(self, number: int, meeting: int, article: int) -> Sequence[Any]:
        evidence = {"date": {"start": 0, "end": 40, "rule": "made", "where": "body"}}
        return number, _key(number, "repo"), meeting, article, "primary", 0, "{}", json.dumps(evidence), 0.9

    def _organizations(self) -> Iterator[Sequence[Any]]:
        for number in range(1, self.size.organizations + 1):
            kind, words = self.chance.choice(BODIES)
            name = f"{words} {self._name(2)} {self.chance.choice(self.words[:400])}"
            yield number, _key(number, "orga"), name, [], [], self.country(), False, kind

    def _quotes(self) -> Iterator[Sequence[Any]]:
        for number in range(1, self.size.articles // 2 + 1):
            code = self.country()
            speaker = self.official[code]() + 1 if code in self.official else None
            text = " ".join(self.word() for _ in range(25))
            yield number, _key(number, "quot"), 2 * number, speaker, "made up", text, "body", 0, 25, "made"

    def _mentions(self) -> Iterator[Sequence[Any]]:
        number = 0
        organization = _uneven(self.chance, range(1, self.size.organizations + 1))
        for article in range(1, self.size.articles + 1):
            for place in range(2):
                code = self.country()
                person = self.official[code]() if code in self.official else 0
                named = (("country", None, code, None), ("person", person + 1, None, None), ("organization", None, None, organization()))
                for kind, who, where, which in named:
                    number += 1
                    at = (number, f"{number:026}", article, kind, "body", 10 * place, 10 * place + 8)
                    yield *at, "made up", "made up", "made", CONFIDENCES[number % len(CONFIDENCES)], who, where, which

    def _read(self, number: int) -> str:
        return json.dumps({"title": {"start": 0, "end": 9, "rule": AGREEMENT_RULES[number % len(AGREEMENT_RULES)], "where": "body"}})

    def _agreements(self) -> Iterator[Sequence[Any]]:
        for number in range(1, self.size.meetings // 15):
            article = self.chance.randint(1, self.size.articles)
            action = self.chance.choices(("signed", "planned", "discussed"), weights=(6, 2, 2))[0]
            title = "memorandum of understanding on " + " ".join(self.word() for _ in range(3))
            codes = sorted({self.country(), self.country()})
            yield (
                number,
                _key(number, "agre"),
                article,
                self.chance.randint(1, self.size.meetings),
                title,
                action,
                codes,
                self._read(number),
            )


ARTICLE = (
    *("id", "key", "title", "subtitle", "publisher_id", "authors", "published", "published_earliest", "published_latest", "dateline"),
    *("source_url", "language", "body", "path", "format", "sha256", "text_hash", "status", "created", "updated"),
)
MEETING = (
    *("id", "key", "title", "kind", "mode", "state", "date", "end_date", "earliest", "latest", "basis", "place", "country_id", "host_id"),
    *("level", "topics", "suppressed", "countries"),
)
REPORT = ("id", "key", "meeting_id", "article_id", "prominence", "position", "values", "evidence", "confidence")
MENTION = (
    "id",
    "key",
    "article_id",
    "kind",
    "where",
    "start",
    "end",
    "text",
    "value",
    "rule",
    "confidence",
    "person_id",
    "country_id",
    "organization_id",
)
ORGANIZATION = ("id", "key", "name", "acronyms", "other_names", "country_id", "international", "kind")
QUOTE = ("id", "key", "article_id", "speaker_id", "speaker_name", "text", "where", "start", "end", "rule")
AGREEMENT = ("id", "key", "article_id", "meeting_id", "title", "action", "countries", "evidence")
