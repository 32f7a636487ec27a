"""A list answers the question of its address, says it in words, and says what it did not understand."""

from __future__ import annotations

import datetime
import html as markup
import re
from urllib.parse import quote

import pytest
from django.http import QueryDict
from django.test import Client

from archive.filters.rooms import question_to
from archive.models import Agreement, Organization, Person
from archive.templatetags.parley import sides_of
from tests.conftest import SmallArchive, make_meeting, make_mention, make_person, make_report

TODAY = datetime.date(2025, 6, 1)


@pytest.fixture
def archive(small_archive: SmallArchive) -> SmallArchive:
    make_mention(small_archive.note, "person", "Ülo Tamm", person=small_archive.tamm)
    make_mention(small_archive.release, "organization", "Minister of Defence", organization=small_archive.ministry)
    return small_archive


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def text(html: str) -> str:
    return " ".join(markup.unescape(re.sub(r"<[^>]+>", " ", html)).split())


def heading(html: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.S)
    assert found
    return text(found[1])


def count(html: str) -> str:
    found = re.search(r'<h2 id="count">(.*?)</h2>', html, re.S)
    assert found
    return text(found[1])


class TestTheQuestionInWords:
    @pytest.mark.parametrize(
        ("address", "said"),
        [
            pytest.param("/meetings/", "Meetings", id="nothing asked"),
            pytest.param("/meetings/?of=EE", "Meetings of Estonia", id="one country"),
            pytest.param("/meetings/?of=estonia", "Meetings of Estonia", id="a country by name"),
            pytest.param("/meetings/?of=EE&with=PT&since=2022", "Meetings of Estonia with Portugal since 2022", id="two countries, a year"),
            pytest.param("/meetings/?of=EE&of=PT", "Meetings of Estonia or Portugal", id="either of two"),
            pytest.param("/meetings/?kind=visit&kind=call&state=planned", "Planned visits and calls", id="kinds are the noun"),
            pytest.param("/meetings/?q=staff+talks", "Meetings saying “staff talks”", id="words"),
            pytest.param("/meetings/?since=last+90+days", "Meetings since the last 90 days", id="days back"),
            pytest.param(
                "/meetings/?of=NATO&with=au", "Meetings of NATO members with Australia", id="a group, and a country of a group's name"
            ),
            pytest.param(
                "/meetings/?office=chief+of+defense&among=two",
                "Meetings attended by a “chief of defense” between two countries",
                id="office",
            ),
            pytest.param("/meetings/?lead=both-sides&of=EE", "Meetings of Estonia told by both sides", id="a lead"),
            pytest.param("/meetings/?level=2", "Meetings at level minister", id="level"),
            pytest.param("/meetings/?person=Tamm", "Meetings attended by “Tamm”", id="a person by name"),
            pytest.param("/articles/?of=PT&until=March+2024", "Articles naming Portugal until March 2024", id="articles"),
            pytest.param("/people/?q=Dincu&of=RO", "People named “Dincu” of Romania", id="people"),
            pytest.param(
                "/organizations/?of=EE&kind=ministry", "Organizations of Estonia of kind ministry or department of state", id="bodies"
            ),
            pytest.param("/agreements/?of=EE&with=PT&action=signed", "Signed agreements of Estonia with Portugal", id="agreements"),
        ],
    )
    def test_it_is_the_heading_and_the_title(self, address: str, said: str, archive: SmallArchive, client: Client) -> None:
        html = page(client, address)
        assert heading(html) == said
        assert f"<title>{said} · Parley</title>" in markup.unescape(html)

    def test_each_part_can_be_taken_off(self, archive: SmallArchive, client: Client) -> None:
        html = page(client, "/meetings/?of=Estonia&with=PT&since=2022")
        assert 'href="?with=PT&amp;since=2022"' in html
        assert 'href="?of=EE&amp;since=2022"' in html
        assert 'href="?of=EE&amp;with=PT"' in html

    def test_the_page_says_back_what_it_understood_of_a_date(self, archive: SmallArchive, client: Client) -> None:
        html = page(client, "/meetings/?since=March+1998&until=21.09.99")
        assert "Read as 1 March 1998" in html
        assert "Read as 21 September 1999" in html


