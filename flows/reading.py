"""Reading the files of a batch into staged articles; whatever goes wrong with a file becomes a reject of it."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import polars as pl

from flows.batch import Chunk, ReadJob, ReadResult
from flows.plan import InputFile
from flows.read_progress import ReadProgress
from flows.rounds import rounds
from schemas.vocabulary import AnnotationStatus, FileStatus, RejectReason, Stage
from transforms.article import NO_NAMED_KEYS, NamedKeys, RawArticle, Rejected, Source
from transforms.language import UNSURE
from transforms.models import model_version
from warehouse.staging import stage, staged_frame

Row = dict[str, object]

_MOST_CHARACTERS = 2_000_000
"""Of the articles of a chunk: records may be long, and memory holds several forms of a chunk at once."""


@dataclass(slots=True)
class _Pending:
    """What was read and not staged yet."""

    raws: list[RawArticle] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)  # for each of raws, the URI of its file
    characters: int = 0  # of raws
    files: list[Row] = field(default_factory=list)
    unfinished: list[Row] = field(default_factory=list)
    rejects: list[Row] = field(default_factory=list)
    withdrawals: list[Row] = field(default_factory=list)

    def split_off_unaccounted(self) -> "_Pending":
        """Take out the rejects and withdrawals of a file that is still being read, to wait for its last chunk.

        A commit replaces all rejects of the files it accounts for, so those of an unfinished file wait for it.
        """
        finished = {row["source_uri"] for row in self.files}
        waiting = _Pending(
            rejects=[row for row in self.rejects if row["file_uri"] not in finished],
            withdrawals=[row for row in self.withdrawals if row["file_uri"] not in finished],
        )
        self.rejects = [row for row in self.rejects if row["file_uri"] in finished]
        self.withdrawals = [row for row in self.withdrawals if row["file_uri"] in finished]
        return waiting


@dataclass(slots=True)
class _Batch:
    """A batch while it is read: what is pending, and what was staged of it already."""

    job: ReadJob
    pending: _Pending = field(default_factory=_Pending)
    chunks: list[Chunk] = field(default_factory=list)
    ids: dict[str, list[str]] = field(default_factory=dict)  # by file, of the articles that are done with
    named: NamedKeys = NO_NAMED_KEYS
    structuring: float = 0.0  # seconds

    def pass_over(self, raw: RawArticle, file: InputFile) -> None:
        """Note an article that the lake has, from the run that was killed."""
        from transforms.normalize import article_id  # noqa: PLC0415  (a run with nothing new never needs it)

        self.ids.setdefault(file.uri, []).append(article_id(raw))

    @property
    def is_full(self) -> bool:
        """Whether what is pending makes a chunk."""
        return len(self.pending.raws) >= self.job.chunk_articles or self.pending.characters > _MOST_CHARACTERS

    def add(self, raw: RawArticle, file: InputFile) -> None:
        """Take in an article."""
        self.pending.raws.append(raw)
        self.pending.characters += len(raw.text)
        self.pending.owners.append(file.uri)

    def refuse(self, item: Rejected, file: InputFile) -> None:
        """Take in what is no article; it may be a kill notice of one."""
        self.pending.withdrawals.extend(_withdrawals(item, file.uri))
        self.pending.rejects.append(
            {
                "source_uri": item.uri,
                "file_uri": file.uri,
                "stage": Stage.READ,
                "reason": item.reason,
                "detail": item.detail,
            }
        )

    def note_progress(self, file: InputFile, articles: int) -> None:
        """Account for a file of which so many articles will be done with by the next chunk, and others come after."""
        self.pending.unfinished.append(
            {
                "source_uri": file.uri,
                "sha256": file.sha256,
                "pipeline_version": self.job.version,
                "article_count": articles,
            }
        )

    def finish(self, file: InputFile, formats: Collection[tuple[str, str | None]]) -> None:
        """Account for a file that is read to its end; ``formats`` and encodings are those of its articles."""
        format_, encoding = min(formats, key=str) if formats else (None, None)
        self.pending.files.append(
            {
                "source_uri": file.uri,
                "sha256": file.sha256,
                "bytes": file.size if file.sha256 else None,
                "format": format_,
                "encoding": encoding,
                "status": FileStatus.LOADED if formats else FileStatus.REJECTED,
                "article_ids": [],
                "pipeline_version": self.job.version,
                "remote_tag": file.tag if file.sha256 else None,
            }
        )

    def flush(self) -> None:
        """Structure and stage what is pending."""
        started = time.perf_counter()
        waiting = self.pending.split_off_unaccounted()
        self.chunks.extend(_stage_pending(self.pending, self.job, first=len(self.chunks), ids=self.ids))
        self.pending = waiting
        self.structuring += time.perf_counter() - started


def read_files(job: ReadJob, at: Callable[[int], None] = lambda _: None) -> ReadResult:
    """Read and structure the files of a batch and stage the articles, in chunks of the size the job asks for.

    Of a file that a run was killed in, the articles that the lake has are passed over.

    A file that can't be read becomes a reject; only trouble with the staging folder raises. ``at`` is told the number
    of the file, from 0, before it is opened and whenever something was read from it.
    """
    from transforms.readers import ReadOptions, read  # noqa: PLC0415  (a run with nothing new never needs it)

    options = ReadOptions(max_bytes=job.reading.max_file_bytes, fields=job.reading.map)
    began = time.perf_counter()
    batch = _Batch(job)
    meter = ReadProgress(job.folder, job.number)
    for number, file in enumerate(job.files):
        at(number)
        items = _items(file, lambda source: read(source, options), meter)
        _read_file(file, items, batch, partial(at, number))
    if job.files:
        batch.flush()
    meter.end()
    total = time.perf_counter() - began
    seconds = {Stage.READ: total - batch.structuring, Stage.STRUCTURE: batch.structuring}
    return ReadResult(tuple(batch.chunks), seconds, batch.named)


def _read_file(
    file: InputFile, items: Iterable[RawArticle | Rejected], batch: _Batch, tick: Callable[[], None]
) -> None:
    """Take what a file holds into the batch, which is flushed whenever it is full."""
    done = batch.job.unfinished.get((file.uri, file.sha256), 0)
    articles = 0
    formats: set[tuple[str, str | None]] = set()
    for item in items:
        tick()
        if item.named:
            batch.named = batch.named.joined(item.named)
        if isinstance(item, Rejected):
            batch.refuse(item, file)
            continue
        formats.add((item.format, item.encoding))
        if articles < done:
            batch.pass_over(item, file)
        else:
            if batch.is_full:
                if articles > done:
                    batch.note_progress(file, articles)
                batch.flush()
            batch.add(item, file)
        articles += 1
    batch.finish(file, formats)


def _items(
    file: InputFile, read: Callable[[Source], Iterator[RawArticle | Rejected]], meter: ReadProgress
) -> Iterator[RawArticle | Rejected]:
    """What a file holds, with whatever goes wrong turned into a reject of that file."""
    if file.trouble is not None:
        yield Rejected(file.uri, *file.trouble)
        return
    count = 0
    try:
        with file.path.open("rb") as stream:
            for item in read(Source(file.uri, file.name, file.size, stream, file.charset)):
                count += 1
                meter.record(stream, file.size)
                yield item
    except FileNotFoundError:
        yield Rejected(file.uri, RejectReason.VANISHED, "it was gone when it was to be read")
        return
    except OSError as error:
        yield Rejected(file.uri, RejectReason.UNREADABLE, error.strerror or str(error))
        return
    except Exception as error:  # noqa: BLE001  (a parser's own fault costs one file, not the run)
        yield Rejected(file.uri, RejectReason.PARSER_FAILED, f"{type(error).__name__}: {error}")
        return
    if count == 0:
        yield Rejected(file.uri, RejectReason.NO_TEXT, "the reader found nothing in it")


def _withdrawals(item: Rejected, file_uri: str) -> Iterator[Row]:
    """What a kill notice takes back, as a row; nothing where it does not say."""
    from transforms.normalize import withdrawn_at, withdrawn_id  # noqa: PLC0415

    if item.withdraws and (its_id := withdrawn_id(item.withdraws)):
        yield {
            "article_id": its_id,
            "source_uri": item.uri,
            "file_uri": file_uri,
            "withdrawn_at": withdrawn_at(item.withdraws),
        }


def _stage_pending(pending: _Pending, job: ReadJob, first: int, ids: dict[str, list[str]]) -> Iterator[Chunk]:
    """Normalize and stage what is pending, as one chunk for each of its :func:`flows.rounds.rounds`."""
    from transforms.dates import DateHints  # noqa: PLC0415
    from transforms.duplicates import fingerprint  # noqa: PLC0415
    from transforms.normalize import article_id, is_older, normalize  # noqa: PLC0415

    hints = DateHints(day_first=job.reading.day_first)
    for owner, raw in zip(pending.owners, pending.raws, strict=True):
        ids.setdefault(owner, []).append(article_id(raw))
    to_commit, left_out = rounds(pending.raws, lambda raw, before: is_older(raw, before, hints, job.reading.publishers))
    for row in pending.files:
        row["article_ids"] = list(dict.fromkeys(ids.get(str(row["source_uri"]), [])))
    for number, raws in enumerate(to_commit):
        chosen, its_blocks = normalize(raws, hints, job.reading.publishers)
        is_last = number == len(to_commit) - 1
        folder = job.folder / f"batch-{job.number:06d}-{first + number:04d}"
        printed = fingerprint(chosen, its_blocks)
        articles = chosen.join(printed.prose, on="article_id", maintain_order="left")
        frames = {
            "articles": _with_annotation_status(articles, job.models),
            "blocks": its_blocks,
            "fingerprints": printed.fingerprints,
        }
        if is_last:
            frames |= _of_files(pending)
        stage(folder, frames)
        if is_last:
            yield Chunk(folder, chosen.height, files=len(pending.files), left_out=left_out)
        else:
            yield Chunk(folder, chosen.height, files=0)


def _of_files(pending: _Pending) -> dict[str, pl.DataFrame]:
    """What is committed with the last articles of some files: that they are done, and what in them was refused."""
    return {
        "files": staged_frame("files", pending.files),
        "unfinished_files": staged_frame("unfinished_files", pending.unfinished),
        "rejects": staged_frame("rejects", pending.rejects),
        "withdrawals": staged_frame("withdrawals", pending.withdrawals),
    }


def _with_annotation_status(articles: pl.DataFrame, models: Mapping[str, str]) -> pl.DataFrame:
    versions = {language: model_version(name) for language, name in models.items()}
    is_unsure = (pl.col("language_method") == "detected") & (pl.col("language_confidence") < UNSURE)
    has_model = pl.col("language").is_in(list(versions))  # a brief of one line is worth looking at, however unsure
    return articles.with_columns(
        annotation=pl.when(has_model)
        .then(pl.lit(AnnotationStatus.DONE.value))
        .when(is_unsure)
        .then(pl.lit(AnnotationStatus.LANGUAGE_UNSURE.value))
        .otherwise(pl.lit(AnnotationStatus.NO_MODEL.value)),
        annotated_by=pl.when(has_model).then(
            pl.col("language").replace_strict(versions, default=None, return_dtype=pl.String)
        ),
    )
