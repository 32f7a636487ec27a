"""Where those stay who go on to meet their hosts, and sites whose shape is new; all names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Document

HANDOVER = (
    "In a ceremony held on 14 May 2024 at Camp Roca, in Lima, home of the mission, Brigadier General Paulo Sousa of Portugal "
    "met the Peruvian Minister of Defence, Ana Roca."
)
VISIT = (
    "Admiral John Stone of the United States met Minister of Defence Ana Roca in Lima on 10 May 2024 and visited the shipyard in Callao."
)


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        pytest.param(
            HANDOVER,
            "On the following day General Sousa paid a visit to Minister Roca at the Ministry of Defence and they held talks on training.",
            "Lima",
            id="the next day, in the only town told",
        ),
        pytest.param(
            VISIT,
            "On 11 May 2024 Admiral Stone met with the Commander of the Peruvian Navy, Admiral Luis Soto.",
            None,
            id="near miss: two towns told",
        ),
        pytest.param(
            "",
            "General Luc Morel of the French Army had talks with Brigadier Jean Payet of the Seychelles Defence Forces at Ile Perlane.",
            "Ile Perlane",
            id="an island",
        ),
        pytest.param(
            "",
            "Admiral John Stone of the United States called on President Nimal Perera of Sri Lanka at the Presidential Secretariat.",
            "Presidential Secretariat",
            id="the secretariat of a president",
        ),
        pytest.param(
            "",
            "Minister of Defence Ana Roca of Peru met the Minister of Defence of Chile, Luis Soto, and spoke of the General Secretariat.",
            None,
            id="near miss: the secretariat of a body",
        ),
    ],
)
def test_where_they_met(first: str, second: str, place: str | None) -> None:
    told = pipeline.extract(Document(f"Talks on training of officers held\n\n{first}\n\n{second}\n")).meetings

    assert told[-1].place == place
