"""The list of organizations, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.organizations import OrganizationQuestion
from archive.models import FormerKey, Organization
from archive.records.cite import cited
from archive.records.organization import OrganizationRecord
from archive.views.found import found, leads_on
from archive.views.listing import asked


def listing(request: HttpRequest) -> HttpResponse:
    """Organizations that fit the question of the address."""
    organizations = asked(request, OrganizationQuestion, Organization.objects.public())
    return render(request, "archive/organizations.html", {"room": "organizations", "listing": organizations})


@leads_on("organization")
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One organization: its offices and meetings."""
    queryset = Organization.objects.public().select_related("country", "parent")
    record = OrganizationRecord(found(queryset, public_id, kind=FormerKey.Kind.ORGANIZATION))
    return render(request, "archive/organization.html", {"room": "organizations", "record": record, "cite": cited(request)})
