"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from flows.errors import UsageError

ARTICLE_HELP = "Its article_id, source_uri, url, or the path of its file."


def folder(given: str) -> Path:
    """A folder as it was typed, which must be something."""
    if not given:  # a variable that is not set, most often; to a path it is the working folder
        raise typer.BadParameter("it is empty; name a folder, or leave the option out")
    return Path(given)


def words(given: str) -> str:
    """What was typed, if it is text: what the lake is asked for can only be that, unlike the name of a file."""
    if not _is_text(given):
        raise typer.BadParameter("it is not in UTF-8, as all texts of the lake are; type it in a UTF-8 terminal")
    return given


def no_article(article: str, lake: Path | None, *, which: str = "article") -> UsageError:
    """What to say of an ``ARTICLE`` that the lake has not, and how to find the one that was meant."""
    return UsageError(
        f"{article}: no {which} has this article_id, source_uri, url or path. Find it with",
        'sql "SELECT article_id, source_uri, url FROM articles WHERE ..."',
        lake,
    )


def _is_text(given: str) -> bool:
    try:
        given.encode()
    except UnicodeEncodeError:
        return False
    return True


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
    """What ``ARTICLE`` may mean: as it was typed, and, taken for the path of a file, the file's name in the lake.

    The file may be gone from there, and its path be in any encoding.
    """
    from flows.discover import source_uri  # noqa: PLC0415  (four tenths of a second that other commands need not pay)

    typed = [article] if _is_text(article) else []
    try:
        return [*typed, source_uri(Path(article), root)]
    except (OSError, ValueError):  # longer than a path may be, say
        return typed
