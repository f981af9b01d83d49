"""An article as the annotators see it: its paragraphs, quoted stretches and parses.

Each paragraph is tokenized once. Names are looked for in the paragraph as it stands. The parser instead sees
it with every quoted sentence replaced by a short neutral clause, so that ``"X," he said`` is a plain sentence
to it; ``Paragraph.origin`` maps each token of that masked parse back to the paragraph.

The model runs over the paragraphs of many articles at a time: its components are slow on one short text and
fast on hundreds. Each token passes the entity recognizer once and the parser at most once, so that the whole
costs no more than running the stock pipeline.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.clitics import subjects_behind
from transforms.incises import without_incises
from transforms.language import FRENCH
from transforms.lemmas import quick_lemmatizer
from transforms.marks import MARKS_BEFORE, Segment, quote_map, split_at_marks
from transforms.names.model import news_ner
from transforms.names.wordlists import words as word_list
from transforms.token_rules import token_rules

__all__ = ["Paragraph", "Segment", "read_paragraphs"]

_SPEAKING_KINDS = frozenset({BlockKind.TITLE, BlockKind.DEK, BlockKind.BODY, BlockKind.HEADING, BlockKind.CAPTION})
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})  # these have single marks in the American press as well
_LONGEST = 20_000  # characters that the model sees at once; its memory grows with them
_BATCH_CHARACTERS = 200_000
_BATCH = 256  # texts that a component takes at a time

# A name goes on over the end of a wrapped line, which the tokenizer would make a token of its own.
_AS_SPACES = str.maketrans(dict.fromkeys("\n\r\t\v\f\u00a0\u2028\u2029", " "))
_STRAIGHT = str.maketrans({"\u2019": "'"})  # French elides with it, and its models know the straight one: "l'avocate"
_STAND_IN = ("This", "is", "so")
_STAND_INS = {FRENCH: ("C'", "est", "vrai")}  # by language; in others the English one
AGED = "veteran"  # what the parser sees in place of "old" where that stands for somebody: "the 61-year-old said"
_LONGEST_KEPT = 12  # words of a quoted fragment that the parser is shown
_USUAL = dict.fromkeys("\u201e\u201f\u00ab\u00bb\uff02", '"')  # marks the parser knows little of
_SINGLE = frozenset("\u2018\u2019'")
_SENTENCE_BREAKS = frozenset(".?!:;,-\u2013\u2014\u2026")
_PARENTHESIS = re.compile(r"\((?:[^\s()]+\s?){1,3}\)\s?|<[A-Z][A-Z0-9.]{0,7}>\s?")
_AGED = re.compile(r"(?:[Tt]he|[Aa]n?) \d{1,3}-year-(old)(?=[,.;:?!)]|\s+(\w+))")
# Words for people that the tokenizer takes apart, and the parser then takes "vice" for who speaks.
_COMPOUND = re.compile(
    r"\b(?:(?:[Vv]ice|[Cc]o|[Ee]x|[Ss]ub|[Ss]tep)-[A-Za-z]+"
    r"|[A-Za-z]+-(?:[Gg]eneral|[Ee]lect|in-[Ll]aw|in-[Cc]hief)|(?:[A-Za-z]*(?:[Mm]other|[Ff]ather)|[Mm]um|[Mm]om|[Dd]ad)-of-[a-z0-9]+)\b(?!-)"
)
# A verb whose capital hides it from the parser: 'Added Kamau: "Nobody will."'.
_INVERTED = re.compile(
    r"(?:^\s*|(?<=[.!?\"\u201d\u2019] ))([A-Z][a-z]+)(?=(?: [A-Z][\w.'\u2019-]*){1,5}: ?[\"\u201c\u2018'])"
)
# What stands behind a noun, as verbs of speech do.
_GOES_ON = frozenset({"who", "was", "is", "has", "had", "also", "then", "later"})
_DATELINE = re.compile(
    r"\s*(?:[A-Z]{3,}[A-Za-z0-9.,/\s]{0,40}?(?:\([\w\s]{2,20}\)\s*)?|[A-Z][A-Za-z.,\s]{2,40}\([\w\s]{2,20}\)\s*)(?:-{1,2}|[\u2013\u2014])\s+"
)
# What stands before a name or a term in marks, such as 'the "Old Lady," which'.
_NAMING = re.compile(
    r"(?:^|\s)(?:the|a|an|this|that|these|those|its|his|her|their|our|my|of|as|in|on|for|with|by|from)$", re.IGNORECASE
)
_SHORT_TAG = re.compile(r"[^\W\d_](?:\S*[^\s.!?]\s){1,7}\S*[.!?](?:\s|$)")  # 'Smith asked the crowd.'
_TERMINALS = frozenset(".?!,\u2026")


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


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: BlockKind
    start: int
    text: str
    segments: tuple[Segment, ...]  # offsets into the piece


def read_paragraphs(articles: Iterable[tuple[str, Sequence[Block]]], nlp: Language) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs of each article, in reading order.

    ``articles`` are texts with their blocks. Blocks without speech (bylines, credits, boilerplate) are left out;
    a block of more than 20,000 characters comes as several paragraphs. Reads ahead by one batch.
    """
    waiting: list[list[_Piece]] = []
    size = 0
    for text, blocks in articles:
        waiting.append(_pieces(text, blocks, str(nlp.lang)))
        size += sum(len(piece.text) for piece in waiting[-1])
        if size >= _BATCH_CHARACTERS:
            yield from _read(waiting, nlp)
            waiting, size = [], 0
    yield from _read(waiting, nlp)


