"""Captions that are whole sentences, versions in two languages, and what stands beside a headline; all sentences are invented."""

from __future__ import annotations

import pytest

from ingest.engine.cleaning import bylines, headlines, scenes
from tests.engine.around_a_release import END, FIRST, HEADLINE, LAST, release


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        pytest.param("General Ruiz greets the envoy at the port of Sandova.", True, id="a greeting"),
        pytest.param(
            "Vice Admiral Ana Ruiz, right, welcomes Captain Jan Novak to the headquarters on Oct. 9, 2023.", True, id="who is right"
        ),
        pytest.param("Minister Ruiz, second from left, speaks at the event.", True, id="a speech, and where the speaker is"),
        pytest.param("Minister Ruiz speaks at the event.", False, id="near miss: a speech told in the present"),
        pytest.param(
            "Minister Ruiz participates on 4 and 5 May in the meeting of the council.", False, id="near miss: a lead in the present"
        ),
        pytest.param("In the afternoon the minister receives the envoy of Sandova.", False, id="near miss: a visit in the present"),
        pytest.param("The delegates pose for a picture after the talks in Sandova.", True, id="a pose"),
        pytest.param("Commander Novak is received by the band of the navy as he arrives at the port.", True, id="an arrival"),
        pytest.param("Lt. Gen. Ruiz (L) presents a shield to Brig. Gen. Novak in Harbour City.", True, id="a gift"),
        pytest.param("General Ruiz greeted the envoy at the port of Sandova.", False, id="near miss: what happened"),
        pytest.param("Minister Ruiz will meet the envoy at the port.", False, id="near miss: what is to come"),
        pytest.param("Minister Ruiz meets the envoy in Harbour City tomorrow.", False, id="near miss: an announcement"),
        pytest.param("Sandova welcomes the decision of the council on the port.", False, id="near miss: nobody in a picture"),
        pytest.param("The official visits to the ports of the navy are a tradition.", False, id="near miss: visits are a thing"),
        pytest.param("General Ruiz greets the envoy. They later met in the port.", False, id="near miss: two sentences"),
        pytest.param("Minister Ruiz says that the two navies meet in the spring.", False, id="near miss: what somebody says"),
    ],
)
def test_a_sentence_that_shows_a_picture(sentence: str, shown: bool) -> None:
    assert scenes.is_scene(sentence) is shown


SCENE = "Admiral Ana Ruiz shakes hands with Captain Jan Novak at the port."


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        pytest.param("HEADLINE\n\nFIRST\n\nSCENE\n\nLAST\n\nEND", False, id="between paragraphs that tell what happened"),
        pytest.param("HEADLINE\n\nSCENE\n\nNavy/Jan Marsh\n\nFIRST\n\nLAST\n\nEND", False, id="above a credit"),
        pytest.param("HEADLINE\n\nSCENE\n\nAdmiral Ruiz met Captain Novak at the port on Friday.\n\nLAST\n\nEND", False, id="named again"),
        pytest.param("HEADLINE\n\nSCENE\n\nFIRST\n\nLAST\n\nEND", True, id="near miss: the first sentence of all, with nothing beside it"),
        pytest.param(
            "HEADLINE\n\nAdmiral Ana Ruiz visits the port of Sandova.\n\nSCENE\n\nMinister Marsh meets the mayor on the ship.",
            True,
            id="near miss: a text that is all in the present",
        ),
    ],
)
def test_a_scene_is_no_part_of_a_text_of_the_past(page: str, kept: bool) -> None:
    assert (SCENE in release(page.replace("SCENE", SCENE)).body) is kept


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO NEWS: Admiral Ruiz with the delegation of the navy.",
        "Click on the image to enlarge",
        "Image 4 of 5",
        "The Chief of the Navy at the port of Harbour City on Friday. HNA Photo.",
        "Outstanding officers honoured at the ceremony",
        "+ ↺ − 16 px",
    ],
)
def test_what_stands_around_pictures_goes(line: str) -> None:
    assert release(f"HEADLINE\n4 May 2021\n\nFIRST\n\n{line}\n\nLAST\n\nEND").body == f"{FIRST}\n\n{LAST}\n\n{END}"


