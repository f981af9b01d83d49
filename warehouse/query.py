"""Asking the lake: SQL that can read its tables and nothing else."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from importlib import resources
from itertools import chain, count, groupby
from typing import TYPE_CHECKING

import duckdb

from schemas.literals import quote_literal
from warehouse.errors import LakeError
from warehouse.explain import explain, is_of_a_file
from warehouse.files import data_address
from warehouse.place import Where, place_of

if TYPE_CHECKING:
    import pyarrow as pa

_LAKE_MACROS = frozenset({"merge_adjacent_files", "set_commit_message", "set_option"})
"""What DuckLake calls as ``lake.NAME()`` and lists nowhere; these write."""

_HINTS = (
    ("No snapshot found", '. Which states the lake has: copydesk sql "FROM snapshots()"'),
    ("file system operations are disabled", ". With --allow-files other files may be read and written"),
)
"""What DuckDB says of a query, and what to do then."""
_UNKNOWN_COLUMN = re.compile(r'(?:Referenced column|not have a column named) "((?:[^"]|"")+)"')


class QueryError(LakeError):
    """A query that DuckDB refused; the message is DuckDB's."""


def sandbox(con: duckdb.DuckDBPyConnection, where: Where) -> None:
    """Shut ``con`` off from every file but the lake's own, for good."""
    con.execute(f"SET allowed_directories = [{quote_literal(data_address(place_of(where)))}]")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")


def query(con: duckdb.DuckDBPyConnection, sql: str, *, free: bool = False) -> "pa.RecordBatchReader | None":
    """Run ``sql`` and stream the rows of its last statement; None if there is no statement.

    Raises:
        QueryError: as :func:`parse` and :func:`stream_results` do.
    """
    last = None
    for last in stream_results(con, parse(con, sql, free=free), free=free):  # noqa: B007
        pass
    return last


def parse(con: duckdb.DuckDBPyConnection, sql: str, *, free: bool = False) -> list[duckdb.Statement]:
    """The statements of ``sql``: queries only, without a function that reaches beyond the lake, unless ``free``.

    Raises:
        QueryError: it is not valid, or is not a query.
    """
    try:
        sql.encode()
    except UnicodeEncodeError as error:
        raise QueryError("the query is not in UTF-8") from error
    with _as_query_error(con, free=free):
        statements: list[duckdb.Statement] = con.extract_statements(sql)
        if not free:
            for statement in statements:
                _check_kind(statement)
            _check_functions(con, sql)
            _check_addresses(con, sql)
        return statements


def returns_rows(statement: duckdb.Statement) -> bool:
    """Whether its rows are what is asked for, and do not only tell how many were changed."""
    return list(statement.expected_result_type) == [duckdb.ExpectedResultType.QUERY_RESULT]


def stream_results(
    con: duckdb.DuckDBPyConnection, statements: Sequence[duckdb.Statement], *, free: bool = False
) -> "Iterator[pa.RecordBatchReader]":
    """Run the statements in turn and stream the rows of each question, and of the last statement whatever it is.

    The rows of one are to be taken before the next: it runs on the same connection.
    Of columns with one name the second is ``name_1``, so that no form of output mixes them up.

    Raises:
        QueryError: DuckDB refused a statement. The answers to those before it were given.
    """
    for number, statement in enumerate(statements, start=1):
        with _as_query_error(con, free=free):
            result = con.execute(statement)
            if not returns_rows(statement) and number < len(statements):
                continue
            rows = _streamed(con, result.to_arrow_reader(10_000))
        yield rows


@contextmanager
def _as_query_error(con: duckdb.DuckDBPyConnection, *, free: bool) -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        told = str(error)
        # Who is free may have meant another file, and is not to be told to restore the lake from a backup.
        if is_of_a_file(error) and (not free or _data_path(con) in told):
            raise QueryError(explain(error)) from error
        hint = next((hint for sign, hint in _HINTS if sign in told), "")
        raise QueryError(f"{told}{hint}{_where_the_column_is(con, told)}") from error


def _where_the_column_is(con: duckdb.DuckDBPyConnection, told: str) -> str:
    """Of a column that a table lacks, which tables and views of the lake have one of that name."""
    unknown = _UNKNOWN_COLUMN.search(told)
    if unknown is None:
        return ""
    with suppress(duckdb.Error):
        having = con.execute(
            "SELECT DISTINCT table_name FROM duckdb_columns() "
            "WHERE database_name = 'lake' AND lower(column_name) = lower(?) ORDER BY table_name",
            [unknown[1].replace('""', '"')],
        ).fetchall()
        names = ", ".join(name for (name,) in having)
        return f"\n\n{unknown[1]} is a column of: {names}" if names else ""
    return ""


def _data_path(con: duckdb.DuckDBPyConnection) -> str:
    """Where the lake's files are; nothing if that can't be asked any more, which is of the lake, too."""
    with suppress(duckdb.Error):
        row = con.execute("SELECT data_path FROM ducklake_settings('lake')").fetchone()
        return str(row[0]) if row else ""
    return ""


