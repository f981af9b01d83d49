"""The role of each paragraph of a plain-text article, in a fixed order of steps.

1. What a line shows by itself (``CUES``): web address, date, byline, contributors, links, page junk, credits.
2. The head: title, dek, and names or section names beside them.
3. Neighbours: a caption above its credit, a heading above its text, links under "Related".
4. The rest is body. A junk label needs words that only a page uses; a sentence with a quotation is never junk.
"""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from schemas.vocabulary import BlockKind
from transforms.byline import clean_names
from transforms.dates.date_lines import is_date_line, says_only_when
from transforms.lines import byline_lines, cues, french_bylines, notes, page_lines, picture_lines
from transforms.lines.dateline import is_dateline_alone, is_name_and_day, is_of_known_place, is_place_and_day
from transforms.lines.head import find_dek, find_title
from transforms.lines.lone_names import find_lone_author
from transforms.lines.name_lines import is_name_in_place, is_name_line, is_role, is_signed
from transforms.lines.units import Unit
from transforms.lines.wording import ends_sentence, has_quotation

CUES: tuple[tuple[BlockKind, Callable[[str], bool]], ...] = (
    (BlockKind.BOILERPLATE, cues.is_url),
    (BlockKind.BOILERPLATE, cues.is_ruler),
    (BlockKind.DATE, is_date_line),
    (BlockKind.DATELINE, is_place_and_day),
    (BlockKind.BYLINE, byline_lines.is_byline),
    (BlockKind.BYLINE, french_bylines.is_byline),
    (BlockKind.CONTRIBUTOR, byline_lines.is_contributor),
    (BlockKind.RELATED, page_lines.is_related_head),
    (BlockKind.BOILERPLATE, page_lines.is_boilerplate),
    (BlockKind.RELATED, page_lines.is_related),
    (BlockKind.BOILERPLATE, notes.says_where_it_appeared),
    (BlockKind.BOILERPLATE, notes.is_contact),
    (BlockKind.BOILERPLATE, page_lines.is_correction),
    (BlockKind.CAPTION, picture_lines.is_caption),
    (BlockKind.CREDIT, picture_lines.is_credit),
)
_MAX_HEADING_WORDS = 14
_LONG = 60
_SHORT = 25
_FEW_WORDS = 6
_SHORT_QUESTION = 9  # words
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FEWEST_DAYS = 2
_NEAR_LINES = 2
_PARAGRAPHS_ABOVE = 2
_SLUG_UNITS, _FIELD_UNITS = 3, 12
_MAX_HEADLINE = 120
_LABEL = 6  # letters; a shorter word in capitals may be an abbreviation that heads a section
_MARKS = frozenset("\"'“”‘’«»„")


def assign_roles(units: Sequence[Unit], url: str | None = None) -> tuple[BlockKind, ...]:
    """One role per unit. ``url`` is the article's address where the text gives it."""
    kinds: list[BlockKind | None] = [_by_itself(unit.text) for unit in units]
    for i, unit in enumerate(units[:_SLUG_UNITS]):
        if kinds[i] is None and cues.is_slug(unit.text):
            kinds[i] = BlockKind.BOILERPLATE
    _mark_fields(units, kinds)
    _unmark_ways(units, kinds)
    _unmark_messages(units, kinds)
    _unmark_timeline(units, kinds)
    _mark_day_above(units, kinds)
    title = _free_title(units, kinds, url)
    if title is not None:
        _mark_head(units, kinds, title)
    elif (first := next((i for i, kind in enumerate(kinds) if kind is None), None)) is not None and url:
        kinds[first] = BlockKind.BYLINE if is_name_line(units[first].text) else None
    _unmark_days(units, kinds)
    _mark_captions(units, kinds)
    _mark_below(units, kinds)
    _mark_bios(units, kinds)
    _mark_links(units, kinds)
    _mark_promotions(units, kinds)
    _mark_headings(units, kinds)
    return tuple(kind or BlockKind.BODY for kind in kinds)


