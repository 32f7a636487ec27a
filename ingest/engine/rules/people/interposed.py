"""What may stand between an office and the name of who holds it: a service, a body, a field, a state, a seat."""

from __future__ import annotations

from ingest.engine.rules.people import line as lines
from ingest.engine.rules.people import names
from ingest.engine.rules.people.line import Lead, Line
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View
from ingest.engine.values import replace


def between(line: Line, at: int, lead: Lead) -> int | None:
    """The end of what may stand between an office and a name: a service before a rank, or a body or field between commas."""
    view = line.view
    if (end := _service(line, at)) is not None:
        state = view.countries.get(at + (view.fold(at) == ","))
        if lead.office is not None and lead.office.country is None and state is not None:
            lead.office = replace(lead.office, country=state.value)  # "Chief of Defence, | Chile Army | General N"
        return end
    if view.fold(at) == "," and view.fold(at + 1) == "(" and view.fold(at + 3) == ")" and at + 4 in view.ranks and view.is_acronym(at + 2):
        return at + 4  # "The Chief of the Defence Forces, | (CDF) | General N"
    if (end := _in_state(line, at, lead) or _accredited(line, at) or _residing(line, at) or _of_a_people(line, at, lead)) is not None:
        return end
    if (end := _body_behind_letters(line, at, lead)) is not None:
        return end
    if lines.is_staff_section(view, at):
        return next((end for end in (at + 2, at + 3) if end in view.ranks), None)  # "Deputy Chief of Staff for Plans, | J5 | General N"
    if view.fold(at) in {"–", "-", "—"} and lead.office is not None and not lead.comma:
        return _field_between(line, at, lead)
    if view.fold(at) != "," or lead.office is None or at + 1 in line.by_start:
        return None
    end = lines.body_end(line, at + 1)
    close = end + 3 if end is not None and view.fold(end) == "(" and view.fold(end + 2) == ")" else end
    if end is None or close is None or not _leads_on(line, at + 1, close):
        return _field_between(line, at, lead)
    named = view.country_within(at + 1, end)  # "Director General, Inter-Services Intelligence (ISI), Lieutenant General N"
    country = lead.office.country or (named.value if named is not None else None)
    held = [lead.office.organization] if lead.office.organization else []
    lead.office = replace(lead.office, organization=", ".join([*held, view.text(at + 1, end)]), country=country)
    return close


def _body_behind_letters(line: Line, at: int, lead: Lead) -> int | None:
    """The end of a body of a state behind the letters of an office: "Chief of General Staff (CGS) | UK Army, | General N"."""
    view, office = line.view, lead.office
    state = view.countries.get(at)
    if state is None or office is None or view.words[at - 1] != ")" or office.organization is not None or office.country is not None:
        return None
    end = lines.body_end(line, at)
    if end is None or end == state.end:
        return None
    close = end + (view.fold(end) == ",")
    if close not in view.ranks and close not in view.honorifics:
        return None
    lead.office = replace(office, organization=view.text(at, end), country=state.value)
    return close


def unknown_body(line: Line, at: int, lead: Lead) -> int | None:
    """The end of a body that only its state shows, between an office and a name: "Chairman of the Halk | Maslahaty of Turkmenistan | N"."""
    view, office = line.view, lead.office
    if office is None or lead.comma or office.organization is not None or office.end != at or not view.capital[at]:
        return None
    end = names.read(view, at, line.stop, introduced=True)
    if end is not None and end == at + 1 and _is_governed(line, office, end):
        lead.office = replace(office, position=view.text(office.start, end), end=end)
        return end
    if end is None or view.fold(end) != "of":
        return None
    state = view.countries.get(end + 1 + (view.fold(end + 1) == "the"))
    head_end = view.heads[office.head][0]
    if state is None or state.kind != "country" or view.fold(head_end) != "of" or not _is_led_to(line, state.end):
        return None
    begin = head_end + 1 + (view.fold(head_end + 1) == "the")
    lead.office = replace(
        office, position=view.text(office.start, head_end), organization=view.text(begin, state.end), country=state.value, end=state.end
    )
    return state.end


def _is_governed(line: Line, office: Office, end: int) -> bool:
    """Whether the word that ends here names a province or base: "governor of North | Kivu, | General N", "Base Commander | Kisoro, N"."""
    view = line.view
    governs = view.folds[office.head] in _GOVERNING and "of" in view.folds[office.head : office.end]
    seated = view.folds[office.head] in {"commander", "commandant"} and view.fold(office.head - 1) in _SEATS
    if not (governs or seated) or view.fold(end) != ",":
        return False
    return end + 1 in view.ranks or end + 1 in view.honorifics


_SEATS = frozenset({"base", "garrison", "station", "area", "region", "sector", "zone", "camp"})
_GOVERNING = frozenset({"governor", "mayor", "prefect", "administrator", "commissioner", "premier", "chairman"})


def _is_led_to(line: Line, at: int) -> bool:
    """Whether a name of two words begins at `at`, or what leads to one."""
    view = line.view
    at += view.fold(at) == ","
    return at in view.ranks or at in view.honorifics or (view.is_name_like(at) and view.is_name_like(at + 1))


