"""Whether the site stands what nobody would ask: `python -m bench.fuzz_site --seconds 600` asks an archive at random and sums up.

Every address is asked, as a visitor and as a superuser, with parameters, forms, files and headers that are wrong in all the ways that were
thought of. What is done is taken back after each request, so an archive may be asked that is in use, though a copy is better.
A fault is: a 500; a query that is longer than its limit; markup that was sent and comes back to be run; a redirect to elsewhere.
"""

from __future__ import annotations

import argparse
import html.parser
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import quote

MARK = "zq7alert"  # stands in all markup that is sent: where it comes back inside a tag or a script, it would have run
MARKUP = (
    f"<script>{MARK}(1)</script>",
    f'"><img src=x onerror={MARK}(1)>',
    f"' onmouseover='{MARK}(1)",
    f"javascript:{MARK}(1)",
    f"</title><svg/onload={MARK}(1)>",
    f"{{{{ {MARK} }}}}",
    f"]]><script>{MARK}(1)</script>",
)
NASTY = (
    "",
    " ",
    "\0",
    "'",
    '"',
    "%",
    "%%",
    "\\",
    "--",
    "((((",
    '"unclosed',
    "or or or",
    "-",
    "-a -b",
    "a & | ! b:*",
    "<->",
    "''''",
    "_",
    "*",
    "?",
    "a\tb",
    "\r\nX-Evil: 1",
    "\u202e\u0000x",
    "\ufffe",
    "😀" * 50,
    "ﬀ",
    "İ",
    "ß",
    "ā́",
    "٣",
    "１２",
    "a" * 3000,
    "word " * 800,
    "-1",
    "0",
    "1",
    "99999999999999999999",
    "1e309",
    "NaN",
    "inf",
    "1.5",
    "0x10",
    "true",
    "null",
    "[]",
    "{}",
    "[1,2]",
    '{"a":{"b":[]}}',
    "2023",
    "2023-02-30",
    "9999-99-99",
    "0000",
    "-0044",
    "2023-10~",
    "XXXX-03-05",
    "2023-10-03/2023-10-01",
    "../../etc/passwd",
    "//evil.example",
    "/\\evil.example",
    "http://evil.example",
    "RO",
    "ro",
    "ZZ",
    "RO,KR",
    "NATO",
    "nato",
    "EE",
    "PT",
    "Tamm",
    "sea",
    "-created",
    "date",
    "newest",
    "cursor",
    "csv",
    "$(id)",
    "; DROP TABLE archive_article",
    "%s%n",
    "%(a)s",
    "{0}",
)
HEADERS = {
    "HX-Request": ["true"],
    "Accept": ["*/*", "x/y;q=z", "text/html"],
    "Accept-Encoding": ["gzip", "x" * 500],
    "Range": ["bytes=0-1"],
    "If-None-Match": ['"x"', "*"],
    "If-Modified-Since": ["never", "Sun, 99 Oct 2099"],
    "X-Forwarded-For": ["1.2.3.4", "x, y"],
    "Accept-Language": ["zz", ",,"],
    "Cookie": ["sessionid=x", "theme=%00; sessionid=a'b", "csrftoken=" + "x" * 500],
    "X-Request-ID": ["a b", "x" * 100],
    "Referer": ["//evil"],
    "Authorization": ["Bearer x", "Basic !!", "Bearer " + "y" * 300],
    "X-Requested-With": ["XMLHttpRequest"],
    "HX-Current-URL": ["http://[", "x"],
}
OWN_PARAMETERS = (
    "page",
    "q",
    "sort",
    "order",
    "after",
    "before",
    "cursor",
    "next",
    "state",
    "queue",
    "at",
    "format",
    "field",
    "id",
    "of",
    "all",
)


LETTERS = (*range(32, 127), 0x301, 0x202E, 0x1F600, 0x5D0, 0x4E2D)
ACTION = [("_selected_action", "1"), ("action", "publish")]
FILES = (b"", b"PK\x03\x04" + b"\xff\x00" * 99, b"%PDF-1.7\n1 0 obj <<", b"{\\rtf1", b"From x\nMIME-Version: 1.0\n\n")
NAMES = ("a.txt", "../../x", "a\0b", "x" * 500, MARKUP[0], "a.zip", "")
JSON = ("1", "null", "[]", "{}", '"x"', "NaN", '"\\u0000"', "1e999")


@dataclass
class Summary:
    """What came of it."""

    asked: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    slowest_query: tuple[float, str] = (0.0, "")

    def __str__(self) -> str:
        statuses = ", ".join(f"{status}: {count:,}" for status, count in sorted(self.statuses.items()))
        return (
            f"{self.asked:,} requests ({statuses}); slowest page {self.slowest[0]:.2f} s ({self.slowest[1][:80]}); "
            f"slowest query {self.slowest_query[0]:.2f} s; {len(self.faults)} faults"
        )


