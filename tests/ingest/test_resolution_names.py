"""Names that are one name in other clothes, and names that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.resolution.names import compare, parse


@pytest.mark.parametrize(
    ("a", "b", "country", "kind"),
    [
        pytest.param("Vasile Dîncu", "Vasile Dincu", "RO", "identical", id="accents fall away"),
        pytest.param("Shin Wonsik", "Shin Won-sik", "KR", "identical", id="hyphens fall away"),
        pytest.param("İsmail Işık", "Ismail Isik", "TR", "identical", id="dotted and dotless i"),
        pytest.param("KIHARA Minoru", "Minoru Kihara", "JP", "order", id="family name at the other end"),
        pytest.param("Jong Sup Lee", "Lee Jong-sup", "KR", "order", id="given names apart and hyphenated, turned"),
        pytest.param("Lee Jong-sup", "Lee Jong-seop", "KR", "spelling", id="two romanisations of one Korean syllable"),
        pytest.param("Lee Jong-sup", "Lee Jong-seop", None, "spelling", id="the Korean form tells the country"),
        pytest.param("Shin Won-sik", "Shin Won-shik", "KR", "spelling", id="s and sh before i"),
        pytest.param("Valerii Zaluzhnyy", "Valeriy Zaluzhny", "UA", "spelling", id="the endings of Ukrainian names"),
        pytest.param("Khalid bin Salman", "Khaled bin Salman", "SA", "spelling", id="Arabic vowels"),
        pytest.param("Taro Kouno", "KONO Taro", "JP", "spelling", id="Japanese long vowels"),
        pytest.param("Hsiao Bi-khim", "Xiao Bi-khim", "TW", "spelling", id="Wade-Giles and pinyin"),
        pytest.param("Oleksii Reznikov", "Alexei Reznikov", "UA", "nickname", id="a given name in the language next door"),
        pytest.param("Jon Finer", "Jonathan Finer", "US", "nickname", id="a short form of a given name"),
        pytest.param("Lloyd J. Austin III", "Lloyd Austin", "US", "middle", id="a middle initial is missing"),
        pytest.param("Job M. Masimaki", "Job Masimaki", "TZ", "middle", id="a middle initial that the family name begins with"),
        pytest.param("Viktor Mykolayovych Sadovenko", "Viktor Sadovenko", "UA", "middle", id="the patronymic is missing"),
        pytest.param("Tarasyuk Oleh Petrovych", "Oleh Tarasyuk", "UA", "middle", id="the family name before name and patronymic"),
        pytest.param("Daniyar Serikuly Baizhanov", "Daniyar Bayzhanov", "KZ", "middle", id="a Kazakh father's name is missing"),
        pytest.param("Khalilov Ramiz Fikrat oglu", "Ramiz Khalilov", "AZ", "middle", id="an Azerbaijani father's name is missing"),
        pytest.param("Shukhrat Qodirov", "Shuhrat Kadyrov", "UZ", "spelling", id="Uzbek and Russian letters"),
        pytest.param("Chalermphon Sawasdi", "Chalermpol Sawat", "TH", "spelling", id="the ends of Thai syllables"),
        pytest.param(
            "Atanas Dimitroff-Zapryanov", "Atanas Dimitrov-Zaprianov", "BG", "spelling", id="both halves of a double name end as names do"
        ),
        pytest.param(
            "Abu Talib Hamdan al-Zubaidi", "Hamdan Al Zubaidi", "IQ", "spelling", id="the name of a father after his son is missing"
        ),
        pytest.param(
            "Tan Sri Zulkifli Zainordin", "Zulkifli bin Haji Zainordin", "MY", "spelling", id="titles of two words, and of a pilgrim"
        ),
        pytest.param("Tesfaye", "Getachew Tesfaye", "ET", "partial", id="the father's name alone where nobody is called by it"),
        pytest.param("Abu Bakr Salem", "Salem", "YE", "surname", id="a father's name that is all there is beside the family name"),
        pytest.param("Marija Ana Petrović", "Marija Ana", "HR", "partial", id="a family name that ends as patronymics do"),
        pytest.param("Lt. Col. Anders Rosengren", "Anders Rosengren", "DK", "identical", id="a rank before the name"),
        pytest.param("Sultan Al Jaber", "Ahmed Al Jaber", "AE", "different", id="a title that is a name too"),
        pytest.param("Khalid bin Rashid", "Rashid bin Khalid", "AE", "different", id="the father and the son"),
        pytest.param("Munir El-Hachemi", "Mounir Al-Hashimi", "MA", "spelling", id="one sound written ch and sh"),
        pytest.param("Vəliyev Kərim", "Karim Valiyev", "AZ", "shuffled", id="Azerbaijani letters"),
        pytest.param("Giang", "Trinh Van Giang", "VN", "partial", id="a Vietnamese given name alone"),
        pytest.param("J. Sullivan", "Jake Sullivan", "US", "initial", id="an initial for a given name"),
        pytest.param("Diego Molano", "Diego Molano Aponte", "CO", "partial", id="the mother's name is missing"),
        pytest.param("Iancu", "Liviu-Mihail Iancu", "RO", "surname", id="a family name alone"),
        pytest.param("van Hoogstraten", "Willem van Hoogstraten", "NL", "surname", id="a family name with its particle"),
        pytest.param("Mark Milley", "Mark Miley", "US", "typo", id="a letter missing"),
        pytest.param("John Thompson", "John Thomson", "GB", "apart", id="two family names a letter apart"),
        pytest.param("Kim Jong-un", "Kim Jong-il", "KP", "different", id="father and son by one syllable"),
        pytest.param("Wang Yi", "Wang Li", "CN", "different", id="short names differ by a letter"),
        pytest.param("George Bush Sr.", "George Bush Jr.", "US", "different", id="father and son by their suffix"),
        pytest.param("John A. Smith", "John B. Smith", "US", "different", id="two middle initials"),
        pytest.param("Maria Popescu", "Ion Popescu", "RO", "different", id="brother and sister"),
    ],
)
def test_a_pair_of_names_stands_in_its_class(a, b, country, kind):
    assert compare(a, b, country=country).kind == kind
    assert compare(b, a, country=country).kind == kind


def test_the_word_in_capitals_is_the_family_name():
    name = parse("KIHARA Minoru")
    assert name.words[name.family] == "kihara"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_get_a_class_and_the_order_of_the_two_does_not_matter(a, b):
    assert compare(a, b).kind == compare(b, a).kind
