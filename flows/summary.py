"""The table at the end of a run."""

from collections.abc import Iterator

from rich.table import Table

from flows.run import RunSummary
from schemas.vocabulary import FileStatus

_BECAME = {
    FileStatus.LOADED: "loaded",
    FileStatus.REJECTED: "rejected as a whole",
    FileStatus.WITHDRAWN: "withdrawn by kill notices",
    FileStatus.FORGOTTEN: "forgotten, and kept out",
}


def summary_table(summary: RunSummary) -> Table:
    """What a run saw and did, as a table for people."""
    table = Table(title=f"Run {summary.run_id}", show_header=False, title_justify="left")
    table.add_column(justify="left")
    table.add_column(justify="right")
    for what, number in _counted(summary):
        table.add_row(what, f"{number:,}")
    table.add_section()
    for stage, seconds in summary.seconds.items():
        table.add_row(f"{stage} seconds", f"{seconds:.1f}")
    table.add_row("seconds in all", f"{summary.wall_seconds:.1f}")
    return table


def _counted(summary: RunSummary) -> Iterator[tuple[str, int]]:
    """The rows of the table that count something, in their order."""
    counts = summary.counts
    yield "files seen", counts.files_seen
    yield "  unchanged since an earlier run", counts.files_unchanged
    yield from ((f"  {_BECAME[status]}", number) for status, number in summary.files.items())
    yield "articles new", counts.articles_new
    yield "articles unchanged", counts.articles_unchanged
    yield "articles revised", counts.articles_revised
    told_where_there_are_some = (
        ("  by another of this run", summary.replaced),
        ("articles refreshed", counts.articles_refreshed),
        ("articles without a model", sum(summary.unannotated.values())),
        ("articles that copydesk failed in", sum(summary.faults.values())),
        ("articles in no sure language", summary.unsure),
        ("articles without a date", summary.gaps.undated),
    )
    yield from ((what, number) for what, number in told_where_there_are_some if number)
    yield "quotes", counts.quotes
    yield "mentions", counts.mentions
    yield "rejects", counts.rejects
    yield from ((f"  {reason}", number) for reason, number in summary.rejects.items())


def log_line(summary: RunSummary) -> str:
    """A run in one line, for the log of a schedule, which nobody reads who is not looking for something."""
    counts = summary.counts
    parts = [
        f"{counts.files_seen} files",
        f"{counts.articles_new} articles new",
        f"{counts.articles_revised} revised",
        f"{counts.quotes} quotes",
        f"{counts.rejects} rejects",
    ]
    if summary.faults:
        parts.append(f"failed in {sum(summary.faults.values())}: {next(iter(summary.faults))}")
    if counts.files_outdated:
        parts.append(f"{counts.files_outdated} files unchanged but read by another version, which run --refresh redoes")
    return f"run {summary.run_id}: {', '.join(parts)}"
