"""Mail and news posts (RFC 5322, RFC 5536), one a file or many in an mbox: newsletters, alerts, Usenet."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import errors, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from schemas.vocabulary import BlockKind, RejectReason
from transforms.article import Found, FoundNames, RawArticle, Rejected, Source
from transforms.decode import UndecodableError
from transforms.readers.bounded import bounded_lines
from transforms.readers.item import METHOD, WireItem, wire_article
from transforms.readers.mail_body import message_parts
from transforms.readers.options import ReadOptions

FORMAT = "mail"
_POSTMARK = re.compile(rb"From \S[^\r\n]{0,160}\b\d{1,2}:\d\d[^\r\n]{0,40}\b(?:19|20)\d\d\b[^\r\n]{0,20}\r?\n")
_ESCAPED = re.compile(rb">+From ")  # what a box makes of a line of text that looks like its own
_HEADER = re.compile(rb"([!-9;-~]{1,60}):")
_NEEDED = frozenset({b"from", b"subject"})
_SHOWING = frozenset({b"date", b"message-id", b"newsgroups", b"organization", b"lines", b"received", b"mime-version",
                      b"return-path", b"delivered-to", b"to", b"path"})  # fmt: skip
_BY_MACHINES = _SHOWING - {b"date", b"organization", b"lines", b"to"}
_ADDRESS = re.compile(rb"[\w.+-][@!][\w-]")
_MEDIA = frozenset({"image", "audio", "video", "multipart", "message"})


def is_mail(head: bytes, _name: str) -> bool:
    """Lines of a header down to the first blank one, among them who wrote, on what, and one that only mail has.

    An article that begins with a message, "From: Ann Lee", "To: Bo Ek", has no address among them.
    """
    start = head.removeprefix(b"\xef\xbb\xbf")
    postmark = _POSTMARK.match(start)
    lines = start[postmark.end() if postmark else 0 :].splitlines()
    names: set[bytes] = set()
    addressed = False
    for line in lines:
        if not line.strip():
            break
        addressed = addressed or _ADDRESS.search(line) is not None
        if line[:1] in b" \t" and names:
            continue
        match = _HEADER.match(line)
        if match is None:
            return False
        names.add(match[1].lower())
    by_machine = postmark is not None or not names.isdisjoint(_BY_MACHINES)
    return names >= _NEEDED and (by_machine or (addressed and not names.isdisjoint(_SHOWING)))


def read_mail(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article a message; those of an mbox have the uri ``<file>#<number>``. An attachment is a reject."""
    limit = options.max_record_bytes
    number, size = 0, 0
    lines: list[bytes] = []
    is_box, blank = False, True
    for line_number, line in bounded_lines(source.stream, limit):
        text = line if line is not None else b""
        if blank and _POSTMARK.match(text) and (line_number == 1 or is_box):
            if is_box:
                number += 1
                yield from _message(lines, size, f"{source.uri}#{number}", limit)
            is_box, lines, size = True, [], 0
            continue
        blank = not text.strip()
        size += len(text) if line is not None else limit + 1
        if size <= limit:
            lines.append(text[1:] if is_box and _ESCAPED.match(text) else text)
    yield from _message(lines, size, f"{source.uri}#{number + 1}" if is_box else source.uri, limit)


def _message(lines: list[bytes], size: int, uri: str, limit: int) -> Iterator[RawArticle | Rejected]:
    if size > limit:
        yield Rejected(uri, RejectReason.TOO_LARGE, f"a message of more than {limit} bytes")
        return
    data = b"".join(lines).removeprefix(b"\xef\xbb\xbf")
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        yield _article(message, uri)
        for part in message.walk():
            if part.get_content_disposition() == "attachment" and part.get_content_maintype() not in _MEDIA:
                name = part.get_filename() or part.get_content_type()
                yield Rejected(f"{uri}!/{name}", RejectReason.NOT_AN_ARTICLE, "an attachment; save it to have it read")
    except (errors.MessageError, ValueError, LookupError, AttributeError, IndexError) as error:
        yield Rejected(uri, RejectReason.MALFORMED, f"broken message: {error}")


def _article(message: EmailMessage, uri: str) -> RawArticle | Rejected:
    try:
        parts, encoding = message_parts(message)
    except UndecodableError as error:
        return Rejected(uri, error.reason, error.detail)
    identifier = (_header(message, "Message-ID") or "").strip("<> ")
    item = WireItem(
        uri=uri,
        format=FORMAT,
        provider_id=f"mid:{identifier}" if "@" in identifier else None,
        title=_header(message, "Subject"),
        published=_header(message, "Date"),
        section=_header(message, "Newsgroups"),
        keywords=tuple(filter(None, (word.strip() for word in (_header(message, "Keywords") or "").split(",")))),
        language=_header(message, "Content-Language"),
    )
    article = wire_article(item, parts)
    return _signed(replace(article, encoding=encoding), message) if isinstance(article, RawArticle) else article


def _signed(article: RawArticle, message: EmailMessage) -> RawArticle:
    """Whoever the text names as its author; else the sender is it. Of a mailing the sender is the outlet."""
    sender = _sender(message)
    bylines = tuple(article.text[block.start : block.end] for block in article.blocks if block.kind is BlockKind.BYLINE)
    is_mailing = message.get("List-Unsubscribe") is not None and message.get("List-Post") is None
    if not bylines and not is_mailing:
        return replace(article, authors=FoundNames((sender,), METHOD), publisher=None)
    return replace(article, authors=FoundNames(bylines, "byline") if bylines else None, publisher=Found(sender, METHOD))


def _sender(message: EmailMessage) -> str:
    """The name in "From:", also where it stands behind the address: "ann@post.example (Ann Lee)"."""
    # The parsed header has lost what stands between brackets.
    raw = next((str(value) for name, value in message.raw_items() if name.casefold() == "from"), "")
    whole = str(make_header(decode_header(" ".join(raw.split()))))
    name, address = parseaddr(whole)
    return name or (address if "@" in address else whole)  # a name alone is no address, whatever the parser thinks


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None
