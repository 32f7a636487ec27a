"""Sending releases, and watching what becomes of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from archive.actions import imports
from archive.actions.imports import Sent
from archive.exports import commas
from archive.models import ImportBatch, ImportFile, Original
from archive.models.imports import sees_all
from ingest import room, tasks
from ingest.forms import UploadForm, is_too_large
from ingest.models import FormerVersion
from ingest.progress import GROUPS, Progress
from ingest.spool import NO_ROOM
from ingest.views.access import editors_only, signed_in

PER_PAGE = 50
DESK = {"desk": "upload", "megabytes": settings.UPLOAD_SIZE // 10**6}


@editors_only
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form, and the uploads there were before. What is sent is kept before anything is read of it."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    no_room = request.META.get(NO_ROOM) or room.short()
    if form.is_bound and not no_room and form.is_valid():
        batch = _kept(form, by=signed_in(request))
        tasks.start(batch)
        return redirect("batch", batch.pk)
    batches = Paginator(ImportBatch.objects.seen_by(request.user).for_list(), PER_PAGE).get_page(request.GET.get("page"))
    page = {
        "desk": "upload",
        "form": UploadForm(initial=request.POST.dict()) if no_room else form,  # nothing is wrong with what was sent
        "batches": batches,
        "sees_all": sees_all(request.user),
        "no_room": no_room,
        "refused": form.is_bound,
        "megabytes": settings.UPLOAD_SIZE // 10**6,
    }
    answer = render(request, "ingest/upload.html", page, status=(503 if no_room else 400) if form.is_bound else 200)
    if form.is_bound and no_room:
        answer.headers["Retry-After"] = "300"
    return answer


@editors_only
@require_safe
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """How far an upload is: the whole page, or the part of it that changes."""
    chosen = _batch(request, pk)
    names = {name: states for name, _, states in GROUPS}
    state = request.GET.get("state", "")
    files = chosen.files.kept().select_related("article__uploaded_by").order_by("pk")
    shown = files.filter(state__in=names[state]) if state in names else files
    page = {
        "progress": Progress(chosen, seen_by=signed_in(request)),
        "sees_all": sees_all(request.user),
        "files": Paginator(shown, PER_PAGE).get_page(request.GET.get("page")),
        "state": state if state in names else "",
    } | DESK
    return render(request, "ingest/_progress.html" if request.htmx else "ingest/batch.html", page)  # type: ignore[attr-defined]


@editors_only
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    chosen = _batch(request, pk)
    count = imports.retry(batch=chosen, by=signed_in(request))
    tasks.start(chosen)
    messages.success(request, f"{count:,} file{'' if count == 1 else 's'} will be tried again.")
    return redirect("batch", pk)


@editors_only
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    count = imports.cancel(batch=_batch(request, pk), by=signed_in(request))
    messages.success(request, f"Stopped: {count:,} file{'' if count == 1 else 's'} will not be read. What was read stays.")
    return redirect("batch", pk)


@editors_only
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """All drafts of the upload: few at once, many by a worker."""
    chosen = _batch(request, pk)
    drafts = chosen.drafts_of(request.user)
    tasks.publish_now_or_later(batch=chosen, drafts=drafts, by=signed_in(request))
    messages.success(request, "The drafts of this upload are published." if not drafts.exists() else "The drafts are being published.")
    return redirect("batch", pk)


@editors_only
@require_safe
def failures(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The files that failed, as a table for a spreadsheet: file, size, reason, what to do."""
    failed = _batch(request, pk).files.filter(state=ImportFile.State.FAILED).order_by("path")
    response = HttpResponse(content_type=commas.TYPE)
    writer = csv.writer(response)
    writer.writerow(["file", "bytes", "reason", "what to do"])
    for file in failed.iterator(1000):
        writer.writerow([commas.defused(file.path), file.size or 0, commas.defused(file.reason), commas.defused(file.advice)])
    response["Content-Disposition"] = content_disposition_header(True, f"upload-{pk}-failed.csv")
    return response


@editors_only
@require_safe
def original(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file as it was sent. It is for saving, never shown as a page of this site."""
    files = ImportFile.objects.filter(batch__in=ImportBatch.objects.seen_by(request.user))
    file = get_object_or_404(files.select_related("article"), pk=pk)
    return as_download(_pieces(file), name=file.path.rpartition("/")[2])


def as_download(pieces: Iterator[bytes], *, name: str) -> HttpResponseBase:
    """Bytes that a browser saves and neither opens nor takes for anything else."""
    response = StreamingHttpResponse(pieces, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _pieces(file: ImportFile) -> Iterator[bytes]:
    if file.parts.exists():
        return file.pieces()
    if held := Original.objects.filter(article__sha256=file.sha256).exclude(article__sha256="").first():
        return iter([bytes(held.content)])
    if former := FormerVersion.objects.filter(sha256=file.sha256).first():
        return iter([bytes(former.content)])
    raise Http404("No bytes of this file were kept.")


def _kept(form: UploadForm, *, by: User) -> ImportBatch:
    """The upload with all of its files, or nothing of it."""
    with transaction.atomic():
        batch = imports.begin(name=form.name, by=by)
        imports.add_all(batch=batch, files=(_sent(name, sent, form.cleaned_data["url"]) for name, sent in form.sent()))
        imports.sent(batch=batch, by=by)
    return batch


def _sent(name: str, sent: UploadedFile[Any] | str, url: str) -> Sent:
    if isinstance(sent, str):
        return Sent(name, [sent.encode()], source_url=url)
    if is_too_large(sent):
        return Sent(name, reason=f"The file has more than the {settings.UPLOAD_SIZE // 10**6:,} MB that are taken", advice="Split it.")
    return Sent(name, sent.chunks(), sent.size or 0)


def _batch(request: HttpRequest, pk: int) -> ImportBatch:
    """The upload, if it is one that this user looks after; others are not told that it is there."""
    return get_object_or_404(ImportBatch.objects.seen_by(request.user).select_related("by"), pk=pk)
