"""DuckDB extensions, loaded from the signed files that their wheels carry. Nothing is downloaded."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import duckdb

from warehouse.credentials import extensions_for
from warehouse.errors import LakeError
from warehouse.place import Place

EXTENSIONS = ("sqlite_scanner", "ducklake")
"""In the order they must be loaded: DuckLake opens its SQLite catalog through the first."""

POSTGRES_EXTENSIONS = ("postgres_scanner", "ducklake")
"""The same for a catalog in PostgreSQL."""


def needed(place: Place) -> tuple[str, ...]:
    """The extensions that a lake is opened with, in the order they must be loaded."""
    catalog = POSTGRES_EXTENSIONS if place.catalog else EXTENSIONS
    return (*catalog, *extensions_for(place.data)) if place.data else catalog


def extension_file(name: str) -> Path:
    """Path of an extension inside its wheel.

    Raises:
        LakeError: the wheel is missing or is for another DuckDB version.
    """
    spec = importlib.util.find_spec(f"duckdb_extension_{name}")
    package = name.replace("_", "-")
    mend = f"pip install duckdb-extension-{package}=={duckdb.__version__}"
    if spec is None or not spec.submodule_search_locations:
        raise LakeError(f"the DuckDB extension {name} is not installed. Mend it with: {mend}")
    folder = Path(next(iter(spec.submodule_search_locations)))
    path = folder / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
    if not path.exists():
        raise LakeError(f"the DuckDB extension {name} is not for DuckDB {duckdb.__version__}. Mend it with: {mend}")
    return path


def connect(extensions: Sequence[str] = EXTENSIONS) -> duckdb.DuckDBPyConnection:
    """An in-memory DuckDB with ``extensions`` loaded, and automatic downloads off."""
    con = duckdb.connect(
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "python_enable_replacements": "false",  # a name in a query is never a variable of ours
        }
    )
    for name in extensions:
        con.load_extension(str(extension_file(name)))
    con.execute("SET TimeZone = 'UTC'")
    # It keeps what was read of every file that a commit touched, half a megabyte each, until memory is short; the
    # operating system keeps files, too, and gives them up.
    con.execute("SET enable_external_file_cache = false")
    con.execute("SET enable_progress_bar = false")  # it would be drawn over ours
    return con
