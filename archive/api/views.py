"""The rooms of the API: each is a list by a question, and the things by their ids."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from archive.api import examples, serializers
from archive.api.documented import faults_of
from archive.api.paging import ByCode
from archive.api.questions import BESIDES, ByQuestion
from archive.exports.evidence import first_in_office, first_named
from archive.filters.rooms import QUESTIONS
from archive.models import Country, FormerKey
from archive.models.appointment import as_one
from archive.views.found import MovedOn, found


class Room(ListModelMixin, RetrieveModelMixin, GenericViewSet[Any]):
    """One kind of thing. What only unpublished articles tell of is not there."""

    room: ClassVar[str]
    former: ClassVar[str | None] = None  # kind of the keys that things had before they were joined to others
    filter_backends = [ByQuestion]
    lookup_field = "id"
    lookup_value_regex = "[a-z0-9]{10}"

    def get_queryset(self) -> QuerySet[Any]:
        return QUESTIONS[self.room]._meta.model.objects.public()  # type: ignore[no-any-return]

    def retrieve(self, request: Request, id: str) -> Response:
        """One by its id. An id that was joined to another leads on to that one."""
        if request.query_params:
            raise NotFound("A thing by its id takes no parameters.")
        try:
            thing = found(self.get_queryset().for_export(), id, kind=self.former)  # type: ignore[attr-defined]
        except MovedOn as moved:
            address = reverse(f"api-{self.room}-detail", args=[moved.public_id])
            return Response(status=301, headers={"Location": address})
        return Response(self.get_serializer(thing).data)


class Proven(Room):
    """A kind of thing that is proven by where it was named last."""

    named_by: ClassVar[str]

    def get_serializer(self, *args: Any, **kwargs: Any) -> BaseSerializer[Any]:
        things = args[0] if args else []
        ids = [thing.pk for thing in (things if isinstance(things, list) else [things])]
        proven = first_in_office(ids) if self.named_by == "office" else first_named(self.named_by, ids)
        kwargs["context"] = {**self.get_serializer_context(), "evidence": proven if ids else {}}
        return self.get_serializer_class()(*args, **kwargs)


def described(room: str, form: type[BaseSerializer[Any]], *, single: str, detail: type[BaseSerializer[Any]] | None = None) -> Any:
    """A class decorator: what the OpenAPI document says of a room."""
    faults = faults_of(400, 403, 404, 429, 503)
    example = [] if detail else [examples.of(room)]
    return extend_schema_view(
        list=extend_schema(
            operation_id=f"list_{room}",
            summary=f"The {room} that fit, by pages",
            responses={200: form(many=True), **faults},
            examples=[examples.of(room)],
            tags=[room],
        ),
        retrieve=extend_schema(
            operation_id=f"get_{single}", summary=f"One {single}", responses={200: detail or form, **faults}, examples=example, tags=[room]
        ),
    )


@described("meetings", serializers.MeetingSerializer, single="meeting")
class Meetings(Room):
    room = "meetings"
    former = FormerKey.Kind.MEETING
    serializer_class = serializers.MeetingSerializer


@described("articles", serializers.ArticleSerializer, single="article", detail=serializers.ArticleDetailSerializer)
class Articles(Room):
    room = "articles"

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        return serializers.ArticleDetailSerializer if self.action == "retrieve" else serializers.ArticleSerializer


@described("people", serializers.PersonSerializer, single="person")
class People(Proven):
    room = "people"
    former = FormerKey.Kind.PERSON
    named_by = "person"
    serializer_class = serializers.PersonSerializer


@described("organizations", serializers.OrganizationSerializer, single="organization")
class Organizations(Proven):
    room = "organizations"
    former = FormerKey.Kind.ORGANIZATION
    named_by = "organization"
    serializer_class = serializers.OrganizationSerializer


@described("agreements", serializers.AgreementSerializer, single="agreement")
class Agreements(Room):
    room = "agreements"
    serializer_class = serializers.AgreementSerializer


@described("offices", serializers.OfficeSerializer, single="office")
class Offices(Proven):
    room = "offices"
    named_by = "office"
    serializer_class = serializers.OfficeSerializer

    def get_serializer(self, *args: Any, **kwargs: Any) -> BaseSerializer[Any]:
        things = args[0] if args else []
        as_one(things if isinstance(things, list) else [things])
        return super().get_serializer(*args, **kwargs)


@described("quotes", serializers.QuoteSerializer, single="quote")
class Quotes(Room):
    room = "quotes"
    serializer_class = serializers.QuoteSerializer


@described("countries", serializers.CountrySerializer, single="country")
class Countries(ListModelMixin, RetrieveModelMixin, GenericViewSet[Any]):
    """All states and territories."""

    room = "countries"
    queryset = Country.objects.prefetch_related("memberships__group")
    serializer_class = serializers.CountrySerializer
    pagination_class = ByCode
    lookup_field = "code"
    lookup_value_regex = "[A-Z]{2}"

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        unknown = [name for name in self.request.query_params if name not in BESIDES or self.detail]
        if unknown:
            raise ValidationError({name[:60]: "There is no such parameter." for name in unknown})
        return queryset


ROOMS = (Meetings, Articles, People, Organizations, Agreements, Quotes, Offices, Countries)


class Nowhere(APIView):
    """Any other address of the API: told as a problem, not as a page."""

    schema = None

    def get(self, request: Request) -> Response:
        raise NotFound("There is nothing at this address. /api/v1/ says what there is.")


def guide(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document as a page: each room with its parameters and one example, to be tried by a link."""
    document = SchemaGenerator(api_version="v1").get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    rooms = [_in_guide(document, view.room, reverse(f"api-{view.room}-list")) for view in ROOMS]
    return render(request, "api/guide.html", {"rooms": rooms})


def _in_guide(document: dict[str, Any], room: str, path: str) -> dict[str, Any]:
    parameters = [_parameter(one) for one in document["paths"][path]["get"]["parameters"]]
    return {"path": path, "name": room, "parameters": parameters, "example": examples.written(room)}


def _parameter(described: dict[str, Any]) -> dict[str, Any]:
    """A parameter with the values that it may have; none where it is free text."""
    schema = described["schema"]
    return {"name": described["name"], "words": described["description"], "values": schema.get("items", schema).get("enum", [])}
