"""Who came to whom where no place is told, as the courtesies of a release show. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_meeting_places import every, reported

MET = "Colonel Luis Roca of Peru met with Rear Admiral Eva Lind of Sweden on 14 May."


@pytest.mark.parametrize(
    "courtesy",
    [
        pytest.param("Colonel Roca thanked Rear Admiral Lind for her visit.", id="thanks for the visit"),
        pytest.param("The Colonel expressed gratitude to the Rear Admiral for making the trip to Peru.", id="thanks for making the trip"),
        pytest.param("Colonel Roca thanked his colleague for accepting the invitation.", id="a colleague who accepted the invitation"),
        pytest.param("Rear Admiral Lind thanked for the warm hospitality accorded to her.", id="hospitality"),
        pytest.param("The Swedish guest expressed thanks for the good reception.", id="a guest told by nation"),
        pytest.param("The guest thanked for the hospitality.", id="the guest is who was met"),
        pytest.param("Colonel Roca wished Rear Admiral Lind welcome and spoke of rescue.", id="wished welcome"),
        pytest.param("Colonel Roca wished the Rear Admiral a pleasant stay.", id="a pleasant stay"),
        pytest.param("The visiting Rear Admiral spoke of rescue at sea.", id="the visiting officer"),
        pytest.param("Rear Admiral Lind was accorded a guard of honour.", id="a guard of honour"),
        pytest.param("Rear Admiral Lind signed the visitors’ book.", id="the visitors’ book"),
        pytest.param("At the end of her stay, the Rear Admiral saw Swedish divers.", id="at the end of her stay"),
        pytest.param("Rear Admiral Lind is in the country for an introductory visit.", id="is in the country"),
        pytest.param("Rear Admiral Lind landed in Peru on 14 May.", id="landed in the country"),
        pytest.param("Rear Admiral Lind is on a working visit to Peru until Friday.", id="on a visit to the country"),
        pytest.param("“I am glad to welcome Eva to Peru,” said Colonel Roca.", id="glad to welcome"),
    ],
)
def test_courtesies_show_who_was_the_host(courtesy: str) -> None:
    (meeting,) = reported(f"{MET} {courtesy}")
    assert (meeting.place, meeting.country) == (None, "PE")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Colonel Roca recalled his visit to Sweden and the warm reception at the time.", id="a visit recalled"),
        pytest.param("Rear Admiral Lind thanked Peru for the warm welcome given to Swedish students.", id="a welcome to others"),
        pytest.param("Rear Admiral Lind invited Colonel Roca to pay a visit to Sweden.", id="an invitation"),
        pytest.param("Rear Admiral Lind expressed appreciation for the visit of a Peruvian frigate.", id="the visit of a ship"),
        pytest.param("Colonel Roca told of his trip to Brazil.", id="a third country"),
        pytest.param("The visiting fellows joined them, and guests of honour were introduced.", id="other guests"),
        pytest.param("Both thanked for the warm welcome by the organizers of the forum.", id="both"),
        pytest.param("Two Peruvian companies arrived in Sweden for the exercise.", id="troops that arrived"),
        pytest.param(
            "Colonel Roca thanked her for her visit. Rear Admiral Lind thanked him for his visit.", id="each the guest of the other"
        ),
        pytest.param("On 3 January Colonel Roca thanked Rear Admiral Lind for her visit.", id="on another day"),
    ],
)
def test_other_courtesies_do_not(sentence: str) -> None:
    meeting = reported(f"{MET} {sentence}")[0]
    assert (meeting.place, meeting.country) == (None, None)


def test_talks_on_the_margins_have_no_host() -> None:
    (meeting,) = reported("On the sidelines of the forum, Colonel Luis Roca met Rear Admiral Eva Lind. He thanked her for her visit.")
    assert meeting.country is None


def test_an_invitation_is_no_visit_that_was_held() -> None:
    talks, *others = every(f"{MET} Rear Admiral Lind invited Colonel Roca to pay an official visit to Sweden.")
    assert talks.state == "held"
    assert all(each.state == "planned" for each in others)
