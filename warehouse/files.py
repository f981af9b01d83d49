"""The Parquet files of a lake as whoever stores them counts them, in its folder or in a bucket."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.errors import LakeError
from warehouse.object_stores import google_keys, options, storage_advice, store
from warehouse.place import Bucket, Place

if TYPE_CHECKING:
    from obstore.store import ObjectStore, S3Credential

GOOGLE = "https://storage.googleapis.com"


def data_folder(folder: Path) -> Path:
    """Where a lake has its Parquet files by default. Superseded rows lie here too: never read it by a glob."""
    return folder / "data"


def data_address(place: Place) -> str:
    """What DuckDB is told of where the files are; it ends in a slash."""
    return str(place.data or f"{data_folder(place.folder).absolute()}/")


def sizes(place: Place) -> Iterator[int]:
    """Bytes of each file that is there, whether a table needs it or not.

    Raises:
        LakeError: the bucket can't be listed.
    """
    if place.data:
        yield from _objects(place, place.data)
    else:
        yield from (path.stat().st_size for path in data_folder(place.folder).rglob("*") if path.is_file())


def are_any(place: Place) -> bool:
    """Whether there are files of a lake: of a bucket's folder, any at all.

    Raises:
        LakeError: the bucket can't be listed.
    """
    if place.data:
        return any(True for _ in _objects(place, place.data))
    return any(data_folder(place.folder).rglob("*.parquet"))


def check_writable(place: Place) -> None:
    """Write an object to the bucket of a lake, if it has one, and delete it.

    Raises:
        LakeError: one or the other is refused.
    """
    import obstore  # noqa: PLC0415

    if not place.data:
        return
    probe = f"{place.data.folder}/.copydesk-doctor"
    try:
        obstore.put(_store(place.data), probe, b"")
        obstore.delete(_store(place.data), probe)
    except Exception as error:
        raise LakeError(f"{place}: {storage_advice(error)}") from error


def _objects(place: Place, bucket: Bucket) -> Iterator[int]:
    import obstore  # noqa: PLC0415  (most lakes are in a folder)

    try:
        for chunk in obstore.list(_store(bucket), prefix=bucket.folder):
            yield from (meta["size"] for meta in chunk)
    except Exception as error:
        raise LakeError(f"{place}: {storage_advice(error)}") from error


def _store(bucket: Bucket) -> "ObjectStore":
    """As for input, but for Google's: there DuckDB signs as for S3, and so do we, that one pair of keys is enough."""
    if bucket.scheme != "gs":
        return store(bucket.scheme, bucket.name)
    from obstore.store import S3Store  # noqa: PLC0415

    endpoint = os.environ.get("GOOGLE_BASE_URL", GOOGLE)
    keys = google_keys()
    if not keys:
        return S3Store(bucket.name, endpoint=endpoint, skip_signature=True, **options(endpoint))
    key, secret = keys

    def provide() -> "S3Credential":
        return {"access_key_id": key, "secret_access_key": secret, "expires_at": None}

    # Asked for by a function, the keys come without a token of Amazon's that may be in the environment.
    return S3Store(bucket.name, endpoint=endpoint, region="auto", credential_provider=provide, **options(endpoint))
