"""Sentences that tell of several meetings: by a day of its own for each, by participles, by "where", "while" and "followed by"."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meetings_in_series import primary

TWO = [
    ("Major General Kofi Mensah received Ambassador Omar Haddad on 13 May and Ambassador Ivan Petrov on 14 May in Accra.",
     [("meeting", "2024-05-13", "GH", "GH JO", "Haddad Mensah"), ("meeting", "2024-05-14", "GH", "BG GH", "Mensah Petrov")], "each on a day of the month"),
    ("Minister Ana Popa met Minister Mart Tamm on Monday and, on Tuesday, with Jens Krog in Bucharest.",
     [("meeting", "2024-05-13", "RO", "EE RO", "Popa Tamm"), ("meeting", "2024-05-14", "RO", "NATO RO", "Krog Popa")], "a state one day, an organization the next"),
    ("Rear Admiral Eva Lind met Colonel Luis Roca in Lima on 14 May before meeting Minister Ana Popa.",
     [("meeting", "2024-05-14", "PE", "PE SE", "Lind Roca"), ("meeting", "2024-05-14", "PE", "RO SE", "Lind Popa")], "before meeting"),
    ("After meeting Minister Mart Tamm in Tallinn on 14 May, Minister Ana Popa held talks with Minister Marta Silva.",
     [("meeting", "2024-05-14", "EE", "EE RO", "Popa Tamm"), ("meeting", "2024-05-14", "EE", "PT RO", "Popa Silva")], "after meeting"),
    ("Rear Admiral Eva Lind was welcomed by Colonel Luis Roca in Lima on 14 May before calling on Minister Ana Popa.",
     [("meeting", "2024-05-14", "PE", "PE SE", "Lind Roca"), ("meeting", "2024-05-14", "PE", "RO SE", "Lind Popa")], "before calling on"),
    ("Rear Admiral Eva Lind met Colonel Luis Roca in Lima on 14 May before being received by Minister Ana Popa.",
     [("meeting", "2024-05-14", "PE", "PE SE", "Lind Roca"), ("meeting", "2024-05-14", "PE", "RO SE", "Lind Popa")], "before being received"),
    ("Rear Admiral Eva Lind held talks with General Ion Rusu in Bucharest on 14 May, followed by a meeting with Minister Ana Popa.",
     [("meeting", "2024-05-14", "RO", "RO SE", "Lind Rusu"), ("meeting", "2024-05-14", "RO", "RO SE", "Lind Popa")], "followed by a meeting"),
    ("Rear Admiral Eva Lind met General Ion Rusu in Bucharest on 14 May, then proceeded to the palace, where she met Minister Ana Popa.",
     [("meeting", "2024-05-14", "RO", "RO SE", "Lind Rusu"), ("meeting", "2024-05-14", "RO", "RO SE", "Lind Popa")], "then where another was met"),
    ("Minister Ana Popa received Minister Mart Tamm in Bucharest on 14 May, while General Ion Rusu met Rear Admiral Eva Lind.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm"), ("meeting", "2024-05-14", "RO", "RO SE", "Lind Rusu")], "while others met"),
    ("Major General Kofi Mensah received courtesy calls from Ambassador Omar Haddad and Ambassador Ivan Petrov in Accra on 14 May.",
     [("meeting", "2024-05-14", "GH", "GH JO", "Haddad Mensah"), ("meeting", "2024-05-14", "GH", "BG GH", "Mensah Petrov")], "calls are received"),
]  # fmt: skip

SERIES = [
    ("Minister Ana Popa, who is in Lima for the Andean Security Forum, met with military leaders from Slovenia and Portugal. At the meeting held with Minister Marta Silva on 13 May, frigates were discussed. Furthermore, at the meeting held on 14 May with Colonel Lea Novak of Slovenia, the two sides spoke of ports.",
     [("meeting", "2024-05-13", "PE", "PT RO", "Popa Silva"), ("meeting", "2024-05-14", "PE", "RO SI", "Novak Popa")], "by their states first, then each"),
    ("Minister Ana Popa held meetings with representatives of international organisations in Bucharest on 14 May. At the meeting with Jens Krog, training was discussed. During a conversation with Minister Mart Tamm, Popa proposed an exchange.",
     [("meeting", "2024-05-14", "RO", "NATO RO", "Krog Popa"), ("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm")], "meetings of which the partners follow"),
    ("Minister Ana Popa met Minister Mart Tamm in Bucharest on 14 May. On 15 May, a meeting with Minister Marta Silva was held.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm"), ("meeting", "2024-05-15", "RO", "PT RO", "Popa Silva")], "a meeting with somebody was held"),
    ("In a meeting with Minister Mart Tamm on the margins of the Forum in Lima on 14 May, Minister Ana Popa praised the battalion.",
     [("meeting", "2024-05-14", "PE", "EE RO", "Popa Tamm")], "on the margins, and only then who met"),
    ("Minister Ana Popa met Minister Mart Tamm in Bucharest on 14 May. This was followed by a meeting of the two ministers with Minister Marta Silva.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm"), ("meeting", "2024-05-14", "RO", "EE PT RO", "Popa Silva Tamm")], "the two with a third"),
    ("Major General Kofi Mensah had meetings with Ambassador Omar Haddad; Ambassador Ivan Petrov; and Minister Mart Tamm in Accra on 14 May.",
     [("meeting", "2024-05-14", "GH", "GH JO", "Haddad Mensah"), ("meeting", "2024-05-14", "GH", "BG GH", "Mensah Petrov"), ("meeting", "2024-05-14", "GH", "EE GH", "Mensah Tamm")], "meetings in the plural"),
]  # fmt: skip

ANNOUNCED = [
    ("Minister Ana Popa held several meetings with officials of Estonia in Tallinn on 14 May. The defence minister held a bilateral meeting with Minister Mart Tamm. Later, in a separate meeting with Major Kai Saar of Estonia, Popa praised the battalion.",
     [("meeting", "2024-05-14", "EE", "EE RO", "Popa Tamm"), ("meeting", "2024-05-14", "EE", "EE RO", "Popa Saar")], "several, which all follow"),
    ("Minister Ana Popa held several meetings with officials of Estonia in Tallinn on 14 May. Later she met Minister Mart Tamm.",
     [("meeting", "2024-05-14", "EE", "EE RO", "Popa Tamm")], "several, of which one is told"),
]  # fmt: skip

GATHERINGS = [
    ("Today, 14 May, the base in Lima hosts a meeting of nations of the battalion. The meeting is attended by Minister Ana Popa, Minister Mart Tamm, and Minister Marta Silva.",
     [("conference", "2024-05-14", "PE", "EE PT RO", "Popa Silva Tamm")], "those who attend tell of the meeting"),
    ("Minister Ana Popa took part in the Andean Security Forum in Lima on 14 May, where she met Minister Mart Tamm.",
     [("meeting", "2024-05-14", "PE", "EE RO", "Popa Tamm")], "a forum where somebody was met"),
    ("Minister Ana Popa inaugurated a regional seminar in Bucharest on 14 May, in which delegations from Chile, Peru and Brazil take part.",
     [("conference", "2024-05-14", "RO", "BR CL PE RO", "Popa")], "delegations that a sentence lists"),
    ("Minister Ana Popa and Minister Mart Tamm co-chaired the Baltic Defence Forum in Tallinn on 14 May. Among the participants was Minister Marta Silva.",
     [("conference", "2024-05-14", "EE", "EE PT RO", "Popa Silva Tamm")], "among the participants"),
]  # fmt: skip

ONE = [
    ("Rear Admiral Eva Lind flew to Lima on 14 May, meeting Colonel Luis Roca.",
     [("meeting", "2024-05-14", "PE", "PE SE", "Lind Roca")], "a journey on which somebody was met"),
    ("Major General Kofi Mensah received Ambassador Omar Haddad and Ambassador Ivan Petrov in Accra on 14 May.",
     [("meeting", "2024-05-14", "GH", "BG GH JO", "Haddad Mensah Petrov")], "received together"),
    ("Rear Admiral Eva Lind flew to Lima on 14 May, where she met Colonel Luis Roca.",
     [("meeting", "2024-05-14", "PE", "PE SE", "Lind Roca")], "a journey and where it led are one"),
    ("Minister Ana Popa met in Bucharest on 14 May with Minister Mart Tamm who is on a visit to the country to attend the meeting of the NATO chiefs of defence.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm")], "what somebody had come for"),
    ("Romania and Estonia will hold a defence dialogue in Bucharest on 20 May. General Ion Rusu will lead the Romanian side, while Minister Mart Tamm will lead the Estonian side.",
     [("meeting", "2024-05-20", "RO", "EE RO", "Rusu Tamm")], "who will lead the sides"),
    ("Minister Ana Popa will take part in a trilateral meeting in Tallinn on 20 May with her Estonian and Portuguese counterparts.",
     [("conference", "2024-05-20", "EE", "EE PT RO", "Popa")], "a meeting to come of three"),
    ("Sweden handed over two boats to the Peruvian Navy in a ceremony in Lima on 14 May. Colonel Luis Roca received the boats from Rear Admiral Eva Lind. The event was witnessed by Minister Ana Popa.",
     [("ceremony", "2024-05-14", "PE", "PE RO SE", "Lind Popa Roca")], "what was taken from somebody, and who saw it"),
    ("Minister Ana Popa received a group of officers from Estonia in Bucharest on 14 May.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa")], "people who came from somewhere"),
    ("Minister Ana Popa met Minister Mart Tamm in Bucharest on 14 May. General Ion Rusu sat in on the talks. Minister Tamm had with him Major Kai Saar.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Rusu Saar Tamm")], "who sat in, and whom somebody had with him"),
    ("Minister Ana Popa received Minister Mart Tamm in Bucharest on 14 May. His entourage included Major Kai Saar.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Saar Tamm")], "an entourage"),
    ("General Ion Rusu left for Lima on 14 May to attend the Andean Security Forum, hosted by Peru and the United States.",
     [("conference", "2024-05-14", "PE", "PE RO US", "Rusu")], "who hosts a forum"),
    ("On 14 May in Bucharest, the certificate award ceremony of the course was attended by Minister Ana Popa and Minister Mart Tamm.",
     [("ceremony", "2024-05-14", "RO", "EE RO", "Popa Tamm")], "a ceremony of a course"),
    ("Minister Ana Popa received the security cooperation delegation of Estonia in Bucharest on 14 May.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa")], "a delegation for cooperation"),
    ("Minister Mart Tamm, who was invited to visit Bucharest, met Minister Ana Popa there on 14 May.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm")], "who was invited and came"),
    ("Minister Ana Popa met Minister Mart Tamm in Bucharest on 14 May after meeting the needs of the battalion.",
     [("meeting", "2024-05-14", "RO", "EE RO", "Popa Tamm")], "needs are met as well"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [pytest.param(body, expected, id=about) for body, expected, about in [*TWO, *SERIES, *ANNOUNCED, *GATHERINGS, *ONE]],
)
def test_a_sentence_tells_each_of_its_meetings_once(body: str, expected: list[tuple[object, ...]]) -> None:
    assert primary(body) == sorted(expected, key=str)


def test_who_commands_the_ships_in_port_is_of_their_state_where_nothing_tells_another() -> None:
    body = "The Swedish frigate Ärla arrived in Lima on 14 May. Captain Hana Veli, commander of the flotilla, called on Colonel Luis Roca."
    assert [(sides, people) for *_, sides, people in primary(body)] == [("PE SE", "Roca Veli")]
