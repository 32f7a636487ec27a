"""Lines that crowd a headline and an end: days, neighbours, credits and menus in the letters of the state; who signs beside them."""

from __future__ import annotations

import pytest

from ingest.engine.cleaning import crumbs, lines, marks
from ingest.engine.sources.page import Block
from tests.engine.around_a_release import END, FIRST, HEADLINE, LAST, release


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        pytest.param("HEADLINE |06 April 2018", ["HEADLINE", "06 April 2018"], id="a day behind a bar"),
        pytest.param("HEADLINE | Friday, 6 April 2018", ["HEADLINE", "Friday, 6 April 2018"], id="a weekday behind a bar"),
        pytest.param("HEADLINE | April 6, 2018", ["HEADLINE", "April 6, 2018"], id="the month first"),
        pytest.param("HEADLINE - 6 April 2018", ["HEADLINE", "6 April 2018"], id="a day behind a dash"),
        pytest.param("HEADLINE (06.04.2018)", ["HEADLINE", "06.04.2018"], id="a day in brackets"),
        pytest.param("Joint Statement (6 April 2018)", ["Joint Statement (6 April 2018)"], id="near miss: a label and its day"),
        pytest.param("HEADLINE (April 6-9)", ["HEADLINE (April 6-9)"], id="near miss: the days of an event"),
        pytest.param("HEADLINE 11:10, 04.10.2024", ["HEADLINE", "11:10, 04.10.2024"], id="hour and day"),
        pytest.param("HEADLINE 04.10.2024 11:10", ["HEADLINE", "04.10.2024 11:10"], id="day and hour"),
        pytest.param("2020-01-20 HEADLINE", ["2020-01-20", "HEADLINE"], id="a day before it"),
        pytest.param(
            "Thu, 19 Sep 2024 Source: www.harbour.example", ["Thu, 19 Sep 2024", "Source: www.harbour.example"], id="a day and source"
        ),
        pytest.param("4 May 2021 Baku", ["4 May 2021 Baku"], id="near miss: a day and a town"),
        pytest.param(
            "April 3, 2024 – Oslo – Navy of Estonia", ["April 3, 2024 – Oslo – Navy of Estonia"], id="near miss: a dateline of its own"
        ),
        pytest.param("Speech | 06 April 2018", ["Speech | 06 April 2018"], id="near miss: a section"),
        pytest.param("Published on 04.10.2024 11:10", ["Published on 04.10.2024 11:10"], id="near miss: a label"),
        pytest.param(
            "Ministry of Defence of the Republic of Sandova | 06 April 2018",
            ["Ministry of Defence of the Republic of Sandova | 06 April 2018"],
            id="near miss: a body",
        ),
        pytest.param("HEADLINE in April 2018", ["HEADLINE in April 2018"], id="near miss: a month in the headline"),
        pytest.param(
            "Ministers will open the second round of talks in Baku on 4 May 2021",
            ["Ministers will open the second round of talks in Baku on 4 May 2021"],
            id="near miss: a day in the headline",
        ),
    ],
)
def test_a_headline_is_parted_from_the_day_behind_it(line: str, parts: list[str]) -> None:
    blocks = lines.parted(Block(line.replace("HEADLINE", HEADLINE)))
    assert [block.text for block in blocks] == [part.replace("HEADLINE", HEADLINE) for part in parts]


def test_days_beside_other_headlines_below_the_text_are_not_parted() -> None:
    found = release("HEADLINE\n\nFIRST\n\nLAST\n\nOther news\nAdmiral of Estonia Receives Envoy of Sandova |06 April 2018\nMore")
    assert found.published is None


