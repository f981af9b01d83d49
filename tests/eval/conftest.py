"""Where the measuring data and its scorers are, which are no part of the project; without them a test is skipped."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def data() -> Path:
    folder = os.environ.get("COPYDESK_EVAL_DATA")
    if not folder or not Path(folder).is_dir():
        pytest.skip("COPYDESK_EVAL_DATA names no folder with the measuring data")
    return Path(folder)


@pytest.fixture(scope="session")
def scorers(data: Path) -> Path:
    """To be asked for before whatever takes long."""
    folder = data.parent / "eval"
    if not folder.is_dir():
        pytest.skip(f"no scorers: there is no folder {folder} beside that of COPYDESK_EVAL_DATA")
    return folder
