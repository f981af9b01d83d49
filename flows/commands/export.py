"""``copydesk export``: the tables as plain files."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import Lake
from flows.errors import RunError, UsageError
from flows.next_command import next_command
from flows.output import write_csv
from flows.settings import load_settings
from warehouse.lake import open_lake

if TYPE_CHECKING:
    import duckdb

EXAMPLES = """
[bold]Examples[/bold]

copydesk export --out tables/

copydesk export --out tables/ --format csv --table quotes --table articles
"""


class FileFormat(StrEnum):
    """What tables are exported as."""

    PARQUET = "parquet"
    CSV = "csv"


def export(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to write, one file a table.")],
    lake: Lake = None,
    form: Annotated[FileFormat, typer.Option("--format", help="Format of the files.")] = FileFormat.PARQUET,
    tables: Annotated[
        list[str] | None, typer.Option("--table", metavar="NAME", help="Only this table; may be repeated.")
    ] = None,
) -> None:
    """Write the current rows of the tables as plain files, for whoever has no DuckLake.

    All tables are of the same moment, and their rows in an order that is always the same. A file is replaced only once
    it is written whole.
    """
    from schemas.tables import TABLES  # noqa: PLC0415  (other commands need not load what they are made with)

    place = load_settings(lake=lake).place
    chosen = list(tables or TABLES)
    if unknown := sorted(set(chosen) - set(TABLES)):
        raise UsageError(
            f"no such table: {', '.join(unknown)}; there are {', '.join(TABLES)}. A view or an answer: "
            f'{next_command("sql", lake)} --format parquet "FROM {unknown[0]}" > {unknown[0]}.parquet'
        )
    if out.resolve().is_relative_to(place.folder.resolve()):
        raise UsageError(f"{out} lies in the lake: choose another folder to export to")
    with open_lake(place, read_only=True) as con:
        con.begin()
        try:
            out.mkdir(parents=True, exist_ok=True)
            for table in chosen:
                typer.echo(str(_replace(con, table, form, out)), err=True)
        except OSError as error:
            raise RunError(
                f"{out} can't be written to: {error.strerror}. Choose another folder, or make room"
            ) from error


def _replace(con: "duckdb.DuckDBPyConnection", table: str, form: FileFormat, folder: Path) -> Path:
    """The file of a table in a folder, written beside it and put in its place as a whole."""
    target = folder / f"{table}.{form}"
    part = folder / f".{table}.{form}.part"
    try:
        _write(con, table, form, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def _write(con: "duckdb.DuckDBPyConnection", table: str, form: FileFormat, path: Path) -> None:
    from warehouse.export import export_parquet, stream  # noqa: PLC0415

    if form is FileFormat.PARQUET:
        export_parquet(con, table, path)
        return
    with path.open("w", encoding="utf-8", newline="") as out:
        write_csv(stream(con, table), out)
