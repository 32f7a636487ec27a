"""The delegations that a passage names, and who stands in each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from ingest.engine.rules.people import home as home_of
from ingest.engine.rules.people import journey
from ingest.engine.rules.people.line import Sighting
from ingest.engine.rules.people.view import Found, View

NEAR = 80  # words of a sentence that are looked at for a country

SIDES = frozenset(
    {
        "delegation",
        "delegations",
        "side",
        "team",
        "party",
        "participants",
        "delegates",
        "representatives",
        "representation",
        "contingent",
        "contingents",
        "group",
        "class",
    }
)
_MARKING = SIDES | {"behalf", "part", "represented", "representing", "that", "and", "one", "for", "with", "from"}
_TAKEN_UP = frozenset({"delegation", "team", "group", "party", "contingent"})
_INCLUDING = frozenset({"included", "includes", "comprised", "comprises", "consisted", "consists"})
_NAMING = frozenset({"including", "namely"})
_EXPERTS = frozenset(
    {"experts", "specialists", "officers", "officials", "troops", "soldiers", "sailors", "marines", "airmen", "instructors", "trainers",
     "engineers", "planners", "negotiators", "cadets", "staff", "guests", "visitors", "forces", "component", "detachment", "unit", "crew"}
)  # fmt: skip
_NOTED = _MARKING | _INCLUDING | _NAMING | _EXPERTS | {"them"}
_HEADS = frozenset({"leader", "head", "chief", "members", "member"})
_ONES = SIDES | {"one"}
_BEING_THERE = frozenset({"were", "was", "came", "are", "is", "attended", "there"})
_LED_BY = frozenset({"led", "headed", "represented", "commanded"})
_LEADS = frozenset(
    {
        "led",
        "headed",
        "represented",
        "included",
        "include",
        "includes",
        "comprised",
        "comprising",
        "comprises",
        "comprise",
        "consists",
        "consist",
        "consisted",
        "consisting",
        "chaired",
        "head",
        "were",
        "was",
        "is",
        "are",
        "side",
        "under",
        ":",
    }
)


_OFFICIALS = frozenset(
    {"officials", "officers", "leaders", "leadership", "dignitaries", "authorities", "ministers", "commanders", "generals", "figures"}
)
_PERSONNEL = _OFFICIALS | {"personnel", "members", "representatives", "officers", "soldiers", "sailors", "staff"}
_DESCRIBED = 6  # words from the people to "including"
_TAKING_PART = frozenset({"participated", "participating", "participants", "part", "present", "attending", "attended", "there"})
_BESIDE = frozenset({"along", "together", "accompanied", "alongside", "with", "by", "met", "was", "were", "as"})
_TAKEN_IN = frozenset({"received", "welcomed", "greeted", "hosted", "briefed"})

# Verbs that show a sentence of its own, and so no item of a list.
_TELLING = frozenset(
    {"said", "says", "was", "were", "is", "are", "has", "had", "will", "met", "also", "thanked", "stated", "expressed", "noted", "added"}
)


_COUNTED = 4  # words that may count a delegation before its country
_NAME = 12  # words of the name of a body
_LEADING = frozenset({"leading", "heading"})
_IN_NAME = frozenset({"of", "the", "for", "and", "(", ")", "'s", "'"})


class Delegations:
    """The places of a passage at which a delegation is named, each with its country."""

    def __init__(self, view: View, known: Mapping[str, str | None] | None = None) -> None:
        self.view = view
        self.known = known or {}  # the countries of bodies
        self.marks: list[tuple[int, str, tuple[int, int]]] = []
        self.named: list[Found] = []
        self.sure: set[int] = set()  # the marks that need no "led by" after them
        for at, fold in [(at, fold) for at, fold in enumerate(view.folds) if fold in _NOTED]:
            if fold in _INCLUDING and self.named and (view.fold(at - 1) == "it" or view.folds[at : at + 3] == ["included", "in", "it"]):
                self.sure.add(at)  # "It includes N", "Included in it were N", of the delegation of the sentence before
                self.marks.append((at, self.named[-1].value, (self.named[-1].start, self.named[-1].end)))
            if fold == "them" and view.fold(at - 1) == "among" and (found := self._of_personnel(at - 1)) is not None:
                self.sure.add(at + 1)
                self.marks.append((at + 1, found.value, (found.start, found.end)))
            if fold in _NAMING and (found := self._of_officials(at) or self._of_personnel(at)) is not None:
                self.sure.add(at + 1)
                self.marks.append((at + 1, found.value, (found.start, found.end)))
            if fold in _EXPERTS and (found := view.countries_ending.get(at)) is not None and (by := self._led_by(at + 1)) is not None:
                self.sure.add(by)
                self.marks.append((by, found.value, (found.start, found.end)))
            if fold not in _MARKING:
                continue
            if fold in SIDES or (fold == "part" and at in view.countries_ending and view.countries_ending[at].kind == "demonym"):
                self._side(at)
            elif fold in {"for", "from", "with"}:
                self._in_list(at)
                self._for_body(at, at)
            elif fold == "behalf" and view.fold(at - 1) == "on" and view.fold(at + 1) == "of":
                self._for_body(at - 1, at + 1)
            elif fold == "represented" and "by" in view.folds[at + 1 : at + 7]:
                self._represented(at)
            elif fold == "representing":
                self._representing(at)
            elif (fold == "that" and view.fold(at + 1) == "of" and (found := view.countries.get(at + 2))) or (
                fold in {"and", "one"} and (found := self._by(at + 1) if fold == "and" else self._one(at)) is not None
            ):
                self.sure |= {found.end, found.end + 1}  # the side itself may stand between
                self.marks.append((found.end, found.value, (found.start, found.end)))
        self.marks.sort()
        self.lists = self._lists()

    def of(self, sighting: Sighting) -> tuple[str, tuple[int, int]] | None:
        """The country of the delegation that the sighting stands in: named before it in the sentence, or at the head of its list."""
        start, _ = self.view.sentence(sighting.begin)
        number = bisect_right(self.marks, sighting.begin, key=lambda mark: mark[0]) - 1
        if number >= 0 and self.marks[number][0] >= start:
            at, code, span = self.marks[number]
            over = self.view.fold(at - 1) in _NAMING and not _BESIDE.isdisjoint(self.view.folds[at : min(sighting.begin, at + NEAR)])
            if (at in self.sure or self._led(at, sighting.begin)) and not self._called_on(sighting, at) and not over:
                return code, span
        return self.lists.get(self.view.sentence_number(sighting.start))

    def _called_on(self, sighting: Sighting, mark: int) -> bool:
        """Whether the delegation meets the person: "The Danish delegation led by General Holm called on | Commodore N |"."""
        told = self.view.folds[mark : sighting.begin]
        led_by = self.view.fold(sighting.begin - 1 - (self.view.fold(sighting.begin - 1) == "the")) == "by"
        return "by" in told and not led_by and not _INCLUDING.intersection(told) and journey.is_object(sighting, mark)

    def _led(self, mark: int, begin: int) -> bool:
        """Whether the delegation is told of by its members: "led by", "included"."""
        view = self.view
        if any(fold in _TAKEN_IN for fold in view.folds[mark : min(begin, mark + NEAR)]):
            return False  # "the Danish delegation were received by Commodore N"
        before = begin - 1 - (view.fold(begin - 1) == "the")
        if view.fold(before) == "accompanying" and view.fold(before - 1) in _ONES:
            return True  # "Zambia’s delegation | accompanying Minister N"
        return any(
            view.folds[at] in _LEADS and (view.folds[at] not in {"was", "were", "is", "are"} or at == mark)
            for at in range(mark, min(begin, mark + NEAR))
        )

    def _side(self, at: int) -> None:
        view = self.view
        found = view.countries_ending.get(at) or self._of_sender(at)
        before, first = at - 1, view.sentence(at)[0]
        while found is None and before > first and before > at - 5 and (view.plain[before] or view.folds[before] in {"'s", "'", "-"}):
            found = view.countries_ending.get(before + 0) if view.folds[before] not in {"'s", "'"} else view.countries_ending.get(before)
            before -= 1
        if found is None and view.fold(at - 1) == "whose":  # "the Chief of Staff of Mauritania, N, | whose delegation | included M"
            found = next((view.countries[word] for word in range(at - 2, first - 1, -1) if word in view.countries), None)
        if found is None and view.fold(at + 1) in {"of", "from"}:
            inner = at + 2 + (view.fold(at + 2) == "the")
            found = view.countries.get(inner) or self._of_sending(inner) or self._of_body(inner)
        if found is None and at in view.international.values():
            begun = next(start for start, end in view.international.items() if end == at)
            found = Found(begun, at, "INT")  # "the NATO delegation"
        if found is None and view.folds[at] in _TAKEN_UP and (view.fold(at - 1) == "the" or self._is_counted(at)):
            found = self._last_named(at) or self._of_guests(at) or self._only_named(at)
        if found is not None:
            before = found.start - (view.fold(found.start - 1) in {"the", "this", "a"})
            if view.fold(before - 1) == "of" and view.fold(before - 2) in _HEADS and view.fold(at + 1) == ",":
                self.sure.add(max(at + 1, found.end))  # "The leader of the Zambian delegation, Minister N"
            lead = found.start - 1 - (view.fold(found.start - 1) == "the")
            if not _LEADING.isdisjoint(view.folds[max(at - 4, 0) : at]) and view.fold(max(at + 1, found.end)) == ",":
                self.sure.add(max(at + 1, found.end))  # "Leading the Zambian delegation, General N said"
            behalf = view.fold(lead) == "of" and view.fold(lead - 1) == "behalf"  # "signed on behalf of the Kenyan side by"
            on_side = view.folds[at] in {"side", "part"} and (behalf or view.fold(lead) in {"on", "from", "for"})
            if on_side or (view.folds[at] == "side" and view.fold(at + 1) in {",", "were", "was", ":"}):
                self.sure.add(max(at + 1, found.end))  # "On the British side, it was attended by"
            if view.folds[at] not in {"side", "part"}:
                self.named.append(found)  # "the Sudanese side" is nobody's delegation that a later sentence takes up
            self.marks.append((max(at + 1, found.end), found.value, (found.start, found.end)))

    def _led_by(self, at: int) -> int | None:
        """The word behind "by", where those told of are led: "the Latvian experts | , who were headed by | Colonel N"."""
        view = self.view
        for _ in range(3):
            at += view.fold(at) in {",", "who", "which", "were", "was", "are", "is"}
        return at + 2 if view.fold(at) in _LED_BY and view.fold(at + 1) == "by" else None

    def _in_list(self, at: int) -> None:
        """Marks the head of a list: "; and for | Zambia, Minister N", "and, from | Peru, N", "With the | Malian Chief was N"."""
        view = self.view
        start, stop = view.sentence(at)
        found = view.countries.get(at + 1 + (view.fold(at + 1) == "the"))
        if found is None:
            return
        if view.folds[at] in {"for", "from"}:
            listed = found.kind == "country" and view.fold(found.end) == "," and view.fold(at - 1) in {"and", ";", ",", ""}
            end = found.end + (view.fold(found.end) in {"were", "was", "are", "is"})
            begun = not view.folds[start:at] or not _TAKING_PART.isdisjoint(view.folds[start:at])
            listed = listed or (begun and end == stop - 1 and view.words[end] == ":")  # a heading: "For | Honduras |:", "Present for Peru:"
        else:
            listed = at == start and any(view.folds[word] in {"were", "was"} for word in range(found.end, min(found.end + 9, stop)))
        if listed:
            self.sure.add(found.end)
            self.marks.append((found.end, found.value, (found.start, found.end)))

    def _for_body(self, begin: int, at: int) -> None:
        """Marks those of a service: "present, | on behalf of the Peruvian Army |, were N and M", "for the | Chilean Navy |, K"; `at` is the
        word before the article."""
        view = self.view
        start, _ = view.sentence(begin)
        body = view.bodies.get(at + 1 + (view.fold(at + 1) == "the"))
        if body is None or view.folds[at] == "with" or (begin > start and view.fold(begin - 1) not in {"and", ";", ","}):
            return
        end = body.end + (view.fold(body.end) == ",")
        being = view.fold(end) in _BEING_THERE
        named = end > body.end and (end in view.ranks or end in view.courtesies or end + (view.fold(end) == "the") in view.heads)
        code = home_of.of_name(body.value) if being or named else None
        if code not in (None, "INT"):
            self.sure.add(end + being)
            self.marks.append((end + being, str(code), (body.start, body.end)))

    def _of_officials(self, at: int) -> Found | None:
        """The people whose officials are named behind a word: "high-ranking | Fijian | officials, including the Minister, N"."""
        view = self.view
        end = at - (view.fold(at - 1) == ",")
        sent = view.countries_ending.get(end)
        if sent is not None and view.fold(sent.start - 1 - (view.fold(sent.start - 1) == "the")) in {"from", "of"}:
            return sent if not _OFFICIALS.isdisjoint(view.folds[max(sent.start - 4, 0) : sent.start]) else None
        if view.fold(end - 1) not in _OFFICIALS:
            return None
        before = end - 1
        while before > end - _DESCRIBED and view.plain[before] and before not in view.countries_ending:
            before -= 1
        found = view.countries_ending.get(before)
        adjective = found is not None and (found.kind == "demonym" or view.words[found.start].isupper())  # "key | US | officials"
        return found if adjective or before == end - 1 else None

    def _of_personnel(self, at: int) -> Found | None:
        """The country of the body whose people are named behind a word: "members of the | Peruvian Navy |, including General N"."""
        view = self.view
        body = view.bodies_ending.get(at - (view.fold(at - 1) == ","))
        if body is None:
            return None
        code = home_of.of_name(body.value)  # what a text guesses of a ministry tells nobody's side
        link = body.start - 1 - (view.fold(body.start - 1) == "the")
        if view.fold(link) == "and":  # "personnel in the Coast Guard | and the | National Guard"
            earlier = view.bodies_ending.get(link)
            link = earlier.start - 1 - (view.fold(earlier.start - 1) == "the") if earlier is not None else link
        if code is None or view.fold(link) not in {"of", "in", "from"} or view.fold(link - 1) not in _PERSONNEL:
            return None
        return Found(body.start, body.end, code)

    def _of_sender(self, at: int) -> Found | None:
        """The country of the body that stands before: "the JGSDF | delegation"."""
        body = self.view.bodies_ending.get(at)
        code = self.known.get(body.value) if body is not None else None
        return Found(body.start, body.end, code) if body is not None and code not in {None, "INT"} else None

    def _of_body(self, at: int) -> Found | None:
        """The country of "a delegation from the Ministry of Defence of Mali"."""
        body = self.view.bodies.get(at)
        code = self.known.get(body.value) if body is not None else None
        return Found(body.start, body.end, code) if body is not None and code is not None else None

    def _by(self, at: int) -> Found | None:
        """The country of "and the Georgian delegation by …", where the verb stands with another side."""
        view = self.view
        at += view.fold(at) == "the"
        found = next((view.countries[near] for near in range(at, at + _COUNTED) if near in view.countries), None)
        if found is None or not all(view.plain[word] and not view.capital[word] for word in range(at, found.start)):
            return None  # "and the five-member British team by"
        return found if view.fold(found.end + (view.fold(found.end) in _ONES)) == "by" else None

    def _one(self, at: int) -> Found | None:
        """The country of ", the British one by", which takes up a delegation named before it."""
        found = self.view.countries_ending.get(at)
        return found if found is not None and self.view.fold(at + 1) in {"by", "was", "is"} else None

    def _last_named(self, at: int) -> Found | None:
        """The country of "Others in the delegation were": that of the one delegation that was named with its country before."""
        view = self.view
        being = view.fold(at + 1) in {"were", "was", "are", "is"}
        listed = view.fold(at + 1) in {"included", "comprised", "includes", "consisted"}
        listed = listed or (being and view.fold(at - 2) in {"in", "of", "among"})
        return self.named[-1] if listed and len({found.value for found in self.named}) == 1 else None

    def _of_sending(self, at: int) -> Found | None:
        """The state in a longer name of the body that sends: "a team from the National Defence College (NDC) of | Kenya"."""
        view = self.view
        end = at
        while end < min(at + _NAME, len(view.words)) and (view.capital[end] or view.folds[end] in _IN_NAME):
            if end in view.ranks or end in view.honorifics:
                break
            if (found := view.countries.get(end)) is not None:
                return found
            end += 1
        return None

    def _is_counted(self, at: int) -> bool:
        """Whether the delegation is counted behind its article: "the | 19-member | delegation"."""
        return self.view.fold(at - 2) == "the" and self.view.folds[at - 1].endswith(("-member", "-man", "-person", "-strong", "-woman"))

    def _only_named(self, at: int) -> Found | None:
        """The country of "The team, which is on a tour, is led by": that of the one delegation that was named before."""
        view = self.view
        start, stop = view.sentence(at)
        if at > start + 1 + self._is_counted(at) or len({found.value for found in self.named}) != 1 or self.named[-1].end < start - NEAR:
            return None
        led = next((word for word in range(at + 1, min(at + NEAR, stop)) if view.folds[word] in {"led", "headed"}), None)
        return self.named[-1] if led is not None and view.fold(led + 1) == "by" else None

    def _of_guests(self, at: int) -> Found | None:
        """The country of "The team was led by", which takes up the guests with whom the sentence before begins."""
        view = self.view
        begun = at + 1
        while view.fold(begun) in {",", "which", "was", "is"}:
            begun += 1
        led = begun > at + 1 and view.fold(begun) in {"led", "headed"}
        number = view.sentence_number(at)
        if not (led or view.fold(at + 1) in _INCLUDING) or number == 0:
            return None
        first, stop = view.sentences[number - 1]
        near = next((view.countries[word] for word in range(first, min(first + 6, stop)) if word in view.countries), None)
        sent = self._of_sent(number - 1)  # "The Commander of the Ugandan Army met a delegation of the Army of | Burundi |"
        return sent or near or (self._of_sent(number - 2) if number > 1 else None)

    def _of_sent(self, number: int) -> Found | None:
        """The last state that a delegation of the sentence is of: "a delegation of the Committee on Defence of the House of | Canada"."""
        view = self.view
        first, stop = view.sentences[number]
        sent = next((at for at in range(first, min(first + NEAR, stop)) if view.folds[at] in _TAKEN_UP), None)
        if sent is None or view.fold(sent + 1) not in {"of", "from"}:
            return None
        end = sent + 1
        while end < stop and (view.capital[end] or view.folds[end] in {"of", "from", "the", "on", "for", "and"}):
            end += 1
        return next((view.countries[at] for at in range(end - 1, sent, -1) if at in view.countries), None)

    def _represented(self, at: int) -> None:
        view = self.view
        before = at  # "Iceland | will be | represented by"
        while before > at - 3 and view.fold(before - 1) in {"was", "is", "were", "will", "be", "has", "been", "would"}:
            before -= 1
        found = view.countries_ending.get(before) or self._before_apposition(before)
        if found is not None:
            self.marks.append((at, found.value, (found.start, found.end)))
            _, stop = view.sentence(at)
            for end in range(at + 1, stop):  # "… by Minister Popa, Norway by"
                other = view.countries_ending.get(end) if view.fold(end) == "by" else None
                if other is not None:
                    self.sure.add(end)
                    self.marks.append((end, other.value, (other.start, other.end)))

    def _representing(self, at: int) -> None:
        """Marks those whom a sentence names behind its verb: "Representing the | Peruvian | government were N and M"."""
        view = self.view
        start, stop = view.sentence(at)
        inner = at + 1 + (view.fold(at + 1) == "the")
        found = view.countries.get(inner)
        if found is None or at > start + 1:
            return
        end = next((word for word in range(found.end, min(found.end + _COUNTED, stop)) if view.folds[word] in {"were", "was", "are"}), None)
        if end is not None:
            self.sure.add(end + 1)
            self.marks.append((end + 1, found.value, (found.start, found.end)))

    def _before_apposition(self, at: int) -> Found | None:
        """The state before words between commas: "| Kenya |, the host country, is represented by"."""
        view = self.view
        if view.fold(at - 1) != ",":
            return None
        begin = next((word for word in range(at - 2, max(at - 8, 0), -1) if view.folds[word] == ","), None)
        described = begin is not None and view.fold(begin + 1) in {"the", "a", "as", "which", "this", "current", "host"}
        return view.countries_ending.get(begin) if begin is not None and described else None

    def _lists(self) -> dict[int, tuple[str, tuple[int, int]]]:
        """The country of each sentence that is an item of a delegation’s list."""
        sentences = self.view.sentences
        found: dict[int, tuple[str, tuple[int, int]]] = {}
        current: tuple[str, tuple[int, int]] | None = None
        for number, (start, stop) in enumerate(sentences):
            if self.view.words[stop - 1] == ":" and stop - 1 >= start:
                first = bisect_left(self.marks, start, key=lambda mark: mark[0])
                mark = self.marks[first] if first < len(self.marks) and self.marks[first][0] <= stop else None
                current = (mark[1], mark[2]) if mark else None
            elif (
                current is not None
                and self._is_item(start, stop)
                and self.view.paragraph(number) != self.view.paragraph(max(number - 1, 0))
            ):
                found[number] = current
            else:
                current = None
        return found

    def _is_item(self, start: int, stop: int) -> bool:
        first, last = self.view.words[start], self.view.words[stop - 1]
        introduced = start in self.view.ranks or start in self.view.honorifics or self.view.is_name_like(start)
        if introduced and not any(self.view.folds[at] in _TELLING for at in range(start, stop)):
            return True
        if self._is_held(start, stop):
            return True
        return not first[0].isalpha() or (self.view.fold(start + 1) in {")", "."} and len(first) <= 2) or last not in '.!?”"'

    def _is_held(self, start: int, stop: int) -> bool:
        """Whether an office opens the item and a name closes it: "the Director of Plans, Captain Ana Lind."."""
        view = self.view
        opened = start + (view.fold(start) == "the")
        last = stop - 2 if view.words[stop - 1] in {".", ";"} else stop - 1
        held = stop - start <= _LONGEST_ITEM and bool(view.heads_between(opened, opened + 4)) and view.is_name_like(last)
        return held and not any(view.folds[at] in view.lex.verbs and not view.capital[at] for at in range(start, stop))


_LONGEST_ITEM = 30  # words
