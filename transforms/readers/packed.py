"""Compressed files and archives: what they hold streams out and is read like files.

Members of an archive are read as ``uri!/member``; a file that is only compressed is read under its own name.
Nothing is written to disk under a member's name. Depth, members, size and ratio are limited; what goes over is a
bomb and a reject.
"""

import bz2
import contextlib
import gzip
import lzma
import re
import struct
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers.office import chapters, media_type, refusal, text_part
from transforms.readers.options import ReadOptions
from transforms.readers.records.sheets import BrokenSheetError, as_csv, is_workbook, sheets
from transforms.readers.unpacking import (
    BROKEN,
    FREE_BYTES,
    SPOOL_BYTES,
    BombError,
    BrokenPackError,
    Budget,
    counted,
    limited,
    seekable,
)

ReadSource = Callable[[Source, ReadOptions, Budget], Iterator[RawArticle | Rejected]]

_MAGIC = ((b"\x1f\x8b", "gz"), (b"BZh", "bz2"), (b"\xfd7zXZ\x00", "xz"), (b"\x28\xb5\x2f\xfd", "zst"))
_ENDINGS = {"gz": (".gz", ".gzip"), "bz2": (".bz2",), "xz": (".xz",), "zst": (".zst", ".zstd")}
_TAR_MAGIC = slice(257, 262)
_ENCRYPTED = 1  # the bit of a member's flags
_OF_MACS = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|\._[^/]*$)")
"""What a Mac packs beside the files: how a folder looks, and what else it knows of each. In a folder it is hidden."""
_BROKEN_INDEX = (ValueError, OverflowError, struct.error)
"""What the standard library raises beyond its own errors for the damaged index of an archive."""


def packing(head: bytes) -> str | None:
    """``gz``, ``bz2``, ``xz``, ``zst``, ``zip`` or ``tar`` by a file's first bytes, None if it is not packed."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    return "tar" if head[_TAR_MAGIC] == b"ustar" else None


def read_packed(
    source: Source, kind: str, options: ReadOptions, budget: Budget, read: ReadSource
) -> Iterator[RawArticle | Rejected]:
    """What the members of a packed file hold. A broken archive ends with one reject after its sound members."""
    if budget.depth >= options.max_depth:
        yield Rejected(source.uri, RejectReason.BOMB, f"packed more than {options.max_depth} times")
        return
    budget.depth += 1
    count = 0
    try:
        for member in _members(source, kind, options, budget):
            count += 1
            if isinstance(member, Rejected):
                yield member
                continue
            yield from read(member, options, budget)
    except BombError as error:
        yield Rejected(source.uri, RejectReason.BOMB, str(error))
    except (BrokenPackError, *BROKEN, *_BROKEN_INDEX) as error:
        yield Rejected(source.uri, RejectReason.MALFORMED, f"broken {kind}: {error or type(error).__name__}")
    else:
        if not count:
            yield Rejected(source.uri, RejectReason.EMPTY, f"a {kind} without members")
    finally:
        budget.depth -= 1


def _members(source: Source, kind: str, options: ReadOptions, budget: Budget) -> Iterator[Source | Rejected]:
    if kind == "zip":
        yield from _zip_members(source, options, budget)
    elif kind == "tar":
        yield from _tar_members(source, options, budget)
    else:
        stream, taken = counted(source.stream)
        unpacked = limited(_decompressor(kind, stream), options, budget, taken)
        # What is only compressed has no members: it is the file itself, and keeps its name.
        yield Source(source.uri, _inner_name(source.name, kind), 0, unpacked)


def _inner_name(packed: str, kind: str) -> str:
    """The name of what a compressed file holds: "a.txt" of "a.txt.gz"."""
    name = PurePosixPath(packed).name
    ending = next((end for end in _ENDINGS[kind] if name.casefold().endswith(end)), "")
    inner = name[: len(name) - len(ending)]
    is_tar = bool(ending) and inner.casefold().endswith(".tgz")
    return f"{inner[:-4]}.tar" if is_tar else inner or "content"


def _decompressor(kind: str, stream: BinaryIO) -> BinaryIO:
    if kind == "gz":
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    if kind == "bz2":
        return cast(BinaryIO, bz2.BZ2File(stream))
    if kind == "xz":
        return cast(BinaryIO, lzma.LZMAFile(stream))
    import pyarrow as pa  # noqa: PLC0415  (only for zst, which Python 3.11 cannot read)

    return cast(BinaryIO, pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd"))


def _zip_members(source: Source, options: ReadOptions, budget: Budget) -> Iterator[Source | Rejected]:
    with seekable(source.stream, options) as stream, zipfile.ZipFile(stream) as archive:
        if reason := refusal(archive):
            yield Rejected(source.uri, RejectReason.UNKNOWN_FORMAT, reason)
        elif is_workbook(archive, media_type(archive)):
            yield from _sheets(source, archive, stream, options, budget)
        else:
            yield from _zip_files(source, archive, options, budget)


def _zip_files(
    source: Source, archive: zipfile.ZipFile, options: ReadOptions, budget: Budget
) -> Iterator[Source | Rejected]:
    """The members with text, each as its own file; a broken one is refused, and the others are read."""
    for uri, info in _with_text(source, archive):
        _count(options, budget)
        if refused := _bad_name(info.filename, uri):
            yield refused
            continue
        if info.flag_bits & _ENCRYPTED:
            yield Rejected(uri, RejectReason.UNREADABLE, "an encrypted member")
            continue
        try:
            with archive.open(info) as member:
                unpacked = limited(cast(BinaryIO, member), options, budget, _constant(info.compress_size))
                yield Source(uri, info.filename, info.file_size, unpacked)
        except (zipfile.BadZipFile, NotImplementedError, *_BROKEN_INDEX) as error:
            yield Rejected(uri, RejectReason.MALFORMED, f"broken member: {error}")


def _with_text(source: Source, archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The members of an archive that are to be read, each with its uri.

    A word processor's file is one text and keeps its uri; of a book they are its chapters, of others all files.
    """
    if whole := text_part(archive):
        yield source.uri, archive.getinfo(whole)
        return
    names = chapters(archive)
    for info in map(archive.getinfo, names) if names else archive.infolist():
        if not (info.filename.endswith("/") or _OF_MACS.search(info.filename)):
            yield f"{source.uri}!/{info.filename}", info


