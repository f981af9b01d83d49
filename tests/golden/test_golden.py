"""Raw files become the rows that were read by eye and kept beside them."""

import importlib.util
import json
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("golden_rows", Path(__file__).with_name("golden_rows.py"))
golden_rows = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(golden_rows)


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=f"{path.parent.name}/{path.name}") for path in golden_rows.raw_files()]
)
def test_a_file_gives_the_rows_beside_it(path):
    expected = json.loads(golden_rows.expectation(path).read_text(encoding="utf-8"))
    assert golden_rows.rows(path) == expected
