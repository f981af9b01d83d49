"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Lake = Annotated[
    Path | None,
    typer.Option("--lake", metavar="DIR", help="Folder of the lake (default warehouse/lake).", show_default=False),
]
