"""What words tell is worked out once for each, and no table grows for ever."""

from ingest.engine.remembered import Remembered


def test_a_word_is_asked_for_once():
    asked: list[str] = []
    lengths = Remembered(lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("Popa", "met", "Popa")] == [4, 3, 4]
    assert asked == ["Popa", "met"]


def test_a_full_table_begins_anew():
    lengths = Remembered(len, most=2)
    assert [lengths[word] for word in ("Popa", "met", "Ngata")] == [4, 3, 5]
    assert dict(lengths) == {"Ngata": 5}
