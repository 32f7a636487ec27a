"""What an editor sends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator

from ingest.formats.archive import shown

TOO_LONG = "This is more text than any release has. Paste one release, or send the text as files."

HEADING = re.compile(r"<(?:h1|title)\b[^<>]*>\s*+([^<\s][^<]*)", re.IGNORECASE)  # <h1 class="entry">Ministers meet</h1>


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, each of them with a name."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        return [file for file in files if file]


class UploadForm(forms.Form):
    """Files, or a text that was pasted with the address it comes from."""

    files = FilesField(required=False)  # type: ignore[assignment]  # a form has an attribute of this name, for what was sent
    text = forms.CharField(required=False, max_length=10_000_000, strip=False, error_messages={"max_length": TOO_LONG})
    url = forms.CharField(required=False, max_length=2000)

    def clean_url(self) -> str:
        url = str(self.cleaned_data["url"]).strip()
        if url:
            URLValidator(schemes=["http", "https"], message="Give the whole address of the page, from https:// on.")(url)
        return url

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors and not data.get("files") and not (data.get("text") or "").strip():
            raise forms.ValidationError("Nothing was sent. Choose files, or paste the text of a release.")
        return data

    @property
    def name(self) -> str:
        """What the upload is called: by its first file, and how many there are besides."""
        names = [name for name, _ in self.sent()]
        return names[0] if len(names) == 1 else f"{names[0][-200:]} and {len(names) - 1:,} more"

    def sent(self) -> Iterator[tuple[str, UploadedFile[Any] | str]]:
        """Each file with a name that can be shown, then what was pasted."""
        for file in self.cleaned_data["files"]:
            yield shown(file.name or ""), file
        if text := self.cleaned_data["text"].strip():
            yield _called(text), text


def _called(text: str) -> str:
    """The name of a pasted text: its headline. What marks up a page is no part of one."""
    if not text.startswith("<"):
        return f"{shown(text.partition(chr(10))[0][:80])}.txt"
    heading = HEADING.search(text)
    return f"{shown(' '.join(unescape(heading[1]).split())[:80])}.html" if heading else "pasted page.html"


def is_too_large(file: UploadedFile[Any]) -> bool:
    return (file.size or 0) > settings.UPLOAD_SIZE