def test_the_day_behind_a_headline_is_that_of_publication() -> None:
    found = release("Harbour Courier\nHEADLINE |06 April 2018\n\nFIRST\n\nLAST\n\nEND")
    assert (found.title, found.published) == (HEADLINE, "2018-04-06")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("« Divers Recover Anchor Off Oslo", "noise", id="the story before"),
        pytest.param("← Admiral receives ambassadors", "noise", id="the story before, behind an arrow"),
        pytest.param("«Sea Shield» begins off Oslo", "other", id="near miss: a name in marks"),
        pytest.param("© KAM nuotr.", "noise", id="who owns a picture"),
        pytest.param("снимка: Министерство на отбраната", "noise", id="whose picture it is"),
        pytest.param("© 2021 Harbour Photo Library of Estonia, all rights reserved, no part may be printed again", "tail", id="near miss"),
        pytest.param(
            "HMIS Photo 2: Minister Ruiz boards the ship while the ambassador and others look on.", "noise", id="counted pictures"
        ),
        pytest.param("The photo 2 of the series was taken by the divers in the harbour.", "other", id="near miss: a picture told of"),
        pytest.param("IMG 5679", "noise", id="the name of a picture"),
        pytest.param("The minister greets the envoy on Monday, in the port of Oslo. (Navy via Harbour) |", "noise", id="a credit with via"),
        pytest.param("The minister greets the envoy in Oslo, in this photo provided by his office.", "noise", id="who gave a picture"),
        pytest.param("Opening remarks by the commanders of the three operations.", "noise", id="a scene of the talks"),
        pytest.param("Opening remarks by the commanders were followed by talks.", "other", id="near miss: a sentence on remarks"),
        pytest.param("minister sandova 01", "noise", id="the name of a picture in words"),
        pytest.param("ns l300", "noise", id="the name of a picture in letters"),
        pytest.param("phase 2", "other", id="near miss: a phase"),
        pytest.param(
            "The ship moored in Oslo on Monday -- U.S. Navy photo by Petty Officer Jan Novak. -", "noise", id="a credit in dashes"
        ),
        pytest.param("Jan Novák sandovai miniszter fogadja a nagykövetet. HTI Fotó: Kovács Anna", "noise", id="a credit of an agency"),
        pytest.param("Estonia  |  defence  |  navy  |  talks  |  Sea Problem  |  National Guard  |  military", "noise", id="a row of tags"),
        pytest.param("Jump to contentJump to menu", "noise", id="a way to the text"),
        pytest.param("ABOVE & BELOW: The minister greets the envoys of the three states.", "noise", id="which picture it is of"),
        pytest.param("Above all, the minister thanked the envoy of Sandova for her help.", "other", id="near miss: above all"),
        pytest.param("The minister came to Oslo via Stockholm (a stop of an hour) and met the envoy.", "other", id="near miss: a way"),
        pytest.param("error: The text is protected !!", "tail", id="a lock on the text"),
        pytest.param("For further Fleet news, please visit the website www.fleet.example and its pages.", "tail", id="where more news is"),
        pytest.param("For more than an hour the minister and the envoy spoke of visits.", "other", id="near miss: for more than"),
    ],
)
def test_a_line_is_known_by_its_shape(line: str, kind: str) -> None:
    assert marks.read(line)[0] == kind


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        pytest.param("Home > Harbour News > Talks in Baku", ("Harbour News", "Talks in Baku"), id="from home"),
        pytest.param("Harbour News » Talks in Baku", ("Harbour News", "Talks in Baku"), id="from the site"),
        pytest.param("Talks in Baku", (), id="near miss: no way"),
    ],
)
def test_the_way_to_a_page_leads_through_its_steps(line: str, steps: tuple[str, ...]) -> None:
    assert crumbs.steps(line) == steps


