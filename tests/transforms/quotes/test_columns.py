"""The numbers of candidates, of proposals and of stretches: each column is filled, by the group that names it."""

import pytest

from transforms.quotes.learned import indirect, pairs, speech


@pytest.mark.parametrize(
    ("groups", "columns"),
    [
        (pairs.GROUPED, pairs.PAIR_FEATURES),
        (indirect.GROUPED, indirect.INDIRECT_FEATURES),
        (speech.GROUPED, speech.SPEECH_FEATURES),
    ],
    ids=["pairs", "indirect", "speech"],
)
def test_groups_and_columns_have_the_same_names(groups: tuple[str, ...], columns: tuple[str, ...]) -> None:
    assert sorted(groups) == sorted(columns)
    assert len(set(groups)) == len(groups)
