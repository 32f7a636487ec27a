"""An organization's page: who held which office in it, the meetings it took part in, what it was called before and after."""

from __future__ import annotations

from functools import cached_property

from django.db.models import Count

from archive.models import Appointment, Article, Country, Meeting, Mention, Organization
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

    @cached_property
    def meeting_count(self) -> int:
        return int(Meeting.objects.public().with_organizations([self.organization.pk]).count())

    @cached_property
    def counterparts(self) -> list[tuple[Country, int]]:
        """The countries that were most often at its meetings, its own aside, and at how many."""
        counts = Meeting.objects.public().with_organizations([self.organization.pk]).tally_countries()
        others = sorted((code for code in counts if code != self.organization.country_id), key=lambda code: (-counts[code], code))[:MOST]
        known = Country.objects.in_bulk(others)
        return [(known[code], counts[code]) for code in others]

    @cached_property
    def article_count(self) -> int:
        return int(Article.objects.public().naming_organizations([self.organization.pk]).count())

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
