"""Tokens by which programs act in a user's name."""

from __future__ import annotations

import hashlib
import secrets
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

PREFIX = "parley_"


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def in_force(self) -> Self:
        """Those that open anything: not withdrawn, not past their day, of a user who may sign in."""
        lasting = Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now())
        return self.filter(lasting, withdrawn_at__isnull=True, user__is_active=True)


class ApiToken(models.Model):
    """A secret that a program sends to act as its user may. Only its hash is kept, so it is shown once."""

    name = models.CharField(max_length=100, help_text="What it is for, to know it again.")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="api_tokens")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    begins = models.CharField(max_length=16, editable=False, help_text="How it begins, to tell it from others.")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True, help_text="Empty: it lasts until it is withdrawn.")
    last_used = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = "API token"

    def __str__(self) -> str:
        return f"{self.name} ({self.begins}…)"

    @classmethod
    def for_secret(cls, secret: str) -> ApiToken | None:
        """The token in force with this secret."""
        return cls.objects.in_force().filter(digest=digest(secret)).select_related("user").first()

    @classmethod
    def new(cls, *, user: AbstractBaseUser, name: str) -> tuple[ApiToken, str]:
        """A token that is not saved yet, and its secret."""
        secret = PREFIX + secrets.token_urlsafe(32)
        return cls(user_id=user.pk, name=name, digest=digest(secret), begins=secret[: len(PREFIX) + 5]), secret


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
