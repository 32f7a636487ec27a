"""What stands among and around the lines of a release on pages of any site: captions, counters, teasers, who signs and where."""

from __future__ import annotations

import pytest

from ingest.engine.cleaning import closings, datelines, issued, lines
from ingest.engine.sources.page import Block
from ingest.engine.types import Release
from tests.engine.around_a_release import END, FIRST, HEADLINE, LAST, release


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("leftcenterrightdel", False, id="buttons of an editor"),
        pytest.param("At the reception", False, id="a caption of the scene"),
        pytest.param("Overview of the talks", False, id="a caption of the whole"),
        pytest.param("Minister Ana Ruiz and the envoys in a joint photo", False, id="a caption of a group"),
        pytest.param(
            "The Prince of Sandova welcomes the Minister of Defence of Estonia at the palace on Monday (Harbour News Agency, HNA)",
            False,
            id="a caption with the agency of the picture",
        ),
        pytest.param(
            "The Prince received the Minister. They met again at the palace (the Harbour News Agency has no picture)",
            True,
            id="near miss: two sentences",
        ),
        pytest.param(
            "The contingent of the navy has arrived in Baku. (Credits: Harbour Press, Facebook)", False, id="a caption with credits"
        ),
        pytest.param(
            "The Prime Minister of Sandova will be received by the envoys at noon. — Reuters pic", False, id="a caption of an agency"
        ),
        pytest.param(
            "Photo from MOD archive (By Jan Novak) – Ministers in the meeting of the council.", False, id="a caption of an archive"
        ),
        pytest.param("The task force is a gathering of service personnel from the navy and the police.", True, id="near miss: a new body"),
        pytest.param("DownloadPhoto: Jan Novak /", False, id="a credit behind a button"),
        pytest.param("For more than an hour the ministers spoke of visits of ships.", True, id="near miss: for more than"),
        pytest.param("01:16", False, id="how long a film runs"),
        pytest.param("© Harbour Agency. FILE PHOTO: Minister Ana Ruiz speaks at the ministry. J. Novak/Pool", False, id="a picture of old"),
        pytest.param("Ana Ruiz Read more", False, id="an invitation to read more"),
        pytest.param("The two delegations pose for a commemorative photo.", False, id="a caption with its stop"),
        pytest.param(
            "[notice color=”f00”]Type NEWS and send it to 7000 from your phone, any day and at any hour.[/notice]", False, id="a shortcode"
        ),
        pytest.param("After the talks the two delegations posed for a group photo.", True, id="near miss: a sentence about a photo"),
        pytest.param("At the reception the envoy thanked the command for its help.", True, id="near miss: a sentence that begins alike"),
        pytest.param(
            "Taking part were Denmark, Estonia, Finland, Iceland, Latvia, Lithuania, Norway and Sweden.", True, id="a sentence of names"
        ),
    ],
)
def test_a_line_between_two_paragraphs(line: str, kept: bool) -> None:
    assert (line in release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\n{line}\n\nEND").body) is kept


@pytest.mark.parametrize(
    "below",
    [
        "Top stories\n\nThe harbour command has a new commander since this morning, the ministry says in a short note.",
        "1 comment:\n\nSomebody writes below the text what he thinks of it and of the ministers who met there on that day.",
        "3 Comments\n\nSomebody writes below the text what he thinks of it and of the ministers who met there on that day.",
        "Legal Disclaimer:\n\nThe Harbour Wire prints this text as it was sent and takes no responsibility for what is said in it.",
        "This news has been read 377 times in total\n\nADD A COMMENT TO THE NEWS\n\nWhoever writes insults will find them deleted.",
        "Ministry of Defence has a right to delete inappropriate comments.\n\nComment text",
        "Votre commentaire\n\nVotre commentaire s'affichera sur cette page après validation par un administrateur du site.",
        "For more Joint Staff news, visit: www.harbour.example.\n\nConnect with the Joint Staff on social media:\n\nFacebook and others.",
        "File\n\n• (Presentation and follow-on discussion)",
        "Inquiries: Special Adviser Ana Ruiz, Ministry of Defence of Sandova, tel. +358 295 000 000, and the Adviser to the Minister of "
        "Defence Jan Novak, tel. +358 295 000 001, who both answer until noon and will gladly help all those who want to know more of it.",
    ],
    ids=[
        "other stories",
        "one comment",
        "comments",
        "a disclaimer",
        "how often it was read",
        "the rules of comments",
        "comments in another language",
        "where to follow a body",
        "a file",
        "who answers questions",
    ],
)
def test_the_text_ends_before_what_a_site_puts_below_it(below: str) -> None:
    assert release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\nEND\n\n{below}").body.endswith(END)


def test_a_list_of_states_closes_the_text() -> None:
    states = "Countries involved are Spain, Turkey, Greece, Portugal, Italy, France, Malta, Morocco, Algeria, Tunisia and Libya."

    assert release(f"HEADLINE\n4 May 2021\n\nFIRST\n\nLAST\n\n{states}").body.endswith(states)


def test_names_of_bodies_alone_are_no_sentence() -> None:
    assert not lines.is_prose("Ministry of Defence, Republic of Sandova, Department of Public Relations, Press Office, Harbour Street 5.")


@pytest.mark.parametrize("end", ["... Read More", "… Continue reading", "[…]", "..."])
def test_a_lead_that_runs_paragraphs_together_and_breaks_off_counts_once(end: str) -> None:
    found = release(f"HEADLINE\n\n{FIRST} {LAST} Both sides described the talks as{end}\n\nFIRST\n\nLAST\n\nEND")

    assert found.body == f"{FIRST}\n\n{LAST}\n\n{END}"


@pytest.mark.parametrize(
    ("paragraph", "text", "address"),
    [
        ("They met in 2023. PC: https://photos.example/1/photo", "They met in 2023.", "PC: https://photos.example/1/photo"),
        ("They met in 2023. Read more: http://site.example/a_b", "They met in 2023.", "Read more: http://site.example/a_b"),
        ("It can be read at https://site.example/a", "It can be read at https://site.example/a", ""),
    ],
)
def test_an_address_behind_the_last_sentence_goes(paragraph: str, text: str, address: str) -> None:
    found = closings.unsigned(paragraph)

    assert (found.text, found.address) == (text, address)


def test_squares_mark_the_paragraphs_of_a_text() -> None:
    assert release("HEADLINE\n\n□ FIRST\n\n□ LAST").body == f"{FIRST}\n\n{LAST}"


# ---- headlines ----


def test_a_line_below_the_headline_that_stands_twice_is_no_headline() -> None:
    below = "The minister will receive the envoy of Sandova in the capital Baku for talks"
    found = release(f"HEADLINE\n{below}\nHarbour Agency\n4 May 2021\n{below} at 3\n\nFIRST\n\nLAST\n\nEND")

    assert found.title == HEADLINE


@pytest.mark.parametrize(
    "above",
    [
        pytest.param("Press Releases: HEADLINE\nMedia Note\nWashington, DC", id="a label in the plural and a town"),
        pytest.param("News from around the Fleet\nHEADLINE", id="a section that shares small words with the text"),
    ],
)
def test_the_headline_is_found_below_or_above_other_lines(above: str) -> None:
    assert release(f"{above}\n17 April 2019\n\nFIRST {LAST}\n\nEND").title == HEADLINE


def test_a_headline_with_the_way_to_the_page_run_into_it_gives_way_to_the_bare_one() -> None:
    assert release("Rate it\nHomeNews eventsHEADLINE\n\nHEADLINE\n\nFIRST\n\nLAST\n\nEND").title == HEADLINE


def test_a_headline_with_body_and_day_run_into_it_gives_way_to_the_bare_one() -> None:
    bare = "Readout of the Minister's Phone Calls With Ministers from Estonia and Latvia"
    found = release(f"Sunday, June 25, 2023\n\nSandovan MoD : {bare} JUNE 24, 2023\n\n{bare}\n\nJUNE 24, 2023\n\nFIRST\n\nLAST\n\nEND")

    assert (found.title, found.published) == (bare, "2023-06-24")


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        pytest.param(
            "No:62/21, Information of the Press Service Department of the Ministry of Foreign Affairs of Sandova on the first political "
            "consultations that were held between the ministries of foreign affairs of Sandova and of Estonia",
            True,
            id="a long headline without a stop",
        ),
        pytest.param(
            "No:62/21, Information of the Press Service Department of the Ministry of Foreign Affairs of Sandova on the first political "
            "consultations. They were held between the ministries of foreign affairs of Sandova and of Estonia. HNA",
            False,
            id="near miss: two sentences and a sign",
        ),
    ],
)
def test_a_first_line_as_long_as_a_paragraph(first: str, is_title: bool) -> None:
    assert (release(f"{first}\n\nFIRST\n\nLAST\n\nEND").title == first.removeprefix("No:62/21, ")) is is_title


