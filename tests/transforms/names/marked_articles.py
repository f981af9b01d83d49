"""Small articles, with what the recogniser saw written by hand: ``[Ada Lind|PERSON]``. The first line is the title."""

import re

import spacy
from spacy.tokens import Doc

from schemas.vocabulary import BlockKind, Label
from transforms.names import find_names
from transforms.paragraphs import Paragraph
from transforms.spans import Names

_MARKED = re.compile(r"\[([^|\]]+)\|([A-Z_]+)\]")
_ENGLISH = spacy.blank("en")


def article(*marked: str) -> tuple[str, list[Paragraph]]:
    """Text and paragraphs of an article from paragraphs with marked entities."""
    paragraphs: list[Paragraph] = []
    texts: list[str] = []
    offset = 0
    for number, line in enumerate(marked):
        doc = _with_entities(line)
        kind = BlockKind.TITLE if number == 0 and len(marked) > 1 else BlockKind.BODY
        paragraphs.append(Paragraph(kind, offset, doc.text, (), doc, doc, tuple(range(len(doc)))))
        texts.append(doc.text)
        offset += len(doc.text) + 1
    return "\n".join(texts), paragraphs


def _with_entities(line: str) -> Doc:
    text, spans, at = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[at : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    doc = _ENGLISH(text + line[at:])
    doc.set_ents([doc.char_span(start, end, label=label) for start, end, label in spans])
    return doc


def found(*marked: str) -> dict[str, list[str]]:
    """Entity name -> its mentions as written, in order."""
    text, names = names_of(*marked)
    result: dict[str, list[str]] = {}
    for mention in names.mentions:
        assert mention.label in {entity.label for entity in names.entities}
        result.setdefault(names.entities[mention.entity].name, []).append(text[mention.start : mention.end])
    return result


def labels(*marked: str) -> dict[str, Label]:
    """Entity name -> its label."""
    _, names = names_of(*marked)
    return {entity.name: entity.label for entity in names.entities}


def names_of(*marked: str) -> tuple[str, Names]:
    """Text and names of an article."""
    text, paragraphs = article(*marked)
    return text, find_names(paragraphs)
