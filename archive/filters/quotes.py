"""What can be asked of quotations."""

from __future__ import annotations

from archive.filters import fields
from archive.filters.question import Asked, Question
from archive.models import Quote


class QuoteQuestion(Question):
    """Quotations: whose, with which words, from when."""

    noun = "quotes"
    single = "quote"
    sorts = {"newest": ("newest first", "newest")}

    q = Asked(asks="saying", field=fields.Words, preposition="saying", label="Words")
    person = Asked(asks="said_by", field=fields.PersonNamed, preposition="by", label="Speaker")
    of = Asked(asks="of", field=fields.CountryCodes, preposition="of", label="Country of the speaker")
    publisher = Asked(asks="told_by", field=fields.Publishers, preposition="told by", label="Publisher")
    since = Asked(asks="maybe_since", field=fields.Day, end="first", preposition="since", label="Published since")
    until = Asked(asks="maybe_until", field=fields.Day, end="last", preposition="until", label="Published until")

    class Meta:
        model = Quote
        fields: list[str] = []
