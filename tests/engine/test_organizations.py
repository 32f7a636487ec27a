"""Names of bodies: where they begin and end, what is none, and which of them are one."""

from __future__ import annotations

import pytest

from ingest.engine import passages, pipeline
from ingest.engine.rules import organizations
from ingest.engine.types import Evidence, Organization, Person, Release
from tests.engine.growth import is_steady


def read(body: str, title: str = "", publisher: str | None = None) -> tuple[Organization, ...]:
    release = Release(title=title, body=body, publisher=publisher)
    return organizations.find(passages.of(release), release)


def names(body: str, title: str = "") -> list[str]:
    return [body.name for body in read(body, title)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("He leads the Ministry of Defence.", "Ministry of Defence", id="head with a complement"),
        pytest.param("He leads the Ministry of Defence of Uruguay.", "Ministry of Defence of Uruguay", id="state behind"),
        pytest.param("the Paraguayan Ministry of National Defense said", "Paraguayan Ministry of National Defense", id="demonym before"),
        pytest.param("the Ministry of Trade, Industry and Tourism", "Ministry of Trade, Industry and Tourism", id="list of subjects"),
        pytest.param("the Federal Office for Civil Protection and Disaster Assistance", None, id="subjects joined by and"),
        pytest.param("the Food and Veterinary Agency", "Food and Veterinary Agency", id="and before the head"),
        pytest.param("the General Staff of the Tunisian Armed Forces", None, id="a body of a body"),
        pytest.param("the Department for arms control and verification", None, id="subjects in small letters"),
        pytest.param("the Embassy of Chile in Oslo", "Embassy of Chile in Oslo", id="embassy with its seat"),
        pytest.param("the Office of the Prime Minister Anna Berg", "Office of the Prime Minister", id="the holder's name stays out"),
        pytest.param("the Office of the Under Secretary of Defense for Policy", None, id="office of an official of an office"),
        pytest.param("the Royal Norwegian Navy", "Royal Norwegian Navy", id="royal service"),
        pytest.param("the Armed Forces of Malta", "Armed Forces of Malta", id="service with its state behind"),
        pytest.param("a U.S. Marine Corps Brigadier General", "U.S. Marine Corps", id="service before a rank"),
        pytest.param("U.S. Forces Japan hosted", "U.S. Forces Japan", id="state where forces stand"),
        pytest.param("the 12th Mechanized Brigade", "12th Mechanized Brigade", id="unit with a number"),
        pytest.param("the 44th Air Base “Colonel Ion Pop” hosted", "44th Air Base “Colonel Ion Pop”", id="unit with a name of honor"),
        pytest.param("ships of Task Force 65", "Task Force 65", id="number behind"),
        pytest.param("the 7 (Danish/Polish) Corps met", "7 (Danish/Polish) Corps", id="states in brackets behind a number"),
        pytest.param("members of Joint Task Force-Delta", "Joint Task Force-Delta", id="suffix of a task force"),
        pytest.param("the High Commission of India in Dhaka", None, id="high commission with its seat"),
        pytest.param("the Coastal Services Command & Staff College", "Coastal Services Command & Staff College", id="sign inside a head"),
        pytest.param("the Hydrographic Service of the Navy (HSN)", "Hydrographic Service of the Navy", id="service with an acronym"),
        pytest.param("the Fenland News Agency reported", "Fenland News Agency", id="agency that reports"),
        pytest.param("the District of Columbia National Guard", None, id="district that is no state"),
        pytest.param("the Omani Armed Forces Staff Lieutenant General", "Omani Armed Forces", id="rank behind that begins with a staff"),
        pytest.param("a U.S. Army Command Sgt. Maj.", "U.S. Army", id="rank behind that begins with a command"),
        pytest.param("the Emiri Air Force trained", "Emiri Air Force", id="service of an emir"),
        pytest.param("the Ghana Armed Forces Command and Staff College", None, id="the last head of a run"),
        pytest.param("the Joint Chiefs of Staff agreed", "Joint Chiefs of Staff", id="joint chiefs"),
        pytest.param("the Directorate of the General Staff", None, id="a directorate with its staff"),
        pytest.param("Orsk Marine Systems, Inc. and others", None, id="no head before the form of the firm"),
        pytest.param("Nordvik Shipbuilding, Ltd. signed", "Nordvik Shipbuilding, Ltd", id="firm with its form"),
        pytest.param("a session of Parliament", "Parliament", id="body that needs nothing before it"),
        pytest.param("the Lao People's Army", "Lao People's Army", id="possessive inside the name"),
        pytest.param("the Malaysia-Indonesia General Border Committee", None, id="two states before"),
        pytest.param("NATO-led troops", "NATO", id="known name in a compound"),
        pytest.param("the White House announced it", "White House", id="seat that acts"),
        pytest.param("the 21 Wing Harrow", "21 Wing Harrow", id="place behind a numbered wing"),
        pytest.param("the 9 Mine and Rescue Squadron", None, id="and inside a numbered unit"),
        pytest.param("B&K University", "B&K University", id="letters tied by a sign"),
        pytest.param("St. Olave’s College", "St. Olave’s College", id="saint's college"),
        pytest.param("the Chief Prosecutor’s Office", None, id="office of an official"),
        pytest.param("the Marshal Brankov Military Academy", None, id="rank in the name of an academy"),
        pytest.param("the Amina bint Yusuf Military School", None, id="particle in the name of a school"),
        pytest.param("the Council of Defence Ministers", None, id="council of officials"),
        pytest.param("the Committee of Chiefs of Naval Staff", None, id="committee of chiefs"),
        pytest.param("the African Union Delegation in Chad", None, id="delegation of an organization of states"),
        pytest.param("the Armed Forces Division", None, id="part of a service"),
        pytest.param("the Commission Against Corruption", None, id="against"),
        pytest.param("the chief of Sector West", "Sector West", id="sector of a mission"),
        pytest.param("the Ottley General Hospital", None, id="hospital"),
        pytest.param("the Presidential Guard", None, id="guard of a president"),
        pytest.param("the Royal Guard of Oman", None, id="guard of a state"),
        pytest.param("the Chancellery of the Prime Minister", None, id="chancellery of a holder of office"),
        pytest.param("the Bulgarian Defence Attaché Office", None, id="office of an attaché"),
        pytest.param("the Joint Chiefs of Staff Committee", None, id="committee of chiefs of staff"),
        pytest.param("the Danish Embassy Lima hosted", "Danish Embassy Lima", id="embassy before its town"),
        pytest.param("the Danish Consulate General in Lima", None, id="consulate general"),
        pytest.param("the Deputy Ministry of Ports", None, id="deputy ministry"),
        pytest.param("the King Harald Military College", None, id="college of a king"),
        pytest.param("the Sultan's Armed Forces", None, id="forces of a sultan"),
        pytest.param("the Tonga Peoples' Defence Forces", None, id="forces of the peoples"),
        pytest.param("the Tonga Red Cross Society", None, id="state before a known body"),
        pytest.param("the Rocky Corps", None, id="corps with a name"),
        pytest.param("the Railway Troops", None, id="troops with their trade"),
        pytest.param("the Danish Army Bridge Formation", None, id="formation of a service"),
        pytest.param("the General Maritime Directorate", None, id="general before a subject"),
        pytest.param("the Military Academy “Ion Pop” hosted", "Military Academy “Ion Pop”", id="academy with a name of honor"),
        pytest.param("the Army Polytechnic School", None, id="polytechnic school"),
        pytest.param("the Department of ASEAN Affairs", None, id="known body among the subjects"),
        pytest.param("the National Navy trained", "National Navy", id="national navy"),
        pytest.param("the Joint Peace Force “Luna” trained", "Joint Peace Force “Luna”", id="force with a name of honor"),
        pytest.param("the Westmark Home Guard District 17", None, id="numbered district"),
        pytest.param("the Battle Group Latvia arrived", "Battle Group Latvia", id="state where a battle group stands"),
        pytest.param("the Infantry School Ottley hosted", "Infantry School Ottley", id="place behind a school"),
        pytest.param("the Command and General Staff College", None, id="long head by itself"),
        pytest.param("the uMkhaya Municipality", None, id="capital behind a prefix in small letters"),
        pytest.param("with Ottley Peru S.A. in town", "Ottley Peru S.A", id="state inside the name of a firm"),
        pytest.param("with Fjordvik AS of Narvik", "Fjordvik AS", id="form of a firm that is a plain word"),
        pytest.param("with PT Samudra Indonesia, before", "PT Samudra Indonesia", id="form before the name of a firm"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str | None) -> None:
    wanted = name or text.removeprefix("the ").removeprefix("a ")
    if text.startswith("Orsk"):
        wanted = "Orsk Marine Systems, Inc"
    assert names(text)[0].rstrip(".") == wanted.rstrip(".")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the Minister of Defence and Veterans Affairs", id="an office is no body"),
        pytest.param("the Chief of Defence Staff and the Chief of the Air Staff", id="chiefs of staffs"),
        pytest.param("the Minister for the Armed Forces and the Secretary of the Navy", id="services in offices"),
        pytest.param("the General of the Army spoke", id="service in a rank"),
        pytest.param("two Army Headquarters near Navy Island", id="service before a plain name"),
        pytest.param("the Ministry said so, and the Committee agreed", id="bare heads"),
        pytest.param("the Romanian government and the Reyes Administration", id="governments"),
        pytest.param("an inspection of the Guard of Honour", id="guard of honor"),
        pytest.param("the UN Charter and the G7 Joint Declaration", id="documents"),
        pytest.param("the 5th Joint Commission Meeting", id="occasion"),
        pytest.param("the NATO Summit in Madrid", id="summit"),
        pytest.param("a ceremony at the White House", id="seat as a place"),
        pytest.param("landed at Kestrel Air Base", id="base as a place"),
        pytest.param("landed at Incirlik Air Base", id="base named for a known town"),
        pytest.param("the Principal Staff Officer and a Member of Parliament for Leeds", id="office with a head inside"),
        pytest.param("met his National Security Team", id="people around an official"),
        pytest.param("the Chiefs of Defence Staff of Benin and Ghana", id="officials of several states"),
        pytest.param("the Chief of Defence Force Lieutenant-General Ade Lim", id="chief of a force before a rank"),
        pytest.param("the Romanian Delegation in Chad", id="delegation of a state"),
        pytest.param("command and control of the force", id="small letters"),
        pytest.param("on the margins of the UN General Assembly", id="yearly gathering"),
        pytest.param("on the margins of the ASEAN Defence Ministers' Meeting-Plus", id="gathering with a longer name"),
        pytest.param("at the Lima Convention Center", id="hall"),
        pytest.param("the Diplomatic Corps and the Joint Troops attended", id="corps and troops without a name"),
        pytest.param("the Deputy Minister and the Vice President", id="deputies"),
        pytest.param("Drills went well. As Peru, Chile trained. THEY TRAIN AS ONE", id="as, a plain word"),
        pytest.param("a PT of ours, and JSC alone", id="form without a firm"),
        pytest.param("the Chief of Navy spoke", id="chief of a service"),
    ],
)
def test_what_is_no_body_is_left(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "the Ministry of Defence and the Ministry of Interior", ["Ministry of Defence", "Ministry of Interior"], id="two ministries"
        ),
        pytest.param("the Ministry of Defence and Admiral Lopez", ["Ministry of Defence"], id="a person behind and"),
        pytest.param(
            "Harbor Intelligence and Headquarters Northern Command",
            ["Headquarters Northern Command"],
            id="a head right behind and",
        ),
        pytest.param("Major General Security Adviser of the Oslo Command", ["Oslo Command"], id="general as a rank"),
        pytest.param("the Ministry of Defence and Peru", ["Ministry of Defence"], id="a state behind and"),
        pytest.param("Chad's Ministry of Justice", ["Ministry of Justice"], id="possessive state stays out"),
        pytest.param("the Office of Drug Control Policy Director Adam Reed", ["Office of Drug Control Policy"], id="an office behind"),
    ],
)
def test_a_name_ends_where_another_begins(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_headline_in_capitals_tells_no_grammar_but_known_names() -> None:
    assert names("They met.", title="MINISTER VISITS NATO AND THE NAVAL ACADEMY") == ["NATO"]


def test_verb_of_a_headline_is_no_part_of_a_name() -> None:
    assert names("They met.", title="General Inspects Naval Academy During Visit") == ["Naval Academy"]


def test_acronym_in_brackets_is_an_alias_and_found_again() -> None:
    (agency,) = read("The Forest Protection Agency (FPA) met. Later the FPA agreed.")
    assert (agency.name, agency.aliases) == ("Forest Protection Agency", ("FPA",))
    assert [at.rule for at in agency.mentions] == ["organizations.head", "organizations.acronym", "organizations.acronym"]


def test_spellings_and_orders_of_one_ministry_are_one_body() -> None:
    (ministry,) = read("The Latvian Ministry of Defence spoke. Latvia's Defense Ministry agreed. The Ministry of Defence of Latvia signed.")
    assert ministry.name == "Ministry of Defence of Latvia"
    assert ministry.country == "LV"


def test_ministries_of_two_states_are_two_bodies() -> None:
    assert [body.country for body in read("The Latvian Ministry of Defence and the Danish Ministry of Defence met.")] == ["LV", "DK"]


def test_ministry_of_the_publisher_is_told_from_a_guests() -> None:
    text = "The Ministry of Defence and the Danish Ministry of Defence signed. The Ministry of Defence agreed."
    assert [(body.country, len(body.mentions)) for body in read(text, publisher="Peru")] == [("PE", 2), ("DK", 1)]


def test_ministry_named_in_full_later_is_no_second_one() -> None:
    (ministry,) = read("The Ministry of Defence hosted. The Peruvian Ministry of Defence agreed.", publisher="Peru")
    assert (ministry.country, len(ministry.mentions)) == ("PE", 2)


def test_service_of_a_commander_is_named_before_his_rank() -> None:
    assert names("Commander of the Land Forces General Ali Bey and Commander of the Army Band General Ito spoke.") == ["Land Forces"]


def test_name_with_the_owner_before_it_is_the_same_body() -> None:
    _, force = read("He leads NATO's Harbor Task Force (HTF). The NATO Harbor Task Force sailed.")
    assert force.aliases == ("Harbor Task Force", "HTF")


def test_short_form_belongs_to_the_one_longer_name() -> None:
    (staff,) = read("The Hellenic National Defence General Staff hosted. The General Staff agreed.")
    assert staff.aliases == ("General Staff",)


def test_a_part_of_a_body_is_a_body_of_its_own() -> None:
    assert names("The General Staff of the Tunisian Armed Forces met the Tunisian Armed Forces.") == [
        "General Staff of the Tunisian Armed Forces",
        "Tunisian Armed Forces",
    ]


def test_full_name_and_acronym_of_an_alliance_are_one_body() -> None:
    (alliance,) = read("NATO agreed. The North Atlantic Treaty Organization acts.")
    assert (alliance.name, alliance.aliases, alliance.country) == ("North Atlantic Treaty Organization", ("NATO",), "INT")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Peru's Ministry of Justice spoke.", "PE", id="possessive before"),
        pytest.param("Peruvian officers of the General Staff spoke.", "PE", id="demonym before"),
        pytest.param("The Alaska National Guard trains.", "US", id="US state"),
        pytest.param("The Peru-Chile Joint Commission met.", "INT", id="two states"),
        pytest.param("The Embassy of Peru in the United States.", "PE", id="embassy of one in another"),
        pytest.param("The Trilateral Security Committee met.", "INT", id="kept by several states"),
        pytest.param("The General Staff met.", "SE", id="the publisher's, where nothing else is told"),
        pytest.param("He lectured at the Air Force College, Quito.", "EC", id="the city's behind the name"),
        pytest.param("Canada hosts him at the Naval Academy in Kingston.", "SE", id="not a town's namesake in a state not named"),
        pytest.param("The head of the Department of Logistics under the Lao Ministry of Defence came.", "LA", id="part of a foreign body"),
        pytest.param("A colonel of the Training Directorate (TD) of the Peruvian Army came.", "PE", id="part of a foreign service"),
        pytest.param("The Signals Directorate at the German border met.", "SE", id="no part of a body"),
        pytest.param("The Joint Standing Committee on Defence met.", "SE", id="committee of one parliament"),
        pytest.param(
            "The U.S. Ambassador to Mexico Ada Reed, Secretary for the Bureau of Law Enforcement.", "SE", id="not where an envoy is sent"
        ),
        pytest.param("A Cameroonian delegation at the General Staff spoke.", "SE", id="not the guest's"),
        pytest.param("The Virginia State University spoke.", "US", id="US state that is a town elsewhere"),
        pytest.param("The West African Health Commission met.", "INT", id="part of a continent"),
        pytest.param("The Indo-Pacific Command met.", "US", id="command of one state, without it"),
        pytest.param("Combined Task Force 190 sailed.", "INT", id="task force of several navies"),
        pytest.param("The Wessel Military Institute trains.", "SE", id="school of the military"),
    ],
)
def test_country_is_taken_from_the_text(text: str, country: str) -> None:
    assert read(text, publisher="Swedish Armed Forces")[0].country == country


