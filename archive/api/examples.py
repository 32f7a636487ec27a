"""One made-up thing of each kind, for the OpenAPI document."""

from __future__ import annotations

import json
from typing import Any

from drf_spectacular.utils import OpenApiExample

SITE = "https://parley.example"
SOURCE = {
    "id": "ceutfz3kx7",
    "url": f"{SITE}/articles/ceutfz3kx7/",
    "title": "Ministers of Estonia and Portugal meet",
    "publisher": "Ministry of Defence of Estonia",
    "published": "2023-10-03",
    "source_url": "",
    "sha256": "9f2b" * 16,
}
SENTENCE = "Minister of Defence Ülo Tamm met his Portuguese counterpart João da Costa in Tallinn on October 3."
PROOF = {"sentence": SENTENCE, "rule": "people.before", "article": SOURCE}
TAMM = {"id": "p5ka2lqmfe", "name": "Ülo Tamm"}
MINISTRY = {"id": "o7whq3zzpa", "name": "Ministry of Defence"}

EXAMPLES: dict[str, dict[str, Any]] = {
    "offices": {
        "id": "a3mtq7xwzk",
        "key": "a3mtq7xwzkx2v5r7pnd4t6sbye",
        "person": TAMM,
        "rank": "",
        "position": "Minister of Defence",
        "organization": MINISTRY,
        "country": "EE",
        "level": 2,
        "acting": False,
        "former": False,
        "first_seen": "2023-10-03",
        "last_seen": "2024-02-15",
        "articles": 12,
        "meetings": 7,
        "evidence": PROOF,
    },
    "meetings": {
        "id": "kjwf3mquag",
        "key": "kjwf3mquagx2v5r7pnd4t6sbye",
        "url": f"{SITE}/meetings/kjwf3mquag/",
        "name": "Talks of Ülo Tamm and João da Costa",
        "kind": "meeting",
        "state": "held",
        "mode": "in_person",
        "date": "2023-10-03",
        "end_date": "",
        "earliest": "2023-10-03",
        "latest": "2023-10-03",
        "date_basis": "relative",
        "place": "Tallinn",
        "venue_country": "EE",
        "host": "EE",
        "countries": ["EE", "PT"],
        "level": 2,
        "topics": ["cyber"],
        "participants": [
            {
                "side": "host",
                "country": "EE",
                "person": TAMM,
                "organization": MINISTRY,
                "rank": "",
                "position": "Minister of Defence",
                "level": 2,
            }
        ],
        "agreements": [],
        "reports": [
            {
                "article": SOURCE,
                "prominence": "primary",
                "confidence": 0.97,
                "evidence": [
                    {
                        "field": "kind",
                        "where": "body",
                        "start": 39,
                        "end": 42,
                        "rule": "meetings.met-with",
                        "text": "met",
                        "sentence": SENTENCE,
                    }
                ],
            }
        ],
    },
    "articles": {
        **{name: SOURCE[name] for name in ("id", "url", "title", "publisher", "published", "source_url", "sha256")},
        "key": "ceutfz3kx7q4m6w2y5r7pnd4ts",
        "subtitle": "",
        "authors": [],
        "earliest": "2023-10-03",
        "latest": "2023-10-03",
        "dateline": "Tallinn",
        "language": "en",
        "confidence": 0.87,
    },
    "people": {
        **TAMM,
        "key": "p5ka2lqmfex2v5r7pnd4t6sbye",
        "url": f"{SITE}/people/p5ka2lqmfe/",
        "sort_name": "Tamm Ülo",
        "other_names": [],
        "country": "EE",
        "meetings": 2,
        "confidence": 0.98,
        "appointments": [
            {
                "rank": "",
                "position": "Minister of Defence",
                "organization": MINISTRY,
                "country": "EE",
                "level": 2,
                "acting": False,
                "former": False,
                "first_seen": "2023-10-03",
                "last_seen": "2023-10-03",
            }
        ],
        "evidence": PROOF,
    },
    "organizations": {
        **MINISTRY,
        "key": "o7whq3zzpax2v5r7pnd4t6sbye",
        "url": f"{SITE}/organizations/o7whq3zzpa/",
        "acronyms": ["MoD"],
        "other_names": [],
        "country": "EE",
        "international": False,
        "kind": "ministry",
        "parent": None,
        "articles": 3,
        "meetings": 1,
        "confidence": 0.97,
        "evidence": PROOF,
    },
    "agreements": {
        "id": "a2zt5cnhwd",
        "key": "a2zt5cnhwdx2v5r7pnd4t6sbye",
        "url": f"{SITE}/agreements/a2zt5cnhwd/",
        "title": "memorandum of understanding on cyber exercises",
        "action": "signed",
        "countries": ["EE", "PT"],
        "meeting": "kjwf3mquag",
        "confidence": 0.96,
        "article": SOURCE,
        "evidence": [],
    },
    "quotes": {
        "id": "q6mxe4rbta",
        "key": "q6mxe4rbtax2v5r7pnd4t6sbye",
        "url": f"{SITE}/quotes/q6mxe4rbta/",
        "speaker": TAMM,
        "speaker_name": "Ülo Tamm",
        "text": "We know what the sea is worth,",
        "where": "body",
        "start": 110,
        "end": 140,
        "rule": "quotes.said",
        "article": SOURCE,
    },
    "countries": {
        "code": "EE",
        "name": "Estonia",
        "official_name": "Republic of Estonia",
        "other_names": [],
        "region": "Europe",
        "groups": [{"group": "NATO", "since": "2004-03-29", "until": None}],
    },
}


def written(room: str) -> str:
    """The thing as text, to be read by people."""
    return json.dumps(EXAMPLES[room], indent=2, ensure_ascii=False)


def of(room: str) -> OpenApiExample:
    """One thing of a room, as an answer has it."""
    return OpenApiExample(room, value=EXAMPLES[room], response_only=True, status_codes=["200"])
