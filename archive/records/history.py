"""What people decided in the whole archive, the newest first: who, what, when, why, before and after."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.core.paginator import Page, Paginator
from django.db.models import CharField, F, Q, Value
from django.utils.text import capfirst

from archive.actions import corrections
from archive.actions.corrections import MODELS
from archive.models import Appointment, Article, Correction, ImportAct, Judgement, Meeting, Mention, Organization, Person, RuleWithdrawal
from archive.models.imports import sees_all
from archive.records import wording
from archive.records.corrections import names_of

AT_ONCE = 50
KINDS = {
    "": "everything",
    "correction": "fields set right",
    "confirm": "fields confirmed",
    "suppress": "things taken away",
    "add": "things added",
    "judgement": "who is who",
    "rule": "rules taken back",
    "article": "releases published and withdrawn",
    "text": "releases compared",
    "upload": "uploads sent, stopped, tried again",
}
NOT_OPEN = "For another release, which is not open to you"
STANDS = {"": "in force or not", "yes": "in force", "no": "taken back"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision in words; `room` and `public_id` lead to the page of what it is about, where there is one that the reader may open."""

    what: str
    who: str
    when: datetime.datetime
    why: str
    before: str = ""
    after: str = ""
    room: str = ""
    public_id: str = ""
    name: str = ""
    back_by: str = ""
    back_at: datetime.datetime | None = None
    because: Mapping[str, str] = field(
        default_factory=dict
    )  # the release that the reason speaks of: name, and room and public_id of its page
    holds: tuple[str, int] | None = None  # as what, and by which number, it can be taken back; None where it cannot, or not alone


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of the address."""

    kind: str = ""
    by: str = ""
    stands: str = ""
    words: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Asked:
        """What is not understood is left out."""
        return cls(
            kind=told.get("kind", "") if told.get("kind", "") in KINDS else "",
            by=told.get("by", "").replace("\x00", "")[:150],
            stands=told.get("stands", "") if told.get("stands", "") in STANDS else "",
            words=told.get("q", "").replace("\x00", "").strip()[:200],
            since=_day(told.get("since", "")),
            until=_day(told.get("until", "")),
        )


class History:
    """The decisions that fit a question, page by page, for who reads them."""

    def __init__(self, asked: Asked, *, page: str = "1", reader: User | None = None) -> None:
        self.asked = asked
        self._page, self._reader = page, reader

    @cached_property
    def page(self) -> Page[Any]:
        return Paginator(self._rows, AT_ONCE).get_page(self._page)

    @property
    def is_whole(self) -> bool:
        """Whether the reader sees what everybody decided."""
        return self._reader is None or sees_all(self._reader)

    @property
    def people(self) -> list[str]:
        """Everybody who decided anything that the reader may know of."""
        told = reduce(or_, (Q(pk__in=self._seen(source).values("by")) for source in SOURCES if source != "article"))
        published = self._seen("article").values_list("pgh_context__metadata__user", flat=True).distinct()
        return list(User.objects.filter(told | Q(pk__in=list(published))).order_by("username").values_list("username", flat=True))

    @cached_property
    def entries(self) -> list[Entry]:
        rows = list(self.page.object_list)
        made = {source: _loaded(source, [number for kind, number, _ in rows if kind == source]) for source in SOURCES}
        about = _About(made, self._reader)
        return [_entry(source, made[source][number], about) for source, number, _ in rows if number in made[source]]

    @property
    def _rows(self) -> Any:
        """(source, number, when) of each decision, all sources together in order of time."""
        first, *others = [self._of(source) for source in SOURCES if self._is_asked(source)]
        return (first.union(*others, all=True) if others else first).order_by("-when", "-number")

    def _is_asked(self, source: str) -> bool:
        kind = self.asked.kind
        return not kind or kind == source or (source == "correction" and kind in OPERATIONS)

    def _of(self, source: str) -> Any:
        asked, rows = self.asked, self._seen(source)
        if source == "correction" and asked.kind:
            rows = rows.filter(operation=OPERATIONS[asked.kind])
        if asked.by:
            rows = rows.filter(_by(source, asked.by))
        if asked.stands:
            rows = rows.none() if source in FOR_GOOD else rows.filter(withdrawn_at__isnull=asked.stands == "yes")
        if asked.words:
            rows = rows.filter(_saying(source, asked.words))
        if asked.since:
            rows = rows.filter(when__date__gte=asked.since)
        if asked.until:
            rows = rows.filter(when__date__lte=asked.until)
        return rows.values_list("source", "number", "when")

    def _seen(self, source: str) -> Any:
        """The decisions of a source that the reader may know of."""
        rows = _rows_of(source)
        return rows if self._reader is None or sees_all(self._reader) else rows.filter(_open_to(source, self._reader))


# ---- where decisions stand ----

SOURCES = ("correction", "judgement", "rule", "article", "text", "upload")
FOR_GOOD = frozenset({"article", "text", "upload"})  # acts that are followed by others and not taken back
OPERATIONS = {"correction": "set", "confirm": "confirm", "suppress": "suppress", "add": "add"}


def _model(source: str) -> type[Any]:
    models: dict[str, type[Any]] = {"correction": Correction, "judgement": Judgement, "rule": RuleWithdrawal, "upload": ImportAct}
    return models.get(source) or apps.get_model(*{"article": ("archive", "ArticleEvent"), "text": ("ingest", "TextJudgement")}[source])


def _rows_of(source: str) -> Any:
    """All decisions of a source. Of the versions of a release those count that somebody made with a reason: published, withdrawn."""
    rows = _model(source).objects.order_by()
    if source == "article":
        rows = rows.filter(pgh_context__metadata__has_keys=["user", "reason"])
    time = "pgh_created_at" if source == "article" else "made_at"
    return rows.annotate(source=Value(source, output_field=CharField()), number=F("pk"), when=F(time))


def _by(source: str, name: str) -> Q:
    if source != "article":
        return Q(by__username=name)
    return Q(pgh_context__metadata__user__in=list(User.objects.filter(username=name).values_list("pk", flat=True)))


def _open_to(source: str, reader: User) -> Q:
    """Decisions that this editor may know of: none on what others have not published, and uploads only where they are the editor's own."""
    if source == "upload":
        return Q(batch__by=reader)
    hidden = Article.objects.exclude(status=Article.Status.PUBLISHED).exclude(uploaded_by=reader)
    keys = hidden.values("key")
    if source == "article":
        return ~Q(pgh_obj__in=hidden.values("pk"))
    if source == "text":
        return Q(by=reader) | ~(Q(article__in=keys) | Q(other__in=keys))
    if source == "correction":
        return ~(Q(article_key__in=keys) | Q(kind=Correction.Kind.ARTICLE, key__in=keys))
    return Q()


