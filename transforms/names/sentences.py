"""Where sentences begin, as far as rules on names have to know.

By marks alone, without a parser: the tokenizer has already told the full stop of 'Mr.' from that of a sentence.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from transforms.names.spots import Placed

_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!!"})
_CLOSING = frozenset("\"”’'»)]") | {"''"}
_BREAKS = frozenset({".", "!", "?", '"', "“", "”", ":", "''", "``"})


def is_sentence_start(doc: Doc, at: int) -> bool:
    """Whether token ``at`` begins the paragraph or stands after a mark that ends a sentence or opens speech."""
    return at == 0 or doc[at - 1].text in _BREAKS


def sentence_starts(paragraphs: Sequence[Placed]) -> list[int]:
    """The code point of the article at which each sentence begins, ascending. A paragraph begins one, too."""
    return sorted(paragraph.start + at for paragraph in paragraphs for at in _starts(paragraph.doc))


def _starts(doc: Doc) -> list[int]:
    starts = [0]
    at = 0
    while at < len(doc):
        if doc[at].text in _ENDS:
            while at + 1 < len(doc) and not doc[at].whitespace_ and doc[at + 1].text in _CLOSING:
                at += 1
            follows = at + 1 < len(doc) and not doc[at + 1].text[0].islower()
            if follows and bool(doc[at].whitespace_ or doc[at + 1].is_space):
                starts.append(doc[at + 1].idx)
        at += 1
    return starts
