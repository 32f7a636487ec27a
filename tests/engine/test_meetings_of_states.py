"""Meetings told by the states that a sentence joins, whatever its verb, and lines that only seem to tell one. All of it is invented."""

# ruff: noqa: E501  a line of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release
from tests.engine.growth import is_steady

# What each line tells: kind and sides, "; " between several.

SHIPS_AND_UNITS = [
    (
        "visit GR HR",
        "The frigate HS Kanaris of the Hellenic Navy arrived yesterday in Split, Croatia, for a three-day port visit. During the stay the crew will tour the naval base Lora and host pupils of a maritime school.",
    ),
    (
        "visit BR ZA",
        "The Brazilian Navy training ship Amazonas docked at Simon's Town, South Africa, on 12 May. The ship was welcomed by the South African Navy Band, and its cadets visited the South African Naval College.",
    ),
    (
        "visit IN VN",
        "INS Delhi and INS Shakti of the Indian Navy made a port call at Da Nang, Vietnam, from 9 to 12 May, and were given a warm reception by the Vietnam People's Navy.",
    ),
    (
        "visit CA KR",
        "HMCS Montréal, a Halifax-class frigate of the Royal Canadian Navy, moored at Busan, South Korea, on Friday, where her crew was hosted by the Republic of Korea Navy Second Fleet.",
    ),
    (
        "exercise ES MR",
        "Off Nouadhibou, the Spanish patrol ship Rayo held a joint boarding exercise with a patrol boat of the Mauritanian Navy.",
    ),
    (
        "exercise FR SN",
        "The French Navy patrol vessel Cormoran carried out a joint boarding exercise off Dakar with the Senegalese Navy patrol ship Fouladou on 11 May.",
    ),
    (
        "exercise IT TN",
        "Ships of the Italian Navy and the Tunisian Navy conducted a two-day search and rescue exercise off Bizerte on 10 and 11 May.",
    ),
    (
        "visit CL PE",
        "The Chilean Navy's training ship Esmeralda called at Callao on 8 May on its 68th training cruise. Its midshipmen visited the Peruvian Naval School in La Punta.",
    ),
    (
        "visit KE TZ",
        "Cadets of the Kenya Military Academy toured the Tanzania Military Academy in Monduli on Tuesday as part of their regional study tour.",
    ),
    (
        "visit NG RW",
        "Twenty-two officers of the Nigerian Armed Forces Command and Staff College were welcomed in Kigali, Rwanda, on Monday at the start of a week-long study tour.",
    ),
    (
        "visit EG PK",
        "A delegation of the National Defence University of Pakistan visited the Nasser Military Academy in Cairo, Egypt, on 13 May and was briefed on its courses.",
    ),
    (
        "exercise PH US",
        "Philippine Army and U.S. Army troops trained together in Fort Magsaysay on 7 May in the handling of anti-tank missiles.",
    ),
    (
        "exercise HU RS",
        "Units of the Serbian Armed Forces and the Hungarian Defence Forces held a combined river-crossing exercise on the Danube near Apatin on 14 May.",
    ),
    (
        "visit CV PT",
        "NRP Bérrio of the Portuguese Navy tied up at Mindelo, Cabo Verde, on Friday for a stay of three days, during which the ship was opened to the public.",
    ),
    (
        "visit FR MU",
        "The French surveillance frigate Nivôse is alongside in Port Louis, Mauritius, until Thursday. The Mauritius Coast Guard welcomed her crew.",
    ),
    (
        "visit CL PE",
        "The Chilean frigate Lynch called on Tuesday 14 May at the port of Callao, Peru. On the pier she was welcomed by Rear Admiral Ana Poe.",
    ),
    (
        "visit CL PE",
        "The Chilean frigate Lynch made a short call at Callao, Peru, on 14 May. Waiting on the quay were Rear Admiral Ana Poe and others.",
    ),
    ("visit DZ TR", "A Turkish Navy task group made up of two frigates completed a port visit to Algiers, Algeria, on 11 May."),
    ("exercise GE US", "USS Harlan trained with the Georgian Coast Guard cutter Tamar in the Black Sea on 28 April after a call at Poti."),
    ("visit BN SG", "RSS Vigour sailed into Muara, Brunei, on Monday for a visit by the Republic of Singapore Navy to its sister service."),
    (
        "visit EE LV",
        "Forty officer cadets of the Estonian Military Academy were the guests of the Latvian National Defence Academy in Riga last Thursday.",
    ),
    (
        "visit PK SA",
        "A 12-member delegation from Pakistan's National Security Workshop spent Tuesday at the Ministry of Defence of Saudi Arabia in Riyadh.",
    ),
    ("exercise EG GR", "The Hellenic Air Force and the Egyptian Air Force flew a combined training mission south of Crete on Wednesday."),
    ("exercise KE UG", "Special forces of Kenya and Uganda rehearsed a hostage rescue together at Archer's Post on 9 May."),
    ("exercise DE NL", "German and Dutch engineers built a bridge over the Elbe near Havelberg on Tuesday in the exercise Quadriga."),
    (
        "visit DK TH; visit DK VN",
        "The Danish frigate HDMS Iver docked at Bangkok, Thailand, on 3 May for a goodwill visit. From 9 to 12 May, the ship called at Da Nang, Vietnam.",
    ),
    (
        "exercise FR JP US",
        "From 3 to 6 May, the Japan-France-U.S. exercise Blue Lance was held in the Philippine Sea. Air defence was trained.",
    ),
]

TALKS_OF_STATES = [
    (
        "meeting CL PE",
        "The Armed Forces of Chile and the Armed Forces of Peru resumed on Thursday the Combined Border Commission (CBC), which had been dormant for two years.",
    ),
    (
        "meeting HU SI",
        "The fourth round of staff talks between the general staffs of Hungary and Slovenia was held in Maribor on 9 and 10 May.",
    ),
    (
        "meeting KZ TR",
        "Staff talks between the General Staff of the Armed Forces of Kazakhstan and the Turkish General Staff have been conducted in Almaty this week.",
    ),
    (
        "meeting DZ MR",
        "The proceedings of the 12th session of the Algerian-Mauritanian Joint Military Committee came to an end in Nouakchott on Tuesday.",
    ),
    (
        "meeting MN US",
        "Bilateral defence consultations between Mongolia and the United States were held in Ulaanbaatar on 13 May at the level of directors.",
    ),
    (
        "meeting AM GR",
        "Armenian-Greek staff talks have wound up in Yerevan. The two-day talks ended on Tuesday with the signing of a programme of cooperation for 2025.",
    ),
    (
        "meeting BW NA",
        "The 30th session of the Botswana–Namibia Joint Permanent Commission on Defence and Security got under way in Gaborone on Monday.",
    ),
    (
        "meeting CZ RO",
        "A working meeting of experts of the Czech and the Romanian ministries of defence took place in Brno on 7 May. The planning of joint procurement was on the table.",
    ),
    ("meeting GE LV", "Consultations of the defence policy departments of Latvia and Georgia took place in Riga on Tuesday."),
    ("meeting BD IN", "The annual Army to Army Staff Talks between the Bangladesh Army and the Indian Army concluded in Dhaka on 14 May."),
    (
        "meeting AR CL",
        "The XX Meeting of the Permanent Security Committee (COMPERSEG) of Argentina and Chile was held in Santiago on May 8 and 9.",
    ),
    (
        "meeting ID SG",
        "Bandung played host on Monday to the 25th Indonesia-Singapore Joint Training Committee, at which the calendar for 2025 was agreed.",
    ),
    (
        "meeting EE FI",
        "Estonian and Finnish experts in cyber defence sat down together in Tallinn on Monday for the yearly consultations of the two ministries.",
    ),
    (
        "meeting DK NO",
        "Representatives of the Danish and Norwegian defence commands met in Oslo on 13 May to coordinate the winter training.",
    ),
    (
        "meeting HR ME; meeting HR SK",
        "Two sets of consultations were completed in Zadar last week: on Monday between the General Staff of Croatia and the Slovak General Staff, and on Friday between the Croatian Navy and the Navy of Montenegro.",
    ),
    (
        "meeting TH VN",
        "In Bangkok on Tuesday, the Thai-Vietnamese Defence Policy Dialogue entered its fifth edition. The two delegations reviewed cooperation in military medicine.",
    ),
    ("meeting MA US", "Rabat is hosting this week the 13th Morocco-U.S. Defense Consultative Committee."),
    ("meeting LT PL", "Lithuanian and Polish military planners completed two days of talks in Elbląg on Friday."),
    ("meeting AL XK", "A meeting of the joint working group of Albania and Kosovo on military medicine was organised in Durrës on 10 May."),
    ("meeting MD RO", "The 5th round of Romanian-Moldovan consultations on military education was concluded in Iași on Friday."),
    ("meeting LA TH", "A session of the Thai-Lao General Border Committee ran from 8 to 10 May in Vientiane."),
    ("meeting BE LU", "The yearly coordination meeting between the Belgian and Luxembourg armies was hosted by Diekirch on Tuesday."),
    ("meeting NO RU", "Norwegian-Russian talks on incidents at sea went on in Kirkenes on Thursday."),
    ("meeting IQ IR", "Iraq and Iran wrapped up border security talks in Sulaymaniyah on Sunday."),
    ("meeting PL UA", "Experts' consultations of the Polish and Ukrainian ministries of defence on demining are under way in Lublin."),
    ("meeting CN VN", "The Chinese and Vietnamese coast guards held a working-level meeting in Haiphong on Wednesday."),
    ("meeting EE SE", "Swedish and Estonian procurement agencies met in Tallinn on Monday to speed up joint orders."),
    ("meeting ET SD", "The Joint Border Commission of Ethiopia and Sudan sat in Gondar on Tuesday."),
    ("meeting AU ID", "This year's Indonesia-Australia Army working group was convened in Darwin on 6 May."),
    (
        "meeting EG SD",
        "Military talks of Egypt and Sudan on training took place on Sunday in Khartoum, with the chiefs of operations in the lead.",
    ),
]

