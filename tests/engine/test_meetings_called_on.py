"""Who was called on by whom: the guest stands behind the words. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_meeting_company import told as occasions

HOST = "Vice Admiral Tomás Roca, Chief of Naval Staff of Peru,"


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "was called on by the Ambassador of Norway, Ms Ingrid Dahl, at Naval Headquarters", id="an office, a comma and a name"
        ),
        pytest.param("was called upon by Norwegian Ambassador Ingrid Dahl", id="called upon"),
        pytest.param("was also called on at his office by Ambassador Ingrid Dahl of Norway", id="a place between"),
        pytest.param("was visited at his office by the Norwegian Ambassador, Ingrid Dahl,", id="visited at an office"),
        pytest.param("was paid a farewell call by Ambassador Ingrid Dahl of Norway", id="paid a call"),
        pytest.param("had a courtesy call paid on him by Norwegian Ambassador Ingrid Dahl", id="had a call paid"),
    ],
)
def test_whoever_was_called_on_was_the_host(told: str) -> None:
    (meeting,) = occasions(f"{HOST} {told} on 14 May.")
    assert (meeting.host, meeting.country, meeting.people) == ("PE", "PE", ("Tomás Roca", "Ingrid Dahl"))


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("was called on by the members of the Council to resign", id="urged"),
        pytest.param("was not visited by Ambassador Ingrid Dahl of Norway", id="not visited"),
    ],
)
def test_other_words_like_these_tell_of_no_guest(told: str) -> None:
    assert not [meeting for meeting in occasions(f"{HOST} {told}.") if "Ingrid Dahl" in meeting.people]
