"""What the OpenAPI document says of answers that are faults."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiResponse

from archive.api.problems import TYPE
from archive.api.serializers import ProblemSerializer

PROBLEM = OpenApiResponse(ProblemSerializer, description="What is wrong, as RFC 9457 has it.")


def faults_of(*statuses: int) -> dict[tuple[int, str], OpenApiResponse]:
    """The answers with these statuses, each a problem in words."""
    return {(status, TYPE): PROBLEM for status in statuses}
