"""Starting a run from the command line: with Prefect, unless there is nothing to do or the user wants none."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from flows.discover import FoundFile, discover
from flows.executors import Executor
from flows.executors import direct as without_prefect
from flows.plan import is_known, known_files
from flows.preloading import get_ready
from flows.run import RunRequest, RunSummary, carry_out
from flows.settings import Settings
from flows.version import pipeline_version
from warehouse.errors import LakeMissingError, LakeOldError
from warehouse.lake import exists, open_lake


def start(paths: tuple[str, ...], settings: Settings, *, refresh: bool, direct: bool) -> RunSummary:
    """Carry out a run and sum it up.

    Raises:
        Whatever :func:`flows.run.carry_out` raises.
    """
    request = RunRequest(paths, settings, refresh)
    if direct and exists(settings.place):
        return carry_out(request, _once_there_is_work)
    found = discover(paths, settings.root, skip=settings.lake)
    if not _anything_new(found, request):
        return carry_out(request, without_prefect, found)
    get_ready(settings)
    if direct:
        return carry_out(request, without_prefect, found)
    from flows.ingest import run_with_prefect  # noqa: PLC0415  (takes seconds that a run with nothing new must not)

    return run_with_prefect(request)


@contextmanager
def _once_there_is_work(settings: Settings) -> Iterator[Executor]:
    """Get ready when the run has seen for itself that it has files to read: so the lake is opened but once."""
    get_ready(settings)
    with without_prefect(settings) as executor:
        yield executor


def _anything_new(found: Iterable[FoundFile], request: RunRequest) -> bool:
    """Whether any file is to be read; looks no further than the first."""
    settings = request.settings
    if not exists(settings.place):
        return True
    version = pipeline_version(settings)
    try:
        with open_lake(settings.place, read_only=True) as lake:
            known = known_files(lake)
    except (LakeMissingError, LakeOldError):
        return True  # a killed run had not yet made it whole, or it is of an older version: the run mends either
    most = settings.max_remote_bytes
    return not all(is_known(file, known, version, refresh=request.refresh, most_remote=most) for file in found)
