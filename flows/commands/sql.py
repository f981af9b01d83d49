"""``copydesk sql``: ask the lake."""

import sys
from typing import Annotated

import duckdb
import typer

from flows.commands.options import Lake, words
from flows.errors import UsageError
from flows.interrupts import as_keyboard_interrupt
from flows.output import Format, print_rows
from flows.settings import load_settings
from flows.terminal import visible_lines
from warehouse.errors import RunUnknownError
from warehouse.lake import open_lake
from warehouse.place import Place
from warehouse.query import QueryError, parse, returns_rows, sandbox, stream_results
from warehouse.runs import state_after
from warehouse.tuning import untune

EXAMPLES = """
[bold]Examples[/bold]

copydesk sql "FROM speakers LIMIT 10"

copydesk sql "SELECT text, speaker_name FROM quotes WHERE confidence < 0.5" --format csv > check.csv

copydesk sql "SELECT count(*) FROM articles; SELECT count(*) FROM quotes"          (prints both)

copydesk sql --lake /data/lake          (opens a prompt)

copydesk sql < question.sql

copydesk sql "SELECT count(*) FROM articles" --run 20250301t030000-1f0c5a9e

copydesk sql "FROM quotes JOIN read_csv('people.csv') ON name = speaker_name" --allow-files
"""


def sql(
    statement: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", help="SQL of DuckDB. Without it: a prompt, or standard input.")
    ] = None,
    lake: Lake = None,
    form: Annotated[Format, typer.Option("--format", help="How rows are printed.")] = Format.TABLE,
    run_id: Annotated[
        str | None, typer.Option("--run", metavar="RUN_ID", parser=words, help="Ask the lake as this run left it.")
    ] = None,
    allow_files: Annotated[
        bool, typer.Option("--allow-files", help="Let the query read and write other files, and open databases.")
    ] = False,
) -> None:
    """Ask the lake in SQL. The lake can't be changed, and without --allow-files no other file can be read or written.

    The tables and columns are in docs/data-dictionary.md; or ask: copydesk sql "SHOW TABLES", "DESCRIBE quotes".
    """
    place = load_settings(lake=lake).place
    snapshot = _state_after(place, run_id) if run_id else None
    with open_lake(place, read_only=True, snapshot=snapshot) as con:
        untune(con)  # of a small lake, too, much may be asked
        if not allow_files:
            sandbox(con, place)
        if statement is None and sys.stdin.isatty():
            _prompt(con, form, free=allow_files)
        else:
            _answer(con, sys.stdin.read() if statement is None else statement, form, free=allow_files)


def _state_after(place: Place, run_id: str) -> int:
    with open_lake(place, read_only=True) as con:
        snapshot = state_after(con, run_id)
    if snapshot is None:
        raise RunUnknownError(place, run_id)
    return snapshot


def _answer(con: duckdb.DuckDBPyConnection, statement: str, form: Format, *, free: bool) -> None:
    statements = parse(con, statement, free=free)
    if form is not Format.TABLE and (count := sum(map(returns_rows, statements))) > 1:
        raise UsageError(
            f"--format {form} is of one table, and these are {count} questions: ask them one by one, "
            "or without --format"
        )
    for rows in stream_results(con, statements, free=free):
        print_rows(rows, form)


def _prompt(con: duckdb.DuckDBPyConnection, form: Format, *, free: bool) -> None:
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
            _answer_or_say_why_not(con, "\n".join(lines), form, free=free)
            lines.clear()


def _answer_or_say_why_not(con: duckdb.DuckDBPyConnection, statement: str, form: Format, *, free: bool) -> None:
    try:
        with as_keyboard_interrupt():
            _answer(con, statement, form, free=free)
    except (QueryError, UsageError) as error:
        typer.echo(visible_lines(str(error)), err=True)
    except KeyboardInterrupt:
        con.interrupt()  # it goes on in DuckDB's threads, and the next question would wait for it
        typer.echo("interrupted", err=True)
