"""What a run needs, looked at part by part."""

import importlib.metadata
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from flows.settings import Settings
from transforms.models import ModelMissingError, load_model, model_version
from warehouse.errors import LakeError, LakeMissingError, LakeOldError
from warehouse.explain import explain
from warehouse.extensions import connect, needed
from warehouse.files import check_writable
from warehouse.lake import open_lake
from warehouse.place import Place

_OLDEST_PYTHON = (3, 11)
_PINNED = ("prefect", "fastapi", "sqlalchemy", "duckdb", "spacy")
"""Distributions that only work together in the versions that copydesk asks for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One part that was looked at. ``detail`` says what was found, or how to mend it."""

    what: str
    well: bool
    detail: str


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at every part that a run with these settings needs; the slow ones last."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", sys.version_info >= _OLDEST_PYTHON, f"{version} (3.11 or newer is needed)")
    yield from _pins()
    yield _attempt("DuckDB", lambda: _duckdb(settings.place))
    yield _attempt("lake folder", lambda: _writable(settings.lake))
    if settings.place.data:
        yield _attempt("bucket", lambda: _bucket(settings.place))
    yield _attempt("catalog", lambda: _catalog(settings.place))
    for language, name in sorted(settings.models.items()):
        yield _attempt(f"model for {language}", lambda name=name: _model(name))  # type: ignore[misc]


def check(settings: Settings) -> None:
    """Look at what would keep every run with these settings from its end, and takes no time to see.

    Raises:
        ModelMissingError: a model is not installed.
        LakeError: the lake can't be opened, or its folder not be written.
    """
    for name in settings.models.values():
        model_version(name)
    try:
        with suppress(LakeMissingError, LakeOldError), open_lake(settings.place, read_only=True):
            pass  # the first run makes one that is missing, and brings up to date an old one
        _writable(settings.lake)
    except OSError as error:
        raise LakeError(f"{settings.lake}: {explain(error)}") from error


def _attempt(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, True, look())
    except (LakeError, ModelMissingError, OSError, duckdb.Error) as error:
        return Finding(what, False, str(error))


def _pins() -> Iterator[Finding]:
    asked = {}
    try:
        requirements = importlib.metadata.requires("copydesk") or []
    except importlib.metadata.PackageNotFoundError:
        yield Finding("copydesk", False, "runs from a folder without being installed: pip install -e .")
        return
    for line in requirements:
        name, equals, rest = line.partition("==")
        if equals:
            asked[name.strip()] = rest.partition(";")[0].strip()
    for name in _PINNED:
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found = "missing"
        wanted = asked.get(name, found)
        detail = found if found == wanted else f"{found}, but {wanted} is needed: pip install {name}=={wanted}"
        yield Finding(name, found == wanted and found != "missing", detail)


def _duckdb(place: Place) -> str:
    extensions = needed(place)
    connect(extensions).close()
    return f"{duckdb.__version__} with {', '.join(extensions)}"


def _writable(folder: Path) -> str:
    place = folder.absolute()
    while not place.exists():
        place = place.parent
    with tempfile.TemporaryFile(dir=place):
        return f"{folder} can be written"


def _bucket(place: Place) -> str:
    check_writable(place)
    return f"{place.data} can be written"


def _catalog(place: Place) -> str:
    try:
        with open_lake(place, read_only=True) as lake:
            row = lake.execute("SELECT count(*) FROM articles").fetchone()
            return f"opens, {row[0] if row else 0:,} articles"
    except LakeMissingError:
        return "none yet; the first run makes it"


def _model(name: str) -> str:
    version = model_version(name)
    load_model(name)
    return f"{version} loads"