def _sheets(
    source: Source, archive: zipfile.ZipFile, stream: BinaryIO, options: ReadOptions, budget: Budget
) -> Iterator[Source | Rejected]:
    """The sheets of a workbook as tables, with the uri ``<file>!/<sheet>`` where several hold rows."""
    _count_workbook(archive, options, budget)
    with _tables(stream) as tables:
        if not tables:
            yield Rejected(source.uri, RejectReason.EMPTY, "a spreadsheet without rows below names of columns")
        for name, table in tables:
            uri = source.uri if len(tables) == 1 else f"{source.uri}!/{name}"
            yield Source(uri, f"{name}.csv", 0, table)


def _count_workbook(archive: zipfile.ZipFile, options: ReadOptions, budget: Budget) -> None:
    """Count what a workbook unpacks to, which is read whole, and refuse it if that is too much."""
    members = archive.infolist()
    size, packed = sum(info.file_size for info in members), sum(info.compress_size for info in members)
    budget.unpacked += size
    if budget.unpacked > options.max_unpacked_bytes or size > max(FREE_BYTES, options.max_ratio * packed):
        raise BombError(f"a spreadsheet that unpacks to {size} bytes")


@contextlib.contextmanager
def _tables(workbook: BinaryIO) -> Iterator[list[tuple[str, BinaryIO]]]:
    """The sheets with rows, by name, as CSV."""
    tables = []
    with contextlib.ExitStack() as stack:
        try:
            workbook.seek(0)
            for name, rows in sheets(workbook):
                table = stack.enter_context(tempfile.SpooledTemporaryFile(SPOOL_BYTES))
                if as_csv(rows, cast(BinaryIO, table)):
                    table.seek(0)
                    tables.append((name, cast(BinaryIO, table)))
        except BrokenSheetError as error:
            raise BrokenPackError(f"a spreadsheet that is broken or encrypted ({error}); save it as CSV") from error
        yield tables


def _tar_members(source: Source, options: ReadOptions, budget: Budget) -> Iterator[Source | Rejected]:
    with tarfile.open(fileobj=source.stream, mode="r|") as archive:
        for info in archive:
            if info.isdir() or _OF_MACS.search(info.name):
                continue
            uri = f"{source.uri}!/{info.name}"
            _count(options, budget)
            stream = archive.extractfile(info) if info.isreg() else None
            if refused := _bad_name(info.name, uri):
                yield refused
            elif stream is None:
                yield Rejected(uri, RejectReason.UNREADABLE, "a link or device, no file")
            else:
                unpacked = limited(cast(BinaryIO, stream), options, budget, _constant(info.size))
                yield Source(uri, info.name, info.size, unpacked)


def _constant(size: int) -> Callable[[], int]:
    return lambda: size


def _count(options: ReadOptions, budget: Budget) -> None:
    budget.members += 1
    if budget.members > options.max_members:
        raise BombError(f"more than {options.max_members} members")


def _bad_name(name: str, uri: str) -> Rejected | None:
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or "\x00" in name:
        return Rejected(uri, RejectReason.MALFORMED, "a member name that leads out of the archive")
    return None
