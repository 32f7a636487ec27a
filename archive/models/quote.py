"""What was said."""

from __future__ import annotations

from django.db import models

from archive.models.article import Article
from archive.models.checks import is_among, is_span
from archive.models.keyed import Keyed
from archive.models.mention import Mention
from archive.models.person import Person


class Quote(Keyed):
    """A direct quotation with its speaker; the span covers what stands inside the marks."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="quotes")
    speaker = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="quotes")
    speaker_name = models.CharField(max_length=300, help_text="As the release names the speaker.")
    text = models.TextField()
    where = models.CharField(max_length=5, choices=Mention.Where, default=Mention.Where.BODY)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    rule = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            is_span(name="quote_span_in_order"),
            is_among("where", Mention.Where, name="quote_where_known"),
        ]

    def __str__(self) -> str:
        return self.text
