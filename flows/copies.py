"""The stage after the last batch: which articles are copies, for the texts that the run brought or took."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import duckdb

from warehouse.copy_groups import edges, regroup
from warehouse.overlaps import compare_next, count_waiting, record, take_stock
from warehouse.tuning import tune
from warehouse.wordings import add_prose, without_prose

if TYPE_CHECKING:
    import dataframely as dy

    from transforms.duplicates import Edges, Overlaps

_OLD_ARTICLES = 1_000
"""Articles of a lake from before there were fingerprints that get theirs in one go."""


def find_copies(
    lake: duckdb.DuckDBPyConnection, run_id: str, tell: Callable[[int, int], None] = lambda _done, _of: None
) -> int:
    """Compare every new text with all there are, write down what is alike, and decide the groups that changed.

    The outcome depends on the articles in the lake alone, not on their order or batches; a run that was killed before
    or during this stage leaves the rest to the next. ``tell`` is told how many texts are compared, and of how many.
    Gives the number of articles that changed their group.
    """
    tune(lake)
    _take_missing_fingerprints(lake, run_id)
    take_stock(lake, run_id)
    waiting = count_waiting(lake)
    compared = 0
    tell(compared, waiting)
    while (found := compare_next(lake, _least())) is not None:
        from transforms.duplicates import judge  # noqa: PLC0415  (a run with nothing new needs none of it)

        overlaps: dy.DataFrame[Overlaps] = found.overlaps  # type: ignore[assignment]
        record(lake, found.wordings, judge(overlaps), run_id)
        compared += len(found.wordings)
        tell(compared, waiting)
    pairs = edges(lake)
    if pairs is None:
        return 0
    from transforms.duplicates import components  # noqa: PLC0415

    connected: dy.DataFrame[Edges] = pairs  # type: ignore[assignment]
    return regroup(lake, components(connected), run_id)


def _least() -> float:
    from transforms.duplicates import PARTIAL  # noqa: PLC0415

    return PARTIAL


def _take_missing_fingerprints(lake: duckdb.DuckDBPyConnection, run_id: str) -> None:
    while (old := without_prose(lake, _OLD_ARTICLES)) is not None:
        from transforms.duplicates import fingerprint  # noqa: PLC0415

        printed = fingerprint(*old)
        add_prose(lake, printed.prose, printed.fingerprints, run_id)
