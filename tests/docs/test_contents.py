"""The docstring of a package that a newcomer would get lost in tells what each of its modules is for."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAME = re.compile(r"``([a-z][\w.]*)``")
PACKAGES = [
    "flows",
    "warehouse",
    "transforms",
    "transforms/dates",
    "transforms/html",
    "transforms/lines",
    "transforms/marks",
    "transforms/models",
    "transforms/tags",
    *(f"transforms/names{part}" for part in ("", "/coreference", "/forms", "/linking", "/passes", "/recognizer")),
    "transforms/names/roles",
    *(f"transforms/readers{part}" for part in ("", "/records", "/wire")),
    "transforms/quotes",
    "transforms/quotes/grammar/lexicon",
    *(
        f"transforms/quotes/{part}"
        for part in ("corrections", "grammar", "learned", "meaning", "no_reports", "terms", "turns")
    ),
]


def named(package: Path) -> set[str]:
    """What the docstring of a package names, without suffixes."""
    docstring = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf-8"))) or ""
    return {name.removesuffix(".py") for name in NAME.findall(docstring)}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_names_its_modules(package: str) -> None:
    folder = ROOT / package
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "__main__"}
    assert modules - named(folder) == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_what_a_package_names_is_there(package: str) -> None:
    """In it or beside it; modules of a part are named with that: ``learned.questions``. Tables may be named as well."""
    folder = ROOT / package
    tables = {path.stem for path in (ROOT / "schemas").glob("*.py")}
    assert [name for name in named(folder) - tables if not (is_in(folder, name) or is_in(folder.parent, name))] == []


def is_in(folder: Path, name: str) -> bool:
    place = folder / name.replace(".", "/")
    return place.is_dir() or place.with_suffix(".py").exists()