def test_the_credit_behind_a_story_goes_and_the_story_stays() -> None:
    story = (
        "The delegation closed its visit on Friday with a call on the Minister of Defence, who was joined by the ambassador and by the "
        "commander of the port. The minister accepted an invitation to the naval base of the guests, where the next exercise is planned."
    )

    found = release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\n{story} (Courtesy photo by the navy)")

    assert found.body.endswith(story)
    assert "(Courtesy photo by the navy)" in {piece.text for piece in found.dropped}


FOREIGN = [
    "Le ministre de la Défense a reçu mardi l’ambassadeur au ministère et s’est entretenu avec lui de la coopération entre les deux pays.",
    "Au cours de la rencontre, les deux parties ont parlé de la formation des officiers et des plongeurs de la marine, qui se poursuivra.",
    "L’ambassadeur a remercié le ministre pour son accueil et l’a invité à visiter le port au printemps avec une délégation de la marine.",
]


@pytest.mark.parametrize("between", ["", "* * *\n\n", "ENGLISH\n\n"], ids=["nothing", "a rule", "a label"])
def test_the_headline_is_that_of_the_english_version_below(between: str) -> None:
    foreign = "\n\n".join(FOREIGN)

    found = release(f"Le ministre reçoit l’ambassadeur à Bakou\n\n{foreign}\n\n{between}HEADLINE\n\nFIRST\n\nLAST\n\nEND")

    assert (found.title, found.body) == (HEADLINE, f"{FIRST}\n\n{LAST}\n\n{END}")


def test_the_headline_of_the_other_version_below_the_text_goes() -> None:
    foreign = "\n\n".join(FOREIGN)

    found = release(f"HEADLINE\n\nFIRST\n\nLAST\n\nEND\n\n(Version française)\n\nLe ministre reçoit l’ambassadeur à Bakou\n\n{foreign}")

    assert found.body == f"{FIRST}\n\n{LAST}\n\n{END}"


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Minister receives envoy of Sandova - Ministry of Defence", "Minister receives envoy of Sandova"),
        ("Ministry of Defence | Minister receives envoy of Sandova", "Minister receives envoy of Sandova"),
        ("Minister receives envoy of Sandova [Image 3 of 5]", "Minister receives envoy of Sandova"),
        ("Minister receives envoy of Sandova (PHOTO/VIDEO)", "Minister receives envoy of Sandova"),
        ("Minister visits navy – a day at the port", "Minister visits navy – a day at the port"),
        ("Joint statement - Ministry of Defence", "Joint statement - Ministry of Defence"),
        ("Minister receives envoy (in pictures)", "Minister receives envoy (in pictures)"),
    ],
)
def test_a_headline_without_its_site_and_pictures(line: str, headline: str) -> None:
    assert headlines.bare(line) == headline


def test_the_body_behind_the_headline_is_the_publisher() -> None:
    assert release("Minister receives envoy of Sandova - Ministry of Defence\n\nFIRST\n\nLAST\n\nEND").publisher == "Ministry of Defence"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Official website of the General Staff of the Sandova Armed Forces", "General Staff of the Sandova Armed Forces"),
        ("The official site of the Ministry of Defence", "Ministry of Defence"),
        ("Official website of the Republic of Sandova", None),
    ],
)
def test_whose_website_it_is(line: str, publisher: str | None) -> None:
    assert release(f"{line}\n\nHEADLINE\n\nFIRST\n\nLAST\n\nEND").publisher == publisher


def test_headlines_of_others_above_the_own_are_passed_over() -> None:
    page = "Latest:\nNavy concludes patrol of the gulf\nAir force welcomes new commander\nHEADLINE\nMay 4, 2021\n\nFIRST\n\nLAST\n\nEND"

    assert release(page).title == HEADLINE


def test_a_base_is_no_headline() -> None:
    assert release("HARBOUR POINT, MARYLAND, UNITED STATES\n\nHEADLINE\n\n07.17.2023\n\nFIRST\n\nLAST\n\nEND").title == HEADLINE


