"""How values are written for programs."""

import io
import json
from datetime import UTC, datetime
from decimal import Decimal

import pyarrow as pa
import pytest

from flows.output import Format, print_rows, write_csv


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (None, ""),
        (-3, "-3"),
        (0.5, "0.5"),
        (Decimal("-1.50"), "-1.5"),
        (Decimal(-4), "-4"),
        (datetime(2025, 2, 12, 17, 21, tzinfo=UTC), "2025-02-12 17:21:00+00:00"),
        (datetime(2025, 2, 12), "2025-02-12 00:00:00"),
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


def test_sums_are_numbers_and_what_json_has_no_word_for_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    values = {"sum": [Decimal(4)], "share": [Decimal("0.25")], "nan": [float("nan")], "all": [[1.0, float("inf")]]}
    print_rows(pa.table(values).to_reader(), Format.JSONL)
    expected = {"sum": 4, "share": 0.25, "nan": None, "all": [1.0, None]}
    assert json.loads(capsys.readouterr().out, parse_constant=pytest.fail) == expected
