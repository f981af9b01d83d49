"""What a page's body is made of, before roles are settled."""

from dataclasses import dataclass

from schemas.vocabulary import BlockKind


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or heading of a page; ``link_share`` is the share of its letters that are links."""

    kind: BlockKind
    text: str
    link_share: float = 0.0