def test_a_lead_taken_up_in_the_midst_of_the_text_costs_no_paragraph_before_it() -> None:
    lead = "The visiting crew were welcomed by sailors of the navy at the port."

    found = release(f"HEADLINE\n\n{lead}\n\nMay 4, 2021\n\nBy Ana Okeke\n\nFIRST\n\nLAST\n\n{lead}\n\nEND")

    assert found.body == f"{FIRST}\n\n{LAST}\n\n{lead}\n\n{END}"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Author: Ana Okeke | Date: 10 Oct 2023", ("Ana Okeke",)),
        ("Ana Okeke Published October 10, 2023 | 07:26 PM", ("Ana Okeke",)),
        ("Posted by: Ana Okeke in News 10 October 2023", ("Ana Okeke",)),
        ("Ana Okeke | Harbour Times | October 10, 2023", ("Ana Okeke",)),
        ("Text: Ana Okeke Photo: Jan Novák", ("Ana Okeke",)),
        ("Reporter: Ana Okeke; Photographer: Jan Novák", ("Ana Okeke",)),
        ("Published by: Press Office | 10 October 2023", ()),
        ("Published by admin on October 10, 2023", ()),
        ("Harbour City Published October 10, 2023", ()),
    ],
)
def test_a_writer_beside_the_day(line: str, authors: tuple[str, ...]) -> None:
    assert release(f"HEADLINE\n{line}\n\nFIRST\n\nLAST\n\nEND").authors == authors


def test_a_town_before_the_day_is_no_writer() -> None:
    assert not bylines.is_labelled("Kuala Lumpur Published October 10, 2023")


@pytest.mark.parametrize("twice", [False, True], ids=["once", "twice"])
def test_a_caption_above_the_headline_is_no_text(twice: bool) -> None:
    caption = "BAKU: Minister Ana Ruiz meets the Ambassador of Sandova, Jan Marsh, at the ministry. - HNA\n"

    found = release(f"{caption * (2 if twice else 1)}\nHEADLINE\n\nThe delegation is on a tour of the region\n\nFIRST\n\nLAST\n\nEND")

    assert (found.title, found.body) == (HEADLINE, f"{FIRST}\n\n{LAST}\n\n{END}")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("To receive our press releases, sign up here.", False),
        ("If you spot an error on this page, select the text and press Ctrl+Enter.", False),
        ("To receive the latest equipment, the navy sent a team of divers to the port.", True),
    ],
)
def test_what_a_site_asks_below_the_text(line: str, kept: bool) -> None:
    assert (line in release(f"HEADLINE\n\nFIRST\n\nLAST\n\nEND\n\n{line}").body) is kept


def test_a_line_underlined_with_signs_is_a_heading_of_markdown() -> None:
    page = (
        "* [News](https://mod.example/news)\n* [Home](https://mod.example)\n\nHEADLINE\n======\n\n04/05/2021\n\nFIRST\n\nLAST\n\nEND\n---\n"
    )

    found = release(page, format="markdown")

    assert (found.title, found.body) == (HEADLINE, f"{FIRST}\n\n{LAST}\n\n{END}")


def test_what_a_tool_writes_above_a_page_is_front_matter() -> None:
    above = "Title: HEADLINE\n\nURL Source: https://mod.example/1\n\nPublished Time: 2021-05-04\n\nMarkdown Content:\n"

    found = release(f"{above}HEADLINE\n======\n\nFIRST\n\nLAST\n\nEND", format="markdown")

    assert (found.title, found.published, found.source_url) == (HEADLINE, "2021-05-04", "https://mod.example/1")
    assert found.body == f"{FIRST}\n\n{LAST}\n\n{END}"


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        pytest.param("FIRST\n\nLAST", True, id="paragraphs"),
        pytest.param("FIRST", False, id="near miss: one paragraph"),
        pytest.param("TAGS\n\nFIRST\n\nLAST", False, id="near miss: tags"),
    ],
)
def test_data_about_a_picture_between_summary_and_text_close_nothing(below: str, kept: bool) -> None:
    above = "HEADLINE\n4 May 2021\nFrom Harbour Command Public Affairs\n\nEND\n\nPhoto By: Sgt. Ana Ruiz\nVIRIN: 210504-N-AB123-1001\n\n"
    assert (FIRST in release(above + below).body) is kept
