"""Officials in the manners of many ministries: one printed passage of a made-up release, near misses beside hits."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Person, Release


def read(body: str, *, publisher: str | None = None, dateline: str | None = None) -> dict[str, Person]:
    release = Release(title=None, body=body, publisher=publisher, dateline=dateline)
    both = passages.of(release)
    return {person.name: person for person in people.find(both, release, organizations.find(both, release))}


def case(prose: str, body: str, name: str, *, publisher: str | None = None, dateline: str | None = None, **fields: Any) -> Any:
    return pytest.param(body, name, publisher, dateline, fields, id=prose)


OFFICIALS = [
    case(
        "a people between office and rank",
        "He was received by the Commander of the NATO Mission Iraq (NMI), the Spanish Lieutenant General Pedro Roca, in Baghdad.",
        "Pedro Roca", position="Commander", organization="NATO Mission Iraq", country="INT",
    ),
    case(
        "a people between the office of a state and a rank",
        "He was received by the Commander of the battalion, the Spanish Lieutenant Colonel Pedro Roca.", "Pedro Roca", country="ES",
    ),
    case(
        "a grade of the United Nations between office and name",
        "The head of UNSOS, Assistant Secretary-General Lisa Ferrante, came.", "Lisa Ferrante", position="head", organization="UNSOS",
    ),
    case(
        "a titular grade right before a name", "DND spokesperson Assistant Secretary Al Bello spoke.", "Al Bello", position="spokesperson",
    ),
    case(
        "a titular grade behind a comma is the office of another",
        "He met the Minister of Defence, Under Secretary Al Bello and others.", "Al Bello", position="Under Secretary",
    ),
    case(
        "a deputy premier who is minister as well",
        "First Deputy Prime Minister, Minister of Defense Sheikh Ali Al-Rashid spoke.",
        "Ali Al-Rashid", position="First Deputy Prime Minister",
    ),
    case(
        "an office of the European Union in brackets", "Gen Jan Novak (CEUMC) was in the chair.",
        "Jan Novak", position="CEUMC", country="INT",
    ),
    case("the chief of a joint staff", "The Deputy Chief of the Joint Staff, Colonel Ana Popa, spoke.", "Ana Popa",
         position="Deputy Chief", organization="Joint Staff"),
    case("the chief of a general staff keeps its name", "The Chief of the General Staff, General Ana Popa, spoke.", "Ana Popa",
         position="Chief of the General Staff", organization=None),
    case(
        "an organization in the fullest form of the release",
        "The UN Support Office in Somalia (UNSOS) grew. The head of UNSOS, Mr. Bo Ray, spoke.", "Bo Ray",
        organization="UN Support Office in Somalia",
    ),
    case(
        "a minister beside an office of the ministry of another state",
        "The Vietnamese Ministry of National Defense hosted the Office of the Lao Ministry of National Defense. "
        "Vietnamese Deputy Defense Minister Tran Van Ba spoke.",
        "Tran Van Ba", organization="Vietnamese Ministry of National Defense",
    ),
    case(
        "an acronym told between commas and set before a rank",
        "The Armed Forces of Liberia, or AFL, came. With them came AFL Lt. Col. Moses Kamara, military advisor.",
        "Moses Kamara", publisher="U.S. Army", organization="Armed Forces of Liberia", country="LR",
    ),
    case(
        "a service before a rank is told by the rank", "U.S. Army Gen. Ada Reed spoke.", "Ada Reed", organization=None, country="US",
    ),
    case(
        "two offices of one body",
        "He received the Head of Mission and Force Commander of the UN Interim Force in Lebanon (UNIFIL), Major General Al Roca.",
        "Al Roca", publisher="Lebanese Army", organization="UN Interim Force in Lebanon", country="INT",
    ),
    case(
        "a minister who commands as well serves in no army",
        "The Minister of Defence and Commander of the Royal Army, General Ali Bo, spoke.", "Ali Bo", organization=None,
    ),
    case(
        "a battalion behind its force",
        "The Ghana Defence Force (GDF) came with the Commander of the GDF’s 3rd Infantry Battalion, Lieutenant Colonel Al Poe.",
        "Al Poe", position="Commander",
    ),
    case(
        "officers of several ships",
        "The BRP Tala arrived. The Commanding Officers of the two ships, Captain Al Poe and Commander Bo Ray, called on the Commander.",
        "Bo Ray", publisher="Sri Lanka Navy", position="Commanding Officer", country="PH",
    ),
    case(
        "the ship of a sentence that begins behind another state",
        "The Special Forces trained with the Kenyan Navy. The ship helped. The commander of the ship, Commander Al Poe, spoke.",
        "Al Poe", publisher="Spanish Navy", country="ES",
    ),
    case(
        "a minister who signs on behalf of a state",
        "Defence Minister Al Poe signed on behalf of Zambia while Minister Bo Ray signed for Malawi.",
        "Al Poe", publisher="Malawi News Agency", country="ZM",
    ),
    case(
        "who is at the head of a delegation",
        "At the head of the Brazilian delegation is the Commander of the 1st Brigade, General Al Poe.",
        "Al Poe", publisher="Guyana Defence Force", country="BR",
    ),
    case(
        "a host in full who later accompanies the guests",
        "It was opened by General Al Poe. The next day the Japanese General Ken Ito, accompanied by General Poe, left.",
        "Al Poe", publisher="Philippine Army", country="PH",
    ),
    case(
        "the commander of a contingent that an organization leads",
        "The commander of the contingent in the KFOR operation, Colonel Al Poe, spoke.", "Al Poe", publisher="Slovenian Army", country="SI",
    ),
    case(
        "who invites to the state where one is",
        "The General is in the Kingdom of Tonga on a visit at the invitation of the Chief of Defence Staff, Brigadier General Al Poe.",
        "Al Poe", publisher="Republic of Fiji Military Forces", country="TO",
    ),
    case(
        "an envoy to a state and a region",
        "British High Commissioner to Barbados and the Eastern Caribbean, Mr. Al Poe, also attended.",
        "Al Poe", position="High Commissioner to Barbados and the Eastern Caribbean", country="GB",
    ),
    case(
        "the delegation of an organization", "The NATO delegation also included Al Poe, Head of Press.", "Al Poe",
        publisher="Ministry of Defence of Montenegro", organization="NATO", country="INT",
    ),
    case("a given name that is a verb in small letters", "Vice Admiral Said bin Hamad al Busaidi met them.", "Said bin Hamad al Busaidi"),
    case("a small word that opens a name", "The deputy director, Datin Nor Azlina Hashim, spoke.", "Nor Azlina Hashim"),
    case(
        "a successor takes office, body and country over",
        "Colonel Iskandar Yusof, the Defence Adviser of the High Commission of Malaysia, and his successor, Commander Aida Rahim, called.",
        "Aida Rahim", publisher="Bangladesh Army", position="Defence Adviser", organization="High Commission of Malaysia", country="MY",
    ),
    case(
        "the leader of a delegation serves where it comes from",
        "A delegation of the Tunisian Navy headed by Captain Sami Trabelsi arrived.",
        "Sami Trabelsi", position=None, organization="Tunisian Navy", country="TN",
    ),
    case(
        "the head of a body that is not a delegation",
        "The Vigo Institute, headed by Dr. Ana Lema, took part.", "Ana Lema", position="head", organization="Vigo Institute",
    ),
    case(
        "a delegation of a ministry",
        "A delegation from the Ministry of Defence of Mali, led by Secretary-General Col. Moussa Keita, came.",
        "Moussa Keita", publisher="Rwanda Defence Force", organization="Ministry of Defence of Mali", country="ML",
    ),
    case(
        "an officer in a row that closes with other officers of a force",
        "Malawi Defence Force (MDF) hosted them. Present were Brig Gen Dan Phiri, Colonel Ruth Banda and other senior MDF officers.",
        "Dan Phiri", organization="Malawi Defence Force",
    ),
    case(
        "a joined office tells the country by its body",
        "He met Deputy Minister of Defence and Chief of the General Staff of the Lao People’s Army, General Khamla Vong.",
        "Khamla Vong", publisher="Vietnam News Agency", country="LA",
    ),
    case(
        "counterparts in the order of those whom they meet",
        "Foreign Minister Ana Lopez and Defense Minister Luis Vera met their Bolivian counterparts Rosa Mamani and Juan Quispe.",
        "Juan Quispe", position="Defense Minister", country="BO",
    ),
    case(
        "a second office of the state that owns the first",
        "Laos’s Foreign Minister Bua Keo and Defence Minister Kham Sy came to Hanoi.",
        "Kham Sy", publisher="Vietnam News Agency", country="LA",
    ),
    case(
        "a delegation taken up as one",
        "The delegation of Kazakhstan was headed by Deputy Minister Arman Seitov, the Danish one by Director of Policy Ulla Bech.",
        "Ulla Bech", publisher="Kazinform", country="DK",
    ),
    case(
        "a traveller named again does not become a host",
        "Deputy Advisor Joan Harlan travelled to Kenya and Togo. In Nairobi, Ms. Harlan met with President Otieno Were.",
        "Joan Harlan", publisher="The White House", country="US",
    ),
    case(
        "a commander serves in the service that the release names",
        "The Commander of the Army, General Nuwan Perera, praised the Sri Lanka Army.",
        "Nuwan Perera", publisher="Sri Lanka Army", organization="Sri Lanka Army",
    ),
    case(
        "a force commander does not serve in the coast guard named before",
        "A deal was signed with the Seychelles Coast Guard, in the presence of the Force Commander, Commodore Rui Vaz.",
        "Rui Vaz", publisher="European Union", organization=None,
    ),
    case(
        "an officer of a state that is no body",
        "The Togolese Air Force met Brig. Gen. Ann Hale and Command Sgt. Maj. Bo Dent, the state’s senior enlisted leader.",
        "Bo Dent", publisher="Maine National Guard", country="US", organization=None,
    ),
    case(
        "forces in a territory are those of its state",
        "They met Rear Admiral Luc Perrin, Commander of the Armed Forces in French Polynesia.", "Luc Perrin",
        organization="Armed Forces in French Polynesia", country="FR",
    ),
    case(
        "a minister where a release of another state is written",
        "Benin hosted. The band played. Minister of the Armed Forces Koffi Zinsou spoke of Benin and of Benin’s coast.", "Koffi Zinsou",
        publisher="Maine National Guard", dateline="COTONOU, Benin", country="BJ",
    ),
    case(
        "a chief of forces in the forces of his state",
        "They met General Tevita Fale, Chief of Defence Forces of the Royal Tongan Services.", "Tevita Fale",
        position="Chief of Defence Forces", organization="Royal Tongan Services",
    ),
    case(
        "the place that an official leaves tells whose official it is",
        "Chief of Naval Staff Admiral Karim Uddin left Dhaka for Muscat on a visit to Oman. He will meet Omani officers in Oman.",
        "Karim Uddin", country="BD",
    ),
    case(
        "an acronym closes the office of a chief who is called on",
        "General Bence Szabo of the Hungarian Army called on General Imran Qazi, Chief of Army Staff (COAS) at General Headquarters today.",
        "Imran Qazi", publisher="Press Office, Pakistan", position="Chief of Army Staff", organization=None, country="PK",
    ),
    case(
        "a chief of a service staff serves in the service",
        "He met the Chief of Defence Staff of the Jamaican Coast Forces (JCF), Rear Adm. Neil Ashe.", "Neil Ashe",
        position="Chief of Defence Staff", country="JM",
    ),
    case(
        "attachés of two states in turn",
        "The Defence Attachés (DAs) of Denmark and Austria accredited to Ghana, Lieutenant Colonel (Lt Col) Mads Dahlrup and "
        "Brigadier General (Brig Gen) Uwe Lang, called on the chief.",
        "Uwe Lang", publisher="Ghana Armed Forces", rank="Brigadier General", position="Defence Attaché", country="AT",
    ),
    case(
        "a deputy of the second state that a plural names",
        "The deputy ministers of defence of Poland and Slovakia, Jan Kowal and Ivan Hrasko, met.", "Ivan Hrasko",
        publisher="Ministry of National Defence of Poland", position="deputy minister of defence", country="SK",
    ),
    case(
        "an observer for a state",
        "Kosovo was represented as an observer by Minister Ilir Krasniqi.", "Ilir Krasniqi", publisher="Albania Daily", country="XK",
    ),
    case(
        "a host who receives a traveller",
        "The Chief paid a working visit to Cairo. He laid a wreath and was received by the Minister of Defence, General Adel Naguib.",
        "Adel Naguib", publisher="Hellenic National Defence General Staff", country="EG",
    ),
    case(
        "a companion of the guest",
        "The chief met his guest of Fiji. Fiji thanked him. The guest was accompanied by Colonel Mere Vula.", "Mere Vula",
        publisher="Ministry of Defence of Indonesia", country="FJ",
    ),
    case(
        "an ambassador in a release about one other state",
        "Minister Jan Novak of Slovakia came. Slovakia thanked Poland. Slovakia agreed.\n\nAmbassador Petra Malik attended.",
        "Petra Malik", publisher="Ministry of National Defence of Poland", country="SK",
    ),
    case(
        "an attaché of the embassy",
        "Saudi Ambassador to Germany Noura Al-Amri; and Military Attaché Brigadier General Majid Al-Harbi attended it in Berlin.",
        "Majid Al-Harbi", publisher="SPA", country="SA",
    ),
    case(
        "a state in the name of a delegation to an organization",
        "He met Lieutenant General Kaan Erol, head of NATO’s Turkish Military Delegation.", "Kaan Erol", country="TR",
    ),
    case("a given name cut short", "Undersecretary Ma. Lourdes G. Santos spoke.", "Ma. Lourdes G. Santos"),
    case("a rank of an air force", "Vice Marshal TNI Rahmat Hidayat spoke.", "Rahmat Hidayat", rank="Vice Marshal"),
    case(
        "a deputy head for a field",
        "Datin Azlina Hashim, the deputy secretary-general of ASEAN for Political-Security Community, spoke.", "Azlina Hashim",
        organization="ASEAN", position="deputy secretary-general for Political-Security Community",
    ),
    case(
        "a sheikh of a state that is told before him",
        "He met HE Minister of Defense of the State of Kuwait Sheikh Badr Ali Al-Sabah.", "Badr Ali Al-Sabah",
        publisher="Ministry of Defence of Qatar", position="Minister of Defense", country="KW",
    ),
    case("an engineer by trade", "Lt. Gen. Engineer Rashid Al Amri spoke.", "Rashid Al Amri", rank="Lieutenant General"),
    case("a given name that is a title", "Lieutenant General Sultan Kamalov spoke.", "Sultan Kamalov", rank="Lieutenant General"),
    case("a sultan", "Sultan Haitham spoke.", "Haitham", position="Sultan"),
    case(
        "an office of a party gives way to one of the state",
        "General Bui Van Nam, Deputy Secretary of the Central Military Commission and Minister of National Defence, spoke.", "Bui Van Nam",
        position="Minister of National Defence",
    ),
    case(
        "a short form in another language behind an office", "Minister of Defense (Menhan) Rudi Hartono spoke.", "Rudi Hartono",
        position="Minister of Defense",
    ),
    case(
        "a field that somebody has charge of", "Minister Delegate to the Prime Minister in charge of Defence Colonel-Major Ali Sy came.",
        "Ali Sy", rank="Colonel-Major", position="Minister Delegate to the Prime Minister in charge of Defence",
    ),
    case("a chief of an army who is a general", "Chief of Army General Dato’ Razak bin Omar spoke.", "Razak bin Omar", rank="General"),
    case("a rank in Malay", "Leftenan Jeneral Datuk Azman Yusof spoke.", "Azman Yusof", rank="Leftenan Jeneral"),
    case("a general of an army corps", "General of the Army Corps Moussa Diouf spoke.", "Moussa Diouf", rank="Army Corps General"),
    case(
        "an under secretary whom only one state words so", "He met Under Secretary of Defense for Policy Ann Hale.", "Ann Hale",
        publisher="Department of National Defense Philippines", country="US",
    ),
    case("a commissar", "Colonel Ha Van Minh, Political Commissar of Brigade 131, spoke.", "Ha Van Minh", position="Political Commissar"),
    case(
        "a secretary of the ministry at home beside an embassy",
        "Chargé d’Affaires of the U.S. Embassy Paul Hart, Parliamentary Secretary of the Ministry of Defence Līga Ozola and Permanent "
        "Secretary of the Estonian Ministry of Defence Kusti Tamm met.", "Līga Ozola",
        publisher="Ministry of Defence of Latvia", country="LV",
    ),
    case(
        "a body without a state tells no side where nobody says whose release it is",
        "Vice Admiral Kaan Polat, Commander of the Northern Sea Area Command, met Somalia’s Minister Abdi Nur.", "Kaan Polat",
        country=None,
    ),
    case(
        "the navy that welcomes is at home", "The Omani ships were warmly welcomed by the Fiji Navy. Commander Western Area, "
        "Rear Admiral Tomasi Vula met them. Oman thanked Fiji.", "Tomasi Vula", country="FJ",
    ),
    case(
        "an office over ships of a state", "The Commanding Officer of the visiting Fijian ships, Captain Mere Vula, came.",
        "Mere Vula", publisher="Sri Lanka Navy", country="FJ",
    ),
    case(
        "a given name that is an English word", "He met with Mads Ovesen, Denmark’s Minister of Defence, to talk.", "Mads Ovesen",
        position="Minister of Defence", country="DK",
    ),
    case("an acting person of a service", "Arman Seitov of the press service noted that it went well.", "Arman Seitov"),
    case(
        "a general of the marines", "He met Commander of the Southern Command, US Marine Corps General John Ferris.", "John Ferris",
        rank="General", position="Commander",
    ),
    case("a general of a corps", "Corps General Omar Tas spoke.", "Omar Tas", rank="Army Corps General"),
    case(
        "a commissioner of police who is a general", "Commissioner of Police Major General Anton Reed spoke.", "Anton Reed",
        rank="Major General", position="Commissioner of Police",
    ),
    case("a general of the police", "Police Major General Anan Suk spoke.", "Anan Suk", rank="Police Major General"),
    case(
        "branches and a stroke behind a rank", "He met Major General Staff Pilot / Salem Hamad Al Dhali, Commander of the College.",
        "Salem Hamad Al Dhali", rank="Major General", position="Commander",
    ),
    case("a corps behind a rank", "The head of the department Colonel of Justice O. Petrenko spoke.", "O. Petrenko", rank="Colonel"),
    case("an office of justice", "Minister of Justice Oleg Petrenko spoke.", "Oleg Petrenko", position="Minister of Justice", rank=None),
    case("initials whose last one lacks its stop", "Major General (Rtd) Karl D.N.P Namuhuja spoke.", "Karl D.N.P Namuhuja"),
    case("a surname that is also short for a rank", "The force commander is Major General Stefano Del Col.", "Stefano Del Col"),
    case("a given name that is a verb", "Colonel Dewa Made Sudiarta spoke.", "Dewa Made Sudiarta", rank="Colonel"),
    case("a given name that is a verb, behind a branch", "Vice Marshal TNI Made Sudiarta spoke.", "Made Sudiarta"),
    case("a given name that is an office", "General Abdul Amir Rashid Yarmuk spoke.", "Abdul Amir Rashid Yarmuk"),
    case("a given name that is an office, behind a rank", "General Amir Hatam spoke.", "Amir Hatam", rank="General", position=None),
    case("an emir", "He met the Amir of Qatar, Sheikh Tamim bin Hamad.", "Tamim bin Hamad", position="Amir", country="QA"),
    case("an office in two letters", "He met BSF DG Rakesh Astha.", "Rakesh Astha", position="DG", organization="BSF"),
    case("an office in two letters behind a name", "Rakesh Astha, DG BSF, spoke.", "Rakesh Astha", position="DG", organization="BSF"),
    case(
        "an acronym behind an office", "Director General ISPR Major General Asif Gul spoke.", "Asif Gul",
        position="Director General", organization="ISPR",
    ),
    case("a surname in capitals behind an office", "He met Minister KATSI of Georgia.", "KATSI", position="Minister", organization=None),
    case(
        "an officer who directs studies", "Air Vice Marshal Tejbir Sen, the Senior Directing Staff at the National Defence College, spoke.",
        "Tejbir Sen", position="Senior Directing Staff", organization="National Defence College",
    ),
    case(
        "an attaché of several services", "Colonel Denis Shkod, Military, Air and Naval Attaché of Russia, spoke.", "Denis Shkod",
        position="Military, Air and Naval Attaché", country="RU",
    ),
    case(
        "letters that are an acronym before an office", "Major General Salim Qasim, NDC Commandant, spoke.", "Salim Qasim",
        position="Commandant", organization="NDC",
    ),
    case("letters behind a name", "General Al Reed, ndc, psc, Commander of the Fleet, spoke.", "Al Reed", position="Commander"),
    case(
        "justice as a field", "Ministry of Defence, Justice and Security permanent secretary Ms Mata Bokolo spoke.", "Mata Bokolo",
        position="permanent secretary", organization="Ministry of Defence, Justice and Security",
    ),
    case("a justice", "He met the Chief of Staff, and Justice Jon Kamand.", "Jon Kamand", position="Justice"),
    case(
        "a commander of the force of a mission", "UNMIL Force Commander Major-General Mo Khalil spoke.", "Mo Khalil",
        position="Force Commander", organization="UNMIL", country="INT",
    ),
    case("a commander of a force", "The Kosovo Force Commander, Major General Al Ulu, spoke.", "Al Ulu", organization="Kosovo Force"),
    case(
        "a division under a department",
        "Major General Bun Seng, head of the protection division under the General Department of Politics, spoke.", "Bun Seng",
        position="head of the protection division", organization="General Department of Politics",
    ),
    case(
        "armed forces in small letters", "Gen. Luis Contrera, chief of the joint command of the Peruvian armed forces, spoke.",
        "Luis Contrera", position="chief of the joint command", organization="Peruvian armed forces", country="PE",
    ),
    case(
        "an operation before an office", "He met the Operation Larka Commander, Maj Gen Dan Okello.", "Dan Okello",
        position="Operation Larka Commander",
    ),
    case(
        "a base behind an office", "He met the Base Commander Kisoro, Brigadier Shad Musoke.", "Shad Musoke",
        position="Base Commander Kisoro",
    ),
    case("a base commander by name", "He met Base Commander Musoke and Brigadier Reed.", "Musoke", position="Base Commander"),
    case(
        "what an officer commands", "The Flag Officer Commanding the Naval Service, Commodore Fergal Rua, spoke.", "Fergal Rua",
        position="Flag Officer Commanding", organization="Naval Service",
    ),
    case(
        "where an ambassador lives", "Peru's Ambassador to Lebanon, resident in Cairo, Ms Ana Kilbride, spoke.", "Ana Kilbride",
        position="Ambassador to Lebanon", country="PE",
    ),
    case(
        "where an ambassador lives, in brackets", "The Ambassador of Peru to Oman (residence in Cairo) Ana Kilbride spoke.", "Ana Kilbride",
        position="Ambassador to Oman", country="PE",
    ),
    case(
        "an attaché who lives elsewhere", "He met Colonel Mindas Stankus, non-resident Defence Attaché.", "Mindas Stankus",
        position="non-resident Defence Attaché",
    ),
    case(
        "the body right behind an office", "Chairman Senate Committee on Defence Senator Omar Hussain spoke.", "Omar Hussain",
        position="Chairman", organization="Senate Committee on Defence",
    ),
    case(
        "the service right behind an office", "He met Commandant Coast Guard Colonel Amina Rishfa.", "Amina Rishfa", rank="Colonel",
        position="Commandant", organization="Coast Guard",
    ),
    case(
        "a service before a rank", "SBDF Commander Air Force Gen. Glen Hale spoke.", "Glen Hale", position="Commander", organization="SBDF",
    ),
    case(
        "a fleet and its admiral", "Commander US Pacific Fleet Admiral Al Reed spoke.", "Al Reed", rank="Admiral",
        organization="US Pacific Fleet",
    ),
    case("an admiral of the fleet", "Fleet Admiral Igor Kasat spoke.", "Igor Kasat", rank="Fleet Admiral"),
    case("a general of the U.S. Army", "Army General Laura Reed, commander of US Southern Command, spoke.", "Laura Reed", rank="General"),
    case("a general of an army", "Army General Viktor Zolin of Russia spoke.", "Viktor Zolin", rank="Army General", country="RU"),
    case(
        "an adviser to the head of a body", "The Assistant to the Chief of Staff of the Kenya Army, Colonel Al Poe, spoke.", "Al Poe",
        position="Assistant to the Chief of Staff", organization="Kenya Army",
    ),
    case("a ship's commander", "The Peru Navy sent a ship. The ship's commander, Captain Al Poe, spoke.", "Al Poe", organization=None),
    case(
        "a firm right behind an office", "He met the Chairman VARNEX Group, Dr. Tayo Afola, CON.", "Tayo Afola", position="Chairman",
        organization="VARNEX Group",
    ),
    case("a surname in capitals before a group", "He met Chairman AFOLA and the Group.", "AFOLA", position="Chairman"),
    case(
        "the forces of a state right behind an office", "He met Commander Kuwait Naval Forces Brigadier General Hazza Al-Alat.",
        "Hazza Al-Alat", rank="Brigadier General", position="Commander", organization="Kuwait Naval Forces",
    ),
    case(
        "a service of the United States before a rank", "The SOUTHCOM commander U.S. Army Gen. Laura Reed spoke.", "Laura Reed",
        position="commander", organization="SOUTHCOM",
    ),
    case(
        "a title in a body", "The Chief of Defence Forces in the UPDF, Gen. David Muhozi, spoke.", "David Muhozi",
        position="Chief of Defence Forces", organization="UPDF",
    ),
    case(
        "fields of work that sound like a body", "The Chief of Personnel and Administration, Maj. Gen George Igum, spoke.",
        "George Igum", position="Chief of Personnel and Administration", organization=None,
    ),
    case(
        "where a chief is called on", "Air Marshal Zubair Sial, Chief of the Air Staff at Air Headquarters, spoke.", "Zubair Sial",
        position="Chief of the Air Staff", organization=None,
    ),
    case(
        "where a chief of staff serves", "He met the Chief of Staff at the General Headquarters, Major General Al Poe.", "Al Poe",
        position="Chief of Staff", organization="General Headquarters",
    ),
    case(
        "two words in brackets", "The Army Chief of Staff (RDF ACOS), Lt Gen Mubarak Mugan, spoke.", "Mubarak Mugan",
        position="Army Chief of Staff",
    ),
    case(
        "the head of a delegation of forces", "The head of the Kenya Defence Forces delegation, Colonel Al Poe, spoke.", "Al Poe",
        position="head", organization="Kenya Defence Forces",
    ),
    case("who somebody is", "The current force commander is Major General Al Poe.", "Al Poe", position="force commander"),
    case("what somebody is", "The commander is late. Major General Al Poe waited.", "Al Poe", position=None),
    case(
        "an envoy to two organizations", "Military Representative of Latvia to the EU and NATO General Vita Vaišna spoke.", "Vita Vaišna",
        position="Military Representative to the EU and NATO", organization=None, country="LV",
    ),
    case(
        "a ministry and an organization", "Minister of Defence and NATO Secretary General Jens Berg spoke.", "Jens Berg",
        position="Secretary General", organization="NATO",
    ),
    case("an attaché of services", "The Army, Navy and Air Attaché, Ali Reed, spoke.", "Ali Reed", position="Army, Navy and Air Attaché"),
    case("a commander after services", "Police, Army and Navy Commander Ali Reed spoke.", "Ali Reed", position="Army and Navy Commander"),
    case("a rank with hyphens and stops", "The mission’s chief of staff, Maj.-Gen. Leo Mwangi, spoke.", "Leo Mwangi", rank="Major General"),
    case("a style before a name behind a link", "He met the Ambassador of Peru in Kenya His Excellency Ivo Paz.", "Ivo Paz",
         position="Ambassador in Kenya", honorific="His Excellency", country="PE"),
    case("a state in its full form", "He met Ivo Paz, Minister of Defense of the Republic of Italy.", "Ivo Paz",
         position="Minister of Defense", country="IT"),
    case("where the holder of an office of state was met", "He met Ivo Paz, the Prime Minister of the Kingdom of Norway in Oslo, Norway.",
         "Ivo Paz", position="Prime Minister", country="NO"),
    case("a place before one who visits it", "He received at the Pearl Palace visiting Chinese Defence Minister General Li Wen.",
         "Li Wen", position="Defence Minister", country="CN"),
    case("a deputy with a capital", "Visiting Deputy chief of Staff of British Army General Al Poe spoke.", "Al Poe",
         position="Deputy chief of Staff", organization="British Army"),
    case("a commander behind a body that nobody knows", "“Yes,” said Colonel Al Poe, the AFNORTHE commander.", "Al Poe",
         position="commander", organization="AFNORTHE"),
    case("a commander behind a name of two parts", "“Yes,” said Colonel Al Poe, JTF-Larch commander.", "Al Poe",
         position="commander", organization="JTF-Larch"),
    case("a name is no body", "“Yes,” said Colonel Al Poe, Brookfield commander.", "Al Poe", organization=None),
    case("a command of a state in capitals", "General Al Poe, Deputy Commander of the US NAVSOUTHE, spoke.", "Al Poe",
         position="Deputy Commander", organization="US NAVSOUTHE"),
    case("an engineer before his name", "Minister for Defence Engineer Tariq Aziz Lone spoke.", "Tariq Aziz Lone",
         position="Minister for Defence", honorific="Engineer"),
    case("a branch between body and rank", "He met Director Special Services Division Superintendent Al Poe.", "Al Poe",
         position="Director", organization="Special Services Division", rank="Superintendent"),
    case("the head of a police force", "He met the Commissioner of Police Kofi Mensah.", "Kofi Mensah",
         position="Commissioner of Police", rank=None),
    case("a rank of the police that is cut short", "He met COP Kofi Mensah.", "Kofi Mensah", position=None, rank="Commissioner of Police"),
    case("a rank and a courtesy at a stroke", "Present were Director-General Legal, COP/Mr Kofi Mensah, and others.", "Kofi Mensah",
         position="Director-General Legal", rank="Commissioner of Police"),
    case("an assistant of a head of police behind a name",
         "Maj Gen Adil Al Harthy, Assistant Inspector General of Police for Operations, Maj Gen Saif Al Siyabi, spoke.", "Adil Al Harthy",
         position="Assistant Inspector General of Police for Operations", rank="Major General"),
    case("the acronym of an office behind it", "The Inspector General of Police, IGP Kofi Mensah, spoke.", "Kofi Mensah",
         position="Inspector General of Police"),
    case("a counterpart whose own office follows",
         "The chief of police met his Kenyan counterpart, General Al Poe, Chief of the Defence Forces of Kenya, at home.", "Al Poe",
         position="Chief of the Defence Forces", country="KE"),
    case("a head of delegation whose own office follows",
         "The head of the delegation, Colonel Al Poe, who also serves as the Director of Coordination for the Kenya Army, spoke.", "Al Poe",
         position="Director of Coordination", organization="Kenya Army"),
    case("who is appointed to an office", "He announced the appointment of Colonel Al Poe of Kenya as Force Commander of UNMIL.", "Al Poe",
         position="Force Commander", country="KE"),
    case("a field of a continent", "He met the Deputy Director General for North American Affairs of the Foreign Ministry, Arima Yuta.",
         "Arima Yuta", position="Deputy Director General for North American Affairs", organization="Foreign Ministry"),
    case("a field that is not English", "He met Minister of Foreign and Caricom Affairs Dr Al Poe.", "Al Poe",
         position="Minister of Foreign and Caricom Affairs"),
    case("a field behind a dash", "He met the Minister of State for Defence – General Duties Hon Al Poe.", "Al Poe",
         position="Minister of State for Defence – General Duties"),
    case("fields in capitals and words", "They met the Deputy Secretary General for CSDP and Crisis Response, Mr. Al Poe.", "Al Poe",
         position="Deputy Secretary General for CSDP and Crisis Response"),
    case("at whose coming somebody else acts", "On the arrival of the Defence Advisor to Peru, General Al Poe met him.", "Al Poe",
         position=None),
    case("a surname of Nepal", "General Gaurav Kumar KC of Nepal spoke.", "Gaurav Kumar KC", country="NP"),
    case("a counsel of the King", "The member of parliament, Sir Gaurav Kumar KC, spoke.", "Gaurav Kumar"),
    case("a nickname in brackets", "They met the Civilian Deputy to the Commander Francis (Paco) Palmer.", "Francis (Paco) Palmer"),
    case("a preposition as a family name", "He met President To Lam at home.", "To Lam", position="President"),
    case("a short word as a family name", "They met Lieutenant General Be Xuan Tran.", "Be Xuan Tran"),
    case("a name in its own script", "They met Rear Admiral Chang Yu-hsing (張世行), who serves as the Marine Corps' chief of staff.",
         "Chang Yu-hsing", position="chief of staff", organization="Marine Corps"),
    case("who commands a body", "They met Rear Admiral Al Poe, who commands the Navy's 9th Amphibious Fleet.", "Al Poe",
         position="commander", organization="Navy's 9th Amphibious Fleet"),
    case("the office of another country that was named", "He met with the Minister of Defense of this country, Mr. Al Poe, at home.",
         "Al Poe", position="Minister of Defense"),
    case("a professor who holds an office", "He met SAMIM head, Professor Al Poe, at home.", "Al Poe", position="head",
         organization="SAMIM", honorific="Professor"),
    case("a colleague in one body", "The High Commissioner to Fiji, David Dunn, met Navy colleague Captain Al Poe.",
         "Al Poe", position=None),
    case("an acronym that no text spells out, behind an office", "They met Major General Al Poe, Chief of Defence Forces, MNDF, at home.",
         "Al Poe", position="Chief of Defence Forces", organization="MNDF"),
    case("the representative of a secretary general", "I met Ms. Al Poe, Special Representative of the Secretary General in Cyprus.",
         "Al Poe", position="Special Representative of the Secretary General in Cyprus"),
    case("a sultan and his late father",
         "His Majesty Sultan Haji Hamid Bolkiah ibni Al-Marhum Sultan Haji Omar 'Ali Saifuddin of Brunei came.",
         "Hamid Bolkiah ibni Al-Marhum Sultan Haji Omar 'Ali Saifuddin", position="Sultan"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "publisher", "dateline", "fields"), OFFICIALS)
def test_an_official_is_read_whole(body: str, name: str, publisher: str | None, dateline: str | None, fields: dict[str, Any]) -> None:
    found = read(body, publisher=publisher, dateline=dateline)
    assert name in found
    assert {field: getattr(found[name], field) for field in fields} == fields


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param(
            "She thanked Ilze Kalniņa, Kaarel Põder and Åsa Nyström for their help.",
            {"Ilze Kalniņa", "Kaarel Põder", "Åsa Nyström"},
            id="a row of names that are thanked",
        ),
        pytest.param("She visited Nuevo Laredo and Ciudad Guzmán.", set(), id="a row of places"),
        pytest.param("Tunisia was made a Major Non-NATO Ally.", set(), id="a rank that is none"),
        pytest.param("The delegation was headed by Morten Løkke.", {"Morten Løkke"}, id="who heads a delegation"),
        pytest.param("The yard was led by Morten Løkke.", set(), id="what heads a yard"),
        pytest.param("At the yard, Onwe, the Flag Officer Commanding the Fleet, Rear Admiral Al Poe spoke.", {"Al Poe"}, id="a town"),
        pytest.param("She met Zagreb Beta and Peru.", set(), id="a name that is alone"),
        pytest.param("The ship was fitted with Kalvar Nykel and Botors Skald.", set(), id="what a ship is fitted with"),
        pytest.param("Said the minister: it was late. The minister said Hamad left.", set(), id="a verb"),
        pytest.param("They came to Army Headquarters, Sri Jayewardenepura.", set(), id="a courtesy in the name of a town"),
        pytest.param("They met at the Army HQ at Sri Jayamandira.", set(), id="a courtesy in a town that no gazetteer knows"),
        pytest.param("CABO VERMELHO- Chief of the Kenya Defence Forces, General Al Poe, came.", {"Al Poe"}, id="a dateline"),
        pytest.param("The Deputy Chief of Forças Armadas de Moçambique (FAM) Colonel Al Poe spoke.", {"Al Poe"}, id="a body spelled out"),
        pytest.param("He is the Chairman of SADC Troika Chiefs of Defence.", set(), id="a word before those who hold an office"),
        pytest.param("It is held at the Attorney General's Office.", set(), id="an office that bears the title of its head"),
        pytest.param("The Controller of the COVID-19 National Response spoke.", set(), id="a word with a number"),
    ],
)
def test_who_is_named(body: str, names: set[str]) -> None:
    assert set(read(body)) == names


def test_whom_a_minister_thanks_is_not_taken_for_a_countryman() -> None:
    found = read("Minister Nino Beridze thanked Ilze Kalniņa and Åsa Nyström.", publisher="Ministry of Defence of Georgia")
    assert found["Ilze Kalniņa"].country is None
