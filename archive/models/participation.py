"""Who took part."""

from __future__ import annotations

from typing import Any, Self

import pgtrigger
from django.db import models
from django.db.models import Count, Q

from archive.models.appointment import Appointment
from archive.models.checks import is_among
from archive.models.country import Country
from archive.models.meeting import Meeting
from archive.models.organization import Organization
from archive.models.person import Person
from archive.models.publication import only_unpublished

# The countries of a meeting stand in its own row too, since lists filter and count by them. A row that tells them already is left alone:
# with a dozen indexes, writing it anew takes longer than looking.
COUNTRIES = """
    UPDATE archive_meeting AS meeting SET countries = told.countries
    FROM (
        SELECT touched.meeting_id, ARRAY(
            SELECT DISTINCT country_id FROM archive_participation
            WHERE meeting_id = touched.meeting_id AND country_id IS NOT NULL ORDER BY country_id
        ) AS countries
        FROM (SELECT DISTINCT meeting_id FROM ({touched}) AS each) AS touched
    ) AS told
    WHERE meeting.id = told.meeting_id AND meeting.countries IS DISTINCT FROM told.countries;
    RETURN NULL;
"""
OLD = "SELECT meeting_id FROM old_rows"
NEW = "SELECT meeting_id FROM new_rows"


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def public(self) -> Self:
        """Those in meetings that readers may see, as `MeetingQuerySet.public` has it."""
        from archive.models.meeting_report import MeetingReport

        return self.filter(meeting__suppressed=False).exclude(meeting__in=only_unpublished(MeetingReport, "meeting"))

    def meetings_of_each(self, field: str) -> models.QuerySet[Any]:
        """In how many meetings each thing took part that the field points to: rows of `n`, to be narrowed down to one thing."""
        numbers: models.QuerySet[Any] = self.public().order_by().values(field).annotate(n=Count("meeting", distinct=True)).values("n")
        return numbers


class ParticipationSide(models.TextChoices):
    HOST = "host", "host"
    GUEST = "guest", "guest"
    PARTICIPANT = "participant", "participant"


class Participation(models.Model):
    """A person, a body or a country as such at a meeting, on one side of it, in the office of that day."""

    Side = ParticipationSide

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="participations")
    # Indexes below begin with these: one of their own would be written for every row, and is of no other use.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="participations", db_index=False)
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, null=True, blank=True, related_name="participations", db_index=False
    )
    country = models.ForeignKey(Country, on_delete=models.PROTECT, null=True, blank=True, related_name="participations", db_index=False)
    side = models.CharField(max_length=12, choices=Side, default=Side.PARTICIPANT)
    appointment = models.ForeignKey(Appointment, on_delete=models.SET_NULL, null=True, blank=True, related_name="participations")

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["country", "meeting"], name="participation_of_country"),
            models.Index(fields=["organization", "meeting"], name="participation_of_organization"),
        ]
        constraints = [
            is_among("side", ParticipationSide, name="participation_side_known"),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(organization__isnull=False) | Q(country__isnull=False),
                name="participation_of_somebody",
            ),
            models.UniqueConstraint(fields=["person", "meeting"], name="participation_person_once"),
            models.UniqueConstraint(
                fields=["meeting", "organization"], condition=Q(person__isnull=True), name="participation_organization_once"
            ),
            models.UniqueConstraint(
                fields=["meeting", "country"],
                condition=Q(person__isnull=True, organization__isnull=True),
                name="participation_country_once",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="countries_after_insert",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=pgtrigger.Referencing(new="new_rows"),  # type: ignore[no-untyped-call]
                func=COUNTRIES.format(touched=NEW),
            ),
            pgtrigger.Trigger(
                name="countries_after_update",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                referencing=pgtrigger.Referencing(old="old_rows", new="new_rows"),  # type: ignore[no-untyped-call]
                func=COUNTRIES.format(touched=f"{OLD} UNION {NEW}"),
            ),
            pgtrigger.Trigger(
                name="countries_after_delete",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Delete,
                referencing=pgtrigger.Referencing(old="old_rows"),  # type: ignore[no-untyped-call]
                func=COUNTRIES.format(touched=OLD),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.organization or self.country} at meeting {self.meeting_id}"
