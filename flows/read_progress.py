"""How far a large file is read, written to a small file beside what is staged of it.

Whoever reads may be a process, or a machine, of its own, which shares no more than that folder with the run.
"""

import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_LEAST_BYTES = 10_000_000
"""A smaller file is read before anybody asks."""

_EVERY_SECONDS = 1.0


class ReadProgress:
    """Records how far the files of one batch are read. Nothing that goes wrong with it is a reason to fail."""

    def __init__(self, folder: Path, batch: int) -> None:
        self._path = folder / f"reading-{batch:06d}"
        self._due = 0.0

    def record(self, stream: BinaryIO, size: int) -> None:
        """Write down where in a file of so many bytes the ``stream`` is, at most once a second."""
        now = time.monotonic()
        if size < _LEAST_BYTES or now < self._due:
            return
        self._due = now + _EVERY_SECONDS
        with suppress(OSError, ValueError):  # a full disk; a stream that its reader has closed
            self._path.write_text(f"{stream.tell()} {size}")

    def end(self) -> None:
        """The batch is read."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def bytes_read(folder: Path) -> tuple[int, int]:
    """Bytes that are read of the large files that are being read now, and the bytes of these in all."""
    read = size = 0
    for path in folder.glob("reading-*"):
        with suppress(OSError, ValueError):  # gone, or half written
            here, of = map(int, path.read_text().split())
            read, size = read + min(here, of), size + of
    return read, size
