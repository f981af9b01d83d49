"""A place for each test to run in, and Prefect's own test harness for those that start it."""

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of its own, so that no test meets a lake or a settings file of the user."""
    monkeypatch.chdir(tmp_path)
    for name in ("COPYDESK_LAKE", "COPYDESK_DATA", "COPYDESK_MODELS", "COPYDESK_WORKERS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language has a model: articles are read and stored, and nothing is looked for in them."""
    monkeypatch.setenv("COPYDESK_MODELS", "{}")


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """An in-process Prefect API with a database of its own, for all tests that start flows."""
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415  (seconds that fast tests must not pay)

    with prefect_test_harness(server_startup_timeout=120):
        yield
