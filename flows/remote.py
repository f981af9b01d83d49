"""Input that lies elsewhere: objects under ``s3://``, ``gs://`` and ``az://``, and files and pages of the web.

Object stores (``buckets``) are spoken to through obstore, the ``web`` through httpx; why two is told in
``docs/decisions/remote-input.md``. Both take their credentials, proxies and certificates from the environment, as
their own documentation says.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager

from flows import buckets, web
from flows.errors import UsageError
from flows.remote_file import WEB, RemoteFacts, RemoteFile, is_web
from warehouse.object_stores import SCHEMES


def find(pattern: str) -> list[RemoteFile]:
    """The files that a remote pattern stands for: those of an object store, or one address of the web.

    The web is not asked yet.

    Raises:
        UsageError: it stands for nothing, or the store can't be listed.
    """
    scheme = pattern.split("://", 1)[0].casefold()
    if scheme in WEB:
        return [RemoteFile(web.address_of(pattern), RemoteFacts())]
    if scheme not in SCHEMES:
        known = ", ".join(f"{name}://" for name in (*SCHEMES, *WEB))
        raise UsageError(f"{pattern}: {scheme}:// can't be read; what can is {known}, and local paths")
    return buckets.find(pattern)


def opened(uri: str) -> AbstractContextManager[tuple[RemoteFacts, Iterator[bytes]]]:
    """What the server says of a file now, and its bytes as they come.

    Raises:
        RemoteError: when it is entered, or while the bytes are taken.
    """
    return web.opened(uri) if is_web(uri) else buckets.opened(uri)
