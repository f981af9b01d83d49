"""Reading the files of a batch into staged articles; whatever goes wrong with a file becomes a reject of it."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import polars as pl

from flows.batch import Chunk, ReadJob, ReadResult
from flows.plan import InputFile
from schemas.vocabulary import AnnotationStatus, FileStatus, RejectReason, Stage
from transforms.article import RawArticle, Rejected, Source
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


def read_files(job: ReadJob, at: Callable[[int], None] = lambda _: None) -> ReadResult:
    """Read and structure the files of a batch and stage the articles, in chunks of the size the job asks for.

    Of a file that a run was killed in, the articles that the lake has are passed over.

    A file that can't be read becomes a reject; only trouble with the staging folder raises. ``at`` is told the number
    of the file, from 0, before each article.
    """
    from transforms.normalize import article_id  # noqa: PLC0415  (a run with nothing new never needs these)
    from transforms.readers import ReadOptions, read  # noqa: PLC0415

    options = ReadOptions(max_bytes=job.reading.max_file_bytes, fields=job.reading.map)
    began = time.perf_counter()
    structuring = 0.0
    chunks: list[Chunk] = []
    ids: dict[str, list[str]] = {}
    pending = _Pending()

    def flush() -> None:
        nonlocal structuring, pending
        started = time.perf_counter()
        # A commit replaces all rejects of the files it accounts for, so those of an unfinished file wait for it.
        finished = {row["source_uri"] for row in pending.files}
        waiting = [row for row in pending.rejects if row["file_uri"] not in finished]
        pending.rejects = [row for row in pending.rejects if row["file_uri"] in finished]
        notices = [row for row in pending.withdrawals if row["file_uri"] not in finished]
        pending.withdrawals = [row for row in pending.withdrawals if row["file_uri"] in finished]
        chunks.extend(_stage_pending(pending, job, first=len(chunks), ids=ids))
        structuring += time.perf_counter() - started
        pending = _Pending(rejects=waiting, withdrawals=notices)

    for number, file in enumerate(job.files):
        at(number)
        done = job.unfinished.get((file.uri, file.sha256), 0)
        articles = 0
        formats: set[tuple[str, str | None]] = set()
        for item in _items(file, lambda source: read(source, options)):
            at(number)
            if isinstance(item, Rejected):
                pending.withdrawals.extend(_withdrawals(item, file.uri))
                pending.rejects.append(
                    {
                        "source_uri": item.uri,
                        "file_uri": file.uri,
                        "stage": Stage.READ,
                        "reason": item.reason,
                        "detail": item.detail,
                    }
                )
            else:
                formats.add((item.format, item.encoding))
                articles += 1
                if articles <= done:
                    ids.setdefault(file.uri, []).append(article_id(item))
                    continue
                if len(pending.raws) >= job.chunk_articles or pending.characters > _MOST_CHARACTERS:
                    if articles - 1 > done:
                        pending.unfinished.append(_as_unfinished(file, articles - 1, job.version))
                    flush()
                pending.raws.append(item)
                pending.characters += len(item.text)
                pending.owners.append(file.uri)
        format_, encoding = min(formats, key=str) if formats else (None, None)
        pending.files.append(
            {
                "source_uri": file.uri,
                "sha256": file.sha256,
                "bytes": file.size if file.sha256 else None,
                "format": format_,
                "encoding": encoding,
                "status": FileStatus.LOADED if formats else FileStatus.REJECTED,
                "article_ids": [],
                "pipeline_version": job.version,
                "remote_tag": file.tag if file.sha256 else None,
            }
        )
    if pending.files:
        flush()
    total = time.perf_counter() - began
    return ReadResult(tuple(chunks), {Stage.READ: total - structuring, Stage.STRUCTURE: structuring})


def _as_unfinished(file: InputFile, articles: int, version: str) -> Row:
    return {"source_uri": file.uri, "sha256": file.sha256, "pipeline_version": version, "article_count": articles}


def _items(
    file: InputFile, read: Callable[[Source], Iterator[RawArticle | Rejected]]
) -> Iterator[RawArticle | Rejected]:
    """What a file holds, with whatever goes wrong turned into a reject of that file."""
    if file.trouble is not None:
        yield Rejected(file.uri, *file.trouble)
        return
    count = 0
    try:
        with file.path.open("rb") as stream:
            for item in read(Source(file.uri, file.name, file.size, stream)):
                count += 1
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
    """Normalize and stage what is pending.

    No article stands twice in a chunk: where two inputs are the same article, the second goes into the next chunk,
    to be committed as its next revision.
    """
    from transforms.dates import DateHints  # noqa: PLC0415
    from transforms.duplicates import fingerprint  # noqa: PLC0415
    from transforms.normalize import article_id, normalize  # noqa: PLC0415

    rounds: list[list[RawArticle]] = [[]]
    times_seen: Counter[str] = Counter()
    for owner, raw in zip(pending.owners, pending.raws, strict=True):
        its_id = article_id(raw)
        ids.setdefault(owner, []).append(its_id)
        if times_seen[its_id] == len(rounds):
            rounds.append([])
        rounds[times_seen[its_id]].append(raw)
        times_seen[its_id] += 1
    for row in pending.files:
        row["article_ids"] = list(dict.fromkeys(ids.get(str(row["source_uri"]), [])))
    for number, raws in enumerate(rounds):
        chosen, its_blocks = normalize(raws, DateHints(day_first=job.reading.day_first), job.reading.publishers)
        final = number == len(rounds) - 1
        folder = job.folder / f"batch-{job.number:06d}-{first + number:04d}"
        printed = fingerprint(chosen, its_blocks)
        articles = chosen.join(printed.prose, on="article_id", maintain_order="left")
        frames = {
            "articles": _with_annotation_status(articles, job.models),
            "blocks": its_blocks,
            "fingerprints": printed.fingerprints,
        }
        if final:
            frames["files"] = staged_frame("files", pending.files)
            frames["unfinished_files"] = staged_frame("unfinished_files", pending.unfinished)
            frames["rejects"] = staged_frame("rejects", pending.rejects)
            frames["withdrawals"] = staged_frame("withdrawals", pending.withdrawals)
        stage(folder, frames)
        yield Chunk(folder, chosen.height, len(pending.files) if final else 0)


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
