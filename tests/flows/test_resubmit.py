"""A stage whose workers were killed is done again, so often and no more."""

from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool

import pytest

from flows.errors import RunError
from flows.resubmit import Resubmitted

BROKEN, CANCELLED = BrokenProcessPool, CancelledError


class Outcome:
    def __init__(self, what: object) -> None:
        self.what = what

    def result(self) -> object:
        if isinstance(self.what, type):
            raise self.what
        return self.what


class Workers:
    """A pool that is told how each try ends."""

    def __init__(self, *ends: object) -> None:
        self.ends = list(ends)
        self.replaced = 0

    def start(self, *_: object) -> tuple[object, Outcome]:
        return self.replaced, Outcome(self.ends.pop(0))

    def replace(self, broken: object) -> None:
        assert broken == self.replaced, "the workers that were told when it was started"
        self.replaced += 1


@pytest.mark.parametrize(
    "ends",
    [
        pytest.param([], id="at once"),
        pytest.param([BROKEN], id="its worker was killed"),
        pytest.param([CANCELLED], id="it waited when another was killed"),
        pytest.param([BROKEN, CANCELLED], id="as often as may be"),
    ],
)
def test_it_is_done_again(ends: list[object]) -> None:
    workers = Workers(*ends, "done")
    assert Resubmitted(workers, print, ()).result() == "done"
    assert workers.replaced == len(ends)


@pytest.mark.parametrize("last", [BROKEN, CANCELLED])
def test_the_last_try_ends_the_run_with_advice(last: type[BaseException]) -> None:
    workers = Workers(CANCELLED, BROKEN, last, "never come to")
    with pytest.raises(RunError, match=r"killed 3 times.*fewer --workers") as caught:
        Resubmitted(workers, print, ()).result()
    assert isinstance(caught.value.__cause__, last)
    assert workers.replaced == 2


def test_what_the_stage_raises_is_its_own_affair() -> None:
    workers = Workers(ValueError, "never come to")
    with pytest.raises(ValueError):  # noqa: PT011  (it has no words)
        Resubmitted(workers, print, ()).result()
    assert workers.replaced == 0
