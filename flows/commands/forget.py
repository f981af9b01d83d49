"""``copydesk forget``: take an article down for good."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from flows.commands.options import ARTICLE_HELP, Lake, names_of, no_article
from flows.settings import load_settings
from flows.terminal import Output, visible
from warehouse.lake import open_lake

if TYPE_CHECKING:
    from warehouse.forget import Named

EXAMPLES = """
[bold]Examples[/bold]

copydesk forget https://example.org/news/2025/story.html

copydesk forget 5816bc1626a85fcf508d --yes

copydesk forget 5816bc1626a85fcf508d --near-copies
"""


def forget(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help=ARTICLE_HELP)],
    lake: Lake = None,
    near_copies: Annotated[
        bool, typer.Option("--near-copies", help="Also take down the articles that hold part of its text.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
) -> None:
    """Take an article and all copies of its text down, from every table, snapshot and file of the lake.

    Articles that hold only part of its text are listed, and stay unless --near-copies is given.
    It does not come back when its file is read again. The input file itself is not touched,
    and its path stays in the table files. To leave no byte behind,
    the history of the whole lake is erased: "copydesk history" then begins anew. Let no query run meanwhile.
    """
    from flows.copies import find_copies  # noqa: PLC0415
    from flows.link import link_entities  # noqa: PLC0415
    from warehouse.forget import erase, find, find_near, is_forgotten  # noqa: PLC0415
    from warehouse.forget import forget as take_down  # noqa: PLC0415
    from warehouse.lock import hold  # noqa: PLC0415

    settings = load_settings(lake=lake)
    place, names = settings.place, names_of(article, settings.root)
    with open_lake(place, read_only=True) as con:
        named = find(con, names)
        near = find_near(con, named)
        again = is_forgotten(con, names)
    if not named and not again:
        raise no_article(article, lake, which="current article")
    console = Output(stderr=True, soft_wrap=True)  # an address that is broken into lines can't be copied
    _show(console, named, near, near_copies=near_copies)
    if near_copies:
        named += [one for one, _ in near]
    if not yes:
        _ask(f"Take {_articles(named)} down for good, and erase the history of the lake?")
    with hold(place):
        if named:
            take_down(place, named, lambda con: (find_copies(con, "forget"), link_entities(con, "forget")))
        else:
            erase(place)  # an earlier call was killed, or it is repeated to be sure
    done = f"Forgotten: {_articles(named)}." if named else "It was forgotten before; traces were erased again."
    console.print(done)


def _ask(question: str) -> None:
    """Go on if the answer is yes."""
    try:
        typer.confirm(question, abort=True, err=True)
    except typer.Abort:
        if sys.stdin.isatty():
            raise
        typer.echo("Nothing was taken down, as nobody said yes. In a script, say --yes.", err=True)
        raise typer.Exit(1) from None


def _show(
    console: Output, named: "Sequence[Named]", near: "Sequence[tuple[Named, float]]", *, near_copies: bool
) -> None:
    """What is to be taken down, and what else holds part of its text."""
    for one in named:
        console.print(_line(one))
    if near:
        console.print("They hold part of its text:" if near_copies else "Left, though they hold part of its text:")
    for one, share in near:
        console.print(_line(one), f"(has {share:.0%} of it)")
    if near and not near_copies:
        console.print("Take them down by their ids, or with this one by --near-copies.")


def _articles(named: "Sequence[Named]") -> str:
    return f"{len(named)} article{'' if len(named) == 1 else 's'}"


def _line(article: "Named") -> Text:
    return Text(visible(f"{article.article_id}  {article.title or '(no title)'}  {article.source_uri}"))
