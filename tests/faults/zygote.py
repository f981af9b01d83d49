"""Runs the real command line many times, and kills it where it is told to.

A process that has imported everything and opened no lake; it forks for each job, so that a trial costs what the run
costs and not seconds of imports. Jobs come as lines of JSON on standard input, outcomes go as lines of JSON to standard
output. A job is ``{"args": [...], "log": file}`` and a way to die:

- ``"kill": [function, n, seconds]``: SIGKILL at the nth call of a function (``module:name``; ``module:name:after`` for
  when the call has ended), or so many seconds later: inside of whatever follows;
- ``"after": seconds``: SIGKILL so long after the start;
- neither: undisturbed.

``"synced": file`` has the paths that are written through to the disk noted in a file, one a line: whatever is not among
them, a power failure would lose.

The whole process group is killed, as the power failing or the kernel's memory killer on a container would do; with
``"alone": true`` only the process itself, and what it started lives on.
"""

import faulthandler
import importlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext, suppress

for name in (
    "flows.cli",
    "flows.start",
    "flows.stages",
    "flows.reading",
    "flows.summary",
    "schemas.tables",
    "schemas.ddl",
    "transforms.duplicates",
    "transforms.lines",
    "transforms.readers",
    "transforms.normalize",
    "dateutil.relativedelta",
    "pyarrow.dataset",
    "rensa",
    "rich.table",
):
    importlib.import_module(name)

import duckdb  # noqa: E402

import flows.run  # noqa: E402
import warehouse.lake  # noqa: E402
import warehouse.transactions  # noqa: E402
import warehouse.tuning  # noqa: E402
from flows.cli import main  # noqa: E402
from transforms.language import find_language  # noqa: E402
from transforms.lines import read_plain_text  # noqa: E402

if __name__ == "__main__":
    find_language("Its model takes more than a second to load.", None)
    read_plain_text("Title\n\nBy Ann Example\n\nThe lists of words and places are read, and patterns compiled.\n")


def without_signatures() -> None:
    """Load DuckDB's extensions without a check of their signatures.

    It takes a quarter of a second, of a command that asks one half. Commands in processes of their own check them
    (``tests/flows/test_cli.py``).
    """
    connect = duckdb.connect

    def quickly(*where: object, config: dict[str, str] | None = None, **rest: object) -> duckdb.DuckDBPyConnection:
        return connect(*where, config={**(config or {}), "allow_unsigned_extensions": "true"}, **rest)

    duckdb.connect = quickly


def die() -> None:
    os.killpg(os.getpid(), signal.SIGKILL)


def die_alone() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def end_sessions() -> None:
    """Have the server of a PostgreSQL catalog end all sessions with it but the one that says so."""
    import psycopg  # noqa: PLC0415

    with psycopg.connect(os.environ["COPYDESK_CATALOG"].removeprefix("postgres:"), autocommit=True) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def arm(point: str, nth: int, delay: float, strike_with: Callable[[], None] = die) -> None:
    """Patch a function wherever it was imported to, so that its nth call is the last."""
    module_name, name, *when = point.split(":")
    original = getattr(importlib.import_module(module_name), name)
    calls = 0

    def strike() -> None:
        if delay:
            threading.Timer(delay, strike_with).start()
        else:
            strike_with()

    def deadly(*args: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        if calls != nth:
            return original(*args, **options)
        if not when:
            strike()
            return original(*args, **options)
        value = original(*args, **options)
        strike()
        return value

    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").split(".")[0] in {"flows", "warehouse", "transforms"}:
            for attribute, value in list(vars(module).items()):
                if value is original:
                    setattr(module, attribute, deadly)


def note_syncs(log: str) -> None:
    """Write down what is fsynced. SQLite does so by itself, in C, for the catalog."""
    fsync = os.fsync
    noted = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def note(opened: int) -> None:
        fsync(opened)
        os.write(noted, os.readlink(f"/proc/self/fd/{opened}").encode() + b"\n")

    os.fsync = note


def child(job: dict) -> None:
    os.setsid()
    log = os.open(job["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    faulthandler.enable()  # a crash in C code is told, too
    os.environ.update(job.get("env", {}))
    if "patience" in job:  # seconds to wait for a locked catalog
        warehouse.lake._ATTACH_SECONDS = warehouse.transactions._LOCKED_SECONDS = job["patience"]
    if "synced" in job:
        note_syncs(job["synced"])
    if "kill" in job:
        arm(*job["kill"], die_alone if job.get("alone") else die)
    if "end_sessions" in job:
        arm(*job["end_sessions"], 0, end_sessions)
    if job.get("as_large"):  # as DuckDB works on a large lake
        warehouse.tuning._SMALL_BYTES = 0
    if job.get("without_lock"):
        flows.run.hold = nullcontext
    sys.argv = ["copydesk", *job["args"]]
    try:
        main()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1 if left.code else 0
        if code and not isinstance(left.code, int):
            print(left.code, file=sys.stderr)  # noqa: T201  (as Python does)
    except BaseException:  # noqa: BLE001
        sys.excepthook(*sys.exc_info())
        code = 70  # a traceback: never what a user should see
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def serve() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        began = time.monotonic()
        pid = os.fork()
        if pid == 0:
            with suppress(BaseException):  # such as no room for the log
                child(order)
            os._exit(71)  # nobody else does; and two must not read the orders
        if "after" in order:
            time.sleep(order["after"])
            with suppress(ProcessLookupError, PermissionError):  # not yet a group of its own, or ended
                os.killpg(pid, signal.SIGKILL)
            os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        outcome = {"code": os.waitstatus_to_exitcode(status), "group": pid, "seconds": time.monotonic() - began}
        print(json.dumps(outcome), flush=True)  # noqa: T201


if __name__ == "__main__":  # workers of a pool import this file, too
    without_signatures()
    serve()
