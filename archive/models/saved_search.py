"""Questions kept."""

from __future__ import annotations

import secrets

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.checks import is_among
from archive.models.history import changed, deleted


def new_token() -> str:
    return secrets.token_urlsafe(24)


class SavedSearchAlert(models.TextChoices):
    NEVER = "never", "never"
    DAILY = "daily", "daily"
    WEEKLY = "weekly", "weekly"


@pghistory.track(changed(), deleted(), exclude=["token"])
class SavedSearch(models.Model):
    """An analyst's question to one list, and how often its answer is mailed."""

    Alert = SavedSearchAlert

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=150)
    page = models.CharField(max_length=30, help_text="The list that is asked: meetings, articles, …")
    query = models.TextField(blank=True, help_text="The question as it stands in the address after the question mark.")
    alert = models.CharField(max_length=10, choices=Alert, default=Alert.NEVER)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False, help_text="Unsubscribes without sign-in.")
    created = models.DateTimeField(auto_now_add=True)
    last_sent = models.DateTimeField(null=True, blank=True)
    last_looked = models.DateTimeField(default=timezone.now, help_text="What was told after this is new to the owner.")

    class Meta:
        verbose_name_plural = "saved searches"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_search_name_once"),
            is_among("alert", SavedSearchAlert, name="saved_search_alert_known"),
        ]

    def __str__(self) -> str:
        return self.name