def _pieces(text: str, blocks: Sequence[Block], language: str) -> list[_Piece]:
    kept = [block for block in blocks if block.kind in _SPEAKING_KINDS]
    pieces: list[_Piece] = []
    for kind in dict.fromkeys(block.kind for block in kept):  # a caption between them does not end a quotation
        group = [block for block in kept if block.kind is kind]
        headlines = kind in _HEADLINES
        maps = quote_map([text[block.start : block.end] for block in group], headlines=headlines)
        for block, segments in zip(group, maps, strict=True):
            of_block = text[block.start : block.end]
            spoken = without_incises(of_block, segments, language)
            plain = of_block.translate(_STRAIGHT) if language == FRENCH else of_block
            pieces += _cut(kind, block.start, plain.translate(_AS_SPACES), spoken)
    return sorted(pieces, key=lambda piece: piece.start)


def _cut(kind: BlockKind, start: int, text: str, segments: tuple[Segment, ...]) -> Iterator[_Piece]:
    """A block in pieces the model can hold, cut behind a sentence outside of quotations where there is one."""
    begin = 0
    while len(text) - begin > _LONGEST:
        cut = _place_to_cut(text, begin, segments)
        yield _Piece(kind, start + begin, text[begin:cut], _within(segments, begin, cut))
        begin = cut
    if text[begin:].strip():
        yield _Piece(kind, start + begin, text[begin:], _within(segments, begin, len(text)))


def _place_to_cut(text: str, begin: int, segments: tuple[Segment, ...]) -> int:
    limit = begin + _LONGEST
    ends = [match.end() for match in re.finditer(r"[.!?\u2026]['\"\u2019\u201d\u00bb)]*\s", text[begin:limit])]
    outside = [end for end in ends if not any(segment.start < begin + end <= segment.end for segment in segments)]
    spaces = [limit - begin - 1 - text[begin:limit][::-1].find(" ")] if " " in text[begin:limit] else []
    return begin + max(outside or ends or spaces or [_LONGEST])


def _within(segments: tuple[Segment, ...], begin: int, end: int) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            max(segment.start, begin) - begin,
            min(segment.end, end) - begin,
            segment.opens and segment.start >= begin,
            segment.closes and segment.end <= end,
        )
        for segment in segments
        if max(segment.start, begin) < min(segment.end, end)
    )


def _read(articles: list[list[_Piece]], nlp: Language) -> Iterator[tuple[Paragraph, ...]]:
    pieces = [piece for article in articles for piece in article]
    docs = [_tokens(piece.text, nlp) for piece in pieces]
    masks = [_mask(piece, doc) for piece, doc in zip(pieces, docs, strict=True)]
    parsed = _pipe(nlp, [masked for masked, _ in masks], _parsing(nlp))
    named = _named(docs, [len(article) for article in articles], nlp)
    paragraphs = iter(
        Paragraph(
            piece.kind,
            piece.start,
            piece.text,
            tuple(_moved(segment, piece.start) for segment in piece.segments),
            doc,
            masked,
            origin,
        )
        for piece, doc, masked, (_, origin) in zip(pieces, named, parsed, masks, strict=True)
    )
    for article in articles:
        yield tuple(next(paragraphs) for _ in article)


def _tokens(text: str, nlp: Language) -> Doc:
    """The tokens of a paragraph, with quotation marks apart from words they are glued to (``”Smith said``)."""
    doc = nlp.tokenizer(text)
    glued = [(token, parts) for token in doc if len(parts := split_at_marks(token.text)) > 1]
    with doc.retokenize() as retokenizer:
        for token, parts in glued:
            retokenizer.split(token, parts, heads=[(token, 0) for _ in parts])
    return doc


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


def _named(docs: list[Doc], sizes: list[int], nlp: Language) -> list[Doc]:
    """The docs with their entities; ``sizes`` are the numbers of docs of each article.

    English has a recogniser of its own, which reads an article at a time; other languages have their model's.
    """
    if nlp.lang != "en":
        return _pipe(nlp, docs, _naming(nlp))
    recognize = news_ner(nlp.vocab)
    begin = 0
    for size in sizes:
        recognize(docs[begin : begin + size])
        begin += size
    return docs


def _naming(nlp: Language) -> list[str]:
    """The entity recognizer, and what it listens to where it has no token vectors of its own."""
    if not nlp.has_pipe("ner"):
        return []
    listens = any(layer.name == "tok2vec-listener" for layer in _component(nlp, "ner").model.walk())
    return ["tok2vec", "ner"] if listens else ["ner"]


def _moved(segment: Segment, by: int) -> Segment:
    return Segment(segment.start + by, segment.end + by, segment.opens, segment.closes)