def _saying(source: str, words: str) -> Q:
    """Decisions whose reason, values or names have the words."""
    if source == "article":
        return Q(title__icontains=words) | Q(pgh_context__metadata__reason__icontains=words)
    if source == "upload":
        return Q(batch__name__icontains=words)
    if source == "text":
        titled = Article.objects.filter(title__icontains=words).values("key")
        return Q(article__in=titled) | Q(other__in=titled)
    if source == "rule":
        return Q(rule__icontains=words) | Q(reason__icontains=words)
    if source == "correction":
        named = [model.objects.filter(**{f"{name}__icontains": words}).values("key") for model, name in NAMED]
        about = reduce(or_, (Q(key__in=keys) for keys in named))
        return about | Q(reason__icontains=words) | Q(old__icontains=words) | Q(new__icontains=words) | Q(field__icontains=words)
    named_so = Mention.objects.filter(value__icontains=words).values("key")
    return Q(left__in=named_so) | Q(right__in=named_so) | Q(reason__icontains=words)


NAMED: tuple[tuple[type[Any], str], ...] = ((Person, "name"), (Organization, "name"), (Meeting, "title"))


def _loaded(source: str, numbers: list[int]) -> dict[int, Any]:
    related = {"article": ["pgh_context"], "text": ["by"], "upload": ["by"]}.get(source, ["by", "withdrawn_by"])
    return {one.pk: one for one in _model(source).objects.filter(pk__in=numbers).select_related(*related)} if numbers else {}


