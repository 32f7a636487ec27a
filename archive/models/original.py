"""Files as they came."""

from __future__ import annotations

from django.db import models

from archive.models.article import Article


class Original(models.Model):
    """The bytes of a release's file, apart from the article so that lists stay light."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="original")
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"File of article {self.article_id}"
