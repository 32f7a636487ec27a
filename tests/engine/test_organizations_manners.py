"""Names of bodies in the manners of many ministries: what belongs to a name, near misses beside hits."""

from __future__ import annotations

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations
from ingest.engine.types import Organization, Release


def read(body: str, publisher: str | None = None) -> tuple[Organization, ...]:
    release = Release(title=None, body=body, publisher=publisher)
    return organizations.find(passages.of(release), release)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("the Kuwaiti Armed Forces Air Marshal Ali Bey", ["Kuwaiti Armed Forces"], id="a rank that begins with the air"),
        pytest.param("the Peruvian Air Force Academy", ["Peruvian Air Force Academy"], id="near miss: the air of a force"),
        pytest.param("the Border Guard Brigade General Ali Bey", ["Border Guard"], id="a rank that begins with a brigade"),
        pytest.param("the Training Department Group Captain Ali Bey", ["Training Department"], id="a rank that begins with a group"),
        pytest.param("the Ministry of Defence Division General Ali Bey", ["Ministry of Defence"], id="a rank that begins with a division"),
        pytest.param("the Border Guard Brigade", ["Border Guard Brigade"], id="near miss: a brigade of a guard"),
        pytest.param("Army General Ali Bey spoke.", [], id="a general of the highest rank"),
        pytest.param("the Officer Cadet School", ["Officer Cadet School"], id="officers who are trained"),
        pytest.param("Chief Officer Fire Brigade", ["Fire Brigade"], id="near miss: an officer of a body"),
        pytest.param("ships of Escort Flotilla 7", ["Escort Flotilla 7"], id="a number behind a flotilla"),
        pytest.param("a flotilla of 7 ships", [], id="near miss: ships that are counted"),
        pytest.param(
            "the French Armed Forces in New Caledonia", ["French Armed Forces in New Caledonia"], id="forces of a state in its territory"
        ),
        pytest.param("the French Armed Forces in Paris", ["French Armed Forces"], id="near miss: where they are"),
        pytest.param("the Accra-based High Commission of Fiji", ["High Commission of Fiji"], id="where a mission sits is told before it"),
        pytest.param("the aggression of the Russian Federation", [], id="a state whose name ends as a body’s"),
        pytest.param("the Oromo Liberation Federation", ["Oromo Liberation Federation"], id="a federation of no state"),
        pytest.param("joining the IT Coalition", ["IT Coalition"], id="an acronym that is a pronoun in small letters"),
        pytest.param("the fight against al-Shabaab", ["al-Shabaab"], id="an article in small letters"),
        pytest.param(
            "the Islamic State of Iraq and the Levant", ["Islamic State of Iraq and the Levant"], id="states inside a group’s name"
        ),
        pytest.param(
            "Chief of the General Staff of the Vietnam People’s Army",
            ["General Staff of the Vietnam People’s Army"],
            id="a possessive inside the complement",
        ),
        pytest.param("Chiefs of General Staff Meet", [], id="chiefs of a staff that is not named"),
        pytest.param("the Chief of the General Staff", [], id="a staff told by its chief alone"),
        pytest.param("the General Staff and its Chief", ["General Staff"], id="a staff that is named"),
        pytest.param("the NATO Liaison Office in Ukraine", ["NATO Liaison Office in Ukraine"], id="a liaison office with its seat"),
        pytest.param("the NATO Support Office in Luxembourg", ["NATO Support Office"], id="an office of which no seat is part"),
        pytest.param("the Norwegian Embassy at Muscat", ["Norwegian Embassy at Muscat"], id="an embassy at its seat"),
        pytest.param("the “Condor” Mountain Training School", ["“Condor” Mountain Training School"], id="a name in quotation marks"),
        pytest.param("the film “Condor” and the War College of Peru", ["War College of Peru"], id="quotation marks that stand off"),
        pytest.param("the Search and Rescue Centre", ["Search and Rescue Centre"], id="two works of a centre"),
        pytest.param("at the EOD Centre and the HALCÓN Detachment", ["EOD Centre", "HALCÓN Detachment"], id="capitals before a weak noun"),
        pytest.param("in the VIP Centre of the airport", [], id="capitals that name nothing"),
        pytest.param("sent the Peace Support Force to Nairobi", ["Peace Support Force"], id="where a force is sent"),
        pytest.param(
            "the Armed Forces in New Caledonia and Royal Land Forces in Bahrain",
            ["Armed Forces in New Caledonia", "Royal Land Forces"],
            id="forces of a territory, forces that a country has",
        ),
        pytest.param("an Officers’ Working Group on Cyber Defence", ["Officers’ Working Group on Cyber Defence"], id="a plural owner"),
        pytest.param(
            "the Working Group on peacekeeping operations", ["Working Group on peacekeeping operations"], id="a subject in small letters"
        ),
        pytest.param("a clash with RNF rebels, said UNICEF workers", ["RNF", "UNICEF"], id="an armed group by its acronym"),
        pytest.param(
            "the Mechanised Infantry Brigade Grey Heron, which", ["Mechanised Infantry Brigade Grey Heron"], id="a unit’s own name"
        ),
        pytest.param("the Infantry Brigade Combat Team", ["Infantry Brigade Combat Team"], id="a team of a brigade"),
        pytest.param("the 2nd Brigade Soldiers sang", ["2nd Brigade"], id="soldiers of a brigade"),
        pytest.param(
            "the 6th Battalion, Borneo Infantry Regiment, trained", ["6th Battalion, Borneo Infantry Regiment"], id="a unit of a larger one"
        ),
        pytest.param(
            "the First Battalion, Borneo Infantry Regiment", ["First Battalion, Borneo Infantry Regiment"], id="a number in words"
        ),
        pytest.param("the 3rd Battalion Peru Rifle Regiment sang", ["3rd Battalion Peru Rifle Regiment"], id="a state in between"),
        pytest.param("led 57 Kenyan Infantry Battalion", ["57 Kenyan Infantry Battalion"], id="a number before the state"),
        pytest.param(
            "the 31st Chemical, Medical and Nuclear Brigade",
            ["31st Chemical, Medical and Nuclear Brigade"],
            id="a numbered list of works",
        ),
        pytest.param("the U.S. Embassy Chad and Peru", ["U.S. Embassy Chad and Peru"], id="the states of an embassy"),
        pytest.param(
            "Head of Mission of the Norwegian Training Mission in Mali", ["Norwegian Training Mission in Mali"], id="a head of mission"
        ),
        pytest.param(
            "the Aviation, Energy and Logistics Agency",
            ["Aviation, Energy and Logistics Agency"],
            id="works before an agency",
        ),
        pytest.param("the Navy, Energy and Logistics Agency", ["Navy", "Energy and Logistics Agency"], id="a service before an agency"),
        pytest.param("a threat in the OSCE Region", ["OSCE"], id="where the states of an organization lie"),
        pytest.param("the Ministry of Defense for Procurement", ["Ministry of Defense"], id="what an undersecretary is for"),
        pytest.param("the Institute for Defence Studies and Analyses", ["Institute for Defence Studies and Analyses"], id="analyses"),
        pytest.param("the 6th Battalion, the Army and the Navy", ["6th Battalion", "Army", "Navy"], id="a unit and others"),
        pytest.param("the Senior Command and Staff Course", [], id="a course"),
        pytest.param("Minister for His Majesty’s Armed Forces of Tonga", ["His Majesty’s Armed Forces of Tonga"], id="forces of a king"),
        pytest.param(
            "the US Combined Joint Task Force Horn of Africa", ["US Combined Joint Task Force Horn of Africa"], id="a state before"
        ),
        pytest.param("the Peruvian Ministry of Defense’s Press Office", ["Peruvian Ministry of Defense"], id="a desk of a ministry"),
        pytest.param("the Press Service of the Ministry of Health", ["Press Service of the Ministry of Health"], id="a desk by its name"),
        pytest.param("at the SBDF Headquarters in Ordun", [], id="a building of an acronym"),
        pytest.param("the UNMIX Force Commander", [], id="the commander of a force"),
        pytest.param("Flag Officer Commanding Eastern Naval Command", ["Eastern Naval Command"], id="a command and its officer"),
        pytest.param("the General Staff of Moldova’s National Army", ["General Staff of Moldova’s National Army"], id="a staff of an army"),
        pytest.param("the Embassy of Moldova’s friend Peru", ["Embassy of Moldova"], id="an embassy of a state with friends"),
        pytest.param(
            "the Department of International Military Cooperation of the Ministry of Defense of the Kyrgyz Republic",
            ["Department of International Military Cooperation", "Ministry of Defense of the Kyrgyz Republic"],
            id="a part told with its subject, and its ministry",
        ),
        pytest.param(
            "the Main Medical Department of the Ministry of Defense of the Kyrgyz Republic",
            ["Main Medical Department of the Ministry of Defense of the Kyrgyz Republic"],
            id="near miss: a part whose whole tells its subject",
        ),
        pytest.param("the Joint Task Force Bravo in Comayagua", ["Joint Task Force Bravo"], id="a task force with a name"),
        pytest.param("the Joint Task Force Commander", ["Joint Task Force"], id="a task force with a commander"),
        pytest.param("the Malian Armed Forces Headquarters", ["Malian Armed Forces"], id="a headquarters of forces that are named"),
        pytest.param(
            "Ministry of Health Principal Public Relations Officer Ann Reed", ["Ministry of Health"], id="an office behind a ministry"
        ),
        pytest.param("Canadian Armed Forces Canada", ["Canadian Armed Forces"], id="a state said twice"),
        pytest.param("the contract with the company Norvik for ships", ["Norvik"], id="a firm that is called one"),
        pytest.param("a company commander and the company, Norvik", [], id="a company of soldiers"),
        pytest.param("the rifle company Alpha and the company First Sergeant", [], id="letters and ranks of companies of soldiers"),
        pytest.param("TEN ARMED REBELS WERE KILLED AND LOCAL MILITANTS FLED", [], id="words in capitals before rebels"),
        pytest.param("the 1st Infantry Regiment Chaplain", ["1st Infantry Regiment"], id="who serves in a unit"),
        pytest.param("the European Union Rule of Law Mission", ["European Union Rule of Law Mission"], id="rule of law"),
        pytest.param("soldiers of Regional Command-West", ["Regional Command-West"], id="a region tied to a command"),
        pytest.param("the Armed Forces of Greece, Egypt and Cyprus", [], id="forces of several states"),
        pytest.param("the Armed Forces of Greece and the Navy", ["Armed Forces of Greece", "Navy"], id="forces of one state"),
        pytest.param(
            "the Office of Defence Relations - Iraq (ODR-I)",
            ["Office of Defence Relations - Iraq"],
            id="a state behind a dash and an acronym",
        ),
        pytest.param("the 4th Joint Defense Committee meeting", [], id="the meeting of a committee"),
        pytest.param("the Joint Defense Committee agreed", ["Joint Defense Committee"], id="a committee that acts"),
        pytest.param("on the margins of the NATO-Peru Commission", ["NATO"], id="margins of an occasion"),
        pytest.param("the Peruvian Permanent Representation to NATO", ["Peruvian Permanent Representation to NATO"], id="a representation"),
        pytest.param("the XDMM+ Experts’ Working Group", ["XDMM+ Experts’ Working Group"], id="a plus in an acronym"),
    ],
)
def test_a_name_is_read_whole_and_nothing_besides(text: str, names: list[str]) -> None:
    assert [body.name for body in read(f"They met on 3 May. It was about {text}.")] == names


def test_an_armed_group_belongs_to_no_state() -> None:
    assert [body.country for body in read("Peruvian soldiers of Peru fought RNF rebels.")] == [None]


def test_letters_in_brackets_are_those_of_the_body_that_they_spell() -> None:
    text = "The Secretariat of the Coastal Union (CU) met the Economic Community of West African States (ECOWAS). ECOWAS agreed."
    assert [(body.name, body.aliases) for body in read(text)] == [
        ("Secretariat of the Coastal Union", ()),
        ("Coastal Union", ("CU",)),
        ("Economic Community of West African States", ("ECOWAS",)),
    ]


def test_a_state_in_brackets_behind_a_body_is_its_own() -> None:
    (college,) = read("KAMPALA: Uganda sent officers to the National Defence College (Kenya).")
    assert college.country == "KE"


def test_a_ministry_without_a_state_is_the_one_at_home_when_another_states_was_named_far_above() -> None:
    far = "The guests saw the harbor and the fleet. " * 10
    text = f"The Spanish Ministry of Defense wrote. {far}The Ministry of Defense answered. {far}The Ministry of Defense agreed."
    bodies = read(text, publisher="Chilean Navy")
    assert [body.country for body in bodies if "Ministry" in body.name] == ["ES", "CL"]
