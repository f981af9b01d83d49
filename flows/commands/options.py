"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

ARTICLE_HELP = "Its article_id, source_uri, url, or the path of its file."


def folder(given: str) -> Path:
    """A folder as it was typed, which must be something."""
    if not given:  # a variable that is not set, most often; to a path it is the working folder
        raise typer.BadParameter("it is empty; name a folder, or leave the option out")
    return Path(given)


Lake = Annotated[
    Path | None,
    typer.Option(
        "--lake",
        metavar="DIR",
        parser=folder,
        help="Folder of the lake (default warehouse/lake).",
        show_default=False,
    ),
]


def names_of(article: str, root: Path | None) -> list[str]:
    """What ``ARTICLE`` may mean: as it was typed, and, if it is the path of a file, the file's name in the lake."""
    from flows.discover import source_uri  # noqa: PLC0415  (four tenths of a second that other commands need not pay)

    path = Path(article)
    try:
        is_file = path.is_file()
    except OSError:  # longer than a path may be, say
        is_file = False
    return [article, source_uri(path, root)] if is_file else [article]
