"""Which quotations are read, and whose they are. All lines are made up."""

from __future__ import annotations

import time

import pytest

from ingest.engine.rules import quotes
from ingest.engine.types import Person
from tests.engine.made_up import both_of, placed

NGATA = Person("Tama Ngata", ("Ngata",), rank="Commodore", position="Chief of Navy", country="NZ")
OYELARAN = Person("Folake Oyelaran", ("Oyelaran",), honorific="Mrs", position="Minister of State for Defence", country="NG")
CAST = (NGATA, OYELARAN)
HOVDE = Person(
    "Ingrid Hovde", ("Hovde",), honorific="Ms.", position="Minister of Defence", organization="Ministry of Defence", country="NO"
)
SALIM = Person("Omar Salim", ("Salim",), rank="Lieutenant General", position="Chief of Army Staff", country="PK")
KOS = Person("Piotr Kos", ("Kos",), rank="General", position="Commander", organization="Coastal Fleet", country="PL")
LUO = Person("Luo Anbo", (), rank="Admiral", position="Minister of National Defense", country="CN")


def read(body: str) -> list[tuple[str, str]]:
    both = both_of(body)
    return [(quote.speaker, quote.text) for quote in quotes.find(both, placed(both, *CAST))]


@pytest.mark.parametrize(
    ("line", "speaker", "words"),
    [
        pytest.param("“We train as one crew,” said Ngata.", "Tama Ngata", "We train as one crew,", id="said N behind the mark"),
        pytest.param(
            "“We train as one crew.”\n— Commodore Tama Ngata, Commander of the Fleet",
            "Tama Ngata",
            "We train as one crew.",
            id="signed below",
        ),
        pytest.param("“We train as one crew,” Commodore Ngata said.", "Tama Ngata", "We train as one crew,", id="N said behind the mark"),
        pytest.param("“We train as one crew”, Commodore Ngata stated.", "Tama Ngata", "We train as one crew", id="comma behind the mark"),
        pytest.param("Ngata said: “We train as one crew.”", "Tama Ngata", "We train as one crew.", id="N said before the mark"),
        pytest.param('Ngata said, "We train as one crew."', "Tama Ngata", "We train as one crew.", id="straight marks"),
        pytest.param("Ngata added: «We train as one crew.»", "Tama Ngata", "We train as one crew.", id="angle marks"),
        pytest.param(
            "‘We have always trained as one crew,’ said Ngata.", "Tama Ngata", "We have always trained as one crew,", id="single marks"
        ),
        pytest.param("Ngata said : “ We train as one crew . ”", "Tama Ngata", "We train as one crew .", id="blanks inside the marks"),
        pytest.param(
            "Ngata said: “our crews have trained as one for ten years.”",
            "Tama Ngata",
            "our crews have trained as one for ten years.",
            id="a whole sentence begun small",
        ),
        pytest.param("A letter of Commodore Ngata, who wrote: “We train as one.”", "Tama Ngata", "We train as one.", id="who wrote"),
        pytest.param("Commodore Ngata: “We train as one crew.”", "Tama Ngata", "We train as one crew.", id="a label before the mark"),
        pytest.param(
            "Minister Oyelaran said:\n\n“We train as one crew.”", "Folake Oyelaran", "We train as one crew.", id="words on the line above"
        ),
        pytest.param(
            "Quotes attributable to Commodore Ngata:\n\n“We train as one.”", "Tama Ngata", "We train as one.", id="attributable to"
        ),
        pytest.param(
            "Commodore Ngata opened the hangar. “We train as one crew,” he said.",
            "Tama Ngata",
            "We train as one crew,",
            id="he means the subject before",
        ),
        pytest.param(
            "Oyelaran was shown the hangar by Ngata. “We train as one crew,” she added.",
            "Folake Oyelaran",
            "We train as one crew,",
            id="she is told by Mrs",
        ),
        pytest.param(
            "Commodore Ngata met Minister Oyelaran. “We train as one crew,” said the Commodore.",
            "Tama Ngata",
            "We train as one crew,",
            id="a rank alone",
        ),
        pytest.param(
            "“We train as one crew,” said Chief of Navy Commodore Tama Ngata.",
            "Tama Ngata",
            "We train as one crew,",
            id="office before the name",
        ),
        pytest.param(
            "Mrs Folake Oyelaran, who chaired the session, said: “The sea is wide.”",
            "Folake Oyelaran",
            "The sea is wide.",
            id="a clause between name and verb",
        ),
        pytest.param(
            "In his address, read out by Oyelaran, Ngata said: “The sea is wide.”",
            "Tama Ngata",
            "The sea is wide.",
            id="the reader of an address is not its speaker",
        ),
        pytest.param(
            "“The ministers’ aims don't differ,” said Ngata.", "Tama Ngata", "The ministers’ aims don't differ,", id="apostrophes inside"
        ),
    ],
)
def test_a_quotation_is_given_to_the_one_who_speaks(line: str, speaker: str, words: str) -> None:
    assert read(line) == [(speaker, words)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ngata praised the “spirit of the crew” at length.", id="a phrase"),
        pytest.param("Ngata said the two navies had been “growing closer since the war.”", id="the end of a reported sentence"),
        pytest.param("Ngata signed the “Book of the Sea” in the hall.", id="a title"),
        pytest.param("“We train as one crew,” said a spokesman.", id="a speaker without a name"),
        pytest.param("A banner over the gate read “We train as one crew.”", id="nobody speaks"),
        pytest.param("Ngata left. The two ministers’ plan for the ’90s was read.", id="apostrophes alone"),
    ],
)
def test_what_is_no_speech_of_a_named_person_is_left_out(line: str) -> None:
    assert read(line) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("“We train as one crew,” said Ngata. “That is the plan.”", id="behind the words of saying"),
        pytest.param("“We train as one crew,” said Ngata.\n\n“That is the plan,” he added.", id="added in the paragraph below"),
        pytest.param(
            "“We train as one crew,” said Ngata.\n\n“That is the plan,” added the Commodore.", id="added by title in the paragraph below"
        ),
        pytest.param("“We train as one crew,” said Ngata.\n\n“That is the plan,” Ngata concluded.", id="concluded in the paragraph below"),
        pytest.param("“We train as one crew,” said Ngata.\n\n“That is the plan,” he said.", id="said on in the paragraph below"),
        pytest.param("“We train as one crew,” Ngata said, “and we eat at one table.”", id="in the same sentence"),
        pytest.param("Ngata said:\n\n“We train as one crew.\n\n“That is the plan.”", id="opened again without a close"),
        pytest.param('Ngata said:\n\n"We train as one crew.\n\nThat is the plan".', id="not even opened again"),
        pytest.param("“We train as one crew,” said Ngata.\n\n“That is the plan.”", id="in the paragraph below"),
        pytest.param("“We train as one crew,” said Ngata.\n\nAnd he added: “That is the plan.”", id="and he added, in the paragraph below"),
    ],
)
def test_a_quotation_that_goes_on_is_one(body: str) -> None:
    assert [speaker for speaker, _ in read(body)] == ["Tama Ngata"]