def test_the_headline_is_the_page_to_which_the_way_leads() -> None:
    above = "SUST\nSandovan Union of States and Towns\nHome > SUST Mission > Director at the mission's Change of Command"
    found = release(
        f"{above}\nDirector at the mission’s Change of Command\n19.09.2023\nThe union and the states of the union met. FIRST\nLAST"
    )
    assert found.title == "Director at the mission’s Change of Command"


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        pytest.param("ВХОД\nHarbour News  >  Politics\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", "Harbour News", id="first step of the way"),
        pytest.param("ВХОД\nPolitics > Talks in Baku\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", None, id="near miss: a section"),
        pytest.param(
            "SUST\nHEADLINE\n4 May 2021\nBaku\nPress and information team of the mission to Sandova\n\nFIRST\n\nLAST",
            "SUST",
            id="near miss: the team of something without a name",
        ),
        pytest.param(
            "SUST\nHEADLINE\n4 May 2021\nBaku\nPress and information team of SUST Estonia\n\nFIRST\n\nLAST",
            "Press and information team of SUST Estonia",
            id="the team of a mission",
        ),
        pytest.param(
            "Harbour Courier\nWorld | News\nHEADLINE\nBy Staff Report\n4 May 2021\n\nFIRST\n\nLAST",
            "Harbour Courier",
            id="a report of staff",
        ),
        pytest.param("H24\nNews | World\nHEADLINE\n4 May 2021\n© KAM nuotr.\n\nFIRST\n\nLAST", "H24", id="a name with a number"),
        pytest.param(
            "Be the First to Know\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nThe post HEADLINE appeared first on DailyHarbour.",
            "DailyHarbour",
            id="the site that had it first",
        ),
        pytest.param(
            "HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\n--\n\nFollow Harbour News on Facebook and Twitter and never miss an update!",
            "Harbour News",
            id="whom to follow",
        ),
        pytest.param("HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nFollow us on Facebook", None, id="near miss: to follow us"),
        pytest.param("HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nsource: 1TV", "1TV", id="a source with a number"),
        pytest.param("HEADLINE\n4 May 2021\n\nFIRST\n\nLAST (Ana Ruiz/HNA)", "HNA", id="a writer and an agency behind the text"),
        pytest.param("HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nSource - Harbour.", "Harbour", id="a source behind a dash"),
        pytest.param(
            "HARBOUR   FISH   NEWS\nHEADLINE\n4 May 2021\n\nHARBOURNEWS - FIRST\n\nLAST", "HARBOURNEWS", id="a site before a dash"
        ),
        pytest.param(
            "Uganda   Coast   Defence   Forces\n\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", "Uganda Coast Defence Forces", id="a wide name"
        ),
        pytest.param("Home   Coast   Defence   Forces\n\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", None, id="near miss: a menu"),
        pytest.param(
            "HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\ncopy right for HarbourNews 2006 - 2020", "HarbourNews", id="a right in two words"
        ),
        pytest.param("HEADLINE\n4 May 2021\n\nFIRST\n\nLAST (Ministry of the Sea photo)", None, id="near miss: whose picture it is"),
        pytest.param("Previous Story\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", None, id="near miss: a neighbour"),
        pytest.param("HEADLINE\n\nHandover of the Sea Mission\n\nFIRST\n\nLAST", None, id="near miss: a handover"),
        pytest.param(
            "HEADLINE\n\nFIRST\n\nLAST\n\nHANEWS - Harbour Sea Press Agency", "HANEWS - Harbour Sea Press Agency", id="both names"
        ),
        pytest.param("HEADLINE\n4 May 2021\n\nFIRST\n\nLAST Ana Ruiz/HNA", "HNA", id="a writer and an agency without brackets"),
        pytest.param(
            "Estonia Chief of Defence Forces, General Ana Ruiz\nSeptember 2019\n\nFIRST\n\nLAST", None, id="near miss: an officer"
        ),
        pytest.param("HEADLINE\n\nOslo (HarbourNews.com) – FIRST\n\nLAST", "HarbourNews.com", id="a site as the agency of a dateline"),
        pytest.param("HEADLINE\n\nOslo, May 16 (Agency) – FIRST\n\nLAST", None, id="near miss: an agency without name"),
        pytest.param("HEADLINE\n\nHarbour News/ FIRST\n\nLAST", "Harbour News", id="an agency before a stroke"),
        pytest.param(
            "HEADLINE\n\nFIRST\n\nLAST\n\nFollow H1 via mobile apps for all and on Twitter | Facebook.",
            "H1",
            id="whom to follow on a phone",
        ),
        pytest.param("HEADLINE\n\nHAP Oslo, June 18, 2018 — FIRST\n\nLAST", "HAP", id="an agency before its town"),
        pytest.param("HEADLINE\n\nOslo, Norway (HAP) ─ March 11, 2019. — FIRST\n\nLAST", "HAP", id="an agency behind its town"),
        pytest.param(
            "4 May 2021\nHarbour Mail\nEstonia\nHEADLINE\nBy Ana Ruiz054\nNational Guard, Ana Popa\n\nFIRST\n\nLAST\n\nHarbour Mail",
            "Harbour Mail",
            id="near miss: what a story is filed under",
        ),
        pytest.param("HEADLINE\nBy Source: Harbour News Agency048\n\nFIRST\n\nLAST", "Harbour News Agency", id="a source in a byline"),
        pytest.param("HEADLINE\n4 May 2021\n\nNNA – FIRST\n\nLAST", "NNA", id="an agency before a dash"),
        pytest.param("HEADLINE\n4 May 2021\n\nBAKU – FIRST\n\nLAST", None, id="near miss: a town before a dash"),
        pytest.param(
            "HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nDistributed by APO Group on behalf of Embassy of Sandova in Estonia.",
            "Embassy of Sandova in Estonia",
            id="on whose behalf it was sent",
        ),
        pytest.param("The harbour logo\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", "The harbour", id="a logo told in words"),
        pytest.param("Estonian Politics & Diplomacy\nNews | World\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", None, id="near miss: sections"),
        pytest.param("4363 - single | Ministria e Mbrojtjes\n\nHEADLINE\n\nFIRST\n\nLAST", "Ministria e Mbrojtjes", id="behind a bar"),
        pytest.param("2021\nNews | World\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", None, id="near miss: a year"),
        pytest.param(
            "Ministerul Apărării\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\n© 2011 Ministry of Defense. All rights reserved.",
            "Ministry of Defense",
            id="the name in English",
        ),
        pytest.param("Ministerul Apărării\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", "Ministerul Apărării", id="near miss: none in English"),
        pytest.param(
            "HEADLINE\nFrom Mass Communication Specialist 2nd Class Ana Ruiz, U.S. Coastal Forces North Public Affairs\n\nFIRST\nLAST",
            "U.S. Coastal Forces North Public Affairs",
            id="a writer of a unit",
        ),
    ],
)
def test_who_signs_beside_a_crowded_headline(page: str, publisher: str | None) -> None:
    assert release(page).publisher == publisher


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Разрешени формати: jpg, png. Натиснете върху картинката, за да я смените.", id="a form in another script"),
        pytest.param("error: Text is protected !!", id="a lock on the text"),
        pytest.param(
            "For more Fleet news, visit: www.fleet.example. Connect with the Fleet on social media: one, two, three, four and five.",
            id="where more of the body is told",
        ),
    ],
)
def test_what_closes_a_page_is_none_of_its_text(line: str) -> None:
    assert release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nEND\n\n{line}").body.endswith(END)


