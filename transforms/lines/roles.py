"""The role of each paragraph of a plain-text article, in a fixed order of steps.

1. What a line shows by itself (``CUES``): web address, date, byline, contributors, links, page junk, credits.
2. What the lines around it take back of that (``retractions``), since it goes by few words: "By Sea" may be a heading.
3. The ``top``: title, dek, and names or section names beside them.
4. The ``neighbours``: a caption above its credit, links under "Related"; turns of ``transcripts``, and ``headings``.
5. The rest is body. A junk label needs words that only a page uses; a sentence with a quotation is never junk.
"""

from collections.abc import Callable, Sequence

from schemas.vocabulary import BlockKind
from transforms.dates.date_lines import is_date_line
from transforms.lines import byline_lines, french_bylines, line_forms, notes, page_lines, picture_lines
from transforms.lines.dateline import is_place_and_day
from transforms.lines.headings import mark_headings
from transforms.lines.neighbours import mark_below, mark_bios, mark_captions, mark_links, mark_promotions
from transforms.lines.retractions import unmark_days, unmark_messages, unmark_timeline, unmark_ways
from transforms.lines.top import mark_day_above, mark_fields, mark_head, mark_slugs, mark_source
from transforms.lines.transcripts import mark_turns
from transforms.lines.units import Unit

CUES: tuple[tuple[BlockKind, Callable[[str], bool]], ...] = (
    (BlockKind.BOILERPLATE, line_forms.is_url),
    (BlockKind.BOILERPLATE, line_forms.is_ruler),
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


def assign_roles(units: Sequence[Unit], url: str | None = None) -> tuple[BlockKind, ...]:
    """One role per unit. ``url`` is the article's address where the text gives it."""
    kinds: list[BlockKind | None] = [_by_itself(unit.text) for unit in units]  # None: not told yet
    mark_slugs(units, kinds)
    mark_fields(units, kinds)
    unmark_ways(units, kinds)
    unmark_messages(units, kinds)
    unmark_timeline(units, kinds)
    mark_day_above(units, kinds)
    mark_source(units, kinds)
    mark_head(units, kinds, url)
    unmark_days(units, kinds)  # which days are amid the text is known only below a head
    mark_captions(units, kinds)
    mark_below(units, kinds)
    mark_bios(units, kinds)
    mark_links(units, kinds)
    mark_promotions(units, kinds)
    mark_turns(units, kinds)
    mark_headings(units, kinds)
    return tuple(kind or BlockKind.BODY for kind in kinds)


def _by_itself(text: str) -> BlockKind | None:
    bare = text.strip("*_") if text[0] in "*_" and text[-1] in "*_" else text  # "*By Ada Lind*", in Markdown
    return next((kind for kind, shows in CUES if shows(bare or text)), None)
