"""``copydesk history``: the revisions of an article."""

from typing import Annotated

import typer

from flows.commands.options import ARTICLE_HELP, Lake, names_of, no_article
from flows.output import Format, print_rows
from flows.settings import load_settings
from warehouse.lake import open_lake

EXAMPLES = """
[bold]Examples[/bold]

copydesk history https://example.org/news/2025/story.html

copydesk sql "SELECT text, speaker_name FROM quotes AT (VERSION => 12) WHERE article_id = '5816bc1626a85fcf508d'"
"""


def history(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help=ARTICLE_HELP)],
    lake: Lake = None,
    form: Annotated[Format, typer.Option("--format", help="How rows are printed.")] = Format.TABLE,
) -> None:
    """List the revisions of an article: which run wrote them and when.

    Every table can be asked as it was at the snapshot of a revision, with AT (VERSION => snapshot). Snapshots that
    "copydesk optimize" let go, or "copydesk forget" erased, are not in the list.
    """
    from warehouse.history import history as revisions  # noqa: PLC0415

    settings = load_settings(lake=lake)
    with open_lake(settings.place, read_only=True) as con:
        rows = revisions(con, names_of(article, settings.root)).read_all()
        if not rows.num_rows:
            raise no_article(article, lake)
        print_rows(rows.to_reader(), form)