def test_a_generic_name_without_any_state_has_no_country() -> None:
    assert read("The Ministry of Defence met.")[0].country is None


def test_a_body_that_anyone_may_found_is_not_given_the_country_of_the_release() -> None:
    assert [body.country for body in read("Ashgrove University and the Cyber Command met.", publisher="Swedish Armed Forces")] == [
        None,
        "SE",
    ]


def test_acronym_belongs_to_the_body_that_it_stands_for() -> None:
    commission, union = read("The Commission of the African Union (AU) met.")
    assert (commission.aliases, union.name) == ((), "African Union")


def test_known_body_and_its_own_body_abroad_are_told_apart() -> None:
    assert names("the Royal Air Force and the Royal Jordanian Air Force") == ["Royal Air Force", "Royal Jordanian Air Force"]


def test_officials_tell_the_country_of_their_body() -> None:
    release = Release(title="", body="Col. Ana Ruiz, Ministry of Defence, spoke.")
    both = passages.of(release)
    official = Person("Ana Ruiz", organization="Ministry of Defence", country="PE", mentions=(Evidence(5, 13, "people.x"),))
    (ministry,) = organizations.complete(organizations.find(both, release), (official,), both, release)
    assert ministry.country == "PE"


def test_a_body_inside_the_name_of_a_person_is_dropped() -> None:
    release = Release(title="", body="Mr. Parliament Moyo spoke.")
    both = passages.of(release)
    official = Person("Parliament Moyo", mentions=(Evidence(4, 19, "people.x"),))
    assert organizations.complete(organizations.find(both, release), (official,), both, release) == ()


