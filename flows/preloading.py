"""Starting or loading what the stages need, while this process still plans the run."""

import threading
from collections.abc import Iterable
from contextlib import suppress

from flows.settings import Runner, Settings
from transforms.models import ModelMissingError, load_model


def get_ready(settings: Settings) -> None:
    """Start the process that reads and load the models, where stages are done in this process; come back at once."""
    if settings.workers > 1 or settings.runner is not Runner.PROCESSES:
        return  # each worker does so for itself
    if settings.record_seconds:
        from flows.isolation import start  # noqa: PLC0415

        with suppress(OSError):  # no process to be had: the batch that needs it will tell
            start()
    if settings.models:
        warm_up(settings.models.values())


def warm_up(models: Iterable[str]) -> threading.Thread:
    """Load the models and whatever else annotation needs, in a thread."""
    thread = threading.Thread(target=_load, args=(tuple(models),), daemon=True)
    thread.start()
    return thread


def _load(models: tuple[str, ...]) -> None:
    import transforms.annotate  # noqa: F401, PLC0415

    for name in models:
        try:
            load_model(name)
        except ModelMissingError:
            return  # the stage that needs it will say so
