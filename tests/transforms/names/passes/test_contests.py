"""Contests and their titles: 'Miss Harbour Kenya' is no woman."""

import pytest
from marked_articles import found, labels

from schemas.vocabulary import Label


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The next Miss [World|PERSON] left.", id="of all"),
        pytest.param("The next Miss [Harbour Kenya|PERSON] left.", id="of a country, with another word"),
        pytest.param("The 2022 Miss [Kenya|PERSON] left.", id="of a country, behind a year"),
        pytest.param("The [Miss Kenya|PERSON] pageant began.", id="of a country, before 'pageant'"),
    ],
)
def test_the_title_of_a_contest_is_nobody(text: str) -> None:
    assert list(labels("Title", text).values()) == [Label.ORG]


def test_a_woman_who_is_called_as_a_country_is() -> None:
    assert list(found("Title", "Miss [Jordan|PERSON] said so.")) == ["Jordan"]
