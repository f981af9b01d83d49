"""Arrow's own files: streams as Hugging Face's data sets keep them, and Feather. One record a row."""

import io
from collections.abc import Iterator
from typing import Any

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers.options import ReadOptions
from transforms.readers.records.article import record_article
from transforms.readers.records.tables import refused

FORMAT = "arrow"
_FILE, _STREAM = b"ARROW1", b"\xff\xff\xff\xff"
_SLICE = 64


def is_arrow(head: bytes, name: str) -> bool:
    """The magic bytes of a file, or the mark of a message in a file whose name says so."""
    return head.startswith(_FILE) or (head.startswith(_STREAM) and name.casefold().endswith((".arrow", ".feather")))


def read_arrow(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article or reject per row, with the uri ``<file>#<row number>``. A file within an archive is held whole."""
    import pyarrow as pa  # noqa: PLC0415  (only Arrow needs it)

    try:
        head = source.stream.peek(len(_FILE)) if isinstance(source.stream, io.BufferedReader) else b""
        if head.startswith(_FILE):
            stream = source.stream if source.stream.seekable() else _held(source, options)
            if isinstance(stream, Rejected):
                yield stream
                return
            opened = pa.ipc.open_file(stream)
            batches = (opened.get_batch(place) for place in range(opened.num_record_batches))
        else:
            opened = pa.ipc.open_stream(source.stream)
            batches = iter(opened)
        if whole := refused(opened.schema.names, source.uri, options):
            yield whole
            return
        for number, record in enumerate(_records(batches), start=1):
            yield record_article(record, f"{source.uri}#{number}", FORMAT, options)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        yield Rejected(source.uri, RejectReason.MALFORMED, f"broken Arrow: {str(error)[:200]}")


def _records(batches: Iterator[Any]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        batch.validate(full=True)  # damaged offsets would have it read, or crash, beyond its memory
        for start in range(0, batch.num_rows, _SLICE):
            yield from batch.slice(start, _SLICE).to_pylist()


def _held(source: Source, options: ReadOptions) -> io.BytesIO | Rejected:
    data = source.stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        return Rejected(source.uri, RejectReason.TOO_LARGE, f"more than {options.max_bytes} bytes, packed")
    return io.BytesIO(data)
