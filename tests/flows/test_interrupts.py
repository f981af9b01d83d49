"""Ctrl-C, however it comes."""

import pytest

from flows.interrupts import as_keyboard_interrupt, is_interruption


@pytest.mark.parametrize(
    ("error", "is_one"),
    [
        (KeyboardInterrupt(), True),
        (RuntimeError("Query interrupted"), True),
        (RuntimeError("Query interrupted by a fault"), False),
        (ValueError("Query interrupted"), False),
    ],
)
def test_what_is_an_interruption(error: BaseException, *, is_one: bool) -> None:
    assert is_interruption(error) == is_one


def test_other_errors_stay_what_they_are() -> None:
    with pytest.raises(KeyboardInterrupt), as_keyboard_interrupt():
        raise RuntimeError("Query interrupted")
    with pytest.raises(RuntimeError, match="full"), as_keyboard_interrupt():
        raise RuntimeError("full")