@pytest.mark.parametrize(
    ("office", "country"),
    [
        pytest.param("head of the Cooperation Division, Ministry of Defence", "PE", id="part within the office"),
        pytest.param("head of delegation", "SE", id="named elsewhere"),
    ],
)
def test_officials_tell_the_country_of_the_part_in_which_they_serve(office: str, country: str) -> None:
    body = f"Col. Ana Ruiz, {office}, spoke at the Cooperation Division."
    release = Release(title="", body=body, publisher="Swedish Armed Forces")
    both = passages.of(release)
    at = (("position", Evidence(15, 15 + len(office), "people.x")),)
    official = Person("Ana Ruiz", country="PE", evidence=at, mentions=(Evidence(5, 13, "people.x"),))
    found = organizations.complete(organizations.find(both, release), (official,), both, release)
    assert next(each.country for each in found if each.name == "Cooperation Division") == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Adm. Lars Ek met Peruvian Minister of Defence Ana Ruiz in Lima at the Naval War Academy.", "PE", id="met at it"),
        pytest.param("Adm. Lars Ek visited Peru on 3 May and toured the Naval War Academy.", "PE", id="shown to guests"),
        pytest.param(
            "Adm. Lars Ek met Peruvian Minister of Defence Ana Ruiz in Lima and praised the Naval War Academy.", "SE", id="only named"
        ),
        pytest.param("Adm. Lars Ek spoke to Peruvian Minister of Defence Ana Ruiz by phone from the Naval War Academy.", "SE", id="a call"),
    ],
)
def test_a_body_is_of_the_state_in_which_guests_met_in_it(text: str, country: str) -> None:
    release = Release(title="", body=text, publisher="Swedish Armed Forces", language="en")
    found = pipeline.read(release).organizations
    assert next(each.country for each in found if each.name == "Naval War Academy") == country