def test_a_writer_with_rank_stands_between_headline_and_unit() -> None:
    found = release("HEADLINE\n\nStaff Sgt. Ana Ruiz\nU.S. Army Pacific Public Affairs\nOSLO — FIRST\n\nLAST")

    assert (found.authors, found.publisher) == (("Ana Ruiz",), "U.S. Army Pacific Public Affairs")


def test_a_text_in_capitals_keeps_its_last_line() -> None:
    text = f"{FIRST}\n\n{LAST}\n\nTHE TALKS WERE OPENED IN BAKU ON MONDAY.#########".upper()

    assert release(f"HEADLINE\n4 May 2021\n\n{text}\nNo comments:").body.endswith("ON MONDAY.")


def test_a_headline_that_closes_with_a_word_in_marks_is_no_paragraph() -> None:
    headline = "Island defence ministers meet in Baku to boost 'interoperability'"
    found = release(f"Get the offer\n{headline}\nPublished 10/17/2022, 02:23 AM\nBy Ana Ruiz\n\nFIRST\n\nLAST\n\nEND")

    assert (found.title, found.body.startswith(FIRST)) == (headline, True)
    assert lines.is_prose("“We shall work together with all our partners for peace and stability in the region”")


@pytest.mark.parametrize(
    ("headline", "first", "last"),
    [
        (
            "国防部长会见外国代表团",
            "国防部长在首都会见外国代表团,双方就防务合作交换了意见,并同意继续保持沟通。",
            "双方还就地区安全形势进行了讨论,会谈在友好气氛中进行并取得了成果。",
        ),
        (
            "防衛大臣が外国の代表団と会談",
            "防衛大臣は首都で外国の代表団と会談し、防衛協力について意見を交換しました。",
            "大臣は、2022年12月3日に就任した相手国の大臣の訪問に感謝しました。",
        ),
    ],
    ids=["Chinese", "Japanese"],
)
def test_a_page_in_a_script_without_blanks(headline: str, first: str, last: str) -> None:
    found = release(f"{headline}\n\n{first}\n\n{last}")

    assert (found.title, found.body, found.published) == (headline, f"{first}\n\n{last}", None)


