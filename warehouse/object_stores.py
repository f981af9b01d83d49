"""Object stores, for input and for the lake's own files: ``s3://``, ``gs://`` and ``az://`` through obstore.

Keys, regions and endpoints come from the environment; ``docs/decisions/remote-input.md`` has the table.
"""

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from warehouse.azure import azure_access
from warehouse.explain import without_secrets

if TYPE_CHECKING:
    from obstore.store import ObjectStore

SCHEMES = ("s3", "gs", "az")
SECONDS = 30.0
"""Without a byte, after which a server counts as gone."""
RETRIES = 3
_LONGEST = 300
"""Characters of what a store says; some send pages."""


class StoreSettingsError(Exception):
    """What the environment says of a store can't be used; the message says what to do."""


@lru_cache(maxsize=64)
def store(scheme: str, bucket: str) -> "ObjectStore":
    """A bucket (or container), with what the environment says of keys, regions and endpoints.

    Raises:
        StoreSettingsError: a profile is named, and can't be read.
    """
    from obstore.store import AzureStore, GCSStore, S3Store  # noqa: PLC0415  (most runs are on local files)

    if scheme == "gs":
        endpoint = os.environ.get("GOOGLE_BASE_URL")
        return GCSStore(bucket, **options(endpoint), config={"base_url": endpoint} if endpoint else None)
    if scheme == "az":
        azure = azure_access()
        return AzureStore(bucket, **options(azure.get("endpoint")), **azure)  # type: ignore[arg-type]
    return S3Store(bucket, **options(os.environ.get("AWS_ENDPOINT_URL")), **_profile())


def google_keys() -> tuple[str, str] | None:
    """The HMAC key by which Google's store is spoken to as if it were Amazon's."""
    key, secret = os.environ.get("GOOGLE_HMAC_KEY_ID"), os.environ.get("GOOGLE_HMAC_SECRET")
    return (key, secret) if key and secret else None


def is_public(variable: str) -> bool:
    """Whether a variable says that requests are not to be signed."""
    return os.environ.get(variable, "").casefold() in {"1", "true", "yes", "on", "y"}


def options(endpoint: str | None) -> dict[str, Any]:
    """How any store is spoken to."""
    return {
        "client_options": {
            "timeout": f"{SECONDS * 20:.0f}s",
            "connect_timeout": f"{SECONDS / 3:.0f}s",
            "user_agent": "copydesk",
            # Whoever names an endpoint without encryption means it; nobody else gets one.
            "allow_http": (endpoint or "").startswith("http://"),
        },
        "retry_config": {"max_retries": RETRIES},
    }


def _profile() -> dict[str, Any]:
    """The keys of a named profile, which only Amazon's own library can find."""
    if not os.environ.get("AWS_PROFILE") or os.environ.get("AWS_ACCESS_KEY_ID"):
        return {}
    try:
        from obstore.auth.boto3 import Boto3CredentialProvider  # noqa: PLC0415
    except ImportError as error:
        raise StoreSettingsError("AWS_PROFILE is set, and reading profiles needs boto3: pip install boto3") from error
    return {"credential_provider": Boto3CredentialProvider()}


def storage_advice(error: Exception) -> str:
    """Why a store can't be listed or written, and what to do about it."""
    from obstore.exceptions import (  # noqa: PLC0415
        InvalidPathError,
        PermissionDeniedError,
        UnauthenticatedError,
    )

    said = first_line(error)
    if isinstance(error, StoreSettingsError):
        return said
    if isinstance(error, PermissionDeniedError | UnauthenticatedError) or "403 Forbidden" in said:
        return f"the store refuses access; are the credentials in the environment? ({said})"
    if isinstance(error, InvalidPathError):
        return f"the store holds a key that can't be read, rename it or name another prefix ({said})"
    if isinstance(error, FileNotFoundError) or "404 Not Found" in said:
        return f"the store can't be listed: there is no such bucket, or not at this endpoint ({said})"
    return f"the store can't be listed; do bucket, region and endpoint fit? ({said})"


def first_line(error: BaseException) -> str:
    """What a store or server said, without the pages that some send and without keys."""
    said = str(error).strip().split("\n", 1)[0].split(": <?xml", 1)[0]
    return without_secrets(said)[:_LONGEST] or type(error).__name__
