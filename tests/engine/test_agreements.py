"""Which documents are read, what was done with them and between whom. All lines are made up."""

from __future__ import annotations

import pytest

from ingest.engine.rules import agreements
from ingest.engine.types import Meeting, Participant, Release
from tests.engine.made_up import both_of

TALKS = Meeting(
    title=None,
    kind="meeting",
    status="primary",
    date="2024-05-06",
    end_date=None,
    place="Lima",
    country="PE",
    countries=("CL", "EC", "PE"),
    participants=(
        Participant("Ana Popa", None, "CL", "guest"),
        Participant("Luis Roca", None, "PE", "host"),
        Participant("Eva Lind", None, "EC", "guest"),
    ),
)


def read(body: str, published: str = "2024-05-06") -> list[tuple[str, str]]:
    release = Release("", body, published=published)
    return [(found.title, found.action) for found in agreements.find(both_of(body), release, (TALKS,))]


@pytest.mark.parametrize(
    ("line", "title", "action"),
    [
        pytest.param(
            "The ministers signed a Memorandum of Understanding on Hydrography.",
            "Memorandum of Understanding on Hydrography",
            "signed",
            id="signed",
        ),
        pytest.param(
            "A Letter of Intent on Mine Clearance was signed in the hall.", "Letter of Intent on Mine Clearance", "signed", id="was signed"
        ),
        pytest.param(
            "They signed a technical arrangement on diving medicine, and left.",
            "technical arrangement on diving medicine",
            "signed",
            id="small letters",
        ),
        pytest.param("They signed the ‘Roadmap for Naval Ties 2030’ today.", "Roadmap for Naval Ties 2030", "signed", id="in marks"),
        pytest.param(
            "They signed the Protocol on Joint Patrols in Lima on Friday.",
            "Protocol on Joint Patrols",
            "signed",
            id="place and day are not the title",
        ),
        pytest.param(
            "They signed an amendment to the Agreement on Air Transit.",
            "Agreement on Air Transit",
            "amended",
            id="an amendment names what it amends",
        ),
        pytest.param("The two sides renewed the Defense Cooperation Agreement.", "Defense Cooperation Agreement", "renewed", id="renewed"),
        pytest.param(
            "They agreed to conclude an Agreement on the Exchange of Cadets.",
            "Agreement on the Exchange of Cadets",
            "planned",
            id="agreed to conclude",
        ),
        pytest.param(
            "An Action Plan on Cyber Training will be signed in June.", "Action Plan on Cyber Training", "planned", id="will be signed"
        ),
        pytest.param(
            "The ministers aim at signing a Protocol on Salvage at Sea.", "Protocol on Salvage at Sea", "planned", id="a signing aimed at"
        ),
        pytest.param(
            "They signed an addendum to their salvage agreement.", "addendum to their salvage agreement", "signed", id="an addendum"
        ),
        pytest.param(
            "They signed a Technical Agreement on Cooperation in the Field of Salvage.",
            "Technical Agreement on Cooperation in the Field of Salvage",
            "signed",
            id="a field in capitals",
        ),
        pytest.param(
            "A Memorandum on Salvage at Sea, which is due to be signed in June, was ready.",
            "Memorandum on Salvage at Sea",
            "planned",
            id="due to be signed",
        ),
        pytest.param(
            "The two signed a joint Mine Clearance Cooperation Plan between the ministries.",
            "joint Mine Clearance Cooperation Plan",
            "signed",
            id="a small adjective belongs to the name",
        ),
        pytest.param(
            "They signed the Memorandum of Understanding on Cooperation in the Fields of Naval History, Archives and Music.",
            "Memorandum of Understanding on Cooperation in the Fields of Naval History, Archives and Music",
            "signed",
            id="a list of fields",
        ),
        pytest.param(
            "The ministers put their names to a Letter of Intent on Salvage.", "Letter of Intent on Salvage", "signed", id="names put to it"
        ),
        pytest.param("They discussed a draft Agreement on Salvage at Sea.", "Agreement on Salvage at Sea", "discussed", id="discussed"),
        pytest.param(
            "The Bilateral Engagement Plan for 2025 was signed by both.",
            "Bilateral Engagement Plan for 2025",
            "signed",
            id="a plan with a proper name",
        ),
        pytest.param(
            "They signed an MoU on cooperation in the field of meteorology.",
            "MoU on cooperation in the field of meteorology",
            "signed",
            id="an acronym",
        ),
    ],
)
def test_a_document_is_read_with_what_was_done(line: str, title: str, action: str) -> None:
    assert read(line) == [(title, action)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Cooperation under the Treaty on Good Neighbours goes on.", id="background of cooperation"),
        pytest.param("They reaffirmed their commitment to the Strategic Framework Agreement.", id="a commitment renewed in words"),
        pytest.param("The ministers reached agreement on every point.", id="agreement without a document"),
        pytest.param("They talked about the Regional Defence Industrial Programme.", id="a policy talked about"),
        pytest.param("Ties have grown since 1994 through the signing of a Protocol on Diving.", id="signed long since"),
        pytest.param("They recalled the Protocol on Joint Patrols signed in 2008.", id="signed in an earlier year"),
        pytest.param("The navies signed a Protocol on Diving in December 2019.", id="signed years before the release"),
        pytest.param("The guest signed the Book of Honor.", id="a guest book"),
        pytest.param("The plan was signed off by the office.", id="a plan without a name"),
    ],
)
def test_what_is_no_document_of_the_day_is_left_out(line: str) -> None:
    assert read(line) == []