class TestMeetings:
    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            pytest.param("", 2, id="nothing asked"),
            pytest.param("of=EE", 2, id="a country"),
            pytest.param("of=EE&with=PT", 1, id="two countries"),
            pytest.param("of=EE&with=EE", 0, id="a country with itself"),
            pytest.param("of=NATO", 2, id="a group of countries"),
            pytest.param("of=eu-members&with=NATO", 1, id="two groups, of two sides"),
            pytest.param("of=EE&with=Quad", 1, id="a group as the counterpart"),
            pytest.param("of=ASEAN", 0, id="a group of none of them"),
            pytest.param("of=G7&with=G7", 0, id="a group with itself needs two of its members"),
            pytest.param("guest=PT", 1, id="a guest"),
            pytest.param("guest=EE", 0, id="the host is no guest"),
            pytest.param("office=minister+of+defense", 1, id="an office, in the other spelling"),
            pytest.param("office=defence", 1, id="a word of an office"),
            pytest.param("office=deputy+minister", 0, id="an office that nobody held"),
            pytest.param("office=of+the", 0, id="no word that tells an office"),
            pytest.param("among=two", 2, id="of two countries"),
            pytest.param("among=more", 0, id="of more"),
            pytest.param("agreement=signed", 1, id="with a signed agreement"),
            pytest.param("topic=cyber", 0, id="a topic"),
            pytest.param("lead=both-sides", 0, id="told by one side only"),
            pytest.param("lead=first", 1, id="the first of the pair; one without a year is never the first"),
            pytest.param("lead=unreported&lead=first", 1, id="either of two leads"),
            pytest.param("of=EE&of=PT&with=PT", 1, id="either with one of them"),
            pytest.param("with=JP", 1, id="a counterpart alone"),
            pytest.param("since=2023&until=2023", 2, id="a year, and what has no year may lie in it"),
            pytest.param("since=2023&until=2023&dated=only", 1, id="a year, what has none left out"),
            pytest.param("until=2022", 1, id="before: only what has no year may"),
            pytest.param("kind=call", 1, id="kind"),
            pytest.param("mode=not-stated", 0, id="mode not stated"),
            pytest.param("level=unknown", 1, id="level not known"),
            pytest.param("level=2&level=unknown", 2, id="either level"),
            pytest.param("person=tamm", 2, id="a person by a spelling"),
            pytest.param("person=Costa", 1, id="the other person"),
            pytest.param("organization=MoD", 1, id="a body by its acronym"),
            pytest.param("agreement=yes", 1, id="with an agreement"),
            pytest.param("q=cyber+exercise", 1, id="words by their stems"),
            pytest.param("q=%22cyber+exercises%22", 1, id="a phrase"),
            pytest.param("q=%22exercises+cyber%22", 0, id="a phrase the other way round"),
            pytest.param("q=joao", 1, id="without accents"),
            pytest.param("q=tallinn+-cyber", 1, id="without a word: the other account"),
        ],
    )
    def test_those_that_fit_are_found(self, asked: str, found: int, archive: SmallArchive) -> None:
        assert question_to("meetings", QueryDict(asked), today=TODAY).count() == found

    @pytest.mark.parametrize(("asked", "said"), [("of=EE", "2 meetings"), ("of=EE&with=PT", "1 meeting"), ("of=ASEAN", "0 meetings")])
    def test_the_page_says_how_many(self, asked: str, said: str, archive: SmallArchive, client: Client) -> None:
        assert count(page(client, f"/meetings/?{asked}")) == said

    def test_counts_beside_a_filter_are_for_the_rest_of_the_question(self, archive: SmallArchive, client: Client) -> None:
        html = text(page(client, "/meetings/?kind=call"))
        assert "Talks 1" in html
        assert "Call 1" in html
        assert "Visit 0" in html

    def test_what_has_no_year_stands_at_the_end_both_ways(self, archive: SmallArchive, client: Client) -> None:
        for order in ("newest", "oldest"):
            html = page(client, f"/meetings/?sort={order}")
            assert html.index("Estonia-Portugal talks") < html.index("year not stated")

    def test_pages_keep_the_question(self, archive: SmallArchive, client: Client) -> None:
        for number in range(25):
            meeting = make_meeting(f"Talks {number}", date=f"2020-01-{number + 1:02}")
            make_report(meeting, archive.release, position=number + 5)
        html = page(client, "/meetings/?since=2020&sort=oldest")
        assert 'href="?since=2020&amp;sort=oldest&amp;page=2" rel="next"' in html
        assert "1 to 20 of 27" in html

    def test_an_empty_answer_has_ways_out(self, archive: SmallArchive, client: Client) -> None:
        html = page(client, "/meetings/?of=PT&with=JP&kind=call")
        assert "No calls of Portugal with Japan" in text(html)
        assert "without of Portugal 1" in text(html)
        assert not re.search("without “[^”]*” 0", text(html)), "a way out leads out"

    def test_thirty_officials_and_a_very_long_title_fit(self, archive: SmallArchive, client: Client) -> None:
        meeting = make_meeting("8th Session of the Trans-Border Security Committee " * 6, date="2021-08-03")
        make_report(meeting, archive.release, position=9)
        for number in range(30):
            person = make_person(f"Ștefan Dîncu-Nguyễn {number}", f"Dîncu-Nguyễn {number}", "RO")
            meeting.participations.create(person=person, country_id="RO")
        assert "and 27 more" in page(client, "/meetings/")
        assert page(client, f"/meetings/{meeting.public_id}/").count('class="official__name"') == 30


