"""Documents between parties, ahead of their signing, in drafts and on waters, as many ministries word them. All lines are made up."""

from __future__ import annotations

import pytest

from tests.engine.test_agreements import read

HYDROGRAPHY = "Memorandum of Understanding on Hydrography"


@pytest.mark.parametrize(
    ("line", "title", "action"),
    [
        pytest.param(
            "They exchanged views on training and agreed to sign a Memorandum of Understanding on Hydrography.",
            HYDROGRAPHY,
            "planned",
            id="agreed to sign what other views were exchanged on",
        ),
        pytest.param(
            "They looked forward to the meeting, which Lima will host, and to the signing of the Protocol on Salvage.",
            "Protocol on Salvage",
            "planned",
            id="forward to a meeting and to the signing",
        ),
        pytest.param(
            "They agreed to speed up the conclusion of the Protocol on Salvage.",
            "Protocol on Salvage",
            "planned",
            id="speed up the conclusion",
        ),
        pytest.param("The signing of the Protocol on Salvage is scheduled for July.", "Protocol on Salvage", "planned", id="scheduled"),
        pytest.param(
            "In Quito she will sign with the Minister of Peru, Luis Roca, a Protocol on the Transport of Forces.",
            "Protocol on the Transport of Forces",
            "planned",
            id="with a minister whose name stands between commas",
        ),
        pytest.param(
            "They agreed to begin consultations on an Agreement on Air Transit.",
            "Agreement on Air Transit",
            "discussed",
            id="consultations",
        ),
        pytest.param("The draft Protocol on Salvage was also discussed.", "Protocol on Salvage", "discussed", id="was also discussed"),
        pytest.param("Popa handed over the draft of a Protocol on Salvage.", "Protocol on Salvage", "discussed", id="handed over a draft"),
        pytest.param(
            "The Protocol on Exchange of Staff between the Staff College (SC) and the Army College, Callao was signed.",
            "Protocol on Exchange of Staff",
            "signed",
            id="between two colleges",
        ),
        pytest.param(
            "The Operating Procedures for Joint Patrols on the Tumbes River were jointly signed.",
            "Operating Procedures for Joint Patrols on the Tumbes River",
            "signed",
            id="procedures on a river",
        ),
        pytest.param(
            "They put their signatures under a Letter of Intent on Drones.",
            "Letter of Intent on Drones",
            "signed",
            id="signatures under it",
        ),
        pytest.param(
            "They signed the minutes of the 12th session of the Joint Military Committee.",
            "minutes of the 12th session of the Joint Military Committee",
            "signed",
            id="minutes of a committee",
        ),
        pytest.param(
            "The Agreement on protection of classified information, signed by both ministers, opens the way.",
            "Agreement on protection of classified information",
            "signed",
            id="a participle in the title",
        ),
        pytest.param("The two sides agreed the text of a Protocol on Salvage.", "Protocol on Salvage", "signed", id="agreed the text"),
        pytest.param("The cooperation plan for 2025 was agreed.", "cooperation plan for 2025", "signed", id="was agreed"),
        pytest.param(
            "They agreed to extend the Agreement on Air Transit until 2030.", "Agreement on Air Transit", "renewed", id="until a year"
        ),
        pytest.param(
            "They signed a protocol amending the Agreement on Air Transit.",
            "Agreement on Air Transit",
            "amended",
            id="what a protocol amends",
        ),
        pytest.param(
            "It is planned to sign a Plan of Bilateral Cooperation for 2025 in autumn.",
            "Plan of Bilateral Cooperation for 2025",
            "planned",
            id="a season",
        ),
    ],
)
def test_documents_are_read_with_what_was_done(line: str, title: str, action: str) -> None:
    assert read(line) == [(title, action)]


@pytest.mark.parametrize(
    "line",
    [
        "They discussed the implementation of the Memorandum of Understanding on Hydrography.",
        "They noted the progress made since the signing of the Protocol on Salvage.",
        "The visit takes place under the Protocol on Salvage signed in 2010.",
        "The ministers welcomed the entry into force of the Protocol on Salvage.",
        "They agreed that the Plan would be read again.",
    ],
)
def test_documents_of_the_past_stay_out(line: str) -> None:
    assert read(line) == []


@pytest.mark.parametrize(
    ("line", "action"),
    [
        pytest.param("The renewal of the Agreement on Air Transit was signed in Lima.", "renewed", id="renewal signed"),
        pytest.param("The talks ended as an extension of the Agreement on Air Transit was signed.", "renewed", id="extension signed"),
        pytest.param("They signed a five-year extension of the Agreement on Air Transit.", "renewed", id="signed an extension"),
        pytest.param("They signed the Second Amendment to the Agreement on Air Transit.", "amended", id="second amendment"),
        pytest.param("The changes to the Agreement on Air Transit were signed in Lima.", "amended", id="changes signed"),
        pytest.param(
            "They spoke of the renewal of crews. The Agreement on Air Transit was signed in Lima.", "signed", id="near miss: crews"
        ),
    ],
)
def test_what_was_signed_may_change_or_renew_a_document(line: str, action: str) -> None:
    assert read(line) == [("Agreement on Air Transit", action)]


def test_what_one_head_of_state_issues_is_no_agreement() -> None:
    body = (
        "President Ana Popa of Peru signed the HARBOUR PACT Act into law and a Presidential Memorandum on harbours."
        " She approved Emergency Declarations for two towns."
    )
    assert not read(body)
