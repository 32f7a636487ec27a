"""Deciding by program: the same acts as on the pages, in the name of the user of a token.

    curl -H "Authorization: Bearer parley_…" -H "Content-Type: application/json" \
         -d '{"kind": "person", "key": "…", "field": "country", "seen": "PT", "new": "BR", "reason": "…"}' https://…/api/v1/corrections/
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import APIException, AuthenticationFailed, NotFound
from rest_framework.parsers import JSONParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from archive.actions import additions, corrections, judgements, meetings, organizations, people, splits
from archive.actions.corrections import MODELS
from archive.api.documented import faults_of
from archive.models import ApiToken, Article, Correction, Judgement, Meeting, MeetingReport, Mention, Organization, Person


class Conflict(APIException):
    status_code = 409
    default_code = "conflict"


class Refused(APIException):
    status_code = 400
    default_code = "refused"


class ByToken(BaseAuthentication):
    """`Authorization: Bearer …` with a token that an admin made. Sessions are not heard here, so no other site acts by a browser."""

    def authenticate(self, request: Request) -> tuple[Any, ApiToken] | None:
        words = get_authorization_header(request).decode("latin-1").split()
        if len(words) != 2 or words[0].lower() != "bearer":
            return None
        token = ApiToken.for_secret(words[1])
        if token is None:
            raise AuthenticationFailed("This token opens nothing: it is withdrawn, past its day, or none.")
        ApiToken.objects.filter(pk=token.pk).update(last_used=timezone.now())
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class ByTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the API's document tells of tokens; the framework finds it by its target."""

    target_class = "archive.api.decisions.ByToken"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}


class MayCorrect(BasePermission):
    message = "The user of this token may not correct the archive. An administrator gives that right."

    def has_permission(self, request: Request, view: APIView) -> bool:
        return bool(request.user and request.user.is_authenticated and request.user.has_perm("archive.add_correction"))


class CorrectionSerializer(serializers.Serializer[Any]):
    """A correction that is asked for. `seen` is the value that whoever corrects has before them; where another holds, nothing is done."""

    operation = serializers.ChoiceField(["set", "suppress", "split", "add"], default="set")
    kind = serializers.ChoiceField(list(MODELS))
    key = serializers.CharField(
        max_length=26, min_length=10, help_text="The key, or the id of the address; of the release, for what is added to it."
    )
    field = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=60,
        help_text="For who took part in a meeting person:KEY, organization:KEY or country:RO, with the side for a value.",
    )
    words = serializers.CharField(
        required=False, default="", max_length=4000, help_text="Of what is added: the words of the release that tell it."
    )
    seen = serializers.JSONField(required=False, default=None, allow_null=True)
    new = serializers.JSONField(required=False, default=None, allow_null=True)
    mentions = serializers.ListField(child=serializers.CharField(max_length=26), required=False, default=list, max_length=500)
    reason = serializers.CharField(required=False, allow_blank=True, max_length=1000, default="")


class JudgementSerializer(serializers.Serializer[Any]):
    """A judgement that is asked for: whether two officials, organizations or meetings are one. Of two that are, `other` keeps its name."""

    kind = serializers.ChoiceField(["person", "organization", "meeting"])
    one = serializers.CharField(max_length=26, min_length=10)
    other = serializers.CharField(max_length=26, min_length=10)
    verdict = serializers.ChoiceField(["same", "different", "unsure"])
    reason = serializers.CharField(required=False, allow_blank=True, max_length=1000, default="")


class MadeSerializer(serializers.Serializer[Any]):
    """What was decided, and its number, by which it is withdrawn."""

    id = serializers.IntegerField(source="pk")
    by = serializers.CharField(source="by.username")
    made_at = serializers.DateTimeField()
    reason = serializers.CharField()


WHAT = OpenApiParameter("what", str, OpenApiParameter.PATH, enum=["corrections", "judgements"])
FAULTS = faults_of(400, 401, 403, 404, 409, 415, 429, 503)


class Deciding(APIView):
    """What all verbs have in common."""

    authentication_classes = [ByToken]
    permission_classes = [MayCorrect]
    parser_classes = [JSONParser]


class Corrections(Deciding):
    @extend_schema(operation_id="correct", request=CorrectionSerializer, responses={201: MadeSerializer, **FAULTS})
    def post(self, request: Request) -> Response:
        """Set a field, take a thing away, part an official in two, or add what the machine missed in a release."""
        asked = CorrectionSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        told = asked.validated_data
        if told["operation"] == "add":
            article = _thing(Article, told["key"])
            made = _done(lambda: _add(article, told, request.user))
        else:
            thing = _thing(MODELS[told["kind"]], told["key"])
            made = _done(lambda: _correct(thing, told, request.user))
        return Response(MadeSerializer(made).data, status=201)