class TestPeople:
    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            pytest.param("q=Tamm", "Ülo Tamm", id="a name"),
            pytest.param("q=ulo+tamm", "Ülo Tamm", id="without accents"),
            pytest.param("q=Tam", "Ülo Tamm", id="a slip"),
            pytest.param("q=Joao+da+Costa", "João da Costa", id="another"),
        ],
    )
    def test_a_name_is_found_by_its_spellings(self, asked: str, found: str, archive: SmallArchive, client: Client) -> None:
        assert found in page(client, f"/people/?{asked}")

    def test_exactly_as_written_is_exact(self, archive: SmallArchive, client: Client) -> None:
        assert count(page(client, "/people/?q=Ulo+Tamm&exact=yes")) == "0 people"
        assert count(page(client, "/people/?q=%C3%9Clo+Tamm&exact=yes")) == "1 person"

    def test_they_stand_as_in_an_alphabet(self, archive: SmallArchive) -> None:
        names = ["Álvarez, Jorge", "Baker, Ann", "Ștefănescu, Ioana", "van den Broeck, Annelies", "Vasile, Ion", "Zwane, Bheki"]
        for name in reversed(names):
            Person.objects.create(key=f"{name:_<24.24}", name=name, sort_name=name)
        assert [one.sort_name for one in Person.objects.by_name() if one.sort_name in names] == names
        assert [one.sort_name for one in Person.objects.for_list().most_met() if one.sort_name in names] == names


def test_organizations_and_agreements_stand_as_in_an_alphabet(archive: SmallArchive) -> None:
    names = ["Adamis Works", "ADMM", "École de guerre", "eThekwini Harbour", "Xavier Institute"]
    for place, name in enumerate(reversed(names)):
        Organization.objects.create(key=f"{name:_<24.24}", name=name)
        Agreement.objects.create(key=f"{place:_<24}", title=name, action="signed", article=archive.release)
    assert [one.name for one in Organization.objects.by_name() if one.name in names] == names
    assert [one.title for one in Agreement.objects.by_title() if one.title in names] == names


class TestArticles:
    def test_hits_are_marked(self, archive: SmallArchive, client: Client) -> None:
        assert ">cyber</mark>" in page(client, "/articles/?q=cyber")


def test_sides_are_told_apart_to_those_who_do_not_see_them(archive: SmallArchive) -> None:
    heard = re.sub(r"<span class=.cc.*?</span>|<[^>]*>", "", sides_of(archive.talks)).replace("&nbsp;", " ")
    assert heard.split() == ["Portugal,", "with", "Estonia,", "host"]


LISTS = [
    *(f"/{room}/" for room in ("meetings", "articles", "people", "organizations", "agreements", "quotes", "offices", "search")),
    "/meetings/matrix/",
    "/meetings/timeline/",
]

