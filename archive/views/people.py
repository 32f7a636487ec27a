"""The list of people, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.people import PersonQuestion
from archive.models import FormerKey, Person
from archive.records.cite import cited
from archive.records.person import PersonRecord
from archive.views.found import found, leads_on
from archive.views.listing import asked


def listing(request: HttpRequest) -> HttpResponse:
    """People who fit the question of the address."""
    people = asked(request, PersonQuestion, Person.objects.public())
    return render(request, "archive/people.html", {"room": "people", "listing": people})


@leads_on("person")
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One person: offices, meetings, words."""
    queryset = Person.objects.public().select_related("country").prefetch_related("aliases")
    record = PersonRecord(found(queryset, public_id, kind=FormerKey.Kind.PERSON))
    return render(request, "archive/person.html", {"room": "people", "record": record, "cite": cited(request)})
