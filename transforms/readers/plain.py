"""Plain text of any origin: archives, wire printers, text copied from a page."""

from collections.abc import Iterator

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.decode import UndecodableError, decode
from transforms.lines import read_plain_text
from transforms.mojibake import Mender
from transforms.readers.bounded import read_whole
from transforms.readers.options import ReadOptions

FORMAT = "plain"


def read_plain(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article per file. ``text`` is the decoded file with its line ends turned to line feeds."""
    data = read_whole(source, options.max_bytes)
    if isinstance(data, Rejected):
        yield data
        return
    try:
        decoded = decode(data)
    except UndecodableError as error:
        yield Rejected(source.uri, error.reason, error.detail)
        return
    yield plain_article(source.uri, decoded.text, decoded.encoding)


def plain_article(uri: str, text: str, encoding: str | None) -> RawArticle | Rejected:
    """The article of a decoded text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Rejected(uri, RejectReason.EMPTY, "nothing but white space")
    read = read_plain_text(text)
    if not read.blocks:
        return Rejected(uri, RejectReason.NO_TEXT, "no line with a letter or digit")
    mend = Mender()  # the text of a plain file stays as it is, for the sake of offsets into the file; fields don't
    return RawArticle(
        uri=uri,
        format=FORMAT,
        encoding=encoding,
        text=text,
        blocks=read.blocks,
        title=mend.found(read.title),
        dek=mend.found(read.dek),
        authors=mend.names(read.authors),
        publisher=read.publisher,
        contributors=tuple(map(mend, read.contributors)),
        url=read.url,
        published=read.published,
        modified=read.modified,
        dateline=mend.maybe(read.dateline),
        notes=tuple(map(mend, read.notes)),
        repair=mend.told,
    )