ONE_AFTER_THE_OTHER = [
    (
        "meeting PH SG; meeting PH TL; meeting PH US",
        "Philippine Secretary of National Defense Ramon Salazar held three bilateral meetings in Singapore on Friday: one with United States Secretary of Defense Peter Hale, then with Minister for Defence Tan Wei Ming of Singapore and finally one with the Minister of Defence of Timor-Leste, Pedro Ximenes.",
    ),
    (
        "meeting BG GR; meeting BG NL",
        "Bulgarian Minister of Defence Ivan Petkov met separately with Dutch Minister of Defence Karel de Wit and Greek Minister of National Defence Stavros Meletis in Brussels on 14 May.",
    ),
    (
        "meeting AM CY; meeting AM FR",
        "Armenian Defence Minister Aram Sargsian held separate talks in Paris with the French Minister of the Armed Forces, Luc Bertrand, and with the Minister of Defence of Cyprus, Michalis Georgiou.",
    ),
    (
        "meeting IQ JO; meeting IT JO",
        "The Chairman of the Joint Chiefs of Staff of Jordan, Major General Tareq Al-Hiyari, received in Amman on Tuesday the Commander of the Italian Joint Operations Command, Lieutenant General Marco Ferri, and, separately, the Commander of the Iraqi Border Guard, Lieutenant General Ali Al-Zubaidi.",
    ),
    (
        "meeting LK MV; meeting LK PK",
        "Pakistan's High Commissioner Faisal Khan and the Maldivian Ambassador Ahmed Waheed called separately on Sri Lanka's Defence Secretary, General Nimal Perera, at the Ministry of Defence in Colombo yesterday.",
    ),
    (
        "meeting AU MY; meeting JP MY",
        "On Monday Malaysian Defence Minister Azman Yusof received the Australian High Commissioner, Claire Dunn, and an hour later the Ambassador of Japan, Takahashi Noboru.",
    ),
    (
        "meeting AT RS; meeting ES RS",
        "Serbian Minister of Defence Milan Jović spoke on the margins of the forum in Vienna with his Austrian colleague, Klara Huber, and met Spanish Minister of Defence Carmen Ortiz over lunch.",
    ),
    (
        "meeting EE UA; meeting LT UA; meeting LV UA",
        "In Kyiv, Ukrainian Minister of Defence Oleh Bondar met, one after the other, with Latvian Minister of Defence Andris Kalniņš, Lithuanian Minister of National Defence Laurynas Petraitis and Estonian Minister of Defence Mart Tamm.",
    ),
    (
        "meeting FR QA; meeting OM QA",
        "The Qatari Minister of State for Defense Affairs, Jassim Al Marri, met on the sidelines of the exhibition in Doha with French Minister of the Armed Forces Luc Bertrand. He also met with the Secretary General of the Omani Ministry of Defence, Salim Al Wahaibi.",
    ),
    (
        "meeting GE PL; meeting GE RO",
        "Georgian Minister of Defence Irakli Beridze has held face-to-face meetings with Polish and Romanian colleagues in Warsaw. Matters of training were discussed with Minister Adam Kowalski of Poland. Minister Ana Popa of Romania and Irakli Beridze talked about the Black Sea.",
    ),
    (
        "conference AL ME MK XK; meeting AL XK",
        "The defence ministers of Albania, Kosovo, Montenegro and North Macedonia met in Tirana on Thursday. On its margins, Albanian Minister of Defense Ilir Dushku and Kosovo's Minister of Defense Besnik Krasniqi decided on a joint patrol.",
    ),
    (
        "conference DK FI NO SE; meeting DK FI",
        "The defence ministers of Denmark, Finland, Norway and Sweden met in Helsinki on Thursday. Before the meeting, Finnish Minister of Defence Timo Halme and Danish Minister of Defence Signe Toft discussed the protection of undersea cables in Helsinki.",
    ),
    (
        "meeting EE RO",
        "Romanian Minister of National Defence Ana Popa met with Estonian Minister of Defence Mart Tamm and Ambassador of Estonia Kadri Saar in Bucharest on Tuesday.",
    ),
    (
        "meeting FR JP",
        "French Minister of the Armed Forces Luc Bertrand and Japanese Defense Minister Sato Kenji met in Paris on Monday. The two ministers recalled the separate talks of their deputies last year.",
    ),
    (
        "meeting KE UG",
        "Kenyan Defence Cabinet Secretary Amina Otieno and Ugandan Minister of Defence Jacob Okello held talks in Kampala, first alone and then with their delegations.",
    ),
    (
        "meeting CY EG; meeting CY GR",
        "Cypriot Minister of Defence Michalis Georgiou saw Greek Minister of National Defence Stavros Meletis on Monday morning and Egyptian Minister of Defence Sherif Mansour in the afternoon in Nicosia.",
    ),
    (
        "meeting RW TZ; meeting RW UG",
        "Rwanda's Minister of Defence, Emmanuel Nkusi, had two separate meetings in Kigali on Tuesday, one with the Tanzanian High Commissioner, Major General Elias Mrema, and one with Uganda's High Commissioner, Moses Katende.",
    ),
    (
        "meeting DE LB; meeting FR LB; meeting IT LB",
        "The Lebanese Army Commander, General Elias Rahme, received in Yarze the Ambassador of France, Hervé Maison, then the Ambassador of Germany, Kurt Stöckl, then the Italian Defence Attaché, Colonel Paolo Neri.",
    ),
    (
        "call LY MT; meeting IT MT",
        "Maltese Home Affairs Minister Karl Vassallo met Italian Defence Minister Guido Ferri in Valletta on Friday. The day before, he had spoken by phone with Libya's Interior Minister, Nuri Bashagha.",
    ),
    (
        "meeting AU PG; meeting AU SB",
        "Australian Defence Minister Richard Cole held talks in Port Moresby on Monday with Papua New Guinea's Defence Minister Solan Kapi. On Wednesday he met Solomon Islands Police Minister Samson Maelanga in Honiara.",
    ),
    (
        "meeting KG TJ; meeting KG UZ",
        "In Bishkek the Minister of Defence of Kyrgyzstan, Ulan Asanov, conducted bilateral negotiations with his colleagues from Tajikistan, Daler Nazarov, and Uzbekistan, Jasur Yuldoshev.",
    ),
    (
        "meeting GE PK; meeting KE PK",
        "General Joseph Kamau, Chief of Defence Forces of Kenya, and Lieutenant General Nino Beridze, Deputy Minister of Defence of Georgia, called on General Tariq Bangash, Chief of Army Staff of Pakistan, separately in Rawalpindi on Monday.",
    ),
    (
        "meeting PE RO",
        "The Minister of Defence of Romania, Ana Popa, received the Minister of Defence of Peru, Luis Roca, in Bucharest on Monday. Following the one-on-one meeting, the two ministers chaired the inter-delegation meeting, which was also attended by General Ion Rusu.",
    ),
    (
        "meeting PE RO",
        "The Minister of Defence of Romania, Ana Popa, received the Minister of Defence of Peru, Luis Roca, in Bucharest on Monday. Minister Roca received a briefing from General Manager Radu Stan.",
    ),
    (
        "meeting CY RO; meeting PE RO",
        "The Minister of Defence of Romania, Ana Popa, had meetings with her counterparts in Abu Dhabi on Monday. During the meeting with the Minister of Defence of Peru, Luis Roca, the parties referred to the trilateral consultations, the next session of which will be held in Lima. In the meeting with the Minister of Defence of Cyprus, Pavlos Ioannou, exercises were discussed.",
    ),
]

