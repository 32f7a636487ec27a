"""How right the engine is on releases that people annotated: figures of each gold set, pinned floors, and the precision of each rule.

A gold set is a folder of releases with an annotation of the same stem beside each; `score.py` in the folder above is the judge.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from types import ModuleType
from typing import Any

from ingest.engine.record import Json, as_json
from ingest.extraction import Extracted, Unreadable, extract_all

NOT_ANNOTATED = {"host", "topics", "mode", "state", "date_basis"}  # fields of a meeting that the gold form does not have
FIGURES_THAT_COUNT = ("releases", "without prediction")
Figures = dict[str, float | None]
Floors = dict[str, dict[str, float]]  # gold set → figure → floor


class GoldError(Exception):
    """A gold set that cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the engine gives on one gold set."""

    name: str
    figures: Figures
    records: tuple[Json, ...]
    unreadable: tuple[Unreadable, ...]


def evaluate(folder: Path, *, scorer: Path | None = None, processes: int = 1) -> Evaluation:
    """The figures of one gold set, as `score.py` gives them for records that are read now. Raises GoldError."""
    judge = _judge(folder, scorer)
    results = list(extract_all(_releases(folder), processes=processes))
    records = tuple(as_json(result.record, path=str(result.path)) for result in results if isinstance(result, Extracted))
    lines = "\n".join(json.dumps(record) for record in records)
    figures = json.loads(_scored(judge, folder, lines, "--json"))
    return Evaluation(folder.resolve().name, figures, records, tuple(r for r in results if isinstance(r, Unreadable)))


# ---- what readers are told ----

_KIND = re.compile(r"^(?P<name>[a-z ]+?) +(?P<precision>[01]\.\d+) +(?P<recall>[01]\.\d+) +[01]\.\d+ +(?P<gold>\d+)$", re.MULTILINE)


def published(folder: Path, evaluation: Evaluation, *, scorer: Path | None = None) -> Json:
    """The figures of one gold set as readers see them: precision and recall of each kind of fact, and the share of right fields."""
    lines = "\n".join(json.dumps(record) for record in evaluation.records)
    told = _scored(_judge(folder, scorer), folder, lines)
    kinds = {
        one["name"]: {name: float(one[name]) for name in ("precision", "recall")} | {"gold": int(one["gold"])}
        for one in _KIND.finditer(told)
    }
    shares = {name: value for name, value in evaluation.figures.items() if name not in {*kinds, *FIGURES_THAT_COUNT} and value is not None}
    return {"name": evaluation.name, "releases": int(evaluation.figures["releases"] or 0), "kinds": kinds, "shares": shares}


def _scored(judge: Path, folder: Path, lines: str, *more: str) -> str:
    scored = subprocess.run(  # noqa: S603 - the judge that the caller named
        [sys.executable, str(judge), *more, str(folder)], input=lines, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if scored.returncode:
        raise GoldError(f"{judge} gave up: {scored.stderr.strip()}")
    return scored.stdout


# ---- floors ----


def below(evaluation: Evaluation, floors: Floors) -> list[str]:
    """A line for each figure that has fallen under its floor; figures without a floor cannot fall."""
    return [
        f"{evaluation.name}: {name} is {_shown(evaluation.figures.get(name))}, its floor is {_shown(floor)}"
        for name, floor in floors.get(evaluation.name, {}).items()
        if (evaluation.figures.get(name) or 0.0) < floor
    ]


def raised(floors: Floors, evaluations: Iterable[Evaluation]) -> Floors:
    """The floors with every figure that is above its floor made the floor. No floor goes down, and none is lost."""
    higher = {name: dict(figures) for name, figures in floors.items()}
    for evaluation in evaluations:
        own = higher.setdefault(evaluation.name, {})
        for name, value in evaluation.figures.items():
            if name not in FIGURES_THAT_COUNT and value is not None:
                own[name] = max(value, own.get(name, 0.0))
    return higher


def read_floors(path: Path) -> Floors:
    """The floors kept in a file; none where there is no file."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write_floors(path: Path, floors: Floors) -> None:
    """Keep the floors in a file, in a settled order, so that a change shows as what it is."""
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


# ---- precision of each rule ----


@dataclass(slots=True)
class Hits:
    """How often what a rule read was right, and the lines of what it read wrongly."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        """The precision that the rule has at least: lower bound of Wilson's 95 % interval. Few cases give a low bound."""
        return wilson_lower_bound(self.right, self.right + len(self.wrong))


