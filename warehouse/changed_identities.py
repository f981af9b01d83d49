"""Articles that a file holds under another identity than before: the rows under the old one would stand beside them.

Records without an id are known by their line, which moves when a line above is taken out; and what is an identity may
be told otherwise by a later version of copydesk. An article that its file no longer holds at all stays: the lake keeps
what was read.
"""

import duckdb

from warehouse.aggregates import Touched
from warehouse.removal import remove


def take_out(con: duckdb.DuckDBPyConnection, touched: Touched) -> None:
    """Remove articles whose text the staged files hold under another identity now, and note what they ``touched``.

    To be called before the staged files take the place of the lake's.
    """
    con.execute("""
        CREATE OR REPLACE TEMP TABLE no_longer_held AS
        SELECT unnest(article_ids) AS article_id FROM files SEMI JOIN staged_files USING (source_uri)
        EXCEPT SELECT unnest(article_ids) FROM staged_files
    """)
    if con.execute("SELECT count(*) FROM no_longer_held").fetchone() == (0,):
        return  # most often: the files of the whole lake need not be looked through
    con.execute("""
        CREATE OR REPLACE TEMP TABLE moved AS
        WITH
            held AS (SELECT DISTINCT unnest(article_ids) AS article_id FROM staged_files),
            others AS (FROM files ANTI JOIN staged_files USING (source_uri)),
            elsewhere AS (SELECT unnest(article_ids) AS article_id FROM others),
            texts AS (SELECT content_hash FROM articles SEMI JOIN held USING (article_id))
        SELECT article_id FROM articles
        SEMI JOIN no_longer_held USING (article_id)
        ANTI JOIN elsewhere USING (article_id)
        SEMI JOIN texts USING (content_hash)
    """)
    if con.execute("SELECT count(*) FROM moved").fetchone() == (0,):
        return
    remove(con, "moved", touched)
