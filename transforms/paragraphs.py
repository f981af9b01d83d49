"""An article as the annotators see it: its paragraphs, quoted stretches and parses.

Each paragraph is tokenized once. Names are looked for in the paragraph as it stands. The parser instead sees
it masked (:mod:`transforms.masking`); ``Paragraph.origin`` maps each token of that parse back to the paragraph.

The model runs over the paragraphs of an article at a time: its components are slow on one short text, and what it says
of one article must not depend on others (:mod:`transforms.models.products`). Each token passes the entity recognizer
once and the parser at most once, so that the whole costs no more than running the stock pipeline.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.marks import Segment, split_at_marks
from transforms.masking import masked
from transforms.models.lemmas import quick_lemmatizer
from transforms.models.token_rules import token_rules
from transforms.models.tokens import tokens
from transforms.names.recognizer.news_ner import news_ner
from transforms.pieces import Piece, pieces

__all__ = ["Paragraph", "Segment", "read_paragraphs"]

_BATCH = 256  # texts that a component takes at a time
_YEAR_AND_WORD = re.compile(r"(\d{4})(\.)([A-Z][a-z]*)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of text that can hold speech or names.

    ``start`` is its first code point in the article, ``segments`` are its quoted stretches in the article's
    code points. ``doc`` is the paragraph as it stands, with entities. ``masked`` is the parsed version;
    ``origin[i]`` is the index in ``doc`` of token ``i`` of ``masked``, or -1 - k for a token that stands for
    segment k of ``segments``.
    """

    kind: BlockKind
    start: int
    text: str
    segments: tuple[Segment, ...]
    doc: Doc
    masked: Doc
    origin: tuple[int, ...]


def read_paragraphs(articles: Iterable[tuple[str, Sequence[Block]]], nlp: Language) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs of each article, in reading order.

    ``articles`` are texts with their blocks. Blocks without speech (bylines, credits, boilerplate) are left out;
    a block of more than 20,000 characters comes as several paragraphs.
    """
    for text, blocks in articles:
        yield _read(pieces(text, blocks, str(nlp.lang)), nlp)


def _read(article: list[Piece], nlp: Language) -> tuple[Paragraph, ...]:
    docs = [_tokens(piece.text, nlp) for piece in article]
    masks = [masked(piece.text, piece.segments, doc) for piece, doc in zip(article, docs, strict=True)]
    parsed = _pipe(nlp, [mask for mask, _ in masks], _parsing(nlp))
    named = _named(docs, nlp)
    return tuple(
        Paragraph(
            piece.kind,
            piece.start,
            piece.text,
            tuple(_moved(segment, piece.start) for segment in piece.segments),
            doc,
            mask,
            origin,
        )
        for piece, doc, mask, (_, origin) in zip(article, named, parsed, masks, strict=True)
    )


def _tokens(text: str, nlp: Language) -> Doc:
    """The tokens of a paragraph, with marks apart from words they are glued to (``”Smith said``)."""
    doc = tokens(text, nlp)
    glued = [(token, parts) for token in doc if len(parts := _parts(token.text, is_first=token.i == 0)) > 1]
    with doc.retokenize() as retokenizer:
        for token, parts in glued:
            retokenizer.split(token, parts, heads=[(token, 0) for _ in parts])
    return doc


def _parts(word: str, *, is_first: bool) -> list[str]:
    """A word in pieces, as it is glued: "”Smith", "2022.He", and "-Smith" that opens a paragraph, under his words."""
    if is_first and word[:1] == "-" and word[1:2].isupper():
        return [word[:1], word[1:]]
    glued = _YEAR_AND_WORD.fullmatch(word) if word[:1].isdigit() else None
    return list(glued.groups()) if glued else split_at_marks(word)


def _pipe(nlp: Language, docs: list[Doc], components: list[str]) -> list[Doc]:
    stream: Iterable[Doc] = docs
    for name in components:
        stream = _component(nlp, name).pipe(stream, batch_size=_BATCH)
    return list(stream)


def _component(nlp: Language, name: str) -> Any:
    factory = nlp.get_pipe_meta(name).factory
    if factory == "attribute_ruler":
        return token_rules(nlp, name)
    if factory == "lemmatizer":
        return quick_lemmatizer(nlp, name)
    return nlp.get_pipe(name)  # declared as a bare callable, though all have `pipe` and the trained ones `model`


def _parsing(nlp: Language) -> list[str]:
    return [name for name in nlp.pipe_names if name != "ner"]


def _named(docs: list[Doc], nlp: Language) -> list[Doc]:
    """The docs with their entities. English has a recogniser of its own; other languages have their model's."""
    if nlp.lang != "en":
        return _pipe(nlp, docs, _naming(nlp))
    news_ner(nlp.vocab)(docs)
    return docs


def _naming(nlp: Language) -> list[str]:
    """The entity recognizer, and what it listens to where it has no token vectors of its own."""
    if not nlp.has_pipe("ner"):
        return []
    listens = any(layer.name == "tok2vec-listener" for layer in _component(nlp, "ner").model.walk())
    return ["tok2vec", "ner"] if listens else ["ner"]


def _moved(segment: Segment, by: int) -> Segment:
    return Segment(segment.start + by, segment.end + by, segment.opens, segment.closes)
