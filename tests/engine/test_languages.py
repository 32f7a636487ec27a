"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.engine import clean, languages
from ingest.engine.types import Document

TEXTS = {
    "en": "The minister met his counterpart in the capital and discussed the state of defence cooperation between the two countries.",
    "ro": "Ministrul apărării naționale s-a întâlnit cu omologul său și au discutat despre cooperarea dintre cele două țări.",
    "fr": "Le ministre des Armées a reçu son homologue dans la capitale et les deux ministres ont évoqué la coopération entre leurs pays.",
    "de": "Der Minister traf seinen Amtskollegen in der Hauptstadt und sprach mit ihm über die Zusammenarbeit zwischen den beiden Ländern.",
    "es": "El ministro se reunió con su homólogo en la capital y trataron el estado de la cooperación entre los dos países.",
    "pt": "O ministro da Defesa encontrou-se com o seu homólogo na capital e falaram sobre a cooperação entre os dois países.",
    "it": "Il ministro della Difesa ha incontrato il suo omologo nella capitale e hanno parlato della cooperazione tra i due Paesi.",
    "pl": "Minister obrony spotkał się ze swoim odpowiednikiem w stolicy i rozmawiał z nim o współpracy oraz o ćwiczeniach.",
    "tr": "Bakan, mevkidaşı ile başkentte bir araya geldi ve iki ülke arasındaki savunma iş birliği için bir toplantı daha yapıldı.",
    "ru": "Министр обороны встретился со своим коллегой в столице и обсудил с ним состояние сотрудничества, а также план на год.",
    "uk": "Міністр оборони зустрівся зі своїм колегою у столиці та обговорив з ним стан співпраці, а також план на рік для України.",
    "ar": "التقى وزير الدفاع نظيره في العاصمة وبحث معه التعاون بين البلدين في مجال الدفاع",
    "so": "Wasiirka Gaashaandhigga ayaa sheegay in ciidamada ay la kulmeen saraakiisha dalka deriska ah, waxaana la soo dhaweeyay kulanka.",
    "ms": "Menteri Pertahanan menerima kunjungan hormat daripada Duta Besar dan kedua-dua pihak berbincang bagi mengukuhkan bidang itu.",
    "tl": "Nagpulong ang dalawang kalihim sa Maynila upang pagtibayin ang kooperasyon ng mga bansa, at isang pahayag ang inilabas nila.",
    "ha": "Ministan tsaro ya gana da takwaransa a Abuja, kuma sun yi magana ta yadda za a inganta tsaro a cikin yankin don zaman lafiya.",
    "rw": "Minisitiri w'ingabo yakiriye intumwa z'igihugu cy'abaturanyi ku cyicaro, kandi baganiriye ku bufatanye muri gahunda.",
    "zu": "UNgqongqoshe uhlangane nozakwabo ePitoli, futhi bavumelane ukuthi amabutho azoqeqeshwa kanye nalawo ezwe elingumakhelwane.",
    "km": "រដ្ឋមន្ត្រីក្រសួងការពារជាតិ បានទទួលជួបឯកអគ្គរដ្ឋទូត នៅរាជធានីភ្នំពេញ។",
    "am": "የመከላከያ ሚኒስትሩ ከአቻቸው ጋር በአዲስ አበባ ተወያዩ።",
    "ko": "국방부 장관은 수도에서 상대국 장관을 만나 국방 협력 현황을 논의하였다.",
    "ja": "防衛大臣は首都で相手国の大臣と会談し、防衛協力の現状について話し合った。",
    "zh": "国防部长在首都会见了对方国防部长，双方就两国防务合作现状交换了意见。",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_a_paragraph_tells_its_language(code: str, text: str) -> None:
    assert languages.recognize(text) == code


def test_words_of_no_language_known_are_not_taken_for_english() -> None:
    text = "Bo truong Bo Quoc phong chu tri le don vao sang nay va hai ben trao doi ve tinh hinh khu vuc cung nhu hop tac trong nam toi."

    assert languages.recognize(text) == languages.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Participants: General Phan Van Giang; General Tea Seiha; Colonel Stavros Manolis; Admiral Awang Halbi.", id="a list of names"
        ),
        pytest.param(
            "H.E. Dato Haji Awang Halbi bin Haji Yussof, Haji Haszaimi bin Bol Hassan and Sheikh Khalid bin Hamad attended.",
            id="long names",
        ),
        pytest.param("Chief of Army receives Ambassador. Talks held.", id="a few words"),
    ],
)
def test_names_and_a_few_words_are_left_for_english(text: str) -> None:
    assert languages.recognize(text) == "en"


@pytest.mark.parametrize("other", ["ar", "ms", "ro"])
def test_of_a_page_in_two_languages_the_english_is_read(other: str) -> None:
    page = f"Minister receives envoy\n\n{TEXTS['en']}\n\n{TEXTS['en'].replace('state', 'future')} Both sides agreed to meet again.\n\n"
    found = clean.release(Document(f"{page}{TEXTS[other]} {TEXTS[other]} {TEXTS[other]}"))

    assert (found.language, TEXTS[other] in found.body, TEXTS["en"] in found.body) == ("en", False, True)
    assert any(TEXTS[other] in cut.text for cut in found.dropped)


def test_a_paragraph_quoted_in_another_language_stays() -> None:
    paragraphs = [TEXTS["en"], TEXTS["en"].replace("state", "future"), TEXTS["en"].replace("state", "past"), f"« {TEXTS['fr']} »"]

    assert "évoqué" in clean.release(Document("Minister receives envoy\n\n" + "\n\n".join(paragraphs))).body


def test_foreign_names_do_not_make_a_text_foreign() -> None:
    text = "The delegation of the Ministério da Defesa was led by General João de Sá e Vasconcelos and Admiral Luís da Costa dos Santos."

    assert languages.recognize(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Minister Khalid bin Ahmed Al-Mansi today received Al Haitham Al Sabah.", "en"),
        ("Sheikh Nasser bin Zayed Al Mansi welcomed King Omar II in Abu Dhabi. Al Ain hosted De La Roca.", "en"),
        ("El Ministro de Defensa recibió al Embajador de Chile Luis Roca.", "es"),
        ("Il Ministro della Difesa Ivo Bassi ha ricevuto ieri il Generale Luis Roca.", "it"),
    ],
)
def test_of_a_sentence_full_of_names_the_words_between_them_tell_the_language(text: str, language: str) -> None:
    assert languages.recognize(text) == language


def test_a_release_in_another_language_keeps_its_text_and_says_so() -> None:
    found = clean.release(Document(f"Comunicat de presă\n\nVizită oficială la București\n\n{TEXTS['ro']}"))

    assert (found.language, found.title, found.body) == ("ro", "Vizită oficială la București", TEXTS["ro"])


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert languages.recognize(text) in {languages.UNKNOWN, *(language.code for language in languages.known())}
