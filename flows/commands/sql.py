"""``copydesk sql``: ask the lake."""

import sys
from typing import Annotated

import duckdb
import typer

from flows.commands.options import Lake
from flows.output import Format, print_rows
from flows.settings import load_settings
from warehouse.lake import open_lake
from warehouse.query import QueryError, query, sandbox

EXAMPLES = """
[bold]Examples[/bold]

copydesk sql "FROM speakers LIMIT 10"

copydesk sql "SELECT text, speaker_name FROM quotes WHERE confidence < 0.5" --format csv > check.csv

copydesk sql --lake /data/lake          (opens a prompt)

copydesk sql < question.sql
"""


def sql(
    statement: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", help="SQL of DuckDB. Without it: a prompt, or standard input.")
    ] = None,
    lake: Lake = None,
    form: Annotated[Format, typer.Option("--format", help="How rows are printed.")] = Format.TABLE,
) -> None:
    """Ask the lake in SQL. Nothing can be changed and no other file be read.

    The tables and columns are in docs/data-dictionary.md; or ask: copydesk sql "SHOW TABLES", "DESCRIBE quotes".
    """
    folder = load_settings(lake=lake).lake
    with open_lake(folder, read_only=True) as con:
        sandbox(con, folder)
        if statement is None and sys.stdin.isatty():
            _prompt(con, form)
        else:
            _answer(con, sys.stdin.read() if statement is None else statement, form)


def _answer(con: duckdb.DuckDBPyConnection, statement: str, form: Format) -> None:
    rows = query(con, statement)
    if rows is not None:
        print_rows(rows, form)


def _prompt(con: duckdb.DuckDBPyConnection, form: Format) -> None:
    """Read statements, each ended by a semicolon, until the end of input."""
    import readline  # noqa: F401, PLC0415  (editing and history come with the import)

    typer.echo("Ask in SQL, end with a semicolon. Leave with Ctrl-D.", err=True)
    lines: list[str] = []
    while True:
        try:
            lines.append(input("...> " if lines else "sql> "))
        except EOFError:
            typer.echo(err=True)
            return
        except KeyboardInterrupt:
            typer.echo(err=True)
            lines.clear()
            continue
        if lines[-1].rstrip().endswith(";") or not "".join(lines).strip():
            try:
                _answer(con, "\n".join(lines), form)
            except QueryError as error:
                typer.echo(str(error), err=True)
            lines.clear()
