"""An archive in one file, and out of it into another installation: releases as they came, what was read, and what people decided.

The file is a ZIP archive: `manifest.json`, `articles.jsonl` (a line for each release, with all that was read from it), `files/` (the bytes
of releases and their former versions, by SHA-256), `ledger.jsonl` (a line for each decision, with who made it and when), and
`footings.jsonl` (which words decisions rest on). People, organizations and meetings are not in it: the other installation derives the
same ones under the same keys.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction

from archive.models import Article, Correction, Extraction, Judgement, Original, Publisher, RuleWithdrawal
from archive.standing import take_in
from ingest import projection
from ingest.growth import look_at_what_grew
from ingest.models import Footing, FormerVersion, NewVersion, Sketch, TextJudgement
from ingest.projection.lookups import Lookups, lock
from ingest.projection.rows import copy, insert
from ingest.sketches import sketch

FORM = 1
AT_ONCE = 100  # releases in one transaction
LEDGER: dict[str, type[models.Model]] = {
    model._meta.model_name or "": model for model in (Correction, Judgement, RuleWithdrawal, TextJudgement)
}
PEOPLE = ("by_id", "withdrawn_by_id")  # columns that hold who did it; in the file they hold the name of the account
ON: dict[type[models.Model], tuple[str, ...]] = {
    Correction: ("kind", "key", "field"),
    Judgement: ("kind", "left", "right"),
    RuleWithdrawal: ("rule", "version"),
    TextJudgement: ("article", "other"),
}  # columns of which one decision alone is in force
HOLDS = ("set", "confirm")
LEFT_OUT = {"id", "search"}
BESIDE = {"publisher", "uploaded_by", "extractions", "former", "new_version_of"}  # what is told of a release and is no column of it
Json = dict[str, Any]


class NotAnArchive(ValueError):
    """The file is none that `export_to` wrote. The message says what to do."""


@dataclass
class Moved:
    """How many releases and decisions came over, and what did not with the reason."""

    articles: int = 0
    decisions: int = 0
    there: Counter[str] = field(default_factory=Counter)
    left: list[str] = field(default_factory=list)


def export_to(path: Path, *, progress: Callable[[int], None] = lambda done: None) -> int:
    """The whole archive is in the file; the number of its releases. A file that was there is replaced when the new one is whole."""
    draft = path.with_name(f".{path.name}.part")
    with transaction.atomic(), zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as packed:
        lock()  # nobody loads or decides meanwhile, so that all of it is of one moment
        with packed.open("ledger.jsonl", "w") as out:
            for line in _decisions():
                out.write(_line(line))
        with packed.open("footings.jsonl", "w", force_zip64=True) as out:
            for footing in Footing.objects.order_by("pk").iterator(1000):
                out.write(_line(_columns(footing)))
        count = _pack_articles(packed, progress)
        packed.writestr("manifest.json", json.dumps({"parley": FORM, "articles": count}))
    draft.replace(path)
    return count


def import_from(path: Path, *, progress: Callable[[int], None] = lambda done: None) -> Moved:
    """What is in the file is in this archive too; what is here stands. Started again after any end, it does what is left.

    Raises `NotAnArchive`. Accounts of whoever decided something are made where there are none of that name, without a password.
    """
    moved = Moved()
    with _opened(path) as packed:
        with transaction.atomic():
            lock()
            _take_decisions(packed, moved)
            _take_footings(packed)
        for lines in _some(packed.open("articles.jsonl"), AT_ONCE):
            with transaction.atomic():
                take_in()
                lock()
                _take_articles(packed, [json.loads(line) for line in lines], moved)
            look_at_what_grew()
            progress(len(lines))
    with transaction.atomic():
        take_in()
        projection.compare()
    return moved


# ---- out ----


def _pack_articles(packed: zipfile.ZipFile, progress: Callable[[int], None]) -> int:
    """Lines first, then bytes, since an archive is written one file at a time; never more than a few releases are in memory."""
    count = 0
    articles = Article.objects.select_related("publisher", "uploaded_by").order_by("pk")
    with packed.open("articles.jsonl", "w", force_zip64=True) as out:
        for article in articles.iterator(AT_ONCE):
            out.write(_line(_told(article)))
            count += 1
            progress(1)
    for model in (Original, FormerVersion):
        path = "article__sha256" if model is Original else "sha256"
        for sha256, content in model._default_manager.order_by("pk").values_list(path, "content").iterator(AT_ONCE):
            packed.writestr(f"files/{sha256}", bytes(content))
    return count


def _told(article: Article) -> Json:
    extractions = article.extractions.order_by("pk").values("engine", "record", "in_force", "created")
    publisher = article.publisher
    return _columns(article, without={"publisher_id", "uploaded_by_id"}) | {
        "publisher": _columns(publisher) if publisher else None,
        "uploaded_by": article.uploaded_by.username if article.uploaded_by else None,
        "extractions": list(extractions),
        "former": list(FormerVersion.objects.filter(article=article).order_by("pk").values("sha256", "replaced")),
        "new_version_of": NewVersion.objects.filter(draft=article).values_list("of__key", flat=True).first(),
    }


def _decisions() -> Iterator[Json]:
    names = dict(User.objects.values_list("pk", "username"))
    for kind, model in LEDGER.items():
        for row in model._default_manager.order_by("pk").iterator(1000):
            told = _columns(row)
            yield {"kind of decision": kind} | told | {column: names.get(told[column]) for column in PEOPLE if column in told}


def _columns(row: models.Model, *, without: Iterable[str] = ()) -> Json:
    names = [one.attname for one in row._meta.local_concrete_fields]
    return {name: getattr(row, name) for name in names if name not in {*LEFT_OUT, *without}}


def _line(told: Json) -> bytes:
    return json.dumps(told, ensure_ascii=False, cls=_Exact).encode() + b"\n"


class _Exact(DjangoJSONEncoder):
    """Times to the microsecond, so that decisions keep their order."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime.datetime) else super().default(o)


