"""The table at the end of a run."""

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
    counts = summary.counts
    table.add_row("files seen", f"{counts.files_seen:,}")
    table.add_row("  unchanged since an earlier run", f"{counts.files_unchanged:,}")
    for status, number in summary.files.items():
        table.add_row(f"  {_BECAME[status]}", f"{number:,}")
    table.add_row("articles new", f"{counts.articles_new:,}")
    table.add_row("articles unchanged", f"{counts.articles_unchanged:,}")
    table.add_row("articles revised", f"{counts.articles_revised:,}")
    if number := summary.replaced:
        table.add_row("  by another of this run", f"{number:,}")
    if counts.articles_refreshed:
        table.add_row("articles refreshed", f"{counts.articles_refreshed:,}")
    if summary.unannotated:
        table.add_row("articles without a model", f"{sum(summary.unannotated.values()):,}")
    if summary.faults:
        table.add_row("articles that copydesk failed in", f"{sum(summary.faults.values()):,}")
    if summary.unsure:
        table.add_row("articles in no sure language", f"{summary.unsure:,}")
    if summary.gaps.undated:
        table.add_row("articles without a date", f"{summary.gaps.undated:,}")
    table.add_row("quotes", f"{counts.quotes:,}")
    table.add_row("mentions", f"{counts.mentions:,}")
    table.add_row("rejects", f"{counts.rejects:,}", end_section=not summary.rejects)
    for place, (reason, number) in enumerate(summary.rejects.items(), start=1):
        table.add_row(f"  {reason}", f"{number:,}", end_section=place == len(summary.rejects))
    for stage, seconds in summary.seconds.items():
        table.add_row(f"{stage} seconds", f"{seconds:.1f}")
    table.add_row("seconds in all", f"{summary.wall_seconds:.1f}")
    return table


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
