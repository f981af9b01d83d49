"""Staged batches: work in progress on disk, one Parquet file per table, until a commit takes it in."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import dataframely as dy
import polars as pl

from schemas.commit import ADDED_BY_COMMIT
from schemas.frames import polars_types
from schemas.tables import TABLES
from warehouse.commit import STAGED_TABLES

_PLACEHOLDERS = {"revision": 1, "duplicate_group_id": "-", "is_canonical": True, "run_id": "-"}
"""For what the commit adds, so that a staged table can be held against the rules of the lake's."""


def staged_schema(table: str) -> dict[str, pl.DataType]:
    """Columns and Polars types of a staged table: those of the lake's less the ones that the commit adds."""
    left_out = ADDED_BY_COMMIT.get(table, ())
    return {name: kind for name, kind in polars_types(TABLES[table]).items() if name not in left_out}


def staged_frame(table: str, rows: Mapping[str, list[object]] | list[dict[str, object]]) -> pl.DataFrame:
    """A frame of a staged table from rows or columns of Python values."""
    return pl.DataFrame(rows, schema=staged_schema(table), orient="row" if isinstance(rows, list) else None)


def stage(batch: Path, frames: Mapping[str, pl.DataFrame]) -> None:
    """Write ``frames`` into the folder ``batch``, by table name, with columns put in the declared order.

    Raises:
        dataframely.exc.ValidationError: a row breaks a rule of its table.
    """
    batch.mkdir(parents=True, exist_ok=True)
    for table, frame in frames.items():
        columns = staged_schema(table)
        checked = frame.select(pl.col(name).cast(dtype) for name, dtype in columns.items())
        _validate(table, checked)
        checked.write_parquet(batch / f"{table}.parquet")


def _validate(table: str, frame: pl.DataFrame) -> None:
    schema: type[dy.Schema] = TABLES[table]
    left_out = {
        name: pl.lit(_PLACEHOLDERS[name]).cast(schema.columns()[name].dtype) for name in ADDED_BY_COMMIT.get(table, ())
    }
    schema.validate(frame.with_columns(**left_out).select(schema.column_names()))


def complete(batch: Path) -> None:
    """Add an empty file for each table that nothing was staged for."""
    for table in STAGED_TABLES:
        path = batch / f"{table}.parquet"
        if not path.exists():
            pl.DataFrame(schema=staged_schema(table)).write_parquet(path)


def discard(folder: Path) -> None:
    """Remove staged work, of a batch that was committed or of a run that was killed."""
    shutil.rmtree(folder, ignore_errors=True)
