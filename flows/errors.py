"""Errors of the command line, each with its exit code."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command (the contract)."""

    FINISHED = 0
    FAILED = 1
    USAGE = 2
    BUSY = 3


class RunError(Exception):
    """A run could not go on; what was committed stands."""


class UsageError(Exception):
    """What was asked can't be meant; nothing was started."""
