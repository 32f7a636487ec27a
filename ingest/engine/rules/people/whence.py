"""From which country a release comes: what its publisher tells, else what its text tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ingest.engine import gazetteers, patterns
from ingest.engine.rules.people import home, journey, met, own_forces, own_offices, posts, topical
from ingest.engine.rules.people.home import INTERNATIONAL, of_name
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import Found, View
from ingest.engine.rules.people.whence_words import is_seat, words
from ingest.engine.types import Release

Both = tuple[View, View]  # headline and body


def country(release: Release, both: Both, sightings: list[Sighting]) -> str | None:
    """The country whose authorities issued the release, "INT" for an international organization, None where nothing tells.

    First what publisher and page tell; then the place of the dateline, the place that an official leaves, the force that welcomes, the
    body that reports, the state to which envoys are sent, the force that acts first, the place that the first sentences name, the country
    named most.
    """
    told = _of_own_agency(release, both[1]) or home.of_publisher(release) or home.of_readout(both[1].passage.text)
    return told or _told_by_text(release, both, sightings)


def _told_by_text(release: Release, both: Both, sightings: list[Sighting]) -> str | None:
    """What place and names tell, apart from the countries that mark guests: where all that is named is a guest’s, nothing is told."""
    met_there = met.states(both[1], sightings)
    guests = _of_counterparts(sightings) | _of_received(both) | met_there | _of_visitors(sightings) | _of_stays(both, sightings)
    if (told := _of_host(both[1], sightings) or _of_own_envoy(both, sightings, met_there)) is not None:
        return told
    for told in _plain_clues(release, both, guests, sightings):
        if told is not None and told not in guests:
            return told
    if met_there and (partner := met.partner(both[1], met_there) or met.partner(both[1], guests)) is not None:
        return partner
    if (visited := _of_reception(both[1], sightings)) is not None and visited not in guests:
        return visited
    opening = _not_destination(_of_opening(both[1]), both, sightings)
    if opening is not None and met.acts_first(opening, both[1], sightings, guests):
        return opening
    told_guests = guests | _of_gatherings(both[1]) | met.received(sightings)
    guests = told_guests | _marked_alone(sightings)
    if (own := _of_own_office(sightings)) is not None:
        return own
    if (own := own_forces.state(both, sightings, told_guests or guests)) is not None:
        return _not_destination(own, both, sightings)
    if (post := posts.of_envoys_met(sightings)) is not None and post not in guests and opening in (None, post):
        return _not_destination(post, both, sightings)
    times = Counter(found.value for view in both for found in view.countries.values())
    with_many = any(_mark(each) == INTERNATIONAL for each in sightings)  # "The Commander of EUFOR met the Minister and the Chief of Peru"
    for guess in (opening, _of_named(both, sightings)):
        if guess is not None and (guess not in guests or (with_many and guess not in told_guests and times[guess] > _OFTEN)):
            return guess
    named = {found.value for view in both for found in view.countries.values()} - guests
    at_home = {code for code in named if _not_destination(code, both, sightings) is not None}
    left = named if guests else at_home if len(named) > 1 else set()
    if len(left) != 1 or not left <= topical.near_home(both) - topical.troubled(both) or _is_only_spoken_of(next(iter(left)), both):
        return None
    rest = left.pop()
    if times[rest] == 1 and not told_guests and any(times[code] > _OFTEN for code in guests):
        return None  # "the mission in Afghanistan", in a release that speaks of Bosnia throughout, whose general it tells
    return _not_destination(rest, both, sightings)


_OFTEN = 3  # times


def _plain_clues(release: Release, both: Both, guests: set[str], sightings: list[Sighting]) -> Iterator[str | None]:
    """What tells the country by itself, the surest first."""
    title, body = both
    yield _not_destination(_not_arrived_at(_of_dateline(release, both, guests), body, sightings), (title,), sightings)
    yield _of_departure(body)
    yield _of_welcome(body)
    yield _of_report(both, guests)
    sent_to = posts.told(both)
    yield sent_to if sent_to is not None and not _is_gone_to(sent_to, both, sightings) else None
    yield _of_acting_force(body)


def _of_dateline(release: Release, both: Both, guests: set[str]) -> str | None:
    """The country of the dateline: "MUSCAT –".

    One that is spelled out is told to readers elsewhere: "DAKAR, Senegal – A U.S. general", "CAMP LARKSPUR, Kosovo –".
    """
    dateline = release.dateline
    code = of_name(dateline) if dateline else None
    if dateline is None or code is None or is_seat(dateline):
        return None
    terms = gazetteers.find(dateline)
    cities = [term for term in terms if term.kind == "city"]
    spelled = any(
        term.kind == "country" and all(term.start >= city.end for city in cities) and "," in dateline[: term.start] for term in terms
    )
    american = any(found.value == "US" for view in both for found in view.countries.values())
    return "US" if spelled and american and "US" not in guests else code


# ---- whoever reports ----


def _of_report(both: Both, guests: set[str]) -> str | None:
    """The one country but those of guests whose force, ministry or agency is told to have said it: "Georgia’s Defense Ministry told"."""
    told = {found.value for view in both for found in view.countries.values() if _reports(view, found)} - guests
    return told.pop() if len(told) == 1 else None


def _reports(view: View, found: Found) -> bool:
    """Whether the country stands in the name of a body that reports."""
    clues = words()
    start, stop = view.sentence(found.start)
    first, end = found.start, found.end
    while end < min(stop, found.end + _NAME) and _is_of_body(view, end):
        end += 1
    while first > max(start, found.start - _NAME) and _is_of_body(view, first - 1):
        first -= 1
    if not any(view.folds[at] in clues.reporting_bodies for at in range(first, end)):
        return False
    if view.folds[end - 2 : end] == ["news", "agency"]:
        return True
    end += 3 if view.fold(end) == "(" and view.fold(end + 2) == ")" else 0
    first -= view.fold(first - 1) == "the"
    spoken = view.fold(end).startswith("spokes") and clues.reporting.intersection(view.folds[end + 1 : end + _SPOKEN])
    if spoken:
        return True  # "N, | Philippine Navy | spokesman, said"
    before = (view.fold(first - 2), view.fold(first - 1))
    if before[1] == "said" and view.fold(end) in {"in", "on", ".", ","}:
        return True  # "…, said the | Indian Army | in a tweet"
    return view.fold(end) in clues.reporting or before in {("according", "to"), ("statement", "by"), ("statement", "from"), ("by", "from")}


_SPOKEN = 8  # words from who speaks for a body to the verb
_NAME = 8  # words of the name of a body on either side of the country


def _is_of_body(view: View, at: int) -> bool:
    """Whether a word may be of the name of a body, and begins nobody's name or office."""
    if at in view.ranks or at in view.honorifics or at in view.heads or view.is_name_like(at):
        return False
    return view.capital[at] or view.folds[at] in {"of", "'s", "'", "and", "defence", "defense", *words().reporting_bodies}


