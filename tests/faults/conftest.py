from pathlib import Path

import pytest
from harness import Commands, Rows, corpus, dump

from warehouse.lake import open_lake


@pytest.fixture(scope="session")
def commands(tmp_path_factory: pytest.TempPathFactory):
    log = tmp_path_factory.mktemp("commands") / "log.txt"
    with Commands(log, COPYDESK_BATCH_ARTICLES="9", COPYDESK_RECORD_SECONDS="0") as started:
        yield started


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("corpus") / "in", 16)


@pytest.fixture(scope="session")
def empty_lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake with all its tables and no row, for those who needn't make one."""
    lake = tmp_path_factory.mktemp("empty") / "lake"
    with open_lake(lake, read_only=False):
        return lake


@pytest.fixture(scope="session")
def calm_lake(commands: Commands, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lake of a run that nobody disturbed."""
    lake = tmp_path_factory.mktemp("calm") / "lake"
    assert commands("run", "--direct", articles, "--root", articles, "--lake", lake) == 0, commands.said
    with open_lake(lake, read_only=True) as con:
        assert con.execute("SELECT count(*) FROM rejects WHERE file_uri = 'records.jsonl'").fetchone() == (2,)
        assert con.execute("SELECT max(revision), count(*) FROM articles WHERE format = 'jsonl'").fetchone() == (2, 12)
    return lake


@pytest.fixture(scope="session")
def calm(calm_lake: Path) -> Rows:
    return dump(calm_lake)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever is here runs the command line in processes of its own."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.command)
