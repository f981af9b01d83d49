"""What DuckDB is given to reach the bucket of a lake: a secret of the connection, for that folder and nothing else.

It is made from the variables that input is read by, is never stored, and no query can see what is in it.
"""

import os
from collections.abc import Mapping
from urllib.parse import urlsplit

import duckdb

from schemas.literals import quote_literal
from warehouse.azure import azure_access
from warehouse.errors import LakeError
from warehouse.object_stores import google_keys, is_public
from warehouse.place import Bucket

_LEFT_BY_HTTPFS = ("s3_access_key_id", "s3_secret_access_key", "s3_session_token")
"""Settings that the extension fills from the environment when it is loaded, in clear."""


def extensions_for(bucket: Bucket) -> tuple[str, ...]:
    """The DuckDB extensions that a bucket is reached through, in the order in which they must be loaded."""
    if bucket.scheme == "az":
        return ("azure",)
    if bucket.scheme == "s3" and _has_chain():
        return ("httpfs", "aws")
    return ("httpfs",)


def sign_in(con: duckdb.DuckDBPyConnection, bucket: Bucket) -> None:
    """Let ``con`` reach ``bucket``. Its extensions must be loaded.

    Raises:
        LakeError: the environment has no credentials that DuckDB can use.
    """
    if bucket.scheme != "az":
        for name in _LEFT_BY_HTTPFS:
            con.execute(f"RESET {name}")
        if authorities := os.environ.get("SSL_CERT_FILE"):
            con.execute(f"SET ca_cert_file = {quote_literal(authorities)}")
        con.execute("SET enable_http_metadata_cache = true")  # no file of a lake ever changes
    con.execute("SET enable_external_file_cache = true")  # of six requests of a run it saves five
    options = {"s3": _amazon, "gs": _google, "az": _azure}[bucket.scheme]()
    told = ", ".join(f"{name} {_literal(value)}" for name, value in options.items())
    con.execute(f"CREATE TEMPORARY SECRET lake_files ({told}, SCOPE {quote_literal(str(bucket))})")


def _literal(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else quote_literal(value)


def _has_chain() -> bool:
    """Whether the keys are to be found elsewhere: a profile, a web identity, the machine's own."""
    return not os.environ.get("AWS_ACCESS_KEY_ID") and not is_public("AWS_SKIP_SIGNATURE")


def _amazon() -> dict[str, str | bool]:
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
    options = {"TYPE": "s3", "REGION": region, **_endpoint(os.environ.get("AWS_ENDPOINT_URL"))}
    if _has_chain():
        return {**options, "PROVIDER": "credential_chain", "REFRESH": "auto"}  # such keys end within hours
    if is_public("AWS_SKIP_SIGNATURE"):
        return options
    return {
        **options,
        **_given(
            {"KEY_ID": "AWS_ACCESS_KEY_ID", "SECRET": "AWS_SECRET_ACCESS_KEY", "SESSION_TOKEN": "AWS_SESSION_TOKEN"}
        ),
    }


def _google() -> dict[str, str | bool]:
    keys = google_keys()
    if not keys:
        raise LakeError(
            "a lake in gs:// is written with an HMAC key, a service account alone won't do: make one (gcloud storage "
            "hmac create) and set GOOGLE_HMAC_KEY_ID and GOOGLE_HMAC_SECRET"
        )
    endpoint = _endpoint(os.environ.get("GOOGLE_BASE_URL"))
    return {"TYPE": "gcs", "KEY_ID": keys[0], "SECRET": keys[1], **endpoint}


def _azure() -> dict[str, str | bool]:
    access = azure_access()
    account = access.get("account_name")
    if not account:
        raise LakeError("az:// needs AZURE_STORAGE_ACCOUNT_NAME or AZURE_STORAGE_CONNECTION_STRING")
    if "client_secret" in access:
        names = ("tenant_id", "client_id", "client_secret", "account_name")
        told = {name.upper(): access[name] for name in names if name in access}
        return {"TYPE": "azure", "PROVIDER": "service_principal", **told}
    parts = {
        "AccountName": account,
        "AccountKey": access.get("account_key"),
        "SharedAccessSignature": access.get("sas_key", "").removeprefix("?") if "account_key" not in access else None,
        "BlobEndpoint": access.get("endpoint", f"https://{account}.blob.core.windows.net"),
    }
    if "account_key" in access or "sas_key" in access:
        connection = ";".join(f"{name}={value}" for name, value in parts.items() if value)
        return {"TYPE": "azure", "CONNECTION_STRING": connection}
    return {"TYPE": "azure", "PROVIDER": "credential_chain", "ACCOUNT_NAME": account}


def _given(names: Mapping[str, str]) -> dict[str, str | bool]:
    return {option: value for option, name in names.items() if (value := os.environ.get(name))}


def _endpoint(url: str | None) -> dict[str, str | bool]:
    """Another server than Amazon's or Google's; these are asked for a bucket by path, as few have a name for each."""
    if not url:
        return {}
    parts = urlsplit(url)
    return {"ENDPOINT": parts.netloc + parts.path.rstrip("/"), "USE_SSL": parts.scheme != "http", "URL_STYLE": "path"}
