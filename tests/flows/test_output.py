"""How values are written for programs and people."""

import io
import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from flows.commands.listings import runs
from flows.commands.sql import sql
from flows.errors import UsageError
from flows.output import Format, print_rows, write_csv
from schemas import SCHEMA_VERSION
from warehouse.lake import open_lake
from warehouse.runs import start_run


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


@pytest.mark.parametrize("others", [2, 9], ids=["a row of a table", "one column below the other"])
def test_the_end_of_a_long_address_is_shown_to_people(others: int, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"file:///news/{'saved%20pages/' * 15}a.html#41"
    rows = {"uri": [address], **{f"why{number}": ["not an article " * 3] for number in range(others)}}
    print_rows(pa.table(rows).to_reader(), Format.TABLE)
    lines = capsys.readouterr().out.splitlines()
    shown = "".join(line.strip("│").split("│")[0].removeprefix("uri").strip() for line in lines)
    assert address in shown


@pytest.mark.lake
def test_runs_are_listed_a_line_each_and_whole_for_programs(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_lake(place / "lake", read_only=False) as con:
        for number in range(3):
            began = datetime(2025, 6, 12, number, tzinfo=UTC)
            start_run(con, f"2025061{number}t030000-1f0c5a9e", began, code="0", schema=SCHEMA_VERSION, models="")
    runs(lake=place / "lake")
    shown = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in shown[3:6]] == [f"2025061{number}t030000-1f0c5a9e" for number in (2, 1, 0)]
    runs(lake=place / "lake", form=Format.CSV)
    assert "articles_unchanged" in capsys.readouterr().out


@pytest.mark.lake
@pytest.mark.parametrize("form", [Format.CSV, Format.JSONL, Format.PARQUET])
def test_programs_are_given_one_table(place: Path, form: Format, capsys: pytest.CaptureFixture[str]) -> None:
    """Two headers in one CSV file would be read as rows of the first."""
    with open_lake(place / "lake", read_only=False):
        pass
    with pytest.raises(UsageError, match=f"--format {form} is of one table, and these are 2 questions"):
        sql("SELECT 1; SELECT 2", lake=place / "lake", form=form)
    assert capsys.readouterr().out == ""
    sql("SELECT 11; SELECT 12", lake=place / "lake")
    printed = capsys.readouterr().out
    assert printed.count("11") == printed.count("12") == 2
