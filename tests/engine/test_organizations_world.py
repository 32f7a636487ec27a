"""Names of bodies as ministries of many states print them: hits, and near misses beside them."""

from __future__ import annotations

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations
from ingest.engine.types import Organization, Release


def read(body: str, publisher: str | None = None) -> tuple[Organization, ...]:
    release = Release(title=None, body=body, publisher=publisher)
    return organizations.find(passages.of(release), release)


def found(body: str) -> list[tuple[str, str | None]]:
    return [(each.name, each.country) for each in read(body)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        pytest.param("the Armed Forces of Djibouti sailed", [("Armed Forces of Djibouti", "DJ")], id="a state named as its city"),
        pytest.param("the Police of Lima met", [], id="near miss: a city alone"),
        pytest.param("Peru met the Department of State.", [("Department of State", "US")], id="only one state calls it so"),
        pytest.param("Peru met the Peruvian Department of State.", [("Peruvian Department of State", "PE")], id="near miss: of another"),
        pytest.param(
            "Peru met the Bureau of Salvage of the Department of State.",
            [("Bureau of Salvage of the Department of State", "US")],
            id="a part of a body of the tables",
        ),
        pytest.param("Chile met the Fuel Office (FO) of Peru and Chile’s crew.", [("Fuel Office", "PE")], id="state behind the acronym"),
        pytest.param(
            "Peru met the U.S. Department of Forests’ Bureau of Salvage.",
            [("U.S. Department of Forests", "US"), ("Bureau of Salvage", "US")],
            id="owned by a department",
        ),
        pytest.param(
            "Peru met the Office of the Secretary of Defense for Policy.",
            [("Office of the Secretary of Defense for Policy", "US")],
            id="an office that one state alone calls so",
        ),
        pytest.param("Peru met the Ninth Coast Guard District.", [("Ninth Coast Guard District", "US")], id="a district of coast guards"),
        pytest.param("Peru met Carrier Strike Group 5.", [("Carrier Strike Group 5", "US")], id="a strike group with a number"),
        pytest.param("Peru met the 7th Fleet.", [("7th Fleet", "US")], id="a fleet with a number"),
        pytest.param("Fiji visited Larkmoor Air Force Base.", [], id="a base is no force"),
        pytest.param("Fiji visited the Larkmoor Air Force.", [("Larkmoor Air Force", "FJ")], id="near miss: a force"),
        pytest.param(
            "Fiji met the Office of the Secretary of Commerce.",
            [("Office of the Secretary of Commerce", "FJ")],
            id="near miss: an office that any state may have",
        ),
        pytest.param("the U.S. Coast Guard Pacific Area sailed", [("U.S. Coast Guard Pacific Area", "US")], id="area of a service"),
        pytest.param("an Extra Duty Allowance (EDA) is paid. The EDA is low.", [], id="letters that stand for something else here"),
        pytest.param("the European Defense Agency (EDA) met", [("European Defense Agency", "INT")], id="near miss: the body itself"),
        pytest.param(
            "The United Nations agreed, and the Security Council met.",
            [("United Nations", "INT"), ("Security Council", "INT")],
            id="council of the United Nations",
        ),
        pytest.param("Fiji spoke, and the Security Council met.", [("Security Council", "FJ")], id="near miss: council of a state"),
        pytest.param("the NATO Command Structure", [], id="structure of commands"),
        pytest.param("the Chief of Indian Naval Staff spoke", [], id="chief of a staff of a state"),
        pytest.param("the Indian Naval Staff spoke", [("Indian Naval Staff", "IN")], id="near miss: the staff"),
        pytest.param("at the Joint Force Headquarters in Peru", [("Joint Force Headquarters", "PE")], id="headquarters that is a staff"),
        pytest.param("the Harbor Policy Sector of Peru", [("Harbor Policy Sector of Peru", "PE")], id="sector of a ministry"),
        pytest.param("the Security Sector of Peru", [], id="near miss: a sector of life"),
        pytest.param("the Ministry of Disaster Management and Relief", [("Ministry of Disaster Management and Relief", None)], id="relief"),
        pytest.param("the Agency for Ports on the Salvage Situation", [("Agency for Ports", None)], id="what a call was about"),
        pytest.param("at the Ministry of Salvage Headquarters in Peru", [("Ministry of Salvage", "PE")], id="where a ministry sits"),
        pytest.param(
            "the Multinational Division South-East Headquarters", [("Multinational Division South-East", "INT")], id="staff of a known unit"
        ),
        pytest.param("at NATO Headquarters", [], id="near miss: a building"),
        pytest.param("the Joint Training Unit Peru", [("Joint Training Unit Peru", "PE")], id="state behind a unit"),
        pytest.param("two NATO Joint Force Commands agreed", [], id="commands that are counted"),
        pytest.param("the Baltic Battalion of Latvia sailed", [("Baltic Battalion of Latvia", "INT")], id="unit of the Baltic states"),
        pytest.param("Russia’s Baltic Fleet sailed", [("Baltic Fleet", "RU")], id="near miss: fleet of one state"),
        pytest.param(
            "Fiji met the United States (US) Southern Command.", [("United States (US) Southern Command", "US")], id="letters of the state"
        ),
        pytest.param(
            "Fiji met the Peruvian Army, Navy and Coast Guard.",
            [("Peruvian Army", "PE"), ("Navy", "PE"), ("Coast Guard", "PE")],
            id="services listed behind the first",
        ),
        pytest.param(
            "Fiji met the Peruvian Army, Navy Captain Roca and others.", [("Peruvian Army", "PE"), ("Navy", "PE")], id="before a rank"
        ),
        pytest.param(
            "Fiji met the chief of the US Southern Command, Navy Admiral Roca.",
            [("US Southern Command", "US"), ("Navy", "US")],
            id="officer behind a command",
        ),
        pytest.param("Fiji met the Peruvian Army, Navy Island and others.", [("Peruvian Army", "PE")], id="near miss: an island"),
        pytest.param("Australia and Fiji met. The ADF sailed.", [("ADF", "AU")], id="letters that partners know"),
        pytest.param("Fiji and Peru met. The ADF sailed.", [], id="near miss: letters of nobody named"),
        pytest.param(
            "the Arab Coalition to Support Salvage in Yemen",
            [("Arab Coalition to Support Salvage in Yemen", "INT")],
            id="coalition of states",
        ),
        pytest.param("the 9th Army to Army Staff Talks (AAST) in Fiji", [], id="talks of armies"),
        pytest.param("the Office of the Chief Coroner in Fiji", [("Office of the Chief Coroner", "FJ")], id="office of a coroner"),
        pytest.param("Fiji’s Director Personnel Administration of the Fleet", [], id="what an officer is director of"),
        pytest.param("a U.S. Naval Forces Africa-led drill", [("U.S. Naval Forces Africa", "US")], id="led by a command"),
        pytest.param(
            "Fiji met Peruvian Army divers assigned to the 2nd Battalion, 4th Rifle Regiment, 9th Salvage Brigade.",
            [("Peruvian Army", "PE"), ("2nd Battalion, 4th Rifle Regiment", "PE"), ("9th Salvage Brigade", "PE")],
            id="units of those who are assigned to them",
        ),
        pytest.param(
            "Fiji met Peru’s 4th Rapid Salvage Brigade and 43rd Airborne Battalion.",
            [("4th Rapid Salvage Brigade", "PE"), ("43rd Airborne Battalion", "PE")],
            id="two units of one state",
        ),
        pytest.param(
            "the Peruvian 26/88th Mixed Light Battalion", [("Peruvian 26/88th Mixed Light Battalion", "PE")], id="number with a stroke"
        ),
        pytest.param("the U.S. Army Garrison Italy trained", [("U.S. Army Garrison Italy", "US")], id="garrison abroad"),
        pytest.param("at the 42nd General Border Committee", [("General Border Committee", None)], id="meetings that are counted"),
        pytest.param("the 42nd General Staff Brigade", [("42nd General Staff Brigade", None)], id="near miss: a unit that is counted"),
        pytest.param("Fiji met No. 5 Squadron.", [("No. 5 Squadron", "FJ")], id="number of a squadron"),
        pytest.param(
            "Fiji met the Rescue Training Centre New Zealand.", [("Rescue Training Centre New Zealand", "NZ")], id="state behind a centre"
        ),
        pytest.param("Fiji and Maritime New Zealand met.", [("Maritime New Zealand", "NZ")], id="subject before New Zealand"),
        pytest.param("Fiji and northern New Zealand met.", [], id="near miss: a part of New Zealand"),
        pytest.param("Fiji met the Chief of Peru’s Army Staff.", [], id="chief of a state’s staff"),
        pytest.param(
            "the Peruvian Ministry of Defence Salvage Organisation (DSO) met",
            [("Peruvian Ministry of Defence Salvage Organisation", "PE")],
            id="part of a ministry under its own letters",
        ),
        pytest.param(
            "The Mechanized Brigade of the Peruvian Army met. The Mechanised Brigade of the Peruvian Army left.",
            [("Mechanized Brigade of the Peruvian Army", "PE")],
            id="two spellings",
        ),
        pytest.param("a Visit Board Search and Seizure drill", [], id="boarding is no board"),
        pytest.param("Peru met the Ministry of national defence.", [("Ministry of national defence", "PE")], id="subject in small letters"),
        pytest.param("Peru met a Ministry of some rank.", [], id="near miss: no subject"),
        pytest.param(
            "Fiji joined the Joint Harbor Commission on defence and security.",
            [("Joint Harbor Commission on defence and security", "INT")],
            id="commission on small subjects",
        ),
        pytest.param(
            "a paper of the Ministry of Defense of Peru on Harbor Defense",
            [("Ministry of Defense of Peru", "PE")],
            id="a ministry has its subject behind of",
        ),
        pytest.param(
            "the General Staff of the Peruvian People’s Army (PPA)",
            [("General Staff of the Peruvian People’s Army", "PE"), ("Peruvian People’s Army", "PE")],
            id="letters of a people’s army",
        ),
        pytest.param(
            "the Commander of Standing NATO Maritime Group One", [("Standing NATO Maritime Group One", "INT")], id="standing, and counted"
        ),
        pytest.param("the Supreme Council of the GCC Leaders", [("Supreme Council of the GCC Leaders", "INT")], id="council of leaders"),
        pytest.param(
            "Peru met the Guard and the National Guard of Ohio.", [("National Guard of Ohio", "US")], id="guard of a state of the US"
        ),
        pytest.param(
            "Peru joined the Experts’ Working Group on Maritime Salvage Action.",
            [("Experts’ Working Group on Maritime Salvage Action", "PE")],
            id="plain words are no person’s name",
        ),
        pytest.param(
            "Fiji joined the Harbor Verification and Monitoring Mechanism.",
            [("Harbor Verification and Monitoring Mechanism", "FJ")],
            id="mechanism of observers",
        ),
        pytest.param("Fiji praised the Consultation Mechanism.", [], id="near miss: a way to talk"),
        pytest.param("Fiji met the Zubaland Marine Police Force.", [("Zubaland Marine Police Force", "FJ")], id="police of a region"),
        pytest.param("Fiji met a Security Police Force.", [], id="near miss: any police"),
        pytest.param("General de Corps d’Armée Hery Rako of Fiji spoke.", [], id="a rank in French"),
        pytest.param("The Minister of Armed Forces of Fiji spoke.", [], id="what a minister is minister of"),
        pytest.param("Major General of Medical Service Ana Popa of Fiji spoke.", [], id="a rank with its branch"),
        pytest.param("The Medical Service of Fiji spoke.", [("Medical Service of Fiji", "FJ")], id="near miss: the branch"),
        pytest.param("Fiji met the Peruvian Navy Condor Class Corvette Roca.", [("Peruvian Navy", "PE")], id="navy of a class of ships"),
        pytest.param("Fiji met the Peruvian Navy Ship Roca.", [], id="near miss: a ship"),
        pytest.param("Peru met the National Diving College Fiji.", [("National Diving College Fiji", "FJ")], id="state behind a college"),
        pytest.param(
            "Peru met at the Staff College Fiji Army officers.",
            [("Staff College", "PE"), ("Fiji Army", "FJ")],
            id="near miss: state of the next body",
        ),
        pytest.param("Peru met the Fiji Staff College Delegates.", [("Fiji Staff College", "FJ")], id="a plain word is no seat"),
        pytest.param("Fiji met the US I Marine Expeditionary Force.", [("US I Marine Expeditionary Force", "US")], id="Roman one"),
        pytest.param(
            "Fiji met the 1st Fuel and Salvage Services (FSS) Brigade.",
            [("1st Fuel and Salvage Services (FSS) Brigade", "FJ")],
            id="letters inside a name",
        ),
        pytest.param("Fiji visited a Military Unit.", [], id="any unit"),
        pytest.param(
            "Fiji met the Multinational Division North-East HQ.",
            [("Multinational Division North-East", "INT")],
            id="region that goes on behind a known unit",
        ),
        pytest.param("Fiji met him at the Army Headquarters.", [("Army Headquarters", "FJ")], id="headquarters of the army at home"),
        pytest.param("In Fiji two Army Headquarters agreed.", [], id="near miss: two of them"),
        pytest.param("Fiji met the Office of the Defence Attaché.", [("Office of the Defence Attaché", "FJ")], id="office of an attaché"),
        pytest.param(
            "Fiji met the Peruvian Salvage Forces’s (PSAF) divers. The PSAF agreed.",
            [("Peruvian Salvage Forces", "PE")],
            id="letters behind a possessive",
        ),
        pytest.param(
            "Fiji met Nordvik Marine, a leading Peruvian shipbuilder.", [("Nordvik Marine", "PE")], id="what a firm is, behind it"
        ),
        pytest.param("Fiji met Ada Moss, a Peruvian company commander.", [], id="near miss: an officer"),
        pytest.param("Fiji told the state agency Nordnyt.", [("Nordnyt", "FJ")], id="name behind agency"),
        pytest.param("Fiji told an agency Nordnyt knows.", [], id="near miss: any agency"),
        pytest.param("SUVA, July 6 (Xinhua) -- Fiji met him.", [], id="near miss: agency of the dateline"),
        pytest.param("Fiji met him, Xinhua reported.", [("Xinhua", "CN")], id="agency that reports"),
        pytest.param("Fiji met the Peruvian Correctional Services.", [("Peruvian Correctional Services", "PE")], id="services of prisons"),
    ],
)
def test_bodies_are_read_with_their_states(text: str, bodies: list[tuple[str, str | None]]) -> None:
    assert found(text) == bodies