# ---- guests ----


def _of_counterparts(sightings: list[Sighting]) -> set[str]:
    """The countries whose officials are told as counterparts: "held talks with his | Egyptian | counterpart General N"."""
    return {country for each in sightings if each.office is not None and each.office.counterpart and (country := _mark(each))}


def _of_visitors(sightings: list[Sighting]) -> set[str]:
    """The countries whose officials are told to be visiting: "the Chief of the Army of | Peru |, General N, who is on a visit"."""
    return {mark for each in sightings if (mark := _mark(each)) not in (None, INTERNATIONAL) and _is_visiting(each)}


def _of_host(body: View, sightings: list[Sighting]) -> str | None:
    """The country of the official with whom a sentence opens that tells of a visitor: "The Chief of Staff of the | Chilean | Army, N, met
    the Minister of Peru, M, who is on a visit"."""
    for each in sightings:
        if each.view is not body or not _is_visiting(each) or (guest := _mark(each)) in (None, INTERNATIONAL):
            continue
        start, _ = body.sentence(each.begin)
        host = next((one for one in sightings if one.view is body and start <= one.start < each.start), None)
        if host is not None and (own := _mark(host)) not in (None, INTERNATIONAL, guest) and journey.is_object(each):
            return own
    return None


def _of_own_envoy(both: Both, sightings: list[Sighting], met_there: set[str]) -> str | None:
    """The country whose envoys are with an official whom no country marks: "Minister N visited Peru. The Ambassador of | Kenya | to Peru
    attended the talks", and where he met ministers of another: "He was accompanied by the Ambassador of | Kenya | to Brazil"."""
    senders: set[str] = set()
    for envoy in sightings:
        sender, sent_to = _mark(envoy), posts.of(envoy) if envoy.office is not None else set()
        if sender is None or sender in {INTERNATIONAL, *sent_to, *met_there} or len(sent_to) != 1:
            continue
        if _is_gone_to(next(iter(sent_to)), both, sightings) or (met_there and posts.goes_along(envoy)):
            senders.add(sender)
    return senders.pop() if len(senders) == 1 else None