# ---- who publishes, and when ----


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        pytest.param(
            "HEADLINE\n4 May 2021\n\n(Source: Ministry of Defence of Sandova; issued May 4, 2021) FIRST\n\nEND",
            "Ministry of Defence of Sandova",
            id="as the source, with its day",
        ),
        pytest.param(
            "HEADLINE\n4 May 2021\n\nFIRST\n\nEND\n\n(With inputs from Harbour News Agency)",
            "Harbour News Agency",
            id="as the source, in brackets",
        ),
        pytest.param("Harbour Times News Desk Oslo\nUpdated: 30-08-2019\n\nFIRST\n\nEND", "Harbour Times", id="as the paper of a desk"),
        pytest.param(
            "OSLO, May 4 -- The Ministry of Defence of Sandova issued the following news release:\n\nFIRST\n\nEND",
            "Ministry of Defence of Sandova",
            id="in a sentence that leads over",
        ),
        pytest.param(
            "HEADLINE\n\nThe press release issued by the Foreign Office on 11 April 2023.\n\nFIRST\n\nEND",
            "Foreign Office",
            id="in a sentence of a collection",
        ),
        pytest.param("HEADLINE\n4 May 2021\n\nHarbourNews.Net - FIRST\n\nEND", "HarbourNews.Net", id="as a site before the first sentence"),
        pytest.param(
            "HEADLINE\n4 May 2021\n\nFIRST\n\nEND\n\nInquiries: Ana Ruiz, Ministry of Defence, tel. +358 295 000 000",
            "Ministry of Defence",
            id="as the place of whoever answers",
        ),
        pytest.param(
            "No:12/21, Information of the Press Service of the Ministry of Defence of the Republic of Sandova on talks\n\nFIRST\n\nLAST",
            "Ministry of Defence of the Republic of Sandova",
            id="in the headline",
        ),
        pytest.param(
            "The Harbour Independent 19 April 2024, Friday\nView E-Paper\nHEADLINE\nFriday, 20 January 2017, 12:18\n\nFIRST\n\nLAST",
            "The Harbour Independent",
            id="before the day on which the page was printed",
        ),
        pytest.param(
            "Subsecretaría de Defensa\n\nREUNIÓN DE TRABAJO\n\nFIRST\n\nLAST", "Subsecretaría de Defensa", id="in another language"
        ),
        pytest.param("HEADLINE\nStatement by the Minister of Defence on talks\n\nFIRST\n\nEND", None, id="near miss: a minister speaks"),
        pytest.param(
            "Министарство одбране Сандове\n31.08.2023.\nHEADLINE\n\nFIRST\n\nLAST", "Министарство одбране Сандове", id="in other letters"
        ),
        pytest.param(
            "\n".join(["Skip to content", *(f"Section {n}" for n in range(9)), "U.S. Navy", *(f"Part {n}" for n in range(30)), "HEADLINE"])
            + "\n4 May 2021\n\nFIRST\n\nLAST",
            None,
            id="near miss: a link in a long menu",
        ),
        pytest.param("HEADLINE | Harbour News\n\nHEADLINE\n4 May 2021\n\nFIRST\n\nLAST", "Harbour News", id="behind the bar of a window"),
        pytest.param("Talks | Cooperation\n4 May 2021\n\nFIRST\n\nLAST", None, id="near miss: two words parted by a bar"),
        pytest.param("HEADLINE\n\nFIRST\n\nEND\n\n(Ministry of Defence)", "Ministry of Defence", id="in brackets below the text"),
        pytest.param(
            "HEADLINE\nStaff Correspondent, harbour24.example\n\nFIRST\n\nEND", "harbour24.example", id="behind its correspondent"
        ),
        pytest.param("HEADLINE\n\nFIRST\n\nEND\n\nEstonia Latvia Norway Royal Navy", None, id="near miss: a row of tags"),
        pytest.param("Kuala Lumpur 19 April 2024, Friday\nHEADLINE\n\nFIRST\n\nLAST", None, id="near miss: a town before the day"),
        pytest.param("Region\n4 May 2021\nHEADLINE\n\nFIRST\n\nEND", None, id="near miss: a section"),
        pytest.param(
            "HEADLINE\n4 May 2021\n\nFIRST The spokesman issued the following statement.\n\nEND", None, id="near miss: an office issued it"
        ),
    ],
)
def test_who_publishes_is_told(page: str, publisher: str | None) -> None:
    assert release(page).publisher == publisher


