"""Errors of the command line, each with its exit code."""

from enum import IntEnum

from transforms.models import ModelMissingError
from warehouse.errors import LakeError


class Exit(IntEnum):
    """Exit codes of every command (the contract)."""

    FINISHED = 0
    FAILED = 1
    USAGE = 2
    BUSY = 3
    INTERRUPTED = 130


class RunError(Exception):
    """A run could not go on; what was committed stands."""


class UsageError(Exception):
    """What was asked can't be meant; nothing was started."""


EXPLAINED_ERRORS = (UsageError, RunError, LakeError, ModelMissingError)
"""What may end a run in the ordinary way of things: the message says what is wrong and what to do, and is enough."""
