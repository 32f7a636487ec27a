"""From files to the archive: each file once, each article in one transaction, the same again changing nothing."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import DataError, IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from archive.keys import key_of
from archive.models import Article, Extraction, Original
from ingest import drafted, projection, stating
from ingest.engine.record import Json, from_json, release_of
from ingest.engine.types import Release
from ingest.extraction import Extracted, Written
from ingest.models import FormerVersion, NewVersion, Sketch
from ingest.projection import releases
from ingest.projection.lookups import Lookups, lock, longest
from ingest.projection.rows import copy, insert, listed
from ingest.sketches import sketch

AsRead = Extracted | Written

LINKED = URLValidator(schemes=["http", "https"])  # raises for an address that may not be linked to
PATH, NO_PATH = '{"path": ', '""'  # how a record begins that was written without its path


class Outcome(StrEnum):
    """What became of a file."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    READ_ANEW = "read anew"
    SAME_TEXT = "same text"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file, what became of it, and for whom it is not plain, why."""

    path: Path
    outcome: Outcome
    reason: str = ""
    article: int | None = None


def load(
    result: Extracted | Written, *, by: User | None = None, lookups: Lookups | None = None, status: str = Article.Status.PUBLISHED
) -> Loaded:
    """The archive holds the article of this file and all that was read from it; nothing of it where that cannot be.

    The same bytes are the same article under whatever name. Other bytes at the same path, or of the same web address, are a new
    version of it: the former is kept. The same text in other bytes is told, and not stored twice. `status` is that of a new article;
    one that is there keeps its own.
    """
    return load_all([result], by=by, lookups=lookups, status=status)[0]


def load_all(
    results: Sequence[Extracted | Written],
    *,
    by: User | None = None,
    lookups: Lookups | None = None,
    status: str = Article.Status.PUBLISHED,
) -> list[Loaded]:
    """What `load` says, of each file, in their order. Files that have nothing to do with each other are loaded in one transaction."""
    loaded: list[Loaded] = []
    for some in _apart(list(map(File.of, results))):
        loaded += _whole_or_one_by_one(some, by, lookups or Lookups(), status)
    return loaded


@transaction.atomic
def take_over(*, former: Article, update: Article) -> None:
    """The former article says what the update said, under its own address; what it said before is kept, and the update is gone."""
    lock()
    form = update.extractions.get(in_force=True).record
    result = Extracted(Path(update.path), bytes(update.original.content), from_json(form), update.format, place=update.path)
    projection.withdraw(update)
    stating.carry_over(former=former, update=update)
    drafted.carry_over(former=former, update=update, record=form)
    update.import_files.update(article=former)
    update.delete()
    _replace(former, File.of(result), Lookups())


def known(paths: Iterable[tuple[Path, str]], *, engine: str) -> dict[Path, Loaded]:
    """Those of the files (path, SHA-256) that need not be read: their bytes are in the archive, read by this engine."""
    wanted = dict(paths)
    articles = Article.objects.filter(sha256__among=wanted.values(), extractions__in_force=True, extractions__engine=engine)
    rows = {sha256: (pk, path) for pk, sha256, path in articles.values_list("pk", "sha256", "path")}
    former = FormerVersion.objects.filter(sha256__among=wanted.values()).values_list("sha256", "article", "article__path")
    replaced = {sha256: (article, path) for sha256, article, path in former if sha256 not in rows}
    return {path: _as_known(path, *rows[sha256]) for path, sha256 in wanted.items() if sha256 in rows} | {
        path: Loaded(path, Outcome.UNCHANGED, f"an earlier version of {replaced[sha256][1]}", replaced[sha256][0])
        for path, sha256 in wanted.items()
        if sha256 in replaced and replaced[sha256][1] != stored_path(path)
    }


def stored_path(path: Path) -> str:
    """The path as the archive keeps it: seen from the project's folder where the file lies in it or beside it."""
    full = str(path.absolute())
    for folder, shown in _folders(str(settings.BASE_DIR)):
        if full.startswith(folder):
            full = shown + full.removeprefix(folder)
            break
    return storable(full)[-longest(Article, "path") :]


@cache
def _folders(project: str) -> tuple[tuple[str, str], ...]:
    """The project's folder and the one that it lies in, each as paths in it begin, and what is shown instead."""
    return tuple((str(folder).rstrip("/") + "/", shown) for folder, shown in ((Path(project), ""), (Path(project).parent, "../")))