def test_body_of_a_body_is_of_the_same_state() -> None:
    assert [body.country for body in read("Danish staff met the Norwegian Armed Forces’ Joint Command.")] == ["NO", "NO"]
    colonels = read("The Danish Navy (DN) met Peru. Swedish officers of the DN's Diving School came.", publisher="Peruvian Navy")
    assert [body.country for body in colonels] == ["DK", "DK"]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("Ab Force ", id="capital words and heads"),
        pytest.param("General Staff Headquarters ", id="heads alone"),
        pytest.param("Ab Cd (ABCD) ", id="acronyms"),
        pytest.param("Minister of the Army Office’s ", id="possessives"),
        pytest.param("Council of the Coastal Union (CU) ", id="acronyms of complements"),
    ],
)
def test_time_grows_no_faster_than_a_text_of_capitals(piece: str) -> None:
    assert is_steady(read, piece)


def test_time_grows_no_faster_than_the_text() -> None:
    assert is_steady(read, "The Ministry of Defence of Peru and the Chilean Navy met the Committee on Trade. ")


def test_a_service_without_its_state_is_that_of_the_state_at_hand() -> None:
    assert [(body.name, body.country) for body in read("Boats of the Navy sailed.", publisher="Peru")] == [("Navy", "PE")]


def test_a_service_without_its_state_is_the_one_named_elsewhere() -> None:
    (navy,) = read("Boats of the Navy sailed. The Peruvian Navy has many.")
    assert (navy.name, navy.aliases, len(navy.mentions)) == ("Peruvian Navy", ("Navy",), 2)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The visitor, Army Gen. Ada Moss, spoke.", "Army", id="before a rank"),
        pytest.param("It allows Coast Guard crews to act.", "Coast Guard", id="before its people"),
        pytest.param("the commander of the National Police", "National Police", id="with its commander"),
        pytest.param("The MoD agreed.", "MoD", id="acronym that nobody spells out"),
        pytest.param("Officers of the Coast Guard came.", "Coast Guard", id="with its officers, who hold no office"),
        pytest.param("The head of the Border Police came.", "Border Police", id="with its head, behind an article with a capital"),
        pytest.param("the Fleet Air Arm trained", "Fleet Air Arm", id="of three words"),
        pytest.param("Peru's Coast Guard sailed", "Coast Guard", id="behind its state"),
        pytest.param("the Coastal Surveillance Service", "Coastal Surveillance Service", id="service of the coast"),
        pytest.param("the Mine Action Centre", "Mine Action Centre", id="centre against mines"),
        pytest.param("of Military Region 7", "Military Region 7", id="region with a number"),
        pytest.param("The Naval Region 3 Command sailed", "Naval Region 3 Command", id="command of a region with a number"),
        pytest.param("at the Army's Condor School", "Condor School", id="school of a service"),
        pytest.param("the Fuerzas Armadas de Honduras", "Fuerzas Armadas de Honduras", id="head in another language"),
        pytest.param("the Fuerza Aérea del Perú", "Fuerza Aérea del Perú", id="air force in another language"),
        pytest.param("at l’École Navale there", "École Navale", id="head behind an article without a blank"),
        pytest.param("the Universidade Federal do Sul", "Universidade Federal do Sul", id="university in another language"),
    ],
)
def test_bodies_without_a_state_are_named(text: str, name: str) -> None:
    assert name in names(text)


