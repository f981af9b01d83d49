"""Scheduled runs: a Prefect deployment of the flow that is served from this process.

Prefect's embedded server does not schedule. So where no server is named by ``PREFECT_API_URL``, one is started
beside us, on the loopback interface, and stopped with us.
"""

import hashlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from flows.api_process import started
from flows.errors import UsageError
from flows.remote_file import is_remote
from flows.run import RunRequest

if TYPE_CHECKING:
    from prefect.schedules import Schedule

_SECONDS_TO_START = 90.0
_SECONDS_TO_END = 20.0
_DAILY = "0 0 * * *"


@contextmanager
def server() -> Iterator[str]:
    """Address of the Prefect API to report to: the one the environment names, or our own.

    Raises:
        RunError: our own did not come up.
    """
    if url := os.environ.get("PREFECT_API_URL"):
        yield url
        return
    with ExitStack() as until_end:
        url = started(
            _command,
            until_end,
            name="the Prefect server",
            advice="try: copydesk doctor",
            seconds_to_start=_SECONDS_TO_START,
            seconds_to_end=_SECONDS_TO_END,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.environ["PREFECT_API_URL"] = url
        yield url


def _command(port: int) -> list[str]:
    where = ["--host", "127.0.0.1", "--port", str(port)]
    return [sys.executable, "-m", "prefect", "server", "start", *where, "--no-ui"]


def schedule_of(*, cron: str | None, interval: timedelta | None, timezone: str | None) -> "Schedule":
    """What Prefect calls a schedule: by a cron line in a zone, or else by an interval.

    Raises:
        UsageError: there is no such zone, the cron line can't be understood, or no day is ever one of its.
    """
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")  # Prefect reads it when it is imported
    from prefect.client.schemas.schedules import CronSchedule  # noqa: PLC0415
    from prefect.schedules import Cron, Interval  # noqa: PLC0415

    line = cron or ""
    wrong = {
        "timezone": f"--timezone '{timezone}': there is no such zone; write it as in Europe/Paris",
        "cron": f"--cron '{line}' is no cron line: write minute, hour, day of the month, month and day of the week, as "
        "in '0 3 * * *', at three every night",
    }
    try:
        CronSchedule(cron=_DAILY if interval else line, timezone=timezone)
    except ValidationError as error:
        raise UsageError(wrong[str(error.errors()[0]["loc"][0])]) from error
    if timezone == "":  # an unset variable, most often
        raise UsageError(wrong["timezone"])
    if interval:
        return Interval(interval, timezone=timezone)
    croniter = import_module("prefect._vendor.croniter")  # without types
    try:
        croniter.croniter(line, datetime.now(UTC)).get_next()
    except croniter.CroniterError as error:
        raise UsageError(f"--cron '{line}' never comes: no month has such a day") from error
    return Cron(line, timezone=timezone)


def serve(request: RunRequest, schedule: "Schedule") -> None:
    """Keep a deployment that runs ``request`` at each tick, until stopped.

    A tick that comes while a run is still at work is skipped, not queued.

    Raises:
        RunError: there is no Prefect server to be had.
    """
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy  # noqa: PLC0415
    from prefect.context import refresh_global_settings_context  # noqa: PLC0415
    from prefect.types.entrypoint import EntrypointType  # noqa: PLC0415

    from flows.ingest import ingest  # noqa: PLC0415  (it also says that a server of ours is to tell nobody of us)
    from flows.named_server import check_answers  # noqa: PLC0415
    from flows.served import keep  # noqa: PLC0415

    with server():
        refresh_global_settings_context()  # the address of the server is one of them
        check_answers()
        parameters = _parameters(request)
        keep(
            ingest,
            name=deployment_name(parameters),
            schedule=schedule,
            parameters=parameters,
            concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
            entrypoint_type=EntrypointType.MODULE_PATH,
        )


def deployment_name(parameters: Mapping[str, Any]) -> str:
    """Name of the schedule of a flow with these ``parameters``: the same at every start, and that of no other schedule.

    Prefect knows deployments by name, and all servers that one user starts share a database. Of two of one name the
    second takes the place of the first: both processes would read its folder, and the other's would be left unread.
    """
    settings = parameters["settings"]
    where = {name: settings[name] for name in ("lake", "catalog", "data", "root")}
    told = json.dumps([platform.node(), sorted(parameters["paths"]), where], sort_keys=True)
    return f"scheduled-{hashlib.sha256(told.encode()).hexdigest()[:8]}"


def _parameters(request: RunRequest) -> dict[str, Any]:
    """The request as parameters of the flow, with absolute paths: runs start in folders of their own."""
    settings = request.settings
    placed = settings.model_copy(
        update={"lake": settings.lake.absolute(), "root": settings.root.absolute() if settings.root else None}
    )
    return {
        "paths": [path if is_remote(path) else os.path.abspath(path) for path in request.paths],
        "settings": placed.model_dump(mode="json"),
        "refresh": request.refresh,
        "announce": True,
    }
