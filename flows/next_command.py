"""The command that a message says to type next."""

import shlex
from pathlib import Path


def next_command(command: str, lake: Path | None) -> str:
    """A command to type next, about the lake that ``--lake`` named: without, it would be about that of the settings."""
    return f"copydesk {command}" + (f" --lake {shlex.quote(str(lake))}" if lake else "")
