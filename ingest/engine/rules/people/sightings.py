"""Every place where a passage introduces a person: a name with rank, honorific or office beside it.

The shapes, with the rule that carries each: rank and name ("people.rank-name"), honorific and name ("people.honorific-name"), office, name
("people.position-name"), name and office ("people.name-position"), name of a body or country ("people.name-of", "people.name-body"),
two holders of one office ("people.plural-head"), "headed by" ("people.headed-by"), "counterpart" ("people.counterpart").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.engine.rules.people import names, offices
from ingest.engine.rules.people.lexicon import Rank
from ingest.engine.rules.people.parting import Office
from ingest.engine.rules.people.view import View

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name at the words [start, end) and what stands beside it; `office_at` and the like are the spans that the values were read from."""

    view: View
    start: int
    end: int
    rule: str
    begin: int  # where rank, honorific or office before the name begin
    close: int  # where what belongs to the name ends
    rank: Rank | None = None
    rank_at: Span | None = None
    honorific: str | None = None
    honorific_at: Span | None = None
    office: Office | None = None
    organization: str | None = None
    organization_at: Span | None = None
    country: str | None = None
    country_at: Span | None = None
    on_behalf_of: str | None = None

    @property
    def name(self) -> str:
        return self.view.text(self.start, self.end)

    @property
    def parts(self) -> tuple[str, ...]:
        return names.parts(self.view, self.start, self.end)


def find(view: View) -> list[Sighting]:
    """All sightings of a passage in order."""
    return [sighting for start, stop in view.sentences for sighting in _Sentence(view, start, stop).read()]


@dataclass(slots=True)
class _Lead:
    """What has been read before a name: it must end where the name begins."""

    begin: int
    end: int
    office: Office | None = None
    rank: Rank | None = None
    rank_at: Span | None = None
    honorific_at: Span | None = None
    comma: bool = False  # a comma stands between office and name


