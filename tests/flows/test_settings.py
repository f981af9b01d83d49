"""Where settings come from, and which wins."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from flows.errors import UsageError
from flows.settings import explained, load_settings


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


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("laek = 'x'", "laek: there is no such setting; did you mean lake?", id="misspelt"),
        pytest.param("colour = 'x'", "colour: there is no such setting; there are batch_articles, ", id="made up"),
        pytest.param(
            "[publishers.Tribune]\nzone = 'Europe/Nowhere'",
            "publishers: Tribune: no such zone: Europe/Nowhere; write it as in Europe/London",
            id="a zone that there is not",
        ),
        pytest.param(
            "[map]\ntitel = 'x'", "map: no such field: titel; there are title, ", id="a field that there is not"
        ),
    ],
)
def test_what_to_write_instead_is_told(place: Path, content: str, told: str) -> None:
    (place / "copydesk.toml").write_text(content)
    with pytest.raises(ValidationError) as raised:
        load_settings()
    assert explained(raised.value).startswith(told)


@pytest.mark.parametrize("zone", ["Europe/London", "America/Argentina/Buenos_Aires", "EST", "UTC"])
def test_a_zone_that_dates_are_read_with_is_one(zone: str) -> None:
    assert load_settings(publishers={"Tribune": {"zone": zone}}).publishers["Tribune"].zone == zone


def test_a_misspelt_variable_of_the_environment_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_SEED", "7")
    load_settings()
    monkeypatch.setenv("COPYDESK_WORKER", "7")
    with pytest.raises(UsageError, match="COPYDESK_WORKER: there is no such setting; did you mean COPYDESK_WORKERS"):
        load_settings()
