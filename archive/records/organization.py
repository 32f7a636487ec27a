"""An organization's page: who held which office in it, the meetings it took part in, what it was called before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db.models import Count, F

from archive.models import Appointment, Meeting, Mention, Organization, Participation
from archive.records.successions import Succession, successions

MEETINGS = 15
OFFICES = 40
MOST = 10


class OrganizationRecord:
    """An organization with everything that the articles tell."""

    def __init__(self, organization: Organization) -> None:
        self.organization = organization

    @cached_property
    def offices(self) -> list[Appointment]:
        """Offices in it and who held them, the last seen first."""
        held = Appointment.objects.public().filter(organization=self.organization)
        return list(held.select_related("person", "country")[:OFFICES])

    @cached_property
    def meetings(self) -> list[Meeting]:
        """The newest meetings in which it took part, itself or through an official."""
        return list(Meeting.objects.public().with_organizations([self.organization.pk]).for_list().newest()[:MEETINGS])

    @property
    def meeting_count(self) -> int:
        return self._counts["meetings"]

    @cached_property
    def counterparts(self) -> Sequence[Mapping[str, Any]]:
        """The countries that were most often at its meetings, its own aside: rows of `code`, `name` and `n`, at how many."""
        meetings = Meeting.objects.public().with_organizations([self.organization.pk]).order_by().values("pk")
        there = Participation.objects.filter(meeting__in=meetings, country__isnull=False).exclude(country=self.organization.country_id)
        rows = there.order_by().values(code=F("country_id"), name=F("country__name")).annotate(n=Count("meeting", distinct=True))
        return list(rows.order_by("-n", "name")[:MOST])

    @property
    def article_count(self) -> int:
        return self._counts["articles"]

    @cached_property
    def _counts(self) -> dict[str, int]:
        """As the list of organizations counts them."""
        listed: Any = Organization.objects.for_list()
        counts: dict[str, int] = listed.values("articles", "meetings").get(pk=self.organization.pk)
        return counts

    @cached_property
    def names(self) -> list[tuple[str, int]]:
        """The forms of the name as the articles write it, the most frequent first."""
        written = Mention.objects.filter(organization=self.organization, article__status="published").order_by().values_list("text")
        return list(written.annotate(n=Count("pk")).order_by("-n", "text")[:20])

    @cached_property
    def before(self) -> list[Succession]:
        return successions(self.organization, before=True)

    @cached_property
    def after(self) -> list[Succession]:
        return successions(self.organization, before=False)

    @cached_property
    def parts(self) -> list[Organization]:
        return list(self.organization.parts.all()[:OFFICES])

    @property
    def cite_text(self) -> str:
        country = f" ({self.organization.country.name})" if self.organization.country else ""
        return f"{self.organization.name}{country}, read from {self.article_count} article{'' if self.article_count == 1 else 's'}."
