"""Printing where the reader may go away (a pipe into ``head``, a terminal that was closed), and what articles hold."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


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


def visible(text: str) -> str:
    """The text without characters that could command the terminal, end the line or turn it around."""
    return "".join(character if character.isprintable() else " " for character in text)


def visible_lines(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(map(visible, text.split("\n")))


@contextmanager
def to_whoever_reads() -> Iterator[None]:
    """Print, as the last thing of all; whoever has seen enough and leaves makes no error of it."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain once more on closing the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
