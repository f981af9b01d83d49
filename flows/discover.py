"""Finding the input files that the given paths stand for."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from flows.errors import UsageError
from flows.remote import find
from flows.remote_file import RemoteFile, is_remote
from flows.search import files_below, matches


@dataclass(frozen=True, slots=True, order=True)
class FoundFile:
    """A file under the given paths. Ordered by ``uri``. A ``remote`` one has no ``path`` until it is fetched."""

    uri: str
    path: Path
    remote: RemoteFile | None = field(default=None, compare=False)


def source_uri(path: Path, root: Path | None) -> str:
    """Name of a file in the lake: relative to ``root`` where it lies below it, else an absolute ``file:`` URI."""
    absolute = _located(path)
    if root is not None and absolute.is_relative_to(above := _located(root)):
        return quote(os.fsencode(absolute.relative_to(above)))
    return absolute.as_uri()


def _located(path: Path) -> Path:
    """Absolute, without ``..``; which, behind a link, is the folder above that which the link leads to."""
    absolute = path.absolute()
    parts = absolute.parts
    if ".." not in parts:
        return absolute
    behind = len(parts) - parts[::-1].index("..")
    folder = Path(*parts[:behind])
    shortened = Path(os.path.normpath(folder))
    try:
        leads_there = shortened.samefile(folder)
    except OSError:
        leads_there = False
    return (shortened if leads_there else Path(os.path.realpath(folder))).joinpath(*parts[behind:])


def discover(patterns: Sequence[str], root: Path | None, skip: Path) -> list[FoundFile]:
    """All files that ``patterns`` (files, folders, globs, remote ones) stand for, each once, in order of URI.

    Folders are searched whole, links to folders too; names that begin with a dot, and the folder ``skip`` (the lake),
    are passed over. A file in a folder that several names lead to is told of the name with the fewest links.

    Raises:
        UsageError: a pattern is empty, or stands for nothing, or for what lies in the lake; there is no ``root``.
    """
    if root is not None and not os.path.exists(root):
        raise UsageError(
            f"the root {root}: no such folder. Articles are known by their place below it, and would all be new"
        )
    lake = os.path.realpath(skip)
    of_the_lake = 0
    remote: dict[str, FoundFile] = {}
    local: set[Path] = set()
    for pattern in patterns:
        if is_remote(pattern):
            remote.update({file.uri: FoundFile(file.uri, Path(file.name), file) for file in find(pattern)})
            continue
        named = _named(pattern)
        real = list(map(os.path.realpath, named))
        if all(_lies_in(path, lake) for path in real):
            of_the_lake += 1
            # The lake itself beside others is what the shell makes of `*`.
            if real != [lake] or of_the_lake == len(patterns):
                raise _in_the_lake(pattern, skip)
        local.update(chain.from_iterable(map(_files, named)))
    return sorted([*remote.values(), *(FoundFile(source_uri(path, root), path) for path in _each_once(local, lake))])


def _in_the_lake(pattern: str, lake: Path) -> UsageError:
    return UsageError(
        f"{pattern}: it lies in the folder of the lake, {lake.absolute()}, where nothing is read as news. "
        "Move it elsewhere, or give the lake a folder of its own with --lake"
    )


def _named(pattern: str) -> list[Path]:
    """The file or folder of that name, else what matches it as a glob: one at least.

    Raises:
        UsageError: the pattern is empty, or there is none.
    """
    if not pattern:  # as a path it is the working folder
        raise UsageError('a PATH is empty, as "$INBOX" is if it is not set; for this folder write a full stop')
    path = Path(pattern)
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        found = [path] if path.is_symlink() else list(matches(pattern))
    except OSError:  # we may not look there: it becomes a reject that says so, and what stands beside it is read
        found = list(matches(pattern)) or [path]
    else:
        found = [path]
    if not found:
        raise UsageError(f"{pattern}: no such file or folder, and no glob that matches one")
    return found


def _files(named: Path) -> Iterable[Path]:
    """A file itself, or the files of a folder; `os.path` has no errors for what we may not look at, unlike `Path`."""
    path = _located(named)
    return files_below(path) if os.path.isdir(path) else (path,)


def _each_once(paths: Iterable[Path], lake: str) -> Iterator[Path]:
    """Those of ``paths`` that don't lie in the folder ``lake``, whatever links lead there.

    Of paths that differ only by links on the way to one folder, that with the fewest, whatever was given first.
    """
    real = cache(os.path.realpath)
    same: dict[tuple[str, str], list[Path]] = {}
    for path in paths:
        folder = real(path.parent)
        leads_to = os.path.realpath(path) if os.path.islink(path) else os.path.join(folder, path.name)
        if not _lies_in(leads_to, lake):
            same.setdefault((folder, path.name), []).append(path)
    for names in same.values():
        yield names[0] if len(names) == 1 else min(names, key=lambda path: (_links(path), path))


def _lies_in(real: str, folder: str) -> bool:
    return real == folder or real.startswith(os.path.join(folder, ""))


def _links(path: Path) -> int:
    return sum(os.path.islink(folder) for folder in path.parents)
