"""Each table can be built in each of its forms, and says what it means in all of them."""

from pathlib import Path

import duckdb
import pytest

from schemas import dictionary
from schemas.ddl import comments, create_table
from schemas.tables import TABLES

DICTIONARY = Path(__file__).parents[2] / "docs" / "data-dictionary.md"

CONTRACT = {
    "articles": "article_id revision content_hash source_uri format text title dek authors publisher url published_at "
    "published_local published_precision published_zone_source modified_at dateline section keywords language "
    "word_count duplicate_group_id is_canonical run_id",
    "blocks": "article_id block_index kind start end text",
    "mentions": "mention_id article_id start end text label entity_id",
    "entities": "entity_id name label aliases country_code",
    "quotes": "quote_id utterance_id article_id start end text kind section speaker_start speaker_end speaker_text "
    "speaker_name speaker_entity_id speaker_role cue_start cue_end cue_text cue_lemma addressee confidence rule",
    "files": "source_uri sha256 bytes format encoding status article_ids run_id",
    "rejects": "source_uri stage reason detail run_id",
    "runs": "run_id",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_contract_columns_are_there(name: str) -> None:
    assert set(CONTRACT[name].split()) <= set(TABLES[name].column_names())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_and_column_is_described(name: str) -> None:
    table = TABLES[name]
    assert table.__doc__
    for column_name, column in table.columns().items():
        assert column.description, f"{name}.{column_name}"


@pytest.mark.parametrize("name", TABLES)
def test_polars_arrow_and_sql_forms_agree(name: str) -> None:
    table = TABLES[name]
    con = duckdb.connect()
    con.execute("SET TimeZone = 'UTC'")
    con.execute(create_table(name, table))
    for comment in comments(name, table):
        con.execute(comment)
    # An empty frame goes in and comes out through Arrow with the same columns and types.
    empty = table.create_empty().to_arrow()
    assert empty.schema.names == table.column_names()
    con.register("empty", empty)
    con.execute(f"INSERT INTO {name} BY NAME FROM empty")
    returned = con.execute(f"FROM {name}").pl()
    assert returned.schema == table.create_empty().schema
    described = con.execute("SELECT count(*) FROM duckdb_columns() WHERE comment IS NOT NULL").fetchone()
    assert described == (len(table.column_names()),)


@pytest.mark.parametrize("name", TABLES)
def test_not_null_columns_are_so_in_sql(name: str) -> None:
    table = TABLES[name]
    con = duckdb.connect()
    con.execute(create_table(name, table))
    nullable = dict(con.execute("SELECT column_name, is_nullable FROM duckdb_columns() WHERE NOT internal").fetchall())
    assert nullable == {column_name: column.nullable for column_name, column in table.columns().items()}


def test_dictionary_is_fresh() -> None:
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary.render(), "write it anew: just dictionary"
