"""What a Dask worker of ours loads first: it leaves Ctrl-C to the run, which ends it, and tells of none in a traceback.

A terminal sends Ctrl-C to all that a run started. Dask starts its workers in threads of its own, which a mask of the
run's main thread does not reach.
"""

import logging
import signal


def dask_setup(_worker: object) -> None:
    """Called by Dask in the main thread of the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # It warns of each task that a run breaks off. What a task fails by, the run hears and tells.
    logging.getLogger("distributed.worker.state_machine").setLevel(logging.ERROR)
