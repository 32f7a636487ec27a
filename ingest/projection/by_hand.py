"""What people added to one article, or moved in it, laid over what was read from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from django.utils import timezone

from archive.models import Article, Correction
from ingest.engine.record import Json
from ingest.projection import added, footings, of_one_release
from ingest.projection.anchors import place
from ingest.projection.facts import Facts
from ingest.projection.held import NOTHING_HELD, Held, HeldReport


@dataclass(frozen=True, slots=True)
class ByHand:
    """The corrections in force that rest on words of one article."""

    article: Article
    made: tuple[Correction, ...] = ()
    moved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    footed: Held = NOTHING_HELD

    @classmethod
    def of(cls, articles: Collection[Article]) -> dict[str, ByHand]:
        """By the keys of the articles."""
        made: dict[str, list[Correction]] = {article.key: [] for article in articles}
        for one in Correction.objects.in_force().filter(article_key__among=made).order_by("pk"):
            made[one.article_key].append(one)
        held = footings.of(articles)
        return {key: cls(article, tuple(made[key]), _moved(made[key]), held[key]) for key, article in ((one.key, one) for one in articles)}

    def completed(self, form: Json) -> Json:
        """The record as read, with what people set right of its officials and organizations, and without those whom they took away."""
        return of_one_release.laid_over(self.as_read(form), article=self.article.key, made=self.made)

    def as_read(self, form: Json) -> Json:
        """The record with what people added. What the machine reads by now is not added a second time.

        Where people told the year of the release, meetings of which the text tells no year have theirs.
        """
        if not self.made:
            return form
        if self._published[:4].isdigit():
            form = {**form, "meetings": [_with_year(meeting, self._published) for meeting in form["meetings"]]}
        return added.completed(form, self.made)

    def held(self, body: str) -> Held:
        """What facts of the article are held to; agreements and quotations by where the words of their corrections stand in this text."""
        kinds = {Correction.Kind.AGREEMENT, Correction.Kind.QUOTE}
        resting = [(one, place(one, body)) for one in self.made if one.kind in kinds and one.anchor_text]
        places = {one.key: (one.kind, start, start + len(one.anchor_text)) for one, start in resting if start is not None}
        accounts = tuple(HeldReport(one.key, one.old) for one in self._accounts_taken_away if one.old)
        return replace(self.footed, places=places, reports=(*self.footed.reports, *accounts)) if places or accounts else self.footed

    def set_right(self, told: Facts) -> Facts:
        """The facts with the accounts of meetings as people set them right, but for those that they found not to be in the text."""
        gone = {one.key for one in self._accounts_taken_away}
        reports = of_one_release.accounts(told.reports, made=self.made)
        return replace(told, reports=tuple(report for report in reports if report.key not in gone)) if self.made else told

    def note_lost(self, told: Facts, body: str) -> None:
        """A correction whose words, or whose mention, are no longer in the article is marked since when; one found again is not."""
        mentions = {mention.key for mention in told.mentions} if self.made else set()
        for one in self.made:
            lost = one.key not in mentions if one.kind == Correction.Kind.MENTION else place(one, body) is None
            if lost != (one.lost_since is not None):
                one.lost_since = timezone.now() if lost else None
                one.save(update_fields=["lost_since"])

    @property
    def _accounts_taken_away(self) -> list[Correction]:
        return [one for one in self.made if (one.kind, one.operation) == (Correction.Kind.REPORT, Correction.Operation.SUPPRESS)]

    @property
    def _published(self) -> str:
        told = (str(one.new) for one in self.made if one.kind == Correction.Kind.ARTICLE and one.field == "published")
        return next(told, "")


def _with_year(meeting: Json, published: str) -> Json:
    """The meeting in the year that lies nearest to the release: one in December that January tells of was in the year before."""
    date = meeting["date"] or ""
    if not date.startswith("XXXX-") or not date[5:7].isdigit():
        return meeting
    apart = int(date[5:7]) - int(published[5:7]) if published[5:7].isdigit() else 0
    year = int(published[:4]) + (apart < -6) - (apart > 6)
    dates = {name: f"{year:04}{meeting[name][4:]}" for name in ("date", "end_date") if (meeting[name] or "").startswith("XXXX-")}
    return {**meeting, **dates, "date_basis": "relative"}


def _moved(made: Iterable[Correction]) -> dict[str, str]:
    return {one.key: str(one.new) for one in made if one.kind == Correction.Kind.MENTION}
