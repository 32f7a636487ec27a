"""Countries: the list of them, the profile of one, the history of two."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from archive.filters.countries import Countries
from archive.models import Country, Meeting
from archive.records.cite import cited
from archive.records.country import CountryRecord
from archive.records.pair import PairRecord
from archive.records.silences import SilencesRecord
from archive.records.world import WorldRecord
from archive.remembered import remembered


def listing(request: HttpRequest) -> HttpResponse:
    """All countries with their meetings, on a map and in a table."""
    world = WorldRecord(Countries.load(), remembered("countries", Meeting.objects.public().tally_countries))
    return render(request, "archive/countries.html", {"room": "countries", "world": world, "cite": cited(request)})


def silences(request: HttpRequest) -> HttpResponse:
    """Pairs of countries that met time and again, and then no more."""
    record = SilencesRecord(Countries.load())
    return render(request, "archive/silences.html", {"room": "countries", "record": record, "cite": cited(request)})


def profile(request: HttpRequest, code: str) -> HttpResponse:
    """One country: meetings, counterparts, officials, agreements."""
    if code != code.upper():
        return redirect("country", code.upper(), permanent=True)
    countries = Countries.load()
    record = CountryRecord(_country(countries, code), countries, today=timezone.localdate())
    return render(request, "archive/country.html", {"room": "countries", "record": record, "cite": cited(request)})


def pair(request: HttpRequest, one: str, other: str) -> HttpResponse:
    """Two countries: their whole history. The codes stand in the order of the alphabet; any other way leads there."""
    first, second = sorted((one.upper(), other.upper()))
    if first == second:
        return redirect("country", first)
    if (one, other) != (first, second):
        return redirect("pair", first, second, permanent=True)
    countries = Countries.load()
    record = PairRecord(_country(countries, first), _country(countries, second), today=timezone.localdate())
    return render(request, "archive/pair.html", {"room": "countries", "record": record, "cite": cited(request)})


def _country(countries: Countries, code: str) -> Country:
    if code not in countries:
        raise Http404(f"No country has the code {code}.")
    return countries[code]
