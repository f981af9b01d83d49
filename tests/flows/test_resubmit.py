"""A stage whose workers were killed is done again, so often and no more."""

from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from flows.errors import RunError
from flows.resubmit import Processes

BROKEN, CANCELLED = BrokenProcessPool, CancelledError
GONE = "gone"


class Outcome:
    def __init__(self, what: object) -> None:
        self.what = what

    def result(self) -> object:
        if isinstance(self.what, type):
            raise self.what
        return self.what


class Pools:
    """Each new pool has the next end for the stage that it is given."""

    def __init__(self, *ends: object) -> None:
        self.ends = ends
        self.made: list[Pool] = []

    def new(self) -> "Pool":
        self.made.append(Pool(self.ends[len(self.made)]))
        return self.made[-1]


class Pool:
    def __init__(self, end: object) -> None:
        self.end = end

    def submit(self, *_: object) -> Any:
        if self.end is GONE:
            raise BrokenProcessPool
        return Outcome(self.end)


@pytest.mark.parametrize(
    "ends",
    [
        pytest.param([], id="at once"),
        pytest.param([BROKEN], id="its worker was killed"),
        pytest.param([CANCELLED], id="it waited when another was killed"),
        pytest.param([GONE], id="the workers were killed before it"),
        pytest.param([BROKEN, CANCELLED], id="as often as may be"),
    ],
)
def test_it_is_done_again(ends: list[object]) -> None:
    pools = Pools(*ends, "done")
    assert Processes(pools.new).submit(print).result() == "done"
    assert len(pools.made) == len(ends) + 1


def test_a_pool_is_replaced_once_for_all_that_it_had() -> None:
    pools = Pools(BROKEN, "done")
    processes = Processes(pools.new)
    assert [stage.result() for stage in [processes.submit(print), processes.submit(print)]] == ["done", "done"]


@pytest.mark.parametrize("last", [BROKEN, CANCELLED])
def test_the_last_try_ends_the_run_with_advice(last: type[BaseException]) -> None:
    pools = Pools(CANCELLED, BROKEN, last, "never come to")
    with pytest.raises(RunError, match=r"killed 3 times.*fewer --workers") as caught:
        Processes(pools.new).submit(print).result()
    assert isinstance(caught.value.__cause__, last)
    assert len(pools.made) == 3


def test_what_the_stage_raises_is_its_own_affair() -> None:
    pools = Pools(ValueError, "never come to")
    with pytest.raises(ValueError):  # noqa: PT011  (it has no words)
        Processes(pools.new).submit(print).result()
    assert len(pools.made) == 1
