"""Staged batches for tests, made of a few words instead of every column."""

import hashlib
from pathlib import Path

import polars as pl

from transforms.duplicates import fingerprint
from warehouse.staging import complete, stage, staged_schema


def row(table: str, **given: object) -> dict[str, object]:
    """A row of a staged table: what is given, nulls and empty values for the rest."""
    filled: dict[str, object] = {}
    for name, dtype in staged_schema(table).items():
        filled[name] = given.pop(name, [] if isinstance(dtype, pl.List) else None)
    assert not given, f"no such column in {table}: {given}"
    return filled


def article(article_id: str, text: str, **given: object) -> dict[str, object]:
    values: dict[str, object] = {
        "article_id": article_id,
        "content_hash": hashlib.sha256(text.encode()).hexdigest(),
        "source_uri": f"{article_id}.txt",
        "format": "plain",
        "text": text,
        "language": "en",
        "annotation": "done",
        "word_count": len(text.split()),
    }
    return row("articles", **(values | given))


def mention(article_id: str, start: int, text: str, entity_id: str) -> dict[str, object]:
    return row(
        "mentions",
        mention_id=f"m{article_id}{start}",
        article_id=article_id,
        start=start,
        end=start + len(text),
        text=text,
        label="PERSON",
        local_id=entity_id,
        entity_id=entity_id,
    )


def local_entity(article_id: str, entity_id: str, name: str) -> dict[str, object]:
    return row(
        "local_entities",
        article_id=article_id,
        local_id=entity_id,
        entity_id=entity_id,
        name=name,
        label="PERSON",
        block=name.rsplit(maxsplit=1)[-1],
    )


def file(uri: str, **given: object) -> dict[str, object]:
    values: dict[str, object] = {"source_uri": uri, "sha256": "0" * 64, "status": "loaded", "pipeline_version": "1"}
    return row("files", **(values | given))


def reject(uri: str, file_uri: str, reason: str = "empty") -> dict[str, object]:
    return row("rejects", source_uri=uri, file_uri=file_uri, stage="read", reason=reason)


def staged(folder: Path, **tables: list[dict[str, object]]) -> Path:
    """A staged batch in ``folder`` with the given rows."""
    stage(folder, {name: pl.DataFrame(rows, schema=staged_schema(name)) for name, rows in tables.items()})
    complete(folder)
    return folder


def with_fingerprints(articles: list[dict[str, object]]) -> dict[str, list[dict[str, object]]]:
    """The given articles, each with its text as one body block, and their fingerprints."""
    blocks = [
        row("blocks", article_id=one["article_id"], block_index=0, kind="body", start=0, end=len(str(one["text"])),
            text=one["text"])
        for one in articles
    ]  # fmt: skip
    printed = fingerprint(
        pl.DataFrame(articles, schema=staged_schema("articles")),
        pl.DataFrame(blocks, schema=staged_schema("blocks")),
    )
    hashes = dict(printed.prose.iter_rows())
    return {
        "articles": [one | {"prose_hash": hashes[str(one["article_id"])]} for one in articles],
        "blocks": blocks,
        "fingerprints": printed.fingerprints.to_dicts(),
    }
