"""Finding the input files that the given paths stand for."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from flows.errors import UsageError
from flows.remote import RemoteFile, find, is_remote


@dataclass(frozen=True, slots=True, order=True)
class FoundFile:
    """A file under the given paths. Ordered by ``uri``. A ``remote`` one has no ``path`` until it is fetched."""

    uri: str
    path: Path
    remote: RemoteFile | None = field(default=None, compare=False)


def source_uri(path: Path, root: Path | None) -> str:
    """Name of a file in the lake: relative to ``root`` where it lies below it, else an absolute ``file:`` URI."""
    absolute = path.absolute()
    if root is not None and absolute.is_relative_to(root.absolute()):
        return quote(os.fsencode(absolute.relative_to(root.absolute())))
    return absolute.as_uri()


def discover(patterns: Sequence[str], root: Path | None, skip: Path) -> list[FoundFile]:
    """All files that ``patterns`` (files, folders, globs, remote ones) stand for, each once, in order of URI.

    Folders are searched whole; names that begin with a dot, and the folder ``skip`` (the lake), are passed over.

    Raises:
        UsageError: a pattern stands for nothing.
    """
    skipped = skip.absolute()
    found: dict[Path | str, FoundFile] = {}
    for pattern in patterns:
        if is_remote(pattern):
            found.update({file.uri: FoundFile(file.uri, Path(file.name), file) for file in find(pattern)})
            continue
        any_file = False
        for path in _expand(pattern):
            any_file = True
            absolute = Path(os.path.normpath(path.absolute()))
            if not absolute.is_relative_to(skipped):
                found[absolute] = FoundFile(source_uri(absolute, root), absolute)
        if not any_file and not Path(pattern).is_dir():
            raise UsageError(f"{pattern}: no such file or folder, and no glob that matches one")
    return sorted(found.values())


def _expand(pattern: str) -> Iterator[Path]:
    path = Path(pattern)
    if path.is_dir():
        yield from _walk(path)
    elif path.exists() or path.is_symlink():
        yield path
    else:
        for name in glob.iglob(pattern, recursive=True):
            yield from _expand(name) if Path(name).is_dir() else (Path(name),)


def _walk(folder: Path) -> Iterator[Path]:
    unlisted: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=lambda error: unlisted.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(parent) / name
    yield from unlisted  # to be accounted for as rejects, not passed over