# ---- in ----


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        packed = zipfile.ZipFile(path)
        form = json.loads(packed.read("manifest.json"))["parley"]
    except OSError as error:
        raise NotAnArchive(f"{path} could not be opened ({error.strerror}). Name the file that manage.py export-articles wrote.") from None
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise NotAnArchive(f"{path} is no archive that manage.py export-articles wrote ({error}). Write it anew.") from None
    if form != FORM:
        raise NotAnArchive(f"{path} was written by another version of Parley (form {form}). Bring both installations to one version.")
    return packed


def _take_decisions(packed: zipfile.ZipFile, moved: Moved) -> None:
    accounts = _Accounts()
    with packed.open("ledger.jsonl") as lines:
        for line in lines:
            told = json.loads(line)
            model = LEDGER[told.pop("kind of decision")]
            told |= {column: accounts.number(told[column]) for column in PEOPLE if column in told}
            if model._default_manager.filter(**_same(told)).exists():
                moved.there["decisions"] += 1
            elif clash := _clash(model, told):
                moved.left.append(clash)
            else:
                copy(model, list(told), [[_value(model, name, value) for name, value in told.items()]])
                moved.decisions += 1


def _take_footings(packed: zipfile.ZipFile) -> None:
    """What decisions rest on here, they rest on there; archives that were written before there were footings have none."""
    if "footings.jsonl" in packed.namelist():
        with packed.open("footings.jsonl") as lines:
            for some in _some(lines, 1000):
                Footing.objects.bulk_create([Footing(**json.loads(line)) for line in some], ignore_conflicts=True)


def _same(told: Json) -> Json:
    """By what a decision is known again: who made it, when, and on what."""
    on = {"kind", "key", "field", "left", "right", "rule", "version", "article", "other", "made_at", "by_id"}
    return {name: value for name, value in told.items() if name in on}


def _clash(model: type[models.Model], told: Json) -> str:
    """Why the decision is not taken over: another on the same holds here. "" where none does."""
    if told.get("withdrawn_at"):
        return ""
    told_on: Json = {name: told[name] for name in ON[model] if name in told}
    if model is Correction and told["operation"] not in HOLDS:
        return ""
    if model is Correction:
        told_on["operation__in"] = HOLDS
    if model is not TextJudgement:
        told_on["withdrawn_at"] = None
    there = model._default_manager.filter(**told_on)
    what = " ".join(str(told[name]) for name in ("kind", "key", "field", "left", "right", "article", "other") if told.get(name))
    return f"{model._meta.verbose_name} on {what}: people of this installation decided on it, and that stands" if there.exists() else ""