def _streamed(con: duckdb.DuckDBPyConnection, rows: "pa.RecordBatchReader") -> "pa.RecordBatchReader":
    """The same rows under names of their own, fetched by a thread: DuckDB sees no Ctrl-C while it fetches."""
    import pyarrow as pa  # noqa: PLC0415  (commands that ask nothing start without it)

    names = distinct(rows.schema.names)
    schema = pa.schema([field.with_name(name) for field, name in zip(rows.schema, names, strict=True)])

    def batches() -> "Iterator[pa.RecordBatch]":
        with ThreadPoolExecutor(max_workers=1) as thread:
            while (batch := _fetched(con, thread, rows)) is not None:
                yield batch.rename_columns(names)

    return pa.RecordBatchReader.from_batches(schema, batches())


def _fetched(
    con: duckdb.DuckDBPyConnection, thread: ThreadPoolExecutor, rows: "pa.RecordBatchReader"
) -> "pa.RecordBatch | None":
    waiting = thread.submit(next, rows, None)
    try:
        return waiting.result()
    except KeyboardInterrupt:
        con.interrupt()
        raise


def distinct(names: Sequence[str]) -> list[str]:
    """The names, with a number behind those that came before: ``title``, ``title_1``."""
    found: list[str] = []
    for name in names:
        numbered = (f"{name}_{number}" for number in count(1))
        free = chain([name], (other for other in numbered if other not in names))
        found.append(next(other for other in free if other not in found))
    return found


def _check_kind(statement: duckdb.Statement) -> None:
    if statement.type in {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}:
        return
    # PIVOT makes a type for itself: a statement that nobody wrote, so without a text.
    if statement.type == duckdb.StatementType.CREATE and not statement.query:
        return
    kind = statement.type.name.replace("_", " ")
    raise QueryError(
        f"the lake is read-only here: {kind} is not allowed, only queries are. "
        "With --allow-files other files may be read and written; the lake itself never."
    )


def _check_functions(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Refuse functions that DuckDB's own locks don't hold: they open databases, run text as SQL, or write files."""
    refused = _LAKE_MACROS | {
        name
        for (name,) in con.execute(
            "SELECT DISTINCT function_name FROM duckdb_functions() "
            "WHERE function_type IN ('table', 'table_macro', 'pragma') AND database_name = 'system'"
        ).fetchall()
        if name not in _that_only_look()
    }
    for name in called(sql):
        if name in refused:
            raise QueryError(
                f"the function {name} is not allowed here: it reaches beyond the lake. Allow: --allow-files"
            )


def _check_addresses(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Refuse a file of the lake's by its address, which DuckDB would take for a table.

    In a bucket such an address is a way out of it: DuckDB only looks whether it begins with the lake's, but
    ``s3://lake/../other`` is sent as another object, and ``s3://lake/file?s3_endpoint=host`` to another server.
    """
    address = _data_path(con)
    for text in quoted(con, sql):
        # Names with a dot between them are one address, too.
        if text.startswith(address) or address.startswith(f"{text}."):
            raise QueryError("files of the lake are not read by their address here: some hold rows that are gone")


@cache
def _that_only_look() -> frozenset[str]:
    lines = (resources.files("warehouse") / "sql" / "table_functions.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def called(sql: str) -> list[str]:
    """Names in ``sql`` that stand before a parenthesis, in lower case: whatever is called, and some more."""
    text = sql.encode()  # the tokenizer counts bytes
    tokens = duckdb.tokenize(sql)
    ends = [start for start, _ in tokens[1:]] + [len(text)]
    names = []
    for number, (start, _) in enumerate(tokens[:-1]):
        following = tokens[number + 1][0]
        if text[following : following + 1] == b"(":
            names.append(_name(text[start : ends[number]].decode()))
    return names


def quoted(con: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    """What stands in quotes in ``sql``, as DuckDB understands it: names and texts, whichever way they are written."""
    text = sql.encode()  # the tokenizer counts bytes
    tokens = [(start, kind) for start, kind in duckdb.tokenize(sql) if kind != duckdb.token_type.comment]
    ends = [start for start, _ in tokens[1:]] + [len(text)]
    written = [(text[start:end].decode(), kind) for (start, kind), end in zip(tokens, ends, strict=False)]
    found = [_unquoted(token) for token, _ in written if token.startswith('"')]
    for kind, run in groupby(written, key=lambda one: one[1]):
        if kind == duckdb.token_type.string_const:  # several in a row, on lines of their own, are one text
            row = con.execute(f"SELECT {''.join(token for token, _ in run)}").fetchone()
            found.append(str(row[0]) if row else "")
    return found


def _name(token: str) -> str:
    """The name that a token means: in quotes or not, and without the white space and comments after it."""
    if token.startswith('"'):
        return _unquoted(token).lower()
    end = next((at for at, sign in enumerate(token) if not (sign.isalnum() or sign in "_$")), len(token))
    return token[:end].lower()


def _unquoted(token: str) -> str:
    return token[1 : token.rindex('"')].replace('""', '"')