@pytest.mark.parametrize(
    ("line", "date"),
    [("16 I 2019", "2019-01-16"), ("7. XII 2021", "2021-12-07"), ("16 IIX 2019", None), ("1 V", None)],
)
def test_months_in_roman_figures(line: str, date: str | None) -> None:
    assert issued.normal(line) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Friday, 20 January 2017, 12:18 Last update: about 8 years ago", "2017-01-20"),
        ("- Foilsithe: 29 Lúnasa 2025", "2025-08-29"),
        ("Objavljeno: 20. studenoga 2013.", "2013-11-20"),
        ("Mogadishu, 07/12/2015 - 16:05, UNIQUE ID: 160909_11", "2015-12-07"),
        ("Julkaistu 6 dekabr 2021", "2021-12-06"),
    ],
)
def test_a_line_of_a_date_in_words_of_the_site(line: str, date: str) -> None:
    assert release(f"HEADLINE\n{line}\n\nFIRST\n\nLAST").published == date


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Kuala Lumpur - ", "Kuala Lumpur"),
        ("Brunssum, The Netherlands – ", "Brunssum, The Netherlands"),
        ("Oslo, Norway, Friday 15 May 2020 – ", "Oslo, Norway"),
        ("KUALA LUMPUR, Oct 27 ― ", "KUALA LUMPUR"),
        ("Cooperation - ", None),
        ("OSLO: ", "OSLO"),
        ("ANA RUIZ, PRIME MINISTER OF SANDOVA: ", None),
    ],
)
def test_the_place_before_a_dash(opening: str, place: str | None) -> None:
    assert datelines.read(f"{opening}{FIRST}").place == place


