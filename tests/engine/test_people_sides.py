"""For which country somebody speaks, and in which body: one printed passage of a made-up release, near misses beside hits."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Dropped, Person, Release


def read(body: str, *, publisher: str | None = None, dropped: tuple[Dropped, ...] = (), title: str | None = None) -> dict[str, Person]:
    release = Release(title=title, body=body, publisher=publisher, dropped=dropped)
    both = passages.of(release)
    return {person.name: person for person in people.find(both, release, organizations.find(both, release))}


def case(prose: str, body: str, name: str, *, publisher: str | None = None, **fields: Any) -> Any:
    return pytest.param(body, name, publisher, fields, id=prose)


GUESTS = "General Bo Ray, Chief of Defence Staff of France, {}the Minister for Defence of Ghana, Kofi Adu, {}, on Monday."
SIDES = [
    case(
        "a secretary of whom a spokesman of the Pentagon tells",
        "Pentagon Spokesman Capt. Al Poe provided the following readout:\n\nDeputy Secretary Ray met Norway’s Minister of Defence Li Berg.",
        "Ray", country="US",
    ),
    case(
        "near miss: a spokesman of another ministry",
        "Ministry Spokesman Capt. Al Poe gave the following readout:\n\nDeputy Secretary Ray met Norway’s Minister of Defence Li Berg.",
        "Ray", country=None,
    ),
    case(
        "hosts behind the envoy of the guest",
        GUESTS.format("met ", "the French Ambassador Li Petit, Security Coordinator Al Poe and Colonel Yaw Osei"),
        "Al Poe", publisher="Ministry of Defence of Ghana", country="GH",
    ),
    case(
        "hosts behind the envoy of the guest, along with whom they are met",
        GUESTS.format("met ", "along with the French Ambassador Li Petit, Security Coordinator Al Poe and Colonel Yaw Osei"),
        "Al Poe", publisher="Ministry of Defence of Ghana", country="GH",
    ),
    case(
        "near miss: companions of the guest behind the envoy",
        GUESTS.format("accompanied by the French Ambassador Li Petit, Cooperation Director Al Poe and Colonel Max Noir, met ", "his host"),
        "Al Poe", publisher="Ministry of Defence of Ghana", country="FR",
    ),
    case(
        "a Chief of Defence Staff beside officials of an embassy",
        "Present were the Chief of Defence Staff, Air Commodore Al Poe, Major Bo Ray and other U.S. Embassy officials.",
        "Al Poe", publisher="Ministry of National Security of Trinidad and Tobago", organization=None, country="TT",
    ),
    case(
        "a minister in a state that is named in full",
        "Minister of Defence Bo Ray and Deputy Prime Minister of Defense Affairs in the Sultanate of Oman Al Poe discussed bilateral ties.",
        "Al Poe", publisher="Ministry of Defence of Kuwait", country="OM",
    ),
    case(
        "a counterpart whose own office stands behind the name",
        "It was convened by Secretary Bo Ray and her Singaporean counterpart, General Al Poe, Deputy Secretary of the Ministry of Defence.",
        "Al Poe", publisher="Ministry of Defence of the Philippines", country="SG",
    ),
    case(
        "envoys of two states to a third",
        "The British and Canadian High Commissioners to Guyana, Mr. Bo Ray and Dr. Al Poe, paid a call on the Chief of Staff.",
        "Bo Ray", publisher="Guyana Defence Force", country="GB",
    ),
    case(
        "a navy of another state that calls itself royal",
        "He was met by Rear Admiral Al Poe, Commander of the Royal Navy of Oman (RNO).",
        "Al Poe", publisher="Oman Observer", country="OM",
    ),
    case(
        "a delegation that has somebody at its head",
        "The delegation of the Republic of Namibia had at its head Hon. Bo Ray, Minister of Defence. Included in it were Minister Al Poe.",
        "Al Poe", publisher="Ministry of Defence of Botswana", country="NA",
    ),
    case(
        "a second delegation counted before its country",
        "The seven member Nepali team was headed by Colonel Bo Ray, and the five member British team by Colonel Al Poe.",
        "Al Poe", publisher="Nepali Army", country="GB",
    ),
    case(
        "those on the part of a state",
        "On the Ecuadorian part attended the Vice Minister of Defense, Al Poe.",
        "Al Poe", publisher="Ministry of Defence of Chile", country="EC",
    ),
    case(
        "a row of a list that opens with a state",
        "Ghana: General Bo Ray, Chief of Staff\nTogo: General Al Poe, Chief of the General Staff",
        "Al Poe", publisher="Ministry of Defence of Ghana", country="TG",
    ),
    case(
        "one of a list behind “from” and a state",
        "She was joined by Minister of Defence Bo Ray of Norway and, from Denmark, Permanent Secretary Al Poe.",
        "Al Poe", publisher="Ministry of Defence of Finland", country="DK",
    ),
    case(
        "who does something to travellers abroad",
        "The Minister visited Batumi on 6 May, where he was driven round the port by the Chairman of the Government, Al Poe.",
        "Al Poe", publisher="Ministry of Defence of Turkey", country="GE",
    ),
    case(
        "who accompanies travellers abroad",
        "The Minister visited Batumi on 6 May. He was accompanied by the Chief of the Army, Al Poe.",
        "Al Poe", publisher="Ministry of Defence of Turkey", country="TR",
    ),
    case(
        "a companion of the president who was named before",
        "Guyanese President Irfaan Ali visited the headquarters. The president was accompanied by Captain Al Poe, the adviser.",
        "Al Poe", publisher="U.S. Southern Command", country="GY",
    ),
    case(
        "a companion of the minister where two were named before",
        "Minister Ion Rusu met Canadian Minister of Defence Ana Vera. The minister was accompanied by Captain Al Poe, the adviser.",
        "Al Poe", publisher="Ministry of Defence of Romania", country="RO",
    ),
    case(
        "a companion of a minister where only a president was named before",
        "Guyanese President Irfaan Ali visited the headquarters. The minister was accompanied by Captain Al Poe, the adviser.",
        "Al Poe", publisher="U.S. Southern Command", country="US",
    ),
    case(
        "a minister in a country other than that of a recent conference",
        "They spoke of the recent conference in Prague. Minister of Defence Ana Vera came.", "Ana Vera", country=None,
    ),
    case(
        "the commander of a force of several states whom a minister visits",
        "The Minister visited UNIFIL. She was received by the Head of Mission and Force Commander, General Al Poe.",
        "Al Poe", publisher="Department of Defence of Ireland", country="INT",
    ),
    case(
        "the commander of a force of the publisher’s own",
        "The Minister visited the base. She was received by Amphibious Force Commander General Al Poe.",
        "Al Poe", publisher="Department of Defence of Ireland", country="IE",
    ),
    case(
        "the commander of a regional command of KFOR",
        "He met the Commander of KFOR, General Bo Ray, and the commander of Regional Command West, General Al Poe.",
        "Al Poe", publisher="Ministry of Defence of Slovenia", country="INT",
    ),
    case(
        "the successor of an attaché",
        "He received the Military Attaché of the Russian Federation, Colonel Yev Mal, and his successor, Colonel Al Poe.",
        "Al Poe", publisher="Ministry of National Defence of Laos", country="RU",
    ),
    case(
        "the deputy of a host", "General Bo Ray of Peru and his deputy, Admiral Al Poe, came.", "Al Poe", publisher="U.S. Embassy in Mali",
        country="PE",
    ),
    case(
        "an ambassador told with the country in which the release was written",
        "He received the ambassador of France in the country, Her Excellency Mrs. Ana Vera, on Tuesday.",
        "Ana Vera", publisher="Ministerio de Defensa de la República Dominicana", country="FR",
    ),
    case(
        "a chair of a committee whose state closes a long office",
        "He spoke with Al Poe, Chair of the Committee on Security, Defence and Intelligence of the Verkhovna Rada of Ukraine, about it.",
        "Al Poe", publisher="Latvijas Republikas Saeima", country="UA",
    ),
    case(
        "a commander behind whom the consul of a state is told",
        "The Commander, General Al Poe, and the Consul of Lao PDR in Khon Kaen, Mrs. Vieng Ma, came.",
        "Al Poe", publisher="Royal Thai Army", country="TH",
    ),
    case(
        "who is called on in a house of another state",
        "The commanders called on Captain Al Poe at Headquarters Royal Navy of Oman.", "Al Poe", publisher="Pakistan Navy", country="OM",
    ),
    case(
        "who is called on in a house of the publisher’s own",
        "The commanders called on Captain Al Poe at Naval Headquarters.", "Al Poe", publisher="Pakistan Navy", country="PK",
    ),
    case(
        "the second of two who represent both countries",
        "The delegation of Argentina came. The Joint Staffs of both countries, represented by Admiral Bo Ray and General Al Poe, agreed.",
        "Al Poe", publisher="Ministry of National Defense of Chile", country="AR",
    ),
    case(
        "an officer behind a dateline that spells its country out",
        "DAKAR, Senegal – U.S. Army Maj. Gen. Al Poe arrived on Monday.", "Al Poe", publisher="U.S. Africa Command", country="US",
    ),
    case(
        "a commission of two states with a dash between them",
        "The Nigeria – Cameroon Border Commission, chaired by General Al Poe, met.", "Al Poe", publisher="Nigerian Army", country="INT",
    ),
    case(
        "an officer of an embassy with several posts",
        "The Defense Adviser of the Kenyan Embassy accredited to New Delhi and Sri Lanka, Colonel Al Poe, called on the Commander.",
        "Al Poe", publisher="Sri Lanka Navy", country="KE",
    ),
    case(
        "an adviser with several posts behind the possessive of a state",
        "He came with the UK’s new Defence Adviser to Ghana, and non-resident Defence Attaché to Benin and Togo, Commander Al Poe.",
        "Al Poe", publisher="Ghana Armed Forces", country="GB",
    ),
    case(
        "an officer told behind the adviser of another state",
        "The UK’s Defence Adviser to Ghana, Mary Colton, thanked the Chief of Staff, Colonel Al Poe.",
        "Al Poe", publisher="Ghana Armed Forces", country="GH",
    ),
    case(
        "a minister of a state with its short form",
        "Mr Al Poe, the United Kingdom (UK) Minister for Armed Forces, arrived in Ghana.", "Al Poe", publisher="Ghana Navy", country="GB",
    ),
    case(
        "a minister whose state stands before the verb",
        "Ana Vera, Minister of Defence and Veterans Affairs, South Africa called on General Al Poe.",
        "Ana Vera", publisher="Pakistan Army", country="ZA",
    ),
    case(
        "a minister behind whom another state acts",
        "In a call with Ana Vera, Minister of Defence, Ukraine thanked for the support.",
        "Ana Vera", publisher="Ministry of Defence of Spain", country="ES",
    ),
    case(
        "the leader of a team that was named before with its state",
        "He welcomed a team from the National Defence College (NDC) of Kenya. The team which is in Uganda is led by General Al Poe.",
        "Al Poe", publisher="Uganda Peoples’ Defence Forces", country="KE",
    ),
    case(
        "the leader of one of two teams",
        "He welcomed a delegation of Kenya and a delegation from Mali. The team, which is on a tour, is led by General Al Poe.",
        "Al Poe", publisher="Uganda Peoples’ Defence Forces", country="UG",
    ),
    case(
        "the commander of a ship whose prefix two navies share, beside its people",
        "The Indian Naval Ship (INS) Kestrel arrived. The ship is commanded by Captain Al Poe.", "Al Poe", publisher="Sri Lanka Navy",
        country="IN",
    ),
    case(
        "the second commander of ships of one state",
        "The Commanding Officers of the visiting Indian ships Captain Al Poe, Commandant Bo Ray and Commander Jo Gil called.",
        "Jo Gil", publisher="Sri Lanka Navy", country="IN",
    ),
    case(
        "a chief whose people stand behind the house of the hosts",
        "He received at the headquarters of the Jordan Armed Forces (JAF) Omani Chief of Staff Admiral Al Poe.",
        "Al Poe", publisher="Petra", country="OM",
    ),
    case(
        "who is called on abroad",
        "Admiral Bo Ray visited the Philippines. He made courtesy calls to Defence Undersecretary for Policy Al Poe and the chief.",
        "Al Poe", publisher="Royal Brunei Navy", country="PH",
    ),
    case(
        "a defence secretary of a state that is not the United States",
        "The Ambassador of Kenya to Sri Lanka, Ana Vera, called. Defense Secretary Al Poe received her.", "Al Poe", country="LK",
    ),
    case(
        "a defense secretary where the United States are named",
        "The Secretary of Defense Al Poe spoke. American and Lankan troops met.", "Al Poe", publisher="Sri Lanka Navy", country="US",
    ),
    case(
        "a host of a ship of which the navy of one country tells",
        "The Indian Naval Ship Kestrel is in Galle, the Sri Lankan Navy said. General Bo Ray received the crew.", "Bo Ray", country="LK",
    ),
    case(
        "a host where the navies of two countries tell",
        "On Monday the Indian Navy said so. The Kenyan Navy said so too. The minister, General Bo Ray, spoke.", "Bo Ray", country=None,
    ),
    case(
        "a host of a ship that no reader knows yet",
        "An Indonesian Navy ship arrived for a visit. General Bo Ray received the crew.", "Bo Ray", country=None,
    ),
    case(
        "a host of the adviser of another state",
        "The United Kingdom Defence Adviser visited. General Bo Ray spoke at Naval Headquarters, Abuja.", "Bo Ray", country="NG",
    ),
    case(
        "the minister of an ambassador who is told with the post",
        "The Minister, Ana Vera, met the Ambassador of Chile in Peru, Al Poe, in Santiago.", "Ana Vera", country="CL",
    ),
    case(
        "a minister whom a traveller from elsewhere meets, where the traveller’s seat is told",
        "General Al Poe of U.S. Africa Command, headquartered in Stuttgart, spoke. Minister Ana Vera spoke.", "Ana Vera", country=None,
    ),
    case(
        "an assistant secretary of a department that does not say whose it is",
        "Assistant Secretary of State for African Affairs Ana Vera called Congolese President Ali Bo and Rwandan Minister Al Poe.",
        "Ana Vera", country="US",
    ),
    case(
        "the first of two counterparts whose peoples stand before them",
        "Minister of Defence Ali Bo and his Latvian and Estonian counterparts Artis Vera and Ana Kask agreed.", "Artis Vera", country="LV",
    ),
    case(
        "the second of two counterparts whose peoples stand before them",
        "Minister of Defence Ali Bo and his Latvian and Estonian counterparts Artis Vera and Ana Kask agreed.", "Ana Kask", country="EE",
    ),
    case(
        "one of three counterparts of two peoples",
        "Minister of Defence Ali Bo and his Latvian and Estonian counterparts Artis Vera, Ana Kask and Juri Lepp agreed.",
        "Juri Lepp", country="EE",
    ),
    case(
        "a minister whom nothing marks beside a marked counterpart",
        "Minister of Defence Ana Vera met her South Korean counterpart Cho Min-ho. South Korea thanked her.",
        "Ana Vera", country=None,
    ),
    case(
        "a minister who receives a delegation of the one other state that is named",
        "Minister of Defence Ana Vera received an Egyptian military delegation. She praised the role of Egypt in Yemen.",
        "Ana Vera", country="YE",
    ),
    case(
        "who acts, behind a comma that ends the words before",
        "In a call with Peruvian Minister of Defence Luis Roca, Minister of Defence Ana Vera took up joint exercises.",
        "Ana Vera", country=None,
    ),
    case(
        "who is called on together with a marked one",
        "The delegation met with Peruvian Minister of Defence Luis Roca, General Ana Vera and Colonel Al Poe.",
        "Ana Vera", country="PE",
    ),
    case(
        "a secretary of state for a field, named again by his surname",
        "The Secretary of State for Defence Policy, Ana Vera, spoke. Secretary of State Vera thanked all.", "Ana Vera", country=None,
    ),
    case(
        "one of a row of states whom a minister met",
        "Defense Minister Ali Bo was joined by Bulgaria’s Dragomir Kolev, Georgia’s Levan Maisuradze and Poland’s Wiktor Zych.",
        "Levan Maisuradze", publisher="Turkish Army", position="Defense Minister", country="GE",
    ),
    case(
        "one of a row of states whom a captain met",
        "Captain Ali Bo was joined by Bulgaria’s Dragomir Kolev, Georgia’s Levan Maisuradze and Poland’s Wiktor Zych.",
        "Levan Maisuradze", publisher="Turkish Army", position=None, country="GE",
    ),
    case("the Pentagon in a title", "Pentagon Press Secretary Ada Reed spoke.", "Ada Reed", position="Pentagon Press Secretary",
         organization=None, country="US"),
    case(
        "a school that is taken up",
        "The Officer Cadet School was opened. He was received by the Commandant of the school, Colonel Al Poe.", "Al Poe",
        position="Commandant", organization="Officer Cadet School",
    ),
    case(
        "a committee that is taken up",
        "The National Defence Committee came to Berlin. Deputy Chairman of the Committee Al Poe spoke.", "Al Poe",
        position="Deputy Chairman", organization="National Defence Committee",
    ),
    case(
        "a school that nothing named before", "He was received by the Commandant of the school, Colonel Al Poe.", "Al Poe",
        position="Commandant of the school", organization=None,
    ),
    case("a commander by the acronym of his force", "COMKFOR, Major General Al Poe, met soldiers of KFOR.", "Al Poe",
         position="COMKFOR", organization="KFOR", country="INT"),
    case("the High Representative", "The European Union agreed. High Representative Al Poe spoke.", "Al Poe",
         organization="European Union", country="INT"),
    case("a minister of state for defence affairs", "The Ministry of Defence met. Minister of State for Defence Affairs Al Poe spoke.",
         "Al Poe", publisher="Qatar News Agency", organization="Ministry of Defence"),
    case(
        "a president whom nothing but the name tells",
        "The guest conveyed greetings from President Emmanuel Macron to the head of state.",
        "Emmanuel Macron", publisher="Ministry of Defence of Armenia", country="FR",
    ),
    case(
        "a president by surname and title",
        "President Zelenskyy spoke.", "Zelenskyy", publisher="Ministry of Defence of Armenia", country="UA",
    ),
    case("an officer who bears the name of a president", "General John Howard spoke.", "John Howard", publisher="Fiji Navy", country="FJ"),
    case("a rector who bears the name of a premier", "Rector Gordon Brown spoke.", "Gordon Brown", publisher="Fiji Navy", country="FJ"),
    case(
        "a counterpart at home of another state's minister",
        "Minister of Defence Ana Vera led the talks. Minister Vera spoke. Finland is next, and Minister of Defence Ali Bo invited.",
        "Ali Bo", publisher="Danish Ministry of Defence", country="FI",
    ),
    case(
        "a secretary of state abroad beside the minister at home",
        "Minister of Defence Ana Vera held talks in the UK with Secretary of State for Defence Al Poe. Vera thanked them. Vera left.",
        "Al Poe", publisher="New Zealand Government", country="GB",
    ),
    case(
        "a secretary of state beside the minister of the same state",
        "Minister of Defence Ana Vera saw troops in Djibouti. Secretary of State for Defence Al Poe came to Djibouti.",
        "Al Poe", publisher="Ministerio de Defensa de España", country="ES",
    ),
    case(
        "names behind the possessives of states",
        "Minister Ali Bo was joined by Bulgaria’s Dragomir Kolev, Georgia’s Levan Maisuradze and Poland’s Wiktor Zych.",
        "Levan Maisuradze", country="GE",
    ),
    case(
        "who is called on in a foreign town",
        "The Minister made a courtesy call on the military governor, General Al Poe, in Goma.",
        "Al Poe", publisher="Ministry of Defence of Malawi", country="CD",
    ),
    case(
        "a minister in charge is no chargé",
        "Ms. Ada Reed of the United States was received by the Minister Delegate in charge of National Defense, Mr. Ali Bo.",
        "Ali Bo", publisher="Royaume du Maroc", country="MA",
    ),
    case(
        "a liaison officer of an embassy",
        "He met the US Embassy’s chief military liaison officer Col Ada Reed.",
        "Ada Reed", publisher="Ministry of Defence of Belize", country="US", position="chief military liaison officer",
    ),
    case("a paper that writes from one state", "Minister Ali Bo spoke.", "Ali Bo", publisher="DAILY SABAH WITH AGENCIES", country="TR"),
    case("a ministry whose name one state alone has", "Minister Ada Reed spoke.", "Ada Reed", publisher="National Defence", country="CA"),
    case("a retired officer with an apostrophe", "Unit Director Major (ret’d) Ada Reed spoke.", "Ada Reed", rank="Major"),
    case(
        "who receives a commander does not take the command",
        "Major General Ali Naser received the Commander of U.S. Central Command, General Mike Poe.",
        "Ali Naser", publisher="Jordan Armed Forces", country="JO", position=None,
    ),
    case(
        "a body called by a word that could be a name",
        "The President of the International Committee of the Red Cross, Mira Spol, called.",
        "Mira Spol", publisher="Ministry of Defence of Nepal", country="INT", organization="International Committee of the Red Cross",
    ),
    case(
        "a joint command with its seat",
        "The Commander of Joint Force Command Naples, Admiral Stu Mun, came.",
        "Stu Mun", publisher="Ministry of Defence of Kosovo", country="INT", organization="Joint Force Command Naples",
    ),
    case(
        "a rank behind the staff, a name that is a word",
        "Chief of the Navy Staff Vice Admiral Ion Dan came.",
        "Ion Dan", rank="Vice Admiral", position="Chief of the Navy Staff",
    ),
    case(
        "no mayor but a staff", "Jefe del Estado Mayor Conjunto, General Juan Pal, came.", "Juan Pal",
        rank="General", position="Jefe del Estado Mayor Conjunto",
    ),
    case(
        "a companion told with a pronoun",
        "The Prime Minister of Tonga, Hon. Sio Vave, visited the barracks. He was accompanied by Lord Teo Fusi.",
        "Teo Fusi", publisher="Royal Fiji Military Forces", country="TO",
    ),
    case(
        "a companion of a guest named again",
        "The Commander of the Zambia Army, General Al Poe, was welcomed. Poe was accompanied by Brigadier General Ron Tembo.",
        "Ron Tembo", publisher="Malawi Defence Force", country="ZM",
    ),
    case(
        "a companion of the release’s own minister",
        "The Minister, Ada Wen, spoke. She was accompanied by Colonel Bo Ray.",
        "Bo Ray", publisher="Ministry of Defence of Kenya", country="KE",
    ),
    case(
        "what a delegation includes",
        "The Malawian delegation, headed by Ben Botolo, Permanent Secretary, arrived. It includes Brigadier Sam Phiri.",
        "Sam Phiri", publisher="Ministry of Defence of Zambia", country="MW",
    ),
    case(
        "a team that takes up the guests",
        "Officers of the Brazilian Army visited the base. The team was led by Brigadier General Caio Lima.",
        "Caio Lima", publisher="Guyana Defence Force", country="BR",
    ),
    case(
        "a host at a port of call",
        "The training ship called at Dakar. The officers were received by the Chief of Staff of the Navy, Rear Admiral Abdou Sene.",
        "Abdou Sene", publisher="Brazilian Ministry of Defence", country="SN",
    ),
    case(
        "who briefs a visitor abroad",
        "Admiral Chai Siri visited Malaysia. At Lumut he was briefed by First Admiral Ali Hassan.",
        "Ali Hassan", publisher="Royal Thai Navy", country="MY",
    ),
    case(
        "the second of those met abroad",
        "Minister Anna Roy met in Rabat with the Minister Delegate, Omar Fassi, and the Inspector General, General Said Alami.",
        "Said Alami", publisher="Department of National Defence of Canada", country="MA",
    ),
    case(
        "who is met after a journey was told",
        "The Chief of Staff, General Rob Kos, visited Hungary on Tuesday. He met General Gabor Bor.",
        "Gabor Bor", publisher="Slovenian Armed Forces", country="HU",
    ),
    case(
        "nobody is abroad who visits a town at home",
        "The Chief of Staff, General Rob Kos, visited Maribor on Tuesday. He met General Gabor Bor.",
        "Gabor Bor", publisher="Slovenian Armed Forces", country="SI",
    ),
    case(
        "the commander of a sector abroad, who may be of the contingent",
        "The Minister visited the UNIFIL troops in Lebanon. There she was received by General Al Poe, chief of Sector East.",
        "Al Poe", publisher="Ministry of Defence of Spain", country="ES",
    ),
    case(
        "a contingent’s own commander abroad",
        "The Minister visited Lebanon. There she was received by General Al Poe, commander of the contingent.",
        "Al Poe", publisher="Ministry of Defence of Spain", country="ES",
    ),
    case(
        "who is met in the capital of a people told before",
        "The Minister was on a working visit. During his stay in the Norwegian capital he met with State Secretary Ida Falk.",
        "Ida Falk", publisher="Ministry of National Defence of Poland", country="NO",
    ),
    case(
        "who is met by a guest at home is no host abroad",
        "Peruvian General Luis Roca visited Chile last year. On Monday General Luis Roca met with Deputy Minister Ana Vera.",
        "Ana Vera", publisher="Ministry of National Defence of Poland", country="PL",
    ),
    case(
        "a host after the return home",
        "General Rob Kos visited Hungary. He returned to Ljubljana today. He was received by General Gabor Bor.",
        "Gabor Bor", publisher="Slovenian Armed Forces", country="SI",
    ),
    case(
        "a minister whom an embassy names",
        "On Thursday the Ambassador met with Deputy Minister of Defence Nino Lomi.",
        "Nino Lomi", publisher="British Embassy Tbilisi", country="GE",
    ),
    case(
        "the publisher’s own envoy abroad",
        "The Minister held talks in Luanda. He was accompanied by the Defence Attaché, Colonel Al Poe.",
        "Al Poe", publisher="Ministry of Defence of Spain", country="ES",
    ),
    case(
        "one of a list for a state",
        "They were supported by, for Botswana, Permanent Secretary Ana Vera; and for Zambia, General Al Poe; and the Director, Bo Lee.",
        "Bo Lee", publisher="Ministry of Defence of Botswana", country="ZM",
    ),
    case(
        "a guest whose state closes the name between commas",
        "The Minister received Rear Admiral Ana Vera, of Mexico, and Colonel Al Poe.",
        "Ana Vera", publisher="Ministry of Defence of Chile", country="MX",
    ),
    case(
        "the second of two who lead talks of two states",
        "Talks with Slovakia were held on Monday. They were co-chaired by General Bo Lee and Colonel Ana Vera.",
        "Ana Vera", publisher="Ministry of Defence of Serbia", country="SK",
    ),
    case(
        "the second of two leaders of the publisher’s own",
        "The parade was held on Monday. It was led by General Bo Lee and Colonel Ana Vera.",
        "Ana Vera", publisher="Ministry of Defence of Serbia", country="RS",
    ),
    case(
        "a guest who thanks the hosts",
        "A delegation of the Spanish War College visited the headquarters. Colonel Jo Gil thanked the hosts.",
        "Jo Gil", publisher="Ministry of Defence of Rwanda", country="ES",
    ),
    case(
        "the head of the guests",
        "The guests came from the Royal Moroccan Armed Forces. Brig. Gen. Omar Alaoui, the delegation chief, said so.",
        "Omar Alaoui", publisher="U.S. European Command", country="MA",
    ),
    case(
        "the commander of a foreign ship by its prefix",
        "BRP Bantay arrived in Jakarta. The ship is commanded by Commander Ada Wen.",
        "Ada Wen", publisher="Indonesian Navy", country="PH",
    ),
    case(
        "the commander of a ship whose state its kind tells",
        "The Spanish offshore patrol vessel Faro called at Praia. The Commanding Officer, Captain Luz Gil, visited the centre.",
        "Luz Gil", publisher="Cabo Verde Coast Guard", country="ES",
    ),
    case(
        "a prefix that several navies share does not tell",
        "KNS Mamba sailed with the guests. Captain Ada Wen, Commanding Officer, INS Kestrel, called on the mayor.",
        "Ada Wen", publisher="Indian Navy", country="IN",
    ),
    case(
        "a delegation named by its service",
        "The Japan Ground Self-Defense Force (JGSDF) sent guests. The JGSDF team, led by its Director of Plans, General Ito Gen, left.",
        "Ito Gen", publisher="Philippine Army", country="JP",
    ),
    case("a governor of a province of two words", "He met the governor of North Amaru, General Al Poe, in town.", "Al Poe",
         position="governor of North Amaru"),
    case("a minister of two fields", "Ada Wen, Minister for Defence and National Service, spoke.", "Ada Wen",
         position="Minister for Defence and National Service", organization=None),
    case("a police rank in full", "Deputy Commissioner of Police Ada Wen gave an account.", "Ada Wen",
         rank="Deputy Commissioner of Police"),
    case("the service behind a name and a comma", "General Al Poe, of the Army; and Admiral Bo Ray, of the Navy, came.", "Bo Ray",
         organization="Navy"),
    case("somebody who answers for others", "Responding on behalf of the DAs, the Defence Adviser of India, Colonel Asha Rao spoke.",
         "Asha Rao", publisher="Nigerian Army", country="IN", position="Defence Adviser"),
    case("letters with stops behind a name", "The Minister of Defence, the Honourable Ada Wen M.P. spoke.", "Ada Wen",
         position="Minister of Defence"),
    case(
        "the commander of a foreign army in a row of offices before names",
        "Present were the Permanent Secretary, Dr. Ada Wen, the Commander of the Zambia Army, Major General Bo Lungu, and Mr. Ito.",
        "Bo Lungu", publisher="Ministry of Defence of Kenya", country="ZM", position="Commander", organization="Zambia Army",
    ),
    case(
        "whose neighbour in the row keeps the release’s own country",
        "Present were the Chief of Staff, General Ada Wen, the Ambassador of Peru, Rosa Paz, and the Mayor, Eva Odhiambo.",
        "Ada Wen", publisher="Ministry of Defence of Kenya", country="KE",
    ),
    case(
        "the ambassador behind a comma, without a courtesy",
        "Present were the Chief of Staff, General Ada Wen, the Ambassador of Peru, Rosa Paz, and the Mayor, Eva Odhiambo.",
        "Rosa Paz", publisher="Ministry of Defence of Kenya", country="PE", position="Ambassador",
    ),
    case(
        "a second office of a state stays with the name before it",
        "General Ada Wen, President of the Transition, Head of State of Burkina Faso, spoke.",
        "Ada Wen", publisher="Ministry of Defence of Mali", country="BF",
    ),
    case(
        "who invites is of the state that is visited",
        "The delegation is on a visit to Latvia, upon invitation of the Chief of the General Staff, General Juris Ozols.",
        "Juris Ozols", publisher="Ministry of Defence of Albania", country="LV",
    ),
    case(
        "the secretary general of an organization that the sentence names",
        "Minister Kaya is in Brussels for the NATO meeting held under the chairmanship of Secretary General Ole Lund.",
        "Ole Lund", publisher="Ministry of National Defence of Türkiye", country="INT", organization="NATO",
    ),
    case(
        "the secretary general of a ministry who goes along to it",
        "Minister Kaya went to the NATO meeting, accompanied by Secretary General Ole Lund.",
        "Ole Lund", publisher="Ministry of Defence of Norway", country="NO",
    ),
    case(
        "companions told in two groups",
        "Mr. Reed of the United States was accompanied by Colonels Al Poe, Attaché, and Bo Ray; as well as by Majors Cy Dow and Ed Fox.",
        "Ed Fox", publisher="Ministry of Defence of the Dominican Republic", country="US", rank="Major",
    ),
    case(
        "an officer of a joint force, whatever the state",
        "General Ion Pop took over the duties of Commander of the European Union Force (EUFOR) from General Imre Kis of Hungary.",
        "Imre Kis", publisher="EUFOR Public Affairs Office", country="INT", position="Commander",
    ),
    case(
        "the body whose command changes hands",
        "Colonel Mart Saar handed over the command of the 2nd Infantry Brigade to Lieutenant Colonel Ants Lill.",
        "Ants Lill", publisher="Estonian Defence Forces", organization="2nd Infantry Brigade", position=None,
    ),
    case(
        "no body where something else is handed over",
        "Colonel Mart Saar handed over the keys of the 2nd Infantry Brigade to Lieutenant Colonel Ants Lill.",
        "Ants Lill", publisher="Estonian Defence Forces", organization=None,
    ),
    case(
        "a chamber that only its state shows to be a body",
        "The Chairman of the Halk Kurultai of Turkmenistan Merdan Orazov received the guest.",
        "Merdan Orazov", publisher="Ministry of Defence of Türkiye", country="TM", position="Chairman",
    ),
    case(
        "the higher of two offices of one person",
        "President of Turkmenistan, Supreme Commander-in-Chief of the Armed Forces Merdan Orazov received the guest.",
        "Merdan Orazov", publisher="Ministry of Defence of Türkiye", country="TM", position="President",
    ),
    case(
        "a field of work before the body",
        "The Director of Plans of the Polish Army, Colonel Jan Bąk, spoke.",
        "Jan Bąk", publisher="Ministry of Defence of Latvia", country="PL", position="Director of Plans", organization="Polish Army",
    ),
    case(
        "ranks told together of officers in a row",
        "Cols. Ana Ruiz, director of intelligence; Eva Paz, director of operations; and Luz Gil, director of training, took turns.",
        "Eva Paz", rank="Colonel", position="director of operations",
    ),
    case("a surname that is a verb as well", "Brigadier General Omar Said, and others, spoke.", "Omar Said", rank="Brigadier General"),
    case("a surname behind a particle that is a rank as well", "Major General Ugo Del Col of UNIFIL spoke.", "Ugo Del Col", country="INT"),
    case("a degree before a name", "The Minister of Defence, Mag. Jana Kos, spoke.", "Jana Kos", position="Minister of Defence"),
    case(
        "a president met in the country that the sentence opens with",
        "In Zambia, Harlan and the U.S. delegation met with President Mwila Chanda.",
        "Mwila Chanda", publisher="The White House", country="ZM",
    ),
    case(
        "a senator in a list of hosts of whom one is marked",
        "Harlan will meet with Chilean Secretary for Trade Pablo Iturra, and Senator Rosa Quilaqueo.",
        "Rosa Quilaqueo", publisher="The White House", country="CL",
    ),
    case(
        "a host at the last stop of a journey",
        "The last stop was Lomé on March 3. Minister Delegate for Defense Koffi Amavi hosted Harlan for lunch.",
        "Koffi Amavi", publisher="U.S. Africa Command", country="TG",
    ),
    case(
        "a companion of the traveller keeps the traveller’s country",
        "In Oslo, the Minister met with Norwegian Minister of Defence Kari Solbakken, accompanied by Deputy Minister Jan Kowal.",
        "Jan Kowal", publisher="Ministry of National Defence of Poland", country="PL",
    ),
    case(
        "a country alone above the lines that tell of it",
        "PERU\n\nHarlan met with the commander of the National Police, Gen. Rita Huamán.",
        "Rita Huamán", publisher="U.S. Southern Command", country="PE",
    ),
    case(
        "an officer who leads soldiers of a state",
        "Col. Raúl Quispe leads the 90 Bolivian soldiers.",
        "Raúl Quispe", publisher="U.S. Southern Command", country="BO",
    ),
    case(
        "an officer under whom a contingent stands",
        "The Chilean contingent is under Lt. Cmdr. Inés Rojas.",
        "Inés Rojas", publisher="U.S. Southern Command", country="CL",
    ),
    case(
        "a representative of another state’s minister",
        "Major General Kip Langat, representing the Cabinet Secretary for Defence of Kenya, spoke.",
        "Kip Langat", publisher="African Union", country="KE",
    ),
    case(
        "a visitor of the publisher’s country",
        "The plan of New Zealand will be signed when Minister of Defence Tama Ruru visits Vietnam in May.",
        "Tama Ruru", publisher="Vietnam News Agency", country="NZ",
    ),
    case(
        "an attaché beside the ambassador of the guests",
        "Ambassador of Austria in Dhaka Mr. Georg Pichler and Defence Attaché Colonel Uwe Lang were present.",
        "Uwe Lang", publisher="Bangladesh Army", country="AT", position="Defence Attaché",
    ),
    case(
        "the seat of an ambassador of a state is no part of the office",
        "Ambassador of Austria in Dhaka Mr. Georg Pichler was present.",
        "Georg Pichler", publisher="Bangladesh Army", country="AT", position="Ambassador",
    ),
    case(
        "others in the one delegation that was named",
        "A delegation from Côte d’Ivoire led by Colonel Yao Brou came. Others in the delegation were Lt Col Sié Kouamé and Madam Awa Koné.",
        "Awa Koné", publisher="Ghana Armed Forces", country="CI",
    ),
    case(
        "a state that will be represented by somebody",
        "Iceland will be represented by the Permanent Secretary, Sigrún Jónsdóttir.",
        "Sigrún Jónsdóttir", publisher="Government of Sweden", country="IS",
    ),
    case(
        "a deputy who represents a guest",
        "The Chief of General Staff of the Djibouti Armed Forces, Major General Ali Robleh, represented at the meeting by his deputy, "
        "Colonel Omar Guedi, spoke.",
        "Omar Guedi", publisher="Ministry of Defence of Ethiopia", country="DJ",
    ),
    case(
        "the one in whose place a guest came",
        "British Minister Ann Hargreave met Mr Tamati in Wellington in place of Defence Secretary Sir Hugh Penrose.",
        "Hugh Penrose", publisher="New Zealand Government", country="GB",
    ),
    case(
        "the head of a delegation of the European Union speaks for it",
        "The Head of the European Union Delegation in Togo, Mrs. Nora Brandt, spoke.",
        "Nora Brandt", publisher="Ministry of Defence of Togo", country="INT",
    ),
    case(
        "an official of NATO with a field of work",
        "He spoke with NATO Assistant Secretary General for Operations Siv Lindgren.",
        "Siv Lindgren", publisher="Ministry of Defence of Ukraine", country="INT", organization="NATO",
    ),
    case(
        "the president of a university speaks for no state",
        "Dr. Ruth Ames, President, Larkfield University, spoke.",
        "Ruth Ames", publisher="The White House", country=None, organization="Larkfield University",
    ),
    case(
        "the commandant of a state’s academy does",
        "Major General Ruth Ames, Commandant, National Defence University, spoke.",
        "Ruth Ames", publisher="Ministry of Defence of Kenya", country="KE",
    ),
    case(
        "a secretary of state for a field is no American",
        "She was accompanied by the Secretary of State for Defence, Luis Carranza.",
        "Luis Carranza", publisher="Ministry of Defence of Spain", country="ES",
    ),
    case(
        "the American secretary of state is one anywhere",
        "She spoke with Secretary of State Mary Colton.",
        "Mary Colton", publisher="Ministry of Defence of Norway", country="US",
    ),
    case(
        "a delegation that was welcomed does not own its host",
        "The Estonian delegation visited the Cyber Command, where it was welcomed by the Commander, Vice Admiral Aldo Serra.",
        "Aldo Serra", publisher="Ministry of Defence of Italy", country="IT", organization="Cyber Command",
    ),
    case(
        "a list of guests told by its first",
        "General Dao Trong received New Zealand Ambassador Ann Pell and Air Commodore Sam Whare.",
        "Sam Whare", publisher="Vietnam News Agency", country="NZ",
    ),
    case(
        "one of several who represent their states",
        "Sweden was represented by Minister Kai Berg, Norway by Minister of Defence Ada Conti and Iceland by Minister Siv Dahl.",
        "Ada Conti", publisher="Ministry of Defence of Finland", country="NO",
    ),
    case(
        "the force with which a release opens that tells no publisher",
        "The Republic of Korea Navy’s training group was in Lima, Peru. The group commander, Rear Admiral Bae Jun, spoke in Lima.",
        "Bae Jun", country="KR",
    ),
    case(
        "the subject behind a phrase that names his partner",
        "Minister of Defence Kaan Oral called. In a call with Italian Minister of Defence Ada Conti, Minister Oral spoke of Libya.",
        "Kaan Oral", publisher="Ministry of National Defence of Türkiye", country="TR",
    ),
    case(
        "the first of a list, where the office behind the comma is another's",
        "Chief of Defence General Kaan Oral is back. It joined General Oral, the Greek Minister of Defence and Ada Conti.",
        "Kaan Oral", publisher="Ministry of National Defence of Türkiye", country="TR",
    ),
    case(
        "the host on whom a delegation calls, which somebody leads",
        "A Danish delegation led by General Lars Holm, Deputy Chief of Defence, called on Chief of Army Staff General Musa Bello today.",
        "Musa Bello", publisher="Nigerian Army", country="NG",
    ),
    case(
        "the host to whom a delegation pays a courtesy visit",
        "A Danish naval delegation headed by Commodore Lars Holm paid a courtesy visit to the Chief of Naval Staff, Admiral Musa Bello.",
        "Musa Bello", publisher="Nigerian Navy", country="NG",
    ),
    case(
        "near miss: a member of the delegation that meets the host",
        "A Danish delegation led by General Lars Holm met General Musa Bello and included Colonel Siv Dahl.",
        "Siv Dahl", publisher="Nigerian Army", country="DK",
    ),
    case(
        "near miss: the leader of a second delegation, in other words",
        "The Nigerian delegation was headed by General Musa Bello, while the Danish one was presided over by the Colonel Siv Dahl.",
        "Siv Dahl", publisher="Nigerian Army", country="DK",
    ),
    case(
        "near miss: the leader of a second delegation that is welcomed",
        "General Musa Bello welcomed guests from Peru, led by General Ana Quispe, and the Danish delegation, led by Colonel Siv Dahl.",
        "Siv Dahl", publisher="Nigerian Army", country="DK",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "publisher", "fields"), SIDES)
def test_whom_somebody_speaks_for(body: str, name: str, publisher: str | None, fields: dict[str, Any]) -> None:
    found = read(body, publisher=publisher)
    assert name in found
    assert {field: getattr(found[name], field) for field in fields} == fields


@pytest.mark.parametrize(
    ("masthead", "country"),
    [
        pytest.param("España", "ES", id="a state in its own language"),
        pytest.param("Gobierno de México", "MX", id="a government in its own language"),
        pytest.param("AFRICAN UNION", "INT", id="an organization in capitals"),
        pytest.param("Home > News", None, id="a menu tells nothing"),
    ],
)
def test_a_masthead_tells_the_release_s_own_country(masthead: str, country: str | None) -> None:
    found = read("The Director of Planning, Ana Beltrán, spoke.", dropped=(Dropped(masthead, "kicker or section"),))
    assert found["Ana Beltrán"].country == country


BODIES = [
    case(
        "a body between a comma and an honorific",
        "The delegation was led by Joint Secretary, Ministry of Defence Shri Amitabh Prasad.",
        "Amitabh Prasad", position="Joint Secretary", organization="Ministry of Defence",
    ),
    case(
        "the commander of the body just visited",
        "They met the soldiers of the Logistics Brigade. They were welcomed by the commander, Colonel Ida Falk.",
        "Ida Falk", organization="Logistics Brigade",
    ),
    case(
        "a leader of the command of the one named before",
        "Gen. Kurt Hale, commander, U.S. Africa Command, and Sgt. Maj. Dee Wills, the command's senior enlisted leader, came.",
        "Dee Wills", organization="U.S. Africa Command", position="senior enlisted leader",
    ),
    case(
        "the navy that issued the release",
        "The Sri Lanka Navy held a parade at noon. Many came.\n\nHe was received by the Chief of Staff, Rear Admiral DK Perera.",
        "DK Perera", publisher="Sri Lanka Navy", organization="Sri Lanka Navy",
    ),
    case(
        "a chief of staff of the armed forces that the release names",
        "The Ghana Armed Forces held a parade. Chief of the Naval Staff, Rear Admiral Kojo Amoah, spoke.",
        "Kojo Amoah", publisher="Ghana Armed Forces", organization="Ghana Armed Forces",
    ),
    case(
        "a chief of the defence force that the release names in full",
        "The New Zealand Defence Force held a parade. Chief of Defence Force Air Marshal Tama Ruru spoke.",
        "Tama Ruru", publisher="New Zealand Government", organization="New Zealand Defence Force",
    ),
    case(
        "a unit whose name begins with a number",
        "Colonel Anne Tessier, Commander, 21 Wing Larkfield",
        "Anne Tessier", organization="21 Wing Larkfield",
    ),
    case(
        "a body before a date",
        "They called on Brigadier Mwai Kamau, Deputy Commander, Kenya Navy on 29 Sep 23.",
        "Mwai Kamau", organization="Kenya Navy", country="KE",
    ),
    case(
        "the secretary to a ministry",
        "He called on the Secretary to the Ministry of Defence, Air Vice Marshal (Retd) Nalin Gamage.",
        "Nalin Gamage", organization="Ministry of Defence", position="Secretary",
    ),
    case(
        "a ship is no organization",
        "Cmdr. Lea Kapule, commanding officer of USS Farragut, joined them.",
        "Lea Kapule", organization=None, position="commanding officer",
    ),
    case(
        "a field between commas before a rank",
        "They met the Director General, Logistics, Air Commodore Yaw Safo.",
        "Yaw Safo", position="Director General, Logistics",
    ),
    case(
        "two bodies between commas before a rank",
        "It was led by the Director of Studies at the Ministry of State, Ministry of Defence, Colonel Yao Brou.",
        "Yao Brou", position="Director of Studies", organization="Ministry of State, Ministry of Defence",
    ),
    case(
        "an office taken up",
        "Rear Admiral BKGM Perera assumed duties as the 27th Commander of the Sri Lanka Navy at the Navy Headquarters.",
        "BKGM Perera", position="Commander", organization="Sri Lanka Navy",
    ),
    case(
        "an excellency before two offices and a doctor",
        "HE Deputy Prime Minister and Minister of State for Defense Affairs Dr. Saif bin Jassim Al Dosari met them.",
        "Saif bin Jassim Al Dosari", position="Deputy Prime Minister", honorific="Dr.",
    ),
    case(
        "the head of the body just named, by its",
        "They visited the Helicopter Brigade and its deputy director, Colonel Ida Falk.",
        "Ida Falk", organization="Helicopter Brigade",
    ),
    case(
        "an official of the organization of states that publishes",
        "The Executive Secretary, Ana Vera, spoke of NATO and ECOWAS.",
        "Ana Vera", publisher="ECOWAS", organization="ECOWAS", country="INT",
    ),
    case(
        "a junior minister for part of what the ministry of defence does",
        "The Ministry of Defense held a parade. The Vice Minister for Naval Affairs, Vice Admiral Ana Vera, spoke.",
        "Ana Vera", publisher="Ministry of Defense of Peru", organization="Ministry of Defense",
    ),
    case(
        "a junior minister of another ministry",
        "The Ministry of Defense held a parade. The Vice Minister of Health, Ana Vera, spoke.",
        "Ana Vera", publisher="Ministry of Defense of Peru", organization=None,
    ),
    case(
        "an attorney general in the department of justice",
        "The U.S. Department of Justice spoke. Deputy Attorney General Lena Marsh came.",
        "Lena Marsh", publisher="The White House", organization="U.S. Department of Justice",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "publisher", "fields"), BODIES)
def test_where_somebody_serves(body: str, name: str, publisher: str | None, fields: dict[str, Any]) -> None:
    found = read(body, publisher=publisher)
    assert name in found
    assert {field: getattr(found[name], field) for field in fields} == fields


NAMES = [
    pytest.param("Brigadier Moza Sultan Al Suwaida came.", {"Moza Sultan Al Suwaida"}, id="a sultan inside a name"),
    pytest.param("Ms Solène d’Aubigny came.", {"Solène d’Aubigny"}, id="a particle fused to its name"),
    pytest.param("Israel Whitfield, chargé d’affaires at the embassy, came.", {"Israel Whitfield"}, id="a state that is a given name"),
    pytest.param("Minister of Defense Germán Alcázar came.", {"Germán Alcázar"}, id="a given name that looks like a demonym"),
    pytest.param("Minister of Defence Ato Abebe Gessese came.", {"Abebe Gessese"}, id="an Ethiopian word of courtesy"),
    pytest.param("One of them, Hajja Fatima Bukari, spoke.", {"Fatima Bukari"}, id="a Nigerian word of courtesy"),
    pytest.param("Maj. Gen. Dato Seri Pahlawan Haji Azmi bin Tengah came.", {"Azmi bin Tengah"}, id="titles of Brunei"),
    pytest.param("Capitaine de Vaisseau Loïc Kerdrel came.", {"Loïc Kerdrel"}, id="a French rank"),
    pytest.param("They were joined by Secretary Austin, Chairman Millet and others.", {"Austin", "Millet"}, id="a surname that is a city"),
    pytest.param("Camp General Emilio Baluyot, Quezon City – The secretary spoke.", set(), id="a camp is no general"),
    pytest.param("He attended General Sir John Larkin Defence University.", set(), id="a university is no general"),
    pytest.param("Larkmoor, British Columbia – Members of the Royal Navy will work there.", set(), id="a dateline is nobody"),
    pytest.param("The Sri Lanka Army held a parade.", set(), id="Sri Lanka is nobody"),
    pytest.param("They spoke of the head of the Special Anti-Corruption Office.", set(), id="corruption is nobody"),
    pytest.param("They updated the President and Vice President on plans to develop ISIS-K targets.", set(), id="a group is nobody"),
    pytest.param("Members of the Air Force at 19 Wing Larkmoor will work there.", set(), id="a wing is nobody"),
    pytest.param(
        "Participants included:\n\n- Joan Holter, Lakeside Institute\n\n- Mark Adeyo, Registered Nurse, National Nurses League",
        {"Joan Holter", "Mark Adeyo"},
        id="a list of participants without offices",
    ),
    pytest.param("Topics included:\n\n- Joan Holter, a ship\n\n- Cyber Shield, an exercise", set(), id="a list of topics"),
]


@pytest.mark.parametrize(("body", "names"), NAMES)
def test_who_is_named(body: str, names: set[str]) -> None:
    assert set(read(body)) == names


def test_two_presidents_of_whom_nothing_tells_the_state_are_not_both_the_publisher_s() -> None:
    found = read("President Harlan spoke. President Harlan and President Quiroga Ibáñez agreed.", publisher="The White House")
    assert found["Harlan"].country == "US"
    assert found["Quiroga Ibáñez"].country is None


def test_an_admiral_named_in_place_of_the_chief_is_the_chief_where_a_clause_follows() -> None:
    found = read("On behalf of the Chief of Defence Staff, Vice Admiral Kweku Ansah, the delegation was received by Colonel Abu Baffoe.")
    assert found["Kweku Ansah"].position == "Chief of Defence Staff"
    assert found["Kweku Ansah"].on_behalf_of is None


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        (
            "Bulgaria's caretaker Defence Minister Ivan Petkan and his counterpart from the UK, John Harding, spoke of the war in Ukraine.",
            "Ivan Petkan",
            ("caretaker Defence Minister", "BG"),
        ),
        (
            "Bulgaria's caretaker Defence Minister Ivan Petkan and his counterpart from the UK, John Harding, spoke of the war in Ukraine.",
            "John Harding",
            ("Defence Minister", "GB"),
        ),
        (
            "Caretaker Prime Minister of Kosovo Agim Hoti received the acting Minister of Defence of Bulgaria, Ivan Petkan.",
            "Agim Hoti",
            ("Caretaker Prime Minister", "XK"),
        ),
    ],
    ids=["between state and office", "no counterpart need be one", "before an office of a state"],
)
def test_a_caretaker_holds_the_office_of_his_state(body: str, name: str, expected: tuple[str, str]) -> None:
    person = read(body)[name]
    assert (person.position, person.country) == expected


@pytest.mark.parametrize("other", ["Mohamed", "Mohammad", "Muhammad"])
def test_one_name_in_several_spellings_is_one_person(other: str) -> None:
    people = read(f"Minister Mohammed bin Rahal of Oman arrived. Minister {other} bin Rahal thanked the crew.")
    assert len(people) == 1


def test_a_cardinal_is_an_office() -> None:
    assert read("General Luis Roca of Peru met with Cardinal Matteo Maria Zanni.")["Matteo Maria Zanni"].position == "Cardinal"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The boats are an outcome of the meeting between President Ivo Lund and President Maria Sosa in Santiago.", (None, None)),
        ("The consensus reached by President Ivo Lund and President Maria Sosa at their meeting in Santiago stands.", (None, None)),
        ("The boats are an outcome of the meeting between Chilean President Ivo Lund and President Maria Sosa of Peru.", ("CL", "PE")),
    ],
    ids=["between two", "by two", "near miss: states beside both"],
)
def test_of_two_presidents_nobody_guesses_which_is_whose(body: str, expected: tuple[str | None, str | None]) -> None:
    people = read(
        f"Defence Minister Ana Popa of Peru received the Chilean Ambassador, Luis Roca. {body}", publisher="Ministry of Defence of Peru"
    )
    assert (people["Ivo Lund"].country, people["Maria Sosa"].country) == expected


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("The Chilean Minister of Defence, Ana Lund, welcomed General Luis Roca, Commander of the Army, in Santiago.", "PE"),
        ("The Chilean Minister of Defence, Ana Lund, held a welcoming ceremony for General Luis Roca in Santiago.", "PE"),
        ("The Peruvian Minister of Defence, Ana Lund, welcomed General Luis Roca, Commander of the Army of Chile, in Lima.", "CL"),
        ("The Peruvian Minister of Defence, Ana Lund, welcomed General Luis Roca, Commander of the Army, at the seminar.", "PE"),
    ],
)
def test_a_guest_is_no_countryman_of_a_host_of_another_state(body: str, country: str) -> None:
    assert read(body, publisher="Ministry of Defence of Peru")["Luis Roca"].country == country


def test_a_state_of_which_the_counterpart_speaks_is_not_that_of_whom_he_met() -> None:
    people = read(
        "Minister of Foreign Affairs, His Excellency Adam Shahir, met with his counterpart, His Excellency Nasser Bourim, Minister of"
        " Foreign Affairs and Cooperation of the Kingdom of Morocco. During the meeting at the Ministry of Foreign Affairs of Morocco,"
        " Minister Shahir spoke of trade. He was accompanied by the Minister of State for Foreign Affairs, Ahmed Khalil."
    )
    assert [people[name].country for name in ("Adam Shahir", "Nasser Bourim", "Ahmed Khalil")] == [None, "MA", None]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Chief of General Staff (CGS) UK Army, General Luis Roca called on General Ana Lund.",
            ("Chief of General Staff", "UK Army", "GB"),
        ),
        ("Chief of Staff (COS) Turkish Land Forces, General Luis Roca left.", ("Chief of Staff", "Turkish Land Forces", "TR")),
        ("Chief of General Staff (CGS), General Luis Roca of the UK Army left.", ("Chief of General Staff", "UK Army", "GB")),
    ],
)
def test_a_body_of_a_state_behind_the_letters_of_an_office(body: str, expected: tuple[str, str, str]) -> None:
    person = read(f"RAWALPINDI: {body}")["Luis Roca"]
    assert (person.position, person.organization, person.country) == expected


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("Leading the Chilean delegation, Brigadier General Luis Roca said the talks were useful.", "CL"),
        ("Heading the visiting team from Chile, Brigadier General Luis Roca said the talks were useful.", "CL"),
        ("Thanking the Chilean delegation, Brigadier General Luis Roca said the talks were useful.", "PE"),
    ],
)
def test_who_leads_a_delegation_that_is_named_before(body: str, country: str) -> None:
    assert read(f"The Peruvian Army hosted the talks in Lima. {body}", publisher="Peruvian Army")["Luis Roca"].country == country


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Minister Luis Roca met his counterpart Defence Secretary Ana Lund in Santiago.", ("Defence Secretary", "CL")),
        ("Minister Luis Roca met his counterpart Army Chief General Ana Lund in Santiago.", ("Army Chief", "CL")),
        ("Minister Luis Roca met his counterpart, Defence Secretary Ana Lund, in Santiago.", ("Defence Secretary", "CL")),
        ("Minister Luis Roca met his deputy, Defence Secretary Ana Lund, in Lima.", ("Defence Secretary", "PE")),
    ],
)
def test_a_counterpart_with_an_office_of_her_own_is_of_the_other_state(body: str, expected: tuple[str, str]) -> None:
    people = read(
        f"Minister Luis Roca of Peru visited Chile on Monday. {body} Chile and Peru are neighbours.", publisher="Ministry of Peru"
    )
    assert (people["Ana Lund"].position, people["Ana Lund"].country) == expected


@pytest.mark.parametrize("end", ["Chief of the Committee Takeo", "Chair of the Committee,", "Minister Goro"])
def test_an_office_may_be_the_last_of_a_text(end: str) -> None:
    assert "Luis Roca" in read(f"General Luis Roca, {end}")


VISIT = "Foreign Minister Adam Shahir concluded a visit to Peru, where he met the Minister of Foreign Affairs of Peru, Rosa Vega. "


@pytest.mark.parametrize(
    ("body", "country"),
    [
        (VISIT + "The Ambassador of Kenya to Peru, Mary Adu, attended the talks.", "KE"),
        (VISIT + "With them was the Kenyan Ambassador to Peru, Mary Adu.", "KE"),
        (VISIT + "The Minister was accompanied by Deputy Minister Daniel Osei and the Ambassador of Kenya to Brazil, Mary Adu.", "KE"),
        (VISIT.replace("Minister Adam", "Minister of Ghana Adam") + "The Ambassador of Kenya to Peru, Mary Adu, attended.", "GH"),
        ("Foreign Minister Adam Shahir received the Ambassador of Kenya to Peru, Mary Adu, who thanked Peru.", "PE"),
    ],
    ids=["attending", "a people", "accompanying", "near miss: a mark of his own", "near miss: received"],
)
def test_an_unmarked_minister_abroad_is_of_the_state_of_the_envoy_who_is_with_him(body: str, country: str) -> None:
    assert read(body)["Adam Shahir"].country == country


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("Representing the Chilean government were Ana Lund, Secretary of the Navy, and Luis Roca, Deputy Minister for Ports.", "CL"),
        ("Representing Chile were the Secretary of the Navy, Ana Lund, and the Deputy Minister for Ports, Luis Roca.", "CL"),
        ("Representing Chile at sea since May, the ship was visited by the Deputy Minister for Ports, Luis Roca.", "PE"),
        ("The delegation met senior government officials of Chile. The Deputy Minister for Ports, Luis Roca, spoke.", "PE"),
        ("They met key CL officials, and the Deputy Minister for Ports, Luis Roca, spoke.", "PE"),
    ],
)
def test_who_is_told_behind_the_state_that_he_represents(body: str, country: str) -> None:
    people = read(f"The Peruvian Navy hosted talks in Lima. {body}", publisher="Peruvian Navy")
    assert people["Luis Roca"].country == country


@pytest.mark.parametrize("row", ["senior government officials including", "several leaders, including", "Prime Minister Ana Lund and"])
def test_those_whom_a_traveller_meets_are_of_the_state_that_is_visited(row: str) -> None:
    body = f"On 3 May, General Bo Ray travelled to Chile. While in Chile, General Ray met with {row} Minister of Transport Luis Roca."
    assert read(body, publisher="U.S. Southern Command")["Luis Roca"].country == "CL"


@pytest.mark.parametrize(
    ("body", "position"),
    [
        ("The Minister for Ports and the Environment, Ana Lund, spoke.", "Minister for Ports and the Environment"),
        ("Ana Lund, Minister of Culture and the Arts, spoke.", "Minister of Culture and the Arts"),
        ("Rt. Hon. Ana Lund, Minister of Culture, and the Interior Minister spoke.", "Minister of Culture"),
        ("Ir. Ana Lund, Minister of Ports and the Navy, spoke.", "Minister of Ports"),
    ],
)
def test_a_field_that_keeps_its_article(body: str, position: str) -> None:
    assert read(body)["Ana Lund"].position == position


@pytest.mark.parametrize(
    ("body", "office"),
    [
        ("The ship has a crew of 150 and is commanded by Kenji Morita.", "commander"),
        ("The ship, under the command of Kenji Morita, left on Friday.", "commander"),
        ("It is 94 metres long and is commanded by Kenji Morita.", "commander"),
        ("She will train with a Fiji Navy ship. She is 94 metres long and is commanded by Kenji Morita.", "commander"),
        ("The ship is commanded by Kenji Morita. The Commanding Officer of the ship called on the mayor.", "Commanding Officer"),
        ("The ship is commanded by Captain Kenji Morita. The Commanding Officer of the ship called on the mayor.", "Commanding Officer"),
        ("The ship is commanded by Captain Kenji Morita. It left on Friday.", None),
        ("Commanding Officer of the ship Kenji Morita called on the mayor.", "Commanding Officer"),
        ("The Commanding Officer of the ship, Kenji Morita, called on the mayor.", "Commanding Officer of the ship"),
    ],
)
def test_who_commands_a_ship(body: str, office: str | None) -> None:
    person = read(f"JS Fujiyama arrived at the port of Suva on Monday. {body}", publisher="Fiji Navy")["Kenji Morita"]
    assert (person.position, person.country) == (office, "JP")


@pytest.mark.parametrize("by", ["Canada", "Task Force Viking", "Multinational Division North"])
def test_a_ship_may_be_commanded_by_nobody_who_is_named(by: str) -> None:
    assert not read(f"JS Fujiyama arrived in Suva on Monday. The ship was commanded by {by} at the time.")


@pytest.mark.parametrize(
    ("body", "organization"),
    [
        ("The Commander of the Kenya Navy, Admiral John Osei, received the Chief of Staff, Admiral Luis Roca of Peru.", None),
        ("The Commander of the Kenya Navy, Admiral John Osei, and the Chief of Staff, Admiral Luis Roca, spoke.", "Kenya Navy"),
    ],
)
def test_who_is_received_serves_not_in_the_body_of_the_host(body: str, organization: str | None) -> None:
    assert read(body)["Luis Roca"].organization == organization


@pytest.mark.parametrize(
    ("before", "country"),
    [
        pytest.param("Egyptian armed forces Chief of Staff", "EG", id="forces in small letters, a chief in large"),
        pytest.param("Egyptian land forces Commander", "EG", id="land forces"),
        pytest.param("Egyptian royal guard Commander", "EG", id="a guard"),
        pytest.param("the Egyptian armed forces. Chief of Staff", None, id="near miss: another sentence"),
        pytest.param("Egyptian armed forces, Chief of Staff", None, id="near miss: a comma"),
    ],
)
def test_a_service_in_small_letters_between_a_state_and_an_office_keeps_the_state(before: str, country: str | None) -> None:
    found = read(f"The talks were about {before} Lieutenant General Sami Nour.")
    assert found["Sami Nour"].country == country
