"""Addresses: the archive's pages at the root, administration below /admin/."""

from importlib.util import find_spec

from django.contrib import admin
from django.urls import include, path

urlpatterns = [path("admin/", admin.site.urls)]
if find_spec("archive.urls"):
    urlpatterns.append(path("", include("archive.urls")))