def _mask(piece: _Piece, doc: Doc) -> tuple[Doc, tuple[int, ...]]:
    """The tokens of a paragraph with each quoted sentence replaced, and where each of them comes from."""
    stand_in = _STAND_INS.get(doc.lang_, _STAND_IN)
    words: list[str] = []
    spaces: list[bool] = []
    origin: list[int] = []

    def put(word: str, *, space: bool, source: int) -> None:
        words.append(word)
        spaces.append(space)
        origin.append(source)

    asides = _asides(piece.text, piece.segments)
    edges = {place for segment in piece.segments for place in (segment.start - 1, segment.end)}
    is_english = doc.lang_ == "en"
    aged = set(_aged(piece.text)) if is_english else set()
    inverted = set(_inverted(piece.text)) if is_english else set()
    compounds = {match.start(): match for match in _COMPOUND.finditer(piece.text)} if is_english else {}
    behind = subjects_behind(doc) if doc.lang_ == FRENCH else {}
    glued = {i for verb, subject in behind.values() for i in range(verb + 1, subject + 1)}

    def copy(token: Token) -> None:
        if token.i in glued or token.is_space or any(start <= token.idx < end for start, end in asides):
            return
        if token.i in behind:
            subject = behind[token.i][1]
            put(doc[subject].text.removeprefix("-"), space=True, source=subject)
        if token.idx in compounds:
            whole = compounds[token.idx]
            put(whole[0], space=piece.text[whole.end() : whole.end() + 1].isspace(), source=token.i)
        elif not any(start < token.idx < whole.end() for start, whole in compounds.items()):
            is_single = token.text in _SINGLE and token.idx in edges
            usual = AGED if token.idx in aged else _USUAL.get(token.text, token.text)
            usual = token.lower_ if token.idx in inverted else usual
            put(
                '"' if is_single else usual.replace("\u2019", "'"),
                space=bool(token.whitespace_) or _is_before_space(token) or token.i + 1 in glued,
                source=token.i,
            )

    at = 0
    for k, segment in enumerate(piece.segments):
        while at < len(doc) and doc[at].idx + len(doc[at]) <= segment.start:
            copy(doc[at])
            at += 1
        inside = at
        while at < len(doc) and doc[at].idx < segment.end:
            at += 1
        if _is_sentence(piece.text, segment):
            for word in stand_in:
                put(word, space=word is not stand_in[-1], source=-1 - k)
            put(_closing(piece.text, segment), space=False, source=-1 - k)
        else:
            for token in doc[inside : min(at, inside + _LONGEST_KEPT)]:
                copy(token)
    for token in doc[at:]:
        copy(token)
    masked = Doc(doc.vocab, words=words, spaces=spaces)
    for token, source in zip(masked, origin, strict=True):
        if source >= 0 and doc[source].norm != token.norm and len(doc[source]) == len(token):
            token.norm_ = doc[source].norm_  # the tokenizer's, which the model was trained on: "n't" is "not"
    return masked, tuple(origin)


def _aged(text: str) -> Iterator[int]:
    """Where the "old" of "the 61-year-old" stands for somebody, for the parser takes "said" behind it for a noun."""
    goes_on = _GOES_ON | word_list("speech_verbs.txt")
    return (match.start(1) for match in _AGED.finditer(text) if match[2] is None or match[2] in goes_on)


def _inverted(text: str) -> Iterator[int]:
    """Where a sentence begins with a verb of speech, and a name and a quotation follow."""
    verbs = word_list("speech_verbs.txt")
    return (match.start(1) for match in _INVERTED.finditer(text) if match[1].lower() in verbs)


def _asides(text: str, segments: tuple[Segment, ...]) -> list[tuple[int, int]]:
    """What stands between a speaker and the verb without being of it: datelines, ``(R-Ohio)``, ``<ABC.N>``."""
    found = [match.span() for match in _PARENTHESIS.finditer(text)]
    dateline = _DATELINE.match(text)
    if dateline:
        found.append(dateline.span())
    return [
        (start, end)
        for start, end in found
        if not any(segment.start < end and start < segment.end for segment in segments)
    ]


def _is_before_space(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().is_space


def _is_sentence(text: str, segment: Segment) -> bool:
    """Whether a quoted stretch stands as a sentence of its own, rather than as words of the writer's sentence."""
    inner = text[segment.start : segment.end]
    first = next(character for character in inner if character.isalnum())
    if first.islower():
        return False
    before = text[: segment.start].rstrip().rstrip(MARKS_BEFORE).rstrip()
    if not before or before[-1] in _SENTENCE_BREAKS:
        return True
    return inner[-1] in _TERMINALS and not (inner[-1] == "," and _NAMING.search(before))


def _closing(text: str, segment: Segment) -> str:
    """The mark that ends the stand-in: a comma where the writer's sentence goes on, else its own or a full stop."""
    last = text[segment.end - 1]
    behind = text[segment.end :].lstrip(" \t\"\u201d\u00bb\uff02'\u2019")
    if last == "," or behind[:1] == "," or behind[:1].islower():
        return ","
    if last not in "?!":
        return "."
    return "," if _SHORT_TAG.match(behind) else last