def test_two_documents_of_one_sentence_are_two() -> None:
    line = "They signed a Letter of Intent on Mine Clearance and a Protocol on Joint Patrols."
    assert read(line) == [("Letter of Intent on Mine Clearance", "signed"), ("Protocol on Joint Patrols", "signed")]


def test_another_document_begins_with_a_head_of_several_words() -> None:
    found = read("The parties signed a work programme for 2025-2026 and Standard Operating Procedures for escorts.")
    assert [title for title, _ in found] == ["work programme for 2025-2026", "Standard Operating Procedures for escorts"]


def test_two_documents_signed_after_something_was_discussed_are_both_signed() -> None:
    line = "They discussed the ice and signed an Agreement on Supply and an Agreement on Export Control."
    assert read(line) == [("Agreement on Supply", "signed"), ("Agreement on Export Control", "signed")]


def test_a_clause_tells_of_the_nearer_of_two_documents() -> None:
    line = "They renewed the Agreement on Salvage and initialled a Protocol on Ports, which is to be signed in May."
    assert read(line) == [("Agreement on Salvage", "renewed"), ("Protocol on Ports", "planned")]


def test_documents_that_are_named_one_by_one_are_not_counted_again() -> None:
    line = "They signed two Memoranda of Understanding. The ministers signed the Memorandum of Understanding on Salvage."
    assert read(line) == [("Memorandum of Understanding on Salvage", "signed")]


def test_a_document_told_twice_is_one_under_its_fuller_name() -> None:
    body = (
        "An arrangement was signed in Lima.\n\nThey signed a Technical Arrangement on Diving Medicine. The arrangement was signed by both."
    )
    assert read(body) == [("Technical Arrangement on Diving Medicine", "signed")]


def test_an_acronym_is_the_same_document_as_its_full_name() -> None:
    body = "They signed a Memorandum of Understanding (MoU) in Lima.\n\nThe signing of the MoU on Salvage pleased both."
    assert read(body) == [("MoU on Salvage", "signed")]


def test_without_a_date_of_its_own_a_release_tells_old_documents_by_the_year_of_their_signing() -> None:
    assert read("The MoU on Salvage signed in 2011 goes on.", published="") == []
    assert read("The MoU on Salvage was signed on 3 May 2011.", published="") == [("MoU on Salvage", "signed")]


@pytest.mark.parametrize(
    ("line", "parties"),
    [
        pytest.param("They signed the Chile-Peru Agreement on Salvage.", ("CL", "PE"), id="the title names them"),
        pytest.param("Popa and Roca signed a Protocol on Joint Patrols.", ("CL", "PE"), id="the signers"),
        pytest.param("The three signed a Protocol on Joint Patrols.", ("CL", "EC", "PE"), id="all who met"),
    ],
)
def test_the_parties_are_those_who_sign(line: str, parties: tuple[str, ...]) -> None:
    (found,) = agreements.find(both_of(line), Release("", line, published="2024-05-06"), (TALKS,))
    assert found.countries == parties