MISSIONS = [
    (
        "meeting MK EUFOR",
        "The Commander of EUFOR, Major General Lukas Steiner of Austria, received in Sarajevo on Tuesday the Minister of Defence of North Macedonia, Goran Stefanov.",
    ),
    (
        "meeting AU NATO",
        "NATO Deputy Secretary General Mircea Radu met with Australian Defence Minister Richard Cole at NATO Headquarters in Brussels on Tuesday.",
    ),
    (
        "meeting RW United_Nations",
        "The Under-Secretary-General of the United Nations for Peace Operations, Jean Lefèvre, called on the Rwandan Chief of Defence Staff, General Patrick Mugisha, in Kigali on 13 May.",
    ),
    (
        "meeting NP International_Committee_of_the_Red_Cross",
        "The head of delegation of the International Committee of the Red Cross (ICRC), Ms. Élise Fontana, paid a courtesy call on Nepal's Chief of the Army Staff, General Ram Lamsal, in Kathmandu on Monday.",
    ),
    (
        "meeting African_Union EU",
        "The Commissioner of the African Union for Peace and Security, Ambassador Mariam Touré, received the EU Special Representative for the Horn of Africa, Ms. Katrin Vogel, in Addis Ababa on Tuesday.",
    ),
    (
        "meeting LB UNIFIL",
        "The Head of Mission and Force Commander of UNIFIL, Major General Franco Bellini, met with the Commander of the Lebanese Army, General Elias Rahme, in Yarze on Monday.",
    ),
    (
        "meeting SE EDA",
        "EDA Chief Executive Marek Dvořák visited Stockholm on Tuesday, where he met with the Swedish Minister for Defence, Elsa Nyman.",
    ),
    ("meeting KG OSCE", "OSCE Secretary General Olga Havel met with President Askar Moldokulov of Kyrgyzstan in Bishkek on 13 May."),
    (
        "meeting NO ASEAN",
        "The Secretary-General of ASEAN, Dr. Kao Kim, received the Ambassador of Norway, Lars Moe, at the ASEAN Secretariat in Jakarta on Monday.",
    ),
    (
        "meeting JO United_Nations_Truce_Supervision_Organization",
        "The Head of Mission of the United Nations Truce Supervision Organization (UNTSO), Major General Sverre Hauge of Norway, paid a farewell visit to the Jordanian Chairman of the Joint Chiefs of Staff, Major General Tareq Al-Hiyari, in Amman on Monday.",
    ),
    (
        "meeting GB Regional_Security_System",
        "The Executive Director of the Regional Security System (RSS), Commodore Clyde Braithwaite, chaired talks at the RSS Headquarters in Barbados on Wednesday. Commander Harriet Coyle of the Royal Navy led the visiting side.",
    ),
    (
        "meeting DE KFOR",
        "KFOR Commander Major General Dario Venturi welcomed the German Minister of Defence, Eva Brandt, in Pristina on Monday.",
    ),
    (
        "meeting SO EU",
        "The EU Special Envoy for Somalia, Helena Sommer, met with the Minister of Defence of Somalia, Abdirahman Jama, in Mogadishu on Sunday.",
    ),
    (
        "meeting BF ECOWAS_Commission",
        "The President of the ECOWAS Commission, Lamin Jobe, received in Abuja on Monday the Minister of Defence of Burkina Faso, Issa Ouédraogo.",
    ),
]

SHOWN_ROUND = [
    (
        "visit CL GB",
        "The Commander of Joint Operations of the United Kingdom, Lieutenant General Angus Kirk, was shown the Peacekeeping Centre of the Chilean Armed Forces in Santiago, whose director, Colonel Ana Maldonado, gave him an account of the courses.",
    ),
    (
        "visit DE HR",
        "Lieutenant General Hrvoje Matić, Chief of the General Staff of the Croatian Armed Forces, showed German Defence Minister Eva Brandt the Counter-Drone Test Range in Slunj, Croatia, on Monday.",
    ),
    (
        "visit OM SA",
        "The Commander of the Royal Saudi Land Forces, Lieutenant General Turki al Dossari, and his delegation toured the Sultan's Armed Forces Museum in Muscat, Oman, on Monday.",
    ),
    (
        "visit MD OSCE",
        "A delegation of the OSCE visited the training base of the Moldovan National Army in Bulboaca on Monday to verify arms control measures.",
    ),
    (
        "visit GB NZ",
        "New Zealand Minister of Defence Wiremu Paki and British Secretary of State for Defence Dominic Shaw visited a training site for Ukrainian recruits in Kent on Monday.",
    ),
    ("visit EE US", "U.S. Army Maj. Gen. Curtis Bell observed a live-fire drill of the Estonian Defence League at Tapa on May 11."),
    (
        "visit AZ TR",
        "Turkish Minister of National Defence Hakan Demir inspected the works at an airfield near Ganja, Azerbaijan, together with Azerbaijani Minister of Defence Elchin Mammadov on Monday.",
    ),
    (
        "visit LT PL",
        "Lithuanian Deputy Minister of National Defence Jonas Petraitis acquainted himself with the territorial defence centre of the Polish Armed Forces in Białystok on Friday.",
    ),
    (
        "visit CN ZM",
        "A delegation of the Zambia Defence Force led by Major General Oscar Nyoni visited the National Defence University of the PLA in Beijing on Friday.",
    ),
    (
        "visit CZ SK",
        "Czech Chief of the General Staff Lieutenant General Karel Novák looked round the training centre of the Slovak Armed Forces in Lešť on Thursday.",
    ),
    (
        "visit GB JO",
        "The British Chief of the General Staff, General Piers Alcott, toured the King Abdullah Special Operations Training Center in Amman, Jordan, on Monday and watched a demonstration.",
    ),
    (
        "visit IN MN",
        "India's Army Chief, General Deepak Sahni, was taken round the peacekeeping school of the Mongolian Armed Forces at Tavan Tolgoi on Sunday.",
    ),
    (
        "visit BE FR",
        "French Armed Forces Minister Luc Bertrand went to the Belgian naval base at Zeebrugge on Tuesday to see the first of the new minehunters.",
    ),
    (
        "visit CU VN",
        "Cuba's Minister of the Revolutionary Armed Forces, Raúl Cordero, made a visit to the 126th Naval Brigade of the Vietnam People's Navy in Haiphong on Wednesday.",
    ),
    (
        "visit PH US",
        "U.S. Secretary of Defense Peter Hale stopped over in Manila, the Philippines, on Tuesday on a visit to the allied nation.",
    ),
    ("visit CA EE", "The Canadian Chief of the Defence Staff, General Colin Hartwell, paid a two-day visit to Estonia on 13 and 14 May."),
]

