"""Lists headed by one office of several, and names in brackets behind states: made-up lines, near misses beside hits."""

from __future__ import annotations

import pytest

from ingest.engine.cleaning import marks
from tests.engine.test_people_rows import read

HEADED = {
    "a sentence that tells who came": (
        "The following Chiefs of Defence Staff came to the meeting:\n\n- General Bo Ray (Togo)\n\n- Colonel Al Poe (The Gambia)",
        ("Bo Ray", "Chief of Defence Staff", "TG"), ("Al Poe", "Chief of Defence Staff", "GM"),
    ),
    "a sentence that the office closes": (
        "Among those received were the following Naval Attachés:\n\n1. Captain Bo Ray, Norway\n\n2. Captain Al Poe, the Netherlands",
        ("Bo Ray", "Naval Attaché", "NO"), ("Al Poe", "Naval Attaché", "NL"),
    ),
    "a heading of the office alone": (
        "Ministers of Defence\n\nMs. Ada Moss – Peru\n\nMr. Bo Ray – Chile", ("Ada Moss", "Minister of Defence", "PE"),
        ("Bo Ray", "Minister of Defence", "CL"),
    ),
    "states before the names": (
        "The defence ministers present were:\n\nMali: General Bo Ray\n\nNiger: General Al Poe", ("Bo Ray", "defence minister", "ML"),
        ("Al Poe", "defence minister", "NE"),
    ),
    "somebody with an office of another kind among them": (
        "The Chiefs of Navy attended:\n\n- Admiral Bo Ray (Kenya)\n\n- Ms. Ada Moss, Minister of Defence of Togo",
        ("Bo Ray", "Chief of Navy", "KE"), ("Ada Moss", "Minister of Defence", "TG"),
    ),
    "names in brackets behind states": (
        "The defence ministers of Kenya (Ada Moss), Uganda (Bo Ray) and the Netherlands (Al Poe) signed it.",
        ("Ada Moss", "defence minister", "KE"), ("Bo Ray", "defence minister", "UG"), ("Al Poe", "defence minister", "NL"),
    ),
    "officers in brackets behind states": (
        "Also there were the Chiefs of Defence Forces of Kenya (General Bo Ray) and Zambia (General Al Poe).",
        ("Bo Ray", "Chief of Defence Forces", "KE"), ("Al Poe", "Chief of Defence Forces", "ZM"),
    ),
    "the holder of one office in brackets": (
        "It was opened by the Minister of Defence of Cyprus (Ms. Ada Moss).", ("Ada Moss", "Minister of Defence", "CY"),
    ),
    "the plural of a chief of a service": (
        "The Chiefs of Air Staff of Ghana, Air Marshal Bo Ray, and of Togo, General Al Poe, met.",
        ("Bo Ray", "Chief of Air Staff", "GH"), ("Al Poe", "Chief of Air Staff", "TG"),
    ),
    "articles before states in brackets": (
        "Commodore Bo Ray (The Bahamas) and Captain Al Poe (the Philippines) spoke.", ("Bo Ray", None, "BS"), ("Al Poe", None, "PH"),
    ),
    "the state that closes a line behind a body": (
        "The Commandants attended:\n\nBrigadier Bo Ray, National Defence College, Kenya\n\nGeneral Al Poe, Staff College, Ghana",
        ("Bo Ray", "Commandant", "KE"), ("Al Poe", "Commandant", "GH"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), [(text, wanted) for text, *wanted in HEADED.values()], ids=list(HEADED))
def test_an_office_above_a_list_is_held_by_each(body: str, wanted: list[tuple[str, str | None, str]]) -> None:
    found = read(body)
    assert [(name, found[name].position, found[name].country) for name, *_ in wanted] == wanted


WITHOUT = {
    "those who came with them": "The defence ministers were accompanied by:\n\n- General Bo Ray\n\n- Colonel Al Poe",
    "those whom they thanked": "The defence ministers thanked:\n\n- General Bo Ray\n\n- Colonel Al Poe",
    "what they agreed": "The defence ministers agreed:\n\n- General Bo Ray will lead the course\n\n- Colonel Al Poe will help",
    "speakers of any office": "Speakers at the convention included:\n\n- General Bo Ray\n\n- Colonel Al Poe",
    "a short sentence below a heading": "Defence Ministers\n\nGeneral Bo Ray said that it went well.\n\nColonel Al Poe thanked him.",
    "prose below a heading": (
        "Defence Ministers\n\nGeneral Bo Ray and Colonel Al Poe, who had come from the coast on the day before, saw the two boats in the"
        " harbour and went on to the capital with the others."
    ),
}


@pytest.mark.parametrize("body", WITHOUT.values(), ids=list(WITHOUT))
def test_a_list_of_others_holds_no_office_told_above(body: str) -> None:
    found = read(body)
    assert [found[name].position for name in ("Bo Ray", "Al Poe")] == [None, None]


def test_towns_in_brackets_are_nobody() -> None:
    assert not read("The ministers of Peru (Lima) and Chile (Santiago) signed it. The President of the Assembly (Larra Tulip) spoke.")


@pytest.mark.parametrize(
    ("line", "kind"),
    {
        "(c) Ms. Ada Moss, Republic of Peru.": "other",
        "(c) General Bo Ray;": "other",
        "(c) to hold the exercise each year;": "other",
        "(c) Ministry of Defence": "tail",
        "(c) 2023 Ministry of Defence": "tail",
        "(c) Crown copyright": "tail",
    }.items(),
)
def test_an_item_of_a_list_is_no_copyright_line(line: str, kind: str) -> None:
    assert marks.read(line)[0] == kind
