"""What is printed: nothing cut at the edge of the paper, no picture torn from its years, each sheet numbered."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("width", [1280], indirect=True)]


def test_sheets_are_numbered_and_pictures_whole(page: Page, site: str) -> None:
    for address in ("/countries/RO/", "/countries/KR/RO/", "/meetings/map/"):
        page.goto(site + address)
        sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages]
        for number, sheet in enumerate(sheets, start=1):
            assert re.search(rf"\b{number} / {len(sheets)}\b", sheet), f"{address}, sheet {number}"
            assert "Clear all" not in sheet
        chart = next((sheet for sheet in sheets if "Meetings by year" in sheet), None)
        assert chart is None or "2024" in chart.partition("Meetings by year")[2]