def speakers(body: str, *cast: Person) -> list[str]:
    both = both_of(body)
    return [quote.speaker for quote in quotes.find(both, placed(both, *cast))]


@pytest.mark.parametrize(
    ("line", "cast", "speaker"),
    [
        pytest.param("“We train as one,” the Defence Chief said.", (HOVDE, NGATA), "Ingrid Hovde", id="the head of a service"),
        pytest.param("“We train as one,” the army chief said.", (HOVDE, SALIM), "Omar Salim", id="in small letters"),
        pytest.param("“We train as one,” Army Chief said.", (HOVDE, SALIM), "Omar Salim", id="without an article"),
        pytest.param("“We train as one”, COAS said.", (HOVDE, SALIM), "Omar Salim", id="by initials"),
        pytest.param("“We train as one,” said Luo.", (LUO, HOVDE), "Luo Anbo", id="a surname that stands first"),
        pytest.param(
            "The Chief of the General Staff (CEMGA), Général Piotr Kos, met Ngata.\n\nThe CEMGA gave thanks. “We train as one,” he said.",
            (NGATA, KOS),
            "Piotr Kos",
            id="by a short form that the text gives to the office",
        ),
        pytest.param(
            "The Special Representative of the Chairperson (SRC) and Head of the Mission, Général Piotr Kos, met Ngata."
            "\n\n“We train as one,” the SRC explained.",
            (NGATA, KOS),
            "Piotr Kos",
            id="by a short form that spells the office",
        ),
        pytest.param(
            "Commodore Tama Ngata left. The Commander of the Coastal Fleet, Général Piotr Kos, told the crews that all was ready."
            " “We train as one.”",
            (NGATA, KOS),
            "Piotr Kos",
            id="a name between commas before the verb",
        ),
        pytest.param(
            "The Commander of the Coastal Fleet called on Minister Oyelaran. “We train as one,” he said.",
            (KOS, OYELARAN),
            "Piotr Kos",
            id="an office with its body",
        ),
        pytest.param(
            "In her meeting with the Chief of Army Staff, Lt. Gen. Omar Salim, Ms. Hovde praised the crews. “We train as one,” she said.",
            (SALIM, HOVDE),
            "Ingrid Hovde",
            id="she behind an opening with another name",
        ),
        pytest.param(
            "During talks with Commodore Ngata, General Kos praised the crews. “We train as one,” he said.",
            (NGATA, KOS),
            "Piotr Kos",
            id="he behind an opening with another name",
        ),
        pytest.param(
            "Ambassador Rocio Villaseca met General Kos. Kos praised all. For Villaseca it was the first. “We train as one,” she said.",
            (KOS, Person("Rocio Villaseca", (), position="Ambassador", country="CL")),
            "Rocio Villaseca",
            id="she behind a surname with which the sentence before opens",
        ),
        pytest.param(
            "Quotes\n\n“We train as one.”\n\nCommodore Tama Ngata, Chief of Navy",
            (NGATA,),
            "Tama Ngata",
            id="signed on a line without a dash",
        ),
        pytest.param("“We train as one.”\n\nTama Ngata\nChief of Navy", (NGATA,), "Tama Ngata", id="signed with the office below"),
        pytest.param('"We train as one.\n\n"The sea is wide," said Ngata.', (NGATA,), "Tama Ngata", id="told at the end of two paragraphs"),
        pytest.param("“We train as one.”\n\n“The sea is wide,” said Ngata.", (NGATA,), "Tama Ngata", id="told below a closed paragraph"),
        pytest.param("”We train as one”, says Commodore Ngata.", (NGATA,), "Tama Ngata", id="Finnish marks"),
        pytest.param("„We train as one“, Commodore Ngata said.", (NGATA,), "Tama Ngata", id="German marks"),
        pytest.param("»We train as one«, Commodore Ngata said.", (NGATA,), "Tama Ngata", id="angle marks turned inwards"),
        pytest.param("''We train as one,'' said Commodore Ngata.", (NGATA,), "Tama Ngata", id="two single marks"),
        pytest.param("Ngata said: 'We've always trained as one crew.'", (NGATA,), "Tama Ngata", id="straight single marks"),
        pytest.param(
            "The “Sea Guard” crews left. Ngata stated: ‘We have always trained as one.’",
            (NGATA,),
            "Tama Ngata",
            id="single beside double marks",
        ),
        pytest.param("The agency quoted Commodore Ngata as saying: “We train as one.”", (NGATA,), "Tama Ngata", id="quoted by an agency"),
        pytest.param("In the words of Commodore Ngata, “We train as one.”", (NGATA,), "Tama Ngata", id="in the words of"),
        pytest.param("“We train as one,” as Commodore Ngata put it.", (NGATA,), "Tama Ngata", id="as he put it"),
        pytest.param(
            "Commodore Ngata thanked Minister Oyelaran: “We train as one.”", (NGATA, OYELARAN), "Tama Ngata", id="who thanked whom"
        ),
        pytest.param("Message from Commodore Ngata: “We train as one.”", (NGATA,), "Tama Ngata", id="a message from"),
        pytest.param("Ngata said the ships would stay. “We train as one crew.”", (NGATA,), "Tama Ngata", id="behind reported speech"),
        pytest.param(
            "Ngata told the guests that the ships would stay.\n\n“We train as one crew.”",
            (NGATA,),
            "Tama Ngata",
            id="a paragraph below reported speech",
        ),
        pytest.param(
            "The Chief of Navy of the Isles, Commodore Ngata, left. He said: “We train as one crew.”",
            (NGATA,),
            "Tama Ngata",
            id="an office before the name",
        ),
        pytest.param("The ships will stay, the Commodore added. “We train as one.”", (NGATA,), "Tama Ngata", id="behind words of saying"),
    ],
)
def test_the_speaker_is_found_however_the_release_calls_him(line: str, cast: tuple[Person, ...], speaker: str) -> None:
    assert speakers(line, *cast) == [speaker]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("“We train as one,” a spokesman of Commodore Ngata said.", id="a spokesman of the one named"),
        pytest.param("“We train as one,” said a spokesperson for Commodore Ngata.", id="a spokesperson for the one named"),
        pytest.param("“We train as one,” said an official after meeting Commodore Ngata.", id="an official who met the one named"),
        pytest.param("“We train as one,” the statement said after Ngata left.", id="a statement"),
        pytest.param("“We train as one,” Commodore Ngata was told by a crew.", id="the one named was told it"),
        pytest.param("“We train as one,” said the Admiral, welcoming Commodore Ngata.", id="another title, and the one named welcomed"),
        pytest.param("“We train as one crew.” Ngata said in the hall that the sea is wide.", id="the next sentence reports something else"),
        pytest.param("“Sea Guard Two” ended. “Together we win”. Ngata noted the role of the sea.", id="a stop behind the mark"),
        pytest.param("Ngata said goodbye. A banner hung there. “We train as one crew.”", id="another sentence between"),
        pytest.param("“We train as one crew.”\n\nNgata visits the fleet in Suva", id="a headline below"),
        pytest.param("Ngata, who wrote “A History of the Coastal Fleet”, said the navy is old.", id="the title of a book"),
        pytest.param(
            "Ngata left. The Chief of Police opened the gate. “We train as one,” he said.", id="an office whose holder has no name"
        ),
    ],
)
def test_nobody_is_made_to_say_what_another_said(line: str) -> None:
    assert speakers(line, NGATA, OYELARAN) == []


