"""One printed line, and the people that a careful reader would take from it. Near misses stand beside hits."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine import passages
from ingest.engine.rules import Rule, people
from ingest.engine.rules.people import catalogue
from ingest.engine.types import Evidence, Organization, Person, Release
from tests.engine.growth import is_steady

Expected = tuple[str, dict[str, Any]]


def read(
    line: str, *, title: str | None = None, subtitle: str | None = None, publisher: str | None = None, bodies: tuple[Organization, ...] = ()
) -> tuple[Person, ...]:
    release = Release(title=title, body=line, subtitle=subtitle, publisher=publisher)
    return people.find(passages.of(release), release, bodies)


def person(name: str, **fields: Any) -> Expected:
    return name, fields


def line(prose: str, text: str, *expected: Expected, publisher: str | None = None) -> Any:
    return pytest.param(text, expected, publisher, id=prose)


def check(found: tuple[Person, ...], expected: tuple[Expected, ...]) -> None:
    assert [each.name for each in found] == [name for name, _ in expected]
    for each, (_, fields) in zip(found, expected, strict=True):
        assert {field: getattr(each, field) for field in fields} == fields


RANK_AND_NAME = [
    line(
        "an abbreviated rank is written out",
        "Maj. Gen. Ilse Brandvold spoke first.",
        person("Ilse Brandvold", rank="Major General", position=None, level=5),
    ),
    line("a rank without stops", "Lt Gen Okello Wanyama spoke first.", person("Okello Wanyama", rank="Lieutenant General")),
    line("a rank in one word", "LTGEN Arturo Villaruel PA spoke first.", person("Arturo Villaruel", rank="Lieutenant General")),
    line("half a rear admiral", "Rear Admiral (Lower Half) Bronwyn Oakes spoke.", person("Bronwyn Oakes", rank="Rear Admiral")),
    line("a retired general", "Brig. Gen. (Ret.) Paulo Quintela spoke.", person("Paulo Quintela", rank="Brigadier General")),
    line("a reservist in small letters", "Lieutenant Colonel (res.) Ofir Kedar spoke.", person("Ofir Kedar", rank="Lieutenant Colonel")),
    line("the branch in brackets", "Lieutenant General (Pilot) Salem bin Hamad Al-Nabit spoke.", person("Salem bin Hamad Al-Nabit")),
    line("an untranslated rank", "Général de brigade Didier Koffi-Yao spoke.", person("Didier Koffi-Yao", rank="Général de Brigade")),
    line("a German rank", "Generalleutnant Ingo Kuhnert spoke.", person("Ingo Kuhnert", rank="Generalleutnant")),
    line(
        "a senior lieutenant general",
        "Sen. Lt. Gen. Khamphou Souvannavong spoke.",
        person("Khamphou Souvannavong", rank="Senior Lieutenant General"),
    ),
    line(
        "an air force rank",
        "Air Vice Marshal A K M Rahimul Bari, GUP, ndc, psc spoke.",
        person("A K M Rahimul Bari", rank="Air Vice Marshal"),
    ),
    line("a colonel-major", "Col-Major Kassoum Ouattara spoke.", person("Kassoum Ouattara", rank="Colonel-Major", level=6)),
    line("a rank after the service", "U.S. Air Force Col. Dana Whitlock spoke.", person("Dana Whitlock", rank="Colonel", country="US")),
    line("a demonym before the rank", "Romanian Major General Liviu Ardeleanu spoke.", person("Liviu Ardeleanu", country="RO")),
    line("two words of rank", "Admiral General Teodoro López Calderer came.", person("Teodoro López Calderer", rank="Admiral General")),
    line("a first name that is an English word", "Cambodia’s General Tea Seihak came.", person("Tea Seihak", rank="General", country="KH")),
    line("a rank in ordinals", "1st Lt. Amy Chu came.", person("Amy Chu", rank="First Lieutenant")),
    line("two generals", "Generals Okafor and Mbeki-Zuma spoke.", person("Okafor", rank="General"), person("Mbeki-Zuma", rank="General")),
    line("the General Staff is no one", "The General Staff and General Motors were mentioned."),
    line("a major exercise is no major", "Major Exercise Cold Lance and the Captain Regent’s palace were mentioned."),
]

OFFICE_AND_NAME = [
    line(
        "the office before the name",
        "Minister of National Defence Jorge Almada-Reis spoke.",
        person("Jorge Almada-Reis", position="Minister of National Defence", level=2),
    ),
    line(
        "a comma between",
        "The Minister of Defence of Estonia, Liisa Tammsaare, spoke.",
        person("Liisa Tammsaare", position="Minister of Defence", country="EE"),
    ),
    line("the country after the name", "Prime Minister Nadir Al-Hakimi of Iraq spoke.", person("Nadir Al-Hakimi", country="IQ", level=1)),
    line(
        "a field of several words",
        "Secretary of Security and Citizen Protection Rosario Icaza hosted them.",
        person("Rosario Icaza", position="Secretary of Security and Citizen Protection"),
    ),
    line(
        "an enumeration inside the office",
        "Under Secretary for Plans, Strategy, and Capabilities Tomasz Wilk spoke.",
        person("Tomasz Wilk", position="Under Secretary for Plans, Strategy, and Capabilities"),
    ),
    line(
        "an office inside an office",
        "Chief of Staff to the Deputy Clerk Marie-Louise Filiatrault spoke.",
        person("Marie-Louise Filiatrault", position="Chief of Staff to the Deputy Clerk"),
    ),
    line(
        "an ambassador by grade inside another office",
        "The Advisor to the Vice President Ambassador Tunde Bakare-Cole spoke.",
        person("Tunde Bakare-Cole", position="Advisor to the Vice President", honorific="Ambassador", level=6),
    ),
    line(
        "office and rank",
        "Chief of Air Staff Air Chief Marshal Hasan Mahmud Siddiq spoke.",
        person("Hasan Mahmud Siddiq", rank="Air Chief Marshal", position="Chief of Air Staff", level=4),
    ),
    line(
        "service and rank after the office",
        "Pentagon Press Secretary Air Force Maj. Gen. Pat Rydell spoke.",
        person("Pat Rydell", rank="Major General", position="Pentagon Press Secretary", country="US"),
    ),
    line(
        "a field without of",
        "The Director External Affairs, Ambassador Ngozi Ikwuemesi, spoke.",
        person("Ngozi Ikwuemesi", position="Director External Affairs", honorific="Ambassador"),
    ),
    line(
        "two offices joined: the first counts",
        "Deputy Prime Minister and Minister for Defence Richard Marlow-Hope of Australia spoke.",
        person("Richard Marlow-Hope", position="Deputy Prime Minister", country="AU"),
    ),
    line(
        "a membership gives way",
        "General Phan Văn Thành, Politburo member and Minister of National Defence, spoke.",
        person("Phan Văn Thành", position="Minister of National Defence"),
    ),
    line(
        "a bare grade gives way",
        "Dana Whitlock, Assistant to the President and Director of the Space Council, spoke.",
        person("Dana Whitlock", position="Director", organization="Space Council"),
    ),
    line(
        "an organization before the office",
        "NATO Secretary General Jens Halvorsen spoke.",
        person("Jens Halvorsen", position="Secretary General", organization="NATO", country="INT"),
    ),
    line(
        "a possessive owner",
        "Kenya’s Chief of the Defence Forces General Charles Mwangi-Kahuria spoke.",
        person("Charles Mwangi-Kahuria", rank="General", country="KE"),
    ),
    line(
        "an ambassador of one country to another",
        "The Ambassador of the Kingdom of Spain to Nigeria, His Excellency Juan Ignacio Solana, called.",
        person("Juan Ignacio Solana", position="Ambassador to Nigeria", honorific="His Excellency", country="ES"),
    ),
    line(
        "an acting minister",
        "The acting Minister of Defence, Mrs. Fatou Sarr-Ndiaye, spoke.",
        person("Fatou Sarr-Ndiaye", acting=True, honorific="Mrs."),
    ),
    line(
        "a former minister",
        "Former Secretary of Defense Leon Pannetti spoke.",
        person("Leon Pannetti", position="Secretary of Defense", former=True, country="US"),
    ),
    line(
        "a minister to come", "Defense Minister-designate Ana Brnović spoke.", person("Ana Brnović", position="Defense Minister-designate")
    ),
    line(
        "two of one office",
        "Executive Vice Presidents Vestergaard and Dombrovska spoke.",
        person("Vestergaard", position="Executive Vice President"),
        person("Dombrovska", position="Executive Vice President"),
    ),
    line(
        "two of one office, each with a country",
        "Presidents Alar Kask of Estonia and Edgars Rinkulis of Latvia met.",
        person("Alar Kask", position="President", country="EE"),
        person("Edgars Rinkulis", position="President", country="LV"),
    ),
    line("a surname alone", "President Halloran spoke.", person("Halloran", position="President", aliases=())),
    line("an acronym for an office", "CDF General Charles Kibwana was present.", person("Charles Kibwana", position="CDF", rank="General")),
    line(
        "who commands what",
        "The logistics bureau was mentioned. Sgt. Maj. Ismael Bamba, the command senior enlisted leader, spoke.",
        person("Ismael Bamba", rank="Sergeant Major", position="command senior enlisted leader"),
    ),
    line("an office without a name is no one", "The Minister of Defence and the Chief of Staff visited Ankara and Kayseri."),
    line("an office at work is no one", "Ministers discussed Arctic Shield while officers inspected the Gripen."),
]

NAME_AND_OFFICE = [
    line(
        "office, body, rank and name",
        "The Director General, Inter-Services Intelligence (ISI), Lieutenant General Nadir Anjum, came.",
        person("Nadir Anjum", rank="Lieutenant General", position="Director General", organization="Inter-Services Intelligence"),
    ),
    line(
        "a body behind its commander without of",
        "Admiral Stephen Kohler, USN, Commander US Pacific Fleet, came.",
        person("Stephen Kohler", position="Commander", organization="US Pacific Fleet", country="US"),
    ),
    line(
        "the demonym of a service is the country",
        "French Armed Forces Minister Sylvain Lecorne came.",
        person("Sylvain Lecorne", position="Armed Forces Minister", country="FR"),
    ),
    line(
        "the office in brackets",
        "Vice Admiral Emil Eftimov (Chief of Defence) came.",
        person("Emil Eftimov", rank="Vice Admiral", position="Chief of Defence"),
    ),
    line(
        "members of a body",
        "He met members of the Presidency Željka Cvijan and Denis Bećirov.",
        person("Željka Cvijan", position="member of the Presidency"),
        person("Denis Bećirov", position="member of the Presidency"),
    ),
    line(
        "the office after a comma",
        "General Faisal Qureshi, Chairman Joint Chiefs of Staff Committee, spoke.",
        person("Faisal Qureshi", position="Chairman", organization="Joint Chiefs of Staff Committee"),
    ),
    line(
        "office and country",
        "Irakli Chkonia, the Minister of Defence of Georgia, spoke.",
        person("Irakli Chkonia", position="Minister of Defence", country="GE"),
    ),
    line(
        "a possessive country",
        "Boris Pistorian, Germany’s Federal Minister of Defence, spoke.",
        person("Boris Pistorian", position="Federal Minister of Defence", country="DE"),
    ),
    line(
        "an office in small letters",
        "Col. Naomi Ferrante, deputy director for strategic planning and policy, led them.",
        person("Naomi Ferrante", position="deputy director for strategic planning and policy"),
    ),
    line(
        "an office in small letters with its body",
        "Maj. Gen. Lars Huovila, the deputy chief of staff for operations of the Finnish Defence Forces, spoke.",
        person("Lars Huovila", position="deputy chief of staff for operations", organization="Finnish Defence Forces", country="FI"),
    ),
    line(
        "office, then body after a comma",
        "Ms. D. Sarnai, first secretary, Embassy of Mongolia in Washington.",
        person("D. Sarnai", position="first secretary", organization="Embassy of Mongolia in Washington", country="MN", honorific="Ms."),
    ),
    line(
        "the service first",
        "Rear Adm. Bronwyn Oakes, U.S. Navy, commander of Task Force 76, spoke.",
        person("Bronwyn Oakes", position="commander", organization="Task Force 76", country="US"),
    ),
    line(
        "letters of honour between",
        "The Hon Pat Conradie MP, Minister for Defence Industry, spoke.",
        person("Pat Conradie", honorific="The Hon", position="Minister for Defence Industry"),
    ),
    line(
        "letters of honour with stops, and the next one behind",
        "Dr. Ruth Sela, C.G.H., President of Kenya, and Colonel Luis Roca T.D. spoke.",
        person("Ruth Sela", honorific="Dr.", position="President", country="KE"),
        person("Luis Roca", rank="Colonel"),
    ),
    line(
        "the country of a second office",
        "Captain Ibrahim Traoré-Sow, President of the Transition, Head of State of Burkina Faso, spoke.",
        person("Ibrahim Traoré-Sow", position="President of the Transition", country="BF"),
    ),
    line("the country in brackets", "Anna Lindqvist (Sweden) came.", person("Anna Lindqvist", country="SE", position=None)),
    line(
        "a body of a country",
        "Major General Vehbi Krasnaj of the Kosovo Security Force came.",
        person("Vehbi Krasnaj", organization="Kosovo Security Force", country="XK"),
    ),
    line(
        "a police rank that is elsewhere an office",
        "Deputy Commissioner Dato’ Ng Wei Keong, Royal Malaysia Police, came.",
        person("Ng Wei Keong", rank="Deputy Commissioner", position=None, organization="Royal Malaysia Police", country="MY"),
    ),
    line(
        "the next name has the office",
        "President Joan Bidwell, Prime Minister Justin Trudel and General Ada Marsh came.",
        person("Joan Bidwell", position="President"),
        person("Justin Trudel", position="Prime Minister"),
        person("Ada Marsh", rank="General", position=None),
    ),
    line(
        "a clause of its own after the comma",
        "Accompanied by Ambassador Lena Bergdahl, the Swedish minister had visited the yard.",
        person("Lena Bergdahl", position="Ambassador"),
    ),
    line(
        "a place before an office", "In Zagreb, Defence Minister Marija Perić spoke.", person("Marija Perić", position="Defence Minister")
    ),
    line(
        "a name of one word with its article",
        "Everybody met Suharyanto, the Commander of the Indonesian National Armed Forces.",
        person("Suharyanto", country="ID"),
    ),
]

NAMES = [
    line("Dutch particles", "Vice Admiral Boudewijn de Vries van der Meer came.", person("Boudewijn de Vries van der Meer")),
    line(
        "a particle opens the short form",
        "Admiral Willem van Houten came. Van Houten spoke.",
        person("Willem van Houten", aliases=("Van Houten",)),
    ),
    line("Portuguese", "Admiral Ricardo de Sá e Menezes came.", person("Ricardo de Sá e Menezes")),
    line("Malay", "General Tan Sri Shahrul Azmi bin Haji Ismail came.", person("Shahrul Azmi bin Haji Ismail", honorific="Tan Sri")),
    line("Arabic", "Defence Minister Sheikh Fahad Yousef Al-Sabbah came.", person("Fahad Yousef Al-Sabbah", honorific="Sheikh")),
    line("Turkish", "Minister Yaşar Güloğlu and General Bilal Durdalı came.", person("Yaşar Güloğlu"), person("Bilal Durdalı")),
    line("Korean, surname first", "Minister Shin Won-jae came. Shin spoke.", person("Shin Won-jae", aliases=("Shin",))),
    line(
        "Vietnamese, given name last", "Minister Phan Văn Thành came. Minister Thành spoke.", person("Phan Văn Thành", aliases=("Thành",))
    ),
    line(
        "the surname in capitals",
        "Defense Minister KIHARA Minoru came. Minister Kihara spoke.",
        person("KIHARA Minoru", aliases=("Kihara",)),
    ),
    line("a French list", "Major General Kouadio YAO came.", person("Kouadio YAO")),
    line("initials", "General VK Subramanian and Col. Ts. Munkh-Orgil came.", person("VK Subramanian"), person("Ts. Munkh-Orgil")),
    line(
        "an initial and the surname later",
        "Minister Rovshan Quliyev came. R.Quliyev spoke.",
        person("Rovshan Quliyev", aliases=("R.Quliyev",)),
    ),
    line("a suffix after a comma", "President Joseph R. Bidwell, Jr. came.", person("Joseph R. Bidwell, Jr.")),
    line("a nickname in quotation marks", "Minister of Defense Benjamin “Benny” Gantzer came.", person("Benjamin “Benny” Gantzer")),
    line("a given name that is a country", "Lt. Col. Jordan Pellerin came.", person("Jordan Pellerin")),
    line(
        "a surname that is an English word",
        "Maj. Gen. Harriet Strong came. Gen. Strong spoke.",
        person("Harriet Strong", aliases=("Strong",)),
    ),
    line("a surname that is an English word after an office", "Deputy Secretary of Commerce Don Graves came.", person("Don Graves")),
    line(
        "a queen",
        "Queen Letizia and Prince Hassan bin Talib came.",
        person("Letizia", position="Queen"),
        person("Hassan bin Talib", honorific="Prince"),
    ),
]

NOT_PEOPLE = [
    line("a ship", "USS John Finnegan and HMS Prince of Wales called at Brest."),
    line("a camp", "The talks were held at Camp H.M. Smithson in June."),
    line("an exercise", "Exercise Joint Viking and Operation Inherent Resolve go on in Bardufoss."),
    line("an institution named after somebody", "Cadets of the Vazgen Petrosyan Military School paraded."),
    line("an administration", "The Halloran Administration and the Marshall Plan were recalled."),
    line("companies", "Lockheed Martin, Rolls-Royce and Airbus Helicopters took part."),
    line("an aircraft", "The F-16 Fighting Falcon flew over Cape Agulhas."),
    line("a bare name", "Everybody remembered Marguerite Dufresne that day."),
]


@pytest.mark.parametrize(("text", "expected", "publisher"), [*RANK_AND_NAME, *OFFICE_AND_NAME, *NAME_AND_OFFICE, *NAMES, *NOT_PEOPLE])
def test_people_of_a_line(text: str, expected: tuple[Expected, ...], publisher: str | None) -> None:
    check(read(text, publisher=publisher), expected)


COUNTRIES = [
    line(
        "a colleague is a counterpart",
        "Minister of Defence Bjørn Gramstad and his Swedish colleague, Pål Jonsson-Ek, signed.",
        person("Bjørn Gramstad", country="NO"),
        person("Pål Jonsson-Ek", position="Minister of Defence", country="SE"),
        publisher="Norwegian Ministry of Defence",
    ),
    line(
        "an office that the publisher’s country does not have",
        "General Christian Cavell met Chief of Defense Gen. Arturas Rosen in Vilnius.",
        person("Christian Cavell", country="US"),
        person("Arturas Rosen", country="LT"),
        publisher="U.S. European Command",
    ),
    line(
        "an ambassador of nobody knows where",
        "Ambassador Kenneth Mertens came.",
        person("Kenneth Mertens", country=None),
        publisher="Ministry of Defence of Bulgaria",
    ),
    line(
        "the publisher’s own",
        "Minister Ionel Popescu-Tudor spoke.",
        person("Ionel Popescu-Tudor", country="RO"),
        publisher="Ministry of National Defence of Romania",
    ),
    line("nobody tells", "Minister Ionel Popescu-Tudor spoke.", person("Ionel Popescu-Tudor", country=None)),
    line(
        "a counterpart has the office of the subject and a country of his own",
        "Defence Secretary Shri Ramesh Kapila met his Kenyan counterpart Dr Joseph Otieno-Were.",
        person("Ramesh Kapila", position="Defence Secretary", country="IN"),
        person("Joseph Otieno-Were", position="Defence Secretary", country="KE"),
        publisher="Ministry of Defence, India",
    ),
    line(
        "the subject’s office, not that of a companion",
        "Minister of Defense Yaşar Güloğlu, accompanied by Deputy Minister Bilal Durdalı, met his Italian counterpart Guido Crosetti.",
        person("Yaşar Güloğlu", country="TR"),
        person("Bilal Durdalı", position="Deputy Minister"),
        person("Guido Crosetti", position="Minister of Defense", country="IT"),
        publisher="Türkiye Ministry of National Defence",
    ),
    line(
        "a delegation led and made up",
        "The Dutch delegation was led by Vice Admiral Jan Boersma, and included Ms Sanne Bakker, policy director.",
        person("Jan Boersma", country="NL"),
        person("Sanne Bakker", country="NL", position="policy director"),
        publisher="Ministry of Defence, Ghana",
    ),
    line(
        "that of the other side",
        "Peru was represented by Deputy Minister Luz Ayala-Ríos and Chile by Deputy Minister Sofía Reyes-Lagos.",
        person("Luz Ayala-Ríos", country="PE"),
        person("Sofía Reyes-Lagos", country="CL"),
    ),
    line(
        "a list under the head of a delegation",
        "The Mongolian delegation included:\n\n· Col. B. Enkhbat, head of the Foreign Division\n\n· Ms. D. Sarnai, first secretary",
        person("B. Enkhbat", country="MN"),
        person("D. Sarnai", country="MN"),
        publisher="U.S. Indo-Pacific Command",
    ),
    line(
        "one side of a call",
        "Minister Ada Mill spoke with Head of the Office Andrii Yurmak, Minister of Defence Olena Reznik and General Valerii Zaluha of "
        "the Ukrainian Armed Forces.",
        person("Ada Mill", country="CA"),
        person("Andrii Yurmak", country="UA"),
        person("Olena Reznik", country="UA"),
        person("Valerii Zaluha", country="UA"),
        publisher="Government of Canada",
    ),
    line(
        "met abroad",
        "She flew to Oman, where she held talks with the Secretary General, Dr Salim bin Hamid Al-Rawas.",
        person("Salim bin Hamid Al-Rawas", country="OM"),
        publisher="UK Ministry of Defence",
    ),
    line(
        "an office of the United States alone",
        "Minister Ada Mill met Secretary of Defense Lloyd Augustin.",
        person("Ada Mill", country="JP"),
        person("Lloyd Augustin", country="US"),
        publisher="Japan Ministry of Defense",
    ),
    line("an official of the Alliance", "SACEUR General Christian Cavell spoke.", person("Christian Cavell", country="INT")),
]


@pytest.mark.parametrize(("text", "expected", "publisher"), COUNTRIES)
def test_country_of_a_person(text: str, expected: tuple[Expected, ...], publisher: str | None) -> None:
    check(read(text, publisher=publisher), expected)


def test_a_short_form_goes_to_the_rank_that_it_names() -> None:
    found = read("Minister Adam Kim met General Soo-hyun Kim. General Kim saluted.")
    assert [(each.name, each.aliases) for each in found] == [("Adam Kim", ()), ("Soo-hyun Kim", ("Kim",))]


def test_the_headline_takes_its_people_from_the_body() -> None:
    found = read("Minister of Defence Angel Angelov met Gen. Chris Cavell.", title="Minister Angelov Meets General Cavell in Brussels")
    assert [(each.name, each.aliases) for each in found] == [("Angel Angelov", ("Angelov",)), ("Chris Cavell", ("Cavell",))]
    assert found[0].position == "Minister of Defence"
    assert {mention.where for mention in found[0].mentions} == {"title", "body"}


def test_a_headline_in_capitals_invents_nobody() -> None:
    assert read("Talks were held.", title="MINISTER OF DEFENCE RECEIVES AMBASSADOR OF ITALY IN NEW CAPITAL") == ()


def test_somebody_named_in_the_headline_alone_counts() -> None:
    found = read("The two leaders agreed.", title="Joint Statement by U.S. President Joan Bidwell and Dutch Prime Minister Dirk Schouten")
    assert [(each.name, each.country) for each in found] == [("Joan Bidwell", "US"), ("Dirk Schouten", "NL")]


def test_who_stands_in_for_whom() -> None:
    found = read(
        "Papua was represented by Secretary Philip Wanin, on behalf of the Minister for Defence, the Hon Dr Wilson Kaupo MP, who was ill."
    )
    assert [(each.name, each.on_behalf_of) for each in found] == [("Philip Wanin", "Minister for Defence"), ("Wilson Kaupo", None)]
    found = read("On behalf of the Chief of Defence Staff, Vice Admiral Emeka Ogallah welcomed them.")
    assert [(each.name, each.position, each.on_behalf_of) for each in found] == [("Emeka Ogallah", None, "Chief of Defence Staff")]
    found = read("The National Security Adviser, Maj Gen Yusuf Dankwa (rtd), represented by Ambassador Ngozi Okeke-Bassey, spoke.")
    assert found[1].on_behalf_of == "National Security Adviser"


def test_the_head_of_a_body() -> None:
    text = "The Policy Bureau, headed by Ms. Dana Rozenthal, wrote it."
    bodies = (Organization("Policy Bureau", mentions=(Evidence(4, 17, "test"),)),)
    assert [(each.position, each.organization) for each in read(text, bodies=bodies)] == [("head", "Policy Bureau")]


def test_a_minister_is_placed_in_the_ministry_of_his_field_and_country() -> None:
    text = "The Estonian Ministry of Defence wrote. Estonia’s Minister of Defence Liisa Tamm met Latvia’s Minister of Defence Aivars Kalns."
    bodies = (Organization("Estonian Ministry of Defence", country="EE", mentions=(Evidence(4, 32, "test"),)),)
    assert [each.organization for each in read(text, bodies=bodies)] == ["Estonian Ministry of Defence", None]


def test_every_field_shows_the_words_it_was_read_from() -> None:
    text = "The Chief of Defence of Norway, General Eirik Kristiansen, met Gen. Strand."
    found = read(text)[0]
    shown = {field: text[proof.start : proof.end] for field, proof in found.evidence}
    assert shown == {
        "name": "Eirik Kristiansen",
        "rank": "General",
        "position": "Chief of Defence of Norway",
        "country": "Chief of Defence of Norway",
    }
    assert all(proof.rule.startswith("people.") for _, proof in found.evidence)


def test_mentions_are_the_names_as_they_stand() -> None:
    text = "General Eirik Kristiansen came. “Good,” Kristiansen said. Kristiansen’s aide left."
    assert [text[each.start : each.end] for each in read(text)[0].mentions] == ["Eirik Kristiansen", "Kristiansen", "Kristiansen"]


@pytest.mark.parametrize(
    "text", ["", ".", "(", "General", "Minister of", "the Hon", ", ,", "Mr.", "Gen. (", "His", "of of of", "A. B.", "’s", "Minister – "]
)
def test_no_text_is_too_short(text: str) -> None:
    assert read(text, title=text) == ()


@pytest.mark.parametrize(
    "piece",
    [
        *("Minister of ", "General ", "and ", "Deputy ", "(", "Kim, ", "Lt. Gen. Ana Sala, head of the ", "a b c ", "Chief of the "),
        *("Peru's Ana Sala, ", "He was accompanied by General Ana Sala. ", "Sala was accompanied by General Ana Sala. "),
        *(
            "the invitation of General Ana Sala ",
            "met in Lima with General Ana Sala ",
            "Secretary General Ana Sala and ",
            "the ship's captain, Ana Sala, ",
            "his Chilean and Peruvian counterparts Ana Sala and Luis Roca, ",
            "the Commandant of the school, General Ana Sala, ",
            "Deputy Prime Minister, Under-Secretary-General and ",
            "met in Lima with its director, General Ana Sala, led by Luis Roca and ",
            "for Peru, the Commander of the Command X of General ",
            "INS Alba, the Defence Adviser to Ghana, attached to Peru, Captain ",
            "Assistant to the Chief of Staff of the Chief of Staff of ",
            "Military, Naval, Air Attaché, (residence in ",
            "delegation led by Ana Sala headed by ",
            "ibni Al-Marhum Sultan Omar, who commands the Fleet, the appointment of Ana Sala as ",
        ),
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    assert is_steady(read, piece, signs=2_000 * len(piece))


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_its_example(rule: Rule) -> None:
    bodies = {
        "people.ministry": Organization("Ministry of Defence of Moldova", country="MD", mentions=(Evidence(4, 34, "test"),)),
        "people.mission": Organization("KFOR", country="INT", mentions=(Evidence(45, 49, "test"),)),
        "people.forces": Organization("Moldovan Armed Forces", country="MD", mentions=(Evidence(4, 25, "test"),)),
    }
    summary = "Minister of Defence Ana Popa has opened a school." if rule.name == "people.summary" else None
    example = rule.example.rpartition(") ")[2] if summary else rule.example
    found = read(example, subtitle=summary, bodies=(bodies[rule.name],) if rule.name in bodies else ())
    written = {proof.rule for each in found for _, proof in each.evidence} | {proof.rule for each in found for proof in each.mentions}
    assert rule.name in written
