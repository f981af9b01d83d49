"""``copydesk rejects`` and ``copydesk runs``: what was refused and why, and what was run."""

from typing import Annotated

import typer

from flows.commands.options import Lake
from flows.output import Format, print_rows
from flows.settings import load_settings
from warehouse.lake import open_lake
from warehouse.query import query

_REJECTS = "SELECT reason, source_uri, detail, stage, run_id FROM rejects ORDER BY reason, source_uri"
_RUNS = """
SELECT run_id, status, started_at, round(epoch(ended_at - started_at), 1) AS seconds, files_seen, files_unchanged,
    articles_new, articles_unchanged, articles_revised, articles_refreshed, quotes, rejects, detail
FROM runs ORDER BY started_at DESC
"""
_RUNS_SHOWN = """
SELECT run_id, status, round(epoch(ended_at - started_at), 1) AS seconds, files_seen AS files,
    files_unchanged AS unchanged, articles_new AS new, articles_revised AS revised, articles_refreshed AS refreshed,
    quotes, rejects, detail
FROM runs ORDER BY started_at DESC
"""  # a line for each: a lake that is a year old has hundreds

REJECTS_EXAMPLES = """
[bold]Examples[/bold]

copydesk rejects

copydesk rejects --lake /data/lake --format csv > refused.csv

copydesk sql "SELECT reason, count(*) FROM rejects GROUP BY ALL"          (how many of each kind)
"""
RUNS_EXAMPLES = """
[bold]Examples[/bold]

copydesk runs --lake /data/lake

copydesk runs --format jsonl | head -1          (the last one, for a script)
"""

Form = Annotated[Format, typer.Option("--format", help="How rows are printed.")]


def rejects(lake: Lake = None, form: Form = Format.TABLE) -> None:
    """List the inputs that could not be turned into articles, with the reason.

    Mend them where they lie and run again: a file that changed is read anew, and its reject goes away if it can be
    read. A file that was removed or renamed keeps its reject, as the account of what came in.
    """
    _list(lake, _REJECTS, form)


def runs(lake: Lake = None, form: Form = Format.TABLE) -> None:
    """List the runs, the latest first, with what they did.

    A run_id begins with the day and time (UTC) of its start. The other formats have more columns than the table.
    """
    _list(lake, _RUNS_SHOWN if form is Format.TABLE else _RUNS, form)


def _list(lake: Lake, statement: str, form: Format) -> None:
    with open_lake(load_settings(lake=lake).place, read_only=True) as con:
        rows = query(con, statement)
        if rows is not None:
            print_rows(rows, form)
