"""The page on settings has a row for each, in the order of the model, with its variable and default."""

import re
from pathlib import Path

from flows.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"
ROWS = re.findall(r"^\| `(\w+)` \| `(\w+)` \|[^|]*\| ([^|]*) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
UNITS = {"MiB": 2**20, "GiB": 2**30}


def test_each_setting_has_its_row() -> None:
    assert [name for name, *_ in ROWS] == list(Settings.model_fields)


def test_variables_are_named_like_their_settings() -> None:
    assert [variable for _, variable, _ in ROWS] == [f"COPYDESK_{name.upper()}" for name, *_ in ROWS]


def test_defaults_are_those_of_the_model() -> None:
    """But for settings that are unset, of which the page tells what is done then."""
    wrong = []
    for name, _, cell in ROWS:
        default = Settings.model_fields[name].default
        number = re.fullmatch(r"(\d+)(?: (\w+))?", cell)
        told = int(number[1]) * UNITS.get(number[2], 1) if number else cell.strip("`").replace('"', "'")
        is_unset = default is None or default == ""
        wrong += [] if is_unset or told in (default, str(default)) else [f"{name}: {cell} is {default}"]
    assert wrong == []
