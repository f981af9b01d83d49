"""How values are written for programs."""

import io
from datetime import UTC, datetime

import pyarrow as pa
import pytest

from flows.output import write_csv


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (None, ""),
        (-3, "-3"),
        (0.5, "0.5"),
        (datetime(2025, 2, 12, 17, 21, tzinfo=UTC), "2025-02-12T17:21:00+00:00"),
        (["a", "b"], '"[""a"", ""b""]"'),
        ("=1+1", "'=1+1"),
        ("one,two", '"one,two"'),
    ],
)
def test_csv_cells(value: object, written: str) -> None:
    out = io.StringIO()
    table = pa.table({"n": [1], "x": [value]})
    write_csv(table.to_reader(), out)
    assert out.getvalue() == f"n,x\n1,{written}\n"
