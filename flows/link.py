"""The stage after the last batch: who is who across the corpus, for the names that the run touched."""

import duckdb

from warehouse.link import link, unlinked


def link_entities(lake: duckdb.DuckDBPyConnection, run_id: str) -> int:
    """Decide for every block of names that changed which of them mean the same, and write it down.

    The outcome depends on the articles in the lake alone, not on their order or batches; a run that was killed before
    this stage leaves its blocks to the next. Gives the number of local entities that changed their meaning.
    """
    local = unlinked(lake)
    if local.is_empty():
        return 0
    from transforms.names.corpus import decide  # noqa: PLC0415  (a run with nothing new needs none of it)

    return link(lake, decide(local.rename({"local_id": "entity_id"})), run_id)
