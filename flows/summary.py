"""The table at the end of a run."""

from pathlib import Path

from rich.table import Table

from flows.next_command import next_command
from flows.run import RunSummary
from schemas.vocabulary import FileStatus
from warehouse.gaps import Gaps

_LANGUAGES = 5  # as many as fit a line
_MANY_REPLACED = 10  # one of so many is more than outlets correct
_BECAME = {
    FileStatus.LOADED: "loaded",
    FileStatus.REJECTED: "rejected as a whole",
    FileStatus.WITHDRAWN: "withdrawn by kill notices",
    FileStatus.FORGOTTEN: "forgotten, and kept out",
}
_FIELDS = {"title": "title", "published": "date", "publisher": "outlet"}


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
    if number := _replaced(summary):
        table.add_row("  by another of this run", f"{number:,}")
    if counts.articles_refreshed:
        table.add_row("articles refreshed", f"{counts.articles_refreshed:,}")
    if summary.unannotated:
        table.add_row("articles without a model", f"{sum(summary.unannotated.values()):,}")
    if summary.faults:
        table.add_row("articles that copydesk failed in", f"{sum(summary.faults.values()):,}")
    if summary.unsure:
        table.add_row("articles in no sure language", f"{summary.unsure:,}")
    table.add_row("quotes", f"{counts.quotes:,}")
    table.add_row("mentions", f"{counts.mentions:,}")
    table.add_row("rejects", f"{counts.rejects:,}", end_section=not summary.rejects)
    for place, (reason, number) in enumerate(summary.rejects.items(), start=1):
        table.add_row(f"  {reason}", f"{number:,}", end_section=place == len(summary.rejects))
    for stage, seconds in summary.seconds.items():
        table.add_row(f"{stage} seconds", f"{seconds:.1f}")
    table.add_row("seconds in all", f"{summary.wall_seconds:.1f}")
    return table


def next_steps(summary: RunSummary, lake: Path | None = None) -> list[str]:
    """What the user may want to do about the run, if anything. ``lake`` is that of ``--lake``, if it was given."""
    steps = []
    if not summary.counts.files_seen:
        steps.append(
            "Nothing was read: there is no file in what was given. Names that begin with a dot are passed over."
        )
    if summary.counts.rejects:
        steps.append(f"Some inputs were refused. See which and why: {next_command('rejects', lake)}")
    if summary.faults:
        number, fault = sum(summary.faults.values()), next(iter(summary.faults))
        query = "sql \"SELECT source_uri FROM articles WHERE annotation = 'failed'\""
        steps.append(
            f"{number:,} {'article has' if number == 1 else 'articles have'} no quotes and names, by a fault of "
            f"copydesk's: {fault}. Please report it; a version without the fault redoes "
            f"{'it' if number == 1 else 'them'} with --refresh. Which: {next_command(query, lake)}"
        )
    if summary.unannotated:
        number = sum(summary.unannotated.values())
        steps.append(
            f"{number:,} {'article was' if number == 1 else 'articles were'} not searched for quotes: no model is set "
            f"for {'its' if number == 1 else 'their'} language ({_most(summary.unannotated)}). To set one: "
            "COPYDESK_MODELS, see docs/settings.md."
        )
    if lacking := _lacking(summary.gaps):
        steps.append(
            f"Of {summary.gaps.records:,} articles from tables and records {lacking}. If these stand under keys of "
            "their own, name them, as in --map title=HEADLINE --map published=DAY, and add --refresh; see "
            "docs/formats.md."
        )
    if number := summary.gaps.unordered:
        steps.append(
            f"{number:,} {'date, which' if number == 1 else 'dates, one of which'} is {summary.gaps.example!r}, may be "
            "of two days, and no day is stored. To say which number is the day: COPYDESK_DAY_FIRST=true or false, see "
            "docs/settings.md; add --refresh."
        )
    if (number := _replaced(summary)) * _MANY_REPLACED > summary.gaps.articles + number:
        steps.append(
            f"{number:,} {'article has' if number == 1 else 'articles have'} the id or address of another one of this "
            "run, and only the latest version stands. If they are articles of their own, name a key that tells them "
            "apart, as in --map id=KEY --map url=NONE, and add --refresh; see docs/formats.md."
        )
    if summary.counts.files_outdated:
        number = summary.counts.files_outdated
        steps.append(
            f"{number:,} unchanged {'file was' if number == 1 else 'files were'} processed by other code, models or "
            "settings (--map, day_first, ...) than those of this run. To redo them with these, add --refresh; what "
            "needs a --map needs it then, too."
        )
    return steps


def _replaced(summary: RunSummary) -> int:
    """How many articles made way for others of the same run: what was written, without what stands of it."""
    counts = summary.counts
    written = counts.articles_new + counts.articles_revised + counts.articles_refreshed
    return max(written - summary.gaps.articles, 0) if counts.articles_revised and summary.gaps.articles else 0


def _lacking(gaps: Gaps) -> str:
    """What records lack, in words, if most lack a headline or a date: few makers of data leave these out."""
    if 2 * max(gaps.missing.get("title", 0), gaps.missing.get("published", 0)) <= gaps.records:
        return ""
    return ", ".join(f"{number:,} have no {_FIELDS[name]}" for name, number in gaps.missing.items())


def _most(languages: dict[str, int]) -> str:
    """The languages with most articles, and how many others there are: ``de 61, ja 8 and 3 others``."""
    first = ", ".join(f"{language} {number:,}" for language, number in list(languages.items())[:_LANGUAGES])
    others = len(languages) - _LANGUAGES
    return first if others <= 0 else f"{first} and {others} others"