class Fuzz:
    """Asks the site of this process. `clients`: browsers by who is signed in; `limit`: seconds that a query may take."""

    def __init__(self, *, seed: int, clients: dict[str, Any], limit: float) -> None:
        self.random, self.clients, self.limit = random.Random(seed), clients, limit
        self.summary = Summary()
        self.patterns = list(_patterns())
        self.ids = _ids()
        self.parameters = _parameters()

    def run(self, *, seconds: float = 1e9, requests: int = 10**9) -> Summary:
        """Asks until one of the two is used up."""
        until = perf_counter() + seconds
        while perf_counter() < until and self.summary.asked < requests:
            self.ask()
        return self.summary

    def ask(self) -> None:
        """One request, taken back."""
        from django.db import connection, transaction

        who, client = self.random.choice(list(self.clients.items()))
        method, path, more = self._request()
        kept, began = dict(client.cookies), perf_counter()
        with transaction.atomic(), connection.execute_wrapper(self._timed):
            answer = client.generic(method, path, **more)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            transaction.set_rollback(True)
        client.cookies.clear()
        client.cookies.update(kept)
        self._note(f"{method} {path[:300]} {str(more.get('data', ''))[:200]!r} as {who}", answer, body, perf_counter() - began)

    # ---- what is asked ----

    def _request(self) -> tuple[str, str, dict[str, Any]]:
        method = self.random.choices(["GET", "POST", "HEAD", "PUT", "DELETE", "PATCH"], [70, 24, 2, 1, 1, 1])[0]
        path = self._path()
        if self.random.random() < 0.8:
            path += "?" + self._query()
        headers = {name: self.random.choice(values) for name, values in HEADERS.items() if self.random.random() < 0.06}
        headers.pop("Cookie", None) if self.random.random() < 0.8 else None
        more: dict[str, Any] = {"headers": headers}
        if method in ("POST", "PUT", "PATCH"):
            more |= self._sent()
        return method, path, more

    def _path(self) -> str:
        def filled(found: re.Match[str]) -> str:
            choices = found["among"].split("|") if found["among"] and re.fullmatch(r"[\w|]+", found["among"]) else []
            pool = choices or self.ids.get(found["one"] or found["other"], self.ids["any"])
            told = self.random.choice(pool) if self.random.random() < 0.85 else self.random.choice(NASTY + MARKUP)
            return quote(str(told), safe="")

        return "/" + re.sub(r"\(\?P<(?P<one>\w+)>(?P<among>[^)]*)\)|<(?:\w+:)?(?P<other>\w+)>", filled, self.random.choice(self.patterns))

    def _query(self) -> str:
        parts = []
        for _ in range(self.random.choice([1, 1, 2, 3, 6])):
            name = self.random.choice(self.parameters) if self.random.random() < 0.95 else self.random.choice(NASTY + MARKUP)
            parts.append(f"{quote(name)}={quote(self._value()) if self.random.random() < 0.95 else '%ff%fe%00'}")
        return "&".join(parts)

    def _value(self) -> str:
        kind = self.random.random()
        if kind < 0.2:
            return self.random.choice(MARKUP)
        if kind < 0.35:
            return str(self.random.choice(self.random.choice(list(self.ids.values()))))
        if kind < 0.45:
            return "".join(chr(letter) for letter in self.random.choices(LETTERS, k=self.random.randint(1, 60)))
        return self.random.choice(NASTY)

    def _sent(self) -> dict[str, Any]:
        """A form, a file, JSON, or bytes that are none of these."""
        kind = self.random.random()
        if kind < 0.7:
            form = [(self.random.choice(self.parameters), self._value()) for _ in range(self.random.randint(0, 8))]
            return _form(form + ACTION[: self.random.randint(0, 2)])
        if kind < 0.85:
            junk, name = self.random.choice((*FILES, os.urandom(300), MARKUP[0].encode())), self.random.choice(NAMES)
            head = f'--b\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
            return {"data": head.encode() + junk + b"\r\n--b--\r\n", "content_type": "multipart/form-data; boundary=b"}
        if kind < 0.95:
            told = ",".join(f'"{name}": {self.random.choice(JSON)}' for name in self.random.sample(self.parameters, 4))
            return {"data": f"{{{told}}}".encode(), "content_type": "application/json"}
        return {"data": os.urandom(50), "content_type": self.random.choice(["", "x", "multipart/form-data", "text/html; charset=zz"])}

    # ---- what is answered ----

    def _timed(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        began = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            took = perf_counter() - began
            if took > self.summary.slowest_query[0]:
                self.summary.slowest_query = (took, str(sql)[:300])
            if took > self.limit:
                self.summary.faults.append(f"a query of {took:.1f} s: {str(sql)[:200]}")

    def _note(self, asked: str, answer: Any, body: bytes, seconds: float) -> None:
        self.summary.asked += 1
        self.summary.statuses[answer.status_code] += 1
        if seconds > self.summary.slowest[0]:
            self.summary.slowest = (seconds, asked)
        if answer.status_code >= 500:
            self.summary.faults.append(f"{answer.status_code}: {asked}")
        if "X-Evil" in answer.headers or re.match(r"(https?:)?[/\\]{2}", answer.headers.get("Location", "")):
            self.summary.faults.append(f"led away: {asked}")
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            self.summary.faults += [f"{what}: {asked}" for what in would_run(body.decode(errors="replace"))]


class _Page(html.parser.HTMLParser):
    """Finds what a browser would run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.in_script = tag == "script" and not str(told.get("type", "")).startswith("application/")
        for name, value in attrs:
            if name.startswith("on"):
                self.found.append(f"a handler {name}")
            if name in ("href", "src", "action", "formaction") and re.match(r"\s*(javascript|data:text|vbscript)", value or "", re.I):
                self.found.append(f"an address that runs, in {name}")
            if name == "src" and tag == "script" and not (value or "").startswith("/"):
                self.found.append("a script from elsewhere")

    def handle_endtag(self, tag: str) -> None:
        self.in_script = False

    def handle_data(self, data: str) -> None:
        if self.in_script and data.strip():
            self.found.append("a script inside the page")


def would_run(page: str) -> list[str]:
    """What a browser would run of the page apart from scripts of ours that are loaded by address; nothing, on any page."""
    reader = _Page()
    reader.feed(page)
    return reader.found


def _form(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    told = "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)
    return {"data": told.encode(), "content_type": "application/x-www-form-urlencoded"}


def _patterns() -> Iterator[str]:
    """Every address as it is written, without anchors; those of the administration's tables a tenth as often as the others."""
    from django.urls import get_resolver
    from django.urls.resolvers import URLResolver

    def walked(resolver: Any, before: str) -> Iterator[str]:
        for pattern in resolver.url_patterns:
            route = re.sub(r"[\^$]", "", before + str(pattern.pattern)).replace("\\.", ".")
            if isinstance(pattern, URLResolver):
                yield from walked(pattern, route)
            else:
                yield route

    for number, route in enumerate(walked(get_resolver(), "")):
        yield from [route] * (1 if route.startswith("admin/") and number else 10)


def _ids() -> dict[str, list[Any]]:
    """What may stand in each place of an address: ids of things that are there, and of none."""
    from archive.models import Article, Meeting, Organization, Person

    keys = [key[:10] for model in (Article, Meeting, Person, Organization) for key in model.objects.values_list("key", flat=True)[:8]]
    numbers = [1, 2, 3, 5, 8, 999_999, 0]
    return {
        "public_id": [*keys, "aaaaaaaaaa"],
        "id": [*keys, *numbers],
        "other": keys or ["a"],
        "pk": numbers,
        "object_id": [*numbers, "EE", "nato"],
        "content_type_id": numbers,
        "code": ["RO", "EE", "ro", "ZZ"],
        "one": ["EE", "KR"],
        "app_label": ["archive", "auth", "x"],
        "any": ["x", *keys[:2], 1],
    }


def _parameters() -> list[str]:
    """The parameters of all questions, the fields of all tables, and those of forms besides."""
    from django.apps import apps

    from archive.filters.rooms import QUESTIONS

    filters = [name for question in QUESTIONS.values() for name in question.base_filters]
    fields = sorted({each.name for model in apps.get_app_config("archive").get_models() for each in model._meta.fields})
    forms = [
        "act",
        "new",
        "seen",
        "reason",
        "other",
        "mention",
        "what",
        "back",
        "verdict",
        "one",
        "next",
        "theme",
        "files",
        "text",
        "url",
        "article",
        "do",
    ]
    return [*OWN_PARAMETERS * 2, *filters * 3, *fields, *forms * 3]


def main() -> int:
    """Prints a line and each fault; status 1 if there was any."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz_site", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    import logging

    from django.conf import settings
    from django.contrib.auth.models import User
    from django.db import transaction
    from django.test import Client

    logging.disable(logging.CRITICAL)
    settings.ALLOWED_HOSTS = ["testserver"]
    with transaction.atomic():
        root = User(username="fuzz", is_superuser=True, is_staff=True, password="!")  # noqa: S106  no password at all
        root.save()
        clients = {"visitor": Client(raise_request_exception=False), "superuser": Client(raise_request_exception=False)}
        clients["superuser"].force_login(root, "django.contrib.auth.backends.ModelBackend")
        summary = Fuzz(seed=options.seed, clients=clients, limit=settings.PARLEY_QUERY_SECONDS + 1).run(seconds=options.seconds)
        transaction.set_rollback(True)
    print(f"seed {options.seed}: {summary}")
    print(*sorted(set(summary.faults)), sep="\n")
    return bool(summary.faults)


if __name__ == "__main__":
    sys.exit(main())