AWKWARD = {
    "a NUL byte": "q=%00&of=%00&since=%00&person=%00&kind=%00",
    "ten thousand characters": "&".join(f"{name}={'x' * 10_000}" for name in ("q", "of", "since", "until", "person", "kind", "level")),
    "no such country": "of=Narnia&with=ZZ",
    "no date": "since=sometime&until=31+February+2023",
    "no such value": "kind=picnic&level=9&state=maybe&mode=swum&sort=sideways&action=eaten&publisher=nobody",
    "a thousand values": "&".join("of=RO" for _ in range(1000)),
    "an open quote": "q=%22staff+talks",
    "nothing but signs": "q=" + quote("& | ! ( ) : * <-> ' \\ %"),
    "contradictory": "since=2024&until=2020",
    "half a surrogate": "q=%ED%A0%80&of=%FF",
    "empty values": "q=&of=&with=&since=&until=&kind=&person=&page=&sort=",
    "page a million": "page=1000000",
    "page none": "page=-1",
    "page a word": "page=last%00",
}


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("asked", AWKWARD.values(), ids=AWKWARD.keys())
def test_bad_input_gets_a_page(asked: str, address: str, archive: SmallArchive, client: Client) -> None:
    assert client.get(f"{address}?{asked}").status_code == 200


class TestWhatIsNotUnderstood:
    @pytest.mark.parametrize(
        ("asked", "told"),
        [
            pytest.param("of=Romenia", "No country is called “Romenia”. Did you mean Romania?", id="a slip in a country"),
            pytest.param("since=sometime+2023", "“sometime 2023” is not a date.", id="no date"),
            pytest.param("until=31.02.2023", "There is no such day as “31.02.2023”.", id="no such day"),
            pytest.param("since=2024&until=March+2020", "“March 2020” ends before “2024” begins: no day lies in both.", id="no such time"),
            pytest.param("kind=picnic", "“picnic” is none of: meeting, call", id="no such kind"),
            pytest.param("person=Xyzzy", "No person of the name “Xyzzy” was found", id="nobody"),
            pytest.param("q=%00", "a character in it that no text has", id="a NUL byte"),
            pytest.param("q=" + "x" * 501, "longer than 500 characters", id="too long"),
        ],
    )
    def test_it_is_told_beside_its_field_and_nothing_else_is_answered(
        self, asked: str, told: str, archive: SmallArchive, client: Client
    ) -> None:
        html = page(client, f"/meetings/?{asked}&with=PT")
        beside = re.search(r'<p class="error"[^>]*>(.*?)</p>', html, re.S)
        assert beside
        assert told in text(beside[1])
        assert count(html) == "Not understood"
        assert "Estonia-Portugal talks" not in html
        assert re.search(r'href="\?with=PT(&amp;since=2024)?">ask without it', html)

    def test_what_was_typed_stays_in_the_field(self, archive: SmallArchive, client: Client) -> None:
        html = page(client, "/meetings/?since=sometime&of=Romenia")
        assert 'value="sometime"' in html
        assert 'value="Romenia"' in html

    def test_a_page_that_there_is_not_is_told(self, archive: SmallArchive, client: Client) -> None:
        html = page(client, "/meetings/?page=1000000")
        assert "There is no page “1000000”. This is page 1 of 1." in html


class TestWhatTakesTooLong:
    def test_a_list_that_cannot_be_counted_in_time_shows_its_page_and_says_so(
        self, archive: SmallArchive, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("archive.views.listing.SECONDS", -1.0)
        for number in range(25):
            meeting = make_meeting(f"Talks {number}", date=f"2020-01-{number + 1:02}")
            make_report(meeting, archive.release, position=number + 5)
        html = page(client, "/meetings/?since=2020")
        assert count(html) == "More than 20 meetings"
        assert "This is a part of the answer" in html
        assert "Estonia-Portugal talks" in html
        assert '<span class="n">' not in html
        assert 'rel="next"' in html
        assert count(page(client, "/meetings/?since=2020&page=2")) == "27 meetings"

    @pytest.mark.parametrize("room", ["articles", "people", "organizations", "agreements", "quotes", "offices"])
    def test_so_does_every_other_list(self, room: str, archive: SmallArchive, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("archive.views.listing.SECONDS", -1.0)
        assert "This is a part of the answer" in page(client, f"/{room}/")


@pytest.mark.parametrize(("status", "articles"), [("published", 2), ("draft", 1), ("withdrawn", 1)])
def test_articles_that_are_not_published_are_not_counted(status: str, articles: int, archive: SmallArchive) -> None:
    make_mention(archive.note, "organization", "Ülo Tamm", organization=archive.ministry)
    archive.note.status = status
    archive.note.save()
    assert Organization.objects.for_list().get(pk=archive.ministry.pk).articles == articles
