"""Documents signed."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Case, Count, Exists, F, FloatField, Func, OuterRef, Q, Value, When
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from archive.models.article import CONFIG, Article, all_of, words_query
from archive.models.checks import is_among
from archive.models.confidence import MeasuredQuerySet, measured
from archive.models.functions import Fold
from archive.models.keyed import Keyed, public_id_is_unique
from archive.models.meeting import Meeting

RULES = "agreements."  # names of the rules that read agreements begin so
ALIKE = 0.3  # similarity from which two titles may be those of one document: "MoU on cyber defense", "memorandum on cyber defense"


class AgreementQuerySet(MeasuredQuerySet["Agreement"]):
    """Questions about agreements. Each keeps those that answer it; together they are the question of a list."""

    def public(self) -> Self:
        """Those that a published release tells of."""
        return self.filter(article__status="published")

    def of(self, countries: Collection[str]) -> Self:
        """Those with a party from any of these countries."""
        return self.filter(countries__overlap=list(countries))

    def between(self, one: str, other: str) -> Self:
        """Those to which both countries are parties."""
        return self.filter(countries__contains=[one, other])

    def in_action(self, actions: Collection[str]) -> Self:
        """Those that were signed, amended, renewed, planned or discussed."""
        return self.filter(action__in=actions)

    def promised(self) -> Self:
        """Those that were planned, where no later release tells of one like it between the same parties as signed."""
        signed = Agreement.objects.public().filter(action="signed", countries=OuterRef("countries"))
        later = signed.filter(article__published_latest__gte=Coalesce(OuterRef("article__published_earliest"), datetime.date.min))
        likeness = Func(Fold(F("title")), Fold(OuterRef("title")), function="similarity", output_field=FloatField())
        like = later.annotate(likeness=likeness).filter(likeness__gte=ALIKE)
        return self.filter(~Exists(like), action="planned")

    def maybe_since(self, day: datetime.date) -> Self:
        """Those told of by a release that may have been published on or after this day."""
        return self.filter(Q(article__published_latest__gte=day) | Q(article__published_earliest__isnull=True))

    def maybe_until(self, day: datetime.date) -> Self:
        """Those told of by a release that may have been published on or before this day."""
        return self.filter(Q(article__published_earliest__lte=day) | Q(article__published_earliest__isnull=True))

    def dated(self) -> Self:
        """Those whose release has a known year."""
        return self.filter(article__published_earliest__isnull=False)

    def titled(self, words: str) -> Self:
        """Those whose title has these words: "phrases" in quotes, `or`, `-without`; endings, accents and capitals do not matter."""
        return self.alias(words=SearchVector("title", config=CONFIG)).filter(words=words_query(words))

    def with_marked_title(self, words: str) -> Self:
        """With `marked`: the title with each of the words marked. Not yet escaped."""
        return self.annotate(marked=all_of(words, "title"))

    def confidence(self) -> Case:
        """That of the rule that read their title."""
        rule = KeyTextTransform("rule", KeyTransform("title", "evidence"))
        precision = (When(Exact(rule, Value(name)), then=Value(share)) for name, share in measured().items() if name.startswith(RULES))
        return Case(*precision, default=None, output_field=FloatField(null=True))

    def by_title(self) -> Self:
        return self.order_by(Fold("title"), "id")

    def newest(self) -> Self:
        """Those first that were told of last."""
        return self.order_by(F("article__published_earliest").desc(nulls_last=True), "title", "id")

    def for_list(self) -> Self:
        return self.select_related("article__publisher", "meeting").defer("article__body")

    def new_since(self, moment: datetime.datetime) -> Self:
        """Those that releases tell of that became public after that moment."""
        return self.filter(article__in=Article.objects.public().public_since(moment).order_by().values("pk"))

    def for_export(self) -> Self:
        """With everything that a line of a table says, the text of the release among it."""
        return self.with_confidence().select_related("article__publisher", "meeting").defer("article__search")

    def tally_countries(self) -> dict[str, int]:
        rows = self.order_by().annotate(code=Func(F("countries"), function="unnest")).values("code").annotate(n=Count("pk"))
        return {row["code"]: row["n"] for row in rows}

    def tally_leads(self) -> dict[str, int]:
        """To how many each question worth following leads."""
        return {"promised": self.promised().count()}

    def tally_actions(self) -> dict[str, int]:
        return dict(self.order_by().values_list("action").annotate(n=Count("pk")))


class AgreementAction(models.TextChoices):
    SIGNED = "signed", "signed"
    AMENDED = "amended", "amended"
    RENEWED = "renewed", "renewed"
    PLANNED = "planned", "planned"
    DISCUSSED = "discussed", "discussed"


class Agreement(Keyed):
    """A document that one article says was signed, amended, renewed, planned or discussed; `evidence` as in a meeting report."""

    Action = AgreementAction

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="agreements")
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="agreements")
    title = models.TextField()
    action = models.CharField(max_length=10, choices=Action)
    countries = ArrayField(models.CharField(max_length=2), default=list, blank=True, help_text="Codes of the parties.")
    evidence = models.JSONField(default=dict)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["title", "id"]
        indexes = [
            GinIndex(fields=["countries"], name="agreement_countries"),
            GinIndex(SearchVector("title", config=CONFIG), name="agreement_words"),
        ]
        constraints = [
            public_id_is_unique("agreement_public_id_unique"),
            is_among("action", AgreementAction, name="agreement_action_known"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def told_at(self) -> Meeting | None:
        """The meeting at which this was done; None where none is told, and where somebody found that there was none."""
        return self.meeting if self.meeting and not self.meeting.suppressed else None
