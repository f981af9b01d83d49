"""Telling the user how a run goes: a bar on a terminal, plain lines when piped, and that it goes on in either."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from flows.terminal import Steady

_LINE_EVERY_SECONDS = 10.0


class Reporter(Protocol):
    """Whoever wants to know how far a run is."""

    def advance(self, files: int, articles: int, quotes: int, share: float) -> None:
        """So many more files, articles and quotes are committed; ``share`` counts parts of files, too."""

    def during(self, what: Callable[[], str]) -> None:
        """What is done from now on; asked for again and again, from another thread, while nothing is committed."""


@dataclass(slots=True)
class _Totals:
    files: int = 0
    articles: int = 0
    quotes: int = 0
    share: float = 0  # of the files, with parts of those that are not done
    began: float = field(default_factory=time.monotonic)

    def add(self, files: int, articles: int, quotes: int, share: float) -> None:
        self.files += files
        self.articles += articles
        self.quotes += quotes
        self.share += share

    def of(self, total: int) -> str:
        """How many files of how many are done, and how much that is: one of them may be most of the work."""
        percent = int(100 * self.share / total) if total else 0
        is_between = percent > 0 and self.files < total
        return f"{self.files:,} of {total:,} files" + (f" ({min(percent, 99)}%)" if is_between else "")

    def __str__(self) -> str:
        rate = self.articles / max(time.monotonic() - self.began, 1e-9)
        return f"{self.articles:,} articles, {self.quotes:,} quotes, {rate:.1f} articles/s"


@dataclass(slots=True)
class Compared:
    """How many texts are compared, of how many: told by one thread, printed by another."""

    _now: tuple[int, int] = (0, 0)

    def tell(self, done: int, of: int) -> None:
        """So many are compared."""
        self._now = done, of

    def __str__(self) -> str:
        done, of = self._now
        return f", {done:,} of {of:,} texts compared" if of else ""


class _Bar:
    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._totals = _Totals()
        self._total = total
        self._task = progress.add_task("reading", total=total, files=self._totals.of(total), totals="")
        self._what: Callable[[], str] = str

    def advance(self, files: int, articles: int, quotes: int, share: float) -> None:
        self._totals.add(files, articles, quotes, share)
        done, totals = self._totals.of(self._total), str(self._totals)
        self._progress.update(self._task, completed=self._totals.share, files=done, totals=totals)

    def during(self, what: Callable[[], str]) -> None:
        self._what = what
        self.beat()

    def beat(self) -> None:
        self._progress.update(self._task, totals=_and(self._totals, self._what()))


class _Lines:
    def __init__(self, console: Console, total: int) -> None:
        self._console = console
        self._total = total
        self._totals = _Totals()
        self._last = time.monotonic()
        self._what: Callable[[], str] = str

    def advance(self, files: int, articles: int, quotes: int, share: float) -> None:
        self._totals.add(files, articles, quotes, share)
        if self._totals.files >= self._total or self._is_time():
            self._line(str(self._totals))

    def during(self, what: Callable[[], str]) -> None:
        self._what = what

    def beat(self) -> None:
        if self._is_time() and (what := self._what()):
            self._line(_and(self._totals, what))

    def _is_time(self) -> bool:
        return time.monotonic() - self._last >= _LINE_EVERY_SECONDS

    def _line(self, told: str) -> None:
        self._last = time.monotonic()
        line = f"{self._totals.of(self._total)}: {told}"
        self._console.print(line, highlight=False, soft_wrap=True)  # a log has no width


def _and(totals: _Totals, what: str) -> str:
    return f"{totals}; {what}" if what else str(totals)


@contextmanager
def reporting(total_files: int) -> Iterator[Reporter]:
    """A reporter for a run of so many files, on standard error."""
    console = Steady(file=sys.stderr)
    if not console.is_terminal:
        lines = _Lines(console, total_files)
        with _beating(lines.beat):
            yield lines
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[files]}"),
        BarColumn(),
        TextColumn("{task.fields[totals]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        bar = _Bar(progress, total_files)
        with _beating(bar.beat):
            yield bar


@contextmanager
def _beating(beat: Callable[[], None]) -> Iterator[None]:
    """Call ``beat`` every second: reading a file of gigabytes takes long before its first article is committed."""
    ended = threading.Event()

    def go_on() -> None:
        while not ended.wait(1):
            beat()

    thread = threading.Thread(target=go_on, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
