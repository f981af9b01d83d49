"""What a line is by those above or below it: captions and their credits, links under "Related", who the authors are."""

from collections.abc import Sequence

from schemas.vocabulary import BlockKind
from transforms.byline import clean_names
from transforms.lines import notes, page_lines, picture_lines
from transforms.lines.headings import is_heading_text
from transforms.lines.second_looks import PARAGRAPHS_ABOVE
from transforms.lines.units import Unit
from transforms.lines.wording import ends_sentence, has_quotation, is_paragraph

_FEW_WORDS = 6
_LABEL = 6  # letters; a shorter word in capitals may be an abbreviation that heads a section


def mark_captions(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
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
