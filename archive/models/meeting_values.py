"""What a meeting may be: its kind, how it was held, whether it was, and what its day rests on."""

from __future__ import annotations

from django.db import models


class MeetingKind(models.TextChoices):
    MEETING = "meeting", "meeting"
    CALL = "call", "call"
    VISIT = "visit", "visit"
    CONFERENCE = "conference", "conference"
    CEREMONY = "ceremony", "ceremony"
    EXERCISE = "exercise", "exercise"


class MeetingMode(models.TextChoices):
    IN_PERSON = "in_person", "in person"
    PHONE = "phone", "by telephone"
    VIDEO = "video", "by video"


class MeetingState(models.TextChoices):
    HELD = "held", "held"
    PLANNED = "planned", "planned"
    POSTPONED = "postponed", "postponed"
    CANCELLED = "cancelled", "cancelled"


class MeetingBasis(models.TextChoices):
    STATED = "stated", "stated"
    RELATIVE = "relative", "reckoned from the date of publication"
    PUBLICATION = "publication", "taken from the date of publication"