def storable(path: str) -> str:
    """The same; bytes of a name that are no letters in UTF-8 as `\\xe9`, which a database takes and no two names have in common."""
    return path if path.isascii() else path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read, and what tells which article it is of. `text` is the record as JSON, `form` the same once more as values."""

    source: Path
    content: bytes
    format: str
    text: str
    form: Json
    release: Release
    path: str
    sha256: str
    url: str
    text_hash: str

    @classmethod
    def of(cls, result: AsRead) -> File:
        written = result if isinstance(result, Written) else Written.of(result)
        form: Json = json.loads(written.text)
        release = release_of(form)
        path = written.place or stored_path(written.path)
        about = (path, written.sha256, _url(release.source_url), _text_hash(release))
        return cls(written.path, written.content, written.format, written.text, form, release, *about)

    def told_of(self, article: Article) -> tuple[Json, str]:
        """The record of the article, as values and as JSON."""
        return {**self.form, "path": article.path}, PATH + json.dumps(article.path) + self.text[len(PATH + NO_PATH) :]

    @property
    def page(self) -> str:
        """The address, if it is that of a page, and not of a site or a section's list."""
        parts = urlsplit(self.url)
        return self.url if parts.query or parts.path.strip("/").count("/") >= 1 else ""

    @property
    def marks(self) -> set[tuple[str, str]]:
        """Two files with one of these in common are the same, or have to do with each other."""
        told = {"path": self.path, "bytes": self.sha256, "page": self.page, "text": self.text_hash}
        return {mark for mark in told.items() if mark[1]}


def _apart(files: Iterable[File]) -> Iterator[list[File]]:
    """The files in their order, in runs within which no two have to do with each other."""
    some: list[File] = []
    marks: set[tuple[str, str]] = set()
    for file in files:
        own = file.marks
        if marks & own:
            yield some
            some, marks = [], set()
        some.append(file)
        marks |= own
    if some:
        yield some


def _whole_or_one_by_one(files: list[File], by: User | None, lookups: Lookups, status: str) -> list[Loaded]:
    """One file that the database does not take costs the others only time."""
    try:
        return _load(files, by, lookups, status)
    except (DataError, IntegrityError, UnicodeError) as error:
        lookups.forget()  # publishers that were made in this transaction are not there
        if len(files) > 1:
            return [loaded for file in files for loaded in _whole_or_one_by_one([file], by, lookups, status)]
        return [Loaded(files[0].source, Outcome.FAILED, f"the database does not take it: {_first_line(error)}")]


@transaction.atomic
def _load(files: list[File], by: User | None, lookups: Lookups, status: str) -> list[Loaded]:
    lock()
    near = _Near(files)
    loaded = {file.path: _there(file, near, lookups, held_back=status == Article.Status.DRAFT) for file in files}
    new = [file for file in files if loaded[file.path] is None]
    for file, article in zip(new, _create(new, by, lookups, status), strict=True):
        former = near.former(file)
        if former:
            NewVersion.objects.create(draft=article, of=former)
        loaded[file.path] = Loaded(file.source, Outcome.CHANGED if former else Outcome.NEW, article=article.pk)
    return [became for became in loaded.values() if became]


def _there(file: File, near: _Near, lookups: Lookups, *, held_back: bool) -> Loaded | None:
    """What became of a file that the archive has an article of, or that is no release; None for one that needs an article of its own.

    `held_back`: the new version of a published release is a draft beside it, so that readers go on seeing what an editor published.
    """
    if not file.release.body:
        reason = "no running text was found in it. Save the text of the release alone as .txt, and take that"
        return Loaded(file.source, Outcome.FAILED, reason)
    if article := near.bytes(file):
        return _read_anew(article, file, lookups)
    former = near.former(file)
    beside = held_back and former is not None and former.status == Article.Status.PUBLISHED
    if (former is None or beside) and (later := near.replaced(file)):
        return Loaded(file.source, Outcome.UNCHANGED, f"an earlier version of {later.path}", later.pk)
    if former:
        if beside:
            waiting = Article.objects.filter(new_version__of=former).first()
            if waiting is None:
                return None
            former = waiting
        _replace(former, file, lookups)
        return Loaded(file.source, Outcome.CHANGED, article=former.pk)
    if double := near.text(file):
        return Loaded(file.source, Outcome.SAME_TEXT, f"the same text as {double.path}", double.pk)
    return None


class _Near:
    """The articles of the same bytes as one of the files, from its place, from its page or with its text; the first of several.

    One that has just become the new version of another file is no longer what it was, and is not told.
    """

    def __init__(self, files: Collection[File]) -> None:
        same = (
            Q(sha256__among=[file.sha256 for file in files]),
            Q(text_hash__among=[file.text_hash for file in files]),
            Q(path__in=[file.path for file in files]),
            Q(source_url__in=[file.page for file in files if file.page]),
        )
        # as one question with OR, the database reads every article for it
        first, *others = (Article.objects.filter(one).order_by().values_list("pk", flat=True) for one in same)
        numbers = list(first.union(*others))
        self._articles: dict[tuple[str, str], list[Article]] = defaultdict(list)
        for article in Article.objects.filter(pk__among=numbers).order_by("pk") if numbers else ():
            for mark in ("sha256", "path", "text_hash", "source_url"):
                self._articles[mark, getattr(article, mark)].append(article)
        earlier = FormerVersion.objects.filter(sha256__among=[file.sha256 for file in files]).select_related("article").defer("content")
        self._replaced = {former.sha256: former.article for former in earlier}

    def bytes(self, file: File) -> Article | None:
        return next(self._of("sha256", file.sha256), None)

    def former(self, file: File) -> Article | None:
        """The article of which the file is a new version: that from its place, or that of its page, if it has another text."""
        of_page = (article for article in self._of("source_url", file.page) if article.text_hash != file.text_hash)
        return next(self._of("path", file.path), None) or next(of_page, None)

    def replaced(self, file: File) -> Article | None:
        """The article that once had these bytes, and has others now."""
        return self._replaced.get(file.sha256)

    def text(self, file: File) -> Article | None:
        return next(self._of("text_hash", file.text_hash), None)

    def _of(self, mark: str, value: str) -> Iterator[Article]:
        there = self._articles.get((mark, value), ()) if value else ()
        return (article for article in there if getattr(article, mark) == value)


