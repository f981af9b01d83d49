"""What is done to a catalog in PostgreSQL apart from DuckLake, through the driver of PostgreSQL."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from warehouse.errors import LakeBusyError, LakeError
from warehouse.explain import explain
from warehouse.place import Place

if TYPE_CHECKING:
    import psycopg

INSTALL = "pip install 'copydesk[postgres]'"

_LOCK = 0x636F7079_6465736B
"""Key of the advisory lock that a writer holds: "copydesk" in ASCII. One lake a database, so one key will do."""

_ALIVE = {"tcp_keepalives_idle": "30", "tcp_keepalives_interval": "10", "tcp_keepalives_count": "3"}
"""Settings of a session: the server must notice in a minute, not two hours, that a writer's machine lost its power."""

_HOLDER = """
SELECT activity.application_name FROM pg_locks JOIN pg_stat_activity AS activity USING (pid)
WHERE locktype = 'advisory' AND granted AND classid = %(high)s AND objid = %(low)s
    AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@contextmanager
def session(place: Place) -> Iterator["psycopg.Connection"]:
    """A session with the database of the catalog, each statement a transaction of its own.

    Raises:
        LakeError: it can't be reached, or something is wrong with a statement; the message says what to do.
    """
    try:
        import psycopg  # noqa: PLC0415  (an extra: most lakes have their catalog in a file)
    except ImportError:
        raise LakeError(f"a catalog in PostgreSQL needs its driver. Install it with: {INSTALL}") from None
    try:
        with psycopg.connect(place.conninfo or "", autocommit=True) as connection:
            for name, value in _ALIVE.items():
                connection.execute("SELECT set_config(%s, %s, false)", [name, value])
            yield connection
    except psycopg.Error as error:
        raise LakeError(f"{place}: {explain(error)}") from error


def has_catalog(place: Place) -> bool:
    """Whether the database holds a catalog."""
    with session(place) as connection:
        return connection.execute("SELECT to_regclass('ducklake_snapshot') IS NOT NULL").fetchone() == (True,)


def catalog_bytes(place: Place) -> int:
    """What the catalog takes on the disk of the server."""
    with session(place) as connection:
        row = connection.execute("""
            SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::BIGINT FROM pg_class AS c
            WHERE relkind = 'r' AND relnamespace = (
                SELECT relnamespace FROM pg_class WHERE oid = to_regclass('ducklake_snapshot')
            )
        """).fetchone()
        return int(row[0]) if row else 0


@contextmanager
def hold(place: Place) -> Iterator[None]:
    """Hold the lake for writing, against writers on any machine. The server lets go when this process dies.

    Raises:
        LakeBusyError: another process holds it.
        LakeError: the server can't be reached.
    """
    with session(place) as connection:
        name = f"copydesk: process {os.getpid()} on {socket.gethostname()}"
        connection.execute("SELECT set_config('application_name', %s, false)", [name[:63]])
        if connection.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK]).fetchone() != (True,):
            key = {"high": _LOCK >> 32, "low": _LOCK & 0xFFFFFFFF}
            holder = connection.execute(_HOLDER, key).fetchone()
            raise LakeBusyError(place, str(holder[0]) if holder else "holder unknown")
        yield
