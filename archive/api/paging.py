"""Pages of the API by cursor: whoever reads all pages gets each thing once, also while things are added and after a rebuild."""

from __future__ import annotations

import re
from typing import Any

from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request

POSITION = re.compile(r"[A-Za-z0-9]{2,26}")


class ByKey(CursorPagination):
    """In the order of the keys, which a rebuild of the archive does not change."""

    ordering = "key"
    page_size = 50
    max_page_size = 200
    page_size_query_param = "limit"
    cursor_query_description = "Where to go on: take next and previous as they come."
    page_size_query_description = "Things of one page, 1 to 200."

    def get_page_size(self, request: Request) -> int:
        asked = request.query_params.get("limit", str(self.page_size))
        if not re.fullmatch(r"[0-9]{1,6}", asked) or not 1 <= int(asked) <= self.max_page_size:
            raise ValidationError({"limit": f"“{asked[:20]}” is no number from 1 to {self.max_page_size}."})
        return int(asked)

    def decode_cursor(self, request: Request) -> Cursor | None:
        cursor = super().decode_cursor(request)
        position = cursor.position if cursor else None
        if cursor == Cursor(0, False, None) or (position is not None and not POSITION.fullmatch(str(position))):
            raise NotFound("There is no page with this cursor. Take `next` and `previous` as they come.")
        return cursor

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**address, "example": "https://parley.example/api/v1/meetings/?cursor=cD1rand3ZjNtcXVhZw"},
                "previous": {**address, "example": None},
                "results": schema,
            },
        }


class ByCode(ByKey):
    """Countries, in the order of their codes; all on one page unless fewer are asked for."""

    ordering = "code"
    page_size = 300
    max_page_size = 300
