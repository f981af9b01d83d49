"""The text of a message: its plain part, or the HTML beside it where that says far more."""

import re
from email.message import EmailMessage

from schemas.vocabulary import BlockKind
from transforms.decode import decode
from transforms.html.parts import Part
from transforms.readers.exports.fields import body_parts
from transforms.readers.markup import fragment_parts

_QUOTED = re.compile(r"^[ \t]{0,2}>[^\n]*(?:\n[ \t]{0,2}>[^\n]*)*", re.MULTILINE)
_MARKS = re.compile(r"^[ \t>]+", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_STUB = 2  # times the plain text that the HTML beside it may be long


def message_parts(message: EmailMessage) -> tuple[list[Part], str | None]:
    """Paragraphs of a message, and the encoding of the part they come from. What is quoted of others is ``related``.

    Raises:
        UndecodableError: it is no text.
    """
    plain = _decoded(message.get_body(("plain",)))
    page = _decoded(message.get_body(("html",)))
    marked = fragment_parts(page[0]) if page else []
    written = _plain_parts(plain[0]) if plain else []
    if page and sum(len(part.text) for part in marked) > _STUB * sum(len(part.text) for part in written):
        return marked, page[1]
    return written, plain[1] if plain else None


def _decoded(part: object) -> tuple[str, str] | None:
    if not isinstance(part, EmailMessage):
        return None
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return None
    decoded = decode(data, part.get_content_charset())
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n"), decoded.encoding


def _plain_parts(text: str) -> list[Part]:
    signature = next(reversed(list(_SIGNATURE.finditer(text))), None)
    written = text[: signature.start()] if signature else text
    parts: list[Part] = []
    place = 0
    for quoted in _QUOTED.finditer(written):
        parts += body_parts(written[place : quoted.start()])
        parts += [Part(BlockKind.RELATED, part.text) for part in body_parts(_MARKS.sub("", quoted[0]))]
        place = quoted.end()
    parts += body_parts(written[place:])
    below = body_parts(text[signature.end() :]) if signature else []
    return parts + [Part(BlockKind.BOILERPLATE, part.text) for part in below]
