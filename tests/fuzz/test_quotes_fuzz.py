"""Some damaged articles with each run of the tests; ``benchmarks/quotes_fuzz.py`` does more of them."""

import pytest

from benchmarks.quotes_fuzz import faults


@pytest.mark.model
def test_no_rule_raises_on_a_damaged_article() -> None:
    assert not faults(60, seed=7, language="en")
