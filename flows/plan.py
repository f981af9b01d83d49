"""What a run has to do: which files are new, and which the lake has already."""

import hashlib
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import duckdb

from flows.discover import FoundFile
from flows.remote_file import RemoteError, RemoteFile, is_web
from flows.web import asked_again
from schemas.vocabulary import FileStatus, RejectReason


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to be read. ``sha256`` is None if it could not even be hashed; ``trouble`` then says why.

    A ``remote`` one is neither hashed nor at ``path`` before it is fetched; its ``tag`` stands for its content.
    ``charset`` is the encoding that the server declared when it was fetched.
    """

    uri: str
    path: Path
    size: int
    sha256: str | None
    trouble: tuple[RejectReason, str] | None = None
    remote: RemoteFile | None = None
    tag: str | None = None
    charset: str | None = None

    @property
    def name(self) -> str:
        """Its name, as a hint at its format."""
        return self.remote.name if self.remote else self.path.name


Unfinished = Mapping[tuple[str, str | None], int]
"""Files that a run was killed in, by URI and SHA-256: how many of their articles the lake has."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of a run, sorted by what is to be done with them."""

    to_read: tuple[InputFile, ...]
    unchanged: int
    outdated: int
    unfinished: Unfinished = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that the lake has: its content, the version that processed it, and whether that came to nothing."""

    sha256: str | None
    version: str
    was_rejected: bool = False
    tag: str | None = None


KnownFiles = Mapping[str, KnownFile]
"""By URI."""


def known_files(lake: duckdb.DuckDBPyConnection) -> KnownFiles:
    """The files that the lake has."""
    rows = lake.execute("SELECT source_uri, sha256, pipeline_version, status, remote_tag FROM files").fetchall()
    return {
        uri: KnownFile(sha256, version, status == FileStatus.REJECTED, tag)
        for uri, sha256, version, status, tag in rows
    }


def unfinished_files(lake: duckdb.DuckDBPyConnection, version: str) -> Unfinished:
    """The files that a run of this ``version`` was killed in."""
    found = lake.execute(
        "SELECT source_uri, sha256, article_count FROM unfinished_files WHERE pipeline_version = ?", [version]
    ).fetchall()
    return {(uri, sha256): count for uri, sha256, count in found}


def is_known(found: FoundFile, known: KnownFiles, version: str, *, refresh: bool, most_remote: int) -> bool:
    """Whether the content of a file needs no reading; to be followed by :func:`plan`, which forgets what the web said.

    Content that another ``version`` refused is tried again, and with ``refresh`` whatever another version processed.
    """
    return _is_known(hashed(found, known.get(found.uri), most_remote), known, version, refresh=refresh)


def _is_known(file: InputFile, known: KnownFiles, version: str, *, refresh: bool) -> bool:
    before = known.get(file.uri)
    if before is None or not _same_content(file, before):
        return False
    return before.version == version or not (refresh or before.was_rejected)


def _same_content(file: InputFile, before: KnownFile) -> bool:
    if file.tag is not None and file.tag == before.tag:
        return before.sha256 is not None
    return file.sha256 is not None and file.sha256 == before.sha256


def plan(
    found: Sequence[FoundFile],
    known: KnownFiles,
    version: str,
    *,
    refresh: bool = False,
    most_remote: int = sys.maxsize,
) -> Plan:
    """Compare files with the lake by content. Of a page, at most ``most_remote`` bytes are fetched for that."""
    to_read = []
    unchanged = outdated = 0
    for file in (hashed(one, known.get(one.uri), most_remote) for one in found):
        if _is_known(file, known, version, refresh=refresh):
            unchanged += 1
            outdated += known[file.uri].version != version
        else:
            to_read.append(file)
    _asked_once.cache_clear()  # the next run of this process asks anew
    return Plan(tuple(to_read), unchanged, outdated)


def hashed(file: FoundFile, before: KnownFile | None = None, most_remote: int = sys.maxsize) -> InputFile:
    """A found file with its size and the SHA-256 of its content, or with what kept it from being read.

    A remote one has its tag instead. The web is asked only for what the lake has from ``before``; a page without a tag
    is fetched to be hashed, unless it has more than ``most_remote`` bytes.
    """
    if file.remote is not None:
        return _asked(file, file.remote, before, most_remote)
    try:
        facts = file.path.stat()
        # Opening a pipe would wait for a writer for ever.
        if not stat.S_ISREG(facts.st_mode):
            trouble = "a folder that can't be listed" if stat.S_ISDIR(facts.st_mode) else "not a regular file"
            return InputFile(file.uri, file.path, 0, None, (RejectReason.UNREADABLE, trouble))
        return InputFile(file.uri, file.path, facts.st_size, _digest(file.path, facts.st_size, facts.st_mtime_ns))
    except FileNotFoundError:
        if file.path.is_symlink():
            trouble = f"a link to what is not there: {file.path.readlink()}"
            return InputFile(file.uri, file.path, 0, None, (RejectReason.UNREADABLE, trouble))
        return InputFile(file.uri, file.path, 0, None, (RejectReason.VANISHED, "it was gone when it was to be read"))
    except OSError as error:
        return InputFile(file.uri, file.path, 0, None, (RejectReason.UNREADABLE, error.strerror or str(error)))


def _asked(file: FoundFile, remote: RemoteFile, before: KnownFile | None, limit: int) -> InputFile:
    facts, sha256 = remote.facts, None
    if before is not None and before.sha256 is not None and is_web(file.uri):
        try:
            facts, sha256 = _asked_once(file.uri, before.tag, before.sha256, limit)
        except RemoteError as error:
            return InputFile(file.uri, file.path, 0, None, (error.reason, error.detail))
    return InputFile(file.uri, file.path, facts.size or 0, sha256, None, remote, facts.tag)


_asked_once = lru_cache(maxsize=1_000_000)(asked_again)
"""Kept until the files of the run are planned: the command line looks before the flow does."""


@lru_cache(maxsize=1_000_000)
def _digest(path: Path, _size: int, _modified: int) -> str:
    """SHA-256 of a file. Kept within the process: the command line looks before the flow does."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def batches(files: Iterable[InputFile], most_files: int, most_bytes: int) -> Iterator[tuple[InputFile, ...]]:
    """Cut files into batches, in order, each full at ``most_files`` or ``most_bytes``."""
    batch: list[InputFile] = []
    size = 0
    for file in files:
        if batch and (len(batch) >= most_files or size + file.size > most_bytes):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(file)
        size += file.size
    if batch:
        yield tuple(batch)
