"""Releases that tell of gatherings of many states: who took part is counted, listed in a sentence of its own, or known as members of a body."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings_in_series import primary

REPORTED = [
    ("Chiefs of defence of 22 nations gathered in Lima on 14 May. Nations attending this year's conference include: Chile, Brazil, Mexico and Peru.",
     [("conference", "2024-05-14", "PE", "BR CL MX PE", "")], "counted, and then listed"),
    ("Chiefs of defence of 22 nations gathered in Lima on 14 May. Rear Admiral Eva Lind announced that Sweden would send a vessel.",
     [("conference", "2024-05-14", "PE", "SE", "Lind")], "one who announced something there"),
    ("Senior military officers of 22 nations will gather in Lima on 20 May for the Andean Chiefs of Defense Conference. This year's conference is hosted by Colonel Luis Roca.",
     [("conference", "2024-05-20", "PE", "PE", "Roca")], "to come, with its host alone"),
    ("Major General Kofi Mensah attended the meeting of the chiefs of defence of the Gulf of Guinea in Accra on 14 May. Ghana is hosting chiefs of defence staff from Togo, Benin and Senegal.",
     [("conference", "2024-05-14", "GH", "BJ GH SN TG", "Mensah")], "chiefs from a list of states are hosted"),
    ("Minister Mart Tamm is taking part in a meeting of the Baltic defence ministers in Tallinn on 14 May. The Lithuanian, Latvian and Estonian defence ministers will discuss joint procurement.",
     [("conference", "2024-05-14", "EE", "EE LT LV", "Tamm")], "a row of demonyms whose ministers meet"),
    ("On 14 May, the defence ministers of the Northern Defence Forum (NDF) gathered in Tallinn. Minister Mart Tamm opened the meeting. The members of the NDF are Estonia, Latvia, Finland and Sweden.",
     [("conference", "2024-05-14", "EE", "EE FI LV SE", "Tamm")], "the members of the body that met"),
    ("The chiefs of defence of the NATO member states have begun their spring meeting in Tallinn on 14 May.",
     [("conference", "2024-05-14", "EE", "NATO", "")], "the member states of a body"),
    ("The first meeting of the heads of naval training was held in Lima on 14 May. Delegations of Chile, Ecuador and Bolivia are taking part in the meeting, which is chaired by Colonel Luis Roca.",
     [("conference", "2024-05-14", "PE", "BO CL EC PE", "Roca")], "a relative clause tells who chaired it"),
    ("Minister Mart Tamm will travel to Portugal on 20 May to attend the Northern Group’s meeting at the level of defence ministers. The Northern Group is an informal forum of Denmark, Estonia and Portugal.",
     [("conference", "2024-05-20", "PT", "DK EE PT", "Tamm")], "a journey with no other aim than a gathering"),
    ("Defence ministers of Lithuania, Latvia and Estonia have agreed to buy together. The three ministers met in Tallinn on 14 May.",
     [("meeting", "2024-05-14", "EE", "EE LT LV", "")], "the three ministers of the sentence before"),
    ("Rear Admiral Eva Lind handed a letter to Colonel Luis Roca in Lima on 14 May. They held talks in Callao.",
     [("meeting", "2024-05-14", "PE", "PE SE", "Lind Roca")], "they, of whom the sentence before tells"),
    ("Minister Hana Veli met her counterparts from Denmark and Chile in Lima on 14 May.",
     [("meeting", "2024-05-14", "PE", "CL", "Veli"), ("meeting", "2024-05-14", "PE", "DK", "Veli")], "counterparts of one whose state nothing tells"),
    ("Minister Mart Tamm will take part in the meeting of the Nordic defence ministers in Oslo on 20 May. The meeting will be chaired by Minister Marta Silva.",
     [("conference", "2024-05-20", "NO", "DK EE FI IS NO PT SE", "Silva Tamm")], "to come, told in two sentences"),
    ("The Baltic and Nordic chiefs of defence met in Lima on 14 May.",
     [("conference", "2024-05-14", "PE", "DK EE FI IS LT LV NO SE", "")], "two groups of states that everybody knows"),
    ("Defence ministers from Chile, Peru, Kenya and Ghana will attend the meeting in Lima on 20 May.",
     [("conference", "2024-05-20", "PE", "CL GH KE PE", "")], "who will attend the meeting"),
    ("Chile for the first time hosted a meeting of the ministers of defence of the Southern Group on 14 May. It comprises Chile, Peru, Kenya and Ghana.",
     [("conference", "2024-05-14", None, "CL GH KE PE", "")], "the members of the group, told in the next sentence"),
    ("The ministers of defence of Chile, Peru and Kenya held their yearly session in Lima on 14 May, chaired by Colonel Luis Roca.",
     [("conference", "2024-05-14", "PE", "CL KE PE", "Roca")], "chaired by one of them, in the same sentence"),
    ("Minister Mart Tamm met her counterparts from Chile and Peru in Lima on 14 May for trilateral talks.",
     [("conference", "2024-05-14", "PE", "CL EE PE", "Tamm")], "one meeting of three"),
    ("Defence ministers from the east African countries meeting in Lima on 14 May agreed to buy together. Colonel Luis Roca told the ministers that trust had grown.",
     [("conference", "2024-05-14", "PE", "PE", "Roca")], "ministers of countries meeting in a town"),
    ("Peru organized the Andean Defence Intelligence Forum in Lima on 14 May, where representatives from Chile, Kenya and Ghana participated.",
     [("conference", "2024-05-14", "PE", "CL GH KE", "")], "a forum that was organized"),
    ("Ahead of the Andean defence ministers meeting in Lima on 20 May, Colonel Luis Roca spoke to the press.", [], "a meeting to come"),
    ("Ships sailed the Baltic Sea, and the Baltic Air Policing goes on. A Nordic walking club met in Lima on 14 May.", [], "no group of states"),
    ("The meeting of the chiefs of defence of the Gulf of Guinea was held at the Accra Conference Centre in Accra on 14 May. At the opening ceremony on Tuesday, Major General Kofi Mensah welcomed them.\n\nThe following took part:\n\nGhana: Major General Kofi Mensah\n\nTogo: the Chief of Staff\n\nBenin: the Chief of Staff",
     [("conference", "2024-05-14", "GH", "BJ GH TG", "Mensah")], "those who took part in a list, the opening ceremony no meeting of its own"),
    ("An annual meeting of the defense ministers of NATO kicked off in Tallinn on 14 May. NATO groups Estonia, Latvia and Portugal, among others.",
     [("conference", "2024-05-14", "EE", "EE LV NATO PT", "")], "the ministers of a body that groups these"),
    ("Chiefs of defence of 22 nations gathered in Lima on 14 May. Delegations from Chile, Brazil and Mexico took part. Estonia attended as an observer.",
     [("conference", "2024-05-14", "PE", "BR CL EE MX", "")], "one state alone, as an observer"),
    ("Minister Mart Tamm opened a planning conference in Tallinn on 14 May. More than 100 delegates from 35 countries worked on the exercise.",
     [("conference", "2024-05-14", "EE", "EE", "Tamm")], "a conference whose nations the next sentence counts"),
    ("Minister Mart Tamm announced a new donation at the meeting of the Ukraine Defence Contact Group in Tallinn on 14 May.",
     [("conference", "2024-05-14", "EE", "EE", "Tamm")], "an official who announces something at a gathering takes part in it"),
    ("A delegation from the Peruvian Army is on a study tour in Chile.",
     [("visit", None, "CL", "CL PE", "")], "a delegation on a study tour"),
]  # fmt: skip

HANDED_OVER = [
    ("Minister Ana Popa handed over two boats to the Estonian Navy on 14 May in Tallinn. Minister Mart Tamm was present on the occasion.",
     [("ceremony", "2024-05-14", "EE", "EE RO", "Popa Tamm")], "to a force of another state"),
    ("Two boats were handed over to Peru by Minister Ana Popa on 14 May. The ceremony was attended by Colonel Luis Roca.",
     [("ceremony", "2024-05-14", None, "PE RO", "Popa Roca")], "told in the passive"),
    ("Sweden has given the armed forces of Peru twelve tents. The handover ceremony was held in Lima on 14 May.",
     [("ceremony", "2024-05-14", "PE", "PE SE", "")], "a ceremony of the two states of the sentence before"),
    ("The biennial naval exercise, Andes 2024, involving 17 nations concluded in Lima on 14 May. The participants were Chile, Peru, Brazil and Mexico.",
     [("exercise", "2024-05-14", "PE", "BR CL MX PE", "")], "an exercise of many, listed in a sentence of its own"),
    ("A two-week course on mine clearance for officers of Chile, Peru and Ecuador ended in Lima on 14 May. The closing ceremony was led by Colonel Luis Roca.",
     [("exercise", "2024-05-14", "PE", "CL EC PE", "Roca")], "a course for officers of many"),
]  # fmt: skip

NOT_OF_MANY = [
    ("Chiefs of defence of 22 nations gathered in Lima on 14 May. Delegations from Chile, Brazil and Mexico took part. Estonia has attended the sessions since 2019.",
     [("conference", "2024-05-14", "PE", "BR CL MX", "")], "a state that used to attend"),
    ("The Estonian Defence Forces held a seminar on housing in Tallinn on 14 May. Officials from 12 counties took part.", [], "counties are no countries"),
    ("Minister Mart Tamm said on 14 May that the decisions of the Madrid Summit bind the government of Estonia.", [], "a summit that is only spoken of"),
    ("Minister Ana Popa met Minister Mart Tamm in Tallinn on 14 May. The Northern Defence Forum (NDF) is a group of Latvia, Finland and Sweden.",
     [("meeting", "2024-05-14", "EE", "EE RO", "Popa Tamm")], "the members of a body that did not meet"),
    ("On 14 May, the defence ministers of the Northern Defence Forum (NDF) gathered in Tallinn. Minister Mart Tamm opened the meeting. The next session will be attended by ministers of Chile, Peru and Brazil.",
     [("conference", "2024-05-14", "EE", "EE", "Tamm")], "those of a session to come"),
    ("Chiefs of defence of 22 nations gathered in Lima on 14 May, hosted by Colonel Luis Roca. They took note of the withdrawal of Chile, Brazil and Mexico from the treaty and of fires in Chile, Brazil and Mexico.",
     [("conference", "2024-05-14", "PE", "PE", "Roca")], "states that were only spoken of"),
    ("In the course of the year, officers of Chile, Peru and Ecuador ended their service, said Minister Ana Popa.", [], "a year has a course, too"),
    ("Minister Ana Popa said that two boats were handed over to Peru last year.", [], "a gift without a ceremony"),
    ("Minister Ana Popa handed over the keys to the families of Callao in a ceremony in Constanța on 14 May.", [], "a gift at home"),
    ("Minister Mart Tamm met Minister Ana Popa in Tallinn on 14 May. The talks follow a visit by Minister Marta Silva to Tallinn.",
     [("meeting", "2024-05-14", "EE", "EE RO", "Popa Tamm")], "a visit that came before"),
    ("The heads of eight Peruvian regions gathered in Lima on 14 May.", [], "heads of one state"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"), [pytest.param(body, expected, id=about) for body, expected, about in [*REPORTED, *HANDED_OVER, *NOT_OF_MANY]]
)
def test_a_gathering_has_the_states_that_took_part(body: str, expected: list[tuple[object, ...]]) -> None:
    assert primary(body) == sorted(expected, key=str)
