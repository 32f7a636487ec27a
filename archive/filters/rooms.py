"""Which question each room of the archive asks, for whoever serves all of them alike: exports, API, saved searches."""

from __future__ import annotations

import datetime

from django.http import QueryDict

from archive.filters.agreements import AgreementQuestion
from archive.filters.articles import ArticleQuestion
from archive.filters.countries import Countries
from archive.filters.meetings import MeetingQuestion
from archive.filters.offices import OfficeQuestion
from archive.filters.organizations import OrganizationQuestion
from archive.filters.people import PersonQuestion
from archive.filters.question import Question
from archive.filters.quotes import QuoteQuestion

QUESTIONS: dict[str, type[Question]] = {
    question.noun: question
    for question in (
        MeetingQuestion,
        ArticleQuestion,
        PersonQuestion,
        OrganizationQuestion,
        AgreementQuestion,
        QuoteQuestion,
        OfficeQuestion,
    )
}


def question_to(room: str, data: QueryDict, *, today: datetime.date) -> Question:
    """Return the question that an address asks of a room, about what readers may see."""
    question = QUESTIONS[room]
    return question(data, question._meta.model.objects.public(), countries=Countries.load(), today=today)
