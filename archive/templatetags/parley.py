"""What templates need to say: dates, country plates, levels, states, meetings, and what is wrong with a form."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode

from django import template
from django.forms import Form
from django.http import HttpRequest, QueryDict
from django.template.defaultfilters import capfirst
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language_info

from archive import standing
from archive.filters.countries import Countries
from archive.filters.facets import Facet, Option
from archive.filters.fields import LONGEST
from archive.filters.question import Question
from archive.models import Appointment, Article, Meeting
from archive.models.article import HIT, HIT_END
from archive.prose.countries import in_a_sentence
from archive.prose.dates import Words, days_in_words, in_words
from archive.prose.levels import KINDS, level_in_words
from archive.prose.likeness import with_hits
from archive.prose.marking import FOR_THE_EYE
from archive.prose.meetings import Side, listed, name_of, sides

register = template.Library()

GUESTS = 6  # sides of a meeting that a line of a list names
HEARD = '<span class="vh">, </span> '  # what the eye sees apart, a reader of screens tells in one breath
BY_WIRE = {"phone": "by telephone", "video": "by video"}
EXCERPT = 220  # characters of a text that a line of a list shows
THEMES = ("system", "light", "dark")
ROOMS = (
    ("meetings", "Meetings"),
    ("articles", "Articles"),
    ("people", "People"),
    ("organizations", "Organizations"),
    ("agreements", "Agreements"),
    ("countries", "Countries"),
)


@register.simple_tag
def theme(request: HttpRequest | None) -> str:
    """The reader's choice of light or dark; whatever else a cookie holds counts as no choice."""
    chosen = request.COOKIES.get("theme", "system") if request else "system"
    return chosen if chosen in THEMES else "system"


@register.simple_tag
def as_of() -> datetime.datetime | None:
    """When the archive was as the page counted it; None where that is now. To be asked at the end of a page."""
    return standing.asked_as_of()


@register.inclusion_tag("_components/rooms.html", takes_context=True)
def rooms(context: template.Context) -> dict[str, Any]:
    """The rooms of the archive, the one that the page belongs to marked."""
    return {"rooms": [{"url": reverse(name), "label": label, "here": name == context.get("room")} for name, label in ROOMS]}


@register.simple_tag
def when(start: str | None, end: str | None = None, length: str = "long") -> SafeString:
    """A date in words, with a machine-readable value where it has one and what is not stated set apart."""
    return dated(in_words(start, end, short=length == "short"))


def dated(words: Words) -> SafeString:
    """The words of a date as HTML."""
    if not words.text:
        return format_html('<span class="unstated">{}</span>', words.unstated)
    text = format_html('<time datetime="{}">{}</time>', words.machine, words.text) if words.machine else words.text
    if not words.unstated:
        return format_html("{}", text)
    return format_html('{}, <span class="unstated">{}</span>', text, words.unstated)


@register.simple_tag
def date_text(start: str | None, end: str | None = None) -> str:
    """A date in words and nothing else, for titles."""
    return str(in_words(start, end))


