"""What a Dask worker of ours loads first: it leaves Ctrl-C to the run, which ends it, and tells of none in a traceback.

A terminal sends Ctrl-C to all that a run started. Dask starts its workers in threads of its own, which a mask of the
run's main thread does not reach.
"""

import signal


def dask_setup(_worker: object) -> None:
    """Called by Dask in the main thread of the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
