"""From articles to their mentions, local entities and quotes, as frames."""

import traceback
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import dataframely as dy
import polars as pl
from spacy.language import Language

from schemas.frames import polars_types
from schemas.local_entities import LocalEntities
from schemas.mentions import Mentions
from schemas.quotes import Quotes
from schemas.vocabulary import BlockKind, Label, ReferentialGender
from transforms.article import Block
from transforms.ids import derive_id
from transforms.names import find_names
from transforms.names.forms.countries import country_code
from transforms.names.forms.name_parts import NameParts, name_parts
from transforms.names.linking.corpus import blocking_key
from transforms.names.linking.identity import entity_id
from transforms.names.sentences import sentence_starts
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes_and_genders
from transforms.spans import LocalEntity, Names, Quote, Span

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What the annotators need of an article."""

    article_id: str
    content_hash: str
    language: str
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Annotations:
    """The rows found in a batch of articles, and what went wrong in those by ``article_id`` that have none for it."""

    mentions: dy.DataFrame[Mentions]
    local_entities: dy.DataFrame[LocalEntities]
    quotes: dy.DataFrame[Quotes]
    faults: dict[str, str]


def article_texts(articles: pl.DataFrame, blocks: pl.DataFrame) -> list[ArticleText]:
    """The articles of a batch with their blocks, from rows of ``articles`` and ``blocks``."""
    by_article: dict[str, list[Block]] = {}
    columns = blocks.sort("article_id", "block_index").select("article_id", "kind", "start", "end")
    for article_id, kind, start, end in columns.iter_rows():
        by_article.setdefault(article_id, []).append(Block(BlockKind(kind), start, end))
    wanted = articles.select("article_id", "content_hash", "language", "text")
    return [
        ArticleText(article_id, content_hash, language, text, tuple(by_article.get(article_id, ())))
        for article_id, content_hash, language, text in wanted.iter_rows()
    ]


def annotate(articles: Sequence[ArticleText], nlp: Language) -> Annotations:
    """Find names and quotations in articles of the language of ``nlp``.

    Rows come in the order of the articles and then of the text. A fault of ours in one article costs that article its
    rows, and not the whole run, tonight's and each one after.
    """
    mentions: list[Row] = []
    entities: list[Row] = []
    quotes: list[Row] = []
    faults: dict[str, str] = {}
    for article in articles:
        try:
            its_mentions, its_entities, its_quotes = _rows(article, nlp)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001  (any fault in any rule)
            faults[article.article_id] = _where(error)
        else:
            mentions += its_mentions
            entities += its_entities
            quotes += its_quotes
    return Annotations(
        Mentions.validate(pl.DataFrame(mentions, schema=polars_types(Mentions))),
        LocalEntities.validate(pl.DataFrame(entities, schema=polars_types(LocalEntities))),
        Quotes.validate(pl.DataFrame(quotes, schema=polars_types(Quotes))),
        faults,
    )


def _rows(article: ArticleText, nlp: Language) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows of ``mentions``, ``local_entities`` and ``quotes`` of an article."""
    (paragraphs,) = read_paragraphs([(article.text, article.blocks)], nlp)
    names = find_names(paragraphs)
    ids = [entity_id(entity) for entity in names.entities]
    mentions = [*_mention_rows(article, names, ids, sentence_starts(paragraphs))]
    said = find_quotes_and_genders(article.text, paragraphs, names, language=article.language)
    entities = [*_entity_rows(article, names, said.genders, ids)]
    return mentions, entities, [*_quote_rows(article, said.quotes, names, ids)]