@register.simple_tag
def letter(place: int) -> str:
    """The letter of a release among several: A, B, C."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)


@register.simple_tag
@lru_cache(1000)
def plate(code: str | None) -> SafeString:
    """The code of a country as a number plate, with a blank that does not break; its name always stands beside it."""
    return format_html('<span class="cc" aria-hidden="true">{}</span>&nbsp;', code) if code else format_html("{}", "")


@register.simple_tag
@lru_cache(1000)
def level(value: int | None, words: str = "") -> SafeString:
    """Six steps, filled from the bottom, and the same in words."""
    if not value:
        return format_html('<span class="unstated">{}</span>', "Level not stated")
    return format_html('<span class="level" data-level="{}">{}</span>', value, words or capfirst(level_in_words(value)))


@register.simple_tag
@lru_cache(1000)
def status(value: str) -> SafeString:
    """Whether a meeting was held, planned, postponed or cancelled: a sign, a border and the word."""
    return format_html('<span class="status status--{}">{}</span>', value, capfirst(value))


# ---- meetings ----


@register.simple_tag
def meeting_name(meeting: Meeting) -> str:
    """The name of the occasion, or what it was and whose."""
    return name_of(meeting, present=_present_at(meeting))


@register.simple_tag
def kind_of(meeting: Meeting) -> str:
    """Talks, call, visit, …"""
    return capfirst(KINDS[meeting.kind])


@register.simple_tag
def releases(meeting: Meeting) -> str:
    """How many articles tell of it."""
    told = meeting.line.prominences
    count = f"{len(told)} article{'' if len(told) == 1 else 's'}"
    passing = all(prominence == "mentioned" for prominence in told)
    return f"{count}, in passing" if passing else count


@register.simple_tag
def officials_of(meeting: Meeting) -> str:
    """The officials who took part with their ranks, those after the third counted."""
    named = [
        " ".join(filter(None, [one.appointment.rank if one.appointment else "", one.person.name]))
        for side in reversed(_present_at(meeting))
        for one in side.officials
        if one.person
    ]
    return listed(named)


@register.simple_tag
def sides_of(meeting: Meeting) -> SafeString:
    """Guests and hosts as a line of a list shows them, the host last: at most six guests, the others counted."""
    named = [side for side in _present_at(meeting) if side.name]
    guests, hosts = ([side for side in named if side.host is hosting] for hosting in (False, True))
    if not named:
        return format_html('<p class="sides"><span class="unstated">{}</span></p>', "sides not stated")
    shown = guests if len(guests) <= GUESTS else guests[: GUESTS - 1]
    pieces = [format_html("<span>{}{}</span>", plate(side.code), side.name) for side in shown]
    if len(guests) > len(shown):
        pieces.append(format_html('<span class="to">and {} more</span>', len(guests) - len(shown)))
    receiving = [format_html("<span>{}{}, host</span>", plate(side.code), side.name) for side in hosts]
    if guests and hosts:
        receiving[0] = format_html('<span class="to">with</span> {}', receiving[0])
    return format_html('<p class="sides">{}</p>', mark_safe(HEARD.join([*pieces, *receiving])))  # noqa: S308 (of escaped pieces)


@register.simple_tag
def venue(meeting: Meeting) -> SafeString | str:
    """Where a meeting was held, or that it was held from afar."""
    country = meeting.country.name if meeting.country else ""
    if meeting.mode in BY_WIRE:
        return BY_WIRE[meeting.mode]
    if meeting.place:
        return ", ".join(dict.fromkeys(filter(None, [meeting.place, country])))
    if country:
        return format_html('{}, <span class="unstated">town not stated</span>', country)
    return format_html('<span class="unstated">{}</span>', "place not stated") if meeting.kind != "call" else ""


def _present_at(meeting: Meeting) -> Sequence[Side]:
    """Its sides, worked out once for all that a line tells of it."""
    known: Sequence[Side] | None = getattr(meeting, "sides_shown", None)
    if known is None:
        known = meeting.sides_shown = sides(meeting)  # type: ignore[attr-defined]
    return known


# ---- pictures ----

PICTURES = (
    ("matrix", "Who met whom"),
    ("network", "Ties of countries"),
    ("officials", "Ties of officials"),
    ("timeline", "Timeline"),
    ("map", "Map"),
)


@register.filter
def picture_name(kind: str) -> str:
    """What a picture is called: "Who met whom"."""
    return dict(PICTURES)[kind]


@register.simple_tag
def views_of(question: Question, here: str) -> list[dict[str, Any]]:
    """The list and the pictures of the same meetings, each with its address, the present one marked."""
    asked = question.address().rstrip("?")
    views = [{"words": "List", "url": reverse("meetings") + asked, "here": here == "list"}]
    for name, words in PICTURES:
        views.append({"words": words, "url": reverse("meetings-picture", args=[name]) + asked, "here": name == here})
    return views


# ---- forms ----


@register.simple_tag
def choice(facet: Facet, option: Option, *, cut: bool = False) -> SafeString:
    """A value of a filter as a box to tick, with how many have it; `cut`: there was no time to count. A page has a hundred of them."""
    box, words = _choice(facet.name, option.raw, option.words, option.plate)
    none = " choice--none" if option.count == 0 and not cut else ""
    checked = " checked" if option.chosen else ""
    count = "" if option.count is None or cut else f'<span class="n">{option.count:,}</span>'
    return mark_safe(f'<label class="choice{none}">{box}{checked}> {words} {count}</label>')  # noqa: S308 (escaped in `_choice`)


@lru_cache(5000)
def _choice(name: str, raw: str, words: str, code: str) -> tuple[SafeString, SafeString]:
    """What stands in the box of a value and beside it, whatever is asked."""
    box = format_html('<input type="checkbox" id="{}-{}" name="{}" value="{}"', name, slugify(raw), name, raw)
    return box, format_html("<span>{}{}</span>", plate(code), capfirst(words))


@register.filter
def faults(form: Form, name: str) -> list[str]:
    """What is wrong with the value of a field."""
    return [str(fault) for fault in form.errors.get(name, [])]


@register.filter
def typed(form: Form, name: str) -> str:
    """What stands in the address for a field, to stand in it again."""
    return str(form.data.get(name, ""))


@register.filter
def mistyped(form: Form, name: str) -> str:
    """What was typed last into a field of several values, where something is wrong with it."""
    values = form.data.getlist(name) if isinstance(form.data, QueryDict) else []
    return str(values[-1]) if values and form.errors.get(name) else ""


@register.simple_tag
def said_back(question: Question, name: str) -> str:
    """What a typed date was understood as."""
    value = question.asked.get(name)
    return str(question.filters[name].field.said_back(value)) if value else ""


@register.filter
def lower_first(text: str) -> str:
    """A heading inside a sentence."""
    return text[:1].lower() + text[1:]


# ---- articles ----


@register.filter
def language(code: str) -> str:
    """The name of a language for its ISO 639-1 code; a code without a name stands for itself."""
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code


@register.filter
def basename(path: str) -> str:
    """The name of a file without its folders, which are nobody's business."""
    return PurePath(path.replace("\\", "/")).name


