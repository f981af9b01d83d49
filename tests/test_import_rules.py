"""Imports run one way: flows -> transforms, warehouse -> schemas; only flows knows Prefect."""

import ast
import subprocess
import sys
from collections import defaultdict
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
MAY_IMPORT = {
    "schemas": set(),
    "transforms": {"schemas"},
    "warehouse": {"schemas"},
    "flows": {"schemas", "transforms", "warehouse"},
}


def imported(path: Path) -> set[str]:
    """Top-level names of everything a file imports, inside functions too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; say where it comes from"
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_packages_import_one_way(package: str) -> None:
    forbidden = set(MAY_IMPORT) - MAY_IMPORT[package] - {package}
    for path in sorted((TOP / package).rglob("*.py")):
        assert not imported(path) & forbidden, f"{path} imports {imported(path) & forbidden}"


@pytest.mark.parametrize("package", ["schemas", "transforms", "warehouse"])
def test_only_flows_imports_prefect(package: str) -> None:
    for path in sorted((TOP / package).rglob("*.py")):
        assert "prefect" not in imported(path), path


def test_transforms_do_no_io_of_the_lake() -> None:
    for path in sorted((TOP / "transforms").rglob("*.py")):
        assert not imported(path) & {"duckdb", "subprocess", "socket", "requests", "urllib3"}, path


def test_a_command_that_asks_loads_no_declarations_of_tables() -> None:
    """They, and the libraries that they are made with, take a third of a second."""
    loaded = (
        "import sys, flows.cli, warehouse.lake; sys.exit(bool({'dataframely', 'polars', 'pyarrow'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", loaded], cwd=TOP, check=True)


def test_tests_are_no_package() -> None:
    assert not list((TOP / "tests").rglob("__init__.py")), "a half-packaged tests tree shadows the real packages"


PARTS = {
    "names": [
        "wordlists",
        "docs",
        "forms",
        "spots",
        "sentences",
        "campuses",
        "roles",
        "passes",
        "coreference",
        "linking",
    ],
    "quotes": ["grammar", "learned", "corrections", "meaning", "turns"],
}
"""What each package is made of, in the order of its ``__init__``: a part imports itself and those before it."""


@pytest.mark.parametrize(("package", "part"), [(package, part) for package, parts in PARTS.items() for part in parts])
def test_parts_of_a_package_import_those_before_them(package: str, part: str) -> None:
    """Nor do they import the modules beside them that are no part, which come last."""
    own = PARTS[package][: PARTS[package].index(part) + 1]
    folder = TOP / "transforms" / package
    paths = sorted((folder / part).rglob("*.py")) if (folder / part).is_dir() else [folder / f"{part}.py"]
    assert paths
    for path in paths:
        assert not parts_imported(path, package) - set(own), path


def test_no_two_parts_of_transforms_import_each_other() -> None:
    """Neither right away nor by way of others, and not for the sake of types either."""
    folder = TOP / "transforms"
    imports: dict[str, set[str]] = defaultdict(set)
    for path in folder.rglob("*.py"):
        part = path.relative_to(folder).parts[0].removesuffix(".py")
        imports[part] |= parts_of_transforms(path) - {part}
    TopologicalSorter(imports).prepare()  # raises, and names them


def parts_of_transforms(path: Path) -> set[str]:
    """The modules and packages right below ``transforms`` that a file imports from."""
    return {
        node.module.split(".")[1]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("transforms.")
    }


def parts_imported(path: Path, package: str) -> set[str]:
    """What a file imports of a package of ``transforms``: its parts and the modules beside them."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names]
        else:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {f"{name}.".split(".")[2] for name in names if f"{name}.".startswith(f"transforms.{package}.")}
    return found