def test_a_school_of_the_service_is_not_the_service() -> None:
    assert [body.aliases for body in read("Peru sent the Diving School of the Navy. The Navy agreed.")] == [(), ()]


def test_embassies_of_one_state_in_one_state_are_one() -> None:
    (embassy,) = read("The U.S. Embassy in Quito gave it. The U.S. Embassy in Ecuador thanked him.")
    assert "U.S. Embassy in Quito" in (embassy.name, *embassy.aliases)
    assert len(read("The U.S. Embassy in Quito gave it. The U.S. Embassy in Peru thanked him.")) == 2


def test_the_training_centre_of_the_armed_forces_is_a_body_of_its_own() -> None:
    text = "The Republic of Chad Armed Forces met. The Republic of Chad Armed Forces Training Center opened."
    assert [body.name for body in read(text)] == ["Republic of Chad Armed Forces", "Republic of Chad Armed Forces Training Center"]


def test_a_short_form_is_the_body_that_goes_on_behind_it() -> None:
    (school,) = read("Peru opened the Military School “Ada Moss”. The Military School has cadets.")
    assert school.aliases == ("Military School",)
    staffs = read("Fiji met the Salvage Staff of the Peruvian Army. Fiji has a Salvage Staff.")
    assert len(staffs) == 2


def test_a_ministry_far_behind_another_states_is_the_one_named_with_the_state_at_home() -> None:
    text = "Guests came to the Ministry of Defence of Fiji. " + "They spoke of salvage. " * 20
    bodies = read("The Ministry of Defence of Peru met here. " + text + "The Ministry of Defence agreed.", "Navy of Peru")
    assert [(body.name, body.country) for body in bodies] == [("Ministry of Defence of Peru", "PE"), ("Ministry of Defence of Fiji", "FJ")]