def _is_gone_to(code: str, both: Both, sightings: list[Sighting]) -> bool:
    """Whether the first official of the text, whom no country marks, goes to the state, told by its name: a town may be one of his own."""
    body = both[1]
    first = next((each for each in sightings if each.view is body), None)
    if first is None or any(_mark(each) is not None for each in sightings if each.parts[-1] == first.parts[-1]):
        return False
    own = [each for each in sightings if each.parts[-1] == first.parts[-1]]
    named = ((view, found) for view in both for found in view.countries.values() if found.value == code and found.kind == "country")
    return any(_is_destination(view, found.start, own) for view, found in named)


def _is_visiting(sighting: Sighting) -> bool:
    view, at = sighting.view, sighting.close + 1
    if view.fold(sighting.close) != ",":
        return False
    if view.fold(at) == "who" and view.fold(at + 1) in {"is", "was", "has"}:
        at += 2
    at += view.fold(at) in {"currently", "presently", "now"}
    if view.fold(at) == "visiting":
        return True
    return view.fold(at) in {"on", "paying", "making"} and not {"visit", "tour"}.isdisjoint(view.folds[at + 1 : at + 6])


def _of_received(both: Both) -> set[str]:
    """The countries whose envoys are named, whose delegations are received, and those that come: "met a | Kenyan | naval delegation"."""
    return {found.value for view in both for found in view.countries.values() if _is_received(view, found)}


def _of_stays(both: Both, sightings: list[Sighting]) -> set[str]:
    """The countries in which somebody whom no country marks is for a while: "While in | Peru |, Secretary N also met"."""
    found: set[str] = set()
    for view in both:
        for start, stop in view.sentences:
            if view.fold(start) != "while" or view.fold(start + 1) != "in":
                continue
            inner = start + 2 + (view.fold(start + 2) == "the")
            place = view.countries.get(inner) or view.places.get(inner)
            subject = next((each for each in sightings if each.view is view and start <= each.start < stop), None)
            if place is not None and subject is not None and _is_unmarked(subject, sightings):
                found.add(place.value)
    return found


def _is_unmarked(subject: Sighting, sightings: list[Sighting]) -> bool:
    """Whether neither country nor body is told with somebody, wherever the name stands."""
    same = [each for each in sightings if each.parts[-1] == subject.parts[-1]]
    bodies = (each.organization or (each.office.organization if each.office is not None else None) for each in same)
    return not any(map(_mark, same)) and not any(bodies)


def _of_gatherings(body: View) -> set[str]:
    """The countries of gatherings beside which two met who had both come: "on the sidelines of the Forum in Lima, | Peru"."""
    beside = [at for at, word in enumerate(body.folds) if word in words().beside]
    places = [(found.start, found.value) for found in body.countries.values()]
    places += [(at, found.value) for at, found in body.places.items() if found.value]
    return {value for start, value in places if any(0 < start - at < _GATHERING for at in beside)}


_GATHERING = 16  # words from "sidelines" to the place of what they are those of


def _is_received(view: View, found: Found) -> bool:
    clues, behind = words(), view.folds[found.end : found.end + 3]
    if found.kind == "demonym" and clues.sent.intersection(behind):
        received = clues.receiving.intersection(view.folds[max(found.start - _REACH, 0) : found.start])
        if received or clues.counterparts.intersection(behind[:1]):
            return True
    if _sends_envoy(view, found) or _sends_delegation(view, found):
        return True
    before = view.fold(found.start - 1)
    if before == "visiting" and found.kind == "demonym":
        return True
    several = before in clues.several or before.isdigit()
    return several and found.kind == "demonym" and bool(clues.parties.intersection(view.folds[found.end : found.end + 4]))


def _sends_delegation(view: View, found: Found) -> bool:
    """Whether a body of the state sent those who are received: "met a delegation from the | Kenyan | Board of Trade"."""
    lead = view.folds[max(found.start - 3, 0) : found.start]
    sent = found.kind == "demonym" and bool({"delegation", "team"}.intersection(lead)) and bool({"from", "of"}.intersection(lead))
    return sent and bool(words().receiving.intersection(view.folds[max(found.start - _REACH, 0) : found.start]))


