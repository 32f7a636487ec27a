"""Addresses of the API."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.routers import SimpleRouter

from archive.api.views import ROOMS, Nowhere, guide

router = SimpleRouter()
for room in ROOMS:
    router.register(room.room, room, basename=f"api-{room.room}")

urlpatterns = [
    path("", guide, name="api"),
    path("schema/", login_not_required(SpectacularJSONAPIView.as_view(api_version="v1")), name="api-schema"),
    *router.urls,
    re_path("^.*$", Nowhere.as_view()),
]
