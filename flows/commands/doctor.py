"""``copydesk doctor``: is everything here that a run needs?"""

import sys

import typer

from flows.commands.options import Lake
from flows.errors import Exit
from flows.settings import load_settings

EXAMPLES = """
[bold]Examples[/bold]

copydesk doctor

copydesk doctor --lake /data/lake
"""


def doctor(lake: Lake = None) -> None:
    """Check Python, DuckDB and its extensions, Prefect, the models, the lake; say how to mend what is wrong."""
    from flows.health import examine  # noqa: PLC0415

    settings = load_settings(lake=lake)
    ill = 0
    for finding in examine(settings):
        mark = "ok  " if finding.well else "FAIL"
        typer.echo(f"{mark}  {finding.what}: {finding.detail}")
        ill += not finding.well
    if ill:
        typer.echo(f"{ill} to mend.", err=True)
        sys.exit(Exit.FAILED)
