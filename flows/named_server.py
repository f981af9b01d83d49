"""The Prefect server that the user names: whether it is there, before a run or a schedule counts on it."""

from httpx import HTTPError
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL

from flows.errors import RunError


def check_answers() -> None:
    """Ask the server how it is, and of which version.

    Raises:
        RunError: it does not answer as it should; Prefect would tell of that in a traceback of a hundred lines.
    """
    try:
        with get_client(sync_client=True) as client:
            error = client.api_healthcheck()
    except (RuntimeError, HTTPError) as trouble:  # the client asks for the version by itself
        error = trouble
    if error is not None:
        raise RunError(
            f"the Prefect server at {PREFECT_API_URL.value()} can't be used ({error}). Start it, or unset "
            "PREFECT_API_URL (or leave the profile that names it): copydesk then starts one of its own. A run needs "
            "none with --direct"
        ) from error
