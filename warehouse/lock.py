"""One writer at a time: a lock that the system drops when its holder dies.

On the lake's folder, and where its catalog is in PostgreSQL, also in that database, for writers on other machines.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse import postgres
from warehouse.errors import LakeBusyError, LakeError
from warehouse.explain import explain
from warehouse.place import Where, place_of


@contextmanager
def hold(where: Where) -> Iterator[None]:
    """Hold the lake for writing.

    Raises:
        LakeBusyError: another process holds it.
        LakeError: the folder can't be written, or the database of the catalog not be reached.
    """
    place = place_of(where)
    with _hold_folder(place.folder):
        if place.catalog:
            with postgres.hold(place):
                yield
        else:
            yield


@contextmanager
def _hold_folder(folder: Path) -> Iterator[None]:
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
