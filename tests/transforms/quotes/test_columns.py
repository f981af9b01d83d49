"""The numbers of candidates and of proposals: each column of the models is filled, by the group that names it."""

import pytest

from transforms.quotes.learned import indirect, pairs


@pytest.mark.parametrize(
    ("groups", "columns"),
    [(pairs.GROUPED, pairs.PAIR_FEATURES), (indirect.GROUPED, indirect.INDIRECT_FEATURES)],
    ids=["pairs", "indirect"],
)
def test_groups_and_columns_have_the_same_names(groups: tuple[str, ...], columns: tuple[str, ...]) -> None:
    assert sorted(groups) == sorted(columns)
    assert len(set(groups)) == len(groups)
