"""The archive's tables, one class a file.

Machine facts (`Extraction`, `Mention`, `MeetingReport`, …) and human judgements (`Judgement`, `Correction`) never share a table;
`Person`, `Organization`, `Meeting` and what hangs on them are derived from both and can be derived anew.
"""

from archive.models.agreement import Agreement
from archive.models.api_token import ApiToken
from archive.models.appointment import Appointment
from archive.models.article import Article
from archive.models.correction import Correction
from archive.models.country import Country, CountryGroup, GroupMembership
from archive.models.extraction import Extraction
from archive.models.former_key import FormerKey
from archive.models.imports import ImportAct, ImportBatch, ImportFile, ImportPart
from archive.models.judgement import Judgement
from archive.models.likeness import Likeness, RuleWithdrawal
from archive.models.meeting import Meeting
from archive.models.meeting_report import MeetingReport
from archive.models.mention import Mention
from archive.models.organization import Organization
from archive.models.original import Original
from archive.models.participation import Participation
from archive.models.person import Alias, Person
from archive.models.publisher import Publisher
from archive.models.quote import Quote
from archive.models.reader_report import ReaderReport
from archive.models.saved_search import SavedSearch

__all__ = [
    "Agreement",
    "Alias",
    "ApiToken",
    "Appointment",
    "Article",
    "Correction",
    "Country",
    "CountryGroup",
    "Extraction",
    "FormerKey",
    "GroupMembership",
    "ImportAct",
    "ImportBatch",
    "ImportFile",
    "ImportPart",
    "Judgement",
    "Likeness",
    "Meeting",
    "MeetingReport",
    "Mention",
    "Organization",
    "Original",
    "Participation",
    "Person",
    "Publisher",
    "Quote",
    "ReaderReport",
    "RuleWithdrawal",
    "SavedSearch",
]
