"""Stories of the CNN/Daily Mail corpus: the text, then points of it under "@highlight" each. One in a file."""

import re

from schemas.vocabulary import BlockKind
from transforms.article import RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.exports.fields import body_parts, one_line
from transforms.readers.item import WireItem, wire_article

FORMAT = "story"
_POINT = re.compile(r"^@highlight[ \t]*$", re.MULTILINE)


def documents(text: str) -> list[str]:
    """The text itself, if it has such points."""
    return [text] if _POINT.search(text) else []


def read(document: str, uri: str) -> RawArticle | Rejected:
    """The article; its points say again what stands in it and are ``related``."""
    body, *points = _POINT.split(document)
    related = [Part(BlockKind.RELATED, one_line(point)) for point in points if point.strip()]
    return wire_article(WireItem(uri=uri, format=FORMAT), body_parts(body) + related)
