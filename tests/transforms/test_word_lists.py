"""The lists of words beside the code: each is read, says what it is for, and has no entry twice."""

import re
from collections import Counter
from pathlib import Path

import pytest

TRANSFORMS = Path(__file__).parents[2] / "transforms"
LEXICON = TRANSFORMS / "quotes" / "data"
LISTS = [
    pytest.param(path, id=path.relative_to(TRANSFORMS).as_posix())
    for path in sorted(TRANSFORMS.rglob("*.t[xs][tv]"))
    if "weights" not in path.parts
]
CODE = {word for path in TRANSFORMS.rglob("*.py") for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_named_in_the_code(path: Path) -> None:
    """By its file's name, or as a field of the lexicon (`quotes/test_lexicon.py` looks closer at those)."""
    assert path.stem in CODE


@pytest.mark.parametrize("path", LISTS)
def test_a_list_says_what_it_is_for(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_no_entry_twice(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    has_many_a_line = LEXICON in path.parents and path.suffix == ".txt"
    entries = [word for line in lines for word in line.split()] if has_many_a_line else lines
    assert [entry for entry, times in Counter(entries).items() if times > 1] == []