def wilson_lower_bound(right: int, cases: int, *, z: float = 1.96) -> float:
    """The lower end of Wilson's score interval for a share of `right` in `cases`; 0 where there is no case."""
    if not cases:
        return 0.0
    share = right / cases
    middle = share + z * z / (2 * cases)
    spread = z * sqrt((share * (1 - share) + z * z / (4 * cases)) / cases)
    return max(0.0, (middle - spread) / (1 + z * z / cases))


def measure(folder: Path, records: Iterable[Json], *, scorer: Path | None = None) -> dict[str, Hits]:
    """What each rule read rightly and wrongly on a gold set, by the judge's own comparison of names, offices and meetings.

    A rule is judged by every value that it is the evidence of; values that annotations do not hold (places of mentions, levels,
    topics) are left out.
    """
    judge = _loaded(_judge(folder, scorer))
    hits: dict[str, Hits] = {}
    for record in records:
        path = Path(record["path"])
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        for rule, right, what in _verdicts(judge, gold, record):
            tally = hits.setdefault(rule, Hits())
            if right:
                tally.right += 1
            else:
                tally.wrong.append(f"{path.stem}: {what}")
    return dict(sorted(hits.items()))


def merged(parts: Iterable[Mapping[str, Hits]]) -> dict[str, Hits]:
    """The hits of several gold sets together."""
    whole: dict[str, Hits] = {}
    for part in parts:
        for rule, hits in part.items():
            tally = whole.setdefault(rule, Hits())
            tally.right += hits.right
            tally.wrong.extend(hits.wrong)
    return dict(sorted(whole.items()))


Checks = Mapping[str, Callable[[Json, Json], bool]]
Verdict = tuple[str, bool, str]  # rule, whether what it read is right, the line for a person


def _verdicts(judge: ModuleType, gold: Json, found: Json) -> Iterator[Verdict]:
    yield from _of_people(judge, gold, found)
    yield from _of_organizations(judge, gold, found)
    yield from _of_meetings(judge, gold, found)
    yield from _of_agreements(judge, gold, found)
    yield from _of_quotes(judge, gold, found)
    for mention in found["mentions"]:
        if mention["kind"] == "country":
            yield mention["rule"], mention["value"] in gold["countries"], f"country {mention['value']}"


def _of_people(judge: ModuleType, gold: Json, found: Json) -> Iterator[Verdict]:
    checks: Checks = {
        "name": _found,
        "rank": lambda want, got: judge.key(want["rank"]) == judge.key(got["rank"]),
        "honorific": lambda want, got: judge.key(want["honorific"]) == judge.key(got["honorific"]),
        "position": judge.same_office,
        "organization": lambda want, got: judge.token_f1(want["organization"], got["organization"]) >= 0.6,
        "country": lambda want, got: want["country"] == got["country"],
    }
    known = {judge.key(person["name"]): person for person in gold["people"]}
    for person in found["people"]:
        yield from _of_fields(person, known.get(judge.key(person["name"])), checks, f"person {person['name']}")


def _of_organizations(judge: ModuleType, gold: Json, found: Json) -> Iterator[Verdict]:
    checks: Checks = {"name": _found, "country": lambda want, got: want["country"] == got["country"]}
    for body in found["organizations"]:
        want = next((one for one in gold["organizations"] if judge.same_name(one, body)), None)
        yield from _of_fields(body, want, checks, f"organization {body['name']}")


def _of_meetings(judge: ModuleType, gold: Json, found: Json) -> Iterator[Verdict]:
    checks: Checks = {
        "kind": lambda want, got: want["kind"] == got["kind"],
        "date": lambda want, got: (want["date"], want["end_date"]) == (got["date"], got["end_date"]),
        "country": lambda want, got: want["country"] == got["country"],
        "countries": lambda want, got: want["countries"] == got["countries"],
        "title": lambda want, got: judge.token_f1(want["title"], got["title"]) >= 0.6,
        "place": lambda want, got: judge.token_f1(want["place"], got["place"]) >= 0.5,
        "people": lambda want, got: {*map(judge.key, want["people"])} == {*map(judge.key, got["people"])},
    }
    pairs = _paired(gold["meetings"], found["meetings"], judge.meeting_likeness, threshold=1.0)
    for number, meeting in enumerate(found["meetings"]):
        fields = {item["field"] for item in meeting["evidence"]} - checks.keys() - NOT_ANNOTATED
        others = {field: _check_of_item(judge, field) for field in fields}
        line = f"{meeting['kind']} of {' '.join(meeting['countries'])} on {meeting['date']}"
        yield from _of_fields(meeting, pairs.get(number), {**checks, **others}, line)