def _sends_envoy(view: View, found: Found) -> bool:
    """Whether a guest is told as an envoy: "Ambassador of | Peru", "Kenyan High Commissioner"; the own ones are told with the post.

    "Bangladesh Ambassador in Muscat" is written in Dhaka, "Ambassador of Maldives to Sri Lanka" in Colombo.
    """
    envoys = words().envoys
    behind = next((at for at in range(found.end, found.end + 3) if view.fold(at) in envoys), None)
    behind = None if behind is not None and "," in view.folds[found.end : behind] else behind  # "forces in Peru, ambassador says"
    before = found.start - 1 - (view.fold(found.start - 1) == "the")
    if behind is None and not (view.fold(before) == "of" and envoys.intersection(view.folds[max(before - 2, 0) : before])):
        return False
    return view.fold(found.end if behind is None else behind + 1) != "in"


_REACH = 10  # words between the verb and those who are received


def _marked_alone(sightings: list[Sighting]) -> set[str]:
    """The one country that marks officials, where others who hold an office stand without: a ministry does not say whose its own are."""
    marks = {mark for each in sightings if (mark := _mark(each)) not in (None, INTERNATIONAL) and not _is_posted(each)}
    others = any(
        each.office is not None and each.office.position and not each.office.counterpart and _mark(each) is None for each in sightings
    )
    return marks if len(marks) == 1 and others else set()


def _of_reception(body: View, sightings: list[Sighting]) -> str | None:
    """The country of the place to which a marked guest comes, where somebody holds an office of state there that needs no mark: "The U.S.
    Africa Command commander, General N, visited Defence Headquarters, | Nairobi |, and met the Chief of Defence Forces, General M".
    """
    own = [each for each in sightings if each.view is body and _mark(each) is None and each.office is not None]
    if not any(own_offices.is_of_state(each.office.position) for each in own if each.office is not None):
        return None
    for at in sorted(found for found in body.places if found < _OPENING):
        link = _link(body, at)
        link -= body.fold(link) == "the"
        if body.fold(link) not in {"visited", "visits"} and not _travels(body, link):
            continue
        start, _ = body.sentence(at)
        guest = next((each for each in sightings if each.view is body and start <= each.start < at), None)
        if guest is not None and _mark(guest) not in (None, INTERNATIONAL, body.places[at].value):
            return body.places[at].value
    return None


_OPENING = 120  # words


def _is_posted(sighting: Sighting) -> bool:
    """Whether somebody is told as the envoy in another state, as the envoy’s own ministry tells it: "the Ambassador of Chile in Peru"."""
    view, office = sighting.view, sighting.office
    return office is not None and view.fold(office.head) in words().envoys and "in" in view.folds[office.head : office.end + 1]


def _of_own_office(sightings: list[Sighting]) -> str | None:
    """The United States, where somebody whose office only they word so stands without a mark, and nobody is marked as theirs."""
    worded = any(each.office is not None and _mark(each) is None and own_offices.is_american(each.office.position) for each in sightings)
    return "US" if worded and all(_mark(each) != "US" for each in sightings) else None


def _mark(sighting: Sighting) -> str | None:
    return sighting.country or (sighting.office.country if sighting.office else None)


# ---- places and names ----


def _of_named(both: Both, sightings: list[Sighting]) -> str | None:
    """The country named most; where an official whom no country marks travels there, the one other that is named."""
    most = _named_most(both, sightings)
    if most is None or _not_destination(most, both, sightings) is not None:
        return most
    others = {found.value for view in both for found in view.countries.values()} - {most}
    return _not_destination(others.pop(), both, sightings) if len(others) == 1 else None


def _named_most(both: Both, sightings: list[Sighting]) -> str | None:
    """The country named most, apart from what is only spoken of; where it only marks officials it is a guest’s, for a ministry seldom says
    whose its own minister is."""
    counts = Counter(topical.told_apart(both))
    for sighting in sightings:
        if marked := _mark(sighting):
            counts[marked] -= 2
    ranked = counts.most_common(2)
    if not ranked or ranked[0][0] not in topical.near_home(both) or _is_only_spoken_of(ranked[0][0], both):
        return None
    return ranked[0][0] if ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1] + 1) else None


