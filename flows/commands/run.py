"""``copydesk run``: raw files in, rows out."""

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import Lake, folder
from flows.errors import Exit, UsageError
from flows.interrupts import as_keyboard_interrupt
from flows.settings import Runner, load_settings

EXAMPLES = """
[bold]Examples[/bold]

copydesk run examples/

copydesk run 'archive/2025/**/*.txt' page.html --lake /data/lake --workers 2

copydesk run inbox/ --root inbox/ --strict

copydesk run s3://bucket/2025/ 'gs://bucket/**/*.jsonl.gz' https://paper.example/story.html

copydesk run dump.csv --map title=headline --map text=story
"""


def run(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders (searched whole), globs, s3://, gs://, az://, http(s)://."),
    ],
    lake: Lake = None,
    root: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            parser=folder,
            help="Record source URIs relative to this folder, so that it can be moved. Use one root per lake: the same "
            "name below another root is a new version of the file.",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Processes that read and annotate (default 1).", show_default=False),
    ] = None,
    runner: Annotated[
        Runner | None,
        typer.Option(help="Where they run (default: as processes of this machine).", show_default=False),
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=KEY", help="The key that holds a field in your records, as in --map title=hl."
        ),
    ] = None,
    direct: Annotated[
        bool, typer.Option("--direct", help="Run without Prefect: starts sooner, but leaves no record there.")
    ] = False,
    refresh: Annotated[
        bool,
        typer.Option(
            "--refresh", help="Redo unchanged files that were processed by other code, word lists, models or settings."
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if any input was refused, or copydesk failed in an article.")
    ] = False,
) -> None:
    """Read articles, find who said what, and commit it to the lake.

    Files whose content is in the lake already are skipped, so the same command can run every night.

    Exit codes: 0 finished (refused inputs are counted and stored), 1 failed, or refused inputs with --strict,
    2 wrong usage, 3 another run holds the lake, 130 interrupted (Ctrl-C, SIGTERM).
    """
    from flows.advice import next_steps  # noqa: PLC0415
    from flows.start import start  # noqa: PLC0415
    from flows.summary import summary_table  # noqa: PLC0415
    from flows.terminal import Output, to_whoever_reads  # noqa: PLC0415

    settings = load_settings(
        lake=lake, root=root, workers=workers, runner=runner, map=_pairs(mapping) if mapping else None
    )
    if direct and settings.runner is not Runner.PROCESSES:
        raise UsageError(f"the runner {settings.runner} is Prefect's: leave out --direct")
    try:
        with as_keyboard_interrupt():
            summary = start(tuple(paths), settings, refresh=refresh, direct=direct)
    except KeyboardInterrupt:
        typer.echo("copydesk: interrupted. What was committed stands; the same command goes on from there", err=True)
        raise typer.Exit(Exit.INTERRUPTED) from None
    with to_whoever_reads():
        Output().print(summary_table(summary))
        for step in next_steps(summary, lake):
            typer.echo(step, err=True)
    if strict and (summary.counts.rejects or summary.faults):
        raise typer.Exit(Exit.FAILED)


def _pairs(given: list[str]) -> dict[str, str]:
    pairs = {}
    for one in given:
        field, equals, key = one.partition("=")
        if not (field and equals and key):
            raise UsageError(f"--map {one}: write it as FIELD=KEY, for instance title=headline")
        pairs[field] = key
    return pairs
