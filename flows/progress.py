"""Telling the user how a run goes: a bar on a terminal, plain lines when piped."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

_LINE_EVERY_SECONDS = 10.0


class Reporter(Protocol):
    """Whoever wants to know how far a run is."""

    def advance(self, files: int, articles: int, quotes: int) -> None:
        """So many more files, articles and quotes are committed."""


@dataclass(slots=True)
class _Totals:
    files: int = 0
    articles: int = 0
    quotes: int = 0
    began: float = field(default_factory=time.monotonic)

    def add(self, files: int, articles: int, quotes: int) -> None:
        self.files += files
        self.articles += articles
        self.quotes += quotes

    def __str__(self) -> str:
        rate = self.articles / max(time.monotonic() - self.began, 1e-9)
        return f"{self.articles:,} articles, {self.quotes:,} quotes, {rate:.1f} articles/s"


class _Bar:
    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._totals = _Totals()
        self._task = progress.add_task("reading", total=total, totals="")

    def advance(self, files: int, articles: int, quotes: int) -> None:
        self._totals.add(files, articles, quotes)
        self._progress.update(self._task, advance=files, totals=str(self._totals))


class _Lines:
    def __init__(self, console: Console, total: int) -> None:
        self._console = console
        self._total = total
        self._totals = _Totals()
        self._last = time.monotonic()

    def advance(self, files: int, articles: int, quotes: int) -> None:
        self._totals.add(files, articles, quotes)
        done = self._totals.files >= self._total
        if done or time.monotonic() - self._last >= _LINE_EVERY_SECONDS:
            self._last = time.monotonic()
            self._console.print(f"{self._totals.files:,} of {self._total:,} files: {self._totals}", highlight=False)


@contextmanager
def reporting(total_files: int) -> Iterator[Reporter]:
    """A reporter for a run of so many files, on standard error."""
    console = Console(file=sys.stderr)
    if not console.is_terminal:
        yield _Lines(console, total_files)
        return
    columns = (
        SpinnerColumn(),
        MofNCompleteColumn(),
        TextColumn("files"),
        BarColumn(),
        TextColumn("{task.fields[totals]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bar(progress, total_files)
