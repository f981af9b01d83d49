"""The part of an article that a block stands in."""

from schemas.vocabulary import BlockKind, Section

_SECTIONS = {BlockKind.TITLE: Section.TITLE, BlockKind.DEK: Section.DEK, BlockKind.CAPTION: Section.CAPTION}


def section(kind: BlockKind) -> Section:
    """The section of a kind of block: the headline, the dek, a caption, else the body."""
    return _SECTIONS.get(kind, Section.BODY)
