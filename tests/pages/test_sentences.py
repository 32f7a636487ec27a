"""A quotation is the sentence that holds the words, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.prose.sentences import sentence_around


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        pytest.param("They came. He met her. They left.", "met", "He met her.", id="one of three"),
        pytest.param("He met her. They left.", "met", "He met her.", id="the first"),
        pytest.param("They came. He met her", "met", "He met her", id="the last, without a full stop"),
        pytest.param("A. Costa came. Gen. Vlad met Lt. Gen. Ionescu. They left.", "met", "Gen. Vlad met Lt. Gen. Ionescu.", id="titles"),
        pytest.param("He met U.S. Army officers in Rome. They left.", "met", "He met U.S. Army officers in Rome.", id="letters with stops"),
        pytest.param("“We met.” He left.", "met", "“We met.”", id="a mark behind the full stop"),
        pytest.param("They met on Sept. 3 in Rome. They left.", "met", "They met on Sept. 3 in Rome.", id="a month cut short"),
        pytest.param("Before\n\nHe met\nher. They left.", "met", "He met her.", id="inside its paragraph, over two lines"),
        pytest.param("The two met! They left.", "met", "The two met!", id="the words end with the sentence"),
    ],
)
def test_the_sentence_around_some_words(text: str, words: str, said: str) -> None:
    start = text.index(words)
    assert sentence_around(text, start, start + len(words)) == said


def test_words_over_two_paragraphs_bring_both() -> None:
    assert sentence_around("One two.\n\nThree four. Five.", 4, 17) == "One two. Three four."


def test_a_sentence_without_end_is_cut_and_shows_it() -> None:
    said = sentence_around("a " * 5000, 5000, 5001)
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert len(said) < 3100


@given(st.text(alphabet="aB. \n“”!?3", max_size=60), st.integers(-2, 62), st.integers(-2, 62))
def test_any_span_of_any_text_is_answered_with_words_of_the_text(text: str, start: int, end: int) -> None:
    said = sentence_around(text, start, end)
    assert said in " ".join(text.split())
    if 0 <= start < end <= len(text):
        assert " ".join(text[start:end].split()) in said
