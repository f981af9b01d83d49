"""``copydesk report``: the lake as a page to read."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import Lake
from flows.errors import UsageError
from flows.settings import load_settings
from flows.terminal import to_whoever_reads
from flows.version import __version__
from warehouse.lake import open_lake

EXAMPLES = """
[bold]Examples[/bold]

copydesk report

copydesk report --out june.html --since 2025-06-01 --until 2025-06-30

copydesk report --out - --top 50 > report.html
"""

_DAY = ["%Y-%m-%d"]


def report(
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Where to write the page; - for standard output.")
    ] = Path("report.html"),
    lake: Lake = None,
    since: Annotated[
        datetime | None, typer.Option(metavar="DAY", formats=_DAY, help="Only articles of this day or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(metavar="DAY", formats=_DAY, help="Only articles of this day or earlier.")
    ] = None,
    top: Annotated[int, typer.Option(metavar="N", min=1, max=500, help="Rows of each list.")] = 20,
) -> None:
    """Write one self-contained HTML page: who is quoted most, when, about whom, in which outlets, and how sure it is.

    The page loads nothing and runs nothing, so it can be mailed or put on a web site as it is. Articles without a date
    are left out where --since or --until is given, and counted.
    """
    from flows.report import render  # noqa: PLC0415
    from warehouse.report import Period, find  # noqa: PLC0415

    period = Period(since.date() if since else None, until.date() if until else None)
    if period.since and period.until and period.since > period.until:
        raise UsageError(f"--since {period.since} is after --until {period.until}")
    place = load_settings(lake=lake).place
    with open_lake(place, read_only=True) as con:
        page = render(find(con, period, top), period, lake=place.folder.absolute().name, version=__version__)
    if str(out) == "-":
        with to_whoever_reads():
            typer.echo(page, nl=False)
        return
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_text(page, encoding="utf-8")
        part.replace(out)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise UsageError(f"--out {out}: {error.strerror or error}. Choose another place, or make room") from error
    typer.echo(f"Wrote {out}. Open it in a browser.", err=True)
