"""The code book is a page: each column of each export is explained there, and each list and file leads from it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from archive.exports.sources import SOURCE
from archive.views.exports import TABLES


@pytest.mark.parametrize("room", TABLES)
def test_every_column_of_an_export_is_explained(room: str, db: None, client: Client) -> None:
    page = BeautifulSoup(client.get("/codebook/").content, "lxml")
    told = {
        row.th.text: row.td.text  # type: ignore[union-attr]
        for name in (room, "proof")
        for row in page.select(f"section[aria-labelledby={name}] tbody tr")
    }
    assert told == {column.name: column.words for column in (*TABLES[room].columns, *SOURCE)}
    assert page.select(f"section[aria-labelledby={room}] a[href='/{room}.xlsx']") != []


def test_it_is_found_from_every_page(db: None, client: Client) -> None:
    assert 'href="/codebook/"' in client.get("/").content.decode()
