"""Prefect's embedded server: one for all processes of a run, which ends with the run even if that is killed.

Prefect has a class that starts it, but to import that is to import all of the server: a second and a half and 60 MB,
which the process of a run, each of its workers and each tick of a schedule would pay for nothing.
"""

import atexit
import os
import sys
from contextlib import ExitStack

import prefect
from prefect.context import refresh_global_settings_context
from prefect.settings import PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS, get_current_settings

from flows.api_process import started

_AS_EMBEDDED = {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"}
"""What tells Prefect that its server is for a run alone: without pages, and without a scheduler."""

_SECONDS_TO_END = 5

_until_exit = ExitStack()
atexit.register(_until_exit.close)


def start_embedded_server() -> None:
    """Have all of this process, and what it starts, report to a server of our own, which ends when this process does.

    Its address holds until then: threads of Prefect's tell it of the run to the last, and, had they no address, would
    start another. So a second run of this process finds it, too.

    Raises:
        RunError: it does not come up.
    """
    os.environ["PREFECT_API_URL"] = started(
        _command,
        _until_exit,
        name="Prefect's own server",
        advice="--direct runs without it",
        seconds_to_start=PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS.value(),
        seconds_to_end=_SECONDS_TO_END,
        env=_environment(),
    )
    refresh_global_settings_context()  # temporary settings are not those of other threads


def _command(port: int) -> list[str]:
    app = ["--app-dir", str(prefect.__module_path__.parent), "--factory", "prefect.server.api.server:create_app"]
    where = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "error", "--lifespan", "on"]
    return [sys.executable, "-m", "uvicorn", *app, *where]


def _environment() -> dict[str, str]:
    """Ours, and with it the settings of Prefect that are told by a profile or by code."""
    return {**os.environ, **_AS_EMBEDDED, **get_current_settings().to_environment_variables(exclude_unset=True)}
