"""What is sent is taken whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def whole_or_nothing(application: Application) -> Application:
    """The application, for which a connection that is lost half-way is an error.

    Web servers end the body of the request there as if that were all of it, and half of an upload would be kept as the whole.
    """

    def guarded(request: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        told = request.get("CONTENT_LENGTH") or "0"
        if told.isdecimal() and int(told):
            request["wsgi.input"] = Body(request["wsgi.input"], length=int(told))
        return application(request, start_response)

    return guarded


class Body:
    """The body of a request. Raises `ConnectionResetError` where it ends before the length that was told; Django knows what that means."""

    def __init__(self, sent: Any, *, length: int) -> None:
        self._sent, self._left = sent, length

    def read(self, size: int = -1, /) -> bytes:
        return self._counted(self._sent.read(self._left if size < 0 else size), wanted=size)

    def readline(self, size: int = -1, /) -> bytes:
        return self._counted(self._sent.readline(self._left if size < 0 else size), wanted=size)

    def _counted(self, piece: bytes, *, wanted: int) -> bytes:
        self._left -= len(piece)
        if not piece and wanted and self._left > 0:
            raise ConnectionResetError("The connection was lost before all was sent.")
        return piece
