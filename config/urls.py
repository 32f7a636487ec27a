"""Addresses: the archive's pages at the root, administration below /admin/."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

handler500 = "config.faults.answered"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("sign-in/", LoginView.as_view(template_name="sign_in.html"), name="sign_in"),
    path("sign-out/", LogoutView.as_view(), name="sign_out"),
    path("", include("ingest.urls")),
    path("", include("archive.urls")),
]
