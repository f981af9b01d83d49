"""Servers on loopback that remote input is tested against: a web server of our own, and moto's S3."""

import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Web:
    """Pages by path. ``tags`` are sent as ETag, ``types`` as Content-Type; ``asked`` are (path, status) in order."""

    address: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    cut_short: set[str] = field(default_factory=set)
    asked: list[tuple[str, int]] = field(default_factory=list)


def _handler(web: Web) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status = web.statuses.get(self.path, 200 if self.path in web.pages else 404)
            headers = {}
            if self.path in web.redirects:
                status, headers["Location"] = 302, web.redirects[self.path]
            if tag := web.tags.get(self.path):
                headers["ETag"] = tag
                status = 304 if self.headers.get("If-None-Match") == tag else status
            if changed := web.changed.get(self.path):
                headers["Last-Modified"] = changed
                status = 304 if self.headers.get("If-Modified-Since") == changed else status
            if kind := web.types.get(self.path):
                headers["Content-Type"] = kind
            web.asked.append((self.path, status))
            body = web.pages.get(self.path, b"") if status == 200 else b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            # Pages that are made as they are sent have no length: the end of the connection is theirs.
            if "unsized" in self.path:
                self.send_header("Connection", "close")
                self.close_connection = True
            else:
                self.send_header("Content-Length", str(len(body) + 100 * (self.path in web.cut_short)))
            self.end_headers()
            self.wfile.write(body)
            if self.path in web.cut_short:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def web_server() -> Iterator[Web]:
    web = Web()
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(web)) as server:
        server.daemon_threads = True
        web.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield web
        server.shutdown()


@dataclass
class Bucket:
    """A bucket of moto's S3 server."""

    endpoint: str
    name: str

    def put(self, key: str, data: bytes = b"", *, public: bool = False) -> None:
        """Write an object, which nobody else may read unless it is public."""
        request = urllib.request.Request(f"{self.endpoint}/{self.name}/{key}", data=data, method="PUT")  # noqa: S310
        request.add_header("Content-Type", "application/octet-stream")
        if public:
            request.add_header("x-amz-acl", "public-read")
        request.add_header("Authorization", "AWS4-HMAC-SHA256 Credential=x/20250101/us-east-1/s3/aws4_request")
        urllib.request.urlopen(request, timeout=20).close()  # noqa: S310  (loopback)


@contextmanager
def s3_server() -> Iterator[str]:
    """Address of an S3 that forgets all when it ends."""
    import logging  # noqa: PLC0415

    from moto.server import ThreadedMotoServer  # noqa: PLC0415  (a second that other tests must not pay)

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()