def _check_of_item(judge: ModuleType, field: str) -> Callable[[Json, Json], bool]:
    """The check of evidence for one of several values ("people:Ana Popa"); any other evidence is for the meeting as such."""
    name, _, item = field.partition(":")
    if name in {"people", "organizations"}:
        return lambda want, got: judge.key(item) in map(judge.key, want[name])
    if name == "countries":
        return lambda want, got: item in want["countries"]
    return _found


def _of_agreements(judge: ModuleType, gold: Json, found: Json) -> Iterator[Verdict]:
    def likeness(want: Json, got: Json) -> float:
        return float(judge.token_f1(want["title"], got["title"]) * (want["action"] == got["action"]))

    checks: Checks = {"title": _found, "action": _found, "countries": lambda want, got: want["countries"] == got["countries"]}
    pairs = _paired(gold["agreements"], found["agreements"], likeness, threshold=0.6)
    for number, agreement in enumerate(found["agreements"]):
        yield from _of_fields(agreement, pairs.get(number), checks, f"agreement {agreement['action']} {agreement['title']}")


def _of_quotes(judge: ModuleType, gold: Json, found: Json) -> Iterator[Verdict]:
    def likeness(want: Json, got: Json) -> float:
        starts, text = judge.loose(want["starts"]), judge.loose(got["text"])
        return float(bool(text) and text.startswith(starts) and judge.key(want["speaker"]) == judge.key(got["speaker"]))

    pairs = _paired(gold["quotes"], found["quotes"], likeness, threshold=1.0)
    for number, quote in enumerate(found["quotes"]):
        yield from _of_fields(quote, pairs.get(number), {"text": _found}, f"quote of {quote['speaker']}: {quote['starts']}")


def _found(want: Json, got: Json) -> bool:
    """That the annotations hold the fact is all that is asked of the field."""
    return True


def _of_fields(got: Json, want: Json | None, checks: Checks, line: str) -> Iterator[Verdict]:
    """One verdict for each field that has evidence and a check; all are wrong where the annotations hold no such fact."""
    for item in got["evidence"]:
        check = checks.get(item["field"])
        if check is None:
            continue
        right = want is not None and bool(check(want, got))
        yield item["rule"], right, f"{line}: {item['field']}" + ("" if want is not None else " (no such fact)")


def _paired(gold: list[Json], found: list[Json], likeness: Callable[[Json, Json], float], *, threshold: float) -> dict[int, Json]:
    """Found facts by number with the annotated fact that each is, one to one, the likest first."""
    scored = sorted(((likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    pairs: dict[int, Json] = {}
    taken: set[int] = set()
    for score, i, j in scored:
        if score >= threshold and i not in taken and j not in pairs:
            taken.add(i)
            pairs[j] = gold[i]
    return pairs


# ---- gold sets ----


def _releases(folder: Path) -> list[Path]:
    annotated = sorted(folder.glob("*.json"))
    if not annotated:
        raise GoldError(f"{folder} holds no annotations; name a folder such as ../shared/gold/seeds")
    return [_release(annotation) for annotation in annotated]


def _release(annotation: Path) -> Path:
    beside = sorted(path for path in annotation.parent.glob(f"{_literal(annotation.stem)}.*") if path.suffix != ".json")
    if not beside:
        raise GoldError(f"{annotation} has no release beside it; put the release there, or take the annotation away")
    return beside[0]


def _literal(stem: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in stem)


def _judge(folder: Path, scorer: Path | None) -> Path:
    judge = scorer or folder.resolve().parent / "score.py"
    if not judge.is_file():
        raise GoldError(f"{judge} is not there; the gold sets come with it, or name it with --scorer")
    return judge


def _loaded(judge: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_judge", judge)
    if spec is None or spec.loader is None:
        raise GoldError(f"{judge} is no Python program")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _shown(value: Any) -> str:
    return "none" if value is None else f"{value:.3f}"