def _where(error: Exception) -> str:
    """What went wrong, and at which line of ours or a library's: for whoever is to mend it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({'/'.join(Path(last.filename).parts[-3:])}, line {last.lineno})"


def _mention_rows(article: ArticleText, names: Names, ids: Sequence[str], sentences: Sequence[int]) -> Iterable[Row]:
    for mention in names.mentions:
        yield {
            "mention_id": derive_id("mention", article.article_id, article.content_hash, mention.start, mention.end),
            "article_id": article.article_id,
            "start": mention.start,
            "end": mention.end,
            "text": article.text[mention.start : mention.end],
            "label": mention.label,
            "sentence": bisect_right(sentences, mention.start) - 1,
            "local_id": ids[mention.entity],
            "entity_id": ids[mention.entity],
        }


def _entity_rows(
    article: ArticleText, names: Names, genders: Sequence[ReferentialGender | None], ids: Sequence[str]
) -> Iterable[Row]:
    """One row for each id. Two entities told apart in the text may share one; the first then gives the name."""
    roles: dict[str, dict[str, None]] = {}
    forms: dict[str, set[str]] = {id_: set() for id_ in ids}
    first: dict[str, LocalEntity] = {}
    told: dict[str, set[ReferentialGender]] = {id_: set() for id_ in ids}
    for entity, gender, id_ in zip(names.entities, genders, ids, strict=True):
        told[id_].update(() if gender is None else (gender,))
        first.setdefault(id_, entity)
        roles.setdefault(id_, {}).update(dict.fromkeys(entity.roles))
    for mention in names.mentions:
        forms[ids[mention.entity]].add(article.text[mention.start : mention.end])
    for id_, entity in first.items():
        parts = name_parts(entity.name, forms[id_]) if entity.label is Label.PERSON else NameParts()
        yield {
            "article_id": article.article_id,
            "local_id": id_,
            "entity_id": id_,
            "name": entity.name,
            "label": entity.label,
            "roles": list(roles[id_]),
            "forms": sorted(forms[id_]),
            "country_code": country_code(entity.name, entity.label),
            "given_name": parts.given,
            "family_name": parts.family,
            "name_suffix": parts.suffix,
            "referential_gender": next(iter(told[id_])) if len(told[id_]) == 1 else None,
            "block": blocking_key(entity.name, entity.label, sorted(forms[id_])),
            "link_reason": None,
        }


def _quote_rows(article: ArticleText, quotes: Sequence[Quote], names: Names, ids: Sequence[str]) -> Iterable[Row]:
    first_start: dict[int, int] = {}
    for quote in quotes:
        first_start[quote.utterance] = min(quote.start, first_start.get(quote.utterance, quote.start))
    key = (article.article_id, article.content_hash)
    for quote in quotes:
        # Entities that are told apart in the text may share an id.
        others = {ids[other]: names.entities[other].name for other in quote.co_speakers}
        if quote.speaker_entity is not None:
            others.pop(ids[quote.speaker_entity], None)
        yield {
            "quote_id": derive_id("quote", *key, quote.start, quote.end, quote.kind),
            "utterance_id": derive_id("utterance", *key, first_start[quote.utterance], quote.utterance),
            "article_id": article.article_id,
            "start": quote.start,
            "end": quote.end,
            "text": article.text[quote.start : quote.end],
            "kind": quote.kind,
            "section": quote.section,
            **_span_columns("speaker", quote.speaker, article.text),
            "speaker_name": quote.speaker_name,
            "speaker_local_id": None if quote.speaker_entity is None else ids[quote.speaker_entity],
            "speaker_entity_id": None if quote.speaker_entity is None else ids[quote.speaker_entity],
            "speaker_role": quote.speaker_role,
            "co_speaker_names": list(others.values()),
            "co_speaker_local_ids": list(others),
            "co_speaker_entity_ids": list(others),
            **_span_columns("cue", quote.cue, article.text),
            "cue_lemma": quote.cue_lemma,
            "addressee": quote.addressee,
            "confidence": quote.confidence,
            "rule": quote.rule,
        }


def _span_columns(name: str, span: Span | None, text: str) -> Row:
    return {
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
        f"{name}_text": span.of(text) if span else None,
    }