@pytest.mark.parametrize("sign", [" - Bernama", " ― Bernama", " — Bernama"])
def test_an_agency_signs_behind_any_dash(sign: str) -> None:
    found = release(f"HEADLINE\n\nFIRST\n\nLAST\n\n{END}{sign}")

    assert (found.body.endswith(END), found.publisher) == (True, "Bernama")


def test_forms_of_accounts_above_the_text_are_none_of_it() -> None:
    forms = (
        "Register\n\nCreate an account\n\nWe have sent a verification code to your email address. Enter the code to verify it.\n\n"
        "The password must be at least 12 characters long, no spaces, include letters, numbers and symbols.\n\n"
        "Click the button to return to the page you were on and log in with your new password."
    )
    assert release(f"{forms}\n\nFIRST\n\nLAST\n\nEND").body.startswith(FIRST)


def test_a_byline_in_a_list_names_the_writer() -> None:
    assert release("HEADLINE\n\n  • Published\n  • By Ana Ruiz\n  • Harbour Magazine\n\nFIRST\n\nLAST").authors == ("Ana Ruiz",)


def test_a_portal_that_puts_the_month_first_is_known() -> None:
    page = "Ministry of Defence\n\n10/06/2025 | Press release | Distributed by Public on 10/05/2025 23:18\n\nHEADLINE\n\nFIRST\n\nLAST"

    assert release(page).published == "2025-10-06"


def test_a_base_is_the_place_of_a_dateline() -> None:
    assert release("HEADLINE\n\nHARBOUR AIR FORCE BASE, Guam -- FIRST\n\nLAST").dateline == "HARBOUR AIR FORCE BASE, Guam"


def test_the_desk_of_a_paper_is_a_byline() -> None:
    assert lines.classified(Block("Harbour Times News Desk Oslo")).kind == "byline"
    assert lines.classified(Block("Harbour Times News Desk Opens Office")).kind != "byline"


# ---- web pages ----


def web(inside: str, *, window: str = "", head: str = "") -> Release:
    return release(f"<html><head><title>{window}</title>{head}</head><body>{inside}</body></html>", "html")


def test_the_name_of_the_site_set_as_first_heading_is_no_headline() -> None:
    found = web(
        "<h1 id='top'>Ministry of Defence of Sandova</h1><div class='item'><h2>HEADLINE</h2><p>FIRST</p><p>LAST</p></div>",
        window="Ministry of Defence - HEADLINE",
    )

    assert found.title == HEADLINE


@pytest.mark.parametrize("window", ["News Detail", "Press Releases"])
def test_a_window_that_names_a_section_gives_no_headline(window: str) -> None:
    found = web("<div><div class='t'>HEADLINE</div><div>14/05/2024</div><div>FIRST</div><div>LAST</div></div>", window=window)

    assert found.title == HEADLINE


def test_a_form_round_the_page_of_a_short_release_holds_it() -> None:
    inside = "<div>Ministry of Defence</div><h2>HEADLINE</h2><div>Posted On: 08 JUN 2022 12:47PM by PIB Delhi</div>"
    found = web(f"<form>{inside}<p>The minister received the envoy of Sandova in Baku and spoke with him of ships.</p><p>FIRST</p></form>")

    assert (found.title, found.published, found.publisher) == (HEADLINE, "2022-06-08", "Ministry of Defence")


def test_words_beside_a_picture_in_its_own_element_are_its_caption() -> None:
    picture = "<div class='cmp-image'><img src='a'><span>Signing in Riga</span></div>"

    assert "Signing" not in web(f"<h1>HEADLINE</h1><div class='cmp-text'><p>FIRST</p></div>{picture}<p>LAST</p>").body


def test_the_day_of_publication_counts_before_that_of_the_draft() -> None:
    dates = "<dl><dd>Created: 03 June 2019</dd><dd>Published: 04 June 2019</dd><dd>Written by Super User</dd></dl>"
    found = web(f"<h1>HEADLINE</h1>{dates}<p>FIRST</p><p>LAST</p>")

    assert (found.published, found.authors) == ("2019-06-04", ())


def test_a_copyright_line_of_the_page_foot_names_the_publisher() -> None:
    foot = "<div id='footer'>Copyright © 2024 Sandova Armed Forces. <a>Privacy Policy</a></div>"

    assert web(f"<h1>HEADLINE</h1><p>FIRST</p><p>LAST</p>{foot}").publisher == "Sandova Armed Forces"
