"""On which side somebody stands whose greetings or letter another brings."""

from __future__ import annotations

from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.line import Sighting


def side(sighting: Sighting, subject: str | None) -> str | None:
    """The country of who sends what somebody brings: that of the bearer, as in "General Popa conveyed the greetings of | Minister N".

    `subject` is the country of the first person of the sentence; None where the sentence tells of no message.
    """
    if (sent := _of_sender(sighting)) is not None:
        return sent
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


def _of_sender(sighting: Sighting) -> str | None:
    """The one state of who sends an envoy that is named next: "a Special Envoy from Togo's President N, | Dr M |, Minister of"."""
    view, end = sighting.view, sighting.begin - (sighting.view.fold(sighting.begin - 1) == ",")
    first = max(view.sentence(sighting.begin)[0], end - _SENDER)
    envoy = next((at for at in range(end - 1, first, -1) if view.folds[at] == "envoy" and view.fold(at + 1) in _FROM), None)
    if envoy is None or end == sighting.begin:
        return None
    if any(not view.capital[at] and view.folds[at] not in _IN_TITLE for at in range(envoy + 1, end)):
        return None
    states = {view.countries[at].value for at in range(envoy, end) if at in view.countries}
    return states.pop() if len(states) == 1 else None


_SENDER = 14  # words from an envoy to the comma behind who sends him
_IN_TITLE = frozenset({"of", "from", "the", "'s", "'", "bin", "al", "el", "and", "de", "da"})
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
