"""Temporary files that have no name, so that nothing is left of one however its process ends."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

_OPEN_FILES = "/proc/self/fd"


@contextmanager
def nameless_file() -> Iterator[IO[bytes]]:
    """A temporary file to write and read. Where the system or the file system has none without a name, it has one.

    Raises:
        OSError: there is no place for it.
    """
    with _nameless() or tempfile.NamedTemporaryFile() as file:
        yield file


def _nameless() -> IO[bytes] | None:
    try:
        with _unlinked() as trial, name_of(trial):  # not everywhere can it be given a name, and only once
            return _unlinked()
    except (AttributeError, OSError):
        return None


def _unlinked() -> IO[bytes]:
    return os.fdopen(os.open(tempfile.gettempdir(), os.O_TMPFILE | os.O_RDWR, 0o600), "w+b")


@contextmanager
def name_of(file: IO[bytes]) -> Iterator[str]:
    """A path by which a :func:`nameless_file` can be opened meanwhile, for what opens nothing else. Ask once."""
    if isinstance(file.name, str):
        yield file.name
        return
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        path = os.path.join(folder, "file")
        # With a folder to start from, Python follows the link, which the number of an open file is.
        os.link(f"{_OPEN_FILES}/{file.fileno()}", path, src_dir_fd=file.fileno())
        yield path
