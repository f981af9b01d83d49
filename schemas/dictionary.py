"""The data dictionary: the tables as a page of Markdown. Run ``python -m schemas.dictionary`` to print it."""

from collections.abc import Iterator

import dataframely as dy

from schemas import SCHEMA_VERSION
from schemas.columns import allowed_values
from schemas.ddl import sql_type, summary
from schemas.tables import TABLES

_HEAD = f"""# Data dictionary

Made from `schemas/` by `just dictionary`; do not edit. Schema version {SCHEMA_VERSION}.

Spans are half-open, `[start, end)`, in Unicode code points into `articles.text`.
"""


def render() -> str:
    """The whole dictionary."""
    return "\n".join([_HEAD, *(line for name, table in TABLES.items() for line in _section(name, table))]) + "\n"


def _section(name: str, table: type[dy.Schema]) -> Iterator[str]:
    yield f"## {name}\n"
    yield f"{summary(table)}\n"
    yield "| column | type | key | null | meaning |"
    yield "|---|---|---|---|---|"
    for column_name, column in table.columns().items():
        values = ", ".join(f"`{value}`" for value in allowed_values(column))
        meaning = f"{column.description} One of {values}." if values else column.description
        key = "key" if column.primary_key else ""
        null = "yes" if column.nullable else ""
        yield f"| `{column_name}` | {sql_type(column.dtype)} | {key} | {null} | {meaning} |"
    yield ""


if __name__ == "__main__":
    print(render(), end="")  # noqa: T201