class Judgements(Deciding):
    @extend_schema(operation_id="judge", request=JudgementSerializer, responses={201: MadeSerializer, **FAULTS})
    def post(self, request: Request) -> Response:
        """Say whether two are the same."""
        asked = JudgementSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        told = asked.validated_data
        one, other = (_thing(MODELS[told["kind"]], told[side]) for side in ("one", "other"))
        made = _done(lambda: _judge(one, other, told, request.user))
        return Response(MadeSerializer(made).data, status=201)


class Withdrawal(Deciding):
    @extend_schema(operation_id="withdraw", parameters=[WHAT], request=None, responses={204: None, **FAULTS})
    def post(self, request: Request, what: str, pk: int) -> Response:
        """Take a decision back. It stays on record; a second time is refused."""
        by: Any = request.user
        if what == "corrections":
            correction = Correction.objects.filter(pk=pk).first()
            _done(lambda: corrections.withdraw(correction=_there(correction), by=by))
        else:
            judgement = Judgement.objects.filter(pk=pk).first()
            _done(lambda: judgements.withdraw(judgement=_there(judgement), by=by))
        return Response(status=204)


class Keeping(Deciding):
    @extend_schema(operation_id="keep", request=None, responses={201: MadeSerializer, **FAULTS})
    def post(self, request: Request, pk: int) -> Response:
        """Let a correction hold though the machine now reads something else: that reading is known from now on."""
        correction = _there(Correction.objects.filter(pk=pk).first())
        by: Any = request.user
        made = _done(lambda: corrections.keep(correction=correction, by=by))
        return Response(MadeSerializer(made).data, status=201)


def _add(article: Article, told: dict[str, Any], by: Any) -> Correction:
    fields = told["new"] if told["new"] is not None else {}
    if not isinstance(fields, dict):
        raise Refused("What is added is told as an object: {“new”: {“title”: …}}.")
    at = corrections.place_of(told["words"], article=article)
    return additions.add(what=told["kind"], article=article, start=at[0], end=at[1], by=by, reason=told["reason"], **fields)


def _correct(thing: Any, told: dict[str, Any], by: Any) -> Correction:
    kind, key, reason = told["kind"], thing.key, told["reason"]
    if told["operation"] == "suppress":
        return corrections.suppress(kind=kind, key=key, old={"name": str(thing)}, by=by, reason=reason)
    if told["operation"] == "split":
        if kind not in {"person", "organization"}:
            raise Refused("Only an official or an organization is split by mentions. Judge two accounts of a meeting.")
        chosen = list(Mention.objects.filter(key__in=told["mentions"]))
        splits.split(thing=thing, mentions=chosen, by=by, reason=reason)
        return Correction.objects.in_force().filter(kind="mention", key__in=told["mentions"]).order_by("-pk")[0]
    return corrections.correct(kind=kind, key=key, field=told.get("field", ""), new=told["new"], seen=told["seen"], by=by, reason=reason)


def _judge(one: Any, other: Any, told: dict[str, Any], by: Any) -> Judgement:
    verdict, reason = told["verdict"], told["reason"]
    if isinstance(one, Meeting):
        keys = tuple(MeetingReport.objects.filter(meeting=thing).order_by("key").values_list("key", flat=True)[0] for thing in (one, other))
        return meetings.answer(keys=keys, verdict=verdict, by=by, reason=reason)  # type: ignore[arg-type]
    if one == other:
        raise Refused(f"{one} is compared with itself. Give two.")
    if verdict == "same":
        verbs: Any = people if isinstance(one, Person) else organizations
        made: Judgement = verbs.merge(source=one, into=other, by=by, reason=reason)
        return made
    if isinstance(one, Organization):
        return organizations.answer(one=one, other=other, keys=(one.key, other.key), verdict=verdict, by=by, reason=reason)
    return people.answer(one=one, other=other, keys=(one.key, other.key), verdict=verdict, by=by, reason=reason)


def _done(act: Callable[[], Any]) -> Any:
    """What the act gives; what it refuses as a fault of the request, with the reason."""
    try:
        return act()
    except (corrections.Changed, judgements.AlreadyWithdrawn, judgements.Contradiction, people.AnsweredMeanwhile) as conflict:
        raise Conflict(str(conflict)) from conflict
    except ValueError as refused:
        raise Refused(str(refused)) from refused


def _thing(model: type[Any], key: str) -> Any:
    return _there(model.objects.filter(key__startswith=key).first())


def _there(thing: Any) -> Any:
    if thing is None:
        raise NotFound("There is no such thing in the archive. It may have been joined to another: ask for its address first.")
    return thing