def test_long_paragraphs_on_their_own_lines_are_not_wrapped() -> None:
    long = " ".join([FIRST, LAST])
    headline = "Estonia, Latvia and Sandova sign a letter of intent for the mountain training centre"
    found = release(f"{headline}\n11:10, 04.10.2024\n{headline}\nfilm of the day\n\n{long}\n\n{END} {END}\n\n{LAST} {LAST}")
    assert (found.title, found.published) == (headline, "2024-10-04")


@pytest.mark.parametrize(
    ("begins", "body"),
    [
        pytest.param("photo_big_10862915", "FIRST", id="the name of a picture"),
        pytest.param("anaruiz", "FIRST", id="the name of a picture in letters"),
        pytest.param("Minister Ruiz and the envoy greet each other (Embassy photo)", "FIRST", id="a caption with its credit"),
        pytest.param("At the meeting (Photo: HNA)", "FIRST", id="a short caption"),
        pytest.param("The envoy (in the photo) came first. ", "The envoy (in the photo) came first. FIRST", id="near miss: a sentence"),
    ],
)
def test_a_picture_that_ran_into_a_paragraph_is_taken_out(begins: str, body: str) -> None:
    assert release(f"HEADLINE\n4 May 2021\n\n{begins}FIRST\n\nLAST").body.startswith(body.replace("FIRST", FIRST))