def test_two_speakers_have_two_quotations() -> None:
    body = "“We train as one crew,” said Ngata.\n\n“We eat at one table,” said Oyelaran.\n\nNgata replied: “We pay for it too.”"
    assert [speaker for speaker, _ in read(body)] == ["Tama Ngata", "Folake Oyelaran", "Tama Ngata"]


def test_a_new_sentence_later_in_the_paragraph_is_the_same_speaker() -> None:
    body = "“We train as one crew,” said Ngata, who then turned to the budget and its gaps. “It will grow every year.”"
    assert [speaker for speaker, _ in read(body)] == ["Tama Ngata", "Tama Ngata"]


def test_the_span_holds_what_stands_inside_the_marks() -> None:
    body = "Ngata said: “We train as one crew.”"
    both = both_of(body)
    (quote,) = quotes.find(both, placed(both, *CAST))
    assert body[quote.evidence.start : quote.evidence.end] == quote.text == "We train as one crew."


@pytest.mark.parametrize(
    "text", ["“" * 5000, '"a ' * 5000, "‘A" * 3000, "said " * 5000 + "“", "“A b c d.” N said. " * 500, "''A " * 5000, "»A b c d " * 3000]
)
def test_any_text_is_read_without_fault(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("“We train as one crew.”\n{} and told Commodore Ngata", id="on the line below"),
        pytest.param("Talks with {} and Commodore Ngata and Minister Oyelaran: “We train as one crew.”", id="in a label"),
        pytest.param("The Minister, {} of late met Commodore Ngata. “We train as one,” the Minister said.", id="between title and name"),
    ],
)
def test_a_long_word_in_capitals_takes_no_time(line: str) -> None:
    read(line.format("A"))  # loads what it reads with
    begun = time.process_time()
    read(line.format("A" * 26))
    assert time.process_time() - begun < 2  # 12 to 24 seconds where the word may be parted at every letter


