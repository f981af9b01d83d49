"""Errors of the command line, each with its exit code."""

from enum import IntEnum
from pathlib import Path

from flows.next_command import next_command
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
    """What was asked can't be meant; nothing was started.

    The message ends in the ``command`` to type next, if there is one: it is given as ``entities list``, say.
    """

    def __init__(self, what: str, command: str | None = None, lake: Path | None = None) -> None:
        super().__init__(f"{what}: {next_command(command, lake)}" if command else what)
        self._told = what, command

    def of(self, lake: Path | None) -> "UsageError":
        """The same about the lake that ``--lake`` named, which whoever raised it did not know."""
        return UsageError(*self._told, lake)


EXPLAINED_ERRORS = (UsageError, RunError, LakeError, ModelMissingError)
"""What may end a run in the ordinary way of things: the message says what is wrong and what to do, and is enough."""
