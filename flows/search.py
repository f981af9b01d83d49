"""Searching local folders: what lies below one, and what a glob matches.

Links to folders are followed. A folder that several names lead to is listed once, so a link to a folder above ends.
Of another lake the catalog alone is listed, which becomes a reject that says so: its Parquet files hold all versions of
its articles, and each would be read as news.
"""

import glob
import os
import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

_CATALOG, _DATA = "catalog.sqlite", "data"  # of a lake


def files_below(folder: Path) -> Iterator[Path]:
    """All files below a folder, but for names that begin with a dot.

    A folder that can't be listed stands for itself, to be accounted for as a reject, not passed over.
    """
    for path, names in _folders(folder):
        if names is None:
            yield Path(path)
        else:
            yield from (Path(path, name) for name in names)


def matches(pattern: str) -> Iterator[Path]:
    """What a glob matches, folders too; ``**`` stands for any folders, without those whose name begins with a dot.

    Below ``**``, a folder that can't be listed stands for itself.
    """
    parts = pattern.split(os.sep)
    if "**" not in parts:
        yield from map(Path, glob.iglob(pattern))
        return
    # `glob` itself goes round a link to a folder above until the path is too long, with two of them for ever.
    first = parts.index("**")
    before = os.sep.join([*parts[:first], ""]) or os.curdir
    after = [part for part in parts[first + 1 :] if part]
    for top in glob.iglob(before):
        for folder, names in _folders(top):
            if names is None:
                yield Path(folder)
            elif after:
                yield from matches(os.path.join(glob.escape(folder), *after))
            else:
                yield from (Path(folder, name) for name in names)


def _folders(top: str | Path) -> Iterator[tuple[str, list[str] | None]]:
    """Each folder from ``top`` on, with the names of its files; None for names if it can't be listed.

    Links are followed when all else is searched: what lies there anyway keeps the name it has without the link.
    """
    seen: set[str] = set()
    links = deque([os.fspath(top)])
    while links:
        link = links.popleft()
        folders = [(link, os.path.realpath(link))]
        while folders:
            folder, real = folders.pop()
            if real in seen:
                continue
            seen.add(real)
            listed = _listed(folder)
            if listed is None:
                yield folder, None
                continue
            below = [one for one in listed if _is_folder(one)]
            names = {one.name for one in below}
            if _DATA in names and _is_lake(folder):
                yield folder, [_CATALOG]
                continue
            if os.path.basename(real) == _DATA and _is_lake(os.path.dirname(real)):
                continue
            yield folder, [one.name for one in listed if one.name not in names]
            links.extend(one.path for one in below if one.is_symlink())
            folders.extend((one.path, os.path.join(real, one.name)) for one in reversed(below) if not one.is_symlink())


def _listed(folder: str) -> list[os.DirEntry[str]] | None:
    """What a folder holds, in order of names, but for those that begin with a dot; None if it can't be listed."""
    try:
        with os.scandir(folder) as entries:
            return sorted((one for one in entries if not one.name.startswith(".")), key=lambda one: one.name)
    except OSError:
        return None


def _is_lake(folder: str) -> bool:
    """Whether the catalog of a lake is in a folder: not just a database of that name, which may hold articles."""
    catalog = os.path.join(folder, _CATALOG)
    if not os.path.isfile(catalog):
        return False
    try:
        with closing(sqlite3.connect(f"file:{quote(catalog)}?mode=ro&immutable=1", uri=True)) as database:
            return (
                database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'ducklake_metadata'").fetchone() is not None
            )
    except sqlite3.Error:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself, or to where we may not look: told when it is to be read
        return False
