"""From files to the archive: each file once, each article in one transaction, the same again changing nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import DataError, IntegrityError, transaction
from django.db.models import Q

from archive import edtf
from archive.keys import key_of
from archive.models import Article, Extraction, Original
from ingest import projection
from ingest.engine.record import as_json, from_json
from ingest.engine.rules.people import home
from ingest.engine.types import Record
from ingest.extraction import Extracted
from ingest.models import FormerVersion
from ingest.projection.lookups import Lookups, lock, longest, stored_date


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


def load(result: Extracted, *, by: User | None = None, lookups: Lookups | None = None, status: str = Article.Status.PUBLISHED) -> Loaded:
    """The archive holds the article of this file and all that was read from it; nothing of it where that cannot be.

    The same bytes are the same article under whatever name. Other bytes at the same path, or of the same web address, are a new
    version of it: the former is kept. The same text in other bytes is told, and not stored twice. `status` is that of a new article;
    one that is there keeps its own.
    """
    try:
        return _load(result, by, lookups or Lookups(), status)
    except (DataError, IntegrityError, UnicodeError) as error:
        return Loaded(result.path, Outcome.FAILED, f"the database does not take it: {_first_line(error)}")


def known(paths: Iterable[tuple[Path, str]], *, engine: str) -> dict[Path, Loaded]:
    """Those of the files (path, SHA-256) that need not be read: their bytes are in the archive, read by this engine."""
    wanted = dict(paths)
    articles = Article.objects.filter(sha256__in=wanted.values(), extractions__in_force=True, extractions__engine=engine)
    rows = {sha256: (pk, path) for pk, sha256, path in articles.values_list("pk", "sha256", "path")}
    former = FormerVersion.objects.filter(sha256__in=wanted.values()).values_list("sha256", "article", "article__path")
    replaced = {sha256: (article, path) for sha256, article, path in former if sha256 not in rows}
    return {path: _as_known(path, *rows[sha256]) for path, sha256 in wanted.items() if sha256 in rows} | {
        path: Loaded(path, Outcome.UNCHANGED, f"an earlier version of {replaced[sha256][1]}", replaced[sha256][0])
        for path, sha256 in wanted.items()
        if sha256 in replaced and replaced[sha256][1] != stored_path(path)
    }


def stored_path(path: Path) -> str:
    """The path as the archive keeps it: seen from the project's folder where the file lies in it or beside it."""
    full = path.absolute()
    for folder, shown in ((Path(settings.BASE_DIR), Path()), (Path(settings.BASE_DIR).parent, Path(".."))):
        if full.is_relative_to(folder):
            full = shown / full.relative_to(folder)
            break
    return str(full)[-longest(Article, "path") :]


@transaction.atomic
def _load(result: Extracted, by: User | None, lookups: Lookups, status: str) -> Loaded:
    lock()
    path, sha256 = result.place or stored_path(result.path), hashlib.sha256(result.content).hexdigest()
    release = result.record.release
    if not release.body:
        return Loaded(result.path, Outcome.FAILED, "no running text was found in it; manage.py explain shows what was left out, and why")
    url, text_hash = _url(release.source_url), _text_hash(result.record)
    near = _near(sha256, path, url, text_hash)
    if article := _first(near, lambda one: one.sha256 == sha256):
        return _read_anew(article, result, lookups)
    former = _first(near, lambda one: one.path == path) or _first(near, lambda one: one.source_url == url and one.text_hash != text_hash)
    if former:
        _replace(former, result, sha256, path, lookups)
        return Loaded(result.path, Outcome.CHANGED, article=former.pk)
    if double := _first(near, lambda one: one.text_hash == text_hash):
        return Loaded(result.path, Outcome.SAME_TEXT, f"the same text as {double.path}", double.pk)
    article = _create(result, sha256, path, by, lookups, status)
    return Loaded(result.path, Outcome.NEW, article=article.pk)


def _near(sha256: str, path: str, url: str, text_hash: str) -> list[Article]:
    """The articles of these bytes, from this place, from this page or with this text."""
    same = Q(sha256=sha256) | Q(path=path) | Q(text_hash=text_hash)
    if _names_one_page(url):
        same |= Q(source_url=url)
    return list(Article.objects.filter(same).order_by("pk"))


