"""A lake for each test, copied from one that is made once: making all tables and comments takes a second."""

import shutil
from pathlib import Path

import pytest

from warehouse.lake import open_lake


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "lake"
    with open_lake(folder, read_only=False):
        pass
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    return shutil.copytree(template, tmp_path / "lake")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever is here works on a lake."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.lake)
