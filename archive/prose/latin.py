"""Names in Latin letters, for those who cannot read the script that they stand in. A help to the eye: nothing is compared by it."""

from __future__ import annotations

import unicodedata

_CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdezijklmnoprstufye", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ё": "yo",
    "є": "ye", "і": "i", "ї": "yi", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
}  # fmt: skip
_GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdezeiklmnxoprsstyfo", strict=True)) | {"θ": "th", "χ": "ch", "ψ": "ps"}
_OTHERS = {"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e"}
_LETTERS = _CYRILLIC | _GREEK | _OTHERS


def in_latin(text: str) -> str:
    """The text in plain Latin letters: without accents, Cyrillic and Greek written as they sound; other scripts stay as they are."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return "".join(_latin(sign) for sign in plain)


def _latin(sign: str) -> str:
    small = sign.lower()
    told = _LETTERS.get(small)
    if told is None:
        return sign
    return told.capitalize() if sign != small else told
