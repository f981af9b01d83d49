"""What copydesk wrote itself: rows of its tables that have texts but are no articles.

A folder that is read every night may hold an export, or another lake. Each quotation of it would be an article, and all
of one article versions of the next.
"""

from collections.abc import Iterable

from schemas.vocabulary import RejectReason
from transforms.article import Rejected
from transforms.readers.options import ReadOptions

_KEYS = {
    "quotes": {"article_id", "quote_id", "utterance_id"},
    "mentions": {"article_id", "mention_id", "entity_id"},
    "blocks": {"article_id", "block_index", "kind"},
}


def own_catalog(tables: Iterable[str], uri: str) -> Rejected | None:
    """A reject for the catalog of a lake, known by its tables."""
    if "ducklake_metadata" not in set(tables):
        return None
    detail = "the catalog of a lake; to have its articles read: copydesk export, then run on articles.parquet"
    return Rejected(uri, RejectReason.NOT_AN_ARTICLE, detail)


def own_rows(names: Iterable[str], uri: str, options: ReadOptions) -> Rejected | None:
    """A reject for a table or record with the keys of such rows, unless the user says where its text is."""
    keys = set(names)
    table = next((table for table, its_keys in _KEYS.items() if its_keys <= keys), None)
    if table is None or not options.fields.keys().isdisjoint({"text", "html"}):
        return None
    detail = f"rows of copydesk's own table {table}, of an export or a lake; the articles are in its table articles"
    return Rejected(uri, RejectReason.NOT_AN_ARTICLE, detail)