def test_tags_that_an_editor_left_in_the_text_are_taken_out() -> None:
    found = release('HEADLINE\n4 May 2021\n\n<p style="margin: 0"><span>FIRST</span></p><p>LAST&nbsp;<b>It rained.</b></p>')
    assert found.body == f"{FIRST}\n\n{LAST} It rained."


def test_signs_of_comparison_are_no_tags() -> None:
    assert "a < b" in release(f"HEADLINE\n4 May 2021\n\n{FIRST} The speed was a < b.\n\nLAST").body


def test_lines_broken_at_odd_places_are_joined() -> None:
    text = (
        "The ship of the Royal Sandovan\nNavy came to the port for a visit\nof five days on Monday.\nThe spokesman Captain Jan Novak said\n"
        "the ship arrived at noon.\nDelegates of the navy met her and gave\nthe customary welcome with a tour\naboard the visiting ship.\n"
        "This visit shows that the friendship\nbetween the two navies is deep and\nstrong."
    )
    assert release(f"HEADLINE\n4 May 2021\n\n{text}").body.count("\n\n") <= 4


def test_entities_that_lost_their_sign_are_read() -> None:
    found = release(f"HEADLINE\n4 May 2021\n\n{FIRST} He said: ldquo;We will come again.rdquo;\n\nnbsp;\n\nLAST")
    assert found.body == f"{FIRST} He said: “We will come again.”\n\n{LAST}"


def test_a_headline_with_its_stop_is_told_by_the_text_below_it() -> None:
    above = "Official Statement\n19th February 2024\n\nGeneral Jan NOVAK of Sandova on official visit to the Republic of Estonia."
    found = release(
        f"{above}\n\nGeneral Jan NOVAK of Sandova began an official visit to the Republic of Estonia today. {FIRST}\n\nLAST\n\nEND"
    )
    assert (found.title, found.published) == ("General Jan NOVAK of Sandova on official visit to the Republic of Estonia.", "2024-02-19")


def test_what_stands_between_a_lead_and_the_text_that_repeats_it_is_cut() -> None:
    offer = "Whenever you have an idea or a problem in the field of our work, write to us and we will try to answer it within the day."
    assert release(f"HEADLINE\n4 May 2021\n\nFIRST\n\n{offer}\n\nFIRST\n\nLAST\n\nEND").body == f"{FIRST}\n\n{LAST}\n\n{END}"


def test_a_writer_alone_above_the_text_is_no_headline() -> None:
    assert release("Jan Novakovic\nFIRST\n\nLAST\n\nEND").title is None


def test_what_a_script_was_to_fill_in_is_no_part_of_a_headline() -> None:
    assert release("HEADLINE ({{commentsTotal}})\n4 May 2021\n\nFIRST\n\nLAST").title == HEADLINE


def test_a_line_that_touches_a_credit_is_a_caption() -> None:
    touching = release("HEADLINE\n4 May 2021\n\nFIRST\n\nMinister Ruiz during the talks   Navy/Jan Novak\n\nLAST\n\nEND")
    apart = release("HEADLINE\n4 May 2021\n\nFIRST\n\nA year of talks\n\nLAST\n\nPhoto: Navy/Jan Novak\n\nEND")
    assert "Novak" not in touching.body
    assert "Minister Ruiz during" not in touching.body
    assert "A year of talks" in apart.body


def test_a_label_that_names_the_body_is_no_part_of_the_headline() -> None:
    found = release("PRESS RELEASE BY THE ARMED FORCES OF SANDOVA: HEADLINE\n4 May 2021\n\nFIRST\n\nLAST")
    assert found.title == HEADLINE


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("We look forward to many more talks of this kind in the years to come", True, id="a sentence without its stop"),
        pytest.param("Admiral of Estonia looks forward to talks with the envoys of Sandova", False, id="near miss: a headline"),
    ],
)
def test_a_last_line_without_stop(line: str, kept: bool) -> None:
    assert release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\n{line}").body.endswith(line) is kept