# ---- in words ----


def _entry(source: str, one: Any, about: _About) -> Entry:
    if source == "article":
        return _of_article(one, about)
    if source == "upload":
        files = f"{one.files:,} file{'' if one.files == 1 else 's'}"
        return Entry(str(one), who=one.by.get_username(), when=one.made_at, why="", after=files)
    if source == "text":
        return _of_texts(one, about)
    told: dict[str, Any] = {"who": one.by.get_username(), "when": one.made_at, "why": one.reason}
    if one.withdrawn_at is None and source != "rule" and getattr(one, "kind", "") != Correction.Kind.MENTION:
        told["holds"] = source, one.pk
    told |= {"back_by": one.withdrawn_by.get_username() if one.withdrawn_by else "", "back_at": one.withdrawn_at}
    if source == "rule":
        return Entry(f"Rule {one.rule}, version {one.version}, taken back", **told)
    if source == "judgement":
        return Entry(f"{about.names[one.left]} and {about.names[one.right]}: {one.get_verdict_display()}", **told)
    return _of_correction(one, about, told)


def _of_correction(one: Correction, about: _About, told: dict[str, Any]) -> Entry:
    """Where the thing has no page, as one that a release alone tells, the page is that of the release."""
    of_release = one.key if one.kind == Correction.Kind.ARTICLE else one.article_key
    where = _page_of(one.kind, about.things.get((one.kind, one.key))) or about.page_of(about.releases.get(of_release))
    kind, field = one.get_kind_display(), wording.label(one.kind, one.field)
    before, after = (wording.value(one.kind, one.field, value) for value in (one.old, one.new))
    if one.operation == Correction.Operation.SUPPRESS:
        return Entry(f"Found to be no {kind}", before=_name_in(one.old), **told, **where)
    if one.operation == Correction.Operation.ADD:
        return Entry(f"{capfirst(kind)} added", after=_name_in(one.new), **told, **where)
    if one.kind == Correction.Kind.MENTION:
        of_its_own = "an official" if one.field == "person" else "an organization"
        return Entry(f"Mention moved to {of_its_own} of its own", before=one.anchor_text, **told)
    if one.operation == Correction.Operation.CONFIRM:
        return Entry(f"{field} confirmed", after=after, **told, **where)
    return Entry(f"{field} set", before=before, after=after, **told, **where)


def _page_of(kind: str, thing: Any) -> dict[str, Any]:
    """The page that shows the thing, and its name: an office is shown with its holder."""
    if isinstance(thing, Appointment):
        return {"room": "person", "public_id": thing.person.public_id, "name": f"{thing.person}, {thing}"}
    return {"room": kind, "public_id": thing.public_id, "name": wording.name(thing)} if thing is not None and kind in ROOMS else {}


def _of_article(one: Any, about: _About) -> Entry:
    context = one.pgh_context.metadata
    article = about.articles.get(one.pgh_obj_id)
    why, because = _reason(one.pgh_obj_id, context, about)
    return Entry(
        "Taken in as a new version of another"
        if _is_taken_in(one.pgh_obj_id, context)
        else _became(one.status, about.after.get(one.pk, "")),
        who=about.users.get(context["user"], "somebody"),
        when=one.pgh_created_at,
        why=why,
        before=Article.Status(one.status).label,
        after=about.after.get(one.pk, ""),
        because=because,
        **(about.page_of(article) or {"name": one.title or one.path}),
    )


def _is_taken_in(number: int, context: Mapping[str, Any]) -> bool:
    return "update" in context and bool(context["update"] == number)


