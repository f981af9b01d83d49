"""A PostgreSQL server of Debian's for the tests, on the loopback interface, with nothing of it left afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``, of the newest version there is."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).parent if elsewhere else None


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """A running server; gives the connection string without a database."""
    place = Path(tempfile.mkdtemp(prefix="copydesk-postgres-"))
    as_user: list[str] = []
    if os.geteuid() == 0:  # the server refuses to be root
        shutil.chown(place, "postgres", "postgres")
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def do(program: str, *arguments: object) -> None:
        log = place / f"{program}.log"
        with log.open("ab") as told:
            done = subprocess.run(
                [*as_user, str(bin_folder / program), "-D", str(place / "db"), *map(str, arguments)],
                stdout=told,
                stderr=told,
                cwd=place,
                check=False,
            )
        assert done.returncode == 0, log.read_text()

    # Nothing of it needs to outlast the tests, so nothing waits for the disk.
    do("initdb", "--auth=trust", "--username=copydesk", "--no-sync", "--no-instructions", "--encoding=UTF8")
    options = f"-c listen_addresses=127.0.0.1 -p {port} -k {place} -c fsync=off -c shared_buffers=16MB"
    do("pg_ctl", "-w", "-l", place / "server.log", "-o", options, "start")
    try:
        yield f"host=127.0.0.1 port={port} user=copydesk"
    finally:
        do("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(place)
