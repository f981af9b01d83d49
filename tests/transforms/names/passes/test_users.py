"""Users of a site and its name: '[heron42 Harbourbook|PERSON] account'."""

import pytest
from marked_articles import found

ACCOUNT = "The [heron42 Harbourbook|PERSON] account was shut."


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        pytest.param("[heron42|PERSON] left. [heron42|PERSON] slept.", "heron42", id="often alone"),
        pytest.param("[heron42|PERSON] left.", "heron42 Harbourbook", id="once alone"),
        pytest.param(
            "[heron42|PERSON] left. [heron42|PERSON] slept. [heron42 Harbourbook|PERSON] left.",
            "heron42 Harbourbook",
            id="the longer name otherwise, too",
        ),
    ],
)
def test_the_site_is_no_part_of_its_users_name(rest: str, name: str) -> None:
    names = found("Title", ACCOUNT, rest)
    assert names.keys() == {name}
    assert names[name][0] == name


def test_the_account_of_a_body_keeps_its_name() -> None:
    line = "The [Heron Works|ORG] account was shut. [Heron|PERSON] left. [Heron|PERSON] slept."
    assert "Heron Works" in found("Title", line)


def test_a_body_that_is_often_named_has_no_account() -> None:
    line = "The [Heron Lind|PERSON] account was shut. [Heron|ORG] left. [Heron|ORG] slept."
    assert "Heron Lind" in found("Title", line)


def test_a_name_at_the_end() -> None:
    assert found("[Heron|PERSON] left. [Heron|PERSON] slept. We saw [Heron Lind|PERSON]").keys() == {"Heron Lind"}
