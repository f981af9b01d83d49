"""The commands and options of copydesk that the pages name are there."""

import re
from pathlib import Path

import pytest
import typer

from flows import cli

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
OF_SHELLS = {"", "sh", "console", "ini"}
INLINE = re.compile(r"`([^`\n]+)`")
CALL = re.compile(r"(?<![\w.-])copydesk ([a-z][^|#;>&]*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def options(command: object, name: str = "") -> dict[str, set[str]]:
    """The options of a command and of those below it, by what is typed behind ``copydesk``."""
    found = {name: {option for parameter in command.params for option in parameter.opts}}
    for word, below in getattr(command, "commands", {}).items():
        found |= options(below, f"{name} {word}".strip())
    return found


OPTIONS = options(typer.main.get_command(cli.app))


def calls(page: Path) -> list[str]:
    """What stands behind ``copydesk`` in the code of a page, a line at a time."""
    text = page.read_text(encoding="utf-8")
    code = [block.replace("\\\n", " ") for language, block in BLOCK.findall(text) if language in OF_SHELLS]
    code += INLINE.findall(BLOCK.sub("", text))
    return [call for line in "\n".join(code).splitlines() for call in CALL.findall(line)]


def test_calls_are_found() -> None:
    assert "run examples/ " in calls(ROOT / "README.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_of_a_page_are_there_with_their_options(page: Path) -> None:
    wrong = []
    for call in calls(page):
        words = call.split()
        name = " ".join(words[:2]) if " ".join(words[:2]) in OPTIONS else words[0]
        wrong += [call] if name not in OPTIONS else [o for o in OPTION.findall(call) if o not in OPTIONS[name]]
    assert wrong == []
