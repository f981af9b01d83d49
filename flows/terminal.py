"""Printing to a terminal or pipe that may go away (``| head``), and text that could command a terminal."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TextIO

from rich.console import Console

from flows.errors import RunError

_UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


class Output(Console):
    """A console that leaves it to whoever prints; by itself it would end the program without a word."""

    def on_broken_pipe(self) -> None:
        """Raise it."""
        raise BrokenPipeError


class Steady(Console):
    """A console for what is told on the way: once nobody reads, it is silent, and the work goes on."""

    def on_broken_pipe(self) -> None:
        """Print no more."""
        self.quiet = True
        _print_no_more(self.file)


def make_printable() -> None:
    """Make standard output and standard error take all that is printed: also where their encoding lacks a character.

    One that was closed, as by ``>&-``, takes it to nobody.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # processes that we start have these, too
            nobody = os.open(os.devnull, os.O_RDWR)
            os.dup2(nobody, number)
            if nobody != number:
                os.close(nobody)
            os.set_inheritable(number, True)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  (for as long as we run)
        elif isinstance(stream, io.TextIOWrapper) and not has_all_characters(stream):
            stream.reconfigure(errors="backslashreplace")


def has_all_characters(stream: TextIO) -> bool:
    """Whether the encoding of a stream has a place for every character."""
    return (stream.encoding or "utf-8").casefold().startswith("utf")


def visible(text: str) -> str:
    """The text without characters that could command the terminal, end the line or turn it around."""
    return "".join(character if character.isprintable() else " " for character in text)


def visible_lines(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(map(visible, text.split("\n")))


@contextmanager
def to_whoever_reads() -> Iterator[None]:
    """Print, as the last thing of all; whoever has seen enough and leaves makes no error of it.

    Raises:
        RunError: What is printed can't be written where it is sent to.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _print_no_more(sys.stdout)
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        _print_no_more(sys.stdout)
        raise RunError(
            f"the answer could not be written to standard output: {error.strerror}. Make room where it is sent to, or "
            "send it elsewhere"
        ) from error


def _print_no_more(stream: IO[str]) -> None:
    """Send the rest to nobody: Python would complain once more on closing the stream, and end with 120."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
