"""Text that press databases export: many articles in one file, each with its fields in lines of their own.

A database is a module with ``FORMAT``; ``documents(text)``, which takes such a text apart and gives nothing for any
other; and ``read(document, uri)``, which makes the article of one. They are asked in the order of ``DATABASES``.
"""

from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

from transforms.article import RawArticle, Rejected
from transforms.readers.exports import (
    blocks,
    factiva,
    factiva_pages,
    front_matter,
    lexis,
    newsbank,
    nexis,
    proquest,
    story,
)

DATABASES: tuple[ModuleType, ...] = (
    front_matter,
    proquest,
    lexis,
    nexis,
    factiva,
    factiva_pages,
    newsbank,
    story,
    blocks,
)


def export_items(text: str, uri: str, encoding: str | None) -> Iterator[RawArticle | Rejected]:
    """Articles and rejects of a text with line feeds as line ends; nothing if it is no export.

    Where there are several, their uris are ``<file>#<number>``.
    """
    for database in DATABASES:
        if documents := database.documents(text):
            for number, document in enumerate(documents, start=1):
                item = database.read(document, uri if len(documents) == 1 else f"{uri}#{number}")
                yield replace(item, encoding=encoding) if isinstance(item, RawArticle) else item
            return


__all__ = ["DATABASES", "export_items"]
