"""The stages that work on a batch: plain functions over files on disk, run by any executor."""

import time
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from flows.batch import AnnotateResult, Chunk, ReadJob, ReadResult
from flows.cancellation import cancellable
from flows.fetch import fetched
from flows.isolation import read_isolated
from schemas.vocabulary import AnnotationStatus, Stage
from warehouse.staging import complete, stage

if TYPE_CHECKING:
    from transforms.annotate import Annotations

_FOUND = ("mentions", "local_entities", "quotes")


@cancellable()
def read_batch(job: ReadJob) -> ReadResult:
    """Read the files of a batch in a process of their own, where a parser may hang or die; see :mod:`flows.reading`.

    Remote files are fetched here before and are gone afterwards: so the disk holds those of one batch, and a slow
    server is no slow parser.
    """
    with fetched(job.files, job.folder / f"fetched-{job.number:06d}", job.max_remote_bytes) as files:
        job = replace(job, files=files)
        if job.record_seconds:
            return read_isolated(job, job.record_seconds)
        from flows.reading import read_files  # noqa: PLC0415  (else the process that reads needs it, not this one)

        return read_files(job)


@cancellable()
def annotate_chunk(chunk: Chunk, models: Mapping[str, str]) -> AnnotateResult:
    """Find names and quotations in the articles of a chunk, language by language, and stage them."""
    began = time.perf_counter()
    is_wanted = pl.col("annotation") == AnnotationStatus.DONE.value
    to_do = pl.scan_parquet(chunk.folder / "articles.parquet").filter(is_wanted).collect()
    faults: dict[str, str] = {}
    if not to_do.is_empty():
        found = _annotated(to_do, pl.read_parquet(chunk.folder / "blocks.parquet"), models)
        for one in found:
            faults |= one.faults
        stage(chunk.folder, {table: pl.concat([getattr(one, table) for one in found]) for table in _FOUND})
    if faults:
        _mark_failed(chunk, faults)
    complete(chunk.folder)
    return AnnotateResult(chunk, {Stage.ANNOTATE: time.perf_counter() - began}, tuple(faults.values()))


def _mark_failed(chunk: Chunk, faults: Collection[str]) -> None:
    """Have the staged articles tell in which of them nothing could be looked for."""
    articles = pl.read_parquet(chunk.folder / "articles.parquet")
    status = pl.when(pl.col("article_id").is_in(list(faults))).then(pl.lit(AnnotationStatus.FAILED.value))
    stage(chunk.folder, {"articles": articles.with_columns(annotation=status.otherwise(pl.col("annotation")))})


def _annotated(to_do: pl.DataFrame, blocks: pl.DataFrame, models: Mapping[str, str]) -> "list[Annotations]":
    from transforms.annotate import annotate, article_texts  # noqa: PLC0415
    from transforms.models import load_model  # noqa: PLC0415

    return [
        annotate(article_texts(of_language, blocks), load_model(models[str(language)]))
        for (language,), of_language in to_do.group_by("language", maintain_order=True)
    ]