class _Sentence:
    """One sentence, read from left to right."""

    def __init__(self, view: View, start: int, stop: int) -> None:
        self.view, self.start, self.stop = view, start, stop
        self.offices = offices.find(view, start, stop)
        self.by_start: dict[int, Office] = {}
        for office in self.offices:
            self.by_start[office.start] = office

    def read(self) -> Iterator[Sighting]:
        at = self.start
        lead: _Lead | None = None
        while at < self.stop:
            if lead is None and not self._may_begin(at):
                at += 1
                continue
            lead = self._led(at, lead)
            if lead is not None and lead.end > at:
                at = lead.end
                continue
            if lead is not None and lead.end == at and lead.office is not None and (end := self._between(at, lead)) is not None:
                lead.end = at = end
                continue
            sighting = self._sighting(at, lead)
            if sighting is None:
                if lead is not None and self._passes(at, lead):
                    lead.comma = lead.comma or self.view.words[at] in ",:"
                    lead.end = at = at + 1
                    continue
                lead = None
                at += 1
                continue
            yield sighting
            at = sighting.close
            for other in self._others(sighting):
                yield other
                at = other.close
            lead = None

    def _may_begin(self, at: int) -> bool:
        """Whether a person may be introduced from this word on: a capital, an office, "the Hon"."""
        return self.view.capital[at] or at in self.by_start or at in self.view.honorifics or at in self.view.ranks

    # ---- before the name ----

    def _led(self, at: int, lead: _Lead | None) -> _Lead | None:
        """The lead with the office, rank or honorific that begins at `at`, or as it was."""
        view = self.view
        if (office := self.by_start.get(at)) is not None and not self._is_rank_only(at, office):
            if self._is_represented(office):
                return None
            if lead is None or lead.comma or (lead.office is not None and not lead.office.courtesy):
                if lead is not None and lead.office is not None and office.courtesy:  # "Director External Affairs, Ambassador N"
                    lead.honorific_at, lead.end = (lead.honorific_at or (office.start, office.end)), office.end
                    return lead
                return _Lead(office.start, office.end, office=office)
            if lead.rank is not None and lead.office is None and view.ranks.get(at) is None:
                return _Lead(office.start, office.end, office=office)
            lead.office = office if lead.office is None or lead.office.courtesy else lead.office
            lead.end = office.end
            return lead
        if (rank := self._rank(at)) is not None:
            end = self._past_status(rank[0])
            doubled = lead is not None and lead.rank_at is not None and lead.end == at  # "Admiral | General"
            if lead is None or (lead.rank is not None and not doubled) or lead.honorific_at is not None:
                lead = _Lead(at, end)
            lead.rank, lead.rank_at, lead.end = rank[1], (at, rank[0]), end
            return lead
        if at in view.honorifics and (end := self._honorifics(at)) > at:
            if lead is None or (lead.honorific_at is not None and lead.honorific_at[1] != at):
                lead = _Lead(at, end)
            lead.honorific_at, lead.end = (at, end), end
            return lead
        return lead

    def _is_represented(self, office: Office) -> bool:
        """Whether the sentence begins "On behalf of the Chief of Defence Staff, …": the name that follows is another’s."""
        view, at = self.view, office.start
        before = at - 1 if view.fold(at - 1) in {"the", "his", "her"} else at
        return before - 3 <= self.start + 1 and tuple(view.folds[max(before - 3, 0) : before]) in {
            ("on", "behalf", "of"),
            ("in", "place", "of"),
        }

    def _is_rank_only(self, at: int, office: Office) -> bool:
        """ "Commander Smith" of a navy: the head is also a rank, and a name follows at once."""
        view = self.view
        return (
            at in view.ranks
            and view.ranks[at][1].office
            and office.end == view.ranks[at][0]
            and office.start == office.head
            and office.end < self.stop
            and view.is_name_like(office.end)
        )

    def _rank(self, at: int) -> tuple[int, Rank] | None:
        hit = self.view.ranks.get(at)
        if hit is None or (hit[1].office and at in self.by_start and not self._is_rank_only(at, self.by_start[at])):
            return None
        return hit

    def _past_status(self, at: int) -> int:
        """The word after "(Ret.)" or "(Navy)", if one stands at `at`."""
        view = self.view
        if view.fold(at) == "(":
            close = at + 2
            while close < self.stop and view.words[close] != ")" and close < at + 4:
                close += 1
            known = view.fold(at + 1) in _STATUS
            branch = view.capital[min(at + 1, self.stop - 1)] and at + 1 not in view.countries and _is_capital(view, close + 1)  # "(Pilot)"
            return close + 1 if view.fold(close) == ")" and (known or branch) else at
        if view.fold(at) in _STATUS and not view.is_name_like(at):
            return at + 1
        return at

    def _honorifics(self, at: int) -> int:
        """The end of a run of honorifics: "YB Dato’ Sri Haji"."""
        view = self.view
        end = at
        while end < self.stop and end in view.honorifics and (end == at or end not in self.by_start or not self.by_start[end].courtesy):
            end = view.honorifics[end][0]
        return end

    def _is_place_or_ship(self, lead: _Lead) -> bool:
        """Whether a camp, ship or exercise is named after the person: "Camp H.M. Smith", "USS John Finn"."""
        return self.view.fold(lead.begin - 1) in NAMED_AFTER

    def _passes(self, at: int, lead: _Lead) -> bool:
        """Whether the sign at `at` may stand between lead and name: one comma, a colon, a retired in brackets, an article."""
        view = self.view
        if lead.end != at or at + 1 >= self.stop:
            return False
        if view.words[at] in ",:–-" and not lead.comma and lead.office is not None:
            return True
        return (lead.comma and view.folds[at] in {"the", "retired", "his", "her"}) or view.folds[at] == "retired"

    # ---- the name ----

    def _sighting(self, at: int, lead: _Lead | None) -> Sighting | None:
        view = self.view
        if lead is None or lead.end != at:
            return self._bare(at)
        if lead.rank is None and self._is_place_or_ship(lead):
            return None
        followed = view.is_name_like(at + 1) and at not in view.nouns  # "General Tea Banh"
        strongly = (lead.rank is not None and (followed or not lead.rank.weak or lead.rank.abbreviated)) or (
            lead.honorific_at is not None and lead.honorific_at[1] == at
        )
        end = names.read(view, at, self.stop, introduced=True, strongly=strongly)
        if end is None or not self._may_follow(at, end, lead):
            return None
        rule = self._rule(lead)
        sighting = Sighting(
            view, at, end, rule, lead.begin, self._past_letters(end), rank=lead.rank, rank_at=lead.rank_at, office=lead.office,
            honorific=view.text(*lead.honorific_at) if lead.honorific_at else None, honorific_at=lead.honorific_at,
        )  # fmt: skip
        return self._after(self._before(sighting))

    def _may_follow(self, at: int, end: int, lead: _Lead) -> bool:
        """Whether the name may belong to what stands before it."""
        view = self.view
        if lead.rank is not None or lead.honorific_at is not None:
            return True
        if lead.office is not None and lead.office.weak and end - at < 2 and not view.capital[lead.office.head]:
            return False
        if not lead.comma:
            return lead.office is not None and (view.capital[lead.office.head] or end - at > 1 or lead.office.counterpart)
        if end - at > 1:
            return True
        return at not in view.places and view.fold(end) in {",", "."} and view.is_name_like(at) and view.fold(at - 1) != "-"

    def _rule(self, lead: _Lead) -> str:
        if lead.office is not None:
            return "people.counterpart" if lead.office.counterpart else "people.position-name"
        return "people.rank-name" if lead.rank is not None else "people.honorific-name"

    def _bare(self, at: int) -> Sighting | None:
        """A name that nothing introduces: it counts if an office, a body in a list or a country in brackets follows."""
        view = self.view
        if not view.capital[at] or view.headline or view.shouting or view.fold(at - 1) in NAMED_AFTER:
            return None
        end = names.read(view, at, self.stop, introduced=False)
        end = end or self._single(at)
        if end is None or view.plain[at]:
            return None
        sighting = self._after(Sighting(view, at, end, "people.name-position", at, self._past_letters(end)))
        if sighting.office is not None or sighting.rule in {"people.name-country"}:
            return sighting
        return None

    def _single(self, at: int) -> int | None:
        """The end of a name of one word that an office with its article follows: "met Suharyono, the Commander of …"."""
        view = self.view
        if (
            not view.is_name_like(at)
            or at in view.bodies
            or at == self.start
            or view.fold(at - 1) in view.lex.links
            or view.capital[at - 1]
        ):
            return None
        office = self.by_start.get(at + 3)
        told = (
            view.fold(at + 1) == ","
            and view.fold(at + 2) == "the"
            and office is not None
            and (not office.weak or office.organization is not None)
        )
        return at + 1 if told and office is not None and view.capital[office.head] else None

    # ---- around the name ----

    def _before(self, sighting: Sighting) -> Sighting:
        """The sighting with the country and the service that stand before it: "U.S. Army Brig. Gen. N", "Headed by"."""
        view, at = self.view, sighting.begin
        if sighting.office is not None and sighting.office.start == at:
            return sighting
        body = view.bodies_ending.get(at)
        if body is not None and body.start >= self.start:
            named = view.country_within(body.start, body.end)
            country = named.value if named is not None else None
            at = body.start
            sighting = replace(
                sighting,
                organization_at=None,
                country=sighting.country or country,
                country_at=(body.start, body.end) if country else None,
                begin=at,
            )
        else:
            at = self._past_service(at)
        found = view.countries_ending.get(at - 1 if view.fold(at - 1) in {"'s", "'"} else at)
        if found is not None and found.start >= self.start and sighting.country is None:
            sighting = replace(sighting, country=found.value, country_at=(found.start, found.end), begin=found.start)
        return self._headed(sighting)

    def _between(self, at: int, lead: _Lead) -> int | None:
        """The end of what may stand between an office and a name: a service before a rank, or a body between commas."""
        view = self.view
        if (end := self._service(at)) is not None:
            return end
        if view.fold(at) != "," or lead.office is None or lead.office.organization is not None or at + 1 in self.by_start:
            return None
        end = self._body(at + 1)
        close = end + 3 if end is not None and view.fold(end) == "(" and view.fold(end + 2) == ")" else end
        if end is None or close is None or view.fold(close) != "," or not (close + 1 in view.ranks or close + 1 in view.honorifics):
            return None
        named = view.country_within(at + 1, end)  # "Director General, Inter-Services Intelligence (ISI), Lieutenant General N"
        country = lead.office.country or (named.value if named is not None else None)
        lead.office = replace(lead.office, organization=view.text(at + 1, end), country=country)
        return close

    def _service(self, at: int) -> int | None:
        """The end of a service between an office and a rank: "Press Secretary | Air Force | Maj. Gen. N"."""
        view = self.view
        return next(
            (end for end in range(at + 1, at + 4) if end in view.ranks and " ".join(view.folds[at:end]) in view.lex.service_names), None
        )

    def _past_service(self, at: int) -> int:
        """Where a service that ends at `at` begins: "Army", "Air Force"."""
        view = self.view
        for length in (3, 2, 1):
            words = tuple(view.folds[max(at - length, 0) : at])
            if " ".join(words) in view.lex.service_names and at - length >= self.start:
                return at - length
        return at

    def _headed(self, sighting: Sighting) -> Sighting:
        """ "BODY, headed by Ms. N": she is its head."""
        view, at = self.view, sighting.begin
        while view.fold(at - 1) in {"by", "the"}:
            at -= 1
        verb = view.fold(at - 1)
        if (view.fold(at) != "by" and view.fold(at) != "the") or verb not in _HEADED or sighting.office is not None:
            return sighting
        end = at - 1
        if view.fold(end - 1) in {"is", "was", ","}:
            end -= 1
        if view.fold(end - 1) == ",":
            end -= 1
        body = view.bodies_ending.get(end) or next(
            (view.bodies_ending[at] for at in range(end, max(end - 5, 0), -1) if at in view.bodies_ending and view.fold(at) == "of"), None
        )
        if body is None or body.start < self.start:
            return sighting
        office = Office(at - 1, at, at - 1, position=_HEADED[verb], organization=body.value)
        return replace(sighting, office=office, rule="people.headed-by", begin=body.start)

    def _past_letters(self, at: int) -> int:
        """The word after letters of honour, degrees and "(retd)" behind a name: ", OSP, ndc, psc"."""
        view = self.view
        while at < self.stop:
            at = self._past_status(at)
            if (
                at < self.stop
                and view.folds[at] in view.lex.postnominals
                and (view.words[at].isupper() or view.words[at].islower())
                and len(view.words[at]) > 1
            ):
                at += 1
            elif view.fold(at) == "," and at + 1 < self.stop and self._is_letters(at + 1):
                at += 2
            else:
                break
        return at

    def _is_letters(self, at: int) -> bool:
        view = self.view
        if view.folds[at] in view.lex.postnominals:
            return view.words[at].isupper() or view.words[at].islower() or view.words[at] in {"PhD", "MSc", "Ph.D."}
        return (
            view.words[at].isupper()
            and 2 <= len(view.words[at]) <= 5
            and view.fold(at + 1) == ","
            and at not in view.bodies
            and at not in self.by_start
            and at not in view.countries
            and not view.shouting
        )

    def _after(self, sighting: Sighting) -> Sighting:
        """The sighting with what stands behind the name: country, body, office."""
        sighting = self._country_after(sighting)
        if sighting.office is None or sighting.office.courtesy or (sighting.honorific_at and sighting.office is None):
            sighting = self._office_after(sighting)
        placed = self._further_office(self._body_after(sighting))
        if placed.office is None and placed.organization is not None and placed.close > sighting.close:
            return self._office_after(placed)  # "N, U.S. Navy, commander of …"
        return placed

    def _country_after(self, sighting: Sighting) -> Sighting:
        view, at = self.view, sighting.close
        if view.fold(at) == "(" and (found := view.countries.get(at + 1)) is not None and view.fold(found.end) == ")":
            rule = sighting.rule if sighting.rule != "people.name-position" else "people.name-country"
            return replace(sighting, country=found.value, country_at=(found.start, found.end), close=found.end + 1, rule=rule)
        if view.fold(at) in {"of", "from"} and at < self.stop:
            inner = at + 1 + (view.fold(at + 1) == "the")
            found = view.countries.get(inner)
            if (
                found is not None
                and found.kind == "country"
                and not (found.end < self.stop and view.capital[found.end] and view.fold(found.end) not in view.lex.calendar)
            ):
                country = sighting.country or found.value
                return replace(sighting, country=country, country_at=sighting.country_at or (found.start, found.end), close=found.end)
        return sighting

    def _office_after(self, sighting: Sighting) -> Sighting:
        view, at = self.view, sighting.close
        if view.fold(at) not in {",", "–", "-", "—", "(", ":"} or at >= self.stop:
            return sighting
        sign = view.fold(at)
        at += 1
        if view.fold(at) == "who" and view.fold(at + 1) in {"is", "was", "serves", "served"}:
            at += 2 + (view.fold(at + 2) == "as")
        while view.fold(at) in {"the", "a", "an", "his", "her", "their", "its", "also", "currently"}:
            at += 1
        office = self.by_start.get(at)
        article = view.fold(at - 1) in {"the", "his", "her", "their"}
        if office is None or office.counterpart or (office.plural and not office.organization) or not self._ends_here(office, article):
            return sighting
        if sign == ":" or self._introduces_next(office):
            return sighting
        close = office.end + (sign == "(" and view.fold(office.end) == ")")
        return replace(
            sighting, office=office, close=close, rule="people.name-position" if sighting.rule == "people.honorific-name" else sighting.rule
        )

    def _further_office(self, sighting: Sighting) -> Sighting:
        """The sighting with the country of a second office: "N, President of the Transition, Head of State of Burkina Faso"."""
        view, at = self.view, sighting.close
        following = self.by_start.get(at + 1) if view.fold(at) == "," else None
        if sighting.office is None or following is None or following.country is None or self._introduces_next(following):
            return sighting
        if sighting.office.country or sighting.country or view.fold(following.end) not in {",", ".", ";", ""}:
            return sighting
        return replace(sighting, office=replace(sighting.office, country=following.country), close=following.end)

    def _ends_here(self, office: Office, article: bool) -> bool:
        """Whether an office in small letters is told to its end; a clause may begin with it ("…, the minister had visited")."""
        view = self.view
        if article and not view.capital[office.head] and view.fold(office.end) not in {",", ".", ";", ":", ")", "and", "who", ""}:
            return False
        return view.capital[office.head] or not office.weak or office.end - office.start > 1 or view.fold(office.end) in {",", ".", ";", ""}

    def _introduces_next(self, office: Office) -> bool:
        """Whether the office stands right before another name: "President A B, Prime Minister C D and …"."""
        view, at = self.view, office.end
        if at >= self.stop:
            return False
        if at in view.ranks or at in view.honorifics:
            return True
        return view.capital[at] and names.read(view, at, self.stop, introduced=True) is not None

    def _body_after(self, sighting: Sighting) -> Sighting:
        """The sighting with the body that follows: "N of the Security Force", "N, Royal Police", "N, President, Association"."""
        view, at = self.view, sighting.close
        if at >= self.stop:
            return sighting
        link = view.fold(at)
        if link not in {"of", "from", ",", "–", "-", "—", "with"} or (
            link in {"of", "from", "with"} and sighting.office is not None and sighting.office.end == at
        ):
            return sighting
        inner = at + 1 + (view.fold(at + 1) == "the")
        if link == "," and (inner in self.by_start and self.by_start[inner].end > inner + 0 and self._office_not_body(inner)):
            return sighting
        end = self._body(inner)
        if end is None or (link == "," and not self._closes(end)):
            return sighting
        body = view.bodies.get(inner)
        if sighting.office is not None and sighting.office.organization is not None:
            if link != "," or sighting.rule == "people.headed-by":
                return sighting
            sighting = replace(sighting, office=replace(sighting.office, position=sighting.office.whole, organization=None))
        organization = body.value if body is not None and body.end == end else view.text(inner, end)
        named = view.country_within(inner, end)
        country = named.value if named is not None else None
        if (
            sighting.office is not None
            and view.ranks.get(sighting.office.head, (0, None))[1]
            and view.ranks[sighting.office.head][1].office
            and "police" in organization.lower()
            and sighting.rank is None
            and sighting.office.end < sighting.start
        ):
            rank = view.ranks[sighting.office.head]  # a police rank that is elsewhere an office: "Deputy Commissioner N, Royal Police"
            sighting = replace(sighting, rank=rank[1], rank_at=(sighting.office.head, rank[0]), office=None)
        rule = "people.name-of" if link in {"of", "from"} else "people.name-body"
        return replace(
            sighting, organization=organization, organization_at=(inner, end), close=end, country=sighting.country or country,
            country_at=sighting.country_at or ((inner, end) if country else None), rule=rule if sighting.office is None else sighting.rule,
        )  # fmt: skip

    def _office_not_body(self, at: int) -> bool:
        office = self.by_start[at]
        return office.head == at or self._body(at) is None or office.head < (self._body(at) or 0)

    def _body(self, at: int) -> int | None:
        """The end of a body that begins at `at`: known, or capitals that hold the noun of one."""
        view = self.view
        if at in view.bodies and view.bodies[at].end <= self.stop:
            end = view.bodies[at].end
            while end < self.stop and view.capital[end] and not view.is_name_like(end) and end not in view.ranks and end not in view.heads:
                end += 1  # "U.S. Naval Forces | Europe-Africa"
            return end
        end, holds = at, False
        while end < self.stop and (
            view.capital[end]
            or (view.folds[end] in {"of", "and", "for", "the", "&", "on", "in"} and end > at and view.capital[min(end + 1, self.stop - 1)])
        ):
            holds = holds or (end in view.nouns and view.capital[end])
            if end in view.ranks and view.ranks[end][0] - end > 1:
                break
            end += 1
        return end if holds and end - at > 1 else None

    def _closes(self, at: int) -> bool:
        view = self.view
        return at >= self.stop or view.fold(at) in {",", ";", ".", ")", "(", "and"}

    # ---- several holders ----

    def _others(self, first: Sighting) -> Iterator[Sighting]:
        """Further holders of a plural office or rank: "Ministers X and Y", "Presidents N of C and M of D"."""
        plural = (first.office is not None and first.office.plural) or (first.rank is not None and first.rank.plural)
        view, at = self.view, first.close
        while plural and at < self.stop and view.fold(at) in {",", "and", "&"}:
            at += 1 + (view.fold(at) == "," and view.fold(at + 1) == "and")
            begin, at = at, self._honorifics(at)
            end = names.read(view, at, self.stop, introduced=True, strongly=at > begin)
            if end is None:
                return
            other = replace(
                first,
                start=at,
                end=end,
                begin=begin,
                close=self._past_letters(end),
                honorific=view.text(begin, at) or None,
                honorific_at=(begin, at) if at > begin else None,
                country=None,
                country_at=None,
                organization=None,
                organization_at=None,
                rule="people.plural-head",
            )
            if first.country is not None and first.country_at is not None and first.country_at[0] < first.start:
                other = replace(other, country=first.country, country_at=first.country_at)
            other = self._body_after(self._country_after(other))
            yield other
            at = other.close


_STATUS = frozenset({"ret", "retd", "rtd", "res", "retired", "navy", "r", "n", "dr", "reserve", "rtd)"})
_HEADED = {"headed": "head", "commanded": "commander", "chaired": "chair", "directed": "director"}

# A name after one of these is that of a place, a ship or an exercise.
NAMED_AFTER = frozenset(
    [
        "uss",
        "hms",
        "hmas",
        "hmcs",
        "ins",
        "rfs",
        "jds",
        "js",
        "roks",
        "fort",
        "camp",
        "mount",
        "mt",
        "lake",
        "exercise",
        "operation",
        "saint",
    ]
)


def _is_capital(view: View, at: int) -> bool:
    return at < len(view.words) and view.capital[at] and not view.plain[at]