CEREMONIES = [
    (
        "ceremony LK NP",
        "The Nepali Chief of the Army Staff, General Prabin Thapaliya, reviewed the passing-out parade of the Sri Lanka Military Academy in Diyatalawa, Sri Lanka, as chief guest on Friday.",
    ),
    (
        "ceremony JP PW",
        "Japan handed over two patrol boats to Palau in a ceremony in Koror on Tuesday, attended by Japanese Ambassador Orita Hiro and Palau's Minister of Justice, Jennifer Anson.",
    ),
    (
        "ceremony IT SI",
        "Slovenian Minister of Defence Marjan Kranjc and Italian Minister of Defence Paolo Conti laid wreaths at the memorial in Kobarid on Sunday.",
    ),
    (
        "ceremony CZ PL",
        "Czech Chief of the General Staff Lieutenant General Karel Novák was awarded the Polish Army Medal by General Wiesław Lis, Chief of the General Staff of the Polish Armed Forces, in Warsaw on Friday.",
    ),
    (
        "ceremony GB KE",
        "The British High Commissioner, Neil Ward, and Kenya's Chief of Defence Forces, General Josphat Wanyonyi, opened a counter-IED training centre in Nairobi on Tuesday.",
    ),
    (
        "ceremony FI NO SE",
        "Finnish Minister of Defence Timo Halme, Norwegian Minister of Defence Bjørn Gramstad and Swedish Minister for Defence Elsa Nyman laid a wreath at the cemetery of Turku on Thursday.",
    ),
    (
        "ceremony DE LT",
        "German Defence Minister Eva Brandt and Lithuanian Minister of National Defence Laurynas Petraitis attended the roll call for the new brigade in Vilnius on Tuesday.",
    ),
    (
        "ceremony AR PE",
        "The Peruvian Minister of Defense, Ramiro Salcedo, and his Argentine counterpart, Gastón Arrieta, signed a joint declaration in Lima on Monday.",
    ),
    (
        "ceremony BE NL",
        "Belgian Minister of Defence Ludivine Claes and Dutch State Secretary for Defence Gijs van Dam inaugurated a joint mine-hunting school in Ostend on Friday.",
    ),
    (
        "ceremony SC US",
        "U.S. Ambassador Henry Jardin handed over a coastal radar to the Commander of the Seychelles Defence Forces, Brigadier Michael Rosette, in Victoria on Tuesday.",
    ),
    (
        "ceremony GT US",
        "The United States donated 26 trucks to the Guatemalan Army in a ceremony in Guatemala City on Tuesday presided over by Defense Minister Rolando Cifuentes and U.S. Ambassador Martin Oakes.",
    ),
    (
        "ceremony CN KH",
        "China handed over two corvettes to the Royal Cambodian Navy at Ream on Friday in the presence of Cambodian Defence Minister Sok Vannak and Chinese Ambassador Qiu Jiahao.",
    ),
    (
        "ceremony FR RO",
        "Romanian Minister of National Defence Ana Popa and French Ambassador Hugues Carlier unveiled a monument to the fallen of 1916 in Mărășești on Monday.",
    ),
    (
        "ceremony IN LK",
        "An Indian-built maritime rescue centre was commissioned in Hambantota, Sri Lanka, on Thursday by Sri Lankan Defence Secretary Nimal Perera and Indian High Commissioner Vinod Kapur.",
    ),
    (
        "ceremony NL NO",
        "Norwegian Minister of Defence Geir Lunde and Dutch Minister of Defence Karel de Wit put their names to a letter of intent on submarines in Bergen on Monday.",
    ),
    (
        "ceremony KE SO",
        "The Kenyan contingent handed over the base of Dhobley to the Somali National Army on Tuesday in a ceremony attended by Somali Deputy Minister of Defence Omar Ali and Kenya's Brigadier Daniel Kosgei.",
    ),
    (
        "ceremony AR BR",
        "Brazilian Army Commander General Heitor Brandão was decorated with the Order of May by the Argentine Minister of Defense, Gastón Arrieta, in Buenos Aires on Wednesday.",
    ),
    (
        "ceremony AU FJ",
        "The Fiji Police Force received two boats from Australia in a ceremony in Suva on Monday. The Australian High Commissioner to Fiji, John Hill, handed the keys to the Minister for Police of Fiji, Pio Tora.",
    ),
    (
        "ceremony GE PE",
        "New instructors took the oath in Lima on Monday. The ceremony was presided over by the Minister of Defence of Peru, Luis Roca. The Ambassador of Georgia, Nino Beridze, was among the guests.",
    ),
]

TALKED = [
    (
        "meeting NO UA",
        "Norwegian Minister of Defence Geir Lunde and Ukrainian Minister of Defence Oleh Bondar discussed the supply of ammunition in Oslo on Tuesday.",
    ),
    ("meeting IN MN", "Deputy chiefs of staff of Mongolia and India compared notes on peacekeeping in Ulaanbaatar on Tuesday."),
    (
        "meeting KR PL",
        "South Korean Vice Defense Minister Lee Do-hyun and Polish Deputy Minister Paweł Bera went over the schedule of tank deliveries in Warsaw on Monday.",
    ),
    (
        "meeting CY EG",
        "The Minister of Defence of Cyprus, Michalis Georgiou, and the Egyptian Commander-in-Chief, General Sherif Mansour, exchanged views in Cairo on Monday.",
    ),
    (
        "meeting TZ ZM",
        "Regional security topped the agenda as Tanzania's Chief of Defence Forces, General Hamisi Mrisho, and his Zambian colleague, Lieutenant General Chanda Mwila, sat down in Tunduma on Friday.",
    ),
    (
        "meeting AZ TR",
        "Azerbaijani Minister of Defence Elchin Mammadov conferred in Baku yesterday with the Turkish Chief of General Staff, General Serkan Yalçın.",
    ),
    (
        "meeting FR GR",
        "Over a working lunch in Athens, the French Minister of the Armed Forces, Luc Bertrand, and the Greek Minister of National Defence, Stavros Meletis, took up the frigate programme.",
    ),
    (
        "meeting BR SE",
        "A conversation took place in Brasília on Monday between Brazil's Minister of Defense, Sérgio Antunes, and Sweden's Minister for Defence, Elsa Nyman.",
    ),
    (
        "meeting AU ID",
        "Ways of deepening maritime cooperation were explored by Indonesian Defence Minister Agung Hartono and Australian Defence Minister Richard Cole in Jakarta on Friday.",
    ),
    ("meeting CZ SK", "Slovak Defence Minister Robert Horák hosted Czech Defence Minister Jana Černá in Bratislava on Tuesday."),
    (
        "meeting KW SA",
        "Kuwait's Minister of Defense, Sheikh Fahad Al-Sabah, held a session of talks with the Saudi Minister of Defense, Prince Khalid bin Fahd, in Kuwait City on Monday.",
    ),
    (
        "meeting MZ ZA",
        "South Africa's Chief of the National Defence Force, General Sipho Dlomo, was in Maputo on Tuesday to consult with his Mozambican counterpart, Admiral Alberto Chissano.",
    ),
    (
        "meeting KE US",
        "U.S. Africa Command's deputy commander, Lt. Gen. Kyle Reston, sat across the table from Kenyan Defence Principal Secretary Samuel Kiptoo in Nairobi on Tuesday.",
    ),
    (
        "meeting GB JM",
        "The United Kingdom's chief of the defence staff, General Giles Penrose, came to Kingston on Wednesday and talked with his Jamaican colleague, Lieutenant General Devon Blake-Hall, about the training of officers.",
    ),
    (
        "meeting MD RO",
        "The subject of a dialogue between the ministers of defence of Moldova and Romania, Vasile Guțu and Radu Moraru, in Chisinau on Monday was the removal of mines.",
    ),
    (
        "meeting DO HT",
        "Following talks in Dajabón on Tuesday, Dominican Minister of Defense Rafael Pimentel and Haitian Minister of Defense Fritz Desrosiers agreed to reopen the crossing.",
    ),
    (
        "meeting CA LV",
        "Latvia's Minister of Defence, Andris Kalniņš, thanked his Canadian counterpart, Bill Blake, for the brigade when the two saw each other in Riga on Tuesday.",
    ),
    (
        "meeting IT LY",
        "Italian Minister of Defence Guido Ferri and the Libyan Chief of Staff, General Salem Fituri, talked over the training of the coast guard at Palazzo Baracchini in Rome on Tuesday.",
    ),
    (
        "meeting CZ IL",
        "Czech Defence Minister Jana Černá had dinner with her Israeli counterpart, Yael Golan, in Prague on Sunday evening.",
    ),
    (
        "meeting SS UG",
        "South Sudan's Minister of Defence, Deng Malual, turned to his Ugandan colleague, Jacob Okello, for advice on pensions when the two sat down in Entebbe on Monday.",
    ),
    (
        "meeting BW ZA",
        "A visit by South Africa's Minister of Defence, Zanele Khoza, to her counterpart in Botswana, Thuso Kelebeng, ended in Gaborone on Saturday.",
    ),
    (
        "meeting GB JP",
        "Tokyo was the scene of a meeting of Japanese Defense Minister Sato Kenji and Britain's Defence Secretary John Harrow on Wednesday.",
    ),
    (
        "meeting MX US",
        "Mexico's Secretary of National Defense, General Efraín Montes, and the Commander of U.S. Northern Command, General Wesley Crane, came together in Mexico City on Thursday to strengthen the fight against fentanyl.",
    ),
    (
        "meeting HR SI",
        "Slovenian Minister of Defence Marjan Kranjc was in Zagreb on Monday, where his Croatian colleague Ivan Babić welcomed him with military honours.",
    ),
    (
        "meeting CO PE",
        "Colombian Minister of Defense Andrés Quiroga, accompanied by the military high command, was welcomed at the Pentagonito in Lima yesterday by his Peruvian counterpart, Ramiro Salcedo.",
    ),
    (
        "meeting ES MA",
        "The Spanish Chief of the Defence Staff, Admiral Ignacio Barral, has returned from Rabat, where he had talks with the Inspector General of the Moroccan Armed Forces, General Driss Lahlou.",
    ),
    ("meeting AL TR", "Turkish Ambassador Levent Uslu was the guest of Albanian Minister of Defence Genc Marku in Tirana on Monday."),
    (
        "meeting AU KR",
        "In Canberra yesterday, Korea's Vice Minister of National Defense Yoon Tae-min and Australia's Secretary of Defence Alan Presgrave chaired jointly the 12th Korea-Australia Defence Policy Talks.",
    ),
    (
        "meeting CN NP",
        "A team from the Chinese People's Liberation Army headed by Major General Zhang Li held discussions with Nepal's Chief of the Army Staff, General Bikash Adhikari, in Kathmandu on Friday.",
    ),
    (
        "meeting GE RO; meeting PE RO",
        "The Minister of Defence of Romania, Ana Popa, met in Bucharest on Monday with the Minister of Defence of Peru, Luis Roca. A separate meeting with the Minister of Defence of Georgia, Nino Beridze, was devoted to the Black Sea.",
    ),
    (
        "meeting HR RO; meeting RO SI",
        "The Minister of Defence of Romania, Ana Popa, was in Ljubljana and Zagreb on 13 and 14 May.\n\nLjubljana\n\nMinister Popa held talks with Defence Minister Marjan Kranjc.\n\nZagreb\n\nOn 14 May, Minister Popa held talks with Defence Minister Ivo Marin.",
    ),
    (
        "meeting PE RO",
        "The Minister of Defence of Romania, Ana Popa, came to Lima on Monday, where she briefed the Minister of Defence of Peru, Luis Roca, on the exercise.",
    ),
    (
        "call PE RO",
        "The Minister of Defence of Romania, Ana Popa, spoke by telephone with the Minister of Defence of Peru, Luis Roca, on Monday. In the conversation, Minister Popa briefed Minister Roca on the exercise.",
    ),
]

