"""Names of the tables are found in one pass, whole words only, the longest of each family."""

from __future__ import annotations

import pytest

from ingest.engine import gazetteers, tables
from tests.engine.growth import is_steady


def found(text: str, *kinds: str) -> list[tuple[str, str]]:
    return [(text[term.start : term.end], term.value) for term in gazetteers.find(text) if term.kind in kinds]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Ministers of the ROK arrived.", "KR", id="short form in capitals"),
        pytest.param("He thanked the Democratic People’s Republic of Korea.", "KP", id="official name with a curly apostrophe"),
        pytest.param("TÜRKIYE AND ITS PARTNERS", "TR", id="headline in capitals"),
        pytest.param("Turkiye sent ships.", "TR", id="without accents"),
        pytest.param("the Republic of Cote d'Ivoire", "CI", id="straight apostrophe and no accent"),
        pytest.param("U.S.-led training", "US", id="compound"),
        pytest.param("Papua New Guinea's navy", "PG", id="longest name wins over Guinea"),
        pytest.param("in Guinea-Bissau", "GW", id="hyphen inside the name"),
        pytest.param("in Equatorial Guinea", "GQ", id="Guinea with a word before"),
        pytest.param("the Republic of the Congo", "CG", id="the smaller Congo by its official name"),
        pytest.param("South Sudan's army", "SS", id="South Sudan, not Sudan"),
        pytest.param("Northern Ireland", "GB", id="part of the United Kingdom, not Ireland"),
        pytest.param("Kosovo's president", "XK", id="Kosovo"),
    ],
)
def test_names_of_states_are_found_in_every_form(text: str, code: str) -> None:
    assert [value for _, value in found(text, "country")] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Ivorian officers", "CI", id="adjective"),
        pytest.param("two Frenchmen", "FR", id="plural in -men"),
        pytest.param("the Poles", "PL", id="plural"),
        pytest.param("Nigerien troops", "NE", id="of Niger, not Nigeria"),
        pytest.param("MONEGASQUE POLICE", "MC", id="capitals without accent"),
        pytest.param("Papua New Guinean soldiers", "PG", id="longest demonym"),
        pytest.param("Bissau-Guinean soldiers", "GW", id="hyphenated demonym"),
    ],
)
def test_demonyms_are_found(text: str, code: str) -> None:
    assert [value for _, value in found(text, "demonym")] == [code]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("let us go", id="us in small letters"),
        pytest.param("a turkey dinner served on china", id="common nouns"),
        pytest.param("Romanization of names", id="inside a word"),
        pytest.param("from New Mexico", id="state of a federation"),
        pytest.param("in the South China Sea", id="sea"),
        pytest.param("Latin American affairs", id="continent"),
        pytest.param("Panama City", id="city that bears a country's name"),
        pytest.param("in the Indo-Pacific", id="region"),
    ],
)
def test_words_that_name_no_state_are_left(text: str) -> None:
    assert found(text, "country", "demonym") == []


def test_city_and_state_of_one_name_are_both_told() -> None:
    assert found("Singapore", "city", "country") == [("Singapore", "Singapore|SG"), ("Singapore", "SG")]


def test_a_name_of_a_body_lies_over_the_state_in_it() -> None:
    assert found("the NATO-Ukraine Council", "intorg", "country") == [("NATO-Ukraine Council", "NATO-Ukraine Council"), ("Ukraine", "UA")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("Lisbon", "city", id="a town"),
        pytest.param("Ghanaian", "demonym", id="a people"),
        pytest.param("new zealand", None, id="a state in small letters"),
        pytest.param("Lisbon Harbour", None, id="a town with a word behind it"),
        pytest.param("", None, id="no name"),
    ],
)
def test_kinds_are_those_of_a_name_as_a_whole(name: str, kind: str | None) -> None:
    assert (kind in gazetteers.kinds(name)) if kind else not gazetteers.kinds(name)


@pytest.mark.parametrize("text", ["İSTANBUL", "ŞÖFÖR ﬁ ǅ ẞ", "Côte d’Ivoire\u00a0", "Å\u0301 𝔘𝔖"])
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(gazetteers.fold(text)) == len(text)


def test_every_code_of_a_city_is_a_code_of_a_state() -> None:
    codes = {value.rpartition("|")[2] for kind in ("city", "doubtful_city") for value in gazetteers.values(kind)}
    assert codes <= gazetteers.values("country")


def test_a_body_of_a_state_has_one_row() -> None:
    rows = [line.split("\t")[0] for line in tables.text("gazetteers/statebodies.tsv").splitlines() if not line.startswith("#")]
    assert len(rows) == len(set(rows))


def test_time_grows_no_faster_than_the_text() -> None:
    line = "The ministers of Peru and Chile met in Lima on Monday, and so on. "
    assert len(gazetteers.find(line * 8_000)) >= 24_000
    assert is_steady(gazetteers.find, line, signs=130_000)
