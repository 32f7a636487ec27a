"""What many tests need: people with roles, and a small archive whose every fact can be told by heart."""

from __future__ import annotations

import datetime
import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import override_settings
from hypothesis import settings as property_tests
from pytest_django.plugin import DjangoDbBlocker

from archive import edtf, large, reference
from archive.keys import key_of
from archive.models import (
    Agreement,
    Alias,
    Appointment,
    Article,
    Country,
    CountryGroup,
    Extraction,
    GroupMembership,
    Meeting,
    MeetingReport,
    Mention,
    Organization,
    Original,
    Participation,
    Person,
    Publisher,
    Quote,
)
from ingest.engine.record import as_json
from ingest.engine.types import Record, Release
from tests.installations import Databases

# How long one example takes depends on what else the machine does: tests do not time.
property_tests.register_profile("parley", deadline=None)
property_tests.load_profile("parley")


def pytest_configure(config: pytest.Config) -> None:
    # WhiteNoise misses the folder of collected files, which only a server in production has.
    config.addinivalue_line("filterwarnings", "ignore:No directory at:UserWarning")


@pytest.fixture(scope="session", autouse=True)
def _quick() -> Iterator[None]:
    """Argon2 is slow on purpose, and tests sign in hundreds of times; nor does what reads for one test stand back behind the others."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"], READING_NICE=0):
        yield


@pytest.fixture(scope="session", autouse=True)
def _counting_in_the_foreground() -> Iterator[None]:
    """What a test tells the planner of a table outlives its rollback; counts made in the background of the next would hold its tables."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archive.masks.FELT", 10**9)
        yield


@pytest.fixture(autouse=True)
def _size_asked_anew() -> None:
    """Else it depended on the clock which test asks for the size of the archive, one query more."""
    large._known.clear()


@pytest.fixture(autouse=True)
def _reference_data(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests with real transactions empty all tables when they end, those of the migrations too; so what follows loads them again."""
    if not {"transactional_db", "live_server"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db")
    if not Country.objects.exists():
        reference.load_countries(Country)
        reference.load_groups(CountryGroup, GroupMembership)
        reference.load_roles(Group, Permission)
    yield
    _until_nobody_is_served()


def _until_nobody_is_served(patience: float = 10.0) -> None:
    """A page left behind may still be made when its browser is gone; tables emptied meanwhile would lock each other out (a deadlock).

    The live server answers each connection in a thread, so named; `patience` in seconds, for a connection that somebody keeps open.
    """
    end = time.monotonic() + patience
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(max(0.0, end - time.monotonic()))


@pytest.fixture(scope="session")
def _run_folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this test run have in common."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if hasattr(request.config, "workerinput") else folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What makes databases of its own needs the tests' server, which stands only where some test asks for the database.

    It also stays in one process, module by module, for what its fixtures have made; all else goes one by one to whoever is free.
    """
    for item in filter(_makes_databases, items):
        item.add_marker(pytest.mark.xdist_group(item.path.stem))
        if item.get_closest_marker("django_db") is None:
            item.add_marker(pytest.mark.django_db)
    items[:] = _long_ones_early(items)


def _makes_databases(item: pytest.Item) -> bool:
    return "databases" in getattr(item, "fixturenames", ())


def _takes_long(item: pytest.Item) -> bool:
    """Whether a test may go before its turn: those with real transactions come behind the others, whose tables they empty."""
    marks = item.get_closest_marker("django_db")
    empties = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())) or (marks and marks.kwargs.get("transaction"))
    return _makes_databases(item) or (item.get_closest_marker("slow") is not None and not empties)


