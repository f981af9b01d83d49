"""HTML pages: own reading of what a page states about itself, trafilatura for its body."""

from collections.abc import Iterator
from itertools import takewhile

from schemas.vocabulary import BlockKind, RejectReason
from transforms.article import Found, RawArticle, Rejected, Source
from transforms.decode import UndecodableError, decode
from transforms.html import fields, parse_page
from transforms.html.body import find_body
from transforms.html.images import find_images
from transforms.html.live import open_posts
from transforms.html.marking import mark_paragraphs
from transforms.html.non_articles import non_article_reason, why_no_text
from transforms.html.page import Page, declared_charset
from transforms.html.roles import label
from transforms.html.times import find_modified, find_published
from transforms.html.titles import find_title, stated_titles
from transforms.lines import contributors
from transforms.lines.page_lines import is_correction
from transforms.mojibake import Mender
from transforms.readers.assemble import assemble, clean, dateline_in, with_head
from transforms.readers.bounded import read_whole
from transforms.readers.exports.pages import is_export_page, page_items
from transforms.readers.options import ReadOptions

FORMAT = "html"
_FEWEST_BELOW_A_DEK, _MAX_DEK = 2, 400  # paragraphs; letters


def read_html(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article per page, or each of an export; ``no_text`` if it has none, ``not_an_article`` if it lists others."""
    data = read_whole(source, options.max_bytes)
    if isinstance(data, Rejected):
        yield data
        return
    try:
        decoded = decode(data, source.charset, declared_charset(data))
    except UndecodableError as error:
        yield Rejected(source.uri, error.reason, error.detail)
        return
    if is_export_page(decoded.text):
        yield from page_items(decoded.text, source.uri, decoded.encoding)
    elif len(data) > options.max_page_bytes:
        yield Rejected(source.uri, RejectReason.TOO_LARGE, f"more than {options.max_page_bytes} bytes")
    else:
        yield html_article(source.uri, decoded.text, decoded.encoding)


def html_article(uri: str, markup: str, encoding: str | None, *, is_article: bool = False) -> RawArticle | Rejected:
    """The article of a decoded page. ``is_article`` tells that it is known to be one, not a list of others."""
    page = parse_page(markup)
    if page is None:
        return Rejected(uri, RejectReason.MALFORMED, "no HTML tree can be made of it")
    try:
        mark_paragraphs(page.tree)
        open_posts(page)
        body = find_body(page)
    except Exception as error:  # noqa: BLE001  (a third-party extractor on hostile input)
        return Rejected(uri, RejectReason.PARSER_FAILED, f"{type(error).__name__}: {error}")
    if not is_article and (other := non_article_reason(page, body)):
        return Rejected(uri, RejectReason.NOT_AN_ARTICLE, other)
    mend = Mender()  # of what is kept of the page, not of its scripts
    title = mend.field(find_title(page))
    labelled = [(kind, mend(part)) for kind, part in label(body, stated_titles(page))]
    if not any(kind is BlockKind.BODY for kind, _ in labelled):
        return Rejected(uri, RejectReason.NO_TEXT, why_no_text(page))
    dek = _distinct(mend.field(fields.find_dek(page)), labelled)
    if dek is None and (shown := _dek_shown(labelled)) is not None:
        dek = Found(labelled.pop(shown)[1], "below-title")
    text, blocks = assemble(with_head(title, dek, labelled))
    return RawArticle(
        uri=uri,
        format=FORMAT,
        encoding=encoding,
        text=text,
        blocks=blocks,
        title=title,
        dek=dek,
        authors=mend.names(
            fields.find_authors(page, tuple(part for kind, part in labelled if kind is BlockKind.BYLINE))
        ),
        contributors=contributors(part for kind, part in labelled if kind is BlockKind.CONTRIBUTOR),
        publisher=mend.field(fields.find_publisher(page)),
        url=fields.find_url(page),
        published=find_published(page, _head_lines(labelled)),
        modified=find_modified(page),
        dateline=dateline_in(labelled),
        section=mend.optional(fields.find_section(page)),
        keywords=tuple(map(mend, fields.find_keywords(page))),
        language=fields.find_language(page),
        is_free=fields.is_free(page),
        images=find_images(page),
        notes=_notes(page, labelled),
        repair=mend.report,
    )


def _dek_shown(labelled: list[tuple[BlockKind, str]]) -> int | None:
    """The place of a first paragraph that stands above the byline or the day, if no other does."""
    kinds = [kind for kind, _ in labelled]
    if kinds.count(BlockKind.BODY) <= _FEWEST_BELOW_A_DEK or BlockKind.BODY not in kinds:
        return None
    first = kinds.index(BlockKind.BODY)
    told = {BlockKind.DATE, BlockKind.BYLINE}
    is_above = first + 1 < len(kinds) and kinds[first + 1] in told and told.isdisjoint(kinds[:first])
    return first if is_above and len(labelled[first][1]) <= _MAX_DEK else None


def _head_lines(labelled: list[tuple[BlockKind, str]]) -> list[str]:
    """Lines above the first paragraph that say when the article appeared, or who wrote it."""
    above = takewhile(lambda part: part[0] is not BlockKind.BODY, labelled)
    return [clean(text) for kind, text in above if kind in {BlockKind.DATE, BlockKind.BYLINE, BlockKind.DATELINE}]


def _notes(page: Page, labelled: list[tuple[BlockKind, str]]) -> tuple[str, ...]:
    """Corrections: as the page states them, else the paragraphs that read like one."""
    lines = tuple(part for kind, part in labelled if kind is BlockKind.BOILERPLATE and is_correction(part))
    return fields.find_corrections(page) or lines


def _distinct(dek: Found | None, body: list[tuple[BlockKind, str]]) -> Found | None:
    """The dek, unless it repeats the body's beginning."""
    if dek is None:
        return None
    start = clean(dek.value).rstrip(" .…")[:60].casefold()
    return None if any(start and start in clean(part).casefold() for _, part in body) else dek
