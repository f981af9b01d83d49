"""The Arrow form of the tables."""

import dataframely as dy
import pyarrow as pa


def arrow_schema(table: type[dy.Schema]) -> pa.Schema:
    """Arrow schema of a table, with each column's description in its field metadata."""
    described = []
    for field in table.create_empty().to_arrow().schema:
        column = table.columns()[field.name]
        described.append(field.with_metadata({"description": column.description or ""}).with_nullable(column.nullable))
    return pa.schema(described)