def _first(articles: Iterable[Article], is_it: Callable[[Article], bool]) -> Article | None:
    return next(filter(is_it, articles), None)


def _create(result: Extracted, sha256: str, path: str, by: User | None, lookups: Lookups, status: str) -> Article:
    article = Article(key=key_of("article", sha256), sha256=sha256, path=path, uploaded_by=by, status=status, **_fields(result, lookups))
    article.save(force_insert=True)
    Original.objects.create(article=article, content=result.content)
    _extraction(article, result, lookups, new=True)
    return article


def _replace(article: Article, result: Extracted, sha256: str, path: str, lookups: Lookups) -> None:
    """The article is what the file says now; its former bytes and what was read from them are kept."""
    FormerVersion.objects.filter(sha256=sha256).delete()  # bytes that come back are no longer former
    FormerVersion.objects.create(article=article, sha256=article.sha256, content=article.original.content)
    article.extractions.filter(in_force=True).update(in_force=False)
    _set(article, sha256=sha256, path=path, **_fields(result, lookups))
    Original.objects.filter(article=article).update(content=result.content)
    _extraction(article, result, lookups, new=False)


def _read_anew(article: Article, result: Extracted, lookups: Lookups) -> Loaded:
    """The extraction in force is this one, if it says anything else than the last."""
    last = article.extractions.get(in_force=True)
    if last.engine == result.record.engine and _same(last, result.record):
        return _as_known(result.path, article.pk, article.path)
    if _same(last, result.record):
        last.engine = result.record.engine
        last.record = as_json(result.record, path=article.path)
        last.save(update_fields=["engine", "record"])
        return Loaded(result.path, Outcome.UNCHANGED, article=article.pk)
    last.delete()
    _set(article, **_fields(result, lookups))
    _extraction(article, result, lookups, new=False)
    return Loaded(result.path, Outcome.READ_ANEW, article=article.pk)


def _extraction(article: Article, result: Extracted, lookups: Lookups, *, new: bool) -> None:
    form = as_json(result.record, path=article.path)
    Extraction.objects.create(article=article, engine=result.record.engine, record=form)
    projection.project(article, form, lookups=lookups, new=new)


def _same(last: Extraction, record: Record) -> bool:
    """Whether the extraction says what the record does, whichever engine read it. One in another form does not."""
    try:
        kept = from_json({**last.record, "engine": record.engine})
    except KeyError:
        return False
    return kept == record


def _fields(result: Extracted, lookups: Lookups) -> dict[str, Any]:
    release = result.record.release
    published = stored_date(release.published, model=Article, column="published")
    earliest, latest = edtf.bounds(published)
    return {
        "title": release.title or "",
        "subtitle": release.subtitle or "",
        "publisher_id": lookups.publisher(release.publisher, home=home.of_publisher(release)),
        "authors": list(release.authors),
        "published": published,
        "published_earliest": earliest,
        "published_latest": latest,
        "dateline": release.dateline or "",
        "source_url": _url(release.source_url),
        "language": release.language[: longest(Article, "language")],
        "body": release.body,
        "format": result.format,
        "text_hash": _text_hash(result.record),
    }


def _set(article: Article, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(article, name, value)
    article.save(update_fields=[*fields, "updated"])


def _names_one_page(url: str) -> bool:
    """Whether the address is that of a page, and not of a site or a section's list."""
    parts = urlsplit(url)
    return bool(parts.query) or parts.path.strip("/").count("/") >= 1


def _url(url: str | None) -> str:
    """The address, if it is one that may be linked to."""
    try:
        URLValidator(schemes=["http", "https"])(url)
    except ValidationError:
        return ""
    return url if url and len(url) <= longest(Article, "source_url") else ""


def _text_hash(record: Record) -> str:
    release = record.release
    return hashlib.sha256(" ".join(f"{release.title or ''} {release.body}".casefold().split()).encode()).hexdigest()


def _as_known(path: Path, article: int, stored: str) -> Loaded:
    if stored == stored_path(path):
        return Loaded(path, Outcome.UNCHANGED, article=article)
    return Loaded(path, Outcome.SAME_TEXT, f"the same file as {stored}", article)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