def _reason(number: int, context: Mapping[str, Any], about: _About) -> tuple[str, Mapping[str, str]]:
    """Why a release changed, and the release that this speaks of: the one that was the same, or the other of two versions."""
    if "of" not in context:
        return context["reason"], {}
    other = about.page_of(about.articles.get(context["of"])) or {"name": context["of_title"]}
    if not about.may_name(other):
        return NOT_OPEN, {}
    if "update" not in context:
        return context["reason"], other
    return (
        ("It is a new version of", other)
        if _is_taken_in(number, context)
        else ("It has the new version", {"name": context["update_title"]})
    )


def _became(before: str, after: str) -> str:
    """What was done to a release, from its state before and that after; it has none after where another release took its text."""
    if after == Article.Status.PUBLISHED.label:
        return "New version of a release published" if before == Article.Status.PUBLISHED else "Release published"
    return "Release withdrawn" if after == Article.Status.WITHDRAWN.label else "Release changed"


def _of_texts(one: Any, about: _About) -> Entry:
    """The page is that of the release that goes on: of two versions the update is no more, and its text stands in the other."""
    there, compared = about.releases.get(one.other), about.releases.get(one.article)
    title = (compared.title or compared.path) if compared else ""
    told = Entry("Releases compared", who=one.by.get_username(), when=one.made_at, why="", before=title, after=one.get_verdict_display())
    return replace(told, **about.page_of(there))


ROOMS = frozenset({"person", "organization", "meeting", "agreement", "quote"})


def _name_in(value: Any) -> str:
    return wording.name_in(value) if isinstance(value, dict) else corrections.shown(value)


class _About:
    """What the entries of one page speak of."""

    def __init__(self, made: Mapping[str, Mapping[int, Any]], reader: User | None) -> None:
        self._reader = reader
        self._sees_all = reader is not None and sees_all(reader)
        self.names = names_of(made["judgement"].values())
        self.things = {
            (kind, thing.key): thing
            for kind, model in MODELS.items()
            for thing in _with_holders(model.objects.filter(key__in=[one.key for one in made["correction"].values() if one.kind == kind]))
        }
        keys = {key for one in made["correction"].values() for key in (one.key, one.article_key)}
        keys |= {key for one in made["text"].values() for key in (one.article, one.other)}
        self.releases = {one.key: one for one in Article.objects.filter(key__in=keys).defer("body", "search")}
        events = list(made["article"].values())
        numbers = {event.pgh_obj_id for event in events} | {event.pgh_context.metadata.get("of") for event in events}
        self.articles = {one.pk: one for one in Article.objects.filter(pk__in=numbers - {None}).defer("body", "search")}
        self.users = dict(
            User.objects.filter(pk__in=[event.pgh_context.metadata["user"] for event in events]).values_list("pk", "username")
        )
        self.after = {event.pk: self._after(event) for event in events}

    def page_of(self, article: Article | None) -> dict[str, Any]:
        """The page of a release and its title; the title alone of what readers do not see and the reader does not look after."""
        if article is None:
            return {}
        name = {"name": article.title or article.path}
        if article.status == Article.Status.PUBLISHED:
            return {"room": "article", "public_id": article.public_id} | name
        is_own = self._reader is not None and article.uploaded_by_id == self._reader.pk
        return {"room": "draft", "public_id": article.public_id} | name if self._sees_all or is_own else name

    def may_name(self, page: Mapping[str, Any]) -> bool:
        """Whether the reader may be told the title of a release: one that has a page for the reader, or any where the reader sees all."""
        return "room" in page or self._reader is None or self._sees_all

    def _after(self, event: Any) -> str:
        """The state of the release after the change: that of its next version, or the one it has."""
        later = _model("article").objects.filter(pgh_obj=event.pgh_obj_id, pk__gt=event.pk).order_by("pk").first()
        now = later or self.articles.get(event.pgh_obj_id)
        return str(Article.Status(now.status).label) if now else ""


def _with_holders(things: Any) -> Any:
    return things.select_related("person") if things.model is Appointment else things


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
