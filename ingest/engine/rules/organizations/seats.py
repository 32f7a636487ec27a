"""Whose a body is that a meeting was held at, or that visitors were shown: the state's in which it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ingest.engine import patterns
from ingest.engine.rules.organizations import merging
from ingest.engine.types import Evidence, Meeting, Organization, Passage, Person

# "met at the ", "toured the ", "on a visit to the ": the body is the place, and nobody's office
_AT = patterns.compile(
    r"\b(?:at|in|inside|to|tour(?:ed|ing)?(?:[ ]of)?|visit(?:ed|ing|s)?|inspect(?:ed|ing))[ ](?:the[ ])?$", re.IGNORECASE
)


def settle(
    bodies: tuple[Organization, ...], meetings: tuple[Meeting, ...], officials: tuple[Person, ...], body: Passage
) -> tuple[Organization, ...]:
    """The bodies again; one whose country only the release at hand told has that of the meeting of which it was the place."""
    venues = [(at.start, meeting.country) for meeting in meetings if meeting.country for at in _told(meeting)]
    if not venues:
        return bodies
    offices = [at for official in officials for name, at in official.evidence if name in ("position", "organization")]
    return tuple(_seated(each, venues, offices, body) for each in bodies)


def _told(meeting: Meeting) -> Iterator[Evidence]:
    return (at for name, at in meeting.evidence if name == "kind" and at.where == "body")


def _seated(each: Organization, venues: list[tuple[int, str]], offices: list[Evidence], body: Passage) -> Organization:
    if each.country == "INT" or merging.is_told(each) or any(_is_within(at, offices) for at in each.mentions):
        return each
    states = {state for at in each.mentions if _AT.search(body.text, max(0, at.start - 20), at.start) for state in _venue(at, venues, body)}
    return replace(each, country=states.pop()) if len(states) == 1 else each


def _is_within(at: Evidence, offices: list[Evidence]) -> bool:
    return any(at.where == office.where and office.start <= at.start and at.end <= office.end for office in offices)


def _venue(at: Evidence, venues: list[tuple[int, str]], body: Passage) -> set[str]:
    """Where the meeting was that the same sentence tells before the body."""
    if at.where != "body":
        return set()
    sentence = body.sentences[bisect_right(body.sentences, at.start, key=lambda each: each.start) - 1]
    return {state for start, state in venues if sentence.start <= start < at.start}