def test_the_ministry_is_the_publisher_where_no_ministry_is_named() -> None:
    (ministry,) = read("She thanked the Ministry.", publisher="Ministry of Defence of Fiji")
    assert (ministry.name, ministry.country) == ("Ministry of Defence of Fiji", "FJ")


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        pytest.param("She thanked the Ministry.", "Nordic Navy News", id="publisher is no ministry"),
        pytest.param("She thanked the Ministry.", None, id="no publisher"),
        pytest.param("(MoND) – Rain fell.", None, id="mark of an agency"),
        pytest.param("The Minister for the Armed Forces came.", None, id="what a minister is for"),
        pytest.param("A customs service needs staff.", None, id="service in small letters"),
    ],
)
def test_a_bare_office_of_nobody_is_left(text: str, publisher: str | None) -> None:
    assert all(body.name not in ("Ministry", "MoND") for body in read(text, publisher=publisher))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("UN Survey and Mapping Agency for Small Islands in the South Seas (UNSMA)", None, id="trailing words give no letter"),
        pytest.param("the Office for Western Waters and the Shoals (OWWAS)", "Office for Western Waters and the Shoals", id="and a region"),
        pytest.param("his call with the Board of Harbor Masters (BHM)", "Board of Harbor Masters", id="words before stay out"),
    ],
)
def test_an_acronym_tells_where_its_name_begins_and_ends(text: str, name: str | None) -> None:
    (body,) = read(text + " met.")
    assert body.name == (name or text.rpartition(" (")[0])
    assert body.aliases == (text.rpartition("(")[2].removesuffix(")"),)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the Agreement on Command Exchanges (ACE)", id="document"),
        pytest.param("the Medium Range Lift System (MRLS)", id="thing"),
    ],
)
def test_an_acronym_does_not_make_a_body(text: str) -> None:
    assert names(text) == []


