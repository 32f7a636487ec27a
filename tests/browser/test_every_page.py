"""No page scrolls sideways, and an accessibility audit finds nothing serious on any, light or dark, wide or narrow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from archive.models import Article, Meeting, Organization, Person
from tests.browser.audit import on_all_screens

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("width", [1280], indirect=True)]

PAGES = {
    "home": "/",
    "meetings": "/meetings/",
    "meetings asked": "/meetings/?of=RO&with=US&since=2023&kind=meeting",
    "meetings not understood": "/meetings/?since=sometime&of=Narnia",
    "no meetings": "/meetings/?of=RO&with=MN",
    "matrix": "/meetings/matrix/",
    "ties of countries": "/meetings/network/",
    "ties of officials": "/meetings/officials/",
    "timeline": "/meetings/timeline/?of=RO",
    "map": "/meetings/map/",
    "meeting": "/meetings/{meeting}/",
    "articles": "/articles/?q=defense",
    "article": "/articles/{article}/",
    "people": "/people/",
    "person": "/people/{person}/",
    "organizations": "/organizations/",
    "organization": "/organizations/{organization}/",
    "agreements": "/agreements/",
    "page of an office": "/offices/?q=minister&of=RO",
    "quotes": "/quotes/",
    "search": "/search/?q=Romania+defense",
    "search for a name": "/search/?q=Dincu",
    "nothing found": "/search/?q=xyzzy",
    "words too long": "/search/?q=" + "x" * 501,
    "countries": "/countries/",
    "silences": "/countries/silences/",
    "guide to the API": "/api/v1/",
    "code book": "/codebook/",
    "country": "/countries/RO/",
    "pair": "/countries/KR/RO/",
    "not found": "/meetings/aaaaaaaaaa/",
}


@pytest.fixture
def ids(site: str) -> dict[str, str]:
    return {
        "meeting": Meeting.objects.filter(countries=["RO", "US"]).get().public_id,
        "article": Article.objects.get(title__startswith="U.S., Romanian").public_id,
        "person": Person.objects.get(name="Quaid Quadri").public_id,
        "organization": Organization.objects.filter(name__contains="European Command").get().public_id,
    }


def test_no_page_scrolls_sideways_or_fails_the_audit(page: Page, site: str, ids: dict[str, str]) -> None:
    faults: dict[str, object] = {}
    for name, address in PAGES.items():
        page.goto(site + address.format(**ids))
        faults |= {f"{name}, {screen}": found for screen, found in on_all_screens(page).items() if found}
    assert faults == {}
