"""A marked text is well-formed and holds nothing that a browser would run, however the spans lie."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from archive.prose.marking import Piece, Span, marked


def html(text: str, *spans: tuple[int, int, str], offset: int = 0) -> str:
    return marked(
        text,
        [Span(*span) for span in spans],
        opening=lambda piece: f"<{piece.of}>",
        closing=lambda piece: f"</{piece.of}>",
        offset=offset,
    )


def test_spans_stand_side_by_side() -> None:
    assert html("Korea and Romania", (0, 5, "a"), (10, 17, "b")) == "<a>Korea</a> and <b>Romania</b>"


def test_a_span_inside_another_is_nested() -> None:
    assert html("Ministry of Romania", (0, 19, "a"), (12, 19, "b")) == "<a>Ministry of <b>Romania</b></a>"


def test_spans_of_the_same_words_are_nested() -> None:
    assert html("Seoul", (0, 5, "a"), (0, 5, "b")) == "<a><b>Seoul</b></a>"


def test_spans_that_cross_are_cut_where_the_first_one_ends() -> None:
    assert html("one two three", (0, 7, "a"), (4, 13, "b")) == "<a>one <b>two</b></a><b> three</b>"


def test_only_the_first_piece_of_a_span_is_the_first_and_only_the_last_the_last() -> None:
    seen: list[Piece[str]] = []
    marked("one two three", [Span(0, 7, "a"), Span(4, 13, "b")], opening=lambda p: "", closing=lambda p: seen.append(p) or "")
    assert [(piece.of, piece.last) for piece in seen] == [("b", False), ("a", True), ("b", True)]


def test_a_paragraph_can_be_marked_alone() -> None:
    assert html("in Seoul", (103, 108, "a"), (0, 4, "b"), offset=100) == "in <a>Seoul</a>"


def test_spans_outside_the_text_or_empty_are_left_out() -> None:
    assert html("Seoul", (9, 12, "a"), (2, 2, "b"), (4, 2, "c"), (-5, 0, "d")) == "Seoul"


def test_markup_in_the_text_is_shown_and_not_run() -> None:
    assert html("<script>alert('1')</script>", (0, 8, "b")) == "<b>&lt;script&gt;</b>alert(&#x27;1&#x27;)&lt;/script&gt;"


class Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@given(
    text=st.text(alphabet="abc <>&\"'ș", max_size=30),
    bounds=st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33)), max_size=8),
)
def test_tags_are_balanced_and_the_text_is_unchanged(text: str, bounds: list[tuple[int, int]]) -> None:
    reader = Balance()
    reader.feed(html(text, *((start, end, f"x{place}") for place, (start, end) in enumerate(bounds))))
    reader.close()
    assert reader.open == []
    assert reader.text == text