def test_without_a_meeting_the_parties_are_the_states_beside_the_title_but_not_the_one_where_it_is_signed() -> None:
    line = "Kenya signed a Protocol on Salvage with Ghana in Lima, Peru."
    (found,) = agreements.find(both_of(line), Release("", line, published="2024-05-06"), ())
    assert found.countries == ("GH", "KE")


def test_the_evidence_is_the_title_and_the_verb() -> None:
    line = "The ministers signed a Letter of Intent on Mine Clearance."
    (found,) = agreements.find(both_of(line), Release("", line), (TALKS,))
    assert {field: line[at.start : at.end] for field, at in found.evidence} == {
        "title": "Letter of Intent on Mine Clearance",
        "action": "signed",
    }


@pytest.mark.parametrize("text", ["signed an agreement " * 3000, "Agreement on " * 5000, "Protocol " * 5000, "‘Plan " * 4000, ""])
def test_any_text_is_read_without_fault(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    ("line", "title", "action"),
    [
        ("The two sides signed a plan of military cooperation for 2024.", "plan of military cooperation for 2024", "signed"),
        ("A programme of bilateral activities for 2024 was signed by the chiefs.", "programme of bilateral activities for 2024", "signed"),
        ("The ministers signed an executive programme on naval training.", "executive programme on naval training", "signed"),
        ("The commission ended with the signing of the Record of Discussion.", "Record of Discussion", "signed"),
        ("The ministers signed the minutes of the meeting.", "minutes of the meeting", "signed"),
        ("They look forward to the signing of the Agreement on Salvage.", "Agreement on Salvage", "planned"),
        ("Minister Reyes will travel to Lima in order to subscribe the Protocol on Salvage.", "Protocol on Salvage", "planned"),
        (
            "Their legal teams are to finish the draft of an Arrangement on Salvage so that it can be signed.",
            "Arrangement on Salvage",
            "planned",
        ),
        ("The Commission noted progress in the drafting of the Agreement on Salvage.", "Agreement on Salvage", "planned"),
        (
            "They also discussed the draft of a Memorandum of Understanding on Salvage.",
            "Memorandum of Understanding on Salvage",
            "discussed",
        ),
        ("Both sides are preparing for the signing of a Protocol on Salvage.", "Protocol on Salvage", "planned"),
        (
            "The Memorandum of Understanding on Salvage, which is expected to be signed in May, was discussed.",
            "Memorandum of Understanding on Salvage",
            "planned",
        ),
        (
            "They discussed a Memorandum of Understanding on Salvage, which both sides hope to conclude by May.",
            "Memorandum of Understanding on Salvage",
            "planned",
        ),
        ("A Memorandum of Understanding on Salvage is being negotiated.", "Memorandum of Understanding on Salvage", "planned"),
        ("A Memorandum of Understanding on Salvage is ready for signature.", "Memorandum of Understanding on Salvage", "planned"),
        ("The Memorandum of Understanding on Salvage is to be renewed in the fall.", "Memorandum of Understanding on Salvage", "planned"),
        ("The minister agreed to draft a Letter of Intent on Salvage.", "Letter of Intent on Salvage", "planned"),
        ("They exchanged a draft Memorandum of Understanding on Salvage.", "Memorandum of Understanding on Salvage", "discussed"),
        ("Both agreed to extend until 2030 the Protocol on Salvage.", "Protocol on Salvage", "renewed"),
        ("They extended by three years the Agreement on Salvage.", "Agreement on Salvage", "renewed"),
        ("The Navy signed with the Coast Guard of Peru the Arrangement on Salvage.", "Arrangement on Salvage", "signed"),
        (
            "The delegations took note of the signature, on Monday, of a Declaration of Intent on Salvage.",
            "Declaration of Intent on Salvage",
            "signed",
        ),
        ("The visit saw the signing by both ministers of the Agreement on Salvage.", "Agreement on Salvage", "signed"),
        ("Signed at the end of the talks was the Agreement on Salvage.", "Agreement on Salvage", "signed"),
        ("They spoke about patrols and about a Technical Arrangement on Salvage.", "Technical Arrangement on Salvage", "discussed"),
        ("Topics included the Agreement on Salvage, which Chile and Peru signed in Lima on 2 May.", "Agreement on Salvage", "signed"),
        ("They signed a cooperation agreement in the field of medicine.", "cooperation agreement in the field of medicine", "signed"),
        ("They signed a cooperation agreement in the defence sector.", "cooperation agreement in the defence sector", "signed"),
        (
            "They signed the Agreement between the Government of Chile and the Government of Peru on Salvage.",
            "Agreement between the Government of Chile and the Government of Peru on Salvage",
            "signed",
        ),
        ("They signed an agreement between the two governments on visas.", "agreement between the two governments on visas", "signed"),
        ("They signed a Work Programme between the Army of Chile and the Army of Peru.", "Work Programme", "signed"),
        ("The ministers concluded the visit with the signing of a Memorandum of Understanding.", "Memorandum of Understanding", "signed"),
        ("After signing a Letter of Intent, the ministers left.", "Letter of Intent", "signed"),
        ("The Letter of Intent signed today opens a new chapter.", "Letter of Intent", "signed"),
        ("The newly signed Agreement on Salvage will help.", "Agreement on Salvage", "signed"),
        ("Ministers Popa and Roca initialled a Status of Forces Agreement.", "Status of Forces Agreement", "signed"),
        (
            "The two countries concluded an Acquisition and Cross-Servicing Agreement (ACSA).",
            "Acquisition and Cross-Servicing Agreement (ACSA)",
            "signed",
        ),
        ("They signed a Joint Statement on Maritime Security.", "Joint Statement on Maritime Security", "signed"),
        ("The ministers adopted a Joint Declaration.", "Joint Declaration", "signed"),
        ("A roadmap for defence cooperation was signed by the two chiefs.", "roadmap for defence cooperation", "signed"),
        ("The ministers signed a Roadmap for Defence Cooperation 2025–2027.", "Roadmap for Defence Cooperation 2025–2027", "signed"),
        ("They called on the parties to reach a ceasefire deal.", "ceasefire deal", "discussed"),
        ("The two militaries signed the bilateral cooperation plan for 2025.", "bilateral cooperation plan for 2025", "signed"),
        (
            "Both ministers agreed to update the Memorandum of Understanding on Salvage.",
            "Memorandum of Understanding on Salvage",
            "amended",
        ),
        ("They agreed to amend the Agreement on Salvage.", "Agreement on Salvage", "amended"),
        ("An addendum to the Agreement on Salvage was signed.", "addendum to the Agreement on Salvage", "signed"),
        (
            "The ministers formalised the partnership by signing a Strategic Partnership Agreement.",
            "Strategic Partnership Agreement",
            "signed",
        ),
        (
            "The talks culminated in the signature of a Memorandum of Understanding on Salvage.",
            "Memorandum of Understanding on Salvage",
            "signed",
        ),
        ("Both sides affixed their signatures to the Agreement on Salvage.", "Agreement on Salvage", "signed"),
        ("The ministers witnessed the signing of an Agreement on Salvage.", "Agreement on Salvage", "signed"),
        ("The ministers witnessed the exchange of a Letter of Intent on Salvage.", "Letter of Intent on Salvage", "signed"),
        ("They discussed the possibility of a Status of Forces Agreement.", "Status of Forces Agreement", "discussed"),
        ("They explored a possible Status of Forces Agreement.", "Status of Forces Agreement", "discussed"),
        ("They proposed an Agreement on Salvage.", "Agreement on Salvage", "discussed"),
        ("The sides are working on a Reciprocal Access Agreement.", "Reciprocal Access Agreement", "planned"),
        ("The sides announced that a Reciprocal Access Agreement will be signed.", "Reciprocal Access Agreement", "planned"),
        (
            "The sides announced the conclusion of negotiations on a Reciprocal Access Agreement.",
            "Reciprocal Access Agreement",
            "discussed",
        ),
        ("The ministers are to sign a Reciprocal Access Agreement in June.", "Reciprocal Access Agreement", "planned"),
        ("The Memorandum of Understanding on Salvage, signed today, covers ten ports.", "Memorandum of Understanding on Salvage", "signed"),
        (
            "The Memorandum of Understanding on Salvage signed by the ministers covers ten ports.",
            "Memorandum of Understanding on Salvage",
            "signed",
        ),
        ("Signing the Memorandum of Understanding on Salvage, the ministers smiled.", "Memorandum of Understanding on Salvage", "signed"),
        ("The Ministry of Defence inked two agreements on salvage and diving.", "agreements on salvage and diving", "signed"),
        (
            "They signed the “Standard Operating Procedures for the Handover of Divers”.",
            "Standard Operating Procedures for the Handover of Divers",
            "signed",
        ),
        (
            "The historic new agreements between Chile and the Lima Authority will bring water.",
            "agreements between Chile and the Lima Authority",
            "signed",
        ),
        ("They are expected to sign in November the Protocol on Salvage.", "Protocol on Salvage", "planned"),
        ("The ministers signed today in Arica a Protocol on Salvage.", "Protocol on Salvage", "signed"),
        ("Chile and Peru signed Wednesday a protocol on salvage.", "protocol on salvage", "signed"),
        ("The talks concerned the Protocol on Salvage, which the two ministers signed.", "Protocol on Salvage", "signed"),
        ("They spoke of the Protocol on Salvage, whose signature is foreseen for June.", "Protocol on Salvage", "planned"),
        ("He put forward a proposal for both states to conclude an agreement on salvage.", "agreement on salvage", "discussed"),
        ("They discussed patrols and the preparation of a Reciprocal Access Agreement.", "Reciprocal Access Agreement", "discussed"),
        ("They signed a Protocol on Salvage, and renewed one that had expired in 2022.", "Protocol on Salvage", "signed"),
        (
            "They signed an annex to the Memorandum of Understanding on Salvage.",
            "annex to the Memorandum of Understanding on Salvage",
            "signed",
        ),
        ("The ministers signed two documents. The first is a Protocol on Salvage.", "Protocol on Salvage", "signed"),
        ("The two MoUs, signed here yesterday, are the MoU on Salvage.", "MoU on Salvage", "signed"),
        ("They signed a military Memorandum of Understanding on Salvage.", "Memorandum of Understanding on Salvage", "signed"),
        ("Peru has signed a framework for defence cooperation with Chile.", "framework for defence cooperation", "signed"),
        ("The participants agreed on a Roadmap on Safe Storage.", "Roadmap on Safe Storage", "signed"),
        ("There was progress towards an information-sharing agreement.", "information-sharing agreement", "discussed"),
        ("They signed a Protocol on Cooperation in Military Health.", "Protocol on Cooperation in Military Health", "signed"),
        ("They renewed the Protocol on Salvage for a further five years.", "Protocol on Salvage", "renewed"),
        ("An MoU was signed in Lima on the exchange of divers.", "MoU", "signed"),
        ("The cabinet allowed the minister to negotiate and sign an Agreement on Salvage.", "Agreement on Salvage", "planned"),
        ("They signed a naval cooperation agreement at the end of the session.", "naval cooperation agreement", "signed"),
        ("They signed a defense and economic cooperation agreement Thursday.", "defense and economic cooperation agreement", "signed"),
        ("The ministers will end the talks by signing a Joint Communique.", "Joint Communique", "planned"),
        ("Their staffs shall work on an updated Annual Cooperation Plan.", "Annual Cooperation Plan", "planned"),
        ("They signed a revised Memorandum of Understanding on Salvage.", "Memorandum of Understanding on Salvage", "amended"),
        ("The signing of the MoU on Salvage marks a new step.", "MoU on Salvage", "signed"),
        ("They will sign an Agreement on Salvage and then meet the press.", "Agreement on Salvage", "planned"),
        ("They signed the Agreement on Salvage Nov. 23 in Lima.", "Agreement on Salvage", "signed"),
        ("The chiefs signed today a naval and military Plan of Cooperation for 2025.", "Plan of Cooperation for 2025", "signed"),
        ("They took up the crafting of the Three-Year Naval Training Plan.", "Three-Year Naval Training Plan", "planned"),
        ("Both sides shall soon draw up an Agreement on Salvage.", "Agreement on Salvage", "planned"),
        (
            "The board directed that the Protocol on Lost and Damaged Boats be concluded before May.",
            "Protocol on Lost and Damaged Boats",
            "planned",
        ),
        ("They agreed on a draft naval cooperation plan for 2025.", "naval cooperation plan for 2025", "planned"),
        ("“They signed a plan for naval cooperation for 2025,” he said.", "plan for naval cooperation for 2025", "signed"),
        ("The Protocol on Salvage, signed on 29 April, opens the port.", "Protocol on Salvage", "signed"),
    ],
)
def test_what_was_done_is_told_in_many_ways(line: str, title: str, action: str) -> None:
    assert read(line) == [(title, action)]


