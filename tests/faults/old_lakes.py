"""Lakes that older versions made, for the tests."""

import tarfile
from pathlib import Path

import duckdb

from warehouse.extensions import EXTENSIONS, connect, needed
from warehouse.files import data_folder
from warehouse.place import Place

PACKED = sorted((Path(__file__).parents[1] / "warehouse" / "lakes").glob("v*.tar.gz"))


def unpack(packed: Path, folder: Path) -> Path:
    """The lake as it was, in a new folder."""
    with tarfile.open(packed) as archive:
        how = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # Debian's Python 3.11.2 has none yet
        archive.extractall(folder, **how)  # noqa: S202  (our own)
    return folder


def copy_tables(old: Path, place: Place) -> None:
    """Make the lake at ``place`` as the older version would have, with the tables and rows of ``old``."""
    data_folder(place.folder).mkdir(parents=True)
    con: duckdb.DuckDBPyConnection = connect(tuple(dict.fromkeys((*EXTENSIONS, *needed(place)))))
    with con:
        con.execute(
            f"ATTACH 'ducklake:sqlite:{old}/catalog.sqlite' AS old"
            f" (DATA_PATH '{old}/data', OVERRIDE_DATA_PATH true, READ_ONLY)"
        )
        con.execute(f"ATTACH 'ducklake:{place.catalog}' AS lake (DATA_PATH '{data_folder(place.folder)}/')")
        con.execute("USE lake")
        tables = con.execute("SELECT table_name, sql FROM duckdb_tables() WHERE database_name = 'old'").fetchall()
        for name, sql in tables:
            con.execute(sql.replace("CREATE TABLE old.", "CREATE TABLE "))
            con.execute(f"INSERT INTO {name} BY NAME FROM old.{name}")
