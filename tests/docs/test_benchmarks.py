"""What is run of ``benchmarks`` tells what it takes when asked for help, and does nothing else then."""

import ast
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parents[2] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.name)
def test_a_benchmark_reads_no_arguments_by_itself(path: Path) -> None:
    """By ``argparse`` alone: one that knows of no options began to work, or wrote its file, at ``--help``."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    is_run = any(isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'" for node in tree.body)
    assert "sys.argv" not in {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not is_run or "ArgumentParser(" in text
