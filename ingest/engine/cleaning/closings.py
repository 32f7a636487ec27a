"""What stands at the end of running text and is none: the sign of a press agency, and a body's account of itself."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.cleaning import issued, publishers
from ingest.engine.cleaning.parts import Parts, names_speaker
from ingest.engine.values import frozen

FEWEST = 3  # paragraphs that a release keeps at least, whatever its last ones look like


@frozen
class Signed:
    """A last paragraph without the sign of its press agency, the sign, and the address of a page or picture that stood behind it."""

    text: str
    sign: str = ""
    address: str = ""


def unsigned(paragraph: str) -> Signed:
    """The paragraph without the sign behind its last sentence: "… small boats. - VNA/VNP", "… in Libya. (QNA)", "… the workshop./."."""
    linked = _ADDRESS.search(paragraph[-320:]) if "://" in paragraph[-300:] else None
    address = linked.group() if linked else ""
    paragraph = paragraph[: len(paragraph) - len(address)]
    if paragraph[-1:] in ").EeNn" and ("more" in paragraph[-8:].lower() or "photo" in paragraph[-_LONGEST_CREDIT:]):
        paragraph = _PICTURED.sub("", _MORE.sub("", paragraph))
    found = _SIGN.search(paragraph[-40:])
    sign = found.group() if found else ""
    return Signed(paragraph[: len(paragraph) - len(sign)], sign.strip(), address.strip())


# … in 2023. PC: https://photos.example/1   … rule of law. Read more: http://site.example/links
_ADDRESS = patterns.compile(r"(?<=[.!?”\"’)])\s(?:\(?[A-Z][\w ]{1,24}:\s?)?https?://\S{1,290}\s?\Z")
_MORE = patterns.compile(r"\s(?:CLICK|Click)\s(?i:here\s)?(?i:to\sread\smore)\W{0,3}\Z|(?<=…)\sRead\smore(?:\son)?\Z")
_PICTURED = patterns.compile(r"(?<=[.!?”])\s[(\[](?:[\w.]{1,15}\s){0,6}photo\sby\s[^()\[\]]{3,120}[)\]]\.?\Z")  # (U.S. Navy photo by …)
_LONGEST_CREDIT = 260  # letters
_SIGN = patterns.compile(
    r"""(?<=[.!?”"’)])\s{0,3}
    (?: /\.(?:\s{0,2}[A-Z]{2,6})?                                # ./.   ./. VNA
      | (?:[-–—]{1,2}|/{1,2})\s?[A-Z]{2,8}(?:[/-][A-Z]{1,8}){0,2}/?   # - VNA/VNP   -PTI   /WAM/
      | [A-Z]{2,6}/[A-Z]{2,6}(?:/[A-Z]{2,6})?                     # VNA/VNP
      | (?:[–—―]\s?|-\s)[A-Z][\w-]{2,14}(?:\s[A-Z][\w-]{1,14})?    # — Bernama   - Bernama
      | \([A-Z]{2,8}(?:[/-][A-Za-z]{1,8}){0,2}\)                 # (QNA)  (ANI/Xinhua)
      | \([A-Z][\w ]{2,15}/[A-Z][a-z]{2,8}\s?\d{1,2}/\d{4}\)      # (Colombo/Jul9/2024)
      | (?:[A-Z][\w.’-]{1,20}\s){1,2}[A-Z][\w.’-]{1,20}/[A-Z]{2,6}      # Ana Ruiz/HNA
      | [A-Z]{2,6}/(?:[A-Z][\w.’-]{1,20}\s){1,2}[A-Z][\w.’-]{1,20}      # HNA/Ana Ruiz
      | /[a-z]{2,10}/                                             # /hna/
      | \((?:[A-Z][\w.’-]{1,20}\s?){1,3}/[A-Za-z]{2,6}\)               # (Ana Ruiz/HNA)  (Army/kh)
      | \((?:[A-Z][\w-]{1,15}\s){1,3}(?:News|Agency|Press|Service)\)  # (Harbour News Agency)
      | \((?:[\w.’'-]{1,15}\s){1,5}(?:photo|picture)\)                # (Navy photo)
      | \((?:end|ends|END|ENDS)\)(?:\s?[A-Za-z.]{2,12})?        # (end)  (end) nma.tg
      | (?<=[.!?”"’)]\s)(?:ENDS?|\#{2,4}|\#(?:\s\#){1,3}|-{1,2}\s?(?:30|ENDS?|ends?)\s?-{1,2})   # END  ###  -30-
      | \#{3,30}                                                 # ###, close behind the stop
    )\.?\s*\Z""",
    re.VERBOSE,
)


def day_of(sign: str, *, month_first: bool) -> str | None:
    """The day of writing in the sign behind the last sentence: "(Colombo/Jul9/2024)"."""
    found = _DAY.search(sign)
    return issued.normal(f"{found['month']} {found['day']}, {found['year']}", month_first=month_first) if found else None


_DAY = patterns.compile(r"/(?P<month>[A-Z][a-z]{2,8})\s?(?P<day>\d{1,2})/(?P<year>\d{4})\)")


def sign_below(found: Parts) -> str:
    """The writer and agency who sign on a line of their own right below the text: "Ana Ruiz/HNA"; empty where none do."""
    below = found.tail[0].text if found.tail else ""
    return below if _BELOW.fullmatch(below) else ""


_BELOW = patterns.compile(r"(?:[A-Z][\w.’-]{1,20}\s){1,2}[A-Z][\w.’-]{1,20}/[A-Z]{2,6}")


def without_self_description(found: Parts) -> Parts:
    """The parts with last paragraphs in which a body describes itself put to what follows it: "NATO, founded in 1949, is"."""
    end = _without_loose_items(found)
    if end > FEWEST - 1 and found.tail and _is_named_again(found.body[-1].text, found.tail[0].text):
        end -= 1
    while end > FEWEST and describes_itself(found.body[end - 1].text):
        end -= 1
    return found if end == len(found.body) else Parts(found.head, found.body[:end], (*found.body[end:], *found.tail), found.cut)


def _without_loose_items(found: Parts) -> int:
    """How many paragraphs stay without links and files below the last sentence: "Remarks by the Minister", "(Photographs)"."""
    end = len(found.body)
    while end > FEWEST - 1 and found.body[end - 1].block.kind in {"item", "link"} and _LOOSE.search(found.body[end - 1].text):
        if names_speaker(found.body[end - 2].text, found.body[end - 1].text):
            return end
        end -= 1
    closed = end and found.body[end - 1].kind != "item" and _CLOSED.search(found.body[end - 1].text)  # not "Roads Fund, Inc." of a list
    return end if closed else len(found.body)


_LOOSE = patterns.compile(r"\A[^.;]{1,120}\Z")
_CLOSED = patterns.compile(r"[.!?][”\"’)]?\Z")


def _is_named_again(paragraph: str, following: str) -> bool:
    """Whether an account of a body leads over to where more of it can be read: "SETAF-AF prepares …", "Follow SETAF-AF on: …"."""
    name = paragraph.split(maxsplit=1)[0]
    known = len(name) > 3 and publishers.names_body(name) and name in following.split()
    return (
        known
        and _NEWS.search(paragraph) is None
        and re.match(r"follow|for more|learn more|visit|about", following, re.IGNORECASE) is not None
    )


def describes_itself(paragraph: str) -> bool:
    """Whether a paragraph says what a body is and does at all times, not what happened."""
    if len(paragraph) > 1500 or _NEWS.search(paragraph):
        return False
    found = _SUBJECT.match(paragraph)
    return found is not None and publishers.names_body(found["name"]) and _STANDING.search(paragraph) is not None


_SUBJECT = patterns.compile(
    r"""(?:(?:Under|As)\s(?!a\sresult)[^;]{5,120}?,\s)?
        (?:The\s|the\s|\*{1,2})?(?P<name>[A-Z\d][\w.’'&/-]{1,30}(?:\s(?:[A-Z(\d][\w.’'&/()-]{0,30}|of|the|and|for|in|on|or)){0,11})
        (?:\s?\([^()]{2,30}\))?
        (?:,\s(?:headquartered|based|located|established|founded|with)\s[^.]{3,150}?,)?
        \s(?:routinely\s)?(?:is|are|was\s(?:established|founded|created)|conducts|provides|serves|operates|works|maintains)\s""",
    re.VERBOSE,
)
_STANDING = patterns.compile(
    r"""\bone\sof\s(?:the\s)?(?:[\w.’'-]{1,30}\s){1,8}(?:commands|services|agencies|forces|groups|missions)\b  # of eleven commands
      | \blargest\s(?:[\w.’'-]{1,30}\s){0,4}(?:fleet|command|force|service|base|unit)\b
      | \bheadquartered\b | \bresponsib(?:le|ility)\sfor\b | \bfull\sspectrum\b | \sroutinely\s | \bmission\sis\b
      | \bis\s(?:an?|the)\s(?:(?!(?:of|from|for)\b)[\w’'-]+\s){0,6}
        (?:service|agency|alliance|organi[sz]ation|group|institution|command|body|news\ agency)\b
      | \bwas\s(?:established|founded|created)\s(?:in|on|by)\b""",
    re.VERBOSE,
)
_NEWS = patterns.compile(
    r"""[“”"] | \b(?: today | yesterday | tomorrow | (?:mon|tues|wednes|thurs|fri|satur|sun)day | (?:this|last|next)\s(?:week|month|year)
      | said | met | visited | told | added | signed | agreed | will | attended | hosted | received | arrived | discussed | thanked
      | during | stressed | emphasi[sz]ed | noted | expressed | reaffirmed | welcomed | delegations?
      | the\s(?:meeting|talks|visit|ceremony|exercise|minister|two\ssides) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
