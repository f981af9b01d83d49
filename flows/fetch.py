"""Fetching the remote files of a batch, so that readers meet nothing but files on disk."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flows.cancellation import cancellable, cancelled_if_interrupted
from flows.concurrency import map_concurrently
from flows.plan import InputFile
from flows.remote import opened
from flows.remote_file import RemoteError, limited, refuse_larger
from warehouse.staging import discard

_AT_ONCE = 8


@contextmanager
def fetched(files: Sequence[InputFile], folder: Path, limit: int) -> Iterator[tuple[InputFile, ...]]:
    """The ``files`` with each remote one fetched into ``folder``, which is removed afterwards.

    One that can't be had, or has more than ``limit`` bytes, comes back with its trouble instead.

    Raises:
        OSError: the disk does not take them; that is no fault of the file.
    """
    if not any(file.remote and not file.trouble for file in files):
        yield tuple(files)
        return
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with cancelled_if_interrupted():  # those that fetch, too
            had = map_concurrently(
                lambda one: _fetched(one[1], folder / f"{one[0]:06d}", limit), list(enumerate(files)), _AT_ONCE
            )
        yield had
    finally:
        discard(folder)


@cancellable()
def _fetched(file: InputFile, place: Path, limit: int) -> InputFile:
    if file.remote is None or file.trouble:
        return file
    digest = hashlib.sha256()
    size = 0
    try:
        refuse_larger(file.size, limit)
        with opened(file.uri) as (facts, chunks), place.open("wb") as out:
            for chunk in limited(chunks, facts, limit):
                size += len(chunk)
                digest.update(chunk)
                out.write(chunk)
    except RemoteError as error:
        return replace(file, trouble=(error.reason, error.detail))
    return replace(file, path=place, size=size, sha256=digest.hexdigest(), tag=facts.tag, charset=facts.charset)