@pytest.mark.parametrize(
    ("body", "name", "code"),
    [
        ("She congratulated South Africa on the vote of its people, and the National Assembly of 400.", "National Assembly", "ZA"),
        ("Peru and Peruvian voters trust the Independent Electoral Commission, as Chile noted.", "Independent Electoral Commission", "PE"),
        ("Peru and Chile praised the Ministry of Health.", "Ministry of Health", None),
        ("Peru praised the Bureau of Salvage.", "Bureau of Salvage", "US"),
    ],
    ids=["the one other state", "the one named most", "near miss: two alike", "near miss: a body that they may have"],
)
def test_the_united_states_have_no_ministries_and_no_assembly(body: str, name: str, code: str | None) -> None:
    bodies = {each.name: each.country for each in read(body, publisher="The White House, Washington, United States")}
    assert bodies[name] == code


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Officials of the Ministry of Ports and the Environment came.", "Ministry of Ports and the Environment"),
        ("Officials of the Ministry of Ports and the Environment Agency came.", "Ministry of Ports"),
        ("Officials of the Ministry of Ports and the Minister came.", "Ministry of Ports"),
    ],
)
def test_a_field_that_keeps_its_article(body: str, name: str) -> None:
    assert name in [each.name for each in read(body, "Navy of Peru")]
