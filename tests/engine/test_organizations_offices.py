"""Bodies in the lines of officials: where the name ends and the office, the person or the occasion begins. All names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release
from tests.engine.test_organizations_manners import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Director of the Office of Public Engagement Ann Berg Lind", ["Office of Public Engagement"], id="a person behind the subject"
        ),
        pytest.param(
            "Director of the Office of Public Engagement Ann Richmond", ["Office of Public Engagement"], id="a person called like a town"
        ),
        pytest.param(
            "Director of the Office of Harbour Affairs Ann Chavez Lind", ["Office of Harbour Affairs"], id="a given name that is a town's"
        ),
        pytest.param("the Institute of Marine Studies Bergen", ["Institute of Marine Studies Bergen"], id="near miss: a town"),
        pytest.param("the Association of Pro Bono Counsel", ["Association of Pro Bono Counsel"], id="near miss: words of Latin"),
        pytest.param(
            "Office of Harbours Associate Director Ann Berg and Special Envoy Bo Lind", ["Office of Harbours"], id="an office of two words"
        ),
        pytest.param(
            "Danish Special Operations Command", ["Danish Special Operations Command"], id="near miss: special forces are no office"
        ),
        pytest.param("the Harbour Association CEO Ann Berg", ["Harbour Association"], id="who leads a firm"),
        pytest.param("the Peru-Chile CEO Council", ["Peru-Chile CEO Council"], id="near miss: a council of those"),
        pytest.param(
            "the Office of the Harbour Commission, and Foreign Minister Wu Lan",
            ["Office of the Harbour Commission"],
            id="a second office behind a comma",
        ),
        pytest.param(
            "the Ministry of Ports and Foreign Trade", ["Ministry of Ports and Foreign Trade"], id="near miss: foreign as a subject"
        ),
        pytest.param("the Office of the First Lady of Peru", ["Office of the First Lady of Peru"], id="the spouse of a president"),
        pytest.param(
            "the College of Obstetricians and Gynecologists", ["College of Obstetricians and Gynecologists"], id="two kinds of members"
        ),
        pytest.param("the Committee of Ministers and Sailors", ["Committee of Ministers"], id="near miss: people besides"),
        pytest.param(
            "the Peruvian Association of People with Disabilities",
            ["Peruvian Association of People with Disabilities"],
            id="what sets people apart",
        ),
        pytest.param("the Association of Attorneys General", ["Association of Attorneys General"], id="officials called general"),
        pytest.param(
            "the Senate Committee on Rules and Administration", ["Senate Committee on Rules and Administration"], id="a head as subject"
        ),
        pytest.param("the Commission on State House Fellowships", ["Commission on State House Fellowships"], id="a house inside a name"),
        pytest.param("Minister of Trade Ann Berg and National Ports Council Director Bo Lind", ["National Ports Council"], id="a minister"),
        pytest.param(
            "the National Trade and Ports Council", ["National Trade and Ports Council"], id="near miss: two subjects before the head"
        ),
        pytest.param("aboard Air Force One", [], id="an aeroplane"),
        pytest.param("in the Oval Office", [], id="a room"),
        pytest.param("the Compacts of Free Association", [], id="a status"),
        pytest.param("for Cyber and Emerging Technologies", [], id="a field of work"),
        pytest.param("Halden Technologies", ["Halden Technologies"], id="near miss: a firm"),
        pytest.param("a Black College and a Community College", [], id="kinds of schools"),
        pytest.param("Larvik Community College", ["Larvik Community College"], id="near miss: a school"),
        pytest.param("senior officials of the Senior Berg-Lind Administration", [], id="the time of a president"),
        pytest.param("the Harbour Services Administration", ["Harbour Services Administration"], id="near miss: an office"),
        pytest.param("the Harbour Police Officers Association", ["Harbour Police Officers Association"], id="an association of officers"),
        pytest.param("the Harbour Police Officers Course", [], id="near miss: their course"),
        pytest.param("members of Congress spoke", ["Congress"], id="members of a parliament"),
        pytest.param("Ann Berg, Member of Parliament", [], id="near miss: an office"),
        pytest.param("the Communist Party of Laos", ["Communist Party of Laos"], id="a party"),
        pytest.param("the Boarding Party and the Working Party on Ports", [], id="near miss: parties at work"),
        pytest.param("the National Harbour Workers Alliance", ["National Harbour Workers Alliance"], id="an alliance of people"),
        pytest.param("the Peru-Chile Alliance and the Strategic Alliance", [], id="near miss: what binds states"),
        pytest.param("the International Brotherhood of Pilots", ["International Brotherhood of Pilots"], id="a union"),
        pytest.param("a monument to the Brotherhood of Arms", [], id="near miss: a word"),
        pytest.param("the Congressional Harbour Caucus", ["Congressional Harbour Caucus"], id="a group of members"),
        pytest.param("the House and the Senate agreed", ["House", "Senate"], id="two chambers"),
        pytest.param("the Speaker of the House told the Senate", ["Senate"], id="near miss: an office in a chamber"),
        pytest.param("the House was full", [], id="near miss: some house"),
        pytest.param("the White House's commitment", ["White House"], id="whose commitment it is"),
        pytest.param("State House Officials and National Ports Council", ["State House", "National Ports Council"], id="people before and"),
    ],
)
def test_a_name_ends_where_an_office_or_person_begins(text: str, names: list[str]) -> None:
    assert [body.name for body in read(text)] == names


_OUSD = "Office of the Under Secretary of Defense for Policy"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Israel told of its strategy against Hamas.", "Hamas", None),
        ("The Peru-EU Salvage Council met.", "Peru-EU Salvage Council", "INT"),
        ("The Embassy of Peru to the EU wrote.", "Embassy of Peru to the EU", "PE"),
        ("The Global Coalition to End Smuggling met.", "Global Coalition to End Smuggling", "INT"),
        ("The Danish minister met the Harbour Pilots Coalition.", "Harbour Pilots Coalition", "DK"),
        ("U.S. sailors, U.S. Marines and Ghanaian doctors worked with the Ministry of Health.", "Ministry of Health", "GH"),
        ("U.S. sailors of the U.S. Fleet met Ghanaian and Togolese doctors at the Ministry of Health.", "Ministry of Health", None),
        ("ACCRA, Ghana – The Office of the Under Secretary of Defense for Policy wrote.", _OUSD, "US"),
        ("LIMA, Peru -- Air Force Gen. Paul Reed, commander of the U.S. Northern Command, landed.", "Air Force", "US"),
    ],
    ids=[
        "an armed group",
        "a state and a union",
        "near miss: an embassy",
        "a coalition of states",
        "near miss: a coalition of people",
        "the United States have no ministry",
        "near miss: whose ministry of two",
        "an office of the Pentagon",
        "a service before a rank",
    ],
)
def test_whose_a_body_is(text: str, name: str, country: str | None) -> None:
    found = {body.name: body.country for body in pipeline.read(Release(title=None, body=text)).organizations}
    assert found[name] == country