def test_a_second_speaker_in_the_same_breath_is_another_quotation() -> None:
    body = "“We train as one crew,” Commodore Ngata said by phone. “They sail together,” said Minister Oyelaran, a guest."
    assert [speaker for speaker, _ in read(body)] == ["Tama Ngata", "Folake Oyelaran"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param('“We train as one crew", Commodore Ngata said. “It pays", he added.', "We train as one crew", id="straight mark"),
        pytest.param('“We train as one crew", Commodore Ngata said.', "We train as one crew", id="straight mark, no other quotation"),
        pytest.param("“We train as one crew,“ Commodore Ngata said.", "We train as one crew,", id="opening mark"),
        pytest.param(
            '“We call it "the crew", and train”, Commodore Ngata said.', 'We call it "the crew", and train', id="near miss: inside"
        ),
    ],
)
def test_a_wrong_mark_closes_where_another_quotation_opens(line: str, words: str) -> None:
    assert read(line)[0] == ("Tama Ngata", words)


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        pytest.param('Commodore Ngata disclosed this in Abuja.\n\n"We met the crew before.', "Tama Ngata", id="disclosed this"),
        pytest.param('Mrs Oyelaran made this known in Abuja.\n\n"We met the crew before.', "Folake Oyelaran", id="made this known"),
        pytest.param('Mrs Oyelaran said this in Abuja.\n\n"We met the crew before.', "Folake Oyelaran", id="said this"),
        pytest.param('Mrs Oyelaran made this port.\n\n"We met the crew before.', None, id="near miss: made a port"),
        pytest.param('Mrs Oyelaran announced a visit.\n\n"We met the crew before.', None, id="near miss: announced something"),
    ],
)
def test_who_made_something_known_spoke_the_paragraph_below(line: str, speaker: str | None) -> None:
    assert [name for name, _ in read(line)] == ([speaker] if speaker else [])


