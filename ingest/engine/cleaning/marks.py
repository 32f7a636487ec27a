"""Lines that a mark gives away as no part of a release: by their words (`data/page_marks.yaml`) or by their shape."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from ingest.engine import patterns, tables
from ingest.engine.cleaning import publishers
from ingest.engine.values import frozen

Kind = Literal["prose", "item", "date", "byline", "masthead", "label", "noise", "tail", "end", "other"]


def read(text: str) -> tuple[Kind, str]:
    """The kind of a line and why it goes; "other" and no reason for a line without a mark."""
    lower = text.lower()
    folded = lower.strip(_SIGNS)
    if len(text) <= 60 and _END.fullmatch(text):
        return "end", "end mark"
    if not folded or (text[0] in _RULES and _is_rule(text)) or not any(map(str.isalnum, text[:200])):
        return "noise", "rule"
    words = folded.split()
    length = len(words)
    if length > 6 and _TITLED.match(text):
        return "other", ""  # "Press Release - Commander visits Bosnia": the headline behind its label
    if text[0] in "«‹←<" and length <= 20 and _NEIGHBOUR.match(text):
        return "noise", "navigation"
    if length <= 80 and ("/" in text or "FILE" in text or "HANDOUT" in text) and _FILE_PHOTO.search(text):
        return "noise", "caption or credit"
    if length <= 40 and any(map(lower.__contains__, _OWNED)):
        if length <= 12 and _PICTURE_OWNED.search(text):
            return "noise", "caption or credit"
        if (any(map(folded.__contains__, _OWNED)) or any(map(text.__contains__, _OWNED))) and _COPYRIGHT.search(text):
            return "tail", "copyright"
    return _by_words(folded, length) or _by_shape(text, lower, words) or ("other", "")


@cache
def words_of(name: str) -> frozenset[str]:
    """One of the lists of `data/line_words.yaml`."""
    table = tables.read("line_words.yaml")
    return frozenset("no" if word is False else str(word) for word in table[name].split())


# ---- by words ----


@frozen
class _Marks:
    """The groups of `page_marks.yaml`: folded line, beginnings and phrases with kind and reason."""

    whole: dict[str, tuple[Kind, str]]
    begins: dict[str, tuple[Kind, str]]
    holds: tuple[tuple[Kind, str], ...]
    beginnings: dict[str, tuple[str, ...]]  # by their first two letters: a line is compared with a few of three hundred
    phrases: AhoCorasick  # those of `holds`, in their order


_WHERE: dict[str, Kind] = {"head": "label", "any": "noise", "tail": "tail"}
_SIGNS = " \t:;.-–—|·•*#>›»«<[](){}▸►▼+→←"


@cache
def _marks() -> _Marks:
    groups = tables.read("page_marks.yaml")
    lists: dict[str, dict[str, tuple[Kind, str]]] = {"is": {}, "begins": {}, "holds": {}}
    for group in groups:
        for name, table in lists.items():
            for phrase in group.get(name, ()):
                key = _folded(phrase) if name == "is" else phrase.lower()
                table.setdefault(key, (_WHERE[group["where"]], group["reason"]))
    beginnings: dict[str, tuple[str, ...]] = {}
    for phrase in lists["begins"]:
        beginnings[phrase[:2]] = (*beginnings.get(phrase[:2], ()), phrase)
    return _Marks(lists["is"], lists["begins"], tuple(lists["holds"].values()), beginnings, AhoCorasick(list(lists["holds"])))


def _is_rule(text: str) -> bool:
    """Whether a line is made of such signs and blanks alone, not of stops and blanks: "* * * * *"; in time that grows with its length."""
    return not text.strip(_RULES + "\t\xa0") and text.strip(" .\t\xa0") != ""


def _folded(line: str) -> str:
    return line.lower().strip(_SIGNS)


def _by_words(folded: str, length: int) -> tuple[Kind, str] | None:
    known = _marks()
    if (found := known.whole.get(folded)) is not None:
        return found
    label, colon, _ = folded.partition(":")
    if colon and (found := known.whole.get(label.strip(_SIGNS))) is not None and found[0] == "tail":
        return found  # "Related documents: …"
    if length <= 25 and folded.startswith(near := known.beginnings.get(folded[:2], ())):
        return next(known.begins[phrase] for phrase in near if folded.startswith(phrase))
    held = known.phrases.find_matches_as_indexes(folded, overlapping=True) if length <= 40 else ()
    return known.holds[min(number for number, _, _ in held)] if held else None


# ---- by shape ----

_END = patterns.compile(
    r"""[\\\s]* (?:
        \#[\s\#\\]*\# | \#\s?ends?\s?\#                     # ###   \###   #END#
      | -{1,3}\s?30\s?-{1,3} | -?\s?0\s?-                           # -30-  --30--  -0-
      | [-–—/*(\[<]{1,3}\s?ends?(?:\ of\ (?:release|text|statement))?\s?[-–—/*)\]>]{1,3}   # -END-  (end)  //ends//
      | -{1,2}[A-Z]{2,8}-{1,2}                            # -USCG-
      | /{2,} | ENDS? \.? | end\ (?:of\ )?text\.?             # //  ENDS  End text.
    ) [\\\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
_RULES = " *_=~.•·–—-"
_CRUMBS = patterns.compile(
    r"(?![^»]*«)[^»>›→]{1,60}(?:(?:\s[»>›→]+\s?|[»>›→]\s)[^»>›→]{0,120}){1,8}|home\s*[|/·•].{1,150}", re.IGNORECASE
)  # Home » Military
# « Divers recover anchor: the story before this one, or that behind it
_NEIGHBOUR = patterns.compile(r"(?:«\s?|‹\s?|←\s?|<<\s?|<\s)\w[^»›”>]*(?<![.,;:!?])\Z")
_PICTURE_WORD = (  # photo, picture, as credits in the languages of states begin or end
    r"(?:photos?|foto(?:s|grafi[aej]|ğraf)?|fot\.|nuotr\.?|снимк[аи]|слика|фото(?:графія|графия)?|zdj(?:ęcia|ęcie|\.)|fotografija"
    r"|bild(?:er)?|kuvat?|imagen|imagem|gambar|slika|ảnh|φωτο(?:γραφία)?|ფოტო|사진|写真|صورة)"
)
_PICTURE_OWNED = patterns.compile(rf"(?:©|ⓒ|\(c\)\s).*(?<!\w){_PICTURE_WORD}(?!\w)", re.IGNORECASE)  # © KAM nuotr.
_PICTURE_OF = patterns.compile(rf"\W*{_PICTURE_WORD}\s?[:/]\s?\S", re.IGNORECASE)  # снимка: Министерство на отбраната
_OWNED = ("©", "ⓒ", "(c)", "copyright", "copy right", "all rights")
_FILE_PHOTO = patterns.compile(
    r"\b(?:FILE|HANDOUT)\s(?:PHOTO|PICTURE|IMAGE)S?\s?[:.–—-]|\w/(?:Pool|Handout|File)\b[^.]{0,40}\Z"
)  # © Reuters. FILE PHOTO: …
# "(c)" opens an item of a list as well: "(c) to hold talks", "(c) Ms. N, Peru"
_ITEM = r"(?!(?-i:[a-z]|(?:Mrs?|Ms|Dr|Hon|Gen|Maj|Col|Lt|Brig|Capt|Adm|Rear|Vice|General|Major|Colonel|Lieutenant|Brigadier|Admiral)\b))"
_COPYRIGHT = patterns.compile(
    rf"^[<(\[\s]*(?:©|ⓒ|\(c\)\s{_ITEM}|copy\s?right\b|all rights reserved)|(?:©|ⓒ)\s*(?:\d{{4}}|[A-Z])", re.IGNORECASE
)
_CREDIT_WORDS = (  # one of them is in every line that is a credit; asked first, since it is quick
    "photo",
    "pictur",
    " pic",
    "image",
    "caption",
    "foto",
    "fotó",
    "credit",
    "video",
    "graphic",
    "l-r",
    "l to r",
    "left",
    "right)",
    "center)",
    "centre)",
    "file",
    "handout",
    "courtesy",
    "author",
    "source",
    "img",
    "above",
    "below",
    "top:",
    "bottom:",
    "dsc",
    "screenshot",
    "via ",
    "copyright",
    "©",
    "ⓒ",
)
_CREDIT_FIRST = patterns.compile(
    r"""(?:IMG|DSCN?|Screenshot|WhatsApp\ Image)[\s_-]?\d[\w\s.-]*$                                       # IMG 5679
      | (?:above|below|top|bottom|left|right)(?:\s?(?:&|and|,)\s?(?:above|below|top|bottom|left|right))?\s?:\s           # ABOVE & BELOW: …
      | .{25,600}\s[–—-]{1,2}\s(?:[\w.]{1,15}\s){0,4}photo\sby\s[^.]{3,80}[.\s–-]*$                          # … -- Navy photo by …
      | \W*(?:all\s(?:of\sthe\s)?)?photograph(?:s|y)?\s?(?:by\b|:|courtesy|credits?)                               # Photography by …
      | \W*(?:download\s?|all\s)?
          (?:(?:picture|photo|image)\ (?:credits?|news|story|caption|gallery|release)
            |photos?|pictures?|pics|images?|caption|fotos?|credits?|video|graphic)                                   # Photo: …
          \s*(?:by|from|courtesy|credits?|:|/|[–—-]\s)\s*\S
      | (?:image|photo|picture|slide)\s\d{1,3}\s(?:of|/)\s\d{1,3}$                                      # Image 3 of 5
      | \[(?:image|photo|picture|video|caption)\b                                                        # [image: …]
      | \W*(?:\(?l-r\)?|\(?l\ to\ r\)?|left\ to\ right|from\ left(?:\ to\ right)?|pictured
          |in\ the\ (?:photo|picture))\b[):,]*\s                                                         # Left to right: …
      | \W*(?:[\w.-]{1,15}\s){0,2}(?:photo|picture|image)s?\s(?:no\.?\s?)?\d{1,2}\s?[:–—]\s                   # HMIS Photo 2: …
      | \W*(?:file|handout|courtesy)\s(?:photo|picture|image)\b                                          # File photo
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Credits within a line or behind it, each below words one of which is in every line that it knows: those of lines without are not tried.
_CREDITS = (
    (
        ("via",),
        r"[^()]{2}\bvia\s[A-Z]\w{1,20}\)[\s|.]*$",  # … in Oslo. (Navy via Yonhap) |
    ),
    (
        ("photo", "fot", "pic", "image", "graphic"),
        r"""\sin\sthis\s(?:[\w-]{1,15}\s){0,2}(?:photo|picture|image)(?:graph)?
              \s(?:provided|released|taken|captured|made|from|posted|by)\b                       # … in this photo provided by the ministry.
          | \b[A-Z]{2,8}\s(?:fotó|foto|photo|fot\.)\s?:\s?\S[^.]{2,60}$                                 # … in Oslo. HTI Fotó: …
          | \s[–—―-]\s?(?:[A-Z]\w+\s){1,3}(?:file\s)?(?:pic|photo|picture)s?\.?$                        # … by the envoy. — Reuters pic
          | [(\[](?:(?:[\w.]{1,20}\s){0,5}(?:photo(?:graph)?|picture|image|graphic))\s*(?:by|courtesy|credits?|:|/)  # (Navy photo by …)
          | \((?:photo|foto|picture|image)s?\ [^()\d]{2,60}\)\.?$                                      # … the book (photo Navy PAO)
          | \A[^.!?]{10,400}[.!?]?\s(?:[–—-]\s)?(?:file\s)?(?:photo|picture|image)s?\s(?:courtesy|provided\sby)
              (?:\sof(?:\sthe)?)?\s(?-i:[A-Z])[^.!?]{2,80}\.?$          # N (left). Photo courtesy Navy.
          | [a-z][.!?]\s(?:(?-i:[A-Z])[\w.]{1,20}\s){1,3}(?:file\s)?(?:photo|picture|image)s?\.?$          # … on Wednesday. HNA Photo.
        """,
    ),
    (
        ("photo", "picture", "image", "credit"),
        r"\w[.)]?\s?[(\[](?:courtesy\s)?(?:photos?|credits?|pictures?|images?)\s?[,:]\s?[^()]{2,80}[)\]]\.?$",  # … (Credits: Navy)
    ),
    (
        ("|",),
        r"\|\s?(?:photo|foto|image|picture|author|source)s?\s?:\s*\S[^.|]{0,60}$",  # … at the gate | Author: …
    ),
    (
        ("©", "ⓒ"),
        r"(?:©|ⓒ)\s?[A-Z][^.©]{2,50}$",  # … at the gate © Ministry of …
    ),
    (
        ("photo", "picture", "image", "credit", "author", "foto", "source", "courtesy"),
        r"""[.!?)]\s*(?:photo|picture|image|credit|author|foto|photo\ credit|source|courtesy)s?
            \s*(?:by|courtesy)?\s*[:/]\s*\S[^.]{0,80}\.?$                                                # … Author: …
        """,
    ),
    (
        ("copyright",),
        r"[.!?]\s+(?:[\w.]{1,20}\s){0,3}(?:crown\s)?copyright\.?$",  # … MOD Crown Copyright.
    ),
    (
        ("right)", "left)", "center)", "centre)"),  # N (right) … (Navy)
        r"""\s\((?:right|left|cent(?:er|re)|[a-z]{5,7}\sfrom\s(?:left|right))\)\s[^“”"]{10,300}[.\s]\([^()]{3,60}\)\.?$""",
    ),
)
_CREDITS_WITHIN = tuple((words, patterns.compile(source, re.IGNORECASE | re.VERBOSE)) for words, source in _CREDITS)
_CONTACT = patterns.compile(
    r"""\S{1,64}@\S{1,64}\.\w{2,}                                                                        # presamapn@mapn.ro
      | (?:\+\d{1,3}[\s./()-]? | \(\d{2,4}\)\s? | \b0\d{2,4}[\s./-])(?:\d[\s./()-]?){5,11}               # +372 717 0000  (61) 5555-0171
      | \b\d{3}[-.\s]\d{3,4}[-.\s]\d{2,4}\b                                                              # 021-319.60.22
      | \bp\.?\s?o\.?\s?box\b""",
    re.IGNORECASE | re.VERBOSE,
)
# About the Peace and Security Department  ABOUT THE COMMITTEE  PHOTOS (6)  The Harbour Times Newsletter
_ABOUT = patterns.compile(
    r"About(?: (?:[A-Z][\w.’'-]*|the|our|of|and|for|in|at|&)){1,10}:?|ABOUT(?: [A-Z][A-Z.’'-]*){1,8}:?"
    r"|(?:[Pp]hotos|PHOTOS|[Vv]ideos|VIDEOS|[Ii]mages|IMAGES|[Gg]allery|GALLERY)\s?\(\d{1,3}\)|(?:[A-Z][\w’'-]* ){1,5}Newsletter"
)
_SELF_ACCOUNT = patterns.compile(
    r"(?:About|ABOUT)(?:\s(?:the|our|of|and|for|[A-Z][\w.’'()-]*)){1,8}\s?:\s(?=[A-Z])"
)  # About the Navy: The Navy guards …
# (The author is a research fellow …)   The views expressed are those of the writer   Footer Disclaimer: …
_ON_AUTHOR = patterns.compile(
    r"[(\[*\s]{0,3}(?:(?:The|About\sthe)\s(?:author|writer|columnist|contributor)s?(?:,\s|\s?:|\s(?:is|was|are|were|has|have|had|holds?|serve[sd]?|works?|worked"
    r"|teach(?:es)?|taught|heads?|headed|command(?:s|ed)|retired)\b)"
    r"|(?:(?:Any|The|All)\s)?(?:views?|opinions?|facts\sand\sopinions|views\sand\sopinions)(?:\s[a-z]+){0,3}?\s(?:expressed|contained|presented|put\sforward)\b"
    r"[^.]{0,60}?\s(?:are|is|do|does)\b|(?:[A-Z][a-z]+\s)?Disclaimer\s?:)",
    re.IGNORECASE,
)
# Factsheet on the agreement (696 KB PDF file)   Programme [PDF, 1.2 MB]
_ATTACHED = patterns.compile(
    r"[(\[]\s?(?:(?:PDF|DOCX?|Word|XLSX?|PPTX?|JPE?G|ZIP)\b[\s,:–-]{0,3})?\d{1,4}(?:[.,]\d{1,2})?\s?[KM]B(?:[\s,]{1,2}(?:PDF|DOCX?|Word|XLSX?|ZIP)(?:\s(?:file|document))?)?\s?[)\]]\.?\s*\Z",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 45  # words; a longer text with whose picture it is behind it is the story of a picture
_PICTURE_BEHIND = patterns.compile(  # … Ankara, April 7. (AA Photo)
    r"\((?:[\w.’'-]{1,20}\s){1,5}(?:photo(?:graph)?|picture|image)\)\.?\Z", re.IGNORECASE
)
_SIZES = patterns.compile(r"[+\s↺↻−–-]{0,12}\d{1,2}\s?px[+\s↺↻−–-]{0,12}")  # + ↺ − 16 px: buttons for larger print
_EMBLEMS = patterns.compile(r"(?:(?:Flag|Emblem|Logo|Crest)\s?(?::|\sof)\s?[^\W\d_][^\W\d_ ]{2,20}\s?){1,4}")  # Flag:norwayFlag:peru
_IMAGE_NAME = patterns.compile(r"[a-z]{1,3}\s[a-z]\d{3}|[^\W\d_]\d\s\d{1,2}|(?:[a-z]{3,20}[\s_-]){1,4}0\d{1,2}")  # minister estonia 01
_SHORTCODE = patterns.compile(
    r"\[(?P<name>[a-z][a-z_-]{2,20})(?:\s[^\]]{0,300})?\].{0,2000}\[/(?P=name)\]\W*\Z"
)  # [alert icon=”x”]Send …[/alert]
_READ_MORE = patterns.compile(r"\b(?:read|see|show|view) more\s?(?:[»›>→.…]\s?){0,3}\Z", re.IGNORECASE)  # Ana Ruiz Read more
# For more Joint Staff news, visit: …   Connect with the Joint Staff on social media: …
_FOLLOW = patterns.compile(
    r"for\s(?:more|additional|further)\s(?!than\b)[^.]{0,100}?\b(?:visit|go\sto|see|check(?:\sout)?)\b[^.]{0,40}"
    r"(?::|\bwww\.|https?:|\[|\bwebsite\b)"
    r"|for\s(?:more|additional|further)\s(?!than\b)[^.]{0,60}\bvisit\b[^.]{0,40}\Z"
    r"|(?:connect with|follow|like)\s(?:us|the|our|@|(?-i:[A-Z])[\w.’'&-]*)(?!\w).{0,60}"
    r"\b(?:on|via)\s(?:social|mobile|facebook|twitter|x|instagram|linkedin|youtube)\b",
    re.IGNORECASE,
)
_PROTECTED = patterns.compile(r"(?:error|alert):\s[^.]{3,80}!{1,2}\Z", re.IGNORECASE)  # error: Content is protected !!
_COMMENTS = patterns.compile(r"(?:no|\d{1,5})\s(?:comments?|responses?|replies)\s?:?", re.IGNORECASE)
# Inquiries: Special Adviser N, Ministry of Defence, tel. +358 00 000 000
_ENQUIRIES = patterns.compile(
    r"(?:(?:media|press|further)\s)?(?:inquir(?:ies|y)|enquir(?:ies|y)|contacts?|(?:additional|more|further)\sinformation)\s?(?::|[–—-]\s)",
    re.IGNORECASE,
)
_POSED = patterns.compile(  # Delegates pose for a group photo  The two sides in a joint photo
    r"""\bpos(?:es?|ing)\sfor\s(?:an?\s)?(?:[a-z]+\s){0,2}(?:photos?|photographs?|pictures?)\.?\Z   # no sentence: “posed”
      | \b(?:posed\sfor|in)\san?\s(?:group|joint|souvenir|family)\sphoto\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# with which a line that tells the occasion opens
_OCCASIONS = (
    *("opening", "closing", "welcom", "group", "family", "joint", "exchange", "handshake"),
    *("at", "scene", "an", "overview", "participants", "delegates"),
)
_OCCASION = patterns.compile(  # At the reception  Overview of the talks
    r"""(?:(?:opening|closing|welcome|welcoming)\s(?:remarks|speech|address)|(?:group|family|joint)\s(?:photo|picture)
           |exchange\sof\sgifts|handshake)
        \b(?!.*\b(?:is|are|was|were|will|has|have|had|[a-z]{3,}ed)\b)[^.]{0,120}\.?\Z
      | (?:at|scene\sof|(?:an\s)?overview\sof|participants\s(?:at|of|in)|delegates\s(?:at|to))\sthe\s(?:[a-z]+\s)?
        (?:event|meeting|talks|reception|ceremony|conference|workshop|dialogue|exercise|working\ssession)\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = patterns.compile(  # Media Release 024/2024
    r"(?:press|media|news) (?:release|statement|note|advisory|communiqu[eé])\W*(?:no|nr|n°|number)?[\W\d]*", re.IGNORECASE
)
_TITLED = patterns.compile(
    r"(?:(?:press|media|news) (?:release|statement)s?(?:\s(?:issued\s)?(?:by|from)\s[^:]{3,80})?\s?(?::|[–—-])"
    r"|no\s?[.:]\s?[\d/-]{2,12}\s?[,:–-])\s(?=[‘“]?[A-Z](?:\S* ){4})(?!No\b)",
    re.IGNORECASE,
)
_REFERENCE = patterns.compile(
    r"(?:[\w.]{1,14}[/-]){2,8}[\w.]{1,14}|[\d\s/|:-]+|(?:no|n°|nr|ref)[.:]?\s?[\w/-]{0,20}\d[\w/-]{0,20}", re.IGNORECASE
)  # DHQ/ABJ/901/48/DDI
_LONG_CRUMBS = patterns.compile(
    r"home(?:\s[»>›→]\s[^»>›→]{1,80}){2,8}", re.IGNORECASE
)  # Home » Bureau of Public Affairs » Press Releases » 2015
_HOST = patterns.compile(r"(?:https?://|www\.)\S+|[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,6}(?:/\S*)?")


def _by_shape(text: str, lower: str, words: list[str]) -> tuple[Kind, str] | None:
    """What the shape of a line gives away; `lower` is the line in small letters, `words` are those of it without signs around."""
    length = len(words)
    if _is_caption(text, lower, length):
        return "noise", "caption or credit"
    if length <= 30 and lower.startswith("home") and _LONG_CRUMBS.fullmatch(text):
        return "noise", "navigation"
    if text[0] == "[" and _SHORTCODE.match(text):
        return "noise", "page furniture"
    if length <= 60 and _ENQUIRIES.match(text) and _CONTACT.search(text[:2000]):
        return "tail", "contact details"
    if length <= 40 and lower.rstrip(" .")[-1:] in {")", "]"} and "b" in lower[-20:] and _ATTACHED.search(text[-40:]):
        return "noise", "attachment"
    if length <= 25 and "more" in lower[-15:] and _READ_MORE.search(text):
        return "noise", "navigation"
    if (length <= 30 and _is_scene(text, lower)) or (length <= 60 and text[-1] == ")" and _is_pictured(text)):
        return "noise", "caption or credit"
    if length <= 80 and (_SELF_ACCOUNT.match(text) or _ON_AUTHOR.match(text)):
        return "tail", "notes after the text"
    if length <= 50 and (_FOLLOW.match(text) or (text[-1] == "!" and _PROTECTED.match(text))):
        return "tail", "page foot"
    return _of_few_words(text, lower, words) if length <= 18 else None


def _of_few_words(text: str, lower: str, words: list[str]) -> tuple[Kind, str] | None:
    length = len(words)
    if _COMMENTS.fullmatch(text):
        return "tail", "comments"
    if _LABEL.fullmatch(text):
        return "label", "document label"
    if (lower.startswith("about") or text.endswith((")", "Newsletter"))) and _ABOUT.fullmatch(text):
        return "tail", "notes after the text"
    if text.count(" | ") > 3 and _is_menu(text):
        return "noise", "navigation"
    if length <= 14 and "<" not in text and _is_navigation(text, lower):
        return "noise", "navigation"
    if _is_share_bar(words):
        return "noise", "share buttons"
    if ("@" in text or "box" in lower or len(_DIGIT.findall(text)) > 5) and _CONTACT.search(text[:2000]):
        return "noise", "contact details"
    if length <= 6 and _SIZES.fullmatch(text):
        return "noise", "page furniture"
    if length <= 5 and (_IMAGE_NAME.fullmatch(text) or _EMBLEMS.fullmatch(text)):
        return "noise", "caption or credit"
    if length <= 3 and _REFERENCE.fullmatch(text):
        return "noise", "reference number"
    return ("noise", "navigation") if length == 1 and _HOST.fullmatch(text) else None


def _is_caption(text: str, lower: str, length: int) -> bool:
    """Whether a line tells whose picture stands beside it, by words or by signs."""
    if length <= 80 and _credit_words().find_matches_as_indexes(lower) and _is_credit(text[:1200], lower):
        return True
    if length <= _LONGEST_CAPTION and text[-2:] in (")", "o)", "e)", "h)", ").") and _PICTURE_BEHIND.search(text[-80:]):
        return True
    return length <= 20 and (":" in text or "/" in text) and _PICTURE_OF.match(text) is not None


def _is_credit(text: str, lower: str) -> bool:
    if _CREDIT_FIRST.match(text):
        return True
    return any(pattern.search(text) for words, pattern in _CREDITS_WITHIN if any(map(lower.__contains__, words)))


def _is_scene(text: str, lower: str) -> bool:
    """Whether a line tells what a picture shows: who poses for it, or the occasion alone."""
    return (("photo" in lower or "picture" in lower) and _POSED.search(text) is not None) or (
        lower.startswith(_OCCASIONS) and _OCCASION.match(text) is not None
    )


def _is_pictured(text: str) -> bool:
    """Whether one sentence without a stop ends with whose picture it describes: "… who is visiting Oslo (Harbour News Agency, HNA)"."""
    found = _PICTURED.search(text[-80:])
    return found is not None and not _FLAG.fullmatch(found.group(), 1) and _STOP.search(text[: len(text) - len(found.group())]) is None


_PICTURED = patterns.compile(
    r"\w\s?\((?:[^()]{0,40}\b)?(?:agency|reuters|afp|ap|epa|getty|photos?|press|xinhua|images?|handout|courtesy|pool)\b[^()]{0,25}\)\Z",
    re.IGNORECASE,
)
_FLAG = patterns.compile(  # of a headline: "… in Oslo (PHOTOS)", "Telephone Talks(Press Release)"
    r"\s?\((?:(?:PHOTOS?|VIDEOS?|PICTURES|[/,+ ]){1,4}"
    r"|(?i:(?:joint\s)?(?:press|media)\s(?:releases?|statements?|communiqu[eé]|note|conference)))\)"
)
_STOP = patterns.compile(r"[a-z]{3}[.!?][”\"]?\s[A-Z]")


@cache
def _credit_words() -> AhoCorasick:
    return AhoCorasick(_CREDIT_WORDS)


def _is_navigation(text: str, lower: str) -> bool:
    """Whether the line is the way to the page, a choice of languages or a menu: all but a menu in capitals have signs between names."""
    if any(map(text.__contains__, _BETWEEN_NAMES)):
        return _CRUMBS.fullmatch(text) is not None or _is_language_bar(lower) or _is_menu(text)
    return text.isupper() and _is_menu(text)


_BETWEEN_NAMES = "»>›→|/·•"


def _is_share_bar(words: list[str]) -> bool:
    share, bare = words_of("share"), set[str]()
    for word in words:
        name = word.strip("|·•:,/()[]")
        if name and name not in share:
            return False
        bare.add(name)
    return not bare.isdisjoint(words_of("sites"))


def _is_menu(text: str) -> bool:
    """Whether the line is a row of sections: three words of menus or more and nothing else, or such words between bars."""
    bars = len(_BAR.findall(text))
    if bars == 0 and not text.isupper():
        return False
    words = _MENU_WORD.findall(text.lower())
    if bars > 1 and "home" in _BAR.split(text)[0].lower().split() and len(words) <= 4 * bars:
        return True  # MOD HOME | DEFENCE NEWS | PUBLICATIONS
    if bars > 2 and not _DIGIT.search(text) and all(len(part.split()) <= 4 for part in _BAR.split(text)):
        return True
    return (
        (len(words) > 2 or (bars > 0 and len(words) > 1))
        and all(word in words_of("menu") for word in words)
        and (bars > 0 or (text.isupper() and not publishers.is_masthead(text)))
    )


_DIGIT = patterns.compile(r"\d")
_BAR = patterns.compile(r"\s[|/·•>»]\s")
_MENU_WORD = patterns.compile(r"[^\W_]+(?:-[^\W_]+)*")


_BETWEEN_LANGUAGES = patterns.compile(r"[|/·•]")


def _is_language_bar(lower: str) -> bool:
    parts = [bare for part in _BETWEEN_LANGUAGES.split(lower) if (bare := part.strip())]
    return len(parts) > 1 and sum(part in words_of("languages") for part in parts) * 2 > len(parts)