def _by_itself(text: str) -> BlockKind | None:
    bare = text.strip("*_") if text[0] in "*_" and text[-1] in "*_" else text  # "*By Ada Lind*", in Markdown
    return next((kind for kind, shows in CUES if shows(bare or text)), None)


def _mark_fields(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Lines above the first paragraph that an archive has on where the article stood; two, as one may be a headline."""
    head = list(takewhile(lambda i: not _is_paragraph(units[i].text), range(min(len(units), _FIELD_UNITS))))
    fields = [i for i in head if kinds[i] is None and page_lines.is_field(units[i].text)]
    for i in fields if len(fields) > 1 else ():
        kinds[i] = BlockKind.BOILERPLATE


def _unmark_ways(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Headings such as "By Sea" are no bylines: where there are several, or one amid the text."""
    ways = [
        i for i, kind in enumerate(kinds) if kind is BlockKind.BYLINE and byline_lines.may_head_a_section(units[i].text)
    ]
    several = len({units[i].text for i in ways}) > 1
    amid = _amid(units, kinds)
    for i in ways:
        if several or i in amid:
            kinds[i] = None


def _mark_day_above(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """A first line that tells when, beside where or a masthead, is no headline if one stands below it."""
    first = next((i for i, kind in enumerate(kinds) if kind is not BlockKind.BOILERPLATE), len(kinds))
    if first + 2 >= len(units):
        return
    text, below = units[first].text, units[first + 1].text
    is_headed = (
        kinds[first + 1] is None and len(below) <= _MAX_HEADLINE and (below.isupper() or not ends_sentence(below))
    )
    if kinds[first] is None and is_headed and is_name_and_day(text):
        kinds[first] = BlockKind.DATE
    elif kinds[first] is BlockKind.DATELINE and not is_headed and not is_of_known_place(text):
        kinds[first] = None  # "Results, 4 May 2025"


def _unmark_messages(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """The day in the head of a message that an article shows is that of the message."""
    for i, kind in enumerate(kinds):
        if kind is BlockKind.DATE and any(
            cues.is_message_line(near.text) for near in units[max(0, i - _NEAR_LINES) : i + _NEAR_LINES + 1]
        ):
            kinds[i] = None


def _unmark_days(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """A day amid the text heads what happened then; when the article appeared is told with a word for it there."""
    for i in _amid(units, kinds):
        if kinds[i] is BlockKind.DATELINE or (kinds[i] is BlockKind.DATE and says_only_when(units[i].text)):
            kinds[i] = None


def _unmark_timeline(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Days above what happened then, or will: the first, below a paragraph, is no more that of the article than others.

    Where they have years, the first of two may be: what is on next month is told today.
    """
    days = [i for i, kind in enumerate(kinds) if kind is BlockKind.DATE and says_only_when(units[i].text)]
    heads = [i for i in days if i + 1 < len(units) and kinds[i + 1] is None]
    dated = [_YEAR.search(units[i].text) is not None for i in heads]
    if len(heads) < _FEWEST_DAYS + any(dated) or len(set(dated)) > 1 or BlockKind.BYLINE in kinds[: heads[0]]:
        return
    if heads[0] and kinds[heads[0] - 1] is None and _is_paragraph(units[heads[0] - 1].text):
        for i in heads:
            kinds[i] = None


def _amid(units: Sequence[Unit], kinds: Sequence[BlockKind | None]) -> range:
    """Places of the lines that have paragraphs above and text below them."""
    free = [i for i, kind in enumerate(kinds) if kind is None]
    above = [i for i in free if _is_paragraph(units[i].text)]
    return range(above[_PARAGRAPHS_ABOVE - 1] + 1, free[-1]) if len(above) >= _PARAGRAPHS_ABOVE else range(0)


def _is_paragraph(text: str) -> bool:
    return len(text) >= _LONG and ends_sentence(text)


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


def _mark_head(units: Sequence[Unit], kinds: list[BlockKind | None], title: int) -> None:
    kinds[title] = BlockKind.TITLE
    for i in range(title):
        if kinds[i] is None:
            kinds[i] = BlockKind.BOILERPLATE  # a section name above the headline
    head_end = min(len(units), title + 8)
    for i in range(title + 1, head_end):
        if kinds[i] is None and (is_role(units[i].text) or (is_signed(units[i].text) and _is_high(kinds, title, i))):
            kinds[i] = BlockKind.BYLINE
    # Names without "By" count as a byline only where a date, a byline or an agency stands beside them.
    for i in range(title + 1, head_end):
        text = units[i].text
        if kinds[i] is None and (is_name_line(text) or is_name_in_place(text)) and _beside_date(kinds, i, head_end):
            kinds[i] = BlockKind.BYLINE
    if (author := find_lone_author(units, kinds, title)) is not None:
        kinds[author] = BlockKind.BYLINE
    dek = find_dek(units, kinds, title)
    if dek is not None:
        kinds[dek] = BlockKind.DEK
    for i in range(title + 1, head_end):
        if kinds[i] in {None, BlockKind.CREDIT}:
            kinds[i] = _head_role(units, kinds, title, i)
        if kinds[i] is None:
            break


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


def _mark_captions(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """What stands right above a credit, or near one and reads like a picture, is its caption."""
    for i in range(len(units) - 1, 0, -1):
        above = i - 1
        if (
            kinds[i] is None
            and units[i].gap == 0 < units[above].gap
            and picture_lines.is_name_of_agent(units[i].text)
            and (picture_lines.names_its_outlet(units[i].text) or picture_lines.is_pictorial(units[above].text))
        ):
            kinds[i] = BlockKind.CREDIT
        if kinds[i] is not BlockKind.CREDIT or kinds[above] not in {None, BlockKind.DATE}:
            continue
        text = units[above].text
        if len(text.split()) > 90:  # noqa: PLR2004
            continue
        if (units[i].gap == 0 and units[above].gap > 0) or (
            kinds[above] is None
            and not has_quotation(text)
            and (picture_lines.is_pictorial(text) or (len(text.split()) > _FEW_WORDS and not ends_sentence(text)))
        ):
            kinds[above] = BlockKind.CAPTION
            if above and units[above - 1].text == text:  # copied from the page with the picture's description
                kinds[above - 1] = BlockKind.CAPTION


def _mark_below(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Whom the press may ask, below a line that says so, and what readers wrote, to the end."""
    texts = [unit.text for unit in units]
    for i in range(len(texts)):
        for below in page_lines.contact_block(texts, i):
            kinds[i] = kinds[below] = BlockKind.BOILERPLATE
        if page_lines.comments_below(texts, i):
            above = sum(kind is None and _is_paragraph(text) for kind, text in zip(kinds[:i], texts, strict=False))
            if above >= _PARAGRAPHS_ABOVE:
                kinds[i:] = [BlockKind.BOILERPLATE] * len(kinds[i:])
                return


def _mark_bios(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Who the authors are, told behind the last paragraph."""
    authors = clean_names([unit.text for unit, kind in zip(units, kinds, strict=True) if kind is BlockKind.BYLINE])
    for i in range(len(units) - 1, 0, -1):
        if kinds[i] is not None:
            continue
        if not notes.is_about_author(units[i].text, authors):
            break
        kinds[i] = BlockKind.BOILERPLATE


def _mark_links(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Lines under "Related stories" that read like headlines are links."""
    under = False
    for i, unit in enumerate(units):
        if kinds[i] is BlockKind.RELATED and page_lines.is_related_head(unit.text):
            under = True
        elif under and kinds[i] is None:
            if (ends_sentence(unit.text) and not unit.text.endswith("?")) or len(unit.text.split()) > 25:  # noqa: PLR2004
                under = False
            else:
                kinds[i] = BlockKind.RELATED


def _mark_promotions(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """A word in capitals above a headline, both amid paragraphs, is a pointer to another article ("EDITOR'S PICKS")."""
    for i in range(1, len(units) - 2):
        word, line = units[i].text, units[i + 1].text
        if (
            not any(kinds[i - 1 : i + 3])
            and word.isupper()
            and word.isalpha()
            and len(word) >= _LABEL
            and is_heading_text(line)
            and not line.endswith("?")
            and len(line.split()) >= 4  # noqa: PLR2004
            and ends_sentence(units[i - 1].text)
            and ends_sentence(units[i + 2].text)
        ):
            kinds[i] = kinds[i + 1] = BlockKind.RELATED


def _mark_headings(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    for i, unit in enumerate(units):
        if kinds[i] is None and (cues.is_marked_heading(unit.text) or _is_underlined(units, i)):
            kinds[i] = BlockKind.HEADING
    questions = []
    for i, unit in enumerate(units):
        if kinds[i] is None and _is_heading(units, kinds, i):
            if unit.text.endswith("?") and len(unit.text.split()) > _SHORT_QUESTION:
                questions.append(i)
            elif is_heading_text(unit.text):
                kinds[i] = BlockKind.HEADING
    # A long question heads what follows where other headings stand; alone it is the writer's own.
    if len(questions) > 1 or BlockKind.HEADING in kinds:
        for i in questions:
            kinds[i] = BlockKind.HEADING if is_heading_text(units[i].text) else None


def _is_underlined(units: Sequence[Unit], index: int) -> bool:
    """Whether a ruler stands right below a line that may be a heading, and nothing right above it."""
    below = units[index + 1] if index + 1 < len(units) else None
    is_ruled = below is not None and below.gap == 0 and cues.is_underline(below.text)
    return is_ruled and units[index].gap > 0 and is_heading_text(units[index].text)


def is_heading_text(text: str) -> bool:
    """Short, starts with a capital or a digit, and does not end like a sentence, a list item or a speech."""
    if len(text.split()) > _MAX_HEADING_WORDS or len(text) > 110 or not any(map(str.isalpha, text)):  # noqa: PLR2004
        return False
    if text.endswith((",", ";", ":", "-", "–", "—")) or (ends_sentence(text) and not text.endswith("?")):
        return False
    if has_quotation(text) and (text[0] in '"“«„' or len(text.split()) > 8):  # noqa: PLR2004
        return False
    if text[0] in _MARKS and text[-1] in _MARKS and len(text.split()) > 6:  # noqa: PLR2004
        return False
    return text[0].isupper() or text[0].isdigit() or text[0] in "'‘\"“¿"


def _is_heading(units: Sequence[Unit], kinds: Sequence[BlockKind | None], index: int) -> bool:
    """A heading needs text above and a longer paragraph, or a list, right below; a picture may stand between."""
    next_one = index + 1
    while next_one < len(units) and kinds[next_one] in {BlockKind.CAPTION, BlockKind.CREDIT}:
        next_one += 1
    if index == 0 or next_one == len(units) or kinds[next_one] is not None:
        return False
    above, unit, below = units[index - 1], units[index], units[next_one]
    text, words = unit.text, len(unit.text.split())
    if cues.is_turn(text) or (cues.is_enumerated(text) and cues.is_enumerated(above.text)):
        return False
    if unit.gap == 0 and below.gap == 0 and len(above.text) < _LONG:
        return False
    if text.endswith("?") and not 1 < words <= (_MAX_HEADING_WORDS if _asks(text) else _SHORT_QUESTION):
        return False
    return _heads(unit, below, words)


def _heads(unit: Unit, below: Unit, words: int) -> bool:
    """Whether what is below a short line is long enough for it, or is a list."""
    size = len(below.text)
    if unit.gap and cues.is_enumerated(below.text):
        return not cues.is_enumerated(unit.text) and words <= _FEW_WORDS
    if _LONG > size >= _SHORT and words <= _FEW_WORDS and unit.gap and not unit.text.endswith("?"):
        return ends_sentence(below.text) and size > 1.8 * len(unit.text)
    return size >= _LONG and size > 1.3 * len(unit.text)


def _asks(text: str) -> bool:
    """A question that a reader would have: it begins with what it asks for."""
    return text.partition(" ")[0].casefold() in {"what", "why", "who", "how", "when", "where", "which"}
