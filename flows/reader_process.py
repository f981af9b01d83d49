"""The process that untrusted files are parsed in, started by :mod:`flows.isolation` as ``python -m``.

It takes jobs on standard input and answers on standard output, both pickled: the number of each file before it is
opened, then the result, or the error. If a parser needs too long, the system's alarm kills this process: it strikes
inside of C code too, where no Python handler would run.
"""

import os
import pickle
import resource
import select
import signal
import sys
import threading
from contextlib import suppress
from typing import BinaryIO

MEMORY_BYTES = 4 * 2**30
"""Beyond it, a parser gets no more memory and fails."""


def main() -> None:
    """Read batches until standard input ends."""
    # Whoever started us decides what an interrupt means; to ignore it is not enough, as Polars takes it while it works.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a parser prints must not get among the answers
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    _load()
    with suppress(BrokenPipeError):  # whoever waited for an answer is gone
        _serve(answers)
    sys.stderr.flush()
    os._exit(0)  # whoever started us waits, and taking down the libraries that were loaded takes long


def _serve(answers: BinaryIO) -> None:
    from flows.reading import read_files  # noqa: PLC0415  (under the limits)

    while True:
        try:
            seconds, job = pickle.load(sys.stdin.buffer)  # noqa: S301  (from the process that started us)
        except EOFError:
            return

        def at(number: int, seconds: float = seconds) -> None:
            signal.setitimer(signal.ITIMER_REAL, seconds)
            _answer(answers, number)

        try:
            outcome: object = read_files(job, at)
        except Exception as error:  # noqa: BLE001  (raised again where the batch is waited for)
            outcome = _picklable(error)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _answer(answers, outcome)


def _load() -> None:
    """Load what every batch needs, before the first one comes."""
    from transforms.language import find_language  # noqa: PLC0415
    from transforms.normalize import normalize  # noqa: PLC0415
    from transforms.readers import read  # noqa: F401, PLC0415

    with suppress(Exception):  # no room for a temporary file, say: the batch that meets it will tell
        normalize([])
        find_language("Enough letters to load the table of languages.", None)


def _answer(answers: BinaryIO, what: object) -> None:
    pickle.dump(what, answers)
    answers.flush()


def _picklable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301
    except Exception:  # noqa: BLE001  (some errors can't be rebuilt from their arguments)
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _end_with(parent: int) -> None:
    """A parent that was killed could not tell us to end; but it alone held the other end of our input."""
    closed = select.poll()
    closed.register(sys.stdin.fileno(), 0)  # its end is told in any case
    while os.getppid() == parent and not closed.poll(1000):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