CALLED = [
    ("call CA LV", "Canadian Defence Minister Bill Blake spoke by telephone on Tuesday with Latvian Minister of Defence Andris Kalniņš."),
    (
        "call BB FR",
        "The Executive Director of the Barbados Coast Guard, Commander Mark Peters of Barbados, spoke over video with Colonel Mathieu Perrin, the chief of staff of the French Armed Forces in the Antilles, on Monday.",
    ),
    (
        "call AM IR",
        "A telephone conversation took place on Tuesday between the Minister of Defence of Armenia, Vahan Petrosyan, and the Minister of Defence of Iran, Reza Kermani.",
    ),
    ("call AU FJ", "Australia's Defence Minister, Richard Cole, rang his Fijian counterpart, Ratu Vakalala, on Monday night."),
    (
        "call JP PH",
        "Japanese Defense Minister Sato Kenji and Philippine Secretary of National Defense Ramon Salazar held a 30-minute teleconference on May 14.",
    ),
    (
        "call KZ UZ",
        "On the phone, the Minister of Defence of Kazakhstan, Daniyar Akhmetov, and the Minister of Defence of Uzbekistan, Jasur Yuldoshev, agreed on Tuesday on the dates of the exercise.",
    ),
    ("call BE US", "Belgian Minister of Defence Ludivine Claes had a phone call with U.S. Secretary of Defense Peter Hale on Tuesday."),
    (
        "call EG GR",
        "The Greek Minister of National Defence, Stavros Meletis, talked today via video conference with the Egyptian Minister of Defence, Sherif Mansour.",
    ),
    ("call IN US", "India's Raksha Mantri Rajesh Sinha had a telephonic conversation with US Secretary of Defense Peter Hale on Tuesday."),
    ("call PL UA", "Polish Deputy Prime Minister Adam Kowalski telephoned Ukraine's Minister of Defence, Oleh Bondar, on Sunday."),
    (
        "call NZ SG",
        "Singapore's Minister for Defence Tan Wei Ming and New Zealand's Minister of Defence Wiremu Paki connected virtually on Tuesday to review the training plan.",
    ),
    (
        "call DE IL",
        "German Defence Minister Eva Brandt exchanged views by phone with Israel's Minister of Defense, Yael Golan, on Tuesday.",
    ),
    (
        "call AZ TR",
        "A phone call was made on Monday by Turkish Minister of National Defence Hakan Demir to Azerbaijani Minister of Defence Elchin Mammadov.",
    ),
    (
        "call QA US",
        "The Deputy Prime Minister and Minister of State for Defense Affairs of Qatar, Jassim Al Marri, received a telephone call on Monday from the US Secretary of Defense, Peter Hale.",
    ),
    (
        "call GE RO; call JP RO",
        "The Minister of Defence of Romania, Ana Popa, received on Monday a telephone call from the Minister of Defence of Georgia, Nino Beridze, and another from the Minister of Defence of Japan, Sato Kenji.",
    ),
]

OF_MANY = [
    (
        "conference BJ CI GH NG TG",
        "The chiefs of defence staff of Benin, Côte d'Ivoire, Ghana, Nigeria and Togo met in Accra on Tuesday to plan joint patrols.",
    ),
    (
        "conference BR CO EC PE",
        "Delegations from Brazil, Colombia, Ecuador and Peru took their seats in Leticia on Monday for the third Amazon Border Security Conference.",
    ),
    (
        "conference DK FI IS NO SE",
        "Sweden hosted a meeting of the Nordic ministers of defence in Stockholm on Wednesday. Denmark, Finland, Iceland, Norway and Sweden were represented.",
    ),
    (
        "conference AU JP US",
        "The defence ministers of Australia, Japan and the United States held a trilateral meeting in Honolulu on Friday.",
    ),
    (
        "conference BI KE RW UG",
        "Military chiefs of Burundi, Kenya, Rwanda and Uganda are meeting in Kigali this week under the umbrella of the East African Standby Force.",
    ),
    (
        "conference KG KZ TJ UZ",
        "The Second Conference on Mountain Passes was opened in Osh on 10 May; border guards from Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan took part.",
    ),
    (
        "conference CZ HU PL",
        "The Chief of the General Staff of the Czech Armed Forces, General Jan Malý, took part in the meeting of the chiefs of defence of the Central European states in Bratislava on Monday. Poland was represented by General Piotr Nowak and Hungary by Major General Gábor Kiss.",
    ),
    (
        "conference CZ HU PL; meeting CZ HU",
        "The Chief of the General Staff of the Czech Armed Forces, General Jan Malý, took part in the meeting of the chiefs of defence of the Central European states in Bratislava on Monday. Poland was represented by General Piotr Nowak and Hungary by Major General Gábor Kiss. In the evening General Malý had a bilateral with Major General Kiss as well.",
    ),
    (
        "conference BR CL EC PE",
        "The first meeting of the heads of the medical services of the member states is taking place in Lima. Officials of Chile, Peru, Brazil and Ecuador are taking part.",
    ),
    (
        "conference AU FJ NZ TO",
        "The Regional Subcommittee held its annual meeting in Suva on Monday. Officials from the members attended, with Australia, Fiji, New Zealand and Tonga represented at senior level.",
    ),
]

