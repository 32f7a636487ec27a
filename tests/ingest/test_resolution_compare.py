"""Verdicts on pairs of officials: joined only on a name *and* something beside it, never against a conflict."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from ingest.resolution import names, offices
from ingest.resolution.compare import Description, people


def described(name, **told):
    return Description(name=name, **told)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        pytest.param(
            described("Lee Jong-sup", position="Minister of National Defense", country="KR", date="2022-09-23"),
            described("Lee Jong-seop", position="Defence Minister", country="KR", date="2023-01-10"),
            "same",
            id="two romanisations in one office",
        ),
        pytest.param(
            described("Iancu", rank="Major General", country="RO"),
            described("Liviu-Mihail Iancu", rank="Major General", position="deputy head", country="RO"),
            "same",
            id="a rare family name with its general's rank",
        ),
        pytest.param(
            described("Kim", rank="Major General", country="KR"),
            described("Kim Yong-ho", rank="Major General", country="KR"),
            "unsure",
            id="a common family name with its general's rank",
        ),
        pytest.param(
            described("Ana Petrescu", rank="Colonel", position="Commander, 2nd Brigade", country="RO", date="2015-03-01"),
            described("Ana Petrescu", rank="Brigadier General", position="Deputy Chief of Staff", country="RO", date="2019-03-01"),
            "same",
            id="promoted to a new office",
        ),
        pytest.param(
            described("Ana Petrescu", rank="Brigadier General", country="RO", date="2015-03-01"),
            described("Ana Petrescu", rank="Colonel", country="RO", date="2019-03-01"),
            "different",
            id="a rank that falls with time",
        ),
        pytest.param(
            described("Ana Petrescu", position="Minister of Defence", country="RO"),
            described("Ana Petrescu", position="Minister of Defence", country="MD"),
            "different",
            id="one name in two states",
        ),
        pytest.param(
            described("Chirica", position="President", country="RO", date="2018-05-05"),
            described("Ion Chirica", position="President of the Senate", country="RO", date="2018-05-05"),
            "unsure",
            id="who presides over a chamber is not the head of state",
        ),
        pytest.param(
            described("Chirica", position="Secretary General", organization="Ministry of Health", country="RO"),
            described("Ion Chirica", position="Secretary General of the Ministry of Defence", country="RO"),
            "unsure",
            id="each ministry has a secretary general",
        ),
        pytest.param(
            described("Ion Chirica", position="Commander, 2nd Brigade", country="RO", date="2018-05-05"),
            described("Ion Chirica", position="Commander of the First Brigade", country="RO", date="2018-05-06"),
            "different",
            id="two brigades by their numbers",
        ),
        pytest.param(
            described("Ion Chirica", rank="Captain", country="RO", date="2010-05-05"),
            described("Ion Chirica", rank="Captain", country="RO", date="2018-05-06"),
            "unsure",
            id="a low rank alone after many years",
        ),
        pytest.param(
            described("Ping Chirica", position="Minister of Defence", country="PH", date="2018-05-05"),
            described("Panfilo Chirica", position="Defense Minister", country="PH", date="2018-05-06"),
            "unsure",
            id="two given names of one family name in one office on one day",
        ),
        pytest.param(described("Kim Lee", honorific="Mr."), described("Kim Lee", honorific="Ms."), "different", id="a man and a woman"),
        pytest.param(described("Ana Petrescu"), described("Ana Petrescu"), "unsure", id="nothing but the name"),
        pytest.param(
            described("J. Sullivan", position="National Security Advisor", country="US"),
            described("Jake Sullivan", position="National Security Advisor", country="US"),
            "unsure",
            id="an initial is for a person to decide",
        ),
        pytest.param(
            described("John Thompson", rank="General", country="US"),
            described("John Thomson", rank="Admiral", country="US"),
            "different",
            id="two family names a letter apart in two services",
        ),
        pytest.param(
            described("Ion Marin", position="Minister of Defence", country="RO", date="2020-05-01"),
            described("Ion Marin", position="Chief of the Defence Staff", country="RO", date="2020-05-02"),
            "different",
            id="two offices that nobody holds at once",
        ),
    ],
)
def test_a_pair_gets_its_verdict_in_either_order(a, b, verdict):
    assert people(a, b).verdict == verdict
    assert people(b, a).verdict == verdict


def test_every_verdict_has_a_reason():
    assert people(described("A B"), described("C D")).reasons


class TestCommand:
    def run(self, tmp_path, text, **options):
        file = tmp_path / "pairs.jsonl"
        file.write_text(text, encoding="utf-8")
        out, err = StringIO(), StringIO()
        status = 0
        try:
            call_command("resolve-pairs", str(file), stdout=out, stderr=err, **options)
        except SystemExit as exit:
            status = exit.code
        return out.getvalue(), err.getvalue(), status

    def test_one_json_object_a_line_in_order(self, tmp_path):
        pair = json.dumps({"a": {"name": "Vasile Dîncu", "country": None}, "b": {"name": "Vasile Dincu"}})
        out, _, status = self.run(tmp_path, f"{pair}\n{pair}\n", format="jsonl")
        rows = [json.loads(line) for line in out.splitlines()]
        assert [row["verdict"] for row in rows] == ["unsure", "unsure"]
        assert all(row["reasons"] for row in rows)
        assert status == 0

    def test_a_line_of_two_organizations_is_told_by_its_kind(self, tmp_path):
        names = ({"name": "Ministry of National Defence", "country": "RO"}, {"name": "Ministry of National Defense", "country": "RO"})
        out, _, _ = self.run(tmp_path, json.dumps({"kind": "organization", "a": names[0], "b": names[1]}))
        assert out.startswith("same      Ministry of National Defence | ")

    @pytest.mark.parametrize(
        "line",
        [
            "{",
            "[]",
            '{"kind": "ship", "a": {"name": "x"}, "b": {"name": "x"}}',
            '{"a": {}}',
            '{"a": {"name": ""}, "b": {"name": "x"}}',
            '{"a": {"name": 3}, "b": {"name": "x"}}',
        ],
    )
    def test_a_bad_line_is_told_by_number_and_the_rest_goes_on(self, tmp_path, line):
        good = json.dumps({"a": {"name": "A B"}, "b": {"name": "C D"}})
        out, err, status = self.run(tmp_path, f"{line}\n{good}\n")
        assert "line 1" in err
        assert out.startswith("different")
        assert status == 1


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        pytest.param("Abdel Karim Saadi", "Abdulkarim Saadi", "JO", id="a name of two words joined"),
        pytest.param("Abderrahim Ziani", "Abd al-Rahim Ziani", "MA", id="the article took on the sound that follows"),
        pytest.param("Seifeddine Trad", "Saif al-Din Trad", "TN", id="of the faith"),
        pytest.param("Munir Huneidi", "Mounir Hneidi", "JO", id="a short vowel left out"),
        pytest.param("Reza Daghighi", "Reza Daqiqi", "IR", id="one sound written gh and q"),
        pytest.param("Nikos Panagiotou", "Nikos Panayiotou", "GR", id="a Greek g that is heard as y"),
        pytest.param("Hsieh Ming-che", "Xie Mingzhe", "CN", id="as Taiwan writes it"),
    ],
)
def test_two_romanisations_of_one_name_are_one_spelling(one: str, other: str, country: str) -> None:
    assert names.compare(one, other, country=country).kind in {"identical", "spelling"}


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        pytest.param("Hassan Trad", "Hussein Trad", "TN", id="two names of the same consonants"),
        pytest.param("Omar Saleh", "Omar Salem", "JO", id="two names a letter apart"),
        pytest.param("Petar Petrov", "Petar Petkov", "BG", id="two family names a letter apart"),
    ],
)
def test_two_names_of_their_own_are_no_slip_of_the_pen(one: str, other: str, country: str) -> None:
    assert names.compare(one, other, country=country).kind in {"apart", "different"}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Lt. Gen.", "Lieutenant General"),
        ("Adm. (Ret.)", "Admiral"),
        ("Admiral Sir", "Admiral"),
        ("Staff Maj. Gen. (Pilot)", "Major General"),
    ],
)
def test_a_rank_written_for_short_has_the_grade_of_the_rank(short: str, full: str) -> None:
    assert offices.grade(short) == offices.grade(full) is not None
