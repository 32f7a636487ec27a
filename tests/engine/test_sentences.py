"""Words and sentences: one printed line, what it is made of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.engine import sentences


def words(text: str) -> list[str]:
    return [token.text for token in sentences.tokens(text)]


def split(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences.sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("said Bg. Gen. Quadri", ["said", "Bg.", "Gen.", "Quadri"], id="the stop of a rank belongs to it"),
        pytest.param("H.E. Mr. Lim", ["H.E.", "Mr.", "Lim"], id="an honorific of letters is one word"),
        pytest.param("the U.S. Army", ["the", "U.S.", "Army"], id="U.S. is one word"),
        pytest.param("Lloyd J. Austin III", ["Lloyd", "J.", "Austin", "III"], id="an initial keeps its stop"),
        pytest.param("D.Seitkali noted", ["D.", "Seitkali", "noted"], id="an initial set against its name is parted from it"),
        pytest.param("Col. Ts. Munkhbayar", ["Col.", "Ts.", "Munkhbayar"], id="an initial of two letters keeps its stop"),
        pytest.param("Romania’s army", ["Romania", "’s", "army"], id="a possessive ending stands alone"),
        pytest.param("Jordan's air", ["Jordan", "'s", "air"], id="so does one with a straight apostrophe"),
        pytest.param("Joana D'Arc", ["Joana", "D'Arc"], id="an apostrophe inside a name does not part it"),
        pytest.param("Nuku‘alofa, Tonga", ["Nuku‘alofa", ",", "Tonga"], id="nor does an okina"),
        pytest.param("Lee Jong-sup", ["Lee", "Jong-sup"], id="a hyphen holds a name together"),
        pytest.param("Romania-U.S. ties", ["Romania-U.S.", "ties"], id="a hyphen holds a pair together"),
        pytest.param("F-16 jets, M-SAR", ["F-16", "jets", ",", "M-SAR"], id="a hyphen holds letters and numbers together"),
        pytest.param("Dec. 3-5", ["Dec.", "3", "-", "5"], id="two numbers are parted at their hyphen"),
        pytest.param("Australia–Fiji", ["Australia", "–", "Fiji"], id="a dash parts"),
        pytest.param("on 14.05.2015 at 16:41", ["on", "14.05.2015", "at", "16:41"], id="dates and times are one number"),
        pytest.param("in the end.", ["in", "the", "end", "."], id="the stop of a sentence is a sign of its own"),
        pytest.param("No. 112, Art. 5", ["No.", "112", ",", "Art.", "5"], id="No. before a number is an abbreviation"),
        pytest.param("He said no.", ["He", "said", "no", "."], id="no at the end of a sentence is not"),
        pytest.param("write to press@mod.example now", ["write", "to", "press@mod.example", "now"], id="an address of mail is one word"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He met Bg. Gen. Quadri. They talked.", ["He met Bg. Gen. Quadri.", "They talked."], id="a rank ends none"),
        pytest.param("Ties with the U.S. The talks ended.", ["Ties with the U.S.", "The talks ended."], id="U.S. may end one"),
        pytest.param("He led the U.S. Army Europe team.", ["He led the U.S. Army Europe team."], id="but not before a name"),
        pytest.param("“We are ready.” He left.", ["“We are ready.”", "He left."], id="closing marks stay"),
        pytest.param("said : “ It works . ” He left .", ["said : “ It works . ”", "He left ."], id="also where a blank stands before them"),
        pytest.param("“Are you ready?” he asked.", ["“Are you ready?” he asked."], id="a quoted question goes on in small letters"),
        pytest.param("3. The Chief left. He returned.", ["3. The Chief left.", "He returned."], id="a paragraph number is no sentence"),
        pytest.param("They met on Sept. 5. It rained.", ["They met on Sept. 5.", "It rained."], id="the day behind a month may end one"),
        pytest.param("It cost 3.5 million. It was old.", ["It cost 3.5 million.", "It was old."], id="a decimal point ends nothing"),
        pytest.param(
            "Brig. Gen. (PRT) Paz left. He ran.", ["Brig. Gen. (PRT) Paz left.", "He ran."], id="a nation behind a rank ends nothing"
        ),
        pytest.param("He met Capt. “Tito” Roca.", ["He met Capt. “Tito” Roca."], id="nor does a nickname"),
        pytest.param("It was old. (It rained.)", ["It was old.", "(It rained.)"], id="a sentence in brackets is one"),
        pytest.param("Headline without stop\n\nThe text.", ["Headline without stop", "The text."], id="an empty line ends a sentence"),
        pytest.param("They thanked the hosts.The talks go on.", ["They thanked the hosts.", "The talks go on."], id="a lost blank"),
        pytest.param("It ends in Lima, Peru.This is news.", ["It ends in Lima, Peru.", "This is news."], id="a lost blank behind a name"),
        pytest.param(
            "REPORT.AZ, news.Az and D.Seitkali of maj.gen.Popa", ["REPORT.AZ, news.Az and D.Seitkali of maj.gen.Popa"], id="names"
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_paragraphs_are_counted_from_zero_at_empty_lines() -> None:
    found = sentences.sentences("One. Two.\nStill two.\n\nThree.\n \n\nFour.")

    assert [one.paragraph for one in found] == [0, 0, 0, 1, 2]


@given(st.text(alphabet=st.sampled_from("aB1 .,;:'’“”!?-–\n\t()U.S@éĐ한\u0301")) | st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_is_covered_by_its_words_and_sentences(text: str) -> None:
    found = sentences.tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())

    spans = sentences.sentences(text)
    assert [token.start for token in found if not any(one.start <= token.start and token.end <= one.end for one in spans)] == []
    assert all(before.end <= after.start and before.paragraph <= after.paragraph for before, after in pairwise(spans))
