"""Where settings come from, and which wins."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from flows.errors import UsageError
from flows.settings import load_settings


def test_flags_win_over_the_environment_and_that_over_the_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "copydesk.toml").write_text('lake = "from-file"\nworkers = 2\nbatch_articles = 7\n')
    monkeypatch.setenv("COPYDESK_WORKERS", "3")
    monkeypatch.setenv("COPYDESK_LAKE", "from-environment")
    settings = load_settings(lake=Path("from-flag"), workers=None)
    assert (settings.lake, settings.workers, settings.batch_articles) == (Path("from-flag"), 3, 7)


def test_a_setting_that_does_not_exist_is_an_error(place: Path) -> None:
    (place / "copydesk.toml").write_text("lakke = 'x'\n")
    with pytest.raises(ValidationError, match="lakke"):
        load_settings()


@pytest.mark.parametrize("name", ["lake", "root"])
def test_an_empty_folder_is_not_the_working_folder(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"COPYDESK_{name.upper()}", "")
    with pytest.raises(ValidationError, match=f"{name}\n.*it is empty"):
        load_settings()


@pytest.mark.parametrize("content", [b"lake = \n", b'lake = "caf\xe9"\n'], ids=["no TOML", "not UTF-8"])
def test_a_file_of_settings_that_is_broken_is_told(place: Path, content: bytes) -> None:
    (place / "copydesk.toml").write_bytes(content)
    with pytest.raises(UsageError, match=r"copydesk\.toml .* can't be read"):
        load_settings()


@pytest.mark.parametrize("name", ["map", "models"])
def test_a_table_in_the_environment_that_is_no_json_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"COPYDESK_{name.upper()}", "{bad")
    with pytest.raises(UsageError, match=f'"{name}".*as JSON'):
        load_settings()
