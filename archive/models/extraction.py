"""What the engine read."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from archive.models.article import Article


class Extraction(models.Model):
    """Machine facts of one article by one engine version, in the form of the extraction record. Replaced, never edited."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="extractions")
    engine = models.CharField("engine version", max_length=40)
    record = models.JSONField()
    created = models.DateTimeField(auto_now_add=True)
    in_force = models.BooleanField(default=True)

    class Meta:
        ordering = ["-created"]
        constraints = [models.UniqueConstraint(fields=["article"], condition=Q(in_force=True), name="extraction_one_in_force")]

    def __str__(self) -> str:
        return f"Article {self.article_id} by engine {self.engine}"