def test_body_and_its_own_part_with_an_acronym_are_two() -> None:
    assert names("the Staff Department of the Central Harbor Commission (CHC)") == [
        "Staff Department of the Central Harbor Commission",
        "Central Harbor Commission",
    ]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param("Hamas spoke in Peru.", [None], id="armed group of no state"),
        pytest.param("Peru met Chile at the Harvard Kennedy School.", [None], id="name of a school that is a town's"),
        pytest.param("Ashgrove University in Peru met.", ["PE"], id="only one state is named"),
        pytest.param("Peru met Chile at Ashgrove University.", [None], id="more than one state is named"),
        pytest.param(
            "The Technical Committee on Safety (TCS) of the African Union met in Chad.", ["INT", "INT"], id="owned by an organization"
        ),
        pytest.param(
            "The Danish general called on the Chief of the Joint Staff in Fiji, of Fiji.", ["FJ"], id="guest before a host's office"
        ),
    ],
)
def test_state_of_a_body_without_one(text: str, countries: list[str | None]) -> None:
    assert [body.country for body in read(text)] == countries


def test_embassy_is_known_without_its_seat_too() -> None:
    (embassy,) = read("the U.S. Embassy in Quito spoke")
    assert (embassy.name, embassy.aliases) == ("U.S. Embassy in Quito", ("U.S. Embassy",))


def test_short_form_of_a_committee_is_no_second_one() -> None:
    assert names("The Coastal Defence Committee of the Riigikogu met. The Coastal Defence Committee agreed.") == [
        "Coastal Defence Committee of the Riigikogu"
    ]


def test_seat_named_in_an_office_is_no_body() -> None:
    assert names("Pentagon Press Secretary Pat Ryder spoke at NATO Headquarters.") == []


def test_ministry_is_of_no_organization_of_states() -> None:
    (ministry,) = read("The Ministry of Defence agreed.", publisher="European Defence Agency")
    assert ministry.country is None
