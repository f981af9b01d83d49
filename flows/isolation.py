"""Reading in a process of its own, so that a parser that hangs or dies costs one file and not the run.

Each process that reads has one such child, whatever executor it belongs to. See ``docs/decisions/isolation.md``.
"""

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from flows.errors import RunError
from schemas.vocabulary import RejectReason

if TYPE_CHECKING:
    from flows.batch import ReadJob, ReadResult

_CHANCES = 2
"""A file is at fault if the reader died on it so often: once may be bad luck, such as the kernel's memory killer."""


_SECONDS_TO_DIE = 5
"""For a process whose answers ended."""


class ReaderDiedError(RunError):
    """The process that reads died again and again, and not of a file."""

    def __init__(self, how: str) -> None:
        super().__init__(
            f"the process that reads files {how} time and again, and no file is to blame. Is there memory left? "
            "See what is wrong with: copydesk doctor"
        )


class _DiedError(Exception):
    def __init__(self, file: int | None, how: str, *, hung: bool) -> None:
        super().__init__(how)
        self.file = file
        self.hung = hung


class _Child:
    """A reader process."""

    def __init__(self) -> None:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "flows.reader_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )

    def read(self, job: "ReadJob", seconds: float) -> "ReadResult":
        """Have ``job`` done.

        Raises:
            _DiedError: the process died of it, or what it answered can't be read; it is gone then.
            Whatever :func:`flows.reading.read_files` raises.
        """
        assert self.process.stdin is not None  # noqa: S101  (it was asked for)
        assert self.process.stdout is not None  # noqa: S101
        file = None
        try:
            with suppress(BrokenPipeError):  # its answers tell, too
                self.process.stdin.write(pickle.dumps((seconds, job)))
                self.process.stdin.flush()
            while isinstance(answer := pickle.load(self.process.stdout), int):  # noqa: S301  (our own child)
                file = answer
        except Exception as error:  # what is no pickle may raise anything
            code = self._end_of_answers()
            if code is None:
                raise _DiedError(file, f"garbled its answer ({type(error).__name__})", hung=False) from error
            hung = code == -signal.SIGALRM
            how = f"needed more than {seconds:g} seconds" if hung else f"ended the process ({_name(code)})"
            raise _DiedError(file, how, hung=hung) from None
        if isinstance(answer, Exception):
            raise answer
        result: ReadResult = answer
        return result

    def _end_of_answers(self) -> int | None:
        """Its exit code; None if it did not end by itself: then it was killed, as it would wait for work for ever."""
        try:
            return self.process.wait(_SECONDS_TO_DIE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None

    def end(self) -> None:
        """Let it go; it ends when its input does."""
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue  # it was dead
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _name(code: int) -> str:
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"


_child: _Child | None = None
_turn = threading.Lock()


def read_isolated(job: "ReadJob", seconds: float) -> "ReadResult":
    """Do ``job`` in the reader process; a file on which it dies or hangs becomes a reject, ``parser_failed``.

    ``seconds`` is how long it may take for one article.

    Raises:
        ReaderDiedError: it dies time and again, before it comes to a file or after all that it died of are left out.
    """
    deaths: Counter[int | None] = Counter()
    with _turn:
        while True:
            try:
                return _start().read(job, seconds)
            except _DiedError as death:
                stop()
                deaths[death.file] += 1
                if death.file is None or job.files[death.file].trouble:
                    if deaths[death.file] > _CHANCES:
                        raise ReaderDiedError(str(death)) from None
                elif death.hung or deaths[death.file] >= _CHANCES:
                    job = _without(job, death.file, f"the parser {death}")


def _without(job: "ReadJob", number: int, detail: str) -> "ReadJob":
    files = list(job.files)
    files[number] = replace(files[number], trouble=(RejectReason.PARSER_FAILED, detail))
    return replace(job, files=tuple(files))


def _start() -> _Child:
    global _child  # noqa: PLW0603  (one for each process)
    if _child is None or _child.process.poll() is not None:
        stop()
        _child = _Child()
    return _child


def kill() -> None:
    """End the reader process in the middle of its work, if there is one; whoever waits for it is told by that."""
    child = _child  # whoever waits for it may let it go meanwhile
    if child is not None:
        child.process.kill()


def start() -> None:
    """Start the reader process before there is work for it, so that it is ready when there is."""
    with _turn:
        _start()


def stop() -> None:
    """End the reader process, if there is one."""
    global _child  # noqa: PLW0603
    if _child is not None:
        _child.end()
        _child = None


atexit.register(stop)
