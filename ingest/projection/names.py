"""Which of several forms of a name is shown, and by what it is sorted. Each is a function of the set of forms, whatever their order."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ingest.resolution.linking import fold

FAMILY_FIRST = frozenset({"CN", "HU", "KH", "KP", "KR", "TW", "VN"})  # where releases in English leave the family name in front
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
PARTICLES = frozenset({"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "el", "ibn", "la", "le", "ten", "ter", "van", "von"})
ACRONYM_AT_MOST = 12  # letters; what is longer and in capitals is a headline's way to write a name


def shown(forms: Iterable[str]) -> str:
    """The form of an official's name to show: not in capitals, with its accents and hyphens, then the first by alphabet."""

    def rank(form: str) -> tuple[bool, int, int, str]:
        return (
            any(len(word) > 3 and word.isupper() for word in form.split()),
            -sum(not sign.isascii() for sign in form),
            -form.count("-"),
            form,
        )

    return min(forms, key=rank)


def full(forms: Iterable[str], name: str) -> list[str]:
    """Those of the forms that have the words of `name`, in whatever order, case and accents; `name` is one of them."""
    words = sorted(fold(name))
    return [form for form in forms if sorted(fold(form)) == words]


def sort_name(name: str, *, forms: Collection[str], country: str | None) -> str:
    """The name with its family name first, then a comma.

    The family name is what releases call the official by for short; else what stands in capitals; else the place that is usual
    in the country.
    """
    words = name.split()
    if len(words) < 2:
        return name
    start, end = _family(words, forms, country)
    rest = " ".join(words[:start] + words[end:])
    return f"{' '.join(words[start:end])}, {rest}" if rest else name


def body_shown(forms: Iterable[str]) -> str:
    """The form of an organization's name to show: the fullest that is no acronym, then the first by alphabet."""
    return min(forms, key=lambda form: (is_acronym(form), form.isupper(), -len(form), form))


def is_acronym(form: str) -> bool:
    """Whether a name is an acronym: "NATO", "USEUCOM", "MoND", "G7"."""
    capitals = sum(sign.isupper() or sign.isdigit() for sign in form)
    return " " not in form and len(form) <= ACRONYM_AT_MOST and capitals >= 2 and capitals * 2 > len(form)


def _family(words: list[str], forms: Collection[str], country: str | None) -> tuple[int, int]:
    """From which to which word the family name goes."""
    called = _called_by(words, forms)
    if called is not None:
        return called
    capitals = [at for at, word in enumerate(words) if len(word) > 2 and word.isupper()]
    if capitals and len(capitals) < len(words):
        return capitals[0], capitals[-1] + 1
    if country in FAMILY_FIRST:
        return 0, 1
    end = len(words) - 1 if len(words) > 2 and "".join(fold(words[-1])) in SUFFIXES else len(words)
    start = end - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return start, end


def _called_by(words: list[str], forms: Collection[str]) -> tuple[int, int] | None:
    folded = ["".join(fold(word)) for word in words]
    for short in sorted((fold(form) for form in forms), key=lambda short: (len(short), short)):
        for start in range(len(folded) - len(short) + 1):
            if 0 < len(short) < len(folded) and tuple(folded[start : start + len(short)]) == short and short[-1] not in SUFFIXES:
                return start, start + len(short)
    return None
