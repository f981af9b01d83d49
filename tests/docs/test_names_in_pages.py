"""Functions, constants, columns and settings that the pages name are somewhere in the code."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAME = re.compile(r"`([A-Za-z]*_\w+)(?:\(\))?`")
OF_OTHERS = {
    "GOOGLE_APPLICATION_CREDENTIALS",
    "GOOGLE_SERVICE_ACCOUNT",
    "LICENSES_SOURCES",
    "SA_RESTART",
    "en_core_web_sm",
    "html_clean",
    "lxml_html_clean",
    "object_store",
}
SETTING = "COPYDESK_"  # test_settings_page.py holds these against the model


def words_of_the_project() -> set[str]:
    """Every word in the code, its SQL and its lists, and the names of its files."""
    found = set()
    for folder in ("benchmarks", "flows", "schemas", "tests", "transforms", "warehouse"):
        for path in (ROOT / folder).rglob("*.*"):
            found.add(path.stem)
            is_list = folder == "transforms" and path.suffix in {".tsv", ".txt"}
            if is_list or path.suffix in {".py", ".sql"}:
                found |= set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    return found


@pytest.fixture(scope="module")
def known() -> set[str]:
    return words_of_the_project() | OF_OTHERS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_names_of_a_page_are_in_the_code(page: Path, known: set[str]) -> None:
    named = [name for name in NAME.findall(page.read_text(encoding="utf-8")) if not name.startswith(SETTING)]
    assert [name for name in named if name not in known] == []