@pytest.mark.parametrize(
    "line",
    [
        "An agreement on salvage has been reached.",
        "The sides exchanged diplomatic notes.",
        "The ministers issued a joint statement.",
        "The ministers endorsed the Regional Assistance Framework.",
        "The President signed the budget plan.",
        "The minister discussed the implementation of the Agreement on Salvage.",
        "Under the Agreement on Salvage signed in 2008, the navies train.",
        "He recalled the Memorandum of Understanding on Salvage signed in 2012.",
        "Both stressed the importance of the Agreement on Salvage.",
        "The ministers praised the ceasefire agreement between Chile and Peru.",
        "The parties could not reach an agreement on the text.",
        "The minister reviewed the cooperation plan.",
        "The minister approved the implementation plan.",
        "The ministry is preparing an exchange program for cadets.",
        "The unit is working on the standard operating procedures.",
        "She recalled the historic agreement between Chile and Peru.",
        "The landmark agreement between Chile and Peru was praised.",
        "They signed off on the training programme.",
        "He signed the guest book at the Ministry under an agreement on visits.",
        "The soldiers exchanged gifts under the terms of the Treaty.",
        "The agreement will be signed in the coming months.",
        "The sides renewed their commitment to the Agreement on Salvage.",
        "Chile ratified the Agreement on Salvage.",
        "The Agreement on Salvage entered into force.",
        "They signed “Procedures for the Handover of Divers”.",
        "The talks concerned the Protocol on Salvage, which the two ministers had signed.",
        "The ministry signed a collective agreement with the union.",
        "They cooperate in line with the contents of the MoU on Salvage.",
        "The Protocol on Salvage, signed on 29 January, opens the port.",
        "The navies had previously been bound by an Agreement on Salvage signed years ago.",
        "The minister opened two schools. The first is an agreement on salvage kept in stone.",
    ],
)
def test_documents_of_the_past_policies_and_figures_of_speech_are_left_out(line: str) -> None:
    assert read(line) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param(
            "An MoU was signed on diving, and a Letter of Arrangement on Salvage was signed too.",
            [("MoU", "signed"), ("Letter of Arrangement on Salvage", "signed")],
            id="two kinds in one sentence",
        ),
        pytest.param(
            "They signed a Letter of Arrangement on Salvage. The agreement was signed in the hall.",
            [("Letter of Arrangement on Salvage", "signed")],
            id="near miss: taken up again",
        ),
        pytest.param("The agency signed a contract with Halden for four boats.", [("contract", "signed")], id="contract with a firm"),
        pytest.param("He signed a contract and left.", [], id="near miss: a contract with nobody"),
        pytest.param(
            "They agreed on the Terms of Reference of the Andean countries’ Chiefs of Navy Conference.",
            [("Terms of Reference of the Andean countries’ Chiefs of Navy Conference", "signed")],
            id="possessive of many",
        ),
        pytest.param(
            "Two documents - an agreement on sharing maps - were signed.", [("agreement on sharing maps", "signed")], id="between dashes"
        ),
        pytest.param(
            "They watched the exchange of two papers – the memorandum of cooperation between the coast guards and the protocol on salvage.",
            [("memorandum of cooperation", "signed"), ("protocol on salvage", "signed")],
            id="documents told one by one behind a dash",
        ),
        pytest.param("They recalled the signing of the Protocol on Salvage on 9 August last year.", [], id="near miss: last year"),
        pytest.param(
            "The Declaration of Intent on Salvage, executed after lunch, is short.",
            [("Declaration of Intent on Salvage", "signed")],
            id="executed",
        ),
        pytest.param("The two signed an agreement Sept. 12 in Lima.", [("agreement", "signed")], id="nothing told but its kind"),
        pytest.param("An accord was signed between the navies.", [("accord", "signed")], id="an accord was signed"),
        pytest.param("They will sign a declaration soon.", [("declaration", "planned")], id="a declaration to come"),
        pytest.param("They reached an agreement. The agreement was signed.", [], id="near miss: agreement that was reached"),
        pytest.param("They signed the agreement.", [], id="near miss: the agreement, told elsewhere"),
        pytest.param("They signed an agreement to train divers in Lima.", [("agreement to train divers", "signed")], id="what it is to do"),
        pytest.param("They signed an agreement to be read in Lima.", [("agreement", "signed")], id="near miss: what is done with it"),
        pytest.param(
            "They signed a Letter of Intent for the opening of a harmonized corridor.",
            [("Letter of Intent for the opening of a harmonized corridor", "signed")],
            id="participle behind an article",
        ),
        pytest.param("They will soon be signing a Salvage Agreement.", [("Salvage Agreement", "planned")], id="will be signing"),
        pytest.param("Last September, Peru and Chile signed a Salvage Agreement.", [], id="near miss: last September"),
        pytest.param("Last Friday, Peru and Chile signed a Salvage Agreement.", [("Salvage Agreement", "signed")], id="last Friday"),
        pytest.param("The minister signed the agreements for the Government.", [], id="agreements of no name"),
        pytest.param(
            "They spoke of the planned Salvage Agreement (SA) with Peru, which could be signed soon.",
            [("Salvage Agreement (SA)", "planned")],
            id="could be signed",
        ),
        pytest.param("They signed an agreement in Lima last Friday.", [("agreement", "signed")], id="a city is no matter"),
        pytest.param("They met. The agreement was signed in Lima by Popa.", [("agreement", "signed")], id="the agreement of the headline"),
        pytest.param("Popa and Roca signed the accord in Lima.", [("accord", "signed")], id="the accord, and where"),
        pytest.param("Much was done since the agreement was signed in Lima.", [], id="near miss: since it was signed"),
        pytest.param("They met. The agreement was signed in 2011.", [], id="near miss: signed in a year"),
        pytest.param("The two signed the official minutes. They met for 30 minutes.", [("official minutes", "signed")], id="minutes"),
        pytest.param(
            "The 2030 programme for the common naval cooperation of Peru, Chile and Fiji was signed today.",
            [("2030 programme for the common naval cooperation", "signed")],
            id="a list of parties before the verb",
        ),
        pytest.param("Peru has signed long-term cooperation agreements with all of them.", [], id="near miss: how things stand"),
        pytest.param(
            "They spoke of the signing of an agreement between Peru and Chile. The framework agreement on Salvage was signed.",
            [("framework agreement on Salvage", "signed")],
            id="told by its parties, then by its name",
        ),
        pytest.param("On Monday they signed a roadmap laying out what each does.", [("roadmap", "signed")], id="a roadmap"),
        pytest.param(
            "They exchanged letters of intent on spare parts and expect that an implementing arrangement can be concluded soon.",
            [("letters of intent on spare parts", "signed"), ("implementing arrangement", "planned")],
            id="one exchanged, another expected",
        ),
        pytest.param(
            "They discussed the possibility of concluding a status of forces agreement.",
            [("status of forces agreement", "discussed")],
            id="in small letters",
        ),
        pytest.param("They met after the signing of the Border Arrangement 1972.", [], id="near miss: of another century"),
        pytest.param("A new agreement has just been signed that will help both.", [("agreement", "signed")], id="has just been signed"),
        pytest.param(
            "Their ties go back to 1997, during which a Memorandum of Understanding was signed.", [], id="near miss: in another century"
        ),
        pytest.param("They spoke of talks for the Mutual Access Agreement.", [("Mutual Access Agreement", "discussed")], id="talks for"),
        pytest.param(
            "She said that a Memorandum of Understanding between the Royal Peruvian Salvage Police (RPSP) and the CSA on the tracing"
            " of nets would be signed.",
            [
                (
                    "Memorandum of Understanding between the Royal Peruvian Salvage Police (RPSP) and the CSA on the tracing of nets",
                    "planned",
                )
            ],
            id="matter behind parties with their letters",
        ),
        pytest.param("The Protocol on Salvage had been renewed until 2027.", [("Protocol on Salvage", "renewed")], id="had been renewed"),
        pytest.param("They welcomed the conclusion of a Pact on Salvage.", [("Pact on Salvage", "signed")], id="conclusion welcomed"),
        pytest.param("They raised the conclusion of a Pact on Salvage.", [("Pact on Salvage", "discussed")], id="conclusion raised"),
        pytest.param(
            "They discussed salvage, and ended with the signing of a Pact on Salvage.",
            [("Pact on Salvage", "signed")],
            id="near miss: signed at the end",
        ),
        pytest.param("Since the conclusion of the Pact on Salvage trade grew.", [], id="near miss: since its conclusion"),
        pytest.param(
            "He stressed the need for both to conclude a Pact on Salvage.", [("Pact on Salvage", "discussed")], id="need to conclude"
        ),
        pytest.param(
            "Discussions were held in Lima on patrols, and on the Pact on Salvage proposed by Chile.",
            [("Pact on Salvage", "discussed")],
            id="discussions held on something, and on a document",
        ),
        pytest.param(
            "Among the topics of the talks were patrols and the draft Pact on Salvage.", [("Pact on Salvage", "discussed")], id="a topic"
        ),
        pytest.param(
            "A framework defence programme for 2026 was signed.",
            [("framework defence programme for 2026", "signed")],
            id="framework programme",
        ),
        pytest.param("They praised the framework programmes.", [], id="near miss: only praised"),
        pytest.param(
            "They signed a letter of intent to dredge ports.", [("letter of intent to dredge ports", "signed")], id="intent to do"
        ),
        pytest.param(
            "Salvage Program Administration (SPA) Minister Popa and Roca signed the agreement in Lima.",
            [("agreement", "signed")],
            id="near miss: a body with a word of documents",
        ),
        pytest.param("They signed the minutes on patrols.", [("minutes on patrols", "signed")], id="minutes on something"),
        pytest.param("They spoke for ten minutes on patrols.", [], id="near miss: minutes of time"),
        pytest.param(
            "After talks, the Chile-Peru bilateral cooperation program and the Chile-Peru-Fiji trilateral cooperation program were signed.",
            [("Chile-Peru bilateral cooperation program", "signed"), ("Chile-Peru-Fiji trilateral cooperation program", "signed")],
            id="two in one clause",
        ),
        pytest.param(
            "They recalled the Agreement on Salvage, and a protocol on fuel and a plan were signed.",
            [("protocol on fuel", "signed")],
            id="near miss: one recalled, another signed",
        ),
        pytest.param(
            "The action plan of the Chile-Peru military cooperation was signed (that of Fiji was signed in 2021).",
            [("action plan of the Chile-Peru military cooperation", "signed")],
            id="another one is told aside",
        ),
    ],
)
def test_documents_in_the_manners_of_many_ministries(line: str, found: list[tuple[str, str]]) -> None:
    assert read(line) == found


def test_a_release_of_two_states_tells_the_parties() -> None:
    def parties(body: str) -> tuple[str, ...]:
        (one,) = agreements.find(both_of(body), Release("", body), ())
        return one.countries

    assert parties("Peru met Chile. Popa signed the Protocol on Salvage.") == ("CL", "PE")
    assert parties("Peru met Chile and Fiji. Popa signed the Protocol on Salvage.") == ()


def test_states_told_beside_a_document_are_not_those_of_another_meeting() -> None:
    body = "Popa of Chile met Roca of Peru. Fiji and Tonga will sign the Protocol on Salvage."
    (one,) = agreements.find(both_of(body), Release("", body), (TALKS,))
    assert one.countries == ("FJ", "TO")


def test_what_was_signed_in_a_year_is_old_where_a_release_has_no_date() -> None:
    assert read("In 2009 the ministers signed a Protocol on Salvage.", published="") == []
    assert read("In Lima the ministers signed a Protocol on Salvage.", published="") == [("Protocol on Salvage", "signed")]
