"""Releases that tell of exercises: whose forces trained, when, and which ceremonies and sentences belong to them."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings_in_series import primary

REPORTED = [
    ("Peru and Chile have commenced the third edition of Exercise Southern Star on 14 May.",
     [("exercise", "2024-05-14", None, "CL PE", "")], "commenced by two"),
    ("The Estonian Navy is taking part in a large-scale mine-hunting exercise with the navies of Portugal and Sweden off Tallinn on 14 May.",
     [("exercise", "2024-05-14", "EE", "EE PT SE", "")], "is under way"),
    ("On 14 May, Minister Ana Popa presided over the closing ceremony of the Chile-Peru combined exercise Southern Star in Lima. The exercise was conducted in Lima from 1 to 14 May. The last edition of the exercise was held in Chile in 2023.",
     [("exercise", "2024-05-01", "PE", "CL PE RO", "Popa")], "a ceremony that closes it is the exercise; when it ran is told behind"),
    ("The trilateral exercise of the armies of Chile, Peru and Brazil began in Lima on 14 May. The opening ceremony was attended by Colonel Luis Roca and Rear Admiral Eva Lind.",
     [("exercise", "2024-05-14", "PE", "BR CL PE SE", "Lind Roca")], "who was at its ceremony"),
    ("Chile, Peru and Brazil conducted the first multilateral maritime cooperative activity on 14 May, demonstrating their commitment to the region.",
     [("exercise", "2024-05-14", None, "BR CL PE", "")], "a maritime cooperative activity"),
    ("Military personnel from 22 countries started drills in Lima on 14 May. Participants are from Brazil, Chile, Mexico and Peru.",
     [("exercise", "2024-05-14", "PE", "BR CL MX PE", "")], "counted, and then listed"),
    ("A multinational exercise, code-named Southern Star, kicked off in Lima on 14 May. Personnel from Chile, Brazil and Mexico took part. Estonia and Portugal are taking part in the exercise for the first time.",
     [("exercise", "2024-05-14", "PE", "BR CL EE MX PT", "")], "those who take part in the exercise that is known"),
    ("The Chilean frigate Cochrane docked at Callao, Peru, on 10 May. On her departure, the ship engaged in a passage exercise (PASSEX) with a corvette of the host navy.",
     [("exercise", None, "PE", "CL PE", ""), ("visit", "2024-05-10", "PE", "CL PE", "")], "on leaving, with the host navy"),
    ("Rear Admiral Eva Lind called on Colonel Luis Roca in Lima on 10 May. On leaving port, the ships held a combined exercise with the Peruvian Navy and the Swedish Navy.",
     [("exercise", None, "PE", "PE SE", ""), ("meeting", "2024-05-10", "PE", "PE SE", "Lind Roca")], "on leaving, behind a call"),
    ("The 16th edition of the combined exercise 'Southern Star' between the armies of Chile and Peru will be conducted in Lima from 1 to 14 May. In April, the ninth meeting of the Joint Working Group of Chile and Peru took place in Lima.",
     [("exercise", "2024-05-01", "PE", "CL PE", "")], "to come, with talks that came before"),
    ("Officers from Chile, Peru and Ecuador started a two-week training course in Lima on 14 May. They had finished their service in Callao.",
     [("exercise", "2024-05-14", "PE", "CL EC PE", "")], "a course that officers of many started"),
    ("The 13th edition of the exercise Southern Star of the Chilean and the Peruvian navies was launched in Lima on 14 May by Colonel Luis Roca.",
     [("exercise", "2024-05-14", "PE", "CL PE", "Roca")], "launched by an official"),
]  # fmt: skip

NOT_COMBINED = [
    ("The Kenya Air Force concluded an exercise in Laikipia on 14 May near the Somali border.", "a border is no party"),
    ("The exercise of the Estonian Defence League ended in Tapa on 14 May; rifles bought from Germany were used.", "arms bought elsewhere"),
    ("The exercise of oversight over contracts of Poland and Germany began on 14 May.", "an exercise of no forces"),
    ("The Peruvian Navy commissioned a frigate in Callao. The Navy had held exercises with Chile and Brazil last year.", "of years before"),
    ("Sixteen officers of the Peruvian Army completed a course in Lima on 14 May.", "a course for one's own"),
    ("The battalion that will go to the mission in Lebanon completed its training in Accra on 14 May.", "those who train for a mission"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [pytest.param(body, expected, id=about) for body, expected, about in REPORTED])
def test_an_exercise_has_the_states_whose_forces_trained(body: str, expected: list[tuple[object, ...]]) -> None:
    assert primary(body) == sorted(expected, key=str)


@pytest.mark.parametrize("body", [pytest.param(body, id=about) for body, about in NOT_COMBINED])
def test_what_one_state_does_alone_is_no_exercise_of_several(body: str) -> None:
    assert primary(body) == []