def _in_state(line: Line, at: int, lead: Lead) -> int | None:
    """The end of the state of a federation behind the town or county of an office: "Mayor of Tucson |, Arizona |, Regina Lind"."""
    view, office = line.view, lead.office
    state = view.places.get(at + 1) if view.fold(at) == "," and office is not None and not office.plural else None
    if state is None or state.kind != "us_state" or office is None or "of" not in view.folds[office.head : office.end]:
        return None
    lead.office = replace(office, country=office.country or state.value)
    return state.end


def _of_a_people(line: Line, at: int, lead: Lead) -> int | None:
    """The end of a people between an office and a rank: "the Commander of the mission, | the Spanish | Lieutenant General N"."""
    view, office = line.view, lead.office
    inner = at + 1 + (view.fold(at + 1) == "the")
    found = view.countries.get(inner) if view.fold(at) == "," and office is not None else None
    if found is None or office is None or found.end not in view.ranks or found.end in line.by_start:
        return None
    if found.kind != "demonym" and view.folds[inner] not in _LETTERS:
        return None
    lead.office, lead.comma = replace(office, country=office.country or found.value), True
    return found.end


_LETTERS = frozenset({"us", "u.s.", "u.s", "uk", "u.k.", "u.k"})  # states called by their letters where others have an adjective


def _accredited(line: Line, at: int) -> int | None:
    """The end of "accredited to Ghana" between an office and a comma."""
    view = line.view
    if view.fold(at) != "accredited" or view.fold(at + 1) != "to":
        return None
    at += 1
    while at == 0 or view.fold(at) in {"to", "and", ","}:
        inner = at + 1 + (view.fold(at + 1) == "the")
        found = view.countries.get(inner) or view.places.get(inner)  # "accredited to | New Delhi and Sri Lanka"
        if found is None:
            return at if view.fold(at) == "," else None
        at = found.end
    return None


def _residing(line: Line, at: int) -> int | None:
    """The end of where an envoy lives or a body sits: "Ambassador of Peru | (residence in Quito) | N", "attaché | based in Quito |, N"."""
    view, words = line.view, range(at + 1, min(at + 8, line.stop))
    if view.fold(at) in _SEATED and view.fold(at + 1) == "in":
        return next((word for word in words if view.words[word] == ","), None)
    told = at + 1 + (view.fold(at + 1) == "with")  # ", | with residence in Quito |, N"
    if view.fold(at) not in {"(", ","} or view.fold(told) not in {"residence", "non-resident", *_SEATED}:
        return None
    close = next((word for word in words if view.words[word] == (")" if view.words[at] == "(" else ",")), None)
    return close + (view.words[at] == "(") if close is not None else None


_SEATED = frozenset({"resident", "residing", "based", "headquartered", "stationed", "seated"})


def _leads_on(line: Line, start: int, close: int) -> bool:
    """Whether a name is led up to behind a body: after a comma, or at once if the body is no service ("Commander, Naval Group | ADM N")."""
    view = line.view
    if view.fold(close) in {",", "–", "-", "—"}:
        return close + 1 in view.ranks or close + 1 in view.honorifics  # "the Commandant, Staff College – Major General N"
    return (close in view.ranks or close in view.honorifics) and start not in view.ranks and past_service(line, close) == close


def _field_between(line: Line, at: int, lead: Lead) -> int | None:
    """The end of one to three plain words between commas or behind a dash: "Director, | Logistics |, N", "– General Duties | Hon N"."""
    view = line.view
    end = at + 1
    if end in view.honorifics:
        return None  # "the Ambassador – | Her Excellency N"
    while end < min(line.stop, at + 4) and view.capital[end] and view.plain[end] and end not in view.heads and not _is_rank(view, end):
        end += 1
    dash = view.words[at] != ","
    behind = end + (view.fold(end) == "," and not dash)
    ranked = (behind > end or dash) and (behind in view.ranks or behind in view.honorifics)
    if end == at + 1 or not ranked or lead.office is None or lead.office.organization is not None:
        return None
    lead.office = replace(lead.office, position=f"{lead.office.position}{' –' if dash else ','} {view.text(at + 1, end)}")
    return end


def _is_rank(view: View, at: int) -> bool:
    """Whether a rank begins here that no further word of a field follows: "– | General Duties"."""
    return at in view.ranks and not (view.ranks[at][1].weak and view.is_capital_plain(at + 1) and at + 1 not in view.ranks)


def _service(line: Line, at: int) -> int | None:
    """The end of a service between an office and a rank: "Press Secretary | Air Force | Maj. Gen. N", "…, | U.S. Army | Gen. N"."""
    view = line.view
    at = view.countries[at].end if at in view.countries and view.countries[at].end < line.stop else at
    return next(
        (end for end in range(at + 1, at + 4) if end in view.ranks and " ".join(view.folds[at:end]) in view.lex.service_names), None
    )


def past_service(line: Line, at: int) -> int:
    """Where a service that ends at `at` begins: "Army", "Air Force"."""
    view = line.view
    for length in (3, 2, 1):
        words = tuple(view.folds[max(at - length, 0) : at])
        if " ".join(words) in view.lex.service_names and at - length >= line.start:
            return at - length
    return at
