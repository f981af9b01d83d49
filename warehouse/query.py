"""Asking the lake: SQL that can read its tables and nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from schemas.ddl import quote_literal
from warehouse.errors import LakeError
from warehouse.explain import explain, is_of_a_file
from warehouse.lake import data_folder

if TYPE_CHECKING:
    import pyarrow as pa

_ALLOWED = {
    duckdb.StatementType.SELECT,
    duckdb.StatementType.EXPLAIN,
    duckdb.StatementType.PRAGMA,
    duckdb.StatementType.CREATE,  # PIVOT makes a type; in the lake itself DuckDB refuses it, as it is open read-only
}


class QueryError(LakeError):
    """A query that DuckDB refused; the message is DuckDB's."""


def sandbox(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Shut ``con`` off from every file but the lake's own, for good."""
    con.execute(f"SET allowed_directories = [{quote_literal(str(data_folder(folder).absolute()) + '/')}]")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")


def query(con: duckdb.DuckDBPyConnection, sql: str) -> "pa.RecordBatchReader | None":
    """Run ``sql`` and stream the rows of its last statement; None if there is no statement.

    Raises:
        QueryError: it is not valid, or is not a query.
    """
    try:
        statements = con.extract_statements(sql)
        for statement in statements:
            if statement.type not in _ALLOWED:
                kind = statement.type.name.replace("_", " ")
                raise QueryError(f"the lake is read-only here: {kind} is not allowed, only queries are.")
        if not statements:
            return None
        for statement in statements[:-1]:
            con.execute(statement)
        return con.execute(statements[-1]).to_arrow_reader(10_000)
    except duckdb.Error as error:
        raise QueryError(explain(error) if is_of_a_file(error) else str(error)) from error
