"""What stands above the first paragraph and does not show by itself: title, dek, authors, fields of an archive."""

from collections.abc import Sequence
from itertools import takewhile

from schemas.vocabulary import BlockKind
from transforms.lines import line_forms, page_lines, picture_lines
from transforms.lines.dateline import is_dateline_alone, is_name_and_day, is_of_known_place
from transforms.lines.head import find_dek, find_title
from transforms.lines.kickers import is_way_through
from transforms.lines.lone_names import find_lone_author, is_told_of
from transforms.lines.name_lines import is_name_in_place, is_name_line, is_role, is_signed, names_at_place
from transforms.lines.source_lines import read_source_line
from transforms.lines.units import Unit
from transforms.lines.wording import ends_sentence, has_quotation, is_paragraph

_SLUG_UNITS, _FIELD_UNITS = 3, 12
_UNITS_BELOW = 7
_MAX_HEADLINE = 120


def mark_slugs(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """The name of the file in the desk's system, within the first lines."""
    for i, unit in enumerate(units[:_SLUG_UNITS]):
        if kinds[i] is None and line_forms.is_slug(unit.text):
            kinds[i] = BlockKind.BOILERPLATE


def mark_fields(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Lines above the first paragraph that an archive has on where the article stood; two, as one may be a headline."""
    head = list(takewhile(lambda i: not is_paragraph(units[i].text), range(min(len(units), _FIELD_UNITS))))
    fields = [i for i in head if kinds[i] is None and page_lines.is_field(units[i].text)]
    for i in fields if len(fields) > 1 else ():
        kinds[i] = BlockKind.BOILERPLATE


def mark_day_above(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """A first line that tells when, beside where or a masthead, is no headline if one stands below it."""
    first = _below_page_lines(kinds, 0)
    next_one = _below_page_lines(kinds, first + 1)  # past "Page 7"
    if next_one + 1 >= len(units):
        return
    text, below = units[first].text, units[next_one].text
    is_headed = (
        kinds[next_one] is None and len(below) <= _MAX_HEADLINE and (below.isupper() or not ends_sentence(below))
    )
    if kinds[first] is None and is_headed and (is_name_and_day(text) or read_source_line(text)):
        kinds[first] = BlockKind.DATE
    elif kinds[first] is BlockKind.DATELINE and not is_headed and not is_of_known_place(text):
        kinds[first] = None  # "Results, 4 May 2025"


def _below_page_lines(kinds: Sequence[BlockKind | None], start: int) -> int:
    """The first place from ``start`` on that is no line of the page."""
    return next((i for i in range(start, len(kinds)) if kinds[i] is not BlockKind.BOILERPLATE), len(kinds))


def mark_source(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """The line with the outlet and the day below what may be the headline, or the outlet, above the first paragraph."""
    head = takewhile(
        lambda i: not is_paragraph(units[i].text) or read_source_line(units[i].text),
        range(min(len(units), _FIELD_UNITS)),
    )
    free = [i for i in head if kinds[i] is None]
    told = ((i, read_source_line(units[i].text)) for i in free[1:])
    place, source = next(((i, source) for i, source in told if source), (0, None))
    if source is None:
        return
    kinds[place] = BlockKind.DATE
    if source.outlet is None and place == 1:
        kinds[0] = BlockKind.BOILERPLATE  # the outlet


def mark_head(units: Sequence[Unit], kinds: list[BlockKind | None], url: str | None) -> None:
    """The title and what stands beside it; without a title, an author's name that opens an article with an address."""
    title = _free_title(units, kinds, url)
    if title is not None:
        _mark_beside(units, kinds, title)
        return
    first = next((i for i, kind in enumerate(kinds) if kind is None), None)
    if url and first is not None and is_name_line(units[first].text):
        kinds[first] = BlockKind.BYLINE


def _free_title(units: Sequence[Unit], kinds: list[BlockKind | None], url: str | None) -> int | None:
    """Find the title; a first line that merely starts like a link or a credit ("Watch: ...") may be it."""
    weak = {BlockKind.RELATED, BlockKind.CREDIT, BlockKind.CAPTION}
    for i, unit in enumerate(units[:4]):
        if kinds[i] in weak and not page_lines.is_related_head(unit.text) and len(unit.text.split()) >= 5:  # noqa: PLR2004
            above = [kind for kind in kinds[:i] if kind is not BlockKind.BOILERPLATE]
            if not above:
                kinds[i] = None
        if kinds[i] is None:
            break
    return find_title(units, kinds, url)


def _mark_beside(units: Sequence[Unit], kinds: list[BlockKind | None], title: int) -> None:
    """The title, and what stands above it and below, down to the first paragraph."""
    kinds[title] = BlockKind.TITLE
    for i in range(title):
        if kinds[i] is None:
            kinds[i] = BlockKind.BOILERPLATE  # a section name above the headline
    below = title + 1
    if below < len(units) and kinds[below] is None and is_way_through(units[below].text, units[title].text):
        kinds[below] = BlockKind.BOILERPLATE
    _mark_authors(units, kinds, title)
    dek = find_dek(units, kinds, title)
    if dek is not None:
        kinds[dek] = BlockKind.DEK
    for i in _below(units, title):
        if kinds[i] in {None, BlockKind.CREDIT}:
            kinds[i] = _head_role(units, kinds, title, i)
        if kinds[i] is None:
            break


def _below(units: Sequence[Unit], title: int) -> range:
    """The lines below a headline that may tell who wrote the article, where and when."""
    return range(title + 1, min(len(units), title + 1 + _UNITS_BELOW))


def _mark_authors(units: Sequence[Unit], kinds: list[BlockKind | None], title: int) -> None:
    """The authors below a headline, who are told by what they are, by what stands beside them, or by standing alone."""
    below = _below(units, title)
    for i in below:
        if kinds[i] is None and (is_role(units[i].text) or (is_signed(units[i].text) and _is_high(kinds, title, i))):
            kinds[i] = BlockKind.BYLINE
    # Names without "By" count as a byline only where a date, a byline or an agency is beside them, or an account below.
    for i in below:
        is_marked = _beside_date(kinds, i, below.stop) or _has_handle(units, i)
        if kinds[i] is None and is_marked and _is_of_names(units, i):
            kinds[i] = BlockKind.BYLINE
            if (
                kinds[i - 1] is None
                and line_forms.may_be_masthead(units[i].text)
                and _is_of_nobody_told(units, kinds, i - 1)
            ):
                kinds[i - 1 : i + 1] = BlockKind.BYLINE, BlockKind.BOILERPLATE
    author = find_lone_author(units, kinds, title)
    if author is not None:
        kinds[author] = BlockKind.BYLINE


def _is_of_names(units: Sequence[Unit], index: int) -> bool:
    """Names, and perhaps where they were; what is "at" a place may be in the news, unless the text is silent on it."""
    text = units[index].text
    if is_name_line(text) or is_name_in_place(text):
        return True
    names = names_at_place(text)
    return names is not None and not is_told_of(names, [unit.text for unit in units if unit is not units[index]])


def _has_handle(units: Sequence[Unit], index: int) -> bool:
    return index + 1 < len(units) and page_lines.is_handle(units[index + 1].text)


def _is_of_nobody_told(units: Sequence[Unit], kinds: Sequence[BlockKind | None], index: int) -> bool:
    """A name that the text is silent on."""
    text = units[index].text
    others = [unit.text for unit, kind in zip(units, kinds, strict=True) if kind is None and unit is not units[index]]
    return is_name_line(text) and not line_forms.may_be_masthead(text) and not is_told_of(text, others)


def _is_high(kinds: Sequence[BlockKind | None], title: int, index: int) -> bool:
    """True if no more than a dek stands between a line and the headline."""
    return sum(kind is None for kind in kinds[title + 1 : index]) < 2  # noqa: PLR2004


def _head_role(units: Sequence[Unit], kinds: Sequence[BlockKind | None], title: int, index: int) -> BlockKind | None:  # noqa: PLR0911  (one return for each role)
    """What a line below the headline is that is neither dek nor date; None for the first paragraph."""
    text = units[index].text
    below = kinds[index + 1] if index + 1 < len(units) else None
    if kinds[index] is BlockKind.CREDIT:
        if kinds[index - 1] is None or index + 1 == len(units) or picture_lines.says_picture(text):
            return BlockKind.CREDIT
        if {kinds[index - 1], below} & {BlockKind.DATE, BlockKind.BYLINE}:
            return BlockKind.BYLINE  # an agency's name there says who wrote the article
        return BlockKind.DATELINE if is_dateline_alone(text) else BlockKind.CREDIT
    if BlockKind.BYLINE in kinds[title:index] and below is BlockKind.DATE and not has_quotation(text):
        return BlockKind.BOILERPLATE  # between byline and date: who the author is
    if is_dateline_alone(text) and len(text.split()) <= 12:  # noqa: PLR2004
        return BlockKind.DATELINE
    if page_lines.is_section_name(text) and len(text.split()) <= 3:  # noqa: PLR2004
        return BlockKind.BOILERPLATE
    return None


def _beside_date(kinds: Sequence[BlockKind | None], index: int, end: int) -> bool:
    near = {BlockKind.DATE, BlockKind.BYLINE}
    return kinds[index - 1] in near or (index + 1 < end and kinds[index + 1] in near)
