"""One writer at a time: a lock on the lake's folder that the operating system drops when its holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import LakeBusyError, LakeError
from warehouse.explain import explain


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the lake in ``folder`` for writing.

    Raises:
        LakeBusyError: another process holds it.
        LakeError: the folder can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        opened = (folder / "writer.lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise LakeError(f"{folder}: {explain(error)}") from error
    with opened as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise LakeBusyError(folder, file.read().strip() or "holder unknown") from None
        file.truncate(0)
        file.write(f"process {os.getpid()}")
        file.flush()
        yield
        file.truncate(0)