def test_a_sentence_behind_an_acronym_does_not_name_the_speaker() -> None:
    assert read("“We train as one crew,” according to the readout by KDF. The visit was led by Commodore Ngata.") == []
    assert read("“We train as one crew,” said Cdre. Ngata.") == [("Tama Ngata", "We train as one crew,")]


@pytest.mark.parametrize(
    "line",
    [
        "‘’It was an honour to call on the President at the palace,” Commodore Ngata said.",
        "In the opinion of Commodore Ngata, “It was an honour to call on the President at the palace.”",
    ],
)
def test_marks_of_two_single_signs_and_opinions_are_read(line: str) -> None:
    assert [(speaker, words[:16]) for speaker, words in read(line)] == [("Tama Ngata", "It was an honour")]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        pytest.param("Ngata thanked the divers of Oslo. “They came when nobody else would come.”", "Tama Ngata", id="thanked"),
        pytest.param("Mrs Oyelaran recalled the first exercise. “We had two boats and little else”.", "Folake Oyelaran", id="stop behind"),
        pytest.param("Ngata stressed that Norway had been the first. “One does not forget who came first.”", "Tama Ngata", id="a name"),
        pytest.param("Mrs Oyelaran welcomed the decision. “Small navies have to share what they know.”", "Folake Oyelaran", id="welcomed"),
        pytest.param("In the hall, Ngata was grateful to the crew. “They have slept little this week.”", "Tama Ngata", id="grateful"),
        pytest.param("Ngata thanked the divers. “They sail on Monday,” said Mrs Oyelaran.", "Folake Oyelaran", id="told behind"),
        pytest.param("Ngata thanked the divers. “Sea Guard of the North”. It begins in May.", None, id="near miss: a title"),
        pytest.param("Ngata praised the school. “Honour comes before all else.” is written there.", None, id="near miss: goes on"),
        pytest.param("Ngata was thanked by the school. “It will sail with both flags in June.”", None, id="near miss: passive"),
        pytest.param("Ngata showed the guests a harbour. “The sea is the mother of us all.”", None, id="near miss: showed"),
        pytest.param("Ngata welcomed Mrs Oyelaran. “It is good to be here for once.”", None, id="near miss: received a guest"),
    ],
)
def test_a_sentence_in_marks_is_theirs_whose_speech_the_one_before_reports(line: str, speaker: str | None) -> None:
    assert [name for name, _ in read(line)] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    "title", ["The Honourable Minister", "The Honorable Minister", "His Excellency the Minister", "The esteemed Minister"]
)
def test_a_courtesy_before_a_title_is_no_part_of_the_office(title: str) -> None:
    line = f"{title} congratulated Commodore Ngata on his post, and stated that “Our door is open to every friendly crew”."
    assert [name for name, _ in read(line)] == ["Folake Oyelaran"]