@register.simple_tag
def hits(marked: str | None, text: str) -> SafeString:
    """A text with the words that were looked for marked; `text` as it is where nothing was looked for.

    The marks are for the eye: a reader of screens that says "highlight" before and after each word tells no sentence any more.
    """
    pieces = conditional_escape(marked or text).replace(HIT, FOR_THE_EYE).replace(HIT_END, "</mark>")
    return mark_safe(pieces)  # noqa: S308 (escaped before the marks went in)


@register.simple_tag
def like(name: str, typed: str) -> SafeString:
    """A name with the words marked that are like those looked for."""
    return with_hits(name, typed)


@register.simple_tag
def excerpt_of(article: Article) -> SafeString:
    """The places that have the words asked for, marked; or the beginning of the text."""
    found = getattr(article, "excerpt", "")
    if HIT in found:
        return format_html("{} …", hits(found, ""))
    opening = " ".join(getattr(article, "opening", "").split())
    return format_html("{}", opening[:EXCERPT].rsplit(" ", 1)[0] + " …" if len(opening) > EXCERPT else opening)


# ---- countries, days ----


@register.simple_tag
def the(name: str) -> str:
    """A country's name inside a sentence."""
    return in_a_sentence(name)


@register.simple_tag
def country_name(countries: Countries, code: str) -> str:
    return countries.name(code)


@register.simple_tag
def country_names(countries: Countries, codes: list[str]) -> str:
    """Several countries in a sentence."""
    return listed([in_a_sentence(countries.name(code)) for code in codes])


@register.simple_tag
def pair_url(one: str, other: str) -> str:
    """The address of the history of two countries."""
    return reverse("pair", args=sorted((one, other)))


@register.simple_tag
def office_url(office: Appointment) -> str:
    """The address of the page of an office: everybody who held one of its name for its country."""
    asked = {"q": office.position[:LONGEST], **({"of": office.country_id} if office.country_id else {})}
    return f"{reverse('offices')}?{urlencode(asked)}"


@register.simple_tag
def day(value: datetime.date) -> SafeString:
    """A day of the calendar, short."""
    return dated(in_words(value.isoformat(), short=True))


@register.simple_tag
def seen(office: Appointment) -> SafeString:
    """From when to when an office was seen to be held."""
    if not office.last_seen:
        return format_html("{}", "")
    return format_html("seen {}", days_seen(office))


@register.simple_tag
def days_seen(office: Appointment) -> SafeString:
    """As `seen`, below a heading that says the word."""
    if not office.last_seen:
        return format_html("{}", "")
    return dated(days_in_words(office.first_seen or office.last_seen, office.last_seen, short=True))


@register.simple_tag
def months(days: list[datetime.date]) -> str:
    """Months by their short names; all twelve are said in one word."""
    if len(days) == 12:
        return "the whole year"
    return ", ".join(calendar.month_abbr[one.month] for one in days) or "–"
