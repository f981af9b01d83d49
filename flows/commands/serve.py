"""``copydesk serve``: runs on a schedule."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import Lake, folder
from flows.errors import UsageError
from flows.settings import load_settings

EXAMPLES = """
[bold]Examples[/bold]

copydesk serve --cron "0 3 * * *" inbox/ --lake /data/lake

copydesk serve --every 900 --timezone Europe/Paris inbox/
"""

_YEAR = 366 * 24 * 60 * 60


def serve(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders and globs to look into.")],
    cron: Annotated[str | None, typer.Option(metavar="CRON", help='When to run, as in "0 3 * * *".')] = None,
    every: Annotated[
        float | None, typer.Option(metavar="SECONDS", min=1, max=_YEAR, help="Run this often, instead.")
    ] = None,
    timezone: Annotated[str | None, typer.Option(metavar="ZONE", help="Zone of the cron line (default UTC).")] = None,
    lake: Lake = None,
    root: Annotated[
        Path | None, typer.Option(metavar="DIR", parser=folder, help="Record source URIs relative to this folder.")
    ] = None,
    workers: Annotated[int | None, typer.Option(metavar="N", min=1, help="Processes that read and annotate.")] = None,
) -> None:
    """Run what is new at each tick, until stopped. A tick that comes while a run is at work is skipped.

    With PREFECT_API_URL set, runs are kept on that Prefect server; without it, on one of our own that is not
    reachable from other machines.
    """
    from flows.discover import discover  # noqa: PLC0415
    from flows.health import check  # noqa: PLC0415
    from flows.run import RunRequest  # noqa: PLC0415
    from flows.schedule import schedule_of  # noqa: PLC0415
    from flows.schedule import serve as keep  # noqa: PLC0415

    if (cron is None) == (every is None):
        raise UsageError("say when to run, with either --cron or --every")
    settings = load_settings(lake=lake, root=root, workers=workers)
    # What is wrong is told now, not at three in the morning.
    interval = timedelta(seconds=every) if every else None
    schedule = schedule_of(cron=cron, interval=interval, timezone=timezone)
    check(settings)
    discover(paths, settings.root, skip=settings.lake)
    typer.echo(f"Serving {', '.join(paths)} into {settings.lake}. Stop with Ctrl-C.", err=True)
    keep(RunRequest(tuple(paths), settings), schedule)