def _long_ones_early(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests with the long ones spread over the first half, module by module: at the end one process would wait for them."""
    long = [list(of_module) for _, of_module in groupby(filter(_takes_long, items), key=lambda item: item.path)]
    short = [item for item in items if not _takes_long(item)]
    if not long:
        return short
    begins = [number * len(short) // (2 * len(long)) for number in range(len(long))]
    ordered: list[pytest.Item] = []
    for of_module, begin, end in zip(long, begins, [*begins[1:], len(short)], strict=True):
        ordered += [*of_module, *short[begin:end]]
    return ordered


@pytest.fixture(scope="module")
def databases(django_db_setup: None, django_db_blocker: DjangoDbBlocker, _run_folder: Path) -> Iterator[Databases]:
    """Makes databases of one's own on the tests' server; they last as long as the tests of a module."""
    with django_db_blocker.unblock():
        connection.ensure_connection()  # tells the address of the server
    here = Databases(_run_folder)
    yield here
    here.drop()


# ---- people who sign in ----


@pytest.fixture
def editor(db: None) -> User:
    user = User.objects.create_user("editor", "editor@example.org", "correct horse battery", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    return user


@pytest.fixture
def administrator(db: None) -> User:
    user = User.objects.create_user("administrator", "admin@example.org", "correct horse battery", is_staff=True)
    user.groups.add(Group.objects.get(name="admins"))
    return user


@pytest.fixture
def analyst(db: None) -> User:
    """Signed in, without a role."""
    return User.objects.create_user("analyst", "analyst@example.org", "correct horse battery")


# ---- a small archive ----


@dataclass(frozen=True)
class SmallArchive:
    """Talks of Estonia and Portugal on 3 October 2023 in Tallinn, told of by both sides, and a call of Estonia and Japan, year unknown."""

    talks: Meeting
    call: Meeting
    release: Article
    other_account: Article
    note: Article
    tamm: Person
    costa: Person
    ministry: Organization
    agreement: Agreement


BODY = """\
TALLINN – Minister of Defence Ülo Tamm met his Portuguese counterpart João da Costa in Tallinn on October 3.

“We know what the sea is worth,” Tamm said.

The ministers signed a memorandum of understanding on cyber exercises."""


@pytest.fixture
def small_archive(db: None) -> SmallArchive:
    publisher = Publisher.objects.create(
        key=key_of("publisher", "Ministry of Defence of Estonia"), name="Ministry of Defence of Estonia", country_id="EE"
    )
    release = make_article("Ministers of Estonia and Portugal meet", BODY, published="2023-10-03", publisher=publisher)
    other_account = make_article("Costa in Tallinn", "João da Costa was received in Tallinn.", published="2023-10-04")
    note = make_article("A call with Tokyo", "Ülo Tamm spoke with Japan by telephone on March 5.")

    ministry = Organization.objects.create(
        key=key_of("organization", "EE", "ministry of defence"),
        name="Ministry of Defence",
        acronyms=["MoD"],
        country_id="EE",
        kind="ministry",
    )
    tamm = make_person("Ülo Tamm", "Tamm, Ülo", "EE")
    costa = make_person("João da Costa", "Costa, João da", "PT")
    Alias.objects.create(person=tamm, name="Tamm")
    office = Appointment.objects.create(
        key=key_of("appointment", tamm.key, "Minister of Defence"),
        person=tamm,
        position="Minister of Defence",
        organization=ministry,
        country_id="EE",
        level=2,
        first_seen=datetime.date(2023, 10, 3),
        last_seen=datetime.date(2023, 10, 3),
    )
    office.articles.add(release)

    talks = make_meeting(
        "Estonia-Portugal talks", kind="meeting", mode="in_person", date="2023-10-03", place="Tallinn", country_id="EE", level=2
    )
    Participation.objects.create(meeting=talks, person=tamm, country_id="EE", organization=ministry, side="host", appointment=office)
    Participation.objects.create(meeting=talks, person=costa, country_id="PT", side="guest")
    call = make_meeting("", kind="call", mode="phone", date="XXXX-03-05")
    Participation.objects.create(meeting=call, person=tamm, country_id="EE")
    Participation.objects.create(meeting=call, country_id="JP")
    for position, (meeting, article) in enumerate([(talks, release), (talks, other_account), (call, note)]):
        make_report(meeting, article, position=position)

    make_mention(release, "person", "Ülo Tamm", person=tamm)
    make_mention(release, "person", "João da Costa", person=costa)
    make_mention(release, "country", "Portuguese", value="PT", country_id="PT")
    make_mention(release, "place", "Tallinn")
    make_mention(release, "date", "October 3", value="2023-10-03")
    said = "We know what the sea is worth,"
    start = BODY.index(said)
    Quote.objects.create(
        key=key_of("quote", release.key, said),
        article=release,
        speaker=tamm,
        speaker_name="Ülo Tamm",
        text=said,
        start=start,
        end=start + len(said),
    )
    agreement = Agreement.objects.create(
        key=key_of("agreement", release.key, "cyber"),
        article=release,
        meeting=talks,
        title="memorandum of understanding on cyber exercises",
        action="signed",
        countries=["EE", "PT"],
    )
    return SmallArchive(
        talks=Meeting.objects.get(pk=talks.pk),
        call=Meeting.objects.get(pk=call.pk),
        release=release,
        other_account=other_account,
        note=note,
        tamm=tamm,
        costa=costa,
        ministry=ministry,
        agreement=agreement,
    )


def make_article(title: str, body: str, *, published: str = "", **fields: object) -> Article:
    """A published article of this text, with its file and an extraction in force."""
    content = f"{title}\n\n{body}".encode()
    sha256 = hashlib.sha256(content).hexdigest()
    earliest, latest = edtf.bounds(published)
    article = Article.objects.create(
        key=key_of("article", sha256),
        title=title,
        body=body,
        published=published,
        published_earliest=earliest,
        published_latest=latest,
        path=f"{title}.txt",
        sha256=sha256,
        text_hash=hashlib.sha256(body.encode()).hexdigest(),
        **fields,
    )
    Original.objects.create(article=article, content=content)
    record = as_json(Record(Release(title=title, body=body), engine="test"), path=article.path)
    Extraction.objects.create(article=article, engine="test", record=record)
    return article


def make_person(name: str, sort_name: str, country: str | None = None) -> Person:
    return Person.objects.create(key=key_of("person", name, country), name=name, sort_name=sort_name, country_id=country)


def make_meeting(title: str, *, date: str = "", **fields: object) -> Meeting:
    earliest, latest = edtf.bounds(date)
    key = key_of("meeting", title, date)
    return Meeting.objects.create(key=key, title=title, date=date, earliest=earliest, latest=latest, **({"kind": "meeting"} | fields))


def make_report(meeting: Meeting, article: Article, *, position: int = 0, prominence: str = "primary") -> MeetingReport:
    """What the article says of the meeting; its evidence is the article's first sentence."""
    evidence = {"date": {"start": 0, "end": article.body.index(".") + 1, "rule": "test", "where": "body"}}
    return MeetingReport.objects.create(
        key=key_of("report", article.key, meeting.key),
        meeting=meeting,
        article=article,
        position=position,
        prominence=prominence,
        values={"title": meeting.title, "date": meeting.date},
        evidence=evidence,
        confidence=0.97,
    )


def make_mention(article: Article, kind: str, text: str, *, value: str | None = None, **fields: object) -> Mention:
    """A mention of this kind where the text first stands in the body."""
    start = article.body.index(text)
    return Mention.objects.create(
        key=key_of("mention", article.key, kind, text),
        article=article,
        kind=kind,
        text=text,
        value=value or text,
        start=start,
        end=start + len(text),
        rule="test",
        confidence=0.99,
        **fields,
    )
