"""The page on the examples tells of every one of them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_example_has_its_line_and_every_line_its_example() -> None:
    page = (ROOT / "docs" / "examples.md").read_text(encoding="utf-8")
    examples = ROOT / "examples"
    files = {path.relative_to(examples).as_posix() for path in examples.rglob("*") if path.is_file()}
    assert set(re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)) == files


def test_no_example_is_long() -> None:
    """They are read, and parsed in each smoke test."""
    assert all(path.stat().st_size < 8_000 for path in (ROOT / "examples").rglob("*") if path.is_file())
