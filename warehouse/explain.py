"""What an error of the storage means for the user, and what to do about it."""

import errno
import re
from pathlib import Path

import duckdb

_LOCKED = ("database is locked", "database table is locked")

_CAUSES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("HTTP 403", "HTTP code 403", "HTTP 401", "HTTP code 401", "AuthorizationFailure", "AuthenticationFailed"),
        "the object store with the lake's files refuses this. Check the credentials in the environment, and what they "
        "allow: reading, writing, deleting and listing are needed. What was committed stands.",
    ),
    (
        ("Secret Validation Failure",),
        "no credentials for the object store with the lake's files were found. Set AWS_ACCESS_KEY_ID and "
        "AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.",
    ),
    (
        ("NoSuchBucket", "ContainerNotFound"),
        "there is no such bucket for the lake's files. Check the setting data, and make the bucket: it is never made "
        "by copydesk.",
    ),
    (
        ("HTTP 404", "HTTP code 404", "BlobNotFound", "404 The specified blob does not exist"),
        "a file of the lake is missing from its bucket. Restore it from a backup or an earlier version of the object, "
        "or load the articles into a new folder and another bucket with: copydesk run PATH... --lake NEW",
    ),
    (
        (" error for HTTP ", "HTTP 5", "HTTP code 5", "Fail to get a new connection", "Failed to connect", "CURLE_"),
        "the object store with the lake's files can't be reached. Check its address and the network, and run again: "
        "what was committed stands.",
    ),
    (
        ("password authentication failed", "no password supplied", "permission denied for", "no pg_hba.conf entry"),
        "the PostgreSQL server with the lake's catalog does not let this user in, or not do this. Check the setting "
        "catalog, the password (~/.pgpass, PGPASSWORD) and the rights of the user.",
    ),
    (
        (
            '" does not exist',
            "Unable to connect to Postgres",
            "connection to server",
            "closed the connection",
            "terminating connection",
            "connection is lost",
            "could not receive data",
        ),
        "the PostgreSQL database with the lake's catalog can't be reached. Check that the server runs and has the "
        "database that the setting catalog names, and run again: what was committed stands.",
    ),
    (
        ("No space left", "File too large", "disk is full", "Disk quota exceeded"),
        "there is no room left on the lake's disk. Make room (copydesk optimize lets old history go) and run "
        "again: what was committed stands, and the run goes on from there.",
    ),
    (
        # SQLite rolls back by itself when it can't write; DuckLake, rolling back in turn, then reports only that.
        ("disk I/O error", "cannot rollback - no transaction is active"),
        "the lake's catalog could not be written: the disk is full, or failing. Make room or look after the disk, and "
        "run again: what was committed stands, and the run goes on from there.",
    ),
    (
        _LOCKED,
        "another process keeps the lake's catalog locked. Close what has it open and run again.",
    ),
    (
        ("not a database", "malformed", "database corruption", "unsupported file format"),
        "the lake's catalog is damaged. Restore catalog.sqlite from a backup, together with the folder data "
        "beside it; or load the articles into a new folder with: copydesk run PATH... --lake NEW",
    ),
    (
        (
            "Permission denied",
            "readonly database",
            "read-only",
            "Read-only",
            "unable to open database",
            "unable to open",
        ),
        "the lake can't be opened for this: check that you own the folder and its files, and that the disk is not "
        "mounted read-only.",
    ),
    (
        ("File exists", "Not a directory"),
        "a file stands where the lake's folder should be, or a folder above it. Name another one with --lake.",
    ),
    (
        ("No such file", "No files found", "does not exist on disk"),
        "a file of the lake is missing. Restore the folder from a backup, or load the articles into a new "
        "folder with: copydesk run PATH... --lake NEW",
    ),
    (
        ("magic bytes", "too small to be a Parquet", "Parquet", "parquet", "ZSTD", "Snappy", "TProtocolException"),
        "a file of the lake is damaged. Restore the folder from a backup, or load the articles into a new "
        "folder with: copydesk run PATH... --lake NEW",
    ),
)


def explain(error: BaseException) -> str:
    """The cause in words, what to do, and what was reported."""
    reported = without_secrets(" ".join(str(error).split()))
    for signs, cause in _CAUSES:
        if any(sign in reported for sign in signs):
            return f"{cause} [{reported}]"
    return reported


def without_secrets(reported: str) -> str:
    """Without keys and connection strings, and without rows: PostgreSQL repeats what it was told."""
    told = re.sub(r'"postgres:[^"]*"', '"postgres:..."', reported)
    told = re.sub(r'Unable to connect to Postgres at ".*?": ', "Unable to connect to Postgres: ", told)
    told = re.sub(r"\b(sig|AccountKey|SharedAccessSignature)=[^&;\s\"')]+", r"\1=...", told)
    return re.sub(r'Failed to execute query ".*": (?=ERROR|FATAL|server)', "", told)


def is_of_storage(folder: Path, error: OSError) -> bool:
    """Whether an error of the operating system is about the lake, not about an input or an output."""
    if error.errno in {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS, errno.EIO}:
        return True
    return error.filename is not None and Path(str(error.filename)).absolute().is_relative_to(folder.absolute())


def is_of_a_file(error: duckdb.Error) -> bool:
    """Whether a query failed for the sake of a file of the lake, or of its catalog, and not for its own."""
    told = str(error)
    return isinstance(error, duckdb.IOException) or ".parquet" in told or any(sign in told for sign in _LOCKED)
