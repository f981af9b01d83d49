"""Months that are somebody's given name: 'April says'."""

from marked_articles import found


def test_a_month_that_is_a_given_name_is_its_bearer_where_it_speaks() -> None:
    article = ("Title", "[April Lind|PERSON] came.", "April says it rained. In April said Moe so. It rains in April.")
    assert found(*article) == {"April Lind": ["April Lind", "April"]}


def test_a_month_that_is_nobodys_given_name_is_a_month() -> None:
    assert found("Title", "[Nora Lind|PERSON] came.", "April says it rained.") == {"Nora Lind": ["Nora Lind"]}
