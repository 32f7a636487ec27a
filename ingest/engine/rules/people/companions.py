"""The country that people of one list or one party share: companions, and _coordinated names after "with" or "received"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.engine import patterns
from ingest.engine.rules.people.delegations import NEAR
from ingest.engine.rules.people.home import INTERNATIONAL
from ingest.engine.rules.people.lexicon import Rank
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.standing import LATELY
from ingest.engine.rules.people.view import View

_ATTACHE = patterns.compile(r"attach[eé]")
DIPLOMAT = patterns.compile(
    r"ambassador|attach[eé]|high commissioner|consul\b|consul general|charg[eé]s? d|chief of mission"
    r"|^(?:\w+ )?defen[cs]e advis[eo]r\b(?! to)|(?:first|second|third) secretary$|minister[- ]counsell?or|deputy (?:head|chief) of mission"
)


def share(sightings: list[Sighting], home: str | None) -> list[Sighting]:
    """The sightings with the country of those with whom each is named; a country that is told already is left as it is."""
    return _enclosed(_shared(_accompanying(_of_embassy(_related(_aboard(_paired(sightings))))), home), home)


def _aboard(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the state of a guest for the captain told with him: "Captain N of the Kenya Navy and Commander M, commanding
    officer of Larkspur"."""
    settled = list(sightings)
    for number in range(1, len(settled)):
        first, second = settled[number - 1], settled[number]
        held = second.office.position.lower() if second.office is not None else ""
        if second.country is not None or first.country in (None, INTERNATIONAL) or not held.startswith("commanding officer of"):
            continue
        if first.view is second.view and first.view.folds[first.close : second.begin] == ["and"]:
            settled[number] = replace(second, country=first.country, country_at=first.country_at)
    return settled


def _enclosed(sightings: list[Sighting], home: str | None) -> list[Sighting]:
    """The sightings with the state of both neighbours in a row: "N, Chief of the British Army; | Brigadier M, commander |; and K, British
    attaché"."""
    settled = list(sightings)
    for number in range(1, len(settled) - 1):
        before, each, behind = settled[number - 1 : number + 2]
        if each.country is not None or before.country in (None, home, INTERNATIONAL) or before.country != behind.country:
            continue
        if _in_row(before, each) and _in_row(each, behind):
            settled[number] = replace(each, country=before.country, country_at=before.country_at)
    return settled


def _in_row(first: Sighting, second: Sighting) -> bool:
    """Whether a semicolon parts two of one row."""
    if first.view is not second.view or not first.close < second.begin <= first.close + 3:
        return False
    between = first.view.folds[first.close : second.begin]
    return between[0] == ";" and all(word in {";", "and", "the"} for word in between)


