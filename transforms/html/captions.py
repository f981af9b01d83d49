"""Captions of an article's pictures, put back where they stand: extractors drop them or take them for text."""

from dataclasses import replace

from schemas.vocabulary import BlockKind
from transforms.html.page import Element
from transforms.html.parts import Part
from transforms.html.prose import in_article, letters

_MAX_CAPTION = 700
_MIN_CAPTION = 12
_MAX_CAPTIONS = 100
_KEY = 40


def with_captions(parts: list[Part], tree: Element) -> list[Part]:
    """``parts`` with each ``<figcaption>`` of the article after the paragraph it follows on the page."""
    starts = {letters(part.text)[:_KEY]: index for index, part in enumerate(parts) if len(part.text) >= _MIN_CAPTION}
    inserts: dict[int, list[Part]] = {}
    labelled = list(parts)
    seen: set[str] = set()
    position = 0
    for element in tree.iter("p", "figcaption"):
        text = " ".join("".join(str(part) for part in element.itertext()).split())
        key = letters(text)[:_KEY]
        if element.tag == "p":
            position = max(position, starts.get(key, -1) + 1)
        elif _MIN_CAPTION <= len(text) <= _MAX_CAPTION and key not in seen and in_article(element):
            seen.add(key)
            if key in starts:
                labelled[starts[key]] = replace(parts[starts[key]], kind=BlockKind.CAPTION)
            elif position < len(parts) and len(seen) <= _MAX_CAPTIONS:
                inserts.setdefault(position, []).append(Part(BlockKind.CAPTION, text))
    return [new for index, part in enumerate(labelled) for new in (*inserts.get(index, ()), part)]