def _take_articles(packed: zipfile.ZipFile, lines: list[Json], moved: Moved) -> None:
    keys, hashes = [told["key"] for told in lines], [told["sha256"] for told in lines]
    there = dict(Article.objects.filter(key__in=keys).values_list("key", "sha256"))
    held = dict(Article.objects.filter(sha256__in=hashes).values_list("sha256", "path"))
    new = [told for told in lines if _is_new(told, there, held, moved)]
    accounts, publishers = _Accounts(), _publishers(lines)
    articles = []
    for told in new:
        columns = {name: value for name, value in told.items() if name not in BESIDE}
        publisher, by = told["publisher"], told["uploaded_by"]
        columns["publisher_id"] = publishers[publisher["key"]] if publisher else None
        articles.append(Article(**columns, uploaded_by_id=accounts.number(by)))
    insert(Article, articles)
    copy(Original, ("article_id", "content"), ((row.pk, _bytes(packed, row.sha256)) for row in articles))
    copy(Sketch, ("article_id", "low"), ((row.pk, sketch(row.body)) for row in articles))
    _take_versions(packed, list(zip(articles, new, strict=True)))
    _project(articles)
    moved.articles += len(articles)


def _is_new(told: Json, there: dict[str, str], held: dict[str, str], moved: Moved) -> bool:
    if there.get(told["key"]) == told["sha256"]:
        moved.there["releases"] += 1
    elif told["key"] in there:
        moved.left.append(f"{told['path']}: this installation has another version of it")
    elif told["sha256"] in held:
        moved.left.append(f"{told['path']}: the same file is here as {held[told['sha256']]}")
    else:
        return True
    return False


def _take_versions(packed: zipfile.ZipFile, articles: list[tuple[Article, Json]]) -> None:
    """What was read of them and what they were before, of the times it was there; and of which others drafts are to take the place."""
    read = [(row.pk, one) for row, told in articles for one in told["extractions"]]
    columns = ("engine", "record", "in_force", "created")
    copy(Extraction, ("article_id", *columns), ([pk, *(_value(Extraction, name, one[name]) for name in columns)] for pk, one in read))
    former = ((row.pk, one["sha256"], _bytes(packed, one["sha256"]), one["replaced"]) for row, told in articles for one in told["former"])
    copy(FormerVersion, ("article_id", "sha256", "content", "replaced"), former)
    waiting = {told["new_version_of"]: row.pk for row, told in articles if told.get("new_version_of")}
    of = Article.objects.filter(key__in=waiting).values_list("key", "pk")
    copy(NewVersion, ("draft_id", "of_id"), ((waiting[key], pk) for key, pk in of))


def _project(articles: list[Article]) -> None:
    forms = dict(Extraction.objects.filter(article__in=articles, in_force=True).values_list("article", "record"))
    rows = Article.objects.filter(pk__in=forms).order_by("pk")
    projection.project([(row, forms[row.pk]) for row in rows], lookups=Lookups(), new=True)


def _publishers(lines: list[Json]) -> dict[str, int]:
    """The row of each publisher by its key, made where there is none; of one name and two keys, the one that is here."""
    found: dict[str, int] = {}
    for told in (line["publisher"] for line in lines if line["publisher"]):
        if told["key"] in found:
            continue
        row = Publisher.objects.filter(key=told["key"]).first() or Publisher.objects.filter(name=told["name"]).first()
        found[told["key"]] = (row or Publisher.objects.create(**told)).pk
    return found


def _bytes(packed: zipfile.ZipFile, sha256: str) -> bytes:
    content = packed.read(f"files/{sha256}")
    if hashlib.sha256(content).hexdigest() != sha256:
        raise NotAnArchive(f"A file in the archive is not what it was ({sha256}). Export it anew.")
    return content


def _value(model: type[models.Model], name: str, value: Any) -> Any:
    field_of = next(one for one in model._meta.local_concrete_fields if one.attname == name)
    return field_of.get_db_prep_save(field_of.to_python(value) if not isinstance(field_of, models.JSONField) else value, connection)


def _some(lines: Iterable[bytes], count: int) -> Iterator[list[bytes]]:
    waiting: list[bytes] = []
    for line in lines:
        waiting.append(line)
        if len(waiting) == count:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


class _Accounts:
    """The accounts of this installation, by name."""

    def __init__(self) -> None:
        self._numbers = dict(User.objects.values_list("username", "pk"))

    def number(self, name: str | None) -> int | None:
        """That of the account of this name; made where there is none, for nobody to sign in with."""
        if name is None:
            return None
        if name not in self._numbers:
            user = User(username=name, is_active=False)
            user.set_unusable_password()
            user.save()
            self._numbers[name] = user.pk
        return self._numbers[name]
