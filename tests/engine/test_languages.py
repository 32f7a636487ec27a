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
    "ko": "국방부 장관은 수도에서 상대국 장관을 만나 국방 협력 현황을 논의하였다.",
    "ja": "防衛大臣は首都で相手国の大臣と会談し、防衛協力の現状について話し合った。",
    "zh": "国防部长在首都会见了对方国防部长，双方就两国防务合作现状交换了意见。",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_a_paragraph_tells_its_language(code: str, text: str) -> None:
    assert languages.recognize(text) == code


def test_foreign_names_do_not_make_a_text_foreign() -> None:
    text = "The delegation of the Ministério da Defesa was led by General João de Sá e Vasconcelos and Admiral Luís da Costa dos Santos."

    assert languages.recognize(text) == "en"


def test_a_release_in_another_language_keeps_its_text_and_says_so() -> None:
    found = clean.release(Document(f"Comunicat de presă\n\nVizită oficială la București\n\n{TEXTS['ro']}"))

    assert (found.language, found.title, found.body) == ("ro", "Vizită oficială la București", TEXTS["ro"])


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert languages.recognize(text) in {language.code for language in languages.known()}