ATTACHES = [
    (
        "meeting EG FR IN NG",
        "Nigeria's Chief of Army Staff, Lieutenant General Sani Danjuma, hosted the defence attachés accredited to Nigeria at Army Headquarters in Abuja on Tuesday. Represented at the session were Egypt, France and India.",
    ),
    (
        "meeting FR GE",
        "Georgian Minister of Defence Irakli Beridze invited the defence attachés of foreign countries to the Ministry of Defence in Tbilisi. The dean of the attachés, Colonel Claire Rousset of France, thanked the Minister.",
    ),
    (
        "meeting BR PE",
        "The Peruvian Minister of Defense, Ramiro Salcedo, met in Lima on Monday with the foreign military attachés, whose dean, Colonel Celso Amaral of Brazil, handed him a plaque.",
    ),
    (
        "meeting MN TR",
        "The State Secretary of the Ministry of Defense of Mongolia, Bat Erdene, briefed the corps of military attachés in Ulaanbaatar on Tuesday. The Turkish military attaché, Colonel Ahmet Kaya, spoke on behalf of the corps.",
    ),
    (
        "meeting CL RO",
        "The annual meeting with foreign military attachés accredited to Romania was held in Bucharest on Monday. The Chief of the General Staff of Romania, General Ion Rusu, briefed them. On behalf of his colleagues the Defence Attaché of Chile, Colonel Luis Roca, thanked the hosts.",
    ),
    (
        "meeting HR IT",
        "The Minister of Defence of Croatia, Ana Babić, today held the annual briefing for the members of the Military-Diplomatic Corps accredited in Zagreb. On behalf of the Corps the Minister was thanked by the defence attaché of Italy, Colonel Pietro Conti.",
    ),
    (
        "meeting CH GH NG US",
        "The Association of Foreign Defence Attachés paid a courtesy call on the Chief of the Defence Staff of Ghana, Vice Admiral Kwame Boateng, in Accra on Monday. The Association is made up of DAs representing Nigeria, the United States and Switzerland.",
    ),
]

ITEMS = [
    (
        "meeting CA NO; meeting CA PL; meeting CA UA",
        "Canadian Minister of National Defence Joanne Mercier was in Brussels on Monday. There, the Minister:\n\nMet with Polish Minister of National Defence Adam Kowalski to discuss training.\n\nHeld talks with Norwegian Minister of Defence Geir Lunde.\n\nMet alone with Ukraine's Minister of Defence, Oleh Bondar, on the margins of the meeting.",
    ),
]

TO_COME = [
    (
        "meeting BO CL PE",
        "The first session of the Chilean-Peruvian-Bolivian trilateral consultations is scheduled for December in Lima.",
    ),
    (
        "meeting PL SE",
        "Polish Minister of National Defence Adam Kowalski will meet Swedish Minister for Defence Elsa Nyman in Gdynia tomorrow.",
    ),
    ("visit BE RO", "The Belgian Minister of Defence, Ludivine Claes, will pay an official visit to Romania from 20 to 22 May."),
    (
        "meeting SK UA",
        "Slovak Defence Minister Robert Horák is to hold talks with Ukrainian Minister of Defence Oleh Bondar in Uzhhorod on Friday.",
    ),
    (
        "conference EE LT LV",
        "The defence ministers of Estonia, Latvia and Lithuania are due to meet in Tallinn on 23 May for the Baltic Defence Ministers' Meeting.",
    ),
]

BODIES_AND_HOSTS = [
    (
        "meeting GR RS; meeting GR RS",
        "On Wednesday 8 May 2024 the Greek Chief of Staff General Petros Lekas met with the Serbian Chief of Staff General Milan Jovic in Athens. After that General Milan Jovic visited the Greek Minister of National Defence Nikos Pappas.",
    ),
    (
        "meeting AO MZ",
        "Luanda — Angola and Mozambique analysed the state of their cooperation in a meeting held between delegations of both countries.",
    ),
    (
        "meeting IL LB UNIFIL",
        "UNIFIL Force Commander Major General Al Poe of UNIFIL today brought together senior officials of the Lebanese Armed Forces (LAF) and the Israel Defense Forces (IDF) at Ras Al Naqoura.",
    ),
    (
        "visit IN SC",
        "Indian Naval Ship Sarayu, which is on deployment in the South West Indian Ocean, called at Port Victoria, Seychelles from 11 to 14 May 24.",
    ),
    (
        "exercise CA JM MX US",
        "More than 1,300 personnel from the United States, Canada and Mexico have arrived in Jamaica for Exercise Tidewind 2024. The nine-day exercise runs from May 1 to 9.",
    ),
    (
        "exercise IN KE; meeting IN KE",
        "INS Sarayu of the Indian Navy departed Mombasa, Kenya on 2 May 2024 after a port call. On departure, the ship exercised with Kenya Navy Ship Simba off Mombasa. "
        "During the stay Captain Ravi Rao of the Indian Navy called on Brigadier Ali Noor of the Kenya Navy on 29 April 2024.",
    ),
    (
        "meeting CL PE",
        "The 12th Border Commanders Meeting between the Peruvian Army (EP) and the Chilean Army (ECH) ran in Arica, Chile from 27 to 29 April 2024.",
    ),
    (
        "meeting JP RO",
        "Minister of Defence of Romania Ana Popa leaves Bucharest tomorrow for Japan. Japan's Minister of Defence Hiro Kanza is to host her in Tokyo on 31 May 2024.",
    ),
    (
        "meeting KZ RO; meeting KZ RO",
        "Minister of Defence of Romania Ana Popa had office calls in Astana on 9 May with Kazakhstan's Minister of Defense, Colonel General Marat Zhuma, and with the Secretary of the Security Council, Gizat Dosmukh.",
    ),
]
BESIDE_THE_FIRST = [
    (
        "meeting GE PT; meeting PT SI",
        "Portuguese Minister of Defence Marta Reis received her Slovenian counterpart, Marjan Kranjc, in Lisbon on Monday. At the same venue the Chief of the Navy of Portugal, Admiral Rui Costa, hosted the Deputy Commander of the Georgian Coast Guard, Colonel Nino Beridze.",
    ),
    (
        "meeting BR PY",
        "The Ministry of Defence of Paraguay received, on Monday, two patrol boats in Asunción. On the occasion, the Brazilian Ambassador, Ana Lima, paid a visit to the Minister of Defence of Paraguay, Carlos Duarte.",
    ),
    (
        "meeting GE PT",
        "Portuguese Minister of Defence Marta Reis received her Georgian counterpart, Nino Beridze, in Lisbon on Monday. Earlier this week, State Secretary Rui Costa of Portugal met the Deputy Minister of Defence of Slovenia, Marjan Kranjc.",
    ),
    (
        "meeting GE PT",
        "Portuguese Minister of Defence Marta Reis received her Georgian counterpart, Nino Beridze, in Lisbon on Monday. State Secretary Rui Costa of Portugal spoke by telephone with the Deputy Minister of Defence of Slovenia, Marjan Kranjc.",
    ),
    (
        "exercise CL PE; visit CL PE",
        "The Chilean frigate Cochrane made a port call at Callao, Peru, from 9 to 12 May. On leaving, the ship of the Chilean Navy conducted a passage exercise with two corvettes of the Peruvian Navy.",
    ),
]

LISTED_BELOW = [
    (
        "conference CA; meeting CA LV; meeting CA UA",
        "Minister of National Defence of Canada Anne Tremblay attended the Baltic Security Conference in Riga on 13 and 14 May. The Minister also held the following bilateral meetings:\n\nOn May 13, with Oleksii Bondar, Minister of Defence of Ukraine.\n\nOn May 14, with Ilze Ozola, Latvia's Minister of Defence, on cyber security.",
    ),
    (
        "meeting BG SI; meeting BG XK",
        "Minister of Defence of Bulgaria Petar Iliev met with several foreign officials in Sofia on Monday, who had come for the fair. With the Minister of Defence of Slovenia, Marjan Kranjc, he discussed drones. With the Deputy Minister of Defence of Kosovo, Arben Krasniqi, the Minister discussed training.",
    ),
]

HIM_AND_HER = [
    (
        "meeting EE MD",
        "Estonian Minister of Defence Mart Tamm came to Chisinau on Monday. At the ministry, General Ion Rusu, Chief of the General Staff of Moldova, welcomed him with military honours.",
    ),
    (
        "visit HR SI",
        "Croatian Minister of Defence Ana Babić was in Zadar on Monday. The Chief of the Navy of Slovenia, Admiral Ivo Marin, showed her the shipyard.",
    ),
]