def _is_only_spoken_of(code: str, both: Both) -> bool:
    """Whether a country is named in one sentence alone, as what was talked about: "Touching upon the situation in | Peru |, N said"."""
    title, body = both
    named = [found for found in body.countries.values() if found.value == code]
    if len({body.sentence_number(found.start) for found in named}) != 1 or any(found.value == code for found in title.countries.values()):
        return False
    return any(topical.is_aided(body, found) for found in named)


def _travels(view: View, at: int) -> bool:
    """Whether a journey leads to what follows the word: "left for", "a visit to", "a visit to Japan and"."""
    for _ in range(3):
        if view.fold(at) in {"to", "for"}:
            return any(word in words().journeys for word in view.folds[max(at - 8, 0) : at])
        if view.fold(at) not in {"and", ","}:
            return False
        at = next((back for back in range(at - 1, max(at - 5, -1), -1) if view.folds[back] in {"to", "for"}), at)
    return False


def _of_own_agency(release: Release, body: View) -> str | None:
    """The country of a news agency that writes from its own country, whoever prints it."""
    code = home.of_agency(release)
    if code is None:
        return None
    kickers = (piece.text for piece in release.dropped if len(piece.text) < 40)
    places = [release.dateline and of_name(release.dateline), _of_opening(body), *(of_name(text) for text in kickers)]
    return code if code in places else None


def _not_destination(code: str | None, both: tuple[View, ...], sightings: list[Sighting]) -> str | None:
    """The country, unless somebody whom no country marks travels there: a ministry does not say whose its own officials are."""
    if code is None:
        return None
    for view in both:
        for table in (view.countries, view.places):
            for found in table.values():
                if found.value == code and found.kind != "demonym" and _is_destination(view, found.start, sightings):
                    return None
    return code


def _not_arrived_at(code: str | None, body: View, sightings: list[Sighting]) -> str | None:
    """The country of a dateline, unless the first whom the text names, unmarked, comes there: "Oslo – Minister N arrived in Oslo"."""
    first = next((each for each in sightings if each.view is body), None)
    if code is None or first is None:
        return code
    start, stop = body.sentence(first.begin)
    named = [found for table in (body.countries, body.places) for at, found in table.items() if first.close <= at < stop]
    arrived = any(found.value == code and found.kind != "demonym" and _is_destination(body, found.start, [first]) for found in named)
    stays = any(found.value == code for table in (body.countries, body.places) for found in _visited_before(body, table, start, first))
    return None if (arrived or stays) and first.begin - start <= _FIRST else code


def _visited_before(body: View, table: Mapping[int, Found], start: int, first: Sighting) -> Iterator[Found]:
    """The places of a visit told before the name of whose it is: "LIMA – Today, during her visit to | Lima |, Secretary N toured"."""
    for at in range(start, first.begin):
        back = body.folds[max(at - _VISIT, start) : at]
        if at in table and back[-1:] == ["to"] and not {"visit", "trip", "travel"}.isdisjoint(back) and not {"his", "her"}.isdisjoint(back):
            yield table[at]


_VISIT = 5  # words from "her" to the place of her visit: "her official visit to"


_FIRST = 14  # words from a dateline to the name of whoever comes


def _is_destination(view: View, at: int, sightings: list[Sighting]) -> bool:
    """Whether an official without a country travels to what begins at `at`: "General N left for Delhi", "N’s visit to India"."""
    before = at - 1 - (view.fold(at - 1) == "the")
    if view.fold(before) in {"visits", "visited"} or view.folds[max(before - 1, 0) : before + 1] == ["is", "in"]:
        pass
    elif not _travels(view, before):
        return False
    start, stop = view.sentence(at)
    # "During her visit to Peru, Secretary N toured", "LIMA – Today, during her visit to Lima, Secretary N toured"
    theirs = not {"his", "her"}.isdisjoint(view.folds[max(before - _VISIT, start) : before]) and "during" in view.folds[start:before]
    last = stop if theirs else at
    subject = next((each for each in sightings if each.view is view and start <= each.start < last and not _invites(each)), None)
    if subject is None or not _HOSTING.isdisjoint(view.folds[subject.close : min(at, subject.close + _FIRST)]):
        return False  # "N is hosting the meeting, for which the ministers travelled to Bern"
    return _is_unmarked(subject, sightings) if theirs else _mark(subject) is None


