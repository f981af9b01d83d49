"""XML of the news formats, told apart by their root element. Nothing outside the file is ever read."""

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers import word
from transforms.readers.bounded import read_whole
from transforms.readers.elements import local_name
from transforms.readers.options import ReadOptions
from transforms.readers.wire import feeds, newsml1, newsml_g2, nitf, rcv1

FORMAT = "xml"

_READERS: dict[str, Callable[[etree._Element, str], Iterator[RawArticle | Rejected]]] = {
    "nitf": nitf.read_nitf,
    "newsItem": newsml_g2.read_g2,
    "newsMessage": newsml_g2.read_g2,
    "packageItem": newsml_g2.read_g2,
    "conceptItem": newsml_g2.read_g2,
    "contentSet": newsml_g2.read_g2,
    "inlineXML": newsml_g2.read_g2,
    "NewsML": newsml1.read_newsml1,
    "newsitem": rcv1.read_rcv1,
    "rss": feeds.read_rss,
    "RDF": feeds.read_rss,
    "feed": feeds.read_atom,
    "document": word.read_docx,
    "document-content": word.read_odt,
}

_NOT_READ = {
    "plist": "a shortcut of a Mac's, or what a program keeps; give the address in it to copydesk run, or save the page",
    "urlset": "a list of addresses (sitemap); give those that you want to copydesk run",
    "sitemapindex": "a list of lists of addresses (sitemap); give the addresses that you want to copydesk run",
}
"""By root element: what it is that holds no article, and what to do with it."""


def read_xml(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """Articles of one XML document. Documents that declare entities are refused: news has no need of them."""
    data = read_whole(source, options.max_bytes)
    if isinstance(data, Rejected):
        yield data
        return
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield Rejected(source.uri, RejectReason.MALFORMED, f"no XML: {error}")
        return
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        yield Rejected(source.uri, RejectReason.MALFORMED, "declares entities of its own")
        return
    read = _READERS.get(local_name(root))
    if read is None:
        name = local_name(root)
        yield Rejected(
            source.uri, RejectReason.UNKNOWN_FORMAT, _NOT_READ.get(name, f"XML with the root element {name}")
        )
        return
    yield from read(root, source.uri)
