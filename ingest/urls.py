"""Addresses of the desk: uploading, watching, and publishing."""

from django.urls import path

from ingest.views import drafts, uploads

urlpatterns = [
    path("upload/", uploads.upload, name="upload"),
    path("upload/<int:pk>/", uploads.batch, name="batch"),
    path("upload/<int:pk>/failed.csv", uploads.failures, name="batch_failures"),
    path("upload/<int:pk>/retry/", uploads.retry, name="batch_retry"),
    path("upload/<int:pk>/cancel/", uploads.cancel, name="batch_cancel"),
    path("upload/<int:pk>/publish/", uploads.publish, name="batch_publish"),
    path("upload/file/<int:pk>/", uploads.original, name="upload_original"),
    path("drafts/", drafts.listing, name="drafts"),
    path("drafts/publish/", drafts.publish, name="drafts_publish"),
    path("drafts/<slug:public_id>/", drafts.detail, name="draft"),
    path("drafts/<slug:public_id>/like/<slug:other>/", drafts.compare, name="draft_compare"),
    path("drafts/<slug:public_id>/like/<slug:other>/decide/", drafts.decide, name="draft_decide"),
    path("drafts/<slug:public_id>/tell/", drafts.tell, name="draft_tell"),
    path("drafts/<slug:public_id>/decide/", drafts.decide_on_fact, name="draft_decide_on_fact"),
    path("drafts/<slug:public_id>/add/", drafts.add, name="draft_add"),
    path("drafts/<slug:public_id>/original/", drafts.original, name="draft_original"),
    path("drafts/<slug:public_id>/former/<int:pk>/", drafts.former, name="draft_former"),
]