def test_the_story_of_a_picture_is_a_text() -> None:
    found = release(f"Envoy visits Oslo\n\nOSLO, Norway (Feb. 20, 2023) - FIRST {LAST} (Navy photo by Petty Officer Jan Novak/released)")
    assert (found.published, found.body) == ("2023-02-20", f"OSLO, Norway (Feb. 20, 2023) - {FIRST} {LAST}")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("Gen Ruiz and Lt Gen Novak", False, id="two officers under their picture"),
        pytest.param("Minister Ruiz with Ambassador Novak", False, id="a minister and an envoy"),
        pytest.param("Training and Exercises", True, id="near miss: a heading"),
        pytest.param("The two delegations met in Oslo (Navy photo)", False, id="a caption with whose picture it is"),
        pytest.param(
            "END And at last the envoy thanked all of those who had come a long way to see her. (Navy photo)", True, id="near miss"
        ),
    ],
)
def test_a_line_under_a_picture_between_two_paragraphs(line: str, kept: bool) -> None:
    line = line.replace("END", f"{END} {FIRST}")
    assert (line.removesuffix(" (Navy photo)") in release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\n{line}\n\nEND").body) is kept


@pytest.mark.parametrize(
    ("first", "title"),
    [
        pytest.param("Minister Ana Ruiz received the envoy of Sandova in Baku.", True, id="a short sentence above all"),
        pytest.param(
            "Minister Ana Ruiz on Friday received Jan Novak, who took over the office of chargé d’affaires of Sandova in Baku this week.",
            False,
            id="near miss: a first paragraph",
        ),
    ],
)
def test_a_first_sentence_is_a_headline_where_it_is_short(first: str, title: bool) -> None:
    assert (release(f"{first}\n\n{FIRST}\n\n{LAST}\n\n{END}").title == first) is title


def test_a_sentence_pulled_out_of_a_paragraph_is_cut() -> None:
    pulled = "the delegation also visited the naval base where it was shown"
    apart = "a year in which the two navies sailed together often"
    body = release(f"HEADLINE\n4 May 2021\n\nFIRST\n\n{pulled.capitalize()}\n\nLAST\n\n{apart.capitalize()}\n\nEND").body
    assert pulled.capitalize() not in body.replace(LAST, "")
    assert apart.capitalize() in body


def test_an_invitation_to_read_more_behind_the_last_words_is_cut() -> None:
    assert release("HEADLINE\n4 May 2021\n\nFIRST\n\nLAST CLICK TO READ MORE").body.endswith(LAST)


@pytest.mark.parametrize(
    ("page", "published"),
    [
        pytest.param("HEADLINE\n\nFIRST\n\nLAST\n\n23 ноя 2021, 10:38", "2021-11-23", id="a short month in the letters of the state"),
        pytest.param("HEADLINE\n23. novembar 2021.\n\nFIRST\n\nLAST", "2021-11-23", id="a month of the neighbours"),
        pytest.param("HEADLINE\n\nOslo (HNA) December 28/2022 The envoy came. FIRST\n\nLAST", "2022-12-28", id="a year behind a stroke"),
        pytest.param("HEADLINE\n\nOn December 28/29 the envoy came to Oslo. FIRST\n\nLAST", None, id="near miss: two days"),
    ],
)
def test_days_as_other_states_print_them(page: str, published: str | None) -> None:
    assert release(page).published == published


@pytest.mark.parametrize(
    ("line", "published"),
    [
        pytest.param("Sandova Defence Review No.17 Nov. 2021", "2021-11-XX", id="number and month"),
        pytest.param("Journal of the Coastal Fleet of Sandova, Vol. 4, March 2021", "2021-03-XX", id="volume and month"),
        pytest.param("Journal of the Coastal Fleet of Sandova, March 2021 and after", None, id="near miss: no issue"),
    ],
)
def test_the_month_of_a_magazine_is_that_of_publication(line: str, published: str | None) -> None:
    assert release(f"{line}\n\nHEADLINE\n\nFIRST\n\nLAST").published == published


def test_a_picture_at_the_head_of_a_site_is_no_headline() -> None:
    found = release("Sandova Coastal Fleet Website Banner\n\nENVOY OF ESTONIA CALLS ON ADMIRAL\n\n4 May 2021\n\nFIRST\n\nLAST")
    assert (found.title, found.publisher) == ("ENVOY OF ESTONIA CALLS ON ADMIRAL", "Sandova Coastal Fleet")


def test_emblems_between_paragraphs_are_cut() -> None:
    assert release("HEADLINE\n4 May 2021\n\nFIRST\n\nFlag:norwayFlag:peru\n\nLAST").body == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("Photography by, Corporal Jan Novak of the Media Cell.", False, id="photography"),
        pytest.param("All images courtesy of the Royal Navy of Sandova.", False, id="all images"),
        pytest.param("Story and photos by Corporal Jan Novak, Fleet Newsroom.", False, id="story and photos"),
        pytest.param("Photographs of the ships were shown to both ministers.", True, id="near miss: photographs shown"),
        pytest.param("The story and photos by Corporal Novak moved the guests.", True, id="near miss: a sentence of a story"),
    ],
)
def test_whose_pictures_they_are_below_the_text(line: str, kept: bool) -> None:
    assert (line in release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\n{line}").body) == kept


def test_the_initials_of_a_paper_before_its_report_are_no_headline() -> None:
    assert release("H.P. Report\n\nOSLO: FIRST\n\nLAST").title is None


def test_a_month_is_no_headline() -> None:
    above = "Estonia Chief of Defence Forces, General Ana Ruiz"
    assert release(f"{above}\nSeptember-October 2019\n\nFIRST\n\nLAST").title == above


def test_a_headline_cut_short_behind_a_body_gives_way_to_the_whole() -> None:
    whole = "Charter of the five states is important for cooperation in the region"
    page = f"Ministry of the Sea Charter of the five states is important for ...\n{whole}\nThe charter of five states met. FIRST\n\nLAST"
    assert release(page).title == whole


def test_whose_picture_it_is_behind_the_last_sentence_is_cut() -> None:
    story = " ".join([FIRST, LAST, END, "It rained.", FIRST, LAST])
    found = release(f"HEADLINE\n4 May 2021\n\n{story} (U.S. Navy photo by Petty Officer 1st Class Jan Novak)")
    assert found.body.endswith(LAST)


def test_a_wrapped_text_with_lines_that_break_off_early_is_whole() -> None:
    lines = [
        "A general of the navy has spoken of the ships of Sandova which are due to",
        "sail in May, according to a release of the embassy in the capital of it.",
        "Speaking to crews last week at the school for divers in the port, General Ana",
        "B. Ruiz called the voyage that they are about to make a long and hard one.",
        "The commander of",
        "the coastal fleet said that in talks with the union of states of the coast and",
        "the navy of Estonia all were waiting for the ships.",
        "The union",
        "is said to give money for fuel and food on the way of the ships to the north.",
    ]
    body = release("HEADLINE\n4 May 2021\n\n" + "\n".join(lines)).body
    assert "The commander of the coastal fleet" in body
    assert "General Ana B. Ruiz called" in body


def test_a_line_of_day_place_and_body_stands_above_the_text() -> None:
    line = "January 16, 2018 – Oslo, Norway – National Defence / Sandovan Armed Forces"
    found = release(f"HEADLINE\n\nStatements\n\n{line}\n\nFIRST\n\nLAST\n\nContacts\n\nPress Secretary\nOffice of the Minister of the Sea")
    assert (found.published, found.publisher, found.body) == ("2018-01-16", "National Defence", f"{FIRST}\n\n{LAST}")