def _invites(sighting: Sighting) -> bool:
    """Whether somebody else travels at the person's invitation: "at the invitation of General N, General M visited"."""
    view = sighting.view
    at = sighting.begin - (view.fold(sighting.begin - 1) == "the")
    return view.folds[max(at - 2, 0) : at] == ["invitation", "of"]


_HOSTING = frozenset({"hosts", "hosted", "hosting", "welcomes", "welcomed", "received", "receives"})


def _of_acting_force(body: View) -> str | None:
    """The country of the force or ministry with which the body opens: "The Republic of Peru Navy’s training squadron was in"."""
    start = next((at for at in range(min(4, len(body.words))) if at in body.countries), None)
    found = body.countries.get(start) if start is not None else None
    if found is None or any(fold not in {"the", "a"} for fold in body.folds[: found.start]):
        return None
    at = found.end
    while at < min(found.end + 2 * _NAME, len(body.words)) and (body.capital[at] or body.words[at] in "()"):
        if at in body.ranks or at in body.heads:
            return None  # "The Peru Navy | Commander, Admiral N, visited": a guest, as often
        at += 1
    return found.value if any(fold in words().forces for fold in body.folds[found.end : found.end + 3]) else None


def _of_departure(body: View) -> str | None:
    """The country that an official leaves for another: "Admiral N left | Dhaka | for Muscat", in the words that open the text."""
    for at in range(1, min(60, len(body.words))):
        place = body.places.get(at)
        if place is not None and body.folds[at - 1] in words().leaving and _leads_abroad(body, place):
            return place.value
    return None


def _leads_abroad(body: View, left: Found) -> bool:
    """Whether "for" and a place follow the place that is left: "left Dhaka | by a special aircraft for New Delhi"."""
    _, stop = body.sentence(left.start)
    at = next((word for word in range(left.end, min(left.end + _BY_AIR, stop)) if body.folds[word] == "for"), None)
    return at is not None and (at == left.end or at + 1 in body.places or at + 1 in body.countries)


_BY_AIR = 12  # words between the place that is left and "for"


def _of_welcome(body: View) -> str | None:
    """The country of the body that welcomes the guests in the words that open the text: "were welcomed by the | Fijian | Navy"."""
    for at in range(2, min(120, len(body.words))):
        found = body.countries.get(at)
        if found is None or at not in body.bodies or body.fold(at - 1 - (body.folds[at - 1] == "the")) != "by":
            continue
        if any(word in {"welcomed", "received", "hosted", "greeted"} for word in body.folds[max(at - 5, 0) : at - 1]):
            return found.value
    return None


def _of_opening(body: View) -> str | None:
    """The country of the place that the body opens with ("Brasília (DF), 06/10 –"), else of the first at which something was held.

    A ministry tells most often of what it hosts itself; the place of an arrival or a visit is left out.
    """
    for at in range(min(120, len(body.words))):
        if at not in body.places or body.is_name_like(body.places[at].end) or is_seat(body.text(at, body.places[at].end)):
            continue
        link = _link(body, at)
        if body.folds[link - 2 : link] == ["'s", "headquarters"] or words().other_time.intersection(
            body.folds[max(link - _NAME, 0) : link]
        ):
            continue  # "at the command’s headquarters in Stuttgart", "the recent conference in Prague"
        if words().envoys.intersection(body.folds[max(link - posts.NEAR_POST, 0) : max(link, 0)]):
            continue  # "the Defence Attaché at the High Commission in London"
        if _ATTENDING.search(" ".join(body.folds[max(link - _HOUSE, 0) : max(link, 0)])):
            continue  # "will take part in a meeting in Copenhagen": the hosts’ ministry says what it hosts
        if at == 0 or (body.fold(link) in {"in", "at"} and body.fold(link - 1) not in words().elsewhere):
            return body.places[at].value
    return None


_ATTENDING = patterns.compile(r"\bwill (?:also )?(?:take part|participate|attend)\b")


def _link(body: View, at: int) -> int:
    """The word that leads to a place, with a house before it or without: "in Abuja", "at Naval Headquarters, Abuja"."""
    if body.fold(at - 1) != ",":
        return at - 1
    link = at - 2
    while link > at - _HOUSE and body.capital[link]:
        link -= 1
    return link if link < at - 2 else at - 1


_HOUSE = 6  # words of a house before its town