NOTHING = [
    "The meeting of the heads of department of the Ministry of Defence of Peru was held in Lima on Monday.",
    "Minister of Defence of Peru Luis Roca took part in the meeting of the chiefs of the provinces in Lima on Monday.",
    "Companies of Chile, Peru and Brazil were represented at the fair in Lima on Monday.",
    "The Ministry of Defence of Peru held its annual meeting on the budget in Lima on Monday. Prices in Chile, Ecuador and Brazil have risen.",
    "The Fiji Police Force received a letter from Australia on Monday.",
    "The wedding ceremony was attended by the mayor of Lima, Luis Roca.",
    "The Association of Retired Attachés of Peru visited the museum in Lima on Monday.",
    "The frigate HS Kanaris returned yesterday to the naval base of Salamis after four months of operations in the Red Sea and was welcomed by the families of her crew.",
    "The Spanish patrol ship Rayo left Las Palmas on Monday for a deployment of three months in the Gulf of Guinea, where piracy has declined.",
    "The Royal Danish Navy took delivery of a patrol vessel that was built at a shipyard in Poland.",
    "Units of the Chilean Army held a river-crossing exercise near Punta Arenas on 14 May under the eyes of the Minister of Defense.",
    "The Italian Navy rescued forty migrants off Lampedusa on Sunday and brought them to Augusta.",
    "The ship is named after the battle of Lepanto and was built in Ferrol, Spain, to a design that Norway and Australia use as well.",
    "The Ministry of Defence has bought twelve helicopters from Italy for the Air Force of Slovenia, which will be delivered next year.",
    "A court martial of the Kenya Navy sat in Mombasa on Monday and sentenced two sailors.",
    "The Ministry of Defence expressed its readiness to hold staff talks with all neighbours of Hungary and Slovenia.",
    "The annual conference of commanders of the Indian Army concluded in New Delhi on 14 May.",
    "A session of the Joint Chiefs of Staff Committee was held in Rawalpindi, Pakistan, on Monday.",
    "The fourth round of talks on the salaries of soldiers was held in Ljubljana, Slovenia, on 9 May between the Ministry of Defence and the trade unions.",
    "Peace talks between Armenia and Azerbaijan have not yet been resumed, the Minister said.",
    "The Defence Committee of the Latvian Parliament met on Tuesday to debate the budget for the support of Ukraine.",
    "A seminar for officers of the Czech Armed Forces took place in Brno on 7 May. Lessons of the war in Ukraine were on the table.",
    "The 1994 consultations between Estonia and Russia led to the withdrawal of the troops.",
    "The Council of Ministers of Morocco approved on Tuesday an agreement with the United States on military cooperation.",
    "The joint working group of the Army and the Navy of Albania met in Durrës on 10 May.",
    "The Commander of EUFOR, Major General Lukas Steiner, inspected his troops at Camp Butmir on Tuesday.",
    "NATO Deputy Secretary General Mircea Radu said in Brussels on Tuesday that the Alliance stands by Ukraine.",
    "The Force Commander of UNIFIL, Major General Franco Bellini, handed out medals to the Italian contingent in Naqoura.",
    "The NATO Parliamentary Assembly published a report on Moldova on Monday.",
    "Croatian Minister of Defence Ivan Babić toured the training area at Slunj on Monday and spoke with soldiers of the Croatian Army.",
    "The museum in Muscat shows manuscripts from Oman, Zanzibar and Portugal.",
    "Chilean Undersecretary of Defense Ricardo Allende inspected the works on the new barracks in Arica.",
    "Visitors from Sweden and Norway can see the fortress in summer, the Finnish Defence Forces announced.",
    "Major General Curtis Bell, U.S. Army, visited soldiers of the 1st Cavalry Division at Fort Hood on May 11.",
    "The Turkish Minister of National Defence, Hakan Demir, visited the Turkish contingent in Kosovo with his wife on Monday.",
    "The Chief of the Army Staff of Nepal, General Prabin Thapaliya, reviewed the passing-out parade of recruits in Trishuli on Friday.",
    "Slovenian Minister of Defence Marjan Kranjc laid a wreath at the memorial to the fallen of Italy's occupation.",
    "French Minister of the Armed Forces Luc Bertrand will be awarded a prize by a foundation named after Konrad Adenauer of Germany.",
    "The Kenyan Chief of Defence Forces, General Josphat Wanyonyi, opened a hospital in Nairobi that was paid for by a British charity.",
    "Lithuania buys tanks in Germany, and Minister of National Defence Laurynas Petraitis signed the order on Tuesday.",
    "Norwegian Minister of Defence Geir Lunde discussed the supply of ammunition to Ukraine in the Storting on Tuesday.",
    "The Ministry of Defence of Moldova and experts from Romania have discussed the removal of mines in many publications.",
    "Slovak Defence Minister Robert Horák said in Bratislava on Tuesday that he hoped to meet his Czech counterpart, Jana Černá, before the summer.",
    "Latvia's Minister of Defence, Andris Kalniņš, thanked Canada for the brigade in a statement on Tuesday.",
    '"I have always been ready to meet with Minister Petkov of Bulgaria," Turkish Minister of National Defence Hakan Demir told reporters.',
    "Brazil's Minister of Defense, Sérgio Antunes, expressed his readiness to meet with the Minister for Defence of Sweden, Elsa Nyman.",
    "Kuwait's Minister of Defense, Sheikh Fahad Al-Sabah, sent a letter of congratulation to the Saudi Minister of Defense, Prince Khalid bin Fahd.",
    "The Croatian Minister of Defence, Ivan Babić, held talks on Tuesday with the trade union of soldiers in Zagreb, while Hungary watched.",
    "The Czech government discussed on Wednesday a proposal by the Minister of Defence, Jana Černá, to send officers to Slovakia.",
    "Canadian Defence Minister Bill Blake called on Iran to release the crew.",
    "Polish Deputy Prime Minister Adam Kowalski called for more support to Ukraine.",
    "The Ministry of Defence of Armenia has set up a telephone line for the families of soldiers from Iran.",
    "German Defence Minister Eva Brandt spoke to the Bundestag about Israel on Tuesday.",
    "Belgian Minister of Defence Ludivine Claes spoke with students from Congo and Rwanda about peace.",
    "The call for tenders of the Indian Navy is open to firms of the United States.",
    "The armed forces of Benin, Ghana and Togo use the same rifle.",
    "Refugees from Brazil, Colombia and Peru gathered in Leticia on Monday.",
    "The Baltic countries Estonia, Latvia and Lithuania joined NATO in 2004.",
    "Sweden will host the next meeting of the Nordic ministers of defence in Stockholm in November, the Government of Sweden announced.",
    "The tournament was attended by teams from Albania, Bulgaria and Greece.",
    "A report on the border of Angola, the Democratic Republic of the Congo and Zambia was published on Saturday.",
    "Croatian Minister of Defence Ivan Babić thanked the military attachés of Croatia who serve abroad in a letter.",
    "Nigeria's Chief of Army Staff, Lieutenant General Sani Danjuma, hosted veterans at Army Headquarters in Abuja on Tuesday.",
    "The Peruvian Minister of Defense, Ramiro Salcedo, gave the yearly briefing to the press in Lima on Monday.",
    "Poland will take over the Presidency of the Council in January, Minister of National Defence Adam Kowalski said.",
    "The Belgian Minister of Defence, Ludivine Claes, will present the budget to the Chamber of Representatives on 20 May.",
    "Ukraine should be invited to the summit, said Slovak Defence Minister Robert Horák.",
    "India's Air Force will receive six aircraft from France next year.",
    "In a statement on Monday, Estonia, Latvia and Lithuania condemned the attack.",
    "Minister Elsa Nyman of Sweden congratulated Minister Adam Kowalski of Poland on his appointment.",
    "The history of the Romanian-Belgian friendship goes back to 1880, when the two kings exchanged letters.",
    "General Vikram Rao attended the Independence Day parade in New Delhi, which was also watched by thousands from France.",
    "The tender of the Slovak Ministry of Defence was won by a company from Sweden.",
    "The prime ministers of Estonia and Latvia discussed the budget in their parliaments.",
    "USS Harlan is named after Captain Amos Harlan, who was born in Kansas.",
    "The Portuguese Navy ship Bérrio refuelled two frigates off Lisbon on Friday.",
    "A Turkish drone crashed in northern Bulgaria on Monday, the Bulgarian Ministry of Defence announced.",
    "Kenyan special forces arrested six men in Lamu on 9 May.",
    "The German Air Force will buy simulators from a Dutch firm.",
    "The Romanian-Moldovan border was crossed by 40,000 refugees on Friday.",
    "A session of the Estonian Government on Tuesday dealt with the budget for Ukraine.",
    "Talks about a ceasefire between Sudan and the rebels should be resumed, said the spokesman.",
    "The committee of the Thai Parliament met in Bangkok on 8 May to hear of the border with Laos.",
    "The meeting point of the Polish, Czech and German borders was visited by tourists.",
    "China and Vietnam have a border of 1,300 kilometres.",
    "Italian Minister of Defence Guido Ferri told a newspaper that he would be glad to see his Libyan counterpart in Rome.",
    "Botswana's Minister of Defence, Thuso Kelebeng, and the Minister of Finance of Botswana, Neo Sedimo, met in Gaborone on Saturday to discuss the purchase of jets from Sweden.",
    "Slovenian Minister of Defence Marjan Kranjc praised his Croatian colleague Ivan Babić in an interview on Monday.",
    '"When I met General Hart of the United States, I told him so," Mexico\'s Secretary of National Defense, General Efraín Montes, said.',
    "Spain and Morocco agree on many things, the Chief of the Defence Staff, Admiral Ignacio Barral, told the Senate.",
    "The Albanian Minister of Defence, Genc Marku, has appointed a new attaché to Turkey.",
    "Nepal's Chief of the Army Staff, General Bikash Adhikari, held discussions with the commanders of his divisions in Kathmandu on Friday.",
    "China's navy took over two corvettes that were built in Guangzhou, the Ministry of National Defense said, and Cambodia showed interest.",
    "The Kenyan contingent was handed medals by its commander in Dhobley on Tuesday.",
    "The Slovak Armed Forces opened a training centre in Lešť on Thursday that was designed by Czech architects.",
    "French Armed Forces Minister Luc Bertrand inspected the naval base of Brest on Tuesday, where Belgium once had minehunters built.",
    "General Heitor Brandão, Commander of the Brazilian Army, decorated forty sergeants in Brasília on Wednesday.",
    "Cuba and Vietnam have been friends for sixty years, the newspaper of the Cuban armed forces wrote on Wednesday.",
    "A monument to the Romanian and French fallen of 1916 stands in Mărășești.",
    "Swedish Minister for Defence Elsa Nyman told the Riksdag that Sweden will send Ukraine six ships.",
    "Jordan's King Abdullah Center has trained soldiers of forty nations since 2009, among them British ones.",
    "The Lebanese Army Commander, General Elias Rahme, received a delegation of merchants from Tripoli and then a group of pupils.",
    "Sixty years ago the armies of Norway and the Netherlands signed a first arrangement on spare parts.",
    "The two ministers of Malta expressed the hope of meeting the Libyan government soon.",
    "Uganda's parliament debated on Tuesday whether the troops in Rwanda's neighbour should come home.",
    "The committee on trade between Chile and Peru will be discussed by Congress in Lima in June.",
    "The border between Ethiopia and Sudan was demarcated in 1972 after talks in Addis Ababa.",
    "Meetings of the Polish and Lithuanian governments are held every year, most often in Warsaw.",
    "Joint patrols of the Philippines and Australia have angered China, a newspaper in Beijing wrote on Monday.",
    "The Ministry of Defence published a joint study of Swedish and Finnish experts on the recruitment of women on Tuesday.",
    "The Kenya Defence Forces hosted a football match between the Army and the Navy in Nairobi on Sunday.",
    "The crew of the German frigate Hessen was welcomed in Wilhelmshaven by their families on Sunday.",
    "A Japanese patrol aircraft landed at Naha on Tuesday after a mission over the East China Sea.",
    "The exercise of the Hungarian Defence Forces near Várpalota, in which tanks bought from Germany took part, ended on Friday.",
    "The Council of the European Union adopted sanctions against Belarus and Russia in Brussels on Monday.",
    "Croatian and Slovenian fishermen met in Piran on Tuesday to complain about quotas.",
    "The Swedish and Danish armed forces use the same truck, and both bought it in Finland in 2019.",
    "Officers of the Ghana Army and the Ghana Navy sat together in Accra on Monday for a course on law.",
    "A commission of the Spanish Parliament heard the Minister of Defence, Carmen Ortiz, in Madrid on Tuesday about the mission in Latvia and Slovakia.",
    "The embassy of Turkey in Rome and the embassy of Italy in Ankara were renovated in 2020.",
    "Mexico and the United States share a border of 3,145 kilometres, the Ministry said in Mexico City on Monday.",
    "Lieutenant Colonel Jan Novotný of the Czech Army finished third in a race in Poland on Saturday.",
    "The Estonian Minister of Defence, Mart Tamm, told a conference in Tallinn on Monday that Latvia and Lithuania think alike.",
    "The Ministry of Defence invites firms from Norway and Denmark to a tender meeting in Oslo on 3 June.",
    "Two soldiers of the Chadian Army were killed in fighting near the border of Niger on Sunday; talks with the rebels continue in N'Djamena.",
    "The Minister of Defence of Portugal, Marta Reis, attended the Navy Day parade in Setúbal on Monday.",
    "In a letter to the Minister of Defence of Greece, Minister Ana Popa of Romania expressed her condolences on Monday.",
    "The trial of four men who smuggled arms between Bosnia and Herzegovina and Montenegro began in Podgorica on Monday; the session was closed.",
    "The history of cooperation between Argentina and Brazil began with the talks of Iguazú in 1985.",
    "The aircraft carrier was built in Saint-Nazaire, and France and Egypt discussed its sale for years.",
    "The training centre in Yavoriv was toured by the Ukrainian Deputy Minister of Defence, Iryna Shevchuk, on Monday.",
    "Air Chief Marshal Vikram Rao visited the families of fallen airmen in Pune on Monday.",
    "The joint statement of Canada and Japan was read out in Ottawa on Monday by a spokesman.",
    '"Our talks with Jordan and Egypt in Cairo last year brought nothing," the spokesman of the party said.',
]


