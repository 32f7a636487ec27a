"""Addresses of the archive. A thing's address holds its id, which never changes; an address of something joined leads on."""

from django.urls import path, re_path

from archive.views import agreements, articles, countries, exports, home, meetings, organizations, people, theme

ID = r"(?P<public_id>[a-z0-9]{10})"
CODE = "[A-Za-z]{2}"

urlpatterns = [
    path("", home.home, name="home"),
    path("meetings/", meetings.listing, name="meetings"),
    re_path(rf"^meetings/{ID}/$", meetings.detail, name="meeting"),
    path("articles/", articles.listing, name="articles"),
    re_path(rf"^articles/{ID}/$", articles.detail, name="article"),
    path("people/", people.listing, name="people"),
    re_path(rf"^people/{ID}/$", people.detail, name="person"),
    path("organizations/", organizations.listing, name="organizations"),
    re_path(rf"^organizations/{ID}/$", organizations.detail, name="organization"),
    path("agreements/", agreements.listing, name="agreements"),
    path("countries/", countries.listing, name="countries"),
    path("countries/silences/", countries.silences, name="silences"),
    re_path(rf"^countries/(?P<code>{CODE})/$", countries.profile, name="country"),
    re_path(rf"^countries/(?P<one>{CODE})/(?P<other>{CODE})/$", countries.pair, name="pair"),
    re_path(
        r"^(?P<room>meetings|articles|people|organizations|agreements)\.(?P<suffix>csv|xlsx|json|atom)$", exports.export, name="export"
    ),
    path("theme/", theme.choose, name="theme"),
]
