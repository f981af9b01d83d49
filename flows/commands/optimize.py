"""``copydesk optimize``: keep the lake small and fast."""

from datetime import timedelta
from typing import Annotated

import typer

from flows.commands.options import Lake
from flows.settings import load_settings

EXAMPLES = """
[bold]Examples[/bold]

copydesk optimize --lake /data/lake

copydesk optimize --keep-days 7          (less history, less disk)
"""


def optimize(
    lake: Lake = None,
    keep_days: Annotated[
        float | None,
        typer.Option(metavar="DAYS", min=0, help="Keep this many days of history (default 30).", show_default=False),
    ] = None,
    at_once: Annotated[
        bool, typer.Option("--at-once", help="Delete replaced files now. Let no query run meanwhile.")
    ] = False,
) -> None:
    """Merge small files, let old history go, delete what killed runs left behind. Run it weekly.

    Replaced files stay for an hour, as queries may be reading them; the next optimize deletes them.
    """
    from warehouse.errors import LakeMissingError  # noqa: PLC0415
    from warehouse.lake import exists, open_lake  # noqa: PLC0415
    from warehouse.lock import hold  # noqa: PLC0415
    from warehouse.optimize import GRACE, size  # noqa: PLC0415
    from warehouse.optimize import optimize as tidy  # noqa: PLC0415

    settings = load_settings(lake=lake, history_days=keep_days)
    if not exists(settings.place):
        raise LakeMissingError(settings.place)
    with hold(settings.place):
        with open_lake(settings.place, read_only=False):
            pass  # one of an older version is brought up to date before anybody looks at it
        before = size(settings.place)
        tidy(settings.place, timedelta(days=settings.history_days), timedelta(0) if at_once else GRACE)
        after = size(settings.place)
    for what, was, is_now in (
        ("files", before.files, after.files),
        ("bytes in files", before.rows_bytes, after.rows_bytes),
        ("bytes in the catalog", before.catalog_bytes, after.catalog_bytes),
        ("snapshots", before.snapshots, after.snapshots),
    ):
        typer.echo(f"{what}: {was:,} -> {is_now:,}")
