"""On which side somebody stands whose greetings or letter another brings."""

from __future__ import annotations

from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.line import Sighting


def side(sighting: Sighting, subject: str | None) -> str | None:
    """The country of who sends what somebody brings: that of the bearer, as in "General Popa conveyed the greetings of | Minister N".

    `subject` is the country of the first person of the sentence; None where the sentence tells of no message.
    """
    if subject is None or subject == INTERNATIONAL:
        return None
    view, at = sighting.view, sighting.begin
    start, _ = view.sentence(at)
    while at > start and (view.folds[at - 1] in _ARTICLES or at - 1 in view.courtesies):
        at -= 1
    lead = view.folds[max(at - 1 - _LEAD, start) : at - 1]
    if view.fold(at - 1) not in _FROM or _MESSAGES.isdisjoint(lead) or _BROUGHT.isdisjoint(view.folds[max(at - _NEAR, start) : at]):
        return None
    return subject


_LEAD = 5  # words between what is brought and who sends it
_NEAR = 40  # words between the verb and who sends it
_FROM = frozenset({"of", "from"})
_ARTICLES = frozenset({"the", "his", "her", "their", "its"})
_MESSAGES = frozenset(
    {"greetings", "greeting", "regards", "wishes", "compliments", "message", "messages", "letter", "letters", "condolences"}
    | {"congratulations", "salutations", "felicitations", "invitation", "sympathy"}
)
_BROUGHT = frozenset(
    {"conveyed", "conveying", "convey", "conveys", "relayed", "relaying", "relay", "delivered", "delivering", "brought", "transmitted"}
    | {"extended", "extending", "passed", "handed", "presented", "carried"}
)
