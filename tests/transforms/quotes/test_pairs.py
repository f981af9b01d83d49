"""The numbers of a candidate: each column of the models is filled, and by the group that names it."""

from transforms.quotes.learned.pairs import GROUPED, PAIR_FEATURES


def test_groups_and_columns_have_the_same_names() -> None:
    assert sorted(GROUPED) == sorted(PAIR_FEATURES)
    assert len(set(GROUPED)) == len(GROUPED)