def _create(files: Sequence[File], by: User | None, lookups: Lookups, status: str) -> list[Article]:
    articles = [
        Article(
            key=key_of("article", file.sha256),
            sha256=file.sha256,
            path=file.path,
            uploaded_by=by,
            status=status,
            **_fields(file, lookups),
        )
        for file in files
    ]
    insert(Article, articles)
    insert(Original, (Original(article=article, content=file.content) for article, file in zip(articles, files, strict=True)))
    copy(Sketch, ("article_id", "low"), ((article.pk, listed(sketch(article.body))) for article in articles))
    _extractions(list(zip(articles, files, strict=True)), lookups, new=True)
    return articles


def _replace(article: Article, file: File, lookups: Lookups) -> None:
    """The article is what the file says now; its former bytes and what was read from them are kept."""
    FormerVersion.objects.filter(sha256=file.sha256).delete()  # bytes that come back are no longer former
    FormerVersion.objects.create(article=article, sha256=article.sha256, content=article.original.content)
    article.extractions.filter(in_force=True).update(in_force=False)
    _set(article, sha256=file.sha256, path=file.path, **_fields(file, lookups))
    Original.objects.filter(article=article).update(content=file.content)
    _extractions([(article, file)], lookups, new=False)


def _read_anew(article: Article, file: File, lookups: Lookups) -> Loaded:
    """The extraction in force is this one, if it says anything else than the last."""
    last, form = article.extractions.get(in_force=True), file.told_of(article)[0]
    same = _same(last, form)
    if same and last.engine == form["engine"]:
        return _as_known(file.source, article.pk, article.path)
    if same:
        last.engine, last.record = form["engine"], form
        last.save(update_fields=["engine", "record"])
        return Loaded(file.source, Outcome.UNCHANGED, article=article.pk)
    last.delete()
    _set(article, **_fields(file, lookups))
    _extractions([(article, file)], lookups, new=False)
    return Loaded(file.source, Outcome.READ_ANEW, article=article.pk)


def _extractions(read: Collection[tuple[Article, File]], lookups: Lookups, *, new: bool) -> None:
    """What was read is in force, and the tables tell it."""
    told = [(article, *file.told_of(article)) for article, file in read]
    now = timezone.now()
    columns = ("article_id", "engine", "record", "created", "in_force")
    copy(Extraction, columns, ((article.pk, form["engine"], text, now, True) for article, form, text in told))
    projection.project([(article, form) for article, form, _ in told], lookups=lookups, new=new)


def _same(last: Extraction, form: Json) -> bool:
    """Whether the extraction says what the record does, whichever engine read it. One in another form does not."""
    try:
        kept = from_json({**last.record, "engine": form["engine"]})
    except KeyError:
        return False
    return kept == from_json(form)


def _fields(file: File, lookups: Lookups) -> dict[str, Any]:
    release = file.release
    return {
        "title": release.title or "",
        "subtitle": release.subtitle or "",
        "authors": list(release.authors),
        "dateline": release.dateline or "",
        "source_url": file.url,
        "language": release.language[: longest(Article, "language")],
        "body": release.body,
        "format": file.format,
        "text_hash": file.text_hash,
        **releases.columns(release, lookups),
    }


def _set(article: Article, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(article, name, value)
    article.save(update_fields=[*fields, "updated"])
    releases.lay_over(article)
    Sketch.objects.update_or_create(article=article, defaults={"low": sketch(article.body)})


def _url(url: str | None) -> str:
    """The address, if it is one that may be linked to."""
    try:
        LINKED(url)
    except ValidationError:
        return ""
    return url if url and len(url) <= longest(Article, "source_url") else ""


def _text_hash(release: Release) -> str:
    return hashlib.sha256(" ".join(f"{release.title or ''} {release.body}".casefold().split()).encode()).hexdigest()


def _as_known(path: Path, article: int, stored: str) -> Loaded:
    if stored == stored_path(path):
        return Loaded(path, Outcome.UNCHANGED, article=article)
    return Loaded(path, Outcome.SAME_TEXT, f"the same file as {stored}", article)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