def _of_embassy(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the state of the ambassador for an attaché of the same sentence: "Saudi Ambassador to Peru N; and Attaché M"."""
    settled = list(sightings)
    for number, each in enumerate(settled):
        office = each.office
        if each.country is not None or office is None or not _ATTACHE.search(office.position.lower()):
            continue
        start, _ = each.view.sentence(each.begin)
        before = (one for one in reversed(settled[:number]) if one.view is each.view and one.start >= start and one.office is not None)
        chief = next((one for one in before if one.office is not None and "ambassador" in one.office.position.lower()), None)
        if chief is not None and chief.country is not None:
            settled[number] = replace(each, country=chief.country, country_at=chief.country_at)
    return settled


def _paired(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the state that owns two offices: "Peru's Foreign Minister N and Defense Minister M"."""
    settled = list(sightings)
    for number in range(1, len(settled)):
        first, second = settled[number - 1], settled[number]
        if second.country is not None or second.office is None or first.office is None or first.view is not second.view:
            continue
        owner = first.view.countries.get(first.office.start)
        owned = owner is not None and first.view.fold(owner.end) in {"'s", "'"}
        if owned and first.view.folds[first.close : second.begin] == ["and"]:
            settled[number] = replace(second, country=first.country, country_at=first.country_at)
    return settled


def _related(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the country of whose deputy or successor each is: "the Commander, General N, and | his deputy, Admiral M"."""
    settled = list(sightings)
    for number in range(1, len(settled)):
        first, second = settled[number - 1], settled[number]
        view = second.view
        leaving = _who_leaves(settled, number)
        model = _as_told(settled, leaving or first, number)
        if second.country is not None or model.country is None or first.view is not view or not first.close <= second.begin:
            continue
        near = view.folds[max(second.begin - _RELATED, first.close) : min(second.start, second.begin + _RELATED)]
        before = tuple(view.folds[max(second.begin - 3, first.close) : second.begin])
        close = second.begin - first.close <= _RELATED and any(pair in _RELATIVES for pair in pairwise(near))
        if leaving is not None or close or before[-1:] in _SUCCEEDING or before in _TAKING_OVER:
            settled[number] = replace(second, country=model.country, country_at=model.country_at)
    return settled


_RELATED = 4  # words
_SUCCEEDING = frozenset({(word,) for word in ("succeeds", "succeeded", "succeeding", "replaces", "replaced", "replacing")})
_TAKING_OVER = frozenset({(word, "over", "from") for word in ("takes", "took", "taking")})
_RELATIVES = frozenset((whose, who) for whose in ("his", "her") for who in ("deputy", "successor", "predecessor", "assistant", "aide"))


def _who_leaves(settled: list[Sighting], number: int) -> Sighting | None:
    """Whom the one at `number` is told to follow in office: "General N, who will be succeeded by", "He called to introduce his successor,".

    The first of the sentence, or whoever "who" stands for; else the one of the rank or surname that opens it, or the first of the sentence
    before for "he" and "she".
    """
    second = settled[number]
    view = second.view
    start, _ = view.sentence(second.begin)
    if not _HANDED_ON.search(" ".join(view.folds[max(start, second.begin - _HANDING) : second.begin])):
        return None
    lately = [each for each in settled[max(number - LATELY, 0) : number] if each.view is view]
    beside = [each for each in lately if each.start >= start]
    if beside:
        last = beside[-1]
        return last if "who" in view.folds[last.close : last.close + 2] else beside[0]
    if view.folds[start] in {"he", "she"}:
        before = view.sentence(start - 1)[0] if start else 0
        return next((each for each in lately if before <= each.start), None)
    opening = view.folds[start + (view.folds[start] == "the")]
    ranked = (each for each in reversed(lately) if opening == each.parts[-1] or (each.rank or _NO_RANK).name.lower().endswith(opening))
    return next(ranked, None)


_HANDING = 12  # words that tell of a succession
_HANDED_ON = patterns.compile(
    r"\b(?:(?:succeeded|replaced|relieved) by"
    r"|hand(?:s|ed|ing)? over (?:the |his |her )?(?:command|duties|post|office|baton) (?:\w+ ){0,4}to"
    r"|introduc(?:e|es|ed|ing) (?:his|her|the) (?:\w+ )?(?:successor|replacement|relief)(?: ,)?)(?: the)?$"
)
_NO_RANK = Rank("")


def _accompanying(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings with the country of whom they accompany: "General N, accompanied by Colonel M", "N received K, together with M"."""
    settled = list(sightings)
    for number in range(1, len(settled)):
        second = settled[number]
        if second.country is not None or (len(second.parts) == 1 and _told_before(settled, number)):
            continue
        first = settled[number - 1]
        if (chief := _named_before(settled, number)) is not None:
            settled[number] = replace(second, country=chief.country, country_at=chief.country_at)
            continue
        if (office := _office_that_comes(second)) is not None:
            model = _holder(settled, number, *office)
            if model is not None and model.country is not None:
                settled[number] = replace(second, country=model.country, country_at=model.country_at)
            continue
        if first.view is not second.view or not first.close <= second.begin <= first.close + 12:
            continue
        between = second.view.folds[first.close : second.begin]
        at = next((at for at in range(len(between) - 1) if tuple(between[at : at + 2]) in _COMPANY), None)
        if at is not None and any(word in ENCOUNTERS for word in between[at + 2 :]):
            continue  # "A along with a delegation called on B"
        if at is None:
            beside = all(word in _JOINING for word in between) and _is_companion(settled, number)
            model = first if beside and not _is_behind_own_envoy(settled, number) else None
        else:
            beside = "who" in between[:at] or (at == 0 and tuple(between[:2]) in _COMING)
            model = first if beside else _leader(settled, number)
        model = _as_told(settled, model, number) if model is not None else None
        if model is not None and model.country is not None:
            settled[number] = replace(second, country=model.country, country_at=model.country_at)
    return settled


def _as_told(settled: list[Sighting], model: Sighting, number: int) -> Sighting:
    """The sighting of a surname alone with the country that was told where it stood in full: "Ambassador Ruiz was accompanied by"."""
    if model.country is not None or len(model.parts) != 1:
        return model
    before = (each for each in settled[max(number - LATELY, 0) : number] if each.view is model.view and len(each.parts) > 1)
    return next((each for each in before if each.parts[-1] == model.parts[0] and each.country is not None), model)


def _told_before(settled: list[Sighting], number: int) -> bool:
    """Whether the surname at `number` is that of somebody named in full a little before: a host may accompany the guests."""
    surname = settled[number].parts[0]
    return any(len(each.parts) > 1 and each.parts[-1] == surname for each in settled[max(number - LATELY, 0) : number])


def _named_before(settled: list[Sighting], number: int) -> Sighting | None:
    """The guest of the sentence before whom the first one here accompanies: "He was accompanied by N"."""
    second = settled[number]
    view = second.view
    start, _ = view.sentence(second.begin)
    begin = second.begin - (view.fold(second.begin - 1) == "the")
    if (view.fold(begin - 2), view.fold(begin - 1)) != ("accompanied", "by") or settled[number - 1].start >= start:
        return None
    earlier = [each for each in settled[max(number - LATELY, 0) : number] if each.view is view]
    if view.folds[start] == "the" and start + 1 in view.heads and view.heads[start + 1][0] == begin - 3:
        told = settled[max(number - _HOLDERS, 0) : number]
        held = [each for each in told if each.office is not None and each.view.fold(each.office.head) == view.folds[start + 1]]
        agreed = len({each.country for each in held}) == 1 and held[-1].country is not None
        return held[-1] if agreed else None  # "The president was | accompanied by"
    if view.folds[start] in {"he", "she"} and earlier:
        number = max(view.sentence_number(start) - 1, 0)
        while view.sentences[number][0] > earlier[0].start and _goes_on(view, view.sentences[number][0]):
            number -= 1  # "General N arrived. He was welcomed by M. He was accompanied by K."
        before = view.sentences[number][0]
        subject = next((each for each in earlier if each.start >= before), None)
        return subject if subject is not None and subject.country is not None else None
    surname = next((view.folds[at] for at in range(max(start, begin - NEAR), begin) if view.is_name_like(at)), None)
    return next((each for each in earlier if each.country is not None and each.parts and each.parts[-1] == surname), None)


def _office_that_comes(companion: Sighting) -> tuple[int, int] | None:
    """The words of an office or rank with which the sentence begins, and which stands for whom the companion comes with: "The | CDS |, who
    was accompanied by N", "The visiting | admiral |, accompanied by N"."""
    view = companion.view
    start, _ = view.sentence(companion.begin)
    begin = companion.begin - (view.fold(companion.begin - 1) == "the")
    if view.folds[start] != "the" or view.folds[begin - 2 : begin] != ["accompanied", "by"]:
        return None
    at = start + 1 + (view.fold(start + 1) == "visiting")
    end = view.heads[at][0] if at in view.heads else at + 1
    return (at, end) if end <= begin - 2 and _COMING_ALONG.issuperset(view.folds[end : begin - 2]) else None


_COMING_ALONG = frozenset({",", "who", "was", "is", "had", "has", "been", "also"})


def _holder(settled: list[Sighting], number: int, start: int, end: int) -> Sighting | None:
    """The one before who holds an office or rank that is told by its head, its last word or its acronym; None for those of several."""
    view = settled[number].view
    told, word = " ".join(view.folds[start:end]), view.folds[end - 1]
    found: list[Sighting] = []
    for each in settled[max(number - _HOLDERS, 0) : number]:
        held = each.office.position.lower() if each.office is not None else ""
        letters = "".join(part[0] for part in held.replace("-", " ").split() if part not in {"of", "the", "for"})
        ranked = each.rank is not None and each.rank.name.lower().rpartition(" ")[2] == word
        if each.view is view and (told in (held, letters) or held.startswith(f"{told} ") or ranked):
            found.append(each)
    return found[-1] if len({each.country for each in found}) == 1 else None


def _goes_on(view: View, start: int) -> bool:
    """Whether a sentence goes on about somebody by "he" or "she" before it names anybody: "During her stay | she | met General N"."""
    for at in range(start, min(start + _PRONOUN, len(view.words))):
        if view.folds[at] in {"he", "she"}:
            return True
        if at in view.ranks or at in view.honorifics or at in view.heads or view.is_name_like(at):
            return False
    return False


_PRONOUN = 8  # words


_HOLDERS = 60  # sightings in which holders of an office that is told by its name alone are looked for
_JOINING = frozenset({",", ";", "and", "the", "his", "her", "as", "well", "by"})
ENCOUNTERS = frozenset({"called", "met", "visited", "received", "welcomed", "calls", "meets", "hosted", "briefed", "saw"})
_COMPANY = frozenset({("accompanied", "by"), ("together", "with"), ("along", "with"), ("flanked", "by"), ("joined", "by")})
_COMING = frozenset((came, "with") for came in ("came", "comes", "arrived", "arrives", "travelled", "traveled", "flew"))
_COMPANY |= _COMING


def _leader(settled: list[Sighting], number: int) -> Sighting | None:
    """Whom the companion at `number` comes with: a guest who is received, else the subject of the sentence; None if that is not named."""
    view, guest = settled[number].view, settled[number - 1]
    start, _ = view.sentence(settled[number].begin)
    lead = guest.begin - (view.fold(guest.begin - 1) == "the")
    for at in range(lead - 1, max(start, lead - NEAR), -1):
        if view.folds[at] in _RECEIVING and view.fold(at + 1) != "by" and _BEING.isdisjoint(view.folds[max(at - 2, start) : at]):
            return guest  # "received | today |", "received the Minister N, then | the Commander M"
        if view.folds[at] in ENCOUNTERS:
            break
    while number > 0 and settled[number - 1].view is view and settled[number - 1].start >= start:
        number -= 1
    subject = settled[number]
    led = range(max(start, subject.begin - 12), subject.begin)
    verbs = view.lex.verbs - {"during"}
    does = any(view.folds[at] in verbs and view.fold(at - 1) not in _BEFORE_NOUNS for at in led)
    return None if does else subject


_RECEIVING = frozenset({"received", "welcomed", "hosted", "greeted"})
_BEING = frozenset({"was", "were", "been", "being", "be", "is", "are"})
_BEFORE_NOUNS = frozenset(
    {"the", "a", "this", "his", "her", "their", "official", "courtesy", "working"}
)  # "During the | visit | Ambassador N"


def _is_companion(settled: list[Sighting], number: int) -> bool:
    """Whether the one named before in the list is a companion of somebody: it stands behind "accompanied by" and the like."""
    first = settled[number - 1]
    view = first.view
    start, _ = view.sentence(first.begin)
    words = view.folds[max(start, first.begin - 40) : first.begin]
    last = max((at for at in range(len(words) - 1) if tuple(words[at : at + 2]) in _COMPANY), default=None)
    return last is not None and not any(word in view.lex.verbs - {"also", "as", "well", "by"} for word in words[last + 2 :])


def _shared(sightings: list[Sighting], home: str | None) -> list[Sighting]:
    """The sightings with the one foreign country of a list after "with" given to all in it: "spoke with A, B and C of the Ukrainian …"."""
    settled = list(sightings)
    introduced: set[str] = set()  # the surnames of those named in full before the list at hand
    for first, last in rows(sightings):
        codes = {each.country for each in settled[first : last + 1]} - {None}
        before = leading_word(settled[first])
        lead = settled[first].view.fold(settled[first].view.sentence(settled[first].begin)[0])
        together = before in _TO_GUESTS or lead == "accompanying" or _holds_with_others(settled[first])
        if last > first and len(codes) == 1 and together and not codes & {home, INTERNATIONAL}:
            place, model = next((at, each) for at, each in enumerate(settled[first : last + 1], first) if each.country)
            sent = model.office is not None and DIPLOMAT.search(model.office.position.lower())
            if sent and _visits_with(settled, first) == model.country:
                continue  # "General Popa met the Minister A, the Chilean Ambassador B and the Coordinator | C |": the hosts, and his envoy
            closing = not sent  # "A, B and C of the Ukrainian Ministry", not "A, B and the Attaché of Peru C"
            for number in range(first if closing else place, last + 1):
                each = settled[number]
                if each.country is None and not _is_named_again(each, introduced):
                    settled[number] = replace(settled[number], country=model.country, country_at=model.country_at)
        introduced |= {each.parts[-1] for each in settled[first : last + 1] if len(each.parts) > 1}
    return settled


def _is_behind_own_envoy(settled: list[Sighting], number: int) -> bool:
    """Whether an office follows the envoy of the guest among those met: "met A, along with the Chilean Ambassador B, | Director C |"."""
    envoy, each = settled[number - 1 : number + 1]
    if envoy.office is None or each.office is None or not DIPLOMAT.search(envoy.office.position.lower()):
        return False
    start, _ = envoy.view.sentence(envoy.begin)
    words = envoy.view.folds[start : envoy.begin]
    met = not ENCOUNTERS.isdisjoint(words) and "accompanied" not in words
    return met and not DIPLOMAT.search(each.office.position.lower()) and _visits_with(settled, number - 1) == envoy.country


def _visits_with(settled: list[Sighting], number: int) -> str | None:
    """The country of the first one of the sentence before a row."""
    start, _ = settled[number].view.sentence(settled[number].begin)
    before = [each for each in settled[max(number - LATELY, 0) : number] if each.view is settled[number].view and each.start >= start]
    return _as_told(settled, before[0], number).country if before else None


def rows(sightings: list[Sighting]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of those whom commas and "and" join; one who stands alone is both."""
    first = 0
    while first < len(sightings):
        last = first
        while last + 1 < len(sightings) and _coordinated(sightings[last], sightings[last + 1]):
            if _is_subject(sightings[first], sightings[last + 1]) or _says_so(sightings[last + 1]):
                break
            last += 1
        yield first, last
        first = last + 1


def _holds_with_others(first: Sighting) -> bool:
    """Whether an office or rank of several opens the list: "The Commanding Officers of the Indian ships, A, Commandant B and C"."""
    if first.rank is not None and first.rank.plural:
        return True  # "Colonels A (Plans) and B (Training) of the Kenya Defence Forces"
    return first.office is not None and first.office.plural and first.office.end <= first.start


def _is_subject(first: Sighting, sighting: Sighting) -> bool:
    """Whether a comma alone parts the one who acts from those in the words before: "In a call with Minister Ruiz, | General Popa said"."""
    view = sighting.view
    before = sighting.begin - 1 - (view.fold(sighting.begin - 1) == "the")
    fronted = view.fold(view.sentence(first.begin)[0]) in _FRONTING
    return fronted and view.fold(before) == "," and view.fold(sighting.close) not in {",", "and", ";", "."}


def _says_so(sighting: Sighting) -> bool:
    """Whether a comma alone parts who says it from whom it is about: "met the Minister of Peru, A, | spokesman B said |"."""
    view, at = sighting.view, sighting.begin
    before = view.fold(at - 2) if view.fold(at - 1) in {"the", "ministry"} else view.fold(at - 1)
    return before == "," and sighting.office is not None and sighting.office.end <= sighting.start and view.fold(sighting.close) in _SAYING


_SAYING = frozenset({"said", "says", "told", "announced", "stated", "added", "reported", "confirmed", "informed"})
_FRONTING = frozenset({"in", "during", "at", "after", "before", "following", "on", "upon", "together", "along", "alongside"})


def _is_named_again(sighting: Sighting, introduced: set[str]) -> bool:
    """Whether this is the surname of somebody told before, as in "In a call with Minister N of Peru, Minister Popa said"."""
    return len(sighting.parts) == 1 and sighting.parts[0] in introduced


def leading_word(sighting: Sighting) -> str:
    """The word that leads to a list of people, articles and bare names before them left out: "received | Ngata, Ambassador …"."""
    view, at = sighting.view, sighting.begin - 1
    start, _ = view.sentence(sighting.begin)
    while at > start and (
        view.folds[at] in {"the", "his", "her", ",", "and"} or (view.is_name_like(at) and view.fold(at + 1) in {",", "and"})
    ):
        at -= 1
    return view.fold(at)


_TO_GUESTS = frozenset({"with", "met", "received", "hosted", "welcomed"})


def _coordinated(first: Sighting, second: Sighting) -> bool:
    """Whether commas or "and" alone stand between two."""
    if first.view is not second.view or not first.close <= second.begin <= first.close + 4:
        return False
    between = first.view.folds[first.close : second.begin]
    again = (
        "with" in between
        and leading_word(first) == "with"
        and (second.office is None or not DIPLOMAT.search(second.office.position.lower()))
    )
    return bool(between) and all(word in {",", "and", "the", ";"} or (again and word == "with") for word in between)
