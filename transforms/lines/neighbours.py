"""What a line is by those above or below it: captions and their credits, links under "Related", who the authors are."""

from collections.abc import Sequence

from schemas.vocabulary import BlockKind
from transforms.byline import clean_names
from transforms.lines import notes, page_lines, picture_lines
from transforms.lines.headings import is_heading_text
from transforms.lines.retractions import PARAGRAPHS_ABOVE
from transforms.lines.units import Unit
from transforms.lines.wording import ends_sentence, has_quotation, is_paragraph

_FEW_WORDS = 6
_LONGEST_CAPTION = 90  # words
_LABEL = 6  # letters; a shorter word in capitals may be an abbreviation that heads a section


def mark_captions(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """What stands right above a credit, or near one and reads like a picture, is its caption."""
    for i in range(len(units) - 1, 0, -1):
        above = i - 1
        if kinds[i] is None and _is_agent_below(units[i], units[above]):
            kinds[i] = BlockKind.CREDIT
        if kinds[i] is BlockKind.CREDIT and _is_caption(units[above], kinds[above], units[i]):
            kinds[above] = BlockKind.CAPTION
            if above and units[above - 1].text == units[above].text:  # copied with the picture's description
                kinds[above - 1] = BlockKind.CAPTION


def _is_agent_below(unit: Unit, above: Unit) -> bool:
    """Whether a line right below another names who took a picture: it has an outlet, too, or the other tells of one."""
    is_right_below = unit.gap == 0 < above.gap
    if not is_right_below or not picture_lines.is_name_of_agent(unit.text):
        return False
    return picture_lines.names_its_outlet(unit.text) or picture_lines.is_pictorial(above.text)


def _is_caption(unit: Unit, kind: BlockKind | None, credit: Unit) -> bool:
    """Whether a line above a credit is its caption: right above it, or else by its form."""
    if kind not in {None, BlockKind.DATE} or len(unit.text.split()) > _LONGEST_CAPTION:
        return False
    if credit.gap == 0 < unit.gap:
        return True
    is_phrase = len(unit.text.split()) > _FEW_WORDS and not ends_sentence(unit.text)
    is_of_picture = picture_lines.is_pictorial(unit.text) or is_phrase
    return kind is None and is_of_picture and not has_quotation(unit.text)


def mark_below(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Whom the press may ask, below a line that says so, and what readers wrote, to the end."""
    texts = [unit.text for unit in units]
    for i in range(len(texts)):
        for below in page_lines.contact_block(texts, i):
            kinds[i] = kinds[below] = BlockKind.BOILERPLATE
        if page_lines.comments_below(texts, i):
            above = sum(kind is None and is_paragraph(text) for kind, text in zip(kinds[:i], texts, strict=False))
            if above >= PARAGRAPHS_ABOVE:
                kinds[i:] = [BlockKind.BOILERPLATE] * len(kinds[i:])
                return


def mark_bios(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Who the authors are, told behind the last paragraph."""
    authors = clean_names([unit.text for unit, kind in zip(units, kinds, strict=True) if kind is BlockKind.BYLINE])
    for i in range(len(units) - 1, 0, -1):
        if kinds[i] is not None:
            continue
        if not notes.is_about_author(units[i].text, authors):
            break
        kinds[i] = BlockKind.BOILERPLATE


def mark_links(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
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


def mark_promotions(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
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
