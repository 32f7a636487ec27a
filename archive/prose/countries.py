"""Names of countries inside a sentence."""

from __future__ import annotations

# Names that take "the" in a sentence, beside those that say what sort of thing they are ("… Republic", "… Islands").
WITH_THE = {"Bahamas", "Gambia", "Netherlands", "Philippines", "Maldives", "Seychelles", "Comoros", "Vatican"}
SORTS = ("Republic", "Kingdom", "States", "Emirates", "Islands", "Federation", "Territories", "Territory")


def in_a_sentence(name: str) -> str:
    """Return a country's name as it stands inside a sentence: "the United States", "Romania"."""
    takes_the = name in WITH_THE or name.startswith(("Republic of", "United ")) or name.split(" ")[-1] in SORTS
    return f"the {name}" if takes_the and not name.startswith("The ") else name
