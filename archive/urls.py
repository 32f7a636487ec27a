"""Addresses of the archive. A thing's address holds its id, which never changes; an address of something joined leads on."""

from django.urls import include, path, re_path

from archive.views import (
    agreements,
    articles,
    corrections,
    countries,
    everything,
    exports,
    home,
    meetings,
    offices,
    organizations,
    people,
    quotes,
    review,
    searches,
    theme,
)

ID = r"(?P<public_id>[a-z0-9]{10})"
CODE = "[A-Za-z]{2}"
ROOMS = "|".join(exports.TABLES)

urlpatterns = [
    path("", home.home, name="home"),
    path("meetings/", meetings.listing, name="meetings"),
    re_path(r"^meetings/(?P<kind>matrix|network|officials|timeline|map)/$", meetings.picture, name="meetings-picture"),
    re_path(rf"^meetings/{ID}/$", meetings.detail, name="meeting"),
    path("articles/", articles.listing, name="articles"),
    re_path(rf"^articles/{ID}/$", articles.detail, name="article"),
    path("people/", people.listing, name="people"),
    re_path(rf"^people/{ID}/$", people.detail, name="person"),
    path("organizations/", organizations.listing, name="organizations"),
    re_path(rf"^organizations/{ID}/$", organizations.detail, name="organization"),
    path("agreements/", agreements.listing, name="agreements"),
    path("offices/", offices.listing, name="offices"),
    path("quotes/", quotes.listing, name="quotes"),
    path("search/", everything.search, name="everything"),
    path("countries/", countries.listing, name="countries"),
    path("countries/silences/", countries.silences, name="silences"),
    re_path(rf"^countries/(?P<code>{CODE})/$", countries.profile, name="country"),
    re_path(rf"^countries/(?P<one>{CODE})/(?P<other>{CODE})/$", countries.pair, name="pair"),
    re_path(rf"^(?P<room>{ROOMS})\.(?P<suffix>csv|xlsx|json|atom)$", exports.export, name="export"),
    path("searches/", searches.listing, name="searches"),
    path("searches/new/", searches.new, name="search-new"),
    path("searches/<int:pk>/", searches.detail, name="search"),
    path("searches/<int:pk>/look/", searches.look, name="search-look"),
    path("searches/<int:pk>/alert/", searches.alert, name="search-alert"),
    path("searches/<int:pk>/delete/", searches.delete, name="search-delete"),
    path("unsubscribe/<str:token>/", searches.unsubscribe, name="unsubscribe"),
    path("api/v1/", include("archive.api.urls")),
    re_path(rf"^correct/(?P<kind>person|organization|meeting|appointment)/{ID}/$", corrections.act, name="correct"),
    path("withdraw/", corrections.withdraw, name="withdraw"),
    path("review/", review.desk, name="review"),
    path("review/answer/", review.answer, name="review_answer"),
    path("review/look/", review.look, name="review_look"),
    path("review/reply/", review.reply, name="review_reply"),
    path("review/keep/", review.keep, name="review_keep"),
    path("theme/", theme.choose, name="theme"),
]
