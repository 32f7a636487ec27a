"""The archive that other tests lean on is what it says."""

from tests.conftest import SmallArchive


def test_countries_of_a_meeting_are_those_of_its_participants(small_archive: SmallArchive) -> None:
    assert small_archive.talks.countries == ["EE", "PT"]
    assert small_archive.call.countries == ["EE", "JP"]


def test_every_mention_has_the_words_it_points_at(small_archive: SmallArchive) -> None:
    for mention in small_archive.release.mentions.all():
        assert small_archive.release.body[mention.start : mention.end] == mention.text