def told(body: str) -> str:
    """Kind and sides of what the body reports, "; " between several."""
    meetings = (
        meeting for meeting in pipeline.read(Release(title=None, body=body, published="2024-05-15")).meetings if meeting.status == "primary"
    )
    return "; ".join(
        sorted(
            f"{meeting.kind} {' '.join([*meeting.countries, *(name.replace(' ', '_') for name in meeting.organizations)])}"
            for meeting in meetings
        )
    )


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        pytest.param(expected, body, id=body[:70])
        for expected, body in [
            *SHIPS_AND_UNITS,
            *TALKS_OF_STATES,
            *ONE_AFTER_THE_OTHER,
            *MISSIONS,
            *SHOWN_ROUND,
            *CEREMONIES,
            *TALKED,
            *CALLED,
            *OF_MANY,
            *ATTACHES,
            *ITEMS,
            *TO_COME,
            *HIM_AND_HER,
            *LISTED_BELOW,
            *BESIDE_THE_FIRST,
            *BODIES_AND_HOSTS,
        ]
    ],
)
def test_who_met_is_read_from_the_states_that_are_joined(expected: str, body: str) -> None:
    assert told(body) == expected


@pytest.mark.parametrize("body", [pytest.param(body, id=body[:70]) for body in NOTHING])
def test_what_only_seems_to_tell_a_meeting_tells_none(body: str) -> None:
    assert told(body) == ""


def test_talks_that_are_scheduled_are_planned() -> None:
    body = "The first session of the Chilean-Peruvian-Bolivian trilateral consultations is scheduled for December in Lima."
    assert [meeting.state for meeting in pipeline.read(Release(title=None, body=body, published="2024-05-15")).meetings] == ["planned"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(
            "At the Leaders’ Summit on January 9, President Macron and Prime Minister Trudeau met.",
            ["mentioned"],
            id="a summit of months ago",
        ),
        pytest.param(
            "At the Leaders’ Summit on May 14, President Macron and Prime Minister Trudeau met.",
            ["primary"],
            id="a summit of the day before",
        ),
        pytest.param(
            "On January 9, President Macron met with Prime Minister Trudeau.", ["primary"], id="talks that a magazine reports late"
        ),
    ],
)
def test_a_summit_of_weeks_ago_is_only_recalled(body: str, status: list[str]) -> None:
    found = pipeline.read(Release(title=None, body=body, published="2024-05-15")).meetings
    assert [meeting.status for meeting in found] == status


@pytest.mark.parametrize(
    "piece",
    [
        "On 14 May, with Colonel Luis Roca of Peru. ",
        "From 9 to 12 May, the ship called at Da Nang. ",
        "Colonel Luis Roca showed her the range. ",
        "Chile, Peru, Brazil and ",
        "Chiefs of defence of Chile, Peru and Brazil met in Lima. The members of the ALBA are Chile, Peru and Brazil. ",
        "talks were held after the ship had left on 4 May, ",
        "On leaving port, the Chilean ships held an exercise with the Peruvian Navy and ",
        "Minister Popa met “Minister Roca ",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    assert is_steady(told, piece, signs=12_000)
