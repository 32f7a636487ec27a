"""Addresses of the API."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.routers import SimpleRouter

from archive.api.decisions import Corrections, Judgements, Keeping, Withdrawal
from archive.api.views import ROOMS, Nowhere, guide

DECISION = r"^(?P<what>corrections|judgements)/(?P<pk>[0-9]{1,10})/"
router = SimpleRouter()
for room in ROOMS:
    router.register(room.room, room, basename=f"api-{room.room}")

urlpatterns = [
    path("", guide, name="api"),
    path("schema/", login_not_required(SpectacularJSONAPIView.as_view(api_version="v1")), name="api-schema"),
    path("corrections/", login_not_required(Corrections.as_view()), name="api-correct"),
    path("judgements/", login_not_required(Judgements.as_view()), name="api-judge"),
    re_path(
        r"^(?P<what>corrections|judgements)/(?P<pk>[0-9]{1,10})/withdraw/$", login_not_required(Withdrawal.as_view()), name="api-withdraw"
    ),
    re_path(r"^corrections/(?P<pk>[0-9]{1,10})/keep/$", login_not_required(Keeping.as_view()), name="api-keep"),
    *router.urls,
    re_path("^.*$", Nowhere.as_view()),
]
